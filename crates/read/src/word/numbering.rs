//! Running numbers that Word counts by itself: they stand in no text, and a person reads them.

use crate::document::Unreadable;
use crate::package::{Package, Relation};
use crate::xml::{Piece, Tag};
use rustc_hash::FxHashMap;

/// Levels of a list.
const LEVELS: usize = 9;

/// Which list a paragraph belongs to, and on which level; each as far as it is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NumberRef {
    pub list: Option<u32>,
    pub level: Option<u32>,
}

impl NumberRef {
    /// What this one does not say, another does.
    pub fn or(self, other: NumberRef) -> NumberRef {
        NumberRef {
            list: self.list.or(other.list),
            level: self.level.or(other.level),
        }
    }
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    /// The form of a list, by its number.
    lists: FxHashMap<u32, List>,
    forms: FxHashMap<u32, [Level; LEVELS]>,
    /// By form: lists of one form count on together.
    counts: FxHashMap<u32, [Option<i64>; LEVELS]>,
}

#[derive(Debug, Default)]
struct List {
    form: u32,
    /// Levels that begin anew where the list is first used.
    starts: Vec<(usize, u32)>,
    is_used: bool,
}

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    /// `decimal`, `upperRoman` ...
    signs: String,
    /// "%1." with the numbers of the levels.
    text: String,
}

impl Numbering {
    /// Reads the lists; none where the document has none.
    ///
    /// # Errors
    /// A part that is broken.
    pub fn read(
        package: &mut Package<'_>,
        relation: Option<&Relation>,
    ) -> Result<Numbering, Unreadable> {
        let mut numbering = Numbering::default();
        let Some(relation) = relation else {
            return Ok(numbering);
        };
        let Some(mut part) = package.part(&relation.part)? else {
            return Ok(numbering);
        };
        let mut xml = part.xml();
        let (mut form, mut list, mut level) = (None, None, 0);
        while let Some(piece) = xml.next()? {
            let Piece::Open(tag) = piece else { continue };
            let number = |name: &str| tag.attribute(name)?.parse::<u32>().ok();
            match tag.name() {
                "abstractNum" => (form, list) = (number("abstractNumId"), None),
                "num" => (form, list) = (None, number("numId")),
                "lvl" | "lvlOverride" => level = number("ilvl").unwrap_or(0) as usize,
                _ => numbering.read_tag(&tag, form, list, level.min(LEVELS - 1)),
            }
        }
        Ok(numbering)
    }

    fn read_tag(&mut self, tag: &Tag<'_>, form: Option<u32>, list: Option<u32>, level: usize) {
        let value = tag.attribute("val").unwrap_or_default();
        if let Some(list) = list {
            let list = self.lists.entry(list).or_default();
            match tag.name() {
                "abstractNumId" => list.form = value.parse().unwrap_or(0),
                "startOverride" => list
                    .starts
                    .extend(value.parse().map(|start| (level, start))),
                _ => {}
            }
        } else if let Some(form) = form {
            let level = &mut self.forms.entry(form).or_default()[level];
            match tag.name() {
                "start" => level.start = value.parse().unwrap_or(0),
                "numFmt" => level.signs = value.into_owned(),
                "lvlText" => level.text = value.into_owned(),
                _ => {}
            }
        }
    }

    /// The next number of a list, as it is shown before a paragraph; `None` for bullets and for
    /// paragraphs of no list.
    pub fn next(&mut self, number: NumberRef) -> Option<String> {
        let list = self.lists.get_mut(&number.list?)?;
        let form = self.forms.get(&list.form)?;
        let level = (number.level.unwrap_or(0) as usize).min(LEVELS - 1);
        let counts = self.counts.entry(list.form).or_default();
        if !std::mem::replace(&mut list.is_used, true) {
            for &(level, start) in &list.starts {
                counts[level] = Some(i64::from(start) - 1);
            }
        }
        counts[level] = Some(match counts[level] {
            Some(count) => count + 1,
            None => form[level].start.into(),
        });
        counts[level + 1..].fill(None);
        let text = &form[level].text;
        if form[level].signs == "bullet" || form[level].signs == "none" || text.is_empty() {
            return None;
        }
        let mut shown = text.clone();
        for (at, form) in form.iter().enumerate() {
            let place = format!("%{}", at + 1);
            if shown.contains(&place) {
                let count = counts[at].unwrap_or(form.start.into());
                let count = u32::try_from(count).unwrap_or(0);
                shown = shown.replace(&place, &signs(&form.signs, count));
            }
        }
        Some(shown.trim().to_string()).filter(|shown| !shown.is_empty())
    }
}

/// A number in the signs of a level.
fn signs(form: &str, count: u32) -> String {
    match form {
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperLetter" => letter(count, b'A'),
        "lowerLetter" => letter(count, b'a'),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}

fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = count.min(3999);
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            roman.push_str(sign);
            left -= value;
        }
    }
    roman
}

/// A to Z, then AA to ZZ.
fn letter(count: u32, first: u8) -> String {
    let index = count.saturating_sub(1);
    let letter = char::from(first + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26 + 1).min(8) as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbering(levels: &[(&str, &str)]) -> Numbering {
        let mut form: [Level; LEVELS] = Default::default();
        for (level, (signs, text)) in form.iter_mut().zip(levels) {
            *level = Level {
                start: 1,
                signs: signs.to_string(),
                text: text.to_string(),
            };
        }
        let mut numbering = Numbering::default();
        numbering.forms.insert(0, form);
        for list in [1, 2] {
            let starts = if list == 2 { vec![(0, 1)] } else { Vec::new() };
            let list_of_form = List {
                starts,
                ..List::default()
            };
            numbering.lists.insert(list, list_of_form);
        }
        numbering
    }

    #[test]
    fn lists_count_on_and_begin_anew_below_their_heads() {
        let mut numbering = numbering(&[
            ("upperRoman", "%1."),
            ("decimal", "%1.%2)"),
            ("bullet", "•"),
        ]);
        let at = |list, level| NumberRef {
            list: Some(list),
            level: Some(level),
        };
        let expected = [
            (at(1, 0), Some("I.")),
            (at(1, 1), Some("I.1)")),
            (at(1, 1), Some("I.2)")),
            (at(1, 2), None),
            (at(1, 0), Some("II.")),
            (at(1, 1), Some("II.1)")),
            (at(2, 0), Some("I.")),
            (at(7, 0), None),
            (NumberRef::default(), None),
        ];
        for (number, shown) in expected {
            assert_eq!(numbering.next(number).as_deref(), shown, "{number:?}");
        }
    }

    #[test]
    fn numbers_are_shown_in_the_signs_of_their_level() {
        let cases = [
            ("decimal", 12, "12"),
            ("decimalZero", 3, "03"),
            ("upperRoman", 14, "XIV"),
            ("lowerLetter", 2, "b"),
            ("upperLetter", 28, "BB"),
        ];
        for (form, count, shown) in cases {
            assert_eq!(signs(form, count), shown);
        }
    }
}
