//! How the figures look: one file per output, all given the same edition.

pub mod changes;
mod delegations;
pub mod feedback;
pub mod folder;
pub mod form;
pub mod history;
pub mod labels;
pub mod last;
pub mod listing;
mod main_table;
mod measure;
pub mod page;
pub mod planned;
pub mod previous;
#[cfg(test)]
mod programs;
mod proposals;
mod proposed_decisions;
mod rows;
mod run_json;
#[cfg(test)]
mod sample;
pub mod seal;
mod tables;
pub mod text;
pub mod workbook;

use crate::model::content::Changed;
use crate::model::dataset::Dataset;
use crate::model::finding::Lang;
use crate::model::office::Office;
use crate::model::summary::Summary;
use crate::vocabulary::Vocabulary;
use changes::Changes;
use folder::Draft;
use planned::{Comparison, NoPlan};
use rayon::prelude::*;
use std::io;

pub use main_table::main_table;
pub use run_json::{Departments, count_departments, run_report};

/// Everything that an output may show.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    pub dataset: &'a Dataset,
    pub summary: &'a Summary,
    pub vocabulary: &'a Vocabulary,
    pub office: &'a Office,
    pub lang: Lang,
    /// Figures of the campaign a year earlier, where it is published.
    pub previous: Option<&'a Summary>,
    /// The results against the plan that an earlier campaign published for their year.
    pub planned: Result<&'a Comparison, NoPlan>,
    /// What changed since the last published run; none where this is the first.
    pub changes: Option<&'a Changes>,
    /// Rows of each annex beyond which it gives way to `delegations.csv`.
    pub annex_rows: usize,
    pub stamp: &'a Stamp,
}

/// What tells one run from another. No times: the same inputs give the same stamp.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamp {
    /// Digest of inputs, configuration, program and deadline state.
    pub run_id: String,
    /// Digest of the submissions and of all that steers their reading.
    pub input_digest: String,
}

impl Stamp {
    /// Makes the run another one where what it compares with is another.
    pub fn depends_on(&mut self, state: &[u8]) {
        let state = [self.run_id.as_bytes(), b"|", state].concat();
        self.run_id = blake3::hash(&state).to_hex()[..16].to_string();
    }
}

/// An output could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct PublishError {
    pub file: String,
    pub reason: String,
}

impl From<Changed> for PublishError {
    fn from(changed: Changed) -> Self {
        PublishError {
            file: changed.path,
            reason: Changed::REASON.to_string(),
        }
    }
}

/// One published file: its name and what makes its bytes.
pub struct Output {
    pub name: &'static str,
    pub write: fn(&Edition) -> Result<Vec<u8>, String>,
}

/// Every output of a campaign beside the answers to its departments. A new output is a file in this
/// folder and a line here.
pub const OUTPUTS: &[Output] = &[
    Output {
        name: "summary.xlsx",
        write: |edition| workbook::write(edition).map_err(|error| error.to_string()),
    },
    Output {
        name: "report.html",
        write: |edition| Ok(page::render(edition).into_bytes()),
    },
    Output {
        name: DELEGATIONS,
        write: delegations::write,
    },
    Output {
        name: "rejected.csv",
        write: rows::rejected,
    },
    Output {
        name: FINDINGS,
        write: rows::findings,
    },
    Output {
        name: "submissions.csv",
        write: tables::submissions,
    },
    Output {
        name: "cube.csv",
        write: tables::cube,
    },
    Output {
        name: "by_country.csv",
        write: |edition| tables::by("country", edition, &edition.summary.by_country),
    },
    Output {
        name: "by_quarter.csv",
        write: |edition| tables::by("quarter", edition, &edition.summary.by_quarter),
    },
    Output {
        name: "by_funding.csv",
        write: |edition| tables::by("funding", edition, &edition.summary.by_funding),
    },
    Output {
        name: "by_department.csv",
        write: |edition| tables::by("department", edition, &edition.summary.by_department),
    },
    Output {
        name: "proposals.csv",
        write: proposals::write,
    },
    Output {
        name: "proposed_decisions.csv",
        write: proposed_decisions::write,
    },
    Output {
        name: "run.json",
        write: run_json::write,
    },
];

