//! The figures that an earlier campaign published, read back from its machine tables.

use crate::model::section::{Direction, Kind};
use crate::model::summary::{Grand, Line, Summary, Totals};
use std::collections::HashMap;
use std::path::Path;

/// The summary published in a year's folder, without its cube; `None` where none is published or a
/// table of it cannot be read: a comparison that is not certain is not shown.
pub fn read(folder: &Path) -> Option<Summary> {
    let by = |key: &str| lines(&folder.join(format!("by_{key}.csv")), key);
    let mut summary = Summary {
        by_country: by("country")?,
        by_quarter: by("quarter")?,
        by_funding: by("funding")?,
        by_department: by("department")?,
        ..Summary::default()
    };
    add_grand(&mut summary);
    Some(summary)
}

/// A summary as it will read back once it is published.
pub fn as_published(summary: &Summary) -> Summary {
    let mut read = Summary {
        by_country: summary.by_country.clone(),
        by_quarter: summary.by_quarter.clone(),
        by_funding: summary.by_funding.clone(),
        by_department: summary.by_department.clone(),
        ..Summary::default()
    };
    let tables = [
        &mut read.by_country,
        &mut read.by_quarter,
        &mut read.by_funding,
        &mut read.by_department,
    ];
    for line in tables.into_iter().flatten() {
        line.totals.rows = 0;
    }
    add_grand(&mut read);
    read
}

fn add_grand(summary: &mut Summary) {
    for kind in Kind::ALL {
        for direction in Direction::ALL {
            let grand = grand(summary, kind, direction);
            summary.grand.extend(grand);
        }
    }
}

/// Quarters do not overlap: their sum is the distinct total.
fn grand(summary: &Summary, kind: Kind, direction: Direction) -> Option<Grand> {
    let own = |line: &&Line| line.kind == kind && line.direction == direction;
    let sum = |lines: &[Line]| {
        lines
            .iter()
            .filter(own)
            .fold(Totals::default(), |mut sum, line| {
                sum += line.totals;
                sum
            })
    };
    let year = summary.by_quarter.iter().find(own)?.year;
    let totals = sum(&summary.by_quarter);
    Some(Grand {
        kind,
        year,
        direction,
        totals,
        countries_excess: sum(&summary.by_country).less(totals),
        departments_excess: sum(&summary.by_department).less(totals),
        rejected: 0,
    })
}

fn lines(path: &Path, key: &str) -> Option<Vec<Line>> {
    let mut reader = csv::Reader::from_path(path).ok()?;
    let records = reader.deserialize::<HashMap<String, String>>();
    records.map(|record| line(&record.ok()?, key)).collect()
}

fn line(record: &HashMap<String, String>, key: &str) -> Option<Line> {
    let count = |name: &str| record.get(name)?.parse::<u64>().ok();
    let coded = |name: &str| record.get(name).map(String::as_str);
    Some(Line {
        kind: Kind::ALL
            .into_iter()
            .find(|kind| coded("kind") == Some(kind.code()))?,
        year: record.get("year")?.parse().ok()?,
        direction: Direction::ALL
            .into_iter()
            .find(|d| coded("direction") == Some(d.code()))?,
        key: record.get(key)?.clone(),
        totals: Totals {
            delegations: count("delegations")?,
            people: count("people")?,
            person_half_days: half_days(record.get("person_days")?)?,
            amount_vnd: record.get("amount_vnd")?.parse().ok()?,
            rows: 0,
            rows_without_people: count("rows_without_people")?,
            rows_without_days: count("rows_without_days")?,
            rows_without_amount: count("rows_without_amount")?,
        },
    })
}

/// "88" or "0.5" as half days.
fn half_days(text: &str) -> Option<u64> {
    match text.split_once('.') {
        None => text.parse::<u64>().ok()?.checked_mul(2),
        Some((whole, "5")) => whole.parse::<u64>().ok()?.checked_mul(2)?.checked_add(1),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "delegations,people,person_days,amount_vnd,rows_without_people,rows_without_days,rows_without_amount";

    #[test]
    fn a_published_year_reads_back_and_a_torn_one_is_not_compared() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(read(dir.path()), None);
        for (key, codes) in [
            ("country", "LA"),
            ("quarter", "Q3"),
            ("funding", "aid"),
            ("department", "so-y-te"),
        ] {
            let row = format!("plan,2020,outbound,{codes},2,16,0.5,7,0,1,2");
            let text = format!("kind,year,direction,{key},{HEAD}\n{row}\n");
            std::fs::write(dir.path().join(format!("by_{key}.csv")), text).unwrap();
        }
        let summary = read(dir.path()).unwrap();
        let grand = summary.grand(Kind::Plan, Direction::Outbound).unwrap();
        assert_eq!(
            (
                grand.year,
                grand.totals.people,
                grand.totals.person_half_days
            ),
            (2020, 16, 1)
        );
        assert_eq!(summary.grand(Kind::Plan, Direction::Inbound), None);
        std::fs::write(dir.path().join("by_country.csv"), "kind,year\nplan,x\n").unwrap();
        assert_eq!(read(dir.path()), None);
    }
}
