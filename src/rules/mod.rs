//! What must hold of a submission: one file per rule, each with its page, its examples and its check.

use crate::model::dataset::Dataset;
use crate::model::finding::{Finding, Lang, Severity};
use crate::vocabulary::Vocabulary;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

#[macro_use]
mod declare;
mod context;
mod page;
mod report;
mod run;
mod totals;
mod words;

pub use context::{FileContext, RowContext, field_name, quarter_name, table_name};
pub use page::{Example, examples, page};
pub use report::Report;
pub use run::{Severities, check_across, check_decided, check_file, check_sealed};

rules![
    file_unreadable,
    file_empty,
    file_too_large,
    document_secret,
    letters_lost,
    encoding_legacy,
    letters_repaired,
    quote_unbalanced,
    bytes_undefined,
    sheet_hidden,
    content_cut,
    department_unknown,
    year_unknown,
    file_ignored,
    file_unsettled,
    folder_closed,
    table_missing,
    head_missing,
    column_missing,
    column_unknown,
    column_doubled,
    direction_unclear,
    total_disagrees,
    numbering_broken,
    row_ragged,
    head_inherited,
    section_year_wrong,
    nil_unconfirmed,
    kind_assumed,
    direction_contradicted,
    column_narrow,
    column_by_cells,
    column_against_heading,
    people_parts_added,
    country_missing,
    country_unknown,
    country_partly_unknown,
    country_spelling,
    country_from_place,
    country_count_differs,
    people_missing,
    people_unreadable,
    people_uncertain,
    people_excel_damage,
    days_missing,
    days_unreadable,
    days_uncertain,
    period_missing,
    period_unreadable,
    period_outside_year,
    period_crosses_quarter,
    period_recurring,
    period_doubtful,
    period_from_note,
    period_unscheduled,
    period_contradicted,
    funding_missing,
    funding_unknown,
    amount_unreadable,
    amount_without_unit,
    cell_merged,
    name_missing,
    head_of_delegation_missing,
    people_implausible,
    days_implausible,
    days_differ_from_dates,
    country_is_vietnam,
    countries_too_many,
    delegation_not_held,
    example_left,
    file_repeated,
    version_superseded,
    row_repeated,
    submission_missing,
    submission_awaited,
    submission_late,
    delegation_joint,
    decision_stale,
    decision_unfit,
    joint_not_compared,
    answer_incomplete,
    figures_far_from_earlier,
    published_edited,
    addendum_added,
    addendum_changed,
    addendum_removed,
    sealed_figures_differ,
];

/// Code of the rule whose accepted findings say that the year is a slip (spec section 7).
pub const YEAR_SLIP: &str = period_outside_year::RULE.code;

/// The rule of a code, in either case.
pub fn find(code: &str) -> Option<&'static Rule> {
    // Asked twice for every finding.
    static BY_CODE: LazyLock<FxHashMap<&str, &Rule>> =
        LazyLock::new(|| ALL.iter().map(|rule| (rule.code, *rule)).collect());
    let known = BY_CODE.get(code).copied();
    known.or_else(|| BY_CODE.get(code.to_ascii_uppercase().as_str()).copied())
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
    /// Once per campaign, after people's decisions were applied.
    Decided(fn(&Dataset, &mut Report)),
    /// Once per sealed campaign, after its figures were made.
    Sealed(fn(&Dataset, &mut Report)),
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
    /// What the department may try.
    pub hint: Words,
    /// What else the office may do, which no department can.
    pub office: Option<Words>,
    /// The doc comment: why, and the wrong and the right example.
    pub page: &'static str,
    pub check: Check,
}

impl Rule {
    /// The message of a finding, its values filled in.
    pub fn message(&self, finding: &Finding, lang: Lang) -> String {
        words::of(self.message.in_lang(lang), finding)
    }

    /// The hint of a finding for its department, its values filled in.
    fn department_hint(&self, finding: &Finding, lang: Lang) -> String {
        words::of(self.hint.in_lang(lang), finding)
    }

    /// The hint of a finding for the office: the department's and its own.
    fn hint(&self, finding: &Finding, lang: Lang) -> String {
        let mut hint = self.department_hint(finding, lang);
        if let Some(office) = self.office {
            hint.push(' ');
            words::push(&mut hint, office.in_lang(lang), finding);
        }
        match hint.trim() {
            trimmed if trimmed.len() == hint.len() => hint,
            trimmed => trimmed.to_string(),
        }
    }
}

/// The message of a finding in a language.
pub fn message(finding: &Finding, lang: Lang) -> String {
    find(finding.code).map_or_else(String::new, |rule| rule.message(finding, lang))
}

/// What the department of a finding may try, in a language: nothing of the office's own files.
pub fn department_hint(finding: &Finding, lang: Lang) -> String {
    find(finding.code).map_or_else(String::new, |rule| rule.department_hint(finding, lang))
}

/// What may be tried about a finding, in a language.
pub fn hint(finding: &Finding, lang: Lang) -> String {
    find(finding.code).map_or_else(String::new, |rule| rule.hint(finding, lang))
}
