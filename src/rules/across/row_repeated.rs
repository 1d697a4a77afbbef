//! Two rows of one department that are alike in every cell.

use crate::model::dataset::{Dataset, Opened, Reader};
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Place, Scope};
use crate::rules::Report;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;

rule! {
    /// # Tiếng Việt
    /// Hai dòng của một đơn vị giống nhau mọi ô, trong một tệp hoặc trong các tệp cộng với nhau. Chương
    /// trình không tự bỏ dòng nào.
    ///
    /// # English
    /// Two rows of one department are the same in every cell, in one file or in files that are added
    /// together. Neither is dropped automatically.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Tên đoàn: Đoàn công tác Sở A
    ///
    /// Tên đoàn: Đoàn công tác Sở A
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Nước đi: CHDCND Lào
    ///
    /// Nước đi: Thái Lan
    /// ```
    "L503" "row-repeated" Warning
    title:
        "Dòng trùng nhau"
        / "Repeated row",
    message:
        "Dòng giống dòng {1} của {0}; cả hai đều được tính."
        / "The row is the same as line {1} of {0}; both are counted.",
    hint:
        "Nếu là một đoàn, xóa một dòng; nếu là hai đoàn, ghi rõ khác nhau ở đâu."
        / "If it is one delegation, delete one row; if there are two, write how they differ.",
    values: ["2021/so-y-te/bao cao.csv", "4"],
    check: Across(check),
}

/// A row by the indexes of its file and of itself in the file.
type Indexed = (usize, usize);

fn check(dataset: &Dataset, report: &mut Report) {
    // A row repeats rows of its own department only: departments are looked through side by side.
    let mut files: Vec<Vec<usize>> = vec![Vec::new(); dataset.departments.len()];
    for (at, file) in dataset.files.iter().enumerate() {
        files[file.department as usize].push(at);
    }
    let repeated = files
        .par_iter()
        .flat_map_iter(|files| repeated(dataset, files));
    let mut repeated: Vec<(Indexed, Indexed)> = repeated.collect();
    repeated.sort_unstable();
    for ((at, index), (other, other_row)) in repeated {
        let file = &dataset.files[at];
        let row = &file.delegations[index];
        let sheet = file.section(row).sheet as u32;
        let place = (
            Scope::Row(index as u32),
            Place {
                sheet,
                line: row.line,
                column: 0,
            },
        );
        report.across(Some(at as u32), Some(file.department), place, []);
        let other_file = &dataset.files[other];
        let line = other_file.delegations[other_row].line;
        report.detail([other_file.submission.path.clone(), line.to_string()]);
        report.other(other as u32, other_row as u32);
    }
}

/// Rows of a department's files that repeat an earlier one, each with the first like it. Rows that
/// share their short digest are told apart by a long one of all their texts, file by file.
fn repeated(dataset: &Dataset, files: &[usize]) -> Vec<(Indexed, Indexed)> {
    let counts = |row: &Delegation| matches!(row.state, RowState::Accepted | RowState::NotHeld);
    let rows = |at: usize| {
        let rows = dataset.files[at].delegations.iter().enumerate();
        rows.filter(move |(_, row)| counts(row))
    };
    let mut seen: FxHashSet<u32> = FxHashSet::default();
    seen.reserve(
        files
            .iter()
            .map(|at| dataset.files[*at].delegations.len())
            .sum(),
    );
    let digests = files
        .iter()
        .flat_map(|at| rows(*at))
        .map(|(_, row)| row.digest);
    let again: FxHashSet<u32> = digests.filter(|digest| !seen.insert(*digest)).collect();
    drop(seen);
    let mut first: FxHashMap<blake3::Hash, Indexed> = FxHashMap::default();
    let mut found = Vec::new();
    let mut reader = Reader::default();
    for &at in files {
        for (index, row) in rows(at).filter(|(_, row)| again.contains(&row.digest)) {
            let here = (at, index);
            match first.entry(digest(reader.open(&dataset.files[at]), row)) {
                Entry::Occupied(earlier) => found.push((here, *earlier.get())),
                Entry::Vacant(place) => {
                    place.insert(here);
                }
            }
        }
    }
    found
}

/// Digest of everything that tells one delegation of a department from another.
fn digest(file: &Opened, row: &Delegation) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for text in row.identity(file.texts(row), |span| file.text(span)) {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.finalize()
}
