//! The plan for a year, read back from the `delegations.csv` that an earlier campaign published.

use crate::model::comparison::Planned;
use crate::model::section::{Direction, Kind};
use crate::model::value::{CountryCode, Quarter, Status};
use std::collections::HashMap;

/// The plan for a year in a `delegations.csv`; `None` where it cannot be read.
pub fn plan(bytes: &[u8], year: i32) -> Option<Vec<Planned>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let mut headings = reader.headers().ok()?.iter();
    headings.find(|heading| *heading == "kind")?;
    let mut rows = Vec::new();
    for record in reader.deserialize::<HashMap<String, String>>() {
        let record = record.ok()?;
        let cell = |name: &str| record.get(name).map(|text| plain(text));
        let is_plan = cell("kind")? == Kind::Plan.code();
        if is_plan && cell("year")?.parse::<i32>().ok()? == year {
            rows.push(planned(&cell)?);
        }
    }
    Some(rows)
}

fn planned<'a>(cell: &impl Fn(&str) -> Option<&'a str>) -> Option<Planned> {
    let text = |name: &str| cell(name).map(String::from);
    let status = [
        Status::Done,
        Status::Postponed,
        Status::Cancelled,
        Status::Online,
    ];
    Some(Planned {
        direction: Direction::ALL
            .into_iter()
            .find(|d| cell("direction") == Some(d.code()))?,
        department: text("department")?,
        name: text("name")?,
        head: text("head")?,
        partner: text("partner")?,
        content: text("content")?,
        countries: cell("countries")?
            .split(';')
            .filter_map(CountryCode::new)
            .collect(),
        country_text: text("country_text")?,
        count: cell("count")?.parse().ok()?,
        people: match cell("people")? {
            "" => None,
            people => Some(people.parse().ok()?),
        },
        quarter: Quarter::ALL
            .into_iter()
            .find(|q| cell("quarter") == Some(q.code()))?,
        days: text("days")?,
        period_text: text("period_text")?,
        funding_text: text("funding_text")?,
        status: status
            .into_iter()
            .find(|status| cell("status") == Some(status.code())),
        file: text("file")?,
        line: text("line")?,
    })
}

/// A cell without the mark that keeps spreadsheets from taking it for a formula.
fn plain(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => text,
    }
}
