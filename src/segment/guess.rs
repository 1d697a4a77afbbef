//! What a column holds whose heading does not say it, by what stands below.

use super::grid::Grid;
use super::header::Head;
use super::lines::{is_number, is_number_row};
use super::said::direction_said;
use crate::model::section::{Field, Match};
use crate::vocabulary::countries::CountryNames;
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::{Meaning, funding_part, look_up};
use std::cell::LazyCell;
use std::ops::Deref;
use std::sync::LazyLock;

/// Rows looked at: enough to tell, few enough to cost nothing.
const SAMPLE: usize = 12;

static COUNTRIES: LazyLock<CountryNames> = LazyLock::new(CountryNames::built_in);

/// Gives fields that no heading names to columns without one, and mends headings that mean two things.
pub fn refine(grid: Grid<'_>, head: &mut Head) {
    let below = head.first_row + head.height..grid.rows();
    // Most heads name all their columns: no row is looked at for them.
    let rows = LazyCell::new(|| -> Vec<usize> {
        let filled = |row: &usize| {
            let look = grid.look(*row);
            look.cells.len() >= 3 && !is_number_row(&look)
        };
        below.take(SAMPLE * 2).filter(filled).take(SAMPLE).collect()
    });
    for (from, to, test) in RETYPED {
        if let Some(column) = head.index_of(from)
            && head.index_of(to).is_none()
            && mostly(grid, &rows, column, test)
        {
            set(head, column, to);
            take_over(head, from);
        }
    }
    for (field, test) in WANTED {
        if is_said(head, field) {
            continue;
        }
        let open = head
            .columns
            .iter()
            .filter(|column| column.field.is_none())
            .map(|c| c.index);
        let mut open = open.filter(|c| !head.doubled.contains(c) && !head.is_tick(*c));
        if let Some(column) = open.find(|column| mostly(grid, &rows, *column, test)) {
            set(head, column, field);
        }
    }
    number(grid, &rows, head);
}

/// Headings of two meanings: "Thành phần" may hold who goes or how many, "Thời gian" when or how long.
const RETYPED: [(Field, Field, Test); 3] = [
    (Field::Head, Field::People, counts_people),
    (Field::Period, Field::Days, is_days),
    (Field::Amount, Field::Funding, is_funding),
];

/// Fields worth looking for where no heading names them.
const WANTED: [(Field, Test); 6] = [
    (Field::Country, is_country),
    (Field::Period, is_period),
    (Field::Funding, is_funding),
    (Field::Direction, is_direction),
    (Field::People, is_people),
    (Field::Days, is_days),
];

/// The head says a field already, in one column or in several.
fn is_said(head: &Head, field: Field) -> bool {
    let parts = || {
        head.columns
            .iter()
            .any(|c| matches!(c.field, Some(Field::FundingPart(..))))
    };
    head.index_of(field).is_some()
        || match field {
            Field::Period => head.index_of(Field::PeriodFrom).is_some() || !head.ticks.is_empty(),
            Field::Direction => !head.ticks.is_empty(),
            Field::Funding => parts(),
            _ => false,
        }
}

type Test = fn(&str) -> bool;

fn set(head: &mut Head, column: usize, field: Field) {
    head.columns[column].field = Some(field);
    head.columns[column].matched = Match::Content;
    head.known.retain(|known| *known != column);
}

/// A column passed over as the second of its meaning holds it now that the first means something else.
fn take_over(head: &mut Head, field: Field) {
    let means = |column: &usize| {
        let hit = look_up(&head.columns[*column].heading);
        hit.is_some_and(|hit| hit.meaning == Meaning::Field(field))
    };
    if let Some(at) = head.doubled.iter().position(means) {
        let column = head.doubled.remove(at);
        head.columns[column].field = Some(field);
        head.columns[column].matched = Match::Exact;
    }
}

/// A first column without a heading that counts 1, 2, 3.
fn number(grid: Grid<'_>, rows: &impl Deref<Target = Vec<usize>>, head: &mut Head) {
    let first = head.columns.first();
    let blank = first.is_some_and(|column| column.field.is_none() && column.heading.is_empty());
    if blank && head.index_of(Field::Number).is_none() && mostly(grid, rows, 0, is_number) {
        set(head, 0, Field::Number);
    }
}

/// At least three in five of the filled cells pass, and one in three of all rows.
fn mostly(grid: Grid<'_>, rows: &[usize], column: usize, test: Test) -> bool {
    let texts = rows
        .iter()
        .map(|row| grid.text(*row, column))
        .filter(|text| !text.is_empty());
    let (mut filled, mut passed) = (0, 0);
    for text in texts {
        filled += 1;
        passed += usize::from(text.len() <= 120 && test(text));
    }
    passed * 5 >= filled * 3 && passed * 3 >= rows.len() && passed > 0
}

pub fn is_country(text: &str) -> bool {
    let mut pieces = text.split([',', ';', '/', '+', '&', '\n']).map(str::trim);
    text.len() > 2 && pieces.all(|piece| COUNTRIES.exact(piece).is_some())
}

/// "Quý III/2021", "Tháng 9", "T9/2021", "15/9/2021".
pub fn is_period(text: &str) -> bool {
    let folded = fold(text);
    let named = [
        "quy ", "thang ", "thg ", "q1", "q2", "q3", "q4", "qi", "cuoi nam", "dau nam",
    ];
    let parts: Vec<&str> = folded.split(' ').collect();
    let numbers = parts
        .iter()
        .all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let dated = numbers && (2..=6).contains(&parts.len()) && text.contains(['/', '-', '.']);
    named.iter().any(|word| folded.starts_with(word))
        || (dated && parts.last().is_some_and(|y| y.len() == 4))
}

fn is_funding(text: &str) -> bool {
    let folded = fold(text);
    let words = [
        "nsnn",
        "ngan sach",
        "tu tuc",
        "tai tro",
        "dai tho",
        "vien tro",
        "xa hoi hoa",
        "du an",
    ];
    funding_part(text).is_some() || words.iter().any(|word| folded.contains(word))
}

fn is_direction(text: &str) -> bool {
    direction_said(text).is_some() && fold(text).split(' ').count() <= 2
}

/// "08 người"; a bare number could as well be days.
pub fn is_people(text: &str) -> bool {
    let folded = fold(text);
    folded.starts_with(|c: char| c.is_ascii_digit())
        && folded.contains(" nguoi")
        && folded.len() <= 30
}

/// "12", "01 lãnh đạo, 04 chuyên viên", "khoảng 30 người": how many, where a person might be named.
fn counts_people(text: &str) -> bool {
    let folded = fold(text);
    let about = ["khoang ", "tren ", "gan "].iter();
    let count = about.filter_map(|word| folded.strip_prefix(word)).next();
    let first = count.unwrap_or(&folded);
    first.starts_with(|c: char| c.is_ascii_digit()) && folded.len() <= 60
}

pub fn is_days(text: &str) -> bool {
    let folded = fold(text);
    let counted =
        folded.ends_with(" ngay") || folded.contains(" ngay ") || folded.ends_with(" tuan");
    folded.starts_with(|c: char| c.is_ascii_digit())
        && counted
        && !text.contains('/')
        && folded.len() <= 20
}
