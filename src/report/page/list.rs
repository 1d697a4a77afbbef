//! How the page shows a table of rows: a frame that scrolls, a header, a cell for what each column says.

use super::{Page, foreign};
use crate::report::speak::Speak;
use crate::report::table::{Cells, Row, Value};
use crate::rules;
use crate::words::{Words, shown};
use maud::{Markup, PreEscaped, html};

/// A frame in which a wide table scrolls.
pub fn scroll(label: &str, table: Markup) -> Markup {
    html! {
        div.scroll tabindex="0" role="group" aria-label=(label) { (table) }
    }
}

/// A table of rows with these columns.
pub fn list<R: Row>(
    page: Page,
    caption: &str,
    columns: &[R::Column],
    rows: impl Iterator<Item = R>,
) -> Markup {
    html! {
        table.tool {
            caption { (caption) }
            thead { tr {
                @for column in columns {
                    @let spec = R::spec(*column);
                    th.number[matches!(spec.cells, Cells::Numeral | Cells::Count)] scope="col" { (page.say(spec.heading)) }
                }
            } }
            tbody {
                @for row in rows {
                    tr { @for column in columns { (cell(page, R::spec(*column).cells, row.value(*column))) } }
                }
            }
        }
    }
}

fn cell(page: Page, cells: Cells, value: Value) -> Markup {
    let class = match cells {
        Cells::RowHeading => return html! { th scope="row" { (content(page, value)) } },
        Cells::Path => "path",
        Cells::Quoted => "cell",
        Cells::Numeral | Cells::Count => "number",
        Cells::Text | Cells::Centred => return html! { td { (content(page, value)) } },
    };
    html! { td class=(class) { (content(page, value)) } }
}

fn content(page: Page, value: Value) -> Markup {
    match value {
        Value::Number(number) => html! { (page.count(number)) },
        Value::Lines(lines) => html! { @for line in lines { div { (foreign(line)) } } },
        Value::Day(day, lang) => html! { (shown::day(day, lang)) },
        Value::State { code, name, late } => html! {
            span class={ "state " (code) } { span aria-hidden="true" { (sign(code)) } " " (name) }
            @if let Some(late) = late { " " span.state.late { (late) } }
        },
        Value::Reasons(errors, lang) => html! {
            @for error in errors {
                div { code { (error.code) } " " (foreign(&rules::message(error, lang))) }
            }
        },
        Value::Remarked { text, remark } => html! {
            (foreign(&text)) p.explained { (foreign(&remark)) }
        },
        value => html! { (foreign(&value.for_people())) },
    }
}

/// A state with its sign, as it stands in a cell.
pub fn state(page: Page, state: Value) -> Markup {
    content(page, state)
}

/// A sign beside the words of a state: told apart without colour.
fn sign(state: &str) -> &'static str {
    match state {
        "submitted" => "✓",
        "nil" => "○",
        "nil_unconfirmed" => "?",
        "missing" => "✕",
        "unreadable" => "!",
        _ => "·",
    }
}

/// A column of a table of ten thousand rows: its class stands in the header alone.
#[derive(Debug, Clone, Copy)]
pub struct Heading {
    name: Words,
    class: &'static str,
}

impl Heading {
    pub const fn text(name: Words) -> Heading {
        Heading { name, class: "" }
    }

    pub const fn number(name: Words) -> Heading {
        let class = "number";
        Heading { name, class }
    }
}

/// The header of such a table.
pub fn header(page: Page, headings: &[Heading]) -> Markup {
    html! {
        thead { tr {
            @for heading in headings { th class=(heading.class) scope="col" { (page.say(heading.name)) } }
        } }
    }
}

/// Rows without the end tags that HTML lets go: a fifth of the bytes of ten thousand rows.
pub fn without_ends(rows: &[String]) -> Markup {
    PreEscaped(rows.concat().replace("</td>", "").replace("</tr>", ""))
}
