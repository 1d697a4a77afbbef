//! The cells of one worksheet: what each holds, as a person reads it.

use super::strings::{Strings, read_text};
use super::styles::Styles;
use crate::document::{CellFault, Unreadable};
use crate::grid::{Grid, MERGES, Rectangle};
use crate::workbook::value;
use crate::xml::{Piece, Tag, Xml};

/// What the cells of a worksheet refer to.
pub struct Cells<'w> {
    pub strings: &'w mut Strings,
    pub styles: &'w Styles,
    pub from_1904: bool,
    /// Text of a cell beyond this is cut.
    pub longest: usize,
}

/// A cell in the reading.
#[derive(Default)]
struct Cell {
    row: u32,
    column: u32,
    kind: Kind,
    style: usize,
    /// What the file holds as its value.
    value: String,
    has_value: bool,
    has_formula: bool,
}

/// What a cell says that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Truth,
    Error,
    Date,
    Unknown,
}

/// A row or column beyond any sheet's.
const FURTHEST: u32 = 1 << 24;

impl Cells<'_> {
    /// Reads a worksheet to the end of its part, so that a break behind its cells is seen too. Gives the
    /// lines of its page headers.
    ///
    /// # Errors
    /// XML that breaks or is cut off.
    pub fn read(
        mut self,
        xml: &mut Xml<'_>,
        mut grid: Grid<'_>,
    ) -> Result<Vec<String>, Unreadable> {
        let mut headers = Vec::new();
        let mut merges: Vec<Rectangle> = Vec::new();
        // The row and column of the next cell that does not say where it stands.
        let (mut row, mut column) = (0u32, 0u32);
        let mut next_row = 0;
        let mut cell = Cell::default();
        while let Some(piece) = xml.next()? {
            let Piece::Open(tag) = piece else { continue };
            match tag.name() {
                "row" => {
                    row = tag
                        .attribute("r")
                        .and_then(|r| line(&r))
                        .unwrap_or(next_row);
                    next_row = row.saturating_add(1);
                    column = 0;
                }
                "c" => {
                    cell.begin(&tag, row, column);
                    column = cell.column.saturating_add(1);
                    cell.read(xml, self.longest)?;
                    self.push(&cell, &mut grid);
                }
                "mergeCell" if merges.len() < MERGES => {
                    merges.extend(tag.attribute("ref").and_then(|area| rectangle(&area)));
                }
                "oddHeader" | "evenHeader" | "firstHeader" => xml.paragraphs(&mut headers)?,
                _ => {}
            }
        }
        grid.finish(&merges);
        Ok(headers
            .iter()
            .flat_map(|header| header_lines(header))
            .collect())
    }

    fn push(&mut self, cell: &Cell, grid: &mut Grid<'_>) {
        let (row, column) = (cell.row, cell.column);
        let text = match cell.kind {
            Kind::Shared if cell.has_value => return self.push_shared(cell, grid),
            Kind::Number | Kind::Shared | Kind::Date | Kind::Truth if !cell.has_value => {
                if cell.has_formula {
                    grid.fault(row, column, "", CellFault::NotCalculated);
                }
                return;
            }
            Kind::Shared | Kind::Text => cell.value.as_str().into(),
            Kind::Number => match cell.value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => self.number(cell.style, number).into(),
                _ => spoilt(cell, grid, CellFault::Value),
            },
            Kind::Truth => match cell.value.trim() {
                "1" | "true" => value::boolean(true).into(),
                "0" | "false" => value::boolean(false).into(),
                _ => spoilt(cell, grid, CellFault::Value),
            },
            Kind::Date => value::iso_date(cell.value.trim()).into(),
            Kind::Error => spoilt(cell, grid, CellFault::Error),
            Kind::Unknown => spoilt(cell, grid, CellFault::UnknownType),
        };
        grid.push(row, column, &text);
    }

    /// One text may stand in a million cells: it is kept once.
    fn push_shared(&mut self, cell: &Cell, grid: &mut Grid<'_>) {
        let index = cell.value.trim().parse().unwrap_or(usize::MAX);
        if let Some(span) = self.strings.placed(index) {
            grid.repeat(cell.row, cell.column, span);
            return;
        }
        let Some(text) = self.strings.get(index) else {
            grid.fault(cell.row, cell.column, &cell.value, CellFault::MissingText);
            return;
        };
        if let Some(span) = grid.push(cell.row, cell.column, text) {
            self.strings.place(index, span);
        }
    }

    fn number(&self, style: usize, number: f64) -> String {
        let format = self.styles.format(style);
        format.map_or_else(
            || value::number(number),
            |format| format.show(number, self.from_1904),
        )
    }
}

