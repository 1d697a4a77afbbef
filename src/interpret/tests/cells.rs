//! Cells as clerks write them, with what a person reads in each: never another figure in silence.

use super::*;
use crate::interpret::status;
use crate::model::value::{Countries, Funding, Money, Period, PeriodForm};

/// Field, text, what a person reads; "?" where a person would ask, "*" for a group of countries.
const CELLS: &str = include_str!("cells.tsv");

/// Of the cells so many are read as a person reads them; the others are asked about.
const LEAST_RIGHT: usize = 96;

/// What a cell was read as, and whether a finding stands at it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) value: String,
    pub(super) asked: bool,
}

pub(super) fn shown_people(text: &str) -> Shown {
    let found = people(text);
    Shown {
        value: found.value.map_or(String::new(), |value| value.to_string()),
        asked: !matches!(
            found.form,
            NumberForm::Exact | NumberForm::Sum | NumberForm::Product
        ),
    }
}

pub(super) fn shown_days(text: &str) -> Shown {
    use NumberForm::*;
    let found = days(text);
    Shown {
        value: found.halves.map_or(String::new(), Days::display),
        asked: !matches!(found.form, Exact | Sum | Product | FromDates),
    }
}

pub(super) fn shown_money(text: &str) -> Shown {
    let Money {
        vnd,
        usd_cents,
        form,
    } = money(text, None);
    let dollars = usd_cents.map_or(String::new(), |cents| format!("|{}", cents / 100));
    Shown {
        value: vnd.map_or(String::new(), |vnd| vnd.to_string()) + &dollars,
        asked: !matches!(form, MoneyForm::Exact | MoneyForm::Undetermined),
    }
}

pub(super) fn shown_period(text: &str) -> Shown {
    let found: Period = period(text, 2021);
    let plain = matches!(
        found.form,
        PeriodForm::Quarter | PeriodForm::Month | PeriodForm::Date | PeriodForm::Span
    );
    let class = found.class();
    Shown {
        value: class.code().to_owned(),
        asked: !plain || found.crosses_quarter || class == Quarter::OutsideYear,
    }
}

pub(super) fn shown_funding(text: &str, vocabulary: &Vocabulary) -> Shown {
    let found: Funding = funding(text, vocabulary);
    let plain = found.form == FundingForm::Words && found.unknown.is_empty();
    Shown {
        value: found.class.code().to_owned(),
        asked: !plain,
    }
}

fn shown_countries(text: &str, vocabulary: &Vocabulary) -> Shown {
    let found: Countries = countries(text, vocabulary);
    let codes: Vec<&str> = found.codes.iter().map(CountryCode::as_str).collect();
    let count = found
        .stated_count
        .is_some_and(|count| count as usize != codes.len());
    let home = codes.contains(&"VN");
    let group = codes.is_empty() && !found.groups.is_empty();
    Shown {
        asked: home || found.is_unreadable() || !found.unknown.is_empty() || count && !group,
        value: if group {
            "*".to_owned()
        } else {
            codes.join(";")
        },
    }
}

fn shown_status(text: &str) -> Shown {
    let said = status::read(text);
    Shown {
        value: said
            .status
            .map_or(String::new(), |status| status.code().to_owned()),
        asked: said.doubtful,
    }
}

fn shown(field: &str, text: &str, vocabulary: &Vocabulary) -> Shown {
    match field {
        "people" => shown_people(text),
        "days" => shown_days(text),
        "money" => shown_money(text),
        "quarter" => shown_period(text),
        "funding" => shown_funding(text, vocabulary),
        "country" => shown_countries(text, vocabulary),
        "status" => shown_status(text),
        other => panic!("no such field: {other}"),
    }
}

#[test]
fn a_result_that_denies_a_journey_or_says_it_of_a_part_is_asked_about() {
    let asked = [
        "Không",
        "Không được phê duyệt",
        "Dừng",
        "Xin rút",
        "Bỏ",
        "Không hoàn thành",
        "Ghép với đoàn Sở Y tế",
        "Chuyển sang 2021",
        "Đã thực hiện 01 đoàn, hoãn 01 đoàn",
        "Đợt 1 đã đi, đợt 2 hoãn",
        "Hủy bớt 2 người",
        "Đã hoãn, sau đó đã thực hiện tháng 11",
    ];
    for text in asked {
        let said = status::read(text);
        let held = said.status.is_none_or(|status| !status.is_not_held());
        assert!(held && (said.denies || said.doubtful), "{text}");
    }
    let plain = [
        ("Đã thực hiện, không phát sinh kinh phí", "done"),
        ("Ko đi", "cancelled"),
        ("Hoãn do dịch Covid-19", "postponed"),
        ("Hủy theo công văn số 15", "cancelled"),
        ("Trực tiếp", ""),
    ];
    for (text, status) in plain {
        let said = status::read(text);
        let found = said.status.map_or("", |status| status.code());
        assert!(
            found == status && !said.denies && !said.doubtful,
            "{text}: {said:?}"
        );
    }
}

#[test]
fn every_cell_is_read_as_a_person_reads_it_or_asked_about() {
    let vocabulary = Vocabulary::built_in();
    let (mut right, mut all, mut silent) = (0, 0, Vec::new());
    for line in CELLS.lines().filter(|line| !line.is_empty()) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [field, text, expected] = fields[..] else {
            panic!("three fields: {line:?}")
        };
        let found = shown(field, text, &vocabulary);
        let is_right = if expected == "?" {
            found.asked
        } else {
            found.value == expected
        };
        all += 1;
        right += usize::from(is_right);
        if !is_right && !found.asked {
            silent.push(format!(
                "{field} {text:?}: {:?}, a person reads {expected:?}",
                found.value
            ));
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    assert!(
        right * 100 >= all * LEAST_RIGHT,
        "{right} of {all} are right"
    );
}
