//! Applies what people decided about rows: one is left out, another counts with a value of theirs.

use super::RowsById;
use crate::model::dataset::Dataset;
use crate::model::decision::{Correction, Decision, DecisionState, RowId, Setting, Verdict};
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Finding, Scope, Severity};
use crate::model::section::Field;
use crate::model::value::{
    Days, Figures, Funding, Money, MoneyForm, NumberForm, People, PeriodForm, Status,
};
use crate::rules;
use std::sync::Arc;

/// Applies every decision about a row. What it finds out about each stays with it.
pub fn apply(dataset: &mut Dataset, by_id: impl Fn(&Dataset) -> RowsById) {
    let is_about_a_row = |decision: &Decision| decision.verdict.is_about_a_row();
    if !dataset.decisions.iter().any(is_about_a_row) {
        return;
    }
    let by_id = by_id(dataset);
    let mut decisions = std::mem::take(&mut dataset.decisions);
    for (number, decision) in (0..).zip(&mut decisions) {
        if !is_about_a_row(decision) {
            continue;
        }
        for row in named(dataset, decision.fingerprint, &by_id) {
            let changed = change(dataset, row, decision);
            decision.state = match changed.is_some() || decision.state == DecisionState::Applied {
                true => DecisionState::Applied,
                false => DecisionState::Unfit,
            };
            dataset
                .corrections
                .extend(changed.map(|changed| Correction {
                    row,
                    decision: number,
                    field: changed.field,
                    before: changed.before,
                    after: changed.after,
                }));
        }
    }
    dataset.decisions = decisions;
}

/// The rows that a decision names: the one of this id, else those that a finding of this fingerprint is on.
fn named(dataset: &Dataset, fingerprint: u64, by_id: &RowsById) -> Vec<RowId> {
    if let Some(row) = by_id.get(&fingerprint) {
        return vec![*row];
    }
    let mut rows: Vec<RowId> = Vec::new();
    let findings = dataset.findings.iter();
    for finding in findings.filter(|finding| finding.fingerprint == fingerprint) {
        let (Some(file), Scope::Row(row)) = (finding.file, finding.scope) else {
            continue;
        };
        let mut listed = by_id.values();
        let listed = listed.find(|listed| (listed.file, listed.row) == (file, row));
        let digest = listed.map_or([0; 32], |listed| listed.digest);
        if !rows.iter().any(|one| (one.file, one.row) == (file, row)) {
            rows.push(RowId { file, row, digest });
        }
    }
    rows
}

/// What a decision changes on a row.
struct Changed {
    /// Empty where the row is left out.
    field: &'static str,
    before: String,
    after: String,
}

/// Changes a row; `None` where the decision does not fit it.
fn change(dataset: &mut Dataset, at: RowId, decision: &Decision) -> Option<Changed> {
    let state = row(dataset, at).state;
    match &decision.verdict {
        Verdict::Exclude if matches!(state, RowState::Duplicate | RowState::Superseded) => None,
        Verdict::Exclude => {
            row(dataset, at).state = RowState::Excluded;
            settle(dataset, at, decision, |_| true);
            Some(Changed {
                field: "",
                before: String::new(),
                after: String::new(),
            })
        }
        Verdict::Set(setting) => {
            if !can_be_set(dataset, at, setting) {
                return None;
            }
            let before = value(row(dataset, at), setting);
            set(row(dataset, at), setting);
            let after = value(row(dataset, at), setting);
            settle(dataset, at, decision, |finding| is_of(finding, setting));
            let own = |file: u32, row: u32| (file, row) == (at.file, at.row);
            dataset.contradictions.retain(|one| {
                !own(one.file, one.row) || listed_field(one.field) != setting.field()
            });
            let field = setting.field();
            Some(Changed {
                field,
                before,
                after,
            })
        }
        _ => None,
    }
}

fn row(dataset: &mut Dataset, at: RowId) -> &mut Delegation {
    &mut dataset.files[at.file as usize].delegations[at.row as usize]
}

