//! The province's annexes in the departments' own form, ready to print, with the hidden code columns
//! that every figure of the workbook is summed from.

use super::book::{Book, figure, heads, put, put_across};
use super::codes::{Code, Condition, FORM_COLUMNS, Source, value};
use super::form::{self, AMOUNT, PEOPLE, totals_of};
use super::paint::Paint;
use super::planned::Places;
use super::planned_rows::{Plan, place};
use super::style::{self, Number, Weight};
use crate::edition::Edition;
use crate::model::comparison::Comparison;
use crate::model::dataset::{FileRead, Reader};
use crate::model::delegation::{Delegation, RowState};
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use crate::report::listing;
use crate::words::{labels, shown};
use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};

/// Rows of the title above the form's head.
const TITLE_ROWS: u32 = 4;
/// First row below the number row.
const FIRST_ROW: u32 = TITLE_ROWS + 2;

/// The rows of one annex by kind and department, and where they will stand.
#[derive(Debug)]
pub struct Annex<'a> {
    direction: Direction,
    blocks: Vec<Block<'a>>,
    /// The plan that an earlier campaign published for the year of the results.
    planned: Option<Plan<'a>>,
    /// Accepted rows.
    pub rows: usize,
}

#[derive(Debug)]
struct Block<'a> {
    kind: Kind,
    departments: Vec<(u32, Vec<(&'a FileRead, &'a Delegation)>)>,
    /// Listed after the total, without codes.
    not_held: Vec<(&'a FileRead, &'a Delegation)>,
}

impl<'a> Annex<'a> {
    /// Groups the accepted rows of both directions, in the order of [`Direction::ALL`].
    pub fn plan(edition: &Edition<'a>) -> [Annex<'a>; 2] {
        let dataset = edition.dataset;
        let mut annexes = Direction::ALL.map(|direction| Annex {
            direction,
            blocks: Vec::new(),
            planned: edition.planned.ok().map(|plan| Plan::of(plan, direction)),
            rows: 0,
        });
        for annex in &mut annexes {
            let kinds = listing::kinds(edition.summary).into_iter();
            let blocks = kinds.map(|kind| Block {
                kind,
                departments: (0..)
                    .zip(vec![Vec::new(); dataset.departments.len()])
                    .collect(),
                not_held: Vec::new(),
            });
            annex.blocks = blocks.collect();
        }
        for (file, row) in dataset.rows() {
            let annex = row
                .direction
                .map(|direction| &mut annexes[direction as usize]);
            let Some(annex) = annex else { continue };
            let Some(block) = annex.blocks.iter_mut().find(|block| block.kind == row.kind) else {
                continue;
            };
            match row.state {
                RowState::Accepted => {
                    block.departments[file.department as usize]
                        .1
                        .push((file, row));
                    annex.rows += 1;
                }
                RowState::NotHeld => block.not_held.push((file, row)),
                _ => {}
            }
        }
        for block in annexes.iter_mut().flat_map(|annex| &mut annex.blocks) {
            block.departments.retain(|(_, rows)| !rows.is_empty());
        }
        annexes
    }

    /// Where the code columns stand: one group row, rows and a subtotal for each department, between
    /// the head and the total of each kind.
    pub fn source(&self, sheet: &str) -> Source {
        let blocks: usize = self.blocks.iter().map(Block::lines).sum();
        let lines = blocks + self.planned.as_ref().map_or(0, Plan::lines);
        Source::new(sheet, FIRST_ROW, FIRST_ROW + lines as u32 - 1)
    }

    /// Where its results and the planned rows below them stand.
    pub fn places(&self, comparison: &Comparison, places: &mut Places) {
        for (at, block) in self.blocks.iter().enumerate() {
            for (department, (_, rows)) in (1..).zip(&block.departments) {
                for (number, (file, row)) in (1..).zip(rows) {
                    if let Some(result) = comparison.position(file, row) {
                        places.results[result as usize] = place(at, department, number);
                    }
                }
            }
        }
        if let Some(plan) = &self.planned {
            plan.places(self.blocks.len(), places);
        }
    }

