//! A department whose figures are far from those of its earlier years.

use crate::model::dataset::{Dataset, FileRead};
use crate::model::delegation::RowState;
use crate::model::finding::{Place, Scope};
use crate::model::submission::Due;
use crate::rules::{Report, table_name};

rule! {
    /// # Tiếng Việt
    /// Số đoàn hoặc số người của một bảng gấp ba lần trở lên, hoặc không bằng một phần ba số của đơn vị
    /// đó trong mọi năm trước đã công bố (tối đa ba năm). Có thể là thay đổi thật, thiếu tệp, hoặc gửi
    /// nhầm bảng. Chênh lệch dưới 5 đoàn và dưới 50 người được bỏ qua.
    ///
    /// # English
    /// The delegations or people of a table are at least three times, or less than a third of, those of
    /// every earlier published year of the department (three years at most). It may be a real change, a
    /// missing file, or the wrong table. Differences below 5 delegations and 50 people are ignored.
    "L512" "figures-far-from-earlier" Warning
    title:
        "Số liệu khác xa các năm trước"
        / "Figures far from earlier years",
    message:
        "{0}: {2} {3}; các năm trước: {5}."
        / "{1}: {2} {4}; earlier years: {5}.",
    hint:
        "Kiểm tra xem có thiếu hoặc thừa tệp, nhầm bảng; nếu đúng, cho biết lý do."
        / "Check for a missing or extra file, or the wrong table; if it is right, give a reason.",
    values: ["kế hoạch đoàn ra", "outbound plan", "36", "đoàn", "delegations", "2020: 9; 2019: 11"],
    check: Across(check),
}

/// How many times more or less is far.
const TIMES: u64 = 3;
/// Differences below which it is chance: delegations, people.
const LEAST: [u64; 2] = [5, 50];
const NAMES: [[&str; 2]; 2] = [["đoàn", "delegations"], ["người", "people"]];

/// Delegations and people of a table.
type Figures = [u64; 2];

fn check(dataset: &Dataset, report: &mut Report) {
    if dataset.earlier.is_empty() {
        return;
    }
    for (department, due) in dataset.received() {
        let earlier = earlier(dataset, department, due);
        let now = now(dataset, department, due);
        for measure in 0..NAMES.len() {
            let before = earlier.iter().map(|(_, figures)| figures[measure]);
            if is_far(now[measure], before, LEAST[measure]) {
                let [vi, en] = table_name(due);
                let [unit, unit_en] = NAMES[measure];
                let count = now[measure].to_string();
                let words = [vi, en, &count, unit, unit_en].map(String::from);
                report.across(
                    None,
                    Some(department),
                    (Scope::File, Place::default()),
                    words,
                );
                let years = earlier
                    .iter()
                    .map(|(year, figures)| format!("{year}: {}", figures[measure]));
                report.detail([years.collect::<Vec<_>>().join("; ")]);
                break;
            }
        }
    }
}

fn now(dataset: &Dataset, department: u32, due: Due) -> Figures {
    let own = dataset
        .files
        .iter()
        .filter(|file| file.department == department);
    let rows = own.flat_map(|file| &file.delegations);
    let counted =
        rows.filter(|row| row.state == RowState::Accepted && FileRead::due(row) == Some(due));
    counted.fold([0, 0], |[count, people], row| {
        [
            count + u64::from(row.count),
            people + row.people().value.map_or(0, u64::from),
        ]
    })
}

/// By year of the table, newest first.
fn earlier(dataset: &Dataset, department: u32, (direction, kind): Due) -> Vec<(i32, Figures)> {
    let Some(body) = dataset.departments.get(department as usize) else {
        return Vec::new();
    };
    let own = dataset
        .earlier
        .iter()
        .filter(|line| line.key == body.slug && line.kind == kind && line.direction == direction);
    own.map(|line| (line.year, [line.totals.delegations, line.totals.people]))
        .collect()
}

/// Beyond every earlier figure by [`TIMES`] and by the least difference, on one side of them all.
fn is_far(now: u64, before: impl Iterator<Item = u64> + Clone, least: u64) -> bool {
    let (Some(most), Some(fewest)) = (before.clone().max(), before.min()) else {
        return false;
    };
    let more = now >= most.saturating_mul(TIMES) && now >= most + least;
    let less = fewest >= now.saturating_mul(TIMES) && fewest >= now + least;
    more || less
}

#[cfg(test)]
mod tests {
    use super::is_far;

    #[test]
    fn only_what_is_beyond_all_earlier_years_is_far() {
        let cases: [(u64, &[u64], bool); 9] = [
            (30, &[10], true),
            (29, &[10], false),
            (30, &[10, 12], false),
            (3, &[10, 9], true),
            (0, &[5], true),
            (0, &[4], false),
            (4, &[1], false),
            (7, &[0, 1], true),
            (7, &[], false),
        ];
        for (now, before, far) in cases {
            assert_eq!(
                is_far(now, before.iter().copied(), 5),
                far,
                "{now} after {before:?}"
            );
        }
    }
}
