//! Which folders must not lie in one another: outputs in inputs, inputs in what is published.

use crate::failure::Failure;
use crate::words::faults;
use std::path::{Component, Path, PathBuf};

/// Outputs inside the inputs would be read as submissions by the next run; inputs inside a published
/// year would be put away with it.
///
/// # Errors
/// When one lies in the other, or INPUTS is not there.
pub fn refuse(inputs: &Path, outputs: &Path) -> Result<(), Failure> {
    let real_inputs = inputs.canonicalize().map_err(Failure::io(inputs))?;
    let root = leads_to(outputs);
    if root.starts_with(&real_inputs) {
        let values = [&*inputs.to_string_lossy()];
        return Err(Failure::unfit(outputs, faults::OUTPUTS_IN_INPUTS, &values));
    }

    let below = real_inputs.strip_prefix(&root).ok();
    let first = below.into_iter().flat_map(Path::iter).next();
    if first.is_some_and(|name| is_published(&name.to_string_lossy())) {
        let values = [&*outputs.to_string_lossy()];
        return Err(Failure::unfit(inputs, faults::INPUTS_IN_OUTPUTS, &values));
    }
    Ok(())
}

/// Where a path leads once the folders that it names are made: what is missing is no link, so that ".."
/// behind it leads back.
fn leads_to(path: &Path) -> PathBuf {
    let mut real = Path::new(".").canonicalize().unwrap_or_default();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            part => {
                real.push(part);
                real = real.canonicalize().unwrap_or(real);
            }
        }
    }
    real
}

/// Names under OUTPUTS that publishing puts in place, moves or removes.
fn is_published(name: &str) -> bool {
    let is_year = !name.is_empty() && name.bytes().all(|b| b.is_ascii_digit());
    is_year || ["edited", "frozen"].contains(&name) || name.starts_with(".tonghop")
}
