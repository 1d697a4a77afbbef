//! A figure as the page shows it: what is not stated, what is in doubt, how many state money, the way to its rows.

use super::behind::Behind;
use super::{MOST, Page, department_token, foreign};
use crate::model::summary::Totals;
use crate::report::listing::By;
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::words::{Words, labels};
use maud::{Markup, html};

/// The way from a figure to the rows behind it.
#[derive(Debug)]
pub struct Way<'w> {
    /// The list of rows.
    pub list: &'static str,
    /// What its rows carry.
    pub tokens: &'w str,
    /// How many there are.
    pub rows: u64,
    /// A stop of the tab key: the other figures of a line lead to the same rows.
    pub is_stop: bool,
}

impl Page<'_> {
    /// A figure that leads to its rows.
    pub fn trace(&self, way: &Way, shown: Markup) -> Markup {
        let is_cut = self.edition.dataset.rows.accepted > MOST as u64;
        let index = (!way.is_stop).then_some("-1");
        html! {
            a href={ "#" (way.list) } data-f=(way.tokens) data-y=[is_cut.then_some(way.rows)] tabindex=[index] { (shown) }
        }
    }

    /// A figure of a line of a table, or of a total.
    pub fn figure(
        &self,
        part: Part,
        key: Option<(By, &str)>,
        measure: Measure,
        totals: &Totals,
        is_stop: bool,
    ) -> Markup {
        if totals.rows == 0 {
            return html! { span.zero { "–" } };
        }
        let behind = self.rows.line(part, key);
        let tokens = self.tokens(part, key);
        let way = Way {
            list: "rows",
            tokens: &tokens,
            rows: totals.rows,
            is_stop,
        };
        let all = self.stated(measure, totals, behind.stated);
        let is_moved = measure.whole(&behind.doubtful) != 0;
        self.trace(
            &way,
            html! {
                @if is_moved {
                    span.all { (all) sup { "*" } }
                    span.sure { (self.sure(measure, totals, &behind)) }
                } @else { (all) }
            },
        )
    }

    /// The figure without the rows in doubt.
    fn sure(&self, measure: Measure, totals: &Totals, behind: &Behind) -> Markup {
        let stated = behind.stated - behind.doubtful_stated;
        self.stated(measure, &totals.less(behind.doubtful), stated)
    }

    /// The number, or "…" where no row states it; money with the number of delegations that state it.
    fn stated(&self, measure: Measure, totals: &Totals, stated: u64) -> Markup {
        let is_unstated = measure.is_zero(totals) && unstated(measure, totals) > 0;
        let is_partly =
            measure == Measure::Amount && totals.rows_without_amount > 0 && !is_unstated;
        html! {
            @if is_unstated { "…" } @else { (measure.shown(totals, self.edition.lang)) }
            @if is_partly {
                small { (self.fill(labels::OF_STATED, &[&self.count(stated), &self.count(totals.delegations)])) }
            }
        }
    }

    /// The figures of a line, each with the way to its rows.
    pub fn figures(&self, part: Part, key: Option<(By, &str)>, totals: &Totals) -> Markup {
        html! {
            @for (nth, measure) in Measure::FIGURES.into_iter().enumerate() {
                td.number.first[nth == 0] { (self.figure(part, key, measure, totals, nth == 0)) }
            }
        }
    }

    /// The figures of a line that no rows of the page stand behind, with what stands for none.
    pub fn plain_figures(&self, totals: &Totals, none: &str) -> Markup {
        html! {
            @for (nth, measure) in Measure::FIGURES.into_iter().enumerate() {
                td.number.first[nth == 0] {
                    @if measure.is_zero(totals) { span.zero { (none) } }
                    @else { (measure.shown(totals, self.edition.lang)) }
                }
            }
        }
    }

    /// What the rows behind a line carry.
    pub fn tokens(&self, part: Part, key: Option<(By, &str)>) -> String {
        match key {
            None => part.codes(),
            Some((By::Department, slug)) => {
                let mut departments = self.edition.dataset.departments.iter();
                let index = departments.position(|department| department.slug == slug);
                let token = index.map_or_else(String::new, department_token);
                format!("{} {token}", part.codes())
            }
            Some((_, key)) => format!("{} {key}", part.codes()),
        }
    }

    /// How much is in doubt, in words.
    pub fn doubt_note(&self, words: Words, doubtful: &Totals) -> String {
        let counts =
            [doubtful.rows, doubtful.delegations, doubtful.people].map(|number| self.count(number));
        foreign(&self.fill(words, &[&counts[0], &counts[1], &counts[2]]))
    }
}

/// Rows that do not state what is counted.
fn unstated(measure: Measure, totals: &Totals) -> u64 {
    match measure {
        Measure::People => totals.rows_without_people,
        Measure::PersonDays => totals.rows_without_days + totals.rows_without_people,
        Measure::Amount => totals.rows_without_amount,
        _ => 0,
    }
}
