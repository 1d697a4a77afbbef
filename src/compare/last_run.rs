//! What changed since the last published run: which figures moved, and because of which submission.

use crate::model::comparison::{
    Because, Cause, Changes, Contribution, Measures, Part, Sources, Why, parts,
};
use crate::model::dataset::{Dataset, FileRead};
use crate::model::delegation::RowState;
use crate::model::summary::Summary;
use rayon::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A published run, as far as a later one is compared with it.
#[derive(Debug, Clone, Copy)]
pub struct Published<'a> {
    /// The day that it took for today.
    pub as_of: &'a str,
    /// As `run.json` has them.
    pub totals: &'a Value,
    /// None where the run did not write down what its submissions added.
    pub submissions: Option<&'a [Contribution]>,
    /// None where it did not write down what it told the departments.
    pub heard: Option<&'a BTreeMap<String, String>>,
    /// None where it did not write down what it was made with.
    pub sources: Option<&'a Sources>,
}

fn name((kind, direction): Part) -> String {
    format!("{} {}", kind.code(), direction.code())
}

/// What each submission of a campaign adds to its figures, by path.
pub fn contributions(dataset: &Dataset) -> Vec<Contribution> {
    let contribution = |file: &FileRead| Contribution {
        path: file.submission.path.clone(),
        digest: file.digest.get(..16).unwrap_or_default().to_string(),
        figures: figures(file),
    };
    dataset.files.par_iter().map(contribution).collect()
}

/// What the accepted rows of a file add, by the name of their part.
fn figures(file: &FileRead) -> BTreeMap<String, Measures> {
    let mut sums: BTreeMap<Part, Measures> = BTreeMap::new();
    let accepted = file.delegations.iter();
    for row in accepted.filter(|row| row.state == RowState::Accepted) {
        let Some(direction) = row.direction else {
            continue;
        };
        let own = [
            i64::from(row.count),
            row.people().value.map_or(0, i64::from),
            row.person_half_days().map_or(0, |halves| halves as i64),
            row.money().vnd.unwrap_or(0),
        ];
        let sum = sums.entry((row.kind, direction)).or_default();
        sum.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
    }
    sums.into_iter()
        .map(|(part, sum)| (name(part), sum))
        .collect()
}

/// The changes since the last published run; `sources` are those of this one.
pub fn since(last: Published, dataset: &Dataset, summary: &Summary, sources: &Sources) -> Changes {
    let now = parts().map(|part| current(summary, part)).collect();
    let submissions = contributions(dataset);
    changes(last, now, Some((&submissions, Some(sources))))
}

/// The changes between two published runs.
pub fn between(then: Published, now: Published) -> Changes {
    let figures = parts().map(|part| published(now.totals, part)).collect();
    let submissions = now.submissions.map(|own| (own, now.sources));
    changes(then, figures, submissions)
}

/// The figures that a run was published with.
pub fn figures_of(run: Published) -> Vec<(Part, Measures)> {
    parts()
        .map(|part| (part, published(run.totals, part)))
        .collect()
}

/// What a run was made of, as far as it wrote it down.
type MadeOf<'a> = (&'a [Contribution], Option<&'a Sources>);

fn changes(then: Published, now: Vec<Measures>, made_of: Option<MadeOf>) -> Changes {
    let figures = parts()
        .zip(now)
        .map(|(part, now)| (part, published(then.totals, part), now));
    let causes = then.submissions.zip(made_of);
    let causes = causes.map(|(before, (after, sources))| {
        let mut causes = causes_of(before, after);
        if let Some((then, now)) = then.sources.zip(sources) {
            name_reasons(&mut causes, then, now);
        }
        causes
    });
    Changes {
        since: then.as_of.to_string(),
        figures: figures.collect(),
        causes,
        heard: then.heard.cloned(),
    }
}

/// Says what made submissions count otherwise: a decision on them, another submission of the department,
/// and whatever else the two runs were made with.
fn name_reasons(causes: &mut [Cause], then: &Sources, now: &Sources) {
    let general = general(then, now);
    let came: Vec<String> = causes
        .iter()
        .filter(|cause| cause.why != Why::Recounted)
        .map(|cause| cause.path.clone())
        .collect();
    for cause in causes.iter_mut().filter(|one| one.why == Why::Recounted) {
        let decided = decisions(then, now, &cause.path);
        let beside = came
            .iter()
            .filter(|path| folder(path) == folder(&cause.path));
        let beside = beside.cloned().map(Because::Submission);
        cause.because = decided
            .chain(beside)
            .chain(general.iter().cloned())
            .collect();
    }
}

/// Decisions on a submission that only one of two runs applied.
fn decisions<'a>(
    then: &'a Sources,
    now: &'a Sources,
    path: &'a str,
) -> impl Iterator<Item = Because> + 'a {
    let only = |all: &'a Sources, others: &'a Sources| {
        let own = all.decisions.iter();
        own.filter(move |(name, _)| !others.decisions.contains_key(*name))
    };
    let changed = only(now, then).chain(only(then, now));
    let on_path = changed.filter(move |(_, paths)| paths.iter().any(|one| one == path));
    on_path.map(|(name, _)| Because::Decision(name.clone()))
}

