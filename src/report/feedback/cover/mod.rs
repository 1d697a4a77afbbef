//! The first sheet of an answer, which a clerk understands at a glance: received, counted, to mend, by when, whom to ask.

mod counted;
mod to_mend;

use super::answer::Answer;
use crate::model::document::Returned;
use crate::model::finding::{Finding, Severity};
use crate::model::submission::Department;
use crate::report::workbook::book::{fit, put, put_across};
use crate::report::workbook::style::{Styles, Weight, paper};
use crate::words::Words;
use crate::words::{labels, shown};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};
use std::sync::LazyLock;

/// Number, severity, sheet, cell, line, text of the cell, finding, what to do, suggestion, code.
const WIDTHS: [f64; 10] = [5.0, 11.0, 20.0, 8.0, 7.0, 24.0, 38.0, 36.0, 19.0, 8.0];
const LAST: u16 = WIDTHS.len() as u16 - 1;

/// Digests that one cell holds well.
const MARKED: usize = 100;

/// Formats of all answers of a run.
static STYLES: LazyLock<Styles> = LazyLock::new(Styles::default);

/// The sheet under construction.
struct Cover<'c, 'a> {
    answer: &'c Answer<'a>,
    style: &'static Styles,
    /// Row of the next line.
    row: u32,
    /// Parts begun.
    parts: u32,
}

/// Writes the guide, or the receipt where nothing is to be mended.
pub fn write(answer: &Answer) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    let lang = answer.edition.lang;
    sheet.set_name(labels::GUIDE_SHEET.in_lang(lang))?;
    paper(
        &mut sheet,
        &labels::fill(labels::PAGE_OF, lang, &["&P", "&N"]),
    );
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut cover = Cover {
        answer,
        style: &STYLES,
        row: 0,
        parts: 0,
    };
    cover.heading(&mut sheet)?;
    let asks = !answer.open.is_empty();
    if asks {
        cover.part(&mut sheet, labels::PART_STEPS)?;
        cover.steps(&mut sheet)?;
    }
    cover.part(&mut sheet, labels::PART_RECEIVED)?;
    cover.received(&mut sheet)?;
    cover.part(&mut sheet, labels::PART_COUNTED)?;
    cover.counted(&mut sheet)?;
    if asks {
        cover.part(&mut sheet, labels::PART_TO_MEND)?;
        cover.list(&mut sheet)?;
    }
    sheet.set_print_area(0, 0, cover.row.saturating_sub(1), LAST)?;
    cover.mark(&mut sheet)?;
    Ok(sheet)
}

