//! Runs the built program as a stranger would, and measures it: exit, streams, time, peak memory.

use rustix::process::{Pid, Resource, Rlimit, WaitId, WaitIdOptions};
use std::fs::{self, File};
use std::io;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
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
    /// Time on a core, of all threads: on a busy machine waiting is nobody's fault.
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
    /// Time on a core; what takes more is ended by a signal.
    limit: Duration,
    /// Bytes of address space: what asks for more is refused, aborts, and fails the trial. A runaway is
    /// not the end of the machine.
    memory: u64,
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
            memory: 2 << 30,
        })
    }

    /// The same program with more room and more time, for inputs as large as the specification allows.
    pub fn given(self, limit: Duration, memory: u64) -> Program {
        Program {
            limit,
            memory,
            ..self
        }
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
        let process = Pid::from_child(&child);
        self.bound(process);
        let (mut peak, mut timed_out) = (0, false);
        while !has_ended(process)? {
            peak = peak.max(resident_peak(process));
            if started.elapsed() > self.limit * PATIENCE {
                timed_out = true;
                child.kill()?;
            }
            thread::sleep(Duration::from_millis(1));
        }
        // What has ended and was not waited for still says how long it ran.
        let time = time_on_core(process);
        Ok(Run {
            status: child.wait()?,
            time,
            stdout: fs::read(&paths[0])?,
            stderr: fs::read(&paths[1])?,
            peak,
            timed_out,
        })
    }

    /// Bounds what a started process may take. One that has ended already needs no bound.
    fn bound(&self, process: Pid) {
        for (resource, most) in [
            (Resource::As, self.memory),
            (Resource::Cpu, self.limit.as_secs()),
        ] {
            let limit = Rlimit {
                current: Some(most),
                maximum: Some(most),
            };
            let _ended = rustix::process::prlimit(Some(process), resource, limit);
        }
    }
}

/// So many times its limit a run may wait for a core, for a disk, or in a loop that does nothing.
const PATIENCE: u32 = 10;

fn has_ended(process: Pid) -> io::Result<bool> {
    let seen = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    Ok(rustix::process::waitid(WaitId::Pid(process), seen)?.is_some())
}

/// The time that all threads of a process ran, in the system and outside of it.
fn time_on_core(process: Pid) -> Duration {
    let path = format!("/proc/{}/stat", process.as_raw_nonzero());
    let stat = fs::read_to_string(path).unwrap_or_default();
    // The second field is a name in brackets, which may hold blanks and brackets.
    let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ');
    let ticks: u64 = fields.skip(11).take(2).flat_map(str::parse::<u64>).sum();
    Duration::from_millis(ticks * 1000 / rustix::param::clock_ticks_per_second())
}

/// `VmHWM` of a process; 0 when it has ended.
fn resident_peak(process: Pid) -> u64 {
    let path = format!("/proc/{}/status", process.as_raw_nonzero());
    let status = fs::read_to_string(path).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
