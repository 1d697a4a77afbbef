//! The examples of the blank form: written into it, and known again when it comes back.

use super::fold::{fold, folds_to};
use super::table;
use crate::model::finding::Lang;
use crate::model::section::Direction;
use std::sync::LazyLock;

/// Cells of an example beside its number.
const CELLS: usize = 10;

/// The example row of a table of the form.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    pub name: &'static str,
    pub head: &'static str,
    pub country: &'static str,
    pub partner: &'static str,
    pub content: &'static str,
    pub people: &'static str,
    pub days: &'static str,
    pub period: &'static str,
    pub funding: &'static str,
    /// In millions of đồng.
    pub amount: &'static str,
}

struct Entry {
    lang: Lang,
    direction: Direction,
    example: Example,
    /// All its cells, folded; the name first.
    folded: [String; CELLS],
}

static EXAMPLES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let rows = table::rows::<12>(include_str!("data/form_examples.tsv"));
    let entry = |[lang, direction, cells @ ..]: [&'static str; 12]| {
        let [
            name,
            head,
            country,
            partner,
            content,
            people,
            days,
            period,
            funding,
            amount,
        ] = cells;
        Some(Entry {
            lang: if lang == "en" { Lang::En } else { Lang::Vi },
            direction: Direction::ALL.into_iter().find(|d| d.code() == direction)?,
            example: Example {
                name,
                head,
                country,
                partner,
                content,
                people,
                days,
                period,
                funding,
                amount,
            },
            folded: cells.map(fold),
        })
    };
    rows.filter_map(entry).collect()
});

/// The example of a table, for whoever writes the form.
pub fn example(direction: Direction, lang: Lang) -> Option<Example> {
    let fits = |entry: &&Entry| entry.direction == direction && entry.lang == lang;
    EXAMPLES.iter().find(fits).map(|entry| entry.example)
}

/// A text is the name of an example, whatever else its row says now.
pub fn is_example_name(text: &str) -> bool {
    EXAMPLES.iter().any(|entry| is_name_of(entry, text))
}

/// Marks, apart or composed, make a text up to three times as long as its folded letters: all other
/// texts need not be looked at.
fn is_name_of(entry: &Entry, text: &str) -> bool {
    let name = entry.folded[0].as_str();
    (name.len()..=3 * name.len()).contains(&text.len()) && folds_to(text, name)
}

/// A row is an example that was left standing: its name, and no cell that the example does not have.
/// The running number, which a clerk may have put in, decides nothing. A row that was typed over in any
/// cell is a delegation.
pub fn is_example<'t>(cells: impl Iterator<Item = &'t str> + Clone) -> bool {
    let of_form = |entry: &Entry| {
        let own = |(at, cell)| at == 0 || entry.folded.contains(&fold(cell));
        cells.clone().any(|cell| is_name_of(entry, cell)) && cells.clone().enumerate().all(own)
    };
    EXAMPLES.iter().any(of_form)
}

/// "Ví dụ" in the place of a running number.
pub fn is_example_mark(number: &str) -> bool {
    let digits = number.bytes().all(|b| b.is_ascii_digit());
    let is = |mark| folds_to(number, mark);
    !digits && number.len() <= 20 && ["vi du", "vd", "example"].into_iter().any(is)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_an_example_in_both_languages() {
        for direction in Direction::ALL {
            for lang in [Lang::Vi, Lang::En] {
                let example = example(direction, lang).expect("an example");
                assert!(!example.amount.is_empty(), "{direction:?} {lang:?}");
                assert!(is_example_name(example.name));
            }
        }
    }

    #[test]
    fn an_example_is_known_until_it_is_typed_over() {
        let row = |cells: &'static str| cells.split('|');
        let name = "Đoàn Trường Đại học C thăm và làm việc";
        let left = format!("Ví dụ|{name}|Hiệu trưởng Trường Đại học C|Thái Lan|Sở A|10|3|Quý II");
        assert!(is_example(left.split('|')));
        assert!(is_example(left.replace("Ví dụ", "1").split('|')));
        assert!(!is_example(left.replace("Thái Lan", "Lào").split('|')));
        assert!(!is_example(left.replace(name, "Đoàn khác").split('|')));
        assert!(!is_example(row("1|Đoàn A|Giám đốc|Lào|Sở B|6|5|Quý III")));
    }
}
