//! Which class of the tables a period falls in: parts of time against the year of the section.

use super::grammar::{Parse, Part, PartKind};
use super::slips;
use crate::model::value::{Period, PeriodForm, Quarter};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Months counted from year 0, first and last.
type Months = (i32, i32);

/// Resolves what a text says against its section's year.
pub fn resolve(parse: &Parse, section_year: i32) -> Period {
    let year = written_year(parse, section_year);
    let stray = parse.stray_figures > 0 && parse.foreign_words == 0;
    let stages = parse.planned && parse.happened && parse.parts.len() > 1;
    if parse.impossible
        || stray
        || stages
        || parse.denied && !parse.conditional
        || slips::contradict(&parse.parts)
    {
        return unreadable(year);
    }
    let form = match form(parse) {
        form if is_doubtful(parse, section_year, form) => PeriodForm::Doubtful,
        form => form,
    };
    if parse.parts.is_empty() {
        return without_parts(parse, section_year, year, form);
    }
    let written = narrowed(&parse.parts);
    let parts = with_years(&written, section_year);
    if slips::no_calendar_has(&written, &parts, parse.lunar) {
        return unreadable(year);
    }
    let spans = spans(&parts, parse.lunar);
    let touched: BTreeSet<(i32, u32)> = spans
        .iter()
        .flat_map(|(first, last)| *first..=(*last).min(first + 24))
        .map(|month| (month.div_euclid(12), month.rem_euclid(12) as u32 / 3))
        .collect();
    let inside = touched.iter().filter(|(y, _)| *y == section_year);
    let quarters = inside.fold(0_u8, |mask, (_, quarter)| mask | 1 << quarter);
    let (first, last) = dates(&parts, parse.lunar);
    let month = match spans.as_slice() {
        [(only, last)] if only == last && only.div_euclid(12) == section_year => {
            u8::try_from(only.rem_euclid(12) + 1).ok()
        }
        _ => None,
    };
    let mut period = Period {
        quarters,
        year,
        first,
        last,
        month,
        form,
        times: parse.times,
        ..Period::default()
    };
    period.stated = Some(stated(&touched, parse.spread));
    if quarters == 0 {
        period.quarter = Some(Quarter::OutsideYear);
        if first.is_some() && is_one_journey(&parts) {
            period.stated = quarter_of(&touched, 0);
        }
        return period;
    }
    if first.is_some_and(|day| i32::from(day.year()) < section_year) && is_one_journey(&parts) {
        period.quarters = 0;
        period.quarter = Some(Quarter::OutsideYear);
        period.stated = quarter_of(&touched, 0);
        period.crosses_quarter = touched.len() > 1;
        return period;
    }
    period.quarter = period.stated;
    if first.is_some() && is_one_journey(&parts) && touched.len() > 1 {
        // A journey belongs to the quarter of its first day, seen from the section's year.
        let at = touched
            .iter()
            .position(|(y, _)| *y == section_year)
            .unwrap_or(0);
        period.quarter = quarter_of(&touched, at);
        period.stated = period.quarter;
        period.crosses_quarter = true;
    }
    period
}

/// A figure that is no time, a word of doubt, or another year beside the section's own.
fn is_doubtful(parse: &Parse, section_year: i32, form: PeriodForm) -> bool {
    let plain = matches!(
        form,
        PeriodForm::Quarter | PeriodForm::Month | PeriodForm::Date | PeriodForm::Span
    );
    let another = parse.parts.iter().enumerate().any(|(at, part)| {
        let spans = part.joined || parse.parts.get(at + 1).is_some_and(|next| next.joined);
        !spans && part.last <= 12 && part.year.is_some_and(|year| year != section_year)
    });
    let school_year = parse.parts.iter().any(|part| part.last > 12);
    let of_part = |year: i32| parse.parts.iter().any(|part| part.year == Some(year));
    let other = |year: &&i32| **year != section_year && !of_part(**year);
    let of_no_part = !school_year && parse.years.iter().find(other).is_some();
    let own = parse.years.contains(&section_year);
    plain && (parse.doubted || parse.stray_figures > 0 || own && (another || of_no_part))
}

/// Nothing is guessed from what cannot be: the row counts as unscheduled, with a finding.
fn unreadable(year: Option<i32>) -> Period {
    Period {
        quarter: Some(Quarter::Unscheduled),
        stated: Some(Quarter::Unscheduled),
        year,
        form: PeriodForm::Unreadable,
        ..Period::default()
    }
}

fn quarter_of(touched: &BTreeSet<(i32, u32)>, at: usize) -> Option<Quarter> {
    touched
        .iter()
        .nth(at)
        .and_then(|(_, quarter)| Quarter::from_number(quarter + 1))
}

fn stated(touched: &BTreeSet<(i32, u32)>, spread: bool) -> Quarter {
    if spread || touched.len() != 1 {
        return Quarter::Multi;
    }
    quarter_of(touched, 0).unwrap_or(Quarter::Multi)
}

/// The section's year if it is written, else the first that is.
fn written_year(parse: &Parse, section_year: i32) -> Option<i32> {
    let own = parse.years.iter().find(|year| **year == section_year);
    own.or(parse.years.first()).copied()
}

