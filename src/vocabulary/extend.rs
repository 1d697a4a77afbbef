//! How the office's own words are added to the built-in lists, and when they are refused.

use super::Vocabulary;
use super::funding::{FundingWord, Use};
use crate::model::value::{CountryCode, FundingClass, FundingLevel};
use std::sync::Arc;

/// A line of `inputs/vocabulary/*.csv` that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {reason}")]
pub struct VocabularyError {
    pub file: String,
    /// From 1.
    pub line: u32,
    pub reason: String,
}

impl Vocabulary {
    /// Adds the office's own rows: `countries.csv` (code, alias), `places.csv` (code, place),
    /// `funding.csv` (class, level, words), `headings.csv` (heading, field, direction, unit). Rows of names of columns and blank rows are passed over;
    /// lines of `proposals.csv` are taken as they stand. Gives the number of words added; on any
    /// fault every faulty line, and the good ones stay.
    pub fn extend(
        &mut self,
        file_name: &str,
        rows: &[Vec<String>],
    ) -> Result<usize, Vec<VocabularyError>> {
        let stem = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
        let list = stem.to_ascii_lowercase();
        let add: fn(&mut Vocabulary, &[&str]) -> Result<usize, String> = match list.as_str() {
            "countries.csv" => add_country,
            "places.csv" => add_place,
            "funding.csv" => add_funding,
            "headings.csv" => add_heading,
            _ => {
                let reason =
                    "expected countries.csv, places.csv, funding.csv or headings.csv".to_owned();
                return Err(vec![VocabularyError {
                    file: file_name.into(),
                    line: 1,
                    reason,
                }]);
            }
        };
        let mut added = 0;
        let mut errors = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let cells: Vec<&str> = row.iter().map(|cell| cell.trim()).collect();
            let head = index == 0 && matches!(cells.first(), Some(&"code" | &"class" | &"heading"))
                || cells.starts_with(&["list", "code", "alias"]);
            if head || cells.iter().all(|cell| cell.is_empty()) {
                continue;
            }
            let added_now = match proposed(&cells, &list) {
                Some(proposal) => proposal.and_then(|cells| add(self, &cells)),
                None => add(self, &cells),
            };
            match added_now {
                Ok(words) => added += words,
                Err(reason) => errors.push(VocabularyError {
                    file: file_name.to_owned(),
                    line: index as u32 + 1,
                    reason,
                }),
            }
        }
        if errors.is_empty() {
            Ok(added)
        } else {
            Err(errors)
        }
    }

    fn known_code(&self, text: &str) -> Result<CountryCode, String> {
        CountryCode::new(text)
            .filter(|code| self.countries.contains(*code))
            .ok_or_else(|| format!("{text:?} is no ISO 3166-1 code of two letters"))
    }
}

/// A line of `proposals.csv` (list, code, alias, times, where, nearest) as a row of its list.
fn proposed<'c>(cells: &[&'c str], list: &str) -> Option<Result<Vec<&'c str>, String>> {
    let [named, code, alias, _, _, _, ..] = cells else {
        return None;
    };
    const LISTS: [&str; 4] = ["countries.csv", "places.csv", "funding.csv", "headings.csv"];
    if !LISTS.contains(named) {
        return None;
    }
    Some(match (*named == list, code.is_empty()) {
        (false, _) => Err(format!("{alias:?} was proposed for {named}")),
        (true, true) => Err(format!(
            "{alias:?} has no code yet: fill it in, or take the line out"
        )),
        (true, false) if list == "funding.csv" => Ok(vec![code, "", alias]),
        (true, false) if list == "headings.csv" => Ok(vec![alias, code]),
        (true, false) => Ok(vec![code, alias]),
    })
}

fn add_country(vocabulary: &mut Vocabulary, cells: &[&str]) -> Result<usize, String> {
    let [code, alias, ..] = cells else {
        return Err("expected code,alias".into());
    };
    let code = vocabulary.known_code(code)?;
    check_name(alias)?;
    if let Some(taken) = vocabulary
        .places
        .country(alias)
        .filter(|taken| *taken != code)
    {
        return Err(format!("{alias:?} is a place in {taken} already"));
    }
    let added = vocabulary.countries.insert(code, alias);
    added
        .map(|()| 1)
        .map_err(|taken| format!("{alias:?} means {taken} already"))
}

fn add_place(vocabulary: &mut Vocabulary, cells: &[&str]) -> Result<usize, String> {
    let [code, place, ..] = cells else {
        return Err("expected code,place".into());
    };
    let code = vocabulary.known_code(code)?;
    check_name(place)?;
    if let Some(taken) = vocabulary
        .countries
        .exact(place)
        .filter(|taken| *taken != code)
    {
        return Err(format!("{place:?} means {taken} already"));
    }
    let added = vocabulary.places.insert(code, place);
    added
        .map(|()| 1)
        .map_err(|taken| format!("{place:?} is a place in {taken} already"))
}

