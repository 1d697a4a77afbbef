//! One delegation that two departments report: the host and a co-organiser.

use crate::model::dataset::{Dataset, FileRead};
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Place, Scope};
use crate::model::section::{Direction, Kind};
use crate::model::value::{CountryCode, Quarter};
use crate::rules::Report;
use crate::vocabulary::fold::fold;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::collections::{BTreeMap, BTreeSet};

rule! {
    /// # Tiếng Việt
    /// Đoàn do hai đơn vị phối hợp thường nằm trong báo cáo của cả hai. Hai dòng của hai đơn vị có
    /// cùng hướng, cùng loại, cùng nước, cùng quý và tên, đối tác, nội dung gần giống nhau được nêu ra.
    /// Cả hai vẫn được tính cho đến khi có quyết định `same` (tính một lần, ghi cho cả hai đơn vị)
    /// hoặc `different` trong decisions.csv.
    ///
    /// # English
    /// A delegation that two departments organise together usually stands in both reports. Two rows of
    /// two departments with one direction, kind, first country and quarter, and with names, partners and
    /// contents alike, are shown. Both count until decisions.csv says `same` (counts once, credited to
    /// both departments) or `different`.
    "L507" "delegation-joint" Warning
    title: "Có thể là một đoàn do hai đơn vị báo cáo" / "Perhaps one delegation reported twice",
    message:
        "“{0}” có thể là đoàn “{1}” của {2} ({3}, dòng {4}); cả hai đều được tính."
        / "“{0}” may be the delegation “{1}” of {2} ({3}, line {4}); both count.",
    hint:
        "Cho biết đây là một đoàn chung hay hai đoàn khác nhau."
        / "Say whether this is one joint delegation or two.",
    office:
        "Ghi same (một đoàn) hoặc different (hai đoàn) vào decisions.csv."
        / "Decide same (one delegation) or different (two) in decisions.csv.",
    check: Across(check),
}

/// Rows of one bucket beyond which its pairs are not compared: the search stays linear.
pub const LARGEST_BUCKET: usize = 50;

/// Likeness from which a pair is shown; found on pairs of one visit worded by two departments.
const ALIKE: f64 = 0.6;

/// Rare words that name and content must share, a word that stands nowhere else counting 1: "đoàn
/// cán bộ huyện" to "huyện kết nghĩa" is no likeness.
const TELLING: f64 = 2.5;

/// A row with what it is compared by.
struct Candidate<'a> {
    file: usize,
    index: usize,
    department: u32,
    row: &'a Delegation,
    name: BTreeSet<String>,
    partner: BTreeSet<String>,
    content: BTreeSet<String>,
}

/// Kind, direction, first country and quarter: what both rows of a pair share.
type Bucket = (Kind, Option<Direction>, CountryCode, Quarter);

/// A row by the indexes of its file and of itself in the file.
type Indexed<'a> = (usize, usize, &'a Delegation);

/// Accepted rows that may be one another, where two departments at least have some.
pub fn buckets(dataset: &Dataset) -> BTreeMap<Bucket, Vec<Indexed<'_>>> {
    let mut buckets: FxHashMap<Bucket, Vec<Indexed>> = FxHashMap::default();
    for (at, file) in dataset.files.iter().enumerate() {
        for (index, row) in file.delegations.iter().enumerate() {
            if let Some(country) = row.countries.codes.first()
                && row.state == RowState::Accepted
            {
                let bucket = (row.kind, row.direction, *country, row.period.class());
                buckets.entry(bucket).or_default().push((at, index, row));
            }
        }
    }
    let shared = |rows: &Vec<Indexed>| {
        let first = dataset.files[rows[0].0].department;
        rows.iter().any(|(at, ..)| dataset.files[*at].department != first)
    };
    buckets.into_iter().filter(|(_, rows)| shared(rows)).collect()
}

fn check(dataset: &Dataset, report: &mut Report) {
    let buckets = buckets(dataset);
    let compared = buckets.values().filter(|rows| rows.len() <= LARGEST_BUCKET);
    let candidate = |&(at, index, row)| candidate(&dataset.files[at], at, index, row);
    let compared: Vec<Vec<Candidate>> =
        compared.map(|rows| rows.iter().map(candidate).collect()).collect();
    if compared.is_empty() {
        return;
    }
    let rarity = Rarity::of(dataset, compared.iter().flatten());
    for candidates in &compared {
        pairs(dataset, candidates, &rarity, report);
    }
}

fn pairs(dataset: &Dataset, candidates: &[Candidate], rarity: &Rarity, report: &mut Report) {
    for (n, later) in candidates.iter().enumerate() {
        let other = candidates[..n]
            .iter()
            .filter(|earlier| earlier.department != later.department)
            .map(|earlier| (likeness(earlier, later, rarity), earlier))
            .filter(|(likeness, _)| *likeness >= ALIKE)
            .max_by(|(a, _), (b, _)| a.total_cmp(b));
        if let Some((_, earlier)) = other {
            add(dataset, earlier, later, report);
        }
    }
}

/// How rare the words of the rows compared are among the accepted rows of a campaign.
struct Rarity {
    rows: f64,
    with: FxHashMap<String, u32>,
}

