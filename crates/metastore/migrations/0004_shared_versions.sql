-- A version that holds what another of the map holds keeps no copy: it names the version that has the content, and its own is empty. Found is
-- that one by the SHA-256 of its content; of what older programs wrote nobody knows the hash, and it is not shared.

ALTER TABLE kelias_versions ADD COLUMN same_as BIGINT;

ALTER TABLE kelias_versions ADD COLUMN hash BYTEA;

CREATE UNIQUE INDEX kelias_versions_by_hash ON kelias_versions (map_id, hash, map_format);
