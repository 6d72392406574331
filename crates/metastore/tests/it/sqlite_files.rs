//! What only SQLite's files can show.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use kelias_metastore::{Location, Store, StoreError};
use tempfile::TempDir;

use crate::place::new_map;

#[tokio::test]
async fn the_folder_is_made_for_its_owner_only() {
    let parent = TempDir::new().unwrap();
    // Characters that mean something in a URL.
    let folder = parent.path().join("a b").join("50%41 #1?x=ė");
    let location = Location::Folder(folder.clone());
    let store = Store::open(&location).await.unwrap();
    new_map(&store, "shop").await;
    let rights = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(rights(folder.clone()), 0o700);
    let mut files = Vec::new();
    for file in fs::read_dir(&folder).unwrap() {
        let file = file.unwrap();
        assert_eq!(rights(file.path()), 0o600, "{file:?}");
        files.push(file.file_name().into_string().unwrap());
    }
    files.sort();
    assert_eq!(files, ["kelias.lock", "kelias.sqlite", "kelias.sqlite-shm", "kelias.sqlite-wal"]);
    store.close().await;
    assert_eq!(Store::open(&location).await.unwrap().maps(false).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_folder_that_cannot_be_used_is_named() {
    let parent = TempDir::new().unwrap();
    let file = parent.path().join("file");
    fs::write(&file, "").unwrap();
    let error = Store::open(&Location::Folder(file.clone())).await.unwrap_err();
    assert!(matches!(error, StoreError::Folder { .. }), "{error}");
    assert!(error.to_string().starts_with(&format!("cannot use the data folder {}: ", file.display())), "{error}");
    fs::write(parent.path().join("kelias.sqlite"), "not a database, by no means".repeat(100)).unwrap();
    let error = Store::open(&Location::Folder(parent.path().to_owned())).await.unwrap_err();
    assert!(error.to_string().contains("not a database"), "{error}");
}

#[tokio::test]
async fn a_url_of_another_database_is_refused() {
    for url in ["mysql://localhost/kelias", "sqlite::memory:", "localhost/kelias", ""] {
        let error = Store::open(&Location::Postgres(url.to_owned())).await.unwrap_err();
        assert!(matches!(error, StoreError::NotPostgres), "{url}: {error}");
    }
}
