//! Cells and lines that were read as another figure without a word.

use super::{consolidate, consolidated, right_or_told, workspace};

#[test]
fn fault_02_the_second_line_of_a_delegation_is_counted_or_asked_about() {
    let work = consolidated("02", 0);
    let (rows, findings) = (work.table("delegations.csv"), work.table("findings.csv"));
    // The workbook ends before its third delegation.
    let seconds = [("dv1", &["4", "6", "8"][..]), ("dv2", &["4", "6"][..])];
    for (department, lines) in seconds {
        let own = |name: &str| {
            let row = rows
                .iter()
                .find(|r| r["department"] == department && r["name"] == name);
            row.unwrap_or_else(|| panic!("{department} {name}"))
        };
        let counted = [
            ("Đoàn 1", "countries", "LA;TH"),
            ("Đoàn 2", "amount_vnd", "70000000"),
            ("Đoàn 3", "quarter", "multi"),
        ];
        for ((name, field, value), line) in counted.into_iter().zip(lines) {
            let counted = own(name)[field] == value;
            let before = (line.parse::<u32>().expect("a line") - 1).to_string();
            let told = findings.iter().any(|finding| {
                let here = finding["line"] == **line || finding["line"] == before;
                finding["department"] == department && here && finding["severity"] != "info"
            });
            assert!(counted || told, "{department}, line {line}");
        }
    }
}

#[test]
fn fault_03_what_a_group_or_the_title_calls_not_held_is_in_no_figure() {
    let work = consolidated("03", 0);
    let totals = work.run_json()["totals"]["realised"]["outbound"].clone();
    assert_eq!(
        (&totals["delegations"], &totals["people"]),
        (&1.into(), &5.into())
    );
}

#[test]
fn fault_04_a_note_about_something_else_cancels_no_delegation() {
    let work = consolidated("04", 0);
    let totals = work.run_json()["totals"]["plan"]["outbound"].clone();
    assert_eq!(
        (&totals["delegations"], &totals["people"]),
        (&9.into(), &45.into())
    );
}

#[test]
fn fault_05_amounts_of_sums_ranges_and_rates() {
    right_or_told(
        "05",
        "amount_vnd",
        &[
            ("dv", "Đoàn 1", "150000000"),
            ("dv", "Đoàn 2", ""),
            ("dv", "Đoàn 3", ""),
            ("dv", "Đoàn 4", ""),
            ("dv", "Đoàn 5", "150000000"),
            ("dv", "Đoàn 6", "150000000"),
            ("dv", "Đoàn 7", "150000000"),
            ("dv", "Đoàn 8", ""),
            ("dv", "Đoàn 9", ""),
            ("dv", "Đoàn 10", ""),
            ("dv", "Đoàn 11", "1500000000"),
            ("dv", "Đoàn 12", "150000000"),
            ("dv", "Đoàn 13", "150000000"),
            ("dv", "Đoàn 14", ""),
        ],
    );
}

#[test]
fn fault_06_money_of_other_countries_is_no_dong() {
    right_or_told(
        "06",
        "amount_vnd",
        &[
            ("eur", "Đoàn 1", ""),
            ("lak", "Đoàn 1", ""),
            ("yen", "Đoàn 1", ""),
            ("baht", "Đoàn 1", ""),
            ("kip", "Đoàn 1", ""),
            ("trieu-kip", "Đoàn 1", ""),
            ("xlsx-0", "Đoàn 1", ""),
            ("xlsx-1", "Đoàn 1", ""),
            ("xlsx-2", "Đoàn 1", ""),
            ("xlsx-3", "Đoàn 1", ""),
            ("xlsx-4", "Đoàn 1", ""),
        ],
    );
}

#[test]
fn fault_07_the_unit_of_a_heading_holds() {
    right_or_told(
        "07",
        "amount_vnd",
        &[
            ("h0", "Đoàn 1", ""),
            ("h1", "Đoàn 1", ""),
            ("h2", "Đoàn 1", "150000000"),
            ("h3", "Đoàn 1", "150000000"),
        ],
    );
    right_or_told(
        "07",
        "days",
        &[
            ("t0", "Đoàn", "14"),
            ("t1", "Đoàn", ""),
            ("t2", "Đoàn", "2"),
        ],
    );
}

#[test]
fn fault_08_people_cells() {
    right_or_told(
        "08",
        "people",
        &[
            ("dv", "Đoàn 1", "11"),
            ("dv", "Đoàn 2", "8"),
            ("dv", "Đoàn 3", "8"),
            ("dv", "Đoàn 4", "8"),
            ("dv", "Đoàn 5", "10"),
            ("dv", "Đoàn 6", "8"),
            ("dv", "Đoàn 7", ""),
            ("dv", "Đoàn 8", "10|"),
            ("dv", "Đoàn 9", ""),
        ],
    );
}

#[test]
fn fault_09_periods() {
    right_or_told(
        "09",
        "quarter",
        &[
            ("us", "Đoàn 2", "Q4"),
            ("us", "Đoàn 1", "Q3"),
            ("us", "Đoàn 3", "Q1"),
            ("thang-nam", "Đoàn", "outside_year"),
            ("cells", "Đoàn 1", "Q3"),
            ("cells", "Đoàn 2", "Q2"),
            ("cells", "Đoàn 3", "multi|unscheduled"),
            ("cells", "Đoàn 4", "multi"),
            ("cells", "Đoàn 5", "unscheduled"),
            ("cells", "Đoàn 6", "unscheduled"),
        ],
    );
}

#[test]
fn fault_10_a_field_split_into_plan_and_result_is_one_realised_row() {
    let work = consolidated("10", 0);
    let totals = work.run_json()["totals"].clone();
    assert_eq!(totals["realised"]["outbound"]["people"], 3);
    assert_eq!(totals["plan"]["outbound"]["people"], 0);
}

#[test]
fn fault_18_sources_that_pay_nothing_or_are_of_another_state() {
    right_or_told(
        "18",
        "funding",
        &[
            ("dv", "Đoàn 1", "self_funded"),
            ("dv", "Đoàn 2", "partner"),
            ("dv", "Đoàn 3", "none|unknown"),
            ("dv", "Đoàn 4", "unknown"),
            ("dv", "Đoàn 5", "partner"),
            ("dv", "Đoàn 6", "partner"),
            ("dv", "Đoàn 7", "partner"),
            ("dv", "Đoàn 8", "partner"),
            ("dv", "Đoàn 9", "state_budget"),
            ("dv", "Đoàn 10", "unknown"),
        ],
    );
}

#[test]
fn fault_22_a_decimal_comma_parts_and_a_pair_of_quotes() {
    right_or_told(
        "22",
        "amount_vnd",
        &[
            ("dv", "Đoàn 1", "20500000"),
            ("dv", "Đoàn 2", "12500000"),
            ("dv", "Đoàn 3", "30500000"),
        ],
    );
    let work = workspace("22");
    consolidate(&work);
    let (rows, findings) = (work.table("delegations.csv"), work.table("findings.csv"));
    let told = |department: &str| {
        let own = findings
            .iter()
            .filter(|finding| finding["department"] == department);
        own.filter(|finding| finding["severity"] != "info").count() > 0
    };
    let of = |department: &str| {
        let own = rows.iter().filter(|row| row["department"] == department);
        own.collect::<Vec<_>>()
    };
    let people = of("dv2")
        .iter()
        .filter_map(|row| row["people"].parse::<u32>().ok())
        .sum::<u32>();
    assert!(people == 22 || told("dv2"), "{people}");
    assert!(of("dv3").len() == 5 || told("dv3"), "{}", of("dv3").len());
}
