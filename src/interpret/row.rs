//! How the cells of a row become one delegation: which text holds for which field, and what decides
//! where two cells speak of the same thing.

use super::time::Hint;
use super::{Interpreter, days, funding, time};
use crate::model::delegation::{Delegation, RowState, Texts};
use crate::model::document::{Document, Span, trim};
use crate::model::section::{DataRow, Direction, Field, InheritReason, Kind, Section};
use crate::model::value::{
    Countries, Days, Funding, FundingClass, FundingForm, FundingPart, Money, MoneyForm, MoneyUnit,
    NumberForm, People, Period, PeriodForm, Quarter, Status,
};
use crate::vocabulary::fold::fold;
use jiff::civil::Date;
use smallvec::SmallVec;
use std::sync::Arc;

/// Where the fields of a section stand.
pub struct Columns {
    first: Vec<(Field, usize)>,
    /// Columns under a split head of sources, with the unit of their amounts.
    parts: Vec<(Field, usize, Option<MoneyUnit>)>,
    amount_unit: Option<MoneyUnit>,
    funding_unit: Option<MoneyUnit>,
    hint: Hint,
}

impl Columns {
    /// The columns of a section; of two with one meaning the first counts.
    pub fn of(section: &Section) -> Columns {
        let mut columns = Columns {
            first: Vec::new(),
            parts: Vec::new(),
            amount_unit: None,
            funding_unit: None,
            hint: Hint::None,
        };
        for column in &section.columns {
            let Some(field) = column.field else { continue };
            if let Field::FundingPart(..) = field {
                columns.parts.push((field, column.index, column.unit));
            } else if columns.index(field).is_none() {
                columns.first.push((field, column.index));
                match field {
                    Field::Amount => columns.amount_unit = column.unit,
                    Field::Funding => columns.funding_unit = column.unit,
                    Field::Period => columns.hint = hint(&column.heading),
                    _ => {}
                }
            }
        }
        columns
    }

    fn index(&self, field: Field) -> Option<usize> {
        self.first
            .iter()
            .find(|(known, _)| *known == field)
            .map(|(_, index)| *index)
    }
}

/// What a bare number is under "Quý" or under "Tháng"; under "Quý/tháng" it is not known.
fn hint(heading: &str) -> Hint {
    let folded = format!(" {} ", fold(heading));
    match (folded.contains(" quy "), folded.contains(" thang ")) {
        (true, false) => Hint::Quarter,
        (false, true) => Hint::Month,
        _ => Hint::None,
    }
}

/// One row with all that is needed to read it.
pub struct Cells<'a> {
    pub document: &'a Document,
    pub section: &'a Section,
    pub columns: &'a Columns,
    pub data: &'a DataRow,
}

impl<'a> Cells<'a> {
    /// The text that holds for a field: one taken from a row above, else the row's own cell.
    fn span(&self, field: Field) -> Span {
        if let Some(inherited) = self.data.inherited.iter().find(|text| text.field == field) {
            return inherited.text;
        }
        self.columns
            .index(field)
            .map_or(Span::EMPTY, |column| self.at(column))
    }

    fn at(&self, column: usize) -> Span {
        self.document
            .cell(self.section.sheet, self.data.row as usize, column)
    }

    fn text(&self, span: Span) -> &'a str {
        self.document.trimmed(span)
    }

    fn texts(&self) -> Texts {
        let period = self.span(Field::Period);
        let from = self.span(Field::PeriodFrom);
        Texts {
            name: self.span(Field::Name),
            head: self.span(Field::Head),
            countries: self.span(Field::Country),
            partner: self.span(Field::Partner),
            content: self.span(Field::Content),
            people: self.span(Field::People),
            days: self.span(Field::Days),
            period: if self.text(period).is_empty() {
                from
            } else {
                period
            },
            period_to: self.span(Field::PeriodTo),
            funding: self.span(Field::Funding),
            amount: self.span(Field::Amount),
            status: self.span(Field::Status),
            decision_no: self.span(Field::DecisionNo),
            notes: self.span(Field::Notes),
        }
    }

    fn inherited(&self) -> SmallVec<[(Field, InheritReason); 2]> {
        self.data
            .inherited
            .iter()
            .map(|text| (text.field, text.reason))
            .collect()
    }
}

