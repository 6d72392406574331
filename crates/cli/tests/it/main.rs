//! The program from outside: what it prints, its exit codes, and what it leaves behind.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod analyses;
mod bad_files;
mod crashes;
mod maps;
mod measured;
mod mounts;
mod serve;
mod support;
