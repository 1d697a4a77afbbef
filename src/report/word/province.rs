//! The province's report: what is said of the year, in which order, and its tables by country, quarter and source.

use super::annex;
use super::body::{Body, Cell, Lines, Paper};
use super::letterhead;
use super::sentences::Part;
use super::styles::Style;
use crate::edition::Edition;
use crate::model::departments::count_departments;
use crate::model::finding::Severity;
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use crate::report::listing::{self, By};
use crate::rules;
use crate::words::{Words, labels, shown};
use std::collections::BTreeMap;

/// Bodies that have not reported and are named; the others are counted.
const NAMED: usize = 40;

/// Number, label, then delegations and people of each direction.
const WIDTHS: [u32; 6] = [650, 3_500, 1_301, 1_301, 1_301, 1_301];

/// The whole report.
pub fn body(edition: &Edition) -> Body {
    let mut report = Report {
        edition,
        body: Body::default(),
        tables: 0,
    };
    report.opening();
    report.part(1, labels::WORD_RESULTS, Kind::Realised);
    report.part(2, labels::WORD_PLAN, Kind::Plan);
    report.state();
    report.closing();

    for direction in Direction::ALL {
        annex::write(&mut report.body, edition, direction);
    }
    report.body
}

struct Report<'a> {
    edition: &'a Edition<'a>,
    body: Body,
    /// Tables so far.
    tables: u32,
}

