//! `feedback/<slug>.xlsx`: what each department gets back, its submission in its own layout with what must be corrected.

mod contents;
mod cover;
mod entries;
mod layout;
mod marks;
mod room;
mod sheet;
mod style;

#[cfg(test)]
mod tests;

use crate::edition::Edition;
use crate::model::document::Returned;
use crate::model::submission::Department;
use crate::report::form::{self, Blank};
use crate::report::notice::{self, Notice};
use crate::report::saved;
use crate::words::labels;
use contents::Feedback;
use entries::Choices;
use rayon::prelude::*;
use room::Rooms;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use style::Looks;

/// The fastest level: a workbook of some 14 kB gets a fourth larger, and a year has one for every department.
const ZIP_LEVEL: u8 = 1;

/// Formats of all copies of a run.
static LOOKS: LazyLock<Looks> = LazyLock::new(Looks::default);

/// Files that one property each is written for.
const MOST_PROPERTIES: usize = 100;

/// The feedback to all departments that sent or owe something, as `feedback/<slug>.xlsx`, in the order of slugs.
pub fn all(
    edition: &Edition,
) -> impl ParallelIterator<Item = (String, Result<Vec<u8>, XlsxError>)> {
    let dataset = edition.dataset;
    let rooms = Rooms::share_out(dataset);
    let choices = Choices::of(edition);
    let senders: BTreeSet<u32> = dataset.files.iter().map(|file| file.department).collect();
    let known = |number| Some((number, dataset.departments.get(number as usize)?));
    let known: Vec<(u32, &Department)> = senders.into_iter().filter_map(known).collect();
    // A thread that has nothing left takes any that is not begun.
    let known = known.into_par_iter().with_max_len(1);
    let answers = known.map(move |(number, department)| {
        let name = format!("feedback/{}.xlsx", department.slug);
        (name, write(edition, number, &rooms, &choices))
    });
    answers.chain(blank_forms(edition))
}

/// The blank form, for departments of which no list has come.
fn blank_forms(
    edition: &Edition,
) -> impl ParallelIterator<Item = (String, Result<Vec<u8>, XlsxError>)> {
    let mut notices = notice::all(edition);
    notices.retain(Notice::needs_form);
    let notices = notices.into_par_iter().with_max_len(1);
    notices.map(|notice| {
        let edition = &notice.edition;
        let blank = Blank {
            office: edition.office,
            department: Some(notice.department),
            year: edition.dataset.year,
            results_year: edition.dataset.results_year,
            vocabulary: edition.vocabulary,
            lang: edition.lang,
        };
        let name = format!("feedback/{}.xlsx", notice.department.slug);
        (name, form::write(&blank))
    })
}

/// The feedback to one department as bytes; the same edition gives the same bytes.
///
/// # Errors
/// When a sheet cannot hold what it is given: a fault of the program, not of the data.
fn write(
    edition: &Edition,
    department: u32,
    rooms: &Rooms,
    choices: &Choices,
) -> Result<Vec<u8>, XlsxError> {
    let feedback = Feedback::gather(edition, department, rooms);
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(ZIP_LEVEL);
    workbook.set_properties(&properties(&feedback)?);
    workbook.push_worksheet(cover::write(&feedback)?);
    for copy in &feedback.copies {
        workbook.push_worksheet(sheet::write(&feedback, copy, &LOOKS, choices)?);
    }
    saved::save(&mut workbook)
}

/// Title, author and what a reply replaces; the creation date is the first day of the plan year, so that
/// no clock shows.
fn properties(feedback: &Feedback) -> Result<DocProperties, XlsxError> {
    let edition = &feedback.edition;
    let year = u16::try_from(edition.dataset.year.clamp(1900, 9999)).unwrap_or(1900);
    let title = if feedback.open.is_empty() {
        labels::RECEIPT_TITLE
    } else {
        labels::ANSWER_TITLE
    };
    let mut properties = DocProperties::new()
        .set_title(title.in_lang(edition.lang))
        .set_author(&edition.office.name)
        .set_company(&edition.office.parent)
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, 1, 1)?);
    let digests = [
        (Returned::ANSWERS, feedback.replaces()),
        (Returned::RECEIPT, feedback.speaks_of()),
    ];
    let digests = digests.map(|(name, all)| (name, all.into_iter().map(String::from).collect()));
    for (property, values) in digests
        .into_iter()
        .chain([(Returned::ORIGIN, feedback.origins())])
    {
        let values: Vec<String> = values;
        for (number, value) in (1..=MOST_PROPERTIES).zip(values) {
            let name = match number {
                1 => property.to_string(),
                number => format!("{property}-{number}"),
            };
            properties = properties.set_custom_property(name, value);
        }
    }
    Ok(properties)
}
