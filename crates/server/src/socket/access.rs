//! Who a socket's client is, and what that is worth at this moment.

use std::sync::Arc;
use std::time::Duration;

use kelias_collab::room::Visitor;
use tokio::sync::{Mutex, watch};
use tokio::time::sleep;

use super::closing::Closing;
use crate::auth::Credentials;
use crate::policy::{Action, Actor, Object, allows};
use crate::state::App;

/// How often it is asked anew who a client is: a session runs out by itself, a token is revoked by another process.
const RECHECK: Duration = Duration::from_secs(10);

/// Tells every socket that rights have changed.
#[derive(Debug)]
pub(crate) struct Access(watch::Sender<()>);

impl Default for Access {
    fn default() -> Self {
        Self(watch::Sender::new(()))
    }
}

impl Access {
    /// Rights have changed: a link was revoked, a session ended. Sockets look up at once whether they may go on.
    pub(crate) fn changed(&self) {
        self.0.send_replace(());
    }
}

/// What the client of one socket may do to one map.
pub(super) struct Rights {
    app: Arc<App>,
    credentials: Credentials,
    map: String,
    actor: Actor,
    changes: watch::Receiver<()>,
}

impl Rights {
    /// Looks up who the client is.
    pub(super) async fn find(app: &Arc<App>, credentials: Credentials, map: &str) -> Result<Self, Closing> {
        // What changes while the client is looked up counts as later.
        let changes = app.access.0.subscribe();
        let (app, map) = (Arc::clone(app), map.to_owned());
        let mut rights = Self { app, credentials, map, actor: Actor::Stranger, changes };
        rights.look_up().await?;
        Ok(rights)
    }

    /// Who it is as the room knows it: the same for all sockets of one session or token.
    pub(super) fn visitor(&self) -> Visitor {
        Visitor { name: self.actor.name().into(), identity: self.credentials.identity().into() }
    }

    /// Whether the client may edit.
    pub(super) fn may_edit(&self) -> bool {
        allows(&self.actor, Action::EditMap, Object::Map(&self.map))
    }

    /// Asks the policy about a message: whether it may be taken at all, and whether it may edit.
    pub(super) async fn of_message(&mut self) -> Result<bool, Closing> {
        if self.changes.has_changed().unwrap_or(true) {
            self.look_up().await?;
        }
        Ok(self.may_edit())
    }

    /// Looks up anew who the client is, and whether it may still read.
    async fn look_up(&mut self) -> Result<(), Closing> {
        self.changes.mark_unchanged();
        self.actor = self.app.actor(&self.credentials).await.map_err(|problem| {
            tracing::warn!(map = self.map, %problem, "a socket cannot tell who its client is");
            Closing::FAILED
        })?;
        if allows(&self.actor, Action::ReadMap, Object::Map(&self.map)) {
            return Ok(());
        }
        Err(if self.actor == Actor::Stranger { Closing::SIGNED_OUT } else { Closing::FORBIDDEN })
    }
}

/// Looks up anew who the client is, whenever that may have changed, until it may no longer read.
pub(super) async fn guard(rights: &Mutex<Rights>) -> Closing {
    let mut changes = rights.lock().await.changes.clone();
    loop {
        tokio::select! {
            _ = changes.changed() => {}
            () = sleep(RECHECK) => {}
        }
        if let Err(closing) = rights.lock().await.look_up().await {
            return closing;
        }
    }
}
