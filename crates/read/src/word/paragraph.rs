//! A paragraph: its runs joined, each in the letters of its font, and the number that Word gives it.

use super::block::{Block, Paragraph, Repaired};
use super::letters::{Letters, symbol};
use super::numbering::NumberRef;
use super::styles::font_of;
use super::walk::{Walk, is_unseen};
use crate::document::Unreadable;
use crate::xml::{Piece, Tag};

/// A paragraph in the reading.
#[derive(Default)]
struct Line {
    style: Option<String>,
    number: NumberRef,
    joins_next: bool,
    /// Text of neighbouring runs in the same letters: a letter of two signs may be cut between two runs.
    pieces: Vec<(Letters, String)>,
    length: usize,
    boxes: Vec<Block>,
}

/// What a run says of its text.
#[derive(Default)]
struct Run {
    style: Option<String>,
    font: Option<Letters>,
    is_hidden: bool,
}

impl Line {
    fn push(&mut self, letters: Letters, text: &str) {
        self.length += text.len();
        match self.pieces.last_mut() {
            Some((last, piece)) if *last == letters => piece.push_str(text),
            _ => self.pieces.push((letters, text.to_string())),
        }
    }
}

impl Walk<'_, '_> {
    /// Reads to the end of a paragraph.
    pub fn paragraph(&mut self) -> Result<Paragraph, Unreadable> {
        self.count()?;
        let mut line = Line::default();
        let mut run = Run::default();
        let mut letters = Letters::Unicode;
        let mut in_text = false;
        while let Some(piece) = self.xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    name if is_unseen(name) => self.xml.skip()?,
                    "pPr" => self.paragraph_properties(&mut line)?,
                    "r" => {
                        run = Run::default();
                        letters = self.letters_of(&run, &line)?;
                    }
                    "rPr" => {
                        run = self.run_properties()?;
                        letters = self.letters_of(&run, &line)?;
                    }
                    "t" => in_text = true,
                    "txbxContent" => {
                        let (blocks, _) = self.blocks("txbxContent")?;
                        line.boxes.extend(blocks);
                    }
                    _ if run.is_hidden || line.length > 2 * self.longest => {}
                    _ => line.sign(letters, &tag),
                },
                Piece::Text(text) if in_text && !run.is_hidden => {
                    if line.length <= 2 * self.longest {
                        line.push(letters, &text);
                    }
                }
                Piece::Close(tag) => match tag.name() {
                    "t" => in_text = false,
                    "p" => break,
                    _ => {}
                },
                Piece::Text(_) | Piece::Other => {}
            }
        }
        self.finished(line)
    }

    fn letters_of(&self, run: &Run, line: &Line) -> Result<Letters, Unreadable> {
        match run.font {
            _ if !self.trusts_fonts => Ok(Letters::Unicode),
            Some(letters) => Ok(letters),
            None => self
                .styles
                .letters(run.style.as_deref(), line.style.as_deref()),
        }
    }

    fn paragraph_properties(&mut self, line: &mut Line) -> Result<(), Unreadable> {
        while let Some(piece) = self.xml.next()? {
            match piece {
                Piece::Open(tag) => {
                    let value = || tag.attribute("val").unwrap_or_default();
                    match tag.name() {
                        "pStyle" => line.style = Some(value().into_owned()),
                        "numId" => line.number.list = value().parse().ok(),
                        "ilvl" => line.number.level = value().parse().ok(),
                        // Of the mark at the end of the paragraph.
                        "del" | "moveFrom" => line.joins_next = true,
                        "pPrChange" | "rPrChange" | "sectPr" => self.xml.skip()?,
                        _ => {}
                    }
                }
                Piece::Close(tag) if tag.name() == "pPr" => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn run_properties(&mut self) -> Result<Run, Unreadable> {
        let mut run = Run::default();
        while let Some(piece) = self.xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "rStyle" => run.style = tag.attribute("val").map(|style| style.into_owned()),
                    "rFonts" => run.font = font_of(&tag).or(run.font),
                    "vanish" => run.is_hidden = tag.switch("val") != Some(false),
                    "rPrChange" => self.xml.skip()?,
                    _ => {}
                },
                Piece::Close(tag) if tag.name() == "rPr" => break,
                _ => {}
            }
        }
        Ok(run)
    }

    fn finished(&mut self, line: Line) -> Result<Paragraph, Unreadable> {
        let mut text = String::with_capacity(line.length);
        let mut repair: Option<Repaired> = None;
        for (letters, piece) in &line.pieces {
            if letters.is_disproved_by(piece) {
                self.found_lie = true;
            }
            match letters.read(piece) {
                Some((read, kind)) => {
                    text.push_str(&read);
                    repair.get_or_insert_with(|| Repaired {
                        repair: kind,
                        before: piece.trim().to_string(),
                    });
                }
                // Soft hyphens are shown nowhere but at the end of a line.
                None => text.extend(piece.chars().filter(|&c| c != '\u{AD}')),
            }
        }
        let number = line.number.or(self.styles.number(line.style.as_deref())?);
        let is_filled = !text.trim().is_empty();
        // A list leaves paragraphs out that are only there for their distance, but not in a table.
        let label = self.numbering.next(number);
        if let Some(label) = label {
            text = if is_filled {
                format!("{label} {}", text.trim_start())
            } else {
                label
            };
        }
        Ok(Paragraph {
            text,
            boxes: line.boxes,
            joins_next: line.joins_next,
            repair,
        })
    }
}

impl Line {
    /// A sign that stands for itself as an element.
    fn sign(&mut self, letters: Letters, tag: &Tag<'_>) {
        match tag.name() {
            "tab" | "ptab" => self.push(letters, "\t"),
            "br" | "cr" => self.push(letters, "\n"),
            "noBreakHyphen" => self.push(letters, "-"),
            "sym" => {
                let font = tag.attribute("font").unwrap_or_default();
                let code = tag.attribute("char");
                let code = code.and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(sign) = code.and_then(|code| symbol(&font, code)) {
                    self.push(Letters::Unicode, sign.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
    }
}
