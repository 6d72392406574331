//! The commands, one file each.

mod analyse;
pub(crate) mod check;
mod fmt;
mod import;
mod lake;
mod measure;
mod new;
mod render;
mod schema;
mod serve;
mod token;

use std::process::ExitCode;

use clap::Subcommand;
use miette::Result;

use crate::logging::Log;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start a map from a template
    New(new::Args),
    /// Report every problem of a map, with line and column
    Check(check::Args),
    /// Write a map in its canonical form
    Fmt(fmt::Args),
    /// Print the JSON Schema of the map format
    Schema(schema::Args),
    /// Draw a map as a poster: PDF, SVG, PNG or HTML
    Render(render::Args),
    /// Take events from files into a lake
    Import(import::Args),
    /// Look after a lake: stats, sql, optimize, verify
    Lake(lake::Args),
    /// Measure a map by its events
    Measure(measure::Args),
    /// Funnels, transitions, sessions, retention, variants, n-grams
    Analyse(analyse::Args),
    /// Serve the page and the API
    Serve(serve::Args),
    /// Make, list and revoke API tokens of a server
    Token(token::Args),
}

impl Command {
    /// How the log of this command is written.
    pub(crate) fn log(&self) -> Log {
        match self {
            Self::Serve(args) => args.log(),
            _ => Log::default(),
        }
    }

    pub(crate) fn run(&self) -> Result<ExitCode> {
        match self {
            Self::New(args) => new::run(args),
            Self::Check(args) => check::run(args),
            Self::Fmt(args) => fmt::run(args),
            Self::Schema(args) => schema::run(args),
            Self::Render(args) => render::run(args),
            Self::Import(args) => import::run(args),
            Self::Lake(args) => lake::run(args),
            Self::Measure(args) => measure::run(args),
            Self::Analyse(args) => analyse::run(args),
            Self::Serve(args) => serve::run(args),
            Self::Token(args) => token::run(args),
        }
    }
}
