//! XML Spreadsheet 2003: worksheets, rows and cells with their types and merges.

use super::entities;
use super::tokens::{Token, Tokens, attribute, number};
use crate::document::{CellFault, Unreadable};
use crate::grid::{Book, Grid, Rectangle};
use crate::limits::ReadLimits;
use crate::workbook::number_format::NumberFormat;
use crate::workbook::value;
use memchr::memmem;
use rustc_hash::FxHashMap;

/// No sheet has rows or columns beyond this; a file may say so.
const FURTHEST: u32 = 1 << 24;

/// Reads all worksheets in their order.
///
/// # Errors
/// A workbook that is cut off.
pub fn read(text: &str, book: &mut Book, limits: &ReadLimits) -> Result<(), Unreadable> {
    let mut tokens = Tokens::new(text);
    let mut formats = Formats::default();
    let mut is_whole = false;
    while let Some(token) = tokens.next() {
        let (name, attributes) = match token {
            Token::Close(name) => {
                is_whole |= name == "workbook";
                continue;
            }
            Token::Open(name, attributes) => (name, attributes),
            _ => continue,
        };
        formats.open(&name, attributes);
        if name == "worksheet" {
            let name = attribute(attributes, "Name").unwrap_or_default();
            let hidden = is_hidden(tokens.rest());
            let sheet = Worksheet {
                grid: book.sheet(&name, hidden, limits),
                limit: limits.cell_bytes as usize,
                row: 0,
                column: 0,
                merges: Vec::new(),
                formats: &formats,
            };
            sheet.read(&mut tokens);
        }
    }
    if is_whole && !tokens.is_torn() {
        Ok(())
    } else {
        Err(Unreadable::CutOff)
    }
}

/// The number formats of the styles that cells name.
#[derive(Default)]
struct Formats {
    style: String,
    by_style: FxHashMap<String, NumberFormat>,
}

impl Formats {
    fn open(&mut self, name: &str, attributes: &str) {
        match name {
            "style" => self.style = attribute(attributes, "ID").unwrap_or_default().into_owned(),
            "numberformat" => {
                if let Some(code) = attribute(attributes, "Format") {
                    let format = NumberFormat::of_code(&code);
                    self.by_style.insert(self.style.clone(), format);
                }
            }
            _ => {}
        }
    }

    fn show(&self, style: &str, number: f64) -> String {
        match self.by_style.get(style) {
            Some(format) => format.show(number, false),
            None => value::number(number),
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
    formats: &'b Formats,
}

/// A cell in the reading.
#[derive(Default)]
struct Cell {
    data: String,
    kind: String,
    style: String,
    /// Rows and columns that it spans beyond its own.
    down: u32,
    across: u32,
    has_formula: bool,
}

impl Worksheet<'_> {
    fn read(mut self, tokens: &mut Tokens<'_>) {
        let mut cell = Cell::default();
        let mut open = false;
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
                        let stated = |name| attribute(attributes, name);
                        cell = Cell {
                            style: stated("StyleID").unwrap_or_default().into_owned(),
                            down: merged("MergeDown"),
                            across: merged("MergeAcross"),
                            has_formula: stated("Formula").is_some(),
                            ..Cell::default()
                        };
                        if attributes.ends_with('/') {
                            self.cell(&cell);
                        }
                    }
                    "data" if !attributes.ends_with('/') => {
                        cell.kind = attribute(attributes, "Type")
                            .unwrap_or_default()
                            .into_owned();
                        open = true;
                    }
                    "comment" => tokens.skip_element("Comment"),
                    _ => {}
                },
                Token::Close(name) => match name.as_str() {
                    "data" => open = false,
                    "cell" => self.cell(&std::mem::take(&mut cell)),
                    "row" => self.row = self.row.saturating_add(1),
                    "worksheet" => break,
                    _ => {}
                },
                Token::Text(text) if open && cell.data.len() <= self.limit => {
                    cell.data.push_str(&entities::decode(text));
                }
                Token::Raw(text) if open && cell.data.len() <= self.limit => {
                    cell.data.push_str(text);
                }
                _ => {}
            }
        }
        self.grid.finish(&self.merges);
    }

    fn cell(&mut self, cell: &Cell) {
        let data = cell.data.as_str();
        let text = match cell.kind.as_str() {
            "Number" => match data.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => Some(self.formats.show(&cell.style, number)),
                _ => self.fault(data, CellFault::Value),
            },
            "DateTime" => Some(value::iso_date(data.trim())),
            "Boolean" => Some(value::boolean(data.trim() == "1").to_string()),
            "Error" => self.fault(data, CellFault::Error),
            "String" | "" => None,
            _ => self.fault(data, CellFault::UnknownType),
        };
        if cell.has_formula && cell.kind.is_empty() {
            self.grid
                .fault(self.row, self.column, "", CellFault::NotCalculated);
        }
        self.grid
            .push(self.row, self.column, text.as_deref().unwrap_or(data));
        let last = (
            self.row.saturating_add(cell.down),
            self.column.saturating_add(cell.across),
        );
        if cell.down + cell.across > 0 {
            self.merges.push((self.row, last.0, self.column, last.1));
        }
        self.column = last.1.saturating_add(1);
    }

    /// Tells what is wrong with a cell, which is read as the file has it.
    fn fault(&mut self, data: &str, fault: CellFault) -> Option<String> {
        self.grid.fault(self.row, self.column, data, fault);
        None
    }
}

/// A position that is written out, counted from 1.
fn index(attributes: &str) -> Option<u32> {
    let index = number(attributes, "Index")?.checked_sub(1)?;
    Some(index.min(FURTHEST))
}
