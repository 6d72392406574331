-- A version that holds what the version before it holds keeps no copy: it names the version that has the content, and its own is empty.

ALTER TABLE kelias_versions ADD COLUMN same_as BIGINT;
