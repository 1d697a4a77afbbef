//! The hidden code columns of the annex sheets, and the formulas over them.

use crate::model::section::Kind;
use crate::model::summary::Totals;
use rust_xlsxwriter::utility::column_number_to_name;
use std::fmt::Write;

/// Columns of the departments' own form.
pub const FORM_COLUMNS: u16 = 11;

/// A hidden column, right of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    Kind,
    Quarter,
    Funding,
    /// `;LA;TH;`, so that `*;LA;*` finds one of several.
    Countries,
    /// Number of the department in the run: free of characters that a condition would understand.
    Department,
    Rows,
    Delegations,
    People,
    PersonDays,
    Amount,
    NoPeople,
    NoDays,
    NoAmount,
    /// Countries beyond the first: what the sum of the countries counts too much.
    Extra,
    Year,
    Slug,
    CountryText,
    File,
    Line,
    /// Delegations of a result that an earlier campaign planned; those that it perhaps did; the others.
    InPlan,
    PerhapsInPlan,
    OutsidePlan,
    /// Of a row of that plan, empty on all others: its countries and its department's number.
    PlanCountries,
    PlanDepartment,
    /// Its delegations: all, done, perhaps done, open, postponed or cancelled, online.
    Planned,
    PlanDone,
    PlanDoubtful,
    PlanOpen,
    PlanStopped,
    PlanOnline,
}

impl Code {
    pub const ALL: [(Code, &str); 30] = [
        (Code::Kind, "kind"),
        (Code::Quarter, "quarter"),
        (Code::Funding, "funding"),
        (Code::Countries, "countries"),
        (Code::Department, "department_number"),
        (Code::Rows, "rows"),
        (Code::Delegations, "weight"),
        (Code::People, "people"),
        (Code::PersonDays, "person_days"),
        (Code::Amount, "amount_vnd"),
        (Code::NoPeople, "without_people"),
        (Code::NoDays, "without_days"),
        (Code::NoAmount, "without_amount"),
        (Code::Extra, "countries_beyond_first"),
        (Code::Year, "year"),
        (Code::Slug, "department"),
        (Code::CountryText, "country_text"),
        (Code::File, "file"),
        (Code::Line, "line"),
        (Code::InPlan, "in_plan"),
        (Code::PerhapsInPlan, "perhaps_in_plan"),
        (Code::OutsidePlan, "outside_plan"),
        (Code::PlanCountries, "plan_countries"),
        (Code::PlanDepartment, "plan_department"),
        (Code::Planned, "planned"),
        (Code::PlanDone, "plan_done"),
        (Code::PlanDoubtful, "plan_done_perhaps"),
        (Code::PlanOpen, "plan_open"),
        (Code::PlanStopped, "plan_postponed_cancelled"),
        (Code::PlanOnline, "plan_online"),
    ];

    /// Column of the sheet.
    pub fn column(self) -> u16 {
        FORM_COLUMNS + self as u16
    }
}

/// The figures of the counting bases and what stands beside them.
pub const MEASURES: [Code; 7] = [
    Code::Delegations,
    Code::People,
    Code::PersonDays,
    Code::Amount,
    Code::NoPeople,
    Code::NoDays,
    Code::NoAmount,
];

/// The figure of a measure; person-days in days.
pub fn value(totals: &Totals, measure: Code) -> f64 {
    match measure {
        Code::Delegations => totals.delegations as f64,
        Code::People => totals.people as f64,
        Code::PersonDays => totals.person_half_days as f64 / 2.0,
        Code::Amount => totals.amount_vnd as f64,
        Code::NoPeople => totals.rows_without_people as f64,
        Code::NoDays => totals.rows_without_days as f64,
        Code::NoAmount => totals.rows_without_amount as f64,
        _ => totals.rows as f64,
    }
}

/// Which rows of an annex a figure is of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Condition<'a> {
    pub kind: Option<Kind>,
    pub country: Option<&'a str>,
    pub quarter: Option<&'a str>,
    pub funding: Option<&'a str>,
    /// Number of the department in the run.
    pub department: Option<u32>,
}

