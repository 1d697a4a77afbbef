//! What the heading of a column says, with the headings above it, before its cells are looked at.

use super::facts::currency;
use crate::model::section::{Field, Match};
use crate::model::value::{FundingClass, FundingLevel, MoneyUnit};
use crate::vocabulary::fold::fold;
use crate::vocabulary::funding::{FundingWord, FundingWords, Use};
use crate::vocabulary::headers::{
    Hit, Lean, Meaning, OfficeHeadings, Topic, funding_part, lean, look_up, look_up_below, unit,
};
use crate::vocabulary::tokens::tokens;
use smallvec::SmallVec;
use std::sync::LazyLock;

/// A source of money that has a column of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    pub class: FundingClass,
    pub level: FundingLevel,
    /// A heading of the list for such columns, not any words for a source.
    pub listed: bool,
}

/// The heading of one column.
#[derive(Debug, Clone)]
pub struct Heading {
    /// Its lines joined with " | ".
    pub text: String,
    /// A listed heading that it is, or holds.
    pub hit: Option<Hit>,
    pub source: Option<Source>,
    pub unit: Option<MoneyUnit>,
    lean: Option<Lean>,
    /// What the headings above it lean to.
    above: Option<Lean>,
}

/// How much a listed heading says for another field of the same name.
const SHARE_OF_KIN: f32 = 0.7;

/// How much of what the headings above lean to holds for a column.
const SHARE_OF_ABOVE: f32 = 0.4;

impl Heading {
    /// Reads the texts that stand above one another over a column, the outermost first.
    pub fn read(parts: &[&str], office: &OfficeHeadings) -> Heading {
        let text = parts.join(" | ");
        let own = office.get(&text).or_else(|| office.get(parts.last()?));
        let (hit, source) = match own {
            Some(known) => (Some(known.hit), None),
            None => match_parts(parts),
        };
        let written = parts.iter().rev().find_map(|part| unit(part));
        let counts = parts.iter().any(|part| counts_people(part));
        let source = source.or_else(|| budget(parts, hit)).filter(|_| !counts);
        let foreign = currency(&text).is_some();
        let hit = hit.map(|hit| match hit.meaning {
            Meaning::Cost if foreign => Hit {
                meaning: Meaning::Field(Field::Amount),
                ..hit
            },
            _ => hit,
        });
        let mut heading = Heading {
            text,
            hit: hit.filter(|_| source.is_none()),
            source,
            unit: own.and_then(|known| known.unit).or(written),
            lean: None,
            above: None,
        };
        if let Some((child, above)) = parts.split_last() {
            heading.lean = Some(lean(child));
            heading.above = (!above.is_empty()).then(|| lean(&above.join(" ")));
        }
        heading
    }

    /// Who pays, in a heading that no list has word by word.
    pub fn payer(&self) -> Option<Source> {
        payer(&self.text).filter(|_| self.text.len() <= 60 && !self.is_listed())
    }

    /// Holds the heading for the source that it names.
    pub fn take_payer(&mut self) {
        self.source = self.source.or_else(|| self.payer());
        self.hit = self.hit.filter(|_| self.source.is_none());
    }

    /// Whether the heading is one of a list, word by word.
    pub fn is_listed(&self) -> bool {
        self.source.is_some_and(|source| source.listed)
            || self
                .hit
                .is_some_and(|hit| matches!(hit.matched, Match::Exact | Match::Office))
    }

    /// What its own words weigh for a topic, whether a list has it or not.
    pub fn own_words(&self, topic: Topic) -> f32 {
        self.lean.map_or(0.0, |lean| lean.of(topic))
    }

    /// What its words weigh for a topic.
    pub fn words(&self, topic: Topic) -> f32 {
        let own = self.own_words(topic);
        let above = self.above.map_or(0.0, |lean| lean.of(topic));
        // A heading of the list means what the list says, whatever its words mean elsewhere.
        let listed = if self.is_listed() { 0.3 } else { 1.0 };
        (own + above.max(-2.0) * SHARE_OF_ABOVE) * listed
    }

    /// What the list says for a topic.
    pub fn listed(&self, topic: Topic) -> f32 {
        let Some(hit) = self.hit else { return 0.0 };
        let whole = match hit.matched {
            Match::Office => 14.0,
            Match::Exact => 8.0,
            Match::Fuzzy => 6.5,
            _ => 3.5,
        };
        let share = match (hit.meaning, topic) {
            (Meaning::Field(own), Topic::Field(field)) if own == field => 1.0,
            (Meaning::Cost, Topic::Field(Field::Funding)) => 1.0,
            (Meaning::Cost, Topic::Field(Field::Amount)) => 0.8,
            (Meaning::Host, Topic::Host) | (Meaning::Known, Topic::Known) => 1.0,
            _ => 0.0,
        };
        whole * share
    }

    /// What the list says for a field that goes by the same name as the listed one: "Thời gian" is when or
    /// how long, "Thành phần" who or how many.
    pub fn kin(&self, topic: Topic) -> f32 {
        use Field::{Amount, Days, Funding, Head, People, Period};
        let (Some(own), Topic::Field(field)) = (self.field(), topic) else {
            return 0.0;
        };
        let kin = matches!(
            (own, field),
            (Head, People) | (Period, Days) | (Days, Period) | (Amount, Funding)
        );
        if kin {
            self.listed(Topic::Field(own)) * SHARE_OF_KIN
        } else {
            0.0
        }
    }

