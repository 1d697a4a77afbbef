//! From folders to published summaries: the only place that sees all stages.

mod compare;
mod files;
mod probe;
mod sealed;
mod shelf;

use crate::archive::history::History;
use crate::discover::Discovery;
use crate::edition::Stamp;
use crate::failure::Failure;
use crate::merge::{self, Terms};
use crate::model::comparison::{Changes, Comparison, NoPlan};
use crate::model::dataset::{Dataset, FileRead, FileState};
use crate::model::finding::{Finding, Lang};
use crate::model::submission::{Ignored, Sight, Submission};
use crate::model::summary::{Line, Summary};
use crate::program;
use crate::progress::When;
use crate::rules::{self, Campaign, Severities};
use crate::summarise;
use crate::workspace::Workspace;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use compare::{compare, compare_with_last, compare_with_plans};
pub use files::read_single;
pub use probe::{Probe, probe, probe_read};
pub use sealed::sealed;
pub use shelf::ROOM;

/// What holds for a whole run, after defaults.
#[derive(Debug, Clone)]
pub struct Settings {
    pub lang: Lang,
    pub as_of: Date,
    /// Only this plan year; also the year of files that nothing else dates.
    pub year: Option<i32>,
    pub progress: When,
    /// Bytes of text that all files together keep at hand; that of others is read again where it is shown.
    pub room: usize,
    /// The run is published, and so is the first sight of what is new in it.
    pub published: bool,
}

impl Settings {
    /// Whether a file or a campaign of this year is asked for.
    fn wants(&self, year: Option<i32>) -> bool {
        let both = self.year.zip(year);
        both.is_none_or(|(wanted, year)| wanted == year)
    }
}

/// A campaign read, merged and summarised, ready to be published.
#[derive(Debug)]
pub struct Consolidated {
    pub dataset: Dataset,
    pub summary: Summary,
    pub stamp: Stamp,
    /// Figures of the campaign a year earlier, where it is published.
    pub previous: Option<Summary>,
    /// The results against the plan that an earlier campaign published for their year.
    pub planned: Result<Comparison, NoPlan>,
    /// What changed since the last published run; none where this is the first.
    pub changes: Option<Changes>,
    /// Digests of submissions that no published run of the year had.
    pub first_seen: Vec<String>,
}

/// Reads INPUTS and consolidates every campaign in it, oldest first; `published` gives the figures of
/// earlier campaigns that are not in it.
///
/// # Errors
/// When INPUTS cannot be read, holds nothing that a year is known of, or the accounting does not
/// add up.
pub fn consolidate(
    inputs: &Path,
    workspace: &Workspace,
    history: &History,
    settings: &Settings,
    published: impl Fn(i32) -> Option<Summary>,
) -> Result<Vec<Consolidated>, Failure> {
    let (found, files) = files::read_inputs(inputs, workspace, settings)?;
    let Discovery { ignored, years, .. } = found;
    let dated = files.iter().filter_map(|(year, ..)| *year);
    let mut years: BTreeSet<i32> = years.into_iter().chain(dated).collect();
    years.retain(|year| settings.wants(Some(*year)));
    let Some(&newest) = years.last() else {
        let tried = "no submission of a known year; make a folder such as 2021/, or give --year";
        return Err(Failure::file(inputs, tried));
    };
    let mut campaigns: BTreeMap<i32, Vec<(FileRead, Vec<Finding>)>> =
        years.into_iter().map(|year| (year, Vec::new())).collect();
    for (year, file, findings) in files.into_iter().filter(|(year, ..)| settings.wants(*year)) {
        // A file that nothing dates is not dropped: it stands, with its finding, in the newest campaign.
        campaigns
            .entry(year.unwrap_or(newest))
            .or_default()
            .push((file, findings));
    }
    let mut done: Vec<Consolidated> = Vec::with_capacity(campaigns.len());
    for (year, files) in campaigns {
        let of_year = |ignored: &&Ignored| ignored.year.is_none_or(|of| of == year);
        let ignored = ignored.iter().filter(of_year).cloned().collect();
        let earlier = compare::earlier(&done, year, &published);
        let campaign = one_campaign(
            year,
            files,
            (ignored, earlier),
            workspace,
            history,
            settings,
        )?;
        done.push(campaign);
    }
    Ok(done)
}