fn without_parts(parse: &Parse, section: i32, year: Option<i32>, form: PeriodForm) -> Period {
    let class = if parse.spread {
        Quarter::Multi
    } else {
        Quarter::Unscheduled
    };
    // "giai đoạn 2020-2022" covers the years between.
    let (low, high) = (parse.years.iter().min(), parse.years.iter().max());
    let outside = low.is_some_and(|y| *y > section) || high.is_some_and(|y| *y < section);
    Period {
        quarter: Some(if outside { Quarter::OutsideYear } else { class }),
        stated: Some(class),
        quarters: if parse.spread && !outside { 0b1111 } else { 0 },
        year,
        form,
        times: parse.times,
        ..Period::default()
    }
}

fn form(parse: &Parse) -> PeriodForm {
    let has = |kind| parse.parts.iter().any(|part| part.kind == kind);
    match () {
        () if parse.serial => PeriodForm::ExcelSerial,
        () if parse.excel_text => PeriodForm::ExcelDamage,
        () if parse.lunar && !parse.parts.is_empty() => PeriodForm::Lunar,
        () if parse.recurring => PeriodForm::Recurring,
        // "Quốc khánh Lào 02/12": the date explains the feast.
        () if has(PartKind::Day) && has(PartKind::Event) => PeriodForm::Event,
        () if has(PartKind::Day) => PeriodForm::Date,
        () if has(PartKind::Month) => PeriodForm::Month,
        () if has(PartKind::Quarter) => PeriodForm::Quarter,
        () if has(PartKind::Span) => PeriodForm::Span,
        () if has(PartKind::Event) => PeriodForm::Event,
        () if has(PartKind::Approximate) => PeriodForm::Approximate,
        () if parse.conditional => PeriodForm::Conditional,
        () if parse.undetermined || !parse.years.is_empty() || parse.foreign_words == 0 => {
            PeriodForm::Undetermined
        }
        () => PeriodForm::Unreadable,
    }
}

/// "Quý III (tháng 8)", "Tháng 9 (15-20/9)": what is named more nearly decides where it lies within
/// what is named beside it.
fn narrowed(parts: &[Part]) -> Vec<Part> {
    let Some((nearer, wider)) = slips::nearer_and_wider(parts) else {
        return parts.to_vec();
    };
    if !nearer.iter().all(|part| slips::within(part, &wider)) {
        return parts.to_vec();
    }
    let year = parts.iter().rev().find_map(|part| part.year);
    let with_year = |part: Part| Part {
        year: part.year.or(year),
        ..part
    };
    nearer.into_iter().map(with_year).collect()
}

/// Every part with its year: its own, else the next one written after it, else the last before it,
/// else the section's. A span that would run backwards begins the year before, or ends the year after.
fn with_years(parts: &[Part], section_year: i32) -> Vec<Part> {
    let mut out = parts.to_vec();
    let mut after: Option<i32> = None;
    for part in out.iter_mut().rev() {
        part.year = part.year.or(after);
        after = part.year;
    }
    let mut before = None;
    for part in &mut out {
        part.year = Some(part.year.or(before).unwrap_or(section_year));
        before = part.year;
    }
    for i in 1..out.len() {
        let (a, b) = (out[i - 1], out[i]);
        if !b.joined || (a.year, a.first) <= (b.year, b.first) || a.year != b.year {
            continue;
        }
        if parts[i].year.is_none() {
            let later = out[i..]
                .iter()
                .position(|part| part.year != b.year)
                .map_or(out.len(), |n| i + n);
            out[i..later]
                .iter_mut()
                .for_each(|part| part.year = part.year.map(|y| y + 1));
        } else if parts[i - 1].year.is_none() {
            out[..i]
                .iter_mut()
                .for_each(|part| part.year = part.year.map(|y| y - 1));
        }
    }
    out
}

/// The spans of months that the parts cover.
fn spans(parts: &[Part], lunar: bool) -> Vec<Months> {
    let mut spans: Vec<Months> = Vec::new();
    for part in parts {
        let base = part.year.unwrap_or(0) * 12;
        let month = |month: u32| base + month as i32 - 1;
        let (mut first, mut last) = (month(part.first), month(part.last));
        if lunar && part.first == 12 {
            // The twelfth lunar month is December to February: in this year or at its beginning.
            spans.push((month(1), month(1)));
        } else if lunar {
            (first, last) = (first + 1, last + 1);
        }
        match spans.last_mut() {
            Some(before) if part.joined && before.0 <= last => before.1 = last,
            _ => spans.push((first, last)),
        }
    }
    spans
}

/// One day, or one span from day to day.
fn is_one_journey(parts: &[Part]) -> bool {
    match parts {
        [_] => true,
        [_, last] => last.joined,
        _ => false,
    }
}

/// First and last day, where they are written as days of the civil calendar.
fn dates(parts: &[Part], lunar: bool) -> (Option<Date>, Option<Date>) {
    let day = |part: &Part| {
        let year = i16::try_from(part.year?).ok()?;
        Date::new(
            year,
            i8::try_from(part.first).ok()?,
            i8::try_from(part.day?).ok()?,
        )
        .ok()
    };
    if lunar {
        return (None, None);
    }
    match parts {
        [only] => (day(only), None),
        [first, last] if last.joined => (day(first), day(last)),
        // Several journeys: only the first day of all is sure.
        _ => (parts.iter().map(day).min().flatten(), None),
    }
}
