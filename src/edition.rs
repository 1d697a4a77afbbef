//! Everything that an output may show of a campaign: every output is given the same edition.

use crate::model::comparison::{Changes, Comparison, NoPlan};
use crate::model::dataset::Dataset;
use crate::model::finding::Lang;
use crate::model::office::Office;
use crate::model::summary::Summary;
use crate::vocabulary::Vocabulary;

/// Everything that an output may show.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    pub dataset: &'a Dataset,
    pub summary: &'a Summary,
    pub vocabulary: &'a Vocabulary,
    pub office: &'a Office,
    pub lang: Lang,
    /// Figures of the campaign a year earlier, where it is published.
    pub previous: Option<&'a Summary>,
    /// The results against the plan that an earlier campaign published for their year.
    pub planned: Result<&'a Comparison, NoPlan>,
    /// What changed since the last published run; none where this is the first.
    pub changes: Option<&'a Changes>,
    /// Rows of each annex beyond which it gives way to `delegations.csv`.
    pub annex_rows: usize,
    pub stamp: &'a Stamp,
}

/// What tells one run from another. No times: the same inputs give the same stamp.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamp {
    /// Digest of inputs, configuration, program and deadline state.
    pub run_id: String,
    /// Digest of the submissions and of all that steers their reading.
    pub input_digest: String,
}

impl Stamp {
    /// Makes the run another one where what it compares with is another.
    pub fn depends_on(&mut self, state: &[u8]) {
        let state = [self.run_id.as_bytes(), b"|", state].concat();
        self.run_id = blake3::hash(&state).to_hex()[..16].to_string();
    }
}
