//! Annexes I and II: every delegation that counts, results before plan, in the departments' own form.

use super::body::{Body, Cell, Lines, Paper, TableWriter};
use super::styles::Style;
use crate::edition::Edition;
use crate::model::dataset::{FileRead, Opened, Reader};
use crate::model::delegation::{Delegation, Texts};
use crate::model::document::Span;
use crate::model::section::{Direction, Kind};
use crate::report::listing;
use crate::words::{Words, labels, shown};

/// Delegations that an annex of a document holds: a province's year many times over. Beyond them Word gets slow.
const MOST_ROWS: usize = 3_000;

/// A column of an annex.
struct Column {
    heading: Words,
    /// Its share of the page; a column that nobody filled leaves its share to the others.
    share: u32,
    style: Style,
    text: fn(&Place) -> String,
}

/// A row where it stands.
struct Place<'a> {
    edition: &'a Edition<'a>,
    file: &'a Opened<'a>,
    row: &'a Delegation,
}

impl Place<'_> {
    fn written(&self, span: Span) -> String {
        self.file.text(span).to_string()
    }

    fn texts(&self) -> &Texts {
        self.file.texts(self.row)
    }
}

/// The columns of an annex, after the running number.
fn columns(direction: Direction) -> [Column; 10] {
    let place = match direction {
        Direction::Outbound => labels::FORM_TO,
        Direction::Inbound => labels::FORM_FROM,
    };
    let column = |heading, share, style, text| Column {
        heading,
        share,
        style,
        text,
    };
    [
        column(labels::FORM_NAME, 25, Style::TableText, |at| {
            at.written(at.texts().name)
        }),
        column(labels::FORM_HEAD, 14, Style::TableText, |at| {
            at.written(at.texts().head)
        }),
        column(place, 13, Style::TableText, |at| {
            listing::countries(at.edition, at.row)
        }),
        column(labels::FORM_PARTNER, 18, Style::TableText, |at| {
            at.written(at.texts().partner)
        }),
        column(labels::FORM_CONTENT, 24, Style::TableText, |at| {
            at.written(at.texts().content)
        }),
        column(labels::FORM_PEOPLE, 8, Style::TableNumber, people),
        column(labels::FORM_DAYS, 8, Style::TableNumber, days),
        column(labels::FORM_PERIOD, 14, Style::TableCentred, |at| {
            listing::period(at.edition, at.file, at.row)
        }),
        column(labels::FORM_MONEY, 15, Style::TableText, money),
        column(labels::FORM_NOTES, 12, Style::TableText, |at| {
            at.written(at.texts().notes)
        }),
    ]
}

/// Width of the running number.
const NUMBER: u32 = 560;

/// Writes the annex of a direction as a section of its own.
pub fn write(body: &mut Body, edition: &Edition, direction: Direction) {
    let annex = Annex { edition, direction };
    annex.titles(body);
    annex.list(body);

    match direction {
        Direction::Outbound => body.end_section(Paper::Landscape),
        Direction::Inbound => body.end(Paper::Landscape),
    }
}

struct Annex<'a> {
    edition: &'a Edition<'a>,
    direction: Direction,
}

