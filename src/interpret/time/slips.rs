//! Which periods cannot be: figures that no calendar has, spans that run backwards, words that contradict.

use super::dates::{self, year4};
use super::grammar::{Part, PartKind};
use super::words;
use crate::vocabulary::tokens::Token;
use jiff::civil::Date;

/// A span that ends before it begins runs over the end of a year; over so many months it is rather a
/// slip. A school year has ten.
const LONGEST_WRAP: i32 = 10;

/// Figures joined like a date that are none.
pub(super) struct NoDate {
    /// The index after them.
    pub end: usize,
    /// It can be nothing but a date gone wrong; "13/14" may be a share.
    pub surely: bool,
}

/// "32/9/2021", "13/2021", "2021-13-05", "15/9/201": figures that stand like a date and are none.
/// Longer runs are lists of days or numbers of documents.
pub(super) fn no_date(tokens: &[Token<'_>], at: usize) -> Option<NoDate> {
    let sign = ['/', '-', '.']
        .into_iter()
        .find(|&sign| tokens.get(at + 1).is_some_and(|t| t.is_sign(sign)))?;
    let mut lengths = vec![tokens.get(at).filter(|t| t.is_number())?.raw.len()];
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|t| t.is_sign(sign))
        && let Some(number) = tokens.get(end + 1).filter(|t| t.is_number())
    {
        lengths.push(number.raw.len());
        end += 2;
    }
    let goes_on = tokens.get(end).is_some_and(|t| t.is_sign(sign));
    if goes_on || dates::numeric(tokens, at).is_some() {
        return None;
    }
    let year_first = year4(tokens.get(at)).is_some();
    let surely = match lengths.as_slice() {
        // "2020-2021" and "2020-21" are two years.
        [4, 4] => return None,
        [4, 2] if year_first && follows(tokens, at) => return None,
        [4, 1 | 2] if year_first => true,
        [4, _, _] if year_first => true,
        [1 | 2, long] | [1 | 2, 1 | 2, long] if *long > 2 => true,
        [1 | 2, 1 | 2, 2] if sign == '/' => true,
        [1 | 2, 1 | 2] if sign == '/' => false,
        _ => return None,
    };
    Some(NoDate { end, surely })
}

/// "2020-21": the index after the second year.
pub(super) fn year_after(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let joined = tokens
        .get(at + 1)
        .is_some_and(|t| t.is_sign('-') || t.is_sign('/'));
    let short = tokens.get(at + 2).is_some_and(|t| t.raw.len() == 2);
    let more = tokens
        .get(at + 3)
        .is_some_and(|t| t.is_sign('-') || t.is_sign('/'));
    (joined && short && !more && follows(tokens, at)).then_some(at + 3)
}

