//! What the script says: the names of what a figure can ask for, and its own words.

use super::{Page, department_token, planned};
use crate::model::section::{Direction, Kind};
use crate::model::value::{FundingClass, Quarter};
use crate::report::listing;
use crate::report::speak::Speak;
use crate::words::labels;
use serde_json::{Map, Value, json};

/// As JSON that can stand in a page.
pub fn json(page: Page) -> String {
    let words = json!({
        "search": page.say(labels::PAGE_SEARCH),
        "all": page.say(labels::PAGE_SHOW_ALL),
        "rows": page.say(labels::PAGE_SHOWN),
        "cut": page.say(labels::PAGE_SHOWN_OF),
        "filter": page.say(labels::PAGE_FILTER),
    });
    let data = json!({ "names": names(page), "words": words });
    data.to_string().replace('<', "\\u003c")
}

fn names(page: Page) -> Map<String, Value> {
    let mut names = Map::new();
    let mut name = |token: String, name: String| names.insert(token, name.into());
    for kind in Kind::ALL {
        name(kind.code().into(), page.kind_name(kind));
    }
    for direction in Direction::ALL {
        name(
            direction.code().into(),
            page.say(labels::direction(direction)).into(),
        );
    }
    for quarter in Quarter::ALL {
        name(
            quarter.code().into(),
            page.say(labels::quarter(quarter)).into(),
        );
    }
    for class in FundingClass::ALL {
        name(class.code().into(), page.say(labels::funding(class)).into());
    }
    for line in &page.edition.summary.by_country {
        name(
            line.key.clone(),
            listing::country_name(page.edition, &line.key),
        );
    }
    for (index, department) in page.edition.dataset.departments.iter().enumerate() {
        name(department_token(index), super::foreign(&department.name));
    }
    for month in 1..=12 {
        name(
            month_token(month),
            page.fill(labels::MONTH, &[&month.to_string()]),
        );
    }
    name(month_token(0), page.say(labels::MONTH_UNKNOWN).into());
    name("unsure".into(), page.say(labels::DOUBTFUL).into());
    for (words, token) in planned::COLUMNS {
        name(token.into(), page.say(words).into());
    }
    names
}

/// The token of a month; 0 is none.
pub fn month_token(month: usize) -> String {
    format!("m{month}")
}
