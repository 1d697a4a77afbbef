//! From paragraphs and tables to rows of cells: one line for each paragraph and each row of a table.

use super::block::{Block, Cell, Merged, Paragraph, Table, TableRow};
use super::columns::Columns;
use crate::document::{ReadNote, TableLines};
use crate::grid::{Grid, Rectangle};

/// A document on its way into a sheet.
pub struct Layout<'b> {
    grid: Grid<'b>,
    /// The next line, from 0.
    line: u32,
    tables: Vec<TableLines>,
    merges: Vec<Rectangle>,
    repairs: Vec<ReadNote>,
}

impl<'b> Layout<'b> {
    pub fn new(grid: Grid<'b>) -> Layout<'b> {
        Layout {
            grid,
            line: 0,
            tables: Vec::new(),
            merges: Vec::new(),
            repairs: Vec::new(),
        }
    }

    /// Lays out blocks in their order.
    pub fn blocks(&mut self, blocks: &[Block]) {
        let mut rest = blocks;
        while let Some((first, after)) = rest.split_first() {
            match first {
                Block::Table(table) => {
                    self.table(table);
                    rest = after;
                }
                Block::Paragraph(_) => {
                    let end = rest
                        .iter()
                        .position(|block| matches!(block, Block::Table(_)));
                    let (paragraphs, after) = rest.split_at(end.unwrap_or(rest.len()));
                    let paragraphs: Vec<&Paragraph> =
                        paragraphs.iter().filter_map(paragraph).collect();
                    self.paragraphs(&paragraphs);
                    rest = after;
                }
            }
        }
    }

    /// Ends the sheet; gives what was repaired in it.
    pub fn finish(self) -> Vec<ReadNote> {
        let mut repairs = self.repairs;
        self.grid.finish_word(&self.merges, self.tables);
        repairs.truncate(2);
        repairs
    }

    fn paragraphs(&mut self, paragraphs: &[&Paragraph]) {
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let drawn = drawn_table(paragraphs, index);
            // A paragraph may hold several lines of a table that is drawn with tabs.
            let is_drawn = paragraph.text.contains('\t');
            if is_drawn {
                for text in paragraph.text.split('\n') {
                    self.tabbed(text, drawn, paragraph);
                }
            } else {
                self.text(0, paragraph.text.trim_matches(is_blank), paragraph);
                self.line += 1;
            }
            self.blocks(&paragraph.boxes);
        }
    }

    fn tabbed(&mut self, text: &str, drawn: Drawn, paragraph: &Paragraph) {
        let cells: Vec<&str> = match drawn {
            Drawn::Even => text.split('\t').collect(),
            Drawn::Uneven => text
                .split('\t')
                .filter(|cell| !cell.trim().is_empty())
                .collect(),
        };
        for (column, cell) in cells.into_iter().enumerate() {
            self.text(column as u32, cell.trim_matches(is_blank), paragraph);
        }
        self.line += 1;
    }

    /// Puts a text into the current line.
    fn text(&mut self, column: u32, text: &str, paragraph: &Paragraph) {
        if !text.is_empty() {
            self.grid.push(self.line, column, text);
            self.repaired(column, text, paragraph);
        }
    }

    fn repaired(&mut self, column: u32, text: &str, paragraph: &Paragraph) {
        let Some(repaired) = &paragraph.repair else {
            return;
        };
        for note in &mut self.repairs {
            if let ReadNote::Repaired { repair, cells, .. } = note
                && *repair == repaired.repair
            {
                *cells += 1;
                return;
            }
        }
        self.repairs.push(ReadNote::Repaired {
            repair: repaired.repair,
            cells: 1,
            line: self.line + 1,
            column: column + 1,
            before: repaired.before.clone(),
            after: text.to_string(),
        });
    }

    fn table(&mut self, table: &Table) {
        let first = self.line;
        let columns = Columns::of(table);
        // By column, the line where a cell began that goes on below.
        let mut open: Vec<Option<Rectangle>> = Vec::new();
        for row in &table.rows {
            self.row(row, &columns, &mut open);
        }
        self.merges
            .extend(open.into_iter().flatten().filter(is_wide));
        self.tables.push(TableLines {
            first_line: first + 1,
            lines: self.line - first,
        });
        // What floats over a table is no row of it.
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let paragraphs = cells.flat_map(|cell| &cell.blocks).filter_map(paragraph);
        for paragraph in paragraphs {
            self.blocks(&paragraph.boxes);
        }
    }

