//! One input fed once: whether it panicked, how long it took, how much memory it held.

use crate::memory;
use crate::targets::{self, Target};
use crate::watch::Watch;
use std::panic::{self, AssertUnwindSafe};
use std::sync::LazyLock;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tonghop::vocabulary::Vocabulary;

/// Longest time on a core that an input of [`crate::mutate::LONGEST`] bytes may take.
const LONGEST: Duration = Duration::from_secs(3);

pub enum Verdict {
    Passed {
        /// Bytes held at most, beyond those held before.
        peak: usize,
        time: Duration,
    },
    /// What was said: a panic's message and place, or what was exceeded.
    Failed(String),
}

/// Feeds a target, with its words loaded and panics caught.
pub struct Trial {
    pub target: Target,
    vocabulary: Vocabulary,
    said: Arc<Mutex<String>>,
    watch: Watch,
}

impl Trial {
    pub fn new(target: Target) -> Trial {
        let said = Arc::new(Mutex::new(String::new()));
        let heard = Arc::clone(&said);
        panic::set_hook(Box::new(move |panic| {
            *heard.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
        }));
        let trial = Trial {
            target,
            vocabulary: Vocabulary::built_in(),
            said,
            watch: Watch::start(target.name()),
        };
        // What is built on first use is no input's memory.
        for _ in 0..2 {
            for warm in [
                "1,ñoaøn\n",
                "1,§oµn ra\n",
                "1,Ä‘oÃ n\nSTT,Tên đoàn,Nước,Số người\n1,A,Lào,5\n",
            ] {
                let bytes: Vec<u8> = warm.chars().map(|c| c as u8).collect();
                trial.run(warm.as_bytes());
                trial.run(&bytes);
            }
        }
        trial
    }

    pub fn run(&self, input: &[u8]) -> Verdict {
        self.watch.begin(input);
        let begun = time_on_core();
        let fed = || targets::feed(self.target, input, &self.vocabulary);
        let (outcome, peak) = memory::peak(|| panic::catch_unwind(AssertUnwindSafe(fed)));
        let time = time_on_core().saturating_sub(begun);
        self.watch.end();
        if outcome.is_err() {
            return Verdict::Failed(
                self.said
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .clone(),
            );
        }
        if peak > self.target.memory(input.len()) {
            return Verdict::Failed(format!("memory: {peak} bytes for {} bytes", input.len()));
        }
        if time > LONGEST {
            return Verdict::Failed(format!("time: {time:?} for {} bytes", input.len()));
        }
        Verdict::Passed { peak, time }
    }
}

/// How long this thread has run: on a busy machine waiting is no fault of the input. Where the system
/// does not say, the time that passed.
fn time_on_core() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    said.and_then(|said| said.split(' ').next()?.parse().ok())
        .map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// The kind of a failure: where it panicked, or which bound was exceeded.
pub fn kind(reason: &str) -> String {
    let first = reason.lines().next().unwrap_or_default();
    if first.starts_with("memory") || first.starts_with("time") {
        first.split(':').next().unwrap_or_default().to_string()
    } else {
        first.to_string()
    }
}
