//! The line that a run leaves for other programs: when and how it ended, for which years.

use super::{Context, complain};
use crate::failure::Failure;
use crate::interrupt;
use crate::model::finding::Lang;
use crate::program;
use crate::system;
use serde::Serialize;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// How a run ended, as the log says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Ended {
    /// Something new stands under OUTPUTS.
    Published,
    /// Nothing was new.
    Unchanged,
    /// Nothing was changed, for the reason told.
    Failed,
    Interrupted,
}

/// A campaign of a run.
#[derive(Debug, Serialize)]
pub struct Year {
    pub year: i32,
    pub run_id: String,
    /// Whether this run wrote it.
    pub published: bool,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    /// The end of the run, RFC 3339, UTC.
    when: String,
    /// The day that it took for today.
    as_of: &'a str,
    version: &'a str,
    result: Ended,
    exit: u8,
    seconds: f64,
    years: &'a [Year],
    /// Why it failed, or what it asks a person for.
    message: &'a str,
}

/// A file that lines are appended to; nothing where none was asked for. One line is one run, whatever
/// ends it.
#[derive(Debug, Clone, Default)]
pub struct Log(Option<Arc<Open>>);

#[derive(Debug)]
struct Open {
    path: PathBuf,
    as_of: String,
    lang: Lang,
    begun: Instant,
    /// Taken by the one line.
    file: Mutex<Option<File>>,
}

impl Log {
    /// Opens the log before anything is done: where it cannot be kept the run does not begin.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(path: Option<&Path>, context: &Context) -> Result<Log, Failure> {
        let Some(path) = path else {
            return Ok(Log::default());
        };
        let file = system::open_to_append(path);
        let log = Log(Some(Arc::new(Open {
            path: path.to_path_buf(),
            as_of: context.as_of.to_string(),
            lang: context.lang,
            begun: Instant::now(),
            file: Mutex::new(Some(file.map_err(Failure::io(path))?)),
        })));
        let interrupted = log.clone();
        interrupt::last_words(move |message| {
            interrupted.write(Ended::Interrupted, 2, &[], message)
        });
        Ok(log)
    }

    /// Writes the line of this run, unless it has one. A run that is published does not fail for it.
    pub fn write(&self, result: Ended, exit: u8, years: &[Year], message: &str) {
        let Some(open) = &self.0 else { return };
        let file = open
            .file
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let Some(mut file) = file else { return };
        let line = Line {
            when: jiff::Timestamp::now().to_string(),
            as_of: &open.as_of,
            version: program::VERSION,
            result,
            exit,
            seconds: (open.begun.elapsed().as_secs_f64() * 1e3).round() / 1e3,
            years,
            message,
        };
        let text = serde_json::to_string(&line).map_err(std::io::Error::from);
        // In one write: lines of two runs do not mix.
        let written = text.and_then(|text| file.write_all(format!("{text}\n").as_bytes()));
        if let Err(error) = written {
            complain(&Failure::io(&open.path)(error), open.lang);
        }
    }
}
