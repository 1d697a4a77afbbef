//! A made file read through the library, against what it was made of: field by field.

use super::form::{Page, Want, YEAR};
use tonghop::interpret::Interpreter;
use tonghop::model::delegation::{Delegation, Texts};
use tonghop::model::document::Document;
use tonghop::model::section::{Nil, Segmentation};
use tonghop::model::submission::Format;
use tonghop::read::{self, ReadLimits};
use tonghop::segment::{self, Hints};
use unicode_normalization::UnicodeNormalization;

/// Reads a file and lists what differs from the page that it was made of; empty when all is right.
pub fn differences(
    bytes: Vec<u8>,
    format: Format,
    page: &Page,
    ignore_case: bool,
    interpreter: &mut Interpreter,
) -> Vec<String> {
    let document = match read::read(&bytes, format, &ReadLimits::default()) {
        Ok(document) => document,
        Err(error) => return vec![format!("unreadable: {error}")],
    };
    let hints = Hints {
        file_name: page.file_name,
        plan_year: Some(YEAR),
        results_year: None,
    };
    let segmentation = segment::segment(&document, &hints);
    let (read, texts) = interpreter.delegations(&document, &segmentation);
    let mut wrong = nil_differences(page, &segmentation);
    if read.len() != page.wants.len() {
        wrong.push(format!("{} rows read of {}", read.len(), page.wants.len()));
        return wrong;
    }
    for (at, (row, want)) in read.iter().zip(&texts).zip(&page.wants).enumerate() {
        for (field, found, wanted) in fields(&document, row, want, ignore_case) {
            if found != wanted {
                wrong.push(format!("row {}: {field} is {found}, not {wanted}", at + 1));
            }
        }
    }
    wrong
}

fn nil_differences(page: &Page, segmentation: &Segmentation) -> Vec<String> {
    let said = |direction| {
        let tables = segmentation.sections.iter();
        let prose = segmentation.nil_statements.iter();
        tables
            .filter(|section| section.nil == Some(Nil::Stated))
            .any(|section| section.direction == Some(direction))
            || prose
                .into_iter()
                .any(|nil| nil.direction.is_none_or(|said| said == direction))
    };
    let missing = page.nil.iter().filter(|&&direction| !said(direction));
    missing
        .map(|direction| format!("{direction:?} is not read as nil"))
        .collect()
}

/// Every field as (name, as read, as wanted).
fn fields(
    document: &Document,
    (row, texts): (&Delegation, &Texts),
    want: &Want,
    ignore_case: bool,
) -> Vec<(&'static str, String, String)> {
    let fact = want.fact;
    let text = |text: &str| {
        // Line breaks in cells are compared as blanks: what a file without quotes makes of them.
        let words: Vec<&str> = text.split_whitespace().collect();
        let text: String = words.join(" ").nfc().collect();
        // Ð for Đ stays as written and counts as the same letter.
        let text = text.replace('Ð', "Đ").replace('ð', "đ");
        if ignore_case {
            text.to_lowercase()
        } else {
            text
        }
    };
    let cell = |span| text(document.trimmed(span));
    let codes: Vec<&str> = row
        .countries
        .codes
        .iter()
        .map(|code| code.as_str())
        .collect();
    let mut fields = vec![
        ("name", cell(texts.name), text(fact.name)),
        (
            "direction",
            format!("{:?}", row.direction),
            format!("{:?}", Some(want.direction)),
        ),
        (
            "kind",
            row.kind.code().to_string(),
            want.kind.code().to_string(),
        ),
        ("year", row.year.to_string(), want.year.to_string()),
        ("countries", codes.join(" "), fact.codes.join(" ")),
        ("count", row.count.to_string(), fact.count.to_string()),
        (
            "people",
            format!("{:?} {:?}", row.people().low, row.people().value),
            format!("{:?} {:?}", fact.people_read.0, Some(fact.people_read.1)),
        ),
        (
            "half days",
            format!("{:?}", row.days().halves),
            format!("{:?}", Some(want.half_days)),
        ),
        (
            "quarter",
            row.period.class().code().to_string(),
            want.quarter.code().to_string(),
        ),
        (
            "funding",
            row.funding.class.code().to_string(),
            want.funding.code().to_string(),
        ),
    ];
    if want.texts {
        fields.extend([
            ("head", cell(texts.head), text(fact.head)),
            ("content", cell(texts.content), text(fact.content)),
            ("notes", cell(texts.notes), text(fact.notes)),
        ]);
    }
    fields
}
