-- Which revision of the document a map's summary tells of. Of what older programs wrote nobody knows: -1 is behind every revision.

ALTER TABLE kelias_maps ADD COLUMN summary_revision BIGINT NOT NULL DEFAULT -1;
