//! Unix, with what only Linux has where it has it: modes, locks, exchange of folders, processes, signals.

use rustix::fs::{CWD, OFlags, RenameFlags};
use rustix::io::Errno;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io;
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

/// Opens a file that is locked, and makes it where there is none; what it says stays.
///
/// # Errors
/// When it can be neither opened nor made.
pub fn open_lock(path: &Path) -> io::Result<File> {
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
        // With a message of its own: no other failure of an opening has one.
        Some(Errno::LOOP) => io::Error::new(
            io::ErrorKind::Unsupported,
            "a link, which is not followed; remove it",
        ),
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

/// Numbers that tell a file from all others while it is there: those of its file system and of itself.
pub fn identity(metadata: &Metadata) -> (u64, u64) {
    (metadata.dev(), metadata.ino())
}

/// Where an open file lies by now, without links; `None` where the system does not say.
pub fn place(file: &File) -> Option<PathBuf> {
    let place = fs::read_link(format!("/proc/self/fd/{}", file.as_raw_fd())).ok()?;
    place.is_absolute().then_some(place)
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

/// The machine that this process runs on; what is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Machine {
    pub host: String,
    /// Random for each start of the machine.
    pub boot: String,
    /// Of an installation, for all its starts.
    pub id: String,
    /// Within what the numbers of processes count.
    pub namespace: String,
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

/// Columns of the terminal behind standard output; `None` where there is none.
pub fn terminal_width() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    (size.ws_col > 0).then_some(usize::from(size.ws_col))
}

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
