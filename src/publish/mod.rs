//! How the figures look: one file per output, all given the same edition.

pub mod labels;
pub mod listing;
pub mod page;
#[cfg(test)]
mod sample;
pub mod text;
pub mod workbook;

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
    /// Rows of each annex beyond which it gives way to `delegations.csv`.
    pub annex_rows: usize,
}
