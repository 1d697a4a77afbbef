//! `run.json`: versions, digests, counts, accounting and totals of a run, and no time.

use crate::edition::Edition;
use crate::model::dataset::{Dataset, FileState};
use crate::model::departments::count_departments;
use crate::model::finding::Severity;
use crate::model::frozen::Frozen;
use crate::model::section::{Direction, Kind, LineClass};
use crate::model::summary::{Grand, Summary};
use crate::program;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The bytes of `run.json`.
pub fn write(edition: &Edition) -> Result<Vec<u8>, String> {
    let mut bytes =
        serde_json::to_vec_pretty(&run_report(edition)).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The whole report of a run, with the schema of spec section 5.
pub fn run_report(edition: &Edition) -> Value {
    let dataset = edition.dataset;
    let files = |state: FileState| {
        dataset
            .files
            .iter()
            .filter(|file| file.state == state)
            .count()
    };
    let rows = &dataset.rows;
    let departments = count_departments(dataset);
    let mut report = json!({
        "schema": program::SCHEMA,
        "version": program::VERSION,
        "run_id": edition.stamp.run_id,
        "year": dataset.year,
        "input_digest": edition.stamp.input_digest,
        "files": {
            "read": files(FileState::Read),
            "rejected": files(FileState::Rejected),
            "superseded": files(FileState::Superseded),
            "duplicate": files(FileState::Duplicate),
            "ignored": dataset.ignored.len(),
        },
        "lines": lines(dataset),
        "rows": {
            "read": rows.read,
            "accepted": rows.accepted,
            "not_held": rows.not_held,
            "rejected": rows.rejected,
            "duplicate": rows.duplicate,
            "superseded": rows.superseded,
            "excluded": rows.excluded,
        },
        "totals": totals(edition.summary),
        "findings": findings(dataset),
        "departments": {
            "submitted": departments.submitted,
            "nil": departments.nil,
            "missing": departments.missing,
            "late": departments.late,
        },
    });
    if let (Some(frozen), Some(report)) = (&dataset.frozen, report.as_object_mut()) {
        report.insert("sealed".into(), after_freeze(frozen));
    }
    report
}

/// What came after the figures were frozen: only where there is something.
fn after_freeze(frozen: &Frozen) -> Value {
    let addenda = frozen
        .addenda
        .iter()
        .map(|addendum| json!({"file": addendum.path, "change": addendum.what.code()}));
    let differences = frozen.differences.iter().map(|difference| {
        json!({
            "department": difference.slug,
            "kind": difference.kind.code(),
            "direction": difference.direction.code(),
            "delegations": difference.delegations,
            "people": difference.people,
        })
    });
    json!({
        "addenda": addenda.collect::<Vec<Value>>(),
        "differences": differences.collect::<Vec<Value>>(),
    })
}

fn lines(dataset: &Dataset) -> Value {
    let mut lines = Map::new();
    lines.insert("total".into(), dataset.lines.total.into());
    for class in LineClass::ALL {
        let count = dataset.lines.classes.get(&class).copied().unwrap_or(0);
        lines.insert(class.code().into(), count.into());
    }
    lines.into()
}

fn totals(summary: &Summary) -> Value {
    let mut totals = Map::new();
    for kind in Kind::ALL {
        let mut part = Map::new();
        for direction in Direction::ALL {
            if let Some(grand) = summary.grand(kind, direction) {
                part.insert("year".into(), grand.year.into());
                part.insert(direction.code().into(), grand_total(grand));
            }
        }
        totals.insert(kind.code().into(), part.into());
    }
    totals.into()
}

fn grand_total(grand: &Grand) -> Value {
    let totals = &grand.totals;
    let person_days = if totals.person_half_days.is_multiple_of(2) {
        Value::from(totals.person_half_days / 2)
    } else {
        Value::from(totals.person_half_days as f64 / 2.0)
    };
    json!({
        "delegations": totals.delegations,
        "people": totals.people,
        "person_days": person_days,
        "amount_vnd": totals.amount_vnd,
        "rows_without_people": totals.rows_without_people,
        "rows_without_days": totals.rows_without_days,
        "rows_without_amount": totals.rows_without_amount,
        "counted_more_than_once": grand.countries_excess.delegations,
    })
}

fn findings(dataset: &Dataset) -> Value {
    let mut findings = Map::new();
    for severity in Severity::ALL {
        let count = dataset
            .findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count();
        findings.insert(severity.code().into(), count.into());
    }
    let mut by_code: BTreeMap<&str, u64> = BTreeMap::new();
    for finding in &dataset.findings {
        *by_code.entry(finding.code).or_default() += 1;
    }
    findings.insert("by_code".into(), json!(by_code));
    findings.into()
}
