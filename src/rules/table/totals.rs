//! Stated totals against the rows that they cover.

use crate::model::dataset::{FileRead, Opened};
use crate::model::delegation::Delegation;
use crate::model::section::{Field, Section, StatedTotal};
use crate::model::value::{Days, MoneyUnit};
use std::ops::{Range, RangeInclusive};

/// Calls `differs` with section, total, the stated and the counted figure for each that disagrees.
/// Totals that cannot be read as one number, or rows without figures, prove nothing.
pub fn compare(file: &Opened, mut differs: impl FnMut(usize, &StatedTotal, String, String)) {
    let mut sums = Vec::new();
    for (index, section) in file.segmentation.sections.iter().enumerate() {
        for total in &section.totals {
            let text = file.text(total.text);
            let sections = index.saturating_sub(total.sections_before)..=index;
            let unit = unit(section, total);
            let Some(stated) = stated(text, total.field, unit) else {
                continue;
            };
            let Some(counted) = sum(file, &mut sums, sections, total) else {
                continue;
            };
            if stated != counted {
                differs(
                    index,
                    total,
                    text.to_string(),
                    shown(counted, total.field, unit),
                );
            }
        }
    }
}

fn unit(section: &Section, total: &StatedTotal) -> Option<MoneyUnit> {
    section
        .columns
        .iter()
        .find(|column| column.index == total.column)?
        .unit
}

/// Twice the stated figure, so that half days stay whole; amounts in đồng.
fn stated(text: &str, field: Field, unit: Option<MoneyUnit>) -> Option<u64> {
    match field {
        Field::Amount => amount(text, dong(unit)?).map(|amount| amount * 2),
        _ => whole(text).map(|number| number * 2),
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

/// A number with group dots and a decimal comma, in units of `dong` đồng each.
fn amount(text: &str, dong: u64) -> Option<u64> {
    let plain = text.replace(['.', ' ', '\u{A0}'], "");
    let (whole, fraction) = plain.split_once(',').unwrap_or((&plain, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || digits.len() > 15 {
        return None;
    }
    let number: u64 = digits.parse().ok()?;
    let scale = 10u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    number.checked_mul(dong).map(|amount| amount / scale)
}

fn dong(unit: Option<MoneyUnit>) -> Option<u64> {
    match unit? {
        MoneyUnit::Dong => Some(1),
        MoneyUnit::ThousandDong => Some(1_000),
        MoneyUnit::MillionDong => Some(1_000_000),
        MoneyUnit::HundredMillionDong => Some(100_000_000),
        MoneyUnit::BillionDong => Some(1_000_000_000),
        MoneyUnit::Usd => None,
    }
}

/// Sums of one field over the first rows of a file, for all numbers of rows: totals may be as many as
/// rows, and each is a difference of two of them.
struct Sums {
    field: Field,
    /// Twice the sum of the first n rows, and how many of them have no figure that could be summed.
    first: Vec<(u128, u32)>,
}

impl Sums {
    fn of(file: &FileRead, field: Field) -> Sums {
        let mut first = Vec::with_capacity(file.delegations.len() + 1);
        let (mut sum, mut unknown) = (0, 0);
        first.push((sum, unknown));
        for row in &file.delegations {
            let value = value(row, field);
            sum += u128::from(value.unwrap_or(0));
            unknown += u32::from(value.is_none());
            first.push((sum, unknown));
        }
        Sums { field, first }
    }

    fn over(&self, rows: Range<usize>) -> Option<u128> {
        let (until, unknown) = *self.first.get(rows.end)?;
        let (before, unknown_before) = *self.first.get(rows.start)?;
        (unknown == unknown_before).then(|| until - before)
    }
}

/// Twice the sum of a total's field over the rows that it covers: all of the sections before its own,
/// and those of its own that it names.
fn sum(
    file: &FileRead,
    sums: &mut Vec<Sums>,
    sections: RangeInclusive<usize>,
    total: &StatedTotal,
) -> Option<u64> {
    let rows = &file.delegations;
    let before = |section: usize| rows.partition_point(|row| (row.section as usize) < section);
    let (first, own, end) = (
        before(*sections.start()),
        before(*sections.end()),
        before(*sections.end() + 1),
    );
    let of_own = |row: usize| own.saturating_add(row).min(end);
    let known = sums.iter().position(|sums| sums.field == total.field);
    let at = known.unwrap_or_else(|| {
        sums.push(Sums::of(file, total.field));
        sums.len() - 1
    });
    let above = sums[at].over(first..own)?;
    let named = sums[at].over(of_own(total.from)..of_own(total.to.max(total.from)))?;
    u64::try_from(above + named).ok()
}

/// Twice a row's figure; a row without one adds nothing.
fn value(row: &Delegation, field: Field) -> Option<u64> {
    match field {
        Field::Name => Some(u64::from(row.count) * 2),
        Field::People => Some(u64::from(row.people().value.unwrap_or(0)) * 2),
        Field::Days => Some(u64::from(row.days().halves.unwrap_or(0))),
        Field::Amount => u64::try_from(row.money().vnd.unwrap_or(0))
            .ok()
            .map(|vnd| vnd * 2),
        _ => None,
    }
}

/// A counted figure in the total's own unit.
fn shown(twice: u64, field: Field, unit: Option<MoneyUnit>) -> String {
    match (field, dong(unit)) {
        (Field::Amount, Some(dong)) => {
            let (whole, rest) = (twice / 2 / dong, twice / 2 % dong);
            let fraction = format!("{:0width$}", rest, width = dong.ilog10() as usize);
            let fraction = fraction.trim_end_matches('0');
            if fraction.is_empty() {
                whole.to_string()
            } else {
                format!("{whole},{fraction}")
            }
        }
        _ => u32::try_from(twice).map_or_else(|_| (twice / 2).to_string(), Days::display),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stated_figures_are_read_in_the_unit_of_their_column() {
        let million = Some(MoneyUnit::MillionDong);
        let cases = [
            ("29", Field::People, None, Some(58)),
            ("1.250", Field::People, None, Some(2_500)),
            ("29 người", Field::People, None, None),
            ("195,5", Field::Amount, million, Some(391_000_000)),
            ("195,5", Field::Amount, None, None),
            (
                "1.250.000",
                Field::Amount,
                Some(MoneyUnit::Dong),
                Some(2_500_000),
            ),
        ];
        for (text, field, unit, twice) in cases {
            assert_eq!(stated(text, field, unit), twice, "{text}");
        }
        assert_eq!(shown(391_000_000, Field::Amount, million), "195,5");
        assert_eq!(shown(400_000_000, Field::Amount, million), "200");
        assert_eq!(shown(5, Field::Days, None), "2.5");
    }
}
