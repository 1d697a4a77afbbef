//! What can be typed: commands, options and their words. No logic.

mod man;
mod wrong_use;

use crate::program;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::io::{self, Write};
use std::path::PathBuf;
pub use wrong_use::vietnamese;

/// What the process ends with: under `--help`, and in the manual page.
const EXIT_CODES: &str = "\
Exit codes:
  0  done, nothing needs attention; there may be warnings
  1  done, but a person must look: rejected rows, unreadable files, a submission missing after its deadline
  2  the work could not be done, and nothing was changed";

/// Consolidate what departments report about outbound and inbound delegations.
///
/// Reads the lists that departments send, however they were saved, tells each department what to
/// correct, merges the lists, and publishes the province's summaries by country, quarter and budget
/// source. Findings and outputs are Vietnamese unless --lang en is given.
#[derive(Debug, Parser)]
#[command(name = "tonghop", version = program::LONG_VERSION, max_term_width = 100)]
#[command(after_long_help = EXIT_CODES)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Args)]
pub struct Global {
    /// Language of outputs and findings
    #[arg(long, value_enum, default_value_t = Lang::Vi, global = true)]
    pub lang: Lang,
    /// Configuration instead of INPUTS/tonghop.toml
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
    /// Number of threads, at most 256; 0 takes one per core
    #[arg(long, value_name = "N", default_value_t = 0, global = true,
        value_parser = clap::value_parser!(u16).range(0..=256))]
    pub threads: u16,
    /// Print only what needs attention
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to show a progress bar
    #[arg(long, value_enum, default_value_t = When::Auto, value_name = "WHEN", global = true)]
    pub progress: When,
    /// When to colour
    #[arg(long, value_enum, default_value_t = When::Auto, value_name = "WHEN", global = true)]
    pub color: When,
    /// The day that counts as today: what is missing or late
    #[arg(long, value_name = "DATE", global = true)]
    pub as_of: Option<jiff::civil::Date>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read, validate and merge all submissions and publish the summaries
    Consolidate {
        /// Folder of the workspace
        #[arg(default_value = "inputs")]
        inputs: PathBuf,
        /// Where a folder per year is published
        #[arg(long, short, default_value = "outputs")]
        outputs: PathBuf,
        /// Append a line of JSON about the run to this file, however it ends
        #[arg(long, value_name = "FILE")]
        log: Option<PathBuf>,
        /// Only this plan year; also the year of files whose folder and title give none
        #[arg(long)]
        year: Option<i32>,
        /// Run report on standard output
        #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
        format: ReportFormat,
    },
    /// Freeze the figures of a published year; later files are listed separately
    Freeze {
        /// Plan year
        #[arg(value_name = "YEAR")]
        frozen_year: i32,
        /// Folder of the workspace; by default that of the last run
        inputs: Option<PathBuf>,
        /// Where the year is published
        #[arg(long, short, default_value = "outputs")]
        outputs: PathBuf,
        /// Reopen the year: the next consolidation counts what came since
        #[arg(long)]
        reopen: bool,
    },
    /// Read and validate only; print findings, write nothing
    Check {
        /// Files, or folders of a workspace
        #[arg(default_value = "inputs", value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Result on standard output
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Show how one file is read: encoding, dialect, sections, columns, rows
    Inspect {
        /// Any file that a department may have sent
        file: PathBuf,
        /// Result on standard output
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Show who has submitted what
    Status {
        /// Folder of the workspace
        #[arg(default_value = "inputs")]
        inputs: PathBuf,
        /// Where the years are published: which are frozen, and when files were first seen
        #[arg(long, short, default_value = "outputs")]
        outputs: PathBuf,
        /// Only this department, each of its files: slug, name or alias of the register
        #[arg(long, value_name = "SLUG")]
        department: Option<String>,
        /// Only what has not come or cannot be read, with whom to call
        #[arg(long)]
        missing: bool,
        /// Only this plan year
        #[arg(long)]
        year: Option<i32>,
        /// Result on standard output
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Show the published runs: figures, what moved, and because of what
    History {
        /// Where the years are published
        #[arg(default_value = "outputs")]
        outputs: PathBuf,
        /// Only this plan year
        #[arg(long)]
        year: Option<i32>,
        /// Compare with this run instead of each with the one before: its id, or how it begins
        #[arg(long, value_name = "RUN")]
        from: Option<String>,
        /// The later run; by default the last
        #[arg(long, value_name = "RUN")]
        to: Option<String>,
        /// Result on standard output
        #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
        format: ReportFormat,
    },
    /// Make a fresh workspace: configuration, register, folders, blank forms, a guide; or add a year to one
    Init {
        /// A folder that does not exist yet or is empty; or a workspace, which then gets the next year
        dir: PathBuf,
        /// Plan year; by default the coming year
        #[arg(long)]
        year: Option<i32>,
        /// Province, for the configuration and the letterheads of the forms
        #[arg(long, value_name = "NAME")]
        province: Option<String>,
        /// Departments of the register; by default those of the plan year
        #[arg(long, value_enum)]
        register: Option<Era>,
    },
    /// Write a blank submission form with drop-down lists (XLSX)
    Form {
        /// Department whose name and tables the form has: slug, name or alias of the register
        #[arg(long, value_name = "SLUG")]
        department: Option<String>,
        /// The forms of all departments, into a folder: forms, unless another is given
        #[arg(long, conflicts_with = "department")]
        all: bool,
        /// Plan year; by default the newest of the configuration, else the coming year
        #[arg(long)]
        year: Option<i32>,
        /// File to write, or a folder for it
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace a file that exists
        #[arg(long)]
        force: bool,
        /// Folder of the workspace, where there is one: office, register, years
        #[arg(long, default_value = "inputs", value_name = "INPUTS")]
        inputs: PathBuf,
    },
    /// List all rule codes, one line each
    Rules,
    /// Print completions for a shell
    Completions {
        /// Shell whose completions are printed
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
    /// Show the page of one rule: what, why, wrong and right example, how to fix it
    Explain {
        /// Code of a rule, such as O302
        code: String,
    },
}

impl Cli {
    /// Writes the completions of a shell.
    pub fn completions(shell: clap_complete::Shell, out: &mut dyn Write) -> io::Result<()> {
        // The generator panics where its writer fails: it is given memory, not a pipe.
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Cli::command(), "tonghop", &mut script);
        out.write_all(&script)
    }

    /// Writes the manual page.
    pub fn man(out: &mut dyn Write) -> io::Result<()> {
        man::write(out)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    Vi,
    En,
}

/// Departments of a province before and after the reorganisation of 2025.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Era {
    /// Up to the campaign of 2025, including districts
    #[value(name = "before-2025")]
    Before,
    /// From the campaign of 2026 on
    #[value(name = "since-2025")]
    Since,
    /// All departments, each with its years
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Text,
    Json,
}
