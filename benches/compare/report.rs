//! How measurements are shown: on a terminal, or as Markdown to paste into docs/performance.md.

use crate::contenders::Run;
use std::fs;

/// For whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Terminal,
    Markdown,
}

/// One contender on one corpus.
pub struct Line {
    pub name: &'static str,
    pub runs: Vec<Run>,
    pub failed: Option<String>,
}

impl Line {
    fn median(&self, of: impl Fn(&Run) -> f64) -> Option<f64> {
        let mut values: Vec<f64> = self.runs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    }
}

/// Which machine, so that figures can be compared.
pub fn machine(style: Style, threads: usize) {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("unknown processor", |rest| {
        rest.trim_start_matches(['\t', ':', ' '])
    });
    let bar = if style == Style::Markdown { "\n" } else { "" };
    println!(
        "{bar}{model}, {threads} threads; medians of whole processes, warm cache, in turn{bar}"
    );
}

/// The table of a corpus; ratios are against the program with all threads.
pub fn table(style: Style, title: &str, rows: usize, bytes: u64, lines: &[Line]) {
    let own = lines
        .first()
        .and_then(|line| line.median(|run| run.seconds));
    let size = bytes as f64 / 1e6;
    let title = format!("{title} ({rows} rows, {size:.1} MB)");
    if style == Style::Markdown {
        println!(
            "| {title} | seconds | times tonghop | peak memory |\n| --- | ---: | ---: | ---: |"
        );
    } else {
        println!(
            "\n{title}\n{:24}{:>9}{:>15}{:>14}",
            "", "seconds", "times tonghop", "peak memory"
        );
    }
    for line in lines {
        let seconds = line.median(|run| run.seconds);
        let memory = line.median(|run| run.memory);
        let (Some(seconds), Some(memory), Some(own)) = (seconds, memory, own) else {
            let reason = line
                .failed
                .as_deref()
                .unwrap_or("not run")
                .lines()
                .last()
                .unwrap_or("");
            println!("{}: failed: {reason}", line.name);
            continue;
        };
        let cells = [
            format!("{seconds:.3}"),
            format!("{:.2}", seconds / own),
            format!("{memory:.0} MB"),
        ];
        match style {
            Style::Markdown => {
                let name = line.name.replace('|', "\\|");
                println!("| {name} | {} |", cells.join(" | "));
            }
            Style::Terminal => {
                println!(
                    "{:24}{:>9}{:>15}{:>14}",
                    line.name, cells[0], cells[1], cells[2]
                );
            }
        }
    }
    if style == Style::Markdown {
        println!();
    }
}
