//! Sealed years among others: each has the figures of its seal, and one that cannot have them is left as
//! it is published.

use super::{Context, edition};
use crate::archive::frozen;
use crate::archive::frozen::Seal;
use crate::archive::history::History;
use crate::failure::Failure;
use crate::outputs;
use crate::pipeline::{self, Consolidated, Settings};
use crate::workspace::Workspace;
use std::path::Path;

/// What the inputs make of the years, and where the sealed ones are.
pub struct Years<'a> {
    pub workspace: &'a Workspace,
    pub history: &'a History,
    pub outputs: &'a Path,
    pub settings: &'a Settings,
}

/// Gives sealed years the figures of their seals; what came after stands beside them. A year whose seal
/// is damaged, or of which this program makes other figures, is taken out, with what a person must do.
pub fn hold(
    context: &Context,
    years: &Years,
    mut campaigns: Vec<Consolidated>,
) -> (Vec<Consolidated>, Vec<Failure>) {
    let mut problems = Vec::new();
    for year in frozen::years(years.outputs) {
        if years.settings.year.is_some_and(|wanted| wanted != year) {
            continue;
        }
        let at = campaigns.iter().position(|one| one.dataset.year == year);
        let current = at.map(|at| campaigns.remove(at));
        match held(context, years, year, current) {
            Ok(campaign) => campaigns.extend(campaign),
            Err(problem) => problems.push(Failure(format!(
                "{problem}. The figures of {year} stay as published until the seal is put back from a \
                 backup or lifted with `tonghop freeze {year} --reopen`"
            ))),
        }
    }
    campaigns.sort_by_key(|campaign| campaign.dataset.year);
    (campaigns, problems)
}

/// The campaign of a sealed year; as it is where there is no seal after all.
fn held(
    context: &Context,
    years: &Years,
    year: i32,
    current: Option<Consolidated>,
) -> Result<Option<Consolidated>, Failure> {
    let Some(seal) = frozen::read(years.outputs, year)? else {
        return Ok(current);
    };
    let campaign = pipeline::sealed(&seal, current, years.history, years.settings)?;
    refuse_other_figures(context, years, &seal, &campaign)?;
    Ok(Some(campaign))
}

/// A program that reads the sealed bytes otherwise must not move their figures.
fn refuse_other_figures(
    context: &Context,
    years: &Years,
    seal: &Seal,
    campaign: &Consolidated,
) -> Result<(), Failure> {
    let figures = outputs::figures(&edition(context, years.workspace, campaign))?;
    if seal.holds(&figures) {
        return Ok(());
    }
    let reason = "this program makes other figures of what was sealed; the version that sealed it makes them";
    Err(Failure::file(&seal.folder, reason))
}
