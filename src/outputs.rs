//! The list of outputs, and how all of them are made: a new output is a file and a line here.

use crate::archive::frozen;
use crate::archive::{self, Draft};
use crate::edition::Edition;
use crate::export::{
    DELEGATIONS, FINDINGS, delegations, mailing, proposals, proposed_decisions, rows, run_json,
    tables,
};
use crate::model::finding::Lang;
use crate::report::{feedback, page, word, workbook};
use rayon::prelude::*;
use std::io::{self, Write};

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
    pub make: Make,
}

/// What makes the bytes of an output.
pub enum Make {
    Whole(fn(&Edition) -> Result<Vec<u8>, String>),
    /// It grows with every row or finding: written while it is made.
    Growing(fn(&Edition, &mut Writer) -> io::Result<()>),
}

/// Where a growing output goes.
pub type Writer<'w> = dyn Write + Send + 'w;

/// Every output of a campaign beside the feedback to its departments.
pub const OUTPUTS: &[Output] = &[
    Output {
        name: "summary.xlsx",
        make: Make::Whole(|edition| workbook::write(edition).map_err(|error| error.to_string())),
    },
    Output {
        name: "report.html",
        make: Make::Whole(|edition| Ok(page::render(edition).into_bytes())),
    },
    Output {
        name: "report.docx",
        make: Make::Whole(|edition| word::report(edition).map_err(|error| error.to_string())),
    },
    Output {
        name: DELEGATIONS,
        make: Make::Growing(|edition, mut out| delegations::write(edition.dataset, &mut out)),
    },
    Output {
        name: "rejected.csv",
        make: Make::Whole(rows::rejected),
    },
    Output {
        name: FINDINGS,
        make: Make::Growing(|edition, out| rows::write_findings(edition, out)),
    },
    Output {
        name: "submissions.csv",
        make: Make::Whole(tables::submissions),
    },
    Output {
        name: "cube.csv",
        make: Make::Whole(tables::cube),
    },
    Output {
        name: "by_country.csv",
        make: Make::Whole(|edition| tables::by("country", edition, &edition.summary.by_country)),
    },
    Output {
        name: "by_quarter.csv",
        make: Make::Whole(|edition| tables::by("quarter", edition, &edition.summary.by_quarter)),
    },
    Output {
        name: "by_funding.csv",
        make: Make::Whole(|edition| tables::by("funding", edition, &edition.summary.by_funding)),
    },
    Output {
        name: "by_department.csv",
        make: Make::Whole(|edition| {
            tables::by("department", edition, &edition.summary.by_department)
        }),
    },
    Output {
        name: "proposals.csv",
        make: Make::Whole(proposals::write),
    },
    Output {
        name: "proposed_decisions.csv",
        make: Make::Whole(proposed_decisions::write),
    },
    Output {
        name: "mailing.csv",
        make: Make::Whole(mailing::write),
    },
    Output {
        name: "run.json",
        make: Make::Whole(run_json::write),
    },
];

/// Makes every output of a campaign, in parallel, and writes each as soon as it is made.
///
/// # Errors
/// The first output, in their order, that could not be made or written.
pub fn render(edition: &Edition, draft: &Draft) -> Result<(), Error> {
    let own = || {
        let outputs = OUTPUTS.par_iter().with_max_len(1);
        first_failure(outputs.map(|output| output.write(edition, draft)))
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
    /// Makes it and writes it.
    fn write(&self, edition: &Edition, draft: &Draft) -> Result<(), Error> {
        match self.make {
            Make::Whole(make) => {
                let bytes = make(edition).map_err(|reason| failed(self.name, reason))?;
                Ok(draft.write(self.name, &bytes)?)
            }
            Make::Growing(write) => {
                let mut file = draft.begin(self.name)?;
                write(edition, &mut file).map_err(|error| failed(self.name, error.to_string()))?;
                Ok(file.finish()?)
            }
        }
    }

    /// Its bytes, in memory.
    fn bytes(&self, edition: &Edition) -> Result<Vec<u8>, Error> {
        match self.make {
            Make::Whole(make) => make(edition).map_err(|reason| failed(self.name, reason)),
            Make::Growing(write) => {
                let mut bytes = Vec::new();
                let written = write(edition, &mut bytes);
                written.map_err(|error| failed(self.name, error.to_string()))?;
                Ok(bytes)
            }
        }
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
