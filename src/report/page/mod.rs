//! `report.html`: one self-contained page for people; it needs no network, and no script to be read.

mod behind;
mod changes;
mod charts;
mod cross;
mod departments;
mod figure;
mod figures;
mod findings;
mod glance;
mod headline;
mod ledger;
mod list;
mod names;
mod planned;
mod rows;
mod strips;

#[cfg(test)]
mod browser;
#[cfg(test)]
mod tests;

use super::listing;
use crate::edition::Edition;
use crate::model::finding::Lang;
use crate::model::section::Kind;
use crate::model::summary::Grand;
use crate::report::speak::Speak;
use crate::report::table::part::{Part, kind_name, years_name};
use crate::words::{Words, labels, shown};
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");
/// Nothing may be fetched, framed or sent; style and script stand in the page itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; \
     img-src data:; base-uri 'none'; form-action 'none'";
/// Rows of one table.
const MOST: usize = 10_000;

/// What every part of the page is made with.
#[derive(Debug, Clone, Copy)]
struct Page<'a> {
    edition: &'a Edition<'a>,
    /// The rows behind the figures.
    rows: &'a behind::Rows<'a>,
}

impl Speak for Page<'_> {
    fn lang(&self) -> Lang {
        self.edition.lang
    }
}

/// The token of a department: short, and free of characters that a list of tokens would split.
fn department_token(index: usize) -> String {
    format!("d{index}")
}

/// Text from a submission: escaped by the template, and with what does not show made visible.
fn foreign(text: &str) -> String {
    shown::visible(text).into_owned()
}

/// The page as one string; the same edition gives the same bytes.
pub fn render(edition: &Edition) -> String {
    let rows = behind::Rows::of(edition.dataset);
    let page = Page {
        edition,
        rows: &rows,
    };
    let years = years_name(edition);
    let title = page.say(labels::TITLE);
    let markup = html! {
        (DOCTYPE)
        html lang=(edition.lang.pick("vi", "en")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) " - " (years) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { (page.say(labels::PAGE_SKIP)) }
                (page.letterhead(title, &years))
                (page.contents())
                main #main {
                    (glance::glance(page))
                    (changes::section(page))
                    (planned::section(page))
                    (figures::tables(page))
                    (cross::section(page))
                    (ledger::section(page))
                    (departments::section(page))
                    (findings::section(page))
                    (findings::rejected(page))
                    (rows::section(page))
                    (ledger::account(page))
                }
                footer { p { (page.say(labels::PAGE_FOOT)) } }
                script type="application/json" #page-data { (PreEscaped(names::json(page))) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    markup.into_string()
}

/// Parts of the page: their ids, and what the menu calls them.
const PARTS: [(&str, Words); 13] = [
    ("glance", labels::PAGE_GLANCE),
    ("changes", labels::MENU_CHANGES),
    ("planned", labels::MENU_PLANNED),
    ("countries", labels::SHEET_COUNTRY),
    ("quarters", labels::PAGE_QUARTERS),
    ("funding", labels::MENU_FUNDING),
    ("departments", labels::PAGE_DEPARTMENTS),
    ("cross", labels::MENU_CROSS),
    ("ledger", labels::PAGE_LEDGER),
    ("each", labels::PAGE_EACH),
    ("findings", labels::SHEET_REVIEW),
    ("rejected", labels::SHEET_REJECTED),
    ("rows", labels::PAGE_ROWS),
];

impl Page<'_> {
    fn letterhead(&self, title: &str, years: &str) -> Markup {
        let office = self.edition.office;
        let province = office.province.trim();
        html! {
            header.letterhead {
                div.bodies {
                    p.office {
                        span.parent { (foreign(&office.parent).to_uppercase()) }
                        strong { (foreign(&office.name).to_uppercase()) }
                    }
                    p.nation {
                        strong { (self.say(labels::NATION)) }
                        span.motto { (self.say(labels::MOTTO)) }
                    }
                }
                h1 {
                    (title)
                    @if !province.is_empty() {
                        " - " (self.fill(labels::PROVINCE, &[&foreign(province)]).to_uppercase())
                    }
                }
                p.years { (years) }
            }
        }
    }

    fn contents(&self) -> Markup {
        html! {
            nav.contents aria-label=(self.say(labels::PAGE_CONTENTS)) {
                details #menu open {
                    summary { (self.say(labels::PAGE_CONTENTS)) }
                    ul {
                        @for (id, name) in PARTS {
                            li { a href={ "#" (id) } { (self.say(name)) } }
                        }
                    }
                }
            }
        }
    }

    /// A part of the page under its heading, which folds it.
    fn part(&self, id: &str, title: &str, body: Markup) -> Markup {
        html! {
            section id=(id) {
                details.part open { summary { h2 { (title) } } (body) }
            }
        }
    }

    /// A department by its name, with the way to its fold.
    fn department_link(&self, index: u32) -> Markup {
        let department = self.edition.dataset.departments.get(index as usize);
        html! { @if let Some(department) = department { a href={ "#d" (index) } { (foreign(&department.name)) } } }
    }

    /// The files that hold a table for machines.
    fn download(&self, files: &[&str]) -> Markup {
        html! {
            p.download.screen {
                (self.say(labels::PAGE_DOWNLOAD))
                @for file in files { " " a href=(file) download { (file) } }
            }
        }
    }

    fn kinds(&self) -> Vec<Kind> {
        listing::kinds(self.edition.summary)
    }

    /// The totals of a kind that there are, outbound first.
    fn grands(&self, kind: Kind) -> impl Iterator<Item = &Grand> {
        let parts = Part::of_kind(kind).into_iter();
        parts.filter_map(|part| part.grand(self.edition.summary))
    }

    /// "Only 10.000 of 12.345 lines are shown …"; nothing where all are.
    fn cut(&self, lines: usize, most: usize, file: &str) -> Markup {
        html! {
            @if lines > most { p.note { (self.cut_note(most, lines, file)) } }
        }
    }

    /// The heading of the tables of a kind.
    fn kind_name(&self, kind: Kind) -> String {
        kind_name(self.edition, kind)
    }
}