/// Reads files without the rest of their campaign: the rules across files are not asked.
///
/// # Errors
/// When the accounting does not add up.
pub fn check_files(
    submissions: Vec<Submission>,
    workspace: &Workspace,
    settings: &Settings,
) -> Result<Vec<Consolidated>, Failure> {
    let mut campaigns: BTreeMap<i32, Vec<(FileRead, Vec<Finding>)>> = BTreeMap::new();
    for (year, file, findings) in files::read_all(submissions, workspace, settings) {
        let year = year.unwrap_or_else(|| i32::from(settings.as_of.year()) + 1);
        campaigns.entry(year).or_default().push((file, findings));
    }
    let campaign = |(year, files)| {
        let sights = BTreeMap::new();
        let terms = terms(year, workspace, &sights, false, settings);
        let (files, findings) = index(files);
        let mut dataset = merge::merge(files, Vec::new(), findings, &terms);
        merge::decide(&mut dataset, Vec::new(), |_| Vec::new());
        merge::conclude(&mut dataset, Vec::new(), &terms);
        summarised(dataset, workspace, settings)
    };
    campaigns.into_iter().map(campaign).collect()
}

fn campaign(year: i32, workspace: &Workspace) -> Campaign<'_> {
    Campaign {
        year,
        results_year: workspace.config.year(year).results.unwrap_or(year - 1),
        limits: workspace.config.limits,
        vocabulary: &workspace.vocabulary,
    }
}

fn terms<'a>(
    year: i32,
    workspace: &'a Workspace,
    sights: &'a BTreeMap<String, Sight>,
    new_is_late: bool,
    settings: &Settings,
) -> Terms<'a> {
    let deadline = workspace.config.year(year).deadline;
    Terms {
        year,
        results_year: campaign(year, workspace).results_year,
        register: &workspace.register,
        sights,
        new: Sight {
            first_seen: if settings.published {
                settings.as_of.to_string()
            } else {
                String::new()
            },
            late: new_is_late,
        },
        deadline,
        after_deadline: deadline.map(|deadline| settings.as_of > deadline),
        decisions: &workspace.decisions,
        lang: settings.lang,
    }
}

/// Numbers the files of a campaign and their findings.
fn index(files: Vec<(FileRead, Vec<Finding>)>) -> (Vec<FileRead>, Vec<Finding>) {
    let mut all = Vec::with_capacity(files.iter().map(|(_, findings)| findings.len()).sum());
    let mut reads = Vec::with_capacity(files.len());
    for (at, (file, mut findings)) in files.into_iter().enumerate() {
        for finding in &mut findings {
            finding.file = Some(at as u32);
        }
        all.append(&mut findings);
        reads.push(file);
    }
    (reads, all)
}

