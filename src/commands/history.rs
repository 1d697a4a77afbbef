//! `tonghop history`: the published runs, what moved between them, and why.

use super::{Context, Exit, print, write_json};
use crate::archive::history::{Entry, History};
use crate::compare::last_run;
use crate::failure::Failure;
use crate::model::comparison::Changes;
use crate::pipeline::published;
use crate::show::history::{self, Run};
use crate::today;
use crate::words::faults;
use serde_json::{Value, json};
use std::path::Path;

/// Which runs are asked about.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    pub outputs: &'a Path,
    /// The only plan year asked about.
    pub year: Option<i32>,
    /// Ids of two runs, or how they begin: only what lies between them.
    pub from: Option<&'a str>,
    pub to: Option<&'a str>,
    pub json: bool,
}

/// Prints the published runs, oldest first, each with what moved since the one before.
///
/// # Errors
/// When the history cannot be read, holds no run, or not the run that is asked for.
pub fn run(context: &Context, request: &Request) -> Result<Exit, Failure> {
    let all = History::read(request.outputs)?;
    let mut runs = Vec::new();
    for year in all.years() {
        if request.year.is_some_and(|asked| asked != year) {
            continue;
        }
        let own: Vec<&Entry> = all.of_year(year).collect();
        runs.extend(match (request.from, request.to) {
            (None, None) => each(&own),
            (from, to) => two(&own, from, to).into_iter().collect(),
        });
    }
    if runs.is_empty() {
        let fact = match (request.from, request.to) {
            (None, None) => faults::NO_RUN,
            _ => faults::NO_SUCH_RUN,
        };
        return Err(Failure::unfit(request.outputs, fact, &[]));
    }
    print(|out| match request.json {
        true => write_json(out, &runs.iter().map(to_json).collect::<Vec<Value>>()),
        false => history::history(out, &runs, &context.style()),
    })?;
    Ok(Exit::Done)
}

/// Every run with what moved since the one before.
fn each<'a>(runs: &[&'a Entry]) -> Vec<Run<'a>> {
    let before = [None].into_iter().chain(runs.iter().copied().map(Some));
    let both = before.zip(runs.iter().copied());
    both.map(|(before, run)| shown(before, run)).collect()
}

/// The later of two runs with what moved since the earlier; nothing where the year lacks one of them. Without
/// a name the earlier is the first, the later the last.
fn two<'a>(runs: &[&'a Entry], from: Option<&str>, to: Option<&str>) -> Option<Run<'a>> {
    let find = |id: &str| {
        let mut own = runs.iter().rev().copied();
        own.find(|run| run.run_id.starts_with(id))
    };
    let from = from.map_or(runs.first().copied(), find)?;
    let to = to.map_or(runs.last().copied(), find)?;
    Some(shown(Some(from), to))
}

fn shown<'a>(before: Option<&Entry>, run: &'a Entry) -> Run<'a> {
    let changes = before.map(|before| last_run::between(published(before), published(run)));
    Run {
        year: run.year,
        id: &run.run_id,
        when: today::local_time(&run.when),
        as_of: &run.as_of,
        figures: last_run::figures_of(published(run)),
        changes,
    }
}

fn to_json(run: &Run) -> Value {
    let moved = |changes: &Changes| {
        let figures = changes.moved().map(|((kind, direction), before, now)| {
            json!({"kind": kind, "direction": direction, "before": figures(before), "now": figures(now)})
        });
        let causes = changes.causes.iter().flatten().map(|cause| {
            json!({
                "file": cause.path,
                "why": format!("{:?}", cause.why).to_lowercase(),
                "because": cause.because.iter().map(|one| format!("{one:?}")).collect::<Vec<String>>(),
            })
        });
        json!({
            "figures": figures.collect::<Vec<Value>>(),
            "causes": causes.collect::<Vec<Value>>(),
        })
    };
    json!({
        "year": run.year, "run_id": run.id, "when": run.when, "as_of": run.as_of,
        "moved": run.changes.as_ref().map(moved),
    })
}

fn figures(measures: &[i64; 4]) -> Value {
    json!({
        "delegations": measures[0],
        "people": measures[1],
        "person_days": measures[2] as f64 / 2.0,
        "amount_vnd": measures[3],
    })
}
