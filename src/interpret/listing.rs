//! Rows of a published `delegations.csv`: its codes decide, what a department wrote stands beside them.

use super::cells::Cells;
use super::memo::{Memo, Memos};
use super::money::MOST_VND;
use super::row::count_of;
use super::time::Hint;
use super::{At, Interpreter};
use crate::model::delegation::{Delegation, Inherited, RowState, Texts};
use crate::model::document::Span;
use crate::model::section::Section;
use crate::model::value::{
    Countries, CountryCode, Days, Figures, Funding, FundingClass, FundingForm, FundingLevel,
    FundingPart, Money, MoneyForm, MoneyUnit, NumberForm, People, Period, PeriodForm, Quarter,
    Status,
};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::listing::is_head;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::sync::Arc;

/// More in one row is a slip of the columns.
const MOST_DELEGATIONS: u32 = 1000;

/// Columns of a published list that no field of a section stands for.
pub struct Places {
    id: Option<usize>,
    head: Option<usize>,
    country_text: Option<usize>,
    count: Option<usize>,
    period_text: Option<usize>,
    funding_parts: Option<usize>,
    funding_text: Option<usize>,
    amount_usd: Option<usize>,
}

impl Places {
    /// `None` where the section is no published list.
    pub fn of(section: &Section) -> Option<Places> {
        let columns = &section.columns;
        if !is_head(columns.iter().map(|column| column.heading.as_str())) {
            return None;
        }
        let place = |name: &str| {
            let column = columns.iter().find(|column| column.heading == name);
            column.map(|column| column.index)
        };
        Some(Places {
            id: place("id"),
            head: place("head"),
            country_text: place("country_text"),
            count: place("count"),
            period_text: place("period_text"),
            funding_parts: place("funding_parts"),
            funding_text: place("funding_text"),
            amount_usd: place("amount_usd"),
        })
    }

    /// What the department wrote, where it stands beside a code.
    pub fn texts(&self, cells: &Cells<'_>) -> Texts {
        let codes = cells.texts();
        let is_published = self.is_published(cells);
        let beside = |place: Option<usize>, code: Span| match place {
            Some(_) if is_published || !at(cells, place).is_empty() => at(cells, place),
            _ => code,
        };
        Texts {
            head: at(cells, self.head),
            countries: beside(self.country_text, codes.countries),
            period: beside(self.period_text, codes.period),
            funding: beside(self.funding_text, codes.funding),
            ..codes
        }
    }

    fn is_published(&self, cells: &Cells<'_>) -> bool {
        is_id(cells.text(at(cells, self.id)))
    }
}

fn at(cells: &Cells<'_>, place: Option<usize>) -> Span {
    place.map_or(Span::EMPTY, |column| cells.at(column))
}

/// Codes that were understood before, by their texts.
#[derive(Default)]
pub struct Codes {
    countries: Memo<Option<Arc<Countries>>>,
    funding: Memos<FundingClass, Arc<Funding>>,
    periods: FxHashMap<(Quarter, i32), Memo<Arc<Period>>>,
}

