//! A frozen year under `frozen/<year>/`: digests, figures, and the bytes that they were made from.

use super::error::Error;
use super::manifest::Manifest;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Tables that a frozen year holds to the byte.
pub const FIGURES: [&str; 7] = [
    "delegations.csv",
    "rejected.csv",
    "cube.csv",
    "by_country.csv",
    "by_quarter.csv",
    "by_funding.csv",
    "by_department.csv",
];

/// A submission as it was frozen; its bytes lie in `files/<digest>`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FrozenFile {
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

impl FrozenFile {
    /// Whether the bytes of this file are kept.
    pub fn is_copied(&self) -> bool {
        self.secret.is_none() && self.unreadable.is_none() && !self.digest.is_empty()
    }
}

/// A frozen year. It holds no time: that stands in the history.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FrozenYear {
    pub year: i32,
    pub run_id: String,
    pub input_digest: String,
    pub totals: Value,
    /// Digests of [`FIGURES`] as published.
    pub figures: Manifest,
    pub files: Vec<FrozenFile>,
    /// Where it lies.
    #[serde(skip)]
    pub folder: PathBuf,
}

impl FrozenYear {
    /// The copy of a submission.
    pub fn copy(&self, file: &FrozenFile) -> PathBuf {
        copies(&self.folder).join(&file.digest)
    }

    /// The copy of configuration, register, vocabulary and decisions.
    pub fn workspace(&self) -> PathBuf {
        workspace(&self.folder)
    }

    /// Whether files about to be published have the frozen figures.
    pub fn holds(&self, manifest: &Manifest) -> bool {
        let mut figures = self.figures.iter();
        figures.all(|(name, digest)| manifest.get(name) == Some(digest))
    }
}

/// The record in the folder of a frozen year.
pub(super) const RECORD: &str = "seal.json";

/// Where the copies of submissions lie in the folder of a frozen year.
pub fn copies(folder: &Path) -> PathBuf {
    folder.join("files")
}

/// Where the copy of the workspace lies in the folder of a frozen year.
pub fn workspace(folder: &Path) -> PathBuf {
    folder.join("workspace")
}

/// Under OUTPUTS: all frozen years.
pub fn folder(root: &Path) -> PathBuf {
    root.join("frozen")
}

/// A frozen year under OUTPUTS, where the year is frozen.
///
/// # Errors
/// When its record cannot be read.
pub fn read(root: &Path, year: i32) -> Result<Option<FrozenYear>, Error> {
    let folder = folder(root).join(year.to_string());
    let path = folder.join(RECORD);
    match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io(&path)(error)),
        Ok(bytes) => match serde_json::from_slice::<FrozenYear>(&bytes) {
            Ok(frozen) => Ok(Some(FrozenYear { folder, ..frozen })),
            Err(source) => Err(Error::Damaged { path, source }),
        },
    }
}

/// The frozen years under OUTPUTS, ascending, whether or not their records can be read.
pub fn years(root: &Path) -> Vec<i32> {
    let entries = fs::read_dir(folder(root)).into_iter().flatten();
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut years: Vec<i32> = names
        .filter_map(|name| name.to_str()?.parse().ok())
        .collect();
    years.sort_unstable();
    years
}
