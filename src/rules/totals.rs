//! Stated totals against the rows that they cover.

use crate::model::dataset::FileRead;
use crate::model::delegation::Delegation;
use crate::model::section::{Field, StatedTotal};
use crate::model::value::Days;

/// Calls `differs` with section, total, the stated and the counted figure for each that disagrees.
/// Totals that cannot be read as a whole number, or rows without figures, prove nothing.
pub fn compare(file: &FileRead, mut differs: impl FnMut(usize, &StatedTotal, String, String)) {
    for (index, section) in file.segmentation.sections.iter().enumerate() {
        for total in &section.totals {
            let Some(stated) = whole(file.text(total.text)) else {
                continue;
            };
            let from = index.saturating_sub(total.sections_before);
            let Some(counted) = sum(file, from..=index, total) else {
                continue;
            };
            if stated * 2 != counted {
                let counted =
                    u32::try_from(counted).map_or_else(|_| counted.to_string(), Days::display);
                differs(index, total, stated.to_string(), counted);
            }
        }
    }
}

/// A plain whole number with leading zeros or group dots.
fn whole(text: &str) -> Option<u64> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, '.' | ' ' | '\u{A0}'))
        .collect();
    (!digits.is_empty() && digits.len() < 10).then(|| digits.parse().ok())?
}

/// Twice the sum of a field over the rows that a total covers, so that half days stay whole.
fn sum(
    file: &FileRead,
    sections: std::ops::RangeInclusive<usize>,
    total: &StatedTotal,
) -> Option<u64> {
    let last = *sections.end() as u32;
    let mut sum = 0;
    let mut position = 0;
    for row in &file.delegations {
        if !sections.contains(&(row.section as usize)) {
            continue;
        }
        if row.section == last {
            position += 1;
            if position <= total.from || position > total.to {
                continue;
            }
        }
        sum += value(row, total.field)?;
    }
    Some(sum)
}

/// Twice a row's figure; a row without one adds nothing.
fn value(row: &Delegation, field: Field) -> Option<u64> {
    match field {
        Field::People => Some(u64::from(row.people.value.unwrap_or(0)) * 2),
        Field::Days => Some(u64::from(row.days.halves.unwrap_or(0))),
        _ => None,
    }
}
