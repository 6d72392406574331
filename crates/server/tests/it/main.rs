//! The server as its clients see it.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod access;
#[path = "../../../metastore/tests/it/cluster.rs"]
mod cluster;
mod connections;
mod described;
mod folder;
mod hostile;
mod keeping;
mod killed;
mod maps;
mod measuring;
mod openapi;
mod page;
mod pictures;
mod policy;
mod posters;
mod postgres;
mod socket;
mod support;
mod versions;
