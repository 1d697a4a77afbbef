//! The first sheet of a feedback workbook, which a clerk understands at a glance: received, counted, to correct, by when, whom to ask.

mod counted;
mod readings;
mod to_correct;

use super::contents::Feedback;
use crate::model::document::Returned;
use crate::model::finding::{Finding, Lang, Severity};
use crate::model::submission::Department;
use crate::report::sheet::style::{STYLES, Weight, font};
use crate::report::sheet::{Sheet, text_width};
use crate::report::speak::Speak;
use crate::report::table::part::years_name;
use crate::rules;
use crate::words::{Words, labels, shown};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// Number, severity, sheet, cell, line, text of the cell, finding, what to do, suggestion, code.
const WIDTHS: [f64; 10] = [5.0, 11.0, 20.0, 8.0, 7.0, 24.0, 38.0, 36.0, 19.0, 8.0];
const LAST: u16 = WIDTHS.len() as u16 - 1;

/// Height of a line of the banner, in points, and what its larger bold letters leave of a width.
const BANNER_LINE: f64 = 18.0;
const BANNER_WIDTH: f64 = 0.85;

/// Digests that one cell holds well.
const MARKED: usize = 100;

/// The sheet under construction.
struct Cover<'c, 'a> {
    feedback: &'c Feedback<'a>,
    sheet: Sheet,
    /// Parts begun.
    parts: u32,
}

/// Writes the guide, or the receipt where nothing is to be corrected.
pub fn write(feedback: &Feedback) -> Result<Worksheet, XlsxError> {
    let lang = feedback.edition.lang;
    let mut sheet = Sheet::named(lang.say(labels::GUIDE_SHEET));
    sheet.landscape_fitted();
    sheet.columns(&WIDTHS);
    let mut cover = Cover {
        feedback,
        sheet,
        parts: 0,
    };
    cover.heading();
    let asks = !feedback.open.is_empty();
    if asks {
        cover.part(labels::PART_STEPS);
        cover.steps();
    }
    cover.part(labels::PART_RECEIVED);
    cover.received();
    cover.readings();
    cover.part(labels::PART_COUNTED);
    cover.counted();
    if asks {
        cover.part(match feedback.count(Severity::Error) {
            0 => labels::PART_TO_CHECK,
            _ => labels::PART_TO_MEND,
        });
        cover.list();
    }
    let last = cover.sheet.row.saturating_sub(1);
    cover.sheet.print_to(last, LAST);
    cover.mark();
    cover.sheet.finish()
}

impl Speak for Cover<'_, '_> {
    fn lang(&self) -> Lang {
        self.feedback.edition.lang
    }
}

impl Cover<'_, '_> {
    fn department(&self) -> Option<&Department> {
        let departments = &self.feedback.edition.dataset.departments;
        departments.get(self.feedback.department as usize)
    }

    /// A line of text over all columns.
    fn line(&mut self, text: &str, format: &Format) {
        self.sheet.across(0..=LAST, text, format);
        self.sheet.fit();
        self.sheet.next();
    }

    /// Begins the next part, after an empty row.
    fn part(&mut self, title: Words) {
        self.parts += 1;
        self.sheet.next();
        let title = format!("{}. {}", shown::roman(self.parts), self.say(title));
        self.sheet.text(0, &title, &STYLES.section_title);
        self.sheet.height(20.0);
        self.sheet.next();
    }

    /// Letterhead, title, addressee, and the whole feedback in one sentence.
    fn heading(&mut self) {
        let edition = &self.feedback.edition;
        let receipt = self.feedback.open.is_empty();
        let title = match receipt {
            true => labels::RECEIPT_TITLE,
            false => labels::ANSWER_TITLE,
        };
        let to = self.department().map_or("", |department| &department.name);
        let to = self.fill(labels::ADDRESSEE, &[to]);
        let sheet = &mut self.sheet;
        sheet.heights(&[20.0, 20.0, 6.0, 26.0, 20.0, 22.0, 18.0, 6.0]);
        sheet.across(0..=4, &edition.office.parent.to_uppercase(), &STYLES.parent);
        sheet.next();
        sheet.across(0..=4, &edition.office.name.to_uppercase(), &STYLES.office);
        sheet.go_to(3);
        sheet.across(0..=LAST, edition.say(title), &STYLES.title);
        sheet.next();
        sheet.across(0..=LAST, &years_name(edition), &STYLES.subtitle);
        sheet.next();
        sheet.across(0..=LAST, &to, &STYLES.subtitle);
        sheet.next();
        let receipt_line = self.receipt_line();
        let plain = font(12.0).set_italic().set_align(FormatAlign::Center);
        self.sheet.across(0..=LAST, &receipt_line, &plain);
        self.sheet.go_to(8);
        let banner = banner(self.feedback.count(Severity::Error) > 0, receipt);
        let verdict = self.verdict();
        self.sheet.across(0..=LAST, &verdict, &banner);
        let width = WIDTHS.iter().sum::<f64>() * BANNER_WIDTH;
        let lines = text_width::lines_in_column(&verdict, width);
        self.sheet.height(BANNER_LINE * lines as f64 + 8.0);
        self.sheet.next();
    }

