//! Which direction or kind words say: of a heading, of a cell.

use super::columns::is_country;
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
    // Alone, nobody can tell who crosses the border.
    if folded == "xuat canh" {
        return None;
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
    let inbound = guests.is_some() || receives(folded) || guests_come(folded);
    let outbound = Words::Outbound.within(rest) || !inbound && (goes_abroad(rest) || we_go(rest));
    (outbound, inbound)
}

/// "Bạn sang", "khách đến", "các đoàn Lào vào": who comes is abroad at home.
fn guests_come(folded: &str) -> bool {
    const COMING: [&str; 5] = ["den", "sang", "vao", "qua", "toi"];
    let words: Vec<&str> = folded.split(' ').collect();
    (1..words.len()).any(|at| {
        let before = &words[..at];
        let abroad = matches!(before, [.., "ban" | "khach"] | [.., "nuoc", "ngoai"])
            || matches!(before, [.., "quoc", "te"])
            || (1..=3)
                .any(|n| before.len() > n && is_country(&before[before.len() - n..].join(" ")));
        COMING.contains(&words[at]) && words.get(at + 1) != Some(&"nam") && abroad
    })
}

/// "Sang bạn", "đi quốc tế", "qua Lào", "đoàn của ta đi", "cử cán bộ", "xuất cảnh".
fn we_go(folded: &str) -> bool {
    const GOING: [&str; 3] = ["di", "sang", "qua"];
    const SENT: [&str; 14] = [
        "doan", "can", "cb", "cbcc", "cbccvc", "cong", "vien", "nguoi", "hoc", "giao", "lanh",
        "chuyen", "nhan", "dai",
    ];
    let words: Vec<&str> = folded.split(' ').collect();
    (0..words.len()).any(|at| {
        let after = &words[at + 1..];
        let abroad = matches!(
            after,
            ["ban", ..] | ["nuoc", "ban", ..] | ["quoc", "te", ..]
        ) || (1..=3).any(|n| after.len() >= n && is_country(&after[..n].join(" ")));
        let ours = at > 0 && words[at - 1] == "ta";
        match words[at] {
            going if GOING.contains(&going) => abroad || ours,
            "cu" => after.first().is_some_and(|sent| SENT.contains(sent)),
            "xuat" => matches!(after, ["canh" | "ngoai", ..]) && !words.contains(&"nhap"),
            _ => false,
        }
    })
}

/// "Cử cán bộ đi bồi dưỡng ở nước ngoài": going, and a place abroad behind it; not the "người Việt Nam ở
/// nước ngoài" who live there.
fn goes_abroad(folded: &str) -> bool {
    const GOING: [&str; 6] = ["di", "cu", "sang", "ra", "xuat", "tham"];
    const COMING: [&str; 6] = ["den", "vao", "don", "tiep", "khach", "nam"];
    let words: Vec<&str> = folded.split(' ').collect();
    let abroad = |at: usize| {
        let pair = (words[at], words.get(at + 1).copied().unwrap_or(""));
        matches!(pair, ("nuoc", "ngoai") | ("ngoai", "nuoc"))
    };
    (0..words.len()).filter(|at| abroad(*at)).any(|at| {
        let before = &words[at.saturating_sub(14)..at];
        let from = before.iter().rposition(|word| GOING.contains(word));
        let between = from.map_or(&[][..], |from| &before[from + 1..]);
        from.is_some() && !between.iter().any(|word| COMING.contains(word))
    })
}

/// "Đón, tiếp các đoàn …", "đoàn … đến làm việc", "khách … đã tiếp": receiving, or coming to us.
fn receives(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    let next = |at: usize| words.get(at + 1).copied().unwrap_or("");
    let guests = |words: &[&str]| {
        let named = words.iter().any(|word| matches!(*word, "doan" | "khach"));
        named
            || words
                .windows(2)
                .any(|pair| matches!(pair, ["ban", "be"] | ["chuyen", "gia"]))
    };
    (0..words.len()).any(|at| match words[at] {
        "don" if matches!(next(at), "vi" | "gia" | "de" | "doc") => false,
        "tiep" if matches!(next(at), "theo" | "tuc" | "can" | "nhan") => false,
        "don" | "tiep" => guests(&words[at + 1..words.len().min(at + 5)]),
        "den" => {
            let comes = matches!(next(at), "lam" | "tham" | "tim" | "khao")
                && (next(at) != "tham" || words.get(at + 2) != Some(&"quyen"));
            comes && guests(&words[at.saturating_sub(8)..at])
        }
        _ => false,
    })
}
