//! `summary.xlsx`: the province's workbook, eleven sheets whose figures are live formulas over its annexes.

mod account;
mod annex;
pub(super) mod book;
mod bridge;
mod charts;
mod codes;
mod compared;
mod cross;
mod form;
mod ledger;
mod overview;
pub(super) mod paint;
mod paper;
mod planned;
mod planned_rows;
mod planned_table;
mod review;
pub(super) mod style;
mod tables;

#[cfg(test)]
mod recalculated;
#[cfg(test)]
mod tests;

use super::listing::By;
use crate::edition::Edition;
use crate::words::labels;
use annex::Annex;
use book::Book;
use charts::Plotted;
use planned::Places;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use style::Styles;
use tables::Table;

const COUNTRIES: Table = Table {
    by: By::Country,
    title: labels::TITLE_COUNTRY,
    head: labels::COUNTRY,
};
const QUARTERS: Table = Table {
    by: By::Quarter,
    title: labels::TITLE_QUARTER,
    head: labels::QUARTER,
};
const SOURCES: Table = Table {
    by: By::Funding,
    title: labels::TITLE_FUNDING,
    head: labels::FUNDING,
};
const DEPARTMENTS: Table = Table {
    by: By::Department,
    title: labels::TITLE_DEPARTMENT,
    head: labels::DEPARTMENT,
};

/// A fourth larger than at the usual level, 6, in a third of the time.
const ZIP_LEVEL: u8 = 2;

/// Sheets in their order.
const SHEETS: [crate::words::Words; 11] = [
    labels::SHEET_OVERVIEW,
    labels::SHEET_COUNTRY,
    labels::SHEET_QUARTER,
    labels::SHEET_FUNDING,
    labels::SHEET_CROSS,
    labels::SHEET_DEPARTMENT,
    labels::SHEET_OUTBOUND,
    labels::SHEET_INBOUND,
    labels::SHEET_REVIEW,
    labels::SHEET_REJECTED,
    labels::SHEET_LEDGER,
];

/// The workbook as bytes; the same edition gives the same bytes.
///
/// # Errors
/// When a sheet cannot hold what it is given: a fault of the program, not of the data.
pub fn write(edition: &Edition) -> Result<Vec<u8>, XlsxError> {
    let annexes = Annex::plan(edition);
    let rows = annexes.iter().map(|annex| annex.rows).sum();
    let names =
        [labels::SHEET_OUTBOUND, labels::SHEET_INBOUND].map(|name| name.in_lang(edition.lang));
    let sources = || {
        let [outbound, inbound] = &annexes;
        [outbound.source(names[0]), inbound.source(names[1])]
    };
    let book = Book {
        edition: *edition,
        style: Styles::default(),
        places: places(edition, &annexes),
        sources: (rows <= edition.annex_rows).then(sources),
        rows,
    };
    let mut sheets: Vec<Worksheet> = Vec::new();
    for name in SHEETS {
        let mut sheet = Worksheet::new();
        sheet.set_name(book.say(name))?;
        sheets.push(sheet);
    }
    fill(&book, &mut sheets, &annexes)?;
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(ZIP_LEVEL);
    // Widths are counted in digits of this font: one that is missing on a machine would stretch every sheet.
    workbook.set_default_format(&style::font(11.0), 20, 64)?;
    workbook.set_properties(&properties(&book)?);
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer()
}

fn places(edition: &Edition, annexes: &[Annex; 2]) -> Places {
    let mut places = Places::default();
    if let Ok(comparison) = edition.planned {
        places.results = vec![String::new(); comparison.results.len()];
        places.planned = vec![String::new(); comparison.rows.len()];
        for annex in annexes {
            annex.places(comparison, &mut places);
        }
    }
    places
}

fn fill(book: &Book, sheets: &mut [Worksheet], annexes: &[Annex; 2]) -> Result<(), XlsxError> {
    let [
        overview,
        country,
        quarter,
        funding,
        cross,
        department,
        outbound,
        inbound,
        findings,
        rejected,
        submissions,
    ] = sheets
    else {
        return Ok(());
    };
    let by_country = COUNTRIES.write(book, country)?;
    let by_quarter = QUARTERS.write(book, quarter)?;
    let by_funding = SOURCES.write(book, funding)?;
    let plotted = [
        (QUARTERS, labels::SHEET_QUARTER, &by_quarter),
        (SOURCES, labels::SHEET_FUNDING, &by_funding),
        (COUNTRIES, labels::SHEET_COUNTRY, &by_country),
    ]
    .map(|(table, sheet, blocks)| Plotted {
        table,
        sheet: book.say(sheet),
        blocks,
    });
    overview::write(book, overview, &plotted)?;
    cross::write(book, cross)?;
    DEPARTMENTS.write(book, department)?;
    annexes[0].write(book, outbound)?;
    annexes[1].write(book, inbound)?;
    review::write(book, findings)?;
    review::write_rejected(book, rejected)?;
    ledger::write(book, submissions)
}

/// Title and author; the creation date is the first day of the plan year, so that no clock shows.
fn properties(book: &Book) -> Result<DocProperties, XlsxError> {
    let year = u16::try_from(book.edition.dataset.year.clamp(1900, 9999)).unwrap_or(1900);
    let created = ExcelDateTime::from_ymd(year, 1, 1)?;
    Ok(DocProperties::new()
        .set_title(book.say(labels::TITLE))
        .set_author(&book.edition.office.name)
        .set_company(&book.edition.office.parent)
        .set_creation_datetime(&created))
}
