//! The columns of the form: their headings, widths, and what their cells ask for.

use super::Blank;
use super::labels;
use crate::model::finding::Lang;
use crate::model::section::{Direction, Kind};
use crate::model::submission::Due;
use crate::model::value::{FundingClass, Quarter, Status};
use crate::report::speak::Speak;
use crate::vocabulary::form::Example;
use crate::words::Words;

/// What a column of the form holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Number,
    Name,
    Leader,
    Country,
    Partner,
    Content,
    People,
    Days,
    Period,
    Funding,
    Amount,
    Notes,
}

use Column::*;

/// All columns in their order: those of the departments' own form, and a column for the amount.
pub const COLUMNS: [Column; 12] = [
    Number, Name, Leader, Country, Partner, Content, People, Days, Period, Funding, Amount, Notes,
];

/// Index of the last column.
pub const LAST: u16 = COLUMNS.len() as u16 - 1;
/// Column of the names.
pub const NAME: u16 = 1;

impl Column {
    /// In characters; all of them fit a landscape A4 page.
    pub fn width(self) -> f64 {
        match self {
            Number => 6.5,
            Name | Content => 24.0,
            Partner => 18.0,
            Leader | Funding | Notes => 15.0,
            Country | Period => 12.5,
            Amount => 10.0,
            People | Days => 7.5,
        }
    }

    pub fn heading(self, due: Due) -> Words {
        let (direction, kind) = due;
        match self {
            Number => labels::NUMBER,
            Name => labels::FORM_NAME,
            Leader => labels::FORM_HEAD,
            Country if direction == Direction::Outbound => labels::FORM_TO,
            Country => labels::FORM_FROM,
            Partner => labels::FORM_PARTNER,
            Content => labels::FORM_CONTENT,
            People => labels::FORM_PEOPLE,
            Days => labels::FORM_DAYS,
            Period => labels::FORM_PERIOD,
            Funding => labels::FUNDING,
            Amount => labels::BLANK_AMOUNT,
            Notes if kind == Kind::Plan => labels::FORM_NOTES,
            Notes => labels::BLANK_RESULT,
        }
    }

    /// What a cell says when it is entered; nothing for the number, which comes by itself.
    pub fn message(self, blank: &Blank, kind: Kind) -> Option<String> {
        let words = match self {
            Number => return None,
            Name => labels::CELL_NAME,
            Leader => labels::CELL_HEAD,
            Country => labels::CELL_COUNTRY,
            Partner => labels::CELL_PARTNER,
            Content => labels::CELL_CONTENT,
            People => labels::CELL_PEOPLE,
            Days => labels::CELL_DAYS,
            Period => labels::CELL_PERIOD,
            Funding => labels::CELL_FUNDING,
            Amount => labels::CELL_AMOUNT,
            Notes if kind == Kind::Plan => labels::CELL_NOTES,
            Notes => labels::CELL_RESULT,
        };
        let year = blank.year_of(kind).to_string();
        Some(labels::fill(words, blank.lang, &[&year]))
    }

    /// Without it a line draws a question: the cell turns yellow until it is filled.
    pub fn is_asked_for(self) -> bool {
        !matches!(self, Number | Partner | Content | Amount | Notes)
    }

    /// What the example says; nothing where it has none.
    pub fn example(self, example: &Example) -> &'static str {
        match self {
            Number | Notes => "",
            Name => example.name,
            Leader => example.head,
            Country => example.country,
            Partner => example.partner,
            Content => example.content,
            People => example.people,
            Days => example.days,
            Period => example.period,
            Funding => example.funding,
            Amount => example.amount,
        }
    }
}

/// The quarters to choose from.
pub fn quarters(lang: Lang) -> Vec<&'static str> {
    let quarters = [Quarter::Q1, Quarter::Q2, Quarter::Q3, Quarter::Q4];
    quarters.map(|q| lang.say(labels::quarter(q))).to_vec()
}

/// The budget sources to choose from: those that are one source.
pub fn sources(lang: Lang) -> Vec<&'static str> {
    let one = |class: &FundingClass| !matches!(class, FundingClass::Mixed | FundingClass::Unknown);
    let classes = FundingClass::ALL.into_iter().filter(one);
    classes
        .map(|class| lang.say(labels::funding(class)))
        .collect()
}

/// What became of a delegation, to choose from.
pub fn results(lang: Lang) -> Vec<&'static str> {
    let states = [
        Status::Done,
        Status::Postponed,
        Status::Cancelled,
        Status::Online,
    ];
    states
        .map(|status| lang.say(labels::status(status)))
        .to_vec()
}
