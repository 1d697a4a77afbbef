//! The sheets by country, quarter, budget source and department: outbound beside inbound, a table for
//! each kind, with the bridge where a delegation counts on several lines.

use super::book::{Book, Label, Line};
use super::codes::Condition;
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use crate::report::listing::{self, By, KeyRow};
use crate::report::sheet::style::{Number, STYLES, Weight};
use crate::report::sheet::{Figure, Sheet};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::{Part, kind_name};
use crate::words::{Words, labels};
use rust_xlsxwriter::utility::row_col_to_cell;
use std::ops::RangeInclusive;

/// Number, label, code.
pub(super) const LABELS: u16 = 3;
/// What is printed of a direction, and what stands beyond the paper: what is not known.
const PRINTED: [Measure; 4] = Measure::FIGURES;
const UNKNOWN: [Measure; 3] = Measure::UNKNOWN;
/// An empty column between the paper and what stands beyond it.
const GAP: u16 = 1;

/// One sheet by one key.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub by: By,
    pub sheet: Words,
    pub title: Words,
    /// Heading of the column of labels.
    pub heading: Words,
}

/// The table of one kind, for charts.
#[derive(Debug, Clone)]
pub struct Block {
    pub kind: Kind,
    /// The lines of the keys, rows of the sheet; none where the table has no line.
    pub lines: Option<RangeInclusive<u32>>,
}

impl Table {
    /// Quarters and sources do not overlap: a share of the total means something.
    pub(super) fn has_share(&self) -> bool {
        matches!(self.by, By::Quarter | By::Funding)
    }

    /// Printed columns of one direction.
    fn width(&self) -> u16 {
        PRINTED.len() as u16 + u16::from(self.has_share())
    }

    /// The last column on paper.
    pub(super) fn last_printed(&self) -> u16 {
        LABELS + 2 * self.width() - 1
    }

    /// Column of a measure; the share stands after the number of delegations.
    pub fn column(&self, direction: Direction, measure: Measure) -> u16 {
        let direction = direction as u16;
        if let Some(nth) = UNKNOWN.iter().position(|unknown| *unknown == measure) {
            let first = self.last_printed() + 1 + GAP + direction * UNKNOWN.len() as u16;
            return first + nth as u16;
        }
        let share = u16::from(self.has_share() && measure != Measure::Delegations);
        LABELS + direction * self.width() + measure as u16 + share
    }

    /// Column of the share of a direction.
    pub fn share(&self, direction: Direction) -> u16 {
        self.column(direction, Measure::Delegations) + 1
    }

    /// Writes the sheet and says where its tables stand.
    pub fn write(&self, book: &Book, sheet: &mut Sheet) -> Vec<Block> {
        let edition = &book.edition;
        self.set_up(sheet);
        sheet.title(edition, self.title);
        if book.sources.is_none() {
            sheet.note(&book.note_plain());
        }

        let (mut blocks, mut tops) = (Vec::new(), Vec::new());
        for kind in listing::kinds(edition.summary) {
            let top = sheet.row;
            if blocks.is_empty() {
                sheet.freeze(top + 3, 2);
            }
            tops.push(top);
            blocks.push(self.block(book, sheet, kind));
            sheet.next();
        }
        sheet.print_to(sheet.row, self.last_printed());
        sheet.paginate_parts(&tops);
        blocks
    }

    fn block(&self, book: &Book, sheet: &mut Sheet, kind: Kind) -> Block {
        let edition = &book.edition;
        sheet.text(0, &kind_name(edition, kind), &STYLES.section_title);
        sheet.height(20.0);
        sheet.keep_with_next();
        sheet.next();
        self.header(book, sheet);

        let first = sheet.row;
        for (number, key) in (1..).zip(listing::table(edition, self.by, kind)) {
            let label = Label {
                number: &format!("{number}"),
                text: &key.label,
                code: &key.key,
            };
            book.label(sheet, label, Weight::Plain);
            for part in Part::of_kind(kind) {
                self.line(book, sheet, part, &key);
            }
            sheet.next();
        }
        let lines = (sheet.row > first).then(|| first..=sheet.row - 1);

        self.bottom(book, sheet, kind, lines.clone());
        sheet.note(&notes_below(book, kind));
        Block { kind, lines }
    }

