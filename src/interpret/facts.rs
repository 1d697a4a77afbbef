//! How the text of a cell is read when its column says more than the cell: a unit, the order of day and
//! month, the total before a part.

use crate::model::section::CellFacts;
use std::borrow::Cow;

/// A bare number with the unit of its column in words, so that both are read as if written together.
pub fn in_unit<'t>(text: &'t str, facts: CellFacts) -> Cow<'t, str> {
    let number = |text: &str| {
        text.bytes().any(|b| b.is_ascii_digit())
            && text
                .bytes()
                .all(|b| b.is_ascii_digit() || b"., ".contains(&b))
    };
    match facts.unit_words {
        Some(unit) if number(text) => Cow::Owned(format!("{text} {unit}")),
        _ => Cow::Borrowed(text),
    }
}

/// "12/10" as its first number, where the second is a part of it.
pub fn total(text: &str, facts: CellFacts) -> &str {
    let pair = text.split_once('/').filter(|_| facts.total_before_part);
    let number = |part: &str| part.trim().parse::<u32>().ok();
    match pair {
        Some((whole, part)) if number(part) <= number(whole) && number(part).is_some() => {
            whole.trim()
        }
        _ => text,
    }
}

/// Dates of a column that writes the month first, with the day first: "9/15/2021" as "15/9/2021".
pub fn day_first<'t>(text: &'t str, facts: CellFacts) -> Cow<'t, str> {
    if !facts.month_first {
        return Cow::Borrowed(text);
    }
    let mut turned = String::with_capacity(text.len());
    let is_date = |c: char| c.is_ascii_digit() || c == '/';
    let mut rest = text;
    while !rest.is_empty() {
        let other = rest.find(is_date).unwrap_or(rest.len());
        turned.push_str(&rest[..other]);
        rest = &rest[other..];
        let end = rest.find(|c| !is_date(c)).unwrap_or(rest.len());
        turned.push_str(&turn(&rest[..end]));
        rest = &rest[end..];
    }
    Cow::Owned(turned)
}

/// One date: its first two numbers change places where it has a day and a month.
fn turn(date: &str) -> Cow<'_, str> {
    let parts: Vec<&str> = date.split('/').collect();
    match parts.as_slice() {
        [month, day, rest @ ..] if rest.len() <= 1 && month.len() <= 2 && day.len() <= 2 => {
            let mut turned = format!("{day}/{month}");
            for year in rest {
                turned.push('/');
                turned.push_str(year);
            }
            Cow::Owned(turned)
        }
        _ => Cow::Borrowed(date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_says_more_than_the_cell() {
        let weeks = CellFacts {
            unit_words: Some("tuần"),
            ..CellFacts::default()
        };
        assert_eq!(in_unit("2", weeks), "2 tuần");
        assert_eq!(in_unit("3 ngày", weeks), "3 ngày");
        let pair = CellFacts {
            total_before_part: true,
            ..CellFacts::default()
        };
        for (text, whole) in [("12/10", "12"), ("10/12", "10/12"), ("12", "12")] {
            assert_eq!(total(text, pair), whole);
        }
        let american = CellFacts {
            month_first: true,
            ..CellFacts::default()
        };
        let cases = [
            ("9/15/2021", "15/9/2021"),
            ("3/10/2021 - 3/14/2021", "10/3/2021 - 14/3/2021"),
            ("9/2021", "9/2021"),
            ("Quý III/2021", "Quý III/2021"),
        ];
        for (text, turned) in cases {
            assert_eq!(day_first(text, american), turned, "{text}");
        }
        assert_eq!(day_first("9/15/2021", CellFacts::default()), "9/15/2021");
    }
}
