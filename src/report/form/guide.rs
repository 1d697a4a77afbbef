//! The sheets behind the form: how each cell is filled in, and the names of countries to choose from.

use super::columns::{COLUMNS, Column};
use super::style::Styles;
use super::{Blank, labels};
use crate::model::section::{Direction, Kind};
use crate::report::sheet::Sheet;
use crate::report::speak::Speak;
use crate::words::Words;

/// Width of the two columns of the guide, in characters.
const WIDTHS: [f64; 2] = [30.0, 110.0];

/// A part of the guide.
struct Part {
    title: &'static str,
    lines: Vec<Line>,
}

/// What is to be known, and of what; of all where no term is named.
struct Line {
    term: &'static str,
    text: String,
}

/// Writes the guide: the same words that the cells of the form say when they are entered.
pub fn write(blank: &Blank, styles: &Styles, sheet: &mut Sheet) {
    sheet.landscape_fitted();
    sheet.columns(&WIDTHS);
    sheet.across(0..=1, blank.say(labels::GUIDE_TITLE), &styles.title);
    sheet.height(28.0);
    sheet.go_to(2);
    let general = [
        labels::BLANK_HOW_ROWS,
        labels::BLANK_HOW_CELLS,
        labels::BLANK_HOW_NIL,
        labels::GUIDE_KEEP,
    ];
    let sending = [labels::GUIDE_SAVE, labels::GUIDE_AGAIN];
    part(styles, sheet, &texts(blank, labels::BLANK_SHEET, &general));
    part(styles, sheet, &per_column(blank));
    part(
        styles,
        sheet,
        &texts(blank, labels::GUIDE_SENDING, &sending),
    );
}

/// A part that says something of all columns.
fn texts(blank: &Blank, title: Words, texts: &[Words]) -> Part {
    let lines = texts.iter().map(|words| Line {
        term: "",
        text: blank.say(*words).to_string(),
    });
    Part {
        title: blank.say(title),
        lines: lines.collect(),
    }
}

fn per_column(blank: &Blank) -> Part {
    let mut lines = Vec::new();
    for column in COLUMNS {
        let kinds: &[Kind] = match column {
            Column::Notes => &Kind::ALL,
            _ => &[Kind::Plan],
        };
        for &kind in kinds {
            let number = || blank.say(labels::GUIDE_NUMBER).to_string();
            lines.push(Line {
                term: blank.say(column.heading((Direction::Outbound, kind))),
                text: column.message(blank, kind).unwrap_or_else(number),
            });
        }
    }
    Part {
        title: blank.say(labels::GUIDE_PER_COLUMN),
        lines,
    }
}

fn part(styles: &Styles, sheet: &mut Sheet, part: &Part) {
    sheet.verbatim(0, part.title, &styles.guide_title);
    for Line { term, text } in &part.lines {
        sheet.next();
        if term.is_empty() {
            sheet.across(0..=1, text, &styles.guide_text);
        } else {
            sheet.verbatim(0, term, &styles.guide_term);
            sheet.verbatim(1, text, &styles.guide_text);
        }
        let long = text.chars().count() as f64 > WIDTHS[1];
        sheet.height(if long { 34.0 } else { 19.0 });
    }
    sheet.go_to(sheet.row + 2);
}

/// Writes the names of countries, one a line; gives their range as formulas write it.
pub fn write_countries(blank: &Blank, styles: &Styles, sheet: &mut Sheet) -> String {
    sheet.columns(&[44.0]);
    let title = blank.say(labels::GUIDE_COUNTRIES);
    sheet.verbatim(0, title, &styles.guide_title);
    let names = blank.countries();
    for name in &names {
        sheet.next();
        sheet.code(0, name);
    }
    sheet.freeze(1, 0);
    let sheet = blank.say(labels::BLANK_COUNTRIES);
    format!("='{sheet}'!$A$2:$A${}", names.len() + 1)
}
