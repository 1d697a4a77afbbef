//! What was received, file by file, and what of it counts in the figures of the province.

use super::{Cover, LAST, WIDTHS};
use crate::model::dataset::{FileRead, FileState};
use crate::model::delegation::RowState;
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use crate::report::workbook::book::{fit, heads, put, put_across, put_number};
use crate::report::workbook::style::Weight;
use crate::rules;
use crate::words::{labels, shown};
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

impl Cover<'_, '_> {
    /// One line for each file.
    pub(super) fn received(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
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
        let mut tables = file.tables();
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
        let rows = file.account();
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
    pub(super) fn counted(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
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
            row.state == RowState::Rejected && row.kind == kind && row.direction == Some(direction)
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
            shown::halves(totals.person_half_days, edition.lang),
        ];
        for (column, figure) in (5..).zip(&figures) {
            put(sheet, (self.row, column), figure, centred)?;
        }
        put_across(sheet, (self.row, 8, LAST), &self.number(rejected), centred)?;
        fit(sheet, self.row, &[(&table, 46.0)])?;
        self.row += 1;
        Ok(())
    }
}
