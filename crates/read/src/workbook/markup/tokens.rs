//! Cuts markup into tags and text, whatever is unclosed or misplaced in it.

use super::entities;
use memchr::memchr;
use memchr::memmem;
use std::borrow::Cow;

/// A piece of markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token<'t> {
    /// Text as written, entities included.
    Text(&'t str),
    /// Text without entities.
    Raw(&'t str),
    /// Name in lower case without its prefix, and what stands after it.
    Open(String, &'t str),
    Close(String),
}

/// The tags and texts of a page in their order.
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    torn: bool,
}

/// Longer names are of no tag that matters.
const NAME: usize = 40;

impl<'t> Tokens<'t> {
    pub fn new(text: &'t str) -> Tokens<'t> {
        Tokens {
            text,
            at: 0,
            torn: false,
        }
    }

    /// The text ended in the middle of a tag or comment.
    pub fn is_torn(&self) -> bool {
        self.torn
    }

    /// What is still to come.
    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Steps over everything up to the tag that closes the element, in either case of letters.
    pub fn skip_element(&mut self, name: &str) {
        let bytes = self.text.as_bytes();
        while let Some(found) = memmem::find(&bytes[self.at..], b"</") {
            let start = self.at + found + 2;
            self.at = start;
            let here = bytes.get(start..start + name.len());
            if here.is_some_and(|here| here.eq_ignore_ascii_case(name.as_bytes())) {
                self.at = memchr(b'>', &bytes[start..]).map_or(bytes.len(), |end| start + end + 1);
                return;
            }
        }
        self.at = bytes.len();
    }

    /// From here to the end of `closing`, which is stepped over; `None` without it: then all is left.
    fn until(&mut self, from: usize, closing: &str) -> &'t str {
        let rest = self.text.get(from..).unwrap_or("");
        let end = memmem::find(rest.as_bytes(), closing.as_bytes());
        self.torn |= end.is_none();
        self.at = end.map_or(self.text.len(), |end| from + end + closing.len());
        rest.get(..end.unwrap_or(rest.len())).unwrap_or("")
    }

    /// The end of a tag: ">" outside of quotes, or the first at all where quotes do not close.
    fn tag(&mut self) -> &'t str {
        let rest = self.rest();
        let mut quote = None;
        for (at, b) in rest.bytes().enumerate().skip(1) {
            match (quote, b) {
                (None, b'"' | b'\'') => quote = Some(b),
                (Some(open), b) if b == open => quote = None,
                (None, b'>') => {
                    self.at += at + 1;
                    return rest.get(1..at).unwrap_or("");
                }
                // A new tag begins: the one before was never closed.
                (None, b'<') => {
                    self.at += at;
                    return rest.get(1..at).unwrap_or("");
                }
                _ => {}
            }
        }
        let end = memchr(b'>', rest.as_bytes()).unwrap_or(rest.len());
        self.torn |= end == rest.len();
        self.at += (end + 1).min(rest.len());
        rest.get(1..end).unwrap_or("")
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            let rest = self.rest();
            let first = rest.as_bytes().first()?;
            if *first != b'<' {
                let end = memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
                self.at += end;
                return Some(Token::Text(rest.get(..end).unwrap_or("")));
            }
            if rest.starts_with("<!--") {
                self.until(self.at + 4, "-->");
            } else if rest.starts_with("<![CDATA[") {
                return Some(Token::Raw(self.until(self.at + 9, "]]>")));
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                self.until(self.at + 2, ">");
            } else if !rest[1..].starts_with(|c: char| c == '/' || c.is_ascii_alphabetic()) {
                // "< 5 ngày" is text.
                self.at += 1;
                return Some(Token::Raw("<"));
            } else {
                let tag = self.tag();
                let closing = tag.starts_with('/');
                let tag = tag.trim_start_matches('/');
                let end = tag
                    .find(|c: char| c.is_whitespace() || c == '/')
                    .unwrap_or(tag.len());
                let (name, attributes) = tag.split_at(end);
                let name = name.rsplit(':').next().unwrap_or("");
                let name: String = name
                    .chars()
                    .take(NAME)
                    .map(|c| c.to_ascii_lowercase())
                    .collect();
                return Some(if closing {
                    Token::Close(name)
                } else {
                    Token::Open(name, attributes)
                });
            }
        }
    }
}

/// An attribute's value by its name without prefix, in any case of letters.
pub fn attribute<'t>(attributes: &'t str, name: &str) -> Option<Cow<'t, str>> {
    let mut rest = attributes;
    while let Some((key, after)) = rest.split_once('=') {
        let key = key.trim_end();
        let key = key
            .rsplit(|c: char| c.is_whitespace() || c == ':')
            .next()
            .unwrap_or("");
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, next) = match quote {
            Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(entities::decode(value.trim_end_matches('/')));
        }
        rest = next;
    }
    None
}

/// A number in an attribute.
pub fn number(attributes: &str, name: &str) -> Option<u32> {
    attribute(attributes, name)?.trim().parse().ok()
}
