//! Disks and folders that fail: full, broken, read-only, held by another run, elsewhere.

use crate::office::{Office, Stands, Tree};
use crate::program::{Program, Run};
use crate::verdict::Verdict;
use std::fs;
use std::io;
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// How many calls of each kind are failed, one in each run.
const CALLS: u32 = 40;
const NOBODY: u32 = 65534;

/// What one kind of failure did.
#[derive(Debug, Default)]
struct Row {
    runs: u32,
    refused: u32,
    old: u32,
    new: u32,
}

impl Row {
    fn print(&self, what: &str) {
        println!(
            "{what:<36} {:>6} {:>8} {:>10} {:>10}",
            self.runs, self.refused, self.old, self.new
        );
    }

    /// Holds a run that met a failure to the promise.
    fn judge(
        &mut self,
        what: &str,
        office: &Office,
        program: &Program,
        failed: &Run,
        before: &Tree,
        verdict: &mut Verdict,
    ) -> io::Result<()> {
        let (stands, mut wrong, said) = office.recovers(program, before)?;
        wrong.extend(failed.misdeeds());
        if stands == Stands::Old && failed.code() != Some(2) {
            wrong.push(format!("nothing published with exit {:?}", failed.code()));
        }
        if stands == Stands::New && failed.code() == Some(2) {
            wrong.push("exit 2, and yet the run was published".into());
        }
        self.runs += 1;
        self.refused += u32::from(failed.code() == Some(2));
        match stands {
            Stands::Old => self.old += 1,
            Stands::New => self.new += 1,
        }
        verdict.judge(what, wrong, &(failed.said() + &said));
        Ok(())
    }
}

/// # Errors
/// When the program cannot be started.
pub fn run(program: &Program, verdict: &mut Verdict) -> io::Result<()> {
    println!(
        "\n{:<36} {:>6} {:>8} {:>10} {:>10}",
        "failure", "runs", "exit 2", "old whole", "new whole"
    );
    broken(program, verdict)?;
    full(program, verdict)?;
    read_only(program, verdict)?;
    held(program, verdict)?;
    elsewhere(program, verdict)
}

/// Every one of the first calls that change a disk fails, in a run of its own.
fn broken(program: &Program, verdict: &mut Verdict) -> io::Result<()> {
    if !works(Command::new("strace").args(["-o", "/dev/null", "true"])) {
        verdict.leave_out("calls that fail", "no strace that may trace");
        return Ok(());
    }
    let dir = tempfile::tempdir()?;
    let mut office = Office::new(dir.path(), &dir.path().join("outputs"))?;
    office.run(program)?;
    // The last kind flushes the outputs folder itself: after the journal, after the exchange.
    let kinds = [
        ("openat", "ENOSPC", true),
        ("write", "ENOSPC", true),
        ("fsync", "EIO", true),
        ("mkdir", "ENOSPC", true),
        ("renameat2", "EIO", true),
        ("rename", "EIO", true),
        ("unlink,unlinkat", "EIO", true),
        ("fsync", "EIO", false),
    ];
    for (calls, error, below) in kinds {
        let mut row = Row::default();
        for number in 1..=CALLS {
            let before = office.published();
            office.change()?;
            let log = dir.path().join("strace.log");
            let ours = office.command(program);
            let mut command = Command::new("strace");
            command.args(["-f", "-qq", "-P"]).arg(&office.outputs);
            for name in watched(&office.outputs, &before).iter().filter(|_| below) {
                command.arg("-P").arg(name);
            }
            command.arg("-o").arg(&log);
            let inject = format!("inject={calls}:error={error}:when={number}");
            command.args(["-e", &format!("trace={calls}"), "-e", &inject]);
            command.arg(ours.get_program()).args(ours.get_args());
            command.current_dir(dir.path());
            let failed = program.watch(command)?;
            if !fs::read_to_string(&log)?.contains("INJECTED") {
                // So many calls are not made; the submissions of this run are published now.
                break;
            }
            let what = format!("{calls} number {number} fails with {error}");
            row.judge(&what, &office, program, &failed, &before, verdict)?;
        }
        let whose = if below { "" } else { ", the folder itself" };
        row.print(&format!("{calls}: {error}{whose}"));
    }
    Ok(())
}

/// Paths whose calls are failed: those of publishing, not those of starting a program.
fn watched(outputs: &Path, published: &Tree) -> Vec<std::path::PathBuf> {
    let folder = outputs.join("2021");
    let stage = outputs.join(".tonghop-staging-2021");
    let mut paths = vec![stage.clone(), stage.join("feedback"), folder.clone()];
    let files = published
        .keys()
        .filter_map(|path| path.strip_prefix(&folder).ok());
    paths.extend(files.map(|name| stage.join(name)));
    for name in [
        ".lock",
        "history.jsonl",
        ".tonghop-publishing.json",
        ".tonghop-last.json",
    ] {
        paths.push(outputs.join(name));
        paths.push(outputs.join(format!("{name}.new")));
    }
    paths
}

/// Outputs on a file system that ever less is free of.
fn full(program: &Program, verdict: &mut Verdict) -> io::Result<()> {
    let dir = tempfile::tempdir()?;
    let disk = dir.path().join("disk");
    fs::create_dir(&disk)?;
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"]);
    if !works(mount.arg(&disk)) {
        verdict.leave_out("a full disk", "only root may mount a tmpfs");
        return Ok(());
    }
    let tried = fill(program, dir.path(), &disk, verdict);
    works(Command::new("umount").arg("-l").arg(&disk));
    tried
}

