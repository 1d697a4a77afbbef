//! What the words, numbers and signs of a cell are: the text cut up, folded beside the original.

use super::fold::{fold, tone_key};
use tonghop_read::is_mark;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    /// ASCII digits only; signs inside a number are tokens of their own.
    Number,
    /// One sign, unified: every dash is `-`, every line break `\n`, every multiplication sign `×`.
    Sign(char),
}

/// A word, a run of digits or a sign. Letters and digits that touch are two tokens: `T9` is `t`, `9`.
#[derive(Debug, Clone)]
pub struct Token<'t> {
    pub raw: &'t str,
    /// Where it starts in the text, in bytes.
    pub start: usize,
    pub kind: TokenKind,
    /// Lower case without marks; empty for signs.
    pub folded: String,
    /// [`tone_key`]; equal to `folded` for what was written without marks.
    pub tone: String,
    /// No blank stands before it.
    pub glued: bool,
}

impl Token<'_> {
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    pub fn is_number(&self) -> bool {
        self.kind == TokenKind::Number
    }

    pub fn is_word(&self, folded: &str) -> bool {
        self.kind == TokenKind::Word && self.folded == folded
    }

    /// Written without marks, or with exactly the marks of this word.
    pub fn is_marked(&self, word: &str) -> bool {
        self.kind == TokenKind::Word && (self.raw.is_ascii() || self.tone == tone_key(word))
    }

    /// Value of a run of digits.
    pub fn value(&self) -> Option<u64> {
        if self.is_number() {
            self.raw.parse().ok()
        } else {
            None
        }
    }

    /// Where it ends in the text, in bytes.
    pub fn end(&self) -> usize {
        self.start + self.raw.len()
    }
}

/// The tokens of a text, in order.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut glued = false;
    while let Some((start, c)) = chars.next() {
        let Some(class) = class(c) else {
            glued = false;
            continue;
        };
        let mut end = start + c.len_utf8();
        if !matches!(class, TokenKind::Sign(_)) {
            while let Some(&(at, next)) = chars.peek() {
                let joins = is_mark(next) || self::class(next) == Some(class);
                if !joins {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        push(&mut out, &text[start..end], start, class, glued);
        glued = class != TokenKind::Sign('\n');
    }
    out
}

fn push<'t>(out: &mut Vec<Token<'t>>, raw: &'t str, start: usize, kind: TokenKind, glued: bool) {
    let (folded, tone) = match kind {
        TokenKind::Word => (fold(raw), tone_key(raw)),
        TokenKind::Number => (raw.to_owned(), raw.to_owned()),
        TokenKind::Sign(_) => (String::new(), String::new()),
    };
    out.push(Token {
        raw,
        start,
        kind,
        folded,
        tone,
        glued,
    });
}

/// `None` for blanks.
fn class(c: char) -> Option<TokenKind> {
    Some(match c {
        '0'..='9' => TokenKind::Number,
        '\n' | '\r' | '\u{2028}' => TokenKind::Sign('\n'),
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2E3A}' => TokenKind::Sign('-'),
        '×' | '✕' | '*' => TokenKind::Sign('×'),
        '½' => TokenKind::Sign('½'),
        '，' | '、' => TokenKind::Sign(','),
        '；' => TokenKind::Sign(';'),
        '／' | '⁄' => TokenKind::Sign('/'),
        '（' | '[' | '{' => TokenKind::Sign('('),
        '）' | ']' | '}' => TokenKind::Sign(')'),
        '→' | '➔' | '⇒' => TokenKind::Sign('→'),
        '\u{FEFF}' | '\u{200B}'..='\u{200D}' => return None,
        _ if c.is_alphanumeric() || is_mark(c) => TokenKind::Word,
        _ if c.is_whitespace() || c.is_control() => return None,
        _ => TokenKind::Sign(c),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_digits_and_signs_are_told_apart() {
        let cut = |text| {
            tokens(text)
                .iter()
                .map(|t| t.raw.to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(cut("T9/2021"), ["T", "9", "/", "2021"]);
        assert_eq!(cut("Quý III – IV"), ["Quý", "III", "–", "IV"]);
        assert_eq!(cut("120tr(NSNN)"), ["120", "tr", "(", "NSNN", ")"]);
        assert!(cut(" \u{a0}").is_empty());
        let dash = tokens("a – b");
        assert!(dash[1].is_sign('-') && !dash[1].glued);
    }

    #[test]
    fn a_word_without_marks_passes_for_any_marks() {
        let words = tokens("tư từ tu");
        assert!(words[0].is_marked("tư") && !words[1].is_marked("tư") && words[2].is_marked("tư"));
    }
}
