//! What a campaign is compared with: the figures of the year before, and the plan for its results.

use super::Consolidated;
use crate::archive::history::History;
use crate::compare::{last_run, planned, previous_year};
use crate::export::delegations;
use crate::failure::Failure;
use crate::model::summary::{Line, Summary};

/// Campaigns before that a department's figures are compared with.
const EARLIER: i32 = 3;

/// Lines by department of the campaigns before a year, newest first: of this run, else as published.
pub(super) fn earlier(
    done: &[Consolidated],
    year: i32,
    published: impl Fn(i32) -> Option<Summary>,
) -> Vec<Line> {
    let summary = |before: i32| {
        let own = done.iter().find(|campaign| campaign.dataset.year == before);
        let own = own.map(|own| previous_year::as_published(&own.summary));
        own.or_else(|| published(before))
    };
    let summaries = (1..=EARLIER).filter_map(|back| summary(year - back));
    summaries
        .flat_map(|summary| summary.by_department)
        .collect()
}

/// Gives each campaign the figures of the year before it: of this run, else as published.
pub fn compare(campaigns: &mut [Consolidated], published: impl Fn(i32) -> Option<Summary>) {
    for at in 0..campaigns.len() {
        let before = campaigns[at].dataset.year - 1;
        let own = campaigns
            .iter()
            .find(|campaign| campaign.dataset.year == before);
        let previous = own.map(|own| previous_year::as_published(&own.summary));
        let campaign = &mut campaigns[at];
        campaign.previous = previous.or_else(|| published(before));
        if let Some(previous) = &campaign.previous {
            let state = format!("{previous:?}");
            campaign.stamp.depends_on(state.as_bytes());
        }
    }
}

/// Compares the results of each campaign with the plan for their year: of an earlier campaign of this
/// run, else as published. `published` gives the `delegations.csv` of a year.
///
/// # Errors
/// When the plan of an earlier campaign cannot be written down, or a file changed while it was compared.
pub fn compare_with_plans(
    campaigns: &mut [Consolidated],
    published: impl Fn(i32) -> Option<Vec<u8>>,
) -> Result<(), Failure> {
    for at in 0..campaigns.len() {
        let (year, planned) = (
            campaigns[at].dataset.year,
            campaigns[at].dataset.results_year,
        );
        if planned >= year {
            continue;
        }
        let own = campaigns
            .iter()
            .find(|earlier| earlier.dataset.year == planned);
        // Read back from what it publishes: the same comparison whether it is of this run or not.
        let plan = match own {
            Some(own) => Some(delegations::delegations_csv(&own.dataset).map_err(Failure)?),
            None => published(planned),
        };
        let campaign = &mut campaigns[at];
        if let Some(plan) = plan {
            campaign.planned = planned::compare(&campaign.dataset, &plan);
            campaign.dataset.unchanged()?;
            campaign.stamp.depends_on(&plan);
        }
    }
    Ok(())
}

/// Says what changed since the last published run of each campaign that was another than this one. Comes
/// last: it asks whether a run is this very one.
pub fn compare_with_last(campaigns: &mut [Consolidated], history: &History) {
    for campaign in campaigns {
        let mut runs = history.of_year(campaign.dataset.year).rev();
        let last = runs.find(|run| run.run_id != campaign.stamp.run_id);
        campaign.changes = last.map(|run| {
            let last = last_run::Published {
                as_of: &run.as_of,
                totals: &run.totals,
                submissions: run.submissions.as_deref(),
            };
            last_run::since(last, &campaign.dataset, &campaign.summary)
        });
    }
}
