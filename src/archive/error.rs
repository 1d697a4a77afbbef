//! Why OUTPUTS could not be read or changed.

use crate::model::finding::Lang;
use crate::words::labels::fill;
use crate::words::{Words, faults};
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::{Path, PathBuf};

/// What the archive could not do. Nothing that was published before has changed then.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system refused a step on a path.
    Io { path: PathBuf, source: io::Error },
    /// A file stands where OUTPUTS should be.
    NotAFolder { path: PathBuf },
    /// OUTPUTS is a link that leads nowhere.
    BrokenLink { path: PathBuf },
    /// Another run holds the lock of the file system.
    Locked {
        path: PathBuf,
        holder: Option<String>,
    },
    /// A file stands for the lock where the file system has none, and its maker may still run.
    Claimed {
        path: PathBuf,
        holder: Option<String>,
    },
    /// Other runs took the lock each time that it was free.
    Contended { path: PathBuf },
    /// Somebody removed the file that stands for the lock.
    LockLost { path: PathBuf },
    /// Another program has a published file open, and its folder cannot be moved meanwhile.
    InUse { path: PathBuf },
    /// The run was asked to end.
    Interrupted { path: PathBuf },
    /// The record of a frozen year is not what was written.
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

    /// The message, place first.
    pub fn in_lang(&self, lang: Lang) -> String {
        let fact = match self {
            Error::Io { source, .. } => faults::io(source, lang),
            Error::NotAFolder { .. } => fill(faults::NOT_A_FOLDER, lang, &[]),
            Error::BrokenLink { .. } => fill(faults::BROKEN_LINK, lang, &[]),
            Error::Locked { holder, .. } => locked(faults::LOCKED, holder.as_deref(), lang),
            Error::Claimed { holder, .. } => locked(faults::CLAIMED, holder.as_deref(), lang),
            Error::Contended { .. } => fill(faults::CONTENDED, lang, &[]),
            Error::LockLost { .. } => fill(faults::LOCK_LOST, lang, &[]),
            Error::InUse { .. } => fill(faults::IN_USE, lang, &[]),
            Error::Interrupted { .. } => fill(faults::INTERRUPTED, lang, &[]),
            Error::Damaged { source, .. } => {
                fill(faults::FROZEN_DAMAGED, lang, &[&source.to_string()])
            }
        };
        format!("{}: {fact}", self.path().display())
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
            | Error::InUse { path }
            | Error::Interrupted { path }
            | Error::Damaged { path, .. } => path,
        }
    }
}

fn locked(fact: Words, holder: Option<&str>, lang: Lang) -> String {
    let unknown = faults::NO_HOLDER.in_lang(lang);
    fill(fact, lang, &[holder.unwrap_or(unknown)])
}

/// In English: for those who ask for no language.
impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_lang(Lang::En))
    }
}
