//! The first sentence of each part: what a reader who reads nothing else should know.

use super::{Page, foreign};
use crate::model::comparison::Comparison;
use crate::model::finding::{Finding, Severity};
use crate::model::ledger::LedgerLine;
use crate::model::section::{Direction, Kind};
use crate::model::value::Quarter;
use crate::report::listing::{self, KeyRow};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::words::{labels, shown};
use std::collections::BTreeSet;

/// "Kế hoạch năm 2021: 79 đoàn ra (1.036 lượt người), 55 đoàn vào (720 lượt người)."
pub fn kind(page: Page, kind: Kind) -> String {
    let parts = Part::of_kind(kind).map(|part| {
        let totals = part.totals(page.edition.summary);
        let direction = page.say(labels::direction(part.direction)).to_lowercase();
        let counts = [page.count(totals.delegations), page.count(totals.people)];
        page.fill(labels::LEAD_PART, &[&counts[0], &direction, &counts[1]])
    });
    format!("{}: {}.", page.kind_name(kind), parts.join(", "))
}

/// Which line has most: "Đoàn ra: Lào chiếm 73% lượt người (389/530)."
pub fn most(page: Page, kind: Kind, measure: Measure, rows: &[KeyRow]) -> String {
    let sentences = Part::of_kind(kind).map(|part| {
        let side = part.direction as usize;
        let direction = page.say(labels::direction(part.direction));
        let grand = part.totals(page.edition.summary);
        // The first of several that are equal.
        let top = rows
            .iter()
            .rev()
            .max_by_key(|row| measure.whole(&row.totals[side]));
        match top.filter(|_| !measure.is_zero(&grand)) {
            None => format!("{direction}: {}.", absent(page, part)),
            Some(top) => {
                let own = &top.totals[side];
                let share = shown::percent(measure.value(own), measure.value(&grand), page.lang());
                let counts = [own, &grand].map(|totals| measure.shown(totals, page.lang()));
                let name = page.say(measure.heading()).to_lowercase();
                let values = [
                    direction,
                    &foreign(&top.label),
                    &share,
                    &name,
                    &counts[0],
                    &counts[1],
                ];
                page.fill(labels::LEAD_MOST, &values)
            }
        }
    });
    sentences.join(" ")
}

/// "Không có" where every department that owes the table has said so; how many have not, otherwise.
pub fn absent(page: Page, part: Part) -> String {
    let totals = part.totals(page.edition.summary);
    let ledger = page.edition.dataset.ledger.iter();
    let silent = ledger.filter(|line| {
        line.direction == Some(part.direction)
            && line.kind == Some(part.kind)
            && ["missing", "unreadable", "nil_unconfirmed"].contains(&line.state)
    });
    let departments: BTreeSet<Option<u32>> = silent.map(|line| line.department).collect();
    match departments.len() {
        _ if totals.rows > 0 => page.say(labels::NOT_STATED).to_string(),
        0 => page.say(labels::NOTHING).to_lowercase(),
        silent => page.fill(labels::NOT_YET_KNOWN, &[&page.count(silent as u64)]),
    }
}

/// How many findings there are, by severity, and of how many departments.
pub fn findings(page: Page) -> String {
    let findings = &page.edition.dataset.findings;
    let counts = Severity::ALL.map(|severity| {
        let own = findings
            .iter()
            .filter(|finding| finding.severity == severity);
        let name = page.say(labels::severity(severity)).to_lowercase();
        format!("{} {name}", page.count(own.count() as u64))
    });
    let of = |finding: &Finding| listing::department_of(page.edition.dataset, finding).to_string();
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let departments: BTreeSet<String> = errors.map(of).filter(|name| !name.is_empty()).collect();
    page.fill(
        labels::LEAD_FINDINGS,
        &[&counts.join(", "), &page.count(departments.len() as u64)],
    )
}

/// "Đoàn ra: thực hiện 12/20 đoàn trong kế hoạch (60%), 3 đoàn ngoài kế hoạch."
pub fn planned(page: Page, comparison: &Comparison) -> String {
    let sentences = Direction::ALL.map(|direction| {
        let figures = comparison.total(direction);
        let share = shown::percent(figures.done as f64, figures.planned as f64, page.lang());
        let counts =
            [figures.done, figures.planned, figures.outside].map(|number| page.count(number));
        let name = page.say(labels::direction(direction));
        page.fill(
            labels::LEAD_PLANNED,
            &[name, &counts[0], &counts[1], &share, &counts[2]],
        )
    });
    sentences.join(" ")
}

/// How many state their month, and which has most: "Đoàn ra: 40/79 đoàn ghi rõ tháng, nhiều nhất tháng 6 (12 đoàn)."
pub fn months(page: Page, kind: Kind) -> String {
    let sentences = Part::of_kind(kind).into_iter().filter_map(|part| {
        let months = page.rows.months(part);
        let all: u64 = months.iter().sum();
        let top = (1..=12)
            .rev()
            .max_by_key(|month| months[*month])
            .filter(|month| months[*month] > 0)?;
        let counts = [all - months[0], all, months[top]].map(|number| page.count(number));
        let name = page.say(labels::direction(part.direction));
        let values = [name, &counts[0], &counts[1], &top.to_string(), &counts[2]];
        Some(page.fill(labels::LEAD_MONTH, &values))
    });
    sentences.collect::<Vec<_>>().join(" ")
}

/// Which country has most in which quarter.
pub fn cross(page: Page, kind: Kind) -> String {
    let sentences = Part::of_kind(kind).into_iter().filter_map(|part| {
        let countries = listing::cross(page.edition, part);
        let cells = countries.iter().flat_map(|country| {
            let quarters = Quarter::ALL.into_iter().zip(country.quarters);
            quarters.map(move |(quarter, totals)| (country, quarter, totals.delegations))
        });
        let first = cells.reduce(|top, cell| if cell.2 > top.2 { cell } else { top });
        let (country, quarter, count) = first.filter(|(.., count)| *count > 0)?;
        let name = page.say(labels::direction(part.direction));
        let quarter = page.say(labels::quarter(quarter));
        Some(page.fill(
            labels::LEAD_CROSS,
            &[name, &foreign(&country.label), quarter, &page.count(count)],
        ))
    });
    sentences.collect::<Vec<_>>().join(" ")
}

/// How many departments have sent all that they owe.
pub fn ledger(page: Page) -> String {
    let dataset = page.edition.dataset;
    let of = |is_meant: &dyn Fn(&LedgerLine) -> bool| -> BTreeSet<u32> {
        let lines = dataset
            .ledger
            .iter()
            .filter(|line| line.kind.is_some() && is_meant(line));
        lines.filter_map(|line| line.department).collect()
    };
    let all = of(&|line| !["superseded", "duplicate", "ignored"].contains(&line.state));
    let open = of(&|line| ["missing", "unreadable"].contains(&line.state));
    let counts = [all.len() - open.len(), all.len()].map(|number| page.count(number as u64));
    page.fill(labels::LEAD_LEDGER, &[&counts[0], &counts[1]])
}
