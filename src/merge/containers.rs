//! Which files hold the same rows in two containers: a table as CSV and as a workbook, in two encodings.

use crate::model::dataset::{FileRead, FileState, Opened};
use crate::model::delegation::Delegation;
use crate::model::document::Encoding;
use crate::model::submission::{Due, Format};
use crate::vocabulary::fold::fold;
use std::collections::HashMap;

/// What two tables must share before their rows are looked at: department, table, rows and people.
type Likeness = (u32, Due, usize, u64);

/// The same rows in another container count once: the first path keeps them. Files of one kind whose
/// rows are alike add up, with a warning.
pub fn mark_same_rows(files: &mut [FileRead]) {
    let mut alike: HashMap<Likeness, Vec<usize>> = HashMap::new();
    for (at, file) in files.iter().enumerate() {
        if file.state == FileState::Read && file.returned().is_none() {
            for due in file.contained() {
                alike.entry(likeness(file, due)).or_default().push(at);
            }
        }
    }
    let mut same: Vec<(usize, Due, usize)> = Vec::new();
    for ((_, due, rows, _), found) in alike {
        if rows > 0 && found.len() > 1 {
            same.extend(repeated(files, due, &found));
        }
    }
    same.sort_unstable();
    for own in same.chunk_by(|a, b| a.0 == b.0) {
        repeat(files, own);
    }
}

fn likeness(file: &FileRead, due: Due) -> Likeness {
    let rows = file.delegations.iter();
    let rows = rows.filter(|row| FileRead::due(row) == Some(due));
    let people = |row: &Delegation| u64::from(row.people().value.unwrap_or(0));
    let (count, people) = rows.fold((0, 0), |(n, sum), row| (n + 1, sum + people(row)));
    (file.department, due, count, people)
}

/// How a table is kept: two of one kind are two files, not one in two forms.
type Container = (Format, Option<Encoding>, Option<u8>);

fn repeated(files: &[FileRead], due: Due, found: &[usize]) -> Vec<(usize, Due, usize)> {
    let mut seen: HashMap<Vec<String>, Vec<(usize, Container)>> = HashMap::new();
    let mut same = Vec::new();
    for &at in found {
        let file = files[at].open();
        let container = container(&file);
        let earlier = seen.entry(rows(&file, due)).or_default();
        match earlier.first() {
            Some((first, _)) if earlier.iter().all(|(_, other)| *other != container) => {
                same.push((at, due, *first));
            }
            _ => {}
        }
        earlier.push((at, container));
    }
    same
}

fn container(file: &Opened) -> Container {
    let format = file.submission.format;
    let document = file.document();
    let encoding = document.map(|document| document.encoding);
    let dialect = document.and_then(|document| document.dialect.as_ref());
    let delimiter = dialect.and_then(|dialect| dialect.delimiter);
    (format, encoding, delimiter)
}

/// The rows of a table by what they mean: numbers and dates are written otherwise in a workbook.
fn rows(file: &Opened, due: Due) -> Vec<String> {
    let rows = file.delegations.iter();
    let rows = rows.filter(|row| FileRead::due(row) == Some(due));
    let mut keys: Vec<String> = rows.map(|row| key(file, row)).collect();
    keys.sort_unstable();
    keys
}

fn key(file: &Opened, row: &Delegation) -> String {
    let texts = file.texts(row);
    let texts = [texts.name, texts.head, texts.partner, texts.content];
    let texts = texts.map(|text| fold(file.text(text)));
    let period = &row.period;
    let figures = (
        row.count,
        row.people().value,
        row.days().halves,
        row.money().vnd,
    );
    let time = (period.class(), period.first, period.last);
    let codes = &row.countries.codes;
    format!(
        "{texts:?} {codes:?} {figures:?} {time:?} {:?}",
        row.funding.class
    )
}

/// A file of which one other file holds every table is a copy of it; else single tables count once.
fn repeat(files: &mut [FileRead], same: &[(usize, Due, usize)]) {
    let at = same[0].0;
    let first = same[0].2;
    let whole = files[at].contained().len() == same.len()
        && same.iter().all(|(_, _, original)| *original == first);
    if whole {
        files[at].state = FileState::Duplicate;
        files[at].duplicate_of = Some(files[first].submission.path.clone());
        return;
    }
    for (_, due, original) in same {
        let path = files[*original].submission.path.clone();
        files[at].superseded.push((*due, path));
    }
}
