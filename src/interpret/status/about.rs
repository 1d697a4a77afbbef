//! Whether the words of a status speak of the delegation, or of a ticket, a visa, a file, a party.

use super::Says;
use crate::model::value::Status;
use crate::vocabulary::tokens::{Token, TokenKind};

/// Of whom a status is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Delegation,
    /// Of a thing that is known to have a status of its own.
    Other,
    /// Of what, the words do not say plainly.
    Nobody,
}

/// Words before "hoãn", "hủy" in a clause about the delegation.
const BEFORE: [&str; 63] = [
    "cac", "da", "bi", "tam", "phai", "nen", "doan", "ke", "hoach", "chuyen", "di", "nay", "cong",
    "tac", "xin", "de", "nghi", "phia", "ban", "doi", "duoc", "se", "cho", "phep", "thong", "bao",
    "thoi", "gian", "lich", "buoi", "hoi", "thao", "su", "kien", "toan", "bo", "ca", "hai",
    "nhung", "va", "roi", "vao", "ra", "nam", "thang", "quy", "ngay", "cua", "tinh", "ubnd", "so",
    "trinh", "viec", "lam", "to", "chuc", "thuc", "hien", "vi", "do", "lao", "hoat", "dong",
];

/// Words before "trực tuyến": how it is held.
const HELD: [&str; 34] = [
    "cac", "hop", "hoi", "nghi", "thao", "dam", "to", "chuc", "chuyen", "sang", "hinh", "thuc",
    "lam", "viec", "trao", "doi", "gap", "hien", "duoc", "tiep", "dien", "ra", "bang", "theo",
    "phuong", "tham", "du", "se", "da", "qua", "ket", "noi", "doan", "toa",
];

/// Words after a status that go on about the same journey: its reason, its new time, what it was.
const AFTER: [&str; 36] = [
    "do", "vi", "theo", "boi", "den", "sang", "lai", "vo", "doan", "chuyen", "ke", "to", "thoi",
    "nam", "quy", "thang", "va", "tai", "bang", "voi", "cho", "duoc", "toan", "bo", "cong", "lich",
    "hoac", "truoc", "ngay", "ca", "het", "nhu", "trong", "dot", "viec", "qua",
];

/// Things that are put off, called off or done online beside a journey.
const THINGS: [&str; 33] = [
    "ve", "visa", "thi", "ho", "thue", "phong", "dang", "ky", "khai", "nop", "tiec", "hang", "bom",
    "min", "coc", "tien", "mua", "dat", "hop", "thu", "khach", "ban", "hoc", "vu", "thanh", "lien",
    "phi", "no", "giay", "the", "gui", "quyet", "tra",
];

/// Of whom the status that stands between two tokens is said.
pub(super) fn whom(all: &[Token<'_>], place: (usize, usize), says: Says) -> About {
    let Says::Status(status) = says else {
        return About::Delegation;
    };
    let before = match status {
        Status::Done => return About::Delegation,
        Status::Online => &HELD[..],
        Status::Cancelled | Status::Postponed => &BEFORE[..],
    };
    let (from, to) = clause(all, place);
    let (lead, tail) = (&all[from..place.0], &all[place.1..to]);
    let reason = lead.first().is_some_and(|t| {
        ["do", "vi", "theo"].contains(&t.folded.as_str()) && t.kind == TokenKind::Word
    });
    let leads = reason
        || lead
            .iter()
            .all(|t| before.contains(&t.folded.as_str()) || t.kind != TokenKind::Word);
    let thing_after = tail
        .first()
        .is_some_and(|t| THINGS.contains(&t.folded.as_str()));
    let goes_on = tail
        .first()
        .is_none_or(|t| AFTER.contains(&t.folded.as_str()) || t.kind != TokenKind::Word);
    if leads && goes_on {
        return About::Delegation;
    }
    let thing_before = lead.iter().any(|t| THINGS.contains(&t.folded.as_str()));
    if thing_after || thing_before {
        About::Other
    } else {
        About::Nobody
    }
}

/// The clause round some tokens.
fn clause(all: &[Token<'_>], (from, to): (usize, usize)) -> (usize, usize) {
    let ends = |t: &Token<'_>| {
        [',', ';', '.', '\n', '(', ')', ':', '-']
            .iter()
            .any(|sign| t.is_sign(*sign))
            || t.is_word("nhung")
    };
    let start = all[..from].iter().rposition(ends).map_or(0, |at| at + 1);
    let end = all[to..]
        .iter()
        .position(ends)
        .map_or(all.len(), |at| to + at);
    (start, end)
}
