//! Planned rows against the results of the sample campaign, one case a line.

use super::compare;
use crate::model::comparison::{Comparison, Fate, Figures, Key, NoPlan, by_key};
use crate::model::section::Direction;
use crate::report::sample::{Sample, sample};

const HEAD: &str = "kind,direction,year,department,name,head,partner,content,countries,country_text,count,people,days,quarter,period_text,funding_text,status,file,line";

/// The sample's results against planned rows: direction, department, name, content, countries, count,
/// quarter, status.
fn compared(planned: &[&str]) -> Comparison {
    let dataset = sample(Sample::default()).dataset;
    let mut csv = format!("{HEAD}\n");
    for (index, row) in planned.iter().enumerate() {
        let [
            direction,
            department,
            name,
            content,
            countries,
            count,
            quarter,
            status,
        ] = row.split('|').collect::<Vec<_>>()[..]
        else {
            panic!("{row}");
        };
        let line = index + 2;
        csv.push_str(&format!(
            "plan,{direction},2020,{department},{name},,,{content},{countries},,{count},,,{quarter},,,{status},kh.csv,{line}\n"
        ));
    }
    compare(&dataset, csv.as_bytes()).expect("a comparison")
}

#[test]
fn a_planned_row_meets_its_fate() {
    use Fate::{Cancelled, Done, Open, PartlyDone, PerhapsDone, Unreported};
    let cases = [
        (
            "outbound|so-nong-nghiep|Đoàn tham quan chăn nuôi bò||TH|1|Q1|",
            Done,
            "the same words",
        ),
        (
            "outbound|so-nong-nghiep|ĐOÀN THAM QUAN CHĂN NUÔI BÒ||TH|1|Q2|",
            Done,
            "a quarter later",
        ),
        (
            "outbound|so-nong-nghiep|Tham quan mô hình chăn nuôi bò||TH|1|Q1|",
            Done,
            "other words",
        ),
        (
            "outbound|so-nong-nghiep|Đoàn tham quan chăn nuôi bò||TH|1|Q4|",
            PerhapsDone,
            "far away in time",
        ),
        (
            "outbound|so-nong-nghiep|Đoàn tham quan||TH|1|Q1|",
            PerhapsDone,
            "words in part",
        ),
        (
            "outbound|so-nong-nghiep|Đoàn tham quan chăn nuôi bò||KR|1|Q1|",
            Open,
            "another country",
        ),
        (
            "inbound|so-nong-nghiep|Đoàn tham quan chăn nuôi bò||TH|1|Q1|",
            Unreported,
            "the other direction",
        ),
        (
            "outbound|so-y-te|Đoàn tham quan chăn nuôi bò||TH|1|Q1|",
            PerhapsDone,
            "another department",
        ),
        (
            "outbound|so-nong-nghiep|Đoàn tham quan chăn nuôi bò đợt 2||TH|1|Q1|",
            Open,
            "another number",
        ),
        (
            "outbound|so-nong-nghiep|Đoàn xúc tiến thương mại||TH|1|Q1|",
            Open,
            "nothing alike",
        ),
        (
            "outbound|so-nong-nghiep|Đoàn xúc tiến thương mại||TH|1|Q1|cancelled",
            Cancelled,
            "the plan says so",
        ),
        (
            "outbound|so-nong-nghiep|Đoàn tham quan chăn nuôi bò||TH|3|Q1|",
            PartlyDone,
            "one of three",
        ),
    ];
    for (row, fate, what) in cases {
        assert_eq!(compared(&[row]).fate(0), fate, "{what}: {row}");
    }
}

#[test]
fn every_result_is_planned_or_outside_and_every_planned_one_has_one_fate() {
    let comparison = compared(&[
        "outbound|so-nong-nghiep|Đoàn tham quan chăn nuôi bò||TH|1|Q1|",
        "outbound|so-y-te|Đoàn tập huấn phòng chống dịch||LA;TH|1|Q1|",
        "outbound|so-y-te|Hội thảo||JP|4|Q4|",
        "inbound|so-cu|Đoàn chuyên gia||LA|1|Q1|postponed",
    ]);
    let outbound = comparison.total(Direction::Outbound);
    // Results of the sample: two delegations of so-y-te, one of so-nong-nghiep, one of the city.
    let wanted = Figures {
        planned: 6,
        done: 2,
        doubtful: 0,
        open: 4,
        stopped: 0,
        online: 0,
        outside: 2,
    };
    assert_eq!(outbound, wanted);
    let inbound = comparison.total(Direction::Inbound);
    assert_eq!(
        (inbound.planned, inbound.stopped, inbound.outside),
        (1, 1, 2)
    );
    for direction in Direction::ALL {
        let mut sum = Figures::default();
        for figures in by_key(&comparison, Key::Department).values() {
            sum += figures[direction as usize];
        }
        assert_eq!(sum, comparison.total(direction), "departments add up");
    }
    assert_eq!(by_key(&comparison, Key::Country)["TH"][0].planned, 2);
    assert_eq!(comparison.strangers, ["so-cu"]);
}

#[test]
fn of_two_that_come_as_near_neither_is_certain() {
    let comparison = compared(&[
        "outbound|so-nong-nghiep|Đoàn tham quan chăn nuôi bò sữa||TH|1|Q1|",
        "outbound|so-nong-nghiep|Đoàn tham quan chăn nuôi bò thịt||TH|1|Q1|",
    ]);
    assert_eq!(comparison.fate(0), Fate::PerhapsDone);
    assert_eq!(comparison.fate(1), Fate::Open);
}

#[test]
fn without_a_plan_it_says_why() {
    let with_results = sample(Sample::default()).dataset;
    let without = sample(Sample {
        realised: false,
        ..Sample::default()
    })
    .dataset;
    let plan = format!("{HEAD}\nplan,outbound,2020,a,b,,,,LA,,1,,,Q1,,,,f,2\n");
    let other_year = plan.replace("2020", "2021");
    let cases = [
        (&with_results, "kind,year\nplan,2020\n", NoPlan::Unreadable),
        (&with_results, other_year.as_str(), NoPlan::Empty),
        (&without, plan.as_str(), NoPlan::NoResults),
    ];
    for (dataset, csv, reason) in cases {
        assert_eq!(compare(dataset, csv.as_bytes()), Err(reason), "{csv}");
    }
}
