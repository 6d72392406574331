//! `kelias`: living customer journey maps at the command line.

mod commands;
mod exit;
mod input;
mod interrupt;
mod load;
mod logging;
mod period;
mod progress;
mod read_args;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser};

use crate::commands::Command;

/// Living customer journey maps: draw the journey, bind it to events, see where the two part.
#[derive(Debug, Parser)]
#[command(name = "kelias", version, propagate_version = true, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 good, 1 the check failed, 2 bad input or usage, 3 could not do it.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// The system's allocator gives large buffers back to the kernel and fetches them anew for every batch; this one keeps
/// them. Of 52,000 page faults for a log of 5,000,000 events 3,000 remain.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // What all analyses share may stand before or behind the name of the analysis.
    let cli = Cli::command().mut_subcommand("analyse", |analyse| analyse.mut_args(|arg| arg.global(true)));
    let cli = Cli::from_arg_matches(&cli.get_matches()).unwrap_or_else(|error| error.exit());
    logging::start(cli.command.log());
    cli.command.run().unwrap_or_else(|report| exit::explain(&report))
}
