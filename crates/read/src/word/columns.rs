//! Which column each cell of a table stands in, by the edges that a person sees.

use super::block::{Merged, Table, TableRow};

/// Edges nearer to each other than this are one: a line drawn by hand. Twentieths of a point, two
/// millimetres.
const NEAR: u32 = 115;
/// Columns of a table.
const MOST: u32 = 1 << 10;

/// The left edges of a table's columns, as columns of its grid.
pub struct Columns {
    /// By column of the grid, the column that it belongs to.
    by_grid: Vec<u32>,
}

/// The first and last column of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub first: u32,
    pub last: u32,
}

impl Columns {
    pub fn of(table: &Table) -> Columns {
        let joined = Columns::joined(table, NEAR);
        // Two cells of a row in one column: the edges are no slips but narrow columns.
        let collides = |row: &TableRow| {
            let places = joined.places(row);
            places
                .windows(2)
                .any(|pair| pair[0].first == pair[1].first && !row_goes_on(row))
        };
        if table.rows.iter().any(collides) {
            return Columns::joined(table, 0);
        }
        joined
    }

    /// Columns begin where a cell does; edges within `near` are one.
    fn joined(table: &Table, near: u32) -> Columns {
        let mut starts: Vec<u32> = Vec::new();
        let mut end = 0;
        for row in &table.rows {
            for (start, last) in grid_places(row) {
                starts.push(start);
                end = end.max(last + 1);
            }
        }
        starts.sort_unstable();
        starts.dedup();
        let edge = |column: u32| -> Option<u32> {
            let widths = table.widths.get(..column as usize)?;
            Some(
                widths
                    .iter()
                    .fold(0, |sum, width| sum.saturating_add(*width)),
            )
        };
        let mut by_grid = vec![0; end as usize];
        let (mut column, mut begun) = (0u32, None);
        for (index, place) in by_grid.iter_mut().enumerate() {
            if starts.binary_search(&(index as u32)).is_ok() {
                let here = edge(index as u32);
                let is_near = |(before, here): (u32, u32)| near > 0 && here - before < near;
                let is_same = begun.zip(here).is_some_and(is_near);
                if index > 0 && !is_same {
                    column += 1;
                }
                if !is_same {
                    begun = here;
                }
            }
            *place = column;
        }
        Columns { by_grid }
    }

    /// The columns of a row's cells, in order.
    pub fn places(&self, row: &TableRow) -> Vec<Place> {
        let of = |column: u32| self.by_grid.get(column as usize).copied().unwrap_or(column);
        let mut places: Vec<Place> = Vec::with_capacity(row.cells.len());
        for (first, last) in grid_places(row) {
            let first = of(first);
            places.push(Place {
                first,
                last: of(last).max(first),
            });
        }
        // A cell ends where the next one begins, whatever the grid says.
        let is_own = |index: &usize| row.cells[*index].properties.horizontal != Merged::Continues;
        let own: Vec<usize> = (0..places.len()).filter(is_own).collect();
        for pair in own.windows(2) {
            let next = places[pair[1]].first;
            let before = &mut places[pair[0]];
            before.last = before.last.min(next.saturating_sub(1)).max(before.first);
        }
        places
    }
}

/// First and last column of the grid of each cell; a cell that goes on to the right of another is part
/// of that one, and still has its own place.
fn grid_places(row: &TableRow) -> Vec<(u32, u32)> {
    let mut next = row.before;
    let mut places: Vec<(u32, u32)> = Vec::with_capacity(row.cells.len());
    let mut begun: Option<usize> = None;
    for (index, cell) in row.cells.iter().enumerate() {
        let last = next.saturating_add(cell.properties.span - 1).min(MOST);
        places.push((next.min(MOST), last));
        match cell.properties.horizontal {
            Merged::Continues => {
                if let Some(begun) = begun {
                    places[begun].1 = last;
                }
            }
            _ => begun = Some(index),
        }
        next = last + 1;
    }
    places
}

fn row_goes_on(row: &TableRow) -> bool {
    row.cells
        .iter()
        .any(|cell| cell.properties.horizontal == Merged::Continues)
}

#[cfg(test)]
mod tests {
    use super::super::block::{Cell, CellProperties};
    use super::*;

    fn row(before: u32, spans: &[u32]) -> TableRow {
        let cell = |&span: &u32| Cell {
            properties: CellProperties {
                span,
                ..CellProperties::default()
            },
            blocks: Vec::new(),
        };
        TableRow {
            cells: spans.iter().map(cell).collect(),
            before,
        }
    }

    fn places(widths: &[u32], rows: &[TableRow]) -> Vec<Vec<(u32, u32)>> {
        let table = Table {
            widths: widths.to_vec(),
            rows: rows.to_vec(),
        };
        let columns = Columns::of(&table);
        let of = |row| {
            columns
                .places(row)
                .iter()
                .map(|p| (p.first, p.last))
                .collect()
        };
        rows.iter().map(of).collect()
    }

    #[test]
    fn columns_are_the_edges_that_a_person_sees() {
        // Plain.
        assert_eq!(
            places(&[1000, 1000], &[row(0, &[1, 1])]),
            [[(0, 0), (1, 1)]]
        );
        // A head over two columns.
        let head = [row(0, &[1, 2]), row(0, &[1, 1, 1])];
        let expected = [vec![(0, 0), (1, 2)], vec![(0, 0), (1, 1), (2, 2)]];
        assert_eq!(places(&[1000, 1000, 1000], &head), expected);
        // An edge that is a millimetre off in the second row is the same edge.
        let off = [row(0, &[1, 2]), row(0, &[2, 1])];
        assert_eq!(places(&[1000, 50, 1000], &off), [[(0, 0), (1, 1)]; 2]);
        // Columns of the grid where no cell begins are no columns.
        let wide = [row(0, &[2, 2]), row(0, &[2, 2])];
        assert_eq!(places(&[500, 500, 500, 500], &wide), [[(0, 0), (1, 1)]; 2]);
        // A row that begins later.
        let later = [row(0, &[1, 1, 1]), row(1, &[1, 1])];
        let expected = [vec![(0, 0), (1, 1), (2, 2)], vec![(1, 1), (2, 2)]];
        assert_eq!(places(&[1000; 3], &later), expected);
        // Narrow columns that both hold cells stay two.
        assert_eq!(places(&[60, 60], &[row(0, &[1, 1])]), [[(0, 0), (1, 1)]]);
    }
}
