//! `kelias import`

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use kelias_lake::Lake;
use kelias_sources::Wanted;
use miette::{Result, miette};
use serde_json::json;

use crate::exit::OfLake;
use crate::input::{Taken, Taking};
use crate::interrupt::Interrupt;
use crate::progress::Working;
use crate::read_args::ReadArgs;

#[derive(Debug, clap::Args)]
#[command(after_help = "All files go in together or not at all: Ctrl-C, an error or a crash leaves the lake as it was.
Rows that are in the lake already are counted as duplicates, so importing a file again adds nothing.

Examples:
  kelias import shop.csv.gz --lake shop
  kelias import crm.parquet --lake shop --customer client_id --event action --time ts --link email")]
pub(crate) struct Args {
    /// Files of events: CSV, TSV, JSON lines, Parquet, XES; plain, gzip or zstd
    #[arg(required = true, value_name = "SRC")]
    sources: Vec<PathBuf>,
    /// The lake to take them into; made when there is none
    #[arg(long, value_name = "DIR")]
    lake: PathBuf,
    #[command(flatten)]
    read: ReadArgs,
    /// Where to write the rows that no event could be made of [default: a file in the lake's folder]
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Of a file that is cut short, keep the rows before the cut
    #[arg(long)]
    keep_good: bool,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let start = Instant::now();
    let interrupt = Interrupt::listen();
    let files = args
        .sources
        .iter()
        .map(|path| Ok((path.clone(), args.read.options(path, Wanted::Everything)?)))
        .collect::<Result<Vec<_>>>()?;
    if let Some(missing) = args.sources.iter().find(|path| !path.exists()) {
        return Err(miette!("there is no file {}", missing.display()));
    }
    let lake = Lake::open_or_create(&args.lake).map_err(OfLake)?;
    let moment = chrono::Utc::now().format("%Y%m%dT%H%M%S%6f");
    let rejects =
        args.rejects.clone().unwrap_or_else(|| args.lake.join("_kelias/rejects").join(format!("{moment}.csv")));
    let taking = Taking { lake: &lake, rejects, keep_good: args.keep_good, tell_guesses: true, interrupt: &interrupt };
    let taken = taking.take(&files)?;
    let working = Working::start("bringing the journeys up to date");
    lake.journeys().map_err(OfLake)?;
    drop(working);
    report(args, &taken, start.elapsed().as_secs_f64());
    Ok(ExitCode::SUCCESS)
}

fn report(args: &Args, taken: &Taken, seconds: f64) {
    taken.cut.iter().for_each(|cut| eprintln!("{cut}; the rows before it were kept"));
    let imported = &taken.imported;
    if args.json {
        let document = json!({
            "read": taken.read,
            "kept": imported.kept,
            "duplicates": imported.duplicates,
            "rejected": taken.rejected,
            "rejects_file": taken.rejects_file,
            "seconds": (seconds * 1000.0).round() / 1000.0,
            "lake_version": imported.lake_version,
            "links": imported.links,
        });
        println!("{document}");
        return;
    }
    println!(
        "{} read: {} kept, {} duplicates, {} rejected; {seconds:.1} s; lake version {}",
        taken.read, imported.kept, imported.duplicates, taken.rejected, imported.lake_version
    );
    if imported.links > 0 {
        println!("{} new identity links", imported.links);
    }
    if let Some(rejects) = &taken.rejects_file {
        println!("the rejected rows, with reasons: {}", rejects.display());
    }
}
