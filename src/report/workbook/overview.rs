//! The first sheet: official heading, totals and their change, charts, submissions, accounting, signature.

use super::account;
use super::book::{Book, Line};
use super::charts::{self, Plotted};
use super::codes::Condition;
use super::compared::{against_plan, change, comparable, since_last};
use super::lines::{FIGURES, LAST, open_line};
use super::planned;
use super::review::count_rejected;
use crate::report::listing;
use crate::report::sheet::style::{STYLES, Weight};
use crate::report::sheet::{Figure, Sheet, province_title};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::{Part, years_name};
use crate::words::{labels, shown};
use rust_xlsxwriter::Image;

const WIDTHS: [f64; 10] = [5.0, 36.0, 8.0, 8.0, 16.5, 14.5, 8.5, 8.5, 8.5, 8.5];
/// Rows below date and title of the signatory for the signature itself.
const SIGNATURE: u32 = 4;
/// The line under the office, of a third of its name's cell: one black pixel, stretched.
const RULE: &[u8] = include_bytes!("rule.png");
const RULE_WIDTH: u32 = 130;
const RULE_OFFSET: u32 = 98;

/// Numbers the parts of the sheet.
#[derive(Default)]
struct Parts(u32);

impl Parts {
    /// The title of the next part.
    fn title(&mut self, sheet: &mut Sheet, title: &str) {
        self.0 += 1;
        let title = format!("{}. {title}", shown::roman(self.0));
        sheet.text(0, &title, &STYLES.section_title);
        sheet.keep_with_next();
        sheet.next();
    }
}

/// Writes the sheet; `plotted` are the sheets by quarter, source and country.
pub fn write(book: &Book, sheet: &mut Sheet, plotted: &[Plotted; 3]) {
    sheet.columns(&WIDTHS);
    sheet.landscape();
    sheet.print_columns(&WIDTHS);
    letterhead(book, sheet);

    let mut parts = Parts::default();
    parts.title(sheet, book.say(labels::TOTALS));
    totals(book, sheet);
    parts.title(sheet, book.say(labels::CHANGE));
    change(book, sheet);
    sheet.next();
    changes(book, sheet, &mut parts);
    plan_and_results(book, sheet, &mut parts);
    parts.title(sheet, book.say(labels::SUBMISSION_STATES));
    account::states(book, sheet);
    sheet.next();

    sheet.keep_with_next();
    sheet.signature(&book.edition, 0..=2, 5..=LAST);
    sheet.go_to(sheet.row + SIGNATURE);

    let mut is_first = true;
    for kind in listing::kinds(book.edition.summary) {
        sheet.begin_page();
        if std::mem::take(&mut is_first) {
            parts.title(sheet, book.say(labels::CHARTS));
        }
        charts::insert(book, sheet, kind, plotted);
    }
    sheet.print_to(sheet.row, LAST);
    sheet.paginate();
}

/// What changed since the last published run, unless this is the first.
fn changes(book: &Book, sheet: &mut Sheet, parts: &mut Parts) {
    if let Some(changes) = book.edition.changes {
        parts.title(sheet, book.say(labels::PAGE_CHANGES));
        since_last(book, sheet, changes);
        sheet.next();
    }
}

fn plan_and_results(book: &Book, sheet: &mut Sheet, parts: &mut Parts) {
    let year = book.edition.dataset.results_year;
    parts.title(
        sheet,
        &book.fill(labels::AGAINST_PLAN, &[&year.to_string()]),
    );
    if let Some(previous) = comparable(book) {
        against_plan(book, sheet, previous);
        sheet.next();
    }
    match book.edition.planned {
        Ok(comparison) => planned::overview(book, sheet, comparison),
        Err(reason) => sheet.note(&labels::no_plan(reason, year, book.lang())),
    }
    sheet.next();
}

/// Bodies, state and title.
fn letterhead(book: &Book, sheet: &mut Sheet) {
    let office = book.edition.office;
    sheet.heights(&[22.0, 22.0, 10.0, 26.0, 22.0]);
    sheet.across(0..=2, &office.parent.to_uppercase(), &STYLES.parent);
    sheet.across(4..=LAST, book.say(labels::NATION), &STYLES.office);
    sheet.next();
    sheet.across(0..=2, &office.name.to_uppercase(), &STYLES.office);
    sheet.across(4..=LAST, book.say(labels::MOTTO), &STYLES.motto);
    sheet.next();
    sheet.attempt(|sheet| {
        let rule = Image::new_from_buffer(RULE)?
            .set_scale_to_size(RULE_WIDTH, 1, false)
            .set_decorative(true);
        sheet.insert_image_with_offset(2, 1, &rule, RULE_OFFSET, 3)
    });
    sheet.next();
    let title = province_title(&book.edition, labels::TITLE);
    sheet.across(0..=LAST, &title, &STYLES.title);
    sheet.next();
    sheet.across(0..=LAST, &years_name(&book.edition), &STYLES.subtitle);
    sheet.next();
}

fn totals(book: &Book, sheet: &mut Sheet) {
    let measures = Measure::ALL.map(Measure::heading);
    let names = [labels::NUMBER, labels::ITEM].into_iter().chain(measures);
    let names = names.chain([labels::REJECTED_ROWS]);
    sheet.headings(0, names.map(|name| book.say(name)));
    sheet.fit();
    sheet.next();
    let summary = book.edition.summary;
    for (number, part) in (1..).zip(Part::all()) {
        open_line(sheet, number, &part.name(&book.edition));
        let line = Line::sum(Condition::part(part), part.totals(summary), Weight::Plain);
        book.figures(sheet, FIGURES, &Measure::ALL, &line);
        let rejected = part.rejected(summary) as f64;
        sheet.figure(LAST, Figure::count(rejected, count_rejected(book, part)));
        sheet.next();
    }
    sheet.note(book.say(labels::NOTE_BASES));
    if let Some(note) = listing::frozen_note(&book.edition) {
        sheet.note(&note);
    }
    sheet.next();
}
