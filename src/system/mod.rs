//! What differs from one operating system to another, behind one interface.
//!
//! Everything else in the program is plain `std`. A port to another system is one file beside `unix.rs`
//! with the same functions:
//!
//! | function | what the rest relies on |
//! | --- | --- |
//! | [`create_folder`], [`create_file`], [`open_to_append`], [`open_lock`] | what is made is closed to the world: it holds personal data |
//! | [`open_to_append`], [`open_lock`], [`open_unlinked`] | a link in the place of the file is refused |
//! | [`open_without_waiting`] | opening a pipe that nobody writes to returns at once |
//! | [`modified`], [`changed`] | times that differ once a file was written to, or renamed and replaced |
//! | [`identity`], [`place`] | whether an open file is the one that was listed, or lies in the same folder |
//! | [`sync_folder`] | the names in a folder are on the disk |
//! | [`exchange`] | two folders change places in one step, or the file system cannot |
//! | [`has_no_locks`] | whether the file system refused a lock because it knows none |
//! | [`machine`], [`process_start`] | enough to tell whether another process still runs |
//! | [`terminal_width`] | columns of the terminal |
//! | [`on_first_signal`] | a request to end is told once; a second one ends the process |

mod unix;

pub use unix::{
    Machine, changed, create_file, create_folder, exchange, has_no_locks, identity, machine,
    modified, on_first_signal, open_lock, open_to_append, open_unlinked, open_without_waiting,
    place, process_start, sync_folder, terminal_width,
};
