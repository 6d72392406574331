//! One server for one PostgreSQL database, as `lock` has it for a data folder.

use std::time::Duration;

use kelias_metastore::{Claim, StoreError};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tokio_util::sync::{CancellationToken, DropGuard};

/// How long the database may take to say that the claim still holds.
const PATIENCE: Duration = Duration::from_secs(10);

/// Keeps a claim for as long as the server serves.
#[derive(Debug)]
pub(crate) struct Guard {
    serving: DropGuard,
    watching: JoinHandle<()>,
}

impl Guard {
    /// Takes the claim, unless another server has it, and looks after it `every` so often.
    pub(crate) async fn take(url: &str, every: Duration) -> Result<Self, StoreError> {
        let claim = Claim::take(url).await?;
        let released = CancellationToken::new();
        let watching = tokio::spawn(watch(url.to_owned(), claim, every, released.clone()));
        Ok(Self { serving: released.drop_guard(), watching })
    }

    /// Lets go of the claim. Nothing of the server may write after that.
    pub(crate) async fn release(self) {
        drop(self.serving);
        // Whatever became of it, it holds nothing any more.
        let _ = self.watching.await;
    }
}

/// Looks after the claim, and takes it anew when its connection is lost: the database was restarted, or the network failed.
async fn watch(url: String, claim: Claim, every: Duration, released: CancellationToken) {
    let mut held = Some(claim);
    loop {
        tokio::select! {
            () = released.cancelled() => break,
            () = sleep(every) => {}
        }
        // Whoever stops the server does not wait for a database that does not answer.
        held = tokio::select! {
            () = released.cancelled() => return,
            held = look(held, &url) => held,
        };
    }
    if let Some(claim) = held {
        claim.release().await;
    }
}

/// The claim, taken anew if it does not hold any more.
async fn look(held: Option<Claim>, url: &str) -> Option<Claim> {
    if let Some(claim) = held
        && let Some(claim) = check(claim).await
    {
        return Some(claim);
    }
    retake(url).await
}

/// The claim, if it still holds.
async fn check(mut claim: Claim) -> Option<Claim> {
    let why = match timeout(PATIENCE, claim.check()).await {
        Ok(Ok(())) => return Some(claim),
        Ok(Err(error)) => error.to_string(),
        Err(_) => format!("no answer in {} seconds", PATIENCE.as_secs()),
    };
    tracing::error!(error = why, "the connection that keeps other servers off the database is lost; taking it anew");
    None
}

async fn retake(url: &str) -> Option<Claim> {
    match Claim::take(url).await {
        Ok(claim) => {
            tracing::warn!("other servers are kept off the database again");
            Some(claim)
        }
        Err(StoreError::Claimed) => {
            tracing::error!("another server has taken the database over; stop one of the two, or edits may be refused");
            None
        }
        Err(error) => {
            tracing::warn!(%error, "the database cannot be claimed yet");
            None
        }
    }
}
