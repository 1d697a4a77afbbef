//! How the cells of a row become one delegation: which text holds for which field, and what decides
//! where two cells speak of the same thing.

use super::cells::Cells;
use super::status::Said;
use super::{At, Interpreter, days, facts};
use crate::model::delegation::{Delegation, RowState, Texts};

use crate::model::section::{Field, Kind};
use crate::model::value::{
    Countries, Days, Figures, Funding, FundingClass, FundingForm, Money, MoneyForm, NumberForm,
    People, Period,
};
use crate::vocabulary::fold::fold;
use std::sync::Arc;

/// How many delegations a row is.
struct Count {
    value: u32,
    /// The column that should say it cannot be read, says no one number, or another than the people's cell.
    doubtful: bool,
}

impl Interpreter<'_> {
    pub(super) fn delegation(&mut self, at: At, cells: &Cells<'_>, texts: &Texts) -> Delegation {
        let kind = cells.data.kind.unwrap_or(cells.section.kind);
        let direction = cells.data.direction.or(cells.section.direction);
        let period = self.period_of(cells, texts);
        let people = self.people_or_listed(cells, texts);
        let count = self.count_of(cells, texts, people);
        let (funding, money) = self.funding_of(cells, texts);
        let days = self.days_of(cells, texts, &period);
        let Said {
            status, doubtful, ..
        } = self.status_of(cells, texts, kind);
        let held = status.is_none_or(|status| !status.is_not_held());
        Delegation {
            index: at.index,
            section: at.section,
            row: cells.data.row,
            line: cells.data.line,
            direction,
            kind,
            year: cells.section.year,
            // Never from prose: a blank cell stays unreadable, whatever the name or the partner say.
            countries: self.countries_of(cells, texts),
            count: count.value,
            count_doubtful: count.doubtful,
            figures: Figures::of(people, days, money),
            period,
            funding,
            status,
            status_doubtful: doubtful,
            inherited: cells.inherited().collect(),
            state: if held {
                RowState::Accepted
            } else {
                RowState::NotHeld
            },
            digest: 0,
        }
    }

    /// The people of a row; where no cell says them, as many as its list of persons names.
    fn people_or_listed(&mut self, cells: &Cells<'_>, texts: &Texts) -> People {
        let read = self.people_of(cells, texts);
        let listed = cells.data.joined.as_ref().and_then(|joined| joined.persons);
        match listed {
            Some(persons) if read.form == NumberForm::Missing => People {
                value: Some(persons),
                form: NumberForm::Exact,
                ..People::default()
            },
            _ => read,
        }
    }

    /// The cell of countries, with those that lines below add.
    fn countries_of(&mut self, cells: &Cells<'_>, texts: &Texts) -> Arc<Countries> {
        let own = cells.text(texts.countries);
        let joined = cells
            .data
            .joined
            .as_ref()
            .map_or(&[][..], |joined| &joined.countries);
        if joined.is_empty() {
            return self.read_countries(own);
        }
        let further = joined.iter().map(|span| cells.text(*span));
        let all: Vec<&str> = [own].into_iter().chain(further).collect();
        self.read_countries(&all.join("; "))
    }

    /// What the cell of people says decides, then a column "Số đoàn", then the name.
    fn count_of(&mut self, cells: &Cells<'_>, texts: &Texts, people: People) -> Count {
        let column = cells.text(cells.span(Field::Delegations));
        if fold(column).is_empty() && !column.starts_with('#') {
            return Count {
                value: count_of(cells.text(texts.name), people),
                doubtful: false,
            };
        }
        let read = self.read_people(column);
        let stated = read.delegations.or(read.value);
        let stated = stated.filter(|count| (1..=1000).contains(count));
        let uncertain = matches!(
            read.form,
            NumberForm::Range
                | NumberForm::Approximate
                | NumberForm::ExcelDamage
                | NumberForm::Doubtful
        );
        let agrees = |stated: u32| people.delegations.is_none_or(|count| count == stated);
        Count {
            value: people.delegations.or(stated).unwrap_or(1),
            doubtful: uncertain || !stated.is_some_and(agrees),
        }
    }

    /// The column of people decides; where a table has several for parts of them, their sum; where it
    /// counts the people of each delegation, their product.
    fn people_of(&mut self, cells: &Cells<'_>, texts: &Texts) -> People {
        let facts = cells.columns.facts(Field::People);
        let text = facts::total(cells.text(texts.people), facts);
        if text.is_empty() && !cells.columns.people_parts.is_empty() {
            return self.added_people(cells);
        }
        let people = self.read_people(text);
        if !facts.per_delegation || people.delegations.is_some() {
            return people;
        }
        let count = self.count_of(cells, texts, people).value;
        let times = |value: Option<u32>| value.and_then(|value| value.checked_mul(count));
        match times(people.value) {
            Some(value) if count > 1 => People {
                value: Some(value),
                low: times(people.low),
                form: NumberForm::Product,
                ..people
            },
            _ => people,
        }
    }

    /// The sum of the columns of parts; a part that cannot be read leaves none.
    fn added_people(&mut self, cells: &Cells<'_>) -> People {
        let mut sum: Option<People> = None;
        for column in &cells.columns.people_parts {
            let part = self.read_people(cells.text(cells.at(*column)));
            let Some(value) = part.value else {
                if matches!(part.form, NumberForm::Missing | NumberForm::Undetermined) {
                    continue;
                }
                return part;
            };
            let before = sum.and_then(|sum| sum.value).unwrap_or(0);
            sum = Some(People {
                value: before.checked_add(value),
                form: NumberForm::Exact,
                ..People::default()
            });
        }
        sum.unwrap_or_default()
    }

    /// The column of days decides; where it says nothing, words or dates of the period do.
    fn days_of(&mut self, cells: &Cells<'_>, texts: &Texts, period: &Period) -> Days {
        let stated = facts::in_unit(cells.text(texts.days), cells.columns.facts(Field::Days));
        let mut days = self.read_days(&stated);
        let from_dates = days::between(period);
        if days.halves.is_none() && days.form != NumberForm::Overflow {
            if let Some(count) = from_dates {
                return days::from_dates(count);
            }
            if days.form == NumberForm::Missing
                && let Some(found) = days::beside_a_period(cells.text(texts.period))
            {
                days = found;
            }
        }
        days.from_dates = from_dates.or(days.from_dates);
        days
    }

    /// The column of amounts decides, then amounts beside the source, then those under split heads.
    fn funding_of(&mut self, cells: &Cells<'_>, texts: &Texts) -> (Arc<Funding>, Money) {
        let own = cells.text(texts.funding);
        let rest = cells.data.joined.as_ref();
        let rest = rest.map_or(&[][..], |joined| &joined.funding);
        let lines = std::iter::once(own).chain(rest.iter().map(|span| cells.text(*span)));
        let text = &lines.collect::<Vec<_>>().join(" ");
        let amount_text = cells.text(texts.amount);
        let (mut funding, beside) = self.read_funding(text, cells.columns.funding_unit);
        let second = cells.text(cells.span(Field::SecondAmount));
        let second = facts::in_unit(second, cells.columns.facts(Field::SecondAmount));
        let second = self.read_money(&second, cells.columns.second_unit);
        let stated = facts::in_unit(amount_text, cells.columns.facts(Field::Amount));
        let stated = self.read_money(&stated, cells.columns.amount_unit);
        let stated = both(stated, second);
        let mut money = first_known(stated, beside);
        if funding.form == FundingForm::AmountOnly && !has_amount(money) {
            money = self.read_money(text, cells.columns.funding_unit);
        }
        if funding.class == FundingClass::Unknown && !amount_text.is_empty() {
            // "60 (NSTP)" under "Kinh phí (triệu đồng)" names the source as well.
            let (named, _) = self.read_funding(amount_text, cells.columns.amount_unit);
            if named.class != FundingClass::Unknown && named.class != FundingClass::None {
                funding = named;
            }
        }
        if funding.class == FundingClass::Unknown
            && let Some((ticked, paid)) = self.ticked(cells, texts)
        {
            return (Arc::new(ticked), first_known(money, paid));
        }
        (funding, money)
    }

    /// The column of results, else the note, else an aside in the name. What was not held in an earlier year, or not yet, is in
    /// a plan because it is still to come.
    fn status_of(&mut self, cells: &Cells<'_>, texts: &Texts, kind: Kind) -> Said {
        let stated = self.read_status(cells.text(texts.status));
        if stated.status.is_some() {
            return stated;
        }
        let said = [texts.notes, texts.period].map(|span| cells.text(span));
        let read = said.map(|text| (text, self.read_status(text)));
        let doubtful = stated.doubtful || stated.denies || read[0].1.doubtful;
        let unsaid = Said {
            doubtful,
            ..Said::default()
        };
        let named = read
            .into_iter()
            .find_map(|(text, said)| Some((text, said.status?)))
            .or_else(|| {
                let aside = status_aside(cells.text(texts.name))?;
                Some((aside, self.read_status(aside).status?))
            });
        let Some((note, status)) = named else {
            return unsaid;
        };
        let to_come =
            kind == Kind::Plan && status.is_not_held() && is_to_come(note, cells.section.year);
        if to_come {
            return Said::default();
        }
        Said {
            status: Some(status),
            doubtful: doubtful && !status.is_not_held(),
            denies: false,
        }
    }
}

