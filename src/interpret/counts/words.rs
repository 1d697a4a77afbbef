//! The words of counts: leads, units, things beside people, what is left out or is a part.

use crate::vocabulary::tokens::Token;

pub fn is_about(token: &Token<'_>) -> bool {
    const ABOUT: [&str; 13] = [
        "khoang", "tren", "hon", "gan", "duoi", "uoc", "toi", "chung", "tam", "it", "qua", "vuot",
        "nhat",
    ];
    ABOUT.contains(&token.folded.as_str())
}

/// Before the first number these leave nobody uncounted.
pub fn is_lead(token: &Token<'_>) -> bool {
    const LEADS: [&str; 32] = [
        "dot", "lan", "chuyen", "luot", "x", "khoang", "tren", "hon", "gan", "duoi", "uoc", "toi",
        "da", "it", "nhat", "khong", "qua", "so", "luong", "tong", "du", "kien", "gom", "co",
        "doan", "moi", "tu", "thieu", "chung", "sl", "danh", "sach",
    ];
    LEADS.contains(&token.folded.as_str())
}

/// "trong đó 05 nam": what follows is a part of what stands before.
pub fn is_breakdown(token: &Token<'_>) -> bool {
    ["gom", "bao", "ke", "trong", "co", "rieng"].contains(&token.folded.as_str())
}

/// The unit of what nobody travels as.
pub const THING: &str = "thing";

/// Things stand beside people: "8 người, 2 xe". The marks decide: "phòng" is a room, "phóng viên" a person.
pub fn is_thing(token: &Token<'_>) -> bool {
    const THINGS: [(&str, &str); 16] = [
        ("xe", "xe"),
        ("ve", "vé"),
        ("phong", "phòng"),
        ("ban", "bàn"),
        ("chiec", "chiếc"),
        ("cai", "cái"),
        ("tau", "tàu"),
        ("may", "máy"),
        ("gian", "gian"),
        ("nuoc", "nước"),
        ("tinh", "tỉnh"),
        ("huyen", "huyện"),
        ("lop", "lớp"),
        ("qua", "quà"),
        ("o", "ô"),
        ("suat", "suất"),
    ];
    THINGS
        .iter()
        .any(|(folded, word)| token.is_word(folded) && token.is_marked(word))
}

/// How long and not how many.
pub fn is_time(unit: &str) -> bool {
    ["ngay", "dem", "tuan", "thang", "gio", "buoi", "quy", "year"].contains(&unit)
}

/// How often: a factor where each of them is spoken of.
pub fn is_round(unit: &str) -> bool {
    ["dot", "lan", "chuyen", "lop", "luot"].contains(&unit)
}

/// "30 ± 2", "5 → 7", "8%", "8?": no count is told from these.
pub fn breaks(token: &Token<'_>) -> bool {
    ['?', '%', '‰', '±', '→', '#']
        .iter()
        .any(|sign| token.is_sign(*sign))
}
