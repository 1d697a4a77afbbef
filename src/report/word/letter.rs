//! `letters/<slug>.docx`: to each department what to correct, what is still to be sent, or a receipt.

use super::body::{Body, Cell, Lines, Paper, Run};
use super::letterhead;
use super::package::Package;
use super::styles::Style;
use crate::edition::Edition;
use crate::model::dataset::FileRead;
use crate::model::finding::{Finding, Severity};
use crate::report::listing;
use crate::rules;
use crate::words::{Words, labels, shown};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io;

/// Points that a letter lists; the feedback workbook has all.
const MOST_POINTS: usize = 40;
/// Letters of a cell or a message that are quoted.
const QUOTED: usize = 300;

/// Number, place, as written, problem, what to do.
const WIDTHS: [u32; 5] = [600, 1_900, 1_700, 2_600, 2_554];

/// What one department is to hear.
#[derive(Debug, Default)]
struct Message<'a> {
    files: Vec<&'a FileRead>,
    /// Errors and warnings that nobody has explained, but for missing tables.
    points: Vec<&'a Finding>,
    /// Names of the tables that it still owes.
    missing: Vec<&'static str>,
}

/// The letters as `letters/<slug>.docx`, for all that sent or owe something, in the order of slugs.
pub fn letters<'a>(
    edition: &'a Edition<'a>,
) -> impl ParallelIterator<Item = (String, io::Result<Vec<u8>>)> + 'a {
    let messages: Vec<(u32, Message)> = messages(edition).into_iter().collect();
    messages
        .into_par_iter()
        .with_max_len(1)
        .map(|(department, message)| {
            let slug = &edition.dataset.departments[department as usize].slug;
            let letter = Letter {
                edition,
                department,
                message: &message,
            };
            let packed = Package::new(edition, labels::WORD_LETTER_TITLE).pack(letter.body());
            (format!("letters/{slug}.docx"), packed)
        })
}

fn messages<'a>(edition: &Edition<'a>) -> BTreeMap<u32, Message<'a>> {
    let dataset = edition.dataset;
    let known = |department: u32| (department as usize) < dataset.departments.len();
    let mut messages: BTreeMap<u32, Message> = BTreeMap::new();

    for file in dataset.files.iter().filter(|file| known(file.department)) {
        let message = messages.entry(file.department).or_default();
        message.files.push(file);
    }

    for (department, due) in dataset.missing() {
        let [vi, en] = rules::table_name(due);
        let message = messages.entry(department).or_default();
        message.missing.push(edition.lang.pick(vi, en));
    }

    for finding in &dataset.findings {
        // What a whole department owes is told as a missing table.
        let file = listing::file_of(dataset, finding);
        let Some(message) = file.and_then(|file| messages.get_mut(&file.department)) else {
            continue;
        };
        if finding.severity != Severity::Info && finding.more().explained.is_none() {
            message.points.push(finding);
        }
    }
    for message in messages.values_mut() {
        message.points.sort_by_key(|finding| finding.severity);
    }
    messages
}

/// A letter while it is written.
struct Letter<'a> {
    edition: &'a Edition<'a>,
    department: u32,
    message: &'a Message<'a>,
}

