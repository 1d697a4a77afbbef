//! A sealed campaign: made again from the sealed bytes, with what came after the seal beside it.

use super::{Consolidated, Settings, campaign, files, one_campaign, terms};
use crate::archive::frozen::{Seal, SealedFile};
use crate::archive::history::History;
use crate::discover;
use crate::failure::Failure;
use crate::merge;
use crate::model::dataset::{Dataset, FileRead, LineAccount};
use crate::model::document::Unreadable;
use crate::model::finding::Finding;
use crate::model::seal::{Addendum, AfterSeal, Difference, Sealed};
use crate::model::section::{Direction, Kind, LineClass};
use crate::model::submission::Submission;
use crate::model::summary::Line;
use crate::progress::When;
use crate::rules::{self, Severities};
use crate::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};

/// The campaign of a seal, whatever the inputs hold today. `current` is what they would make; none
/// where they hold nothing of the year.
///
/// # Errors
/// When the sealed copy is damaged or cannot be read.
pub fn sealed(
    seal: &Seal,
    current: Option<Consolidated>,
    history: &History,
    settings: &Settings,
) -> Result<Consolidated, Failure> {
    let unchanged = |now: &Consolidated| now.stamp.input_digest == seal.input_digest;
    let current = match current {
        Some(current) if unchanged(&current) => return Ok(current),
        current => current,
    };
    let workspace = Workspace::load(&seal.workspace(), None)?;
    let reads = read(seal, &workspace, settings)?;
    let beside = current
        .as_ref()
        .map(|now| (now.dataset.ignored.clone(), now.dataset.earlier.clone()))
        .unwrap_or_default();
    let mut held = one_campaign(seal.year, reads, beside, &workspace, history, settings)?;
    let report = compare(&held, current.as_ref());
    if !report.is_empty() {
        let state = format!("{}|{report:?}", held.stamp.run_id);
        held.stamp.run_id = blake3::hash(state.as_bytes()).to_hex()[..16].to_string();
        held.dataset.sealed = Some(report);
        let severities = Severities::new(|rule| workspace.config.severity(rule));
        let findings = rules::check_sealed(&held.dataset, &severities);
        let deadline = workspace.config.year(seal.year).deadline;
        let sights = history.sights(seal.year, deadline);
        let terms = terms(seal.year, &workspace, &sights, false, settings);
        merge::amend(&mut held.dataset, findings, &terms);
    }
    let mut seen: BTreeSet<String> = held.first_seen.into_iter().collect();
    seen.extend(current.into_iter().flat_map(|now| now.first_seen));
    held.first_seen = seen.into_iter().collect();
    Ok(held)
}

type Reads = Vec<(FileRead, Vec<Finding>)>;

fn read(seal: &Seal, workspace: &Workspace, settings: &Settings) -> Result<Reads, Failure> {
    let settings = Settings {
        progress: When::Never,
        ..settings.clone()
    };
    let is_read = |file: &&SealedFile| file.secret.is_none() && file.unreadable.is_none();
    let (copied, others): (Vec<_>, Vec<_>) = seal.files.iter().partition(is_read);
    let submissions = copied.iter().map(|file| submission(seal, file)).collect();
    let read = files::read_all(submissions, workspace, &settings);
    let mut reads: Reads = read
        .into_iter()
        .map(|(_, file, findings)| (file, findings))
        .collect();
    for (sealed, (file, _)) in copied.iter().zip(&reads) {
        if sealed.digest != file.digest {
            let reason = format!("the sealed copy of {} is damaged", sealed.path);
            return Err(Failure::file(&seal.copy(sealed), reason));
        }
    }
    reads.extend(
        others
            .into_iter()
            .map(|file| stand_in(seal, file, workspace)),
    );
    reads.sort_by(|(a, _), (b, _)| a.submission.path.cmp(&b.submission.path));
    Ok(reads)
}

fn submission(seal: &Seal, file: &SealedFile) -> Submission {
    discover::listed(
        &file.path,
        &file.folder,
        file.year,
        file.bytes,
        seal.copy(file),
    )
}

