//! The sheet of notes: how the figures are counted, what the codes mean, and the account of lines and files.

use super::account;
use super::book::Book;
use crate::model::value::{FundingClass, Quarter};
use crate::report::sheet::Sheet;
use crate::report::sheet::style::STYLES;
use crate::report::speak::Speak;
use crate::words::labels;

const WIDTHS: [f64; 7] = [5.0, 40.0, 11.0, 4.0, 22.0, 18.0, 11.0];

/// Writes the sheet.
pub fn write(book: &Book, sheet: &mut Sheet) {
    sheet.columns(&WIDTHS);
    sheet.landscape();
    sheet.print_columns(&WIDTHS);
    sheet.title(&book.edition, labels::TITLE_NOTES);

    title(book, sheet, labels::NOTES_COUNTED);
    match book.sources {
        Some(_) => sheet.note(book.say(labels::NOTE_LIVE)),
        None => sheet.note(&book.note_plain()),
    }
    let notes = [
        labels::NOTE_BASES,
        labels::NOTE_COUNTRIES,
        labels::NOTE_MULTI,
        labels::NOTE_MIXED,
    ];
    for note in notes {
        sheet.note(book.say(note));
    }
    sheet.next();

    title(book, sheet, labels::NOTE_CODES);
    let pair = |code: &str, name: &str| format!("{code} = {name}");
    let quarters = Quarter::ALL.map(|q| pair(q.code(), book.say(labels::quarter(q))));
    let sources = FundingClass::ALL.map(|f| pair(f.code(), book.say(labels::funding(f))));
    for codes in [quarters.join("; "), sources.join("; ")] {
        sheet.note(&format!("{}: {codes}.", book.say(labels::CODE)));
    }
    sheet.next();

    title(book, sheet, labels::LINE_ACCOUNT);
    account::account(book, sheet);
    sheet.paginate();
}

fn title(book: &Book, sheet: &mut Sheet, words: crate::words::Words) {
    sheet.text(0, book.say(words), &STYLES.section_title);
    sheet.next();
}