    fn row(&mut self, row: &TableRow, columns: &Columns, open: &mut Vec<Option<Rectangle>>) {
        let line = self.line;
        self.line += 1;
        let filled = row
            .cells
            .iter()
            .filter(|cell| !text_of(cell).is_empty())
            .count();
        let mut inner: Vec<&Table> = Vec::new();
        for (cell, place) in row.cells.iter().zip(columns.places(row)) {
            let (first, last) = (place.first, place.last);
            if open.len() <= last as usize {
                open.resize(last as usize + 1, None);
            }
            let slot = &mut open[first as usize];
            if cell.properties.vertical == Merged::Continues
                && let Some(area) = slot
            {
                area.1 = line;
                continue;
            }
            let ended = slot.replace((line, line, first, last));
            self.merges.extend(ended.filter(is_wide));
            let tables = tables_of(cell);
            let others = filled - usize::from(!text_of(cell).is_empty());
            let is_page = others < 2 && tables.iter().any(|table| is_laid_out(table));
            self.cell(cell, line, first, is_page);
            if is_page {
                inner.extend(tables);
            }
        }
        for table in inner {
            self.table(table);
        }
    }

    /// Puts a cell into its line: its paragraphs as lines, a small table in it as lines too.
    fn cell(&mut self, cell: &Cell, line: u32, column: u32, is_page: bool) {
        let mut text = text_of(cell);
        if !is_page {
            for table in tables_of(cell) {
                for row in &table.rows {
                    let words: Vec<String> = row.cells.iter().map(text_of).collect();
                    text.push('\n');
                    text.push_str(words.join(" ").trim());
                }
            }
        }
        let text = text.trim_matches(|c: char| c == '\n' || is_blank(c));
        if text.is_empty() {
            return;
        }
        self.grid.push(line, column, text);
        let repaired = cell.blocks.iter().filter_map(paragraph);
        let repaired = repaired
            .filter(|paragraph| paragraph.repair.is_some())
            .take(1);
        let here = std::mem::replace(&mut self.line, line);
        for paragraph in repaired {
            self.repaired(column, text, paragraph);
        }
        self.line = here;
    }
}

/// How a line with tabs is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drawn {
    /// Lines round it have as many tabs: each tab ends a cell.
    Even,
    /// Tabs only move words: as many as it takes.
    Uneven,
}

/// Whether a paragraph is a line of a table that is drawn with tabs, as its neighbours tell.
fn drawn_table(paragraphs: &[&Paragraph], index: usize) -> Drawn {
    let tabs = |index: usize| {
        paragraphs
            .get(index)
            .map_or(0, |p| p.text.matches('\t').count())
    };
    let own = tabs(index);
    let beside = [index.checked_sub(1), index.checked_add(1)];
    let is_even = own > 1 && beside.into_iter().flatten().any(|other| tabs(other) == own);
    if is_even { Drawn::Even } else { Drawn::Uneven }
}

fn paragraph(block: &Block) -> Option<&Paragraph> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) => None,
    }
}

fn tables_of(cell: &Cell) -> Vec<&Table> {
    let tables = cell.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    });
    tables.collect()
}

/// A table with columns inside a cell of a page that is laid out by tables.
fn is_laid_out(table: &Table) -> bool {
    table.rows.iter().any(|row| row.cells.len() > 1)
}

/// The paragraphs of a cell, a line each; blank ones at its ends are dress.
fn text_of(cell: &Cell) -> String {
    let goes_on = [cell.properties.vertical, cell.properties.horizontal];
    if goes_on.contains(&Merged::Continues) {
        return String::new();
    }
    let lines = cell.blocks.iter().filter_map(paragraph);
    let lines: Vec<&str> = lines
        .map(|paragraph| paragraph.text.trim_matches(is_blank))
        .collect();
    let text = lines.join("\n").replace('\t', " ");
    text.trim_matches('\n').to_string()
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{A0}' | '\u{200B}')
}

fn is_wide(area: &Rectangle) -> bool {
    let (first_row, last_row, first_column, last_column) = *area;
    last_row > first_row || last_column > first_column
}
