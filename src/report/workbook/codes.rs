//! The hidden code columns of the annex sheets, and the formulas over them.

use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
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

impl From<Measure> for Code {
    fn from(measure: Measure) -> Self {
        match measure {
            Measure::Delegations => Code::Delegations,
            Measure::People => Code::People,
            Measure::PersonDays => Code::PersonDays,
            Measure::Amount => Code::Amount,
            Measure::NoPeople => Code::NoPeople,
            Measure::NoDays => Code::NoDays,
            Measure::NoAmount => Code::NoAmount,
        }
    }
}

/// Which rows of an annex a figure is of.
#[derive(Debug, Clone, Copy)]
pub struct Condition<'a> {
    pub part: Part,
    pub country: Option<&'a str>,
    pub quarter: Option<&'a str>,
    pub funding: Option<&'a str>,
    /// Number of the department in the run.
    pub department: Option<u32>,
}

impl<'a> Condition<'a> {
    /// All rows of a part.
    pub fn part(part: Part) -> Condition<'a> {
        Condition {
            part,
            country: None,
            quarter: None,
            funding: None,
            department: None,
        }
    }

    /// Pairs of a column and the text that it must be, but for countries.
    fn equal(&self) -> impl Iterator<Item = (Code, String)> {
        let quoted = |code: &str| format!("\"{code}\"");
        let department = self.department.map(|number| number.to_string());
        let pairs = [
            (Code::Kind, Some(quoted(self.part.kind.code()))),
            (Code::Quarter, self.quarter.map(quoted)),
            (Code::Funding, self.funding.map(quoted)),
            (Code::Department, department),
        ];
        pairs
            .into_iter()
            .filter_map(|(code, text)| Some((code, text?)))
    }
}

/// How a figure follows from the rows of an annex.
#[derive(Debug, Clone, Copy)]
pub enum Basis {
    /// Each row once.
    Sum,
    /// The sum of the countries: each row as often as it has countries.
    Repeated,
    /// What the sum of the countries counts too much.
    Excess,
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
        let index = usize::from(code.column() - FORM_COLUMNS);
        self.ranges.get(index).map_or("", String::as_str)
    }

    /// The formula of a measure over the rows of a condition.
    pub fn formula(&self, basis: Basis, measure: Measure, condition: &Condition) -> String {
        let extra = self.range(Code::Extra);
        match basis {
            Basis::Sum => self.sum(measure, condition),
            Basis::Repeated => self.product(measure, condition, &format!("({extra}+1)")),
            Basis::Excess => self.product(measure, condition, extra),
        }
    }

    fn sum(&self, measure: Measure, condition: &Condition) -> String {
        let mut formula = String::with_capacity(256);
        formula.push_str("SUMIFS(");
        formula.push_str(self.range(measure.into()));
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

    fn product(&self, measure: Measure, condition: &Condition, times: &str) -> String {
        let mut formula = String::from("SUMPRODUCT(");
        for (code, text) in condition.equal() {
            let _ = write!(formula, "({}={text})*", self.range(code));
        }
        let _ = write!(formula, "{times}*{})", self.range(measure.into()));
        formula
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::section::{Direction, Kind};

    #[test]
    fn formulas_name_their_columns_and_conditions() {
        let source = Source::new("Đoàn ra", 5, 9);
        let all = Condition::part(Part {
            kind: Kind::Plan,
            direction: Direction::Outbound,
        });
        let condition = Condition {
            country: Some("LA"),
            ..all
        };
        assert_eq!(
            source.formula(Basis::Sum, Measure::People, &condition),
            "SUMIFS('Đoàn ra'!$S$6:$S$10,'Đoàn ra'!$L$6:$L$10,\"plan\",'Đoàn ra'!$O$6:$O$10,\"*;LA;*\")"
        );
        assert_eq!(
            source.formula(Basis::Excess, Measure::Delegations, &all),
            "SUMPRODUCT(('Đoàn ra'!$L$6:$L$10=\"plan\")*'Đoàn ra'!$Y$6:$Y$10*'Đoàn ra'!$R$6:$R$10)"
        );
    }

    #[test]
    fn columns_stand_in_the_order_of_their_list() {
        for (index, (code, _)) in Code::ALL.into_iter().enumerate() {
            assert_eq!(code as usize, index);
        }
    }
}
