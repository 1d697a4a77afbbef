//! Which text holds for which field of a row: its own cell, or one taken from a row above.

use super::time::Hint;
use crate::model::delegation::Texts;
use crate::model::document::{Document, Span};
use crate::model::section::{CellFacts, DataRow, Field, InheritReason, Inherited, Section};
use crate::model::value::MoneyUnit;
use crate::vocabulary::fold::{fold, tone_key};
use crate::vocabulary::headers::{self, Meaning};
use std::borrow::Cow;

/// So many rows tell what a column holds.
const ROWS_LOOKED_AT: usize = 200;

/// Where the fields of a section stand.
pub struct Columns {
    first: Vec<(Field, usize)>,
    /// Columns under a split head of sources, with the unit of their amounts.
    pub parts: Vec<(Field, usize, Option<MoneyUnit>)>,
    pub amount_unit: Option<MoneyUnit>,
    pub second_unit: Option<MoneyUnit>,
    pub funding_unit: Option<MoneyUnit>,
    pub hint: Hint,
    /// A column "Năm" beside the period.
    pub year: Option<usize>,
    /// Columns that count one kind of people each, where none counts all.
    pub people_parts: Vec<usize>,
    facts: Vec<(Field, CellFacts)>,
    /// The content names the delegation: the form has no column for its name.
    name_in_content: bool,
}

impl Columns {
    /// The columns of a section; of two with one meaning the first counts.
    pub fn of(document: &Document, section: &Section) -> Columns {
        let mut columns = Columns {
            first: Vec::new(),
            parts: Vec::new(),
            amount_unit: None,
            second_unit: None,
            funding_unit: None,
            hint: Hint::None,
            year: None,
            people_parts: Vec::new(),
            facts: Vec::new(),
            name_in_content: false,
        };
        let mut host = false;
        for column in &section.columns {
            let Some(field) = column.field else {
                if is_year(&column.heading) {
                    columns.year.get_or_insert(column.index);
                }
                continue;
            };
            if let Field::FundingPart(..) = field {
                columns.parts.push((field, column.index, column.unit));
            } else if field == Field::PeoplePart {
                columns.people_parts.push(column.index);
            } else if columns.index(field).is_none() {
                columns.first.push((field, column.index));
                if column.facts != CellFacts::default() {
                    columns.facts.push((field, column.facts));
                }
                host |= field == Field::Name && is_host(&column.heading);
                match field {
                    Field::Amount => columns.amount_unit = column.unit,
                    Field::SecondAmount => columns.second_unit = column.unit,
                    Field::Funding => columns.funding_unit = column.unit,
                    Field::Period => columns.hint = hint(&column.heading),
                    _ => {}
                }
            }
        }
        columns.name_in_content = columns.index(Field::Content).is_some_and(|content| {
            let named = columns.index(Field::Name).is_some();
            !named || host && names_delegations(document, section, content)
        });
        columns
    }

    /// What the column of a field says about each of its cells.
    pub fn facts(&self, field: Field) -> CellFacts {
        let own = self.facts.iter().find(|(known, _)| *known == field);
        own.map_or_else(CellFacts::default, |(_, facts)| *facts)
    }

    fn index(&self, field: Field) -> Option<usize> {
        self.first
            .iter()
            .find(|(known, _)| *known == field)
            .map(|(_, index)| *index)
    }
}

/// "Đơn vị chủ trì": who sends or receives the delegation, not its name.
fn is_host(heading: &str) -> bool {
    headers::look_up(heading).is_some_and(|hit| hit.meaning == Meaning::Host)
}

/// "Năm", also as the last line of a head.
fn is_year(heading: &str) -> bool {
    let last = heading.rsplit('|').next().unwrap_or(heading);
    tone_key(last) == tone_key("năm")
}

/// Half of the texts of a column, or more, begin as names of delegations do.
fn names_delegations(document: &Document, section: &Section, column: usize) -> bool {
    const BEGINNINGS: [&str; 4] = ["doan", "phai doan", "chuyen gia", "khach"];
    let named = |row: &&DataRow| {
        let cell = document.cell(section.sheet, row.row as usize, column);
        let folded = fold(document.trimmed(cell));
        let names = |start: &&str| {
            folded
                .strip_prefix(*start)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        BEGINNINGS.iter().any(names)
    };
    let names = section
        .rows
        .iter()
        .take(ROWS_LOOKED_AT)
        .filter(named)
        .count();
    names > 0 && names * 2 >= section.rows.len().min(ROWS_LOOKED_AT)
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

/// Where the text of a field is kept; `None` for fields that are read and not kept.
fn text_of(texts: &mut Texts, field: Field) -> Option<&mut Span> {
    Some(match field {
        Field::Name => &mut texts.name,
        Field::Head => &mut texts.head,
        Field::Country => &mut texts.countries,
        Field::Partner => &mut texts.partner,
        Field::Content => &mut texts.content,
        Field::People => &mut texts.people,
        Field::Days => &mut texts.days,
        Field::Period => &mut texts.period,
        Field::PeriodTo => &mut texts.period_to,
        Field::Funding => &mut texts.funding,
        Field::Amount => &mut texts.amount,
        Field::Status => &mut texts.status,
        Field::DecisionNo => &mut texts.decision_no,
        Field::Notes => &mut texts.notes,
        _ => return None,
    })
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
    pub fn span(&self, field: Field) -> Span {
        if let Some(inherited) = self.data.inherited.iter().find(|text| text.field == field) {
            return inherited.text;
        }
        self.columns
            .index(field)
            .map_or(Span::EMPTY, |column| self.at(column))
    }

    pub fn at(&self, column: usize) -> Span {
        self.document
            .cell(self.section.sheet, self.data.row as usize, column)
    }

    pub fn text(&self, span: Span) -> &'a str {
        self.document.trimmed(span)
    }

    /// A time with the year of its own column, where that is another than the section's.
    pub fn in_year(&self, time: Cow<'a, str>) -> Cow<'a, str> {
        let column = self.columns.year.map(|column| self.text(self.at(column)));
        let year = column.and_then(|text| text.parse::<i32>().ok());
        match year.filter(|year| (1990..=2099).contains(year)) {
            Some(year) if year != self.section.year && !time.is_empty() => {
                Cow::Owned(format!("{time}/{year}"))
            }
            _ => time,
        }
    }

    /// The texts of all fields, in one pass over the columns.
    pub fn texts(&self) -> Texts {
        let mut texts = Texts::default();
        let row = self
            .document
            .row(self.section.sheet, self.data.row as usize);
        for (field, column) in &self.columns.first {
            if let Some(text) = text_of(&mut texts, *field) {
                *text = row.get(*column).copied().unwrap_or_default();
            }
        }
        // Of two texts for one field the first counts.
        for Inherited { field, text, .. } in self.data.inherited.iter().rev() {
            if let Some(own) = text_of(&mut texts, *field) {
                *own = *text;
            }
        }
        if self.columns.name_in_content && !self.text(texts.content).is_empty() {
            texts.name = texts.content;
        }
        // First and last day say more than "Quý III" beside them.
        let first = self.span(Field::PeriodFrom);
        let dated = !self.text(first).is_empty() && !self.text(texts.period_to).is_empty();
        if dated || self.text(texts.period).is_empty() {
            texts.period = first;
        }
        texts
    }

    pub fn inherited(&self) -> impl Iterator<Item = (Field, InheritReason)> {
        self.data
            .inherited
            .iter()
            .map(|text| (text.field, text.reason))
    }
}
