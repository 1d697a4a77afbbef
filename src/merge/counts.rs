//! How many errors and warnings each table of each file has.

use crate::model::dataset::{Dataset, FileRead};
use crate::model::finding::{Finding, Scope, Severity};
use crate::model::submission::Due;
use std::collections::BTreeSet;

/// Errors and warnings.
type Counts = (u64, u64);

/// Errors and warnings of each file, by its tables; those about the whole file under none.
pub struct FindingCounts(Vec<Vec<(Option<Due>, Counts)>>);

impl FindingCounts {
    /// Counts the findings of a campaign.
    pub fn of(dataset: &Dataset) -> FindingCounts {
        let mut counts = vec![Vec::new(); dataset.files.len()];
        for finding in &dataset.findings {
            let index = finding.file.map(|file| file as usize);
            let Some((own, file)) =
                index.and_then(|index| counts.get_mut(index).zip(dataset.files.get(index)))
            else {
                continue;
            };
            let due = due_of(file, finding);
            let known = own.iter().position(|(known, _)| *known == due);
            let known = known.unwrap_or_else(|| {
                own.push((due, (0, 0)));
                own.len() - 1
            });
            let (errors, warnings) = &mut own[known].1;
            *errors += u64::from(finding.severity == Severity::Error);
            *warnings += u64::from(finding.severity == Severity::Warning);
        }
        FindingCounts(counts)
    }

    /// Findings about a file as a whole.
    pub fn of_file(&self, index: usize) -> Counts {
        self.sum(index, |due| due.is_none())
    }

    /// Findings of a table in these files, those about the whole file included.
    pub fn of_table(&self, files: &BTreeSet<usize>, due: Due) -> Counts {
        let of_file = |&index| self.sum(index, |of| of.is_none_or(|of| of == due));
        files.iter().map(of_file).fold((0, 0), plus)
    }

    fn sum(&self, index: usize, asked: impl Fn(Option<Due>) -> bool) -> Counts {
        let own = self.0.get(index).into_iter().flatten();
        let asked = own.filter(|(due, _)| asked(*due));
        asked.map(|(_, counts)| *counts).fold((0, 0), plus)
    }
}

fn plus(sum: Counts, one: Counts) -> Counts {
    (sum.0 + one.0, sum.1 + one.1)
}

fn due_of(file: &FileRead, finding: &Finding) -> Option<Due> {
    match finding.scope {
        Scope::File => None,
        Scope::Section(index) => {
            let section = file.segmentation.sections.get(index as usize)?;
            section.direction.map(|direction| (direction, section.kind))
        }
        Scope::Row(index) => FileRead::due(file.delegations.get(index as usize)?),
    }
}