impl Interpreter<'_> {
    /// A row of a published list. A cell without a code, filled in or changed by hand, is read as in any
    /// other table.
    pub(super) fn listed(
        &mut self,
        row: At,
        cells: &Cells<'_>,
        places: &Places,
        texts: &Texts,
    ) -> Delegation {
        let codes = cells.texts();
        let is_published = places.is_published(cells);
        let text = |span| cells.text(span);
        let people = self.listed_people(text(codes.people));
        let days = self.listed_days(text(codes.days));
        let money = self.listed_money(text(codes.amount), text(at(cells, places.amount_usd)));
        let status = self.listed_status(text(codes.status));
        let count = self.listed_count(text(at(cells, places.count)));
        let held = status.is_none_or(|status| !status.is_not_held());
        let written = text(texts.funding);
        let parts = text(at(cells, places.funding_parts));
        Delegation {
            index: row.index,
            section: row.section,
            row: cells.data.row,
            line: cells.data.line,
            direction: cells.section.direction,
            kind: cells.section.kind,
            year: cells.section.year,
            countries: self.listed_countries(
                text(codes.countries),
                text(texts.countries),
                is_published,
            ),
            count: count.unwrap_or_else(|| count_of(text(codes.name), people)),
            figures: Figures::of(people, days, money),
            period: self.listed_period(text(codes.period), text(texts.period), cells.section.year),
            funding: self.listed_funding(text(codes.funding), parts, written),
            status,
            count_doubtful: false,
            status_doubtful: false,
            inherited: Inherited::default(),
            state: if held {
                RowState::Accepted
            } else {
                RowState::NotHeld
            },
            digest: 0,
        }
    }

    /// No code and a text is what counts under `various`, whatever this office's lists say of the text.
    fn listed_countries(&mut self, codes: &str, text: &str, is_published: bool) -> Arc<Countries> {
        let vocabulary = self.vocabulary;
        if codes.is_empty() && is_published && !text.is_empty() {
            let group = |text: &str| Countries {
                groups: SmallVec::from_iter([text.to_string()]),
                ..Countries::default()
            };
            return Arc::new(group(text));
        }
        let known = self.codes.countries.get(codes, |codes| {
            country_codes(codes, vocabulary).map(Arc::new)
        });
        known.unwrap_or_else(|| self.read_countries(if codes.is_empty() { text } else { codes }))
    }

    fn listed_people(&mut self, text: &str) -> People {
        match text.parse() {
            Ok(value) => People {
                value: Some(value),
                form: NumberForm::Exact,
                ..People::default()
            },
            Err(_) => self.read_people(text),
        }
    }

    /// "2", "2.0", "2 đoàn"; `None` where it is no number of delegations.
    fn listed_count(&mut self, text: &str) -> Option<u32> {
        let count = text.parse().ok().or_else(|| {
            let read = self.read_people(text);
            read.delegations.or(read.value)
        });
        count.filter(|count| (1..=MOST_DELEGATIONS).contains(count))
    }

    fn listed_days(&mut self, text: &str) -> Days {
        match half_days(text) {
            Some(halves) => Days {
                halves: Some(halves),
                form: NumberForm::Exact,
                ..Days::default()
            },
            None => self.read_days(text),
        }
    }

    fn listed_period(&mut self, code: &str, text: &str, year: i32) -> Arc<Period> {
        let Some(quarter) = Quarter::from_code(code) else {
            let written = if code.is_empty() { text } else { code };
            return self.read_period(written, year, Hint::None).period;
        };
        // A list without texts beside its codes.
        let text = if text == code { "" } else { text };
        let read = self.read_period(text, year, Hint::None).period;
        let memo = self.codes.periods.entry((quarter, year)).or_default();
        memo.get(text, |text| Arc::new(decided(quarter, text, &read)))
    }

    fn listed_funding(&mut self, code: &str, parts: &str, text: &str) -> Arc<Funding> {
        let Some(class) = FundingClass::from_code(code) else {
            let written = if code.is_empty() { text } else { code };
            return self.read_funding(written, None).0;
        };
        if class == FundingClass::Unknown {
            let (read, _) = self.read_funding(if text == code { "" } else { text }, None);
            if read.class == class {
                return read;
            }
        }
        let memo = self.codes.funding.of(class);
        memo.get(parts, |parts| Arc::new(funding(class, parts)))
    }

    fn listed_money(&mut self, vnd: &str, usd: &str) -> Money {
        let money = Money {
            vnd: vnd.parse().ok().filter(|vnd| (0..=MOST_VND).contains(vnd)),
            usd_cents: cents(usd),
            form: MoneyForm::Exact,
        };
        if money.vnd.is_none() && !vnd.is_empty() {
            return self.read_money(vnd, Some(MoneyUnit::Dong));
        }
        if money.usd_cents.is_none() && !usd.is_empty() {
            return self.read_money(usd, Some(MoneyUnit::Usd));
        }
        if money.vnd.is_none() && money.usd_cents.is_none() {
            return Money::default();
        }
        money
    }

    fn listed_status(&mut self, text: &str) -> Option<Status> {
        Status::from_code(text).or_else(|| self.read_status(text).status)
    }
}

