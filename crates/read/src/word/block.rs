//! What a Word document is made of: paragraphs and tables, in order.

use crate::document::Repair;

/// A piece of a document or of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

/// A paragraph as a person reads it, its running number included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraph {
    pub text: String,
    /// What floats beside it: text boxes.
    pub boxes: Vec<Block>,
    /// Its end was deleted: the next paragraph goes on in the same line.
    pub joins_next: bool,
    pub repair: Option<Repaired>,
}

/// Letters of an old font: which, and what they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    pub repair: Repair,
    pub before: String,
}

/// A table as the file has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Widths of the columns of its grid, where they are stated.
    pub widths: Vec<u32>,
    pub rows: Vec<TableRow>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableRow {
    pub cells: Vec<Cell>,
    /// Columns of the grid that are left out before the first cell.
    pub before: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    pub properties: CellProperties,
    pub blocks: Vec<Block>,
}

/// What a cell says of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellProperties {
    /// Columns of the grid that it takes.
    pub span: u32,
    pub vertical: Merged,
    pub horizontal: Merged,
    pub deleted: bool,
}

impl Default for CellProperties {
    fn default() -> CellProperties {
        CellProperties {
            span: 1,
            vertical: Merged::No,
            horizontal: Merged::No,
            deleted: false,
        }
    }
}

/// Whether a cell is one with that above it or left of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merged {
    No,
    Begins,
    /// Goes on: what it holds nobody sees.
    Continues,
}
