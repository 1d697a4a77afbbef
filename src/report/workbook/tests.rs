//! The workbook read back: its figures, its formulas, its texts, and what LibreOffice makes of it.

use super::tables::Table;
use super::{COUNTRIES, DEPARTMENTS, QUARTERS, SHEETS, SOURCES, write};
use crate::model::finding::Lang;
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use crate::report::listing;
use crate::report::sample::{Owned, Sample, sample};
use crate::report::table::measures::Measure;
use crate::words::labels;
use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

pub type Opened = Xlsx<Cursor<Vec<u8>>>;

pub fn open(bytes: Vec<u8>) -> Opened {
    open_workbook_from_rs(Cursor::new(bytes)).expect("the workbook opens")
}

fn written(owned: &Owned, lang: Lang) -> Opened {
    open(write(&owned.edition(lang)).expect("the workbook is written"))
}

pub fn values(workbook: &mut Opened, sheet: &str) -> Range<Data> {
    workbook.worksheet_range(sheet).expect("the sheet is there")
}

pub fn formulas(workbook: &mut Opened, sheet: &str) -> Range<String> {
    workbook
        .worksheet_formula(sheet)
        .expect("the sheet is there")
}

/// Every text cell of a sheet.
fn texts(range: &Range<Data>) -> Vec<String> {
    let cells = range.cells().map(|(_, _, cell)| cell.to_string());
    cells.filter(|text| !text.is_empty()).collect()
}

/// Rows whose second cell is this label, in order.
fn lines<'a>(range: &'a Range<Data>, label: &str) -> Vec<&'a [Data]> {
    let labelled = |row: &&[Data]| row.get(1).is_some_and(|cell| cell == label);
    range.rows().filter(labelled).collect()
}

fn numbers(totals: &Totals) -> [f64; 7] {
    [
        totals.delegations as f64,
        totals.people as f64,
        totals.person_half_days as f64 / 2.0,
        totals.amount_vnd as f64,
        totals.rows_without_people as f64,
        totals.rows_without_days as f64,
        totals.rows_without_amount as f64,
    ]
}

/// Where the measures of a direction stand on the sheet of a table.
fn columns(table: Table, direction: Direction) -> [usize; 7] {
    Measure::ALL.map(|measure| table.column(direction, measure).into())
}

fn cells(row: &[Data], columns: impl IntoIterator<Item = usize>) -> Vec<f64> {
    columns
        .into_iter()
        .map(|at| match row.get(at) {
            Some(Data::Float(number)) => *number,
            Some(Data::Int(number)) => *number as f64,
            other => panic!("no number but {other:?}"),
        })
        .collect()
}

#[test]
fn the_sheets_stand_in_their_order_in_both_languages() {
    let owned = sample(Sample::default());
    for lang in [Lang::Vi, Lang::En] {
        let workbook = written(&owned, lang);
        let names: Vec<&str> = SHEETS.iter().map(|name| name.in_lang(lang)).collect();
        assert_eq!(workbook.sheet_names(), names);
    }
}

#[test]
fn stored_figures_equal_the_summary() {
    let owned = sample(Sample::default());
    let edition = owned.edition(Lang::Vi);
    let mut workbook = written(&owned, Lang::Vi);
    for table in [COUNTRIES, QUARTERS, SOURCES, DEPARTMENTS] {
        let by = table.by;
        let range = values(&mut workbook, table.sheet.vi);
        for (nth, kind) in Kind::ALL.into_iter().enumerate() {
            for line in listing::table(&edition, by, kind) {
                let before = Kind::ALL[..nth].iter();
                let earlier = before
                    .filter(|kind| {
                        listing::table(&edition, by, **kind)
                            .iter()
                            .any(|l| l.key == line.key)
                    })
                    .count();
                let row = lines(&range, &line.label)[earlier];
                for direction in Direction::ALL {
                    let wanted = numbers(&line.totals[direction as usize]);
                    let found = cells(row, columns(table, direction));
                    assert_eq!(found, wanted, "{} {direction:?}", line.label);
                }
            }
        }
    }
}

#[test]
fn the_overview_and_the_bridge_equal_the_grand_totals() {
    let owned = sample(Sample::default());
    let mut workbook = written(&owned, Lang::Vi);
    let overview = values(&mut workbook, labels::SHEET_OVERVIEW.vi);
    let countries = values(&mut workbook, labels::SHEET_COUNTRY.vi);
    for (nth, kind) in Kind::ALL.into_iter().enumerate() {
        for direction in Direction::ALL {
            let grand = owned
                .summary
                .grand(kind, direction)
                .expect("all four are there");
            let label = format!(
                "{} - {}",
                labels::direction(direction).vi,
                labels::kind_of_year(kind, grand.year, Lang::Vi)
            );
            let row = lines(&overview, &label)[0];
            assert_eq!(cells(row, 2..9), numbers(&grand.totals), "{label}");
            assert_eq!(cells(row, 9..10), [grand.rejected as f64], "{label}");
            let mut sum = grand.totals;
            sum += grand.countries_excess;
            for (name, totals) in [
                (labels::SUM_OF_COUNTRIES, sum),
                (labels::COUNTED_TWICE, grand.countries_excess),
                (labels::DISTINCT_TOTAL, grand.totals),
            ] {
                let row = lines(&countries, name.vi)[nth];
                assert_eq!(
                    cells(row, columns(COUNTRIES, direction)),
                    numbers(&totals),
                    "{}",
                    name.vi
                );
            }
        }
    }
}