/// A row that counts, or that goes back for nothing but the field that is set.
fn can_be_set(dataset: &Dataset, at: RowId, setting: &Setting) -> bool {
    let row = &dataset.files[at.file as usize].delegations[at.row as usize];
    match row.state {
        RowState::Accepted | RowState::NotHeld => true,
        RowState::Rejected => {
            let mut errors = dataset.findings.iter().filter(|finding| {
                let reaches = match finding.scope {
                    Scope::File => true,
                    Scope::Section(section) => section == row.section,
                    Scope::Row(of) => of == at.row,
                };
                finding.file == Some(at.file) && finding.severity == Severity::Error && reaches
            });
            errors.all(|finding| finding.scope == Scope::Row(at.row) && is_of(finding, setting))
        }
        _ => false,
    }
}

/// The rule of a finding looks at the field.
fn is_of(finding: &Finding, setting: &Setting) -> bool {
    let rule = rules::find(finding.code);
    rule.is_some_and(|rule| rule.name.starts_with(setting.rules()))
}

/// What a person decided need not be asked again.
fn settle(
    dataset: &mut Dataset,
    at: RowId,
    decision: &Decision,
    is_settled: impl Fn(&Finding) -> bool,
) {
    for finding in &mut dataset.findings {
        let own = finding.file == Some(at.file) && finding.scope == Scope::Row(at.row);
        if own && (finding.fingerprint == decision.fingerprint || is_settled(finding)) {
            finding.more_mut().explained = Some(decision.reason_and_author());
        }
    }
}

fn set(row: &mut Delegation, setting: &Setting) {
    let (people, days, money) = (row.people(), row.days(), row.money());
    let money_of = |vnd, usd_cents| Money {
        vnd,
        usd_cents,
        form: MoneyForm::Exact,
    };
    match setting {
        Setting::Count(count) => row.count = *count,
        Setting::People(number) => {
            let people = People {
                value: Some(*number),
                form: NumberForm::Exact,
                ..People::default()
            };
            row.figures = Figures::of(people, days, money);
        }
        Setting::Days(halves) => {
            let days = Days {
                halves: Some(*halves),
                form: NumberForm::Exact,
                ..Days::default()
            };
            row.figures = Figures::of(people, days, money);
        }
        Setting::AmountVnd(vnd) => {
            let money = money_of(Some(*vnd), money.usd_cents);
            row.figures = Figures::of(people, days, money);
        }
        Setting::AmountUsd(cents) => {
            let money = money_of(money.vnd, Some(*cents));
            row.figures = Figures::of(people, days, money);
        }
        Setting::Quarter(quarter) => {
            let period = Arc::make_mut(&mut row.period);
            period.quarter = Some(*quarter);
            period.form = PeriodForm::Quarter;
        }
        Setting::Funding(class) => {
            row.funding = Arc::new(Funding {
                class: *class,
                ..Funding::default()
            });
        }
        Setting::Countries(codes) => {
            let countries = Arc::make_mut(&mut row.countries);
            countries.codes = codes.iter().copied().collect();
            countries.unknown.clear();
        }
        Setting::Status(status) => row.status = Some(*status),
    }
    row.state = match row.status.is_some_and(Status::is_not_held) {
        true => RowState::NotHeld,
        false => RowState::Accepted,
    };
}

/// The value of a field, as `delegations.csv` writes it.
fn value(row: &Delegation, setting: &Setting) -> String {
    let known = |value: Option<String>| value.unwrap_or_default();
    match setting {
        Setting::Count(_) => row.count.to_string(),
        Setting::People(_) => known(row.people().value.map(|people| people.to_string())),
        Setting::Days(_) => known(row.days().halves.map(Days::display)),
        Setting::Quarter(_) => row.period.class().code().to_string(),
        Setting::Funding(_) => row.funding.class.code().to_string(),
        Setting::Countries(_) => {
            let codes = row.countries.codes.iter().map(|code| code.as_str());
            codes.collect::<Vec<&str>>().join(";")
        }
        Setting::AmountVnd(_) => known(row.money().vnd.map(|vnd| vnd.to_string())),
        Setting::AmountUsd(_) => {
            let cents = row.money().usd_cents;
            known(cents.map(|cents| format!("{}.{:02}", cents / 100, cents % 100)))
        }
        Setting::Status(_) => row.status.map_or("", Status::code).to_string(),
    }
}

/// The name in `delegations.csv` of a field that departments of one delegation may contradict each other in.
fn listed_field(field: Field) -> &'static str {
    match field {
        Field::Country => "countries",
        Field::Delegations => "count",
        Field::People => "people",
        Field::Days => "days",
        Field::Period => "quarter",
        Field::Funding => "funding",
        Field::Amount => "amount_vnd",
        _ => "",
    }
}
