//! Runs that are killed at random instants: half of them anywhere, half while they publish.

use crate::office::{Office, Stands};
use crate::program::Program;
use crate::verdict::Verdict;
use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::{BuildHasher, Hasher};
use std::io;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What the kills met.
#[derive(Debug, Default)]
struct Met {
    old: u32,
    new: u32,
    /// Kills that found something staged or half published.
    inside: u32,
    too_late: u32,
}

/// # Errors
/// When the program cannot be started.
pub fn run(program: &Program, kills: u32, verdict: &mut Verdict) -> io::Result<()> {
    let dir = tempfile::tempdir()?;
    let mut office = Office::new(dir.path(), &dir.path().join("outputs"))?;
    let (mut whole, mut publishing) = (Duration::ZERO, Duration::ZERO);
    for _ in 0..4 {
        office.change()?;
        let mut child = start(program, &office)?;
        let started = Instant::now();
        wait_for_staging(&office, &mut child)?;
        let staged = started.elapsed();
        child.wait()?;
        whole = started.elapsed();
        publishing = whole.saturating_sub(staged);
    }
    let mut met = [Met::default(), Met::default()];
    for number in 0..kills {
        let while_publishing = number % 2 == 1;
        let before = office.published();
        office.change()?;
        let mut child = start(program, &office)?;
        if while_publishing {
            wait_for_staging(&office, &mut child)?;
            thread::sleep(publishing.mul_f64(chance()));
        } else {
            thread::sleep(whole.mul_f64(chance()));
        }
        let met = &mut met[usize::from(while_publishing)];
        if child.try_wait()?.is_some() {
            met.too_late += 1;
        }
        // SIGKILL: no handler runs.
        child.kill()?;
        child.wait()?;
        met.inside += u32::from(!office.leftovers().is_empty());
        let (stands, wrong, said) = office.recovers(program, &before)?;
        match stands {
            Stands::Old => met.old += 1,
            Stands::New => met.new += 1,
        }
        verdict.judge(&format!("kill {number}"), wrong, &said);
    }
    println!(
        "\na run takes {:.0} ms, publishing {:.0} ms of it",
        whole.as_secs_f64() * 1e3,
        publishing.as_secs_f64() * 1e3
    );
    println!(
        "{:<24} {:>6} {:>10} {:>10} {:>16} {:>9}",
        "killed", "kills", "old whole", "new whole", "left things", "too late"
    );
    for (when, met) in ["anywhere", "while publishing"].iter().zip(met) {
        println!(
            "{when:<24} {:>6} {:>10} {:>10} {:>16} {:>9}",
            met.old + met.new,
            met.old,
            met.new,
            met.inside,
            met.too_late
        );
    }
    Ok(())
}

fn start(program: &Program, office: &Office) -> io::Result<Child> {
    let mut command = office.command(program);
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command.stderr(Stdio::null()).spawn()
}

/// Waits until something is staged, or the run has ended without.
fn wait_for_staging(office: &Office, child: &mut Child) -> io::Result<()> {
    let stage = office.outputs.join(".tonghop-staging-2021");
    while fs::symlink_metadata(&stage).is_err() && child.try_wait()?.is_none() {
        thread::sleep(Duration::from_micros(100));
    }
    Ok(())
}

/// A number from 0 to 1.
fn chance() -> f64 {
    RandomState::new().build_hasher().finish() as f64 / u64::MAX as f64
}
