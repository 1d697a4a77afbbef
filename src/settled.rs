//! The bytes of a file, all of one moment: what people write to while it is read is read again.

mod within;

use crate::model::document::Unreadable;
use crate::system;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::thread;
use std::time::Duration;
use within::lies_within;

/// Pauses before a file is read again: less than a second in all, since a nightly run must end.
const PAUSES: [Duration; 4] = [
    Duration::from_millis(50),
    Duration::from_millis(100),
    Duration::from_millis(200),
    Duration::from_millis(400),
];

/// Why the bytes of a file are not to be had.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// There is none of this name, or no longer.
    #[error("no such file")]
    Gone,
    #[error("the file changes each time that it is read; wait until it is saved")]
    Changing,
    #[error("no regular file, but a folder, a device, a socket or a pipe")]
    NotRegular,
    #[error("the file has {bytes} bytes, more than the limit of {limit}")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("{0}")]
    Io(io::Error),
}

impl From<io::Error> for FileError {
    fn from(error: io::Error) -> FileError {
        match error.kind() {
            io::ErrorKind::NotFound => FileError::Gone,
            _ => FileError::Io(error),
        }
    }
}

impl From<FileError> for Unreadable {
    fn from(refused: FileError) -> Unreadable {
        match refused {
            FileError::Gone => Unreadable::Gone,
            FileError::Changing => Unreadable::Changing,
            FileError::TooLarge { bytes, limit } => Unreadable::TooLarge { bytes, limit },
            FileError::NotRegular | FileError::Io(_) => Unreadable::Io(refused.to_string()),
        }
    }
}

/// How a file stood when it was looked at: another one once it was written to, cut or replaced. It is
/// compared within one run only; which of two files is newer no time says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileState {
    bytes: u64,
    modified: (i64, i64),
}

impl FileState {
    /// Looks at a file by its name.
    ///
    /// # Errors
    /// When there is none.
    pub fn at(path: &Path) -> io::Result<FileState> {
        path.metadata().map(|metadata| FileState::of(&metadata))
    }

    fn of(metadata: &Metadata) -> FileState {
        FileState {
            bytes: metadata.len(),
            modified: system::modified(metadata),
        }
    }
}

/// Opens a regular file. A device never ends and a pipe may never begin: they are refused, also where
/// one took the place of a file after the folder was listed.
///
/// # Errors
/// When it is missing, may not be read, or is no regular file.
pub fn open(path: &Path, root: Option<&Path>) -> Result<File, FileError> {
    open_regular(path, root).map(|(file, _)| file)
}

/// The file, and how it stood when it was opened.
fn open_regular(path: &Path, root: Option<&Path>) -> Result<(File, Metadata), FileError> {
    let file = system::open_without_waiting(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(FileError::NotRegular);
    }
    match root {
        Some(root) if !lies_within(&file, path, root) => Err(FileError::Changing),
        _ => Ok((file, metadata)),
    }
}

/// A file by its name, and INPUTS without links where it was listed there.
type Source<'a> = (&'a Path, Option<&'a Path>);

/// Fills `bytes` with those of a file of at most `limit` bytes, and says how it stood then. One buffer
/// serves many files, so that the system need not clear new memory for each.
///
/// # Errors
/// [`FileError`] says why there are none; [`FileError::Changing`] where it did not come to rest.
pub fn read_settled(
    path: &Path,
    root: Option<&Path>,
    limit: u64,
    bytes: &mut Vec<u8>,
) -> Result<FileState, FileError> {
    settle((path, root), limit, bytes, &mut |_| {})
}

/// `reading` is called with the number of each reading, after its bytes and before the second look.
fn settle(
    source: Source<'_>,
    limit: u64,
    bytes: &mut Vec<u8>,
    reading: &mut dyn FnMut(usize),
) -> Result<FileState, FileError> {
    let mut before = None;
    for number in 0..=PAUSES.len() {
        let (state, is_still) = read_once(source, limit, bytes, &mut || reading(number))?;
        // Some network folders give times that move by themselves: bytes that stay are at rest too.
        let digest = (!is_still).then(|| blake3::hash(bytes));
        let is_whole = bytes.len() as u64 == state.bytes;
        if is_whole && (is_still || before == digest) {
            return Ok(state);
        }
        before = digest;
        if let Some(pause) = PAUSES.get(number) {
            thread::sleep(*pause);
        }
    }
    Err(FileError::Changing)
}

