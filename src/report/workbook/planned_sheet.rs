//! The sheet of planned and realised delegations, by country and by department.

use super::book::{Book, LABEL_WIDTH, Label};
use super::planned::{COLUMNS, PlannedLine, Scope, figures, notes};
use super::tables::LABELS;
use crate::model::comparison::{Comparison, Figures, Key, by_key};
use crate::model::section::Direction;
use crate::report::sheet::Sheet;
use crate::report::sheet::style::{STYLES, Weight};
use crate::report::speak::Speak;
use crate::words::{Words, labels};

/// Figures of a direction.
const WIDTH: u16 = COLUMNS.len() as u16;
const LAST: u16 = LABELS + 2 * WIDTH - 1;
const FIGURE_WIDTH: f64 = 8.0;
const CODE_WIDTH: f64 = 13.0;

/// The table by one key.
struct Table {
    key: Key,
    title: Words,
    heading: Words,
    total: Words,
}

const TABLES: [Table; 2] = [
    Table {
        key: Key::Country,
        title: labels::TITLE_COUNTRY,
        heading: labels::COUNTRY,
        total: labels::DISTINCT_TOTAL,
    },
    Table {
        key: Key::Department,
        title: labels::TITLE_DEPARTMENT,
        heading: labels::DEPARTMENT,
        total: labels::TOTAL,
    },
];

/// Writes the sheet, or why there is nothing to compare with.
pub fn write(book: &Book, sheet: &mut Sheet) {
    let labels = [5.0, LABEL_WIDTH, CODE_WIDTH];
    let figures = [FIGURE_WIDTH; 2 * WIDTH as usize];
    sheet.columns(&[&labels[..], &figures].concat());
    sheet.hide(2..=2);
    let printed = [&labels[..2], &figures].concat();
    sheet.text_over(0..=LAST, printed.iter().sum());
    sheet.landscape();
    sheet.print_columns(&printed);
    sheet.title(&book.edition, labels::TITLE_PLANNED);

    let year = book.edition.dataset.results_year;
    match book.edition.planned {
        Ok(comparison) => {
            for table in TABLES {
                table.write(book, sheet, comparison);
            }
            sheet.note(&notes(book, comparison));
        }
        Err(reason) => {
            sheet.note(&labels::no_plan(reason, year, book.lang()));
            sheet.worksheet().set_hidden(true);
        }
    }
    sheet.paginate();
}

/// First column of a direction.
fn column(direction: Direction) -> u16 {
    LABELS + direction as u16 * WIDTH
}

impl Table {
    fn write(&self, book: &Book, sheet: &mut Sheet, comparison: &Comparison) {
        sheet.text(0, book.say(self.title), &STYLES.section_title);
        sheet.height(20.0);
        sheet.keep_with_next();
        sheet.next();
        self.header(book, sheet);

        let lines = by_key(comparison, self.key);
        for (number, (code, name)) in (1..).zip(comparison.order(&book.edition, self.key)) {
            let label = Label {
                number: &format!("{number}"),
                text: &name,
                code: &code,
            };
            let scope = match self.key {
                Key::Country => Scope::Country(&code),
                Key::Department => Scope::Department(code.parse().unwrap_or(0)),
            };
            book.label(sheet, label, Weight::Plain);
            line(book, sheet, scope, &lines[&code]);
        }

        let label = Label {
            text: book.say(self.total),
            ..Label::default()
        };
        book.label(sheet, label, Weight::Total);
        let totals = Direction::ALL.map(|direction| comparison.total(direction));
        line(book, sheet, Scope::All, &totals);
        sheet.next();
    }

    fn header(&self, book: &Book, sheet: &mut Sheet) {
        for (column, name) in (0..).zip([labels::NUMBER, self.heading, labels::CODE]) {
            sheet.tall_heading(column, book.say(name));
        }
        for direction in Direction::ALL {
            let columns = column(direction)..=column(direction) + WIDTH - 1;
            sheet.heading_over(columns, book.say(labels::direction(direction)));
        }
        sheet.height(20.0);
        sheet.keep_with_next();
        sheet.next();
        for direction in Direction::ALL {
            sheet.headings(column(direction), COLUMNS.map(|(name, _)| book.say(name)));
        }
        sheet.fit();
        sheet.keep_with_next();
        sheet.next();
    }
}

/// The figures of a line, outbound and inbound.
fn line(book: &Book, sheet: &mut Sheet, scope: Scope, both: &[Figures; 2]) {
    for direction in Direction::ALL {
        let line = PlannedLine {
            direction,
            scope,
            weight: match scope {
                Scope::All => Weight::Total,
                _ => Weight::Plain,
            },
        };
        figures(
            book,
            sheet,
            column(direction),
            line,
            &both[direction as usize],
        );
    }
    sheet.next();
}
