//! One cell of `.ods`: its value and the words that a person sees in it.

use crate::document::{CellFault, Unreadable};
use crate::workbook::value;
use crate::xml::{Piece, Tag, Xml};

/// A cell as the file says it: how often, how wide, how high, and its text.
pub struct Cell {
    pub repeated: u32,
    pub columns: u32,
    pub rows: u32,
    pub text: String,
    pub fault: Option<CellFault>,
    /// Lies below a cell that spans it: what it holds nobody sees.
    covered: bool,
    /// A formula, and no value says what it gives.
    is_pending: bool,
    value: Value,
}

/// The typed value of a cell.
enum Value {
    /// The text stands in the paragraphs, or here.
    Text(Option<String>),
    Number(f64),
    Percent(f64),
    /// A date, a time, a truth value: as it is written.
    Written(String),
    /// A number that is none.
    Spoilt(String),
}

/// Text of a cell beyond which no more is gathered, in bytes: more than any cell keeps.
const LONGEST: usize = 4 << 20;

impl Cell {
    /// What its tag says of a cell.
    pub fn begin(tag: &Tag<'_>) -> Cell {
        Cell {
            repeated: count(tag, "number-columns-repeated"),
            columns: count(tag, "number-columns-spanned"),
            rows: count(tag, "number-rows-spanned"),
            text: String::new(),
            fault: None,
            covered: tag.name() == "covered-table-cell",
            is_pending: tag.attribute("formula").is_some() && tag.attribute("value-type").is_none(),
            value: Value::of(tag),
        }
    }

    /// Reads to the end of the cell; what is drawn over it is put aside.
    ///
    /// # Errors
    /// XML that breaks or is cut off.
    pub fn read(mut self, xml: &mut Xml<'_>, asides: &mut Vec<String>) -> Result<Cell, Unreadable> {
        let shown = read_text(xml, self.covered, asides)?;
        // An empty text that a formula gave still has its paragraph.
        let is_empty = shown.is_none();
        let shown = shown.unwrap_or_default();
        if self.covered {
            return Ok(self);
        }
        if is_error(&shown) {
            self.fault = Some(CellFault::Error);
            self.text = shown;
            return Ok(self);
        }
        self.text = match self.value {
            Value::Number(number) => beside(&shown, value::number(number)),
            Value::Percent(number) => format!("{}%", value::number(number * 100.0)),
            Value::Written(ref text) => text.clone(),
            Value::Text(Some(ref text)) => text.clone(),
            Value::Text(None) => shown,
            Value::Spoilt(ref text) => {
                self.fault = Some(CellFault::Value);
                if shown.is_empty() {
                    text.clone()
                } else {
                    shown
                }
            }
        };
        if self.is_pending && is_empty {
            self.fault = Some(CellFault::NotCalculated);
        }
        Ok(self)
    }
}

impl Value {
    fn of(tag: &Tag<'_>) -> Value {
        let stated = |name| tag.attribute(name).map(std::borrow::Cow::into_owned);
        let number = |number: fn(f64) -> Value| match stated("value") {
            Some(text) => match text.trim().parse::<f64>() {
                Ok(value) if value.is_finite() => number(value),
                _ => Value::Spoilt(text),
            },
            None => Value::Text(None),
        };
        let written = |text: Option<String>| text.map_or(Value::Text(None), Value::Written);
        match stated("value-type").as_deref() {
            Some("float" | "currency") => number(Value::Number),
            Some("percentage") => number(Value::Percent),
            Some("date") => written(stated("date-value").map(|date| value::iso_date(&date))),
            Some("time") => written(stated("time-value").map(|time| value::iso_duration(&time))),
            Some("boolean") => {
                let truth = stated("boolean-value");
                written(truth.map(|truth| value::boolean(truth == "true").to_string()))
            }
            _ => Value::Text(stated("string-value")),
        }
    }
}

/// How often: once where it is not said.
pub fn count(tag: &Tag<'_>, name: &str) -> u32 {
    let stated = tag.attribute(name);
    stated
        .and_then(|count| count.parse().ok())
        .unwrap_or(1)
        .max(1)
}

