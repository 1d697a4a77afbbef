//! Files and folders as they are made under OUTPUTS: for owner and group, flushed, listed, exchanged.

use rustix::fs::{CWD, OFlags, RenameFlags};
use rustix::io::Errno;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Digest of a published file.
pub fn digest(bytes: &[u8]) -> String {
    digest_of(&blake3::hash(bytes))
}

/// The digest as the history has it.
pub fn digest_of(hash: &blake3::Hash) -> String {
    hash.to_hex()[..32].to_string()
}

/// Digest of a published file on the disk, read in pieces: tables of a large year need no memory here.
///
/// # Errors
/// When it cannot be read.
pub fn digest_file(path: &Path) -> io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(digest_of(&hasher.finalize()))
}

/// Makes a folder and those above it, closed to the world: they hold personal data.
pub fn create_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o750).create(path)
}

/// Writes a file that must not be there yet, down to the disk.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fill_new(path, bytes)?.sync_all()
}

/// Writes a file that must not be there yet, which the disk may not have before it is synced.
pub fn fill_new(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o640)
        .open(path)?;
    file.write_all(bytes)?;
    Ok(file)
}

/// Writes a file beside and moves it into place: readers see the old content or the new.
///
/// # Errors
/// When it cannot be written; what was there before stands untouched.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, |beside| write_new(beside, bytes))?;
    sync_folder(path.parent().unwrap_or(Path::new(".")))
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
    let written = write(&beside).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Opens a file of OUTPUTS by its own name: what a link in its place leads to is not ours to read or write.
///
/// # Errors
/// When it is a link, or cannot be opened.
pub fn open_unlinked(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let flags = OFlags::NOFOLLOW.bits().cast_signed();
    options
        .custom_flags(flags)
        .open(path)
        .map_err(|error| match Errno::from_io_error(&error) {
            Some(Errno::LOOP) => io::Error::other("a link, which is not followed; remove it"),
            _ => error,
        })
}

/// The bytes of such a file.
///
/// # Errors
/// As for [`open_unlinked`].
pub fn read_unlinked(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_unlinked(OpenOptions::new().read(true), path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Brings the names in a folder down to the disk.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
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
            let name = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            names.push(name.to_string_lossy().into_owned());
        }
    }
    Ok(names)
}

fn is_passing(name: &str) -> bool {
    let system = ["thumbs.db", ".ds_store", "desktop.ini"];
    name.starts_with("~$")
        || name.starts_with(".~lock.")
        || system.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// Exchanges two folders in one step; where the file system cannot, the old one steps aside first
/// and for that instant the name is free.
pub fn exchange(stage: &Path, target: &Path) -> io::Result<()> {
    match rustix::fs::renameat_with(CWD, stage, CWD, target, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            let aside = aside(stage);
            fs::rename(target, &aside)?;
            if let Err(error) = fs::rename(stage, target) {
                fs::rename(&aside, target)?;
                return Err(error);
            }
            fs::rename(aside, stage)
        }
        Err(error) => Err(error.into()),
    }
}

/// Where the old folder steps while two cannot be exchanged at once.
pub fn aside(stage: &Path) -> PathBuf {
    stage.with_extension("old")
}

/// The path itself, or with the first number behind its stem that is free.
pub fn free_name(path: &Path) -> PathBuf {
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let ending = path
        .extension()
        .map_or(String::new(), |e| format!(".{}", e.to_string_lossy()));
    let numbered = |n: u32| path.with_file_name(format!("{stem} ({n}){ending}"));
    let mut free = path.to_path_buf();
    let mut n = 2;
    while free.symlink_metadata().is_ok() {
        free = numbered(n);
        n += 1;
    }
    free
}
