//! Rules that see several files, or a whole campaign: L5xx.

pub mod added_after_freeze;
pub mod changed_after_freeze;
pub mod decision_stale;
pub mod decision_unfit;
pub mod delegation_joint;
pub mod figures_far_from_earlier;
pub mod file_of_two_departments;
pub mod file_repeated;
pub mod frozen_figures_differ;
pub mod joint_contradicted;
pub mod joint_not_compared;
pub mod leader_trips;
mod likeness;
pub mod published_edited;
pub mod removed_after_freeze;
pub mod replies_rival;
pub mod reply_incomplete;
pub mod reply_misfiled;
pub mod reply_rows_missing;
pub mod reply_unmarked;
pub mod row_corrected;
pub mod row_excluded;
pub mod row_repeated;
pub mod submission_awaited;
pub mod submission_late;
pub mod submission_missing;
pub mod version_superseded;