    fn titles(&self, book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let (annex, title) = match self.direction {
            Direction::Outbound => (labels::ANNEX_ONE, labels::ANNEX_OUTBOUND),
            Direction::Inbound => (labels::ANNEX_TWO, labels::ANNEX_INBOUND),
        };
        let mut full = book.say(title).to_string();
        let province = book.province();
        if !province.is_empty() {
            full = format!("{full} - {}", province.to_uppercase());
        }
        let last = FORM_COLUMNS - 1;
        put_across(sheet, (0, 0, last), book.say(annex), &book.style.title)?;
        put_across(sheet, (1, 0, last), &full, &book.style.title)?;
        let enclosed = book.fill(labels::ENCLOSED, &[&book.edition.office.name]);
        put_across(sheet, (2, 0, last), &enclosed, &book.style.enclosed)?;
        for row in 0..3 {
            sheet.set_row_height(row, 24)?;
        }
        Ok(())
    }

    fn head(&self, book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let place = match self.direction {
            Direction::Outbound => labels::FORM_TO,
            Direction::Inbound => labels::FORM_FROM,
        };
        let names = [
            labels::NUMBER,
            labels::FORM_NAME,
            labels::FORM_HEAD,
            place,
            labels::FORM_PARTNER,
            labels::FORM_CONTENT,
            labels::FORM_PEOPLE,
            labels::FORM_DAYS,
            labels::FORM_PERIOD,
            labels::FORM_MONEY,
            labels::FORM_NOTES,
        ]
        .map(|name| book.say(name));
        heads(sheet, (TITLE_ROWS, 0), &names, &book.style.head)?;
        sheet.set_row_height(TITLE_ROWS, 34)?;
        for column in 0..FORM_COLUMNS {
            let number = f64::from(column + 1);
            sheet.write_number_with_format(
                TITLE_ROWS + 1,
                column,
                number,
                &book.style.number_row,
            )?;
        }
        for (code, name) in Code::ALL {
            sheet.write_string(TITLE_ROWS, code.column(), name)?;
        }
        Ok(())
    }

