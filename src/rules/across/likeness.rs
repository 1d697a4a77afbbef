//! How alike the delegations of two departments are, rare words before common ones.

use crate::model::dataset::{Dataset, FileRead, Opened};
use crate::model::delegation::{Delegation, RowState};
use crate::vocabulary::fold::fold;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// Likeness from which a pair is shown; found on pairs of one visit worded by two departments.
const ALIKE: f64 = 0.6;

/// Rare words that name and content must share, a word that stands nowhere else counting 1: "đoàn
/// cán bộ huyện" to "huyện kết nghĩa" is no likeness.
const TELLING: f64 = 2.5;

/// A row with what it is compared by.
pub(super) struct Candidate<'a> {
    pub file: usize,
    pub index: usize,
    pub department: u32,
    pub row: &'a Delegation,
    /// As written; the content where there is none.
    pub name: String,
    /// Folded name, content and partner.
    texts: [String; 3],
}

/// Where a row is: its file, and itself in the file.
#[derive(Clone, Copy)]
pub(super) struct RowIndex {
    pub file: usize,
    pub row: usize,
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

/// Each row with the one before it in its bucket that it is most like.
pub(super) fn pairs<'a>(
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
pub(super) struct Rarity<'a> {
    /// The words in the order of the alphabet.
    numbers: FxHashMap<&'a str, u32>,
    /// 1 for a word of one row only, near 0 for a word of every row.
    weights: Vec<f64>,
}

impl<'a> Rarity<'a> {
    /// Counts the words of the candidates, and of all rows only those: a campaign has far more words.
    pub fn of(
        dataset: &Dataset,
        candidates: impl Iterator<Item = &'a Candidate<'a>>,
    ) -> Rarity<'a> {
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
        let (mut sum, mut next) = (0.0, 0);
        for word in one {
            next += other[next..]
                .iter()
                .take_while(|other| *other < word)
                .count();
            if other.get(next) == Some(word) {
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

pub(super) fn candidate<'a>(file: &Opened, index: RowIndex, row: &'a Delegation) -> Candidate<'a> {
    let own = file.texts(row);
    let texts = [own.name, own.content, own.partner].map(|text| file.text(text));
    let name = if texts[0].is_empty() {
        texts[1]
    } else {
        texts[0]
    }
    .to_string();
    Candidate {
        file: index.file,
        index: index.row,
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
