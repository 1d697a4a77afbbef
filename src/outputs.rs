//! The list of outputs, and how all of them are made: a new output is a file and a line here.

use crate::archive::frozen;
use crate::archive::{self, Draft};
use crate::edition::Edition;
use crate::export::{
    DELEGATIONS, FINDINGS, delegations, proposals, proposed_decisions, rows, run_json, tables,
};
use crate::model::finding::Lang;
use crate::report::{feedback, page, word, workbook};
use rayon::prelude::*;

/// The outputs of a campaign could not be made or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A writer of a format refused what it was given: a fault of the program, never of the data.
    #[error("{file}: {reason}")]
    Output { file: String, reason: String },

    #[error(transparent)]
    Archive(#[from] archive::Error),
}

impl Error {
    /// The message, place first.
    pub fn in_lang(&self, lang: Lang) -> String {
        match self {
            Error::Output { .. } => self.to_string(),
            Error::Archive(error) => error.in_lang(lang),
        }
    }
}

/// One published file: its name and what makes its bytes.
pub struct Output {
    pub name: &'static str,
    pub write: fn(&Edition) -> Result<Vec<u8>, String>,
}

/// Every output of a campaign beside the feedback to its departments.
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
        name: "report.docx",
        write: |edition| word::report(edition).map_err(|error| error.to_string()),
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

/// Makes every output of a campaign, in parallel, and writes each as soon as it is made.
///
/// # Errors
/// The first output, in their order, that could not be made or written.
pub fn render(edition: &Edition, draft: &Draft) -> Result<(), Error> {
    let own = || {
        let outputs = OUTPUTS.par_iter().with_max_len(1);
        first_failure(outputs.map(|output| {
            let bytes = output.bytes(edition)?;
            Ok(draft.write(output.name, &bytes)?)
        }))
    };
    let all_feedback = || {
        first_failure(feedback::all(edition).map(|(name, made)| {
            let bytes = made.map_err(|error| failed(&name, error.to_string()))?;
            Ok(draft.write(&name, &bytes)?)
        }))
    };
    let letters = || {
        first_failure(word::letters(edition).map(|(name, made)| {
            let bytes = made.map_err(|error| failed(&name, error.to_string()))?;
            Ok(draft.write(&name, &bytes)?)
        }))
    };
    // The workbook alone takes as long as all feedback: that is made beside it.
    let (own, (all_feedback, letters)) = rayon::join(own, || rayon::join(all_feedback, letters));
    own.and(all_feedback).and(letters)
}

impl Output {
    fn bytes(&self, edition: &Edition) -> Result<Vec<u8>, Error> {
        (self.write)(edition).map_err(|reason| failed(self.name, reason))
    }
}

fn failed(file: &str, reason: String) -> Error {
    Error::Output {
        file: file.to_string(),
        reason,
    }
}

/// Not the one that failed first, which may be another one each time.
fn first_failure(written: impl ParallelIterator<Item = Result<(), Error>>) -> Result<(), Error> {
    let written: Vec<Result<(), Error>> = written.collect();
    written.into_iter().collect()
}

/// Digests of the tables that a frozen year holds to the byte, as they would be published.
///
/// # Errors
/// The first table that could not be made.
pub fn figures(edition: &Edition) -> Result<archive::Manifest, Error> {
    let held = |output: &&Output| frozen::FIGURES.contains(&output.name);
    let made = OUTPUTS.iter().filter(held);
    let made = made.map(|output| Ok((output.name, output.bytes(edition)?)));
    Ok(archive::manifest(&made.collect::<Result<Vec<_>, Error>>()?))
}
