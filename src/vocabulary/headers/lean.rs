//! Which field the words of a heading lean to that no list has: each word and pair of words weighs as
//! it does in the listed headings.

use super::{Meaning, fold_heading, meaning};
use crate::model::section::Field;
use crate::vocabulary::fold::tone_key;
use crate::vocabulary::table;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a heading may speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    Field(Field),
    /// One kind of people of several that have columns of their own.
    PeoplePart,
    /// Who sends or receives the delegation.
    Host,
    /// Nothing that is counted here.
    Known,
}

/// All topics, in the order of `Lean::scores`.
pub const TOPICS: [Topic; 25] = [
    Topic::Field(Field::Number),
    Topic::Field(Field::Name),
    Topic::Field(Field::Head),
    Topic::Field(Field::Country),
    Topic::Field(Field::Partner),
    Topic::Field(Field::Content),
    Topic::Field(Field::People),
    Topic::Field(Field::Delegations),
    Topic::Field(Field::Days),
    Topic::Field(Field::Period),
    Topic::Field(Field::PeriodFrom),
    Topic::Field(Field::PeriodTo),
    Topic::Field(Field::Funding),
    Topic::Field(Field::Amount),
    Topic::Field(Field::Notes),
    Topic::Field(Field::Direction),
    Topic::Field(Field::Kind),
    Topic::Field(Field::DecisionNo),
    Topic::Field(Field::Department),
    Topic::Field(Field::Status),
    Topic::Field(Field::Explanation),
    Topic::Field(Field::SecondAmount),
    Topic::PeoplePart,
    Topic::Host,
    Topic::Known,
];

/// Counts of the whole list that each topic's own counts are drawn towards.
const PRIOR: f32 = 1.5;
/// No single word decides more than this.
const MOST: f32 = 3.0;
const LEAST: f32 = -0.8;
/// Bounds of what the words of one heading say together.
const BOUNDS: (f32, f32) = (-4.0, 6.0);

/// What the words of a heading say for and against each topic, in log odds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lean {
    scores: [f32; TOPICS.len()],
}

impl Lean {
    const NONE: Lean = Lean {
        scores: [0.0; TOPICS.len()],
    };

    /// The weight for one topic.
    pub fn of(&self, topic: Topic) -> f32 {
        index(topic).map_or(0.0, |at| self.scores[at])
    }

    /// The topic that the words lean to most, with its weight.
    pub fn best(&self) -> (Topic, f32) {
        let pairs = TOPICS.into_iter().zip(self.scores);
        pairs.fold((Topic::Known, f32::MIN), |best, pair| {
            if pair.1 > best.1 { pair } else { best }
        })
    }
}

fn index(topic: Topic) -> Option<usize> {
    TOPICS.iter().position(|known| *known == topic)
}

/// How much a word says that is only spelt alike but for its marks: "Tiền" where the list has "Tiến".
const MISSPELT: f32 = 0.3;

/// What a word or pair weighs, and the spellings with marks that the lists have it in.
#[derive(Default)]
struct Weight {
    topics: [f32; TOPICS.len()],
    tones: Vec<String>,
}

impl Weight {
    /// How much of the weight holds for a word spelt so.
    fn share(&self, feature: &Feature) -> f32 {
        let marked = feature.tone.is_empty() || feature.tone.is_ascii();
        let known = marked || self.tones.contains(&feature.tone);
        feature.share * if known { 1.0 } else { MISSPELT }
    }
}

type Weights = FxHashMap<String, Weight>;

static WEIGHTS: LazyLock<Weights> = LazyLock::new(learn);

/// The topics that the code of a line of either list stands for.
fn topics(code: &str) -> Vec<Topic> {
    match code {
        "people_part" => vec![Topic::PeoplePart],
        "cost" => vec![Topic::Field(Field::Funding), Topic::Field(Field::Amount)],
        code => {
            let code = code.strip_prefix("sub:").unwrap_or(code);
            let topic = match meaning(code) {
                Some(Meaning::Field(field)) => Some(Topic::Field(field)),
                Some(Meaning::Host) => Some(Topic::Host),
                Some(Meaning::Known) => Some(Topic::Known),
                Some(Meaning::Cost) | None => None,
            };
            topic.into_iter().collect()
        }
    }
}

