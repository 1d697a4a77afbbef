//! `.docx`: the body of a document as one sheet of lines, and what stands round its pages as another.

mod block;
mod columns;
mod layout;
mod letters;
mod numbering;
mod paragraph;
mod styles;
mod table;
mod walk;

use crate::archive::{Archive, measure, open};
use crate::document::{Document, Encoding, Unreadable};
use crate::grid::Book;
use crate::limits::ReadLimits;
use crate::package::{Package, Relation};
use crate::repair;
use crate::xml::Piece;
use block::Block;
use layout::Layout;
use numbering::Numbering;
use styles::Styles;
use walk::Walk;

/// Page headers and footers of a document that are read.
const MOST_EDGES: usize = 64;
/// The sheet of what stands round the pages: a secret mark may stand there alone.
const EDGES: &str = "Đầu trang, chân trang";

/// Whether a packed file is a Word document.
pub fn is_document(archive: &Archive<'_>) -> bool {
    let mut names = archive.file_names().flatten();
    names.any(|name| {
        name.to_ascii_lowercase()
            .replace('\\', "/")
            .starts_with("word/")
    })
}

/// Reads a document.
///
/// # Errors
/// Broken, cut off, or unpacking to more than the limit.
pub fn read(bytes: &[u8], limits: &ReadLimits) -> Result<Document, Unreadable> {
    let mut archive = open(bytes)?;
    measure(&mut archive, limits)?;
    let mut package = Package::new(archive);
    let main = package.main_part("word/document.xml")?;
    let relations = package.relations(&main)?;
    let part_of = |kind: &str| relations.iter().find(|relation| relation.kind == kind);
    let styles = Styles::of(&mut package, part_of("styles"))?;

    let mut stories = Stories {
        package: &mut package,
        styles: &styles,
        numbers: part_of("numbering"),
        limits,
        trusts_fonts: true,
    };
    let body = stories.body(&main)?;
    let mut edges = Vec::new();
    let is_edge = |relation: &&Relation| matches!(relation.kind.as_str(), "header" | "footer");
    for relation in relations.iter().filter(is_edge).take(MOST_EDGES) {
        edges.extend(stories.edge(relation)?);
    }
    Ok(document(&body, &edges, limits))
}

fn document(body: &[Block], edges: &[Block], limits: &ReadLimits) -> Document {
    let mut book = Book::default();
    let mut layout = Layout::new(book.sheet("", false, limits));
    layout.blocks(body);
    let mut notes = layout.finish();
    if edges.iter().any(says_something) {
        let mut layout = Layout::new(book.sheet(EDGES, false, limits));
        layout.blocks(edges);
        notes.extend(layout.finish());
    }
    let evidence = "a Word document: its text is Unicode by its format, but for old fonts".into();
    let mut document = book.document(Encoding::Word, vec![evidence]);
    document.notes.extend(notes);
    // Letters of old fonts that the runs do not name are told by the cells.
    repair::repair(&mut document);
    document
}

/// Page numbers say nothing.
fn says_something(block: &Block) -> bool {
    match block {
        Block::Table(_) => true,
        Block::Paragraph(paragraph) => {
            paragraph.text.chars().filter(|c| c.is_alphabetic()).count() > 1
                || !paragraph.boxes.is_empty()
        }
    }
}

/// The texts of a document: its body, its page headers.
struct Stories<'s, 'b> {
    package: &'s mut Package<'b>,
    styles: &'s Styles,
    numbers: Option<&'s Relation>,
    limits: &'s ReadLimits,
    trusts_fonts: bool,
}

impl Stories<'_, '_> {
    fn body(&mut self, part: &str) -> Result<Vec<Block>, Unreadable> {
        let missing = || Unreadable::Workbook("it has no document".into());
        let first = self.story(part)?.ok_or_else(missing)?;
        if !first.found_lie {
            return Ok(first.blocks);
        }
        // One font of an old encoding over Unicode text: no font of this document proves anything.
        self.trusts_fonts = false;
        Ok(self.story(part)?.ok_or_else(missing)?.blocks)
    }

    fn edge(&mut self, relation: &Relation) -> Result<Vec<Block>, Unreadable> {
        let story = self.story(&relation.part)?;
        Ok(story.map_or_else(Vec::new, |story| story.blocks))
    }

    /// Reads a part from end to end, so that a break behind its last table is seen too.
    fn story(&mut self, part: &str) -> Result<Option<Story>, Unreadable> {
        let mut numbering = Numbering::read(self.package, self.numbers)?;
        let Some(mut part) = self.package.part(part)? else {
            return Ok(None);
        };
        let mut xml = part.xml();
        let mut story = Story::default();
        while let Some(piece) = xml.next()? {
            let Piece::Open(tag) = piece else { continue };
            let name = tag.name();
            if !matches!(name, "body" | "hdr" | "ftr") {
                continue;
            }
            let end = name.to_string();
            let mut walk = Walk {
                xml: &mut xml,
                styles: self.styles,
                numbering: &mut numbering,
                trusts_fonts: self.trusts_fonts,
                found_lie: false,
                longest: self.limits.cell_bytes as usize,
                depth: 0,
                pieces: 0,
            };
            let (blocks, _) = walk.blocks(&end)?;
            story.found_lie |= walk.found_lie;
            story.blocks.extend(blocks);
        }
        Ok(Some(story))
    }
}

#[derive(Default)]
struct Story {
    blocks: Vec<Block>,
    found_lie: bool,
}

#[cfg(test)]
mod tests;
