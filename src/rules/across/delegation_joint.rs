//! One delegation that two departments report: the host and a co-organiser.

use super::likeness::{Candidate, Rarity, RowIndex, candidate, pairs};
use crate::model::dataset::{Dataset, FileRead, Reader};
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Place, Scope};
use crate::model::section::{Direction, Kind};
use crate::model::value::{CountryCode, Quarter};
use crate::rules::Report;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

rule! {
    /// # Tiếng Việt
    /// Đoàn do hai đơn vị phối hợp thường nằm trong báo cáo của cả hai. Hai dòng của hai đơn vị có cùng
    /// loại đoàn, cùng loại bảng, cùng nước, cùng quý và tên, đối tác, nội dung gần giống nhau được nêu
    /// ra. Cả hai vẫn được tính cho đến khi có quyết định `same` (tính một lần, ghi cho cả hai đơn vị)
    /// hoặc `different` trong decisions.csv.
    ///
    /// # English
    /// A delegation organised by two departments is usually in the reports of both. Rows of two
    /// departments with the same direction, kind, first country and quarter, and with similar names,
    /// partners and content, are listed. Both are counted until decisions.csv says `same` (counted
    /// once, credited to both departments) or `different`.
    "L507" "delegation-joint" Warning
    title:
        "Hai đơn vị có thể báo cáo cùng một đoàn"
        / "Perhaps one delegation reported twice",
    message:
        "“{0}” có thể trùng với “{1}” của {2} ({3}, dòng {4}); cả hai đều được tính."
        / "“{0}” may be the same delegation as “{1}” of {2} ({3}, line {4}); both are counted.",
    told:
        "“{0}” có thể trùng với một đoàn của {2}; cả hai đều được tính."
        / "“{0}” may be the same delegation as one of {2}; both are counted.",
    hint:
        "Cho biết đây là một đoàn chung hay hai đoàn khác nhau."
        / "Say whether this is one joint delegation or two.",
    office:
        "Ghi same (một đoàn) hoặc different (hai đoàn) vào decisions.csv."
        / "Write same (one delegation) or different (two) in decisions.csv.",
    values: ["Đoàn học tập nông nghiệp công nghệ cao", "Đoàn học tập mô hình nông nghiệp công nghệ cao", "Hội Nông dân tỉnh", "2021/hoi-nong-dan/ke hoach.csv", "12"],
    check: Across(check),
}

/// Rows of one bucket above which its pairs are not compared: the search stays linear.
pub const LARGEST_BUCKET: usize = 50;

/// Kind, direction, first country and quarter: what both rows of a pair share.
type Bucket = (Kind, Option<Direction>, CountryCode, Quarter);

/// How many rows a bucket has, of one department or of several.
#[derive(Clone, Copy)]
struct Size {
    rows: usize,
    department: u32,
    shared: bool,
}

impl Size {
    fn plus(self, other: Size) -> Size {
        Size {
            rows: self.rows + other.rows,
            department: self.department,
            shared: self.shared || other.shared || self.department != other.department,
        }
    }
}

fn bucket(row: &Delegation) -> Option<Bucket> {
    let country = row.countries.codes.first()?;
    let accepted = row.state == RowState::Accepted;
    accepted.then(|| (row.kind, row.direction, *country, row.period.class()))
}

/// Accepted rows that may be one another, where two departments at least have some: how many.
pub fn sizes(dataset: &Dataset) -> BTreeMap<Bucket, usize> {
    type Sizes = FxHashMap<Bucket, Size>;
    let add = |mut sizes: Sizes, bucket, size: Size| {
        sizes
            .entry(bucket)
            .and_modify(|known| *known = known.plus(size))
            .or_insert(size);
        sizes
    };
    let count = |sizes, file: &FileRead| {
        let one = Size {
            rows: 1,
            department: file.department,
            shared: false,
        };
        file.delegations
            .iter()
            .filter_map(bucket)
            .fold(sizes, |sizes, bucket| add(sizes, bucket, one))
    };
    let plus = |one: Sizes, other: Sizes| {
        other
            .into_iter()
            .fold(one, |sizes, (bucket, size)| add(sizes, bucket, size))
    };
    let sizes = dataset
        .files
        .par_iter()
        .fold(Sizes::default, count)
        .reduce(Sizes::default, plus);
    let shared = sizes.into_iter().filter(|(_, size)| size.shared);
    shared.map(|(bucket, size)| (bucket, size.rows)).collect()
}

/// The rows of each bucket whose pairs are compared; each file is opened once.
fn compared(dataset: &Dataset) -> Vec<Vec<Candidate<'_>>> {
    let mut sizes = sizes(dataset);
    sizes.retain(|_, rows| *rows <= LARGEST_BUCKET);
    if sizes.is_empty() {
        return Vec::new();
    }
    let files = dataset.files.par_iter().enumerate();
    let made = files.flat_map_iter(|(file_index, file)| {
        let known = |row| bucket(row).filter(|bucket| sizes.contains_key(bucket));
        let rows = file.delegations.iter().enumerate();
        let rows = rows.filter_map(|(index, row)| Some((known(row)?, index, row)));
        let mut reader = Reader::default();
        let candidate = |(bucket, index, row)| {
            (
                bucket,
                candidate(
                    reader.open(file),
                    RowIndex {
                        file: file_index,
                        row: index,
                    },
                    row,
                ),
            )
        };
        rows.map(candidate).collect::<Vec<_>>()
    });
    let made: Vec<(Bucket, Candidate)> = made.collect();
    let mut compared: BTreeMap<Bucket, Vec<Candidate>> = BTreeMap::new();
    for (bucket, candidate) in made {
        compared.entry(bucket).or_default().push(candidate);
    }
    compared.into_values().collect()
}

fn check(dataset: &Dataset, report: &mut Report) {
    let compared = compared(dataset);
    if compared.is_empty() {
        return;
    }
    let rarity = Rarity::of(dataset, compared.iter().flatten());
    let found: Vec<Vec<(&Candidate, &Candidate)>> = compared
        .par_iter()
        .map(|candidates| pairs(candidates, &rarity))
        .collect();
    for (earlier, later) in found.into_iter().flatten() {
        add(dataset, earlier, later, report);
    }
}

fn add(dataset: &Dataset, earlier: &Candidate, later: &Candidate, report: &mut Report) {
    let (file, other) = (&dataset.files[later.file], &dataset.files[earlier.file]);
    let place = Place {
        sheet: file.section(later.row).sheet as u32,
        line: later.row.line,
        column: 0,
    };
    let values = [
        later.name.clone(),
        earlier.name.clone(),
        dataset.department(other).name.clone(),
    ];
    let scope = Scope::Row(later.index as u32);
    report.across(
        Some(later.file as u32),
        Some(later.department),
        (scope, place),
        values,
    );
    report.detail([other.submission.path.clone(), earlier.row.line.to_string()]);
    report.other(earlier.file as u32, earlier.index as u32);
}
