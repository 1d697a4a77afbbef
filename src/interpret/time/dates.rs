//! Which date or month a run of numbers is: 15/9/2021, 2021-09-15, 9/2021, 30/4, 9/15/2021, 44454.

use super::words::english_month;
use crate::vocabulary::tokens::Token;
use jiff::civil::{Date, date};

/// What numbers with signs between them say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numeric {
    Day {
        day: u32,
        month: u32,
        year: Option<i32>,
    },
    Month {
        month: u32,
        year: i32,
    },
}

/// The date or month that starts at a token, and the index after it.
pub fn numeric(tokens: &[Token<'_>], at: usize) -> Option<(Numeric, usize)> {
    iso(tokens, at)
        .or_else(|| day_month_year(tokens, at))
        .or_else(|| month_year(tokens, at))
        .or_else(|| day_month(tokens, at))
}

fn small(token: Option<&Token<'_>>) -> Option<u32> {
    let token = token.filter(|t| t.raw.len() <= 2)?;
    u32::try_from(token.value()?).ok()
}

/// A year of four digits that may be one.
pub fn year4(token: Option<&Token<'_>>) -> Option<i32> {
    let token = token.filter(|t| t.is_number() && t.raw.len() == 4)?;
    let year = i32::try_from(token.value()?).ok()?;
    (1990..=2099).contains(&year).then_some(year)
}

fn sign(token: Option<&Token<'_>>) -> Option<char> {
    let token = token?;
    ['/', '-', '.']
        .into_iter()
        .find(|&sign| token.is_sign(sign))
}

fn iso(tokens: &[Token<'_>], at: usize) -> Option<(Numeric, usize)> {
    let year = year4(tokens.get(at))?;
    let first = sign(tokens.get(at + 1))?;
    let month = small(tokens.get(at + 2)).filter(|m| (1..=12).contains(m))?;
    if sign(tokens.get(at + 3)) == Some(first)
        && let Some(day) = small(tokens.get(at + 4)).filter(|d| (1..=31).contains(d))
    {
        let end = clock(tokens, at + 5);
        return Some((
            Numeric::Day {
                day,
                month,
                year: Some(year),
            },
            end,
        ));
    }
    // "2020-21" is two years, "2021-09" a month; two digits above 12 never come here.
    Some((Numeric::Month { month, year }, at + 3))
}

/// A time of day after a date is passed over: "2021-09-15T00:00:00", "2021-09-15 07:30".
fn clock(tokens: &[Token<'_>], at: usize) -> usize {
    let mut next = at;
    if tokens.get(next).is_some_and(|t| t.is_word("t")) {
        next += 1;
    }
    if !(small(tokens.get(next)).is_some() && tokens.get(next + 1).is_some_and(|t| t.is_sign(':')))
    {
        return at;
    }
    while tokens
        .get(next)
        .is_some_and(|t| t.is_number() || t.is_sign(':'))
    {
        next += 1;
    }
    next
}

fn day_month_year(tokens: &[Token<'_>], at: usize) -> Option<(Numeric, usize)> {
    let (first, second) = (small(tokens.get(at))?, small(tokens.get(at + 2))?);
    let between = sign(tokens.get(at + 1))?;
    if sign(tokens.get(at + 3)) != Some(between) {
        return None;
    }
    let last = tokens.get(at + 4);
    let year = year4(last).or_else(|| {
        let short = last.filter(|t| t.raw.len() == 2)?;
        small(Some(short))
            .filter(|y| (15..=60).contains(y) && between != '-')
            .map(|y| 2000 + y as i32)
    })?;
    let (day, month) = if second > 12 && first <= 12 {
        (second, first)
    } else {
        (first, second)
    };
    let valid = (1..=31).contains(&day) && (1..=12).contains(&month);
    valid.then(|| {
        (
            Numeric::Day {
                day,
                month,
                year: Some(year),
            },
            clock(tokens, at + 5),
        )
    })
}

fn month_year(tokens: &[Token<'_>], at: usize) -> Option<(Numeric, usize)> {
    let month = small(tokens.get(at)).filter(|m| (1..=12).contains(m))?;
    sign(tokens.get(at + 1))?;
    let year = year4(tokens.get(at + 2))?;
    Some((Numeric::Month { month, year }, at + 3))
}

/// "30/4"; "9/21" can only be a month of 2021.
fn day_month(tokens: &[Token<'_>], at: usize) -> Option<(Numeric, usize)> {
    let first = small(tokens.get(at))?;
    let between = sign(tokens.get(at + 1)).filter(|s| *s != '-')?;
    let glued = tokens.get(at + 2).is_some_and(|t| t.glued);
    let second = small(tokens.get(at + 2)).filter(|_| between == '/' || glued)?;
    if (1..=31).contains(&first) && (1..=12).contains(&second) {
        return Some((
            Numeric::Day {
                day: first,
                month: second,
                year: None,
            },
            at + 3,
        ));
    }
    let month_of = (1..=12).contains(&first) && (13..=60).contains(&second) && between == '/';
    month_of.then(|| {
        (
            Numeric::Month {
                month: first,
                year: 2000 + second as i32,
            },
            at + 3,
        )
    })
}

/// A spreadsheet's date number (1900 system), for dates from 2010 to 2049.
pub fn excel_serial(text: &str) -> Option<Date> {
    // The fraction is a time of day.
    let (digits, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if digits.len() != 5 {
        return None;
    }
    let serial: i32 = digits
        .parse()
        .ok()
        .filter(|n| (40_179..=54_788).contains(n))?;
    date(1899, 12, 30)
        .checked_add(jiff::Span::new().days(serial))
        .ok()
}

/// What a spreadsheet made of a date: `Sep-21` a month, `21-Sep` a day, `15-Sep-21` a date,
/// `Thg9-21` a month. Gives day, month, year.
pub fn excel_text(tokens: &[Token<'_>]) -> Option<(Option<u32>, u32, Option<i32>)> {
    let parts: Vec<&Token<'_>> = tokens
        .iter()
        .filter(|t| !t.is_sign('-') && !t.is_sign('/') && !t.is_sign(','))
        .collect();
    let year = |t: &Token<'_>| {
        year4(Some(t)).or_else(|| small(Some(t)).filter(|y| *y <= 60).map(|y| 2000 + y as i32))
    };
    let day = |t: &Token<'_>| small(Some(t)).filter(|d| (1..=31).contains(d));
    match parts.as_slice() {
        [a, b] if english_month(a).is_some() => Some((None, english_month(a)?, Some(year(b)?))),
        [a, b] if english_month(b).is_some() => Some((Some(day(a)?), english_month(b)?, None)),
        [a, b, c] if english_month(b).is_some() => {
            Some((Some(day(a)?), english_month(b)?, Some(year(c)?)))
        }
        [a, b, c] if english_month(a).is_some() => {
            Some((Some(day(b)?), english_month(a)?, Some(year4(Some(c))?)))
        }
        [a, b, c] if a.is_word("thg") && tokens.len() == 4 && tokens[2].is_sign('-') => {
            let month = small(Some(b)).filter(|m| (1..=12).contains(m))?;
            Some((None, month, Some(year(c)?)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::tokens::tokens;

    #[test]
    fn numbers_with_signs_are_days_or_months() {
        let day = |day, month, year| Some(Numeric::Day { day, month, year });
        let month = |month, year| Some(Numeric::Month { month, year });
        let cases = [
            ("15/9/2021", day(15, 9, Some(2021))),
            ("15.9.2021", day(15, 9, Some(2021))),
            ("2021-09-15 00:00:00", day(15, 9, Some(2021))),
            ("9/15/2021", day(15, 9, Some(2021))),
            ("15/9/21", day(15, 9, Some(2021))),
            ("9-2021", month(9, 2021)),
            ("09/2021", month(9, 2021)),
            ("2021/09", month(9, 2021)),
            ("9/21", month(9, 2021)),
            ("30/4", day(30, 4, None)),
            ("15-20", None),
            ("32/13/2021", None),
        ];
        for (text, expected) in cases {
            assert_eq!(numeric(&tokens(text), 0).map(|n| n.0), expected, "{text}");
        }
    }

    #[test]
    fn serial_numbers_of_spreadsheets_are_dates() {
        assert_eq!(excel_serial("44454"), Some(date(2021, 9, 15)));
        assert_eq!(excel_serial("44454.0"), Some(date(2021, 9, 15)));
        assert_eq!(excel_serial("44270.5"), Some(date(2021, 3, 15)));
        assert_eq!(excel_serial("12345"), None);
        assert_eq!(excel_serial("4445é"), None);
    }
}