/// "(hoãn)" or "- đã hủy" at the end of a name: what begins as a status does, for names speak of
/// online trade and of debts put off as well.
fn status_aside(name: &str) -> Option<&str> {
    const BEGINNINGS: [&str; 14] = [
        "hoan",
        "tam hoan",
        "da hoan",
        "bi hoan",
        "huy",
        "da huy",
        "bi huy",
        "khong thuc hien",
        "khong to chuc",
        "khong di",
        "truc tuyen",
        "hop truc tuyen",
        "online",
        "postponed",
    ];
    let bracket = name
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    // Most names have neither: a look at their bytes costs less than two searches.
    let dashed = memchr::memchr2(b'-', "–".as_bytes()[0], name.as_bytes()).is_some();
    let dash = [" - ", " – "]
        .iter()
        .filter(|_| dashed)
        .find_map(|dash| name.rsplit_once(dash));
    let (_, aside) = bracket.or(dash)?;
    let folded = fold(aside);
    let begins = |start: &&str| {
        folded
            .strip_prefix(*start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    (folded.len() <= 60 && BEGINNINGS.iter().any(begins)).then_some(aside)
}

/// "Chưa thực hiện", "Năm 2020 hoãn do dịch" in the plan of the year after.
fn is_to_come(note: &str, year: i32) -> bool {
    let folded = fold(note);
    let earlier = |after: &str| {
        let written = after
            .split(' ')
            .next()
            .and_then(|word| word.parse::<i32>().ok());
        written.is_some_and(|written| (1990..year).contains(&written))
    };
    folded.starts_with("chua ") || folded.split("nam ").skip(1).any(earlier)
}

/// "02 đoàn cán bộ …" in the name says how many, where the column of people does not.
pub(super) fn count_of(name: &str, people: People) -> u32 {
    if let Some(count) = people.delegations {
        return count;
    }
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = name.split_at(digits);
    let counted = rest.starts_with(' ') && fold(rest).split(' ').next() == Some("doan");
    let count = number
        .parse()
        .ok()
        .filter(|n| counted && (1..=99).contains(n));
    count.unwrap_or(1)
}

fn has_amount(money: Money) -> bool {
    money.vnd.is_some() || money.usd_cents.is_some()
}

/// Amounts in two currencies, each from a column of its own.
fn both(first: Money, second: Money) -> Money {
    if !has_amount(second) {
        return first;
    }
    if !has_amount(first) {
        return second;
    }
    Money {
        vnd: first.vnd.or(second.vnd),
        usd_cents: first.usd_cents.or(second.usd_cents),
        ..first
    }
}

/// The first that has an amount; else the first that says why it has none.
fn first_known(first: Money, second: Money) -> Money {
    if has_amount(first) {
        return first;
    }
    if has_amount(second) || first.form == MoneyForm::Missing {
        second
    } else {
        first
    }
}