/// What two runs were made with beside submissions and decisions, where it differs.
fn general(then: &Sources, now: &Sources) -> Vec<Because> {
    let names: BTreeSet<&String> = then.files.keys().chain(now.files.keys()).collect();
    let changed = names
        .into_iter()
        .filter(|name| then.files.get(*name) != now.files.get(*name));
    let mut general: Vec<Because> = changed.cloned().map(Because::File).collect();
    if then.program != now.program {
        general.push(Because::Program(then.program.clone(), now.program.clone()));
    }
    general
}

/// Year and department of a path.
fn folder(path: &str) -> (Option<&str>, Option<&str>) {
    let mut parts = path.split('/');
    (parts.next(), parts.next())
}

/// A total as `run.json` has it, and with it the history.
fn published(totals: &Value, (kind, direction): Part) -> Measures {
    let totals = &totals[kind.code()][direction.code()];
    let whole = |key: &str| totals.get(key).and_then(Value::as_i64).unwrap_or(0);
    let days = totals
        .get("person_days")
        .and_then(Value::as_f64)
        .unwrap_or(0.0);
    [
        whole("delegations"),
        whole("people"),
        (days * 2.0).round() as i64,
        whole("amount_vnd"),
    ]
}

fn current(summary: &Summary, (kind, direction): Part) -> Measures {
    let totals = summary
        .grand(kind, direction)
        .map(|grand| grand.totals)
        .unwrap_or_default();
    [
        totals.delegations as i64,
        totals.people as i64,
        totals.person_half_days as i64,
        totals.amount_vnd,
    ]
}

fn causes_of(then: &[Contribution], now: &[Contribution]) -> Vec<Cause> {
    fn by_path(list: &[Contribution]) -> BTreeMap<&str, &Contribution> {
        list.iter().map(|own| (own.path.as_str(), own)).collect()
    }
    let (then, now) = (by_path(then), by_path(now));
    let paths: BTreeSet<&str> = then.keys().chain(now.keys()).copied().collect();
    let cause = |path: &str| {
        let (before, after) = (then.get(path), now.get(path));
        let figure = |side: Option<&&Contribution>, part: Part| {
            side.and_then(|own| own.figures.get(&name(part)))
                .copied()
                .unwrap_or_default()
        };
        let difference = |part: Part| {
            let (before, after) = (figure(before, part), figure(after, part));
            (
                part,
                std::array::from_fn(|index| after[index] - before[index]),
            )
        };
        let moved: Vec<(Part, Measures)> = parts()
            .map(difference)
            .filter(|(_, moved)| *moved != Measures::default())
            .collect();
        let why = match (before, after) {
            (None, _) => Why::New,
            (_, None) => Why::Gone,
            (Some(before), Some(after)) if before.digest != after.digest => Why::Replaced,
            _ if moved.is_empty() => return None,
            _ => Why::Recounted,
        };
        Some(Cause {
            path: path.to_string(),
            why,
            moved,
            because: Vec::new(),
        })
    };
    paths.into_iter().filter_map(cause).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contribution(path: &str, digest: &str, delegations: i64) -> Contribution {
        let figures = BTreeMap::from([("plan outbound".into(), [delegations, 0, 0, 0])]);
        Contribution {
            path: path.into(),
            digest: digest.into(),
            figures,
        }
    }

    #[test]
    fn a_figure_moved_because_a_submission_came_changed_went_or_counts_otherwise() {
        let then = [
            contribution("gone", "a", 1),
            contribution("recounted", "b", 2),
            contribution("replaced", "c", 3),
            contribution("same", "d", 4),
        ];
        let now = [
            contribution("new", "e", 5),
            contribution("recounted", "b", 1),
            contribution("replaced", "f", 3),
            contribution("same", "d", 4),
        ];
        let found = causes_of(&then, &now);
        let found: Vec<(&str, Why, i64)> = found
            .iter()
            .map(|cause| {
                let moved = cause.moved.iter().map(|(_, moved)| moved[0]).sum();
                (cause.path.as_str(), cause.why, moved)
            })
            .collect();
        let wanted = [
            ("gone", Why::Gone, -1),
            ("new", Why::New, 5),
            ("recounted", Why::Recounted, -1),
            ("replaced", Why::Replaced, 0),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn what_counts_otherwise_says_because_of_what() {
        let sources = |program: &str, decision: &str| Sources {
            program: program.into(),
            files: BTreeMap::from([("tonghop.toml".into(), program.into())]),
            decisions: BTreeMap::from([(decision.into(), vec!["2021/a/x".into()])]),
        };
        let (then, now) = (sources("1", "old"), sources("2", "new"));
        let mut causes = causes_of(
            &[
                contribution("2021/a/x", "b", 2),
                contribution("2021/b/y", "c", 2),
            ],
            &[
                contribution("2021/a/x", "b", 1),
                contribution("2021/b/y", "c", 1),
                contribution("2021/b/z", "d", 1),
            ],
        );
        name_reasons(&mut causes, &then, &now);
        let file = Because::File("tonghop.toml".into());
        let program = Because::Program("1".into(), "2".into());
        let decided = ["new", "old"].map(|name| Because::Decision(name.into()));
        let [new, old] = decided;
        assert_eq!(causes[0].because, [new, old, file.clone(), program.clone()]);
        let beside = Because::Submission("2021/b/z".into());
        assert_eq!(causes[1].because, [beside, file, program]);
        assert!(causes[2].because.is_empty());
    }
}
