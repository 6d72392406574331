//! Checks of the workspace that no compiler makes: `cargo run -p xtask -- tidy`.

mod edges;
mod files;

use std::process::ExitCode;

fn main() -> ExitCode {
    let task = std::env::args().nth(1);
    let problems = match task.as_deref() {
        Some("tidy") => [edges::problems(), files::problems()].concat(),
        _ => vec!["usage: cargo run -p xtask -- tidy".to_owned()],
    };
    problems.iter().for_each(|problem| eprintln!("{problem}"));
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
