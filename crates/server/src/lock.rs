//! One server for one data folder. Rooms hold documents in memory: two servers would each write past what the other knows.

use std::fs::{File, TryLockError};
use std::path::Path;

use kelias_metastore::Location;

use crate::server::ServerError;

/// Holds a data folder for as long as the value lives; the system lets go of it when the process ends, however that is.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the folder, unless another server has it, and makes it where there is none.
    pub(crate) fn take(folder: &Path) -> Result<Self, ServerError> {
        Location::make_folder(folder)?;
        let path = folder.join("server.lock");
        let file = File::options().create(true).append(true).open(&path);
        let file = file.map_err(|source| ServerError::Lock { path: path.clone(), source })?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(ServerError::Taken { folder: folder.to_owned() }),
            Err(TryLockError::Error(source)) => Err(ServerError::Lock { path, source }),
        }
    }
}
