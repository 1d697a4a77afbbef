//! Whether words say that there is no delegation: in a cell, under a heading, in prose.

use super::said::directions;
use crate::model::section::Direction;
use crate::vocabulary::fold::fold;
use crate::vocabulary::structure::{Words, starts_with_words};

/// A cell or line that says no more than "Không có", "Không có đoàn ra năm 2021".
pub fn is_nil(folded: &str) -> bool {
    Words::Nil.is(folded)
        || (folded.split(' ').count() <= 16
            && statement(folded).is_some_and(|(at, _)| introduces(&folded[..at])))
}

/// What may stand before a denial that is all a text says: "Trong năm 2021 đơn vị".
fn introduces(before: &str) -> bool {
    let known = |word: &str| {
        let number = word.bytes().all(|b| b.is_ascii_digit());
        number || Words::NilLead.list().iter().any(|lead| lead == word)
    };
    before.split_whitespace().all(known)
}

/// Whether a text can hold a denial at all: a colon with words after it, or the letters of "không"
/// however they are marked.
pub fn may_deny(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b':', b'k', b'K', bytes)
        .any(|at| bytes[at] == b':' || matches!(bytes.get(at + 1), Some(b'h' | b'H')))
}

/// A cell under a head that denies delegations in words: cheap for all cells that do not.
pub fn denies(text: &str) -> bool {
    text.len() <= 120 && says_no(text.as_bytes()) && is_nil(&fold(text))
}

/// "hông " or "HÔNG " stands in a text, found by the last byte of its "ô": every row is asked.
fn says_no(text: &[u8]) -> bool {
    let around = |at: usize| text.get(at.checked_sub(2)?..at + 4);
    let is_no = |at| matches!(around(at), Some(b"h\xC3\xB4ng " | b"H\xC3\x94NG "));
    memchr::memchr2_iter(0xB4, 0x94, text).any(is_no)
}

/// "Đoàn vào: không có": what is denied after a colon, and of which direction.
pub fn after_colon(clause: &str) -> Option<Option<Direction>> {
    let (named, denied) = clause.split_once(':')?;
    let folded = fold(denied);
    if !is_nil(&folded) {
        return None;
    }
    match directions(&fold(named)) {
        (true, true) => Some(None),
        (true, false) => Some(Some(Direction::Outbound)),
        (false, true) => Some(Some(Direction::Inbound)),
        (false, false) => None,
    }
}

/// A text begins with a denial: "không có nhu cầu năm 2021".
pub fn begins(folded: &str) -> bool {
    let rest = folded.strip_prefix("khong ").unwrap_or("");
    Words::NilVerb
        .list()
        .iter()
        .any(|verb| starts_with_words(rest, verb))
}

/// Where a text denies delegations, and of which direction; `None` inside means both.
pub fn statement(folded: &str) -> Option<(usize, Option<Direction>)> {
    let mut from = 0;
    while let Some(at) = folded
        .get(from..)
        .and_then(|rest| rest.find("khong "))
        .map(|i| i + from)
    {
        from = at + "khong ".len();
        let whole_word = at == 0 || folded.as_bytes()[at - 1] == b' ';
        let rest = folded.get(from..).unwrap_or("");
        if whole_word
            && Words::NilVerb
                .list()
                .iter()
                .any(|verb| starts_with_words(rest, verb))
        {
            let window: Vec<&str> = rest.split(' ').take(16).collect();
            let near = window
                .iter()
                .take(8)
                .any(|word| matches!(*word, "doan" | "khach"));
            let (outbound, inbound) = directions(&window.join(" "));
            if near || outbound || inbound {
                let direction = match (outbound, inbound) {
                    (true, false) => Some(Direction::Outbound),
                    (false, true) => Some(Direction::Inbound),
                    _ => None,
                };
                return Some((at, direction));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nil_statements_are_found_with_their_direction() {
        let cases = [
            (
                "do dịch bệnh nên Sở không có đoàn ra.",
                Some(Some(Direction::Outbound)),
            ),
            (
                "Năm 2021 đơn vị không có kế hoạch tổ chức đoàn ra, đoàn vào.",
                Some(None),
            ),
            (
                "Đơn vị không đón tiếp đoàn khách quốc tế nào",
                Some(Some(Direction::Inbound)),
            ),
            ("Không phát sinh đoàn nào", Some(None)),
            ("nhiệm vụ này không triển khai được", None),
            ("không sử dụng ngân sách nhà nước", None),
            (
                "không có nhu cầu cử cán bộ đi nước ngoài",
                Some(Some(Direction::Outbound)),
            ),
            ("không có khách quốc tế", Some(Some(Direction::Inbound))),
            ("không đón đoàn nước ngoài", Some(Some(Direction::Inbound))),
            ("Đoàn công tác không có phiên dịch", None),
        ];
        for (text, expected) in cases {
            assert_eq!(
                statement(&fold(text)).map(|(_, direction)| direction),
                expected,
                "{text}"
            );
        }
        let denials = [
            "Không có",
            "không có đoàn ra.",
            "Không phát sinh",
            "Không",
            "Trong năm không có đoàn ra nào",
            "Năm 2021 đơn vị không có nhu cầu cử cán bộ đi nước ngoài.",
        ];
        for text in denials {
            assert!(is_nil(&fold(text)), "{text}");
        }
        for text in ["Không quân", "Đoàn công tác không có đoàn viên"] {
            assert!(!is_nil(&fold(text)), "{text}");
        }
    }
}
