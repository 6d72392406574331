//! `kelias token`: API tokens of a server.

use std::process::ExitCode;

use comfy_table::{Table, presets};
use kelias_metastore::{Store, StoreError};
use miette::{IntoDiagnostic, Result, miette};
use serde_json::json;

use super::schema::print;
use super::serve::StoreArgs;
use crate::exit::CouldNot;

/// Characters that a token's name may have.
const LONGEST_NAME: usize = 80;

/// Make, list and revoke API tokens
///
/// A program sends a token as `Authorization: Bearer TOKEN` and may do what the owner may. Works while the server runs, and while it does not.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Make a token and print it, this once
    New {
        #[command(flatten)]
        store: StoreArgs,
        /// What the token is called in lists and histories
        #[arg(long, value_name = "NAME")]
        name: String,
    },
    /// List the tokens, without their secrets
    List {
        #[command(flatten)]
        store: StoreArgs,
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Revoke a token: it opens nothing from now on
    Revoke {
        #[command(flatten)]
        store: StoreArgs,
        /// Id of the token, as `kelias token list` shows it
        id: String,
    },
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| CouldNot(format!("cannot start threads: {error}")))?;
    runtime.block_on(async {
        match &args.what {
            What::New { store, name } => new(&open(store).await?, name).await,
            What::List { store, json } => list(&open(store).await?, *json).await,
            What::Revoke { store, id } => revoke(&open(store).await?, id).await,
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn open(store: &StoreArgs) -> Result<Store> {
    Ok(Store::open(&store.location()?).await.map_err(could_not)?)
}

async fn new(store: &Store, name: &str) -> Result<()> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(miette!(
            "--name must have 1 to {LONGEST_NAME} characters; choose one that says what the token is for"
        ));
    }
    let token = store.new_token(name, chrono::Utc::now().timestamp_micros()).await.map_err(could_not)?;
    print(&format!("{}\n", token.as_str()))
}

async fn list(store: &Store, as_json: bool) -> Result<()> {
    let tokens = store.tokens().await.map_err(could_not)?;
    let rows = tokens.into_iter().map(|token| {
        let made = chrono::DateTime::from_timestamp_micros(token.created_at).unwrap_or_default();
        (token.id, token.name, made.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
    });
    if as_json {
        let tokens: Vec<_> =
            rows.map(|(id, name, made)| json!({ "id": id, "name": name, "created_at": made })).collect();
        return print(&format!("{}\n", serde_json::to_string(&json!({ "tokens": tokens })).into_diagnostic()?));
    }
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(["Id", "Name", "Made"]);
    for (id, name, made) in rows {
        table.add_row([id, name, made]);
    }
    print(&format!("{}\n", table.trim_fmt()))
}

async fn revoke(store: &Store, id: &str) -> Result<()> {
    if store.revoke_token(id).await.map_err(could_not)? {
        eprintln!("the token {id} opens nothing any more");
        return Ok(());
    }
    Err(miette!("there is no token {id}; `kelias token list` shows them"))
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn could_not(error: StoreError) -> CouldNot {
    CouldNot(error.to_string())
}
