//! `kelias schema`: the JSON Schema of map files.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use miette::Result;

use crate::exit::CouldNot;

/// Print the JSON Schema (2020-12) of map files, for editors and validators
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args) -> Result<ExitCode> {
    print(&format!("{:#}\n", kelias_map::json_schema()))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes to standard output. A reader that has seen enough, such as `head`, is no failure.
pub(crate) fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(CouldNot(format!("cannot write to standard output: {error}")).into())
        }
        _ => Ok(()),
    }
}
