//! Whether published figures are the true ones: a fast wrong answer is no answer.

use crate::corpus::{Corpus, Figures};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Compares the tables of a published year with the corpus.
///
/// # Errors
/// Says the first figure that differs.
pub fn check(corpus: &Corpus, year: &Path) -> Result<(), String> {
    for table in ["by_country", "by_quarter", "by_funding"] {
        let text = read(&year.join(format!("{table}.csv")))?;
        let mut found: BTreeMap<(String, String), Figures> = BTreeMap::new();
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let figure = |at: usize| cells.get(at).and_then(|cell| cell.parse().ok());
            let (Some(d), Some(p), Some(days)) = (figure(4), figure(5), figure(6)) else {
                return Err(format!("{table}: {line}"));
            };
            found.insert((cells[2].to_string(), cells[3].to_string()), [d, p, days]);
        }
        same(table, &corpus.truth[table], &found)?;
    }
    let run: serde_json::Value =
        serde_json::from_str(&read(&year.join("run.json"))?).map_err(|error| error.to_string())?;
    for ((direction, _), figures) in &corpus.truth["by_direction"] {
        let total = &run["totals"]["plan"][direction];
        let names = ["delegations", "people", "person_days"];
        for (name, figure) in names.into_iter().zip(figures) {
            if total[name].as_u64() != Some(*figure) {
                return Err(format!("{direction} {name}: {} for {figure}", total[name]));
            }
        }
    }
    Ok(())
}

fn same(
    table: &str,
    truth: &BTreeMap<(String, String), Figures>,
    found: &BTreeMap<(String, String), Figures>,
) -> Result<(), String> {
    for key in truth.keys().chain(found.keys()) {
        if truth.get(key) != found.get(key) {
            let (is, should) = (found.get(key), truth.get(key));
            return Err(format!("{table} {key:?}: {is:?}, the truth is {should:?}"));
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
