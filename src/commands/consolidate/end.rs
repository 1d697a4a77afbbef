//! The end of a run that has read its inputs: its line in the log, and its report on standard output.

use super::unchanged;
use crate::archive::{Outputs, Run};
use crate::commands::log::{Ended, Log, Year};
use crate::commands::{Context, Exit, edition, print, shown, write_json};
use crate::export::run_json::run_report;
use crate::failure::Failure;
use crate::pipeline::{self, Consolidated};
use crate::show;
use crate::workspace::Workspace;
use serde_json::Value;

/// What stands when everything is published.
#[derive(Clone, Copy)]
pub struct End<'a> {
    pub outputs: &'a Outputs,
    pub workspace: &'a Workspace,
    pub campaigns: &'a [Consolidated],
    /// Those that were written.
    pub runs: &'a [Run],
    /// Why sealed years were left as they are.
    pub problems: &'a [Failure],
}

impl End<'_> {
    fn is_new(&self, year: i32) -> bool {
        self.runs.iter().any(|run| run.entry.year == year)
    }

    /// Writes the line of the run.
    pub fn write_down(&self, context: &Context, log: &Log, exit: Exit) {
        let year = |campaign: &Consolidated| Year {
            year: campaign.dataset.year,
            run_id: campaign.stamp.run_id.clone(),
            published: self.is_new(campaign.dataset.year),
        };
        let years: Vec<Year> = self.campaigns.iter().map(year).collect();
        let needy = self.campaigns.iter().map(|campaign| &campaign.dataset);
        let needy = needy.filter(|dataset| pipeline::needs_attention(dataset));
        let asked = needy.map(|dataset| show::asked(dataset, context.lang));
        let problems = self.problems.iter().map(ToString::to_string);
        let messages: Vec<String> = asked.chain(problems).collect();
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
                let mut campaigns = self.campaigns.iter();
                campaigns.try_for_each(|campaign| self.report_text(context, campaign))
            }
        }
    }

    /// One run report; a list of them where there are several campaigns.
    fn report_json(&self, context: &Context) -> Result<(), Failure> {
        let report = |campaign| run_report(&edition(context, self.workspace, campaign));
        let mut reports: Vec<Value> = self.campaigns.iter().map(report).collect();
        let value = match reports.len() {
            1 => reports.swap_remove(0),
            _ => Value::Array(reports),
        };
        print(|out| write_json(out, &value))
    }

    fn report_text(&self, context: &Context, campaign: &Consolidated) -> Result<(), Failure> {
        let (dataset, summary) = (&campaign.dataset, &campaign.summary);
        let is_needy = pipeline::needs_attention(dataset);
        print(|out| match (context.quiet, is_needy) {
            (true, true) => show::attention(out, dataset, &context.style()),
            (true, false) => Ok(()),
            (false, _) => {
                show::run_report(out, dataset, summary, &context.style())?;
                let note = match self.is_new(dataset.year) {
                    true => context.lang.pick("Đã công bố", "Published"),
                    false => unchanged::nothing_new(context.lang),
                };
                writeln!(out, "{note}: {}", shown(&self.outputs.year(dataset.year)))
            }
        })
    }
}
