//! What every request can reach.

use std::fmt;
use std::sync::Arc;

use kelias_collab::room::Rooms;
use kelias_metastore::Store;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::folder::Folder;
use crate::jobs::Jobs;
use crate::keeper::Keeper;
use crate::parts::{Measurer, Page};
use crate::pool::Pool;
use crate::socket::{Access, Places};
use crate::tasks::Tasks;
use crate::time::Clock;

/// The server's parts, shared by all requests.
pub(crate) struct App {
    pub(crate) config: Config,
    pub(crate) store: Store,
    /// Maps under edit.
    pub(crate) rooms: Rooms,
    /// Tells sockets that rights have changed.
    pub(crate) access: Access,
    /// Bounds how many sockets there are.
    pub(crate) sockets: Places,
    /// Writes down what follows from edits.
    pub(crate) keeper: Arc<Keeper>,
    /// The folder of map files, where one is served.
    pub(crate) folder: Option<Arc<Folder>>,
    /// Maps being measured.
    pub(crate) jobs: Jobs,
    /// Threads for posters and pictures.
    pub(crate) pool: Pool,
    pub(crate) page: Arc<dyn Page>,
    pub(crate) measurer: Option<Arc<dyn Measurer>>,
    pub(crate) clock: Clock,
    /// Says when the server is asked to stop.
    pub(crate) stopping: CancellationToken,
    /// What goes on beside requests; a stop waits for it.
    pub(crate) tasks: Tasks,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}
