//! What must be corrected, worst first: where it stands, what is wrong, what to write instead.

use super::{Cover, LAST, WIDTHS};
use crate::model::finding::{self, Finding};
use crate::report::feedback::contents::{Copy, Feedback, Spot};
use crate::report::feedback::style::colours;
use crate::report::listing;
use crate::report::sheet::style::{STYLES, Weight};
use crate::report::sheet::{plain, sheet_cells};
use crate::report::speak::Speak;
use crate::report::table::{Cells, Row, Spec, Value};
use crate::rules;
use crate::words::{labels, shown};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Color, Format, FormatUnderline, Url};
use std::sync::LazyLock;

/// Letters of a cell or a message that are quoted here.
const QUOTED: usize = 400;

/// A finding as a point to correct.
struct Point<'p, 'a> {
    feedback: &'p Feedback<'a>,
    number: u32,
    finding: &'p Finding,
    spot: Option<Spot<'p, 'a>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PointColumn {
    Number,
    Severity,
    Sheet,
    /// A link to the cell in its copy.
    Link,
    Line,
    Cell,
    Problem,
    Expected,
    Suggested,
    Code,
}

use PointColumn::*;

const COLUMNS: [PointColumn; 10] = [
    Number, Severity, Sheet, Link, Line, Cell, Problem, Expected, Suggested, Code,
];

impl Row for Point<'_, '_> {
    type Column = PointColumn;

    fn spec(column: PointColumn) -> Spec {
        let (field, heading, cells) = match column {
            Number => ("number", labels::NUMBER, Cells::Numeral),
            Severity => ("severity", labels::SEVERITY, Cells::Centred),
            Sheet => ("sheet", labels::SHEET_OF, Cells::Text),
            Link => ("link", labels::CELL_AT, Cells::Centred),
            Line => ("line", labels::LINE, Cells::Numeral),
            Cell => ("cell", labels::CELL, Cells::Quoted),
            Problem => ("message", labels::PROBLEM, Cells::Text),
            Expected => ("expected", labels::EXPECTED, Cells::Text),
            Suggested => ("suggested", labels::SUGGESTED, Cells::Quoted),
            Code => ("code", labels::CODE, Cells::Centred),
        };
        Spec {
            field,
            heading,
            width: WIDTHS[column as usize],
            cells,
        }
    }

    fn value(&self, column: PointColumn) -> Value<'_> {
        let (edition, finding) = (&self.feedback.edition, self.finding);
        let quoted = |text: &str| Value::from(shown::clipped(text, QUOTED).into_owned());
        match column {
            Number => self.number.to_string().into(),
            Severity => edition.say(labels::severity(finding.severity)).into(),
            Sheet => self.place().into(),
            Link => "".into(),
            Line if finding.place.line == 0 => "".into(),
            Line => finding.place.line.to_string().into(),
            Cell => quoted(listing::cell_of(edition, finding)),
            Problem => quoted(&self.feedback.told(finding)),
            Expected => quoted(&rules::department_hint(finding, edition.lang)),
            Suggested => quoted(finding.more().suggestion.as_deref().unwrap_or("")),
            Code => finding.code.into(),
        }
    }
}

impl Point<'_, '_> {
    /// The sheet of the copy, or the file below the department's own folder.
    fn place(&self) -> &str {
        if let Some(spot) = &self.spot {
            return &spot.copy.name;
        }
        let file = listing::file_of(self.feedback.edition.dataset, self.finding);
        let path = file.map_or("", |file| file.submission.path.as_str());
        listing::own_name(path)
    }

    /// A link to the cell in its copy.
    fn link(&self) -> Option<Url> {
        let spot = self.spot.as_ref()?;
        let cell = row_col_to_cell(spot.row, spot.column);
        let sheet = spot.copy.name.replace('\'', "''");
        Some(Url::new(format!("internal:'{sheet}'!{cell}")).set_text(cell))
    }
}

impl Cover<'_, '_> {
    /// Errors, then warnings: where, what, and what to write instead.
    pub(super) fn list(&mut self) {
        let (all, most) = (self.feedback.open.len(), self.feedback.points);
        if all > most {
            let counts = [most, all].map(|points| self.count(points as u64));
            self.sheet
                .note(&self.fill(labels::CUT_LIST, &[&counts[0], &counts[1]]));
        }
        if let Some(note) = self.cut_rows() {
            self.sheet.note(&note);
        }

        let header = self.sheet.row;
        let names = COLUMNS.map(|column| Point::spec(column).heading.in_lang(self.lang()));
        self.sheet.headings(0, names);
        self.sheet.height(22.0);
        self.sheet.repeat(header..=header);
        self.sheet.next();
        let first = self.sheet.row;
        for (number, finding) in (1..).zip(self.feedback.open.iter().take(most)) {
            self.point(Point {
                feedback: self.feedback,
                number,
                finding,
                spot: self.feedback.spot(finding),
            });
        }
        let last = self.sheet.row.saturating_sub(1).max(first);
        self.sheet.allow_numbers_as_text(first..=last, LAST);
    }

    fn point(&mut self, point: Point) {
        let sheet = &mut self.sheet;
        sheet_cells(sheet, &COLUMNS, &point, |column| match column {
            Severity => &FORMATS.severities[point.finding.severity as usize],
            column => plain::<Point>(column),
        });
        if let Some(link) = point.link() {
            let row = sheet.row;
            sheet.attempt(|sheet| {
                sheet.write_url_with_format(row, Link as u16, link, &FORMATS.link)
            });
        }
        sheet.fit();
        sheet.next();
    }

    /// Says that the copies do not hold every row of the submission.
    fn cut_rows(&self) -> Option<String> {
        let copies = self.feedback.copies.iter();
        let cut = copies.filter(|copy| copy.layout.rows.len() < rows_of(copy));
        let (mut shown, mut all) = (0, self.feedback.rows_left_out);
        for copy in cut {
            shown += copy.layout.rows.len();
            all += rows_of(copy);
        }
        let counts = [shown, all].map(|rows| self.count(rows as u64));
        (shown < all).then(|| self.fill(labels::CUT_ROWS, &[&counts[0], &counts[1]]))
    }
}

/// Rows of the sheet that a copy shows.
fn rows_of(copy: &Copy) -> usize {
    let about = copy.file.about.as_ref();
    let sheet = about.and_then(|about| about.sheets.get(copy.sheet));
    sheet.map_or(0, |sheet| sheet.rows)
}

/// Formats of the list alone.
struct Formats {
    /// By severity, on the colour that the faulty cell has.
    severities: [Format; 3],
    link: Format,
}

static FORMATS: LazyLock<Formats> = LazyLock::new(|| {
    let centred = STYLES.centred(Weight::Plain);
    let coloured = |severity| {
        let [fill, letters] = colours(severity);
        let format = centred.clone().set_background_color(fill);
        format.set_font_color(letters).set_bold()
    };
    let link = centred.clone().set_font_color(Color::RGB(0x0B57D0));
    Formats {
        severities: finding::Severity::ALL.map(coloured),
        link: link.set_underline(FormatUnderline::Single),
    }
});