/// The second is the year after the first.
fn follows(tokens: &[Token<'_>], at: usize) -> bool {
    let year = |at: usize| tokens.get(at).and_then(Token::value).unwrap_or(0) % 100;
    (year(at) + 1) % 100 == year(at + 2)
}

/// After "quý" comes a number, and not one of the four.
pub(super) fn no_quarter(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    if token.is_number() {
        let quarter = token.value().is_some_and(|n| (1..=4).contains(&n));
        return year4(Some(token)).is_none() && !quarter;
    }
    let numeral = |c: char| matches!(c, 'i' | 'v' | 'x' | 'l');
    let roman = token.raw.is_ascii() && token.folded.chars().all(numeral);
    let spoken = words::spoken(tokens, at).filter(|_| !token.is_word("nam"));
    roman && !token.folded.is_empty() && words::roman(&token.folded).is_none()
        || spoken.is_some_and(|(n, _)| !(1..=4).contains(&n))
}

/// "Quý 2/3/2021" names two quarters and no day in March.
pub(super) fn right_after_quarter(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let quarter = tokens
        .get(at)
        .and_then(Token::value)
        .is_some_and(|n| (1..=4).contains(&n));
    quarter && before.is_some_and(|t| matches!(t.folded.as_str(), "q" | "quy" | "qui"))
}

/// After "tháng" comes a number, and neither one of the twelve nor a date; or two of the twelve in two
/// quarters with a year, which may be a date as well ("tháng 9/10/2021").
pub(super) fn no_month(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    if let Some(value) = token.value() {
        let month = (1..=12).contains(&value);
        let date = dates::numeric(tokens, at);
        let full = match date {
            Some((dates::Numeric::Day { day, month, year }, end)) => {
                year.is_some() && end == at + 5 && (day.max(1) - 1) / 3 != (month - 1) / 3
            }
            _ => false,
        };
        return year4(Some(token)).is_none() && if month { full } else { date.is_none() };
    }
    words::spoken(tokens, at).is_some_and(|(n, _)| !(1..=12).contains(&n))
}

/// Nothing but numbers of quarters, with or without a year: under "Quý", "3/2021" is no March.
pub(super) fn only_quarters(tokens: &[Token<'_>]) -> bool {
    let quarter =
        |t: &Token<'_>| t.raw.len() <= 2 && t.value().is_some_and(|n| (1..=4).contains(&n));
    let word = |t: &&Token<'_>| t.raw.chars().any(char::is_alphabetic);
    let numbers = tokens.iter().filter(|t| t.is_number());
    !tokens.iter().any(|t| word(&t))
        && numbers.clone().any(quarter)
        && numbers
            .clone()
            .all(|t| quarter(t) || year4(Some(t)).is_some())
}

/// The days or months named, and the wider times named beside them; `None` where all are of a kind.
pub(super) fn nearer_and_wider(parts: &[Part]) -> Option<(Vec<Part>, Vec<Part>)> {
    let nearest = [PartKind::Day, PartKind::Month]
        .into_iter()
        .find(|kind| parts.iter().any(|part| part.kind == *kind))?;
    let (nearer, wider): (Vec<Part>, Vec<Part>) =
        parts.iter().partition(|part| part.kind == nearest);
    (!wider.is_empty()).then_some((nearer, wider))
}

/// In the months that the wider times cover together.
pub(super) fn within(part: &Part, wider: &[Part]) -> bool {
    let first = wider.iter().map(|w| w.first).min().unwrap_or(u32::MAX);
    let last = wider.iter().map(|w| w.last).max().unwrap_or(0);
    (first..=last).contains(&part.first) && part.last <= last
}

/// "Quý II (tháng 9)": the month is said to explain the quarter and does not lie in it. "Quý II và
/// tháng 9" names two times; feasts and seasons move.
pub(super) fn contradict(parts: &[Part]) -> bool {
    let listed = |pair: &[Part]| {
        let [before, after] = pair else { return false };
        before.kind != after.kind && (after.listed || after.joined)
    };
    let apart = parts.windows(2).any(listed);
    let Some((nearer, wider)) = nearer_and_wider(parts).filter(|_| !apart) else {
        return false;
    };
    let exact = |part: &Part| {
        matches!(
            part.kind,
            PartKind::Quarter | PartKind::Month | PartKind::Span
        )
    };
    wider.iter().all(exact) && !nearer.iter().all(|part| within(part, &wider))
}

/// 31/9, 30/2, and spans that end before they begin: the parts as written, and with their years.
pub(super) fn no_calendar_has(written: &[Part], parts: &[Part], lunar: bool) -> bool {
    let stated = written.iter().all(|part| part.year.is_some());
    parts.iter().any(|part| !is_day(part, lunar)) || runs_backwards(parts, stated)
}

fn is_day(part: &Part, lunar: bool) -> bool {
    let (Some(day), Some(year)) = (part.day, part.year) else {
        return true;
    };
    if lunar {
        return (1..=30).contains(&day);
    }
    let date = || {
        Date::new(
            i16::try_from(year).ok()?,
            i8::try_from(part.first).ok()?,
            i8::try_from(day).ok()?,
        )
        .ok()
    };
    date().is_some()
}

fn runs_backwards(parts: &[Part], stated: bool) -> bool {
    let month = |part: &Part, month: u32| part.year.unwrap_or(0) * 12 + month as i32;
    parts.windows(2).any(|pair| {
        let (from, to) = (&pair[0], &pair[1]);
        if !to.joined {
            return false;
        }
        let days = (from.day.zip(to.day)).is_some_and(|(first, last)| last < first);
        let months = month(to, to.last) - month(from, from.first);
        let wrapped = !stated && is_wrap(from, to) && months >= LONGEST_WRAP;
        months < 0 || months == 0 && days || wrapped
    })
}

/// The months alone would run backwards: the end lies in the year after.
fn is_wrap(from: &Part, to: &Part) -> bool {
    from.year < to.year && to.first < from.first
}

#[cfg(test)]
mod tests {
    use super::super::period;
    use crate::model::value::{PeriodForm, Quarter};

    #[test]
    fn what_no_calendar_has_is_never_guessed() {
        let cases = [
            "Quý 5/2021",
            "Quý 5",
            "Q5",
            "Q5/2021",
            "quý 0",
            "Quý XII/2021",
            "Quý V",
            "Quý IIII/2021",
            "Quý sáu",
            "Quý 9/2021",
            "Quý 33/2021",
            "Quý 1-5/2021",
            "Quý III/20211",
            "Quý III/202",
            "Quý III/99",
            "Quý III năm 20211",
            "tháng 13/2021",
            "tháng 13",
            "tháng 0",
            "tháng 00/2021",
            "T13/2021",
            "tháng mười ba",
            "tháng 9-13",
            "tháng 9/13",
            "tháng 9/20211",
            "tháng 9/10/2021",
            "Tháng 5 (1-5)",
            "13/2021",
            "0/2021",
            "9/20211",
            "32/9/2021",
            "31/9/2021",
            "31/9",
            "30/2",
            "29/2/2021",
            "0/9/2021",
            "15/13/2021",
            "15/9/20211",
            "15/9/201",
            "15-20/13/2021",
            "15-31/9/2021",
            "15-32/9/2021",
            "Từ ngày 25/8 đến 31/9/2021",
            "ngày 32 tháng 9",
            "ngày 31 tháng 9 năm 2021",
            "Dự hội nghị ngày 32/9/2021",
            "2021-13-05",
            "2021-09-31",
            "2021-13",
            "2021/13/05",
            "31-Sep",
            "20210915",
            "092021",
            "13/14",
            "15",
            "20-15/9/2021",
            "20/9/2021 - 15/9/2021",
            "20/9/2021 - 15/8/2021",
            "từ 20/9 đến 15/8/2021",
            "Tháng 9/2021 - tháng 3/2021",
            "Quý III-II/2021",
            "Quý IV/2021 - Quý I/2021",
            "Quý II/2021, tháng 9",
            "Quý II/2021 (tháng 9)",
            "Tháng 9 (Quý II)",
            "Tháng 9 (15/10/2021)",
            "Quý II, 15-20/9/2021",
            "6 tháng đầu năm (tháng 9)",
        ];
        let mut wrong = Vec::new();
        for text in cases {
            let found = period(text, 2021);
            let guessed = (found.quarter, found.quarters, found.first);
            if (found.form, guessed)
                != (
                    PeriodForm::Unreadable,
                    (Some(Quarter::Unscheduled), 0, None),
                )
            {
                wrong.push(format!("{text:?}: {found:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
