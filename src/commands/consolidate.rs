//! `tonghop consolidate`: the main job.

mod end;
mod unchanged;

use super::log::{Ended, Log};
use super::seals::{self, Years};
use super::{Context, Exit, complain, done, edition};
use crate::archive::history::{Entry, History};
use crate::archive::last_seen;
use crate::archive::{Manifest, Outputs, Run, Standing};
use crate::compare::last_run;
use crate::compare::previous_year;
use crate::edition::Edition;
use crate::export::DELEGATIONS;
use crate::export::run_json::run_report;
use crate::failure::Failure;
use crate::interrupt::{self, Stage};
use crate::outputs;
use crate::pipeline::{self, Consolidated, Settings};
use crate::workspace::Workspace;
use end::End;
use std::path::{Component, Path, PathBuf};

/// What is consolidated, and where it goes.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    pub inputs: &'a Path,
    pub outputs: &'a Path,
    /// Only this plan year.
    pub year: Option<i32>,
    /// The report as JSON.
    pub json: bool,
}

/// Consolidates INPUTS, publishes every campaign into OUTPUTS and leaves a line in the log, if there is
/// one.
///
/// # Errors
/// When the work could not be done; nothing published is changed then.
pub fn run(context: &Context, job: &Job, log: Option<&Path>) -> Result<Exit, Failure> {
    let log = Log::open(log, context)?;
    let done = consolidate(context, job, &log);
    if let Err(failure) = &done {
        interrupt::give_way();
        log.write(Ended::Failed, 2, &[], &failure.to_string());
    }
    done
}

/// All campaigns are computed before the first is published.
fn consolidate(context: &Context, job: &Job, log: &Log) -> Result<Exit, Failure> {
    let Job {
        inputs,
        outputs,
        year,
        json,
    } = *job;
    refuse_nesting(inputs, outputs)?;
    let workspace = Workspace::load(inputs, context.config.as_deref())?;
    let outputs = Outputs::open(outputs, &holder())?;
    let mut history = History::read(outputs.root())?;
    let settings = Settings {
        published: true,
        ..context.settings(year)
    };
    interrupt::at(Stage::Working("comparing with the last run"));
    let has_run = last_seen::read(outputs.root()).is_some();
    let (mut standing, probe) = unchanged::look(&outputs, &mut history, || {
        // Without a run to compare with the inputs need not be read twice.
        let probe = || pipeline::probe(inputs, &workspace, &settings);
        has_run.then(probe).transpose()
    })?;
    if let Some(probe) = &probe {
        let state = last_seen::state(outputs.root(), &probe.digest, &history)?;
        if let Some(last) = unchanged::since(&outputs, (&history, &standing), &state) {
            let exit = unchanged::report(context, &outputs, &last, json)?;
            let years = unchanged::years(&last, &history);
            let asked = last.asked.join(". ");
            log.write(Ended::Unchanged, exit.code(), &years, &asked);
            return Ok(exit);
        }
    }
    interrupt::at(Stage::Working("reading the submissions"));
    let earlier = |year| previous_year::read(&outputs.year(year));
    let campaigns = pipeline::consolidate(inputs, &workspace, &history, &settings, earlier)?;
    let years = Years {
        workspace: &workspace,
        history: &history,
        outputs: outputs.root(),
        settings: &settings,
    };
    let (mut campaigns, problems) = seals::hold(context, &years, campaigns);
    if campaigns.is_empty() {
        return Err(Failure::many(&problems));
    }
    pipeline::compare(&mut campaigns, earlier);
    pipeline::compare_with_plans(&mut campaigns, |year| {
        std::fs::read(outputs.year(year).join(DELEGATIONS)).ok()
    })?;
    pipeline::compare_with_last(&mut campaigns, &history);
    let mut datasets = campaigns.iter().map(|campaign| &campaign.dataset);
    let exit = Exit::attention(!problems.is_empty() || datasets.any(pipeline::needs_attention));
    interrupt::at(Stage::Making);
    let read = || pipeline::probe_read(inputs, &workspace, &settings, &campaigns);
    // For the next run the folder is listed again, while the outputs are made.
    let (runs, probe) = rayon::join(
        || new_runs(context, &workspace, (&outputs, &history), &campaigns),
        || probe.or_else(read).filter(|_| problems.is_empty()),
    );
    let runs = runs?;
    interrupt::at(Stage::Publishing);
    outputs.publish(&runs, &history)?;
    interrupt::at(Stage::Published(exit.code()));
    if let Some(probe) = probe {
        let published = runs
            .iter()
            .map(|run| (run.entry.year, Standing::published(&run.entry.outputs)));
        standing.extend(published);
        let seen = (inputs, &probe, &standing);
        unchanged::remember(context, &outputs, seen, &campaigns, exit);
    }
    let end = End {
        outputs: &outputs,
        workspace: &workspace,
        campaigns: &campaigns,
        runs: &runs,
        problems: &problems,
    };
    end.write_down(context, log, exit);
    problems.iter().for_each(complain);
    // Only now: a reader of the report that goes away keeps nothing from being published.
    let told = end.report(context, json);
    // The process ends: its memory goes with it at once, not piece by piece.
    std::mem::forget((campaigns, runs));
    Ok(done(exit, told))
}

