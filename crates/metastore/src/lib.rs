//! Documents, versions, links and settings in SQLite or PostgreSQL.
