//! The server: opened, serving, stopped.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use kelias_metastore::{Location, Store, StoreError};
use tokio::net::TcpListener;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::claim::Guard;
use crate::config::Config;
use crate::folder::{Folder, FolderError};
use crate::jobs::Jobs;
use crate::keeper::Keeper;
use crate::listeners::Listeners;
use crate::lock::Lock;
use crate::parts::Parts;
use crate::pool::Pool;
use crate::router::router;
use crate::socket::{Access, Places};
use crate::state::App;
use crate::tasks::Tasks;
use crate::time::HOUR;
use crate::{catching_up, connections, housekeeping, rooms};

/// A server over its documents.
#[derive(Debug)]
pub struct Server {
    app: Arc<App>,
    alone: Alone,
}

/// What keeps other servers off the documents.
#[derive(Debug)]
enum Alone {
    /// Of documents in a folder.
    Folder(Lock),
    /// Of documents in PostgreSQL.
    Database(Guard),
}

/// Why a server cannot serve.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// The documents are out of reach.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Another server has the data folder.
    #[error("another server serves {folder}; stop it, or name another folder by --data", folder = .folder.display())]
    Taken {
        /// The data folder.
        folder: PathBuf,
    },
    /// The data folder cannot be taken.
    #[error("cannot lock {path}: {source}", path = .path.display())]
    Lock {
        /// The file that stands for the folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder of maps cannot be served.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The network refuses.
    #[error("cannot serve: {0}")]
    Network(#[from] io::Error),
}

impl Server {
    /// Opens the documents and begins what goes on beside requests.
    ///
    /// # Errors
    /// The documents or the folder of maps are out of reach.
    pub async fn open(config: Config, parts: Parts) -> Result<Self, ServerError> {
        // Before the tables are brought up to date: the server that has them may be an older one.
        let alone = match &config.location {
            Location::Folder(folder) => Alone::Folder(Lock::take(folder)?),
            Location::Postgres(url) => Alone::Database(Guard::take(url, config.limits.claim_check).await?),
        };
        let store = Store::open(&config.location).await?;
        let keeper = Arc::new(Keeper::default());
        let folder = config.maps.as_deref().map(|root| Folder::open(root, &config.limits));
        let folder = folder.transpose()?.map(Arc::new);
        let mut listeners = Listeners(vec![Arc::clone(&keeper) as _]);
        listeners.0.extend(folder.clone().map(|folder| folder as _));
        let limits = &config.limits;
        let app = Arc::new(App {
            rooms: rooms::start(&store, &parts.clock, Arc::new(listeners), limits.quiet),
            access: Access::default(),
            sockets: Places::new(limits.sockets, limits.refused_sockets),
            jobs: Jobs::new(limits.measured_at_once),
            pool: Pool::new(limits.drawn_at_once, limits.drawing),
            config,
            store,
            keeper,
            folder,
            page: parts.page,
            measurer: parts.measurer,
            clock: parts.clock,
            stopping: CancellationToken::new(),
            tasks: Tasks::default(),
        });
        if let Some(folder) = &app.folder {
            // The portfolio is complete before the first question.
            folder.start(&app).await?;
            app.tasks.spawn(Folder::run(Arc::clone(folder), Arc::clone(&app)));
        }
        app.tasks.spawn(Keeper::run(Arc::clone(&app)));
        app.tasks.spawn(catching_up::run(Arc::clone(&app)));
        app.tasks.spawn(housekeeping::run(Arc::clone(&app)));
        Ok(Self { app, alone })
    }

    /// Everything the server answers.
    pub fn router(&self) -> Router {
        router(Arc::clone(&self.app))
    }

    /// The path of a new link that signs the owner in, once, within an hour.
    ///
    /// # Errors
    /// The documents are out of reach.
    pub async fn sign_in_path(&self) -> Result<String, ServerError> {
        let now = self.app.clock.now();
        let secret = self.app.store.new_sign_in(now, now + HOUR).await?;
        Ok(format!("/sign-in/{}", secret.as_str()))
    }

    /// The address people reach the server at, when it listens there.
    #[must_use]
    pub fn url(&self, listening: SocketAddr) -> String {
        match &self.app.config.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            // An address that stands for all of the machine's is no place to go to.
            None if listening.ip().is_unspecified() => format!("http://localhost:{}", listening.port()),
            None => format!("http://{listening}"),
        }
    }

    /// Serves until `stop` says so, then lets what is under way come to its end.
    ///
    /// # Errors
    /// The network refuses.
    pub async fn serve(self, listener: TcpListener, stop: impl Future<Output = ()> + Send) -> Result<(), ServerError> {
        let limits = self.app.config.limits.clone();
        let serving = tokio::spawn(connections::serve(listener, self.router(), limits, self.app.stopping.clone()));
        stop.await;
        tracing::info!("stopping");
        self.app.stopping.cancel();
        if timeout(self.app.config.limits.stop, serving).await.is_err() {
            tracing::warn!("some requests took too long and were broken off");
        }
        self.close().await;
        Ok(())
    }

    /// Ends what goes on beside requests and closes the documents; what was acknowledged is kept.
    pub async fn close(self) {
        let Self { app, alone } = self;
        app.stopping.cancel();
        app.jobs.cancel_all();
        app.rooms.stop().await;
        if timeout(app.config.limits.stop, app.tasks.wait()).await.is_err() {
            tracing::warn!("some background work took too long and was broken off");
        }
        app.keeper.finish(&app).await;
        if let Some(folder) = &app.folder {
            folder.finish(&app).await;
        }
        app.store.close().await;
        match alone {
            Alone::Folder(lock) => drop(lock),
            Alone::Database(guard) => guard.release().await,
        }
        tracing::info!("stopped");
    }
}
