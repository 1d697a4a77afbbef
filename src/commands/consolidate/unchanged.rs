//! A run with nothing new: told in one line, with the exit code of the run that it repeats.

use super::Request;
use crate::archive::history::History;
use crate::archive::last_run::{self, LastRun};
use crate::archive::{Outputs, Run, Standing};
use crate::commands::log::{Ended, Log, Year};
use crate::commands::{Context, Exit, print, shown, write_json};
use crate::failure::Failure;
use crate::model::finding::Lang;
use crate::pipeline::{Compared, Probe};
use crate::show;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// What stands of each published year.
pub type StandingYears = BTreeMap<i32, Standing>;

/// Published files that someone edited, by year, where they are kept or will be.
pub type KeptYears = BTreeMap<i32, Vec<String>>;

/// Looks at what is published.
///
/// # Errors
/// When it cannot be read.
pub fn standing(outputs: &Outputs, history: &History) -> Result<StandingYears, Failure> {
    let years = history.years().into_iter();
    let standing = years.map(|year| Ok((year, outputs.standing(year)?)));
    standing.collect()
}

/// What is published now, after these runs.
pub fn with_published(mut standing: StandingYears, runs: &[Run]) -> StandingYears {
    let entries = runs.iter().map(|run| &run.entry);
    standing.extend(entries.map(|entry| (entry.year, Standing::published(&entry.outputs))));
    standing
}

/// What people edited of it.
///
/// # Errors
/// When a folder cannot be read.
pub fn kept(
    outputs: &Outputs,
    history: &History,
    standing: &StandingYears,
) -> Result<KeptYears, Failure> {
    let nothing = Standing::default();
    let years = history.years().into_iter();
    let kept = years.map(|year| {
        let standing = standing.get(&year).unwrap_or(&nothing);
        Ok((year, outputs.kept(year, standing, history)?))
    });
    kept.collect()
}

/// The last run, if it saw this very state and all that was published stands as it was published:
/// earlier years too, since their figures are compared with.
///
/// # Errors
/// When the history cannot be read.
pub fn since(
    outputs: &Outputs,
    history: &History,
    standing: &StandingYears,
    probe: &Probe,
) -> Result<Option<LastRun>, Failure> {
    let state = last_run::state(outputs.root(), &probe.digest, history)?;
    let Some(last) = last_run::read(outputs.root()).filter(|last| last.state == state) else {
        return Ok(None);
    };
    let is_intact = |year: &i32| {
        let run = history.of_year(*year).next_back();
        let standing = standing.get(year).zip(run);
        standing.is_some_and(|(standing, run)| standing.holds(&run.outputs))
    };
    let mut years = history.years();
    years.extend(&last.years);
    Ok(years.iter().all(is_intact).then_some(last))
}

/// Ends a run that found nothing new: its report, and its line in the log.
///
/// # Errors
/// When standard output or a published report cannot be used.
pub fn end(
    context: &Context,
    request: &Request,
    outputs: &Outputs,
    history: &History,
    last: &LastRun,
    log: &Log,
) -> Result<Exit, Failure> {
    match request.json {
        true => report_json(outputs, last)?,
        false => report_text(context, outputs, last)?,
    }
    let exit = Exit::attention(last.exit != 0);
    let year = |year: &i32| {
        let run = history.of_year(*year).next_back();
        Year {
            year: *year,
            run_id: run.map_or_else(String::new, |run| run.run_id.clone()),
            published: false,
        }
    };
    let years: Vec<Year> = last.years.iter().map(year).collect();
    log.write(
        Ended::Unchanged,
        exit.code(),
        &years,
        &last.asked.join(". "),
    );
    Ok(exit)
}

/// The published reports again.
fn report_json(outputs: &Outputs, last: &LastRun) -> Result<(), Failure> {
    let mut reports = Vec::new();
    for year in &last.years {
        let path = outputs.year(*year).join("run.json");
        let report = std::fs::read(&path)
            .and_then(|bytes| serde_json::from_slice::<Value>(&bytes).map_err(io::Error::from));
        reports.push(report.map_err(Failure::io(&path))?);
    }
    let value = match reports.len() {
        1 => reports.swap_remove(0),
        _ => Value::Array(reports),
    };
    print(|out| write_json(out, &value))
}

/// Says that nothing is new; what needed a person then still does.
fn report_text(context: &Context, outputs: &Outputs, last: &LastRun) -> Result<(), Failure> {
    let folders = last.years.iter().map(|year| outputs.year(*year));
    let folders: Vec<String> = folders.map(|folder| shown(&folder)).collect();
    let folders = folders.join(", ");
    let words = nothing_new(context.lang);
    let asked = last.asked.join(". ");
    print(|out| match (context.quiet, asked.is_empty()) {
        (true, true) => Ok(()),
        (true, false) => writeln!(out, "{asked}. {words}: {folders}"),
        (false, true) => writeln!(out, "{words}: {folders}"),
        (false, false) => writeln!(out, "{words}: {folders} ({asked})"),
    })
}

/// What is said of folders that stay as they are.
pub fn nothing_new(lang: Lang) -> &'static str {
    lang.pick("Không có gì mới; giữ nguyên", "Nothing new; left as it is")
}

/// What each campaign that needs a person asks for.
pub fn asked(context: &Context, campaigns: &[Compared]) -> Vec<String> {
    let campaigns = campaigns.iter().map(|one| &one.campaign);
    let needy = campaigns.filter(|campaign| campaign.needs_attention());
    needy
        .map(|campaign| show::asked(&campaign.dataset, context.lang))
        .collect()
}

/// A run as the next one will know it.
pub struct Remembered<'a> {
    pub probe: &'a Probe,
    /// What is published now.
    pub standing: StandingYears,
    pub campaigns: &'a [Compared],
    pub exit: Exit,
}

impl Remembered<'_> {
    /// Remembers the run. A submission that changed between the probe and the reading is not remembered
    /// as read; where nothing can be remembered the next run reads everything again.
    pub fn write(&self, context: &Context, inputs: &Path, outputs: &Outputs) {
        let datasets = self.campaigns.iter().map(|one| &one.campaign.dataset);
        let mut files = datasets.flat_map(|dataset| &dataset.files);
        if !files.all(|file| self.probe.agrees(file)) {
            return;
        }
        if let Some(state) = self.state(outputs) {
            let last = LastRun {
                state,
                years: self.campaigns.iter().map(Compared::year).collect(),
                exit: self.exit.code(),
                asked: asked(context, self.campaigns),
                inputs: inputs.canonicalize().unwrap_or_else(|_| inputs.into()),
            };
            if last_run::read(outputs.root()).as_ref() != Some(&last) {
                let _ = last_run::write(outputs.root(), &last);
            }
        }
    }

    /// The state that the next run will find, if nothing changes.
    fn state(&self, outputs: &Outputs) -> Option<String> {
        let mut history = History::read(outputs.root()).ok()?;
        history.kept = kept(outputs, &history, &self.standing).ok()?;
        last_run::state(outputs.root(), &self.probe.digest, &history).ok()
    }
}
