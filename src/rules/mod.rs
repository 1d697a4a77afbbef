//! What must hold of a submission: one file per rule, with its page, examples and check, in folders by
//! what the rule sees.

use crate::model::dataset::Dataset;
use crate::model::finding::{Finding, Lang, Severity};
use crate::vocabulary::Vocabulary;
use crate::words::{Words, fill};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

#[macro_use]
mod declare;
mod across;
mod cell;
mod context;
mod doc;
mod example;
mod file;
mod page;
mod report;
mod row;
mod run;
mod table;

pub use crate::words::names::{field_name, quarter_name, table_name};
pub use context::{FileContext, RowContext};
pub use example::{Example, examples};
pub use page::page;
pub use report::Report;
pub use run::{Severities, check_across, check_decided, check_file, check_frozen, check_joint};

/// Every rule, in the order of codes.
pub const ALL: &[&Rule] = &[
    &file::file_unreadable::RULE,
    &file::file_empty::RULE,
    &file::file_too_large::RULE,
    &file::document_secret::RULE,
    &file::letters_lost::RULE,
    &file::encoding_legacy::RULE,
    &file::letters_repaired::RULE,
    &file::quote_unbalanced::RULE,
    &file::bytes_undefined::RULE,
    &file::sheet_hidden::RULE,
    &file::content_cut::RULE,
    &file::department_unknown::RULE,
    &file::year_unknown::RULE,
    &file::file_ignored::RULE,
    &file::file_unsettled::RULE,
    &file::folder_closed::RULE,
    &file::document_unread::RULE,
    &table::table_missing::RULE,
    &table::header_missing::RULE,
    &table::column_missing::RULE,
    &table::column_unknown::RULE,
    &table::column_doubled::RULE,
    &table::direction_unclear::RULE,
    &table::total_disagrees::RULE,
    &table::numbering_broken::RULE,
    &table::row_ragged::RULE,
    &table::header_inherited::RULE,
    &table::section_year_wrong::RULE,
    &table::nil_unconfirmed::RULE,
    &table::kind_assumed::RULE,
    &table::direction_contradicted::RULE,
    &table::column_narrow::RULE,
    &table::column_by_cells::RULE,
    &table::column_against_heading::RULE,
    &table::people_parts_added::RULE,
    &table::lines_left::RULE,
    &table::kind_by_year::RULE,
    &table::persons_joined::RULE,
    &table::country_joined::RULE,
    &table::records_cut::RULE,
    &table::parts_beside_whole::RULE,
    &cell::country_missing::RULE,
    &cell::country_unknown::RULE,
    &cell::country_partly_unknown::RULE,
    &cell::country_spelling::RULE,
    &cell::country_from_place::RULE,
    &cell::country_only_vietnam::RULE,
    &cell::country_count_differs::RULE,
    &cell::people_missing::RULE,
    &cell::people_unreadable::RULE,
    &cell::people_uncertain::RULE,
    &cell::people_excel_damage::RULE,
    &cell::count_doubtful::RULE,
    &cell::days_missing::RULE,
    &cell::days_unreadable::RULE,
    &cell::days_uncertain::RULE,
    &cell::period_missing::RULE,
    &cell::period_unreadable::RULE,
    &cell::period_outside_year::RULE,
    &cell::period_crosses_quarter::RULE,
    &cell::period_recurring::RULE,
    &cell::period_doubtful::RULE,
    &cell::period_from_note::RULE,
    &cell::period_unscheduled::RULE,
    &cell::period_contradicted::RULE,
    &cell::funding_missing::RULE,
    &cell::funding_unknown::RULE,
    &cell::amount_unreadable::RULE,
    &cell::amount_without_unit::RULE,
    &cell::cell_merged::RULE,
    &cell::cell_broken::RULE,
    &row::name_missing::RULE,
    &row::leader_missing::RULE,
    &row::people_implausible::RULE,
    &row::days_implausible::RULE,
    &row::days_differ_from_dates::RULE,
    &row::country_is_vietnam::RULE,
    &row::countries_too_many::RULE,
    &row::delegation_not_held::RULE,
    &row::example_left::RULE,
    &row::status_doubtful::RULE,
    &across::file_repeated::RULE,
    &across::version_superseded::RULE,
    &across::row_repeated::RULE,
    &across::submission_missing::RULE,
    &across::submission_awaited::RULE,
    &across::submission_late::RULE,
    &across::delegation_joint::RULE,
    &across::decision_stale::RULE,
    &across::decision_unfit::RULE,
    &across::joint_not_compared::RULE,
    &across::reply_incomplete::RULE,
    &across::figures_far_from_earlier::RULE,
    &across::joint_contradicted::RULE,
    &across::reply_rows_missing::RULE,
    &across::replies_rival::RULE,
    &across::reply_misfiled::RULE,
    &across::reply_unmarked::RULE,
    &across::file_of_two_departments::RULE,
    &across::published_edited::RULE,
    &across::added_after_freeze::RULE,
    &across::changed_after_freeze::RULE,
    &across::removed_after_freeze::RULE,
    &across::frozen_figures_differ::RULE,
    &across::row_excluded::RULE,
    &across::row_corrected::RULE,
    &across::leader_trips::RULE,
];

