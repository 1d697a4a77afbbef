//! What must be mended, worst first: where it stands, what is wrong, what to write instead.

use super::{Cover, LAST, WIDTHS};
use crate::model::finding::{Finding, Lang, Severity};
use crate::publish::feedback::answer::Copy;
use crate::publish::workbook::book::{fit, heads, put, put_number};
use crate::publish::workbook::style::Weight;
use crate::publish::{labels, listing, text};
use crate::rules;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Color, Format, FormatUnderline, IgnoreError, Url, Worksheet, XlsxError};

/// Points that a person is shown; the marked cells show the others.
const MOST: usize = 5_000;
/// Letters of a cell or a message that are quoted here.
const QUOTED: usize = 400;

impl Cover<'_, '_> {
    /// Errors, then warnings: where, what, and what to write instead.
    pub(super) fn list(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
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
        let message = rules::message(finding, lang);
        // The rule speaks to the office, which reminds; the department sends.
        let hint = match finding.file {
            Some(_) => rules::department_hint(finding, lang),
            None => self.say(labels::SEND_TABLE).to_string(),
        };
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
            if matches!(column, 0 | 4) {
                put_number(sheet, (self.row, column), cell, &format)?;
            } else {
                put(sheet, (self.row, column), cell, &format)?;
            }
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
fn cut_rows(copy: &Copy, lang: Lang) -> Option<String> {
    let document = copy.file.document.as_ref()?;
    let all = document.sheets.get(copy.sheet)?.rows.len();
    let shown = copy.layout.rows.len();
    let counts = [shown, all].map(|rows| text::count(rows as u64, lang));
    (shown < all).then(|| labels::fill(labels::CUT_ROWS, lang, &[&counts[0], &counts[1]]))
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
