//! `kelias`: living customer journey maps at the command line.

mod commands;
mod exit;
mod input;
mod interrupt;
mod load;
mod period;
mod progress;
mod read_args;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser};
use tracing_subscriber::EnvFilter;

use crate::commands::Command;

/// Living customer journey maps: draw the journey, bind it to events, see where the two part.
#[derive(Debug, Parser)]
#[command(name = "kelias", version, propagate_version = true, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 good, 1 the check failed, 2 bad input or usage, 3 could not do it.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("KELIAS_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).init();
    // What all analyses share may stand before or behind the name of the analysis.
    let cli = Cli::command().mut_subcommand("analyse", |analyse| analyse.mut_args(|arg| arg.global(true)));
    let cli = Cli::from_arg_matches(&cli.get_matches()).unwrap_or_else(|error| error.exit());
    cli.command.run().unwrap_or_else(|report| exit::explain(&report))
}
