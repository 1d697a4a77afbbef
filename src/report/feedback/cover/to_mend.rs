//! What must be mended, worst first: where it stands, what is wrong, what to write instead.

use super::{Cover, LAST, STYLES, WIDTHS};
use crate::model::finding::{Finding, Severity};
use crate::report::feedback::answer::Copy;
use crate::report::listing;
use crate::report::workbook::book::{fit, heads, paint, paint_number};
use crate::report::workbook::paint::Paint;
use crate::report::workbook::style::Weight;
use crate::rules;
use crate::words::{labels, shown};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Color, Format, FormatUnderline, IgnoreError, Url, Worksheet, XlsxError};
use std::sync::LazyLock;

/// Letters of a cell or a message that are quoted here.
const QUOTED: usize = 400;

impl Cover<'_, '_> {
    /// Errors, then warnings: where, what, and what to write instead.
    pub(super) fn list(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let note = self.style.note.clone();
        let all = self.answer.open.len();
        let most = self.answer.points;
        if all > most {
            let counts = [self.number(most as u64), self.number(all as u64)];
            let said = self.fill(labels::CUT_LIST, &[&counts[0], &counts[1]]);
            self.line(sheet, &said, &note)?;
        }
        if let Some(said) = self.cut_rows() {
            self.line(sheet, &said, &note)?;
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
        let mut painted = Paint::default();
        for (number, finding) in (1..).zip(self.answer.open.iter().take(most)) {
            self.finding((sheet, &mut painted), number, finding)?;
        }
        painted.apply(sheet)?;
        let last = self.row.saturating_sub(1).max(first);
        sheet.ignore_error_range(first, 0, last, LAST, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }

    /// Says that the copies do not hold every row of the submission.
    fn cut_rows(&self) -> Option<String> {
        let copies = self.answer.copies.iter();
        let cut = copies.filter(|copy| copy.layout.rows.len() < rows_of(copy));
        let (mut shown, mut all) = (0, self.answer.rows_left_out);
        for copy in cut {
            shown += copy.layout.rows.len();
            all += rows_of(copy);
        }
        let counts = [shown, all].map(|rows| self.number(rows as u64));
        (shown < all).then(|| self.fill(labels::CUT_ROWS, &[&counts[0], &counts[1]]))
    }

    fn finding(
        &mut self,
        (sheet, painted): (&mut Worksheet, &mut Paint<'static>),
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
        let quoted = |said: &str| shown::clipped(said, QUOTED).into_owned();
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
            quoted(finding.more().suggestion.as_deref().unwrap_or("")),
            finding.code.to_string(),
        ];
        let centred = self.style.centred(Weight::Plain);
        for (column, cell) in (0..).zip(&cells) {
            let at = (self.row, column);
            match (column, place) {
                (0 | 4, _) => paint_number((sheet, painted), at, cell, centred)?,
                (1, _) => {
                    let format = &OWN.severe[finding.severity as usize];
                    paint((sheet, painted), at, cell, format)?;
                }
                (3, Some((copy, row, column))) => {
                    let cell = row_col_to_cell(row, column);
                    let name = copy.name.replace('\'', "''");
                    let to = Url::new(format!("internal:'{name}'!{cell}")).set_text(cell);
                    sheet.write_url_with_format(at.0, at.1, to, &OWN.link)?;
                }
                (3 | 9, _) => paint((sheet, painted), at, cell, centred)?,
                _ => {
                    let format = self.style.text(Weight::Plain);
                    paint((sheet, painted), at, cell, format)?;
                }
            }
        }
        let texts: Vec<(&str, f64)> = cells.iter().map(String::as_str).zip(WIDTHS).collect();
        fit(sheet, self.row, &texts)?;
        self.row += 1;
        Ok(())
    }
}

/// Rows of the sheet that a copy shows.
fn rows_of(copy: &Copy) -> usize {
    let about = copy.file.about.as_ref();
    let sheet = about.and_then(|about| about.sheets.get(copy.sheet));
    sheet.map_or(0, |sheet| sheet.rows)
}

/// Formats of the list alone.
struct Own {
    /// By severity, on the colour that the faulty cell has.
    severe: [Format; 3],
    link: Format,
}

static OWN: LazyLock<Own> = LazyLock::new(|| {
    let centred = STYLES.centred(Weight::Plain);
    let severe = |severity| {
        let (fill, letters) = match severity {
            Severity::Error => (0xFFC7CE, 0x9C0006),
            Severity::Warning => (0xFFEB9C, 0x5C4400),
            Severity::Info => (0xDDEBF7, 0x1F3864),
        };
        let format = centred.clone().set_background_color(Color::RGB(fill));
        format.set_font_color(Color::RGB(letters)).set_bold()
    };
    let link = centred.clone().set_font_color(Color::RGB(0x0B57D0));
    Own {
        severe: [Severity::Error, Severity::Warning, Severity::Info].map(severe),
        link: link.set_underline(FormatUnderline::Single),
    }
});
