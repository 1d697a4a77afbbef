//! The cross-table of countries, quarters and budget sources, with its bridge and the meaning of its classes.

use super::book::{Book, Line};
use super::codes::{Basis, Condition};
use crate::model::summary::Totals;
use crate::model::value::Quarter;
use crate::report::listing::{self, ByQuarter, CrossCountry};
use crate::report::sheet::style::{STYLES, Weight};
use crate::report::sheet::{BOLD, Sheet};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::{Part, kind_name};
use crate::words::labels;

/// Number, country, source.
const LABELS: u16 = 3;
const COUNTRY_WIDTH: f64 = 20.0;
const SOURCE_WIDTH: f64 = 22.0;
const FIGURE_WIDTH: f64 = 5.5;
/// Under each quarter; the total also has person-days.
const UNDER_QUARTER: [Measure; 2] = [Measure::Delegations, Measure::People];
const UNDER_TOTAL: [Measure; 3] = [Measure::Delegations, Measure::People, Measure::PersonDays];

/// Column of the first measure of a quarter; the total follows the last one.
fn column(quarter: usize) -> u16 {
    LABELS + quarter as u16 * UNDER_QUARTER.len() as u16
}

/// Columns of the total.
const TOTAL: u16 = LABELS + Quarter::ALL.len() as u16 * UNDER_QUARTER.len() as u16;
const LAST: u16 = TOTAL + UNDER_TOTAL.len() as u16 - 1;

/// Writes the sheet.
pub fn write(book: &Book, sheet: &mut Sheet) {
    let mut widths = [FIGURE_WIDTH; LAST as usize + 1];
    widths[..3].copy_from_slice(&[5.0, COUNTRY_WIDTH, SOURCE_WIDTH]);
    widths[LAST as usize] = 9.5;
    sheet.columns(&widths);
    sheet.landscape();
    sheet.print_columns(&widths);
    sheet.title(&book.edition, labels::TITLE_CROSS);

    let kinds = listing::kinds(book.edition.summary);
    for (nth, part) in kinds.into_iter().flat_map(Part::of_kind).enumerate() {
        let countries = listing::cross(&book.edition, part);
        // The rows of the first header repeat on every page: another one would stand twice.
        block(book, sheet, part, &countries, nth == 0);
        sheet.next();
    }
    sheet.paginate();
}

fn block(
    book: &Book,
    sheet: &mut Sheet,
    part: Part,
    countries: &[CrossCountry],
    with_header: bool,
) {
    let edition = &book.edition;
    let direction = book.say(labels::direction(part.direction));
    let title = format!("{direction} - {}", kind_name(edition, part.kind));
    sheet.text(0, &title, &STYLES.section_title);
    sheet.height(22.0);
    sheet.keep_with_next();
    sheet.next();
    if with_header {
        sheet.repeat(sheet.row..=sheet.row + 1);
        header(book, sheet);
        sheet.freeze(sheet.row, LABELS);
    }

    let first = sheet.row;
    for (number, country) in (1..).zip(countries) {
        country_lines(book, sheet, part, number, country);
    }
    if with_header && sheet.row > first {
        sheet.filter(first - 1..=sheet.row - 1);
    }

    bridge(book, sheet, part, countries);
    let totals = part.totals(edition.summary);
    let unread = listing::without(edition, &totals);
    let rejected = book.count(part.rejected(edition.summary));
    let label = book.say(labels::REJECTED_ROWS);
    sheet.note(&format!("{label}: {rejected}. {unread}."));
}

fn header(book: &Book, sheet: &mut Sheet) {
    for (column, name) in (0..).zip([labels::NUMBER, labels::COUNTRY, labels::FUNDING]) {
        sheet.tall_heading(column, book.say(name));
    }
    for (nth, quarter) in Quarter::ALL.into_iter().enumerate() {
        let name = book.say(labels::quarter(quarter));
        sheet.across(column(nth)..=column(nth) + 1, name, &STYLES.header);
    }
    sheet.across(TOTAL..=LAST, book.say(labels::TOTAL), &STYLES.header);
    sheet.fit();
    sheet.keep_with_next();
    sheet.next();
    for nth in 0..Quarter::ALL.len() {
        sheet.headings(column(nth), UNDER_QUARTER.map(|m| book.say(m.heading())));
    }
    sheet.headings(TOTAL, UNDER_TOTAL.map(|m| book.say(m.heading())));
    sheet.fit();
    sheet.keep_with_next();
    sheet.next();
}

/// A country: its sum over the sources, then each source that occurs.
fn country_lines(book: &Book, sheet: &mut Sheet, part: Part, number: u32, country: &CrossCountry) {
    let condition = Condition {
        country: Some(&country.key),
        ..Condition::part(part)
    };
    let line = Line::sum(condition, Totals::default(), Weight::Group);
    // One source alone needs no line of its own.
    let only = match &country.sources[..] {
        [(class, _)] => book.say(labels::funding(*class)),
        _ => "",
    };
    sheet.number(0, f64::from(number), STYLES.centred(Weight::Group));
    sheet.measure(&country.label, COUNTRY_WIDTH * BOLD);
    sheet.texts(1, [&*country.label, only], STYLES.text(Weight::Group));
    sheet.fit();
    figures(book, sheet, line, &country.quarters);
    if !only.is_empty() {
        return sheet.next();
    }
    sheet.keep_with_next();
    sheet.next();

    for (class, totals) in &country.sources {
        let condition = Condition {
            funding: Some(class.code()),
            ..condition
        };
        sheet.text(0, "", STYLES.centred(Weight::Plain));
        sheet.text(1, &country.label, &STYLES.repeated);
        let source = book.say(labels::funding(*class));
        sheet.text(2, source, STYLES.text(Weight::Plain));
        sheet.fit();
        let line = Line::sum(condition, Totals::default(), Weight::Plain);
        figures(book, sheet, line, totals);
        sheet.next();
    }
}

/// Each delegation once, by quarter, and what the countries count beyond that.
fn bridge(book: &Book, sheet: &mut Sheet, part: Part, countries: &[CrossCountry]) {
    let bridge = listing::cross_bridge(&book.edition, part, countries);
    let lines = [
        (labels::SUM_OF_COUNTRIES, bridge.sums, Basis::Repeated),
        (labels::COUNTED_TWICE, bridge.excess, Basis::Excess),
        (labels::DISTINCT_TOTAL, bridge.distinct, Basis::Sum),
    ];
    for (label, totals, basis) in lines {
        let weight = match basis {
            Basis::Sum => Weight::Total,
            _ => Weight::Group,
        };
        let line = Line {
            basis,
            ..Line::sum(Condition::part(part), Totals::default(), weight)
        };
        sheet.fit();
        sheet.across(0..=2, book.say(label), STYLES.text(weight));
        figures(book, sheet, line, &totals);
        sheet.next();
    }
}

/// The figures of a line by quarter and in all.
fn figures(book: &Book, sheet: &mut Sheet, line: Line, quarters: &ByQuarter) {
    let mut all = Totals::default();
    for (nth, quarter) in Quarter::ALL.into_iter().enumerate() {
        let mut line = line;
        line.totals = quarters[nth];
        line.condition.quarter = Some(quarter.code());
        book.figures(sheet, column(nth), &UNDER_QUARTER, &line);
        all += quarters[nth];
    }
    let total = Line {
        totals: all,
        ..line
    };
    book.figures(sheet, TOTAL, &UNDER_TOTAL, &total);
}
