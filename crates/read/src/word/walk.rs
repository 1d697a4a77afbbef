//! Where the reading of a story stands: a document's body, a page header, a text box.

use super::block::{Block, CellProperties};
use super::numbering::Numbering;
use super::styles::Styles;
use crate::document::Unreadable;
use crate::xml::{Piece, Xml};

/// Tables and boxes in one another.
const DEEPEST: u32 = 24;
/// Paragraphs and cells of a document: more than Word opens.
const MOST_PIECES: usize = 1 << 21;

/// Reads a story from one end to the other.
pub struct Walk<'w, 'p> {
    pub xml: &'w mut Xml<'p>,
    pub styles: &'w Styles,
    pub numbering: &'w mut Numbering,
    /// Fonts tell how letters are stored; not in a document where one of them was found to lie.
    pub trusts_fonts: bool,
    /// A font was found to lie.
    pub found_lie: bool,
    /// Text of a paragraph beyond this is cut.
    pub longest: usize,
    pub depth: u32,
    pub pieces: usize,
}

/// Elements whose content is not there for a person: deleted or moved text, what older programs show
/// instead, settings of what stands beside them.
pub fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "Fallback"
            | "instrText"
            | "delText"
            | "delInstrText"
            | "rt"
            | "sdtPr"
            | "sdtEndPr"
            | "smartTagPr"
            | "customXmlPr"
            | "sectPr"
            | "tblPr"
            | "tblPrEx"
            | "object"
            | "pPrChange"
            | "rPrChange"
            | "tcPrChange"
            | "trPrChange"
            | "tblPrChange"
            | "tblGridChange"
            | "fldData"
            | "ffData"
    )
}

impl Walk<'_, '_> {
    /// Counts one more paragraph or cell.
    pub fn count(&mut self) -> Result<(), Unreadable> {
        self.pieces += 1;
        if self.pieces > MOST_PIECES {
            let reason = format!("more than {MOST_PIECES} paragraphs and cells");
            return Err(Unreadable::Workbook(reason));
        }
        Ok(())
    }

    /// The blocks up to the end of an element, and what a cell says of its place.
    pub fn blocks(&mut self, end: &str) -> Result<(Vec<Block>, CellProperties), Unreadable> {
        let mut blocks = Vec::new();
        let mut properties = CellProperties::default();
        self.depth += 1;
        if self.depth > DEEPEST {
            self.xml.skip()?;
            self.depth -= 1;
            return Ok((blocks, properties));
        }
        while let Some(piece) = self.xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    name if is_unseen(name) => self.xml.skip()?,
                    "p" => {
                        let paragraph = self.paragraph()?;
                        push(&mut blocks, Block::Paragraph(paragraph));
                    }
                    "tbl" => blocks.push(Block::Table(self.table()?)),
                    "tcPr" => properties = self.cell_properties()?,
                    // Content controls, insertions and choices hold blocks as they stand.
                    _ => {}
                },
                Piece::Close(tag) if tag.name() == end => break,
                _ => {}
            }
        }
        self.depth -= 1;
        Ok((blocks, properties))
    }
}

/// Adds a block; a paragraph goes on in the line of one whose end was deleted.
fn push(blocks: &mut Vec<Block>, block: Block) {
    if let Block::Paragraph(next) = &block
        && let Some(Block::Paragraph(last)) = blocks.last_mut()
        && last.joins_next
    {
        last.text.push_str(&next.text);
        last.boxes.extend_from_slice(&next.boxes);
        last.joins_next = next.joins_next;
        if last.repair.is_none() {
            last.repair.clone_from(&next.repair);
        }
        return;
    }
    blocks.push(block);
}
