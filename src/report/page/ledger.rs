//! Who has sent what, and the accounting of lines, rows and files.

use super::list::{scroll, state};
use super::{Page, headline};
use crate::model::ledger::LedgerLine;
use crate::report::speak::Speak;
use crate::report::table::account::{Account, accounts};
use crate::report::table::ledger;
use crate::report::table::part::Part;
use crate::words::labels;
use maud::{Markup, html};

/// The matrix of departments and tables.
pub fn section(page: Page) -> Markup {
    let title = page.say(labels::PAGE_LEDGER);
    let body = html! {
        p.lead { (headline::ledger(page)) }
        (scroll(title, matrix(page)))
        (page.download(&["submissions.csv"]))
    };
    page.part("ledger", title, body)
}

fn matrix(page: Page) -> Markup {
    let departments = (0u32..).take(page.edition.dataset.departments.len());
    html! {
        table.tool {
            caption { (page.say(labels::PAGE_LEDGER)) }
            thead { tr {
                th scope="col" { (page.say(labels::DEPARTMENT)) }
                @for part in Part::all() {
                    th scope="col" {
                        (page.say(labels::direction(part.direction))) " - " (page.kind_name(part.kind).to_lowercase())
                    }
                }
            } }
            tbody {
                @for index in departments {
                    tr {
                        th scope="row" { (page.department_link(index)) }
                        @for part in Part::all() {
                            td {
                                @for line in lines(page, index, part) {
                                    (state(page, ledger::state(page.edition, line)))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The lines about a table that a department owes.
fn lines<'a>(page: Page<'a>, department: u32, part: Part) -> impl Iterator<Item = &'a LedgerLine> {
    let ledger = page.edition.dataset.ledger.iter();
    ledger.filter(move |line| {
        line.department == Some(department)
            && line.kind == Some(part.kind)
            && line.direction == Some(part.direction)
    })
}

/// Lines by class, rows and files by state, each with its sum.
pub fn account(page: Page) -> Markup {
    let body = html! { div.lists { @for account in accounts(page.edition) { (sum_list(page, &account)) } } };
    page.part("account", page.say(labels::PAGE_ACCOUNT), body)
}

fn sum_list(page: Page, account: &Account) -> Markup {
    let name = page.say(account.heading);
    html! {
        table {
            caption { (name) }
            thead { tr { th scope="col" { (name) } th.number scope="col" { (page.say(account.unit)) } } }
            tbody {
                @for line in &account.lines {
                    tr { th scope="row" { (line.name) } td.number { (page.count(line.count)) } }
                }
            }
            tfoot { tr.total {
                th scope="row" { (page.say(labels::TOTAL)) }
                td.number { (page.count(account.sum())) }
            } }
        }
    }
}
