//! Where a store lies, and how its connections are opened there.

use std::fmt::Write;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AnyConnection, AnyPool, Connection, Executor, SqlSafeStr};

use crate::{Result, StoreError};

/// Where a store lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// SQLite: the file `kelias.sqlite` in this folder. A folder that is not there is made, for its owner only.
    Folder(PathBuf),
    /// PostgreSQL, by URL: `postgres://USER:PASSWORD@HOST/DATABASE`, with the parameters of libpq behind a question mark.
    Postgres(String),
}

impl Location {
    /// Makes the folder of a store, for its owner only, where there is none. [`crate::Store::open`] does so too: this is for who
    /// has something to do in the folder before.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made.
    pub fn make_folder(folder: &Path) -> Result<()> {
        make_folder(folder).map_err(|source| StoreError::Folder { path: folder.to_owned(), source })
    }
}

/// The connections of a store.
pub(crate) struct Pools {
    /// For what writes.
    pub(crate) write: AnyPool,
    /// For everything else.
    pub(crate) read: AnyPool,
}

/// Said to every connection to SQLite. A second process may write to the same file, so each waits for the other.
const SQLITE: &str = "PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; \
     PRAGMA journal_size_limit = 67108864";

/// Said to every connection to PostgreSQL. No statement of ours takes long, so a lost lock must not hold up the server;
/// and where the cluster acknowledges before it has written, ours asks for more.
const POSTGRES: &str = "SET statement_timeout = '30s'; SET lock_timeout = '10s'; \
     SET idle_in_transaction_session_timeout = '60s'; SET client_min_messages = 'warning'; \
     SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

/// Opens the connections and brings the tables up to date.
pub(crate) async fn open(location: &Location) -> Result<Pools> {
    sqlx::any::install_default_drivers();
    match location {
        Location::Folder(folder) => open_folder(folder).await,
        Location::Postgres(url) => open_postgres(url).await,
    }
}

/// SQLite has one writer at a time: one connection of ours writes, so that writers queue here and not in the file.
async fn open_folder(folder: &Path) -> Result<Pools> {
    let failed = |source| StoreError::Folder { path: folder.to_owned(), source };
    let path = folder.to_owned();
    let prepared = tokio::task::spawn_blocking(move || prepare(&path)).await;
    let (url, lock) = prepared.map_err(io::Error::other).and_then(|prepared| prepared).map_err(failed)?;
    let options: AnyConnectOptions = url.parse()?;
    try_once(&options, "PRAGMA journal_mode = WAL").await?;
    let write = pool(SQLITE).max_connections(1).idle_timeout(None).max_lifetime(None);
    let write = write.connect_lazy_with(options.clone());
    migrate(&write).await?;
    drop(lock);
    tracing::debug!(folder = %folder.display(), "opened the SQLite store");
    let read = pool(SQLITE).max_connections(4).connect_lazy_with(options);
    Ok(Pools { write, read })
}

/// The address of a PostgreSQL database, which no other URL is.
pub(crate) fn postgres(url: &str) -> Result<AnyConnectOptions> {
    if !["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
        return Err(StoreError::NotPostgres);
    }
    Ok(url.parse()?)
}

async fn open_postgres(url: &str) -> Result<Pools> {
    let options = postgres(url)?;
    try_once(&options, POSTGRES).await?;
    let write = pool(POSTGRES).max_connections(10).connect_lazy_with(options);
    migrate(&write).await?;
    tracing::debug!("opened the PostgreSQL store");
    Ok(Pools { read: write.clone(), write })
}

/// Connects outside of the pools: those would try again for long before they say that anything is wrong.
async fn try_once(options: &AnyConnectOptions, statement: &'static str) -> Result<()> {
    let mut connection = AnyConnection::connect_with(options).await?;
    connection.execute(statement).await?;
    Ok(connection.close().await?)
}

fn pool(setup: &'static str) -> AnyPoolOptions {
    AnyPoolOptions::new().acquire_timeout(Duration::from_secs(15)).after_connect(move |connection, _| {
        Box::pin(async move {
            connection.execute(setup).await?;
            Ok(())
        })
    })
}

async fn migrate(pool: &AnyPool) -> Result<()> {
    migrator().run(pool).await.map_err(|error| match error {
        MigrateError::VersionMissing(format) => StoreError::Newer { what: "the database".to_owned(), format },
        error => error.into(),
    })
}

/// The tables, as they grew. sqlx notes in `kelias_migrations` what was run, and refuses a file that was changed since.
fn migrator() -> Migrator {
    let files = [
        ("maps", include_str!("../migrations/0001_maps.sql")),
        ("access", include_str!("../migrations/0002_access.sql")),
        ("summaries", include_str!("../migrations/0003_summaries.sql")),
        ("shared versions", include_str!("../migrations/0004_shared_versions.sql")),
        ("grants", include_str!("../migrations/0005_grants.sql")),
    ];
    let migrations = (1..).zip(files).map(|(version, (name, sql))| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    let mut migrator = Migrator::with_migrations(migrations.collect());
    migrator.dangerous_set_table_name("kelias_migrations");
    migrator
}

/// Makes the folder and an empty database in it where there is none, and says the database's URL. Holds a lock on the folder's
/// `kelias.lock` until the tables are there, since neither the switch to a write-ahead log nor the making of tables
/// can be done by two processes at once.
fn prepare(folder: &Path) -> io::Result<(String, File)> {
    make_folder(folder)?;
    let mut new = OpenOptions::new();
    new.write(true).create_new(true);
    let mut lock = OpenOptions::new();
    lock.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        new.mode(0o600);
        lock.mode(0o600);
    }
    let folder = folder.canonicalize()?;
    let lock = lock.open(folder.join("kelias.lock"))?;
    lock.lock()?;
    let database = folder.join("kelias.sqlite");
    // Only a file that is not there is opened here: closing it gives up every lock this process holds on it.
    match new.open(&database) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let path = database.to_str().ok_or_else(|| io::Error::other("its path is not valid Unicode"))?;
    Ok((format!("sqlite://{}?mode=rw", percent_encode(path)), lock))
}

fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A path as part of a URL.
fn percent_encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("a string takes what is written to it");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use sqlx::Row;
    use tempfile::TempDir;

    use super::{Location, open};

    #[tokio::test]
    async fn every_connection_to_sqlite_is_durable_and_holds_references() {
        let folder = TempDir::new().unwrap();
        let pools = open(&Location::Folder(folder.path().to_owned())).await.unwrap();
        for pool in [pools.write, pools.read] {
            // More connections than one, where the pool has them.
            let mut connections = Vec::new();
            for _ in 0..pool.options().get_max_connections() {
                connections.push(pool.acquire().await.unwrap());
            }
            for mut connection in connections {
                for (pragma, expected) in [("PRAGMA synchronous", 2), ("PRAGMA foreign_keys", 1)] {
                    let row = sqlx::query(pragma).fetch_one(&mut *connection).await.unwrap();
                    assert_eq!(row.get::<i64, _>(0), expected, "{pragma}");
                }
                let row = sqlx::query("PRAGMA journal_mode").fetch_one(&mut *connection).await.unwrap();
                assert_eq!(row.get::<String, _>(0), "wal");
            }
        }
    }
}
