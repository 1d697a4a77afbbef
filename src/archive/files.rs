//! Files and folders under OUTPUTS: written whole, listed, removed, and given names that are free.

use crate::system;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// How the names begin of what a run makes beside the published folders and removes again.
pub const STAGING: &str = ".tonghop-staging-";

/// Under OUTPUTS: what people edited in published folders.
pub const EDITED: &str = "edited";

/// Writes a file that must not be there yet, down to the disk.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fill_new(path, bytes)?.sync_all()
}

/// Writes a file that must not be there yet, which the disk may not have before it is synced.
pub fn fill_new(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let mut file = system::create_file(path)?;
    file.write_all(bytes)?;
    Ok(file)
}

/// Writes a file beside and moves it into place: readers see the old content or the new.
///
/// # Errors
/// When it cannot be written; what was there before stands untouched.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, |beside| write_new(beside, bytes))?;
    system::sync_folder(path.parent().unwrap_or(Path::new(".")))
}

/// [`write_whole`] of what may be lost with the power, or torn, and is made again: nobody waits until the
/// disk has it.
///
/// # Errors
/// When it cannot be written; what was there before stands untouched.
pub fn write_lightly(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, |beside| fill_new(beside, bytes).map(drop))
}

fn replace(path: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let mut beside = path.as_os_str().to_os_string();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let _ = fs::remove_file(&beside);
    let written = write(&beside).and_then(|()| system::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// The bytes of a file of OUTPUTS by its own name: what a link in its place leads to is not ours to read.
///
/// # Errors
/// When it is a link, or cannot be read.
pub fn read_unlinked(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    system::open_unlinked(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Files of a folder and its subfolders, as relative names, sorted. What a spreadsheet program or a
/// file manager leaves while someone looks at them is none of them.
pub fn list(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in walkdir::WalkDir::new(folder)
        .min_depth(1)
        .sort_by_file_name()
    {
        let entry = entry?;
        if !entry.file_type().is_dir() && !is_passing(&entry.file_name().to_string_lossy()) {
            names.push(name_within(folder, entry.path()));
        }
    }
    Ok(names)
}

/// The name of a path below a folder: with `/` on every system.
pub fn name_within(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(OsStr::to_string_lossy).collect();
    parts.join("/")
}

fn is_passing(name: &str) -> bool {
    let system = ["thumbs.db", ".ds_store", "desktop.ini"];
    name.starts_with("~$")
        || name.starts_with(".~lock.")
        || system.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// The path itself, or with the first number behind its stem that is free.
pub fn free_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path
        .extension()
        .map_or(String::new(), |e| format!(".{}", e.to_string_lossy()));
    let numbered = |n: u32| path.with_file_name(format!("{stem} ({n}){ending}"));
    let mut free = path.to_path_buf();
    let mut n = 2;
    while exists(&free) {
        free = numbered(n);
        n += 1;
    }
    free
}

/// Where the old folder steps while two cannot be exchanged at once.
pub fn aside(stage: &Path) -> PathBuf {
    stage.with_extension("old")
}

/// Whether anything has this name, a link that leads nowhere included.
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Removes a folder, or a link to one without what it leads to; nothing where there is none.
pub fn remove(path: &Path) -> io::Result<()> {
    match path.symlink_metadata() {
        Err(_) => Ok(()),
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        // Windows has links of their own kind to folders.
        Ok(_) => fs::remove_file(path).or_else(|error| fs::remove_dir(path).map_err(|_| error)),
    }
}
