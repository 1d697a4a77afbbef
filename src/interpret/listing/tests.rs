//! Rows of published lists: codes hold, cells without a code are read like any other.

use super::*;
use crate::model::document::Document;
use crate::model::section::{Column, DataRow, Direction, Kind, Match, Segmentation};
use crate::vocabulary::listing::{HEAD, field};

/// The delegation of one row, given by the columns that it fills.
fn row(cells: &[(&str, &str)]) -> Delegation {
    let usual = [
        ("id", "4c37518e6f94839b"),
        ("kind", "plan"),
        ("direction", "outbound"),
        ("year", "2021"),
    ];
    let cell = |head: &&str| {
        let given = cells.iter().chain(&usual).find(|(name, _)| name == head);
        given.map_or("", |(_, text)| text).to_string()
    };
    let rows = vec![
        HEAD.map(String::from).to_vec(),
        HEAD.iter().map(cell).collect(),
    ];
    let document = Document::from_rows(&rows);
    let vocabulary = Vocabulary::built_in();
    let (mut rows, _) = Interpreter::new(&vocabulary).delegations(&document, &segmentation());
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

/// One outbound plan whose only row is the second of the sheet.
fn segmentation() -> Segmentation {
    let columns = HEAD.iter().enumerate().map(|(index, heading)| Column {
        index,
        heading: heading.to_string(),
        field: field(heading),
        matched: Match::Exact,
        ..Column::default()
    });
    let section = Section {
        sheet: 0,
        direction: Some(Direction::Outbound),
        kind: Kind::Plan,
        kind_stated: true,
        stated_year: Some(2021),
        year: 2021,
        line: 1,
        head_lines: vec![1],
        columns: columns.collect(),
        head_inherited: false,
        rows: vec![DataRow {
            row: 1,
            line: 2,
            inherited: Vec::new(),
            direction: None,
            kind: None,
            ragged: false,
            joined: None,
        }],
        nil: None,
        totals: Vec::new(),
        title: String::new(),
    };
    Segmentation {
        sections: vec![section],
        ..Segmentation::default()
    }
}

#[test]
fn codes_hold_whatever_the_text_beside_them_says() {
    let read = row(&[
        ("countries", "SG;MY"),
        ("country_text", "Sing và Mã Lai"),
        ("count", "3"),
        ("people", "44454"),
        ("days", "0.5"),
        ("quarter", "Q3"),
        ("period_text", "Quý III/2020"),
        ("funding", "mixed"),
        ("funding_parts", "state_budget;provincial;donations"),
        ("amount_vnd", "450000000"),
        ("amount_usd", "12.05"),
        ("status", "postponed"),
        ("notes", "đã thực hiện"),
    ]);
    let codes: Vec<&str> = read
        .countries
        .codes
        .iter()
        .map(CountryCode::as_str)
        .collect();
    assert_eq!(codes, ["SG", "MY"]);
    assert_eq!(
        (read.count, read.people().value, read.days().halves),
        (3, Some(44454), Some(1))
    );
    assert_eq!(read.period.class(), Quarter::Q3);
    assert_eq!(read.funding.class, FundingClass::Mixed);
    assert_eq!(
        read.funding.part_codes(),
        ["state_budget", "provincial", "donations"]
    );
    assert_eq!(
        (read.money().vnd, read.money().usd_cents),
        (Some(450_000_000), Some(1205))
    );
    assert_eq!(read.status, Some(Status::Postponed));
    assert_eq!(read.state, RowState::NotHeld);
}

#[test]
fn every_class_of_period_and_source_comes_back() {
    for quarter in Quarter::ALL {
        let read = row(&[("quarter", quarter.code()), ("period_text", "theo thư mời")]);
        assert_eq!(read.period.class(), quarter);
    }
    for class in FundingClass::ALL {
        let read = row(&[("funding", class.code()), ("funding_text", "Nguồn khác")]);
        assert_eq!(read.funding.class, class);
    }
    let parts = [
        ("state_budget", "central;district"),
        ("own_funds", "commune"),
        ("mixed", "state_budget;aid"),
        ("mixed", "own_funds;district;partner"),
        ("mixed", "state_budget;central;partner;provincial"),
    ];
    for (class, codes) in parts {
        let read = row(&[("funding", class), ("funding_parts", codes)]);
        assert_eq!(read.funding.part_codes().join(";"), codes);
    }
}

#[test]
fn a_row_without_countries_counts_as_various_even_where_its_words_are_unknown() {
    let read = row(&[("country_text", "Quỹ Bông Sen Xanh")]);
    assert_eq!(read.countries.groups.as_slice(), ["Quỹ Bông Sen Xanh"]);
    assert!(
        row(&[]).countries.is_unreadable(),
        "nothing at all goes back"
    );
}

#[test]
fn cells_filled_in_by_hand_are_read_as_in_any_table() {
    let read = row(&[
        ("id", ""),
        ("countries", "CHDCND Lào"),
        ("people", "08 người"),
        ("days", "5,5"),
        ("quarter", "Tháng 8/2021"),
        ("funding", "NSNN"),
        ("amount_vnd", "450 triệu"),
        ("status", "Hoãn"),
    ]);
    assert_eq!(read.countries.codes.as_slice(), [CountryCode(*b"LA")]);
    assert_eq!(
        (read.people().value, read.days().halves),
        (Some(8), Some(11))
    );
    assert_eq!(read.period.class(), Quarter::Q3);
    assert_eq!(read.funding.class, FundingClass::StateBudget);
    assert_eq!(read.money().vnd, Some(450_000_000));
    assert_eq!(read.status, Some(Status::Postponed));
    let unknown = row(&[("countries", "LA;XX")]);
    assert!(
        !unknown.countries.unknown.is_empty(),
        "{:?}",
        unknown.countries
    );
}
