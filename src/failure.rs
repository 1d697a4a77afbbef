//! Why a command could not do its work, told in the language of the run.

use crate::archive;
use crate::discover;
use crate::model::document::Unreadable;
use crate::model::finding::Lang;
use crate::outputs;
use crate::settled::FileError;
use crate::show::clean::clean;
use crate::summarise::SummaryError;
use crate::system;
use crate::words::labels::fill;
use crate::words::{Words, faults};
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::{Path, PathBuf};

/// The work could not be done; nothing was changed. Exit code 2.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The system refused a step on a path.
    Io {
        path: PathBuf,
        source: io::Error,
    },
    /// The bytes of a file are not to be had.
    Refused {
        path: PathBuf,
        source: FileError,
    },
    /// The file is there and cannot be read as a table.
    Unreadable {
        path: PathBuf,
        source: Unreadable,
    },
    /// A file of the workspace holds what is not known: its faults, each with its line.
    Workspace {
        path: PathBuf,
        faults: Vec<String>,
    },
    /// Standard output, signals, threads: the system refused something that has no path.
    System {
        what: Words,
        source: io::Error,
    },
    /// An option has a value that cannot be used.
    Option {
        name: String,
        fault: String,
    },
    /// What stands at a place is not what is needed.
    Unfit {
        place: String,
        fact: Words,
        values: Vec<String>,
    },
    Archive(#[from] archive::Error),
    Outputs(#[from] outputs::Error),
    Summary(#[from] SummaryError),
    /// Several, a line each.
    Many(Vec<Failure>),
    /// A frozen year that cannot have its figures.
    Frozen {
        year: i32,
        source: Box<Failure>,
    },
}

impl Failure {
    /// What a step on a path fails with.
    pub fn io(path: &Path) -> impl Fn(io::Error) -> Failure {
        move |source| Failure::Io {
            path: path.to_path_buf(),
            source,
        }
    }

    /// What listing a folder fails with.
    pub fn closed(closed: discover::Closed) -> Failure {
        Failure::Io {
            path: closed.path,
            source: closed.source,
        }
    }

    /// What reading a file fails with.
    pub fn refused(path: &Path) -> impl Fn(FileError) -> Failure {
        move |source| Failure::Refused {
            path: path.to_path_buf(),
            source,
        }
    }

    /// What stands at a path is not what is needed.
    pub fn unfit(path: &Path, fact: Words, values: &[&str]) -> Failure {
        Failure::Unfit {
            place: system::told(path).display().to_string(),
            fact,
            values: values.iter().map(ToString::to_string).collect(),
        }
    }

    /// The message, place first.
    pub fn in_lang(&self, lang: Lang) -> String {
        let placed = |path: &Path, fact: String| {
            let place = system::told(path).display().to_string();
            format!("{}: {fact}", clean(&place))
        };
        match self {
            Failure::Io { path, source } => placed(path, faults::io(source, lang)),
            Failure::Refused { path, source } => placed(path, refused(source, lang)),
            Failure::Unreadable { path, source } => placed(path, unreadable(source, lang)),
            Failure::Workspace { path, faults } => placed(path, faults.join("\n  ")),
            Failure::System { what, source } => {
                format!("{}: {}", what.in_lang(lang), faults::io(source, lang))
            }
            Failure::Option { name, fault } => format!("{name}: {fault}"),
            Failure::Unfit {
                place,
                fact,
                values,
            } => {
                let values: Vec<&str> = values.iter().map(String::as_str).collect();
                format!("{}: {}", clean(place), fill(*fact, lang, &values))
            }
            Failure::Archive(error) => error.in_lang(lang),
            Failure::Outputs(error) => error.in_lang(lang),
            Failure::Summary(error) => error.to_string(),
            Failure::Many(failures) => {
                let lines: Vec<String> = failures.iter().map(|one| one.in_lang(lang)).collect();
                lines.join("\n")
            }
            Failure::Frozen { year, source } => {
                let values = [&*source.in_lang(lang), &*year.to_string()];
                fill(faults::STAYS_FROZEN, lang, &values)
            }
        }
    }
}

/// In English: for those who ask for no language.
impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_lang(Lang::En))
    }
}

fn refused(refused: &FileError, lang: Lang) -> String {
    match refused {
        FileError::Gone => faults::NO_FILE.in_lang(lang).to_string(),
        FileError::Changing => faults::CHANGING.in_lang(lang).to_string(),
        FileError::NotRegular => faults::NOT_REGULAR.in_lang(lang).to_string(),
        FileError::TooLarge { bytes, limit } => too_large(*bytes, *limit, lang),
        FileError::Io(error) => faults::io(error, lang),
    }
}

fn unreadable(reason: &Unreadable, lang: Lang) -> String {
    let words = match reason {
        Unreadable::Empty => faults::EMPTY,
        Unreadable::Binary => faults::BINARY,
        Unreadable::CutOff => faults::CUT_OFF,
        Unreadable::Password => faults::PASSWORD,
        Unreadable::Changing => faults::CHANGING,
        Unreadable::Gone => faults::WENT_AWAY,
        Unreadable::TooLarge { bytes, limit } => return too_large(*bytes, *limit, lang),
        Unreadable::Workbook(reason) => return fill(faults::WORKBOOK, lang, &[reason]),
        Unreadable::Io(reason) => return fill(faults::CANNOT_OPEN, lang, &[reason]),
    };
    words.in_lang(lang).to_string()
}

fn too_large(bytes: u64, limit: u64, lang: Lang) -> String {
    let values = [bytes, limit].map(|number| number.to_string());
    fill(faults::TOO_LARGE, lang, &[&values[0], &values[1]])
}
