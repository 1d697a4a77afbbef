//! Writes into the cells of a workbook as a spreadsheet program does, everything else kept.

use std::io::{Cursor, Read, Write};

/// A workbook of ours, and how a clerk writes into one sheet of it.
pub struct Cells {
    bytes: Vec<u8>,
    /// Name of the sheet's part of the archive, and its XML.
    part: &'static str,
    pub sheet: String,
}

impl Cells {
    pub fn open(part: &'static str, bytes: Vec<u8>) -> Cells {
        let sheet = part_of(&bytes, part).expect(part);
        Cells { bytes, part, sheet }
    }

    /// Another part of the archive, where there is one.
    pub fn part(&self, name: &str) -> Option<String> {
        part_of(&self.bytes, name)
    }

    /// Writes a cell, whatever stood in it; numbers as numbers.
    pub fn put(&mut self, cell: &str, value: &str) {
        let at = self.sheet.find(&format!("<c r=\"{cell}\"")).expect(cell);
        let style = self.sheet[at..].split("s=\"").nth(1).expect("a style");
        let style = style.split('"').next().expect("a style").to_string();
        let blank = self.sheet[at..].find("/>").expect("an end");
        let filled = self.sheet[at..].find("</c>").map_or(usize::MAX, |end| end);
        let end = at
            + if blank < filled {
                blank + 2
            } else {
                filled + 4
            };
        let new = match value.parse::<f64>() {
            Ok(number) => format!("<c r=\"{cell}\" s=\"{style}\"><v>{number}</v></c>"),
            Err(_) => {
                format!("<c r=\"{cell}\" s=\"{style}\" t=\"inlineStr\"><is><t>{value}</t></is></c>")
            }
        };
        self.sheet.replace_range(at..end, &new);
    }

    /// Fills a line from its name on; an empty text leaves a cell as it is.
    pub fn line(&mut self, row: u32, cells: &str) {
        for (column, value) in ('B'..).zip(cells.split('|')) {
            if !value.is_empty() {
                self.put(&format!("{column}{row}"), value);
            }
        }
    }

    pub fn save(&self) -> Vec<u8> {
        self.save_without("")
    }

    /// As a program saves it that drops a part of the archive.
    pub fn save_without(&self, dropped: &str) -> Vec<u8> {
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.bytes)).expect("an archive");
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).expect("an entry");
            let name = entry.name().expect("a name").to_string();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).expect("content");
            if name == dropped {
                continue;
            }
            if name == self.part {
                content = self.sheet.clone().into_bytes();
            }
            let options = zip::write::SimpleFileOptions::default();
            out.start_file(name, options).expect("an entry");
            out.write_all(&content).expect("content");
        }
        out.finish().expect("an archive").into_inner()
    }
}

fn part_of(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut entry = archive.by_name(name).ok()?;
    entry.read_to_string(&mut text).expect("text");
    Some(text)
}
