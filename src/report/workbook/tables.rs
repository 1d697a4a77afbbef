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
const LABELS: u16 = 3;
/// Lines beyond which a table is sure to need another page, and its header again.
const LINES_OF_A_PAGE: u32 = 30;
/// Lines of both tables up to which they share a page; more would tear the second one.
const LINES_TOGETHER: usize = 32;

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

    /// Columns of one direction.
    fn width(&self) -> u16 {
        Measure::ALL.len() as u16 + u16::from(self.has_share())
    }

    /// Column of a measure; the share stands after the number of delegations.
    pub fn column(&self, direction: Direction, measure: Measure) -> u16 {
        let share = u16::from(self.has_share() && measure != Measure::Delegations);
        LABELS + direction as u16 * self.width() + measure as u16 + share
    }

    /// Column of the share of a direction.
    pub fn share(&self, direction: Direction) -> u16 {
        self.column(direction, Measure::Delegations) + 1
    }

    /// Writes the sheet and says where its tables stand.
    pub fn write(&self, book: &Book, sheet: &mut Sheet) -> Vec<Block> {
        let edition = &book.edition;
        let kinds = listing::kinds(edition.summary);
        let tables = kinds
            .iter()
            .map(|kind| listing::table(edition, self.by, *kind).len());
        let lines: Vec<usize> = tables.collect();
        self.set_up(book, sheet, lines.iter().copied().max().unwrap_or(0));
        sheet.title(edition, self.title);

        let (mut blocks, mut breaks) = (Vec::new(), Vec::new());
        let mut with_header = true;
        for kind in kinds {
            if lines.iter().sum::<usize>() > LINES_TOGETHER && !blocks.is_empty() {
                breaks.push(sheet.row);
            }
            let top = sheet.row;
            let block = self.block(book, sheet, kind, with_header);
            if blocks.is_empty() {
                with_header = self.keep_in_sight(sheet, top, &block);
            }
            blocks.push(block);
            sheet.next();
        }

        if matches!(self.by, By::Country | By::Department) {
            if edition.planned.is_ok() {
                breaks.push(sheet.row);
            }
            self.planned(book, sheet);
        }
        sheet.page_breaks(&breaks);
        self.notes(book, sheet);
        blocks
    }

    /// Freezes, filters and repeats the header of the first table; says whether the others need their own.
    fn keep_in_sight(&self, sheet: &mut Sheet, top: u32, first: &Block) -> bool {
        sheet.freeze(top + 3, 2);
        let Some(lines) = first.lines.clone() else {
            return true;
        };
        let (first, last) = lines.into_inner();
        sheet.filter(first - 1..=last);
        if last - first <= LINES_OF_A_PAGE {
            return true;
        }
        // Repeated on every page, it would stand twice above the second table.
        sheet.repeat(first - 2..=first - 1);
        false
    }

    fn block(&self, book: &Book, sheet: &mut Sheet, kind: Kind, with_header: bool) -> Block {
        let edition = &book.edition;
        sheet.text(0, &kind_name(edition, kind), &STYLES.section_title);
        sheet.height(20.0);
        sheet.next();
        if with_header {
            self.header(book, sheet);
        }

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
        let rejected = Part::of_kind(kind).map(|part| book.count(part.rejected(edition.summary)));
        sheet.note(&book.fill(labels::NOT_COUNTED, &[&rejected[0], &rejected[1]]));
        Block { kind, lines }
    }

    fn header(&self, book: &Book, sheet: &mut Sheet) {
        let mut names = Measure::ALL
            .map(|measure| book.say(measure.heading()))
            .to_vec();
        if self.has_share() {
            names.insert(1, book.say(labels::SHARE));
        }
        self.header_of(book, sheet, &names);
        sheet.height(34.0);
        sheet.next();
    }

    /// A header of two rows: labels over both, directions over the names of their figures.
    pub(super) fn header_of(&self, book: &Book, sheet: &mut Sheet, names: &[&str]) {
        for (column, name) in (0..).zip([labels::NUMBER, self.heading, labels::CODE]) {
            sheet.tall_heading(column, book.say(name));
        }
        let first = |direction| self.column(direction, Measure::Delegations);
        for direction in Direction::ALL {
            let columns = first(direction)..=first(direction) + names.len() as u16 - 1;
            let name = book.say(labels::direction(direction));
            sheet.across(columns, name, &STYLES.header);
        }
        sheet.next();
        for direction in Direction::ALL {
            sheet.headings(first(direction), names.iter().copied());
        }
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

    fn notes(&self, book: &Book, sheet: &mut Sheet) {
        book.note_on_figures(sheet);
        sheet.note(book.say(labels::NOTE_BASES));
        match self.by {
            By::Country => sheet.note(book.say(labels::NOTE_COUNTRIES)),
            By::Quarter => sheet.note(book.say(labels::NOTE_MULTI)),
            By::Funding => sheet.note(book.say(labels::NOTE_MIXED)),
            By::Department => {}
        }
    }
}
