//! `decisions.csv`: reads what people decided, all faults at once.

use crate::model::decision::{Decision, DecisionState, Verdict};
use crate::model::document::trim;
use rustc_hash::FxHashMap;

/// One thing wrong in `decisions.csv`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct DecisionError {
    /// Line of the file, from 1.
    pub line: usize,
    pub fault: String,
}

/// Reads the rows of `decisions.csv`, its head first: `fingerprint,decision,reason,by,date`, the
/// columns in any order; the first two are needed.
///
/// # Errors
/// All faults at once: a missing column, a fingerprint that is none, an unknown decision, and a
/// finding decided twice in two ways.
pub fn read(rows: &[Vec<String>]) -> Result<Vec<Decision>, Vec<DecisionError>> {
    let Some(head) = rows.first() else {
        return Ok(Vec::new());
    };
    let mut faults = Vec::new();
    let mut fault = |line: usize, fault: String| faults.push(DecisionError { line, fault });
    let at = |name: &str| {
        head.iter()
            .position(|cell| trim(cell).eq_ignore_ascii_case(name))
    };
    let (Some(fingerprints), Some(verdicts)) = (at("fingerprint"), at("decision")) else {
        fault(
            1,
            "the head must be fingerprint,decision,reason,by,date".into(),
        );
        return Err(faults);
    };
    let texts = ["reason", "by", "date"].map(at);
    let mut decisions: Vec<Decision> = Vec::new();
    let mut decided: FxHashMap<u64, (Verdict, usize)> = FxHashMap::default();
    for (number, row) in rows.iter().enumerate().skip(1) {
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).map_or("", |cell| trim(cell));
        if row.iter().all(|cell| trim(cell).is_empty()) {
            continue;
        }
        let line = number + 1;
        let (print, verdict) = (cell(Some(fingerprints)), cell(Some(verdicts)));
        let fingerprint = u64::from_str_radix(print, 16)
            .ok()
            .filter(|_| print.len() == 16);
        let Some(fingerprint) = fingerprint else {
            let wanted = "16 hexadecimal digits, as in findings.csv; format the column as text";
            fault(line, format!("“{print}” is no fingerprint: {wanted}"));
            continue;
        };
        let Some(verdict) = Verdict::from_code(&verdict.to_lowercase()) else {
            fault(
                line,
                format!("“{verdict}” is no decision: write accept, same or different"),
            );
            continue;
        };
        let (first, other) = *decided.entry(fingerprint).or_insert((verdict, line));
        if first != verdict {
            fault(
                line,
                format!("{print} is decided otherwise in line {other}"),
            );
            continue;
        }
        let [reason, by, date] = texts.map(|at| cell(at).to_string());
        let line = line as u32;
        let state = DecisionState::default();
        decisions.push(Decision {
            line,
            fingerprint,
            verdict,
            reason,
            by,
            date,
            state,
        });
    }
    if faults.is_empty() {
        Ok(decisions)
    } else {
        Err(faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Vec<String>> {
        lines
            .iter()
            .map(|line| line.split(',').map(String::from).collect())
            .collect()
    }

    #[test]
    fn decisions_are_read_in_any_order_of_columns() {
        let lines = [
            "decision,fingerprint,by,reason,date",
            "accept,00000000000000ff,A,ok,2020-12-01",
            ",,,,",
        ];
        let decisions = read(&rows(&lines)).unwrap();
        assert_eq!(decisions.len(), 1);
        assert_eq!(
            (decisions[0].fingerprint, decisions[0].verdict),
            (255, Verdict::Accept)
        );
        assert_eq!((decisions[0].reason.as_str(), decisions[0].line), ("ok", 2));
        assert_eq!(read(&[]), Ok(Vec::new()));
    }

    #[test]
    fn every_fault_is_named_with_its_line() {
        let lines = [
            "fingerprint,decision",
            "1.23E+15,accept",
            "00000000000000ff,maybe",
            "00000000000000aa,same",
            "00000000000000aa,different",
        ];
        let faults = read(&rows(&lines)).unwrap_err();
        assert_eq!(
            faults.iter().map(|fault| fault.line).collect::<Vec<_>>(),
            [2, 3, 5]
        );
        assert!(read(&rows(&["a,b"])).is_err());
    }
}
