//! What the styles of a document say of fonts and numbers, their ancestors asked too.

use super::letters::{Letters, may_name_old_font};
use super::numbering::NumberRef;
use crate::document::Unreadable;
use crate::package::{Package, Relation};
use crate::xml::{Part, Piece, Tag, Xml};
use memchr::memmem;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// Styles that derive from one another further than this go in a circle.
const DEEPEST: usize = 12;

/// The styles of a document. They are understood when something asks for them: most are looks of tables, and
/// most documents name no old font and no list in them.
pub struct Styles {
    part: Vec<u8>,
    named: OnceCell<Named>,
    /// A font of an old encoding may be among them.
    tell_letters: bool,
    /// The style of paragraphs that name none may belong to a list.
    number_all: bool,
}

/// The styles by their names in the file.
#[derive(Debug, Default)]
struct Named {
    by_id: FxHashMap<String, Style>,
    default_paragraph: String,
    default_font: Option<Letters>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: String,
    font: Option<Letters>,
    number: NumberRef,
}

impl Styles {
    /// Unpacks the styles; none where the document has none.
    ///
    /// # Errors
    /// A part that cannot be unpacked.
    pub fn of(
        package: &mut Package<'_>,
        relation: Option<&Relation>,
    ) -> Result<Styles, Unreadable> {
        let part = match relation {
            Some(relation) => package.part(&relation.part)?,
            None => None,
        };
        let (part, named) = match part {
            None => (Vec::new(), OnceCell::from(Named::default())),
            Some(Part::Whole(bytes)) => (bytes, OnceCell::new()),
            Some(mut stream) => (Vec::new(), OnceCell::from(Named::read(&mut stream.xml())?)),
        };
        let is_read = named.get().is_some();
        Ok(Styles {
            tell_letters: is_read || may_name_old_font(&part),
            number_all: is_read || may_number_all(&part),
            part,
            named,
        })
    }

    fn named(&self) -> Result<&Named, Unreadable> {
        if let Some(named) = self.named.get() {
            return Ok(named);
        }
        let named = Named::read(&mut Xml::of(&self.part))?;
        Ok(self.named.get_or_init(|| named))
    }

    /// The font of a run in a paragraph: that of its own style, of the paragraph's, or of all.
    ///
    /// # Errors
    /// Styles that are broken.
    pub fn letters(
        &self,
        run: Option<&str>,
        paragraph: Option<&str>,
    ) -> Result<Letters, Unreadable> {
        if !self.tell_letters {
            return Ok(Letters::Unicode);
        }
        Ok(self.named()?.letters(run, paragraph))
    }

    /// The list that a paragraph's style belongs to.
    ///
    /// # Errors
    /// Styles that are broken.
    pub fn number(&self, paragraph: Option<&str>) -> Result<NumberRef, Unreadable> {
        if paragraph.is_none() && !self.number_all {
            return Ok(NumberRef::default());
        }
        Ok(self.named()?.number(paragraph))
    }
}

/// Whether a style that holds where none is named may have a number: told from the bytes alone.
fn may_number_all(part: &[u8]) -> bool {
    memmem::find_iter(part, b"default=").any(|at| {
        let style = &part[at..];
        let end = memmem::find(style, b"style>").unwrap_or(style.len());
        memmem::find(&style[..end], b"numId").is_some()
            || memmem::find(&style[..end], b"basedOn").is_some()
    })
}

impl Named {
    fn read(xml: &mut Xml<'_>) -> Result<Named, Unreadable> {
        let mut styles = Named::default();
        let mut id: Option<String> = None;
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "style" => {
                        let name = tag.attribute("styleId").unwrap_or_default().into_owned();
                        let is_default = tag.switch("default") == Some(true);
                        if is_default && tag.attribute("type").as_deref() == Some("paragraph") {
                            styles.default_paragraph.clone_from(&name);
                        }
                        styles.by_id.insert(name.clone(), Style::default());
                        id = Some(name);
                    }
                    // What a table style says of its rows is no matter of letters.
                    "tblStylePr" | "rPrChange" | "pPrChange" => xml.skip()?,
                    "rFonts" => {
                        let font = font_of(&tag);
                        match &id {
                            Some(id) => styles.style(id).font = font,
                            None => styles.default_font = font,
                        }
                    }
                    name => {
                        if let Some(id) = &id {
                            let style = styles.by_id.entry(id.clone()).or_default();
                            style.read(name, &tag);
                        }
                    }
                },
                Piece::Close(tag) if tag.name() == "style" => id = None,
                _ => {}
            }
        }
        Ok(styles)
    }

    fn style(&mut self, id: &str) -> &mut Style {
        self.by_id.entry(id.to_string()).or_default()
    }

    fn letters(&self, run: Option<&str>, paragraph: Option<&str>) -> Letters {
        let of = |id: &str| self.ancestors(id).find_map(|style| style.font);
        let of_run = run.and_then(of);
        let of_paragraph = || of(paragraph.unwrap_or(&self.default_paragraph));
        of_run
            .or_else(of_paragraph)
            .or(self.default_font)
            .unwrap_or_default()
    }

    fn number(&self, paragraph: Option<&str>) -> NumberRef {
        let id = paragraph.unwrap_or(&self.default_paragraph);
        let mut number = NumberRef::default();
        for style in self.ancestors(id) {
            number = number.or(style.number);
        }
        number
    }

    fn ancestors<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let first = self.by_id.get(id);
        std::iter::successors(first, |style| self.by_id.get(&style.based_on)).take(DEEPEST)
    }
}

impl Style {
    fn read(&mut self, name: &str, tag: &Tag<'_>) {
        let value = || tag.attribute("val").unwrap_or_default();
        match name {
            "basedOn" => self.based_on = value().into_owned(),
            "numId" => self.number.list = value().parse().ok(),
            "ilvl" => self.number.level = value().parse().ok(),
            _ => {}
        }
    }
}

/// The font that a run or style names; `None` where it names that of a theme, which is Unicode, or none
/// for Latin letters.
pub fn font_of(tag: &Tag<'_>) -> Option<Letters> {
    if tag.attribute("asciiTheme").is_some() {
        return Some(Letters::Unicode);
    }
    let name = tag.attribute("ascii").or_else(|| tag.attribute("hAnsi"))?;
    Some(Letters::of_font(&name))
}
