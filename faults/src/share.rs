//! A folder on a share: its file system knows no locks, and people write into it while a run reads.

use crate::office::Office;
use crate::program::{Program, Run};
use crate::verdict::Verdict;
use rustix::process::{Pid, Signal, kill_process};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// # Errors
/// When the program cannot be started.
pub fn run(program: &Program, verdict: &mut Verdict) -> io::Result<()> {
    let mut strace = Command::new("strace");
    strace.args(["-o", "/dev/null", "true"]);
    let quiet = strace.stdout(Stdio::null()).stderr(Stdio::null());
    if !quiet.status().is_ok_and(|status| status.success()) {
        verdict.leave_out("a share", "no strace that may trace");
        return Ok(());
    }
    for error in ["ENOLCK", "EOPNOTSUPP", "ENOSYS", "EINVAL"] {
        without_locks(program, error, verdict)?;
    }
    two_without_locks(program, verdict)?;
    written_while_read(program, verdict)
}

/// The run of an office under strace, with the options that make it fail.
fn traced(office: &Office, program: &Program, folder: &Path, options: &[&str]) -> Command {
    let ours = office.command(program);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null"]).args(options);
    command.arg(ours.get_program()).args(ours.get_args());
    command.current_dir(folder);
    command
}

fn claim(office: &Office) -> PathBuf {
    office.outputs.join(".tonghop-lock")
}

fn published(what: &str, office: &Office, run: &Run, verdict: &mut Verdict) {
    let mut wrong = run.misdeeds();
    if !matches!(run.code(), Some(0 | 1)) || office.published().is_empty() {
        wrong.push(format!("nothing published, exit {:?}", run.code()));
    }
    if claim(office).exists() || !office.leftovers().is_empty() {
        wrong.push("something was left behind".into());
    }
    verdict.judge(what, wrong, &run.said());
}

fn without_locks(program: &Program, error: &str, verdict: &mut Verdict) -> io::Result<()> {
    let dir = tempfile::tempdir()?;
    let office = Office::new(dir.path(), &dir.path().join("outputs"))?;
    let inject = format!("inject=flock:error={error}");
    let run = program.watch(traced(&office, program, dir.path(), &["-e", &inject]))?;
    published(&format!("flock fails with {error}"), &office, &run, verdict);
    Ok(())
}

/// A second run while the first one publishes slowly; then the first one is killed.
fn two_without_locks(program: &Program, verdict: &mut Verdict) -> io::Result<()> {
    let dir = tempfile::tempdir()?;
    let mut office = Office::new(dir.path(), &dir.path().join("outputs"))?;
    office.run(program)?;
    office.change()?;
    let no_locks = ["-e", "inject=flock:error=ENOLCK"];
    let slowly = [&no_locks[..], &["-e", "inject=fsync:delay_enter=500000"]].concat();
    let mut first = traced(&office, program, dir.path(), &slowly);
    let mut first = first
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let process = claimed(&office, &mut first)?;
    let second = program.watch(traced(&office, program, dir.path(), &no_locks))?;
    let mut wrong = second.misdeeds();
    let holder = format!("another run holds the lock: process {process} ");
    if second.code() != Some(2) || !second.said().contains(&holder) {
        wrong.push(format!("exit {:?}, the holder not named", second.code()));
    }
    // One that may lock on the same share is refused as well.
    let third = office.run(program)?;
    if third.code() != Some(2) || !third.said().contains(&holder) {
        wrong.push("a run that can lock ignored the claim".into());
    }
    verdict.judge("two runs without locks", wrong, &second.said());
    if let Some(process) = i32::try_from(process).ok().and_then(Pid::from_raw) {
        // It may have ended by itself meanwhile.
        let _ = kill_process(process, Signal::KILL);
    }
    first.wait()?;
    let stale = claim(&office).exists();
    let next = program.watch(traced(&office, program, dir.path(), &no_locks))?;
    published("a claim of a killed run", &office, &next, verdict);
    println!(
        "\nwithout locks: 4 errors of flock, two runs at once, a claim of a killed run (left: {stale})"
    );
    Ok(())
}

/// The process that claims the outputs, as soon as one does.
fn claimed(office: &Office, run: &mut Child) -> io::Result<u64> {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(10) && run.try_wait()?.is_none() {
        let text = fs::read(claim(office)).unwrap_or_default();
        let holder: Option<serde_json::Value> = serde_json::from_slice(&text).ok();
        if let Some(process) = holder.and_then(|holder| holder["process"].as_u64()) {
            return Ok(process);
        }
        thread::sleep(Duration::from_millis(1));
    }
    Err(io::Error::other("no run claimed the outputs"))
}

/// A submission that somebody appends to for as long as the run takes. Each look at it takes a while,
/// so that there is always something new.
fn written_while_read(program: &Program, verdict: &mut Verdict) -> io::Result<()> {
    let dir = tempfile::tempdir()?;
    let office = Office::new(dir.path(), &dir.path().join("outputs"))?;
    office.run(program)?;
    let path = dir.path().join("inputs/2021/so-1/ke hoach.csv");
    let file = path.display().to_string();
    let options = ["-P", &file, "-e", "inject=statx,read:delay_exit=60000"];
    let begun = Instant::now();
    let ended = AtomicBool::new(false);
    let run = thread::scope(|scope| {
        scope.spawn(|| -> io::Result<()> {
            let mut file = File::options().append(true).open(&path)?;
            while !ended.load(Ordering::Relaxed) {
                file.write_all("9;Đoàn nữa;GĐ;Lào;S;H;3;5;Quý I/2021;NSNN;\n".as_bytes())?;
                thread::sleep(Duration::from_millis(1));
            }
            Ok(())
        });
        let run = program.watch(traced(&office, program, dir.path(), &options));
        ended.store(true, Ordering::Relaxed);
        run
    })?;
    let took = begun.elapsed();
    let told = || fs::read_to_string(office.outputs.join("2021/findings.csv"));
    let mut wrong = run.misdeeds();
    if run.code() != Some(1) || !told()?.contains("T115,error,so-1,") {
        wrong.push(format!("half a file may count, exit {:?}", run.code()));
    }
    verdict.judge(
        "a file that is written to while it is read",
        wrong,
        &run.said(),
    );
    let next = office.run(program)?;
    let mut wrong = next.misdeeds();
    if !matches!(next.code(), Some(0 | 1)) || told()?.contains("T115") {
        wrong.push("the next run did not read it".into());
    }
    verdict.judge("the same file at rest", wrong, &next.said());
    println!(
        "written to for {:.1} s while it is read: told, and read by the next run",
        took.as_secs_f64()
    );
    Ok(())
}
