//! The rows behind every figure, each with its file and line.

use super::list::{Heading, header, scroll, without_ends};
use super::{MOST, Page, foreign};
use crate::model::dataset::{FileRead, Opened, Reader};
use crate::model::delegation::{Delegation, RowState};
use crate::report::listing;
use crate::report::speak::Speak;
use crate::words::{labels, shown};
use maud::{Markup, html};

/// The token of a department: short, and free of characters that a list of tokens would split.
pub fn department_token(index: usize) -> String {
    format!("d{index}")
}

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
    Heading::text(labels::FILE),
    Heading::number(labels::LINE),
];

/// The accepted rows.
pub fn section(page: Page) -> Markup {
    let dataset = page.edition.dataset;
    let accepted = dataset.rows.accepted as usize;
    let mut reader = Reader::default();
    let rows = dataset.accepted().take(MOST);
    let rows = rows.map(|(file, row)| line(page, reader.open(file), row).into_string());
    let rows: Vec<String> = rows.collect();
    let title = page.say(labels::PAGE_ROWS);
    let table = html! {
        table.tool.rows.list #rows-table
            data-search=(page.say(labels::PAGE_SEARCH))
            data-all=(page.say(labels::PAGE_SHOW_ALL))
            data-shown=(page.say(labels::PAGE_SHOWN)) {
            caption { (title) }
            (header(page, &HEADINGS))
            tbody { (without_ends(&rows)) }
        }
    };
    html! {
        p.print.note { (page.say(labels::PAGE_NOT_PRINTED)) }
        section.screen #rows {
            h2 { (title) " (" (page.count(dataset.rows.accepted)) ")" }
            p.note { (page.say(labels::PAGE_ROWS_INTRO)) }
            (page.cut(accepted, MOST, "delegations.csv"))
            (scroll(title, table))
            (not_held(page))
        }
    }
}

/// Rows that are listed and in no figure.
fn not_held(page: Page) -> Markup {
    let rows = || {
        let rows = page.edition.dataset.rows();
        rows.filter(|(_, row)| row.state == RowState::NotHeld)
    };
    let all = rows().count();
    if all == 0 {
        return Markup::default();
    }
    let title = page.say(labels::NOT_HELD);
    let mut reader = Reader::default();
    let table = html! {
        table.tool.rows.list {
            caption { (title) }
            (header(page, &HEADINGS))
            tbody { @for (file, row) in rows().take(MOST) { (line(page, reader.open(file), row)) } }
        }
    };
    html! {
        h3 { (title) " (" (page.count(all as u64)) ")" }
        (page.cut(all, MOST, "delegations.csv"))
        (scroll(title, table))
    }
}

fn line(page: Page, file: &Opened, row: &Delegation) -> Markup {
    let lang = page.edition.lang;
    let direction = row.direction.map_or(labels::UNCLEAR, labels::direction);
    let accepted = row.state == RowState::Accepted;
    let name = shown::clipped(file.text(file.texts(row).name), 400);
    html! {
        tr data-t=[accepted.then(|| tokens(file, row))] {
            td {
                (page.say(direction)) " - " (page.say(labels::kind(row.kind)).to_lowercase())
                @if let (false, Some(status)) = (accepted, row.status) {
                    br; span.state { (page.say(labels::status(status))) }
                }
            }
            td { (foreign(&page.edition.dataset.department(file).name)) }
            td { (foreign(&name)) }
            td { (foreign(&listing::countries(page.edition, row))) }
            td { (page.say(labels::quarter(row.period.class()))) }
            td { (page.say(labels::funding(row.funding.class))) }
            td { (row.count) }
            td { @if let Some(people) = row.people().value { (page.count(u64::from(people))) } }
            td { @if let Some(days) = row.days().halves { (shown::halves(u64::from(days), lang)) } }
            td { (foreign(&file.submission.path)) }
            td { (listing::line_of_row(file, row)) }
        }
    }
}

/// What the figures that a row stands behind ask for.
fn tokens(file: &FileRead, row: &Delegation) -> String {
    let mut tokens = vec![row.kind.code()];
    tokens.extend(row.direction.map(|direction| direction.code()));
    tokens.extend(row.country_keys());
    tokens.push(row.period.class().code());
    tokens.push(row.funding.class.code());
    let department = department_token(file.department as usize);
    tokens.push(&department);
    tokens.join(" ")
}