impl<'a> Annex<'a> {
    fn say(&self, words: Words) -> &'static str {
        words.in_lang(self.edition.lang)
    }

    fn fill(&self, words: Words, values: &[&str]) -> String {
        labels::fill(words, self.edition.lang, values)
    }

    fn titles(&self, body: &mut Body) {
        let (number, title) = match self.direction {
            Direction::Outbound => (labels::ANNEX_ONE, labels::ANNEX_OUTBOUND),
            Direction::Inbound => (labels::ANNEX_TWO, labels::ANNEX_INBOUND),
        };
        body.paragraph(Style::AnnexNumber, self.say(number));
        body.paragraph(Style::AnnexTitle, self.say(title));
        let enclosed = self.fill(labels::ENCLOSED, &[&self.edition.office.name]);
        body.paragraph(Style::AnnexReference, &enclosed);
    }

    fn list(&self, body: &mut Body) {
        let rows = self.rows(Kind::Realised).len() + self.rows(Kind::Plan).len();
        if rows > MOST_ROWS {
            let count = shown::count(rows as u64, self.edition.lang);
            let said = self.fill(labels::WORD_ANNEX_CUT, &[&count, "summary.xlsx"]);
            body.paragraph(Style::Note, &said);
            return;
        }

        let columns = self.filled_columns();
        let widths = widths(&columns);
        let mut header = vec![Cell::new(Style::TableHeader, self.say(labels::NUMBER))];
        header.extend(
            columns
                .iter()
                .map(|column| Cell::new(Style::TableHeader, self.say(column.heading))),
        );

        body.table(Lines::Grid, &widths, |table| {
            table.header(&header);
            for (letter, kind) in ('A'..).zip([Kind::Realised, Kind::Plan]) {
                self.block(table, &columns, letter, kind);
            }
        });
    }

    /// The columns that at least one row fills; those of figures always stand.
    fn filled_columns(&self) -> Vec<Column> {
        let mut filled = [false; 10];
        let mut reader = Reader::default();
        for (file, row) in Kind::ALL.into_iter().flat_map(|kind| self.rows(kind)) {
            let place = Place {
                edition: self.edition,
                file: reader.open(file),
                row,
            };
            for (column, filled) in columns(self.direction).iter().zip(&mut filled) {
                *filled = *filled || !(column.text)(&place).is_empty();
            }
        }

        let always = [labels::FORM_NAME, labels::FORM_PEOPLE, labels::FORM_DAYS];
        columns(self.direction)
            .into_iter()
            .zip(filled)
            .filter(|(column, filled)| *filled || always.iter().any(|w| w.vi == column.heading.vi))
            .map(|(column, _)| column)
            .collect()
    }

    /// Accepted rows of a kind, in the order of departments, files and lines.
    fn rows(&self, kind: Kind) -> Vec<(&'a FileRead, &'a Delegation)> {
        let dataset = self.edition.dataset;
        let mut rows: Vec<(&FileRead, &Delegation)> = dataset
            .accepted()
            .filter(|(_, row)| row.kind == kind && row.direction == Some(self.direction))
            .collect();
        rows.sort_by_key(|(file, _)| file.department);
        rows
    }

    fn block(&self, table: &mut TableWriter, columns: &[Column], letter: char, kind: Kind) {
        let dataset = self.edition.dataset;
        let year = match kind {
            Kind::Plan => dataset.year,
            Kind::Realised => dataset.results_year,
        };
        let title = labels::kind_of_year(kind, year, self.edition.lang).to_uppercase();
        let across = columns.len() + 1;
        group(table, across, &format!("{letter}. {title}"));

        let rows = self.rows(kind);
        if rows.is_empty() {
            let owed = dataset.missing();
            let silent = owed.iter().any(|(_, due)| *due == (self.direction, kind));
            let words = match silent {
                true => labels::WORD_NONE_RECEIVED,
                false => labels::WORD_NONE_LISTED,
            };
            group(table, across, self.say(words));
            return;
        }

        let mut reader = Reader::default();
        let departments = rows.chunk_by(|(a, _), (b, _)| a.department == b.department);
        for (number, own) in (1..).zip(departments) {
            let name = &dataset.department(own[0].0).name;
            group(table, across, &format!("{}. {name}", shown::roman(number)));
            for (number, (file, row)) in (1..).zip(own) {
                let place = Place {
                    edition: self.edition,
                    file: reader.open(file),
                    row,
                };
                table.row(&cells(number, columns, &place));
            }
        }
        self.total(table, columns, kind);
    }

    fn total(&self, table: &mut TableWriter, columns: &[Column], kind: Kind) {
        let totals = listing::grand_totals(self.edition.summary, kind, self.direction);
        let lang = self.edition.lang;
        let delegations = shown::count(totals.delegations, lang);
        let label = self.fill(labels::WORD_TOTAL_LINE, &[&delegations]);
        let people = columns
            .iter()
            .position(|column| column.heading.vi == labels::FORM_PEOPLE.vi)
            .map_or(columns.len(), |position| position + 1);

        table.row(&[
            Cell::across(people, Style::TableTotal, label),
            Cell::new(Style::TableTotalNumber, shown::count(totals.people, lang)),
            Cell::across(columns.len() - people, Style::TableTotal, ""),
        ]);
    }
}

/// The page shared among columns, after the running number.
fn widths(columns: &[Column]) -> Vec<u32> {
    let room = Paper::Landscape.width() - NUMBER;
    let shares: u32 = columns.iter().map(|column| column.share).sum();
    let own = columns.iter().map(|column| room * column.share / shares);
    std::iter::once(NUMBER).chain(own).collect()
}

fn cells(number: u32, columns: &[Column], place: &Place) -> Vec<Cell<'static>> {
    let own = columns
        .iter()
        .map(|column| Cell::new(column.style, (column.text)(place)));
    let number = Cell::new(Style::TableCentred, number.to_string());
    std::iter::once(number).chain(own).collect()
}

fn people(place: &Place) -> String {
    let people = place.row.people().value;
    people.map_or("…".to_string(), |people| {
        shown::count(people.into(), place.edition.lang)
    })
}

fn days(place: &Place) -> String {
    let halves = place.row.days().halves;
    halves.map_or("…".to_string(), |halves| {
        shown::halves(halves.into(), place.edition.lang)
    })
}

/// The source as understood, with the amount where one is stated.
fn money(place: &Place) -> String {
    let lang = place.edition.lang;
    let source = labels::funding(place.row.funding.class).in_lang(lang);
    match place.row.money().vnd {
        Some(amount) => format!("{source}\n{} đ", shown::whole(amount, lang)),
        None => source.to_string(),
    }
}

/// A row over the whole table.
fn group(table: &mut TableWriter, columns: usize, text: &str) {
    table.row(&[Cell::across(columns, Style::TableGroup, text)]);
}
