//! A campaign after each step of a run: merged and summarised, then with what stands beside it.

use crate::edition::{Edition, Stamp};
use crate::failure::Failure;
use crate::model::comparison::{Changes, Comparison, NoPlan, Sources};
use crate::model::dataset::{Dataset, FileState};
use crate::model::finding::Lang;
use crate::model::summary::Summary;
use crate::workspace::Workspace;

/// Rows of an annex sheet beyond which it gives way to `delegations.csv` (spec section 5).
const ANNEX_ROWS: usize = 100_000;

/// A campaign merged and summarised.
#[derive(Debug)]
pub struct Campaign {
    pub dataset: Dataset,
    pub summary: Summary,
    pub stamp: Stamp,
    /// Digests of submissions that no published run of the year had.
    pub first_seen: Vec<String>,
}

impl Campaign {
    /// A person must act on this campaign: exit code 1.
    pub fn needs_attention(&self) -> bool {
        let dataset = &self.dataset;
        let mut files = dataset.files.iter();
        dataset.rows.rejected > 0
            || files.any(|file| file.state == FileState::Rejected)
            || dataset.closed() > 0
            || dataset.after_deadline == Some(true) && !dataset.missing().is_empty()
    }

    /// What an output may show of it: nothing stands beside its figures.
    pub fn edition<'a>(&'a self, workspace: &'a Workspace, lang: Lang) -> Edition<'a> {
        Edition {
            dataset: &self.dataset,
            summary: &self.summary,
            vocabulary: &workspace.vocabulary,
            office: &workspace.config.office,
            lang,
            previous: None,
            planned: Err(NoPlan::NotPublished),
            changes: None,
            annex_rows: ANNEX_ROWS,
            stamp: &self.stamp,
        }
    }
}

/// Campaigns of which frozen years have their frozen figures.
#[derive(Debug)]
pub struct WithFrozenYears {
    pub campaigns: Vec<Campaign>,
    /// Why frozen years are missing among them: they stay as they are published.
    pub problems: Vec<Failure>,
}

/// A campaign with what it is compared with, ready to be published.
#[derive(Debug)]
pub struct Compared {
    /// Its stamp depends on what it is compared with.
    pub campaign: Campaign,
    /// Figures of the campaign a year earlier, where it is published.
    pub previous: Option<Summary>,
    /// The results against the plan that an earlier campaign published for their year.
    pub planned: Result<Comparison, NoPlan>,
    /// What changed since the last published run; none where this is the first.
    pub changes: Option<Changes>,
    /// What it is made with beside its submissions.
    pub sources: Sources,
}

impl Compared {
    pub fn year(&self) -> i32 {
        self.campaign.dataset.year
    }

    /// What an output may show of it.
    pub fn edition<'a>(&'a self, workspace: &'a Workspace, lang: Lang) -> Edition<'a> {
        Edition {
            previous: self.previous.as_ref(),
            planned: self.planned.as_ref().map_err(|reason| *reason),
            changes: self.changes.as_ref(),
            ..self.campaign.edition(workspace, lang)
        }
    }
}

/// What a run came to.
#[derive(Debug)]
pub struct Outcome {
    /// Oldest first.
    pub campaigns: Vec<Compared>,
    /// Why frozen years were left as they are published.
    pub problems: Vec<Failure>,
}

impl Outcome {
    /// A person must act on something of it: exit code 1.
    pub fn needs_attention(&self) -> bool {
        let mut campaigns = self.campaigns.iter();
        !self.problems.is_empty() || campaigns.any(|one| one.campaign.needs_attention())
    }
}
