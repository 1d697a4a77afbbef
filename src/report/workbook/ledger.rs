//! The sheet of the submission ledger, with hidden code columns that the overview counts.

use super::book::{Book, fit, heads, put};
use super::style::{self, Number, Weight};
use crate::model::dataset::LedgerLine;
use crate::model::section::{Direction, Kind};
use crate::words::Words;
use crate::words::{labels, shown};
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Worksheet, XlsxError};

const HEAD: u32 = 3;
/// Visible columns and their widths.
const COLUMNS: [(Words, f64); 15] = [
    (labels::NUMBER, 5.0),
    (labels::DEPARTMENT, 24.0),
    (labels::DIRECTION, 9.5),
    (labels::KIND, 9.0),
    (labels::STATE, 13.0),
    (labels::LATE, 6.0),
    (labels::FILE, 34.0),
    (labels::ROWS, 7.0),
    (labels::ACCEPTED, 7.0),
    (labels::REJECTED_ROWS, 7.0),
    (labels::ERRORS, 5.5),
    (labels::WARNINGS, 7.0),
    (labels::FIRST_SEEN, 11.0),
    (labels::REPLACED_BY, 14.0),
    (labels::FORM_NOTES, 18.0),
];
/// The code of lines that came after the deadline.
pub const LATE: &str = "late";
/// The codes of direction, kind, state and lateness follow, hidden.
const CODES: u16 = COLUMNS.len() as u16;

/// Lines that are shown of files passed over, which stand last: a folder may hold a million of them.
const MOST_IGNORED: usize = 5_000;
/// Lines that a sheet has room for.
const MOST: usize = 1_000_000;

/// The lines that the sheet shows.
fn shown(ledger: &[LedgerLine]) -> &[LedgerLine] {
    let counted = ledger.iter().rposition(|line| line.state != "ignored");
    let most = (counted.map_or(0, |last| last + 1) + MOST_IGNORED).min(MOST);
    &ledger[..ledger.len().min(most)]
}

/// Writes the sheet.
pub fn write(book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    style::paper(sheet, &book.fill(labels::PAGE_OF, &["&P", "&N"]));
    book.sheet_title(sheet, labels::TITLE_LEDGER, CODES - 1)?;
    let names = COLUMNS.map(|(name, _)| book.say(name));
    heads(sheet, (HEAD, 0), &names, &book.style.head)?;
    for (column, (_, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
    }
    for (column, name) in (CODES..).zip(["direction", "kind", "state", "late"]) {
        sheet.write_string(HEAD, column, name)?;
    }
    sheet.set_column_range_hidden(CODES, CODES + 3)?;
    let all = &book.edition.dataset.ledger;
    let lines = shown(all);
    for (number, line) in (1..).zip(lines) {
        ledger_line(book, sheet, number, line)?;
    }
    if lines.len() < all.len() {
        let counts = [lines, all].map(|lines| shown::count(lines.len() as u64, book.lang()));
        let note = book.fill(
            labels::NOTE_CUT,
            &[&counts[0], &counts[1], "submissions.csv"],
        );
        book.note(sheet, (HEAD - 1, CODES - 1), 160.0, &note)?;
    }
    let last = HEAD + (lines.len() as u32).max(1);
    sheet.set_row_height(HEAD, 48)?;
    sheet.autofilter(HEAD, 0, last, CODES - 1)?;
    sheet.set_freeze_panes(HEAD + 1, 2)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_print_area(0, 0, last, CODES - 1)?;
    Ok(())
}

fn ledger_line(
    book: &Book,
    sheet: &mut Worksheet,
    number: u32,
    line: &LedgerLine,
) -> Result<(), XlsxError> {
    let row = HEAD + number;
    let departments = &book.edition.dataset.departments;
    let department = line.department.and_then(|at| departments.get(at as usize));
    let direction = line.direction.map(|d| book.say(labels::direction(d)));
    let kind = line.kind.map(|k| book.say(labels::kind(k)));
    let late = if line.late { book.say(labels::YES) } else { "" };
    let texts = [
        (1, department.map_or("", |d| d.name.as_str()), false),
        (2, direction.unwrap_or(""), true),
        (3, kind.unwrap_or(""), true),
        (4, labels::ledger_state(line.state, book.lang()), true),
        (5, late, true),
        (6, &line.files.join("\n"), false),
        (12, &shown::day(&line.first_seen, book.lang()), true),
        (13, &line.superseded_by, false),
        (14, &line.note, false),
    ];
    for (column, text, centred) in texts {
        let format = match centred {
            true => book.style.centred(Weight::Plain),
            false => book.style.text(Weight::Plain),
        };
        put(sheet, (row, column), text, format)?;
    }
    let centred = book.style.centred(Weight::Plain);
    sheet.write_number_with_format(row, 0, f64::from(number), centred)?;
    let sizes = texts.map(|(column, text, _)| (text, COLUMNS[column as usize].1));
    fit(sheet, row, &sizes)?;
    let numbers = [
        line.rows,
        line.accepted,
        line.rejected,
        line.errors,
        line.warnings,
    ];
    for (column, number) in (7..).zip(numbers) {
        let format = book
            .style
            .number(Number::Count, number as f64, Weight::Plain);
        sheet.write_number_with_format(row, column, number as f64, format)?;
    }
    let codes = [
        line.direction.map_or("", Direction::code),
        line.kind.map_or("", Kind::code),
        line.state,
        if line.late { LATE } else { "" },
    ];
    for (column, code) in (CODES..).zip(codes) {
        sheet.write_string(row, column, code)?;
    }
    Ok(())
}

/// The formula that counts the lines of a state, or those that came late, of one owed table or of all.
pub fn count(book: &Book, state: &str, due: Option<(Direction, Kind)>) -> String {
    let lines = shown(&book.edition.dataset.ledger).len() as u32;
    let range = |column: u16| {
        let name = column_number_to_name(column);
        let sheet = book.say(labels::SHEET_LEDGER);
        let (first, last) = (HEAD + 2, HEAD + 1 + lines.max(1));
        format!("'{sheet}'!${name}${first}:${name}${last}")
    };
    let states = CODES + if state == LATE { 3 } else { 2 };
    let mut formula = format!("COUNTIFS({},\"{state}\"", range(states));
    if let Some((direction, kind)) = due {
        let (way, which) = (range(CODES), range(CODES + 1));
        let (direction, kind) = (direction.code(), kind.code());
        formula.push_str(&format!(",{way},\"{direction}\",{which},\"{kind}\""));
    }
    formula.push(')');
    formula
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_files_passed_over_the_sheet_shows_so_many() {
        let line = |state| LedgerLine {
            state,
            ..LedgerLine::default()
        };
        let mut ledger = vec![line("submitted"), line("ignored"), line("duplicate")];
        assert_eq!(shown(&ledger).len(), 3);
        assert_eq!(shown(&[]).len(), 0);
        ledger.extend((0..6_000).map(|_| line("ignored")));
        assert_eq!(shown(&ledger).len(), 3 + MOST_IGNORED);
        let missing: Vec<LedgerLine> = (0..7_000).map(|_| line("missing")).collect();
        assert_eq!(shown(&missing).len(), 7_000);
    }
}