impl Report<'_> {
    fn say(&self, words: Words) -> &'static str {
        words.in_lang(self.edition.lang)
    }

    fn fill(&self, words: Words, values: &[&str]) -> String {
        labels::fill(words, self.edition.lang, values)
    }

    fn count(&self, number: u64) -> String {
        shown::count(number, self.edition.lang)
    }

    /// Plan year and results year.
    fn years(&self) -> [String; 2] {
        let dataset = self.edition.dataset;
        [dataset.year.to_string(), dataset.results_year.to_string()]
    }

    fn opening(&mut self) {
        let office = self.edition.office;
        let number = self.fill(labels::WORD_REPORT_NUMBER, &[&office.number]);
        letterhead::open(&mut self.body, self.edition, &number, None);

        let [plan, results] = self.years();
        let about = self.fill(labels::WORD_REPORT_ABOUT, &[&plan, &results]);
        self.body
            .paragraph(Style::Title, self.say(labels::WORD_REPORT_KIND));
        self.body.paragraph(Style::Subtitle, &about);
        self.body.rule(2_400, Paper::Portrait.width());

        let addressee = self.fill(labels::ADDRESSEE, &[&office.parent]);
        self.body.paragraph(Style::Addressee, &addressee);

        let departments = count_departments(self.edition.dataset);
        let reported = self.count(departments.submitted + departments.nil);
        let introduction = self.fill(
            labels::WORD_INTRODUCTION,
            &[&reported, &office.name, &plan, &results],
        );
        self.body.paragraph(Style::BodyText, &introduction);
    }

    /// One kind: both directions in sentences, then the tables.
    fn part(&mut self, number: u32, title: Words, kind: Kind) {
        let [plan, results] = self.years();
        let year = match kind {
            Kind::Plan => plan,
            Kind::Realised => results,
        };
        let title = format!("{}. {}", shown::roman(number), self.fill(title, &[&year]));
        self.body.paragraph(Style::Heading1, &title);

        for (number, direction) in (1..).zip(Direction::ALL) {
            let name = self.say(labels::direction(direction));
            self.body
                .paragraph(Style::Heading2, &format!("{number}. {name}"));
            let part = Part {
                edition: self.edition,
                kind,
                direction,
            };
            for sentence in part.sentences() {
                self.body.paragraph(Style::BodyText, &sentence);
            }
        }

        if self.has_rows(kind) {
            let title = format!("3. {}", self.say(labels::WORD_TABLES));
            self.body.paragraph(Style::Heading2, &title);
            for (by, title, key) in [
                (By::Country, labels::PAGE_COUNTRIES, labels::COUNTRY),
                (By::Quarter, labels::PAGE_QUARTERS, labels::QUARTER),
                (By::Funding, labels::PAGE_FUNDING, labels::FUNDING),
            ] {
                self.table(kind, by, title, key);
            }
        }
    }

    fn has_rows(&self, kind: Kind) -> bool {
        let mut grand = self.edition.summary.grand.iter();
        grand.any(|grand| grand.kind == kind && grand.totals.rows > 0)
    }

    fn table(&mut self, kind: Kind, by: By, title: Words, key: Words) {
        self.tables += 1;
        let number = self.tables.to_string();
        let caption = self.fill(labels::WORD_TABLE, &[&number, self.say(title)]);
        self.body.paragraph(Style::Caption, &caption);

        let lang = self.edition.lang;
        let header = [
            labels::NUMBER,
            key,
            labels::WORD_OUT_DELEGATIONS,
            labels::WORD_OUT_PEOPLE,
            labels::WORD_IN_DELEGATIONS,
            labels::WORD_IN_PEOPLE,
        ]
        .map(|words| Cell::new(Style::TableHeader, words.in_lang(lang)));

        let rows = listing::table(self.edition, by, kind);
        let sums = self.sums(kind, by);
        let edition = self.edition;

        self.body.table(Lines::Grid, &WIDTHS, |table| {
            table.header(&header);
            let filled = rows.iter().filter(|row| !row.is_empty());
            for (number, row) in (1..).zip(filled) {
                let number: u32 = number;
                let mut cells = vec![
                    Cell::new(Style::TableCentred, number.to_string()),
                    Cell::new(Style::TableText, row.label.as_str()),
                ];
                cells.extend(figures(edition, row.totals, Style::TableNumber));
                table.row(&cells);
            }
            for (label, totals) in &sums {
                let mut cells = vec![Cell::across(2, Style::TableTotal, *label)];
                cells.extend(figures(edition, *totals, Style::TableTotalNumber));
                table.row(&cells);
            }
        });
    }

    /// The lines below a table. A delegation counts in each of its countries: a bridge leads from their
    /// sum to each delegation once.
    fn sums(&self, kind: Kind, by: By) -> Vec<(&'static str, [Totals; 2])> {
        let grand = Direction::ALL.map(|direction| self.edition.summary.grand(kind, direction));
        let distinct = grand.map(|grand| grand.map_or_else(Totals::default, |grand| grand.totals));
        let excess =
            grand.map(|grand| grand.map_or_else(Totals::default, |grand| grand.countries_excess));

        let mut lines = Vec::new();
        if by == By::Country && excess.iter().any(|excess| excess.delegations > 0) {
            let [mut outbound, mut inbound] = distinct;
            outbound += excess[0];
            inbound += excess[1];
            lines.push((self.say(labels::SUM_OF_COUNTRIES), [outbound, inbound]));
            lines.push((self.say(labels::COUNTED_TWICE), excess));
        }
        lines.push((self.say(labels::DISTINCT_TOTAL), distinct));
        lines
    }

    /// Who has reported, who has not, and what is still to be corrected.
    fn state(&mut self) {
        let title = format!("{}. {}", shown::roman(3), self.say(labels::WORD_STATE));
        self.body.paragraph(Style::Heading1, &title);

        let dataset = self.edition.dataset;
        let departments = count_departments(dataset);
        let owing = dataset
            .departments
            .iter()
            .filter(|department| department.is_due(dataset.year) && !department.owes.is_empty())
            .count() as u64;
        let counts = [
            owing,
            departments.submitted,
            departments.nil,
            departments.missing,
        ]
        .map(|number| self.count(number));
        let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
        let mut said = self.fill(labels::WORD_REPORTED, &counts);
        if departments.late > 0 {
            said.push(' ');
            said.push_str(&self.fill(labels::WORD_LATE, &[&self.count(departments.late)]));
        }
        self.body.paragraph(Style::BodyText, &said);

        let open = |severity| {
            let findings = dataset.findings.iter();
            let own = findings.filter(|finding| {
                finding.severity == severity && finding.more().explained.is_none()
            });
            own.count() as u64
        };
        let (errors, warnings) = (open(Severity::Error), open(Severity::Warning));
        if errors + warnings > 0 {
            let said = self.fill(
                labels::WORD_TO_CHECK,
                &[&self.count(errors), &self.count(warnings)],
            );
            self.body.paragraph(Style::BodyText, &said);
        }

        self.missing();
    }

    /// The tables that are still owed, a line for each body, in the order of the register.
    fn missing(&mut self) {
        let dataset = self.edition.dataset;
        let mut missing: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for (department, due) in dataset.missing() {
            let [vi, en] = rules::table_name(due);
            missing
                .entry(department)
                .or_default()
                .push(self.edition.lang.pick(vi, en));
        }
        if missing.is_empty() {
            return;
        }

        self.body
            .paragraph(Style::BodyText, self.say(labels::WORD_MISSING));
        for (department, tables) in missing.iter().take(NAMED) {
            let name = &dataset.departments[*department as usize].name;
            let item = format!("- {name}: {};", tables.join(", "));
            self.body.paragraph(Style::ListItem, &item);
        }
        if missing.len() > NAMED {
            let others = (missing.len() - NAMED).to_string();
            let item = self.fill(labels::WORD_MORE_MISSING, &[&others]);
            self.body.paragraph(Style::ListItem, &item);
        }
    }

    fn closing(&mut self) {
        let [plan, results] = self.years();
        let closing = self.fill(
            labels::WORD_CLOSING,
            &[&plan, &results, &self.edition.office.name],
        );
        self.body.paragraph(Style::BodyText, &closing);

        let recipients = [
            labels::WORD_AS_ABOVE,
            labels::WORD_TO_DEPARTMENTS,
            labels::WORD_FILED,
        ]
        .map(|words| self.say(words));
        letterhead::close(&mut self.body, self.edition, &recipients);
        self.body.end_section(Paper::Portrait);
    }
}

/// Delegations and people of both directions.
fn figures(edition: &Edition, totals: [Totals; 2], style: Style) -> Vec<Cell<'static>> {
    let counts = totals.into_iter().flat_map(|totals| {
        // Where no row states people, a zero would be a guess.
        let unsaid = totals.rows > 0 && totals.rows_without_people == totals.rows;
        let people = match unsaid {
            true => "…".to_string(),
            false => shown::count(totals.people, edition.lang),
        };
        [shown::count(totals.delegations, edition.lang), people]
    });
    counts.map(|count| Cell::new(style, count)).collect()
}
