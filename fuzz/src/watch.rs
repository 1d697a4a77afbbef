//! Inputs that never come back: a second thread that writes them down and ends the run.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// After this long an input counts as a hang.
const HANG: Duration = Duration::from_secs(60);

/// Exit code of a run that hung.
const HUNG: i32 = 3;

/// An input, and since when it is fed.
type Running = (Instant, Vec<u8>);

/// The input being fed.
pub struct Watch(Arc<Mutex<Option<Running>>>);

impl Watch {
    pub fn start(target: &'static str) -> Watch {
        let fed = Arc::new(Mutex::new(None::<Running>));
        let seen = Arc::clone(&fed);
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(Duration::from_secs(1));
                let guard = seen.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some((since, input)) = guard.as_ref()
                    && since.elapsed() > HANG
                {
                    give_up(target, input);
                }
            }
        });
        Watch(fed)
    }

    pub fn begin(&self, input: &[u8]) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((Instant::now(), input.to_vec()));
    }

    pub fn end(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

fn give_up(target: &str, input: &[u8]) -> ! {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fuzz-findings");
    let path = folder.join(format!("{target}-hang"));
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, input));
    println!(
        "{target}: an input of {} bytes hangs: {} ({written:?})",
        input.len(),
        path.display()
    );
    std::process::exit(HUNG);
}
