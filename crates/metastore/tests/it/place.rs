//! Where a case finds its database.

use std::path::Path;

use kelias_metastore::{Json, Location, NewMap, Store};
use sqlx::AnyPool;
use sqlx::any::AnyPoolOptions;

use crate::cluster::Cluster;

/// A database that is there and empty.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) location: Location,
    /// For looking at it behind the store's back.
    url: String,
    /// How a test is started again as a process of its own, see `kill`.
    pub(crate) test: &'static str,
}

impl Place {
    pub(crate) fn folder(path: &Path) -> Self {
        let url = format!("sqlite://{}/kelias.sqlite?mode=rwc", path.display());
        Self { location: Location::Folder(path.to_owned()), url, test: "sqlite" }
    }

    pub(crate) fn postgres(cluster: &Cluster, database: &str) -> Self {
        let url = cluster.url(database);
        Self { location: Location::Postgres(url.clone()), url, test: "postgres" }
    }

    pub(crate) async fn open(&self) -> Store {
        Store::open(&self.location).await.unwrap()
    }

    /// One connection past the store.
    pub(crate) async fn raw(&self) -> AnyPool {
        sqlx::any::install_default_drivers();
        if let Location::Folder(path) = &self.location {
            std::fs::create_dir_all(path).unwrap();
        }
        AnyPoolOptions::new().max_connections(1).connect(&self.url).await.unwrap()
    }
}

/// A map to try things on, made at time 1 by ada.
pub(crate) async fn new_map(store: &Store, id: &str) {
    store.create_map(a_map(id)).await.unwrap();
}

pub(crate) fn a_map(id: &str) -> NewMap {
    NewMap {
        id: id.to_owned(),
        folder: None,
        state: b"start".to_vec(),
        summary: Json::from(id),
        actor: "ada".to_owned(),
        at: 1,
    }
}
