//! The province's annexes in the departments' own form, ready to print, with the hidden code columns
//! that every figure of the workbook is summed from.

use super::book::{Book, Line};
use super::codes::{Basis, Code, Condition, FORM_COLUMNS, Source};
use super::form::{self, AMOUNT, Filled, FormCells, PEOPLE, form_row, group_row, totals_of};
use super::places::{Places, letter, place};
use super::planned_rows::Plan;
use crate::edition::Edition;
use crate::model::comparison::Comparison;
use crate::model::dataset::{FileRead, Reader};
use crate::model::delegation::{Delegation, RowState};
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use crate::report::listing;
use crate::report::sheet::style::{STYLES, Weight};
use crate::report::sheet::{Sheet, province_title};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::{Part, kind_name};
use crate::words::{labels, shown};
use rust_xlsxwriter::Formula;

/// Rows of the title above the form's header.
const TITLE_ROWS: u32 = 4;
/// First row below the number row.
const FIRST_ROW: u32 = TITLE_ROWS + 2;
const LAST: u16 = FORM_COLUMNS - 1;

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
    departments: Vec<Department<'a>>,
    /// Postponed, cancelled or online: listed after the total, without codes.
    not_held: Vec<AnnexRow<'a>>,
}

#[derive(Debug)]
struct Department<'a> {
    /// Index into the dataset's departments.
    index: u32,
    rows: Vec<AnnexRow<'a>>,
}

#[derive(Debug, Clone, Copy)]
struct AnnexRow<'a> {
    file: &'a FileRead,
    delegation: &'a Delegation,
}

impl<'a> Annex<'a> {
    /// Groups the accepted rows of both directions, in the order of [`Direction::ALL`].
    pub fn plan(edition: &Edition<'a>) -> [Annex<'a>; 2] {
        let dataset = edition.dataset;
        let departments = || (0..).zip(&dataset.departments);
        let block = |kind| Block {
            kind,
            departments: departments()
                .map(|(index, _)| Department {
                    index,
                    rows: Vec::new(),
                })
                .collect(),
            not_held: Vec::new(),
        };
        let mut annexes = Direction::ALL.map(|direction| Annex {
            direction,
            blocks: listing::kinds(edition.summary)
                .into_iter()
                .map(block)
                .collect(),
            planned: edition
                .planned
                .ok()
                .map(|plan| Plan::in_direction(plan, direction)),
            rows: 0,
        });
        for (file, delegation) in dataset.rows() {
            if let Some(direction) = delegation.direction {
                annexes[direction as usize].add(AnnexRow { file, delegation });
            }
        }
        for block in annexes.iter_mut().flat_map(|annex| &mut annex.blocks) {
            block.departments.retain(|own| !own.rows.is_empty());
        }
        annexes
    }

    fn add(&mut self, row: AnnexRow<'a>) {
        let mut blocks = self.blocks.iter_mut();
        let Some(block) = blocks.find(|block| block.kind == row.delegation.kind) else {
            return;
        };
        match row.delegation.state {
            RowState::Accepted => {
                block.departments[row.file.department as usize]
                    .rows
                    .push(row);
                self.rows += 1;
            }
            RowState::NotHeld => block.not_held.push(row),
            _ => {}
        }
    }

    /// Where the code columns stand: a row of sums and the rows of each department, between
    /// the title and the total of each kind.
    pub fn source(&self, sheet: &str) -> Source {
        let blocks: usize = self.blocks.iter().map(Block::lines).sum();
        let lines = blocks + self.planned.as_ref().map_or(0, Plan::lines);
        Source::new(sheet, FIRST_ROW, FIRST_ROW + lines as u32 - 1)
    }

    /// Where its results and the planned rows below them stand.
    pub fn places(&self, comparison: &Comparison, places: &mut Places) {
        for (index, block) in self.blocks.iter().enumerate() {
            for (department, own) in (1..).zip(&block.departments) {
                for (number, row) in (1..).zip(&own.rows) {
                    if let Some(result) = comparison.position(row.file, row.delegation) {
                        places.results[result as usize] = place(index, department, number);
                    }
                }
            }
        }
        if let Some(plan) = &self.planned {
            plan.places(self.blocks.len(), places);
        }
    }

    /// Writes the sheet.
    pub fn write(&self, book: &Book, sheet: &mut Sheet) {
        self.filled(book).set_up(sheet);
        self.title(book, sheet);
        if book.sources.is_none() {
            return sheet.note(&book.note_plain());
        }
        self.header(book, sheet);
        for (index, block) in self.blocks.iter().enumerate() {
            self.block(book, sheet, &letter(index), block);
        }
        if let Some(plan) = &self.planned {
            plan.write(book, sheet, self.blocks.len());
        }

        let last = sheet.row - 1;
        sheet.filter(TITLE_ROWS + 1..=last);
        sheet.allow_numbers_as_text(TITLE_ROWS..=last, Code::PlanOnline.column());
        sheet.freeze(FIRST_ROW, 2);
        sheet.repeat(TITLE_ROWS..=TITLE_ROWS + 1);
        sheet.keep_with_next();
        sheet.next();
        sheet.keep_with_next();
        sheet.signature(&book.edition, 0..=3, 6..=LAST);
        sheet.go_to(last + 8);
        sheet.print_to(last + 8, LAST);
        sheet.paginate();
        sheet.hide(Code::Kind.column()..=Code::PlanOnline.column());
    }

