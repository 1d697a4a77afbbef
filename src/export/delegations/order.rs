//! In which order rows are written, and in which portions.

use crate::model::dataset::{Dataset, FileRead};
use crate::model::delegation::Delegation;
use std::collections::BTreeMap;
use std::ops::Range;

/// Most rows of a part.
const PART: usize = 1024;

/// Rows of one table that stand together in one file.
#[derive(Clone)]
pub struct Piece {
    pub table: u32,
    /// Index into the dataset's files.
    pub file: u32,
    /// Indexes into the file's delegations.
    pub rows: Range<u32>,
}

/// The rows: tables by kind, direction and department, there in the order of files.
pub fn in_order(dataset: &Dataset) -> Vec<Piece> {
    let mut tables: BTreeMap<_, Vec<Piece>> = BTreeMap::new();
    let key = |file: &FileRead, row: &Delegation| (row.kind, row.direction, file.department);
    for (index, file) in (0..).zip(&dataset.files) {
        let mut first = 0;
        let together = file.delegations.as_slice();
        for rows in together.chunk_by(|a, b| key(file, a) == key(file, b)) {
            let end = first + rows.len() as u32;
            let own = tables.entry(key(file, &rows[0])).or_default();
            own.extend((first..end).step_by(PART).map(|first| Piece {
                table: 0,
                file: index,
                rows: first..end.min(first + PART as u32),
            }));
            first = end;
        }
    }
    let tables = (0..).zip(tables.into_values());
    let numbered = tables.flat_map(|(table, pieces)| {
        let number = move |piece| Piece { table, ..piece };
        pieces.into_iter().map(number)
    });
    numbered.collect()
}

/// Pieces of one table that are written together: some [`PART`] rows.
pub fn parts(pieces: &[Piece]) -> Vec<&[Piece]> {
    let mut parts = Vec::new();
    let (mut first, mut rows) = (0, 0);
    for (index, piece) in pieces.iter().enumerate() {
        if index > first && (rows + piece.rows.len() > PART || piece.table != pieces[first].table) {
            parts.push(&pieces[first..index]);
            (first, rows) = (index, 0);
        }
        rows += piece.rows.len();
    }
    parts.push(&pieces[first..]);
    parts
}
