//! The sheets by country, quarter, budget source and department: outbound beside inbound, a table for
//! each kind, with the bridge where a delegation counts on several lines.

use super::book::{Book, figure, heads, number_of, put, put_across, tall_head};
use super::codes::{Code, Condition, MEASURES, value};
use super::style::{Number, Weight};
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use crate::report::listing;
use crate::report::listing::{By, KeyRow};
use crate::words::Words;
use crate::words::{labels, shown};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Number, label, code.
const LABELS: u16 = 3;
/// Lines beyond which a table is sure to need another page, and its head again.
const LINES_OF_A_PAGE: u32 = 30;
/// Lines of both tables up to which they share a page; more would tear the second one.
const LINES_TOGETHER: usize = 32;
/// Width of all columns, in characters.
const NOTE_WIDTH: f64 = 160.0;

/// Where the lines of a table stand, for charts.
#[derive(Debug, Clone, Copy)]
pub struct Block {
    pub kind: Kind,
    /// First and last line of the keys, rows of the sheet; none where the table has no line.
    pub lines: Option<(u32, u32)>,
}

/// One sheet by one key.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub by: By,
    pub title: Words,
    /// Head of the column of labels.
    pub head: Words,
}

impl Table {
    /// Quarters and sources do not overlap: a share of the total means something.
    pub(super) fn has_share(&self) -> bool {
        matches!(self.by, By::Quarter | By::Funding)
    }

    /// Columns of one direction.
    fn width(&self) -> u16 {
        MEASURES.len() as u16 + u16::from(self.has_share())
    }

    /// Column of a measure; the share stands after the number of delegations.
    pub(super) fn column(&self, direction: Direction, measure: usize) -> u16 {
        let share = u16::from(self.has_share() && measure > 0);
        LABELS + direction as u16 * self.width() + measure as u16 + share
    }

    /// Column of the delegations of a direction.
    pub fn delegations(&self, direction: Direction) -> u16 {
        self.column(direction, 0)
    }

    /// Column of the people of a direction.
    pub fn people(&self, direction: Direction) -> u16 {
        self.column(direction, 1)
    }

    /// Column of the share of a direction.
    pub fn share(&self, direction: Direction) -> u16 {
        self.column(direction, 0) + 1
    }

    fn last_column(&self) -> u16 {
        LABELS + 2 * self.width() - 1
    }

