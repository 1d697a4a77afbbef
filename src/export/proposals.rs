//! `proposals.csv`: words that were not understood, as lines that the office can paste into its vocabulary.

use super::tables::{finish, safe, text, writer};
use crate::edition::Edition;
use crate::model::dataset::FileRead;
use crate::model::delegation::{Delegation, RowState};
use crate::model::section::{Column, Field, Match, Reason, Section, Why};
use crate::model::value::CountryCode;
use crate::rules;
use crate::vocabulary::fold::fold_key;
use std::collections::HashMap;

/// Places of a word that are listed; its number of times says how many there are.
const MOST_PLACES: usize = 5;
const COUNTRIES: &str = "countries.csv";
const FUNDING: &str = "funding.csv";
const HEADINGS: &str = "headings.csv";

/// A word that was not understood, or only taken for another one.
struct Proposal<'a> {
    list: &'static str,
    alias: &'a str,
    nearest: Nearest,
    times: u64,
    places: Vec<String>,
}

/// The entry of the vocabulary that the word may belong to.
#[derive(Clone, Copy)]
enum Nearest {
    Country(Option<CountryCode>),
    /// Looked for once for each word, at the end.
    Source,
    /// What the column was taken for, or would be.
    Heading(Option<Field>),
}

/// `proposals.csv`, the words seen most often first. Rows that go back to their department count too;
/// rows that were replaced or repeated do not.
pub fn write(edition: &Edition) -> Result<Vec<u8>, String> {
    let mut out = writer();
    out.write_record(["list", "code", "alias", "times", "where", "nearest"])
        .map_err(text)?;
    let mut proposals = collect(edition);
    proposals.sort_by(|a, b| {
        let by_times = b.times.cmp(&a.times);
        by_times.then_with(|| (a.alias, a.list).cmp(&(b.alias, b.list)))
    });
    for proposal in proposals {
        let (code, name) = nearest(edition, &proposal);
        out.write_record([
            proposal.list,
            &code,
            &safe(proposal.alias),
            &proposal.times.to_string(),
            &safe(&proposal.places.join(";")),
            &safe(&name),
        ])
        .map_err(text)?;
    }
    finish(out)
}

/// Each distinct word after folding once, in the spelling first met.
fn collect<'a>(edition: &Edition<'a>) -> Vec<Proposal<'a>> {
    let mut proposals: Vec<Proposal<'a>> = Vec::new();
    let mut known: HashMap<(&'static str, String), usize> = HashMap::new();
    let counted =
        |row: &Delegation| !matches!(row.state, RowState::Duplicate | RowState::Superseded);
    for (file, row) in edition.dataset.rows().filter(|(_, row)| counted(row)) {
        for (list, alias, nearest) in words(row) {
            // A word without a letter, or with letters lost, can stand in no vocabulary.
            let key = fold_key(alias);
            let damaged = alias.contains(['?', '\u{FFFD}']);
            if damaged || !key.chars().any(char::is_alphabetic) {
                continue;
            }
            let index = *known.entry((list, key)).or_insert_with(|| {
                proposals.push(Proposal {
                    list,
                    alias,
                    nearest,
                    times: 0,
                    places: Vec::new(),
                });
                proposals.len() - 1
            });
            note(&mut proposals[index], &place(file, row.line));
        }
    }
    for file in &edition.dataset.files {
        collect_headings(file, &mut proposals, &mut known);
    }
    proposals
}

/// Headings that no list has, of sections with rows: each header's once.
fn collect_headings<'a>(
    file: &'a FileRead,
    proposals: &mut Vec<Proposal<'a>>,
    known: &mut HashMap<(&'static str, String), usize>,
) {
    let own = |section: &&Section| !section.head_inherited && section.nil.is_none();
    for section in file.segmentation.sections.iter().filter(own) {
        for column in &section.columns {
            let key = fold_key(&column.heading);
            let Some(nearest) = guessed(column).filter(|_| key.chars().any(char::is_alphabetic))
            else {
                continue;
            };
            let at = *known.entry((HEADINGS, key)).or_insert_with(|| {
                proposals.push(Proposal {
                    list: HEADINGS,
                    alias: &column.heading,
                    nearest,
                    times: 0,
                    places: Vec::new(),
                });
                proposals.len() - 1
            });
            let line = section.head_lines.first().copied().unwrap_or(section.line);
            note(&mut proposals[at], &place(file, line));
        }
    }
}

/// What a heading is proposed as; `None` for one that a list has.
fn guessed(column: &Column) -> Option<Nearest> {
    let damaged = column.heading.contains(['?', '\u{FFFD}']);
    let guess = match column.matched {
        Match::Words | Match::Content => column.field,
        Match::None => column.evidence.rival.as_ref().and_then(|rival| rival.field),
        _ => return None,
    };
    let listed = |reason: &Reason| reason.why == Why::Listed;
    if damaged || column.evidence.reasons.iter().any(listed) {
        return None;
    }
    let plain = guess.filter(|field| !matches!(field, Field::FundingPart(..) | Field::PeoplePart));
    Some(Nearest::Heading(plain))
}

