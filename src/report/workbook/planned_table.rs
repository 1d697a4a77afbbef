//! Planned and realised delegations by country or department, below the tables of the sheet.

use super::book::{Book, Label};
use super::planned::{COLUMNS, PlannedLine, Scope, figures, notes};
use super::tables::Table;
use crate::model::comparison::{Figures, Key, by_key};
use crate::model::section::Direction;
use crate::report::listing::By;
use crate::report::sheet::Sheet;
use crate::report::sheet::style::{STYLES, Weight};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::words::labels;

impl Table {
    /// The table, or why there is none.
    pub(super) fn planned(&self, book: &Book, sheet: &mut Sheet) {
        let (key, total) = match self.by {
            By::Country => (Key::Country, labels::DISTINCT_TOTAL),
            By::Department => (Key::Department, labels::TOTAL),
            By::Quarter | By::Funding => return,
        };
        let year = book.edition.dataset.results_year;
        let title = book.fill(labels::AGAINST_PLAN, &[&year.to_string()]);
        sheet.text(0, &title, &STYLES.section_title);
        sheet.height(20.0);
        sheet.next();
        let comparison = match book.edition.planned {
            Ok(comparison) => comparison,
            Err(reason) => {
                sheet.note(&labels::no_plan(reason, year, book.lang()));
                return sheet.next();
            }
        };

        self.header_of(book, sheet, &COLUMNS.map(|(name, _)| book.say(name)));
        sheet.height(62.0);
        sheet.next();
        let lines = by_key(comparison, key);
        for (number, (code, name)) in (1..).zip(comparison.order(&book.edition, key)) {
            let label = Label {
                number: &format!("{number}"),
                text: &name,
                code: &code,
            };
            let scope = match key {
                Key::Country => Scope::Country(&code),
                Key::Department => Scope::Department(code.parse().unwrap_or(0)),
            };
            book.label(sheet, label, Weight::Plain);
            self.planned_line(book, sheet, scope, &lines[&code]);
        }

        let text = book.say(total);
        let label = Label {
            text,
            ..Label::default()
        };
        book.label(sheet, label, Weight::Total);
        let totals = Direction::ALL.map(|direction| comparison.total(direction));
        self.planned_line(book, sheet, Scope::All, &totals);
        sheet.note(&notes(book, comparison));
        sheet.next();
    }

    /// The figures of a line, outbound and inbound.
    fn planned_line(&self, book: &Book, sheet: &mut Sheet, scope: Scope, both: &[Figures; 2]) {
        for direction in Direction::ALL {
            let line = PlannedLine {
                direction,
                scope,
                weight: match scope {
                    Scope::All => Weight::Total,
                    _ => Weight::Plain,
                },
            };
            let first = self.column(direction, Measure::Delegations);
            figures(book, sheet, first, line, &both[direction as usize]);
        }
        sheet.next();
    }
}
