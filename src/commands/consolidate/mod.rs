//! `tonghop consolidate`: the main job.

mod end;
mod nesting;
mod publish;
mod unchanged;

use super::log::{Ended, Log};
use super::{Context, Exit, complain, done};
use crate::archive::Outputs;
use crate::archive::history::History;
use crate::archive::last_run;
use crate::failure::Failure;
use crate::interrupt::{self, Stage};
use crate::pipeline::{self, Job, Settings};
use crate::words::faults;
use crate::workspace::Workspace;
use end::End;
use std::path::Path;
use unchanged::Remembered;

/// What is consolidated, and where it goes.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    pub inputs: &'a Path,
    pub outputs: &'a Path,
    /// Only this plan year.
    pub year: Option<i32>,
    /// The report as JSON.
    pub json: bool,
    /// A file that gets a line about the run.
    pub log: Option<&'a Path>,
}

/// Consolidates INPUTS, publishes every campaign into OUTPUTS and leaves a line in the log, if there is
/// one.
///
/// # Errors
/// When the work could not be done; nothing published is changed then.
pub fn run(context: &Context, request: &Request) -> Result<Exit, Failure> {
    let log = Log::open(request.log, context)?;
    let done = consolidate(context, request, &log);
    if let Err(failure) = &done {
        interrupt::give_way();
        log.write(Ended::Failed, 2, &[], &failure.in_lang(context.lang));
    }
    done
}

/// All campaigns are computed before the first is published.
fn consolidate(context: &Context, request: &Request, log: &Log) -> Result<Exit, Failure> {
    nesting::refuse(request.inputs, request.outputs)?;
    let workspace = Workspace::load(request.inputs, context.config.as_deref())?;
    let outputs = Outputs::open(request.outputs, &holder())?;
    let settings = Settings {
        published: true,
        ..context.settings(request.year)
    };
    let mut history = History::read(outputs.root())?;
    let standing = unchanged::standing(&outputs, &history)?;
    history.kept = unchanged::kept(&outputs, &history, &standing)?;
    let job = Job {
        inputs: request.inputs,
        workspace: &workspace,
        history: &history,
        outputs: Some(outputs.root()),
        settings: &settings,
    };

    interrupt::reached(Stage::Working(faults::COMPARING));
    // Without a run to compare with the inputs need not be read twice.
    let has_run = last_run::read(outputs.root()).is_some();
    let probe = has_run.then(|| pipeline::probe(&job)).transpose()?;
    if let Some(probe) = &probe
        && let Some(last) = unchanged::since(&outputs, &history, &standing, probe)?
    {
        return unchanged::end(context, request, &outputs, &history, &last, log);
    }

    interrupt::reached(Stage::Working(faults::READING));
    let outcome = pipeline::run(&job)?;
    let exit = Exit::attention(outcome.needs_attention());

    interrupt::reached(Stage::Making);
    // For the next run the folder is listed again, while the outputs are made.
    let (runs, probe) = rayon::join(
        || publish::new_runs(context, &job, &outputs, &outcome.campaigns),
        || probe.or_else(|| pipeline::probe_read(&job, &outcome.campaigns)),
    );
    let runs = runs?;
    interrupt::reached(Stage::Publishing);
    outputs.publish(&runs, &history)?;
    interrupt::reached(Stage::Published(exit.code()));

    if let Some(probe) = probe.filter(|_| outcome.problems.is_empty()) {
        let remembered = Remembered {
            probe: &probe,
            standing: unchanged::with_published(standing, &runs),
            campaigns: &outcome.campaigns,
            exit,
        };
        remembered.write(context, request.inputs, &outputs);
    }
    let end = End {
        outputs: &outputs,
        workspace: &workspace,
        outcome: &outcome,
        runs: &runs,
    };
    end.write_down(context, log, exit);
    for problem in &outcome.problems {
        complain(problem, context.lang);
    }
    // Only now: a reader of the report that goes away keeps nothing from being published.
    let told = end.report(context, request.json);
    Ok(done(context, exit, told))
}

/// Who holds OUTPUTS, for those who wait.
pub fn holder() -> String {
    format!(
        "process {} since {}",
        std::process::id(),
        jiff::Timestamp::now()
    )
}
