//! stub
use super::ReadLimits;
use crate::model::document::{Document, Unreadable};
use crate::model::submission::Format;

/// Kind of workbook
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
}

pub fn kind(_bytes: &[u8], _format: Format) -> Option<Kind> {
    None
}
pub fn read(_bytes: Vec<u8>, _kind: Kind, _limits: &ReadLimits) -> Result<Document, Unreadable> {
    Err(Unreadable::Binary)
}
