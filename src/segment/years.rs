//! Which year a section is of, and which plan year the titles speak of.

use super::hints::Hints;
use crate::model::section::Kind;

/// The year of a section: the one stated; else for a plan the plan year, for results the year before.
/// Where nobody says a year, the file name's; 0 where that says none either.
pub fn section_year(kind: Kind, stated: Option<i32>, plan_year: Option<i32>, hints: &Hints) -> i32 {
    let usual = match kind {
        Kind::Plan => plan_year,
        Kind::Realised => hints.results_year.or(plan_year.map(|year| year - 1)),
    };
    let in_name = || in_text(&crate::vocabulary::fold::fold(hints.file_name)).next();
    stated.or(usual).or_else(in_name).unwrap_or(0)
}

/// Years in a folded text that are no part of a date, a document's number or a span of years.
pub fn in_text(folded: &str) -> impl Iterator<Item = i32> + '_ {
    let words: Vec<&str> = folded.split(' ').collect();
    let years = (0..words.len()).filter_map(move |at| year_at(&words, at));
    years.collect::<Vec<_>>().into_iter()
}

/// The year at a word, unless it ends a date ("10 11 2020") or bounds a period ("giai doan 2021 2025").
pub fn year_at(words: &[&str], at: usize) -> Option<i32> {
    let year = year(words.get(at)?)?;
    let before = |back: usize| at.checked_sub(back).and_then(|i| words.get(i)).copied();
    let is_number = |word: Option<&str>| word.is_some_and(|w| w.parse::<u32>().is_ok());
    let span = |from: usize| before(from) == Some("doan") && before(from + 1) == Some("giai");
    let in_span = span(1) || (is_number(before(1)) && span(2));
    let in_date = is_number(before(1)) && before(1).and_then(self::year).is_none();
    (!in_span && !in_date).then_some(year)
}

fn year(word: &str) -> Option<i32> {
    let year: i32 = (word.len() == 4).then(|| word.parse().ok()).flatten()?;
    (2000..2100).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_told_from_dates_and_spans() {
        let cases: [(&str, &[i32]); 5] = [
            ("doan ra nam 2021", &[2021]),
            ("ket qua nam 2020 va ke hoach nam 2021", &[2020, 2021]),
            ("kem theo bao cao ngay 10 11 2020", &[]),
            ("giai doan 2021 2025", &[]),
            ("so 2104 snn", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(in_text(text).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
