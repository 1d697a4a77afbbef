//! Digests of published files: by what the archive knows its own.

use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::Path;

/// Digests of published files by name.
pub type Manifest = BTreeMap<String, String>;

/// Digests of files about to be published.
pub fn manifest(files: &[(impl AsRef<str> + Sync, Vec<u8>)]) -> Manifest {
    let digests = files
        .par_iter()
        .map(|(name, bytes)| (name.as_ref().to_string(), digest(bytes)));
    digests.collect()
}

/// Digest of a published file.
pub fn digest(bytes: &[u8]) -> String {
    shortened(&blake3::hash(bytes))
}

/// Digest of a published file on the disk, read in pieces: tables of a large year need no memory here.
///
/// # Errors
/// When it cannot be read.
pub fn digest_file(path: &Path) -> io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(shortened(&hasher.finalize()))
}

/// As the history has it.
pub fn shortened(hash: &blake3::Hash) -> String {
    hash.to_hex()[..32].to_string()
}
