//! `.ods` table by table: repeated cells and rows stay what they are, and merged cells are known.

mod cell;

use crate::archive::Archive;
use crate::document::Unreadable;
use crate::grid::{Book, Grid, MERGES, Rectangle};
use crate::limits::ReadLimits;
use crate::xml::{Part, Piece, Xml};
use cell::{Cell, count};
use rustc_hash::FxHashSet;
use std::io::Read;

/// Reads all tables in their order.
///
/// # Errors
/// Content that is locked, missing, broken or cut off.
pub fn read(
    archive: &mut Archive<'_>,
    book: &mut Book,
    limits: &ReadLimits,
) -> Result<(), Unreadable> {
    if is_locked(archive) {
        return Err(Unreadable::Password);
    }
    let content = archive
        .by_name("content.xml")
        .map_err(|error| Unreadable::Workbook(error.to_string()))?;
    let size = content.size();
    let mut part = Part::new(content, size)?;
    let mut xml = part.xml();
    let mut hidden: FxHashSet<String> = FxHashSet::default();
    let mut style = String::new();
    while let Some(piece) = xml.next()? {
        let Piece::Open(tag) = piece else { continue };
        match tag.name() {
            "style" => style = tag.attribute("name").unwrap_or_default().into_owned(),
            "table-properties" if tag.switch("display") == Some(false) => {
                hidden.insert(std::mem::take(&mut style));
            }
            "table" => {
                let name = tag.attribute("name").unwrap_or_default();
                let style = tag.attribute("style-name").unwrap_or_default();
                let grid = book.sheet(&name, hidden.contains(&*style), limits);
                let table = Table {
                    grid,
                    row: 0,
                    merges: Vec::new(),
                    asides: Vec::new(),
                };
                let asides = table.read(&mut xml)?;
                book.aside(asides);
            }
            // What is changed and what was before are not the table.
            "tracked-changes" => xml.skip()?,
            _ => {}
        }
    }
    drop(xml);
    drop(part);
    book.aside(page_headers(archive)?);
    Ok(())
}

/// The lines above the pages of all tables.
fn page_headers(archive: &mut Archive<'_>) -> Result<Vec<String>, Unreadable> {
    let mut headers = Vec::new();
    let Ok(styles) = archive.by_name("styles.xml") else {
        return Ok(headers);
    };
    let size = styles.size();
    let mut part = Part::new(styles, size)?;
    let mut xml = part.xml();
    while let Some(piece) = xml.next()? {
        if matches!(&piece, Piece::Open(tag) if tag.name() == "header") {
            xml.paragraphs(&mut headers)?;
        }
    }
    Ok(headers)
}

fn is_locked(archive: &mut Archive<'_>) -> bool {
    let mut manifest = String::new();
    archive
        .by_name("META-INF/manifest.xml")
        .is_ok_and(|entry| entry.take(1 << 20).read_to_string(&mut manifest).is_ok())
        && manifest.contains("encryption-data")
}

/// One table in the reading.
struct Table<'b> {
    grid: Grid<'b>,
    row: u32,
    merges: Vec<Rectangle>,
    asides: Vec<String>,
}

/// Copies of a filled row that are kept: beyond that a repetition is decoration.
const REPEATED_ROWS: u32 = 1 << 12;

impl Table<'_> {
    /// Reads to the end of the table; gives what is drawn over it.
    fn read(mut self, xml: &mut Xml<'_>) -> Result<Vec<String>, Unreadable> {
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "table-row" => {
                        let repeated = count(&tag, "number-rows-repeated");
                        let cells = read_row(xml, &mut self.asides)?;
                        self.push_row(&cells, repeated);
                    }
                    // Drawings lie over the table, other programs' sources and forms beside it.
                    "shapes" => xml.paragraphs(&mut self.asides)?,
                    "forms" | "table-source" => xml.skip()?,
                    _ => {}
                },
                Piece::Close(tag) if tag.name() == "table" => break,
                _ => {}
            }
        }
        self.grid.finish(&self.merges);
        Ok(self.asides)
    }

    fn push_row(&mut self, cells: &[Cell], repeated: u32) {
        let filled = cells
            .iter()
            .any(|cell| !cell.text.is_empty() || cell.fault.is_some());
        let copies = if filled {
            repeated.min(REPEATED_ROWS)
        } else {
            0
        };
        for copy in 0..copies {
            let row = self.row.saturating_add(copy);
            let mut column = 0u32;
            for cell in cells {
                if (cell.columns > 1 || cell.rows > 1) && self.merges.len() < MERGES {
                    let last_row = row.saturating_add(cell.rows - 1);
                    let last_column = column.saturating_add(cell.columns - 1);
                    self.merges.push((row, last_row, column, last_column));
                }
                self.push_cell(row, column, cell);
                column = column.saturating_add(cell.repeated);
            }
        }
        self.row = self.row.saturating_add(repeated);
    }

    fn push_cell(&mut self, row: u32, column: u32, cell: &Cell) {
        if let Some(fault) = cell.fault {
            self.grid.fault(row, column, &cell.text, fault);
        }
        let Some(span) = self.grid.push(row, column, &cell.text) else {
            return;
        };
        for copy in 1..cell.repeated {
            if !self.grid.repeat(row, column.saturating_add(copy), span) {
                break;
            }
        }
    }
}

fn read_row(xml: &mut Xml<'_>, asides: &mut Vec<String>) -> Result<Vec<Cell>, Unreadable> {
    let mut cells = Vec::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) if matches!(tag.name(), "table-cell" | "covered-table-cell") => {
                let cell = Cell::begin(&tag);
                cells.push(cell.read(xml, asides)?);
            }
            Piece::Close(tag) if tag.name() == "table-row" => break,
            _ => {}
        }
    }
    Ok(cells)
}
