//! One run at a time: who holds OUTPUTS, and since when.

use super::claim::Claim;
use super::error::Error;
use super::files::open_unlinked;
use rustix::io::Errno;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
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
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = open_unlinked(options.mode(0o640), &path).map_err(Error::io(&path))?;
        let claim = match file.try_lock() {
            Ok(()) => Claim::refuse_another(root, holder).map(|()| None)?,
            Err(fs::TryLockError::WouldBlock) => {
                let mut other = String::new();
                file.take(512)
                    .read_to_string(&mut other)
                    .map_err(Error::io(&path))?;
                let holder = other.trim().to_string();
                return Err(Error::Locked { path, holder });
            }
            Err(fs::TryLockError::Error(error)) if knows_no_lock(&error) => {
                Some(Claim::take(root, holder)?)
            }
            Err(fs::TryLockError::Error(error)) => return Err(Error::io(&path)(error)),
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

/// A file system without locks: NFS without its lock service, some of FUSE and SMB.
fn knows_no_lock(error: &io::Error) -> bool {
    let errno = Errno::from_io_error(error);
    errno.is_some_and(|errno| {
        matches!(
            errno,
            Errno::NOLCK | Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL
        )
    })
}
