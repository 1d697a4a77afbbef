//! What stands beside a campaign: the year before, the plan for its results, the last published run.

use super::campaign::{Campaign, Compared};
use super::job::Job;
use super::sources;
use crate::archive::history::{Entry, History};
use crate::compare::{last_run, planned, previous_year};
use crate::edition::Stamp;
use crate::export::delegations;
use crate::model::comparison::{Changes, Comparison, NoPlan, Sources};
use crate::model::submission::Department;
use crate::model::summary::{Line, Summary};
use crate::vocabulary::register::Register;

/// Campaigns before that a department's figures are compared with.
const EARLIER: i32 = 3;

/// Lines by department of the campaigns before a year, newest first.
pub(super) fn earlier(job: &Job, campaigns: &[Campaign], year: i32) -> Vec<Line> {
    let summaries = (1..=EARLIER).filter_map(|back| figures(job, campaigns, year - back, year));
    let lines = summaries.flat_map(|summary| summary.by_department);
    lines.collect()
}

/// The figures of a campaign for one of a year after it: of this run, else as published.
fn figures(job: &Job, campaigns: &[Campaign], year: i32, after: i32) -> Option<Summary> {
    let mut figures = match of_year(campaigns, year) {
        Some(campaign) => previous_year::as_published(&campaign.summary),
        None => job.published_figures(year)?,
    };
    take_over(&mut figures.by_department, &job.workspace.register, after);
    Some(figures)
}

/// Figures of bodies that are no more stand under those that took them over.
fn take_over(lines: &mut Vec<Line>, register: &Register, year: i32) {
    let departments = register.departments.iter();
    let heirs = departments.filter(|d| d.is_due(year) && !d.succeeds.is_empty());
    let heirs: Vec<&Department> = heirs.collect();
    if heirs.is_empty() {
        return;
    }
    let mut taken: Vec<Line> = Vec::with_capacity(lines.len());
    for mut line in lines.drain(..) {
        let is_gone = register
            .departments
            .iter()
            .any(|d| d.slug == line.key && !d.is_due(year));
        let heir = heirs.iter().find(|heir| heir.succeeds.contains(&line.key));
        if let (true, Some(heir)) = (is_gone, heir) {
            line.key.clone_from(&heir.slug);
        }
        let same = |other: &&mut Line| {
            other.key == line.key
                && (other.kind, other.year, other.direction)
                    == (line.kind, line.year, line.direction)
        };
        match taken.iter_mut().find(same) {
            Some(other) => other.totals += line.totals,
            None => taken.push(line),
        }
    }
    *lines = taken;
}

fn of_year(campaigns: &[Campaign], year: i32) -> Option<&Campaign> {
    campaigns
        .iter()
        .find(|campaign| campaign.dataset.year == year)
}

/// Compares campaigns with those before them and with their last published runs.
pub(super) fn all(job: &Job, campaigns: Vec<Campaign>) -> Vec<Compared> {
    let earlier = campaigns
        .iter()
        .map(|campaign| Earlier::of(job, &campaigns, campaign));
    let earlier: Vec<Earlier> = earlier.collect();
    let both = campaigns.into_iter().zip(earlier);
    both.map(|(campaign, earlier)| compared(campaign, earlier, job))
        .collect()
}

/// What earlier campaigns say beside one.
struct Earlier {
    /// Figures of the year before.
    previous: Option<Summary>,
    planned: Result<Comparison, NoPlan>,
    /// The campaign's stamp, which depends on both.
    stamp: Stamp,
}

impl Earlier {
    fn of(job: &Job, campaigns: &[Campaign], campaign: &Campaign) -> Earlier {
        let dataset = &campaign.dataset;
        let mut stamp = campaign.stamp.clone();
        let previous = figures(job, campaigns, dataset.year - 1, dataset.year);
        if let Some(previous) = &previous {
            let state = format!("{previous:?}");
            stamp.depends_on(state.as_bytes());
        }
        let mut planned = Err(NoPlan::NotPublished);
        if let Some(plan) = plan(job, campaigns, campaign) {
            planned = planned::compare(dataset, &plan);
            stamp.depends_on(&plan);
        }
        Earlier {
            previous,
            planned,
            stamp,
        }
    }
}

/// The plan for a campaign's results: of an earlier campaign of this run, else as published. It is read
/// back from what is published: the same comparison whether it is of this run or not.
fn plan(job: &Job, campaigns: &[Campaign], campaign: &Campaign) -> Option<Vec<u8>> {
    let planned = campaign.dataset.results_year;
    if planned >= campaign.dataset.year {
        return None;
    }
    match of_year(campaigns, planned) {
        Some(earlier) => Some(delegations::delegations_csv(&earlier.dataset)),
        None => job.published_delegations(planned),
    }
}

/// The last run is asked for last: it is told from this one by what this one depends on.
fn compared(campaign: Campaign, earlier: Earlier, job: &Job) -> Compared {
    let campaign = Campaign {
        stamp: earlier.stamp,
        ..campaign
    };
    let sources = sources::of(job.workspace, &campaign.dataset);
    Compared {
        changes: changes(&campaign, job.history, &sources),
        sources,
        campaign,
        previous: earlier.previous,
        planned: earlier.planned,
    }
}

/// A published run, as far as another is compared with it.
pub fn published(run: &Entry) -> last_run::Published<'_> {
    last_run::Published {
        as_of: &run.as_of,
        totals: &run.totals,
        submissions: run.submissions.as_deref(),
        heard: run.heard.as_ref(),
        sources: run.sources.as_ref(),
    }
}

/// What changed since the last published run that was another than this one.
fn changes(campaign: &Campaign, history: &History, sources: &Sources) -> Option<Changes> {
    let mut runs = history.of_year(campaign.dataset.year).rev();
    let run = runs.find(|run| run.run_id != campaign.stamp.run_id)?;
    let (dataset, summary) = (&campaign.dataset, &campaign.summary);
    Some(last_run::since(published(run), dataset, summary, sources))
}
