//! The rows behind every figure, each with its file and line.

use super::behind::month;
use super::list::{Heading, header, scroll, without_ends};
use super::names::month_token;
use super::{MOST, Page, department_token, foreign};
use crate::model::dataset::{FileRead, Opened, Reader};
use crate::model::delegation::{Delegation, RowState};
use crate::report::listing;
use crate::report::speak::Speak;
use crate::rules;
use crate::words::{labels, shown};
use maud::{Markup, html};

const HEADINGS: [Heading; 11] = [
    Heading::text(labels::DIRECTION),
    Heading::text(labels::DEPARTMENT),
    Heading::text(labels::FORM_NAME),
    Heading::text(labels::COUNTRY),
    Heading::text(labels::QUARTER),
    Heading::text(labels::FUNDING),
    Heading::number(labels::DELEGATIONS),
    Heading::number(labels::PEOPLE),
    Heading::number(labels::FORM_DAYS),
    Heading::number(labels::AMOUNT),
    Heading::text(labels::FILE_AND_LINE),
];

/// A row and where it stands: its file and its place among the rows of the file.
struct At<'a> {
    file: u32,
    read: &'a FileRead,
    row: &'a Delegation,
}

impl At<'_> {
    fn place(&self) -> (u32, u32) {
        (self.file, self.row.index)
    }
}

/// Rows of one state in the order of files and lines.
fn all<'a>(page: Page<'a>, state: RowState) -> impl Iterator<Item = At<'a>> {
    let files = (0..).zip(&page.edition.dataset.files);
    let rows = files.flat_map(|(file, read)| {
        read.delegations
            .iter()
            .map(move |row| At { file, read, row })
    });
    rows.filter(move |at| at.row.state == state)
}

/// The accepted rows.
pub fn section(page: Page) -> Markup {
    let dataset = page.edition.dataset;
    let accepted = dataset.rows.accepted as usize;
    let mut reader = Reader::default();
    let rows = all(page, RowState::Accepted).take(MOST);
    let rows = rows.map(|at| line(page, reader.open(at.read), &at).into_string());
    let rows: Vec<String> = rows.collect();
    let title = page.say(labels::PAGE_ROWS);
    let table = html! {
        table.tool.rows.list #rows-table data-units=(page.say(labels::PAGE_UNITS)) {
            caption { (title) }
            (header(page, &HEADINGS))
            tbody { (without_ends(&rows)) }
        }
    };
    let body = html! {
        p.note { (page.say(labels::PAGE_ROWS_INTRO)) }
        (page.cut(accepted, MOST, "delegations.csv"))
        (scroll(title, table))
        (page.download(&["delegations.csv"]))
        (not_held(page))
    };
    let title = format!("{title} ({})", page.count(dataset.rows.accepted));
    html! {
        p.print.note { (page.say(labels::PAGE_NOT_PRINTED)) }
        div.screen { (page.part("rows", &title, body)) }
    }
}

/// Rows that are listed and in no figure.
fn not_held(page: Page) -> Markup {
    let all: Vec<At> = all(page, RowState::NotHeld).collect();
    if all.is_empty() {
        return Markup::default();
    }
    let title = page.say(labels::NOT_HELD);
    let mut reader = Reader::default();
    let table = html! {
        table.tool.rows.list {
            caption { (title) }
            (header(page, &HEADINGS))
            tbody { @for at in all.iter().take(MOST) { (line(page, reader.open(at.read), at)) } }
        }
    };
    html! {
        h3 { (title) " (" (page.count(all.len() as u64)) ")" }
        (page.cut(all.len(), MOST, "delegations.csv"))
        (scroll(title, table))
    }
}

fn line(page: Page, file: &Opened, at: &At) -> Markup {
    let (lang, row) = (page.edition.lang, at.row);
    let direction = page.say(row.direction.map_or(labels::UNCLEAR, labels::direction));
    let accepted = row.state == RowState::Accepted;
    let doubt = page.rows.doubt(at.place()).filter(|_| accepted);
    let name = shown::clipped(file.text(file.texts(row).name), 400);
    html! {
        tr.unsure[doubt.is_some()]
            data-t=[accepted.then(|| tokens(page, at))]
            data-n=[accepted.then(|| numbers(row))] {
            td {
                (direction) " - " (page.say(labels::kind(row.kind)).to_lowercase())
                @if let (false, Some(status)) = (accepted, row.status) {
                    br; span.state { (page.say(labels::status(status))) }
                }
            }
            td { (foreign(&page.edition.dataset.department(file).name)) }
            td {
                (foreign(&name))
                @if let Some(rule) = doubt.and_then(rules::find) { br; span.state.late { (rule.title.in_lang(lang)) } }
            }
            td { (foreign(&listing::countries(page.edition, row))) }
            td { (page.say(labels::quarter(row.period.class()))) }
            td { (page.say(labels::funding(row.funding.class))) }
            td { (row.count) }
            td { @if let Some(people) = row.people().value { (page.count(u64::from(people))) } @else { "…" } }
            td { @if let Some(days) = row.days().halves { (shown::halves(u64::from(days), lang)) } @else { "…" } }
            td { @if let Some(amount) = row.money().vnd { (shown::whole(amount, lang)) } @else { "…" } }
            td { (foreign(&file.submission.path)) ":" (listing::line_of_row(file, row)) }
        }
    }
}

/// What the figures that a row stands behind ask for.
fn tokens(page: Page, at: &At) -> String {
    let row = at.row;
    let mut tokens = vec![row.kind.code().to_string()];
    tokens.extend(row.direction.map(|direction| direction.code().to_string()));
    tokens.extend(row.country_keys().map(str::to_string));
    tokens.push(row.period.class().code().to_string());
    tokens.push(row.funding.class.code().to_string());
    tokens.push(month_token(month(row)));
    let credited = page.rows.credits(at.place()).iter();
    tokens.extend(
        credited
            .chain([&at.read.department])
            .map(|index| department_token(*index as usize)),
    );
    tokens.extend(page.rows.doubt(at.place()).map(|_| "unsure".to_string()));
    tokens.join(" ")
}

/// What a row adds to the sums of a list: delegations, people, person-days, đồng, delegations that state money.
fn numbers(row: &Delegation) -> String {
    let people = row.people().value.unwrap_or(0);
    let days = row.person_half_days().unwrap_or(0) as f64 / 2.0;
    let amount = row.money().vnd;
    let stated = amount.map_or(0, |_| row.count);
    format!(
        "{} {people} {days} {} {stated}",
        row.count,
        amount.unwrap_or(0)
    )
}
