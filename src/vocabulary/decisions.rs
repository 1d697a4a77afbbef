//! `decisions.csv`: reads what people decided, all faults at once.

use super::Vocabulary;
use crate::model::decision::{Decision, DecisionState, Setting, Verdict};
use crate::model::document::trim;
use crate::model::value::{CountryCode, FundingClass, Quarter, Status};
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
pub fn read(
    rows: &[Vec<String>],
    vocabulary: &Vocabulary,
) -> Result<Vec<Decision>, Vec<DecisionError>> {
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
    let mut decided: FxHashMap<(u64, &str), (Verdict, usize)> = FxHashMap::default();
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
        let verdict = match verdict_of(verdict, vocabulary) {
            Ok(verdict) => verdict,
            Err(told) => {
                fault(line, told);
                continue;
            }
        };
        // Each field of a row may be set.
        let what = match &verdict {
            Verdict::Set(setting) => setting.field(),
            _ => "",
        };
        let first = decided.entry((fingerprint, what));
        let (first, other) = first.or_insert_with(|| (verdict.clone(), line));
        if *first != verdict {
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

/// The verdict of a cell.
fn verdict_of(text: &str, vocabulary: &Vocabulary) -> Result<Verdict, String> {
    let text = text.to_lowercase();
    match text.as_str() {
        "accept" => return Ok(Verdict::Accept),
        "same" => return Ok(Verdict::Same),
        "different" => return Ok(Verdict::Different),
        "exclude" => return Ok(Verdict::Exclude),
        _ => {}
    }
    let Some((field, value)) = text
        .strip_prefix("set ")
        .and_then(|set| set.split_once('='))
    else {
        return Err(format!(
            "“{text}” is no decision: write accept, same, different, exclude or set FIELD=VALUE"
        ));
    };
    let (field, value) = (trim(field), trim(value));
    if !Setting::FIELDS.contains(&field) {
        let fields = Setting::FIELDS.join(", ");
        return Err(format!("“{field}” cannot be set; these can: {fields}"));
    }
    let set = setting(field, value, vocabulary).map(Verdict::Set);
    set.ok_or_else(|| format!("“{value}” is no value of {field}; write it as delegations.csv does"))
}

/// A value as `delegations.csv` writes it; in lower case.
fn setting(field: &str, value: &str, vocabulary: &Vocabulary) -> Option<Setting> {
    let parts = |per: i64| scaled(value, per);
    Some(match field {
        "count" => Setting::Count(value.parse().ok().filter(|count| *count > 0)?),
        "people" => Setting::People(value.parse().ok()?),
        "days" => Setting::Days(u32::try_from(parts(2)?).ok()?),
        "quarter" => {
            let code = value.replace('q', "Q");
            let quarter = Quarter::from_code(value).or(Quarter::from_code(&code));
            Setting::Quarter(quarter?)
        }
        "funding" => Setting::Funding(FundingClass::from_code(value)?),
        "countries" => {
            let known = |code: &str| {
                let code = CountryCode::new(&trim(code).to_uppercase())?;
                let mut all = vocabulary.countries.codes();
                all.any(|known| known == code).then_some(code)
            };
            let codes: Option<Vec<CountryCode>> = value.split(';').map(known).collect();
            Setting::Countries(codes?)
        }
        "amount_vnd" => Setting::AmountVnd(parts(1)?),
        "amount_usd" => Setting::AmountUsd(parts(100)?),
        "status" => Setting::Status(Status::from_code(value)?),
        _ => return None,
    })
}

/// A plain number in parts of one: "2.5" is 5 halves. Nothing is rounded.
fn scaled(value: &str, per: i64) -> Option<i64> {
    let number: f64 = value.parse().ok()?;
    let parts = number * per as f64;
    let is_whole = parts.fract() == 0.0 && (0.0..1e15).contains(&parts);
    is_whole.then_some(parts as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &[Vec<String>]) -> Result<Vec<Decision>, Vec<DecisionError>> {
        super::read(rows, &Vocabulary::built_in())
    }

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
            (decisions[0].fingerprint, &decisions[0].verdict),
            (255, &Verdict::Accept)
        );
        assert_eq!((decisions[0].reason.as_str(), decisions[0].line), ("ok", 2));
        assert_eq!(read(&[]), Ok(Vec::new()));
    }

    #[test]
    fn a_row_is_left_out_or_given_values_as_the_list_writes_them() {
        let read = |decision: &str| {
            let line = format!("00000000000000ff,{decision}");
            let head = "fingerprint,decision";
            let rows = rows(&[head, &line]);
            read(&rows).map(|decisions| decisions[0].verdict.clone())
        };
        let set = |setting| Ok(Verdict::Set(setting));
        let cases = [
            ("exclude", Ok(Verdict::Exclude)),
            ("set people=12", set(Setting::People(12))),
            ("Set days = 2.5", set(Setting::Days(5))),
            ("set quarter=q3", set(Setting::Quarter(Quarter::Q3))),
            ("set quarter=multi", set(Setting::Quarter(Quarter::Multi))),
            (
                "set funding=own_funds",
                set(Setting::Funding(FundingClass::OwnFunds)),
            ),
            ("set amount_usd=10.5", set(Setting::AmountUsd(1050))),
            (
                "set status=cancelled",
                set(Setting::Status(Status::Cancelled)),
            ),
        ];
        for (decision, wanted) in cases {
            assert_eq!(read(decision), wanted, "{decision}");
        }
        let wrong = [
            "set people=-1",
            "set days=0.3",
            "set name=A",
            "set countries=QQ",
            "set people",
        ];
        for decision in wrong {
            assert!(read(decision).is_err(), "{decision}");
        }
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