impl Letter<'_> {
    fn say(&self, words: Words) -> &'static str {
        words.in_lang(self.edition.lang)
    }

    fn fill(&self, words: Words, values: &[&str]) -> String {
        labels::fill(words, self.edition.lang, values)
    }

    fn count(&self, number: usize) -> String {
        shown::count(number as u64, self.edition.lang)
    }

    /// Points of a severity.
    fn points(&self, severity: Severity) -> usize {
        let points = self.message.points.iter();
        points.filter(|point| point.severity == severity).count()
    }

    fn body(&self) -> Body {
        let mut body = Body::default();
        self.opening(&mut body);

        let message = self.message;
        body.paragraph(Style::BodyText, &self.received());
        if !message.points.is_empty() {
            body.paragraph(Style::BodyText, &self.asked());
            self.list(&mut body);
            let workbook = self.workbook();
            let how = self.fill(labels::WORD_HOW_TO_CORRECT, &[&workbook]);
            body.paragraph(Style::BodyText, &how);
        }
        if !message.missing.is_empty() {
            let tables = message.missing.join(", ");
            let said = self.fill(labels::WORD_NOT_SENT, &[&tables]);
            body.paragraph(Style::BodyText, &said);
        }
        if message.files.is_empty() {
            let how = self.fill(labels::WORD_HOW_TO_SEND, &[&self.edition.office.name]);
            body.paragraph(Style::BodyText, &how);
        }
        if self.points(Severity::Error) > 0 || !message.missing.is_empty() {
            body.runs(
                Style::BodyText,
                &[Run {
                    text: &self.deadline(),
                    strong: true,
                }],
            );
        } else if message.points.is_empty() {
            body.paragraph(Style::BodyText, self.say(labels::WORD_ALL_COUNTED));
        }
        let contact = self.fill(labels::WORD_CONTACT, &[&self.contact()]);
        body.paragraph(Style::BodyText, &contact);
        body.paragraph(Style::BodyText, self.say(labels::WORD_REGARDS));

        let recipients = [labels::WORD_AS_ABOVE, labels::WORD_FILED].map(|words| self.say(words));
        letterhead::close(&mut body, self.edition, &recipients);
        body.end(Paper::Portrait);
        body
    }

    /// The department has something to do.
    fn asks(&self) -> bool {
        !self.message.points.is_empty() || !self.message.missing.is_empty()
    }

    fn opening(&self, body: &mut Body) {
        let office = self.edition.office;
        let year = self.edition.dataset.year.to_string();
        let about = if self.message.files.is_empty() {
            labels::WORD_LETTER_REMIND
        } else if self.asks() {
            labels::WORD_LETTER_CORRECT
        } else {
            labels::WORD_LETTER_RECEIPT
        };
        let about = self.fill(about, &[&year]);
        let number = self.fill(labels::WORD_LETTER_NUMBER, &[&office.number]);
        letterhead::open(body, self.edition, &number, Some(&about));

        let departments = &self.edition.dataset.departments;
        let name = &departments[self.department as usize].name;
        let addressee = self.fill(labels::ADDRESSEE, &[name]);
        body.paragraph(Style::Addressee, &addressee);
    }

    fn received(&self) -> String {
        let office = &self.edition.office.name;
        if self.message.files.is_empty() {
            return self.fill(labels::WORD_NOTHING_RECEIVED, &[office]);
        }
        let names: Vec<String> = self
            .message
            .files
            .iter()
            .map(|file| format!("“{}”", own_name(file)))
            .collect();
        self.fill(labels::WORD_RECEIVED, &[office, &names.join(", ")])
    }

    fn asked(&self) -> String {
        let (errors, warnings) = (self.points(Severity::Error), self.points(Severity::Warning));
        match errors {
            0 => self.fill(labels::WORD_ASKED_WARNINGS, &[&self.count(warnings)]),
            _ => self.fill(
                labels::WORD_ASKED,
                &[&self.count(errors), &self.count(warnings)],
            ),
        }
    }

    /// The feedback workbook that goes with the letter.
    fn workbook(&self) -> String {
        let slug = &self.edition.dataset.departments[self.department as usize].slug;
        format!("{slug}.xlsx")
    }

    fn list(&self, body: &mut Body) {
        let header = [
            labels::NUMBER,
            labels::WORD_WHERE,
            labels::WORD_WRITTEN,
            labels::WORD_PROBLEM,
            labels::WORD_TO_DO,
        ]
        .map(|words| Cell::new(Style::TableHeader, self.say(words)));

        body.table(Lines::Grid, &WIDTHS, |table| {
            table.header(&header);
            for (number, point) in (1..).zip(self.message.points.iter().take(MOST_POINTS)) {
                let number: u32 = number;
                table.row(&self.point(number, point));
            }
        });

        let points = self.message.points.len();
        if points > MOST_POINTS {
            let others = self.count(points - MOST_POINTS);
            let said = self.fill(labels::WORD_MORE_POINTS, &[&others, &self.workbook()]);
            body.paragraph(Style::Note, &said);
        }
    }

    fn point(&self, number: u32, finding: &Finding) -> [Cell<'static>; 5] {
        let lang = self.edition.lang;
        let quoted = |text: &str| shown::clipped(text, QUOTED).into_owned();
        let file = listing::file_of(self.edition.dataset, finding);
        let name = file.map_or(String::new(), own_name);
        let line = listing::line_of(file, finding.place);
        let place = match line.is_empty() {
            true => name,
            false => self.fill(labels::WORD_LINE, &[&name, &line]),
        };

        let files = self.message.files.iter().copied();
        let said = listing::by_own_names(rules::told(finding, lang), files);
        let mut to_do = rules::department_hint(finding, lang);
        if let Some(suggestion) = &finding.more().suggestion {
            let suggested = self.fill(labels::WORD_SUGGESTED, &[suggestion]);
            to_do = format!("{to_do} ({suggested})");
        }

        [
            Cell::new(Style::TableCentred, number.to_string()),
            Cell::new(Style::TableText, place),
            Cell::new(
                Style::TableText,
                quoted(listing::cell_of(self.edition, finding)),
            ),
            Cell::new(Style::TableText, quoted(&said)),
            Cell::new(Style::TableText, quoted(&to_do)),
        ]
    }

    fn deadline(&self) -> String {
        let dataset = self.edition.dataset;
        let Some(day) = dataset.deadline else {
            return self.say(labels::NO_DEADLINE).to_string();
        };
        let words = match dataset.after_deadline {
            Some(true) => labels::AFTER_DEADLINE,
            _ => labels::BY_DEADLINE,
        };
        let day = shown::day(&day.to_string(), self.edition.lang).into_owned();
        self.fill(words, &[&day])
    }

    /// The office, with telephone and address where they are set.
    fn contact(&self) -> String {
        let office = self.edition.office;
        let parts = [&office.name, &office.phone, &office.email];
        let said: Vec<&str> = parts
            .into_iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect();
        said.join(", ")
    }
}

/// The name of a file below its department's folder: year and folder are the office's.
fn own_name(file: &FileRead) -> String {
    shown::visible(listing::own_name(&file.submission.path)).into_owned()
}