    /// "Kinh phí": the source of the money or its amount.
    pub fn is_cost(&self) -> bool {
        self.hit.is_some_and(|hit| hit.meaning == Meaning::Cost)
    }

    /// The field that a listed heading means.
    pub fn field(&self) -> Option<Field> {
        match self.hit?.meaning {
            Meaning::Field(field) => Some(field),
            Meaning::Cost => Some(Field::Funding),
            Meaning::Host | Meaning::Known => None,
        }
    }
}

/// "Phía bạn (người)" counts people, though "Phía bạn" alone pays.
fn counts_people(text: &str) -> bool {
    let inner = text.split_once('(').map(|(_, inner)| inner);
    inner.is_some_and(|inner| fold(inner).split(' ').next_back() == Some("nguoi"))
}

/// "DN đóng góp", "Chị em tự túc", "Hội tự chi" below "Kinh phí": some of the words name who pays, and a
/// body that pays for itself does so from its own funds.
fn payer(child: &str) -> Option<Source> {
    let all = tokens(child);
    let word = |at| WORDS.within.longest(&all, at).map(|(_, word)| *word);
    let mut source = (0..all.len()).find_map(|at| word(at).and_then(pays))?;
    let body = word(0).is_some_and(|word| word.usage == Use::Body);
    if body && source.class == FundingClass::SelfFunded {
        source.class = FundingClass::OwnFunds;
    }
    Some(source)
}

/// A heading whose words name who pays.
pub fn names_payer(heading: &str) -> bool {
    heading.len() <= 60 && payer(heading).is_some()
}

static WORDS: LazyLock<FundingWords> = LazyLock::new(FundingWords::built_in);

fn pays(word: FundingWord) -> Option<Source> {
    let named = !matches!(word.class, FundingClass::Unknown | FundingClass::None);
    (named && word.usage == Use::Always).then_some(Source {
        class: word.class,
        level: word.level,
        listed: false,
    })
}

/// A heading that a source of money is written as: "NS địa phương".
fn budget(parts: &[&str], hit: Option<Hit>) -> Option<Source> {
    if hit.is_some_and(|hit| matches!(hit.matched, Match::Exact | Match::Office)) {
        return None;
    }
    let child = parts.last()?.split('(').next()?.trim();
    let spelt = child
        .strip_prefix("NS ")
        .map(|rest| format!("ngân sách {rest}"));
    pays(WORDS.get(spelt.as_deref().unwrap_or(child))?)
}

/// What the texts of one column mean together.
fn match_parts(parts: &[&str]) -> (Option<Hit>, Option<Source>) {
    let source = |child: &str| {
        funding_part(child).map(|(class, level)| Source {
            class,
            level,
            listed: true,
        })
    };
    let Some((child, parents)) = parts.split_last() else {
        return (None, None);
    };
    if parents.is_empty() {
        let hit = look_up(child);
        let part = hit
            .is_none_or(|h| h.matched != Match::Exact)
            .then(|| source(child))
            .flatten();
        return (hit, part);
    }
    let above = parents.join(" ");
    let parent = look_up(&above);
    let funding = [Field::Funding, Field::Amount];
    let money = match parent {
        Some(hit) => {
            hit.meaning == Meaning::Cost || funding.map(Meaning::Field).contains(&hit.meaning)
        }
        None => funding.map(Topic::Field).contains(&lean(&above).best().0),
    };
    let of_budget = || {
        let above = above.split('(').next().unwrap_or(&above).trim();
        payer(&format!("{above} {child}"))
    };
    if money && let Some(part) = source(child).or_else(|| payer(child)).or_else(of_budget) {
        return (None, Some(part));
    }
    let bracket = child.starts_with('(');
    let whole = look_up(&parts.join(" ")).filter(|hit| hit.matched == Match::Exact);
    let own = look_up(child).filter(|hit| hit.matched == Match::Exact);
    let below = look_up_below(child).filter(|hit| fits_below(hit, parent));
    // "Thời gian | Đến" is a last day, though "Thời gian đến" in one cell is when guests come.
    let day = below.filter(|hit| {
        let days = [Field::PeriodFrom, Field::PeriodTo].map(Meaning::Field);
        days.contains(&hit.meaning)
    });
    let hit = day
        .or(whole)
        .or(below)
        .or(own)
        .or(parent.filter(|_| bracket));
    (hit.or_else(|| look_up(child)).or(parent), None)
}

/// "Từ" means a first day only below a period, "Tổng" an amount only below money.
fn fits_below(hit: &Hit, parent: Option<Hit>) -> bool {
    let Some(parent) = parent else { return false };
    match hit.meaning {
        Meaning::Field(Field::PeriodFrom | Field::PeriodTo | Field::Days) => {
            matches!(
                parent.meaning,
                Meaning::Field(Field::Period | Field::Days | Field::People)
            )
        }
        Meaning::Field(Field::People) => {
            matches!(parent.meaning, Meaning::Field(Field::People | Field::Head))
        }
        _ => matches!(
            parent.meaning,
            Meaning::Cost | Meaning::Field(Field::Funding | Field::Amount)
        ),
    }
}

/// The texts above one another in a column of a header.
pub type Parts<'d> = SmallVec<[&'d str; 3]>;
