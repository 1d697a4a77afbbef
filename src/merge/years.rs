//! Which tables of a file are of a year that the campaign does not ask for.

use super::Terms;
use crate::model::dataset::FileRead;
use crate::model::section::Kind;
use crate::model::submission::Due;

/// Tables of which every part is of another year: nobody has submitted with them.
pub fn others(file: &FileRead, terms: &Terms) -> Vec<Due> {
    let asked = |kind| match kind {
        Kind::Plan => terms.year,
        Kind::Realised => terms.results_year,
    };
    let is_asked = |due: Due| {
        let sections = file.segmentation.sections.iter();
        let mut of_section = sections.filter(|s| s.direction == Some(due.0) && s.kind == due.1);
        let rows = file.delegations.iter();
        let mut of_row = rows.filter(|row| FileRead::due(row) == Some(due));
        of_section.any(|section| section.year == asked(due.1))
            || of_row.any(|row| row.year == asked(due.1))
    };
    let mut tables = file.tables();
    tables.retain(|due| !is_asked(*due));
    tables
}
