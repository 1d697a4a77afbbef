//! XML as a file holds it: its elements and texts in order, and an error where it breaks off.

use crate::document::Unreadable;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

/// Elements in one another, beyond what any program writes.
const DEEPEST: u32 = 1 << 12;

/// So many paragraphs beside the cells of a sheet are kept, and so many bytes of each: a mark is short.
const PARAGRAPHS: usize = 100;
const PARAGRAPH: usize = 200;

/// The pieces of one part, in order. Names are those without their prefix: the two dialects of Office
/// Open XML differ in nothing else that is read here.
pub struct Xml<'p> {
    source: Source<'p>,
    buffer: Vec<u8>,
    depth: u32,
    has_root: bool,
}

/// A part that is there as a whole is read without copying its pieces.
enum Source<'p> {
    Whole(Reader<&'p [u8]>),
    Stream(Reader<&'p mut dyn BufRead>),
}

/// A part of a packed file: unpacked where it is small, else unpacked while it is read.
pub enum Part<'a> {
    Whole(Vec<u8>),
    Stream(Box<dyn BufRead + 'a>),
}

/// Bytes of a part that is unpacked as a whole.
const SMALL: u64 = 4 << 20;

impl<'a> Part<'a> {
    /// A part of so many bytes, as the archive says.
    ///
    /// # Errors
    /// A part that cannot be unpacked, or whose checksum is wrong.
    pub fn new(source: impl Read + 'a, size: u64) -> Result<Part<'a>, Unreadable> {
        if size > SMALL {
            return Ok(Part::Stream(Box::new(BufReader::new(source))));
        }
        let mut bytes = Vec::with_capacity(size as usize);
        // What an archive says of its sizes may be a lie.
        let mut source = source.take(SMALL + 1);
        let read = source.read_to_end(&mut bytes);
        read.map_err(|error| Unreadable::Workbook(error.to_string()))?;
        if bytes.len() as u64 > SMALL {
            return Err(Unreadable::Workbook("a part is larger than it says".into()));
        }
        Ok(Part::Whole(bytes))
    }

    /// Its pieces from the start; of a stream, those that are left.
    pub fn xml(&mut self) -> Xml<'_> {
        match self {
            Part::Whole(bytes) => Xml::of(bytes),
            Part::Stream(stream) => Xml::new(Source::Stream(Reader::from_reader(stream.as_mut()))),
        }
    }
}

/// A piece of XML.
pub enum Piece<'b> {
    Open(Tag<'b>),
    /// Empty elements close too.
    Close(EndTag<'b>),
    Text(Cow<'b, str>),
    /// A comment, an instruction, a declaration.
    Other,
}

/// The tag that closes an element.
pub struct EndTag<'b>(BytesEnd<'b>);

impl EndTag<'_> {
    /// The name without its prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

/// The tag that opens an element.
pub struct Tag<'b>(BytesStart<'b>);

impl Tag<'_> {
    /// The name without its prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.attributes();
        let (_, value) = attributes.find(|(key, _)| *key == name)?;
        Some(value)
    }

    /// All attributes by their names without prefix.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        attributes.flatten().map(|attribute| {
            let value = match attribute.value {
                value if !value.contains('&') => value,
                value => match quick_xml::escape::unescape(&value) {
                    Ok(plain) => Cow::Owned(plain.into_owned()),
                    Err(_) => value,
                },
            };
            (attribute.key.local_name().into_inner(), value)
        })
    }

    /// An attribute that switches something on or off; `None` where it is not there.
    pub fn switch(&self, name: &str) -> Option<bool> {
        let value = self.attribute(name)?;
        Some(matches!(&*value, "1" | "true" | "on"))
    }
}

impl<'p> Xml<'p> {
    /// The pieces of a part that is unpacked.
    pub fn of(part: &'p [u8]) -> Xml<'p> {
        Xml::new(Source::Whole(Reader::from_reader(part)))
    }

    fn new(mut source: Source<'p>) -> Xml<'p> {
        match &mut source {
            Source::Whole(reader) => reader.config_mut().expand_empty_elements = true,
            Source::Stream(reader) => reader.config_mut().expand_empty_elements = true,
        }
        Xml {
            source,
            buffer: Vec::new(),
            depth: 0,
            has_root: false,
        }
    }

    /// The next piece; `None` after the last.
    ///
    /// # Errors
    /// Where the XML breaks, or ends with an element open.
    pub fn next(&mut self) -> Result<Option<Piece<'_>>, Unreadable> {
        self.buffer.clear();
        let event = match &mut self.source {
            Source::Whole(reader) => reader.read_event(),
            Source::Stream(reader) => reader.read_event_into(&mut self.buffer),
        };
        let piece = match event.map_err(|error| broken(&error))? {
            Event::Start(tag) => {
                self.depth += 1;
                self.has_root = true;
                if self.depth > DEEPEST {
                    return Err(Unreadable::Workbook("its elements are too deep".into()));
                }
                Piece::Open(Tag(tag))
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close(EndTag(tag))
            }
            Event::Text(text) => Piece::Text(text.xml10_content()),
            Event::CData(text) => Piece::Text(text.xml10_content()),
            Event::GeneralRef(reference) => Piece::Text(resolved(&reference)),
            Event::Eof if self.depth > 0 || !self.has_root => return Err(Unreadable::CutOff),
            Event::Eof => return Ok(None),
            _ => Piece::Other,
        };
        Ok(Some(piece))
    }

    /// Steps over the rest of the element that was opened last, and keeps its text and the paragraphs in it.
    ///
    /// # Errors
    /// As [`next`](Xml::next).
    pub fn paragraphs(&mut self, kept: &mut Vec<String>) -> Result<(), Unreadable> {
        let depth = self.depth;
        kept.push(String::new());
        while self.depth >= depth {
            match self.next()? {
                Some(Piece::Open(tag)) if tag.name() == "p" => kept.push(String::new()),
                Some(Piece::Text(text)) => {
                    if let Some(last) = kept.last_mut().filter(|last| last.len() < PARAGRAPH) {
                        last.push_str(&text);
                    }
                }
                Some(_) => {}
                None => return Err(Unreadable::CutOff),
            }
        }
        kept.retain(|text| !text.trim().is_empty());
        kept.truncate(PARAGRAPHS);
        Ok(())
    }

    /// Steps over the rest of the element that was opened last.
    ///
    /// # Errors
    /// As [`next`](Xml::next).
    pub fn skip(&mut self) -> Result<(), Unreadable> {
        let depth = self.depth;
        while self.depth >= depth {
            if self.next()?.is_none() {
                return Err(Unreadable::CutOff);
            }
        }
        Ok(())
    }
}

/// What "&amp;" and "&#225;" stand for; a name that nothing defines stays as it is written.
fn resolved(reference: &BytesRef<'_>) -> Cow<'static, str> {
    let entity = format!("&{};", &**reference);
    let resolved = quick_xml::escape::unescape(&entity).map(Cow::into_owned);
    Cow::Owned(resolved.unwrap_or(entity))
}

/// Why reading on is no use. The end of the bytes in the middle of a tag is an end before its end.
fn broken(error: &quick_xml::Error) -> Unreadable {
    match error {
        quick_xml::Error::Syntax(_) => Unreadable::CutOff,
        // The archive breaks off, or its checksum is wrong.
        quick_xml::Error::Io(error) => Unreadable::Workbook(error.to_string()),
        other => Unreadable::Workbook(other.to_string()),
    }
}