#[test]
fn figures_are_formulas_over_the_hidden_columns_of_the_annexes() {
    let owned = sample(Sample::default());
    let mut workbook = written(&owned, Lang::Vi);
    let mut all = Vec::new();
    for sheet in SHEETS {
        let range = formulas(&mut workbook, sheet.vi);
        all.extend(range.used_cells().map(|(_, _, formula)| formula.clone()));
    }
    let holds = |text: &str| all.iter().any(|formula| formula.contains(text));
    assert!(holds("SUMIFS('Đoàn ra'!$R$"));
    assert!(holds("\"*;LA;*\""));
    assert!(holds("SUMPRODUCT(('Đoàn vào'!$L$"));
    assert!(!holds("SUBTOTAL"));
    assert!(all.len() > 500, "{} formulas", all.len());
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let owned = sample(Sample::default());
    let mut workbook = written(&owned, Lang::Vi);
    let annex = values(&mut workbook, labels::SHEET_OUTBOUND.vi);
    let name = "=HYPERLINK(\"http://example.test\";\"bấm\")";
    assert!(texts(&annex).iter().any(|text| text == name));
    for sheet in SHEETS {
        let range = formulas(&mut workbook, sheet.vi);
        assert!(
            range
                .used_cells()
                .all(|(_, _, formula)| !formula.contains("HYPERLINK"))
        );
    }
}

#[test]
fn what_was_not_held_is_listed_without_codes() {
    let owned = sample(Sample::default());
    let mut workbook = written(&owned, Lang::Vi);
    let range = values(&mut workbook, labels::SHEET_OUTBOUND.vi);
    let mut rows = range.rows().skip_while(|row| row[1] != labels::NOT_HELD.vi);
    let listed = rows.nth(1).expect("a row below the heading");
    assert_eq!(listed[10].to_string(), "UBND thành phố Đông Hà: Hoãn");
    assert!(listed[11..].iter().all(|code| *code == Data::Empty));
}

#[test]
fn rejected_rows_stand_as_written_with_the_errors_that_reach_them() {
    let owned = sample(Sample::default());
    let mut workbook = written(&owned, Lang::Vi);
    let range = values(&mut workbook, labels::SHEET_REJECTED.vi);
    let rows: Vec<&[Data]> = range.rows().filter(|row| row[6] == "O302").collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[0][7].to_string().contains("=1+1"));
    assert!(
        rows[0][8]
            .to_string()
            .starts_with("<script>alert('đoàn')</script> | Lãnh đạo đơn vị")
    );
    assert_eq!(rows[1][4].to_string(), labels::UNCLEAR.vi);
}

#[test]
fn worst_findings_come_first_and_explained_ones_last() {
    let owned = sample(Sample::default());
    let mut workbook = written(&owned, Lang::Vi);
    let range = values(&mut workbook, labels::SHEET_REVIEW.vi);
    let listed: Vec<String> = range.rows().skip(4).map(|row| row[7].to_string()).collect();
    assert_eq!(listed, ["=1+1", "<b>Lào</b>", "Là o"]);
}

#[test]
fn beyond_the_limit_figures_are_plain_and_the_sheets_say_so() {
    let owned = sample(Sample::default());
    let mut edition = owned.edition(Lang::Vi);
    edition.annex_rows = 3;
    let mut workbook = open(write(&edition).expect("the workbook is written"));
    let annex = texts(&values(&mut workbook, labels::SHEET_OUTBOUND.vi));
    assert!(annex.iter().any(|text| text.contains("delegations.csv")));
    let formulas = formulas(&mut workbook, labels::SHEET_COUNTRY.vi);
    assert_eq!(formulas.used_cells().count(), 0);
    let range = values(&mut workbook, labels::SHEET_COUNTRY.vi);
    let grand = owned
        .summary
        .grand(Kind::Plan, Direction::Outbound)
        .expect("all four are there");
    let total = lines(&range, labels::DISTINCT_TOTAL.vi)[0];
    let found = cells(total, columns(COUNTRIES, Direction::Outbound));
    assert_eq!(found, numbers(&grand.totals));
    assert!(
        texts(&range)
            .iter()
            .any(|text| text.contains("delegations.csv"))
    );
}

#[test]
fn a_plan_alone_gives_one_table_and_an_empty_campaign_still_opens() {
    let mut owned = sample(Sample {
        repeat: 1,
        realised: false,
    });
    let mut workbook = written(&owned, Lang::Vi);
    let range = values(&mut workbook, labels::SHEET_COUNTRY.vi);
    assert_eq!(lines(&range, labels::DISTINCT_TOTAL.vi).len(), 1);
    owned.dataset.files.clear();
    owned.dataset.findings.clear();
    owned.dataset.ledger.clear();
    owned.summary = Default::default();
    let mut workbook = written(&owned, Lang::Vi);
    let annex = texts(&values(&mut workbook, labels::SHEET_INBOUND.vi));
    assert!(annex.iter().any(|text| text == labels::NOTHING.vi));
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    let owned = sample(Sample::default());
    let edition = owned.edition(Lang::Vi);
    let first = write(&edition).expect("the workbook is written");
    assert!(first == write(&edition).expect("the workbook is written"));
}
