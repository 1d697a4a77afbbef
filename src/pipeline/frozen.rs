//! Frozen years among others: each is made again from its frozen bytes, and what came after stands beside it.

use super::campaign::{Campaign, WithFrozenYears};
use super::consolidate::{self, CampaignFiles, severities, terms};
use super::file_reader::{self, Checked};
use super::job::{Job, Settings};
use super::read;
use crate::archive::frozen::{self, FrozenFile, FrozenYear};
use crate::discover;
use crate::failure::Failure;
use crate::merge;
use crate::model::dataset::{Dataset, FileRead, LineAccount};
use crate::model::document::Unreadable;
use crate::model::frozen::{Addendum, AfterFreeze, Difference, Frozen};
use crate::model::section::{Direction, Kind, LineClass};
use crate::model::submission::Submission;
use crate::model::summary::Line;
use crate::outputs;
use crate::progress::When;
use crate::rules;
use crate::words::faults;
use crate::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};

/// Gives frozen years their frozen figures. A year whose frozen copy is damaged, or of which this program
/// makes other figures, is taken out, with what a person must do.
pub fn hold(job: &Job, mut campaigns: Vec<Campaign>) -> WithFrozenYears {
    let mut problems = Vec::new();
    let years = job.outputs.map(frozen::years).unwrap_or_default();
    for year in years {
        if !job.settings.wants(Some(year)) {
            continue;
        }
        let current = campaigns.iter().position(|one| one.dataset.year == year);
        let current = current.map(|position| campaigns.remove(position));
        match held(job, year, current) {
            Ok(campaign) => campaigns.extend(campaign),
            Err(source) => problems.push(Failure::Frozen {
                year,
                source: Box::new(source),
            }),
        }
    }
    campaigns.sort_by_key(|campaign| campaign.dataset.year);
    WithFrozenYears {
        campaigns,
        problems,
    }
}

/// The campaign of a frozen year; as the inputs make it where it is not frozen after all.
fn held(job: &Job, year: i32, current: Option<Campaign>) -> Result<Option<Campaign>, Failure> {
    let frozen = match job.outputs {
        Some(outputs) => frozen::read(outputs, year)?,
        None => None,
    };
    let Some(frozen) = frozen else {
        return Ok(current);
    };
    let campaign = made_again(job, &frozen, current)?;

    // A program that reads the frozen bytes otherwise must not move their figures.
    let edition = campaign.edition(job.workspace, job.settings.lang);
    match frozen.holds(&outputs::figures(&edition)?) {
        true => Ok(Some(campaign)),
        false => Err(Failure::unfit(&frozen.folder, faults::OTHER_FIGURES, &[])),
    }
}

/// The campaign of a frozen year, whatever the inputs hold today. `current` is what they would make; none
/// where they hold nothing of the year.
fn made_again(
    job: &Job,
    frozen: &FrozenYear,
    current: Option<Campaign>,
) -> Result<Campaign, Failure> {
    let is_unchanged = |now: &Campaign| now.stamp.input_digest == frozen.input_digest;
    let current = match current {
        Some(current) if is_unchanged(&current) => return Ok(current),
        current => current,
    };

    let workspace = Workspace::load(&frozen.workspace(), None)?;
    let job = Job {
        workspace: &workspace,
        ..*job
    };
    let beside = current.as_ref().map(|now| &now.dataset);
    let files = CampaignFiles {
        year: frozen.year,
        files: read_copies(&job, frozen)?,
        ignored: beside.map(|now| now.ignored.clone()).unwrap_or_default(),
    };
    let earlier = beside.map(|now| now.earlier.clone()).unwrap_or_default();
    let mut campaign = consolidate::campaign(&job, files, earlier)?;

    let after = since(&campaign, current.as_ref());
    if !after.is_empty() {
        tell(&job, &mut campaign, after);
    }
    let mut seen: BTreeSet<String> = campaign.first_seen.into_iter().collect();
    seen.extend(current.into_iter().flat_map(|now| now.first_seen));
    campaign.first_seen = seen.into_iter().collect();
    Ok(campaign)
}

/// Adds what came after to a frozen campaign: findings that move no figure.
fn tell(job: &Job, campaign: &mut Campaign, after: Frozen) {
    let state = format!("{}|{after:?}", campaign.stamp.run_id);
    campaign.stamp.run_id = blake3::hash(state.as_bytes()).to_hex()[..16].to_string();
    campaign.dataset.frozen = Some(after);

    let findings = rules::check_frozen(&campaign.dataset, &severities(job.workspace));
    let year = campaign.dataset.year;
    let deadline = job.workspace.config.year(year).deadline;
    let first_sights = job.history.first_sights(year, deadline);
    let terms = terms(year, job.workspace, &first_sights, false, job.settings);
    merge::amend(&mut campaign.dataset, findings, &terms);
}

