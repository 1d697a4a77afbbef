//! XML Spreadsheet 2003: worksheets, rows and cells with their types and merges.

use super::entities;
use super::tokens::{Token, Tokens, attribute, number};
use crate::limits::ReadLimits;
use crate::workbook::grid::{Book, Grid, Rectangle};
use crate::workbook::value;
use memchr::memmem;

/// No sheet has rows or columns beyond this; a file may say so.
const FURTHEST: u32 = 1 << 24;

/// Reads all worksheets in their order.
pub fn read(text: &str, book: &mut Book, limits: &ReadLimits) {
    let mut tokens = Tokens::new(text);
    while let Some(token) = tokens.next() {
        if let Token::Open(name, attributes) = token
            && name == "worksheet"
        {
            let name = attribute(attributes, "Name").unwrap_or_default();
            let hidden = is_hidden(tokens.rest());
            let sheet = Worksheet {
                grid: book.sheet(&name, hidden, limits),
                limit: limits.cell_bytes as usize,
                row: 0,
                column: 0,
                merges: Vec::new(),
            };
            sheet.read(&mut tokens);
        }
    }
}

/// The options of a worksheet stand behind its table.
fn is_hidden(rest: &str) -> bool {
    let end = memmem::find(rest.as_bytes(), b"</Worksheet").unwrap_or(rest.len());
    let sheet = rest.as_bytes().get(..end).unwrap_or(b"");
    memmem::find(sheet, b"<Visible>SheetHidden").is_some()
        || memmem::find(sheet, b"<Visible>SheetVeryHidden").is_some()
}

struct Worksheet<'b> {
    grid: Grid<'b>,
    limit: usize,
    /// The next row and column, from 0.
    row: u32,
    column: u32,
    merges: Vec<Rectangle>,
}

impl Worksheet<'_> {
    fn read(mut self, tokens: &mut Tokens<'_>) {
        let (mut data, mut kind, mut open) = (String::new(), String::new(), false);
        let mut span = (0, 0);
        while let Some(token) = tokens.next() {
            match token {
                Token::Open(name, attributes) => match name.as_str() {
                    "row" => {
                        self.row = index(attributes).unwrap_or(self.row);
                        self.column = 0;
                    }
                    "cell" => {
                        self.column = index(attributes).unwrap_or(self.column);
                        let merged = |name| number(attributes, name).unwrap_or(0).min(FURTHEST);
                        span = (merged("MergeDown"), merged("MergeAcross"));
                        data.clear();
                        if attributes.ends_with('/') {
                            self.cell("", "", span);
                        }
                    }
                    "data" if !attributes.ends_with('/') => {
                        kind = attribute(attributes, "Type")
                            .unwrap_or_default()
                            .into_owned();
                        open = true;
                    }
                    "comment" => tokens.skip_element("Comment"),
                    _ => {}
                },
                Token::Close(name) => match name.as_str() {
                    "data" => open = false,
                    "cell" => self.cell(&std::mem::take(&mut data), &kind, span),
                    "row" => self.row = self.row.saturating_add(1),
                    "worksheet" => break,
                    _ => {}
                },
                Token::Text(text) if open && data.len() <= self.limit => {
                    data.push_str(&entities::decode(text));
                }
                Token::Raw(text) if open && data.len() <= self.limit => data.push_str(text),
                _ => {}
            }
        }
        self.grid.finish(&self.merges);
    }

    fn cell(&mut self, data: &str, kind: &str, (down, across): (u32, u32)) {
        let number = (kind == "Number")
            .then(|| data.trim().parse().ok())
            .flatten();
        let text = match kind {
            "Number" => number.map(value::number),
            "DateTime" => Some(value::iso_date(data.trim())),
            "Boolean" => Some(value::boolean(data.trim() == "1").to_string()),
            _ => None,
        };
        self.grid
            .push(self.row, self.column, text.as_deref().unwrap_or(data));
        let last = (
            self.row.saturating_add(down),
            self.column.saturating_add(across),
        );
        if down + across > 0 {
            self.merges.push((self.row, last.0, self.column, last.1));
        }
        self.column = last.1.saturating_add(1);
    }
}

/// A position that is written out, counted from 1.
fn index(attributes: &str) -> Option<u32> {
    let index = number(attributes, "Index")?.checked_sub(1)?;
    Some(index.min(FURTHEST))
}
