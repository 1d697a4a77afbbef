//! Which campaigns are written anew, and the line of the history about each.

use crate::archive::history::Entry;
use crate::archive::{Outputs, Run};
use crate::commands::Context;
use crate::compare::last_run;
use crate::export::run_json::run_report;
use crate::failure::Failure;
use crate::interrupt;
use crate::outputs;
use crate::pipeline::{Compared, Job};
use crate::report::notice;

/// Makes the outputs of campaigns that are not, or no longer, as they stand.
///
/// # Errors
/// When an output cannot be made or written, or the run was asked to end.
pub fn new_runs(
    context: &Context,
    job: &Job,
    outputs: &Outputs,
    campaigns: &[Compared],
) -> Result<Vec<Run>, Failure> {
    let mut runs = Vec::new();
    for campaign in campaigns {
        let published = published(job, campaign);
        let stands = published.is_some_and(|run| outputs.is_intact(run.year, &run.outputs));
        if !stands {
            let draft = outputs.draft(campaign.year(), interrupt::is_raised)?;
            outputs::render(&campaign.edition(job.workspace, context.lang), &draft)?;
            let entry = Entry {
                outputs: draft.manifest(),
                ..entry(context, job, campaign)
            };
            runs.push(Run { entry, draft });
        }
    }
    Ok(runs)
}

/// The last published run of the campaign's year, if it was this very run.
fn published<'a>(job: &'a Job, campaign: &Compared) -> Option<&'a Entry> {
    let last = job.history.of_year(campaign.year()).next_back();
    last.filter(|entry| entry.run_id == campaign.campaign.stamp.run_id)
}

/// The line of the history about a campaign, of which nothing is written yet.
fn entry(context: &Context, job: &Job, compared: &Compared) -> Entry {
    let campaign = &compared.campaign;
    let edition = compared.edition(job.workspace, context.lang);
    let report = run_report(&edition);
    let notices = notice::all(&edition).into_iter();
    let heard = notices.map(|notice| (notice.department.slug.clone(), notice.digest()));
    Entry {
        when: jiff::Timestamp::now().to_string(),
        as_of: context.as_of.to_string(),
        year: compared.year(),
        run_id: campaign.stamp.run_id.clone(),
        input_digest: campaign.stamp.input_digest.clone(),
        exit: u8::from(campaign.needs_attention()),
        totals: report.get("totals").cloned().unwrap_or_default(),
        first_seen: campaign.first_seen.clone(),
        outputs: Default::default(),
        submissions: Some(last_run::contributions(&campaign.dataset)),
        heard: Some(heard.collect()),
        sources: Some(compared.sources.clone()),
    }
}
