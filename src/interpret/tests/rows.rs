//! How the cells of one row work together, and how fast rows are read.

use super::samples::{Table, check, interpret, standard};
use super::*;
use crate::model::delegation::RowState;

/// A row of the usual form with some cells of interest, the rest plain.
fn row(period: &'static str, funding: &'static str, notes: &'static str) -> Vec<&'static str> {
    vec![
        "1",
        "Đoàn A",
        "Lãnh đạo",
        "Lào",
        "",
        "Học tập",
        "08",
        "05",
        period,
        funding,
        notes,
    ]
}

fn one(cells: Vec<&'static str>) -> Delegation {
    let table = standard(Direction::Outbound, vec![cells]);
    interpret(&table).remove(0)
}

#[test]
fn a_note_that_names_another_quarter_is_kept_beside_the_period() {
    let cases = [
        ("Quý II", "Dời sang quý IV", Some(Quarter::Q4)),
        ("Quý II", "Dự kiến tháng 7", Some(Quarter::Q3)),
        ("10-12/3/2021", "Thực tế đi tháng 9", Some(Quarter::Q3)),
        ("Quý II-III", "Tháng 10", Some(Quarter::Q4)),
        ("Quý II", "Tháng 5", None),
        ("Quý II-III", "Tháng 7", None),
        ("Quý II", "QĐ 12/QĐ-UBND ngày 15/7/2021", None),
        ("Quý II", "Luân phiên hằng năm", None),
        ("", "Tháng 7", None),
    ];
    for (period, note, against) in cases {
        let found = one(row(period, "NSNN", note)).period;
        assert_eq!(found.against, against, "{period} | {note}");
    }
}

#[test]
fn a_note_that_narrows_the_period_decides() {
    let cases = [
        ("Quý II-III", "Dự kiến tháng 7", Quarter::Q3, true),
        ("", "Dự kiến tháng 7", Quarter::Q3, true),
        ("Chưa xác định", "Tháng 10/2021", Quarter::Q4, true),
        ("Quý I hoặc II", "khoảng quý II", Quarter::Q2, true),
        ("Cả năm", "15-20/9/2021", Quarter::Q3, true),
        ("Quý II", "Dự kiến tháng 7", Quarter::Q2, false),
        ("Quý II-III", "Dự kiến tháng 10", Quarter::Multi, false),
        ("Tháng 8", "Nếu hết dịch", Quarter::Q3, false),
        (
            "Quý II-III",
            "Theo thư mời ngày 15/7/2021",
            Quarter::Multi,
            false,
        ),
        (
            "Quý II-III",
            "QĐ 12/QĐ-UBND ngày 15/7/2021",
            Quarter::Multi,
            false,
        ),
        (
            "Quý II-III",
            "Đã đi tháng 7 hai người",
            Quarter::Multi,
            false,
        ),
        ("", "Luân phiên hằng năm", Quarter::Unscheduled, false),
    ];
    for (period, note, quarter, from_note) in cases {
        let found = one(row(period, "NSNN", note)).period;
        assert_eq!(
            (found.class(), found.from_note),
            (quarter, from_note),
            "{period} | {note}"
        );
    }
}

#[test]
fn stated_days_stay_and_dates_stand_beside_them() {
    let found = one(row("15-20/9/2021", "NSNN", ""));
    assert_eq!(
        (found.days().halves, found.days().from_dates),
        (Some(10), Some(6))
    );
    let mut cells = row("15-20/9/2021", "NSNN", "");
    cells[7] = "";
    let found = one(cells);
    assert_eq!(
        (found.days().halves, found.days().form),
        (Some(12), NumberForm::FromDates)
    );
    let mut cells = row("Tháng 9/2021 (04 ngày)", "NSNN", "");
    cells[7] = "";
    assert_eq!(one(cells).days().halves, Some(8));
    let mut cells = row("Quý III", "NSNN", "");
    cells[7] = "theo chương trình";
    assert_eq!(one(cells).days().form, NumberForm::Undetermined);
}

#[test]
fn a_blank_country_is_never_guessed_from_other_columns() {
    let mut cells = row("Quý III", "NSNN", "");
    cells[3] = "";
    cells[4] = "Sở Y tế tỉnh Savannakhet, Lào";
    assert!(one(cells).countries.is_unreadable());
}

#[test]
fn what_was_not_held_is_told_apart() {
    let found = one(row("Quý III", "NSNN", "Hoãn do dịch Covid-19"));
    assert_eq!(
        (found.status, found.state),
        (
            Some(crate::model::value::Status::Postponed),
            RowState::NotHeld
        )
    );
    let found = one(row("Quý III", "NSNN", "Chưa thực hiện"));
    assert_eq!((found.status, found.state), (None, RowState::Accepted));
    for note in [
        "",
        "Năm 2020 hoãn do dịch",
        "Năm 2020 không thực hiện được",
        "Hoãn từ năm 2020",
    ] {
        let found = one(row("Quý III", "NSNN", note));
        assert_eq!(
            (found.status, found.state),
            (None, RowState::Accepted),
            "{note}"
        );
    }
}

#[test]
fn the_name_may_say_how_many_delegations() {
    let mut cells = row("Quý III", "NSNN", "");
    cells[1] = "02 đoàn cán bộ Sở Y tế";
    assert_eq!(one(cells).count, 2);
    let mut cells = row("Quý III", "NSNN", "");
    cells[1] = "5 học sinh giỏi";
    assert_eq!(one(cells).count, 1);
}

#[test]
fn first_and_last_day_from_two_columns() {
    let cases = [
        ("28/06/2021", "02/07/2021", Quarter::Q2, Some(5), true),
        ("08/03/2021", "", Quarter::Q1, None, false),
        ("", "14/03/2021", Quarter::Q1, None, false),
        ("44454", "44458", Quarter::Q3, Some(5), false),
        ("15/9", "20/9/2021", Quarter::Q3, Some(6), false),
        ("Tháng 3", "Tháng 4", Quarter::Multi, None, false),
        ("20/9/2021", "15/9/2021", Quarter::Unscheduled, None, false),
        (
            "2020-12-28",
            "2021-01-03",
            Quarter::OutsideYear,
            Some(7),
            true,
        ),
        ("15", "20/9/2021", Quarter::Q3, Some(6), false),
    ];
    for (from, to, quarter, days, crosses) in cases {
        let table = Table {
            direction: Direction::Outbound,
            columns: vec![
                (Field::Country, "Nước", None),
                (Field::PeriodFrom, "Từ ngày", None),
                (Field::PeriodTo, "Đến ngày", None),
            ],
            rows: vec![vec!["Lào", from, to]],
            inherited: vec![],
        };
        let found = interpret(&table).remove(0);
        let got = (
            found.period.class(),
            found.days().from_dates,
            found.period.crosses_quarter,
        );
        assert_eq!(
            got,
            (quarter, days, crosses),
            "{from} | {to}: {:?}",
            found.period
        );
    }
}

#[test]
fn amounts_stand_in_columns_of_their_own_or_beside_the_source() {
    let part = |class, level| Field::FundingPart(class, level);
    let million = Some(MoneyUnit::MillionDong);
    let table = Table {
        direction: Direction::Outbound,
        columns: vec![
            (Field::Country, "Nước", None),
            (
                part(FundingClass::StateBudget, FundingLevel::Provincial),
                "NS tỉnh",
                million,
            ),
            (
                part(FundingClass::Donations, FundingLevel::Unsaid),
                "XHH",
                million,
            ),
        ],
        rows: vec![
            vec!["Lào", "75,5", "20"],
            vec!["Lào", "60", ""],
            vec!["Lào", "0", "x"],
            vec!["Lào", "", ""],
        ],
        inherited: vec![],
    };
    check(
        &table,
        &[
            "LA 1x- - unscheduled mixed+state_budget+provincial+donations 95500000",
            "LA 1x- - unscheduled state_budget+provincial 60000000",
            "LA 1x- - unscheduled donations -",
            "LA 1x- - unscheduled unknown -",
        ],
    );
    let table = Table {
        direction: Direction::Outbound,
        columns: vec![
            (Field::Country, "Nước", None),
            (Field::Amount, "Kinh phí (triệu đồng)", million),
        ],
        rows: vec![
            vec!["Lào", "60 (NSTP)"],
            vec!["Lào", "NSNN"],
            vec!["Lào", "theo dự toán"],
        ],
        inherited: vec![],
    };
    check(
        &table,
        &[
            "LA 1x- - unscheduled state_budget+district 60000000",
            "LA 1x- - unscheduled state_budget -",
            "LA 1x- - unscheduled unknown -",
        ],
    );
    let table = Table {
        direction: Direction::Outbound,
        columns: vec![
            (Field::Country, "Nước", None),
            (Field::Funding, "Kinh phí (triệu đồng)", million),
        ],
        rows: vec![
            vec!["Lào", "60"],
            vec!["Lào", "NSNN: 60; XHH: 20"],
            vec!["Lào", "NSNN năm 2021"],
            vec!["Lào", "NSNN"],
        ],
        inherited: vec![],
    };
    check(
        &table,
        &[
            "LA 1x- - unscheduled unknown 60000000",
            "LA 1x- - unscheduled mixed+state_budget+donations 80000000",
            "LA 1x- - unscheduled state_budget -",
            "LA 1x- - unscheduled state_budget -",
        ],
    );
}
