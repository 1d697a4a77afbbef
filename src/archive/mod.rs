//! How a run appears under OUTPUTS: beside first, then in one exchange, so that a reader sees one whole run.
//!
//! | file | decides |
//! | --- | --- |
//! | `outputs` | the folder that this process alone holds, and what lies where in it |
//! | `lock`, `claim` | who holds it |
//! | `draft`, `disk` | how a campaign is written beside its place, and flushed |
//! | `publish`, `exchange` | how campaigns take their places, all or none |
//! | `journal`, `recover` | what the next run does about one that was killed |
//! | `standing`, `edited` | what stands there, and what people edited of it |
//! | [`history`], [`last_run`] | what was published when, and whether anything is new |
//! | [`frozen`], `freezing` | years whose figures are fixed |

mod claim;
mod disk;
mod draft;
mod edited;
mod error;
mod exchange;
mod files;
mod freezing;
pub mod frozen;
pub mod history;
mod journal;
pub mod last_run;
mod lock;
mod manifest;
mod outputs;
mod publish;
mod recover;
mod standing;
#[cfg(test)]
mod tests;

pub use draft::Draft;
pub use error::Error;
pub use manifest::{Manifest, manifest};
pub use outputs::Outputs;
pub use publish::Run;
pub use standing::Standing;