/// What is to be published: campaigns that are not, or no longer, as they stand.
fn new_runs(
    context: &Context,
    workspace: &Workspace,
    (outputs, history): (&Outputs, &History),
    campaigns: &[Consolidated],
) -> Result<Vec<Run>, Failure> {
    let mut runs = Vec::new();
    for campaign in campaigns {
        let published = published(history, campaign);
        if !published.is_some_and(|e| outputs.is_intact(campaign.dataset.year, &e.outputs)) {
            let draft = outputs.draft(campaign.dataset.year, interrupt::is_raised)?;
            let edition = edition(context, workspace, campaign);
            outputs::render(&edition, &draft)?;
            let entry = entry(context, campaign, (&edition, draft.manifest()));
            runs.push(Run { entry, draft });
        }
    }
    Ok(runs)
}

/// Outputs inside the inputs would be read as submissions by the next run; inputs inside a published
/// year would be put away with it.
fn refuse_nesting(inputs: &Path, outputs: &Path) -> Result<(), Failure> {
    let inputs_real = inputs
        .canonicalize()
        .map_err(|error| Failure::file(inputs, error))?;
    let published = leads_to(outputs);
    if published.starts_with(&inputs_real) {
        let reason = format!(
            "lies inside the inputs {}; choose another folder",
            inputs.display()
        );
        return Err(Failure::file(outputs, reason));
    }
    let below = inputs_real.strip_prefix(&published).ok();
    let first = below.into_iter().flat_map(Path::iter).next();
    if first.is_some_and(|name| is_published(&name.to_string_lossy())) {
        let reason = format!(
            "lies inside what is published in {}; choose another folder",
            outputs.display()
        );
        return Err(Failure::file(inputs, reason));
    }
    Ok(())
}

/// Where a path leads once the folders that it names are made: what is missing is no link, so that ".."
/// behind it leads back.
fn leads_to(path: &Path) -> PathBuf {
    let mut real = Path::new(".").canonicalize().unwrap_or_default();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            part => {
                real.push(part);
                real = real.canonicalize().unwrap_or(real);
            }
        }
    }
    real
}

/// Names under OUTPUTS that publishing puts in place, moves or removes.
fn is_published(name: &str) -> bool {
    let year = !name.is_empty() && name.bytes().all(|b| b.is_ascii_digit());
    year || ["edited", "frozen"].contains(&name) || name.starts_with(".tonghop")
}

/// Who holds OUTPUTS, for those who wait.
pub fn holder() -> String {
    format!(
        "process {} since {}",
        std::process::id(),
        jiff::Timestamp::now()
    )
}

/// The last published run of the campaign's year, if it was this very run.
fn published<'a>(history: &'a History, campaign: &Consolidated) -> Option<&'a Entry> {
    let last = history.of_year(campaign.dataset.year).next_back();
    last.filter(|entry| entry.run_id == campaign.stamp.run_id)
}

/// The line of the history about a campaign and what is published of it.
fn entry(
    context: &Context,
    campaign: &Consolidated,
    (edition, outputs): (&Edition, Manifest),
) -> Entry {
    let totals = run_report(edition).get("totals").cloned();
    Entry {
        when: jiff::Timestamp::now().to_string(),
        as_of: context.as_of.to_string(),
        year: campaign.dataset.year,
        run_id: campaign.stamp.run_id.clone(),
        input_digest: campaign.stamp.input_digest.clone(),
        exit: u8::from(pipeline::needs_attention(&campaign.dataset)),
        totals: totals.unwrap_or_default(),
        first_seen: campaign.first_seen.clone(),
        outputs,
        submissions: Some(last_run::contributions(&campaign.dataset)),
    }
}
