//! What SIGINT, SIGTERM, SIGHUP and SIGQUIT end, and when: at once while nothing is being changed, at the next safe
//! point while a run is made and published. A second signal ends the process wherever it is.

use crate::model::finding::Lang;
use crate::system;
use crate::words::labels::fill;
use crate::words::{Words, faults};
use std::io::{self, Write};
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// How far the process is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is changed by this work, named for the message: it ends at once.
    Working(Words),
    /// Files are being made beside what is published: the work stops by itself before the next one.
    Making,
    /// Files are being written: the work stops by itself at the next safe point.
    Publishing,
    /// It has given up and cleaned up after itself.
    GivenUp,
    /// Everything is published; the run ends with this exit code.
    Published(u8),
}

/// How long the work may take to its next safe point: less than the second that a person waits, since
/// the system takes its time to take back the memory of a huge run.
const PATIENCE: Duration = Duration::from_millis(500);

type Tell = Box<dyn Fn(&str) + Send>;

static STAGE: Mutex<Stage> = Mutex::new(Stage::Working(faults::STARTING));
static LANG: OnceLock<Lang> = OnceLock::new();
static MOVED: Condvar = Condvar::new();
static RAISED: AtomicBool = AtomicBool::new(false);
/// Who else is told what a signal ended.
static TOLD: Mutex<Option<Tell>> = Mutex::new(None);

/// Takes over the signals that ask for the end, and tells of them in this language.
///
/// # Errors
/// When the system refuses.
pub fn listen(lang: Lang) -> io::Result<()> {
    LANG.get_or_init(|| lang);
    system::on_first_signal(end)
}

/// Says how far the process is.
pub fn reached(stage: Stage) {
    *stage_now() = stage;
    MOVED.notify_all();
}

/// Whom to tell, beside standard error, what a signal ended.
pub fn last_words(tell: impl Fn(&str) + Send + 'static) {
    *TOLD.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(tell));
}

/// A signal asks for the end: whoever is publishing stops.
pub fn is_raised() -> bool {
    RAISED.load(Ordering::Relaxed)
}

/// Leaves the end to the signal that asked for it, if one did: it has the last word.
pub fn give_way() {
    if is_raised() {
        reached(Stage::GivenUp);
        loop {
            std::thread::park();
        }
    }
}

fn stage_now() -> MutexGuard<'static, Stage> {
    STAGE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn end(signal: &str) {
    let raised = Instant::now();
    let stage = stage_now();
    RAISED.store(true, Ordering::Relaxed);
    let wait = |stage: &mut Stage| matches!(stage, Stage::Making | Stage::Publishing);
    let (stage, _) = MOVED
        .wait_timeout_while(stage, PATIENCE, wait)
        .unwrap_or_else(PoisonError::into_inner);
    let lang = *LANG.get().unwrap_or(&Lang::Vi);
    let message = match *stage {
        Stage::Working(doing) => {
            let values = [signal, doing.in_lang(lang)];
            fill(faults::INTERRUPTED_WHILE, lang, &values)
        }
        Stage::Making => fill(faults::INTERRUPTED_MAKING, lang, &[signal]),
        Stage::GivenUp => fill(faults::INTERRUPTED_BEFORE, lang, &[signal]),
        Stage::Publishing => fill(faults::INTERRUPTED_PUBLISHING, lang, &[signal]),
        Stage::Published(code) => {
            // What remains is a few lines of report: they are let out, unless nobody takes them.
            drop(stage);
            std::thread::sleep(PATIENCE.saturating_sub(raised.elapsed()));
            process::exit(code.into());
        }
    };
    // Standard error may be closed; the exit code still tells.
    let _ = writeln!(io::stderr(), "tonghop: {message}");
    if let Some(tell) = &*TOLD.lock().unwrap_or_else(PoisonError::into_inner) {
        tell(&message);
    }
    process::exit(2);
}
