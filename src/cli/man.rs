//! The manual page: what is typed, from the commands themselves, and what is read and written.

use super::{Cli, EXIT_CODES};
use crate::program;
use clap::{Arg, Command, CommandFactory};
use roff::{Inline, Roff, bold, italic, roman};

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

/// The whole page. It holds no day and no commit, so that packages of one version hold one page.
pub fn page() -> Roff {
    let mut command = Cli::command();
    command.build();
    let mut page = Roff::new();
    // An empty day would be dropped, and the rest would move up into its place.
    let source = format!("tonghop {}", program::VERSION);
    page.control("TH", ["tonghop", "1", "\"\"", &source, "User Commands"]);
    page.control("SH", ["NAME"]);
    let about = text(command.get_about());
    page.text([roman(format!("tonghop - {}", lower_first(&about)))]);
    synopsis(&mut page, &command);
    page.control("SH", ["DESCRIPTION"]);
    paragraphs(&mut page, &text(command.get_long_about()));
    page.control("SH", ["COMMANDS"]);
    for sub in commands(&command) {
        page.control("SS", [usage(sub).as_str()]);
        paragraphs(&mut page, &text(sub.get_long_about().or(sub.get_about())));
        let own = sub.get_arguments().filter(|arg| !arg.is_global_set());
        arguments(&mut page, own);
    }
    page.control("SH", ["OPTIONS OF ALL COMMANDS"]);
    arguments(&mut page, command.get_arguments());
    page.control("SH", ["EXIT STATUS"]);
    for (code, meaning) in EXIT_CODES.lines().filter_map(|l| l.trim().split_once("  ")) {
        entry(&mut page, vec![bold(code)], &format!("{meaning}."));
    }
    page.control("SH", ["FILES"]);
    for (path, meaning) in FILES {
        entry(&mut page, vec![italic(path)], meaning);
    }
    page.control("SH", ["ENVIRONMENT"]);
    entry(
        &mut page,
        vec![bold("NO_COLOR")],
        "Where it is set, nothing is coloured unless --color always asks for it.",
    );
    page.control("PP", []);
    page.text([roman("Nothing else is needed, neither HOME nor a locale.")]);
    page.control("SH", ["EXAMPLES"]);
    for (typed, meaning) in EXAMPLES {
        entry(&mut page, vec![bold(typed)], meaning);
    }
    page
}

/// A line for each command.
fn synopsis(page: &mut Roff, command: &Command) {
    page.control("SH", ["SYNOPSIS"]);
    for (number, sub) in commands(command).enumerate() {
        if number > 0 {
            page.control("br", []);
        }
        let usage = usage(sub);
        let words = usage.strip_prefix("tonghop ").unwrap_or(&usage);
        page.text([bold("tonghop "), roman(words)]);
    }
}

fn commands(command: &Command) -> impl Iterator<Item = &Command> {
    let subs = command.get_subcommands();
    subs.filter(|sub| !sub.is_hide_set() && sub.get_name() != "help")
}

/// `tonghop check [OPTIONS] [PATH]...`
fn usage(sub: &Command) -> String {
    let usage = sub.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    usage.trim().to_string()
}

/// Options and operands, but for `--help`, which all have.
fn arguments<'a>(page: &mut Roff, arguments: impl Iterator<Item = &'a Arg>) {
    for arg in arguments.filter(|arg| !arg.is_hide_set() && arg.get_id() != "help") {
        let help = text(arg.get_long_help().or(arg.get_help()));
        let mut facts = Vec::new();
        let takes_values = arg.get_action().takes_values();
        let values = arg.get_possible_values();
        let values: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
        if takes_values && !values.is_empty() {
            facts.push(format!("one of {}", values.join(", ")));
        }
        let defaults = arg.get_default_values();
        if takes_values && let Some(default) = defaults.first() {
            facts.push(format!("default {}", default.to_string_lossy()));
        }
        let facts = match facts.is_empty() {
            true => String::new(),
            false => format!(" ({})", facts.join("; ")),
        };
        entry(page, heading(arg), &format!("{help}{facts}."));
    }
}

/// `-o, --outputs OUTPUTS`
fn heading(arg: &Arg) -> Vec<Inline> {
    let names: Vec<&str> = arg
        .get_value_names()
        .into_iter()
        .flatten()
        .map(|n| n.as_str())
        .collect();
    let value = names.join(" ");
    if arg.is_positional() {
        return vec![italic(value)];
    }
    let mut heading = Vec::new();
    if let Some(short) = arg.get_short() {
        heading.push(bold(format!("-{short}")));
    }
    if let Some(long) = arg.get_long() {
        if !heading.is_empty() {
            heading.push(roman(", "));
        }
        heading.push(bold(format!("--{long}")));
    }
    if arg.get_action().takes_values() {
        heading.extend([roman(" "), italic(value)]);
    }
    heading
}

fn entry(page: &mut Roff, heading: Vec<Inline>, meaning: &str) {
    page.control("TP", []);
    page.text(heading);
    page.text([roman(meaning)]);
}

fn paragraphs(page: &mut Roff, text: &str) {
    for (number, paragraph) in text.trim_end_matches('.').split(".\n\n").enumerate() {
        if number > 0 {
            page.control("PP", []);
        }
        page.text([roman(format!("{paragraph}."))]);
    }
}

fn text(styled: Option<&clap::builder::StyledStr>) -> String {
    let text = styled.map(ToString::to_string).unwrap_or_default();
    text.trim().trim_end_matches('.').to_string()
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
