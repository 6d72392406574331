//! A lake on disk: what goes in, what comes out, what survives.

mod imports;
mod journeys;
mod predicates;
mod support;
mod tables;
