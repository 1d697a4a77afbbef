//! Reads the tables that offices send, however they were saved: bytes in, a document of rows and cells out.
//!
//! Vietnamese offices save one table in fifteen encodings, with any delimiter, as a workbook of any age
//! or as a web page under a workbook's name. This crate reads all of them into one shape, says how it
//! read each file and why, and never guesses in silence: what was lost, cut or repaired is a [`ReadNote`].
//!
//! ```
//! use tonghop_read::{Encoding, Format, Reader};
//!
//! // "Nước đi;Số người" as the ABC fonts (TCVN3) store it.
//! let bytes = b"N\xAD\xEDc \xAEi;S\xE8 ng\xAD\xEAi\nH\xB5n Qu\xE8c;5\n";
//! let document = Reader::new().read(bytes, Format::Text)?;
//! assert_eq!(document.encoding, Encoding::Tcvn3);
//! let cells: Vec<&str> = document.row(0, 0).iter().map(|&cell| document.get(cell)).collect();
//! assert_eq!(cells, ["Nước đi", "Số người"]);
//! # Ok::<(), tonghop_read::Unreadable>(())
//! ```
//!
//! A text file goes through four steps: its bytes are decoded ([`Encoding`]), its [`Dialect`] is found,
//! its lines are split into cells, and cells whose letters were stored wrongly are repaired
//! ([`Repair`]). A workbook is read cell by cell; a cell is what a person sees in it.
//!
//! What the reader knows of Vietnamese is the grammar of its syllables and a [`Lexicon`], which only
//! fills letters that were lost. Bring a lexicon of your own for the words of your field.
//!
//! Every cell borrows from its document's text, so that a cell costs eight bytes. Nothing is fetched,
//! no formula and no macro is run, and memory is bounded by [`ReadLimits`].

mod archive;
mod damage;
mod decoded;
mod dialect;
mod document;
mod encoding;
mod format;
mod grid;
mod joined;
mod kind;
mod legacy;
mod limits;
mod marks;
mod package;
mod ranking;
mod reader;
mod repair;
mod salvage;
mod sample;
mod score;
mod settings;
mod split;
mod syllables;
mod text;
mod unwrapped;
mod word;
mod workbook;
mod xml;

pub use document::{
    CellFault, Dialect, Document, Encoding, Merge, ReadNote, Repair, Returned, Row, Sheet, Span,
    TableLines, Unreadable, trim,
};
pub use format::Format;
pub use limits::ReadLimits;
pub use marks::{is_mark, is_tone};
pub use reader::Reader;
pub use salvage::Lexicon;

#[cfg(test)]
mod tests;