impl<'a> Condition<'a> {
    pub fn kind(kind: Kind) -> Condition<'a> {
        Condition {
            kind: Some(kind),
            ..Condition::default()
        }
    }

    /// Pairs of a column and the text that it must be, but for countries.
    fn equal(&self) -> Vec<(Code, String)> {
        let quoted = |code: &str| format!("\"{code}\"");
        let pairs = [
            (Code::Kind, self.kind.map(|kind| quoted(kind.code()))),
            (Code::Quarter, self.quarter.map(quoted)),
            (Code::Funding, self.funding.map(quoted)),
            (
                Code::Department,
                self.department.map(|number| number.to_string()),
            ),
        ];
        pairs
            .into_iter()
            .filter_map(|(code, text)| Some((code, text?)))
            .collect()
    }
}

/// Where the rows of an annex stand, for formulas on other sheets.
#[derive(Debug, Clone)]
pub struct Source {
    /// Name of the annex sheet, quoted for formulas.
    sheet: String,
    /// First and last row, from 1.
    first: u32,
    last: u32,
    /// The range of each code column: a workbook names them tens of thousands of times.
    ranges: Vec<String>,
}

impl Source {
    /// `first` and `last` are rows of the sheet, from 0; never empty.
    pub fn new(sheet: &str, first: u32, last: u32) -> Source {
        let mut source = Source {
            sheet: format!("'{}'", sheet.replace('\'', "''")),
            first: first + 1,
            last: last.max(first) + 1,
            ranges: Vec::new(),
        };
        let ranges = Code::ALL.map(|(code, _)| source.spelt(code));
        source.ranges = ranges.into();
        source
    }

    fn spelt(&self, code: Code) -> String {
        let column = column_number_to_name(code.column());
        format!(
            "{}!${column}${}:${column}${}",
            self.sheet, self.first, self.last
        )
    }

    /// The cells of a code column, as formulas spell them.
    pub fn range(&self, code: Code) -> &str {
        let at = usize::from(code.column() - FORM_COLUMNS);
        self.ranges.get(at).map_or("", String::as_str)
    }

    /// The sum of a measure over the rows of a condition.
    pub fn sum(&self, measure: Code, condition: &Condition) -> String {
        let mut formula = String::with_capacity(256);
        formula.push_str("SUMIFS(");
        formula.push_str(self.range(measure));
        for (code, text) in condition.equal() {
            for piece in [",", self.range(code), ",", &text] {
                formula.push_str(piece);
            }
        }
        if let Some(country) = condition.country {
            for piece in [",", self.range(Code::Countries), ",\"*;", country, ";*\""] {
                formula.push_str(piece);
            }
        }
        formula.push(')');
        formula
    }

    /// What the sum of the countries counts too much of a measure.
    pub fn excess(&self, measure: Code, condition: &Condition) -> String {
        self.product(measure, condition, self.range(Code::Extra).into())
    }

    /// The sum of the countries: each row as often as it has countries.
    pub fn repeated(&self, measure: Code, condition: &Condition) -> String {
        self.product(
            measure,
            condition,
            format!("({}+1)", self.range(Code::Extra)),
        )
    }

    fn product(&self, measure: Code, condition: &Condition, times: String) -> String {
        let mut formula = String::from("SUMPRODUCT(");
        for (code, text) in condition.equal() {
            let _ = write!(formula, "({}={text})*", self.range(code));
        }
        let _ = write!(formula, "{times}*{})", self.range(measure));
        formula
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_name_their_columns_and_conditions() {
        let source = Source::new("Đoàn ra", 5, 9);
        let condition = Condition {
            country: Some("LA"),
            ..Condition::kind(Kind::Plan)
        };
        assert_eq!(
            source.sum(Code::People, &condition),
            "SUMIFS('Đoàn ra'!$S$6:$S$10,'Đoàn ra'!$L$6:$L$10,\"plan\",'Đoàn ra'!$O$6:$O$10,\"*;LA;*\")"
        );
        assert_eq!(
            source.excess(Code::Delegations, &Condition::kind(Kind::Plan)),
            "SUMPRODUCT(('Đoàn ra'!$L$6:$L$10=\"plan\")*'Đoàn ra'!$Y$6:$Y$10*'Đoàn ra'!$R$6:$R$10)"
        );
    }

    #[test]
    fn columns_stand_in_the_order_of_their_list() {
        for (at, (code, _)) in Code::ALL.into_iter().enumerate() {
            assert_eq!(code as usize, at);
        }
    }
}
