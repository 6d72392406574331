//! An open lake.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use crate::LakeError;
use crate::links::Links;
use crate::table::{Table, newest_version};

/// A folder of events. Opening one reads nothing; each call reads the newest version.
#[derive(Debug, Clone)]
pub struct Lake {
    path: PathBuf,
}

/// The right to write, given back when dropped.
#[derive(Debug)]
pub(crate) struct WriteLock(#[expect(dead_code, reason = "closing the file gives the lock back")] File);

impl Lake {
    /// Opens a lake that exists.
    ///
    /// # Errors
    /// When there is none, or something else stands there.
    pub fn open(path: &Path) -> Result<Self, LakeError> {
        if path.is_file() {
            return Err(LakeError::NotAFolder(path.display().to_string()));
        }
        if newest_version(path).is_none() && !path.join("_delta_log").is_dir() {
            return Err(LakeError::Missing(path.display().to_string()));
        }
        Ok(Self { path: path.to_owned() })
    }

    /// Opens a lake, or makes an empty one.
    ///
    /// # Errors
    /// When the folder cannot be made or holds something else.
    pub fn open_or_create(path: &Path) -> Result<Self, LakeError> {
        if path.is_file() {
            return Err(LakeError::NotAFolder(path.display().to_string()));
        }
        fs::create_dir_all(path).map_err(LakeError::io("create", path))?;
        let lake = Self { path: path.to_owned() };
        let _lock = lake.lock()?;
        if newest_version(path).is_none() {
            Table::create(path)?;
        }
        Ok(lake)
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The newest version of the table.
    ///
    /// # Errors
    /// When the table's log is gone.
    pub fn version(&self) -> Result<u64, LakeError> {
        newest_version(&self.path).ok_or_else(|| LakeError::Missing(self.path.display().to_string()))
    }

    pub(crate) fn table(&self) -> Result<Table, LakeError> {
        Table::open(&self.path)
    }

    pub(crate) fn links(&self) -> Links {
        Links::at(self.beside("links"))
    }

    /// A folder beside the table.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.path.join("_kelias").join(name)
    }

    pub(crate) fn make_beside(&self, name: &str) -> Result<PathBuf, LakeError> {
        let folder = self.beside(name);
        fs::create_dir_all(&folder).map_err(LakeError::io("create", &folder))?;
        Ok(folder)
    }

    /// Waits until nobody else writes.
    pub(crate) fn lock(&self) -> Result<WriteLock, LakeError> {
        let path = self.make_beside("")?.join("lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(LakeError::io("write", &path))?;
        match file.try_lock() {
            Ok(()) => return Ok(WriteLock(file)),
            Err(fs::TryLockError::WouldBlock) => {
                tracing::info!(lake = %self.path.display(), "waiting for another writer");
            }
            Err(fs::TryLockError::Error(error)) => return Err(LakeError::io("lock", &path)(error)),
        }
        file.lock().map_err(LakeError::io("lock", &path))?;
        Ok(WriteLock(file))
    }
}
