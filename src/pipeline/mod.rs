//! The whole run in one place: the only module that sees all stages, and the only one that knows their order.

mod account;
mod campaign;
mod compare;
mod consolidate;
mod file_reader;
mod frozen;
mod job;
mod probe;
mod read;
mod sources;

use crate::failure::Failure;

pub use campaign::{Campaign, Compared, Outcome, WithFrozenYears};
pub use compare::published;
pub use consolidate::check_files;
pub use frozen::hold as hold_frozen;
pub use job::{Job, Settings};
pub use probe::{Probe, probe, probe_read};
pub use read::read_single;

/// From INPUTS to campaigns that are ready to be published.
///
/// # Errors
/// When INPUTS cannot be read, holds nothing that a year is known of, the accounting does not add up,
/// or no campaign is left to publish.
pub fn run(job: &Job) -> Result<Outcome, Failure> {
    let campaigns = consolidate(job)?;
    let WithFrozenYears {
        campaigns,
        problems,
    } = hold_frozen(job, campaigns);
    if campaigns.is_empty() {
        return Err(Failure::Many(problems));
    }
    let campaigns = compare::all(job, campaigns);
    Ok(Outcome {
        campaigns,
        problems,
    })
}

/// Reads INPUTS and consolidates every campaign in it, oldest first: each file is read, segmented,
/// interpreted and validated alone; those of a campaign are merged, validated across files, and
/// summarised.
///
/// # Errors
/// When INPUTS cannot be read, holds nothing that a year is known of, or the accounting does not add up.
pub fn consolidate(job: &Job) -> Result<Vec<Campaign>, Failure> {
    let inputs = read::read_inputs(job)?;
    let mut campaigns = Vec::new();
    for files in consolidate::by_campaign(job, inputs)? {
        let earlier = compare::earlier(job, &campaigns, files.year);
        campaigns.push(consolidate::campaign(job, files, earlier)?);
    }
    Ok(campaigns)
}
