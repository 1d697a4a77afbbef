//! Unix, with what only Linux has where it has it: modes, locks, exchange of folders, processes, signals.

use super::Machine;
use jiff::tz::TimeZone;
use rustix::fs::{CWD, OFlags, RenameFlags};
use rustix::io::Errno;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::os::fd::AsRawFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Owner and group only.
const FILE_MODE: u32 = 0o640;
const FOLDER_MODE: u32 = 0o750;

/// Makes a folder and those above it.
///
/// # Errors
/// When it cannot be made, or something else has its name.
pub fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(FOLDER_MODE).create(path)
}

/// Makes a file that must not be there yet.
///
/// # Errors
/// When there is one, or it cannot be made.
pub fn create_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    options.mode(FILE_MODE).open(path)
}

/// Opens a file at its end, and makes it where there is none.
///
/// # Errors
/// When it can be neither opened nor made.
pub fn open_to_append(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    without_following(options.mode(FILE_MODE), path)
}

/// Opens a file to change it, and makes it where there is none; what it says stays.
///
/// # Errors
/// When it can be neither opened nor made.
pub fn open_to_change(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    without_following(options.mode(FILE_MODE), path)
}

/// Opens a file for reading by its own name: what a link in its place leads to is not ours.
///
/// # Errors
/// When it is a link, missing, or may not be read.
pub fn open_unlinked(path: &Path) -> io::Result<File> {
    without_following(OpenOptions::new().read(true), path)
}

fn without_following(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let flags = OFlags::NOFOLLOW.bits().cast_signed();
    let opened = options.custom_flags(flags).open(path);
    opened.map_err(|error| match Errno::from_io_error(&error) {
        Some(Errno::LOOP) => super::a_link(),
        _ => error,
    })
}

/// Opens a file for reading, whatever it is: a pipe that nobody writes to does not hold the run.
///
/// # Errors
/// When it is missing or may not be read.
pub fn open_without_waiting(path: &Path) -> io::Result<File> {
    // A regular file does not mind the flag.
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(flags).open(path)
}

/// When a file was written to last, as finely as the system knows.
pub fn modified(metadata: &Metadata) -> (i64, i64) {
    (metadata.mtime(), metadata.mtime_nsec())
}

/// When anything of a file was changed last, its name and its rights included.
pub fn changed(metadata: &Metadata) -> (i64, i64) {
    (metadata.ctime(), metadata.ctime_nsec())
}

/// Where an open file lies by now, without links; `None` where the system does not say.
pub fn place(file: &File) -> Option<PathBuf> {
    let place = fs::read_link(format!("/proc/self/fd/{}", file.as_raw_fd())).ok()?;
    place.is_absolute().then_some(place)
}

/// Below which path a folder is listed: names mean what they say here.
pub fn listed<'a>(typed: &'a Path, _: &'a Path) -> &'a Path {
    typed
}

/// A path as people write it.
pub fn told(path: &Path) -> PathBuf {
    path.to_path_buf()
}

/// Brings the names in a folder down to the disk.
///
/// # Errors
/// When the disk refuses.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Lets two folders change places in one step. `false` where the file system cannot.
///
/// # Errors
/// When it could and refuses.
pub fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    match rustix::fs::renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Moves a file or folder.
///
/// # Errors
/// When it cannot be moved.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// A file that some program has open moves like any other.
pub fn in_use(_: &Path) -> Option<PathBuf> {
    None
}

/// Whether a lock failed because the file system knows none: NFS without its lock service, some of FUSE
/// and SMB.
pub fn has_no_locks(error: &io::Error) -> bool {
    let errno = Errno::from_io_error(error);
    errno.is_some_and(|errno| {
        matches!(
            errno,
            Errno::NOLCK | Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL
        )
    })
}

/// This machine.
pub fn machine() -> Machine {
    let read = |path: &str| {
        let text = fs::read_to_string(path).unwrap_or_default();
        text.trim().to_string()
    };
    let namespace = fs::read_link("/proc/self/ns/pid").unwrap_or_default();
    Machine {
        host: read("/proc/sys/kernel/hostname"),
        boot: read("/proc/sys/kernel/random/boot_id"),
        id: read("/etc/machine-id"),
        namespace: namespace.display().to_string(),
    }
}

/// When a process began, in ticks since the machine did; `None` where there is none of this number.
/// Numbers of processes come again, their beginnings do not.
pub fn process_start(process: u32) -> Option<String> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name of the program, in brackets, may hold blanks and brackets itself.
    let (_, fields) = stat.rsplit_once(')')?;
    fields.split_whitespace().nth(19).map(str::to_string)
}

/// Every terminal takes colours.
pub fn takes_colours() -> bool {
    true
}

/// Where a machine keeps time zones, and its own.
const ZONES: &str = "/usr/share/zoneinfo";
const LOCAL: &str = "/etc/localtime";

/// Largest description of a time zone, in bytes; the largest that there is has some 4,000.
const LARGEST: u64 = 1 << 20;

/// A time zone by its name, or by the path of its description.
pub fn zone(name: &str) -> Option<TimeZone> {
    // An absolute path takes the place of the folder.
    described(&Path::new(ZONES).join(name))
}

/// The time zone of this machine.
pub fn local_zone() -> Option<TimeZone> {
    described(Path::new(LOCAL))
}

/// A pipe may never begin and a device never ends: only a small regular file is read.
fn described(path: &Path) -> Option<TimeZone> {
    let file = open_without_waiting(path).ok()?;
    let metadata = file.metadata().ok()?;
    if !metadata.is_file() || metadata.len() > LARGEST {
        return None;
    }
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes).ok()?;
    TimeZone::tzif("local", &bytes).ok()
}

/// Whether the program may have been started with the mouse: here everything is typed.
pub const HAS_MOUSE: bool = false;

/// The signals that end a run, by name.
const ENDING: [(i32, &str); 4] = [
    (SIGINT, "SIGINT"),
    (SIGTERM, "SIGTERM"),
    (SIGHUP, "SIGHUP"),
    (SIGQUIT, "SIGQUIT"),
];

/// Calls `end` with the name of the first signal that asks for the end, on a thread of its own. A second
/// one ends the process at once with exit code 2. A run under `nohup` goes on when its terminal is closed.
///
/// # Errors
/// When the system refuses.
pub fn on_first_signal(end: impl FnOnce(&str) + Send + 'static) -> io::Result<()> {
    let is_raised = Arc::new(AtomicBool::new(false));
    let ending = ENDING.map(|(signal, _)| signal).into_iter();
    let ending: Vec<i32> = ending.filter(|s| *s != SIGHUP || !is_ignored(*s)).collect();
    for &signal in &ending {
        // In this order: the first signal arms what the second one does.
        flag::register_conditional_shutdown(signal, 2, Arc::clone(&is_raised))?;
        flag::register(signal, Arc::clone(&is_raised))?;
    }
    // Where files may only grow so far (`ulimit -f`) the write fails and says so, instead of the process
    // ending by a signal.
    flag::register(SIGXFSZ, Arc::default())?;

    let mut signals = Signals::new(ending)?;
    let wait = move || {
        if let Some(signal) = signals.forever().next() {
            let known = ENDING.iter().find(|(number, _)| *number == signal);
            end(known.map_or("a signal", |(_, name)| name));
        }
    };
    let thread = std::thread::Builder::new().name("signals".into());
    thread.spawn(wait).map(drop)
}

/// Whether whoever started this process had a signal ignored.
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}
