//! Inputs that nobody would send, each fed to the built program, with time and memory printed.

mod folders;
mod paths;
mod tables;
mod workbooks;

use crate::program::{AS_OF, Program, Run};
use crate::verdict::Verdict;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// How large the inputs are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// For every run of CI.
    Small,
    /// As large as the specification allows.
    Large,
}

impl Scale {
    fn of(self, small: usize, large: usize) -> usize {
        match self {
            Scale::Small => small,
            Scale::Large => large,
        }
    }
}

/// The folder of submissions that a case fills.
pub struct Inputs {
    root: PathBuf,
}

impl Inputs {
    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        let path = self.path(path);
        make_parent(&path)?;
        fs::write(path, bytes)
    }

    fn create(&self, path: &str) -> io::Result<File> {
        let path = self.path(path);
        make_parent(&path)?;
        File::create(path)
    }
}

fn make_parent(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))
}

type Make = Box<dyn Fn(&Inputs) -> io::Result<()>>;

/// One hostile folder of submissions, and what the program has to say about it.
pub struct Case {
    name: &'static str,
    make: Make,
    /// Codes of findings, or words of the message, that must be given.
    says: Vec<&'static str>,
    ordinary_user: bool,
    /// Submissions of the folder that must count, beside the hostile one.
    accepted: Option<u64>,
}

impl Case {
    pub fn new(name: &'static str, make: impl Fn(&Inputs) -> io::Result<()> + 'static) -> Case {
        Case {
            name,
            make: Box::new(make),
            says: Vec::new(),
            ordinary_user: false,
            accepted: None,
        }
    }

    pub fn saying(mut self, words: &'static str) -> Case {
        self.says.push(words);
        self
    }

    /// Rows that must be accepted in spite of the hostility.
    pub fn accepting(mut self, rows: u64) -> Case {
        self.accepted = Some(rows);
        self
    }

    pub fn by_ordinary_user(mut self) -> Case {
        self.ordinary_user = true;
        self
    }
}

/// Feeds every case whose name contains `wanted`.
///
/// # Errors
/// When a case cannot be made.
pub fn run(program: &Program, scale: Scale, wanted: &str, verdict: &mut Verdict) -> io::Result<()> {
    let mut cases = paths::cases();
    cases.extend(tables::cases(scale));
    cases.extend(workbooks::cases(scale));
    cases.extend(folders::cases(scale));
    println!(
        "{:<44} {:>9} {:>9} {:>9} exit",
        "hostile input", "MiB", "core s", "peak MiB"
    );
    for case in cases.iter().filter(|case| case.name.contains(wanted)) {
        one(program, case, scale, verdict)?;
    }
    Ok(())
}

fn one(program: &Program, case: &Case, scale: Scale, verdict: &mut Verdict) -> io::Result<()> {
    let dir = tempfile::tempdir()?;
    let inputs = Inputs {
        root: dir.path().join("inputs"),
    };
    fs::create_dir_all(inputs.path("2021"))?;
    (case.make)(&inputs)?;
    let bytes = size(&inputs.root);
    let before = outside(dir.path());
    let program = if case.ordinary_user {
        open_to_all(dir.path())?;
        program.as_ordinary_user()
    } else {
        program.clone()
    };
    let run = program.run(
        dir.path(),
        &["consolidate", "--as-of", AS_OF, "--lang", "en"],
    )?;
    let mega = |bytes: u64| bytes as f64 / f64::from(1 << 20);
    let code = run.code().map_or("-".into(), |code| code.to_string());
    println!(
        "{:<44} {:>9.1} {:>9.2} {:>9.1} {code}",
        case.name,
        mega(bytes),
        run.time.as_secs_f64(),
        mega(run.peak)
    );
    let mut wrong = judge(case, &run, dir.path());
    if outside(dir.path()) != before {
        wrong.push("something was written outside the outputs".into());
    }
    // The same stages read it: where the inputs are large, once is enough.
    if scale == Scale::Small {
        let checked = program.run(dir.path(), &["check", "inputs", "--lang", "en"])?;
        let misdeeds = checked.misdeeds().into_iter();
        wrong.extend(misdeeds.map(|deed| format!("check: {deed}")));
    }
    verdict.judge(&format!("hostile input: {}", case.name), wrong, &run.said());
    Ok(())
}

fn judge(case: &Case, run: &Run, folder: &Path) -> Vec<String> {
    let mut wrong = run.misdeeds();
    let outputs = folder.join("outputs/2021");
    let findings = fs::read_to_string(outputs.join("findings.csv")).unwrap_or_default();
    let said = run.said();
    for words in &case.says {
        if !findings.contains(words) && !said.contains(words) {
            wrong.push(format!("{words} is not said"));
        }
    }
    if run.code() == Some(2) {
        if outputs.exists() {
            wrong.push("exit 2, and yet something was published".into());
        }
        return wrong;
    }
    let report = fs::read(outputs.join("run.json")).unwrap_or_default();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap_or_default();
    let accepted = report["rows"]["accepted"].as_u64();
    if case.accepted.is_some() && accepted != case.accepted {
        wrong.push(format!(
            "{accepted:?} rows accepted instead of {:?}",
            case.accepted
        ));
    }
    let listed: u64 = report["files"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(_, n)| n.as_u64())
        .sum();
    let there = entries(&folder.join("inputs"));
    if listed < there {
        wrong.push(format!(
            "{there} files lie there, {listed} are accounted for"
        ));
    }
    wrong
}

/// Everything under the years of the inputs that is no folder, links not followed. What lies beside them
/// is the workspace's own.
fn entries(inputs: &Path) -> u64 {
    let entries = walkdir::WalkDir::new(inputs)
        .into_iter()
        .filter_map(Result::ok);
    let all = entries.filter(|entry| !entry.file_type().is_dir());
    let is_of_a_year = |entry: &walkdir::DirEntry| {
        let path = entry.path().strip_prefix(inputs).ok();
        let first = path.and_then(|path| path.components().next());
        first.is_some_and(|year| year.as_os_str() == "2021")
    };
    all.filter(is_of_a_year).count() as u64
}

fn size(folder: &Path) -> u64 {
    let entries = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|file| file.metadata().ok())
        .map(|file| file.len())
        .sum()
}

/// Names of everything beside `outputs`.
fn outside(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter();
    let entries =
        entries.filter_entry(|entry| entry.depth() != 1 || entry.file_name() != "outputs");
    entries
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// Lets an ordinary user make `outputs` here.
fn open_to_all(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o777))
}
