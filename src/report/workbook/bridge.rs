//! The lines below a table by one key: the total, or the bridge from the sum of the lines to it.

use super::book::{Book, Label, Line, number_of};
use super::codes::{Basis, Condition};
use super::tables::Table;
use crate::model::section::Kind;
use crate::model::summary::Grand;
use crate::report::listing::By;
use crate::report::sheet::style::Weight;
use crate::report::sheet::{Figure, Sheet};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::words::labels;
use rust_xlsxwriter::utility::row_col_to_cell;
use std::ops::RangeInclusive;

impl Table {
    /// The lines below the keys: the total, or the bridge that leads to it.
    pub(super) fn bottom(
        &self,
        book: &Book,
        sheet: &mut Sheet,
        kind: Kind,
        keys: Option<RangeInclusive<u32>>,
    ) {
        let bridge = self.by.bridge();
        if let Some(bridge) = bridge {
            for words in [bridge.sum, bridge.excess] {
                let text = book.say(words);
                book.label(
                    sheet,
                    Label {
                        text,
                        ..Label::default()
                    },
                    Weight::Group,
                );
                sheet.next();
            }
            let total = sheet.row;
            for part in Part::of_kind(kind) {
                if let Some(grand) = part.grand(book.edition.summary) {
                    sheet.go_to(total - 2);
                    self.bridge(book, sheet, grand, keys.clone());
                }
            }
            sheet.go_to(total);
        }

        let text = book.say(bridge.map_or(labels::TOTAL, |_| labels::DISTINCT_TOTAL));
        book.label(
            sheet,
            Label {
                text,
                ..Label::default()
            },
            Weight::Total,
        );
        for part in Part::of_kind(kind) {
            let all = part.totals(book.edition.summary);
            let line = Line::sum(Condition::part(part), all, Weight::Total);
            for measure in Measure::ALL {
                let column = self.column(part.direction, measure);
                sheet.figure(column, book.figure(&line, measure));
            }
            self.write_share(book, sheet, part, &all);
        }
        sheet.next();
    }

    /// The sum of the lines, and below it what it counts too much.
    fn bridge(
        &self,
        book: &Book,
        sheet: &mut Sheet,
        grand: &Grand,
        keys: Option<RangeInclusive<u32>>,
    ) {
        let condition = Condition::part(Part::from((grand.kind, grand.direction)));
        let excess = self.by.excess(grand);
        let mut sum = grand.totals;
        sum += excess;
        let row = sheet.row;
        for measure in Measure::ALL {
            let column = self.column(grand.direction, measure);
            let cell = |row: u32| row_col_to_cell(row, column);
            let live = book.sources.is_some();
            let total = keys.as_ref().filter(|_| live);
            let total =
                total.map(|rows| format!("SUM({}:{})", cell(*rows.start()), cell(*rows.end())));
            let less = match self.by {
                By::Country => book.formula(Basis::Excess, measure, &condition),
                _ => live.then(|| format!("{}-{}", cell(row), cell(row + 2))),
            };
            for (below, formula, totals) in [(0, total, sum), (1, less, excess)] {
                let figure = Figure {
                    value: measure.value(&totals),
                    formula,
                    number: number_of(measure),
                    weight: Weight::Group,
                };
                sheet.go_to(row + below);
                sheet.figure(column, figure);
            }
        }
    }
}
