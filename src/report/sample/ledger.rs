//! Findings and ledger of the sample campaign.

use super::DEPARTMENTS;
use crate::model::dataset::LedgerLine;
use crate::model::finding::{Finding, More, Place, Scope, Severity};
use crate::model::section::{Direction, Kind};
use std::sync::Arc;

/// Three findings about one file, the worst last.
pub fn findings() -> Vec<Finding> {
    let finding = |severity, scope, line, cell: &str, explained: Option<&str>| Finding {
        code: "O302",
        severity,
        department: Some(1),
        file: Some(1),
        scope,
        place: Place {
            sheet: 0,
            line,
            column: 3,
        },
        cell: cell.into(),
        values: [cell, "Lào"].map(Arc::from).into_iter().collect(),
        fingerprint: u64::from(line),
        more: explained.map(|reason| {
            Box::new(More {
                explained: Some(reason.into()),
                ..More::default()
            })
        }),
    };
    vec![
        finding(
            Severity::Warning,
            Scope::Row(0),
            2,
            "Là o",
            Some("Đã xác minh"),
        ),
        finding(Severity::Warning, Scope::Row(1), 3, "<b>Lào</b>", None),
        finding(Severity::Error, Scope::Section(0), 7, "=1+1", None),
    ]
}

/// A line for each department and table: one nil, one missing.
pub fn ledger() -> Vec<LedgerLine> {
    let mut ledger = Vec::new();
    for (at, (slug, _)) in DEPARTMENTS.iter().enumerate() {
        for kind in Kind::ALL {
            for direction in Direction::ALL {
                let state = match (at, kind, direction) {
                    (0, Kind::Realised, Direction::Outbound) => "nil",
                    (2, Kind::Realised, Direction::Inbound) => "missing",
                    _ => "submitted",
                };
                let sent = state != "missing";
                ledger.push(LedgerLine {
                    department: Some(at as u32),
                    direction: Some(direction),
                    kind: Some(kind),
                    state,
                    late: at == 3,
                    files: sent
                        .then(|| format!("2021/{slug}/danh-sach.csv"))
                        .into_iter()
                        .collect(),
                    rows: 2,
                    accepted: 2,
                    rejected: 0,
                    errors: 0,
                    warnings: 1,
                    first_seen: "2020-11-10".into(),
                    superseded_by: String::new(),
                    note: String::new(),
                });
            }
        }
    }
    ledger
}
