//! The first sheet of an answer, which a clerk understands at a glance: received, counted, to mend, by when, whom to ask.

use super::answer::{Answer, Copy};
use crate::model::dataset::{FileRead, FileState, RowAccount};
use crate::model::finding::{Finding, Severity};
use crate::model::section::{Direction, Kind};
use crate::model::submission::Department;
use crate::model::summary::Totals;
use crate::publish::workbook::book::{fit, heads, put, put_across, put_number};
use crate::publish::workbook::style::{Styles, Weight, paper};
use crate::publish::{labels, listing, text};
use crate::rules::{self, Words};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    Color, Format, FormatAlign, FormatBorder, FormatUnderline, IgnoreError, Url, Worksheet,
    XlsxError,
};

/// Points that a person is shown; the marked cells show the others.
const MOST: usize = 5_000;
/// Number, severity, sheet, cell, line, text of the cell, finding, what to do, suggestion, code.
const WIDTHS: [f64; 10] = [5.0, 11.0, 20.0, 8.0, 7.0, 24.0, 38.0, 36.0, 19.0, 8.0];
const LAST: u16 = WIDTHS.len() as u16 - 1;
/// Letters of a cell or a message that are quoted here.
const QUOTED: usize = 400;

/// The sheet under construction.
struct Cover<'c, 'a> {
    answer: &'c Answer<'a>,
    style: Styles,
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
        style: Styles::default(),
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
        cover.to_mend(&mut sheet)?;
    }
    sheet.set_print_area(0, 0, cover.row.saturating_sub(1), LAST)?;
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
        text::count(number, self.answer.edition.lang)
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
        let title = format!("{}. {}", text::roman(self.parts), self.say(title));
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
        if !self.answer.copies.is_empty() {
            let last = if self.answer.is_cut() {
                labels::STEP_OWN_FILE
            } else {
                labels::STEP_RETURN
            };
            steps.extend([labels::STEP_ERRORS, labels::STEP_WARNINGS, last]);
        }
        let nowhere = |finding: &Finding| self.answer.place(finding).is_none();
        if self.answer.open.iter().any(|finding| nowhere(finding)) {
            steps.push(labels::STEP_RESEND);
        }
        for step in steps {
            let step = self.say(step);
            self.line(sheet, step, &plain)?;
        }
        Ok(())
    }

    /// One line for each file.
    fn received(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let head = [
            labels::NUMBER,
            labels::FILE,
            labels::TABLES,
            labels::OUTCOME,
        ];
        let head = head.map(|name| self.say(name));
        self.spread(sheet, head, &self.style.head.clone())?;
        let files = self.answer.files.clone();
        for (number, (_, file)) in (1..).zip(files) {
            let path = &file.submission.path;
            // Year and folder are the department's own; what lies below them it named itself.
            let name = path.splitn(3, '/').nth(2).unwrap_or(path);
            let tables = self.tables(file);
            let outcome = self.outcome(file);
            let number = number.to_string();
            let cells = [number.as_str(), name, &tables, &outcome];
            self.spread(sheet, cells, &self.style.text(Weight::Plain).clone())?;
        }
        Ok(())
    }

    /// Number, file, tables and outcome over the columns of the sheet.
    fn spread(
        &mut self,
        sheet: &mut Worksheet,
        [number, file, tables, outcome]: [&str; 4],
        format: &Format,
    ) -> Result<(), XlsxError> {
        let centred = format.clone().set_align(FormatAlign::Center);
        put_number(sheet, (self.row, 0), number, &centred)?;
        let spans: [(&str, u16, u16); 3] = [(file, 1, 4), (tables, 5, 6), (outcome, 7, LAST)];
        let mut widths = Vec::new();
        for (said, first, last) in spans {
            put_across(sheet, (self.row, first, last), said, format)?;
            let columns = &WIDTHS[usize::from(first)..=usize::from(last)];
            widths.push((said, columns.iter().sum()));
        }
        fit(sheet, self.row, &widths)?;
        self.row += 1;
        Ok(())
    }

    /// The tables of a file in words, nil returns included.
    fn tables(&self, file: &FileRead) -> String {
        let mut tables = file.contained();
        tables.extend(self.answer.edition.dataset.nil_in_prose(file));
        tables.sort_unstable();
        tables.dedup();
        let names = tables.into_iter().map(|due| {
            let [vi, en] = rules::table_name(due);
            self.answer.edition.lang.pick(vi, en)
        });
        let joined = names.collect::<Vec<_>>().join(", ");
        let mut letters = joined.chars();
        let first = letters.next().map(char::to_uppercase);
        first.into_iter().flatten().chain(letters).collect()
    }

    fn outcome(&self, file: &FileRead) -> String {
        if file.state == FileState::Rejected {
            return self.say(labels::OUTCOME_REJECTED).to_string();
        }
        if let Some(original) = &file.duplicate_of {
            return self.fill(labels::OUTCOME_DOUBLE, &[original]);
        }
        if let (FileState::Superseded, Some((_, by))) = (file.state, file.superseded.first()) {
            return self.fill(labels::OUTCOME_REPLACED, &[by]);
        }
        let mut rows = RowAccount::default();
        file.delegations.iter().for_each(|row| rows.add(row.state));
        if rows.read == 0 {
            return self.say(labels::OUTCOME_NIL).to_string();
        }
        let parts = [
            (labels::ROWS_COUNTED, rows.accepted),
            (labels::ROWS_NOT_HELD, rows.not_held),
            (labels::ROWS_RETURNED, rows.rejected),
            (labels::ROWS_REPLACED, rows.superseded),
            (labels::ROWS_DOUBLE, rows.duplicate),
        ];
        let parts = parts.into_iter().filter(|(_, rows)| *rows > 0);
        let parts: Vec<String> = parts
            .map(|(label, rows)| self.fill(label, &[&self.number(rows)]))
            .collect();
        let read = self.fill(labels::ROWS_READ, &[&self.number(rows.read)]);
        format!("{read}: {}", parts.join(", "))
    }

    /// Delegations, people and person-days by kind and direction, as the province publishes them.
    fn counted(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let names = [
            labels::DELEGATIONS,
            labels::PEOPLE,
            labels::PERSON_DAYS,
            labels::RETURNED,
        ]
        .map(|name| self.say(name));
        let head = self.style.head.clone();
        put(sheet, (self.row, 0), self.say(labels::NUMBER), &head)?;
        put_across(sheet, (self.row, 1, 4), self.say(labels::TABLE), &head)?;
        heads(sheet, (self.row, 5), &names[..3], &head)?;
        put_across(sheet, (self.row, 8, LAST), names[3], &head)?;
        sheet.set_row_height(self.row, 20)?;
        self.row += 1;
        let pairs = Kind::ALL
            .into_iter()
            .flat_map(|kind| Direction::ALL.map(|direction| (kind, direction)));
        for (number, (kind, direction)) in (1..).zip(pairs) {
            self.count_line(sheet, number, (kind, direction))?;
        }
        Ok(())
    }

    fn count_line(
        &mut self,
        sheet: &mut Worksheet,
        number: u32,
        (kind, direction): (Kind, Direction),
    ) -> Result<(), XlsxError> {
        let edition = self.answer.edition;
        let dataset = edition.dataset;
        let slug = self.department().map_or("", |department| &department.slug);
        let own =
            edition.summary.by_department.iter().filter(|line| {
                line.key == slug && line.kind == kind && line.direction == direction
            });
        let mut totals = Totals::default();
        own.for_each(|line| totals += line.totals);
        let rows = self.answer.files.iter().flat_map(|(_, f)| &f.delegations);
        let rejected = rows.filter(|row| {
            row.state == crate::model::delegation::RowState::Rejected
                && row.kind == kind
                && row.direction == Some(direction)
        });
        let rejected = rejected.count() as u64;
        let year = match kind {
            Kind::Plan => dataset.year,
            Kind::Realised => dataset.results_year,
        };
        let way = self.say(labels::direction(direction));
        let table = format!("{way} - {}", labels::kind_of_year(kind, year, edition.lang));
        let centred = self.style.centred(Weight::Plain);
        put_number(sheet, (self.row, 0), &number.to_string(), centred)?;
        let plain = self.style.text(Weight::Plain);
        put_across(sheet, (self.row, 1, 4), &table, plain)?;
        let figures = [
            self.number(totals.delegations),
            self.number(totals.people),
            text::halves(totals.person_half_days, edition.lang),
        ];
        for (column, figure) in (5..).zip(&figures) {
            put(sheet, (self.row, column), figure, centred)?;
        }
        put_across(sheet, (self.row, 8, LAST), &self.number(rejected), centred)?;
        fit(sheet, self.row, &[(&table, 46.0)])?;
        self.row += 1;
        Ok(())
    }

    /// Errors, then warnings: where, what, and what to write instead.
    fn to_mend(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let lang = self.answer.edition.lang;
        let note = self.style.note.clone();
        let all = self.answer.open.len();
        if all > MOST {
            let counts = [self.number(MOST as u64), self.number(all as u64)];
            let said = self.fill(labels::CUT_LIST, &[&counts[0], &counts[1]]);
            self.line(sheet, &said, &note)?;
        }
        for copy in &self.answer.copies {
            if let Some(said) = cut_rows(copy, lang) {
                self.line(sheet, &said, &note)?;
            }
        }
        let names = [
            labels::NUMBER,
            labels::SEVERITY,
            labels::SHEET_OF,
            labels::CELL_AT,
            labels::LINE,
            labels::CELL,
            labels::PROBLEM,
            labels::EXPECTED,
            labels::SUGGESTED,
            labels::CODE,
        ]
        .map(|name| self.say(name));
        heads(sheet, (self.row, 0), &names, &self.style.head)?;
        sheet.set_row_height(self.row, 22)?;
        sheet.set_repeat_rows(self.row, self.row)?;
        self.row += 1;
        let first = self.row;
        for (number, finding) in (1..).zip(self.answer.open.iter().take(MOST)) {
            self.finding(sheet, number, finding)?;
        }
        let last = self.row.saturating_sub(1).max(first);
        sheet.ignore_error_range(first, 0, last, LAST, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }

    fn finding(
        &mut self,
        sheet: &mut Worksheet,
        number: u32,
        finding: &Finding,
    ) -> Result<(), XlsxError> {
        let edition = self.answer.edition;
        let lang = edition.lang;
        let file = listing::file_of(edition.dataset, finding);
        let place = self.answer.place(finding);
        let path = file.map_or("", |file| file.submission.path.as_str());
        let shown = place.map_or(path.splitn(3, '/').nth(2).unwrap_or(path), |(copy, ..)| {
            copy.name.as_str()
        });
        let quoted = |said: &str| text::clipped(said, QUOTED).into_owned();
        let line = match finding.place.line {
            0 => String::new(),
            line => line.to_string(),
        };
        let (message, hint) = (rules::message(finding, lang), rules::hint(finding, lang));
        let cells = [
            number.to_string(),
            self.say(labels::severity(finding.severity)).to_string(),
            shown.to_string(),
            String::new(),
            line,
            quoted(listing::cell_of(&edition, finding)),
            quoted(&message),
            quoted(&hint),
            quoted(finding.suggestion.as_deref().unwrap_or("")),
            finding.code.to_string(),
        ];
        for (column, cell) in (0..).zip(&cells) {
            let format = match column {
                0 | 3 | 4 | 9 => self.style.centred(Weight::Plain).clone(),
                1 => severe(self.style.centred(Weight::Plain), finding.severity),
                _ => self.style.text(Weight::Plain).clone(),
            };
            put_number(sheet, (self.row, column), cell, &format)?;
        }
        if let Some((copy, row, column)) = place {
            let cell = row_col_to_cell(row, column);
            let name = copy.name.replace('\'', "''");
            let to = Url::new(format!("internal:'{name}'!{cell}")).set_text(cell);
            let centred = self.style.centred(Weight::Plain).clone();
            let link = centred
                .set_font_color(Color::RGB(0x0B57D0))
                .set_underline(FormatUnderline::Single);
            sheet.write_url_with_format(self.row, 3, to, &link)?;
        }
        let texts: Vec<(&str, f64)> = cells.iter().map(String::as_str).zip(WIDTHS).collect();
        fit(sheet, self.row, &texts)?;
        self.row += 1;
        Ok(())
    }
}

/// Says that a copy does not hold every row of its submission.
fn cut_rows(copy: &Copy, lang: crate::model::finding::Lang) -> Option<String> {
    let document = copy.file.document.as_ref()?;
    let all = document.sheets.get(copy.sheet)?.rows.len();
    let shown = copy.layout.rows.len();
    let counts = [shown, all].map(|rows| text::count(rows as u64, lang));
    (shown < all).then(|| labels::fill(labels::CUT_ROWS, lang, &[&counts[0], &counts[1]]))
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

/// The severity of a finding on the colour that its cell has.
fn severe(format: &Format, severity: Severity) -> Format {
    let (fill, letters) = match severity {
        Severity::Error => (0xFFC7CE, 0x9C0006),
        Severity::Warning => (0xFFEB9C, 0x5C4400),
        Severity::Info => (0xDDEBF7, 0x1F3864),
    };
    let format = format.clone().set_background_color(Color::RGB(fill));
    format.set_font_color(Color::RGB(letters)).set_bold()
}
