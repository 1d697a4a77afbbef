//! Feeds one target for a time: `tonghop-fuzz TARGET [SECONDS [SEED]]`, or `tonghop-fuzz TARGET FILE`.
//!
//! Inputs are mutations of the sample submissions, the same in every run of one seed. An input that
//! panics, takes too long or too much memory is made as small as it gets and written to
//! `target/fuzz-findings/`; feed it again with `tonghop-fuzz TARGET FILE`.

#[allow(unsafe_code, reason = "an allocator that counts")]
mod memory;
mod minimise;
mod mutate;
mod random;
mod seeds;
mod targets;
mod trial;
mod watch;
mod word;

use random::Random;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use targets::Target;
use trial::{Trial, Verdict};

#[global_allocator]
static MEMORY: memory::Counting = memory::Counting;

/// Inputs kept as starting points beside the seeds, in place of the oldest of them.
const KEPT: usize = 512;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let target = arguments.first().and_then(|name| Target::named(name));
    let Some(target) = target else {
        let names = Target::ALL.map(Target::name).join("|");
        eprintln!("usage: tonghop-fuzz {names} [SECONDS [SEED] | FILE]");
        return ExitCode::from(2);
    };
    let second = arguments.get(1).map_or("60", String::as_str);
    let Ok(seconds) = second.parse() else {
        return replay(target, Path::new(second));
    };
    let seed = arguments
        .get(2)
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(1);
    run(target, Duration::from_secs(seconds), seed)
}

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn replay(target: Target, file: &Path) -> ExitCode {
    let input = match std::fs::read(file) {
        Ok(input) => input,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            return ExitCode::from(2);
        }
    };
    let trial = Trial::new(target);
    match trial.run(&input) {
        Verdict::Passed { peak, time } => {
            println!("passed: {} bytes, peak {peak} bytes, {time:?}", input.len());
            ExitCode::SUCCESS
        }
        Verdict::Failed(reason) => {
            println!("failed: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// What a run has seen, for its last line.
#[derive(Default)]
struct Seen {
    inputs: u64,
    bytes: u64,
    failures: Vec<String>,
    /// The most memory as a multiple of the input, of inputs of 16 KB or more.
    worst_multiple: f64,
    slowest: Duration,
    slowest_input: Vec<u8>,
}

fn run(target: Target, time: Duration, seed: u64) -> ExitCode {
    let mut pool = seeds::collect(&project().join("inputs"), target);
    let (first, mut kept) = (pool.len(), 0);
    let mut random = Random::new(seed);
    let trial = Trial::new(target);
    let begun = Instant::now();
    let mut seen = Seen::default();
    let mut round = 0;
    while begun.elapsed() < time {
        let input = match pool.get(round) {
            Some(seed) if round < first => seed.clone(),
            _ => {
                let other = random.below(pool.len());
                mutate::mutate(random.pick::<Vec<u8>>(&pool), &pool[other], &mut random)
            }
        };
        round += 1;
        seen.inputs += 1;
        seen.bytes += input.len() as u64;
        match trial.run(&input) {
            Verdict::Passed { peak, time } => seen.note(&input, peak, time),
            Verdict::Failed(reason) => seen.failure(&trial, input.clone(), reason, seed),
        }
        // Without coverage every input is as good a start as its parent: keep some of all.
        if random.once_in(16) && input.len() < 64 << 10 {
            if pool.len() < first + KEPT {
                pool.push(input);
            } else {
                pool[first + kept % KEPT] = input;
                kept += 1;
            }
        }
    }
    seen.print(target, seed, begun.elapsed());
    if seen.failures.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

impl Seen {
    fn note(&mut self, input: &[u8], peak: usize, time: Duration) {
        if input.len() >= 16 << 10 {
            self.worst_multiple = self.worst_multiple.max(peak as f64 / input.len() as f64);
        }
        if time > self.slowest {
            (self.slowest, self.slowest_input) = (time, input.to_vec());
        }
    }

    /// Each kind of failure once: its smallest input, written down.
    fn failure(&mut self, trial: &Trial, input: Vec<u8>, reason: String, seed: u64) {
        let kind = trial::kind(&reason);
        if self.failures.contains(&kind) {
            return;
        }
        let small = minimise::minimise(trial, input, &kind);
        let name = format!("{}-{seed}-{}", trial.target.name(), self.failures.len());
        let place = write_down(&name, &small);
        println!(
            "{}: {reason}\n  {} bytes: {place}",
            trial.target.name(),
            small.len()
        );
        self.failures.push(kind);
    }

    fn print(&self, target: Target, seed: u64, time: Duration) {
        let slowest = write_down(&format!("{}-slowest", target.name()), &self.slowest_input);
        println!(
            "{}: seed {seed}, {} inputs, {} MB in {} s; {} kinds of failure; peak memory at most {:.0} times an input of 16 KB \
             or more; slowest input {:?} ({} bytes: {slowest})",
            target.name(),
            self.inputs,
            self.bytes >> 20,
            time.as_secs(),
            self.failures.len(),
            self.worst_multiple,
            self.slowest,
            self.slowest_input.len(),
        );
    }
}

/// Writes an input to the folder of findings, and says where.
fn write_down(name: &str, input: &[u8]) -> String {
    let folder = project().join("target/fuzz-findings");
    let path = folder.join(name);
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, input));
    match written {
        Ok(()) => path.display().to_string(),
        Err(error) => format!("not written: {error}"),
    }
}
