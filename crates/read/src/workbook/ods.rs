//! `.ods` cell by cell: repeated cells and rows stay what they are, and merged cells are known.

use super::archive::Archive;
use super::grid::{Book, Grid, MERGES, Rectangle};
use super::value;
use crate::document::Unreadable;
use crate::limits::ReadLimits;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use rustc_hash::FxHashSet;
use std::io::{BufRead, BufReader};

/// Reads all tables in their order.
pub fn read(
    archive: &mut Archive<'_>,
    book: &mut Book,
    limits: &ReadLimits,
) -> Result<(), Unreadable> {
    if is_locked(archive) {
        return Err(Unreadable::Password);
    }
    let entry = archive
        .by_name("content.xml")
        .map_err(|e| Unreadable::Workbook(e.to_string()))?;
    let mut reader = Reader::from_reader(BufReader::new(entry));
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = false;
    let mut hidden: FxHashSet<String> = FxHashSet::default();
    let mut style = String::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|error| Unreadable::Workbook(error.to_string()))? {
            Event::Start(tag) => match tag.name().as_ref() {
                "style:style" => style = attribute(&tag, "style:name").unwrap_or_default(),
                "style:table-properties"
                    if attribute(&tag, "table:display").as_deref() == Some("false") =>
                {
                    hidden.insert(std::mem::take(&mut style));
                }
                "table:table" => {
                    let name = attribute(&tag, "table:name").unwrap_or_default();
                    let style = attribute(&tag, "table:style-name").unwrap_or_default();
                    let grid = book.sheet(&name, hidden.contains(&style), limits);
                    Table {
                        grid,
                        row: 0,
                        merges: Vec::new(),
                    }
                    .read(&mut reader);
                }
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn is_locked(archive: &mut Archive<'_>) -> bool {
    use std::io::Read;
    let mut manifest = String::new();
    archive
        .by_name("META-INF/manifest.xml")
        .is_ok_and(|entry| entry.take(1 << 20).read_to_string(&mut manifest).is_ok())
        && manifest.contains("encryption-data")
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.as_ref() == name)?;
    quick_xml::escape::unescape(&found.value)
        .ok()
        .map(|value| value.into_owned())
}

fn count(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name)
        .and_then(|value| value.parse().ok())
        .unwrap_or(1)
        .max(1)
}

/// One table in the reading.
struct Table<'b> {
    grid: Grid<'b>,
    row: u32,
    merges: Vec<Rectangle>,
}

/// A cell as the file says it: how often, how wide, how high, and its text.
struct Cell {
    repeated: u32,
    columns: u32,
    rows: u32,
    text: String,
}

/// Copies of a filled row that are kept: beyond that a repetition is decoration.
const REPEATED_ROWS: u32 = 1 << 12;

impl Table<'_> {
    /// Reads to the end of the table, or to the break of a broken file.
    fn read<R: BufRead>(mut self, reader: &mut Reader<R>) {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(tag)) if tag.name().as_ref() == "table:table-row" => {
                    let repeated = count(&tag, "table:number-rows-repeated");
                    let cells = read_row(reader);
                    self.push_row(&cells, repeated);
                }
                Ok(Event::End(tag)) if tag.name().as_ref() == "table:table" => break,
                Ok(Event::Eof) | Err(_) => break,
                _ => {}
            }
        }
        self.grid.finish(&self.merges);
    }

    fn push_row(&mut self, cells: &[Cell], repeated: u32) {
        let filled = cells.iter().any(|cell| !cell.text.is_empty());
        for copy in 0..if filled {
            repeated.min(REPEATED_ROWS)
        } else {
            0
        } {
            let row = self.row.saturating_add(copy);
            let mut column = 0u32;
            for cell in cells {
                if (cell.columns > 1 || cell.rows > 1) && self.merges.len() < MERGES {
                    let last_row = row.saturating_add(cell.rows - 1);
                    let last_column = column.saturating_add(cell.columns - 1);
                    self.merges.push((row, last_row, column, last_column));
                }
                if !cell.text.is_empty() {
                    self.push_cell(row, column, cell);
                }
                column = column.saturating_add(cell.repeated);
            }
        }
        self.row = self.row.saturating_add(repeated);
    }

    fn push_cell(&mut self, row: u32, column: u32, cell: &Cell) {
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

/// Text of a cell beyond which no more is gathered, in bytes: more than any cell keeps.
const LONGEST: usize = 4 << 20;

fn read_row<R: BufRead>(reader: &mut Reader<R>) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                let name = tag.name();
                let covered = name.as_ref() == "table:covered-table-cell";
                if !covered && name.as_ref() != "table:table-cell" {
                    continue;
                }
                let end = name.as_ref().to_string();
                let (repeated, columns, rows) = (
                    count(&tag, "table:number-columns-repeated"),
                    count(&tag, "table:number-columns-spanned"),
                    count(&tag, "table:number-rows-spanned"),
                );
                let typed = typed_value(&tag);
                let written = read_text(reader, &end);
                let text = if covered {
                    String::new()
                } else {
                    typed.unwrap_or(written)
                };
                cells.push(Cell {
                    repeated,
                    columns,
                    rows,
                    text,
                });
            }
            Ok(Event::End(tag)) if tag.name().as_ref() == "table:table-row" => return cells,
            Ok(Event::Eof) | Err(_) => return cells,
            _ => {}
        }
    }
}

/// The value of a typed cell; `None` for text, which stands in the paragraphs.
fn typed_value(tag: &BytesStart<'_>) -> Option<String> {
    let stated = |name| attribute(tag, name);
    match stated("office:value-type")?.as_str() {
        "float" | "percentage" | "currency" => {
            stated("office:value")?.parse().ok().map(value::number)
        }
        "date" => stated("office:date-value").map(|date| value::iso_date(&date)),
        "time" => stated("office:time-value").map(|time| value::iso_duration(&time)),
        "boolean" => stated("office:boolean-value").map(|b| value::boolean(b == "true").into()),
        _ => stated("office:string-value"),
    }
}

/// The paragraphs of a cell, one line each, without those of its comments.
fn read_text<R: BufRead>(reader: &mut Reader<R>, end: &str) -> String {
    let (mut text, mut buffer) = (String::new(), Vec::new());
    let (mut paragraphs, mut comment) = (0, 0);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => match tag.name().as_ref() {
                "office:annotation" => comment += 1,
                "text:p" if comment == 0 => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                "text:s" if comment == 0 && text.len() <= LONGEST => {
                    let blanks = count(&tag, "text:c").min(1 << 10);
                    text.extend(std::iter::repeat_n(' ', blanks as usize));
                }
                "text:tab" if comment == 0 => text.push('\t'),
                "text:line-break" if comment == 0 => text.push('\n'),
                _ => {}
            },
            // A blank of a few letters may stand for a thousand: what no cell keeps is not held.
            Ok(Event::Text(_) | Event::CData(_)) if text.len() > LONGEST => {}
            Ok(Event::Text(part)) if comment == 0 && paragraphs > 0 => {
                text.push_str(&part.xml10_content());
            }
            Ok(Event::GeneralRef(reference)) if comment == 0 && paragraphs > 0 => {
                let entity = format!("&{};", &*reference);
                text.push_str(&quick_xml::escape::unescape(&entity).unwrap_or_default());
            }
            Ok(Event::CData(part)) if comment == 0 => text.push_str(&part),
            Ok(Event::End(tag)) => match tag.name().as_ref() {
                "office:annotation" => comment -= 1,
                name if name == end => return text,
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return text,
            _ => {}
        }
    }
}
