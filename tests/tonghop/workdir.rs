//! A folder of its own for each test, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::SystemTime;

/// A temporary folder with a workspace in `inputs/`.
pub struct Workdir {
    dir: tempfile::TempDir,
}

/// What a run of the program left behind.
pub struct Run {
    command: String,
    folder: PathBuf,
    output: Output,
}

impl Workdir {
    pub fn new() -> Workdir {
        let dir = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(dir.path().join("inputs")).expect("inputs");
        Workdir { dir }
    }

    /// The sample year, consolidated.
    pub fn with_sample_year() -> Workdir {
        let work = Workdir::new();
        let copy = Command::new("cp")
            .arg("-r")
            .arg(project().join("inputs"))
            .arg(work.path(""))
            .status();
        assert!(copy.expect("cp").success());
        work.consolidate().exits(1);
        work
    }

    /// A workspace with one submission, `inputs/2021/so-y-te/bao cao.csv`.
    pub fn with_submission(text: &str) -> Workdir {
        let work = Workdir::new();
        work.write("inputs/2021/so-y-te/bao cao.csv", text);
        work
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }

    pub fn read(&self, name: &str) -> String {
        let path = self.path(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The rows of a published CSV as maps from head to cell.
    pub fn table(&self, name: &str) -> Vec<std::collections::BTreeMap<String, String>> {
        let path = self.path("outputs/2021").join(name);
        let mut reader =
            csv::Reader::from_path(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        reader
            .deserialize()
            .map(|row| row.expect("a row"))
            .collect()
    }

    /// Paths of all published files of the year, sorted, those in folders included.
    pub fn published(&self) -> Vec<PathBuf> {
        let entries = walkdir::WalkDir::new(self.path("outputs/2021")).sort_by_file_name();
        let files = entries.into_iter().map(|entry| entry.expect("an output"));
        files
            .filter(|entry| entry.file_type().is_file())
            .map(walkdir::DirEntry::into_path)
            .collect()
    }

    pub fn run_json(&self) -> serde_json::Value {
        serde_json::from_str(&self.read("outputs/2021/run.json")).expect("JSON")
    }

    /// Files below a folder with their bytes and times, but for the lock, which every run writes.
    pub fn listing(&self, folder: &str) -> Vec<(PathBuf, SystemTime, Vec<u8>)> {
        let entries = walkdir::WalkDir::new(self.path(folder)).sort_by_file_name();
        let entries = entries.into_iter().map(|entry| entry.expect("an entry"));
        let files = entries.filter(|e| e.file_type().is_file() && e.file_name() != ".lock");
        files
            .map(|entry| {
                let time = entry.metadata().expect("metadata").modified();
                let bytes = fs::read(entry.path()).expect("bytes");
                (entry.into_path(), time.expect("a time"), bytes)
            })
            .collect()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tonghop"));
        command.args(args).current_dir(self.dir.path()).env_clear();
        command
    }

    /// Starts the program and does not wait for it.
    pub fn start(&self, args: &[&str]) -> Child {
        let mut command = self.command(args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("the program starts")
    }

    /// What a program that was started left behind, once it has ended.
    pub fn ended(&self, args: &str, child: Child) -> Run {
        Run {
            command: format!("tonghop {args}"),
            folder: self.dir.path().into(),
            output: child.wait_with_output().expect("the program ends"),
        }
    }

    /// Runs the program in this folder without any environment.
    pub fn run(&self, args: &[&str]) -> Run {
        let output = self.command(args).output().expect("the program starts");
        Run {
            command: format!("tonghop {}", args.join(" ")),
            folder: self.dir.path().into(),
            output,
        }
    }

    /// Consolidates on a day after every deadline.
    pub fn consolidate(&self) -> Run {
        self.run(&["consolidate", "--as-of", "2020-12-01"])
    }
}

impl Run {
    /// Holds the exit code, and tells everything where it differs.
    #[track_caller]
    pub fn exits(self, code: i32) -> Run {
        if self.output.status.code() != Some(code) {
            panic!("expected exit code {code}\n{self}");
        }
        self
    }

    /// The exit code; none where a signal ended it.
    pub fn code(&self) -> Option<i32> {
        self.output.status.code()
    }

    pub fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.output.stdout).into_owned()
    }

    pub fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }

    /// Holds that both streams together say each of these.
    #[track_caller]
    pub fn says(self, words: &[&str]) -> Run {
        let all = self.stdout() + &self.stderr();
        for word in words {
            assert!(all.contains(word), "{word:?} is not said\n{self}");
        }
        self
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.output.stdout)
            .unwrap_or_else(|error| panic!("{error}\n{self}"))
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "command: {}", self.command)?;
        writeln!(f, "folder:  {}", self.folder.display())?;
        writeln!(f, "status:  {}", self.output.status)?;
        writeln!(f, "stdout:\n{}", self.stdout())?;
        writeln!(f, "stderr:\n{}", self.stderr())
    }
}

/// The program's own folder: its sample workspace and its sources.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
