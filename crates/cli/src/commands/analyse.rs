//! `kelias analyse`: the catalogue of analyses at the command line.

mod names;
mod report;
mod spans;
mod what;

use std::path::PathBuf;
use std::process::ExitCode;

use miette::Result;

use self::what::{What, answer};
use super::schema::print;
use crate::load::{EventsArgs, has_predicates, load_map};

/// Ask the journeys: funnel, transitions, sessions, retention, variants, n-grams
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,

    #[command(flatten)]
    events: EventsArgs,

    /// Take the touchpoints of this map in the place of event names
    #[arg(long, value_name = "MAP")]
    map: Option<PathBuf>,

    /// Print one JSON document instead of a table
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let map = args.map.as_deref().map(load_map).transpose()?;
    let loaded = args.events.load(map.as_ref().is_some_and(has_predicates))?;
    let view = loaded.view(args.events.selection(&loaded)?, map.as_ref())?;
    let report = answer(&args.what, &view)?;
    print(&if args.json { format!("{}\n", report.json()) } else { report.table() })?;
    Ok(ExitCode::SUCCESS)
}
