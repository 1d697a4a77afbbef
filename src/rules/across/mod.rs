//! Rules that see several files, or a whole campaign: L5xx.

pub mod addendum_added;
pub mod addendum_changed;
pub mod addendum_removed;
pub mod answer_incomplete;
pub mod decision_stale;
pub mod decision_unfit;
pub mod delegation_joint;
pub mod figures_far_from_earlier;
pub mod file_repeated;
pub mod joint_not_compared;
pub mod published_edited;
pub mod row_repeated;
pub mod sealed_figures_differ;
pub mod submission_awaited;
pub mod submission_late;
pub mod submission_missing;
pub mod version_superseded;