pub const DELEGATIONS: &str = "delegations.csv";
const FINDINGS: &str = "findings.csv";

/// Takes an output piece by piece.
pub type Push<'p> = dyn FnMut(&[u8]) -> io::Result<()> + Send + 'p;

/// An output that grows with every row or finding: its name, and what gives it away.
type Grown = (&'static str, fn(&Edition, &mut Push) -> io::Result<()>);

/// They are written while they are made.
const GROWING: [Grown; 2] = [
    (DELEGATIONS, |edition, push| {
        delegations::write_to(edition.dataset, push)
    }),
    (FINDINGS, |edition, push| {
        rows::write_findings(edition, push)
    }),
];

/// Makes every output of a campaign, in parallel, and writes each as soon as it is made.
///
/// # Errors
/// The first output, in their order, that could not be made or written.
pub fn render(edition: &Edition, draft: &Draft) -> Result<(), PublishError> {
    let failed = |file: &str, reason: String| PublishError {
        file: file.to_string(),
        reason,
    };
    let own = || {
        let is_whole = |output: &&Output| GROWING.iter().all(|(name, _)| *name != output.name);
        let outputs = OUTPUTS.par_iter().with_max_len(1).filter(is_whole);
        let written = outputs.map(|output| {
            let bytes = (output.write)(edition).map_err(|reason| failed(output.name, reason))?;
            draft.write(output.name, &bytes)
        });
        first_failure(written)
    };
    let growing = || {
        let written = GROWING.par_iter().map(|&(name, write)| {
            let mut growing = draft.begin(name)?;
            write(edition, &mut |piece| growing.push(piece))
                .map_err(|error| failed(name, error.to_string()))?;
            growing.finish()
        });
        first_failure(written)
    };
    let answers = || {
        let answers = feedback::all(edition).map(|(name, answer)| {
            let bytes = answer.map_err(|error| failed(&name, error.to_string()))?;
            draft.write(&name, &bytes)
        });
        first_failure(answers)
    };
    // The workbook alone takes as long as all answers: they are made beside it.
    let (growing, (own, answers)) = rayon::join(growing, || rayon::join(own, answers));
    growing.and(own).and(answers)?;
    Ok(edition.dataset.unchanged()?)
}

/// Not the one that failed first, which may be another one each time.
fn first_failure(
    written: impl ParallelIterator<Item = Result<(), PublishError>>,
) -> Result<(), PublishError> {
    let written: Vec<Result<(), PublishError>> = written.collect();
    written.into_iter().collect()
}

/// Digests of the tables that a seal holds to the byte, as they would be published.
///
/// # Errors
/// The first table that could not be made.
pub fn figures(edition: &Edition) -> Result<folder::Manifest, PublishError> {
    let sealed = OUTPUTS
        .iter()
        .filter(|output| seal::FIGURES.contains(&output.name));
    let made = sealed.map(|output| match (output.write)(edition) {
        Ok(bytes) => Ok((output.name, bytes)),
        Err(reason) => Err(PublishError {
            file: output.name.into(),
            reason,
        }),
    });
    let made = made.collect::<Result<Vec<_>, _>>()?;
    edition.dataset.unchanged()?;
    Ok(folder::manifest(&made))
}

/// The bytes of `delegations.csv`: what a later campaign compares its results with.
///
/// # Errors
/// When a record cannot be written.
pub fn delegations_csv(dataset: &Dataset) -> Result<Vec<u8>, String> {
    let bytes = delegations::in_memory(dataset)?;
    dataset.unchanged().map_err(|changed| changed.to_string())?;
    Ok(bytes)
}

/// The text of `findings.csv`, for printing.
///
/// # Errors
/// When a record cannot be written.
pub fn findings_csv(edition: &Edition) -> Result<String, String> {
    rows::findings(edition).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// The text of `submissions.csv`, for printing.
///
/// # Errors
/// When a record cannot be written.
pub fn submissions_csv(edition: &Edition) -> Result<String, String> {
    tables::submissions(edition).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}