fn place(file: &FileRead, line: u32) -> String {
    format!("{}:{line}", file.submission.path)
}

fn note(proposal: &mut Proposal, place: &str) {
    proposal.times += 1;
    if proposal.places.len() < MOST_PLACES && !proposal.places.iter().any(|known| known == place) {
        proposal.places.push(place.to_owned());
    }
}

/// The words of a row that were not understood, or only one edit away.
fn words(row: &Delegation) -> impl Iterator<Item = (&'static str, &str, Nearest)> {
    let countries = &row.countries;
    let unknown = countries.unknown.iter().map(|unknown| {
        // Of several none is proposed: who pastes the line would have guessed.
        let nearest = Nearest::Country(match unknown.nearest.as_slice() {
            [only] => Some(*only),
            _ => None,
        });
        (COUNTRIES, unknown.text.as_str(), nearest)
    });
    let fuzzy = countries.fuzzy.iter().map(|(text, code)| {
        let nearest = Nearest::Country(Some(*code));
        (COUNTRIES, text.as_str(), nearest)
    });
    let sources = row.funding.unknown.iter();
    let sources = sources.map(|text| (FUNDING, text.as_str(), Nearest::Source));
    unknown.chain(fuzzy).chain(sources)
}

/// Code and name of the nearest entry; both empty where none is near.
fn nearest(edition: &Edition, proposal: &Proposal) -> (String, String) {
    let vocabulary = edition.vocabulary;
    match proposal.nearest {
        Nearest::Country(None) => (String::new(), String::new()),
        Nearest::Country(Some(code)) => {
            let name = vocabulary.countries.name(code, edition.lang);
            (code.to_string(), name.to_owned())
        }
        Nearest::Heading(field) => {
            let code = field.map_or("", Field::code);
            let [vi, en] = field.map_or(["", ""], rules::field_name);
            (code.to_owned(), edition.lang.pick(vi, en).to_owned())
        }
        Nearest::Source => {
            let near = vocabulary.funding.nearest(proposal.alias);
            near.map_or_else(Default::default, |(name, word)| {
                (word.class.code().to_owned(), name.to_owned())
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::finding::Lang;
    use crate::model::value::{Countries, Funding, UnknownPlace};
    use crate::report::sample::{Owned, Sample, sample};
    use std::sync::Arc;

    fn lines(owned: &Owned) -> Vec<String> {
        let bytes = write(&owned.edition(Lang::Vi)).expect("written");
        let text = String::from_utf8(bytes).expect("UTF-8");
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn without_unknown_words_only_the_head_stands() {
        let mut owned = sample(Sample::default());
        for row in owned
            .dataset
            .files
            .iter_mut()
            .flat_map(|file| &mut file.delegations)
        {
            row.countries = Arc::default();
            row.funding = Arc::default();
        }
        assert_eq!(lines(&owned), ["list,code,alias,times,where,nearest"]);
    }

    #[test]
    fn words_are_counted_after_folding_and_stand_with_their_places() {
        let mut owned = sample(Sample::default());
        let rows = owned
            .dataset
            .files
            .iter_mut()
            .flat_map(|file| &mut file.delegations);
        for (index, row) in rows.enumerate() {
            let text = ["Xứ Lạ Kỳ", "XỨ LẠ KỲ"][index % 2].to_owned();
            let laos = CountryCode::new("LA").expect("two letters");
            let mut countries = Countries::default();
            countries.unknown.push(UnknownPlace {
                text,
                nearest: Default::default(),
            });
            if index == 1 {
                let thailand = CountryCode::new("TH").expect("two letters");
                let text = "Lái".to_owned();
                let nearest = [laos, thailand].into_iter().collect();
                countries.unknown.push(UnknownPlace { text, nearest });
            }
            if index == 0 {
                countries.fuzzy.push(("Lao Quốc Gia".into(), laos));
            }
            row.countries = Arc::new(countries);
            row.funding = Arc::new(Funding::default());
        }
        let found = lines(&owned);
        assert_eq!(found.len(), 4, "{found:?}");
        let several = found.iter().find(|line| line.contains("Lái"));
        assert!(
            several
                .expect("a line")
                .starts_with("countries.csv,,Lái,1,")
        );
        assert!(
            found[1].starts_with("countries.csv,,Xứ Lạ Kỳ,"),
            "{}",
            found[1]
        );
        assert!(
            found[2].starts_with("countries.csv,LA,Lao Quốc Gia,1,"),
            "{}",
            found[2]
        );
        assert!(found[2].ends_with(",Lào"), "{}", found[2]);
        let places = found[1].split(',').nth(4).expect("places");
        assert!(places.split(';').count() <= MOST_PLACES, "{places}");
    }
}
