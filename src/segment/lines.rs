//! What one row looks like: its filled cells, numerals, number rows, ditto marks and fillers.

use crate::vocabulary::fold::fold;
use crate::vocabulary::form;
use crate::vocabulary::structure::{Words, find_words};
use smallvec::SmallVec;

/// The filled cells of a row, with their columns.
#[derive(Debug, Clone, Default)]
pub struct Look<'d> {
    pub cells: SmallVec<[(usize, &'d str); 16]>,
}

impl<'d> Look<'d> {
    /// Cells that are no bare number; a numeral in the first cell ("I", "a.") is none either.
    pub fn texts(&self) -> impl Iterator<Item = (usize, &'d str)> + '_ {
        let numbered = self.numeral().is_some();
        let body = self.cells.iter().skip(usize::from(numbered)).copied();
        body.filter(|(_, text)| !is_number(text))
    }

    /// The numeral that stands alone in the first filled cell, with more beside it.
    pub fn numeral(&self) -> Option<Numeral> {
        let (column, first) = self.cells.first()?;
        (self.cells.len() > 1 && *column <= 1)
            .then(|| numeral(first))
            .flatten()
    }

    /// All cells as one line, at most 120 letters of it: for messages.
    pub fn joined_whole(&self) -> String {
        let texts = self.cells.iter().map(|(_, text)| *text);
        let joined = texts.collect::<Vec<_>>().join(" | ");
        joined.chars().take(120).collect()
    }

    /// The texts of the row as one line.
    pub fn joined(&self) -> String {
        let mut joined = String::new();
        for (_, text) in self.texts() {
            if !joined.is_empty() {
                joined.push_str(", ");
            }
            joined.push_str(text);
        }
        joined
    }
}

/// What numbers a heading or row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numeral {
    Roman(u32),
    Letter,
    Integer(u32),
    /// "1.1"
    Dotted,
    /// "-", "*", "+"
    Bullet,
}

impl Numeral {
    /// The same manner of numbering, and so the same level of an outline.
    pub fn is_like(self, other: Numeral) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// The numeral that a whole cell is: "I", "II.", "a)", "1.1", "-".
pub fn numeral(text: &str) -> Option<Numeral> {
    if matches!(text, "-" | "*" | "+" | "•" | "–") {
        return Some(Numeral::Bullet);
    }
    let core = text
        .trim_start_matches('(')
        .trim_end_matches(['.', ')', '/', ':', '-', ' ']);
    if core.is_empty() || core.len() > 9 {
        return None;
    }
    if core.bytes().all(|b| b.is_ascii_digit()) {
        return core.parse().ok().map(Numeral::Integer);
    }
    if let Some(value) = roman(core) {
        return Some(Numeral::Roman(value));
    }
    let mut letters = core.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter.is_alphabetic().then_some(Numeral::Letter);
    }
    let dotted = core.split('.').all(numeral_part) && core.contains('.');
    dotted.then_some(Numeral::Dotted)
}

fn numeral_part(part: &str) -> bool {
    let digits = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits || roman(part).is_some() || (part.len() == 1 && part.as_bytes()[0].is_ascii_alphabetic())
}

/// Roman numerals up to XXXIX, of letters or of the signs that look like them.
fn roman(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    if let (Some(sign @ ('Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ')), None) = (chars.next(), chars.next()) {
        return Some((sign as u32 - 'Ⅰ' as u32) % 16 + 1);
    }
    let mut total = 0;
    let mut last = 0;
    for c in text.chars().rev() {
        let value = match c.to_ascii_uppercase() {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => return None,
        };
        if value < last {
            total -= value;
        } else {
            total += value;
            last = value;
        }
    }
    (1..40).contains(&total).then_some(total as u32)
}

/// "I. ĐOÀN RA" as its numeral and the rest.
pub fn split_numeral(text: &str) -> (Option<Numeral>, &str) {
    if let Some(rest) = text.strip_prefix(['-', '*', '+', '•', '–']) {
        return (Some(Numeral::Bullet), rest.trim_start());
    }
    let end = text
        .char_indices()
        .find(|(_, c)| c.is_whitespace() || matches!(c, ')' | '/' | ':'))
        .map(|(at, c)| {
            if c.is_whitespace() {
                at
            } else {
                at + c.len_utf8()
            }
        });
    if let Some((head, rest)) = end.map(|end| text.split_at(end))
        && let Some(found) = numeral(head)
    {
        return (
            Some(found),
            rest.trim_start_matches(['.', ')', '/', ':', '-', ' '])
                .trim_start(),
        );
    }
    if let Some((head, rest)) = text.split_once('.')
        && let Some(found) = numeral(head)
        && rest.starts_with(char::is_alphabetic)
    {
        return (Some(found), rest);
    }
    (None, text)
}

/// A bare number: digits with separators ("08", "1.250", "75,5", "60 %").
pub fn is_number(text: &str) -> bool {
    text.len() <= 24
        && text.bytes().any(|b| b.is_ascii_digit())
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || b".,-%+ ".contains(&b))
}

