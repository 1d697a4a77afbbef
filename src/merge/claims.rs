//! What departments say about findings, in the column for explanations of a returned answer.

use crate::model::dataset::{Dataset, FileRead};
use crate::model::section::{Field, LineClass};
use std::collections::HashMap;

/// By sheet and line.
type Claims = HashMap<(u32, u32), String>;

/// Puts the text that a department wrote beside a row to each finding of that row.
pub fn attach(dataset: &mut Dataset) {
    let claims: Vec<Claims> = dataset.files.iter().map(claims).collect();
    for finding in &mut dataset.findings {
        let place = (finding.place.sheet, finding.place.line);
        let own = finding.file.and_then(|file| claims.get(file as usize));
        if let Some(claim) = own.and_then(|own| own.get(&place)) {
            finding.more_mut().claim = Some(claim.clone());
        }
    }
}

/// The explanations of a file; none where no table of it has a column for them.
fn claims(file: &FileRead) -> Claims {
    let mut claims = Claims::new();
    let mut columns: HashMap<usize, usize> = HashMap::new();
    for section in &file.segmentation.sections {
        let own = section
            .columns
            .iter()
            .find(|c| c.field == Some(Field::Explanation));
        if let Some(column) = own {
            columns.entry(section.sheet).or_insert(column.index);
        }
    }
    if columns.is_empty() {
        return claims;
    }
    let file = file.open();
    let Some(document) = file.document() else {
        return claims;
    };
    for (sheet, column) in columns {
        let classes = file.segmentation.classes.get(sheet).into_iter().flatten();
        for (row, class) in classes.enumerate() {
            let text = document.trimmed(document.cell(sheet, row, column));
            let heads = matches!(class, LineClass::Header | LineClass::NumberRow);
            if !text.is_empty() && !heads {
                let line = document.sheets[sheet].rows[row].line;
                claims.insert((sheet as u32, line), text.to_string());
            }
        }
    }
    claims
}
