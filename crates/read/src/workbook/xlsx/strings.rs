//! The texts that the cells of a workbook share: each is kept once, however many cells hold it.

use crate::document::{Span, Unreadable};
use crate::limits::ReadLimits;
use crate::package::{Package, Relation};
use crate::xml::{Piece, Xml};

/// Texts of a workbook: an empty one takes five bytes of the file and many more in memory.
const MOST: usize = 1 << 23;

/// All shared texts, and where the document has those that a cell held already.
#[derive(Default)]
pub struct Strings {
    text: String,
    places: Vec<Place>,
}

#[derive(Clone, Copy)]
struct Place {
    start: u32,
    length: u32,
    /// Where the document has it, once a cell held it.
    placed: Option<u32>,
}

impl Strings {
    /// Reads the list of texts; an empty one where the workbook has none.
    ///
    /// # Errors
    /// A list that is broken, or longer than any workbook's.
    pub fn read(
        package: &mut Package<'_>,
        relation: Option<&Relation>,
        limits: &ReadLimits,
    ) -> Result<Strings, Unreadable> {
        let mut strings = Strings::default();
        let Some(relation) = relation else {
            return Ok(strings);
        };
        let Some(mut part) = package.part(&relation.part)? else {
            return Ok(strings);
        };
        let mut xml = part.xml();
        let mut text = String::new();
        while let Some(piece) = xml.next()? {
            let Piece::Open(tag) = piece else { continue };
            if tag.name() == "si" {
                text.clear();
                read_text(&mut xml, "si", limits.cell_bytes as usize, &mut text)?;
                strings.push(&text)?;
            }
        }
        Ok(strings)
    }

    fn push(&mut self, text: &str) -> Result<(), Unreadable> {
        let too_many = || Unreadable::Workbook(format!("more than {MOST} strings"));
        let start = u32::try_from(self.text.len()).map_err(|_| too_many())?;
        if self.places.len() >= MOST {
            return Err(too_many());
        }
        self.text.push_str(text);
        self.places.push(Place {
            start,
            length: text.len() as u32,
            placed: None,
        });
        Ok(())
    }

    /// A text by its number; `None` where the list does not have it.
    pub fn get(&self, index: usize) -> Option<&str> {
        let place = self.places.get(index)?;
        let start = place.start as usize;
        self.text.get(start..start + place.length as usize)
    }

    /// Where the document has a text already.
    pub fn placed(&self, index: usize) -> Option<Span> {
        let place = self.places.get(index)?;
        Some(Span {
            start: place.placed?,
            len: place.length,
        })
    }

    /// Says where the document has a text; one that was cut stands there as far as it was kept.
    pub fn place(&mut self, index: usize, span: Span) {
        if let Some(place) = self.places.get_mut(index) {
            place.placed = Some(span.start);
            place.length = span.len;
        }
    }
}

/// The text of an element that holds runs, up to its end; without readings of Asian signs. What goes far
/// beyond the longest cell is not kept.
///
/// # Errors
/// As [`Xml::next`].
pub fn read_text(
    xml: &mut Xml<'_>,
    end: &str,
    longest: usize,
    text: &mut String,
) -> Result<(), Unreadable> {
    let mut in_text = false;
    let begin = text.len();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => match tag.name() {
                "t" => in_text = true,
                "rPh" => xml.skip()?,
                _ => {}
            },
            Piece::Close(tag) => match tag.name() {
                "t" => in_text = false,
                name if name == end => {
                    unescape(text, begin);
                    return Ok(());
                }
                _ => {}
            },
            // A cell beyond the limit is cut and told; much longer ones need not be held for that.
            Piece::Text(part) if in_text && text.len() <= 2 * longest => text.push_str(&part),
            Piece::Text(_) | Piece::Other => {}
        }
    }
    Ok(())
}

/// Signs that XML cannot hold are written as "_x000D_".
fn unescape(text: &mut String, begin: usize) {
    let Some(part) = text.get(begin..).filter(|part| part.contains("_x")) else {
        return;
    };
    let mut plain = String::with_capacity(part.len());
    let mut rest = part;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        let code = escape.get(2..6).filter(|_| escape.get(6..7) == Some("_"));
        let letter = code
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        match letter {
            // The line end of old systems stands before the one of all others.
            Some(letter) => {
                plain.extend(Some(letter).filter(|&c| c != '\r' && c != '\0'));
                rest = escape.get(7..).unwrap_or("");
            }
            None => {
                plain.push_str("_x");
                rest = escape.get(2..).unwrap_or("");
            }
        }
    }
    plain.push_str(rest);
    text.truncate(begin);
    text.push_str(&plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_signs_are_what_they_stand_for() {
        let cases = [
            ("Lào_x000D_\nÝ", "Lào\nÝ"),
            ("a_x005F_x000D_", "a_x000D_"),
            ("ten_xa_huyen", "ten_xa_huyen"),
            ("_x0009_", "\t"),
            ("_x", "_x"),
        ];
        for (written, plain) in cases {
            let mut text = written.to_string();
            unescape(&mut text, 0);
            assert_eq!(text, plain);
        }
    }
}
