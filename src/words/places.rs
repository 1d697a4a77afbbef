//! Where a row or a finding stands, as people are told it.

use super::shown;
use crate::model::dataset::FileRead;
use crate::model::delegation::Delegation;
use crate::model::finding::Place;

/// The line of a place, with the sheet's name where the file has several.
pub fn line_of(file: Option<&FileRead>, place: Place) -> String {
    if place.line == 0 {
        return String::new();
    }
    let sheets = file
        .and_then(|file| file.about.as_ref())
        .map_or(&[][..], |about| &about.sheets);
    match sheets.get(place.sheet as usize) {
        Some(sheet) if sheets.len() > 1 => {
            format!("{}!{}", shown::visible(&sheet.name), place.line)
        }
        _ => place.line.to_string(),
    }
}

/// The line of a row, with the sheet's name where the file has several.
pub fn line_of_row(file: &FileRead, row: &Delegation) -> String {
    let sheet = file
        .segmentation
        .sections
        .get(row.section as usize)
        .map_or(0, |section| section.sheet as u32);
    let place = Place {
        sheet,
        line: row.line,
        column: 0,
    };
    line_of(Some(file), place)
}
