//! One run at a time: who holds OUTPUTS, and since when.

use super::claim::Claim;
use super::error::Error;
use crate::system;
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

/// Held until it is dropped, or until its process ends, however that ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
    /// Instead of the lock, where the file system knows none.
    claim: Option<Claim>,
}

impl Lock {
    /// Takes the lock of a folder and writes its holder into it.
    pub fn take(root: &Path, holder: &str) -> Result<Lock, Error> {
        let path = root.join(".lock");
        let mut file = system::open_to_change(&path).map_err(Error::io(&path))?;
        let claim = match file.try_lock() {
            Ok(()) => Claim::refuse_another(root, holder).map(|()| None)?,
            Err(TryLockError::WouldBlock) => {
                let mut other = String::new();
                // Windows lets nobody read what is locked.
                let read = file.take(512).read_to_string(&mut other);
                let holder = read.ok().map(|_| other.trim().to_string());
                return Err(Error::Locked { path, holder });
            }
            Err(TryLockError::Error(error)) if system::has_no_locks(&error) => {
                Some(Claim::take(root, holder)?)
            }
            Err(TryLockError::Error(error)) => return Err(Error::io(&path)(error)),
        };
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(holder.as_bytes()))
            .map_err(Error::io(&path))?;
        Ok(Lock { _file: file, claim })
    }

    /// Whether it is held still: a lock always is, a claim until somebody removes its file.
    pub fn stands(&self) -> bool {
        self.claim.as_ref().is_none_or(Claim::stands)
    }
}