    /// Which columns of the form any row fills.
    fn filled(&self, book: &Book) -> Filled {
        let mut filled = Filled::default();
        let mut reader = Reader::default();
        for block in &self.blocks {
            let accepted = block.departments.iter().flat_map(|own| &own.rows);
            for row in accepted.chain(&block.not_held) {
                let file = reader.open(row.file);
                filled.add(&FormCells::of(book, file, row.delegation));
            }
        }
        if let Some(plan) = &self.planned {
            plan.fill(&mut filled);
        }
        filled
    }

    fn title(&self, book: &Book, sheet: &mut Sheet) {
        let (annex, title) = match self.direction {
            Direction::Outbound => (labels::ANNEX_ONE, labels::ANNEX_OUTBOUND),
            Direction::Inbound => (labels::ANNEX_TWO, labels::ANNEX_INBOUND),
        };
        let enclosed = book.fill(labels::ENCLOSED, &[&book.edition.office.name]);
        let title = province_title(&book.edition, title);
        for text in [book.say(annex), &title] {
            sheet.across(0..=LAST, text, &STYLES.title);
            sheet.next();
        }
        sheet.across(0..=LAST, &enclosed, &STYLES.enclosed);
        sheet.heights(&[24.0; 3]);
        sheet.go_to(TITLE_ROWS);
    }

    fn header(&self, book: &Book, sheet: &mut Sheet) {
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
        ];
        sheet.headings(0, names.map(|name| book.say(name)));
        for (code, name) in Code::ALL {
            sheet.code(code.column(), name);
        }
        sheet.fit();
        sheet.keep_with_next();
        sheet.next();
        for column in 0..FORM_COLUMNS {
            sheet.number(column, f64::from(column + 1), &STYLES.number_row);
        }
        sheet.next();
    }

    fn block(&self, book: &Book, sheet: &mut Sheet, letter: &str, block: &Block) {
        let title = kind_name(&book.edition, block.kind).to_uppercase();
        group_row(sheet, letter, &title, Weight::Total);
        sheet.keep_with_next();
        sheet.next();
        if block.departments.is_empty() {
            group_row(sheet, "", book.say(labels::NOTHING), Weight::Plain);
            sheet.next();
        }
        let part = Part {
            kind: block.kind,
            direction: self.direction,
        };
        for (number, department) in (1..).zip(&block.departments) {
            department.write(book, sheet, number, part);
        }

        let all = part.totals(book.edition.summary);
        let line = Line::sum(Condition::part(part), all, Weight::Total);
        sum_row(
            book,
            sheet,
            "",
            &book.fill(labels::TOTAL_OF, &[&title]),
            &line,
        );
        not_held_rows(book, sheet, &block.not_held);
    }
}

impl Department<'_> {
    /// The name of a department with its sums, and its rows.
    fn write(&self, book: &Book, sheet: &mut Sheet, number: u32, part: Part) {
        let name = &book.edition.dataset.departments[self.index as usize].name;
        let mut totals = Totals::default();
        for row in &self.rows {
            totals += totals_of(row.delegation);
        }
        let condition = Condition {
            department: Some(self.index + 1),
            ..Condition::part(part)
        };
        let line = Line::sum(condition, totals, Weight::Group);
        sheet.keep_with_next();
        sum_row(
            book,
            sheet,
            &shown::roman(number),
            &shown::clipped(name, 200),
            &line,
        );

        let mut reader = Reader::default();
        for (number, row) in (1..).zip(&self.rows) {
            let file = reader.open(row.file);
            form_row(sheet, number, &FormCells::of(book, file, row.delegation));
            form::code_row(book, sheet, file, row.delegation);
            sheet.next();
        }
    }
}

impl Block<'_> {
    /// Rows of the sheet: title, total, and for each department its name and rows.
    fn lines(&self) -> usize {
        let departments = self.departments.iter();
        let nothing = usize::from(self.departments.is_empty());
        let not_held = self.not_held.len() + usize::from(!self.not_held.is_empty());
        2 + nothing + not_held + departments.map(|own| own.rows.len() + 1).sum::<usize>()
    }
}

/// The sums of a department or of a kind: how many delegations, people and đồng.
fn sum_row(book: &Book, sheet: &mut Sheet, number: &str, label: &str, line: &Line) {
    group_row(sheet, number, "", line.weight);
    let label = shown::visible(label);
    let counted = book.say(labels::COUNTED);
    if let Some(sum) = book.formula(Basis::Sum, Measure::Delegations, &line.condition) {
        let quoted = label.replace('"', "\"\"");
        let formula = Formula::new(format!("\"{quoted}: \"&{sum}&\" {counted}\""))
            .set_result(format!("{label}: {} {counted}", line.totals.delegations));
        sheet.formula(1, formula, STYLES.run_over(line.weight));
    }
    for (column, measure) in [(PEOPLE, Measure::People), (AMOUNT, Measure::Amount)] {
        sheet.figure(column, book.figure(line, measure));
    }
    sheet.next();
}

/// What was postponed, cancelled or held online.
fn not_held_rows(book: &Book, sheet: &mut Sheet, rows: &[AnnexRow]) {
    if rows.is_empty() {
        return;
    }
    group_row(sheet, "", book.say(labels::NOT_HELD), Weight::Group);
    sheet.keep_with_next();
    sheet.next();
    let mut reader = Reader::default();
    for (number, row) in (1..).zip(rows) {
        let cells = FormCells::of(book, reader.open(row.file), row.delegation);
        form_row(sheet, number, &cells);
        sheet.next();
    }
}
