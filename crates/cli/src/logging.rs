//! What is logged, and how. The log goes to standard error; `KELIAS_LOG` says how much of it there is.

use std::io::IsTerminal;

use clap::ValueEnum;
use serde::Deserialize;
use tracing_subscriber::EnvFilter;

/// How a command's log is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Log {
    /// Its form.
    pub(crate) format: LogFormat,
    /// How much of it there is, unless `KELIAS_LOG` says so.
    pub(crate) level: &'static str,
}

/// Form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object on each line, for machines.
    Json,
}

impl Default for Log {
    fn default() -> Self {
        Self { format: LogFormat::Text, level: "warn" }
    }
}

/// Logs from now on.
pub(crate) fn start(log: Log) {
    let filter = EnvFilter::try_from_env("KELIAS_LOG").unwrap_or_else(|_| EnvFilter::new(log.level));
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false);
    match log.format {
        LogFormat::Text => subscriber.init(),
        LogFormat::Json => subscriber.json().init(),
    }
}