fn one_campaign(
    year: i32,
    files: Vec<(FileRead, Vec<Finding>)>,
    (ignored, earlier): (Vec<Ignored>, Vec<Line>),
    workspace: &Workspace,
    history: &History,
    settings: &Settings,
) -> Result<Consolidated, Failure> {
    let deadline = workspace.config.year(year).deadline;
    let sights = history.sights(year, deadline);
    let new_is_late = history.lacked_after(year, deadline);
    let terms = terms(year, workspace, &sights, new_is_late, settings);
    let (files, findings) = index(files);
    let mut dataset = merge::merge(files, ignored, findings, &terms);
    dataset.earlier = earlier;
    dataset.kept = history.kept.get(&year).cloned().unwrap_or_default();
    let severities = Severities::new(|rule| workspace.config.severity(rule));
    let across = rules::check_across(&dataset, &severities);
    let of_joint = |dataset: &Dataset| rules::check_joint(dataset, &severities);
    merge::decide(&mut dataset, across, of_joint);
    let decided = rules::check_decided(&dataset, &severities);
    merge::conclude(&mut dataset, decided, &terms);
    let mut consolidated = summarised(dataset, workspace, settings)?;
    let seen = history.seen(year);
    let files = consolidated.dataset.files.iter();
    let digests = files
        .map(|file| file.digest.as_str())
        .filter(|digest| !digest.is_empty());
    let first_seen: BTreeSet<&str> = digests.filter(|digest| !seen.contains(digest)).collect();
    consolidated.first_seen = first_seen.into_iter().map(String::from).collect();
    Ok(consolidated)
}

/// Accounts for a merged campaign and makes its figures.
fn summarised(
    dataset: Dataset,
    workspace: &Workspace,
    settings: &Settings,
) -> Result<Consolidated, Failure> {
    dataset.unchanged()?;
    account(&dataset)?;
    let summary = summarise::summarise(&dataset)?;
    if !summarise::balances(&summary, dataset.rows.accepted) {
        let year = dataset.year;
        return Err(Failure(format!(
            "{year}: the tables do not add up to the rows behind them"
        )));
    }
    let stamp = stamp(&dataset, workspace, settings);
    Ok(Consolidated {
        dataset,
        summary,
        stamp,
        previous: None,
        planned: Err(NoPlan::NotPublished),
        changes: None,
        first_seen: Vec::new(),
    })
}

/// Nothing is lost: every line in one class, every row of every section in one state.
fn account(dataset: &Dataset) -> Result<(), Failure> {
    let unbalanced = dataset
        .files
        .iter()
        .find(|file| !file.lines.balances() || file.rows_cut != file.delegations.len());
    if let Some(file) = unbalanced {
        let reason = "lines or rows of this file are not accounted for; please report this file";
        return Err(Failure(format!("{}: {reason}", file.submission.path)));
    }
    if !dataset.lines.balances() || !dataset.rows.balances() {
        return Err(Failure(format!(
            "{}: lines or rows do not add up",
            dataset.year
        )));
    }
    Ok(())
}

/// Digests that change when, and only when, the outputs may.
fn stamp(dataset: &Dataset, workspace: &Workspace, settings: &Settings) -> Stamp {
    let mut inputs = blake3::Hasher::new();
    inputs.update(workspace.digest.as_bytes());
    let mut part = |text: &str| {
        inputs.update(&(text.len() as u64).to_le_bytes());
        inputs.update(text.as_bytes());
    };
    for file in &dataset.files {
        part(&file.submission.path);
        part(&file.digest);
        part(
            &file
                .unreadable
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
        );
    }
    for ignored in &dataset.ignored {
        part(&ignored.path);
    }
    let input_digest = inputs.finalize().to_hex()[..32].to_string();
    let late = dataset.files.iter().filter(|file| file.late).count();
    let state = format!(
        "{} {}|{input_digest}|{}|{:?}|{:?}|{late}|{:?}|{:?}",
        program::VERSION,
        program::SOURCES,
        dataset.year,
        settings.lang,
        dataset.after_deadline,
        dataset.kept,
        dataset.earlier,
    );
    let run_id = blake3::hash(state.as_bytes()).to_hex()[..16].to_string();
    Stamp {
        run_id,
        input_digest,
    }
}

/// A person must act on this campaign: exit code 1.
pub fn needs_attention(dataset: &Dataset) -> bool {
    dataset.rows.rejected > 0
        || dataset
            .files
            .iter()
            .any(|file| file.state == FileState::Rejected)
        || dataset.closed() > 0
        || dataset.after_deadline == Some(true) && !dataset.missing().is_empty()
}

#[cfg(test)]
mod tests;
