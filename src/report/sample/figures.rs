//! The figures of the sample campaign by brute force: an account of its own beside the program's.

use crate::model::dataset::Dataset;
use crate::model::delegation::{Delegation, RowState};
use crate::model::section::{Direction, Kind};
use crate::model::summary::{CubeCell, Grand, Line, Summary, Totals, VARIOUS};
use crate::model::value::{FundingClass, Quarter};
use std::collections::BTreeMap;

/// The figures by brute force: an account of its own beside the one that the program makes.
pub fn summarise(dataset: &Dataset) -> Summary {
    type Keyed = BTreeMap<(Kind, Direction, String), Totals>;
    let mut tables: [Keyed; 4] = Default::default();
    let mut cube: BTreeMap<(Kind, Direction, String, Quarter, FundingClass), Totals> =
        BTreeMap::new();
    let mut grand: BTreeMap<(Kind, Direction), Totals> = BTreeMap::new();
    for (file, row) in dataset.accepted() {
        let Some(direction) = row.direction else {
            continue;
        };
        let totals = totals(row);
        let (quarter, funding) = (row.period.class(), row.funding.class);
        let mut keys: Vec<String> = row.countries.codes.iter().map(|c| c.to_string()).collect();
        if keys.is_empty() {
            keys.push(VARIOUS.into());
        }
        for key in keys {
            *tables[0]
                .entry((row.kind, direction, key.clone()))
                .or_default() += totals;
            *cube
                .entry((row.kind, direction, key, quarter, funding))
                .or_default() += totals;
        }
        let slug = dataset.department(file).slug.clone();
        for (at, key) in [(1, quarter.code()), (2, funding.code()), (3, slug.as_str())] {
            *tables[at]
                .entry((row.kind, direction, key.into()))
                .or_default() += totals;
        }
        *grand.entry((row.kind, direction)).or_default() += totals;
    }
    let year = |kind| {
        if kind == Kind::Plan {
            dataset.year
        } else {
            dataset.results_year
        }
    };
    let [by_country, by_quarter, by_funding, by_department] = tables.map(|table| {
        let line = |((kind, direction, key), totals)| Line {
            kind,
            year: year(kind),
            direction,
            key,
            totals,
        };
        table.into_iter().map(line).collect::<Vec<Line>>()
    });
    let cell = |((kind, direction, country, quarter, funding), totals)| CubeCell {
        kind,
        year: year(kind),
        direction,
        country,
        quarter,
        funding,
        totals,
    };
    let cube = cube.into_iter().map(cell).collect();
    let mut all = Vec::new();
    for kind in Kind::ALL {
        for direction in Direction::ALL {
            let totals = grand.get(&(kind, direction)).copied().unwrap_or_default();
            let mut sum = Totals::default();
            let own = |line: &&Line| line.kind == kind && line.direction == direction;
            by_country
                .iter()
                .filter(own)
                .for_each(|line| sum += line.totals);
            let rejected = dataset.rows().filter(|(_, row)| {
                row.state == RowState::Rejected
                    && row.kind == kind
                    && row.direction == Some(direction)
            });
            all.push(Grand {
                kind,
                year: year(kind),
                direction,
                totals,
                countries_excess: sum.less(totals),
                departments_excess: Totals::default(),
                rejected: rejected.count() as u64,
            });
        }
    }
    Summary {
        by_country,
        by_quarter,
        by_funding,
        by_department,
        cube,
        grand: all,
    }
}

fn totals(row: &Delegation) -> Totals {
    Totals {
        delegations: u64::from(row.count),
        people: u64::from(row.people().value.unwrap_or(0)),
        person_half_days: row.person_half_days().unwrap_or(0),
        amount_vnd: row.money().vnd.unwrap_or(0),
        rows: 1,
        rows_without_people: u64::from(row.people().value.is_none()),
        rows_without_days: u64::from(row.days().halves.is_none()),
        rows_without_amount: u64::from(row.money().vnd.is_none()),
    }
}
