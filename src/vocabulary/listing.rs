//! The columns of `delegations.csv`: a list that the program publishes it also reads, by these names.

use crate::model::section::Field;

/// The head of `delegations.csv`. Cells under `countries`, `quarter`, `funding` and the like hold codes;
/// what a department wrote stands beside them under `country_text` and so on.
pub const HEAD: [&str; 28] = [
    "id",
    "kind",
    "direction",
    "year",
    "department",
    "name",
    "head",
    "countries",
    "country_text",
    "partner",
    "content",
    "count",
    "people",
    "days",
    "quarter",
    "period_text",
    "funding",
    "funding_parts",
    "funding_text",
    "amount_vnd",
    "amount_usd",
    "status",
    "decision_no",
    "notes",
    "file",
    "line",
    "sheet",
    "corrected",
];

/// Columns that tell a published list from any other table, and without which its codes say too little.
const TELLING: [&str; 6] = [
    "kind",
    "direction",
    "year",
    "countries",
    "quarter",
    "funding",
];

/// A table with these headings is a published list, whatever columns somebody took out or moved.
pub fn is_head<'a>(headings: impl Iterator<Item = &'a str>) -> bool {
    let mut found = [false; TELLING.len()];
    for heading in headings {
        if let Some(at) = TELLING.iter().position(|name| *name == heading) {
            found[at] = true;
        }
    }
    found == [true; TELLING.len()]
}

/// The field that a column of a published list decides; `None` for texts beside codes and for places,
/// and for `head`: nobody can tell there whether a form had no such column or a cell was left blank.
pub fn field(heading: &str) -> Option<Field> {
    const FIELDS: [(&str, Field); 15] = [
        ("kind", Field::Kind),
        ("direction", Field::Direction),
        ("department", Field::Department),
        ("name", Field::Name),
        ("countries", Field::Country),
        ("partner", Field::Partner),
        ("content", Field::Content),
        ("people", Field::People),
        ("days", Field::Days),
        ("quarter", Field::Period),
        ("funding", Field::Funding),
        ("amount_vnd", Field::Amount),
        ("status", Field::Status),
        ("decision_no", Field::DecisionNo),
        ("notes", Field::Notes),
    ];
    let found = FIELDS.iter().find(|(name, _)| *name == heading);
    found.map(|(_, field)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_list_is_known_by_its_codes_in_any_order_of_columns() {
        assert!(is_head(HEAD.into_iter()));
        assert!(is_head(HEAD.into_iter().rev()));
        let without = |name: &str| HEAD.into_iter().filter(|head| *head != name).collect();
        let other: Vec<&str> = without("amount_usd");
        assert!(is_head(other.into_iter()));
        for name in TELLING {
            let other: Vec<&str> = without(name);
            assert!(!is_head(other.into_iter()), "{name}");
        }
    }
}
