//! The end of a run that has read its inputs: its line in the log, and its report on standard output.

use super::unchanged;
use crate::archive::{Outputs, Run};
use crate::commands::log::{Ended, Log, Year};
use crate::commands::{Context, Exit, print, shown, write_json};
use crate::export::run_json::run_report;
use crate::failure::Failure;
use crate::pipeline::{Compared, Outcome};
use crate::show;
use crate::workspace::Workspace;
use serde_json::Value;

/// What stands when everything is published.
#[derive(Clone, Copy)]
pub struct End<'a> {
    pub outputs: &'a Outputs,
    pub workspace: &'a Workspace,
    pub outcome: &'a Outcome,
    /// The campaigns that were written.
    pub runs: &'a [Run],
}

impl End<'_> {
    fn is_new(&self, year: i32) -> bool {
        self.runs.iter().any(|run| run.entry.year == year)
    }

    /// Writes the line of the run.
    pub fn write_down(&self, context: &Context, log: &Log, exit: Exit) {
        let year = |one: &Compared| Year {
            year: one.year(),
            run_id: one.campaign.stamp.run_id.clone(),
            published: self.is_new(one.year()),
        };
        let years: Vec<Year> = self.outcome.campaigns.iter().map(year).collect();
        let problems = self.outcome.problems.iter();
        let problems = problems.map(|problem| problem.in_lang(context.lang));
        let mut messages = unchanged::asked(context, &self.outcome.campaigns);
        messages.extend(problems);
        let ended = match self.runs.is_empty() {
            true => Ended::Unchanged,
            false => Ended::Published,
        };
        log.write(ended, exit.code(), &years, &messages.join(". "));
    }

    /// Prints the report, as text or as JSON.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn report(&self, context: &Context, json: bool) -> Result<(), Failure> {
        match json {
            true => self.report_json(context),
            false => {
                let mut campaigns = self.outcome.campaigns.iter();
                campaigns.try_for_each(|campaign| self.report_text(context, campaign))
            }
        }
    }

    /// One run report; a list of them where there are several campaigns.
    fn report_json(&self, context: &Context) -> Result<(), Failure> {
        let report = |one: &Compared| run_report(&one.edition(self.workspace, context.lang));
        let mut reports: Vec<Value> = self.outcome.campaigns.iter().map(report).collect();
        let value = match reports.len() {
            1 => reports.swap_remove(0),
            _ => Value::Array(reports),
        };
        print(|out| write_json(out, &value))
    }

    fn report_text(&self, context: &Context, compared: &Compared) -> Result<(), Failure> {
        let campaign = &compared.campaign;
        let (dataset, summary) = (&campaign.dataset, &campaign.summary);
        print(|out| match (context.quiet, campaign.needs_attention()) {
            (true, true) => show::attention(out, dataset, &context.style()),
            (true, false) => Ok(()),
            (false, _) => {
                show::run_report(out, dataset, summary, &context.style())?;
                let note = match self.is_new(dataset.year) {
                    true => context.lang.pick("Đã công bố", "Published"),
                    false => unchanged::nothing_new(context.lang),
                };
                let folder = shown(&self.outputs.year(dataset.year));
                writeln!(out, "{note}: {folder}")?;
                show::where_to_look(out, &folder, context.lang)
            }
        })
    }
}
