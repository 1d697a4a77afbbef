//! What one reading of a sample scores, and which readings need not be weighed to the end.

use super::regularity::{is_prose, readability};
use crate::split::{Rules, Split, split};
use std::cell::OnceCell;

/// Nearer to the highest score than this, readings are told apart by their order.
const NEAR: f64 = 1e-6;

/// What is left of a score where the lines are sentences.
const PROSE: f64 = 0.15;

/// The highest score that still counts as this one.
pub fn bound(score: f64) -> f64 {
    score + NEAR
}

/// One reading of the sample.
pub struct Reading<'t> {
    pub sample: &'t str,
    pub rules: Rules,
    pub weight: f64,
    pub regular: f64,
    /// What else raises or lowers the score.
    pub factors: [f64; 3],
    /// Lines of this delimiter may be sentences.
    pub worded: bool,
    /// What that lowers the score by; asked only where it decides.
    pub prose: OnceCell<f64>,
    /// Looking at every cell costs most: only readings that may win are looked at.
    pub typed: OnceCell<f64>,
    pub width: u32,
    /// Cutting the cells costs next to most: an unquoted reading that cannot win is only counted.
    pub split: OnceCell<Split>,
}

impl Reading<'_> {
    /// The share of cells that look like what people put into cells.
    pub fn typed(&self) -> f64 {
        *self
            .typed
            .get_or_init(|| readability(self.sample, self.split(), self.rules.quote.is_some()))
    }

    /// The cells of the sample in this reading.
    pub fn split(&self) -> &Split {
        self.split.get_or_init(|| split(self.sample, &self.rules))
    }

    pub fn score(&self) -> f64 {
        self.score_with(self.typed(), self.prose())
    }

    fn prose(&self) -> f64 {
        let lowered = || self.worded && is_prose(self.sample, self.regular);
        *self
            .prose
            .get_or_init(|| if lowered() { PROSE } else { 1.0 })
    }

    /// Whether the score can be as high as `top`, or so near that the order decides.
    pub fn may_reach(&self, top: f64) -> bool {
        bound(self.bound()) >= top && bound(self.score_with(1.0, self.prose())) >= top
    }

    /// The score if every cell could be read and no line were a sentence.
    fn bound(&self) -> f64 {
        self.score_with(1.0, 1.0)
    }

    fn score_with(&self, typed: f64, prose: f64) -> f64 {
        let start = self.weight * self.regular * typed;
        let factors = self.factors.iter();
        factors.fold(start, |score, factor| score * factor) * prose
    }
}

/// The highest score; readings that cannot have it are not looked into.
pub fn highest<'r, 't: 'r>(readings: impl Iterator<Item = &'r Reading<'t>>) -> f64 {
    let mut hopeful: Vec<&Reading> = readings.collect();
    hopeful.sort_by(|a, b| b.bound().total_cmp(&a.bound()));
    hopeful.into_iter().fold(0.0, |top, reading| {
        if reading.may_reach(top) {
            reading.score().max(top)
        } else {
            top
        }
    })
}
