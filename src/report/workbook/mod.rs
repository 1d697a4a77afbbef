//! `summary.xlsx`: the province's workbook, thirteen sheets whose figures are live formulas over its annexes.

mod account;
mod annex;
mod book;
mod bridge;
mod charts;
mod codes;
mod compared;
mod cross;
mod form;
mod lines;
mod notes;
mod overview;
mod paper;
mod places;
mod planned;
mod planned_rows;
mod planned_sheet;
mod review;
mod tables;

#[cfg(test)]
mod recalculated;
#[cfg(test)]
mod tests;

use crate::edition::Edition;
use crate::report::listing::By;
use crate::report::saved;
use crate::report::sheet::{Sheet, style};
use crate::report::speak::Speak;
use crate::words::labels;
use annex::Annex;
use book::Book;
use charts::Plotted;
use places::Places;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use tables::Table;

const COUNTRIES: Table = Table {
    by: By::Country,
    sheet: labels::SHEET_COUNTRY,
    title: labels::TITLE_COUNTRY,
    heading: labels::COUNTRY,
};
const QUARTERS: Table = Table {
    by: By::Quarter,
    sheet: labels::SHEET_QUARTER,
    title: labels::TITLE_QUARTER,
    heading: labels::QUARTER,
};
const SOURCES: Table = Table {
    by: By::Funding,
    sheet: labels::SHEET_FUNDING,
    title: labels::TITLE_FUNDING,
    heading: labels::FUNDING,
};
const DEPARTMENTS: Table = Table {
    by: By::Department,
    sheet: labels::SHEET_DEPARTMENT,
    title: labels::TITLE_DEPARTMENT,
    heading: labels::DEPARTMENT,
};

/// A fourth larger than at the usual level, 6, in a third of the time.
const ZIP_LEVEL: u8 = 2;

/// Sheets in their order.
const SHEETS: [crate::words::Words; 13] = [
    labels::SHEET_OVERVIEW,
    labels::SHEET_COUNTRY,
    labels::SHEET_QUARTER,
    labels::SHEET_FUNDING,
    labels::SHEET_CROSS,
    labels::SHEET_DEPARTMENT,
    labels::SHEET_PLANNED,
    labels::SHEET_OUTBOUND,
    labels::SHEET_INBOUND,
    labels::SHEET_REVIEW,
    labels::SHEET_REJECTED,
    labels::SHEET_LEDGER,
    labels::SHEET_NOTES,
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
    let sources = || [0, 1].map(|direction| annexes[direction].source(names[direction]));
    let book = Book {
        edition: *edition,
        places: places(edition, &annexes),
        sources: (rows <= edition.annex_rows).then(sources),
        rows,
    };
    let sheets = write_sheets(&book, &annexes);

    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(ZIP_LEVEL);
    // Widths are counted in digits of this font: one that is missing on a machine would stretch every sheet.
    workbook.set_default_format(&style::font(11.0), 20, 64)?;
    workbook.set_properties(&properties(&book)?);
    for sheet in sheets {
        workbook.push_worksheet(sheet.finish()?);
    }
    saved::save(&mut workbook)
}

fn write_sheets(book: &Book, annexes: &[Annex; 2]) -> [Sheet; SHEETS.len()] {
    let mut sheets = SHEETS.map(|name| Sheet::named(book.say(name)));
    let [
        overview,
        country,
        quarter,
        funding,
        cross,
        department,
        planned,
        outbound,
        inbound,
        findings,
        rejected,
        submissions,
        notes,
    ] = &mut sheets;
    let plotted = [
        (QUARTERS, quarter),
        (SOURCES, funding),
        (COUNTRIES, country),
    ];
    let plotted = plotted.map(|(table, sheet)| Plotted {
        table,
        blocks: table.write(book, sheet),
    });
    overview::write(book, overview, &plotted);
    cross::write(book, cross);
    DEPARTMENTS.write(book, department);
    planned_sheet::write(book, planned);
    annexes[0].write(book, outbound);
    annexes[1].write(book, inbound);
    review::findings(book, findings);
    review::rejected(book, rejected);
    review::submissions(book, submissions);
    notes::write(book, notes);
    sheets
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