impl Rarity {
    /// Counts the words of the candidates, and of all rows only those: a campaign has far more words.
    fn of<'a>(dataset: &Dataset, candidates: impl Iterator<Item = &'a Candidate<'a>>) -> Rarity {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        for word in candidates.flat_map(Candidate::words) {
            let next = numbers.len() as u32;
            numbers.entry(word).or_insert(next);
        }
        let counted = dataset.files.par_iter().map(|file| WordCounts::of(file, &numbers));
        let none = || WordCounts::none(numbers.len());
        let counts = counted.reduce(none, WordCounts::plus);
        let with = numbers.into_iter().map(|(word, at)| (word.to_string(), counts.with[at as usize]));
        Rarity { rows: counts.rows, with: with.collect() }
    }

    /// 1 for a word of one row only, near 0 for a word of every row.
    fn weight(&self, word: &str) -> f64 {
        let with = f64::from(self.with.get(word).copied().unwrap_or(1));
        (1.0 + self.rows / with).ln() / (1.0 + self.rows).ln()
    }

    fn sum<'a>(&self, words: impl Iterator<Item = &'a String>) -> f64 {
        words.map(|word| self.weight(word)).sum()
    }
}

/// In how many of so many rows each of the numbered words stands.
struct WordCounts {
    rows: f64,
    with: Vec<u32>,
}

impl WordCounts {
    fn none(words: usize) -> WordCounts {
        WordCounts { rows: 0.0, with: vec![0; words] }
    }

    fn of(file: &FileRead, numbers: &FxHashMap<&str, u32>) -> WordCounts {
        let mut counts = WordCounts::none(numbers.len());
        let mut seen: SmallVec<[u32; 32]> = SmallVec::new();
        for row in file.delegations.iter().filter(|row| row.state == RowState::Accepted) {
            counts.rows += 1.0;
            seen.clear();
            for text in [row.texts.name, row.texts.content, row.texts.partner] {
                let folded = fold(file.text(text));
                seen.extend(folded.split(' ').filter_map(|word| numbers.get(word).copied()));
            }
            seen.sort_unstable();
            seen.dedup();
            for number in &seen {
                counts.with[*number as usize] += 1;
            }
        }
        counts
    }

    fn plus(mut self, other: WordCounts) -> WordCounts {
        self.rows += other.rows;
        for (sum, count) in self.with.iter_mut().zip(other.with) {
            *sum += count;
        }
        self
    }
}

impl Candidate<'_> {
    fn words(&self) -> impl Iterator<Item = &str> {
        let all = self.name.iter().chain(&self.partner).chain(&self.content);
        all.map(String::as_str)
    }
}

fn candidate<'a>(file: &FileRead, at: usize, index: usize, row: &'a Delegation) -> Candidate<'a> {
    Candidate {
        file: at,
        index,
        department: file.department,
        row,
        name: words(file.text(row.texts.name)),
        partner: words(file.text(row.texts.partner)),
        content: words(file.text(row.texts.content)),
    }
}

fn words(text: &str) -> BTreeSet<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(String::from).collect()
}

/// 0 to 1: how alike the words are, rare ones before common ones, name before content before
/// partner; 0 where numbers in the names differ ("đợt 1", "đợt 2"), dates do not meet, or only
/// common words are shared.
fn likeness(a: &Candidate, b: &Candidate, rarity: &Rarity) -> f64 {
    let numbers = |c: &Candidate| -> Vec<String> {
        let numbered = |word: &&String| word.bytes().any(|byte| byte.is_ascii_digit());
        c.name.iter().filter(numbered).cloned().collect()
    };
    let shared = |one: &BTreeSet<String>, other: &BTreeSet<String>| rarity.sum(one.intersection(other));
    let telling = shared(&a.name, &b.name) + shared(&a.content, &b.content);
    if numbers(a) != numbers(b) || apart(a.row, b.row) || telling < TELLING {
        return 0.0;
    }
    let (mut sum, mut weights) = (0.0, 0.0);
    for (weight, one, other) in
        [(0.5, &a.name, &b.name), (0.3, &a.content, &b.content), (0.2, &a.partner, &b.partner)]
    {
        let all = rarity.sum(one.iter()) + rarity.sum(other.iter());
        if !one.is_empty() && !other.is_empty() && all > 0.0 {
            sum += weight * 2.0 * shared(one, other) / all;
            weights += weight;
        }
    }
    if weights >= 0.5 { sum / weights } else { 0.0 }
}

/// Both have dates, and the dates do not meet.
fn apart(a: &Delegation, b: &Delegation) -> bool {
    match (a.period.first, a.period.last, b.period.first, b.period.last) {
        (Some(a_first), Some(a_last), Some(b_first), Some(b_last)) => a_last < b_first || b_last < a_first,
        _ => false,
    }
}

fn add(dataset: &Dataset, earlier: &Candidate, later: &Candidate, report: &mut Report) {
    let (file, other) = (&dataset.files[later.file], &dataset.files[earlier.file]);
    let name = |file: &FileRead, row: &Delegation| {
        let name = file.text(row.texts.name);
        if name.is_empty() { file.text(row.texts.content) } else { name }.to_string()
    };
    let place = Place { sheet: file.section(later.row).sheet as u32, line: later.row.line, column: 0 };
    let values = [
        name(file, later.row),
        name(other, earlier.row),
        dataset.department(other).name.clone(),
    ];
    let scope = Scope::Row(later.index as u32);
    report.across(Some(later.file as u32), Some(later.department), (scope, place), values);
    report.detail([other.submission.path.clone(), earlier.row.line.to_string()]);
    report.other(earlier.file as u32, earlier.index as u32);
}
