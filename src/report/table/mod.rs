//! A table as data: what each column is called, how wide it is, what it says of a row. A worksheet, a
//! feedback sheet, the page and the CSV files are its looks.

pub mod account;
pub mod findings;
pub mod ledger;
pub mod measures;
pub mod part;
pub mod rejected;

use crate::model::finding::{Finding, Lang};
use crate::rules;
use crate::words::{Words, shown};
use std::borrow::Cow;

/// A row of a table: its columns are the same in every look, and each look picks some of them.
pub trait Row {
    type Column: Copy + PartialEq + 'static;

    /// What a column is, whatever the row.
    fn spec(column: Self::Column) -> Spec;

    fn value(&self, column: Self::Column) -> Value<'_>;
}

/// What a column of a table is.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// Its name for machines.
    pub field: &'static str,
    /// Its heading for people.
    pub heading: Words,
    /// On a sheet, in characters.
    pub width: f64,
    pub cells: Cells,
}

/// A column as one line of a table of columns.
fn spec(field: &'static str, heading: Words, width: f64, cells: Cells) -> Spec {
    Spec {
        field,
        heading,
        width,
        cells,
    }
}

/// How the cells of a column look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    Text,
    /// Names the row: the heading of its line on the page.
    RowHeading,
    /// A path of a file.
    Path,
    /// What a department wrote.
    Quoted,
    Centred,
    /// A running number or a line: a number where it is one.
    Numeral,
    Count,
}

/// What a column says of a row.
#[derive(Debug, Clone)]
pub enum Value<'v> {
    Text(Cow<'v, str>),
    /// A code for machines, and what people read for it.
    Coded {
        code: Cow<'v, str>,
        name: Cow<'v, str>,
    },
    Number(u64),
    /// One on each line.
    Lines(&'v [String]),
    Day(&'v str, Lang),
    /// A state of the ledger, and the word for late where the submission was.
    State {
        code: &'static str,
        name: &'static str,
        late: Option<&'static str>,
    },
    /// Why a row went back, in a language.
    Reasons(&'v [&'v Finding], Lang),
    /// A text and what was remarked on it.
    Remarked {
        text: String,
        remark: String,
    },
}

impl<'v> Value<'v> {
    pub fn coded(code: impl Into<Cow<'v, str>>, name: impl Into<Cow<'v, str>>) -> Value<'v> {
        let (code, name) = (code.into(), name.into());
        Value::Coded { code, name }
    }

    /// What a sheet says.
    pub fn for_people(self) -> Cow<'v, str> {
        match self {
            Value::Text(text) => text,
            Value::Coded { name, .. } => name,
            Value::Number(number) => number.to_string().into(),
            Value::Lines(lines) => lines.join("\n").into(),
            Value::Day(day, lang) => shown::day(day, lang),
            Value::State { name, .. } => name.into(),
            Value::Reasons(errors, lang) => messages(errors, lang).join("\n").into(),
            Value::Remarked { text, .. } => text.into(),
        }
    }

    /// What a field of a CSV file says.
    pub fn for_machines(self) -> Cow<'v, str> {
        match self {
            Value::Coded { code, .. } => code,
            Value::Lines(lines) => lines.join(";").into(),
            Value::Day(day, _) => day.into(),
            Value::State { code, .. } => code.into(),
            other => other.for_people(),
        }
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Value::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(text.into())
    }
}

impl<'v> From<Cow<'v, str>> for Value<'v> {
    fn from(text: Cow<'v, str>) -> Self {
        Value::Text(text)
    }
}

/// What is wrong, by each error.
fn messages(errors: &[&Finding], lang: Lang) -> Vec<String> {
    let messages = errors.iter().map(|error| rules::message(error, lang));
    messages.collect()
}
