//! `kelias serve`: the page, the API and the sockets of a team's maps.

mod measurer;
mod page;
mod settings;

use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use kelias_server::{Clock, Limits, Parts, Server, ServerError};
use miette::{IntoDiagnostic, Result};
use serde_json::json;
use tokio::net::TcpListener;

use self::measurer::ByLake;
use self::page::Embedded;
use self::settings::Settings;
pub(crate) use self::settings::StoreArgs;
use crate::exit::CouldNot;
use crate::logging::Log;

/// Serve the page and the API
///
/// Each setting is taken from its option, else from its environment variable, else from the file kelias.toml in the data folder (or --config
/// FILE), where it has the option's name without the hyphens in front: listen = "127.0.0.1:7373".
///
/// Only programs of this machine can reach the server, unless --listen names another address. For others, put a proxy that speaks https before
/// it and name its address with --public-url.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Signs you in by the link it prints; the link works once, within an hour, and each start prints a new one.

Examples:
  kelias serve --data kelias-data
  kelias serve --maps journeys                    write edits back to the files of a git checkout
  kelias serve --listen 0.0.0.0:7373 --public-url https://maps.example.org"
)]
pub(crate) struct Args {
    #[command(flatten)]
    settings: settings::Args,
    /// Print one line of JSON when the server is ready: `{"url", "sign_in_url"}`
    #[arg(long)]
    json: bool,
}

impl Args {
    /// How the log is written: every request is told.
    pub(crate) fn log(&self) -> Log {
        Log { format: self.settings.log_format(), level: "warn,kelias_server=info,kelias::commands::serve=info" }
    }
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let settings = args.settings.settle()?;
    raise_open_files(&settings.config.limits);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| CouldNot(format!("cannot start threads: {error}")))?;
    runtime.block_on(serve(settings, args.json))?;
    Ok(ExitCode::SUCCESS)
}

/// Every client is an open file to the system, which usually lets a process have 1,024 of them until it asks for all it may have.
fn raise_open_files(limits: &Limits) {
    match rlimit::increase_nofile_limit(u64::MAX) {
        // Those of the database, the folder of maps and the lake beside the clients'.
        Ok(most) if most < (limits.connections + limits.sockets + 200) as u64 => {
            tracing::warn!(
                most,
                "fewer files may be open at a time than there may be clients; raise the hard limit (ulimit -Hn)"
            );
        }
        Ok(most) => tracing::info!(most, "files that may be open at a time"),
        Err(error) => tracing::warn!(%error, "it cannot be told how many files may be open at a time"),
    }
}

async fn serve(settings: Settings, json: bool) -> Result<()> {
    let Settings { listen, lake, config } = settings;
    let listener = TcpListener::bind(listen).await;
    let listener =
        listener.map_err(|error| CouldNot(format!("cannot listen at {listen}: {error}; choose another --listen")))?;
    let listening = listener.local_addr().into_diagnostic()?;
    let measurer = Some(Arc::new(ByLake::new(lake)) as _);
    let parts = Parts { page: Arc::new(Embedded), measurer, clock: Clock::new(now) };
    let is_public = config.public_url.is_some();
    let server = Server::open(config, parts).await.map_err(could_not)?;
    // From here on a signal stops the server in good order.
    let stop = stop_signal()?;
    let url = server.url(listening);
    let sign_in_url = format!("{url}{}", server.sign_in_path().await.map_err(could_not)?);
    tell(&url, &sign_in_url, json)?;
    warn_of_reach(listening, is_public);
    server.serve(listener, stop).await.map_err(could_not)?;
    Ok(())
}

/// The system's time, in microseconds since 1970.
fn now() -> i64 {
    chrono::Utc::now().timestamp_micros()
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn could_not(error: ServerError) -> CouldNot {
    CouldNot(error.to_string())
}

/// Ends when the process is asked to stop: Ctrl-C, or SIGTERM from whatever supervises it.
fn stop_signal() -> Result<impl Future<Output = ()> + Send> {
    #[cfg(unix)]
    let mut terminate = {
        use tokio::signal::unix::{SignalKind, signal};
        signal(SignalKind::terminate()).map_err(|error| CouldNot(format!("cannot listen for signals: {error}")))?
    };
    Ok(async move {
        let interrupted = async {
            if let Err(error) = tokio::signal::ctrl_c().await {
                tracing::warn!(%error, "ctrl-c ends the process at once");
                std::future::pending::<()>().await;
            }
        };
        #[cfg(unix)]
        tokio::select! {
            () = interrupted => {}
            _ = terminate.recv() => {}
        }
        #[cfg(not(unix))]
        interrupted.await;
    })
}

fn tell(url: &str, sign_in_url: &str, json: bool) -> Result<()> {
    let text = if json {
        json!({ "url": url, "sign_in_url": sign_in_url }).to_string()
    } else {
        format!("Kelias is at {url}\nSign in by this link, once, within an hour:\n  {sign_in_url}")
    };
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).into_diagnostic()
}

fn warn_of_reach(listening: SocketAddr, is_public: bool) {
    if !listening.ip().is_loopback() && !is_public {
        eprintln!(
            "{listening} can be reached from other machines, and what they send is not encrypted; put a proxy that speaks https before it and name its address with --public-url"
        );
    }
}