/// Sixteen digits as the program gives them: nobody has typed this row.
fn is_id(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// "LA;TH"; `None` unless every piece is the code of a country.
fn country_codes(text: &str, vocabulary: &Vocabulary) -> Option<Countries> {
    let mut countries = Countries::default();
    for piece in text.split(';') {
        let capitals = piece.bytes().all(|b| b.is_ascii_uppercase());
        let code = CountryCode::new(piece).filter(|_| capitals)?;
        if !vocabulary.countries.contains(code) {
            return None;
        }
        if !countries.codes.contains(&code) {
            countries.codes.push(code);
        }
    }
    Some(countries)
}

/// "5" and "0.5", in half days.
fn half_days(text: &str) -> Option<u32> {
    let (whole, half) = match text.strip_suffix(".5") {
        Some(whole) => (whole, 1),
        None => (text, 0),
    };
    whole.parse::<u32>().ok()?.checked_mul(2)?.checked_add(half)
}

/// "1250" and "1250.50", in cents.
fn cents(text: &str) -> Option<i64> {
    let (dollars, cents) = text.split_once('.').unwrap_or((text, "00"));
    let two = cents.len() == 2 && cents.bytes().all(|b| b.is_ascii_digit());
    let cents: i64 = cents.parse().ok().filter(|_| two)?;
    dollars
        .parse::<i64>()
        .ok()
        .filter(|d| *d >= 0)?
        .checked_mul(100)?
        .checked_add(cents)
}

/// The period of a code. What the text says beyond it (dates, the quarters of a span, the year of a slip)
/// is kept where both agree; that it was read with doubt was settled before the list was published.
fn decided(quarter: Quarter, text: &str, read: &Period) -> Period {
    let said = if read.class() == quarter {
        read.clone()
    } else {
        Period::default()
    };
    let of_code = match quarter {
        Quarter::Q1 => 0b0001,
        Quarter::Q2 => 0b0010,
        Quarter::Q3 => 0b0100,
        Quarter::Q4 => 0b1000,
        Quarter::Multi => 0b1111,
        Quarter::Unscheduled | Quarter::OutsideYear => 0,
    };
    let form = match quarter {
        Quarter::Unscheduled if text.is_empty() => PeriodForm::Missing,
        Quarter::Unscheduled => PeriodForm::Undetermined,
        Quarter::Multi => PeriodForm::Span,
        _ => PeriodForm::Quarter,
    };
    Period {
        quarter: Some(quarter),
        stated: said.stated.or(Some(quarter)),
        quarters: if said.quarters == 0 {
            of_code
        } else {
            said.quarters
        },
        form,
        crosses_quarter: false,
        times: None,
        from_note: false,
        ..said
    }
}

/// The source of a class and its parts: a level follows the source that it belongs to.
fn funding(class: FundingClass, codes: &str) -> Funding {
    let part = |class, level| FundingPart {
        class,
        level,
        amount_vnd: None,
        percent: None,
    };
    let mut parts: SmallVec<[FundingPart; 2]> = SmallVec::new();
    if class == FundingClass::StateBudget {
        parts.push(part(class, FundingLevel::Unsaid));
    }
    for code in codes.split(';') {
        if let Some(class) = FundingClass::from_code(code) {
            parts.push(part(class, FundingLevel::Unsaid));
        } else if let Some(level) = FundingLevel::from_code(code).filter(|_| !code.is_empty()) {
            match parts.last_mut() {
                Some(last) if last.level == FundingLevel::Unsaid => last.level = level,
                _ => parts.push(part(FundingClass::StateBudget, level)),
            }
        }
    }
    if parts.is_empty() && !matches!(class, FundingClass::Unknown | FundingClass::Mixed) {
        parts.push(part(class, FundingLevel::Unsaid));
    }
    Funding {
        class,
        parts,
        form: match class {
            FundingClass::Unknown => FundingForm::Undetermined,
            _ => FundingForm::Words,
        },
        unknown: SmallVec::new(),
    }
}

#[cfg(test)]
mod tests;
