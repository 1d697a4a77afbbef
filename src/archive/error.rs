//! Why OUTPUTS could not be read or changed.

use std::io;
use std::path::{Path, PathBuf};

/// What the archive could not do. Nothing that was published before has changed then.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{}: {source}", path.display())]
    Io { path: PathBuf, source: io::Error },

    #[error("{}: a file, and no folder that years can be published into", path.display())]
    NotAFolder { path: PathBuf },

    #[error("{}: a link that leads to no folder; is the disk or the share behind it mounted?", path.display())]
    BrokenLink { path: PathBuf },

    /// Another run holds the lock of the file system.
    #[error("{}: another run holds the lock: {holder}; wait for it to end", path.display())]
    Locked { path: PathBuf, holder: String },

    /// A file stands for the lock where the file system has none, and its maker may still run.
    #[error(
        "{}: another run holds the lock: {}; wait for it to end, or remove this file if it surely has ended",
        path.display(),
        holder.as_deref().unwrap_or("its file does not say who")
    )]
    Claimed {
        path: PathBuf,
        holder: Option<String>,
    },

    #[error("{}: other runs hold the lock again and again", path.display())]
    Contended { path: PathBuf },

    #[error("{}: the lock was taken from this run; nothing was changed", path.display())]
    LockLost { path: PathBuf },

    #[error("{}: interrupted; nothing was changed", path.display())]
    Interrupted { path: PathBuf },

    #[error("{}: the record of the frozen year is damaged: {source}", path.display())]
    Damaged {
        path: PathBuf,
        source: serde_json::Error,
    },
}

impl Error {
    /// What a step on a path fails with.
    pub fn io(path: &Path) -> impl Fn(io::Error) -> Error {
        move |source| Error::Io {
            path: path.to_path_buf(),
            source,
        }
    }

    /// Where it happened.
    pub fn path(&self) -> &Path {
        match self {
            Error::Io { path, .. }
            | Error::NotAFolder { path }
            | Error::BrokenLink { path }
            | Error::Locked { path, .. }
            | Error::Claimed { path, .. }
            | Error::Contended { path }
            | Error::LockLost { path }
            | Error::Interrupted { path }
            | Error::Damaged { path, .. } => path,
        }
    }
}