/// The frozen submissions, each as it was.
fn read_copies(job: &Job, frozen: &FrozenYear) -> Result<Vec<Checked>, Failure> {
    let settings = Settings {
        progress: When::Never,
        ..job.settings.clone()
    };
    let is_read = |file: &&FrozenFile| file.secret.is_none() && file.unreadable.is_none();
    let (copied, others): (Vec<_>, Vec<_>) = frozen.files.iter().partition(is_read);
    let submissions = copied.iter().map(|file| submission(frozen, file)).collect();
    let mut files = read::read_all(submissions, job.workspace, &settings);

    for (frozen_file, read) in copied.iter().zip(&files) {
        if frozen_file.digest != read.file.digest {
            let copy = frozen.copy(frozen_file);
            return Err(Failure::unfit(
                &copy,
                faults::COPY_DAMAGED,
                &[&frozen_file.path],
            ));
        }
    }
    files.extend(
        others
            .into_iter()
            .map(|file| stand_in(frozen, file, job.workspace)),
    );
    files.sort_by(|a, b| a.file.submission.path.cmp(&b.file.submission.path));
    Ok(files)
}

fn submission(frozen: &FrozenYear, file: &FrozenFile) -> Submission {
    discover::listed(
        &file.path,
        &file.folder,
        file.year,
        file.bytes,
        frozen.copy(file),
    )
}

/// A file of which no copy was kept: it stands with what was known of it.
fn stand_in(frozen: &FrozenYear, frozen_file: &FrozenFile, workspace: &Workspace) -> Checked {
    let submission = submission(frozen, frozen_file);
    let mut file = FileRead::new(submission, frozen_file.digest.clone());
    file.unreadable = frozen_file.unreadable.clone().map(Unreadable::Io);
    if let Some(total) = frozen_file.secret {
        file.secret = true;
        file.lines = LineAccount {
            total,
            classes: BTreeMap::from([(LineClass::Unread, total)]),
        };
    }
    let campaign = file_reader::campaign(frozen.year, workspace);
    Checked {
        year: Some(frozen.year),
        findings: rules::check_file(&file, 0, campaign, &severities(workspace)),
        file,
    }
}

/// What the inputs of today would change.
fn since(campaign: &Campaign, current: Option<&Campaign>) -> Frozen {
    let departments = Departments {
        frozen: &campaign.dataset,
        current: current.map(|now| &now.dataset),
    };
    Frozen {
        addenda: addenda(&departments),
        differences: differences(campaign, current, &departments),
    }
}

/// The departments of the frozen year, and those of today.
struct Departments<'a> {
    frozen: &'a Dataset,
    current: Option<&'a Dataset>,
}

impl Departments<'_> {
    /// The number of a department in the frozen year.
    fn number(&self, slug: &str) -> Option<u32> {
        let mut departments = self.frozen.departments.iter();
        let number = departments.position(|department| department.slug == slug);
        number.map(|number| number as u32)
    }

    /// Its name as it is today.
    fn name(&self, slug: &str) -> String {
        let datasets = self.current.into_iter().chain([self.frozen]);
        let mut departments = datasets.flat_map(|dataset| &dataset.departments);
        let found = departments.find(|department| department.slug == slug);
        found.map_or_else(|| slug.to_string(), |department| department.name.clone())
    }
}

/// Submissions that came, changed or went, by path.
fn addenda(departments: &Departments) -> Vec<Addendum> {
    let then = by_path(Some(departments.frozen));
    let now = by_path(departments.current);
    let mut addenda = Vec::new();
    for (path, file) in &now {
        let what = match then.get(path) {
            None => AfterFreeze::Added,
            Some(old) if old.digest != file.digest => AfterFreeze::Changed,
            Some(_) => continue,
        };
        let department = departments.current.map(|now| now.department(file));
        addenda.push(Addendum {
            path: path.to_string(),
            what,
            department: department.and_then(|own| departments.number(&own.slug)),
            first_seen: file.first_seen.clone(),
        });
    }
    for (path, file) in then.iter().filter(|(path, _)| !now.contains_key(*path)) {
        addenda.push(Addendum {
            path: path.to_string(),
            what: AfterFreeze::Removed,
            department: Some(file.department),
            first_seen: String::new(),
        });
    }
    addenda.sort_by(|a, b| a.path.cmp(&b.path));
    addenda
}

fn by_path(dataset: Option<&Dataset>) -> BTreeMap<&str, &FileRead> {
    let files = dataset.into_iter().flat_map(|dataset| &dataset.files);
    let named = files.map(|file| (file.submission.path.as_str(), file));
    named.collect()
}

/// A table of a department.
type Table = (String, Kind, Direction);

/// Delegations and people.
type Sum = [i64; 2];

fn add(sums: &mut BTreeMap<Table, Sum>, lines: &[Line], sign: i64) {
    for line in lines {
        let table = (line.key.clone(), line.kind, line.direction);
        let sum = sums.entry(table).or_default();
        sum[0] += sign * line.totals.delegations as i64;
        sum[1] += sign * line.totals.people as i64;
    }
}

/// Tables whose figures would be others.
fn differences(
    campaign: &Campaign,
    current: Option<&Campaign>,
    departments: &Departments,
) -> Vec<Difference> {
    let mut sums = BTreeMap::new();
    add(&mut sums, &campaign.summary.by_department, -1);
    if let Some(current) = current {
        add(&mut sums, &current.summary.by_department, 1);
    }
    let moved = sums.into_iter().filter(|(_, sum)| *sum != [0, 0]);
    let difference = |((slug, kind, direction), [delegations, people]): (Table, Sum)| Difference {
        department: departments.number(&slug),
        name: departments.name(&slug),
        slug,
        kind,
        direction,
        delegations,
        people,
    };
    moved.map(difference).collect()
}
