//! One file per command: from resolved settings to an exit code.

pub mod check;
pub mod consolidate;
pub mod form;
pub mod freeze;
pub mod history;
pub mod init;
pub mod inspect;
pub mod log;
pub mod mouse;
pub mod rules;
pub mod status;

use crate::failure::Failure;
use crate::model::finding::Lang;
use crate::pipeline::Settings;
use crate::progress::When;
use crate::show::Style;
use crate::show::clean::{clean, clean_lines};
use crate::show::shown_json::Shown;
use crate::words::faults;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Serializer;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What every command knows, resolved from what was typed.
#[derive(Debug, Clone)]
pub struct Context {
    pub lang: Lang,
    pub config: Option<PathBuf>,
    pub quiet: bool,
    pub progress: When,
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// The day that counts as today.
    pub as_of: Date,
}

impl Context {
    /// How text is shown.
    pub fn style(&self) -> Style {
        Style {
            color: self.color,
            width: self.width,
            lang: self.lang,
        }
    }

    /// Settings of the pipeline.
    pub fn settings(&self, year: Option<i32>) -> Settings {
        let progress = if self.quiet {
            When::Never
        } else {
            self.progress
        };
        Settings {
            lang: self.lang,
            as_of: self.as_of,
            year,
            progress,
            published: false,
        }
    }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done, nothing needs attention.
    Done,
    /// 1: done, but something needs a person.
    Attention,
}

impl Exit {
    /// From whether something needs a person.
    pub fn attention(needed: bool) -> Exit {
        if needed { Exit::Attention } else { Exit::Done }
    }

    /// The number that the process ends with.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Attention => 1,
        }
    }
}

/// A path that somebody typed, for a terminal.
pub fn shown(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}

/// Writes to standard output; a reader that went away (`| head`) is no failure.
///
/// # Errors
/// Any other failure to write.
pub fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::System {
            what: faults::STANDARD_OUTPUT,
            source: error,
        }),
        _ => Ok(()),
    }
}

/// The end of work that is done and cannot be undone: where it could not be told a person must look;
/// exit 2 would say that nothing was changed.
pub fn done(context: &Context, exit: Exit, told: Result<(), Failure>) -> Exit {
    match told {
        Ok(()) => exit,
        Err(failure) => {
            complain(&failure, context.lang);
            Exit::Attention
        }
    }
}

/// Says on standard error what a person must see to.
pub fn complain(failure: &Failure, lang: Lang) {
    let message = failure.in_lang(lang);
    // Standard error may be closed; the exit code still tells.
    let _ = writeln!(io::stderr(), "tonghop: {}", clean_lines(&message));
}

/// A value as indented JSON, with a final newline.
pub fn write_json(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, Shown::default());
    value.serialize(&mut serializer)?;
    writeln!(out)
}

/// Writes one of several CSV tables of one shape: the header stands once. Files and other programs get
/// every byte, a terminal no control character of a cell.
pub fn write_part(out: &mut dyn Write, number: usize, csv: &str) -> io::Result<()> {
    let header = match number {
        0 => 0,
        _ => csv.find('\n').map_or(0, |end| end + 1),
    };
    let rows = &csv[header..];
    if io::stdout().is_terminal() {
        out.write_all(clean_lines(rows).as_bytes())
    } else {
        out.write_all(rows.as_bytes())
    }
}
