//! What opens and closes a document by Nghị định 30/2020/NĐ-CP: bodies, state, number, place; recipients, signature.

use super::body::{Body, Cell, Line, Lines};
use super::styles::Style;
use crate::edition::Edition;
use crate::report::sheet::text_width;
use crate::words::labels;

/// Columns of the letterhead: who issues, and the state.
const HEAD: [u32; 2] = [3_600, 5_754];
/// Columns of the end: recipients, and the signature.
const END: [u32; 2] = [4_500, 4_854];

/// The letterhead of a document. `about` stands below the number of a letter, which has no title.
pub fn open(body: &mut Body, edition: &Edition, number: &str, about: Option<&str>) {
    let lang = edition.lang;
    let parent = edition.office.parent.to_uppercase();
    let issuer = edition.office.name.to_uppercase();
    let nation = labels::NATION.in_lang(lang);
    let motto = labels::MOTTO.in_lang(lang);

    // The line under the issuing body is a third to half as long as its name, that under the motto as long.
    let issuer_rule = length(&issuer, Style::Issuer) * 2 / 5;
    let motto_rule = length(motto, Style::Motto);

    let place = match edition.office.place.trim() {
        "" => String::new(),
        place => format!("{place}, "),
    };
    let place_date = labels::fill(labels::DATE_LINE, lang, &[&place]);

    let mut numbers = vec![Line::new(Style::DocumentNumber, number)];
    numbers.extend(about.map(|about| Line::new(Style::About, about)));

    body.table(Lines::None, &HEAD, |table| {
        table.ruled(&[
            (
                vec![
                    Line::new(Style::Parent, parent),
                    Line::new(Style::Issuer, issuer),
                ],
                issuer_rule,
            ),
            (
                vec![
                    Line::new(Style::Nation, nation),
                    Line::new(Style::Motto, motto),
                ],
                motto_rule,
            ),
        ]);
        table.row(&[
            Cell {
                columns: 1,
                lines: numbers,
            },
            Cell::new(Style::PlaceDate, place_date),
        ]);
    });
}

/// Recipients at the left, who signs at the right.
pub fn close(body: &mut Body, edition: &Edition, recipients: &[&str]) {
    let lang = edition.lang;
    let mut left = vec![Line::new(
        Style::RecipientsTitle,
        labels::WORD_RECIPIENTS.in_lang(lang),
    )];
    left.extend(
        recipients
            .iter()
            .map(|recipient| Line::new(Style::Recipient, *recipient)),
    );

    let right = vec![
        Line::new(
            Style::Signatory,
            labels::signatory(&edition.office.signatory, lang).to_uppercase(),
        ),
        Line::new(Style::SignHere, ""),
    ];

    body.table(Lines::None, &END, |table| {
        table.row(&[
            Cell {
                columns: 1,
                lines: left,
            },
            Cell {
                columns: 1,
                lines: right,
            },
        ]);
    });
}

/// How long the words of a style print, in twentieths of a point.
fn length(text: &str, style: Style) -> u32 {
    text_width::width(text) * style.size() / 100
}
