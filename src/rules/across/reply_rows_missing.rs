//! A reply without rows that the submission had.

use crate::model::dataset::{Dataset, FileRead, Opened};
use crate::model::delegation::Delegation;
use crate::model::finding::{Place, Scope};
use crate::model::submission::Due;
use crate::rules::{Report, table_name};

rule! {
    /// # Tiếng Việt
    /// Tệp phản hồi gửi lại thay toàn bộ bản nộp mà nó trả lời. Nếu một dòng của bản nộp không còn trong
    /// tệp gửi lại thì dòng đó không còn được tính; cần biết là cố ý hay nhầm.
    ///
    /// # English
    /// A reply (feedback that was sent back) replaces the whole submission that it is about. A row of the
    /// submission that is not in it is no longer counted; somebody should say whether that is intended.
    "L514" "reply-rows-missing" Warning
    title:
        "Tệp gửi lại thiếu dòng"
        / "Reply lacks rows",
    message:
        "Tệp gửi lại không còn {3} dòng của bảng {1} trong tệp {0}: {4}."
        / "The reply lacks rows of the {2} of {0} ({3}): {4}.",
    hint:
        "Nếu xóa nhầm, đưa các dòng trở lại và gửi lại; nếu không còn đi, ghi “hủy” ở dòng đó."
        / "If they were deleted by mistake put them back and send again; write “hủy” in the row of what is cancelled.",
    values: ["2021/so-y-te/ke hoach.csv", "kế hoạch đoàn ra", "outbound plan", "1", "Đoàn công tác Sở Y tế"],
    check: Across(check),
}

/// Rows that a finding names; their number says how many there are.
const MOST_NAMED: usize = 5;

fn check(dataset: &Dataset, report: &mut Report) {
    for file in &dataset.files {
        let Some(by) = file.replied_by else { continue };
        let Some(answer) = dataset.files.get(by as usize) else {
            continue;
        };
        let (before, after) = (file.open(), answer.open());
        let kept = answer.contained();
        for due in file
            .contained()
            .into_iter()
            .filter(|due| kept.contains(due))
        {
            let gone = gone(&before, &after, due);
            if gone.is_empty() {
                continue;
            }
            let [vi, en] = table_name(due);
            let values = [file.submission.path.clone(), vi.to_string(), en.to_string()];
            let place = (Scope::File, Place::default());
            report.across(Some(by), Some(answer.department), place, values);
            let mut names: Vec<String> = gone.iter().take(MOST_NAMED).cloned().collect();
            if gone.len() > MOST_NAMED {
                names.push("…".to_string());
            }
            report.detail([gone.len().to_string(), names.join("; ")]);
        }
    }
}

/// The rows of a table that the reply has in no form: a corrected row shares most of its cells.
fn gone(before: &Opened, after: &Opened, due: Due) -> Vec<String> {
    let mut left = rows(after, due);
    let mut changed = Vec::new();
    for row in rows(before, due) {
        match left.iter().position(|other| other.digest == row.digest) {
            Some(same) => {
                left.swap_remove(same);
            }
            None => changed.push(row),
        }
    }
    let mut gone = Vec::new();
    for row in changed {
        let alike = |other: &&Delegation| shared(before, row, after, other);
        let nearest = (0..left.len()).max_by_key(|at| (alike(&left[*at]), usize::MAX - at));
        match nearest.filter(|at| 2 * alike(&left[*at]) >= said(before, row)) {
            Some(at) => {
                left.remove(at);
            }
            None => gone.push(name(before, row)),
        }
    }
    gone
}

fn rows<'a>(file: &'a Opened, due: Due) -> Vec<&'a Delegation> {
    let rows = file.delegations.iter();
    rows.filter(|row| FileRead::due(row) == Some(due)).collect()
}

fn cells<'a>(file: &'a Opened, row: &Delegation) -> [&'a str; 13] {
    row.identity(file.texts(row), |span| file.text(span))
}

/// Cells that two rows share and that say something; kind and direction they share in any case.
fn shared(before: &Opened, row: &Delegation, after: &Opened, other: &Delegation) -> usize {
    let both = cells(before, row)
        .into_iter()
        .zip(cells(after, other))
        .skip(2);
    both.filter(|(one, other)| !one.is_empty() && one == other)
        .count()
}

fn said(file: &Opened, row: &Delegation) -> usize {
    let cells = cells(file, row).into_iter().skip(2);
    cells.filter(|cell| !cell.is_empty()).count()
}

fn name(file: &Opened, row: &Delegation) -> String {
    let texts = file.texts(row);
    let named = [texts.name, texts.content, texts.countries];
    let name = named
        .into_iter()
        .map(|text| file.text(text))
        .find(|text| !text.is_empty());
    format!("{} ({})", name.unwrap_or("?"), row.line)
}
