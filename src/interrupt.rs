//! What SIGINT, SIGTERM, SIGHUP and SIGQUIT end, and when: at once while nothing is being changed, at the next safe
//! point while a run is made and published. A second signal ends the process wherever it is.

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use std::io::{self, Write};
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How far the process is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is changed by this work, named for the message: it ends at once.
    Working(&'static str),
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

static STAGE: Mutex<Stage> = Mutex::new(Stage::Working("starting"));
static MOVED: Condvar = Condvar::new();
static RAISED: AtomicBool = AtomicBool::new(false);
/// Who else is told what a signal ended.
static TOLD: Mutex<Option<Tell>> = Mutex::new(None);

/// The signals that end a run, by name.
const ENDING: [(i32, &str); 4] = [
    (SIGINT, "SIGINT"),
    (SIGTERM, "SIGTERM"),
    (SIGHUP, "SIGHUP"),
    (SIGQUIT, "SIGQUIT"),
];

/// Takes over the signals that end a run. A run under `nohup` goes on when its terminal is closed.
///
/// # Errors
/// When the system refuses.
pub fn listen() -> io::Result<()> {
    let once = Arc::new(AtomicBool::new(false));
    let ending = ENDING.map(|(signal, _)| signal).into_iter();
    let ending: Vec<i32> = ending.filter(|s| *s != SIGHUP || !is_ignored(*s)).collect();
    for &signal in &ending {
        // In this order: the first signal arms what the second one does.
        flag::register_conditional_shutdown(signal, 2, Arc::clone(&once))?;
        flag::register(signal, Arc::clone(&once))?;
    }
    // Where files may only grow so far (`ulimit -f`) the write fails and says so, instead of the process
    // ending by a signal.
    flag::register(SIGXFSZ, Arc::default())?;
    let mut signals = Signals::new(ending)?;
    std::thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            if let Some(signal) = signals.forever().next() {
                let known = ENDING.iter().find(|(number, _)| *number == signal);
                end(known.map_or("a signal", |(_, name)| name));
            }
        })
        .map(drop)
}

/// Whether whoever started this process had a signal ignored.
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

/// Says how far the process is.
pub fn at(stage: Stage) {
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
        at(Stage::GivenUp);
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
    let said = match *stage {
        Stage::Working(doing) => {
            format!("interrupted by {signal} while {doing}; nothing was changed")
        }
        Stage::Making => {
            format!("interrupted by {signal} while making the outputs; nothing was changed")
        }
        Stage::GivenUp => format!("interrupted by {signal} before publishing; nothing was changed"),
        Stage::Publishing => format!(
            "interrupted by {signal} while publishing; each year stands whole, and the next run ends what had begun"
        ),
        Stage::Published(code) => {
            // What remains is a few lines of report: they are let out, unless nobody takes them.
            drop(stage);
            std::thread::sleep(PATIENCE.saturating_sub(raised.elapsed()));
            process::exit(code.into());
        }
    };
    // Standard error may be closed; the exit code still tells.
    let _ = writeln!(io::stderr(), "tonghop: {said}");
    if let Some(tell) = &*TOLD.lock().unwrap_or_else(PoisonError::into_inner) {
        tell(&said);
    }
    process::exit(2);
}
