//! What differs from one operating system to another, behind one interface.
//!
//! Everything else in the program is plain `std`. A port to another system is one file beside `unix.rs`
//! with the same functions:
//!
//! | function | what the rest relies on |
//! | --- | --- |
//! | [`create_folder`], [`create_file`], [`open_to_append`], [`open_to_change`] | what is made is closed to the world, where the system can: it holds personal data |
//! | [`open_to_append`], [`open_to_change`], [`open_unlinked`] | a link in the place of the file is refused |
//! | [`open_without_waiting`] | opening a pipe that nobody writes to returns at once |
//! | [`modified`], [`changed`] | times that differ once a file was written to, or renamed and replaced |
//! | [`place`] | where an open file lies |
//! | [`listed`], [`told`] | a path that opens what it names, and the same for people |
//! | [`sync_folder`] | the names in a folder are on the disk |
//! | [`exchange`] | two folders change places in one step, or the file system cannot |
//! | [`rename`], [`in_use`] | a file that another program has open, where that keeps its folder from moving |
//! | [`has_no_locks`] | whether the file system refused a lock because it knows none |
//! | [`machine`], [`process_start`] | enough to tell whether another process still runs, or nothing |
//! | [`terminal_width`], [`takes_colours`], [`HAS_MOUSE`] | what a person sits at |
//! | [`zone`], [`local_zone`] | which day it is here |
//! | [`on_first_signal`] | a request to end is told once; a second one ends the process |

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as here;
#[cfg(windows)]
use windows as here;

use same_file::Handle;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

pub use here::{
    HAS_MOUSE, changed, create_file, create_folder, exchange, has_no_locks, in_use, listed,
    local_zone, machine, modified, on_first_signal, open_to_append, open_to_change, open_unlinked,
    open_without_waiting, process_start, rename, sync_folder, takes_colours, told, zone,
};

/// The machine that this process runs on; what is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Machine {
    pub host: String,
    /// Random for each start of the machine.
    pub boot: String,
    /// Of an installation, for all its starts.
    pub id: String,
    /// Within what the numbers of processes count.
    pub namespace: String,
}

/// Where an open file lies by now, without links. Where the system does not say it of the file itself, its
/// name must lead to this very file still.
pub fn place(file: &File, path: &Path) -> Option<PathBuf> {
    here::place(file).or_else(|| {
        let open = Handle::from_file(file.try_clone().ok()?).ok()?;
        let leads_here =
            |place: &PathBuf| Handle::from_path(place).is_ok_and(|named| named == open);
        let resolved = path.canonicalize().ok();
        // Of long names, and those that end with a dot, Wine says where they lead wrongly or not at all.
        let as_named = || (!path.ancestors().any(Path::is_symlink)).then(|| path.to_path_buf());
        let is_found = resolved.filter(leads_here);
        is_found.or_else(|| as_named().filter(leads_here))
    })
}

/// Columns of the terminal behind standard output; `None` where there is none.
pub fn terminal_width() -> Option<usize> {
    let (width, _) = terminal_size::terminal_size_of(io::stdout())?;
    (width.0 > 0).then_some(usize::from(width.0))
}

/// With a message of its own: no other failure of an opening has one.
fn a_link() -> io::Error {
    io::Error::new(
        io::ErrorKind::Unsupported,
        "a link, which is not followed; remove it",
    )
}
