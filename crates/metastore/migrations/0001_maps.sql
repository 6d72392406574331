-- Maps, their documents and their history. Both databases run this file: BIGINT, TEXT and BYTEA mean the same to
-- PostgreSQL and, by way of affinity, to SQLite. Times are microseconds since 1970, UTC.

CREATE TABLE kelias_maps (
    id             TEXT   NOT NULL PRIMARY KEY,
    folder         TEXT,
    summary        TEXT   NOT NULL,
    summary_format BIGINT NOT NULL,
    revision       BIGINT NOT NULL,
    versions       BIGINT NOT NULL,
    created_at     BIGINT NOT NULL,
    updated_at     BIGINT NOT NULL,
    updated_by     TEXT   NOT NULL,
    deleted_at     BIGINT
);

-- The whole document as one Yjs update; the log below holds what came after `revision`.
CREATE TABLE kelias_snapshots (
    map_id   TEXT   NOT NULL PRIMARY KEY REFERENCES kelias_maps (id) ON DELETE CASCADE,
    revision BIGINT NOT NULL,
    state    BYTEA  NOT NULL
);

CREATE TABLE kelias_updates (
    map_id   TEXT   NOT NULL REFERENCES kelias_maps (id) ON DELETE CASCADE,
    revision BIGINT NOT NULL,
    bytes    BYTEA  NOT NULL,
    actor    TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (map_id, revision)
);

CREATE TABLE kelias_versions (
    map_id     TEXT   NOT NULL REFERENCES kelias_maps (id) ON DELETE CASCADE,
    n          BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    author     TEXT   NOT NULL,
    reason     TEXT,
    title      TEXT,
    at         BIGINT NOT NULL,
    map_json   TEXT   NOT NULL,
    map_format BIGINT NOT NULL,
    PRIMARY KEY (map_id, n)
);

CREATE TABLE kelias_images (
    map_id       TEXT   NOT NULL REFERENCES kelias_maps (id) ON DELETE CASCADE,
    name         TEXT   NOT NULL,
    content_type TEXT   NOT NULL,
    bytes        BYTEA  NOT NULL,
    at           BIGINT NOT NULL,
    PRIMARY KEY (map_id, name)
);

-- The measured document carries a version of its own.
CREATE TABLE kelias_measurements (
    map_id   TEXT   NOT NULL PRIMARY KEY REFERENCES kelias_maps (id) ON DELETE CASCADE,
    measured TEXT   NOT NULL,
    at       BIGINT NOT NULL
);
