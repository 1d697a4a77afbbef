//! Files on their way down to the disk: threads that wait for it, while others are made.

use super::error::Error;
use std::fs::File;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// Threads that wait. The disk takes all files that are asked for at once in little more than the time
/// of one, and a thread that waits costs nothing.
const THREADS: usize = 32;

/// Files that wait: fewer than a process may have open. Whoever brings more waits for the disk itself.
const OPEN_FILES: usize = 128;

/// A written file that the disk may not have yet.
#[derive(Debug)]
struct Waiting {
    path: PathBuf,
    file: File,
}

/// Where threads find the next file.
type Queue = Arc<Mutex<Receiver<Waiting>>>;

/// Brings files down to the disk.
#[derive(Debug, Default)]
pub struct Disk {
    threads: Mutex<Threads>,
    /// Files that the disk was asked for and has not taken yet.
    waiting: Arc<AtomicUsize>,
}

/// As many as there were files at once.
#[derive(Debug, Default)]
struct Threads {
    /// None before the first file, and after the last.
    queue: Option<(Sender<Waiting>, Queue)>,
    begun: Vec<JoinHandle<Result<(), Error>>>,
}

impl Disk {
    /// Has a file flushed, by and by.
    ///
    /// # Errors
    /// When the file is flushed at once, because too many wait already, and the disk refuses it.
    pub fn flush(&self, path: PathBuf, file: File) -> Result<(), Error> {
        let waiting = self.waiting.fetch_add(1, Ordering::Relaxed) + 1;
        let mut threads = locked(&self.threads);
        if threads.begun.len() < waiting.min(THREADS) {
            threads.begin(&self.waiting);
        }
        let queue = threads.queue.as_ref().filter(|_| waiting <= OPEN_FILES);
        let refused = match queue {
            Some((queue, _)) => {
                let sent = queue.send(Waiting { path, file });
                sent.err().map(|refused| refused.0)
            }
            None => Some(Waiting { path, file }),
        };
        drop(threads);
        match refused {
            Some(file) => flushed(file, &self.waiting),
            None => Ok(()),
        }
    }

    /// Waits until the disk has all files.
    ///
    /// # Errors
    /// A file that the disk refused.
    pub fn wait(&self) -> Result<(), Error> {
        let mut threads = locked(&self.threads);
        threads.queue = None;
        let ends: Vec<Result<(), Error>> = threads
            .begun
            .drain(..)
            .map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .collect();
        ends.into_iter().collect()
    }
}

impl Threads {
    /// Begins one more; without any, those who bring files wait themselves.
    fn begin(&mut self, waiting: &Arc<AtomicUsize>) {
        let (_, asked) = self.queue.get_or_insert_with(|| {
            let (queue, asked) = channel();
            (queue, Arc::new(Mutex::new(asked)))
        });
        let (asked, waiting) = (Arc::clone(asked), Arc::clone(waiting));
        let serve = move || {
            let mut done = Ok(());
            loop {
                let next = locked(&asked).recv();
                let Ok(next) = next else {
                    return done;
                };
                done = flushed(next, &waiting).and(done);
            }
        };
        match thread::Builder::new().name("disk".into()).spawn(serve) {
            Ok(thread) => self.begun.push(thread),
            Err(_) if self.begun.is_empty() => self.queue = None,
            Err(_) => {}
        }
    }
}

fn flushed(file: Waiting, waiting: &AtomicUsize) -> Result<(), Error> {
    let done = file.file.sync_all().map_err(Error::io(&file.path));
    waiting.fetch_sub(1, Ordering::Relaxed);
    done
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
