-- Who may. A secret is never stored, only its SHA-256.

CREATE TABLE kelias_sign_ins (
    hash       BYTEA  NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE kelias_tokens (
    id         TEXT   NOT NULL PRIMARY KEY,
    hash       BYTEA  NOT NULL UNIQUE,
    name       TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE kelias_links (
    id         TEXT   NOT NULL PRIMARY KEY,
    hash       BYTEA  NOT NULL UNIQUE,
    map_id     TEXT   NOT NULL REFERENCES kelias_maps (id) ON DELETE CASCADE,
    can_edit   BIGINT NOT NULL,
    created_by TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT
);

CREATE INDEX kelias_links_by_map ON kelias_links (map_id);

-- A session without a link is the owner's; a guest's goes with the link it came by.
CREATE TABLE kelias_sessions (
    hash       BYTEA  NOT NULL PRIMARY KEY,
    link_id    TEXT   REFERENCES kelias_links (id) ON DELETE CASCADE,
    name       TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX kelias_sessions_by_link ON kelias_sessions (link_id);

CREATE TABLE kelias_settings (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
