//! What speaks for and against each reading of each column, added up.

use super::heading::{Heading, Source};
use super::sample::{Profile, Sample};
use super::weights;
use crate::model::section::{CellKind, Field, Match, Reason, Why};
use crate::vocabulary::headers::{TOPICS, Topic};
use smallvec::SmallVec;

/// What any field has to overcome: most columns hold nothing that is counted.
const UNLIKELY: f32 = -1.5;

/// How much cells speak for a field where the words of the heading speak of something else.
const ASIDE: f32 = 0.4;

/// Words that speak of something else only a little more leave the cells their weight.
const NEARLY: f32 = 0.8;

/// From here on the cells of a column are of the field's own kind.
const OWN_CELLS: f32 = 2.0;

/// A reading of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    Topic(Topic),
    Source(Source),
}

impl Reading {
    /// The field that it gives the column.
    pub fn field(self) -> Option<Field> {
        match self {
            Reading::Topic(Topic::Field(field)) => Some(field),
            Reading::Topic(Topic::PeoplePart) => Some(Field::PeoplePart),
            Reading::Topic(Topic::Host) => Some(Field::Name),
            Reading::Topic(Topic::Known) => None,
            Reading::Source(Source { class, level, .. }) => Some(Field::FundingPart(class, level)),
        }
    }
}

/// Something that another column says about this one.
#[derive(Debug, Clone, Copy)]
struct Relation {
    topic: Topic,
    reason: Reason,
}

/// One column with all that is known of it.
pub struct Weighed {
    pub heading: Heading,
    pub profile: Profile,
    trust: f32,
    relations: SmallVec<[Relation; 2]>,
    /// [`Weighed::worth`] of each topic.
    worth: [f32; TOPICS.len()],
}

impl Weighed {
    pub fn new(heading: Heading, sample: &Sample<'_>, column: usize) -> Weighed {
        let profile = Profile::of(sample, column);
        let trust = profile.trust(sample.rows.len());
        let mut weighed = Weighed {
            heading,
            profile,
            trust,
            relations: SmallVec::new(),
            worth: [0.0; TOPICS.len()],
        };
        for (at, topic) in TOPICS.into_iter().enumerate() {
            weighed.worth[at] = weighed.sum(topic);
        }
        weighed
    }

    fn sum(&self, topic: Topic) -> f32 {
        let base = if topic == Topic::Known { 0.0 } else { UNLIKELY };
        let relations = self.relations.iter().filter(|known| known.topic == topic);
        let related: f32 = relations.map(|known| known.reason.weight).sum();
        base + self.list_says(topic) + self.heading.words(topic) + self.cells(topic) + related
    }

    /// What the list says for a topic, or for one of the same name where the cells are its own.
    pub fn list_says(&self, topic: Topic) -> f32 {
        let listed = self.heading.listed(topic);
        let kin = self.heading.kin(topic);
        if listed == 0.0 && kin > 0.0 && self.cells(topic) >= OWN_CELLS {
            kin
        } else {
            listed
        }
    }

    /// The log odds of a topic.
    pub fn worth(&self, topic: Topic) -> f32 {
        let at = TOPICS.iter().position(|known| *known == topic);
        at.map_or(0.0, |at| self.worth[at])
    }

    /// The log odds of the source that the heading names.
    pub fn source_worth(&self) -> Option<(Source, f32)> {
        let source = self.heading.source?;
        Some((source, UNLIKELY + named(source) + self.ticks()))
    }

    /// What the cells say for a topic.
    pub fn cells(&self, topic: Topic) -> f32 {
        let money = self.heading.is_cost() && topic == Topic::Field(Field::Funding);
        let sum = self.mean(|kind| {
            let weight = weights::weight(topic, kind);
            // "Kinh phí" may hold the amount alone and be the source's column still.
            if money { weight.max(-0.5) } else { weight }
        });
        // "Ngày vào sổ" holds dates because it speaks of days, not because they are those of a journey.
        let aside = !self.heading.is_listed()
            && self.heading.words(Topic::Known) > self.heading.words(topic) + NEARLY
            && self.heading.listed(topic) == 0.0;
        if aside && topic != Topic::Known {
            sum.min(sum * ASIDE)
        } else {
            sum
        }
    }

    fn ticks(&self) -> f32 {
        self.mean(weights::tick_weight)
    }

    fn mean(&self, weight: impl Fn(CellKind) -> f32) -> f32 {
        let filled = self.profile.filled.max(1) as f32;
        let sum: f32 = self
            .profile
            .kinds
            .iter()
            .map(|(kind, times)| weight(*kind) * *times as f32)
            .sum();
        sum / filled * self.trust
    }

    /// Adds what another column says.
    pub fn relate(&mut self, topic: Topic, why: Why, weight: f32) {
        let reason = Reason { why, weight };
        self.relations.push(Relation { topic, reason });
        if let Some(at) = TOPICS.iter().position(|known| *known == topic) {
            self.worth[at] += weight;
        }
    }

    /// Some of its cells name a source of money.
    pub fn names_sources(&self) -> bool {
        self.profile.share(CellKind::Source) + self.profile.share(CellKind::Money) >= 0.3
    }

    /// It adds up with others to a column beside it.
    pub fn is_part_of_sum(&self) -> bool {
        self.relations
            .iter()
            .any(|known| known.reason.why == Why::PartOfSum)
    }

    /// The parts of the sum behind a reading, the heaviest first.
    pub fn reasons(&self, reading: Reading) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let mut add = |why, weight: f32| {
            if weight.abs() >= 0.05 {
                reasons.push(Reason { why, weight });
            }
        };
        let percent = |times: usize| (times * 100 / self.profile.filled.max(1)) as u8;
        let cells = self.profile.kinds.first().map(|(kind, times)| Why::Cells {
            kind: *kind,
            percent: percent(*times),
        });
        match reading {
            Reading::Source(source) => {
                add(Why::NamesSource, named(source));
                if let Some(cells) = cells {
                    add(cells, self.ticks());
                }
            }
            Reading::Topic(topic) => {
                add(self.list(), self.list_says(topic));
                add(Why::Words, self.heading.words(topic));
                if let Some(cells) = cells {
                    add(cells, self.cells(topic));
                }
                for known in self.relations.iter().filter(|known| known.topic == topic) {
                    add(known.reason.why, known.reason.weight);
                }
            }
        }
        if reading != Reading::Topic(Topic::Known) {
            add(Why::Unlikely, UNLIKELY);
        }
        reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        reasons
    }

    fn list(&self) -> Why {
        match self.heading.hit.map(|hit| hit.matched) {
            Some(Match::Office) => Why::OfficeList,
            Some(Match::Fuzzy) => Why::NearListed,
            Some(Match::Contains) => Why::HoldsListed,
            _ => Why::Listed,
        }
    }
}

/// What a heading says that names a source of money.
fn named(source: Source) -> f32 {
    if source.listed { 8.0 } else { 5.0 }
}
