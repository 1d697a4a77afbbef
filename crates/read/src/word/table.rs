//! A table as the file has it: rows, cells, and which of them are one.

use super::block::{Cell, CellProperties, Merged, Table, TableRow};
use super::walk::{Walk, is_unseen};
use crate::document::Unreadable;
use crate::xml::{Piece, Tag};

/// Columns of a grid: Word has 63.
const MOST_COLUMNS: u32 = 1 << 10;

impl Walk<'_, '_> {
    /// Reads to the end of a table.
    pub fn table(&mut self) -> Result<Table, Unreadable> {
        let mut table = Table::default();
        while let Some(piece) = self.xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    name if is_unseen(name) => self.xml.skip()?,
                    "gridCol" if (table.widths.len() as u32) < MOST_COLUMNS => {
                        table.widths.push(number(&tag, "w").unwrap_or(0));
                    }
                    "tr" => table.rows.extend(self.row()?),
                    _ => {}
                },
                Piece::Close(tag) if tag.name() == "tbl" => break,
                _ => {}
            }
        }
        Ok(table)
    }

    /// Reads to the end of a row; `None` for one that was deleted.
    fn row(&mut self) -> Result<Option<TableRow>, Unreadable> {
        let mut row = TableRow::default();
        let mut is_deleted = false;
        while let Some(piece) = self.xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "gridBefore" => row.before = number(&tag, "val").unwrap_or(0).min(MOST_COLUMNS),
                    // In the properties of the row: cells are read as a whole.
                    "del" => is_deleted = true,
                    name if is_unseen(name) => self.xml.skip()?,
                    "tc" => {
                        self.count()?;
                        let (blocks, properties) = self.blocks("tc")?;
                        if !properties.deleted {
                            row.cells.push(Cell { properties, blocks });
                        }
                    }
                    _ => {}
                },
                Piece::Close(tag) if tag.name() == "tr" => break,
                _ => {}
            }
        }
        Ok(Some(row).filter(|_| !is_deleted))
    }

    /// Reads what a cell says of its place.
    pub fn cell_properties(&mut self) -> Result<CellProperties, Unreadable> {
        let mut properties = CellProperties::default();
        while let Some(piece) = self.xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "gridSpan" => {
                        let span = number(&tag, "val").unwrap_or(1);
                        properties.span = span.clamp(1, MOST_COLUMNS);
                    }
                    "vMerge" => properties.vertical = merged(&tag),
                    "hMerge" => properties.horizontal = merged(&tag),
                    "cellDel" => properties.deleted = true,
                    "tcPrChange" => self.xml.skip()?,
                    _ => {}
                },
                Piece::Close(tag) if tag.name() == "tcPr" => break,
                _ => {}
            }
        }
        Ok(properties)
    }
}

/// A merge goes on where it does not say that it begins.
fn merged(tag: &Tag<'_>) -> Merged {
    match tag.attribute("val").as_deref() {
        Some("restart") => Merged::Begins,
        _ => Merged::Continues,
    }
}

fn number(tag: &Tag<'_>, name: &str) -> Option<u32> {
    tag.attribute(name)?.trim().parse().ok()
}
