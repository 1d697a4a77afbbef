//! What columns say about one another: first and last days, parts and their sum, days between dates.

use super::dates::{self, Written};
use super::sample::Sample;
use super::weigh::Weighed;
use crate::model::section::{CellKind, Field, Why};
use crate::segment::header::Header;
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::Topic;

/// A first day after its last day cannot be.
const ORDER: f32 = 8.0;
const SUM: f32 = 4.0;
const DAYS: f32 = 4.0;
const MONTHS: f32 = 3.0;
/// From here on the words of a heading speak of something that is no part of a journey.
const ASIDE: f32 = 1.5;
/// Journeys are not longer than this.
const LONGEST: u32 = 400;
/// Columns that add up to one beside them.
const MOST_PARTS: usize = 8;

/// A column of dates with its cells.
struct Dated {
    column: usize,
    cells: Vec<Option<Written>>,
}

impl Dated {
    fn read(sample: &Sample<'_>, columns: &[Weighed]) -> Vec<Dated> {
        let dated = |profile: &super::sample::Profile| {
            let share = profile.share(CellKind::Date) + profile.share(CellKind::Pair);
            profile.filled > 0 && share >= 0.6
        };
        let cells = |column: usize| {
            let date = |row: &usize| {
                let text = sample.text(*row, column);
                dates::date(text).or_else(|| dates::day_and_month(text))
            };
            sample.rows.iter().map(date).collect()
        };
        let found = columns
            .iter()
            .enumerate()
            .filter(|(_, c)| dated(&c.profile));
        found
            .map(|(column, _)| Dated {
                column,
                cells: cells(column),
            })
            .collect()
    }
}

/// Weighs the columns against one another.
pub fn relate(sample: &Sample<'_>, columns: &mut [Weighed]) {
    let dated = Dated::read(sample, columns);
    let pair = order_days(&dated, columns);
    if let Some(pair) = pair {
        count_days(sample, &pair, columns);
    }
    add_parts(sample, columns);
    read_months(sample, columns);
}

/// "Khoảng tháng" over 1, 3, 6: bare months, or quarters, where the heading speaks of them.
fn read_months(sample: &Sample<'_>, columns: &mut [Weighed]) {
    for (at, column) in columns.iter_mut().enumerate() {
        if column.profile.share(CellKind::SmallNumber) < 0.6 {
            continue;
        }
        let folded = fold(&column.heading.text);
        let most = folded.split(' ').find_map(|word| match word {
            "thang" | "thg" | "month" => Some(12),
            "quy" | "quarter" => Some(4),
            _ => None,
        });
        let numbers = sample.numbers(at);
        let fits = |most| numbers.iter().flatten().all(|n| (1..=most).contains(n));
        if most.is_some_and(fits) {
            column.relate(Topic::Field(Field::Period), Why::Months, MONTHS);
        }
    }
}

/// First and last days: the pair of columns that is most likely together.
struct Journey<'a> {
    first: &'a Dated,
    last: &'a Dated,
    month_first: bool,
}

fn order_days<'a>(dated: &'a [Dated], columns: &mut [Weighed]) -> Option<Journey<'a>> {
    let worth = |column: usize, field| columns[column].worth(Topic::Field(field));
    let said = columns.iter().any(says_period);
    let mut best: Option<(f32, Journey<'a>)> = None;
    for first in dated {
        for last in dated.iter().filter(|last| last.column != first.column) {
            let month_first = month_first(first.cells.iter().chain(&last.cells).flatten());
            let Some(strict) = in_order(first, last, month_first) else {
                continue;
            };
            let sum = worth(first.column, Field::PeriodFrom) + worth(last.column, Field::PeriodTo);
            // Where no heading speaks of a time, two columns of dates are those of the journey unless
            // their headings plainly speak of something else.
            let of_journey = |column: &Weighed| match said {
                true => is_of_journey(column),
                false => is_of_journey(column) || column.heading.words(Topic::Known) < ASIDE,
            };
            let known = of_journey(&columns[first.column]) && of_journey(&columns[last.column]);
            // Days on which something was signed lie before journeys, too.
            if known && strict && best.as_ref().is_none_or(|(worth, _)| sum > *worth) {
                best = Some((
                    sum,
                    Journey {
                        first,
                        last,
                        month_first,
                    },
                ));
            }
        }
    }
    let (_, journey) = best?;
    let (first, last) = (journey.first.column, journey.last.column);
    for (column, field, against) in [
        (first, Field::PeriodFrom, Field::PeriodTo),
        (last, Field::PeriodTo, Field::PeriodFrom),
    ] {
        columns[column].relate(Topic::Field(field), Why::DayOrder, ORDER / 2.0);
        columns[column].relate(Topic::Field(against), Why::DayOrder, -ORDER);
        columns[column].relate(Topic::Field(Field::Period), Why::DayOrder, -ORDER / 2.0);
    }
    Some(journey)
}

/// The heading speaks of when, and not of something else as much.
fn says_period(column: &Weighed) -> bool {
    let said = |topic: Topic| column.heading.words(topic) + column.heading.listed(topic);
    let when = [Field::Period, Field::PeriodFrom, Field::PeriodTo].map(Topic::Field);
    let best = when.into_iter().map(said).fold(0.0, f32::max);
    best >= 1.2 && best > said(Topic::Known)
}

/// The heading speaks of a first or last day more than of anything else.
fn is_of_journey(column: &Weighed) -> bool {
    let said = |field| {
        let topic = Topic::Field(field);
        column.heading.words(topic) + column.heading.listed(topic)
    };
    let days = said(Field::PeriodFrom).max(said(Field::PeriodTo));
    let other = column.heading.words(Topic::Known) + column.heading.listed(Topic::Known);
    days >= other || column.heading.text.is_empty()
}

