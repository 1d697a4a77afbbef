//! Rules about a whole file: T1xx.

pub mod bytes_undefined;
pub mod content_cut;
pub mod department_unknown;
pub mod document_secret;
pub mod document_unread;
pub mod encoding_legacy;
pub mod file_empty;
pub mod file_ignored;
pub mod file_too_large;
pub mod file_unreadable;
pub mod file_unsettled;
pub mod folder_closed;
pub mod letters_lost;
pub mod letters_repaired;
pub mod quote_unbalanced;
pub mod sheet_hidden;
pub mod year_unknown;