    /// What a reply replaces, below the print area, for programs that drop the properties of a workbook.
    fn mark(&mut self) {
        let mut words = Vec::new();
        let marks = [
            (Returned::ANSWERS, self.feedback.replaces()),
            (Returned::RECEIPT, self.feedback.speaks_of()),
        ];
        for (word, digests) in marks.into_iter().filter(|(_, digests)| !digests.is_empty()) {
            words.push(word);
            words.extend(digests.into_iter().take(MARKED));
        }
        let mark = self.fill(labels::KEEP_MARK, &[&words.join(" ")]);
        let pale = Format::new().set_font_size(8).set_font_color(Color::Gray);
        self.sheet.next();
        self.sheet.text(0, &mark, &pale);
    }

    /// The number of this feedback and the deadline of the campaign.
    fn receipt_line(&self) -> String {
        let number = self.fill(labels::RECEIPT_NUMBER, &[&self.feedback.number()]);
        match self.day() {
            Some(day) => format!("{number}. {}.", self.fill(labels::DEADLINE_WAS, &[&day])),
            None => number,
        }
    }

    /// What is asked, by when, and of whom to ask more.
    fn verdict(&self) -> String {
        let count = |severity| self.count(self.feedback.count(severity) as u64);
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let whom = self.fill(labels::WHOM_TO_ASK, &[&self.contact()]);
        if self.feedback.open.is_empty() {
            return format!("{}\n{whom}", self.say(labels::RECEIPT_TEXT));
        }
        let mut asked = match (&*errors, &*warnings) {
            ("0", _) => self.fill(labels::ASK_WARNINGS, &[&warnings, "III"]),
            (_, "0") => self.fill(labels::ASK_ERRORS_ALONE, &[&errors]),
            _ => self.fill(labels::ASK_ERRORS, &[&errors, &warnings]),
        };
        let missing = self.missing();
        if !missing.is_empty() {
            let missing = self.fill(labels::ASK_TABLES, &[&missing.join(", ")]);
            asked = format!("{asked} {missing}");
        }
        let must_send = errors != "0" || !missing.is_empty();
        let by = match must_send {
            true => self.deadline(),
            false => self.say(labels::ASK_IF_WRONG).to_string(),
        };
        format!("{asked}\n{by} {whom}")
    }

    /// The tables that are still to be sent after the deadline.
    fn missing(&self) -> Vec<&'static str> {
        let dataset = self.feedback.edition.dataset;
        if dataset.after_deadline != Some(true) {
            return Vec::new();
        }
        let missing = dataset.missing().into_iter();
        let own = missing.filter(|(department, _)| *department == self.feedback.department);
        own.map(|(_, due)| {
            let [vi, en] = rules::table_name(due);
            self.lang().pick(vi, en)
        })
        .collect()
    }

    /// The deadline as a day.
    fn day(&self) -> Option<String> {
        let day = self.feedback.edition.dataset.deadline?;
        Some(format!(
            "{:02}/{:02}/{}",
            day.day(),
            day.month(),
            day.year()
        ))
    }

    fn deadline(&self) -> String {
        let Some(day) = self.day() else {
            return self.say(labels::NO_DEADLINE).to_string();
        };
        let label = match self.feedback.edition.dataset.after_deadline {
            Some(true) => labels::AFTER_DEADLINE,
            _ => labels::BY_DEADLINE,
        };
        self.fill(label, &[&day])
    }

    /// The office, with telephone and address where they are set.
    fn contact(&self) -> String {
        let office = self.feedback.edition.office;
        let name = match office.province.trim() {
            "" => office.name.clone(),
            province => {
                let province = self.fill(labels::PROVINCE, &[province]);
                format!("{} {province}", office.name)
            }
        };
        let parts = [&*name, office.phone.trim(), office.email.trim()];
        let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(", ")
    }

    fn steps(&mut self) {
        let plain = unframed();
        for (number, step) in (1..).zip(self.steps_to_take()) {
            let step = format!("{number}. {}", self.say(step));
            self.line(&step, &plain);
        }
    }

    fn steps_to_take(&self) -> Vec<Words> {
        let mut steps = Vec::new();
        if self.feedback.count(Severity::Error) > 0 {
            steps.push(labels::STEP_ERRORS);
        }
        if self.feedback.count(Severity::Warning) > 0 {
            steps.push(labels::STEP_WARNINGS);
        }
        let is_nowhere = |finding: &Finding| self.feedback.spot(finding).is_none();
        let mut open = self.feedback.open.iter();
        if open.clone().all(|finding| is_nowhere(finding)) {
            steps.clear();
        } else if self.feedback.is_cut() {
            steps.push(labels::STEP_OWN_FILE);
        } else if self.feedback.count(Severity::Error) > 0 {
            steps.push(labels::STEP_RETURN);
        } else {
            steps.push(labels::STEP_RETURN_IF);
        }
        if open.any(|finding| is_nowhere(finding)) {
            steps.push(labels::STEP_RESEND);
        }
        steps
    }
}

/// Text outside tables.
fn unframed() -> Format {
    let plain = STYLES.text(Weight::Plain).clone();
    plain.set_border(FormatBorder::None)
}

/// The sentence that is read first: red with errors, yellow with warnings, green for a receipt.
fn banner(errors: bool, receipt: bool) -> Format {
    let fill = match (receipt, errors) {
        (true, _) => 0xE2F0D9,
        (false, true) => 0xFFC7CE,
        (false, false) => 0xFFF2CC,
    };
    font(13.0)
        .set_bold()
        .set_text_wrap()
        .set_indent(1)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_background_color(Color::RGB(fill))
}