fn add_funding(vocabulary: &mut Vocabulary, cells: &[&str]) -> Result<usize, String> {
    let [class, level, words, ..] = cells else {
        return Err("expected class,level,words".into());
    };
    let class = FundingClass::from_code(class)
        .filter(|class| *class != FundingClass::Mixed)
        .ok_or_else(|| format!("{class:?} is no class of budget source"))?;
    let level = FundingLevel::from_code(level)
        .ok_or_else(|| format!("{level:?} is no level of the state budget"))?;
    let word = FundingWord {
        class,
        level,
        usage: Use::Always,
    };
    let mut added = 0;
    for phrase in words
        .split([';', '|'])
        .map(str::trim)
        .filter(|phrase| !phrase.is_empty())
    {
        check_name(phrase)?;
        match vocabulary.funding.get(phrase) {
            Some(known) if (known.class, known.level) == (class, level) => {}
            Some(known) => return Err(format!("{phrase:?} is {} already", known.class.code())),
            None => {
                vocabulary.funding.insert(phrase, word);
                added += 1;
            }
        }
    }
    Ok(added)
}

fn add_heading(vocabulary: &mut Vocabulary, cells: &[&str]) -> Result<usize, String> {
    let [heading, field, more @ ..] = cells else {
        return Err("expected heading,field,direction,unit".into());
    };
    check_name(heading)?;
    let cell = |at: usize| more.get(at).copied().unwrap_or("");
    Arc::make_mut(&mut vocabulary.headings).insert(heading, field, cell(0), cell(1))
}

/// A name without a letter would match every cell.
fn check_name(name: &str) -> Result<(), String> {
    if name.chars().any(char::is_alphabetic) {
        Ok(())
    } else {
        Err(format!("{name:?} is no name"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Vec<String>> {
        lines
            .iter()
            .map(|line| line.split(',').map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn the_offices_words_are_read_like_the_built_in_ones() {
        let mut words = Vocabulary::built_in();
        let lines = rows(&["code,alias", "LA,Xứ Triệu Voi", "", "th,Xứ Chùa Vàng"]);
        assert_eq!(words.extend("countries.csv", &lines), Ok(2));
        assert_eq!(
            words.countries.exact("xứ triệu voi"),
            CountryCode::new("LA")
        );
        assert_eq!(
            words.extend("places.csv", &rows(&["LA,Mường Phin Xa"])),
            Ok(1)
        );
        assert_eq!(
            words.places.country("Muong Phin Xa"),
            CountryCode::new("LA")
        );
        let lines = rows(&["class,level,words", "aid,,Quỹ Hòa Bình;Dự án Z"]);
        assert_eq!(words.extend("vocabulary/funding.csv", &lines), Ok(2));
    }

    #[test]
    fn proposals_are_taken_as_they_are_pasted() {
        let mut words = Vocabulary::built_in();
        let lines = rows(&[
            "code,alias",
            "list,code,alias,times,where,nearest",
            "countries.csv,LA,Xứ Vạn Tượng,3,2021/a.csv:5;2021/b.csv:7,Lào",
        ]);
        assert_eq!(words.extend("countries.csv", &lines), Ok(1));
        assert_eq!(
            words.countries.exact("Xứ Vạn Tượng"),
            CountryCode::new("LA")
        );
        let lines = rows(&["headings.csv,people,Biên chế,1,2021/a.csv:5,"]);
        assert_eq!(words.extend("headings.csv", &lines), Ok(1));
        assert!(words.headings.get("BIÊN CHẾ").is_some());
        let lines = rows(&["funding.csv,aid,Quỹ HTPT,1,2021/a.csv:5,Quỹ X"]);
        assert_eq!(words.extend("funding.csv", &lines), Ok(1));
        let known = words.funding.get("quỹ htpt").map(|word| word.class);
        assert_eq!(known, Some(FundingClass::Aid));
        for (line, reason) in [
            ("countries.csv,,Xứ lạ,1,2021/a.csv:5,", "has no code yet"),
            (
                "funding.csv,aid,Quỹ X,1,2021/a.csv:5,",
                "was proposed for funding.csv",
            ),
        ] {
            let errors = words
                .extend("countries.csv", &rows(&[line]))
                .expect_err("refused");
            assert!(errors[0].reason.contains(reason), "{}", errors[0]);
        }
    }

    #[test]
    fn what_cannot_be_taken_is_refused_with_its_line() {
        let mut words = Vocabulary::built_in();
        let cases = [
            ("countries.csv", "QQ,Xứ lạ", "no ISO 3166-1 code"),
            ("countries.csv", "LA,Thái Lan", "means TH already"),
            ("countries.csv", "LA,Mukdahan", "a place in TH already"),
            ("countries.csv", "LA,--", "is no name"),
            ("countries.csv", "LA", "expected code,alias"),
            ("places.csv", "TH,Savannakhet", "a place in LA already"),
            ("places.csv", "LA,Pháp", "means FR already"),
            ("funding.csv", "tax,,Thuế", "no class"),
            ("funding.csv", "aid,region,Vùng", "no level"),
            ("funding.csv", "aid,,Tự túc", "self_funded already"),
            ("headings.csv", "Biên chế,head count", "no field"),
            (
                "headings.csv",
                "Biên chế,people,sideways",
                "neither outbound",
            ),
            ("headings.csv", "Chi,amount,,thước", "no unit"),
            ("colours.csv", "a,b", "expected countries.csv"),
        ];
        for (file, line, reason) in cases {
            let errors = words.extend(file, &rows(&[line])).expect_err("refused");
            assert_eq!(errors[0].line, 1);
            assert!(errors[0].reason.contains(reason), "{line}: {}", errors[0]);
        }
    }
}
