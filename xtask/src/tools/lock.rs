//! One installation at a time, over all runs of this program that share the cache.

use std::fs::{self, File, TryLockError};

use crate::error::Error;
use crate::workspace::Workspace;

/// Holds the installation lock until it is dropped.
#[derive(Debug)]
pub struct InstallLock(#[expect(dead_code, reason = "closing the file releases the lock")] File);

impl InstallLock {
    /// Waits for other runs that are installing, and says so.
    pub fn take(workspace: &Workspace) -> Result<Self, Error> {
        let folder = workspace.cache("");
        fs::create_dir_all(&folder).map_err(Error::io("creating", &folder))?;
        let path = workspace.cache("install.lock");
        let file = File::create(&path).map_err(Error::io("writing", &path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                println!("· waiting for another cargo xtask that is installing tools …");
                file.lock().map_err(Error::io("locking", &path))?;
            }
            Err(TryLockError::Error(source)) => return Err(Error::io("locking", &path)(source)),
        }
        Ok(Self(file))
    }
}
