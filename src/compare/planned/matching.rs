//! Which planned row is which row of the results: the likest first, each delegation once.

use super::likeness::{Likeness, Rarity, Traits, identity, likeness};
use crate::model::comparison::{Comparison, Pair};
use crate::model::dataset::{Dataset, Reader};
use crate::model::delegation::RowState;
use crate::model::section::{Direction, Kind};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, VecDeque};

/// Pairs of one department and direction beyond which they are not compared one by one: the time of a
/// run stays linear.
const MOST_PAIRS: usize = 40_000;
/// A second row as near as this leaves a doubt which of them it is.
const NEAR: f64 = 0.05;

/// Delegations of each row that no pair has taken yet.
struct Left {
    planned: Vec<u32>,
    results: Vec<u32>,
}

/// Two rows that may be one delegation.
struct Proposal {
    planned: u32,
    result: u32,
    likeness: Likeness,
}

/// Pairs the rows of a comparison.
pub fn pair(comparison: &mut Comparison, dataset: &Dataset) {
    let planned: Vec<Traits> = comparison.rows.iter().map(Traits::of_planned).collect();
    let listed = dataset.rows().filter(|(_, row)| {
        let listed = matches!(row.state, RowState::Accepted | RowState::NotHeld);
        listed && row.kind == Kind::Realised && row.direction.is_some()
    });
    let mut reader = Reader::default();
    let results: Vec<Traits> = listed
        .map(|(file, row)| Traits::of_result(reader.open(file), row))
        .collect();
    let mut left = Left {
        planned: comparison.rows.iter().map(|row| row.count).collect(),
        results: comparison.results.iter().map(|row| row.count).collect(),
    };
    equal(comparison, &planned, &results, &mut left);
    let rarity = Rarity::of(planned.iter().chain(&results));
    alike(comparison, (&planned, &results), &rarity, &mut left);
    elsewhere(comparison, &planned, &results, &mut left);
    comparison
        .pairs
        .sort_by_key(|pair| (pair.planned, pair.result));
}

/// Takes what both rows have left.
fn take(
    comparison: &mut Comparison,
    left: &mut Left,
    (planned, result): (u32, u32),
    certain: bool,
) {
    let units = left.planned[planned as usize].min(left.results[result as usize]);
    if units == 0 {
        return;
    }
    left.planned[planned as usize] -= units;
    left.results[result as usize] -= units;
    let outcome = &mut comparison.results[result as usize];
    outcome.planned.get_or_insert(planned);
    if certain {
        outcome.certain += units;
    } else {
        outcome.doubtful += units;
    }
    comparison.pairs.push(Pair {
        planned,
        result,
        units,
        certain,
    });
}

type Owner = (Direction, u32);

/// Rows of one department that bear the same name, countries and quarter.
fn equal(comparison: &mut Comparison, planned: &[Traits], results: &[Traits], left: &mut Left) {
    let mut named: FxHashMap<_, VecDeque<u32>> = FxHashMap::default();
    for (index, row) in (0..).zip(planned) {
        if !row.name.is_empty() {
            let owner = owner_of_planned(comparison, index);
            named
                .entry((owner, identity(row)))
                .or_default()
                .push_back(index);
        }
    }
    for (index, row) in (0..).zip(results) {
        let owner = owner_of_result(comparison, index);
        if let Some(queue) = named.get_mut(&(owner, identity(row))) {
            take_first(comparison, left, (queue, index), true);
        }
    }
}

/// Takes planned rows from the head of a queue while the result has delegations left.
fn take_first(
    comparison: &mut Comparison,
    left: &mut Left,
    (queue, result): (&mut VecDeque<u32>, u32),
    certain: bool,
) {
    while left.results[result as usize] > 0
        && let Some(&planned) = queue.front()
    {
        take(comparison, left, (planned, result), certain);
        if left.planned[planned as usize] == 0 {
            queue.pop_front();
        }
    }
}

