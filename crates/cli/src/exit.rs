//! From an error to what the user reads and the exit code says.

use std::process::ExitCode;

use kelias_lake::LakeError;
use miette::{Diagnostic, Report};
use thiserror::Error;

/// The check failed.
pub(crate) const FAILED: u8 = 1;
/// Bad input or usage.
pub(crate) const BAD_INPUT: u8 = 2;
/// Good input, but it could not be done.
pub(crate) const COULD_NOT: u8 = 3;

/// Something the system refused: a full disk, a missing right.
#[derive(Debug, Error, Diagnostic)]
#[error("{0}")]
pub(crate) struct CouldNot(pub(crate) String);

/// Anything the lake says.
#[derive(Debug, Error, Diagnostic)]
#[error(transparent)]
pub(crate) struct OfLake(#[from] pub(crate) LakeError);

/// Tells the error once, on standard error, and gives the exit code.
pub(crate) fn explain(report: &Report) -> ExitCode {
    eprintln!("{report:?}");
    ExitCode::from(code_of(report))
}

fn code_of(report: &Report) -> u8 {
    if report.is::<CouldNot>() {
        return COULD_NOT;
    }
    match report.downcast_ref::<OfLake>() {
        Some(OfLake(error)) if !is_bad_input(error) => COULD_NOT,
        _ => BAD_INPUT,
    }
}

/// Whether the user can mend it by asking otherwise.
fn is_bad_input(error: &LakeError) -> bool {
    use LakeError::{Batch, Missing, NotAFolder, Query, Schema};
    matches!(error, Missing(_) | NotAFolder(_) | Schema { .. } | Query(_) | Batch(_))
}
