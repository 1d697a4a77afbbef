//! The columns of the form: their headings, widths, and what their cells ask for.

use super::Blank;
use super::labels;
use crate::model::section::{Direction, Kind};
use crate::model::submission::Due;
use crate::model::value::{FundingClass, Quarter, Status};
use crate::vocabulary::form::Example;
use crate::words::Words;

/// What a column of the form holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Number,
    Name,
    Head,
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

/// All columns in their order: those of the departments' own form, and a column for the amount.
pub const COLUMNS: [Column; 12] = [
    Column::Number,
    Column::Name,
    Column::Head,
    Column::Country,
    Column::Partner,
    Column::Content,
    Column::People,
    Column::Days,
    Column::Period,
    Column::Funding,
    Column::Amount,
    Column::Notes,
];

/// Index of the last column.
pub const LAST: u16 = COLUMNS.len() as u16 - 1;
/// Column of the names.
pub const NAME: u16 = 1;

impl Column {
    /// In characters; all of them fit a landscape A4 page.
    pub fn width(self) -> f64 {
        match self {
            Column::Number => 6.5,
            Column::Name | Column::Content => 24.0,
            Column::Partner => 18.0,
            Column::Head | Column::Funding | Column::Notes => 15.0,
            Column::Country | Column::Period => 12.5,
            Column::Amount => 10.0,
            Column::People | Column::Days => 7.5,
        }
    }

    pub fn heading(self, (direction, kind): Due) -> Words {
        match self {
            Column::Number => labels::NUMBER,
            Column::Name => labels::FORM_NAME,
            Column::Head => labels::FORM_HEAD,
            Column::Country if direction == Direction::Outbound => labels::FORM_TO,
            Column::Country => labels::FORM_FROM,
            Column::Partner => labels::FORM_PARTNER,
            Column::Content => labels::FORM_CONTENT,
            Column::People => labels::FORM_PEOPLE,
            Column::Days => labels::FORM_DAYS,
            Column::Period => labels::FORM_PERIOD,
            Column::Funding => labels::FUNDING,
            Column::Amount => labels::BLANK_AMOUNT,
            Column::Notes if kind == Kind::Plan => labels::FORM_NOTES,
            Column::Notes => labels::BLANK_RESULT,
        }
    }

    /// What a cell says when it is entered; nothing for the number, which comes by itself.
    pub fn message(self, blank: &Blank, kind: Kind) -> Option<String> {
        let words = match self {
            Column::Number => return None,
            Column::Name => labels::CELL_NAME,
            Column::Head => labels::CELL_HEAD,
            Column::Country => labels::CELL_COUNTRY,
            Column::Partner => labels::CELL_PARTNER,
            Column::Content => labels::CELL_CONTENT,
            Column::People => labels::CELL_PEOPLE,
            Column::Days => labels::CELL_DAYS,
            Column::Period => labels::CELL_PERIOD,
            Column::Funding => labels::CELL_FUNDING,
            Column::Amount => labels::CELL_AMOUNT,
            Column::Notes if kind == Kind::Plan => labels::CELL_NOTES,
            Column::Notes => labels::CELL_RESULT,
        };
        let year = blank.year_of(kind).to_string();
        Some(labels::fill(words, blank.lang, &[&year]))
    }

    /// Without it a line draws a question: the cell turns yellow until it is filled.
    pub fn is_asked_for(self) -> bool {
        !matches!(
            self,
            Column::Number | Column::Partner | Column::Content | Column::Amount | Column::Notes
        )
    }

    /// The cell of the example; nothing where it has none.
    pub fn of_example(self, example: &Example) -> &'static str {
        match self {
            Column::Number | Column::Notes => "",
            Column::Name => example.name,
            Column::Head => example.head,
            Column::Country => example.country,
            Column::Partner => example.partner,
            Column::Content => example.content,
            Column::People => example.people,
            Column::Days => example.days,
            Column::Period => example.period,
            Column::Funding => example.funding,
            Column::Amount => example.amount,
        }
    }
}

/// The quarters to choose from.
pub fn quarters(blank: &Blank) -> Vec<&'static str> {
    let quarters = [Quarter::Q1, Quarter::Q2, Quarter::Q3, Quarter::Q4];
    quarters.map(|q| blank.say(labels::quarter(q))).to_vec()
}

/// The budget sources to choose from: those that are one source.
pub fn sources(blank: &Blank) -> Vec<&'static str> {
    let one = |class: &FundingClass| !matches!(class, FundingClass::Mixed | FundingClass::Unknown);
    let classes = FundingClass::ALL.into_iter().filter(one);
    classes
        .map(|class| blank.say(labels::funding(class)))
        .collect()
}

/// What became of a delegation, to choose from.
pub fn results(blank: &Blank) -> Vec<&'static str> {
    let states = [
        Status::Done,
        Status::Postponed,
        Status::Cancelled,
        Status::Online,
    ];
    states
        .map(|status| blank.say(labels::status(status)))
        .to_vec()
}
