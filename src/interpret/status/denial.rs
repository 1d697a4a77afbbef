//! Words of a result that deny it, and numbers that say it of a part alone.

use crate::vocabulary::tokens::Token;

/// A result in so many tokens is about the delegation; longer ones tell of its work.
pub(super) const LONGEST: usize = 8;

/// "Không", "chưa", and how they are shortened.
pub(super) fn is_no(token: &Token<'_>) -> bool {
    let words = [
        ("khong", "không"),
        ("ko", "ko"),
        ("k", "k"),
        ("kg", "kg"),
        ("chua", "chưa"),
        ("chang", "chẳng"),
    ];
    words
        .iter()
        .any(|(folded, word)| token.is_word(folded) && token.is_marked(word))
}

/// "Không được phê duyệt", "Dừng", "Bỏ", "Xin rút", "Ghép với đoàn Sở Y tế": it may not have travelled, or not
/// as a delegation of its own.
pub(super) fn stands_at(all: &[Token<'_>], at: usize) -> bool {
    const WORDS: [(&str, &str); 8] = [
        ("dung", "dừng"),
        ("ngung", "ngừng"),
        ("bo", "bỏ"),
        ("rut", "rút"),
        ("thoi", "thôi"),
        ("khoi", "khỏi"),
        ("gop", "gộp"),
        ("ghep", "ghép"),
    ];
    let token = &all[at];
    let marked = |(folded, word): &(&str, &str)| token.is_word(folded) && token.is_marked(word);
    let moved = ["chuyen", "lui", "doi"].contains(&token.folded.as_str())
        && all.get(at + 1).is_some_and(|t| t.is_word("sang"));
    is_no(token) || WORDS.iter().any(marked) || moved
}

/// "01 đoàn hủy", "hoãn (đợt 2)", "1/2 đoàn", "hủy bớt 2 người": it is said of a part.
pub(super) fn is_of_a_part(all: &[Token<'_>]) -> bool {
    const COUNTED: [&str; 8] = [
        "doan", "nguoi", "dot", "cuoc", "chuyen", "buoi", "noi", "hoat",
    ];
    let is = |at: Option<usize>| {
        let token = at.and_then(|at| all.get(at));
        token.is_some_and(|t| COUNTED.contains(&t.folded.as_str()))
    };
    let numbers = (0..all.len()).filter(|at| all[*at].is_number() && all[*at].raw.len() <= 2);
    let mut counted = numbers.filter(|at| {
        let ordinal = at
            .checked_sub(1)
            .filter(|before| all[*before].is_word("dot"));
        is(Some(at + 1)) || ordinal.is_some()
    });
    counted.next().is_some()
}
