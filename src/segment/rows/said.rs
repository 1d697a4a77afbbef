//! What a cell of a direction or kind column says.

use crate::model::section::{Direction, Kind};
use crate::segment::heads;
use crate::vocabulary::fold::fold;
use crate::vocabulary::structure::Words;

/// The direction that a cell of a direction column says.
pub fn direction_said(text: &str) -> Option<Direction> {
    let folded = fold(text);
    if Words::GoOut.is(&folded) {
        return Some(Direction::Outbound);
    }
    if Words::ComeIn.is(&folded) {
        return Some(Direction::Inbound);
    }
    match heads::directions(&folded) {
        (true, false) => Some(Direction::Outbound),
        (false, true) => Some(Direction::Inbound),
        _ => None,
    }
}

/// The kind that a cell of a kind column says.
pub fn kind_said(text: &str) -> Option<Kind> {
    let folded = fold(text);
    if Words::IsPlan.start(&folded) {
        return Some(Kind::Plan);
    }
    Words::IsRealised.start(&folded).then_some(Kind::Realised)
}