fn fill(program: &Program, folder: &Path, disk: &Path, verdict: &mut Verdict) -> io::Result<()> {
    let mut office = Office::new(folder, &disk.join("outputs"))?;
    office.run(program)?;
    let ballast = disk.join("ballast");
    let mut row = Row::default();
    for pages in (0..80_u64).step_by(4).chain(1..4) {
        let before = office.published();
        office.change()?;
        // As much as fits, less so many pages.
        let mut bytes = 0;
        while fs::write(&ballast, vec![1; bytes + 65536]).is_ok() {
            bytes += 65536;
        }
        let filled = fs::metadata(&ballast)?.len();
        shorten(&ballast, filled.saturating_sub(pages * 4096))?;
        let failed = office.run(program)?;
        fs::remove_file(&ballast)?;
        let what = format!("{} KiB are free", pages * 4);
        row.judge(&what, &office, program, &failed, &before, verdict)?;
    }
    row.print("full disk, 0 to 304 KiB free");
    Ok(())
}

fn shorten(path: &Path, bytes: u64) -> io::Result<()> {
    let file = fs::File::options().write(true).open(path)?;
    file.set_len(bytes)
}

/// An ordinary user who may not write into the outputs.
fn read_only(program: &Program, verdict: &mut Verdict) -> io::Result<()> {
    let dir = tempfile::tempdir()?;
    let mut office = Office::new(dir.path(), &dir.path().join("outputs"))?;
    let ordinary = program.as_ordinary_user();
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755))?;
    fs::create_dir(&office.outputs)?;
    if rustix::process::geteuid().is_root() {
        chown(&office.outputs, Some(NOBODY), Some(NOBODY))?;
    }
    office.run(&ordinary)?;
    let before = office.published();
    office.change()?;
    fs::set_permissions(&office.outputs, fs::Permissions::from_mode(0o555))?;
    let failed = office.run(&ordinary)?;
    fs::set_permissions(&office.outputs, fs::Permissions::from_mode(0o755))?;
    let mut row = Row::default();
    row.judge(
        "outputs are read-only",
        &office,
        &ordinary,
        &failed,
        &before,
        verdict,
    )?;
    row.print("read-only outputs");
    Ok(())
}

/// A second run while the first holds the outputs.
fn held(program: &Program, verdict: &mut Verdict) -> io::Result<()> {
    let dir = tempfile::tempdir()?;
    let mut office = Office::new(dir.path(), &dir.path().join("outputs"))?;
    office.run(program)?;
    let before = office.published();
    office.change()?;
    let lock = fs::File::open(office.outputs.join(".lock"))?;
    lock.lock()?;
    let second = office.run(program)?;
    drop(lock);
    let mut wrong = Vec::new();
    if !second
        .said()
        .contains("another run holds the lock: process")
    {
        wrong.push("the holder is not named".into());
    }
    verdict.judge("a second run", wrong, &second.said());
    let mut row = Row::default();
    row.judge("a second run", &office, program, &second, &before, verdict)?;
    let mut ran_twice = 0;
    for _ in 0..10 {
        office.change()?;
        let mut first = office.command(program);
        first
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut first = first.spawn()?;
        thread::sleep(Duration::from_millis(5));
        let second = office.run(program)?;
        let codes = [first.wait()?.code(), second.code()];
        let good = codes
            .iter()
            .filter(|code| matches!(code, Some(0 | 1)))
            .count();
        ran_twice += usize::from(good == 2);
        let mut wrong = second.misdeeds();
        if good == 0 {
            wrong.push(format!("neither of two runs published: {codes:?}"));
        }
        if !office.leftovers().is_empty() {
            wrong.push("something was left behind".into());
        }
        verdict.judge("two runs at once", wrong, &second.said());
    }
    row.print("outputs held by another run");
    println!("    of ten pairs at once, {ran_twice} ran one after the other");
    Ok(())
}

/// Outputs behind a link, and on another file system than everything else.
fn elsewhere(program: &Program, verdict: &mut Verdict) -> io::Result<()> {
    let dir = tempfile::tempdir()?;
    let other = match tempfile::tempdir_in("/dev/shm") {
        Ok(other) => other,
        Err(_) => tempfile::tempdir()?,
    };
    let link = dir.path().join("outputs");
    symlink(other.path(), &link)?;
    let mut office = Office::new(dir.path(), &link)?;
    let mut row = Row::default();
    let mut wrong = Vec::new();
    let mut said = String::new();
    for _ in 0..3 {
        let before = office.published();
        office.change()?;
        let run = office.run(program)?;
        wrong.extend(run.misdeeds());
        if !matches!(run.code(), Some(0 | 1)) || office.published() == before {
            wrong.push(format!("nothing published, exit {:?}", run.code()));
        }
        if !link.is_symlink() {
            wrong.push("the link is gone".into());
        }
        said = run.said();
        row.runs += 1;
        row.new += 1;
    }
    verdict.judge("outputs behind a link", wrong, &said);
    row.print("behind a link, another file system");
    Ok(())
}

fn works(command: &mut Command) -> bool {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
