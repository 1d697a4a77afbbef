//! `proposed_decisions.csv`: what departments say about findings, as lines that the office can take over into decisions.csv.

use super::tables::{finish, safe, text, writer};
use crate::edition::Edition;
use crate::model::finding::{Finding, Severity};
use crate::rules;

/// The columns of `decisions.csv`, then what a person needs to decide.
const HEADER: [&str; 10] = [
    "fingerprint",
    "decision",
    "reason",
    "by",
    "date",
    "code",
    "department",
    "file",
    "line",
    "message",
];

/// A line for every warning that its department explained and nobody has decided. An error can only
/// be mended; whether two rows are one delegation is left to the person, and so is the date.
pub fn write(edition: &Edition) -> Result<Vec<u8>, String> {
    let dataset = edition.dataset;
    let mut out = writer();
    out.write_record(HEADER).map_err(text)?;
    let mut proposed: Vec<u64> = Vec::new();
    for finding in dataset.findings.iter().filter(|finding| is_open(finding)) {
        let claim = finding.more().claim.as_deref().unwrap_or("");
        if claim.is_empty() || proposed.contains(&finding.fingerprint) {
            continue;
        }
        proposed.push(finding.fingerprint);
        let department = finding
            .department
            .and_then(|index| dataset.departments.get(index as usize));
        let decision = if finding.more().other.is_some() {
            ""
        } else {
            "accept"
        };
        out.write_record([
            &format!("{:016x}", finding.fingerprint),
            decision,
            safe(claim).as_ref(),
            safe(department.map_or("", |department| &department.name)).as_ref(),
            "",
            finding.code,
            safe(department.map_or("", |department| &department.slug)).as_ref(),
            safe(dataset.path(finding)).as_ref(),
            &finding.place.line.to_string(),
            safe(&rules::message(finding, edition.lang)).as_ref(),
        ])
        .map_err(text)?;
    }
    finish(out)
}

fn is_open(finding: &Finding) -> bool {
    finding.severity != Severity::Error && finding.more().explained.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::finding::Lang;
    use crate::report::sample::{Sample, sample};

    #[test]
    fn an_explained_warning_becomes_a_line_and_an_error_does_not() {
        let mut owned = sample(Sample::default());
        let mut findings = owned.dataset.findings.iter_mut();
        let warning = findings.find(|f| is_open(f)).expect("an open warning");
        warning.more_mut().claim = Some("=đúng như vậy".into());
        let print = format!("{:016x}", warning.fingerprint);
        for finding in owned.dataset.findings.iter_mut() {
            if finding.severity == Severity::Error {
                finding.more_mut().claim = Some("đã sửa".into());
            }
        }
        let bytes = write(&owned.edition(Lang::Vi)).expect("written");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(
            lines[1].starts_with(&format!("{print},accept,'=đúng như vậy,")),
            "{text}"
        );
    }
}
