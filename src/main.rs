//! Arguments in, exit code out.

use clap::Parser;
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use tonghop::cli::{self, Cli, Command, Global, Lang, ReportFormat, When};
use tonghop::commands::{self, Context, Exit};
use tonghop::failure::Failure;
use tonghop::interrupt;
use tonghop::model::finding;
use tonghop::progress;
use tonghop::vocabulary::register::template::Era;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let ended = interrupt::listen()
        .map_err(|error| Failure(format!("signals: {error}")))
        .and_then(|()| run(cli));
    match ended {
        Ok(exit) => ExitCode::from(exit.code()),
        Err(failure) => {
            interrupt::give_way();
            commands::complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn run(cli: Cli) -> Result<Exit, Failure> {
    let context = context(&cli.global);
    rayon::ThreadPoolBuilder::new()
        .num_threads(usize::from(cli.global.threads))
        .build_global()
        .map_err(|error| Failure(format!("--threads: {error}")))?;
    match cli.command {
        Command::Consolidate {
            inputs,
            outputs,
            log,
            year,
            format,
        } => {
            let job = commands::consolidate::Job {
                inputs: &inputs,
                outputs: &outputs,
                year,
                json: format == ReportFormat::Json,
            };
            commands::consolidate::run(&context, &job, log.as_deref())
        }
        Command::Freeze {
            sealed_year: year,
            inputs,
            outputs,
            reopen,
        } => match reopen {
            true => commands::freeze::reopen(&context, year, &outputs),
            false => commands::freeze::run(&context, year, inputs.as_deref(), &outputs),
        },
        Command::Check { paths, format } => commands::check::run(&context, &paths, format),
        Command::Inspect { file, format } => commands::inspect::run(&context, &file, format),
        Command::Status {
            inputs,
            outputs,
            format,
        } => commands::status::run(&context, &inputs, &outputs, format),
        Command::Init {
            dir,
            year,
            province,
            register,
        } => {
            let start = commands::init::Start {
                year,
                province,
                era: register.map(era),
            };
            commands::init::run(&context, &dir, &start)
        }
        Command::Form {
            department,
            year,
            output,
            force,
            inputs,
        } => {
            let wanted = commands::form::Wanted {
                inputs,
                department,
                year,
                output,
                force,
            };
            commands::form::run(&context, &wanted)
        }
        Command::Rules => commands::rules::list(&context),
        Command::Completions { shell } => {
            commands::print(|out| Cli::completions(shell, out)).map(|()| Exit::Done)
        }
        Command::Man => commands::print(|out| Cli::man(out)).map(|()| Exit::Done),
        Command::Explain { code } => commands::rules::explain(&context, &code),
    }
}

fn context(global: &Global) -> Context {
    let terminal = io::stdout().is_terminal();
    Context {
        lang: match global.lang {
            Lang::Vi => finding::Lang::Vi,
            Lang::En => finding::Lang::En,
        },
        config: global.config.clone(),
        quiet: global.quiet,
        progress: match global.progress {
            When::Auto => progress::When::Auto,
            When::Always => progress::When::Always,
            When::Never => progress::When::Never,
        },
        color: match global.color {
            When::Auto => terminal && std::env::var_os("NO_COLOR").is_none(),
            When::Always => true,
            When::Never => false,
        },
        width: progress::terminal_width().unwrap_or(80),
        as_of: global.as_of.unwrap_or_else(|| jiff::Zoned::now().date()),
    }
}

fn era(typed: cli::Era) -> Era {
    match typed {
        cli::Era::Before => Era::Before2025,
        cli::Era::Since => Era::Since2025,
        cli::Era::Both => Era::Both,
    }
}