/// "1 2 3 …", "(1) (2)", "<i>1</i>", "Cột 1", "A B 1 2": the row that numbers the columns.
pub fn is_number_row(look: &Look<'_>) -> bool {
    if look.cells.len() < 3 || look.cells.iter().any(|(_, text)| text.len() > 24) {
        return false;
    }
    let mut steps = 0usize;
    let mut integers = 0usize;
    let mut letters = 0usize;
    let mut last: Option<u32> = None;
    for (_, text) in &look.cells {
        match column_number(text) {
            Some(ColumnNumber::Letter) if last.is_none() => letters += 1,
            Some(ColumnNumber::Integer(value)) => {
                integers += 1;
                let next = |last: u32| value == last + 1 || value + 1 == last;
                steps += usize::from(last.map_or(value <= 3, next));
                last = Some(value);
            }
            _ => return false,
        }
    }
    let lettered = letters == look.cells.len() && is_alphabet(look);
    lettered || (integers >= 2 && steps * 10 >= integers * 7)
}

/// "A B C D": letters in their order.
fn is_alphabet(look: &Look<'_>) -> bool {
    let letters = look
        .cells
        .iter()
        .map(|(_, text)| text.trim_matches(['(', ')', '[', ']']));
    letters.zip(b'a'..=b'z').all(|(text, letter)| {
        text.as_bytes()
            .first()
            .is_some_and(|b| b.to_ascii_lowercase() == letter)
    })
}

enum ColumnNumber {
    Letter,
    Integer(u32),
}

/// The number of a column, without tags, brackets and the word "Cột"; "(7)=(5)x(6)" is 7.
fn column_number(text: &str) -> Option<ColumnNumber> {
    let bare = text.trim_start_matches(['<', '(', '[', ' ']);
    let bare = bare
        .strip_prefix("i>")
        .or(bare.strip_prefix("b>"))
        .unwrap_or(bare);
    let bare = bare
        .strip_prefix("Cột")
        .or(bare.strip_prefix("cột"))
        .unwrap_or(bare)
        .trim();
    let digits: String = bare
        .trim_start_matches('(')
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    if digits.is_empty() {
        let mut letters = bare.trim_end_matches([')', ']', '.']).chars();
        let single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        return single.then_some(ColumnNumber::Letter);
    }
    let rest = bare
        .trim_start_matches('(')
        .get(digits.len()..)
        .unwrap_or("");
    let closed = matches!(rest, "" | ".")
        || [")", "]", "<", ".0", "=", " ="]
            .iter()
            .any(|end| rest.starts_with(end));
    let value = digits.parse().ok().filter(|&value: &u32| value < 100);
    value.filter(|_| closed).map(ColumnNumber::Integer)
}

/// The example of the blank form, left standing.
pub fn is_example(look: &Look<'_>) -> bool {
    look.cells.len() >= 4 && form::is_example(look.cells.iter().map(|(_, text)| *text))
}

/// A row of a template that says how to fill it in, or that it is to be erased: "Ghi tên nước" beside
/// "Chỉ ghi số", "VD: Đoàn …", "xóa khi gửi". The examples of our own form are known by their cells.
pub fn is_help(look: &Look<'_>) -> bool {
    const ERASED: [&str; 5] = [
        "xoa khi gui",
        "xoa truoc khi gui",
        "xoa dong nay",
        "dong vi du",
        "dong mau",
    ];
    const ASKS: [&str; 8] = [
        "ghi ",
        "chi ghi ",
        "nhap ",
        "dien ",
        "chon ",
        "neu ",
        "viet ",
        "huong dan ",
    ];
    if look.cells.len() < 3
        || look
            .cells
            .iter()
            .any(|(_, text)| form::is_example_name(text))
    {
        return false;
    }
    let mut asks = 0;
    for (at, (_, text)) in look.cells.iter().enumerate() {
        if text.len() > 120 || text.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let folded = fold(text);
        let opens = ["vd ", "vi du "]
            .iter()
            .any(|word| folded.starts_with(word));
        let erased = || {
            ERASED
                .iter()
                .any(|words| find_words(&folded, words).is_some())
        };
        if at < 2 && opens || erased() {
            return true;
        }
        asks += usize::from(ASKS.iter().any(|word| folded.starts_with(word)));
    }
    asks >= 3
}

/// Marks that repeat the cell above: `-nt-`, `"`, `//`, "như trên".
pub fn is_ditto(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let padding = |c: &char| !c.is_whitespace() && !"-–—.()_=…".contains(*c);
    let mut quotes = 0;
    let mut slashes = 0;
    for c in text.chars().filter(padding) {
        match c {
            '"' | '″' | '〃' | '”' | '“' | '„' | '\'' | '’' | '‘' | '`' | '´' => {
                quotes += 1
            }
            '/' | '\\' => slashes += 1,
            _ if c.is_alphabetic() => return is_ditto_word(text),
            _ => return false,
        }
    }
    quotes > 0 || slashes > 1
}

fn is_ditto_word(text: &str) -> bool {
    let bare = text.trim_matches(['-', ' ', '.', '"', '(', ')']);
    bare.eq_ignore_ascii_case("nt") || Words::Ditto.is(&fold(text).replace("n t", "nt"))
}

/// Signs and words that stand for nothing: "-", "…", "0", "x", "//", "Không xác định".
pub fn is_filler(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let folded = fold(text);
    folded.is_empty() || Words::Filler.is(&folded) || Words::Nil.is(&folded)
}
