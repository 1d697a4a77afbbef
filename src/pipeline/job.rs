//! What a run is asked to do, after defaults.

use crate::archive::history::History;
use crate::compare::previous_year;
use crate::export::DELEGATIONS;
use crate::model::finding::Lang;
use crate::model::summary::Summary;
use crate::progress::When;
use crate::workspace::Workspace;
use jiff::civil::Date;
use std::path::Path;

/// What holds for a whole run.
#[derive(Debug, Clone)]
pub struct Settings {
    pub lang: Lang,
    pub as_of: Date,
    /// Only this plan year; also the year of files that nothing else dates.
    pub year: Option<i32>,
    pub progress: When,
    /// The run is published, and so is the first sight of what is new in it.
    pub published: bool,
}

impl Settings {
    /// Whether a file or a campaign of this year is asked for.
    pub(super) fn wants(&self, year: Option<i32>) -> bool {
        let both = self.year.zip(year);
        both.is_none_or(|(wanted, year)| wanted == year)
    }
}

/// A run over a folder of inputs.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    pub inputs: &'a Path,
    pub workspace: &'a Workspace,
    /// What was published before; empty for a run that knows of none.
    pub history: &'a History,
    /// Where it was published: frozen years, and figures of years that are not among the inputs.
    pub outputs: Option<&'a Path>,
    pub settings: &'a Settings,
}

impl Job<'_> {
    /// The figures that a year was published with.
    pub(super) fn published_figures(&self, year: i32) -> Option<Summary> {
        previous_year::read(&self.outputs?.join(year.to_string()))
    }

    /// The `delegations.csv` that a year was published with.
    pub(super) fn published_delegations(&self, year: i32) -> Option<Vec<u8>> {
        let folder = self.outputs?.join(year.to_string());
        std::fs::read(folder.join(DELEGATIONS)).ok()
    }
}
