//! The manual page: what is typed, from the commands themselves, and what is read and written.

use super::{Cli, EXIT_CODES};
use crate::program;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io::{self, Write};

/// What the program reads and writes beside its arguments.
const FILES: [(&str, &str); 10] = [
    (
        "INPUTS/YEAR/DEPARTMENT/",
        "Submissions as they were sent: .csv .tsv .txt .xlsx .xls .xlsm .ods, at any depth.",
    ),
    (
        "INPUTS/tonghop.toml",
        "Office, years and deadlines, limits, severities of rules. Optional, like all below INPUTS but submissions.",
    ),
    (
        "INPUTS/departments.csv",
        "The register: who has to send which tables.",
    ),
    (
        "INPUTS/decisions.csv",
        "What people decided about findings.",
    ),
    (
        "INPUTS/vocabulary/",
        "The office's own countries, places and budget sources.",
    ),
    (
        "OUTPUTS/YEAR/",
        "A published run, replaced as a whole: workbook, page, feedback to departments, tables for machines.",
    ),
    (
        "OUTPUTS/edited/YEAR/",
        "Published files that somebody edited, kept aside before they were replaced.",
    ),
    (
        "OUTPUTS/frozen/YEAR/",
        "A frozen year: digests, figures, and a copy of what they were made from.",
    ),
    ("OUTPUTS/history.jsonl", "A line for each published run."),
    (
        "OUTPUTS/.lock",
        "Held during a run: a second one says by whom and ends with 2.",
    ),
];

const ENVIRONMENT: [(&str, &str); 1] = [(
    "NO_COLOR",
    "Where it is set, nothing is coloured unless --color always asks for it. Nothing else is needed, neither HOME nor a locale.",
)];

const EXAMPLES: [(&str, &str); 4] = [
    (
        "tonghop consolidate",
        "Consolidate ./inputs into ./outputs.",
    ),
    (
        "tonghop check inputs/2021/so-y-te",
        "What to correct in the files of one department.",
    ),
    (
        "tonghop status --format csv --as-of 2020-11-10",
        "Who has submitted what, as seen on the day of the deadline.",
    ),
    (
        "cd /srv/tonghop && tonghop consolidate inputs -o outputs -q",
        "Every night from crontab(5) or a systemd.timer(5): prints only what a person must look at.",
    ),
];

/// Writes the whole page. It holds no day and no commit, so that packages of one version hold one page.
pub fn write(out: &mut dyn Write) -> io::Result<()> {
    let mut command = Cli::command();
    command.build();
    let page = Man::new(command.clone());
    // An empty day would be dropped, and the rest would move up into its place.
    let source = format!("tonghop {}", program::VERSION);
    let mut title = Roff::new();
    title.control("TH", ["tonghop", "1", "\"\"", &source, "User Commands"]);
    title.to_writer(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;

    section("COMMANDS").to_writer(out)?;
    let is_shown = |sub: &&Command| !sub.is_hide_set() && sub.get_name() != "help";
    for sub in command.get_subcommands().filter(is_shown) {
        subsection(sub, out)?;
    }
    let codes = EXIT_CODES.lines().filter_map(|line| {
        let (code, meaning) = line.trim().split_once("  ")?;
        Some((code, meaning))
    });
    entries("EXIT STATUS", codes).to_writer(out)?;
    entries("FILES", FILES.into_iter()).to_writer(out)?;
    entries("ENVIRONMENT", ENVIRONMENT.into_iter()).to_writer(out)?;
    entries("EXAMPLES", EXAMPLES.into_iter()).to_writer(out)
}

/// A command under its usage, with the options that it alone has.
fn subsection(sub: &Command, out: &mut dyn Write) -> io::Result<()> {
    let usage = sub.clone().render_usage().to_string();
    let usage = usage.trim().trim_start_matches("Usage: ");
    let mut heading = Roff::new();
    heading.control("SS", [usage]);
    heading.to_writer(out)?;

    let own = sub.clone().mut_args(|arg| {
        let is_common = arg.is_global_set() || arg.get_id() == "help";
        arg.hide(is_common)
    });
    let man = Man::new(own.disable_help_flag(true));
    let mut text = Vec::new();
    man.render_description_section(&mut text)?;
    man.render_options_section(&mut text)?;
    // Its sections are parts of one here.
    let text = String::from_utf8_lossy(&text).into_owned();
    for line in text.lines().filter(|line| !line.starts_with(".SH")) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn section(name: &str) -> Roff {
    let mut page = Roff::new();
    page.control("SH", [name]);
    page
}

/// A section of names with their meanings.
fn entries<'a>(name: &str, entries: impl Iterator<Item = (&'a str, &'a str)>) -> Roff {
    let mut page = section(name);
    for (name, meaning) in entries {
        page.control("TP", []);
        page.text([bold(name)]);
        page.text([roman(meaning)]);
    }
    page
}
