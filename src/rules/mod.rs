//! What must hold of a submission: one file per rule, each with its page, its examples and its check.

use crate::model::dataset::{Dataset, FileRead};
use crate::model::delegation::Delegation;
use crate::model::document::Span;
use crate::model::finding::{Finding, Lang, Place, Scope, Severity};
use crate::model::section::{Field, Section};
use crate::vocabulary::Vocabulary;
use smallvec::SmallVec;

#[macro_use]
mod declare;
mod words;

rules![country_unknown];

/// The rule of a code, in either case.
pub fn find(code: &str) -> Option<&'static Rule> {
    ALL.iter()
        .find(|rule| rule.code.eq_ignore_ascii_case(code))
        .copied()
}

/// A text in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    pub vi: &'static str,
    pub en: &'static str,
}

impl Words {
    /// The text in a language.
    pub fn in_lang(self, lang: Lang) -> &'static str {
        lang.pick(self.vi, self.en)
    }
}

/// Bounds that a plausible delegation keeps; beyond them a person should look.
/// Defaults after the practice of Hà Nội in 2020 and Đà Nẵng in 2025, with room to spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub people: u32,
    pub days: u32,
    pub countries: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            people: 60,
            days: 30,
            countries: 3,
        }
    }
}

/// What a check may know beside the file itself.
#[derive(Debug, Clone, Copy)]
pub struct Campaign<'a> {
    /// The plan year.
    pub year: i32,
    /// Year of the results.
    pub results_year: i32,
    pub limits: Limits,
    pub vocabulary: &'a Vocabulary,
}

/// What a check looks at.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Once per file, its sections included.
    File(fn(&FileContext, &mut Report)),
    /// Once per row.
    Row(fn(&RowContext, &mut Report)),
    /// Once per campaign, after the merge.
    Across(fn(&Dataset, &mut Report)),
}

/// One rule. Its doc comment in its file is its page.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// `T1xx` file, `B2xx` table, `O3xx` cell, `D4xx` row, `L5xx` across files; never reused.
    pub code: &'static str,
    /// The bad pattern: "country-unknown".
    pub name: &'static str,
    /// Severity unless `tonghop.toml` says otherwise.
    pub severity: Severity,
    /// One line for lists.
    pub title: Words,
    /// The fact against what was expected, with `{0}`, `{1}` for the values of a finding.
    pub message: Words,
    /// What to try.
    pub hint: Words,
    /// The doc comment: why, and the wrong and the right example.
    pub page: &'static str,
    pub check: Check,
}

/// A file under validation.
#[derive(Debug, Clone, Copy)]
pub struct FileContext<'a> {
    pub campaign: Campaign<'a>,
    pub file: &'a FileRead,
}

/// A row under validation.
#[derive(Debug, Clone, Copy)]
pub struct RowContext<'a> {
    pub campaign: Campaign<'a>,
    pub file: &'a FileRead,
    pub section: &'a Section,
    pub row: &'a Delegation,
    /// Index into the file's delegations.
    pub index: u32,
}

impl<'a> RowContext<'a> {
    /// The text of a cell as written, without blanks round it.
    pub fn text(&self, span: Span) -> &'a str {
        self.file.text(span)
    }

    /// The place of a field's cell in this row; of the whole line where the section has no such column.
    pub fn place(&self, field: Field) -> Place {
        let column = self
            .section
            .column(field)
            .map_or(0, |column| column.index as u32 + 1);
        Place {
            sheet: self.section.sheet as u32,
            line: self.row.line,
            column,
        }
    }
}

/// Collects the findings of one rule at a time, with its configured severity.
#[derive(Debug)]
pub struct Report {
    rule: &'static Rule,
    severity: Severity,
    file: Option<u32>,
    findings: Vec<Finding>,
}

impl Report {
    /// A finding about a place in the file; `values` fill the placeholders of message and hint.
    pub fn add<const N: usize>(
        &mut self,
        scope: Scope,
        place: Place,
        cell: &str,
        values: [String; N],
    ) {
        self.findings.push(Finding {
            code: self.rule.code,
            severity: self.severity,
            department: None,
            file: self.file,
            scope,
            place,
            cell: cell.to_string(),
            values: SmallVec::from_iter(values),
            suggestion: None,
            fingerprint: 0,
            explained: None,
        });
    }

    /// A finding about one cell of a row.
    pub fn cell<const N: usize>(
        &mut self,
        at: &RowContext,
        field: Field,
        text: Span,
        values: [String; N],
    ) {
        self.add(Scope::Row(at.index), at.place(field), at.text(text), values);
    }

    /// A finding about a file of the dataset, from a check across files.
    pub fn across<const N: usize>(
        &mut self,
        file: Option<u32>,
        department: Option<u32>,
        (scope, place): (Scope, Place),
        values: [String; N],
    ) {
        self.add(scope, place, "", values);
        if let Some(finding) = self.findings.last_mut() {
            finding.file = file;
            finding.department = department;
        }
    }

    /// Proposes a value for the cell of the finding added last.
    pub fn suggest(&mut self, value: String) {
        if let Some(finding) = self.findings.last_mut() {
            finding.suggestion = Some(value);
        }
    }
}

impl Rule {
    /// The message of a finding, its values filled in.
    pub fn message(&self, finding: &Finding, lang: Lang) -> String {
        words::fill(self.message.in_lang(lang), &finding.values)
    }

    /// The hint of a finding, its values filled in.
    pub fn hint(&self, finding: &Finding, lang: Lang) -> String {
        words::fill(self.hint.in_lang(lang), &finding.values)
    }
}

/// The message of a finding in a language.
pub fn message(finding: &Finding, lang: Lang) -> String {
    find(finding.code).map_or_else(String::new, |rule| rule.message(finding, lang))
}

/// The hint of a finding in a language.
pub fn hint(finding: &Finding, lang: Lang) -> String {
    find(finding.code).map_or_else(String::new, |rule| rule.hint(finding, lang))
}
