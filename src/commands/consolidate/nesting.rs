//! Which folders must not lie in one another: outputs in inputs, inputs in what is published.

use crate::failure::Failure;
use crate::words::faults;
use std::path::{Path, PathBuf};

/// Outputs inside the inputs would be read as submissions by the next run; inputs inside a published
/// year would be put away with it.
///
/// # Errors
/// When one lies in the other, or INPUTS is not there.
pub fn refuse(inputs: &Path, outputs: &Path) -> Result<(), Failure> {
    let real_inputs = inputs.canonicalize().map_err(Failure::io(inputs))?;
    if nearest_existing(outputs).is_some_and(|folder| folder.starts_with(&real_inputs)) {
        let values = [&*inputs.to_string_lossy()];
        return Err(Failure::unfit(outputs, faults::OUTPUTS_IN_INPUTS, &values));
    }

    let root = outputs.canonicalize().ok();
    let below = root.and_then(|root| real_inputs.strip_prefix(root).ok().map(PathBuf::from));
    let first = below.iter().flat_map(|below| below.iter()).next();
    if first.is_some_and(|name| is_published(&name.to_string_lossy())) {
        let values = [&*outputs.to_string_lossy()];
        return Err(Failure::unfit(inputs, faults::INPUTS_IN_OUTPUTS, &values));
    }
    Ok(())
}

/// The folder itself or the nearest above it that is there already.
fn nearest_existing(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find_map(|folder| {
        let is_here = folder.as_os_str().is_empty();
        let folder = if is_here { Path::new(".") } else { folder };
        folder.canonicalize().ok()
    })
}

/// Names under OUTPUTS that publishing puts in place, moves or removes.
fn is_published(name: &str) -> bool {
    let is_year = !name.is_empty() && name.bytes().all(|b| b.is_ascii_digit());
    is_year || ["edited", "frozen"].contains(&name) || name.starts_with(".tonghop")
}