/// One reading, and whether nothing happened to the file meanwhile: neither to what was opened nor to
/// what its name leads to.
fn read_once(
    (path, root): Source<'_>,
    limit: u64,
    bytes: &mut Vec<u8>,
    reading: &mut dyn FnMut(),
) -> Result<(FileState, bool), FileError> {
    let (file, before) = open_regular(path, root)?;
    if before.len() > limit {
        let bytes = before.len();
        return Err(FileError::TooLarge { bytes, limit });
    }
    // One byte more than there was: the end of what somebody appends to may never come.
    bytes.clear();
    bytes.reserve(before.len() as usize + 1);
    (&file).take(before.len() + 1).read_to_end(bytes)?;
    reading();
    let after = file.metadata()?;
    let state = FileState::of(&after);
    let is_same =
        FileState::of(&before) == state && system::changed(&before) == system::changed(&after);
    let is_there = FileState::at(path).is_ok_and(|now| now == state);
    Ok((state, is_same && is_there))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::Write;

    fn append(path: &Path, text: &str) {
        let mut file = File::options().append(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }

    fn replace(path: &Path, text: &str) {
        let beside = path.with_extension("new");
        fs::write(&beside, text).unwrap();
        fs::rename(beside, path).unwrap();
    }

    /// What is read of a file with `old` while `happens` once, during the first reading.
    fn read_while(old: &str, happens: &dyn Fn(&Path)) -> Result<String, FileError> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.csv");
        fs::write(&path, old).unwrap();
        let mut once = |number| {
            if number == 0 {
                happens(&path);
            }
        };
        let mut bytes = b"of another file".to_vec();
        settle((&path, None), 100, &mut bytes, &mut once)?;
        Ok(String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn what_happens_to_a_file_while_it_is_read_is_read_again() {
        let holds = |happens: &dyn Fn(&Path), expected: &str| {
            assert_eq!(read_while("old bytes", happens).unwrap(), expected);
        };
        holds(&|path| append(path, "more"), "old bytesmore");
        holds(&|path| fs::write(path, "").unwrap(), "");
        holds(&|path| replace(path, "new bytes"), "new bytes");
        holds(&|path| replace(path, "old bytes"), "old bytes");
    }

    #[test]
    fn a_file_that_goes_away_grows_too_large_or_becomes_a_pipe_is_refused() {
        let gone = read_while("old", &|path| fs::remove_file(path).unwrap());
        assert!(matches!(gone, Err(FileError::Gone)), "{gone:?}");
        let large = read_while("old", &|path| append(path, &"x".repeat(200)));
        assert!(
            matches!(large, Err(FileError::TooLarge { bytes: 203, .. })),
            "{large:?}"
        );
        let pipe = read_while("old", &|path| {
            fs::remove_file(path).unwrap();
            let made = std::process::Command::new("mkfifo").arg(path).status();
            assert!(made.unwrap().success());
        });
        assert!(matches!(pipe, Err(FileError::NotRegular)), "{pipe:?}");
        let folder = read_settled(Path::new("/"), None, 100, &mut Vec::new());
        assert!(matches!(folder, Err(FileError::NotRegular)), "{folder:?}");
    }

    #[test]
    fn a_file_that_never_rests_is_given_up_and_one_whose_times_alone_move_is_not() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.csv");
        fs::write(&path, "1").unwrap();
        let mut readings = 0;
        let mut bytes = Vec::new();
        let never = settle((&path, None), 100, &mut bytes, &mut |_| {
            readings += 1;
            append(&path, "1");
        });
        assert!(matches!(never, Err(FileError::Changing)), "{never:?}");
        assert_eq!(readings, 5);
        let mut seconds = 0;
        let touched = settle((&path, None), 100, &mut bytes, &mut |_| {
            seconds += 1;
            let time = std::time::UNIX_EPOCH + Duration::from_secs(seconds);
            File::options()
                .write(true)
                .open(&path)
                .unwrap()
                .set_modified(time)
                .unwrap();
        });
        assert!(touched.is_ok(), "{touched:?}");
        assert_eq!(bytes, b"111111");
    }
}