    fn condition<'a>(&self, book: &Book, kind: Kind, line: &'a KeyRow) -> Condition<'a> {
        let mut condition = Condition::kind(kind);
        match self.by {
            By::Country => condition.country = Some(&line.key),
            By::Quarter => condition.quarter = Some(&line.key),
            By::Funding => condition.funding = Some(&line.key),
            By::Department => {
                let departments = &book.edition.dataset.departments;
                let at = departments.iter().position(|d| d.slug == line.key);
                condition.department = at.map(|at| at as u32 + 1);
            }
        }
        condition
    }

    /// Writes the sheet and says where its tables stand.
    pub fn write(&self, book: &Book, sheet: &mut Worksheet) -> Result<Vec<Block>, XlsxError> {
        self.widths(sheet)?;
        let mut row = book.sheet_title(sheet, self.title, self.last_column())?;
        let mut blocks = Vec::new();
        let mut with_head = true;
        let mut breaks = Vec::new();
        let kinds = listing::kinds(book.edition.summary);
        let lines = kinds
            .iter()
            .map(|kind| listing::table(&book.edition, self.by, *kind).len());
        let lines: Vec<usize> = lines.collect();
        let apart = lines.iter().sum::<usize>() > LINES_TOGETHER;
        self.print(book, sheet, lines.into_iter().max().unwrap_or(0));
        for kind in kinds {
            if apart && !blocks.is_empty() {
                breaks.push(row);
            }
            let (next, block) = self.block(book, sheet, (row, with_head), kind)?;
            if blocks.is_empty() {
                sheet.set_freeze_panes(row + 3, 2)?;
                if let Some((first, last)) = block.lines {
                    sheet.autofilter(first - 1, 0, last, self.last_column())?;
                    if last - first > LINES_OF_A_PAGE {
                        // Repeated on every page, it would stand twice above the second table.
                        sheet.set_repeat_rows(first - 2, first - 1)?;
                        with_head = false;
                    }
                }
            }
            blocks.push(block);
            row = next + 1;
        }
        if matches!(self.by, By::Country | By::Department) {
            if book.edition.planned.is_ok() {
                breaks.push(row);
            }
            row = self.planned(book, sheet, (row, self.last_column()), NOTE_WIDTH)?;
        }
        sheet.set_page_breaks(&breaks)?;
        self.notes(book, sheet, row)?;
        Ok(blocks)
    }

    fn block(
        &self,
        book: &Book,
        sheet: &mut Worksheet,
        (top, with_head): (u32, bool),
        kind: Kind,
    ) -> Result<(u32, Block), XlsxError> {
        let dataset = book.edition.dataset;
        let year = match kind {
            Kind::Plan => dataset.year,
            Kind::Realised => dataset.results_year,
        };
        let part = labels::kind_of_year(kind, year, book.lang());
        put(sheet, (top, 0), &part, &book.style.part)?;
        sheet.set_row_height(top, 20)?;
        if with_head {
            self.heads(book, sheet, top + 1)?;
        }
        let lines = listing::table(&book.edition, self.by, kind);
        let first = top + if with_head { 3 } else { 1 };
        for (row, line) in (first..).zip(&lines) {
            let number = (row - first + 1).to_string();
            book.label(sheet, row, (&number, &line.label, &line.key), Weight::Plain)?;
            self.line(book, sheet, row, kind, line)?;
        }
        let count = lines.len() as u32;
        let keys = (count > 0).then(|| (first, first + count - 1));
        let next = self.bottom(book, sheet, first + count, kind, keys)?;
        let rejected = Direction::ALL.map(|direction| {
            let grand = book.edition.summary.grand(kind, direction);
            shown::count(grand.map_or(0, |grand| grand.rejected), book.lang())
        });
        let note = book.fill(labels::NOT_COUNTED, &[&rejected[0], &rejected[1]]);
        book.note(sheet, (next, self.last_column()), NOTE_WIDTH, &note)?;
        Ok((next + 1, Block { kind, lines: keys }))
    }

    fn heads(&self, book: &Book, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        let head = &book.style.head;
        let labels_of = [labels::NUMBER, self.head, labels::CODE];
        for (column, name) in (0..).zip(labels_of) {
            tall_head(sheet, (row, column), book.say(name), head)?;
        }
        let mut names: Vec<&str> = [
            labels::DELEGATIONS,
            labels::PEOPLE,
            labels::PERSON_DAYS,
            labels::AMOUNT,
            labels::NO_PEOPLE,
            labels::NO_DAYS,
            labels::NO_AMOUNT,
        ]
        .map(|name| book.say(name))
        .into();
        if self.has_share() {
            names.insert(1, book.say(labels::SHARE));
        }
        for direction in Direction::ALL {
            let first = self.column(direction, 0);
            let last = first + self.width() - 1;
            let name = book.say(labels::direction(direction));
            put_across(sheet, (row, first, last), name, head)?;
            heads(sheet, (row + 1, first), &names, head)?;
        }
        sheet.set_row_height(row + 1, 34)?;
        Ok(())
    }

    fn line(
        &self,
        book: &Book,
        sheet: &mut Worksheet,
        row: u32,
        kind: Kind,
        line: &KeyRow,
    ) -> Result<(), XlsxError> {
        let condition = self.condition(book, kind, line);
        for direction in Direction::ALL {
            let totals = &line.totals[direction as usize];
            let credit = self.credit(book, kind, direction, line);
            for (at, measure) in MEASURES.into_iter().enumerate() {
                let number = value(totals, measure);
                let mut formula = book.sum(direction, measure, &condition);
                let joint = credit.map_or(0.0, |own| number - value(&own, measure));
                if let Some(formula) = formula.as_mut().filter(|_| joint != 0.0) {
                    formula.push_str(&format!("+{joint}"));
                }
                let format = book.style.number(number_of(measure), number, Weight::Plain);
                figure(
                    sheet,
                    (row, self.column(direction, at)),
                    formula,
                    number,
                    format,
                )?;
            }
            if self.has_share() {
                let all = listing::grand_totals(book.edition.summary, kind, direction);
                self.share_of(book, sheet, (row, direction), (totals, &all), &condition)?;
            }
        }
        Ok(())
    }

    /// The rows of a department itself: what it has beyond them is its credit for joint delegations,
    /// whose row stands in the annex under another department.
    fn credit(
        &self,
        book: &Book,
        kind: Kind,
        direction: Direction,
        line: &KeyRow,
    ) -> Option<Totals> {
        let grand = book.edition.summary.grand(kind, direction)?;
        if self.by != By::Department || grand.departments_excess == Totals::default() {
            return None;
        }
        let dataset = book.edition.dataset;
        let mut own = Totals::default();
        for (file, row) in dataset.accepted() {
            let here = row.kind == kind && row.direction == Some(direction);
            if here && dataset.department(file).slug == line.key {
                own += super::form::totals_of(row);
            }
        }
        Some(own)
    }

    pub(super) fn share_of(
        &self,
        book: &Book,
        sheet: &mut Worksheet,
        (row, direction): (u32, Direction),
        (totals, all): (&Totals, &Totals),
        condition: &Condition,
    ) -> Result<(), XlsxError> {
        let whole = all.delegations as f64;
        let part = totals.delegations as f64;
        let share = if whole == 0.0 { 0.0 } else { part / whole };
        let formula = condition.kind.and_then(|kind| {
            let all = book.sum(direction, Code::Delegations, &Condition::kind(kind))?;
            let own = row_col_to_cell(row, self.delegations(direction));
            Some(format!("IF({all}=0,0,{own}/{all})"))
        });
        let format = book.style.number(Number::Percent, share, Weight::Plain);
        figure(sheet, (row, self.share(direction)), formula, share, format)
    }

    fn notes(&self, book: &Book, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        let mut notes = vec![labels::NOTE_BASES];
        match self.by {
            By::Country => notes.push(labels::NOTE_COUNTRIES),
            By::Quarter => notes.push(labels::NOTE_MULTI),
            By::Funding => notes.push(labels::NOTE_MIXED),
            By::Department => {}
        }
        let last = self.last_column();
        book.note_on_figures(sheet, (row, last), NOTE_WIDTH)?;
        for (row, note) in (row + 1..).zip(notes) {
            book.note(sheet, (row, last), NOTE_WIDTH, book.say(note))?;
        }
        Ok(())
    }
}
