//! Where a check puts its findings.

use super::RowContext;
use crate::model::dataset::Dataset;
use crate::model::document::Span;
use crate::model::finding::{Finding, Place, Scope, Severity};
use crate::model::frozen::AfterFreeze;
use crate::model::section::Field;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// Collects the findings of one rule at a time, with its configured severity.
#[derive(Debug)]
pub struct Report {
    pub(super) code: &'static str,
    pub(super) severity: Severity,
    pub(super) file: Option<u32>,
    pub(super) findings: Vec<Finding>,
    /// Texts of findings so far: the same ones stand in thousands of them.
    texts: FxHashSet<Arc<str>>,
}

impl Report {
    pub(super) fn new(file: Option<u32>) -> Report {
        Report {
            code: "",
            severity: Severity::Info,
            file,
            findings: Vec::new(),
            texts: FxHashSet::default(),
        }
    }

    pub(super) fn begin(&mut self, code: &'static str, severity: Severity) {
        self.code = code;
        self.severity = severity;
    }

    /// A finding about a place in the file; `values` fill the placeholders of message and hint.
    pub fn add<const N: usize>(
        &mut self,
        scope: Scope,
        place: Place,
        cell: &str,
        values: [String; N],
    ) {
        let cell = self.shared(cell);
        let values = values.iter().map(|value| self.shared(value)).collect();
        self.findings.push(Finding {
            code: self.code,
            severity: self.severity,
            file: self.file,
            scope,
            place,
            cell,
            values,
            ..Finding::default()
        });
    }

    fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let new: Arc<str> = text.into();
        self.texts.insert(new.clone());
        new
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

    /// A finding about a file that is no submission, by index into the dataset's list of them.
    pub fn passed_over<const N: usize>(&mut self, ignored: u32, values: [String; N]) {
        self.across(None, None, (Scope::File, Place::default()), values);
        if let Some(finding) = self.findings.last_mut() {
            finding.more_mut().ignored = Some(ignored);
        }
    }

    /// Says whose the finding added last is.
    pub fn of_department(&mut self, department: Option<u32>) {
        if let Some(finding) = self.findings.last_mut() {
            finding.department = department;
        }
    }

    /// A finding for each submission that is not as it was frozen, in this way.
    pub fn addenda(&mut self, dataset: &Dataset, what: AfterFreeze) {
        let addenda = dataset.frozen.iter().flat_map(|frozen| &frozen.addenda);
        for (at, addendum) in addenda.enumerate().filter(|(_, a)| a.what == what) {
            let place = (Scope::File, Place::default());
            self.across(None, addendum.department, place, [addendum.path.clone()]);
            if let Some(finding) = self.findings.last_mut() {
                finding.more_mut().addendum = Some(at as u32);
            }
        }
    }

    /// Names places in the words of the finding added last, behind its values.
    pub fn detail<const N: usize>(&mut self, details: [String; N]) {
        if let Some(finding) = self.findings.last_mut() {
            finding.more_mut().details = details.into();
        }
    }

    /// As [`Report::detail`], however many there are.
    pub fn details(&mut self, details: Vec<String>) {
        if let Some(finding) = self.findings.last_mut() {
            finding.more_mut().details = details;
        }
    }

    /// The other row of the pair that the finding added last is about.
    pub fn other(&mut self, file: u32, row: u32) {
        if let Some(finding) = self.findings.last_mut() {
            finding.more_mut().other = Some((file, row));
        }
    }

    /// Proposes a value for the whole cell of the finding added last, where there is one.
    pub fn suggest(&mut self, value: Option<String>) {
        if let (Some(finding), Some(_)) = (self.findings.last_mut(), &value) {
            finding.more_mut().suggestion = value;
        }
    }
}
