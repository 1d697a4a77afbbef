//! The tables of a web page as one sheet, as a spreadsheet program shows them.

use super::entities;
use super::tokens::{Token, Tokens, number};
use crate::document::Unreadable;
use crate::grid::{Book, Grid, Rectangle};
use crate::limits::ReadLimits;

/// Rows that a cell may span: what Excel 97 had.
const ROWSPAN: u32 = 65_536;

/// Reads a page: each table row is a row, each paragraph outside of tables a row of one cell.
///
/// # Errors
/// A page that is cut off: a table or the page itself is still open at its end. Rows and cells that nobody
/// closed are as HTML has them.
pub fn read(text: &str, book: &mut Book, limits: &ReadLimits) -> Result<(), Unreadable> {
    let mut page = Page {
        grid: book.sheet("", false, limits),
        columns: limits.sheet_columns,
        limit: limits.cell_bytes as usize,
        row: 0,
        column: 0,
        open: None,
        in_row: false,
        depth: 0,
        covered: Vec::new(),
        cell: String::new(),
        merges: Vec::new(),
    };
    let mut tokens = Tokens::new(text);
    let mut in_page = false;
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => page.text(&entities::decode(text)),
            Token::Raw(text) => page.text(text),
            Token::Open(name, _)
                if matches!(name.as_str(), "script" | "style" | "xml" | "title") =>
            {
                tokens.skip_element(&name);
            }
            Token::Open(name, attributes) => {
                in_page |= name == "html";
                page.open(&name, attributes);
            }
            Token::Close(name) => {
                in_page &= !matches!(name.as_str(), "html" | "body");
                page.close(&name);
            }
        }
    }
    if page.depth > 0 || in_page || tokens.is_torn() {
        return Err(Unreadable::CutOff);
    }
    page.end_row();
    page.grid.finish(&page.merges);
    Ok(())
}

struct Page<'b> {
    grid: Grid<'b>,
    columns: u32,
    /// Text of a cell beyond this is not kept in memory: the grid cuts and notes it.
    limit: usize,
    row: u32,
    column: u32,
    /// Rows and columns that the open cell spans.
    open: Option<(u32, u32)>,
    in_row: bool,
    /// Tables that are open.
    depth: u32,
    /// By column, rows from this one on that a cell above covers.
    covered: Vec<u32>,
    cell: String,
    merges: Vec<Rectangle>,
}

impl Page<'_> {
    fn open(&mut self, name: &str, attributes: &str) {
        match name {
            "table" => {
                // A table inside a cell is that of a laid out page: its rows are rows.
                self.end_row();
                self.covered.clear();
                self.depth += 1;
            }
            "tr" => {
                self.end_row();
                self.in_row = true;
            }
            "td" | "th" => {
                self.end_cell();
                if self.depth == 0 || !self.in_row {
                    self.end_row();
                    self.in_row = true;
                }
                let span = |name| number(attributes, name).unwrap_or(1).max(1);
                self.open = Some((
                    span("rowspan").min(ROWSPAN),
                    span("colspan").min(self.columns),
                ));
            }
            "br" => self.line_break(),
            "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" | "center" => {
                self.block();
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" => {
                self.end_row();
                self.covered.clear();
                self.depth = self.depth.saturating_sub(1);
            }
            "tr" => self.end_row(),
            "td" | "th" => self.end_cell(),
            "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" | "center" => {
                self.block();
            }
            _ => {}
        }
    }

    /// A paragraph: a line in a cell, a row outside of cells.
    fn block(&mut self) {
        if self.open.is_some() {
            self.line_break();
        } else if !self.in_row {
            self.end_row();
        }
    }

    fn line_break(&mut self) {
        if self.open.is_none() && !self.in_row {
            self.end_row();
        } else if !self.cell.is_empty() && !self.cell.ends_with('\n') {
            self.cell.truncate(self.cell.trim_end_matches(' ').len());
            self.cell.push('\n');
        }
    }

    /// Text with its blanks and line ends joined to one blank.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if self.cell.len() > self.limit {
                return;
            }
            if !c.is_ascii_whitespace() {
                self.cell.push(c);
            } else if !self.cell.is_empty() && !self.cell.ends_with([' ', '\n']) {
                self.cell.push(' ');
            }
        }
    }

    fn end_cell(&mut self) {
        let text = std::mem::take(&mut self.cell);
        let text = text.trim_matches([' ', '\n']);
        let Some((rows, columns)) = self.open.take() else {
            // Text between cells belongs to none; outside of rows it is a row.
            if !self.in_row && !text.is_empty() {
                self.grid.push(self.row, 0, text);
                self.row = self.row.saturating_add(1);
            }
            return;
        };
        while self
            .covered
            .get(self.column as usize)
            .is_some_and(|&rows| rows > 0)
        {
            self.column += 1;
        }
        let (first, end) = (self.column, self.column.saturating_add(columns));
        self.grid.push(self.row, first, text);
        if rows > 1 || columns > 1 {
            self.merges
                .push((self.row, self.row.saturating_add(rows - 1), first, end - 1));
        }
        let last = end.min(self.columns) as usize;
        if self.covered.len() < last {
            self.covered.resize(last, 0);
        }
        if let Some(covered) = self.covered.get_mut(first as usize..last) {
            covered.fill(rows);
        }
        self.column = end.min(self.columns);
    }

    fn end_row(&mut self) {
        self.end_cell();
        if std::mem::take(&mut self.in_row) {
            self.row = self.row.saturating_add(1);
            self.column = 0;
            self.covered
                .iter_mut()
                .for_each(|rows| *rows = rows.saturating_sub(1));
        }
    }
}
