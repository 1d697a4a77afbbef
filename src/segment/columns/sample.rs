//! The rows below a header that its columns are judged by, and what the cells of each column are.

use super::kinds;
use crate::model::section::CellKind;
use crate::segment::grid::Grid;
use crate::segment::lines::is_number_row;
use crate::segment::totals;
use crate::vocabulary::fold::fold;
use smallvec::SmallVec;

/// Rows looked at: enough to tell, few enough to cost nothing.
const MOST: usize = 30;
/// Cells of fewer rows tell as much where all headings are listed ones.
const FEW: usize = 8;
/// Rows further below are not looked for.
const REACH: usize = 70;

/// How far a table is looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// All headings are listed: the cells only confirm them.
    Confirm,
    Full,
}

/// Rows of data below a header.
pub struct Sample<'d> {
    grid: Grid<'d>,
    pub rows: Vec<usize>,
}

impl<'d> Sample<'d> {
    pub fn below(grid: Grid<'d>, first: usize, depth: Depth) -> Sample<'d> {
        let most = match depth {
            Depth::Confirm => FEW,
            Depth::Full => MOST,
        };
        let mut rows = Vec::with_capacity(most);
        for row in first..grid.rows().min(first + REACH) {
            let look = grid.look(row);
            if look.cells.len() < 3 || is_number_row(&look) {
                continue;
            }
            let first = look.cells[0].1;
            let opening = fold(first);
            // The header of the next table.
            if matches!(opening.as_str(), "tt" | "stt") {
                break;
            }
            let second = look.cells.get(1).map(|(_, text)| *text);
            let is_total = |text: &str| totals::is_total(text, &fold(text));
            if totals::is_total(first, &opening) || second.is_some_and(is_total) {
                continue;
            }
            rows.push(row);
            if rows.len() == most {
                break;
            }
        }
        Sample { grid, rows }
    }

    pub fn text(&self, row: usize, column: usize) -> &'d str {
        self.grid.text(row, column)
    }

    /// The filled cells of a column.
    pub fn texts(&self, column: usize) -> impl Iterator<Item = &'d str> + '_ {
        let texts = self.rows.iter().map(move |row| self.text(*row, column));
        texts.filter(|text| !text.is_empty())
    }

    /// The whole numbers of a column, row by row.
    pub fn numbers(&self, column: usize) -> Vec<Option<u32>> {
        let number = |row: &usize| self.text(*row, column).parse().ok();
        self.rows.iter().map(number).collect()
    }
}

/// What the cells of one column are.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// Kinds with their numbers of cells, the most frequent first.
    pub kinds: SmallVec<[(CellKind, usize); 4]>,
    /// Cells that say something.
    pub filled: usize,
}

impl Profile {
    pub fn of(sample: &Sample<'_>, column: usize) -> Profile {
        let mut profile = Profile::default();
        for kind in sample.texts(column).filter_map(kinds::kind) {
            profile.filled += 1;
            match profile.kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, times)) => *times += 1,
                None => profile.kinds.push((kind, 1)),
            }
        }
        if is_running(&sample.numbers(column), column) {
            profile.kinds = SmallVec::from_iter([(CellKind::RunningNumber, profile.filled)]);
        }
        profile
            .kinds
            .sort_by_key(|(_, times)| std::cmp::Reverse(*times));
        profile
    }

    /// The share of filled cells of one kind.
    pub fn share(&self, kind: CellKind) -> f32 {
        let times = self.kinds.iter().find(|(known, _)| *known == kind);
        times.map_or(0.0, |(_, times)| *times as f32 / self.filled as f32)
    }

    /// How much the cells may say: one cell says less than ten.
    pub fn trust(&self, rows: usize) -> f32 {
        if self.filled == 0 {
            return 0.0;
        }
        let filled = self.filled as f32;
        let sparse = if self.filled * 3 < rows { 0.6 } else { 1.0 };
        sparse * filled / (filled + 0.7)
    }
}

/// 1, 2, 3 down the rows; two rows alone tell it only in the first columns.
fn is_running(numbers: &[Option<u32>], column: usize) -> bool {
    let known: Vec<u32> = numbers.iter().flatten().copied().collect();
    let steps = known
        .windows(2)
        .filter(|pair| pair[1] == pair[0] + 1)
        .count();
    let begins = known.first().is_some_and(|first| *first <= 2);
    let enough = known.len() >= 4 || (column <= 1 && known.len() >= 2);
    // Merged over several rows each, numbers are few and go on without a gap.
    let strict = known.len() >= 3 && known.first() == Some(&1) && steps + 1 == known.len();
    let most = known.len() * 3 >= numbers.len() * 2 || column == 0 && strict;
    (enough || strict && column == 0) && begins && most && steps * 5 >= (known.len() - 1) * 4
}
