//! The words of the comparison of results with the plan for their year, in both languages.

use super::fill;
use crate::model::comparison::{Fate, NoPlan, Outcome};
use crate::model::finding::Lang;
use crate::words::Words;

labels! {
    IN_PLAN: "Đã thực hiện" / "Done as planned";
    OF_THEM_DOUBTFUL: "Trong đó cần đối chiếu" / "Of these, to be checked";
    NOT_DONE: "Chưa thực hiện" / "Not done";
    OUTSIDE_PLAN: "Ngoài kế hoạch" / "Outside the plan";
    ALL_DONE: "Tổng số đoàn thực hiện" / "All carried out";
    PLANNED_ROWS: "Tình hình thực hiện kế hoạch năm {0} (kế hoạch do đợt {0} công bố)" / "How the plan for {0} was carried out (as published in the campaign of {0})";
    NOTE_PLANNED: "Từng đoàn được đối chiếu với kế hoạch năm {0} do đợt {0} công bố, theo loại đoàn, đơn vị, nước, quý và độ giống của tên, nội dung, đối tác; số đếm là đoàn. “Cần đối chiếu”: có thể là cùng một đoàn nhưng chưa chắc chắn. “Chưa thực hiện” gồm cả đoàn của đơn vị chưa báo cáo kết quả. Đã thực hiện + Ngoài kế hoạch = Tổng số đoàn thực hiện." / "Each delegation is compared with the plan for {0}, as published in the campaign of {0}, by direction, department, country, quarter and the similarity of name, content and partner; figures are delegations. “To be checked”: perhaps the same delegation, but not certain. “Not done” includes delegations of departments that reported no results. Done as planned + Outside the plan = All carried out.";
    NOTE_UNCOMPARED: "{0} dòng kết quả không đối chiếu được từng cặp vì đơn vị có quá nhiều dòng; được xếp vào “Ngoài kế hoạch”." / "{0} rows of the results were not compared in pairs because their department has too many; they are under “Outside the plan”.";
    NO_PLAN_PUBLISHED: "Chưa đối chiếu từng đoàn: chưa có đợt nào công bố kế hoạch năm {0} (không có {0}/delegations.csv trong thư mục kết quả)." / "Not compared row by row: the plan for {0} has not been published (there is no {0}/delegations.csv in the outputs).";
    NO_PLAN_READABLE: "Chưa đối chiếu từng đoàn: không đọc được {0}/delegations.csv đã công bố." / "Not compared row by row: the published {0}/delegations.csv cannot be read.";
    NO_PLAN_ROWS: "Chưa đối chiếu từng đoàn: đợt {0} không có kế hoạch năm {0}." / "Not compared row by row: the campaign of {0} has no plan for {0}.";
    NO_RESULTS: "Chưa đối chiếu từng đoàn: chưa có kết quả năm {0}." / "Not compared row by row: there are no results of {0} yet.";
    PLACE_OF_PLAN: "Tệp và dòng của kế hoạch" / "File and line of the plan";
    PLACE_OF_RESULT: "Tệp và dòng của kết quả" / "File and line of the results";
    RESULT_PLANNED: "Đúng kế hoạch" / "As planned";
    RESULT_PLANNED_IN_PART: "Đúng kế hoạch một phần" / "Partly as planned";
    RESULT_PERHAPS: "Cần đối chiếu với kế hoạch" / "To be checked against the plan";
    STANDS_IN_PLAN: "Có trong kế hoạch" / "In the plan";
    NOT_IN_PLAN: "Không có trong kế hoạch" / "Not in the plan";
    FATE_PERHAPS: "Đã thực hiện, cần đối chiếu" / "Done, to be checked";
    FATE_PARTLY: "Đã thực hiện một phần" / "Partly done";
    FATE_UNREPORTED: "Đơn vị chưa báo cáo kết quả" / "No results reported";
}

/// What became of a planned row.
pub fn fate(fate: Fate) -> Words {
    match fate {
        Fate::Done => IN_PLAN,
        Fate::PerhapsDone => FATE_PERHAPS,
        Fate::PartlyDone => FATE_PARTLY,
        Fate::Open => NOT_DONE,
        Fate::Unreported => FATE_UNREPORTED,
        Fate::Postponed => super::status(crate::model::value::Status::Postponed),
        Fate::Cancelled => super::status(crate::model::value::Status::Cancelled),
        Fate::Online => super::status(crate::model::value::Status::Online),
    }
}

/// Why the results of a year are not compared with its plan.
pub fn no_plan(reason: NoPlan, year: i32, lang: Lang) -> String {
    let words = match reason {
        NoPlan::NotPublished => NO_PLAN_PUBLISHED,
        NoPlan::Unreadable => NO_PLAN_READABLE,
        NoPlan::Empty => NO_PLAN_ROWS,
        NoPlan::NoResults => NO_RESULTS,
    };
    fill(words, lang, &[&year.to_string()])
}

/// What a row of the results is in the plan, in a word.
pub fn standing(outcome: &Outcome) -> Words {
    match (outcome.planned, outcome.not_held) {
        (None, None) => OUTSIDE_PLAN,
        (None, Some(_)) => NOT_IN_PLAN,
        (Some(_), _) if outcome.doubtful > 0 => RESULT_PERHAPS,
        (Some(_), Some(_)) => STANDS_IN_PLAN,
        (Some(_), None) if outcome.certain < outcome.count => RESULT_PLANNED_IN_PART,
        (Some(_), None) => RESULT_PLANNED,
    }
}