/// Tells what is wrong with a cell, which is read as the file has it.
fn spoilt<'c>(cell: &'c Cell, grid: &mut Grid<'_>, fault: CellFault) -> std::borrow::Cow<'c, str> {
    grid.fault(cell.row, cell.column, &cell.value, fault);
    cell.value.as_str().into()
}

impl Cell {
    fn begin(&mut self, tag: &Tag<'_>, row: u32, column: u32) {
        let mut value = std::mem::take(&mut self.value);
        value.clear();
        *self = Cell {
            row,
            column,
            value,
            ..Cell::default()
        };
        for (name, text) in tag.attributes() {
            match name {
                "r" => {
                    if let Some((stated_row, stated_column)) = place(&text) {
                        (self.row, self.column) = (stated_row, stated_column);
                    }
                }
                "s" => self.style = text.parse().unwrap_or(0),
                "t" => {
                    self.kind = match &*text {
                        "n" => Kind::Number,
                        "s" => Kind::Shared,
                        "str" | "inlineStr" => Kind::Text,
                        "b" => Kind::Truth,
                        "e" => Kind::Error,
                        "d" => Kind::Date,
                        _ => Kind::Unknown,
                    };
                }
                _ => {}
            }
        }
    }

    fn read(&mut self, xml: &mut Xml<'_>, longest: usize) -> Result<(), Unreadable> {
        let mut in_value = false;
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "v" => in_value = true,
                    "is" => read_text(xml, "is", longest, &mut self.value)?,
                    "f" => {
                        self.has_formula = true;
                        xml.skip()?;
                    }
                    "extLst" => xml.skip()?,
                    _ => {}
                },
                Piece::Close(tag) => match tag.name() {
                    "v" => in_value = false,
                    "c" => break,
                    _ => {}
                },
                Piece::Text(text) if in_value && self.value.len() <= 2 * longest => {
                    self.value.push_str(&text);
                }
                Piece::Text(_) | Piece::Other => {}
            }
        }
        self.has_value = !self.value.is_empty();
        Ok(())
    }
}

/// "B7" as row 6 and column 1.
fn place(reference: &str) -> Option<(u32, u32)> {
    let letters = reference.trim_start_matches('$');
    let end = letters.find(|c: char| !c.is_ascii_alphabetic())?;
    let (letters, digits) = letters.split_at(end);
    let column = letters.bytes().try_fold(0u32, |column, letter| {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.checked_mul(26)?.checked_add(digit)
    })?;
    Some((
        line(digits.trim_start_matches('$'))?,
        column.checked_sub(1)?.min(FURTHEST),
    ))
}

/// "7" as row 6.
fn line(digits: &str) -> Option<u32> {
    let line: u32 = digits.trim().parse().ok()?;
    Some(line.checked_sub(1)?.min(FURTHEST))
}

fn rectangle(area: &str) -> Option<Rectangle> {
    let (first, last) = area.split_once(':')?;
    let (first, last) = (place(first)?, place(last)?);
    Some((first.0, last.0, first.1, last.1))
}

/// "&L…&C&"Arial,Bold"&14MẬT&R…": the lines of a page header without its codes.
fn header_lines(header: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut rest = header;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        let code = rest.chars().next().filter(|_| c == '&');
        match code {
            None if c == '\n' => lines.push(String::new()),
            None => lines.last_mut().into_iter().for_each(|line| line.push(c)),
            Some('"') => rest = rest[1..].split_once('"').map_or("", |(_, behind)| behind),
            Some(code) if code.is_ascii_digit() => {
                rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            }
            Some('K') => rest = rest.get(7..).unwrap_or(""),
            Some(code) => {
                lines.push(String::new());
                rest = &rest[code.len_utf8()..];
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_rows_and_columns_from_nought() {
        let cases = [
            ("A1", Some((0, 0))),
            ("B7", Some((6, 1))),
            ("$AA$10", Some((9, 26))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("A0", None),
            ("7", None),
            ("B", None),
            ("ZZZZZZZZZ1", None),
        ];
        for (reference, expected) in cases {
            assert_eq!(place(reference), expected, "{reference}");
        }
        assert_eq!(rectangle("A1:C2"), Some((0, 1, 0, 2)));
    }

    #[test]
    fn a_page_header_is_its_words_without_its_codes() {
        let lines = |header: &str| {
            let lines = header_lines(header).into_iter();
            lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
        };
        assert_eq!(lines("&CMẬT"), ["MẬT"]);
        assert_eq!(
            lines("&L&\"Times New Roman,Bold\"&14UBND\nTỐI MẬT&R&KFF0000Trang &P/&N"),
            ["UBND", "TỐI MẬT", "Trang ", "/"]
        );
    }
}