/// Code of the rule whose accepted findings say that the year is a slip (spec section 7).
pub const YEAR_SLIP: &str = cell::period_outside_year::RULE.code;

/// The rule of a code, in either case.
pub fn find(code: &str) -> Option<&'static Rule> {
    // Asked twice for every finding.
    static BY_CODE: LazyLock<FxHashMap<&str, &Rule>> =
        LazyLock::new(|| ALL.iter().map(|rule| (rule.code, *rule)).collect());
    let known = BY_CODE.get(code).copied();
    known.or_else(|| BY_CODE.get(code.to_ascii_uppercase().as_str()).copied())
}

/// Bounds that a plausible delegation keeps; beyond them a person should look.
/// Defaults after the practice of Hà Nội in 2020 and Đà Nẵng in 2025, with room to spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub people: u32,
    pub days: u32,
    pub countries: u32,
    /// Journeys abroad of one leader in a year.
    pub trips: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            people: 60,
            days: 30,
            countries: 3,
            trips: 2,
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
    /// Once per campaign, after rows that were decided to be one were united.
    Joint(fn(&Dataset, &mut Report)),
    /// Once per campaign, after people's decisions were applied.
    Decided(fn(&Dataset, &mut Report)),
    /// Once per frozen campaign, after its figures were made.
    Frozen(fn(&Dataset, &mut Report)),
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
    /// What a department hears instead, where the message names what is another's or the office's.
    pub told: Option<Words>,
    /// What the department may try.
    pub hint: Words,
    /// What else the office may do, which no department can.
    pub office: Option<Words>,
    /// What a finding of this rule might name, in the order of the placeholders: for its page.
    pub values: &'static [&'static str],
    /// The doc comment: why, and the wrong and the right example.
    pub page: &'static str,
    pub check: Check,
}

impl Rule {
    /// What it finds goes back, because no figure can have it. Such a rule cannot be lowered. What a
    /// folder hides is nobody's row: that a nightly run may pass one over is the office's to say.
    pub fn rejects(&self) -> bool {
        let of_rows = matches!(self.check, Check::File(_) | Check::Row(_));
        self.severity == Severity::Error && of_rows
    }

    /// The message of a finding, its values filled in.
    pub fn message(&self, finding: &Finding, lang: Lang) -> String {
        fill::message(self.message.in_lang(lang), finding)
    }

    /// The hint of a finding for its department, its values filled in.
    fn department_hint(&self, finding: &Finding, lang: Lang) -> String {
        fill::message(self.hint.in_lang(lang), finding)
    }

    /// The hint of a finding for the office: the department's and its own.
    fn hint(&self, finding: &Finding, lang: Lang) -> String {
        let mut hint = self.department_hint(finding, lang);
        if let Some(office) = self.office {
            hint.push(' ');
            fill::push_message(&mut hint, office.in_lang(lang), finding);
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

/// The message of a finding for its department, in a language: nothing of another department.
pub fn told(finding: &Finding, lang: Lang) -> String {
    let words = find(finding.code).map(|rule| rule.told.unwrap_or(rule.message));
    words.map_or_else(String::new, |words| {
        fill::message(words.in_lang(lang), finding)
    })
}

/// What the department of a finding may try, in a language: nothing of the office's own files.
pub fn department_hint(finding: &Finding, lang: Lang) -> String {
    find(finding.code).map_or_else(String::new, |rule| rule.department_hint(finding, lang))
}

/// What may be tried about a finding, in a language.
pub fn hint(finding: &Finding, lang: Lang) -> String {
    find(finding.code).map_or_else(String::new, |rule| rule.hint(finding, lang))
}
