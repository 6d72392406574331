-- A guest's session holds the links its browser has followed, each for as long as the link is good. Guests have a table of
-- their own: a session in the old one without a link is the owner's, and an older program that still runs must not take a guest's for one.

CREATE TABLE kelias_guests (
    hash       BYTEA  NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE kelias_grants (
    guest_hash BYTEA  NOT NULL REFERENCES kelias_guests (hash) ON DELETE CASCADE,
    link_id    TEXT   NOT NULL REFERENCES kelias_links (id) ON DELETE CASCADE,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (guest_hash, link_id)
);

CREATE INDEX kelias_grants_by_link ON kelias_grants (link_id);

INSERT INTO kelias_guests (hash, name, created_at, expires_at)
    SELECT hash, name, created_at, expires_at FROM kelias_sessions WHERE link_id IS NOT NULL;

INSERT INTO kelias_grants (guest_hash, link_id, granted_at)
    SELECT hash, link_id, created_at FROM kelias_sessions WHERE link_id IS NOT NULL;

DELETE FROM kelias_sessions WHERE link_id IS NOT NULL;
