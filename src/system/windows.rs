//! Windows: what is shared while it is open, links that are not followed, renames that wait, the console.
//!
//! Folders have no modes here: what is made has the rights of the folder that it lies in. No file system
//! exchanges two folders in one step, and a journal of the file system keeps the names in a folder.

use jiff::tz::TimeZone;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::Duration;
use walkdir::WalkDir;

/// Opens a link itself, not what it leads to.
const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;

/// Opens a folder too, so that it can be told from a file that may not be read.
const FILE_FLAG_BACKUP_SEMANTICS: u32 = 0x0200_0000;

const ERROR_INVALID_FUNCTION: i32 = 1;
const ERROR_ACCESS_DENIED: i32 = 5;
const ERROR_SHARING_VIOLATION: i32 = 32;
const ERROR_LOCK_VIOLATION: i32 = 33;
const ERROR_NOT_SUPPORTED: i32 = 50;

/// How long is waited for what looks into files for a moment: virus scanners, indexers, previews.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);

/// Makes a folder and those above it.
///
/// # Errors
/// When it cannot be made, or something else has its name.
pub fn create_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).create(path)
}

/// Makes a file that must not be there yet.
///
/// # Errors
/// When there is one, or it cannot be made.
pub fn create_file(path: &Path) -> io::Result<File> {
    File::create_new(path)
}

/// Opens a file at its end, and makes it where there is none.
///
/// # Errors
/// When it can be neither opened nor made.
pub fn open_to_append(path: &Path) -> io::Result<File> {
    without_following(OpenOptions::new().append(true).create(true), path)
}

/// Opens a file to change it, and makes it where there is none; what it says stays.
///
/// # Errors
/// When it can be neither opened nor made.
pub fn open_to_change(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    without_following(&mut options, path)
}

/// Opens a file for reading by its own name: what a link in its place leads to is not ours.
///
/// # Errors
/// When it is a link, missing, or may not be read.
pub fn open_unlinked(path: &Path) -> io::Result<File> {
    without_following(OpenOptions::new().read(true), path)
}

fn without_following(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let flags = FILE_FLAG_OPEN_REPARSE_POINT;
    let file = options.custom_flags(flags).open(path)?;
    match file.metadata()?.is_symlink() {
        true => Err(super::a_link()),
        false => Ok(file),
    }
}

/// Opens a file for reading, whatever it is.
///
/// # Errors
/// When it is missing or may not be read.
pub fn open_without_waiting(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(FILE_FLAG_BACKUP_SEMANTICS);
    options.open(path)
}

/// When a file was written to last, as finely as the system knows.
pub fn modified(metadata: &Metadata) -> (i64, i64) {
    (metadata.last_write_time().cast_signed(), 0)
}

/// When a file was made and written to: another one in its place has other times.
pub fn changed(metadata: &Metadata) -> (i64, i64) {
    let made = metadata.creation_time().cast_signed();
    (made, metadata.last_write_time().cast_signed())
}

/// The system says it only to who asks without a safe interface.
pub fn place(_: &File) -> Option<PathBuf> {
    None
}

/// Below which path a folder is listed: without links and with the prefix that keeps Windows from reading
/// names otherwise than they stand (devices, blanks and dots at the end) and from refusing long ones.
pub fn listed<'a>(_: &'a Path, real: &'a Path) -> &'a Path {
    real
}

/// A path as people write it: without the prefix of [`listed`].
pub fn told(path: &Path) -> PathBuf {
    let told = path.to_string_lossy();
    match told.strip_prefix(r"\\?\UNC\") {
        Some(share) => PathBuf::from(format!(r"\\{share}")),
        None => told
            .strip_prefix(r"\\?\")
            .map_or(path.into(), PathBuf::from),
    }
}

/// The names in a folder are the file system's own care.
///
/// # Errors
/// Never.
pub fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// No two folders change places in one step here.
///
/// # Errors
/// Never.
pub fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Moves a file or folder, and waits a little while something looks into it.
///
/// # Errors
/// When it cannot be moved.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut moved = fs::rename(from, to);
    for _ in 1..TRIES {
        if !moved.as_ref().is_err_and(is_in_use) {
            break;
        }
        thread::sleep(PAUSE);
        moved = fs::rename(from, to);
    }
    moved
}

/// A file of a folder that some program has open; none of the folder can be moved then.
pub fn in_use(folder: &Path) -> Option<PathBuf> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = files.flatten().filter(|entry| entry.file_type().is_file());
    let mut held = files.map(walkdir::DirEntry::into_path);
    held.find(|path| stays_open(path))
}

fn stays_open(path: &Path) -> bool {
    let is_open = || {
        let alone = OpenOptions::new().read(true).share_mode(0).open(path);
        alone.is_err_and(|error| error.raw_os_error() == Some(ERROR_SHARING_VIOLATION))
    };
    let mut tries = 1..TRIES;
    is_open()
        && tries.all(|_| {
            thread::sleep(PAUSE);
            is_open()
        })
}

/// Whether something has a file open that was to be moved.
fn is_in_use(error: &io::Error) -> bool {
    let codes = [
        ERROR_ACCESS_DENIED,
        ERROR_SHARING_VIOLATION,
        ERROR_LOCK_VIOLATION,
    ];
    error
        .raw_os_error()
        .is_some_and(|code| codes.contains(&code))
}

/// Whether a lock failed because the file system knows none.
pub fn has_no_locks(error: &io::Error) -> bool {
    let is_unknown = |code| [ERROR_INVALID_FUNCTION, ERROR_NOT_SUPPORTED].contains(&code);
    error.kind() == ErrorKind::Unsupported || error.raw_os_error().is_some_and(is_unknown)
}

/// The name of this machine; what else there is to know needs no safe interface, and a claim whose maker
/// is not surely dead is left to people.
pub fn machine() -> super::Machine {
    super::Machine {
        host: std::env::var("COMPUTERNAME").unwrap_or_default(),
        ..super::Machine::default()
    }
}

/// Not known: no process is taken for dead.
pub fn process_start(_: u32) -> Option<String> {
    None
}

/// Whether the console takes colours: that of Windows 10 and later does once it is asked.
pub fn takes_colours() -> bool {
    anstyle_query::windows::enable_ansi_colors().unwrap_or(false)
}

/// A time zone by its name; Windows has no folder of them, the program brings its own.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// The time zone of this machine.
pub fn local_zone() -> Option<TimeZone> {
    TimeZone::try_system().ok()
}

/// Whether the program may have been started with the mouse: what was typed nowhere says so.
pub const HAS_MOUSE: bool = true;

/// Calls `end` once Ctrl-C or Ctrl-Break is pressed, on a thread of its own; the second time the process
/// ends at once with exit code 2. Of a window that is closed Windows lets a process know and ends it.
///
/// # Errors
/// When the system refuses.
pub fn on_first_signal(end: impl FnOnce(&str) + Send + 'static) -> io::Result<()> {
    let (raise, raised) = sync_channel(1);
    let wait = move || {
        if raised.recv().is_ok() {
            end("Ctrl-C");
        }
    };
    thread::Builder::new().name("signals".into()).spawn(wait)?;

    let mut is_first = true;
    let handler = move || {
        if !is_first {
            std::process::exit(2);
        }
        is_first = false;
        let _ = raise.try_send(());
    };
    ctrlc::set_handler(handler).map_err(io::Error::other)
}
