//! Runs the built program as a stranger would, and measures it: exit, streams, time, peak memory.

use std::fs::{self, File};
use std::io;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The day that counts as today: after every deadline.
pub const AS_OF: &str = "2020-12-01";
/// An ordinary user, where the suite itself runs as root: "nobody".
const NOBODY: u32 = 65534;

/// One run to its end.
#[derive(Debug)]
pub struct Run {
    pub status: ExitStatus,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
    pub time: Duration,
    /// Peak of the memory that was resident, in bytes; sampled, so that short runs may show less.
    pub peak: u64,
    pub timed_out: bool,
}

impl Run {
    /// The exit code; `None` for a run that a signal ended.
    pub fn code(&self) -> Option<i32> {
        self.status.code()
    }

    /// Both streams, for messages.
    pub fn said(&self) -> String {
        let both = [&self.stdout[..], &self.stderr[..]].concat();
        String::from_utf8_lossy(&both).into_owned()
    }

    /// What no run may do, whatever it is fed.
    pub fn misdeeds(&self) -> Vec<String> {
        let mut found = Vec::new();
        let said = self.said();
        if self.timed_out {
            found.push(format!("not done after {:?}", self.time));
        } else if let Some(signal) = self.status.signal() {
            found.push(format!("ended by signal {signal}"));
        } else if !matches!(self.code(), Some(0..=2)) {
            found.push(format!("exit code {:?}", self.code()));
        }
        if said.contains("panicked at") {
            found.push("it panicked".into());
        }
        if let Some(c) = said.chars().find(|&c| is_obeyed(c)) {
            found.push(format!("U+{:04X} reached the terminal", c as u32));
        }
        found
    }
}

/// A character that a terminal obeys instead of showing it.
fn is_obeyed(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The program with what surrounds it.
#[derive(Debug, Clone)]
pub struct Program {
    binary: PathBuf,
    as_nobody: bool,
    limit: Duration,
}

impl Program {
    /// The program that `cargo build --release` made, beside this one.
    ///
    /// # Errors
    /// When it is not there.
    pub fn built() -> io::Result<Program> {
        let here = std::env::current_exe()?;
        let binary = here.with_file_name("tonghop");
        if !binary.is_file() {
            let reason = format!("{} is missing: cargo build --release", binary.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, reason));
        }
        Ok(Program {
            binary,
            as_nobody: false,
            limit: Duration::from_secs(30),
        })
    }

    /// The same program run by an ordinary user: root may read and write everything.
    pub fn as_ordinary_user(&self) -> Program {
        Program {
            as_nobody: rustix::process::geteuid().is_root(),
            ..self.clone()
        }
    }

    /// A command in a folder, without any environment.
    pub fn command(&self, folder: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.args(arguments).current_dir(folder).env_clear();
        if self.as_nobody {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }

    /// Runs to the end, or kills it at its limit of time.
    ///
    /// # Errors
    /// When it cannot be started or watched.
    pub fn run(&self, folder: &Path, arguments: &[&str]) -> io::Result<Run> {
        self.watch(self.command(folder, arguments))
    }

    /// Runs a command as [`Program::run`] does.
    ///
    /// # Errors
    /// When it cannot be started or watched.
    pub fn watch(&self, mut command: Command) -> io::Result<Run> {
        let streams = tempfile::tempdir()?;
        let paths = [streams.path().join("out"), streams.path().join("err")];
        let started = Instant::now();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(File::create(&paths[0])?)
            .stderr(File::create(&paths[1])?)
            .spawn()?;
        let (mut peak, mut timed_out) = (0, false);
        let status = loop {
            peak = peak.max(resident_peak(&child));
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if started.elapsed() > self.limit {
                timed_out = true;
                child.kill()?;
            }
            thread::sleep(Duration::from_millis(1));
        };
        Ok(Run {
            status,
            time: started.elapsed(),
            stdout: fs::read(&paths[0])?,
            stderr: fs::read(&paths[1])?,
            peak,
            timed_out,
        })
    }
}

/// `VmHWM` of a process; 0 when it has ended.
fn resident_peak(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
