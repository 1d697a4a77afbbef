//! Rows that went back to their departments, as written, with their reasons.

use super::{Cells, Row, Spec, Value, messages, spec};
use crate::edition::Edition;
use crate::model::section;
use crate::report::listing::{self, Rejected};
use crate::report::speak::Speak;
use crate::words::labels;

/// A rejected row.
#[derive(Debug)]
pub struct RejectedRow<'a> {
    pub edition: &'a Edition<'a>,
    pub rejected: &'a Rejected<'a>,
    /// Its cells as its department wrote them.
    pub written: String,
    /// From 1.
    pub number: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RejectedColumn {
    Number,
    Department,
    File,
    Line,
    Direction,
    Kind,
    Codes,
    Reasons,
    Text,
    /// Direction and kind in one, for the page.
    Part,
    /// Codes and reasons in one, for the page.
    ReasonList,
}

use RejectedColumn::*;

pub const SHEET: [RejectedColumn; 9] = [
    Number, Department, File, Line, Direction, Kind, Codes, Reasons, Text,
];
/// Hidden behind those of the sheet: what its counts are found by.
pub const CODES: [RejectedColumn; 2] = [Direction, Kind];
pub const PAGE: [RejectedColumn; 6] = [Department, File, Line, Part, ReasonList, Text];

impl Row for RejectedRow<'_> {
    type Column = RejectedColumn;

    fn spec(column: RejectedColumn) -> Spec {
        match column {
            Number => spec("number", labels::NUMBER, 6.0, Cells::Numeral),
            Department => spec("department", labels::DEPARTMENT, 20.0, Cells::Text),
            File => spec("file", labels::FILE, 24.0, Cells::Path),
            Line => spec("line", labels::LINE, 8.0, Cells::Numeral),
            Direction => spec("direction", labels::DIRECTION, 10.0, Cells::Centred),
            Part => spec("direction", labels::DIRECTION, 10.0, Cells::Text),
            Kind => spec("kind", labels::KIND, 10.0, Cells::Centred),
            Codes => spec("codes", labels::CODE, 8.0, Cells::Centred),
            Reasons | ReasonList => spec("reasons", labels::REASONS, 36.0, Cells::Text),
            Text => spec("text", labels::TEXT, 54.0, Cells::Quoted),
        }
    }

    fn value(&self, column: RejectedColumn) -> Value<'_> {
        let Rejected { file, row, errors } = self.rejected;
        let direction = row.direction.map_or(labels::UNCLEAR, labels::direction);
        let direction = self.edition.say(direction);
        let kind = self.edition.say(labels::kind(row.kind));
        match column {
            Number => self.number.to_string().into(),
            Department => {
                let department = self.edition.dataset.department(file);
                Value::coded(&department.slug, &department.name)
            }
            File => file.submission.path.as_str().into(),
            Line => listing::line_of_row(file, row).into(),
            Direction => {
                let code = row.direction.map_or("", section::Direction::code);
                Value::coded(code, direction)
            }
            Kind => Value::coded(row.kind.code(), kind),
            Part => format!("{direction} - {}", kind.to_lowercase()).into(),
            Codes => {
                let mut codes: Vec<&str> = errors.iter().map(|error| error.code).collect();
                codes.dedup();
                codes.join("; ").into()
            }
            Reasons => messages(errors, self.edition.lang).join("\n").into(),
            ReasonList => Value::Reasons(errors, self.edition.lang),
            Text => self.written.as_str().into(),
        }
    }
}