/// Whether nearly no first day lies after its last, and some lie before it.
fn in_order(first: &Dated, last: &Dated, month_first: bool) -> Option<bool> {
    let pairs = first.cells.iter().zip(&last.cells);
    let pairs: Vec<(Written, Written)> = pairs.filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
    let held = pairs
        .iter()
        .filter(|(a, b)| a.is_before_or_on(*b, month_first));
    let held = held.count();
    let strict = pairs
        .iter()
        .filter(|(a, b)| a != b && a.is_before_or_on(*b, month_first));
    let near =
        |(a, b): &&(Written, Written)| a.days_to(*b, month_first).is_none_or(|n| n <= LONGEST);
    let near = pairs.iter().filter(near).count();
    let enough = !pairs.is_empty() && held * 5 >= pairs.len() * 4 && near * 5 >= pairs.len() * 4;
    enough.then(|| strict.count() > 0)
}

/// Whether a column of dates writes the month first: one date tells it, and none denies it.
pub fn month_first<'a>(dates: impl Iterator<Item = &'a Written>) -> bool {
    let mut told = false;
    for date in dates {
        if date.first > 12 {
            return false;
        }
        told |= date.second > 12;
    }
    told
}

/// A column of numbers that are the days of the journeys.
fn count_days(sample: &Sample<'_>, journey: &Journey<'_>, columns: &mut [Weighed]) {
    let days =
        |(a, b): (&Option<Written>, &Option<Written>)| (*a)?.days_to((*b)?, journey.month_first);
    let days: Vec<Option<u32>> = journey
        .first
        .cells
        .iter()
        .zip(&journey.last.cells)
        .map(days)
        .collect();
    for (at, column) in columns.iter_mut().enumerate() {
        if column.profile.share(CellKind::SmallNumber) < 0.6 {
            continue;
        }
        let numbers = sample.numbers(at);
        let both = days
            .iter()
            .zip(&numbers)
            .filter_map(|(a, b)| Some(((*a)?, (*b)?)));
        let both: Vec<(u32, u32)> = both.collect();
        let near = both.iter().filter(|(days, n)| days == n || *days == n + 1);
        if both.len() >= 2 && near.count() * 5 >= both.len() * 4 {
            column.relate(Topic::Field(Field::Days), Why::DaysBetween, DAYS);
            column.relate(Topic::Field(Field::People), Why::DaysBetween, -DAYS);
        }
    }
}

/// A column that is the sum of two or more beside it holds the total, and they hold its parts.
fn add_parts(sample: &Sample<'_>, columns: &mut [Weighed]) {
    let numeric: Vec<usize> = (0..columns.len())
        .filter(|at| columns[*at].profile.share(CellKind::SmallNumber) >= 0.6)
        .collect();
    if numeric.len() < 3 || sample.rows.len() < 2 {
        return;
    }
    let numbers: Vec<Vec<Option<u32>>> = numeric.iter().map(|at| sample.numbers(*at)).collect();
    for total in 0..numeric.len() {
        let Some(parts) = parts_of(&numbers, total) else {
            continue;
        };
        let people = Topic::Field(Field::People);
        let days = Topic::Field(Field::Days);
        columns[numeric[total]].relate(people, Why::SumOfParts, SUM);
        columns[numeric[total]].relate(days, Why::SumOfParts, -SUM);
        for part in parts {
            let column = &mut columns[numeric[part]];
            column.relate(people, Why::PartOfSum, -SUM * 1.5);
            column.relate(days, Why::PartOfSum, -SUM);
            column.relate(Topic::PeoplePart, Why::PartOfSum, 1.0);
        }
        return;
    }
}

/// The run of columns right before or behind a column that adds up to it in nearly all rows.
fn parts_of(numbers: &[Vec<Option<u32>>], total: usize) -> Option<std::ops::Range<usize>> {
    let adds_up = |parts: &std::ops::Range<usize>| {
        let mut right = 0;
        let mut told = 0;
        for (row, stated) in numbers[total].iter().enumerate() {
            let Some(stated) = stated else { continue };
            let sum: u32 = parts.clone().filter_map(|part| numbers[part][row]).sum();
            told += 1;
            right += usize::from(sum == *stated && sum > 0);
        }
        told >= 2 && right * 5 >= told * 4
    };
    let before = (2..=MOST_PARTS.min(total)).map(|n| total - n..total);
    let behind = (2..=MOST_PARTS.min(numbers.len() - total - 1)).map(|n| total + 1..total + 1 + n);
    before.chain(behind).find(adds_up)
}

/// "Thời gian | Đến, Đi": guests come first and leave later, where those who are sent leave first.
pub fn turn_arrivals(header: &mut Header, columns: &[Weighed]) {
    let days = (
        header.index_of(Field::PeriodTo),
        header.index_of(Field::PeriodFrom),
    );
    let (Some(to), Some(from)) = days else { return };
    let last = |column: usize| {
        let heading = &header.columns[column].heading;
        fold(heading.rsplit('|').next().unwrap_or(heading))
    };
    let told = |column: usize| columns.get(column).is_some_and(|c| c.profile.filled > 0);
    if to < from && !told(to) && last(to) == "den" && last(from) == "di" {
        header.columns[to].field = Some(Field::PeriodFrom);
        header.columns[from].field = Some(Field::PeriodTo);
    }
}
