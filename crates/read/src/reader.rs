//! The entry: which kind of file the bytes are, and who reads it.

use crate::document::{Document, Unreadable};
use crate::format::Format;
use crate::kind::Kind;
use crate::limits::ReadLimits;
use crate::salvage::Lexicon;
use crate::settings::{Evidence, Settings};
use crate::{text, word, workbook};

/// Reads files; one reader serves any number of them, from any number of threads.
#[derive(Debug, Clone)]
pub struct Reader<'l> {
    limits: ReadLimits,
    lexicon: &'l Lexicon,
    evidence: Evidence,
}

impl Default for Reader<'static> {
    fn default() -> Reader<'static> {
        Reader::new()
    }
}

impl Reader<'static> {
    /// A reader with the default limits and the built-in lexicon.
    pub fn new() -> Reader<'static> {
        Reader {
            limits: ReadLimits::default(),
            lexicon: Lexicon::built_in(),
            evidence: Evidence::Full,
        }
    }
}

impl<'l> Reader<'l> {
    /// The same reader with other limits.
    #[must_use]
    pub fn with_limits(mut self, limits: ReadLimits) -> Reader<'l> {
        self.limits = limits;
        self
    }

    /// The same reader with other words to fill lost letters from.
    ///
    /// ```
    /// use tonghop_read::{Format, Lexicon, Reader};
    ///
    /// let lexicon = Lexicon::new(["Hội nghị quốc tế"]);
    /// let reader = Reader::new().with_lexicon(&lexicon);
    /// let document = reader.read(b"1;D? h?i ngh? qu?c t?\n2;Ph? l?c\n", Format::Text)?;
    /// assert!(document.text.contains("hội nghị quốc tế"));
    /// # Ok::<(), tonghop_read::Unreadable>(())
    /// ```
    #[must_use]
    pub fn with_lexicon<'n>(self, lexicon: &'n Lexicon) -> Reader<'n> {
        Reader {
            limits: self.limits,
            lexicon,
            evidence: self.evidence,
        }
    }

    /// The same reader without what only explains how a file was read: gathering that takes as long as
    /// reading.
    #[must_use]
    pub fn without_evidence(mut self) -> Reader<'l> {
        self.evidence = Evidence::Minimal;
        self
    }

    /// Reads a file from its bytes. The content decides between text and workbook; the format that
    /// the name promises only between files that begin alike.
    ///
    /// # Errors
    /// An empty, binary, too large, locked or broken file: [`Unreadable`] says which.
    pub fn read(&self, bytes: &[u8], format: Format) -> Result<Document, Unreadable> {
        if bytes.is_empty() {
            return Err(Unreadable::Empty);
        }
        let size = bytes.len() as u64;
        if size > self.limits.file_bytes {
            return Err(Unreadable::TooLarge {
                bytes: size,
                limit: self.limits.file_bytes,
            });
        }
        let settings = Settings {
            limits: &self.limits,
            lexicon: self.lexicon,
            evidence: self.evidence,
        };
        match Kind::of(bytes, format) {
            Some(Kind::Word) => word::read(bytes, &self.limits),
            Some(kind) => workbook::read(bytes, kind, &settings),
            None if text::is_binary(bytes) => Err(Unreadable::Binary),
            None => Ok(text::read(bytes, &settings)),
        }
    }
}