impl Cover<'_, '_> {
    fn say(&self, words: Words) -> &'static str {
        words.in_lang(self.answer.edition.lang)
    }

    fn fill(&self, words: Words, values: &[&str]) -> String {
        labels::fill(words, self.answer.edition.lang, values)
    }

    fn number(&self, number: u64) -> String {
        shown::count(number, self.answer.edition.lang)
    }

    fn department(&self) -> Option<&Department> {
        let departments = &self.answer.edition.dataset.departments;
        departments.get(self.answer.department as usize)
    }

    /// A line of text over all columns.
    fn line(
        &mut self,
        sheet: &mut Worksheet,
        said: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        put_across(sheet, (self.row, 0, LAST), said, format)?;
        fit(sheet, self.row, &[(said, WIDTHS.iter().sum())])?;
        self.row += 1;
        Ok(())
    }

    /// Begins the next part, after an empty row.
    fn part(&mut self, sheet: &mut Worksheet, title: Words) -> Result<(), XlsxError> {
        self.parts += 1;
        self.row += 1;
        let title = format!("{}. {}", shown::roman(self.parts), self.say(title));
        put(sheet, (self.row, 0), &title, &self.style.part)?;
        sheet.set_row_height(self.row, 20)?;
        self.row += 1;
        Ok(())
    }

    /// Letterhead, title, addressee, and the whole answer in one sentence.
    fn heading(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let edition = self.answer.edition;
        let parent = edition.office.parent.to_uppercase();
        let name = edition.office.name.to_uppercase();
        put_across(sheet, (0, 0, 4), &parent, &self.style.parent)?;
        put_across(sheet, (1, 0, 4), &name, &self.style.office)?;
        let receipt = self.answer.open.is_empty();
        let title = if receipt {
            labels::RECEIPT_TITLE
        } else {
            labels::ANSWER_TITLE
        };
        put_across(sheet, (3, 0, LAST), self.say(title), &self.style.title)?;
        let dataset = edition.dataset;
        let years = [dataset.year.to_string(), dataset.results_year.to_string()];
        let years = self.fill(labels::TITLE_PLAN, &[&years[0], &years[1]]);
        put_across(sheet, (4, 0, LAST), &years, &self.style.subtitle)?;
        let to = self.department().map_or("", |department| &department.name);
        let to = self.fill(labels::ADDRESSEE, &[to]);
        put_across(sheet, (5, 0, LAST), &to, &self.style.subtitle)?;
        for (row, height) in [(0, 20), (1, 20), (2, 6), (3, 26), (4, 20), (5, 22), (6, 6)] {
            sheet.set_row_height(row, height)?;
        }
        self.row = 7;
        let verdict = self.verdict();
        let banner = banner(self.answer.count(Severity::Error) > 0, receipt);
        self.line(sheet, &verdict, &banner)
    }

    /// What is answered, below the print area, for programs that drop the properties of a workbook.
    fn mark(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let mut words = Vec::new();
        let marks = [
            (Returned::ANSWERS, self.answer.answered()),
            (Returned::RECEIPT, self.answer.told()),
        ];
        for (word, digests) in marks.into_iter().filter(|(_, digests)| !digests.is_empty()) {
            words.push(word);
            words.extend(digests.into_iter().take(MARKED));
        }
        let said = self.fill(labels::KEEP_MARK, &[&words.join(" ")]);
        let pale = Format::new().set_font_size(8).set_font_color(Color::Gray);
        put(sheet, (self.row + 1, 0), &said, &pale)
    }

    /// What is asked, by when, and of whom to ask more.
    fn verdict(&self) -> String {
        let count = |severity| self.number(self.answer.count(severity) as u64);
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let whom = self.fill(labels::WHOM_TO_ASK, &[&self.office()]);
        let asked = if self.answer.open.is_empty() {
            return format!("{}\n{whom}", self.say(labels::RECEIPT_TEXT));
        } else if self.answer.count(Severity::Error) > 0 {
            self.fill(labels::ASK_ERRORS, &[&errors, &warnings])
        } else {
            self.fill(labels::ASK_WARNINGS, &[&warnings])
        };
        format!("{asked}\n{} {whom}", self.deadline())
    }

    fn deadline(&self) -> String {
        let dataset = self.answer.edition.dataset;
        let Some(day) = dataset.deadline else {
            return self.say(labels::NO_DEADLINE).to_string();
        };
        let shown = format!("{:02}/{:02}/{}", day.day(), day.month(), day.year());
        let label = if dataset.after_deadline == Some(true) {
            labels::AFTER_DEADLINE
        } else {
            labels::BY_DEADLINE
        };
        self.fill(label, &[&shown])
    }

    fn office(&self) -> String {
        let office = self.answer.edition.office;
        match office.province.trim() {
            "" => office.name.clone(),
            province => {
                let province = self.fill(labels::PROVINCE, &[province]);
                format!("{} {province}", office.name)
            }
        }
    }

    fn steps(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let plain = self.style.text(Weight::Plain).clone();
        let plain = plain.set_border(FormatBorder::None);
        let mut steps = Vec::new();
        if self.answer.count(Severity::Error) > 0 {
            steps.push(labels::STEP_ERRORS);
        }
        if self.answer.count(Severity::Warning) > 0 {
            steps.push(labels::STEP_WARNINGS);
        }
        let nowhere = |finding: &Finding| self.answer.place(finding).is_none();
        if self.answer.open.iter().all(|finding| nowhere(finding)) {
            steps.clear();
        } else {
            steps.push(if self.answer.is_cut() {
                labels::STEP_OWN_FILE
            } else {
                labels::STEP_RETURN
            });
        }
        if self.answer.open.iter().any(|finding| nowhere(finding)) {
            steps.push(labels::STEP_RESEND);
        }
        for (number, step) in (1..).zip(steps) {
            let step = format!("{number}. {}", self.say(step));
            self.line(sheet, &step, &plain)?;
        }
        Ok(())
    }
}

/// The sentence that is read first: red with errors, yellow with warnings, green for a receipt.
fn banner(errors: bool, receipt: bool) -> Format {
    let fill = match (receipt, errors) {
        (true, _) => 0xE2F0D9,
        (false, true) => 0xFFC7CE,
        (false, false) => 0xFFF2CC,
    };
    Format::new()
        .set_font_name("Times New Roman")
        .set_font_size(13)
        .set_bold()
        .set_text_wrap()
        .set_indent(1)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_background_color(Color::RGB(fill))
}
