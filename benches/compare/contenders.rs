//! What is measured: the program, the peers that are installed, and the machine's floor.

use crate::corpus::{Corpus, LINES_ABOVE};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// One run of a whole process.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    pub seconds: f64,
    /// Peak of resident memory, in megabytes.
    pub memory: f64,
}

/// A program that does the job, or what it can of it.
pub struct Contender {
    pub name: &'static str,
    command: Vec<String>,
}

/// A peer that is not here, and why.
pub struct LeftOut {
    pub name: &'static str,
    pub reason: String,
}

impl Contender {
    /// The program itself, publishing everything.
    pub fn tonghop(program: &Path, threads: usize) -> Contender {
        let name = if threads == 1 {
            "tonghop, 1 thread"
        } else {
            "tonghop"
        };
        let threads = threads.to_string();
        let program = program.display().to_string();
        let command = [
            &program,
            "consolidate",
            "{inputs}",
            "-o",
            "{out}",
            "--quiet",
        ];
        let options = ["--as-of", "2020-10-01", "--threads", &threads];
        Contender {
            name,
            command: command
                .into_iter()
                .chain(options)
                .map(String::from)
                .collect(),
        }
    }

    /// The machine's floor: every byte read once, every line counted.
    pub fn floor() -> Contender {
        shell(
            "cat FILES | wc -l",
            "xargs -0 cat < {list} | wc -l > {out}/lines",
        )
    }

    /// Runs it on a corpus, its output folder emptied before.
    ///
    /// # Errors
    /// When it cannot be started or fails.
    pub fn run(&self, corpus: &Corpus, work: &Path) -> io::Result<Run> {
        let out = work.join("out");
        if out.exists() {
            fs::remove_dir_all(&out)?;
        }
        fs::create_dir_all(&out)?;
        let fill = |word: &String| {
            word.replace("{inputs}", &corpus.inputs.display().to_string())
                .replace("{list}", &work.join("files").display().to_string())
                .replace("{out}", &out.display().to_string())
        };
        let words: Vec<String> = self.command.iter().map(fill).collect();
        let measured = Command::new(std::env::current_exe()?)
            .arg("--measure")
            .args(&words)
            .output()?;
        let text = String::from_utf8_lossy(&measured.stdout).into_owned();
        let numbers: Vec<f64> = text
            .split_whitespace()
            .filter_map(|n| n.parse().ok())
            .collect();
        match numbers.as_slice() {
            [seconds, memory] => Ok(Run {
                seconds: *seconds,
                memory: *memory,
            }),
            _ => {
                let errors = String::from_utf8_lossy(&measured.stderr).into_owned();
                Err(io::Error::other(format!("{}: {text}{errors}", self.name)))
            }
        }
    }
}

/// Runs a command in a process of its own, so that the peak memory of children is this child's:
/// prints seconds and megabytes.
///
/// # Errors
/// When the command cannot be started or exits with more than 1, which says "needs a person".
pub fn measure(words: &[String]) -> io::Result<()> {
    let (program, arguments) = words.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let begun = Instant::now();
    let status = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .status()?;
    let seconds = begun.elapsed().as_secs_f64();
    if !matches!(status.code(), Some(0 | 1)) {
        return Err(io::Error::other(format!("{program}: {status}")));
    }
    let usage = nix::sys::resource::getrusage(nix::sys::resource::UsageWho::RUSAGE_CHILDREN)?;
    println!("{seconds} {}", usage.max_rss() as f64 / 1024.0);
    Ok(())
}

fn shell(name: &'static str, script: &str) -> Contender {
    let command = ["sh", "-c", script].map(String::from).to_vec();
    Contender { name, command }
}

/// The peers of this machine; Python's are installed below `target` where the network allows.
pub fn peers(target: &Path, threads: usize) -> (Vec<Contender>, Vec<LeftOut>) {
    let (mut here, mut out) = (Vec::new(), Vec::new());
    let python = environment(target);
    for (name, module, script) in [
        ("DuckDB", "duckdb", include_str!("peers/with_duckdb.py")),
        ("polars", "polars", include_str!("peers/with_polars.py")),
    ] {
        match python
            .as_ref()
            .map_err(Clone::clone)
            .and_then(|python| has(python, module))
        {
            Ok(python) => {
                let words = [&python, "-c", script, "{list}", "{out}"].map(String::from);
                let more = [LINES_ABOVE.to_string(), threads.to_string()];
                here.push(Contender {
                    name,
                    command: words.into_iter().chain(more).collect(),
                });
            }
            Err(reason) => out.push(LeftOut { name, reason }),
        }
    }
    if Command::new("mlr").arg("--version").output().is_ok() {
        let script =
            include_str!("peers/with_miller.sh").replace("{above}", &LINES_ABOVE.to_string());
        here.push(shell("Miller", &script));
    } else {
        let reason = "mlr is not installed (apt-get install miller)".to_string();
        out.push(LeftOut {
            name: "Miller",
            reason,
        });
    }
    (here, out)
}

/// A virtual environment with the peers of Python, made once.
fn environment(target: &Path) -> Result<PathBuf, String> {
    let folder = target.join("peers");
    let python = folder.join("bin/python");
    if !python.exists() {
        let made = Command::new("python3")
            .args(["-m", "venv"])
            .arg(&folder)
            .output();
        match made {
            Err(error) => return Err(format!("python3: {error}")),
            Ok(output) if !output.status.success() => {
                return Err("python3 -m venv fails".to_string());
            }
            Ok(_) => {}
        }
    }
    Ok(python)
}

fn has(python: &Path, module: &str) -> Result<String, String> {
    let import = || {
        Command::new(python)
            .args(["-c", &format!("import {module}")])
            .output()
    };
    let ok = |output: io::Result<std::process::Output>| output.is_ok_and(|o| o.status.success());
    if !ok(import()) {
        let pip = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--retries",
            "1",
            "--timeout",
            "20",
            module,
        ];
        let _ = Command::new(python).args(pip).output();
    }
    if ok(import()) {
        Ok(python.display().to_string())
    } else {
        Err(format!("pip install {module} fails: no network?"))
    }
}
