//! The files of a campaign become one: merged, validated across files, decided, summarised.

use super::account::summarised;
use super::campaign::Campaign;
use super::file_reader::{self, Checked};
use super::job::{Job, Settings};
use super::read::{self, Inputs};
use crate::archive::history::History;
use crate::export::delegations;
use crate::failure::Failure;
use crate::merge::{self, Terms};
use crate::model::dataset::{Dataset, FileRead};
use crate::model::finding::Finding;
use crate::model::submission::{FirstSight, Ignored, Submission};
use crate::model::summary::Line;
use crate::rules::{self, Severities};
use crate::words::faults;
use crate::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};

/// What was read of one campaign.
#[derive(Debug)]
pub(super) struct CampaignFiles {
    pub year: i32,
    /// In the order of their paths.
    pub files: Vec<Checked>,
    pub ignored: Vec<Ignored>,
}

/// Sorts what was read by campaign, oldest first.
///
/// # Errors
/// When no year is known of anything.
pub(super) fn by_campaign(job: &Job, inputs: Inputs) -> Result<Vec<CampaignFiles>, Failure> {
    let wants = |year| job.settings.wants(year);
    let dated = inputs.files.iter().filter_map(|one| one.year);
    let mut years: BTreeSet<i32> = inputs.years.iter().copied().chain(dated).collect();
    years.retain(|year| wants(Some(*year)));
    let Some(&newest) = years.last() else {
        return Err(Failure::unfit(job.inputs, faults::NO_YEAR, &[]));
    };

    let mut files: BTreeMap<i32, Vec<Checked>> =
        years.into_iter().map(|year| (year, Vec::new())).collect();
    for checked in inputs.files.into_iter().filter(|one| wants(one.year)) {
        // A file that nothing dates is not dropped: it stands, with its finding, in the newest campaign.
        let year = checked.year.unwrap_or(newest);
        files.entry(year).or_default().push(checked);
    }
    let campaign = |(year, files)| {
        let of_year = |ignored: &&Ignored| ignored.year.is_none_or(|of| of == year);
        CampaignFiles {
            year,
            files,
            ignored: inputs.ignored.iter().filter(of_year).cloned().collect(),
        }
    };
    Ok(files.into_iter().map(campaign).collect())
}

/// Consolidates a campaign. `earlier` are lines by department of the campaigns before it.
///
/// # Errors
/// When the accounting does not add up.
pub(super) fn campaign(
    job: &Job,
    files: CampaignFiles,
    earlier: Vec<Line>,
) -> Result<Campaign, Failure> {
    let (year, workspace, history) = (files.year, job.workspace, job.history);
    let deadline = workspace.config.year(year).deadline;
    let first_sights = history.first_sights(year, deadline);
    let new_is_late = history.lacked_after(year, deadline);
    let terms = terms(year, workspace, &first_sights, new_is_late, job.settings);

    let (reads, findings) = numbered(files.files);
    let mut dataset = merge::merge(reads, files.ignored, findings, &terms);
    dataset.earlier = earlier;
    dataset.trips = workspace.config.limits.trips;
    dataset.kept = history.kept.get(&year).cloned().unwrap_or_default();

    let severities = severities(workspace);
    let across = rules::check_across(&dataset, &severities);
    let of_joint = |dataset: &Dataset| rules::check_joint(dataset, &severities);
    merge::decide(&mut dataset, across, delegations::rows_by_id, of_joint);
    let decided = rules::check_decided(&dataset, &severities);
    merge::conclude(&mut dataset, decided, &terms);

    let first_seen = first_seen(&dataset, history);
    summarised(dataset, first_seen, workspace, job.settings)
}

/// Reads files without the rest of their campaign: the rules across files are not asked.
///
/// # Errors
/// When the accounting does not add up.
pub fn check_files(
    submissions: Vec<Submission>,
    workspace: &Workspace,
    settings: &Settings,
) -> Result<Vec<Campaign>, Failure> {
    let mut campaigns: BTreeMap<i32, Vec<Checked>> = BTreeMap::new();
    for checked in read::read_all(submissions, workspace, settings) {
        let coming = i32::from(settings.as_of.year()) + 1;
        let year = checked.year.unwrap_or(coming);
        campaigns.entry(year).or_default().push(checked);
    }
    let campaign = |(year, files)| {
        let first_sights = BTreeMap::new();
        let terms = terms(year, workspace, &first_sights, false, settings);
        let (reads, findings) = numbered(files);
        let mut dataset = merge::merge(reads, Vec::new(), findings, &terms);
        let by_id = |_: &Dataset| merge::RowsById::default();
        merge::decide(&mut dataset, Vec::new(), by_id, |_| Vec::new());
        merge::conclude(&mut dataset, Vec::new(), &terms);
        summarised(dataset, Vec::new(), workspace, settings)
    };
    campaigns.into_iter().map(campaign).collect()
}

/// The rules' severities as the workspace sets them.
pub(super) fn severities(workspace: &Workspace) -> Severities {
    Severities::new(|rule| workspace.config.severity(rule))
}

/// What the merge must know of a campaign beside its files.
pub(super) fn terms<'a>(
    year: i32,
    workspace: &'a Workspace,
    first_sights: &'a BTreeMap<String, FirstSight>,
    new_is_late: bool,
    settings: &Settings,
) -> Terms<'a> {
    let deadline = workspace.config.year(year).deadline;
    let first_seen = match settings.published {
        true => settings.as_of.to_string(),
        false => String::new(),
    };
    Terms {
        year,
        results_year: file_reader::campaign(year, workspace).results_year,
        register: &workspace.register,
        first_sights,
        new: FirstSight {
            first_seen,
            late: new_is_late,
        },
        deadline,
        after_deadline: deadline.map(|deadline| settings.as_of > deadline),
        decisions: &workspace.decisions,
        lang: settings.lang,
    }
}

/// The files of a campaign, and their findings with the number of their file.
fn numbered(checked: Vec<Checked>) -> (Vec<FileRead>, Vec<Finding>) {
    let mut findings = Vec::with_capacity(checked.iter().map(|one| one.findings.len()).sum());
    let mut files = Vec::with_capacity(checked.len());
    for (number, mut one) in (0..).zip(checked) {
        for finding in &mut one.findings {
            finding.file = Some(number);
        }
        findings.append(&mut one.findings);
        files.push(one.file);
    }
    (files, findings)
}

/// Digests that no published run of the year had.
fn first_seen(dataset: &Dataset, history: &History) -> Vec<String> {
    let seen = history.seen(dataset.year);
    let digests = dataset.files.iter().map(|file| file.digest.as_str());
    let new = digests.filter(|digest| !digest.is_empty() && !seen.contains(digest));
    let new: BTreeSet<&str> = new.collect();
    new.into_iter().map(String::from).collect()
}
