//! Which direction or kind words say: of a heading, of a cell.

use crate::model::section::{Direction, Kind};
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
    match directions(&folded) {
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

/// Whether a folded text names delegations sent abroad and guests received.
pub fn directions(folded: &str) -> (bool, bool) {
    if Words::Both.within(folded) {
        return (true, true);
    }
    if folded.contains(' ') {
        // "Đoàn đến" says its direction alone; "Đoàn đến Lào" does not say that it came from there.
        match (Words::GoOut.is(folded), Words::ComeIn.is(folded)) {
            (false, false) => {}
            said => return said,
        }
    }
    // "đoàn nước ngoài vào" holds "công tác nước ngoài" in "đoàn công tác nước ngoài vào": guests first.
    let guests = Words::Inbound.blotted(folded);
    let rest = guests.as_deref().unwrap_or(folded);
    let others = Words::NotOutbound.blotted(rest);
    let rest = others.as_deref().unwrap_or(rest);
    (Words::Outbound.within(rest), guests.is_some())
}