impl Interpreter<'_> {
    pub(super) fn delegation(&mut self, section: u32, cells: &Cells<'_>) -> Delegation {
        let texts = cells.texts();
        let kind = cells.data.kind.unwrap_or(cells.section.kind);
        let direction = cells.data.direction.or(cells.section.direction);
        let period = self.period_of(cells, &texts);
        let people = self.people_of(cells, &texts);
        let (funding, money) = self.funding_of(cells, &texts);
        let status = self.status_of(cells, &texts, kind);
        let held = status.is_none_or(|status| !status.is_not_held());
        Delegation {
            section,
            row: cells.data.row,
            line: cells.data.line,
            direction,
            kind,
            year: cells.section.year,
            countries: self.countries_of(cells, &texts, direction),
            count: self.count_of(cells, &texts, people),
            people,
            days: self.days_of(cells, &texts, &period),
            period,
            funding,
            money,
            status,
            texts,
            inherited: cells.inherited(),
            state: if held {
                RowState::Accepted
            } else {
                RowState::NotHeld
            },
        }
    }

    /// Never from prose: a blank cell stays unreadable, whatever the name or the partner say.
    fn countries_of(
        &mut self,
        cells: &Cells<'_>,
        texts: &Texts,
        _direction: Option<Direction>,
    ) -> Arc<Countries> {
        self.read_countries(cells.text(texts.countries))
    }

    fn people_of(&mut self, cells: &Cells<'_>, texts: &Texts) -> People {
        self.read_people(cells.text(texts.people))
    }

    /// "02 đoàn cán bộ …" in the name says how many, where the column of people does not.
    fn count_of(&mut self, cells: &Cells<'_>, texts: &Texts, people: People) -> u32 {
        if let Some(count) = people.delegations {
            return count;
        }
        let name = cells.text(texts.name);
        if !name.starts_with(|c: char| c.is_ascii_digit()) {
            return 1;
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

    /// The column of days decides; where it says nothing, words or dates of the period do.
    fn days_of(&mut self, cells: &Cells<'_>, texts: &Texts, period: &Period) -> Days {
        let mut days = self.read_days(cells.text(texts.days));
        let from_dates = days::between(period);
        if days.halves.is_none() && days.form != NumberForm::Overflow {
            if let Some(count) = from_dates {
                return days::from_dates(count);
            }
            if days.form == NumberForm::Missing {
                if let Some(found) = days::beside_a_period(cells.text(texts.period)) {
                    days = found;
                }
            }
        }
        days.from_dates = from_dates.or(days.from_dates);
        days
    }

    fn period_of(&mut self, cells: &Cells<'_>, texts: &Texts) -> Arc<Period> {
        let year = cells.section.year;
        let hint = cells.columns.hint;
        let (first, _) = self.read_period(cells.text(texts.period), year, hint);
        let to = cells.text(texts.period_to);
        let period = if to.is_empty() {
            first
        } else {
            let (last, _) = self.read_period(to, year, hint);
            self.joined(cells, texts, first, &last)
        };
        self.narrowed(period, cells.text(texts.notes), year)
    }

    /// First and last day from two columns.
    fn joined(
        &mut self,
        cells: &Cells<'_>,
        texts: &Texts,
        first: Arc<Period>,
        last: &Period,
    ) -> Arc<Period> {
        let year = cells.section.year;
        match (first.first, last.first) {
            (Some(from), Some(to)) => Arc::new(journey(&first, from, to, year)),
            _ => {
                let from = cells.text(texts.period);
                let to = cells.text(texts.period_to);
                if from.is_empty() {
                    return self.read_period(to, year, cells.columns.hint).0;
                }
                let both = format!("{from} - {to}");
                self.read_period(&both, year, cells.columns.hint).0
            }
        }
    }

    /// A note that says nothing but time, within the period or where the period says none, decides.
    fn narrowed(&mut self, period: Arc<Period>, note: &str, year: i32) -> Arc<Period> {
        let open = matches!(period.class(), Quarter::Multi | Quarter::Unscheduled);
        if note.is_empty() || note.len() > 300 || !open || period.first.is_some() {
            return period;
        }
        for clause in note.split([';', '\n']) {
            let (said, foreign) = self.read_period(trim(clause), year, Hint::None);
            let named = said.quarters != 0
                && matches!(
                    said.form,
                    PeriodForm::Quarter
                        | PeriodForm::Month
                        | PeriodForm::Date
                        | PeriodForm::ExcelDamage
                        | PeriodForm::ExcelSerial
                        | PeriodForm::Span
                );
            let within = period.quarters == 0
                || (said.quarters & !period.quarters == 0 && said.quarters != period.quarters);
            if foreign == 0 && named && within {
                let narrowed = Period {
                    from_note: true,
                    times: period.times,
                    ..(*said).clone()
                };
                return Arc::new(narrowed);
            }
        }
        period
    }

    /// The column of amounts decides, then amounts beside the source, then those under split heads.
    fn funding_of(&mut self, cells: &Cells<'_>, texts: &Texts) -> (Arc<Funding>, Money) {
        let text = cells.text(texts.funding);
        let amount_text = cells.text(texts.amount);
        let (mut funding, beside) = self.read_funding(text, cells.columns.funding_unit);
        let stated = self.read_money(amount_text, cells.columns.amount_unit);
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
        if !cells.columns.parts.is_empty() && funding.class == FundingClass::Unknown {
            if let Some((ticked, paid)) = self.ticked(cells, texts) {
                return (Arc::new(ticked), first_known(money, paid));
            }
        }
        (funding, money)
    }

    /// Sources ticked under a split head, or with their amounts there.
    fn ticked(&mut self, cells: &Cells<'_>, texts: &Texts) -> Option<(Funding, Money)> {
        let mut parts: SmallVec<[FundingPart; 2]> = SmallVec::new();
        let mut money = Money::default();
        for (field, column, unit) in &cells.columns.parts {
            let Field::FundingPart(class, level) = *field else {
                continue;
            };
            let inherited = cells
                .data
                .inherited
                .iter()
                .find(|text| text.field == *field);
            let span = inherited.map_or_else(|| cells.at(*column), |text| text.text);
            let text = cells.text(span);
            let amount = if unit.is_some() || text.len() > 2 {
                self.read_money(text, *unit)
            } else {
                Money::default()
            };
            let Some(amount_vnd) = funding::tick(text, amount) else {
                continue;
            };
            if let Some(vnd) = amount_vnd {
                money.vnd = Some(money.vnd.unwrap_or(0).saturating_add(vnd));
                money.form = amount.form;
            }
            let class = self.ticked_class(class, text, cells.text(texts.notes));
            let known = parts
                .iter()
                .any(|part| (part.class, part.level) == (class, level));
            if !known {
                parts.push(FundingPart {
                    class,
                    level,
                    amount_vnd,
                    percent: None,
                });
            }
        }
        let first = parts.first()?.class;
        let one = parts.iter().all(|part| part.class == first);
        let class = if one { first } else { FundingClass::Mixed };
        let funding = Funding {
            class,
            parts,
            form: FundingForm::Ticks,
            unknown: SmallVec::new(),
        };
        Some((funding, money))
    }

    /// Under "Khác" the cell itself or the note says who it is ("Doanh nghiệp cùng chi").
    fn ticked_class(&mut self, class: FundingClass, text: &str, note: &str) -> FundingClass {
        if class != FundingClass::Donations {
            return class;
        }
        for words in [text, note] {
            let (said, _) = self.read_funding(words, None);
            if !matches!(
                said.class,
                FundingClass::Unknown | FundingClass::Mixed | FundingClass::None
            ) {
                return said.class;
            }
        }
        class
    }

    /// The column of results, else the note. In a plan "chưa thực hiện" is what a plan is.
    fn status_of(&mut self, cells: &Cells<'_>, texts: &Texts, kind: Kind) -> Option<Status> {
        let stated = self.read_status(cells.text(texts.status));
        if stated.is_some() {
            return stated;
        }
        let note = cells.text(texts.notes);
        let status = self.read_status(note)?;
        let yet_to_come =
            kind == Kind::Plan && status == Status::Postponed && fold(note).starts_with("chua ");
        (!yet_to_come).then_some(status)
    }
}

fn has_amount(money: Money) -> bool {
    money.vnd.is_some() || money.usd_cents.is_some()
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

/// A journey from its first to its last day, in two columns.
fn journey(period: &Period, from: Date, to: Date, year: i32) -> Period {
    let text = format!(
        "{}/{}/{} - {}/{}/{}",
        from.day(),
        from.month(),
        from.year(),
        to.day(),
        to.month(),
        to.year()
    );
    Period {
        form: period.form,
        ..time::period(&text, year)
    }
}
