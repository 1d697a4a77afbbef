//! Which words change what a cell means, and must not be passed over; all others are fillers.

use super::Left;
use crate::vocabulary::phrases::Phrases;
use crate::vocabulary::tokens::{Token, TokenKind};
use std::sync::LazyLock;

/// Denials, conditions, corrections, rates and units of money: beside a value each may change it.
const WORDS: [&str; 40] = [
    "không",
    "ko",
    "chưa",
    "chẳng",
    "trừ",
    "ngoài",
    "hủy",
    "huỷ",
    "hoãn",
    "nếu",
    "hoặc",
    "hay",
    "lùi",
    "dời",
    "chuyển",
    "đổi",
    "thay",
    "giảm",
    "tăng",
    "thêm",
    "bớt",
    "rút",
    "mỗi",
    "từng",
    "bình quân",
    "triệu",
    "tỷ",
    "tỉ",
    "nghìn",
    "ngàn",
    "kế hoạch",
    "thực hiện",
    "thực tế",
    "dự toán",
    "quyết toán",
    "chỉ",
    "năm ngoái",
    "năm trước",
    "năm sau",
    "nửa",
];

/// Signs that say something about a figure.
const SIGNS: [char; 10] = ['?', '%', '‰', '±', '=', '→', '½', '×', '#', '≠'];

static TABLE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let mut table = Phrases::default();
    for word in WORDS {
        table.insert(word, ());
    }
    table
});

/// What it means that the token at `at` was not used.
pub(super) fn of(tokens: &[Token<'_>], at: usize) -> Left {
    match tokens[at].kind {
        TokenKind::Number => Left::Figures,
        TokenKind::Sign(sign) if SIGNS.contains(&sign) => Left::Words,
        TokenKind::Sign(_) => Left::Nothing,
        TokenKind::Word if TABLE.longest(tokens, at).is_some() => Left::Words,
        TokenKind::Word => Left::Nothing,
    }
}