fn owner_of_planned(comparison: &Comparison, index: u32) -> Owner {
    let index = index as usize;
    (
        comparison.rows[index].direction,
        comparison.departments[index],
    )
}

fn owner_of_result(comparison: &Comparison, index: u32) -> Owner {
    let row = &comparison.results[index as usize];
    (row.direction, row.department)
}

/// Rows of one department that are alike, the likest first.
fn alike(
    comparison: &mut Comparison,
    (planned, results): (&[Traits], &[Traits]),
    rarity: &Rarity,
    left: &mut Left,
) {
    let mut owners: BTreeMap<Owner, [Vec<u32>; 2]> = BTreeMap::new();
    for index in (0..planned.len() as u32).filter(|index| left.planned[*index as usize] > 0) {
        owners
            .entry(owner_of_planned(comparison, index))
            .or_default()[0]
            .push(index);
    }
    for index in (0..results.len() as u32).filter(|index| left.results[*index as usize] > 0) {
        owners
            .entry(owner_of_result(comparison, index))
            .or_default()[1]
            .push(index);
    }
    for [plans, held] in owners.values() {
        if plans.len() * held.len() > MOST_PAIRS {
            comparison.uncompared += held.len() as u32;
            continue;
        }
        let mut proposals = Vec::new();
        for &index in plans {
            for &result in held {
                let pair = (&planned[index as usize], &results[result as usize]);
                let found = likeness(pair.0, pair.1, rarity);
                proposals.extend(found.map(|likeness| Proposal {
                    planned: index,
                    result,
                    likeness,
                }));
            }
        }
        proposals.sort_by(|a, b| {
            let score = b.likeness.score.total_cmp(&a.likeness.score);
            score.then_with(|| (a.planned, a.result).cmp(&(b.planned, b.result)))
        });
        for index in 0..proposals.len() {
            let proposal = &proposals[index];
            let free = left.planned[proposal.planned as usize] > 0
                && left.results[proposal.result as usize] > 0;
            if free {
                let certain = proposal.likeness.clear
                    && !contested(&proposals[index + 1..], proposal, (planned, results), left);
                let pair = (proposal.planned, proposal.result);
                take(comparison, left, pair, certain);
            }
        }
    }
}

/// Whether another free row, which somebody could tell from this one, comes as near.
fn contested(
    rest: &[Proposal],
    best: &Proposal,
    (planned, results): (&[Traits], &[Traits]),
    left: &Left,
) -> bool {
    let near = rest
        .iter()
        .take_while(|other| best.likeness.score - other.likeness.score < NEAR);
    near.into_iter().any(|other| {
        let free =
            left.planned[other.planned as usize] > 0 && left.results[other.result as usize] > 0;
        let rival = |rows: &[Traits], one: u32, two: u32| {
            one != two && identity(&rows[one as usize]) != identity(&rows[two as usize])
        };
        let same_result =
            other.result == best.result && rival(planned, best.planned, other.planned);
        let same_plan = other.planned == best.planned && rival(results, best.result, other.result);
        free && (same_result || same_plan)
    })
}

/// Rows of two departments under one name: a delegation that changed hands, or two; never certain.
fn elsewhere(comparison: &mut Comparison, planned: &[Traits], results: &[Traits], left: &mut Left) {
    const WORDS: usize = 3;
    let mut named: FxHashMap<(Direction, &str, &[String]), VecDeque<u32>> = FxHashMap::default();
    for (index, row) in (0..).zip(planned) {
        if row.words.len() >= WORDS && left.planned[index as usize] > 0 {
            let key = (
                comparison.rows[index as usize].direction,
                row.name.as_str(),
                &row.countries[..],
            );
            named.entry(key).or_default().push_back(index);
        }
    }
    for (index, row) in (0..).zip(results) {
        let direction = comparison.results[index as usize].direction;
        if let Some(queue) = named.get_mut(&(direction, row.name.as_str(), &row.countries[..])) {
            take_first(comparison, left, (queue, index), false);
        }
    }
}
