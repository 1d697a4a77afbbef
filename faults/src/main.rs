//! What may happen to a nightly run, made to happen: `tonghop-faults [--large] [PART [WORD]]`, where a
//! part is `hostile [WORD]`, `kill [COUNT]`, `io` or `share`.

mod disk;
mod hostile;
mod kill;
mod office;
mod program;
mod share;
mod verdict;

use hostile::Scale;
use program::Program;
use std::io;
use std::process::ExitCode;
use std::time::Duration;
use verdict::Verdict;

/// What one run may take where the inputs are large.
const LARGE_TIME: Duration = Duration::from_secs(120);
const LARGE_MEMORY: u64 = 6 << 30;
/// Killed runs, where no other count is given.
const KILLS: u32 = 200;

fn main() -> ExitCode {
    let (large, words): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word == "--large");
    let scale = if large.is_empty() {
        Scale::Small
    } else {
        Scale::Large
    };
    let part = words.first().map_or("", String::as_str);
    let wanted = words.get(1).map_or("", String::as_str);
    let mut verdict = Verdict::default();
    match run(part, wanted, scale, &mut verdict) {
        Ok(()) if verdict.conclude() => ExitCode::SUCCESS,
        Ok(()) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("tonghop-faults: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(part: &str, wanted: &str, scale: Scale, verdict: &mut Verdict) -> io::Result<()> {
    let program = match scale {
        Scale::Small => Program::built()?,
        Scale::Large => Program::built()?.given(LARGE_TIME, LARGE_MEMORY),
    };
    let is = |name: &str| part.is_empty() || part == name;
    if is("hostile") {
        hostile::run(&program, scale, wanted, verdict)?;
    }
    if is("kill") {
        kill::run(&program, wanted.parse().unwrap_or(KILLS), verdict)?;
    }
    if is("io") {
        disk::run(&program, verdict)?;
    }
    if is("share") {
        share::run(&program, verdict)?;
    }
    Ok(())
}
