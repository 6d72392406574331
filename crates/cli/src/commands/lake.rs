//! `kelias lake`

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use arrow::array::RecordBatch;
use chrono::DateTime;
use clap::{Subcommand, ValueEnum};
use comfy_table::{CellAlignment, Table, presets};
use kelias_lake::{Lake, LakeError, LakeStats};
use miette::Result;

use crate::exit::{CouldNot, FAILED, OfLake};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Count what a lake holds
    Stats(Plain),
    /// Run one read-only SQL query over the table `events`
    #[command(
        after_help = "The columns: event_id, sequence, time, received_at, customer, event, channel, source, session,
rating, rating_scale, text, properties (JSON; read it as properties->>'name').

Example:
  kelias lake sql --lake shop \"select event, count(*) n from events group by event order by n desc\""
    )]
    Sql(Sql),
    /// Put small files together, build the index anew, remove files nobody needs
    Optimize(Plain),
    /// Check that the lake is whole; exit code 1 if it is not
    Verify(Plain),
}

#[derive(Debug, clap::Args)]
struct Plain {
    /// The lake
    #[arg(long, value_name = "DIR")]
    lake: PathBuf,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
struct Sql {
    /// The query
    query: String,
    /// The lake
    #[arg(long, value_name = "DIR")]
    lake: PathBuf,
    /// How to print the rows
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Csv,
    /// One JSON object a line
    Json,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    match &args.what {
        What::Stats(plain) => stats(plain),
        What::Sql(query) => sql(query),
        What::Optimize(plain) => optimize(plain),
        What::Verify(plain) => verify(plain),
    }
}

fn stats(args: &Plain) -> Result<ExitCode> {
    let stats = Lake::open(&args.lake).and_then(|lake| lake.stats()).map_err(OfLake)?;
    if args.json {
        println!("{}", serde_json::to_string(&stats).expect("statistics are plain data"));
    } else {
        print_stats(&stats);
    }
    Ok(ExitCode::SUCCESS)
}

fn print_stats(stats: &LakeStats) {
    let moment = |time: Option<i64>| {
        time.and_then(DateTime::from_timestamp_micros)
            .map_or_else(|| "-".to_owned(), |t| t.format("%Y-%m-%d %H:%M").to_string())
    };
    println!("{} events of {} travellers, {} identity links", stats.events, stats.travellers, stats.links);
    println!("from {} until {} (UTC)", moment(stats.first_time), moment(stats.last_time));
    println!(
        "version {}, {} files of {:.1} MB, journey index of {:.1} MB",
        stats.lake_version,
        stats.files,
        stats.bytes as f64 / 1e6,
        stats.index_bytes as f64 / 1e6
    );
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(["event", "count", "travellers"]);
    for name in &stats.event_names {
        table.add_row([name.event.clone(), name.count.to_string(), name.travellers.to_string()]);
    }
    for column in [1, 2] {
        table.column_mut(column).expect("the table has three columns").set_cell_alignment(CellAlignment::Right);
    }
    println!("\n{table}");
}

fn sql(args: &Sql) -> Result<ExitCode> {
    let lake = Lake::open(&args.lake).map_err(OfLake)?;
    let mut printer = Printer { format: args.format, batches: Vec::new(), first: true };
    lake.sql(&args.query, |batch| printer.take(batch)).map_err(OfLake)?;
    printer.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// Prints rows as they come, but for the table, whose columns must be measured first.
struct Printer {
    format: Format,
    batches: Vec<RecordBatch>,
    first: bool,
}

impl Printer {
    fn take(&mut self, batch: RecordBatch) -> Result<(), LakeError> {
        let mut out = std::io::stdout().lock();
        match self.format {
            Format::Table => self.batches.push(batch),
            Format::Csv => {
                let mut writer = arrow::csv::WriterBuilder::new().with_header(self.first).build(&mut out);
                writer.write(&batch)?;
                self.first = false;
            }
            Format::Json => {
                let mut writer = arrow::json::LineDelimitedWriter::new(&mut out);
                writer.write(&batch)?;
                writer.finish()?;
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<()> {
        if matches!(self.format, Format::Table) {
            let table =
                arrow::util::pretty::pretty_format_batches(&self.batches).map_err(LakeError::from).map_err(OfLake)?;
            println!("{table}");
        }
        std::io::stdout().flush().map_err(|error| CouldNot(format!("cannot print: {error}")))?;
        Ok(())
    }
}

fn optimize(args: &Plain) -> Result<ExitCode> {
    let done = Lake::open(&args.lake).and_then(|lake| lake.optimize()).map_err(OfLake)?;
    if args.json {
        println!("{}", serde_json::to_string(&done).expect("the result is plain data"));
    } else {
        println!(
            "{} small files became {}, {} unneeded files removed; lake version {}",
            done.files_before, done.files_after, done.removed, done.lake_version
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn verify(args: &Plain) -> Result<ExitCode> {
    let found = Lake::open(&args.lake).and_then(|lake| lake.verify()).map_err(OfLake)?;
    if args.json {
        println!("{}", serde_json::to_string(&found).expect("the result is plain data"));
    } else {
        println!("{} events in {} files", found.events, found.files);
        for stray in &found.strays {
            println!(
                "{stray} belongs to no version, left behind by an import that was stopped; `kelias lake optimize` removes it"
            );
        }
        found.problems.iter().for_each(|problem| println!("problem: {problem}"));
        if found.problems.is_empty() {
            println!("the lake is whole");
        }
    }
    Ok(if found.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(FAILED) })
}
