//! What was received, file by file, and what of it counts in the figures of the province.

use super::{Cover, LAST};
use crate::model::dataset::{FileRead, FileState};
use crate::model::delegation::RowState;
use crate::model::summary::Totals;
use crate::report::listing;
use crate::report::sheet::style::{STYLES, Weight};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::rules;
use crate::words::labels;
use rust_xlsxwriter::{Format, FormatAlign};

/// What is counted of a department.
const MEASURES: [Measure; 3] = [Measure::Delegations, Measure::People, Measure::PersonDays];

impl Cover<'_, '_> {
    /// One line for each file.
    pub(super) fn received(&mut self) {
        let header = [
            labels::NUMBER,
            labels::FILE,
            labels::TABLES,
            labels::OUTCOME,
        ];
        let header = header.map(|name| self.say(name));
        self.spread(header, &STYLES.header);
        for (number, sent) in (1..).zip(&self.feedback.files) {
            let name = listing::own_name(&sent.file.submission.path);
            let (tables, outcome) = (self.tables(sent.file), self.outcome(sent.file));
            let cells = [&*format!("{number}"), name, &tables, &outcome];
            self.spread(cells, STYLES.text(Weight::Plain));
        }
    }

    /// Number, file, tables and outcome over the columns of the sheet.
    fn spread(&mut self, [number, file, tables, outcome]: [&str; 4], format: &Format) {
        let sheet = &mut self.sheet;
        sheet.across(1..=4, file, format);
        sheet.across(5..=6, tables, format);
        sheet.across(7..=LAST, outcome, format);
        sheet.fit();
        let centred = format.clone().set_align(FormatAlign::Center);
        sheet.numeral(0, number, &centred);
        sheet.next();
    }

    /// The tables of a file in words, nil returns included.
    fn tables(&self, file: &FileRead) -> String {
        let mut tables = file.tables();
        tables.extend(self.feedback.edition.dataset.nil_in_prose(file));
        tables.sort_unstable();
        tables.dedup();
        let names = tables.into_iter().map(|due| {
            let [vi, en] = rules::table_name(due);
            self.feedback.edition.lang.pick(vi, en)
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
            return self.doubled(original);
        }
        if let (FileState::Superseded, Some((_, by))) = (file.state, file.superseded.first()) {
            return self.fill(labels::OUTCOME_REPLACED, &[listing::own_name(by)]);
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
            (labels::ROWS_EXCLUDED, rows.excluded),
        ];
        let parts = parts.into_iter().filter(|(_, rows)| *rows > 0);
        let parts: Vec<String> = parts
            .map(|(label, rows)| self.fill(label, &[&self.count(rows)]))
            .collect();
        let read = self.fill(labels::ROWS_READ, &[&self.count(rows.read)]);
        format!("{read}: {}", parts.join(", "))
    }

    /// Of a file of another department no more is said than whose it is.
    fn doubled(&self, original: &str) -> String {
        let dataset = self.feedback.edition.dataset;
        let mut files = dataset.files.iter();
        let file = files.find(|file| file.submission.path == original);
        match file.filter(|file| file.department != self.feedback.department) {
            Some(file) => {
                let name = &dataset.department(file).name;
                self.fill(labels::OUTCOME_SHARED, &[name])
            }
            None => self.fill(labels::OUTCOME_DOUBLE, &[listing::own_name(original)]),
        }
    }

    /// Delegations, people and person-days by kind and direction, as the province publishes them; a
    /// line only where there is something to say.
    pub(super) fn counted(&mut self) {
        let parts: Vec<(Part, Totals, u64)> = Part::all()
            .map(|part| (part, self.totals(part), self.returned(part)))
            .filter(|(_, totals, returned)| totals.rows > 0 || *returned > 0)
            .collect();
        if parts.is_empty() {
            return self.sheet.note(self.say(labels::NOTHING_COUNTED));
        }

        let lang = self.lang();
        let sheet = &mut self.sheet;
        sheet.headings(0, [lang.say(labels::NUMBER)]);
        sheet.across(1..=4, lang.say(labels::TABLE), &STYLES.header);
        sheet.headings(5, MEASURES.map(|measure| lang.say(measure.heading())));
        sheet.across(8..=LAST, lang.say(labels::RETURNED), &STYLES.header);
        sheet.height(20.0);
        sheet.next();
        for (number, (part, totals, returned)) in (1..).zip(parts) {
            let number: u32 = number;
            let centred = STYLES.centred(Weight::Plain);
            let figures = MEASURES.map(|measure| measure.shown(&totals, lang));
            let (name, returned) = (part.name(&self.feedback.edition), self.count(returned));
            let sheet = &mut self.sheet;
            sheet.number(0, f64::from(number), centred);
            sheet.across(1..=4, &name, STYLES.text(Weight::Plain));
            sheet.texts(5, figures.iter().map(String::as_str), centred);
            sheet.across(8..=LAST, &returned, centred);
            sheet.fit();
            sheet.next();
        }
    }

    fn totals(&self, part: Part) -> Totals {
        let slug = self.department().map_or("", |department| &department.slug);
        let lines = self.feedback.edition.summary.by_department.iter();
        let is_own = |kind, direction| part == Part::from((kind, direction));
        let lines = lines.filter(|line| line.key == slug && is_own(line.kind, line.direction));
        let mut totals = Totals::default();
        lines.for_each(|line| totals += line.totals);
        totals
    }

    /// Rows that went back.
    fn returned(&self, part: Part) -> u64 {
        let files = self.feedback.files.iter();
        let rows = files.flat_map(|sent| &sent.file.delegations);
        let rejected = rows.filter(|row| {
            let own = row.direction.map(|d| part == Part::from((row.kind, d)));
            row.state == RowState::Rejected && own == Some(true)
        });
        rejected.count() as u64
    }
}
