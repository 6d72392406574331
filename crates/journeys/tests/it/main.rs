//! Journeys from any order of events, in memory and in the index, held against a plain sort.

mod index;
mod support;
mod views;
