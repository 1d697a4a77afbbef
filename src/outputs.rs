//! The list of outputs, and how all of them are made: a new output is a file and a line here.

use crate::archive::frozen;
use crate::archive::{self, Draft};
use crate::edition::Edition;
use crate::export::{
    DELEGATIONS, FINDINGS, Push, delegations, proposals, proposed_decisions, rows, run_json, tables,
};
use crate::model::content::Changed;
use crate::report::{feedback, page, word, workbook};

use rayon::prelude::*;
use std::io;

/// The outputs of a campaign could not be made or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{file}: {reason}")]
    Output { file: String, reason: String },

    #[error(transparent)]
    Archive(#[from] archive::Error),

    /// A file that was read again for an output.
    #[error(transparent)]
    Changed(#[from] Changed),
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
pub fn render(edition: &Edition, draft: &Draft) -> Result<(), Error> {
    let failed = |file: &str, reason: String| Error::Output {
        file: file.to_string(),
        reason,
    };
    let own = || {
        let is_whole = |output: &&Output| GROWING.iter().all(|(name, _)| *name != output.name);
        let outputs = OUTPUTS.par_iter().with_max_len(1).filter(is_whole);
        let written = outputs.map(|output| {
            let bytes = (output.write)(edition).map_err(|reason| failed(output.name, reason))?;
            Ok(draft.write(output.name, &bytes)?)
        });
        first_failure(written)
    };
    let growing = || {
        let written = GROWING.par_iter().map(|&(name, write)| {
            let mut growing = draft.begin(name)?;
            write(edition, &mut |piece| growing.push(piece))
                .map_err(|error| failed(name, error.to_string()))?;
            Ok(growing.finish()?)
        });
        first_failure(written)
    };
    let letters = || {
        let letters = word::letters(edition).map(|(name, letter)| {
            let bytes = letter.map_err(|error| failed(&name, error.to_string()))?;
            Ok(draft.write(&name, &bytes)?)
        });
        first_failure(letters)
    };
    let answers = || {
        let answers = feedback::all(edition).map(|(name, answer)| {
            let bytes = answer.map_err(|error| failed(&name, error.to_string()))?;
            Ok(draft.write(&name, &bytes)?)
        });
        first_failure(answers)
    };
    // The workbook alone takes as long as all answers: they are made beside it.
    let (growing, (own, (answers, letters))) = rayon::join(growing, || {
        rayon::join(own, || rayon::join(answers, letters))
    });
    growing.and(own).and(answers).and(letters)?;
    Ok(edition.dataset.unchanged()?)
}

/// Not the one that failed first, which may be another one each time.
fn first_failure(written: impl ParallelIterator<Item = Result<(), Error>>) -> Result<(), Error> {
    let written: Vec<Result<(), Error>> = written.collect();
    written.into_iter().collect()
}

/// Digests of the tables that a seal holds to the byte, as they would be published.
///
/// # Errors
/// The first table that could not be made.
pub fn figures(edition: &Edition) -> Result<archive::Manifest, Error> {
    let sealed = OUTPUTS
        .iter()
        .filter(|output| frozen::FIGURES.contains(&output.name));
    let made = sealed.map(|output| match (output.write)(edition) {
        Ok(bytes) => Ok((output.name, bytes)),
        Err(reason) => Err(Error::Output {
            file: output.name.into(),
            reason,
        }),
    });
    let made = made.collect::<Result<Vec<_>, _>>()?;
    edition.dataset.unchanged()?;
    Ok(archive::manifest(&made))
}
