//! Whether words say that there is no delegation: in a cell, under a heading, in prose.

use super::heads::directions;
use crate::model::section::Direction;
use crate::vocabulary::fold::fold;
use crate::vocabulary::structure::{Words, starts_with_words};

/// A cell or line that says no more than "Không có", "Không có đoàn ra năm 2021".
pub fn is_nil(folded: &str) -> bool {
    Words::Nil.is(folded)
        || (folded.split(' ').count() <= 12 && statement(folded).is_some_and(|(at, _)| at == 0))
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
            if near {
                let (outbound, inbound) = directions(&window.join(" "));
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
            ("Đoàn công tác không có phiên dịch", None),
        ];
        for (text, expected) in cases {
            assert_eq!(
                statement(&fold(text)).map(|(_, direction)| direction),
                expected,
                "{text}"
            );
        }
        for text in ["Không có", "không có đoàn ra.", "Không phát sinh", "Không"] {
            assert!(is_nil(&fold(text)), "{text}");
        }
        assert!(!is_nil(&fold("Không quân")));
    }
}