    /// Writes the sheet.
    pub fn write(&self, book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        style::paper(sheet, &book.fill(labels::PAGE_OF, &["&P", "&N"]));
        for (column, width) in (0..).zip(form::WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        self.titles(book, sheet)?;
        if book.sources.is_none() {
            let width = form::WIDTHS.iter().sum();
            return book.note(
                sheet,
                (TITLE_ROWS, FORM_COLUMNS - 1),
                width,
                &book.note_plain(),
            );
        }
        self.head(book, sheet)?;
        let (mut row, mut paint) = (FIRST_ROW, Paint::default());
        for (letter, block) in ('A'..='Z').zip(&self.blocks) {
            row = self.block(book, (sheet, &mut paint), row, (letter, block))?;
        }
        paint.apply(sheet)?;
        if let Some(plan) = &self.planned {
            row = plan.write(book, sheet, row, self.blocks.len())?;
        }
        let last = FORM_COLUMNS - 1;
        sheet.autofilter(TITLE_ROWS + 1, 0, row - 1, last)?;
        let all = (TITLE_ROWS, row - 1, Code::PlanOnline.column());
        sheet.ignore_error_range(all.0, 0, all.1, all.2, IgnoreError::NumberStoredAsText)?;
        sheet.set_freeze_panes(FIRST_ROW, 2)?;
        sheet.set_repeat_rows(TITLE_ROWS, TITLE_ROWS + 1)?;
        book.signature(sheet, row + 1, (0, 3), (7, last))?;
        sheet.set_print_area(0, 0, row + 7, last)?;
        let codes = Code::ALL.map(|(code, _)| code.column());
        sheet.set_column_range_hidden(codes[0], codes[codes.len() - 1])?;
        Ok(())
    }

    fn block<'b>(
        &self,
        book: &'b Book,
        (sheet, paint): (&mut Worksheet, &mut Paint<'b>),
        row: u32,
        (letter, block): (char, &Block),
    ) -> Result<u32, XlsxError> {
        let edition = &book.edition;
        let year = match block.kind {
            Kind::Plan => edition.dataset.year,
            Kind::Realised => edition.dataset.results_year,
        };
        let title = labels::kind_of_year(block.kind, year, book.lang()).to_uppercase();
        group_row(
            book,
            sheet,
            row,
            (&letter.to_string(), &title),
            Weight::Total,
        )?;
        let mut row = row + 1;
        if block.departments.is_empty() {
            let nothing = book.say(labels::NOTHING);
            group_row(book, sheet, row, ("", nothing), Weight::Plain)?;
            row += 1;
        }
        for (number, (department, rows)) in (1..).zip(&block.departments) {
            let name = &edition.dataset.departments[*department as usize].name;
            let roman = shown::roman(number);
            group_row(book, sheet, row, (&roman, name), Weight::Group)?;
            row += 1;
            let mut sum = Totals::default();
            let mut reader = Reader::default();
            for (number, (file, delegation)) in (1..).zip(rows) {
                let file = reader.open(file);
                form::form_row(book, (sheet, paint), row, number, (file, delegation))?;
                form::code_row(book, sheet, row, (file, delegation))?;
                sum += totals_of(delegation);
                row += 1;
            }
            let condition = Condition {
                department: Some(department + 1),
                ..Condition::kind(block.kind)
            };
            let label = book.fill(labels::SUBTOTAL_OF, &[&shown::clipped(name, 200)]);
            self.sum_row(book, sheet, row, &label, (&sum, &condition, Weight::Group))?;
            row += 1;
        }
        let all = listing::grand_totals(edition.summary, block.kind, self.direction);
        let label = book.fill(labels::TOTAL_OF, &[&title]);
        let condition = Condition::kind(block.kind);
        self.sum_row(book, sheet, row, &label, (&all, &condition, Weight::Total))?;
        not_held_rows(book, (sheet, paint), row + 1, &block.not_held)
    }

    /// A subtotal or total: how many delegations, people and đồng.
    fn sum_row(
        &self,
        book: &Book,
        sheet: &mut Worksheet,
        row: u32,
        label: &str,
        (sum, condition, weight): (&Totals, &Condition, Weight),
    ) -> Result<(), XlsxError> {
        group_row(book, sheet, row, ("", ""), weight)?;
        let label = shown::visible(label).into_owned();
        let counted = book.say(labels::COUNTED);
        if let Some(formula) = book.sum(self.direction, Code::Delegations, condition) {
            let formula = format!(
                "\"{}: \"&{formula}&\" {counted}\"",
                label.replace('"', "\"\"")
            );
            let formula = rust_xlsxwriter::Formula::new(formula)
                .set_result(format!("{label}: {} {counted}", sum.delegations));
            sheet.write_formula_with_format(row, 1, formula, book.style.run_over(weight))?;
        }
        for (column, measure) in [(PEOPLE, Code::People), (AMOUNT, Code::Amount)] {
            let formula = book.sum(self.direction, measure, condition);
            let number = value(sum, measure);
            let format = book.style.number(Number::Count, number, weight);
            figure(sheet, (row, column), formula, number, format)?;
        }
        Ok(())
    }
}

impl Block<'_> {
    /// Rows of the sheet: head, total, and for each department its group row, rows and subtotal.
    fn lines(&self) -> usize {
        let departments = self.departments.iter();
        let nothing = usize::from(self.departments.is_empty());
        let not_held = self.not_held.len() + usize::from(!self.not_held.is_empty());
        2 + nothing + not_held + departments.map(|(_, rows)| rows.len() + 2).sum::<usize>()
    }
}

/// What was postponed, cancelled or held online; gives the next free row.
fn not_held_rows<'b>(
    book: &'b Book,
    (sheet, paint): (&mut Worksheet, &mut Paint<'b>),
    row: u32,
    rows: &[(&FileRead, &Delegation)],
) -> Result<u32, XlsxError> {
    if rows.is_empty() {
        return Ok(row);
    }
    let title = book.say(labels::NOT_HELD);
    group_row(book, sheet, row, ("", title), Weight::Group)?;
    let mut reader = Reader::default();
    for (number, (file, delegation)) in (1..).zip(rows) {
        let here = (reader.open(file), *delegation);
        form::form_row(book, (sheet, paint), row + number, number, here)?;
    }
    Ok(row + 1 + rows.len() as u32)
}

/// A row over the whole form whose text runs over the empty cells.
pub fn group_row(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    (number, label): (&str, &str),
    weight: Weight,
) -> Result<(), XlsxError> {
    put(sheet, (row, 0), number, book.style.centred(weight))?;
    put(sheet, (row, 1), label, book.style.run_over(weight))?;
    for column in 2..FORM_COLUMNS - 1 {
        sheet.write_blank(row, column, book.style.run_over(weight))?;
    }
    sheet.write_blank(row, FORM_COLUMNS - 1, book.style.run_end(weight))?;
    sheet.set_row_height(row, 20)?;
    Ok(())
}
