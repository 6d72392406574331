//! The server as its clients see it.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod access;
mod connections;
mod described;
mod folder;
mod hostile;
mod maps;
mod measuring;
mod openapi;
mod page;
mod pictures;
mod policy;
mod posters;
mod socket;
mod support;
mod versions;
