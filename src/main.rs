//! Arguments in, exit code out.

use clap::Parser;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use tonghop::cli::{self, Cli, Command, Global, Lang, ReportFormat, When};
use tonghop::commands::{self, Context, Exit, mouse};
use tonghop::failure::Failure;
use tonghop::interrupt;
use tonghop::model::finding;
use tonghop::progress;
use tonghop::system;
use tonghop::today;
use tonghop::vocabulary::register::template::Era;
use tonghop::words::faults;

fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let Some(folder) = mouse::chosen(&typed) else {
        return start(typed);
    };
    let lang = finding::Lang::Vi;
    let code = match mouse::arguments(&folder) {
        Some(arguments) => start(arguments),
        None => {
            let failure = Failure::unfit(&folder, faults::NO_WORKSPACE, &[]);
            commands::complain(&failure, lang);
            ExitCode::from(2)
        }
    };
    mouse::wait(lang);
    code
}

fn start(typed: Vec<OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(typed) {
        Ok(cli) => cli,
        Err(answer) => return told(&answer),
    };
    let lang = lang(cli.global.lang);
    let listening = interrupt::listen(lang).map_err(|source| Failure::System {
        what: faults::SIGNALS,
        source,
    });
    match listening.and_then(|()| run(cli)) {
        Ok(exit) => ExitCode::from(exit.code()),
        Err(failure) => {
            interrupt::give_way();
            commands::complain(&failure, lang);
            ExitCode::from(2)
        }
    }
}

/// Help and version are asked for; anything else is a wrong use. A full device took nothing of it.
fn told(answer: &clap::Error) -> ExitCode {
    let code = u8::try_from(answer.exit_code()).unwrap_or(2);
    if answer.use_stderr()
        && !asks_for_english()
        && let Some(said) = cli::vietnamese(answer)
    {
        // Standard error may be closed; the exit code still tells.
        let _ = writeln!(io::stderr(), "{said}");
        return ExitCode::from(code);
    }
    match answer.print() {
        Err(source) if source.kind() != io::ErrorKind::BrokenPipe && !answer.use_stderr() => {
            let failure = Failure::System {
                what: faults::STANDARD_OUTPUT,
                source,
            };
            // What was typed was not read as far as its language.
            commands::complain(&failure, finding::Lang::Vi);
            ExitCode::from(2)
        }
        _ => ExitCode::from(code),
    }
}

/// Arguments that cannot be read still say their language.
fn asks_for_english() -> bool {
    let typed: Vec<_> = std::env::args_os().collect();
    let apart = |pair: &[OsString]| pair[0] == "--lang" && pair[1] == "en";
    typed.iter().any(|typed| typed == "--lang=en") || typed.windows(2).any(apart)
}

/// Most threads that a run takes, however many are asked for.
const MOST_THREADS: usize = 256;

/// As many as asked for, else as the environment or the machine says.
fn threads(asked: u16) -> usize {
    let machine = || std::thread::available_parallelism().map_or(1, usize::from);
    let environment = || {
        let said = std::env::var("RAYON_NUM_THREADS").ok()?;
        said.trim().parse().ok().filter(|threads| *threads > 0)
    };
    let threads = match asked {
        0 => environment().unwrap_or_else(machine),
        asked => usize::from(asked),
    };
    threads.min(MOST_THREADS)
}

fn run(cli: Cli) -> Result<Exit, Failure> {
    let context = context(&cli.global);
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads(cli.global.threads))
        .build_global()
        .map_err(|error| Failure::Option {
            name: "--threads".to_string(),
            fault: error.to_string(),
        })?;
    match cli.command {
        Command::Consolidate {
            inputs,
            outputs,
            log,
            year,
            format,
        } => {
            let request = commands::consolidate::Request {
                inputs: &inputs,
                outputs: &outputs,
                year,
                json: format == ReportFormat::Json,
                log: log.as_deref(),
            };
            commands::consolidate::run(&context, &request)
        }
        Command::Freeze {
            frozen_year: year,
            inputs,
            outputs,
            reopen,
        } => {
            let request = commands::freeze::Request {
                year,
                inputs: inputs.as_deref(),
                outputs: &outputs,
                reopen,
            };
            commands::freeze::run(&context, &request)
        }
        Command::Check { paths, format } => {
            let paths = &paths;
            commands::check::run(&context, &commands::check::Request { paths, format })
        }
        Command::Inspect { file, format } => commands::inspect::run(&context, &file, format),
        Command::Status {
            inputs,
            outputs,
            department,
            missing,
            year,
            format,
        } => {
            let request = commands::status::Request {
                inputs: &inputs,
                outputs: &outputs,
                department: department.as_deref(),
                missing,
                year,
                format,
            };
            commands::status::run(&context, &request)
        }
        Command::History {
            outputs,
            year,
            from,
            to,
            format,
        } => {
            let request = commands::history::Request {
                outputs: &outputs,
                year,
                from: from.as_deref(),
                to: to.as_deref(),
                json: format == ReportFormat::Json,
            };
            commands::history::run(&context, &request)
        }
        Command::Init {
            dir,
            year,
            province,
            register,
        } => {
            let request = commands::init::Request {
                folder: dir,
                year,
                province,
                era: register.map(era),
            };
            commands::init::run(&context, &request)
        }
        Command::Form {
            department,
            all,
            year,
            output,
            force,
            inputs,
        } => {
            let request = commands::form::Request {
                inputs,
                department,
                all,
                year,
                output,
                force,
            };
            commands::form::run(&context, &request)
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
        lang: lang(global.lang),
        config: global.config.clone(),
        quiet: global.quiet,
        progress: match global.progress {
            When::Auto => progress::When::Auto,
            When::Always => progress::When::Always,
            When::Never => progress::When::Never,
        },
        color: match global.color {
            When::Auto => {
                let is_refused = std::env::var_os("NO_COLOR").is_some();
                terminal && !is_refused && system::takes_colours()
            }
            When::Always => true,
            When::Never => false,
        },
        width: system::terminal_width().unwrap_or(80),
        as_of: global.as_of.unwrap_or_else(today::today),
    }
}

fn lang(typed: Lang) -> finding::Lang {
    match typed {
        Lang::Vi => finding::Lang::Vi,
        Lang::En => finding::Lang::En,
    }
}

fn era(typed: cli::Era) -> Era {
    match typed {
        cli::Era::Before => Era::Before2025,
        cli::Era::Since => Era::Since2025,
        cli::Era::Both => Era::Both,
    }
}
