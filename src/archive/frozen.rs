//! The seal of a year under `frozen/<year>/`: digests, figures, and the bytes that they were made from.

use super::Manifest;
use super::error::Error;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Tables that a seal holds to the byte.
pub const FIGURES: [&str; 7] = [
    "delegations.csv",
    "rejected.csv",
    "cube.csv",
    "by_country.csv",
    "by_quarter.csv",
    "by_funding.csv",
    "by_department.csv",
];

/// A submission as it was sealed; its bytes lie in `files/<digest>`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SealedFile {
    pub path: String,
    pub folder: String,
    pub year: Option<i32>,
    pub bytes: u64,
    pub digest: String,
    /// Lines of a secret document: its content is not copied.
    pub secret: Option<u64>,
    /// Why the file could not be opened: there are no bytes.
    pub unreadable: Option<String>,
}

impl SealedFile {
    /// Whether the seal holds the bytes of this file.
    pub fn is_copied(&self) -> bool {
        self.secret.is_none() && self.unreadable.is_none() && !self.digest.is_empty()
    }
}

/// A sealed year. It holds no time: that stands in the history.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Seal {
    pub year: i32,
    pub run_id: String,
    pub input_digest: String,
    pub totals: Value,
    /// Digests of [`FIGURES`] as published.
    pub figures: Manifest,
    pub files: Vec<SealedFile>,
    /// Where it lies.
    #[serde(skip)]
    pub folder: PathBuf,
}

impl Seal {
    /// The copy of a submission.
    pub fn copy(&self, file: &SealedFile) -> PathBuf {
        copies(&self.folder).join(&file.digest)
    }

    /// The copy of configuration, register, vocabulary and decisions.
    pub fn workspace(&self) -> PathBuf {
        workspace(&self.folder)
    }

    /// Whether files about to be published have the sealed figures.
    pub fn holds(&self, manifest: &Manifest) -> bool {
        let mut figures = self.figures.iter();
        figures.all(|(name, digest)| manifest.get(name) == Some(digest))
    }
}

/// Where the copies of submissions lie in the folder of a seal.
pub fn copies(folder: &Path) -> PathBuf {
    folder.join("files")
}

/// Where the copy of the workspace lies in the folder of a seal.
pub fn workspace(folder: &Path) -> PathBuf {
    folder.join("workspace")
}

/// Under OUTPUTS: all seals.
pub fn frozen(root: &Path) -> PathBuf {
    root.join("frozen")
}

/// The seal of a year under OUTPUTS, where it is sealed.
///
/// # Errors
/// When its record cannot be read.
pub fn read(root: &Path, year: i32) -> Result<Option<Seal>, Error> {
    let folder = frozen(root).join(year.to_string());
    let path = folder.join("seal.json");
    match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io(&path)(error)),
        Ok(bytes) => match serde_json::from_slice::<Seal>(&bytes) {
            Ok(seal) => Ok(Some(Seal { folder, ..seal })),
            Err(source) => Err(Error::Damaged { path, source }),
        },
    }
}

/// The sealed years under OUTPUTS, ascending, whether or not their seals can be read.
pub fn years(root: &Path) -> Vec<i32> {
    let entries = fs::read_dir(frozen(root)).into_iter().flatten();
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut years: Vec<i32> = names
        .filter_map(|name| name.to_str()?.parse().ok())
        .collect();
    years.sort_unstable();
    years
}
