//! One delegation that two departments report: the host and a co-organiser.

use crate::model::dataset::{Dataset, FileRead, Opened, Reader};
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Place, Scope};
use crate::model::section::{Direction, Kind};
use crate::model::value::{CountryCode, Quarter};
use crate::rules::Report;
use crate::vocabulary::fold::fold;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::collections::BTreeMap;

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
    values: ["Đoàn học tập nông nghiệp công nghệ cao", "Đoàn học tập mô hình nông nghiệp công nghệ cao", "Hội Nông dân tỉnh", "2021/hoi-nong-dan/ke hoach.csv", "12"],
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
    /// As written; the content where there is none.
    name: String,
    /// Folded name, content and partner.
    texts: [String; 3],
}

/// The words of a candidate by their numbers, which are in the order of the alphabet.
struct Worded<'a> {
    row: &'a Candidate<'a>,
    /// Words of name, content and partner, each once, ascending.
    words: [Vec<u32>; 3],
    /// What the words of each weigh together.
    weights: [f64; 3],
    /// Words of the name that hold a figure.
    figures: Vec<u32>,
}

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
    let made = files.flat_map_iter(|(at, file)| {
        let known = |row| bucket(row).filter(|bucket| sizes.contains_key(bucket));
        let rows = file.delegations.iter().enumerate();
        let rows = rows.filter_map(|(index, row)| Some((known(row)?, index, row)));
        let mut reader = Reader::default();
        let candidate =
            |(bucket, index, row)| (bucket, candidate(reader.open(file), (at, index), row));
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

/// Each row with the one before it in its bucket that it is most like.
fn pairs<'a>(
    candidates: &'a [Candidate],
    rarity: &Rarity,
) -> Vec<(&'a Candidate<'a>, &'a Candidate<'a>)> {
    let candidates: Vec<Worded> = candidates.iter().map(|row| rarity.worded(row)).collect();
    let mut found = Vec::new();
    for (n, later) in candidates.iter().enumerate() {
        let other = candidates[..n]
            .iter()
            .filter(|earlier| earlier.row.department != later.row.department)
            .map(|earlier| (likeness(earlier, later, rarity), earlier))
            .filter(|(likeness, _)| *likeness >= ALIKE)
            .max_by(|(a, _), (b, _)| a.total_cmp(b));
        found.extend(other.map(|(_, earlier)| (earlier.row, later.row)));
    }
    found
}

/// How rare the words of the rows compared are among the accepted rows of a campaign.
struct Rarity<'a> {
    /// The words in the order of the alphabet.
    numbers: FxHashMap<&'a str, u32>,
    /// 1 for a word of one row only, near 0 for a word of every row.
    weights: Vec<f64>,
}

impl<'a> Rarity<'a> {
    /// Counts the words of the candidates, and of all rows only those: a campaign has far more words.
    fn of(dataset: &Dataset, candidates: impl Iterator<Item = &'a Candidate<'a>>) -> Rarity<'a> {
        let words: FxHashSet<&str> = candidates.flat_map(Candidate::words).collect();
        let mut words: Vec<&str> = words.into_iter().collect();
        words.sort_unstable();
        let numbers: FxHashMap<&str, u32> = words.into_iter().zip(0..).collect();
        let counted = dataset
            .files
            .par_iter()
            .map(|file| WordCounts::of(file, &numbers));
        let none = || WordCounts::none(numbers.len());
        let counts = counted.reduce(none, WordCounts::plus);
        let weight =
            |with: u32| (1.0 + counts.rows / f64::from(with)).ln() / (1.0 + counts.rows).ln();
        Rarity {
            numbers,
            weights: counts.with.into_iter().map(weight).collect(),
        }
    }

    fn worded<'c>(&self, row: &'c Candidate<'c>) -> Worded<'c> {
        let words = row.texts.each_ref().map(|text| {
            let mut words: Vec<u32> = words(text)
                .filter_map(|word| self.numbers.get(word).copied())
                .collect();
            words.sort_unstable();
            words.dedup();
            words
        });
        let weights = words
            .each_ref()
            .map(|words| words.iter().map(|word| self.weight(*word)).sum());
        let numbered = words_with_figures(&row.texts[0]);
        let mut figures: Vec<u32> = numbered
            .filter_map(|word| self.numbers.get(word).copied())
            .collect();
        figures.sort_unstable();
        figures.dedup();
        Worded {
            row,
            words,
            weights,
            figures,
        }
    }

    fn weight(&self, word: u32) -> f64 {
        self.weights[word as usize]
    }

    /// What the words that both have weigh together; both are ascending.
    fn shared(&self, one: &[u32], other: &[u32]) -> f64 {
        let (mut sum, mut at) = (0.0, 0);
        for word in one {
            at += other[at..].iter().take_while(|other| *other < word).count();
            if other.get(at) == Some(word) {
                sum += self.weight(*word);
            }
        }
        sum
    }
}

