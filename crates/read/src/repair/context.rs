//! What the cells of a file, a column and a row say together about a cell that could be read two ways.

use super::cell::Cell;
use crate::document::{Encoding, Repair};
use rustc_hash::{FxHashMap, FxHashSet};

type Key = (u32, u32);

/// A cell that is no plain one: where it stands, and what it is (an index into the distinct ones).
pub struct Place {
    pub sheet: u32,
    pub row: u32,
    pub column: u32,
    pub cell: u32,
    pub kind: u32,
}

impl Place {
    fn row(&self) -> Key {
        (self.sheet, self.row)
    }

    fn column(&self) -> Key {
        (self.sheet, self.column)
    }
}

/// Evidence of one column, or of the whole file: how many cells say what, and the first rows.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence {
    pub unicode: u32,
    tcvn3: u32,
    vni: u32,
    /// UTF-8 encoded again.
    doubled: u32,
    /// Words of other languages.
    foreign: u32,
    first_unicode: Option<u32>,
    first_legacy: Option<u32>,
}

impl Evidence {
    /// The old encoding that most cells hold, if more hold it than another language.
    pub fn legacy(self) -> Option<Encoding> {
        if self.tcvn3.max(self.vni) < self.foreign.max(1) {
            None
        } else if self.tcvn3 >= self.vni {
            Some(Encoding::Tcvn3)
        } else {
            Some(Encoding::Vni)
        }
    }

    fn count(&mut self, cell: &Cell, row: u32) {
        match cell {
            Cell::Unicode => {
                self.unicode += 1;
                self.first_unicode.get_or_insert(row);
            }
            Cell::Legacy(encoding, _) => {
                let count = if *encoding == Encoding::Tcvn3 {
                    &mut self.tcvn3
                } else {
                    &mut self.vni
                };
                *count += 1;
                self.first_legacy.get_or_insert(row);
            }
            Cell::Repaired(Repair::DoubleEncoded, _) => self.doubled += 1,
            Cell::Foreign => self.foreign += 1,
            _ => {}
        }
    }
}

/// What the cells of a file say together.
pub struct Context {
    pub file: Evidence,
    /// By sheet and column.
    columns: FxHashMap<Key, Evidence>,
    /// By sheet and row.
    rows: FxHashMap<Key, Evidence>,
    /// Rows with a Unicode cell in a column of an old font: a head above it.
    unicode_rows: FxHashSet<Key>,
}

impl Context {
    pub fn of(places: &[Place], kinds: &[Cell]) -> Context {
        let mut context = Context {
            file: Evidence::default(),
            columns: FxHashMap::default(),
            rows: FxHashMap::default(),
            unicode_rows: FxHashSet::default(),
        };
        for place in places {
            let cell = &kinds[place.kind as usize];
            context.file.count(cell, place.row);
            context
                .columns
                .entry(place.column())
                .or_default()
                .count(cell, place.row);
            context
                .rows
                .entry(place.row())
                .or_default()
                .count(cell, place.row);
        }
        for place in places {
            let unicode = matches!(kinds[place.kind as usize], Cell::Unicode);
            if unicode && context.column(place).legacy().is_some() {
                context.unicode_rows.insert(place.row());
            }
        }
        context
    }

    /// The whole file was encoded again: nothing in it is Unicode as it stands.
    pub fn is_doubled(&self) -> bool {
        let file = &self.file;
        file.unicode == 0 && file.doubled > 1 && file.doubled > file.tcvn3 + file.vni
    }

    pub fn column(&self, place: &Place) -> Evidence {
        self.columns
            .get(&place.column())
            .copied()
            .unwrap_or_default()
    }

    /// The encoding that an open cell is read in: that of a file without Unicode, else that of its
    /// column, unless the cell belongs to a head in Unicode above a column in an old font.
    pub fn prior(&self, place: &Place) -> Option<Encoding> {
        let column = self.column(place);
        if self.file.unicode == 0 {
            return column.legacy().or(self.file.legacy());
        }
        let encoding = column.legacy()?;
        let row = self.rows.get(&place.row()).copied().unwrap_or_default();
        let above_all = column.first_legacy.is_none_or(|first| place.row < first)
            && column.first_unicode.is_none_or(|first| place.row <= first);
        let head = above_all && row.unicode > 0 && row.tcvn3 + row.vni == 0;
        let most = column.tcvn3 + column.vni > column.unicode;
        (most && !head && !self.unicode_rows.contains(&place.row())).then_some(encoding)
    }
}
