//! How the office's own words are added to the built-in lists, and when they are refused.

use super::Vocabulary;
use super::funding::{FundingWord, Use};
use crate::model::value::{CountryCode, FundingClass, FundingLevel};

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
    /// `funding.csv` (class, level, words). A first row of column names and blank rows are passed
    /// over. Gives the number of words added; on any fault every faulty line, and the good ones stay.
    pub fn extend(
        &mut self,
        file_name: &str,
        rows: &[Vec<String>],
    ) -> Result<usize, Vec<VocabularyError>> {
        let stem = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
        let add: fn(&mut Vocabulary, &[&str]) -> Result<usize, String> =
            match stem.to_ascii_lowercase().as_str() {
                "countries.csv" => add_country,
                "places.csv" => add_place,
                "funding.csv" => add_funding,
                _ => {
                    let reason = "expected countries.csv, places.csv or funding.csv".to_owned();
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
            let head = index == 0 && matches!(cells.first(), Some(&"code" | &"class"));
            if head || cells.iter().all(|cell| cell.is_empty()) {
                continue;
            }
            match add(self, &cells) {
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
            ("colours.csv", "a,b", "expected countries.csv"),
        ];
        for (file, line, reason) in cases {
            let errors = words.extend(file, &rows(&[line])).expect_err("refused");
            assert_eq!(errors[0].line, 1);
            assert!(errors[0].reason.contains(reason), "{line}: {}", errors[0]);
        }
    }
}
