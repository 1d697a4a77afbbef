//! The sheets of findings, of rejected rows and of submissions: at most so many lines, with codes to count them by.

use super::book::Book;
use crate::model::dataset::Reader;
use crate::model::finding::Severity;
use crate::model::ledger::LedgerLine;
use crate::report::listing;
use crate::report::sheet::style::{STYLES, Weight};
use crate::report::sheet::{List, Sheet, plain};
use crate::report::speak::Speak;
use crate::report::table::findings::{self, FindingColumn, FindingRow};
use crate::report::table::ledger::{self, LATE, LedgerColumn, LedgerRow};
use crate::report::table::part::Part;
use crate::report::table::rejected::{self, RejectedColumn, RejectedRow};
use crate::words::labels;
use rust_xlsxwriter::utility::column_number_to_name;

const TABLE_MISSING: &str = "L504";
/// Findings or rejected rows that a person is shown.
const MOST: usize = 5_000;
/// Submissions that were passed over, which stand last: a folder may hold a million of them.
const MOST_IGNORED: usize = 5_000;
/// Lines that a sheet has room for.
const MOST_LINES: usize = 1_000_000;
/// Row of the first line, below title and header, from 1.
const FIRST: u64 = 5;

/// Writes the sheet of findings.
pub fn findings(book: &Book, sheet: &mut Sheet) {
    let edition = &book.edition;
    let findings = listing::findings_worst_first(edition.dataset);
    // What is still to be sent has a line of its own on the sheet of submissions.
    let findings: Vec<_> = findings
        .into_iter()
        .filter(|finding| finding.code != TABLE_MISSING)
        .collect();
    let list: List<FindingColumn> = List {
        title: labels::TITLE_REVIEW,
        columns: &findings::SHEET,
        coded: &[],
        header: 34.0,
        frozen: 0,
        shown: findings.len().min(MOST),
        all: findings.len(),
        file: "findings.csv",
    };
    list.begin::<FindingRow>(edition, sheet);
    allow_numbers(&list, sheet);

    for (number, finding) in (1..=MOST).zip(findings) {
        let is_open = finding.severity == Severity::Error && finding.more().explained.is_none();
        let row = FindingRow {
            edition,
            finding,
            number,
        };
        list.row(sheet, &row, |column| match column {
            FindingColumn::Severity if is_open => STYLES.centred(Weight::Group),
            column => plain::<FindingRow>(column),
        });
    }
}

/// Writes the sheet of rejected rows.
pub fn rejected(book: &Book, sheet: &mut Sheet) {
    let edition = &book.edition;
    let rejected = listing::rejected(edition.dataset);
    let list = rejected_list(rejected.len());
    list.begin::<RejectedRow>(edition, sheet);
    allow_numbers(&list, sheet);
    if rejected.is_empty() {
        sheet.worksheet().set_hidden(true);
        return;
    }

    let mut reader = Reader::default();
    for (number, rejected) in (1..=MOST).zip(&rejected) {
        let row = RejectedRow {
            edition,
            rejected,
            written: listing::as_written(edition, reader.open(rejected.file), rejected.row),
            number,
        };
        list.row(sheet, &row, plain::<RejectedRow>);
    }
    let last = FIRST as u32 - 1 + rejected.len().clamp(1, MOST) as u32;
    sheet.print_to(last, list.first_code() - 1);
}

fn rejected_list(all: usize) -> List<RejectedColumn> {
    List {
        title: labels::TITLE_REJECTED,
        columns: &rejected::SHEET,
        coded: &rejected::CODES,
        header: 34.0,
        frozen: 0,
        shown: all.min(MOST),
        all,
        file: "rejected.csv",
    }
}

fn allow_numbers<C: Copy + PartialEq>(list: &List<C>, sheet: &mut Sheet) {
    let header = FIRST as u32 - 2;
    let right = list.first_code() - 1;
    sheet.allow_numbers_as_text(header..=header + list.shown as u32 + 1, right);
}

/// Writes the sheet of the submission ledger.
pub fn submissions(book: &Book, sheet: &mut Sheet) {
    let list = submission_list(book);
    list.begin::<LedgerRow>(&book.edition, sheet);
    for row in LedgerRow::all(&book.edition).take(list.shown) {
        list.row(sheet, &row, plain::<LedgerRow>);
    }
    let last = FIRST as u32 - 2 + list.shown.max(1) as u32;
    sheet.print_to(last, list.first_code() - 1);
}

fn submission_list(book: &Book) -> List<LedgerColumn> {
    let ledger = &book.edition.dataset.ledger;
    List {
        title: labels::TITLE_LEDGER,
        columns: &ledger::SHEET,
        coded: &ledger::CODES,
        header: 48.0,
        frozen: 2,
        shown: shown(ledger),
        all: ledger.len(),
        file: "submissions.csv",
    }
}

/// Lines of the ledger that the sheet shows.
fn shown(ledger: &[LedgerLine]) -> usize {
    let counted = ledger.iter().rposition(|line| line.state != "ignored");
    let most = (counted.map_or(0, |last| last + 1) + MOST_IGNORED).min(MOST_LINES);
    ledger.len().min(most)
}

/// The formula that counts rejected rows; none where the sheet does not hold them all.
pub fn count_rejected(book: &Book, part: Part) -> Option<String> {
    let rows = book.edition.dataset.rows.rejected;
    let first = rejected_list(0).first_code();
    let last = FIRST - 1 + rows.max(1);
    let range = |column: u16| range(book.say(labels::SHEET_REJECTED), column, last);
    let condition = part_condition(range(first), range(first + 1), part);
    (rows <= MOST as u64).then(|| format!("COUNTIFS({condition})"))
}

/// The formula that counts the submissions in a state, or those that came late, of a part or of all.
pub fn count_submissions(book: &Book, state: &str, part: Option<Part>) -> String {
    let list = submission_list(book);
    let last = FIRST - 1 + list.shown.max(1) as u64;
    let range = |code: LedgerColumn| {
        let mut coded = (list.first_code()..).zip(list.coded);
        let found = coded.find(|(_, coded)| **coded == code);
        let column = found.map_or(0, |(column, _)| column);
        range(book.say(labels::SHEET_LEDGER), column, last)
    };
    let states = range(match state {
        LATE => LedgerColumn::Late,
        _ => LedgerColumn::State,
    });
    let part = part.map_or(String::new(), |part| {
        let (directions, kinds) = (range(LedgerColumn::Direction), range(LedgerColumn::Kind));
        format!(",{}", part_condition(directions, kinds, part))
    });
    format!("COUNTIFS({states},\"{state}\"{part})")
}

fn part_condition(directions: String, kinds: String, part: Part) -> String {
    let (direction, kind) = (part.direction.code(), part.kind.code());
    format!("{directions},\"{direction}\",{kinds},\"{kind}\"")
}

/// The lines of a hidden column, as formulas spell them.
fn range(sheet: &str, column: u16, last: u64) -> String {
    let name = column_number_to_name(column);
    format!("'{sheet}'!${name}${FIRST}:${name}${last}")
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
        assert_eq!(shown(&ledger), 3);
        assert_eq!(shown(&[]), 0);
        ledger.extend((0..6_000).map(|_| line("ignored")));
        assert_eq!(shown(&ledger), 3 + MOST_IGNORED);
        let missing: Vec<LedgerLine> = (0..7_000).map(|_| line("missing")).collect();
        assert_eq!(shown(&missing), 7_000);
    }
}