/// Counts words by topic, and weighs each by how much more often a topic has it than all have.
fn learn() -> Weights {
    let mut counts: FxHashMap<String, ([u16; TOPICS.len()], Vec<String>)> = FxHashMap::default();
    let mut phrases = [0_u16; TOPICS.len()];
    let listed = table::rows::<4>(include_str!("../data/headers.tsv"))
        .map(|[code, _, words, _]| (code, words));
    let leaning = table::rows::<3>(include_str!("../data/heading_words.tsv"))
        .map(|[code, words, _]| (code, words));
    for (code, words) in listed.chain(leaning) {
        let places: Vec<usize> = topics(code).into_iter().filter_map(index).collect();
        for phrase in words.split('|') {
            let features = features(phrase);
            for &at in &places {
                phrases[at] += 1;
                for feature in &features {
                    let (counts, tones) = counts.entry(feature.text.clone()).or_default();
                    counts[at] += 1;
                    if !tones.contains(&feature.tone) {
                        tones.push(feature.tone.clone());
                    }
                }
            }
        }
    }
    let all: f32 = phrases.iter().map(|n| f32::from(*n)).sum();
    let weigh = |counts: &[u16; TOPICS.len()]| {
        let share = counts.iter().map(|n| f32::from(*n)).sum::<f32>() / all;
        let mut weights = [0.0; TOPICS.len()];
        for (at, weight) in weights.iter_mut().enumerate() {
            let own = (f32::from(counts[at]) + PRIOR * share) / (f32::from(phrases[at]) + PRIOR);
            *weight = (own / share).ln().clamp(LEAST, MOST);
        }
        weights
    };
    let weight = |(feature, (counts, tones)): (String, ([u16; TOPICS.len()], Vec<String>))| {
        let topics = weigh(&counts);
        (feature, Weight { topics, tones })
    };
    counts.into_iter().map(weight).collect()
}

/// A part of a heading, with its marks where it has any, and its share of what the heading says.
struct Feature {
    text: String,
    tone: String,
    share: f32,
}

/// Words, pairs of words, the first and the last word, the whole, and words with their marks, each with its
/// share.
fn features(heading: &str) -> Vec<Feature> {
    const WORD: f32 = 0.8;
    const PAIR: f32 = 0.5;
    const END: f32 = 0.25;
    const MARKED: f32 = 0.3;
    const WHOLE: f32 = 0.8;
    let folded = fold_heading(heading);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let marked = tone_key(heading);
    let tones: Vec<&str> = marked.split(' ').filter(|word| !word.is_empty()).collect();
    let tone = |at: usize| {
        let alike = tones.len() == words.len();
        tones
            .get(at)
            .filter(|_| alike)
            .map_or(String::new(), |tone| (*tone).to_owned())
    };
    let mut features: Vec<Feature> = Vec::with_capacity(words.len() * 3 + 2);
    let mut add = |text: String, tone: String, share: f32| {
        if !features.iter().any(|known| known.text == text) {
            features.push(Feature { text, tone, share });
        }
    };
    for (at, word) in words.iter().enumerate() {
        add((*word).to_owned(), tone(at), WORD);
    }
    for (at, pair) in words.windows(2).enumerate() {
        add(
            pair.join(" "),
            format!("{} {}", tone(at), tone(at + 1)),
            PAIR,
        );
    }
    add(format!("<{folded}>"), marked.clone(), WHOLE);
    if let (Some(first), Some(last)) = (words.first(), words.last()) {
        add(format!("^{first}"), tone(0), END);
        add(format!("{last}$"), tone(words.len() - 1), END);
    }
    // "năm" is a year and "nam" a man, "sở" an office and "số" a number.
    if !heading.is_ascii() {
        let marked = heading.to_lowercase();
        for word in marked
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            add(format!("={word}"), String::new(), MARKED);
        }
    }
    features
}

/// What the words of a heading lean to.
pub fn lean(heading: &str) -> Lean {
    let mut lean = Lean::NONE;
    for feature in features(heading) {
        if let Some(weight) = WEIGHTS.get(&feature.text) {
            let share = weight.share(&feature);
            for (score, weight) in lean.scores.iter_mut().zip(weight.topics) {
                *score += share * weight;
            }
        }
    }
    for score in &mut lean.scores {
        *score = score.clamp(BOUNDS.0, BOUNDS.1);
    }
    lean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_unlisted_headings_lean_to_their_field() {
        let field = Topic::Field;
        let cases = [
            ("Quân số tham gia", field(Field::People)),
            ("Bao nhiêu người đi", field(Field::People)),
            ("Số lượng cán bộ tham dự", field(Field::People)),
            ("Đi trong mấy ngày", field(Field::Days)),
            ("Nước đoàn sẽ sang", field(Field::Country)),
            ("Do bên nào chi trả kinh phí", field(Field::Funding)),
            ("Số và ngày cấp hộ chiếu", Topic::Known),
            ("Ngày ký", Topic::Known),
        ];
        for (heading, topic) in cases {
            assert_eq!(lean(heading).best().0, topic, "{heading}");
        }
        assert_eq!(lean("Zzyzx"), Lean::NONE);
    }
}