    /// A header of two rows: labels over both, directions over the names of their figures.
    fn header(&self, book: &Book, sheet: &mut Sheet) {
        let say = |measure: &Measure| book.say(measure.heading());
        let mut names: Vec<&str> = PRINTED.iter().map(say).collect();
        if self.has_share() {
            names.insert(1, book.say(labels::SHARE));
        }
        let unknown: Vec<&str> = UNKNOWN.iter().map(say).collect();

        for (column, name) in (0..).zip([labels::NUMBER, self.heading, labels::CODE]) {
            sheet.tall_heading(column, book.say(name));
        }
        let first = |direction| self.column(direction, Measure::Delegations);
        let beyond = |direction| self.column(direction, UNKNOWN[0]);
        for direction in Direction::ALL {
            let name = book.say(labels::direction(direction));
            for (first, names) in [(first(direction), &names), (beyond(direction), &unknown)] {
                sheet.heading_over(first..=first + names.len() as u16 - 1, name);
            }
        }
        sheet.height(20.0);
        sheet.keep_with_next();
        sheet.next();
        for direction in Direction::ALL {
            sheet.headings(first(direction), names.iter().copied());
            sheet.headings(beyond(direction), unknown.iter().copied());
        }
        sheet.fit();
        sheet.keep_with_next();
        sheet.next();
    }

    fn line(&self, book: &Book, sheet: &mut Sheet, part: Part, key: &KeyRow) {
        let totals = key.totals[part.direction as usize];
        let line = Line::sum(self.condition(book, part, key), totals, Weight::Plain);
        let own_rows = self.own_rows(book, part, key);
        for measure in Measure::ALL {
            let mut figure = book.figure(&line, measure);
            let joint = own_rows.map_or(0.0, |own| figure.value - measure.value(&own));
            if let Some(formula) = figure.formula.as_mut().filter(|_| joint != 0.0) {
                formula.push_str(&format!("+{joint}"));
            }
            sheet.figure(self.column(part.direction, measure), figure);
        }
        self.write_share(book, sheet, part, &totals);
    }

    fn condition<'k>(&self, book: &Book, part: Part, line: &'k KeyRow) -> Condition<'k> {
        let mut condition = Condition::part(part);
        match self.by {
            By::Country => condition.country = Some(&line.key),
            By::Quarter => condition.quarter = Some(&line.key),
            By::Funding => condition.funding = Some(&line.key),
            By::Department => {
                let departments = &book.edition.dataset.departments;
                let index = departments.iter().position(|d| d.slug == line.key);
                condition.department = index.map(|index| index as u32 + 1);
            }
        }
        condition
    }

    /// The rows of a department itself: what it has beyond them is its credit for joint delegations,
    /// whose row stands in the annex under another department.
    fn own_rows(&self, book: &Book, part: Part, line: &KeyRow) -> Option<Totals> {
        let grand = part.grand(book.edition.summary)?;
        if self.by != By::Department || grand.departments_excess == Totals::default() {
            return None;
        }
        let dataset = book.edition.dataset;
        let mut own = Totals::default();
        for (file, row) in dataset.accepted() {
            let here = row.kind == part.kind && row.direction == Some(part.direction);
            if here && dataset.department(file).slug == line.key {
                own += super::form::totals_of(row);
            }
        }
        Some(own)
    }

    /// The share of a part's delegations, where there are shares.
    pub(super) fn write_share(&self, book: &Book, sheet: &mut Sheet, part: Part, totals: &Totals) {
        if !self.has_share() {
            return;
        }
        let all = Line::sum(
            Condition::part(part),
            part.totals(book.edition.summary),
            Weight::Plain,
        );
        let all = book.figure(&all, Measure::Delegations);
        let own = self.column(part.direction, Measure::Delegations);
        let own = row_col_to_cell(sheet.row, own);
        let share = Figure {
            value: match all.value {
                0.0 => 0.0,
                whole => totals.delegations as f64 / whole,
            },
            formula: all.formula.map(|all| format!("IF({all}=0,0,{own}/{all})")),
            number: Number::Percent,
            weight: Weight::Plain,
        };
        sheet.figure(self.share(part.direction), share);
    }
}

/// What the figures of a kind leave out: rows that went back, delegations without an amount.
fn notes_below(book: &Book, kind: Kind) -> String {
    let summary = book.edition.summary;
    let parts = Part::of_kind(kind);
    let rejected = parts.map(|part| book.count(part.rejected(summary)));
    let stated = parts.map(|part| {
        let totals = part.totals(summary);
        let with_amount = totals.rows - totals.rows_without_amount;
        format!("{}/{}", book.count(with_amount), book.count(totals.rows))
    });
    let stated = book.fill(labels::AMOUNT_STATED, &[&stated[0], &stated[1]]);
    let rejected = book.fill(labels::NOT_COUNTED, &[&rejected[0], &rejected[1]]);
    format!("{stated} {rejected}")
}
