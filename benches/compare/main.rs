//! The whole program beside other engines, in turn on the same files: `make bench`.
//!
//! `compare [--quick | --large] [--markdown] [--rounds N] PROGRAM TARGET`, or
//! `compare --make DEPARTMENTS FILES ROWS clean|dirty FOLDER` for a corpus to profile with.

mod contenders;
mod corpus;
mod report;
mod truth;

use contenders::{Contender, Run};
use corpus::{Corpus, Shape};
use report::{Line, Style};
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A corpus and how often it is run.
struct Trial {
    title: &'static str,
    shape: Shape,
    rounds: usize,
    /// Other engines take part: they have no way to read the dirty ones rightly.
    with_peers: bool,
}

const fn shape(departments: usize, files: usize, rows: usize, dirty: bool) -> Shape {
    Shape {
        departments,
        files,
        rows,
        dirty,
    }
}

const fn trial(title: &'static str, shape: Shape, rounds: usize, with_peers: bool) -> Trial {
    Trial {
        title,
        shape,
        rounds,
        with_peers,
    }
}

/// Other engines take part where the letters are clean.
const USUAL: [Trial; 6] = [
    trial(
        "a real year: 80 files × 20 rows",
        shape(80, 80, 20, false),
        11,
        true,
    ),
    trial("the same, dirty", shape(80, 80, 20, true), 11, false),
    trial(
        "many files: 10,000 × 100 rows",
        shape(100, 10_000, 100, false),
        5,
        true,
    ),
    trial("the same, dirty", shape(100, 10_000, 100, true), 5, false),
    trial(
        "large files: 80 × 12,500 rows",
        shape(80, 80, 12_500, false),
        5,
        true,
    ),
    trial("the same, dirty", shape(80, 80, 12_500, true), 5, false),
];

const fn growing(title: &'static str, departments: usize, files: usize, rows: usize) -> Trial {
    trial(title, shape(departments, files, rows, false), 3, false)
}

/// How cost grows with rows, with files and with departments.
const LARGE: [Trial; 9] = [
    growing("1 million rows in 80 files", 80, 80, 12_500),
    growing("2.5 million rows in 200 files", 80, 200, 12_500),
    growing("5 million rows in 400 files", 80, 400, 12_500),
    growing("10 million rows in 800 files", 80, 800, 12_500),
    growing("1 million rows in 1,000 files", 80, 1_000, 1_000),
    growing("1 million rows in 100,000 files", 80, 100_000, 10),
    growing("200,000 rows of 10 departments", 10, 2_000, 100),
    growing("200,000 rows of 100 departments", 100, 2_000, 100),
    growing("200,000 rows of 1,000 departments", 1_000, 2_000, 100),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.split_first() {
        Some((first, words)) if first == "--measure" => contenders::measure(words),
        Some((first, words)) if first == "--make" => make(words),
        _ => compare(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes one corpus and says where.
fn make(words: &[String]) -> io::Result<()> {
    let [departments, files, rows, letters, folder] = words else {
        return Err(io::Error::other(
            "usage: compare --make DEPARTMENTS FILES ROWS clean|dirty FOLDER",
        ));
    };
    let number = |word: &String| word.parse().map_err(io::Error::other);
    let shape = shape(
        number(departments)?,
        number(files)?,
        number(rows)?,
        letters == "dirty",
    );
    let corpus = shape.make(Path::new(folder))?;
    println!("{}: {} bytes", corpus.inputs.display(), corpus.bytes);
    Ok(())
}

fn compare(arguments: &[String]) -> io::Result<()> {
    let given = |name: &str| arguments.iter().any(|argument| argument == name);
    let rounds = arguments.iter().position(|argument| argument == "--rounds");
    let rounds: Option<usize> = rounds
        .and_then(|at| arguments.get(at + 1))
        .and_then(|n| n.parse().ok());
    let [.., program, target] = arguments else {
        return Err(io::Error::other(
            "usage: compare [--quick | --large] [--markdown] [--rounds N] PROGRAM TARGET",
        ));
    };
    let (program, target) = (PathBuf::from(program), Path::new(target).join("bench"));
    fs::create_dir_all(&target)?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let style = if given("--markdown") {
        Style::Markdown
    } else {
        Style::Terminal
    };
    let (peers, left_out) = contenders::peers(&target, threads);
    let mut own = vec![Contender::tonghop(&program, threads)];
    if threads > 1 {
        own.push(Contender::tonghop(&program, 1));
    }
    own.push(Contender::floor());
    report::machine(style, threads);
    for peer in &left_out {
        println!("left out: {}: {}", peer.name, peer.reason);
    }
    let trials: &[Trial] = if given("--large") { &LARGE } else { &USUAL };
    let small = |trial: &&Trial| !given("--quick") || trial.shape.total_rows() < 10_000;
    for trial in trials.iter().filter(small) {
        let corpus = trial.shape.make(&target)?;
        let with: Vec<&Contender> = own
            .iter()
            .chain(peers.iter().filter(|_| trial.with_peers))
            .collect();
        let lines = run(
            trial,
            rounds.unwrap_or(trial.rounds),
            &corpus,
            &with,
            &target,
        )?;
        report::table(
            style,
            trial.title,
            trial.shape.total_rows(),
            corpus.bytes,
            &lines,
        );
        fs::remove_dir_all(corpus.inputs)?;
    }
    Ok(())
}

/// All contenders in turn, once to warm the cache and then round by round.
fn run(
    trial: &Trial,
    rounds: usize,
    corpus: &Corpus,
    contenders: &[&Contender],
    target: &Path,
) -> io::Result<Vec<Line>> {
    let list: Vec<String> = corpus
        .files
        .iter()
        .map(|path| format!("{}\0", path.display()))
        .collect();
    fs::write(target.join("files"), list.concat())?;
    let mut runs: Vec<Vec<Run>> = contenders.iter().map(|_| Vec::new()).collect();
    let mut failed: Vec<Option<String>> = contenders.iter().map(|_| None).collect();
    for round in 0..=rounds {
        for (at, contender) in contenders.iter().enumerate() {
            if failed[at].is_some() {
                continue;
            }
            if io::stderr().is_terminal() {
                let name = contender.name;
                eprint!("\r{}: round {round} of {rounds}, {name:<20}", trial.title);
            }
            let own = contender.name.starts_with("tonghop");
            match contender.run(corpus, target) {
                // The first round warms the cache.
                Ok(run) if round > 0 => runs[at].push(run),
                Ok(_) => {}
                Err(error) if own => return Err(error),
                Err(error) => failed[at] = Some(error.to_string()),
            }
            if own {
                truth::check(corpus, &target.join("out/2021"))
                    .map_err(|wrong| io::Error::other(format!("\nwrong figures: {wrong}")))?;
            }
        }
    }
    if io::stderr().is_terminal() {
        eprint!("\r{:100}\r", "");
    }
    let lines = contenders.iter().zip(runs).zip(failed);
    Ok(lines
        .map(|((contender, runs), failed)| Line {
            name: contender.name,
            runs,
            failed,
        })
        .collect())
}