/// In how many of so many rows each of the numbered words stands.
struct WordCounts {
    rows: f64,
    with: Vec<u32>,
}

impl WordCounts {
    fn none(words: usize) -> WordCounts {
        WordCounts {
            rows: 0.0,
            with: vec![0; words],
        }
    }

    fn of(file: &FileRead, numbers: &FxHashMap<&str, u32>) -> WordCounts {
        let mut counts = WordCounts::none(numbers.len());
        let mut seen: SmallVec<[u32; 32]> = SmallVec::new();
        let file = file.open();
        for row in file
            .delegations
            .iter()
            .filter(|row| row.state == RowState::Accepted)
        {
            counts.rows += 1.0;
            seen.clear();
            let texts = file.texts(row);
            for text in [texts.name, texts.content, texts.partner] {
                let folded = fold(file.text(text));
                seen.extend(
                    folded
                        .split(' ')
                        .filter_map(|word| numbers.get(word).copied()),
                );
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
        self.texts.iter().flat_map(|text| words(text))
    }
}

fn candidate<'a>(file: &Opened, (at, index): (usize, usize), row: &'a Delegation) -> Candidate<'a> {
    let own = file.texts(row);
    let texts = [own.name, own.content, own.partner].map(|text| file.text(text));
    let name = if texts[0].is_empty() {
        texts[1]
    } else {
        texts[0]
    }
    .to_string();
    Candidate {
        file: at,
        index,
        department: file.department,
        row,
        name,
        texts: texts.map(fold),
    }
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty())
}

fn words_with_figures(folded: &str) -> impl Iterator<Item = &str> {
    words(folded).filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
}

/// 0 to 1: how alike the words are, rare ones before common ones, name before content before
/// partner; 0 where numbers in the names differ ("đợt 1", "đợt 2"), dates do not meet, or only
/// common words are shared.
fn likeness(a: &Worded, b: &Worded, rarity: &Rarity) -> f64 {
    if a.figures != b.figures || apart(a.row.row, b.row.row) {
        return 0.0;
    }
    let shared: [f64; 3] =
        std::array::from_fn(|text| rarity.shared(&a.words[text], &b.words[text]));
    let [name, content, _] = shared;
    if name + content < TELLING {
        return 0.0;
    }
    let (mut sum, mut weights) = (0.0, 0.0);
    for (text, weight) in [0.5, 0.3, 0.2].into_iter().enumerate() {
        let all = a.weights[text] + b.weights[text];
        if !a.words[text].is_empty() && !b.words[text].is_empty() && all > 0.0 {
            sum += weight * 2.0 * shared[text] / all;
            weights += weight;
        }
    }
    if weights >= 0.5 { sum / weights } else { 0.0 }
}

/// Both have dates, and the dates do not meet.
fn apart(a: &Delegation, b: &Delegation) -> bool {
    match (a.period.first, a.period.last, b.period.first, b.period.last) {
        (Some(a_first), Some(a_last), Some(b_first), Some(b_last)) => {
            a_last < b_first || b_last < a_first
        }
        _ => false,
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