/// A file whose content the seal does not have: it stands with what was known of it.
fn stand_in(seal: &Seal, sealed: &SealedFile, workspace: &Workspace) -> (FileRead, Vec<Finding>) {
    let mut file = FileRead::new(submission(seal, sealed), sealed.digest.clone());
    file.unreadable = sealed.unreadable.clone().map(Unreadable::Io);
    if let Some(total) = sealed.secret {
        file.secret = true;
        file.lines = LineAccount {
            total,
            classes: BTreeMap::from([(LineClass::Unread, total)]),
        };
    }
    let severities = Severities::new(|rule| workspace.config.severity(rule));
    let findings = rules::check_file(&file, 0, campaign(seal.year, workspace), &severities);
    (file, findings)
}

/// What the inputs of today would change.
fn compare(held: &Consolidated, current: Option<&Consolidated>) -> Sealed {
    let nothing = Vec::new();
    let now = current.map_or(&nothing, |now| &now.dataset.files);
    let then: BTreeMap<&str, &FileRead> = by_path(&held.dataset.files);
    let now: BTreeMap<&str, &FileRead> = by_path(now);
    let slug = |dataset: &Dataset, file: &FileRead| dataset.department(file).slug.clone();
    let known = |slug: &str| {
        let mut bodies = held.dataset.departments.iter();
        bodies
            .position(|body| body.slug == slug)
            .map(|at| at as u32)
    };
    let mut addenda = Vec::new();
    if let Some(current) = current {
        for (path, file) in &now {
            let what = match then.get(path) {
                None => AfterSeal::Added,
                Some(old) if old.digest != file.digest => AfterSeal::Changed,
                Some(_) => continue,
            };
            addenda.push(Addendum {
                path: path.to_string(),
                what,
                department: known(&slug(&current.dataset, file)),
                first_seen: file.first_seen.clone(),
            });
        }
    }
    for (path, file) in then.iter().filter(|(path, _)| !now.contains_key(*path)) {
        addenda.push(Addendum {
            path: path.to_string(),
            what: AfterSeal::Removed,
            department: Some(file.department),
            first_seen: String::new(),
        });
    }
    addenda.sort_by(|a, b| a.path.cmp(&b.path));
    Sealed {
        addenda,
        differences: differences(held, current, known),
    }
}

fn by_path(files: &[FileRead]) -> BTreeMap<&str, &FileRead> {
    let named = files
        .iter()
        .map(|file| (file.submission.path.as_str(), file));
    named.collect()
}

/// Delegations and people by department, kind and direction.
type Sums = BTreeMap<(String, Kind, Direction), [i64; 2]>;

fn add(sums: &mut Sums, lines: &[Line], sign: i64) {
    for line in lines {
        let sum = sums
            .entry((line.key.clone(), line.kind, line.direction))
            .or_default();
        sum[0] += sign * line.totals.delegations as i64;
        sum[1] += sign * line.totals.people as i64;
    }
}

fn differences(
    held: &Consolidated,
    current: Option<&Consolidated>,
    known: impl Fn(&str) -> Option<u32>,
) -> Vec<Difference> {
    let mut sums = Sums::new();
    add(&mut sums, &held.summary.by_department, -1);
    if let Some(current) = current {
        add(&mut sums, &current.summary.by_department, 1);
    }
    let name = |slug: &str| {
        let bodies = current.into_iter().chain([held]);
        let mut bodies = bodies.flat_map(|one| &one.dataset.departments);
        let body = bodies.find(|body| body.slug == slug);
        body.map_or_else(|| slug.to_string(), |body| body.name.clone())
    };
    let moved = sums.into_iter().filter(|(_, sum)| *sum != [0, 0]);
    moved
        .map(
            |((slug, kind, direction), [delegations, people])| Difference {
                department: known(&slug),
                name: name(&slug),
                slug,
                kind,
                direction,
                delegations,
                people,
            },
        )
        .collect()
}
