//! Columns that each count one kind of people: "Nam | Nữ", "Cán bộ | Viên chức".

use super::SAID;
use super::weigh::Weighed;
use crate::model::section::{CellKind, Match};
use crate::vocabulary::headers::Topic;

/// Blank columns between two of them are no break, others are.
const REACH: usize = 2;

/// The run of two columns or more that name kinds of people over small numbers.
pub fn find(columns: &[Weighed]) -> Vec<usize> {
    let mut run: Vec<usize> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        if !is_part(column) {
            continue;
        }
        if run.last().is_some_and(|last| at - last > REACH) {
            if run.len() > 1 {
                break;
            }
            run.clear();
        }
        run.push(at);
    }
    if run.len() > 1 { run } else { Vec::new() }
}

/// The worth of a column as one of them. "Nữ" alone is known and counts nothing; beside "Nam" it does.
pub fn worth(column: &Weighed) -> f32 {
    column.worth(Topic::PeoplePart) + column.worth(Topic::Known).max(0.0)
}

fn is_part(column: &Weighed) -> bool {
    let counted =
        column.profile.share(CellKind::SmallNumber) + column.profile.share(CellKind::PeopleCount);
    let words = column.heading.own_words(Topic::PeoplePart);
    let sex = column
        .heading
        .hit
        .is_some_and(|hit| hit.matched == Match::Exact)
        && words >= SAID;
    column.profile.filled > 0
        && !column.is_part_of_sum()
        && counted >= 0.8
        && words >= SAID
        && (sex || words > column.heading.words(Topic::Known))
}
