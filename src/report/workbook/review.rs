//! The sheets of findings and of rejected rows: worst first, at most five thousand lines each.

use super::book::{Book, fit, heads, paint, paint_number};
use super::paint::Paint;
use super::style::{self, Weight};
use crate::model::dataset::Reader;
use crate::model::finding::{Finding, Severity};
use crate::model::section::{Direction, Kind};
use crate::report::listing;
use crate::rules;
use crate::words::Words;
use crate::words::{labels, shown};
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};

/// Lines that a person is shown.
const MOST: usize = 5_000;

/// The head of a sheet of lines; gives the row of the first line.
fn open(
    book: &Book,
    sheet: &mut Worksheet,
    (title, columns): (Words, &[(Words, f64)]),
    (lines, file): (usize, &str),
) -> Result<u32, XlsxError> {
    style::paper(sheet, &book.fill(labels::PAGE_OF, &["&P", "&N"]));
    let last = columns.len() as u16 - 1;
    let row = book.sheet_title(sheet, title, last)?;
    if lines > MOST {
        let counts = [MOST, lines].map(|count| shown::count(count as u64, book.lang()));
        let note = book.fill(labels::NOTE_CUT, &[&counts[0], &counts[1], file]);
        book.note(sheet, (row - 1, last), 160.0, &note)?;
    }
    let names: Vec<&str> = columns.iter().map(|(name, _)| book.say(*name)).collect();
    heads(sheet, (row, 0), &names, &book.style.head)?;
    for (column, (_, width)) in (0..).zip(columns) {
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_row_height(row, 34)?;
    sheet.set_repeat_rows(row, row)?;
    sheet.set_freeze_panes(row + 1, 0)?;
    let shown = lines.min(MOST) as u32;
    // Cells as written may well be "08": text all the same.
    sheet.ignore_error_range(
        row,
        0,
        row + shown + 1,
        last,
        IgnoreError::NumberStoredAsText,
    )?;
    sheet.autofilter(row, 0, row + shown.max(1), last)?;
    if lines == 0 {
        book.note(sheet, (row + 1, last), 160.0, book.say(labels::NOTHING))?;
    }
    Ok(row + 1)
}

/// The cells of a line; `centred` are those that stand in the middle of their column, `heavy` one of them.
fn line<'b, const N: usize>(
    book: &'b Book,
    (sheet, painted): (&mut Worksheet, &mut Paint<'b>),
    row: u32,
    (cells, columns): ([&str; N], &[(Words, f64); N]),
    (centred, heavy): (&[usize], Option<usize>),
) -> Result<(), XlsxError> {
    for (at, cell) in cells.into_iter().enumerate() {
        let place = (row, at as u16);
        let weight = match heavy {
            Some(heavy) if heavy == at => Weight::Group,
            _ => Weight::Plain,
        };
        if centred.contains(&at) {
            let format = book.style.centred(weight);
            paint_number((sheet, painted), place, cell, format)?;
        } else {
            paint((sheet, painted), place, cell, book.style.text(weight))?;
        }
    }
    let texts: Vec<(&str, f64)> = cells
        .into_iter()
        .zip(columns.map(|(_, width)| width))
        .collect();
    fit(sheet, row, &texts)
}

/// Columns of the sheet of findings and their widths.
const FINDING_COLUMNS: [(Words, f64); 11] = [
    (labels::NUMBER, 5.0),
    (labels::SEVERITY, 9.0),
    (labels::CODE, 7.0),
    (labels::DEPARTMENT, 20.0),
    (labels::FILE, 24.0),
    (labels::LINE, 7.0),
    (labels::COLUMN, 5.0),
    (labels::CELL, 18.0),
    (labels::PROBLEM, 34.0),
    (labels::HINT, 32.0),
    (labels::EXPLAINED, 12.0),
];

/// Columns of the sheet of rejected rows and their widths.
const REJECTED_COLUMNS: [(Words, f64); 9] = [
    (labels::NUMBER, 6.0),
    (labels::DEPARTMENT, 20.0),
    (labels::FILE, 24.0),
    (labels::LINE, 8.0),
    (labels::DIRECTION, 10.0),
    (labels::KIND, 10.0),
    (labels::CODE, 8.0),
    (labels::REASONS, 36.0),
    (labels::TEXT, 54.0),
];

/// The codes of direction and kind of a rejected row follow its columns, hidden.
const CODES: u16 = REJECTED_COLUMNS.len() as u16;
/// Row of the first line, below title and head.
const FIRST_LINE: u32 = 4;

/// Writes the sheet of findings.
pub fn write(book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let dataset = book.edition.dataset;
    let findings = listing::findings_worst_first(dataset);
    let first = open(
        book,
        sheet,
        (labels::TITLE_REVIEW, &FINDING_COLUMNS),
        (findings.len(), "findings.csv"),
    )?;
    let mut painted = Paint::default();
    for (number, finding) in findings.iter().take(MOST).enumerate() {
        finding_line(book, (sheet, &mut painted), (first, number), finding)?;
    }
    painted.apply(sheet)
}

fn finding_line<'b>(
    book: &'b Book,
    (sheet, painted): (&mut Worksheet, &mut Paint<'b>),
    (first, number): (u32, usize),
    finding: &Finding,
) -> Result<(), XlsxError> {
    let dataset = book.edition.dataset;
    let file = listing::file_of(dataset, finding);
    let column = match finding.place.column {
        0 => String::new(),
        column => column.to_string(),
    };
    let claim = finding.more().claim.as_deref();
    let claim = claim.map(|claim| format!("{}: {claim}", book.say(labels::CLAIMED)));
    let cells: [&str; 11] = [
        &(number + 1).to_string(),
        book.say(labels::severity(finding.severity)),
        finding.code,
        listing::department_of(dataset, finding),
        file.map_or("", |file| file.submission.path.as_str()),
        &listing::line_of(file, finding.place),
        &column,
        listing::cell_of(&book.edition, finding),
        &rules::message(finding, book.lang()),
        &rules::hint(finding, book.lang()),
        finding
            .more()
            .explained
            .as_deref()
            .or(claim.as_deref())
            .unwrap_or(""),
    ];
    let open_error = finding.severity == Severity::Error && finding.more().explained.is_none();
    line(
        book,
        (sheet, painted),
        first + number as u32,
        (cells, &FINDING_COLUMNS),
        (&[0, 1, 2, 5, 6], open_error.then_some(1)),
    )
}

/// Writes the sheet of rejected rows.
pub fn write_rejected(book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let rejected = listing::rejected(book.edition.dataset);
    let first = open(
        book,
        sheet,
        (labels::TITLE_REJECTED, &REJECTED_COLUMNS),
        (rejected.len(), "rejected.csv"),
    )?;
    let mut painted = Paint::default();
    let mut reader = Reader::default();
    for (number, row) in rejected.iter().take(MOST).enumerate() {
        let written = listing::as_written(&book.edition, reader.open(row.file), row.row);
        let at = (first, number);
        rejected_line(book, (sheet, &mut painted), at, (row, &written))?;
    }
    painted.apply(sheet)?;
    for (column, name) in (CODES..).zip(["direction", "kind"]) {
        sheet.write_string(first - 1, column, name)?;
    }
    sheet.set_column_range_hidden(CODES, CODES + 1)?;
    sheet.set_print_area(
        0,
        0,
        first + rejected.len().clamp(1, MOST) as u32,
        CODES - 1,
    )?;
    Ok(())
}

fn rejected_line<'b>(
    book: &'b Book,
    (sheet, painted): (&mut Worksheet, &mut Paint<'b>),
    (first, number): (u32, usize),
    (rejected, written): (&listing::Rejected, &str),
) -> Result<(), XlsxError> {
    let (file, row) = (rejected.file, rejected.row);
    let mut codes: Vec<&str> = rejected.errors.iter().map(|error| error.code).collect();
    codes.dedup();
    let reasons: Vec<String> = rejected
        .errors
        .iter()
        .map(|error| rules::message(error, book.lang()))
        .collect();
    let direction = row.direction.map_or(labels::UNCLEAR, labels::direction);
    let cells: [&str; 9] = [
        &(number + 1).to_string(),
        book.edition.dataset.department(file).name.as_str(),
        &file.submission.path,
        &listing::line_of_row(file, row),
        book.say(direction),
        book.say(labels::kind(row.kind)),
        &codes.join("; "),
        &reasons.join("\n"),
        written,
    ];
    let at = first + number as u32;
    let codes = [row.direction.map_or("", Direction::code), row.kind.code()];
    for (column, code) in (CODES..).zip(codes) {
        sheet.write_string(at, column, code)?;
    }
    line(
        book,
        (sheet, painted),
        at,
        (cells, &REJECTED_COLUMNS),
        (&[0, 3, 4, 5, 6], None),
    )
}

/// The formula that counts rejected rows; none where the sheet does not hold them all.
pub fn count_rejected(book: &Book, kind: Kind, direction: Direction) -> Option<String> {
    let rows = book.edition.dataset.rows.rejected;
    let range = |column: u16| {
        let name = column_number_to_name(column);
        let sheet = book.say(labels::SHEET_REJECTED);
        let last = u64::from(FIRST_LINE) + rows.max(1);
        format!("'{sheet}'!${name}${}:${name}${last}", FIRST_LINE + 1)
    };
    (rows <= MOST as u64).then(|| {
        let (way, which) = (range(CODES), range(CODES + 1));
        let (direction, kind) = (direction.code(), kind.code());
        format!("COUNTIFS({way},\"{direction}\",{which},\"{kind}\")")
    })
}