/// "#N/A", "Err:502": what a spreadsheet shows in place of a value.
fn is_error(shown: &str) -> bool {
    let named = |name: &str| name.ends_with(['!', '?']) || name == "N/A";
    let spelt = |name: &str| {
        name.bytes()
            .all(|b| b.is_ascii_uppercase() || b"/!?0".contains(&b))
    };
    shown
        .strip_prefix('#')
        .is_some_and(|name| named(name) && spelt(name))
        || shown
            .strip_prefix("Err:")
            .is_some_and(|code| code.parse::<u16>().is_ok())
}

/// The number with all its digits among the words that a person sees beside it: "5 ngày".
fn beside(shown: &str, number: String) -> String {
    let is_figure =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '\u{2212}' | '(' | ')');
    let Some(first) = shown.find(|c: char| c.is_ascii_digit()) else {
        return number;
    };
    let last = shown.rfind(|c: char| c.is_ascii_digit()).unwrap_or(first);
    let (before, after) = (&shown[..first], &shown[last + 1..]);
    let figure = &shown[first..=last];
    let is_one = figure.chars().all(|c| is_figure(c) || c.is_whitespace());
    let words = |text: &str| text.chars().any(|c| c.is_alphabetic() || is_currency(c));
    match is_one && (words(before) || words(after)) {
        true => format!("{}{number}{after}", before.trim_end_matches(is_figure)),
        false => number,
    }
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '฿' | '\u{20A0}'..='\u{20CF}' | '៛')
}

/// What is in a cell and not its text: comments, drawings and what stands in them, readings above signs.
fn is_beside(name: &str) -> bool {
    matches!(
        name,
        "annotation"
            | "annotation-end"
            | "line"
            | "ellipse"
            | "circle"
            | "polygon"
            | "polyline"
            | "path"
            | "connector"
            | "measure"
            | "control"
            | "page-thumbnail"
            | "regular-polygon"
            | "text-box"
            | "image"
            | "object"
            | "title"
            | "desc"
            | "ruby-text"
            | "note"
            | "detective"
            | "event-listeners"
    )
}

/// The paragraphs of a cell, one line each; `None` where it has none.
fn read_text(
    xml: &mut Xml<'_>,
    covered: bool,
    asides: &mut Vec<String>,
) -> Result<Option<String>, Unreadable> {
    let mut text = String::new();
    let (mut paragraphs, mut in_paragraph) = (0, 0);
    while let Some(piece) = xml.next()? {
        let is_full = text.len() > LONGEST;
        match piece {
            Piece::Open(tag) => match tag.name() {
                "frame" | "custom-shape" | "g" | "rect" | "caption" => xml.paragraphs(asides)?,
                name if is_beside(name) => xml.skip()?,
                "p" => {
                    if paragraphs > 0 && in_paragraph == 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    in_paragraph += 1;
                }
                // A blank of a few letters may stand for a thousand: what no cell keeps is not held.
                "s" if !is_full => {
                    let blanks = count(&tag, "c").min(1 << 10);
                    text.extend(std::iter::repeat_n(' ', blanks as usize));
                }
                "tab" if !is_full => text.push('\t'),
                "line-break" if !is_full => text.push('\n'),
                _ => {}
            },
            Piece::Text(part) if in_paragraph > 0 && !is_full && !covered => text.push_str(&part),
            Piece::Close(tag) => match tag.name() {
                "p" => in_paragraph -= 1,
                "table-cell" | "covered-table-cell" => break,
                _ => {}
            },
            Piece::Text(_) | Piece::Other => {}
        }
    }
    Ok((paragraphs > 0).then_some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_digits_and_the_words_beside_it() {
        let cases = [
            ("5 ngày", "5", "5 ngày"),
            ("1.500.000 đ", "1500000", "1500000 đ"),
            ("-3 người", "-3", "-3 người"),
            ("1.500.000", "1500000", "1500000"),
            ("(12)", "-12", "-12"),
            ("Đoàn 3", "3", "Đoàn 3"),
            ("€ 1 500", "1500", "€ 1500"),
            ("", "8", "8"),
            ("###", "8", "8"),
            ("9/2021 (quý 3)", "44440", "44440"),
        ];
        for (shown, number, text) in cases {
            assert_eq!(beside(shown, number.to_string()), text, "{shown}");
        }
    }

    #[test]
    fn errors_are_told_from_words_that_begin_alike() {
        for error in ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "Err:502", "#SPILL!"] {
            assert!(is_error(error), "{error}");
        }
        for text in ["#1", "# 5", "Error", "#hashtag!", "Err:", "N/A"] {
            assert!(!is_error(text), "{text}");
        }
    }
}
