//! The rows behind every figure, each with its file and line.

use super::{MOST, Page, foreign};
use crate::model::dataset::{FileRead, Opened, Reader};
use crate::model::delegation::{Delegation, RowState};
use crate::report::listing;
use crate::words::Words;
use crate::words::{labels, shown};
use maud::{Markup, PreEscaped, html};

/// The token of a department: short, and free of characters that a list of tokens would split.
pub fn department_token(index: usize) -> String {
    format!("d{index}")
}

/// The accepted rows.
pub fn section(page: Page) -> Markup {
    let dataset = page.edition.dataset;
    let accepted = dataset.rows.accepted as usize;
    let heads = [
        (labels::DIRECTION, ""),
        (labels::DEPARTMENT, ""),
        (labels::FORM_NAME, ""),
        (labels::COUNTRY, ""),
        (labels::QUARTER, ""),
        (labels::FUNDING, ""),
        (labels::DELEGATIONS, "number"),
        (labels::PEOPLE, "number"),
        (labels::FORM_DAYS, "number"),
        (labels::FILE, ""),
        (labels::LINE, "number"),
    ];
    let rows = dataset.accepted().take(MOST);
    let mut reader = Reader::default();
    let rows: Vec<String> = rows
        .map(|(file, row)| line(page, reader.open(file), row).into_string())
        .collect();
    html! {
        p.print.note { (page.say(labels::PAGE_NOT_PRINTED)) }
        section.screen #rows {
            h2 { (page.say(labels::PAGE_ROWS)) " (" (page.count(dataset.rows.accepted)) ")" }
            p.note { (page.say(labels::PAGE_ROWS_INTRO)) }
            (page.cut(accepted, MOST, "delegations.csv"))
            div.scroll tabindex="0" role="region" aria-label=(page.say(labels::PAGE_ROWS)) {
                table.tool.rows.list #rows-table
                    data-search=(page.say(labels::PAGE_SEARCH))
                    data-all=(page.say(labels::PAGE_SHOW_ALL))
                    data-shown=(page.say(labels::PAGE_SHOWN)) {
                    caption { (page.say(labels::PAGE_ROWS)) }
                    thead { tr { @for (head, class) in heads { th class=(class) scope="col" { (page.say(head)) } } } }
                    tbody { (without_ends(&rows)) }
                }
            }
            (not_held(page, &heads))
        }
    }
}

/// Rows without the end tags that HTML lets go: a fifth of the bytes of ten thousand rows.
pub fn without_ends(rows: &[String]) -> Markup {
    PreEscaped(rows.concat().replace("</td>", "").replace("</tr>", ""))
}

/// Rows that are listed and in no figure.
fn not_held(page: Page, heads: &[(Words, &str)]) -> Markup {
    let rows = page.edition.dataset.rows();
    let rows: Vec<(&FileRead, &Delegation)> = rows
        .filter(|(_, row)| row.state == RowState::NotHeld)
        .collect();
    let title = page.say(labels::NOT_HELD);
    let mut reader = Reader::default();
    html! {
        @if !rows.is_empty() {
            h3 { (title) " (" (page.count(rows.len() as u64)) ")" }
            (page.cut(rows.len(), MOST, "delegations.csv"))
            div.scroll tabindex="0" role="region" aria-label=(title) {
                table.tool.rows.list {
                    caption { (title) }
                    thead { tr { @for (head, class) in heads { th class=(class) scope="col" { (page.say(*head)) } } } }
                    tbody { @for (file, row) in rows.into_iter().take(MOST) { (line(page, reader.open(file), row)) } }
                }
            }
        }
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
