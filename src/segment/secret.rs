//! Whether the words above a table mark it as a state secret.

use super::names::apart;
use crate::vocabulary::fold::{fold, tone_key};
use std::sync::LazyLock;

/// Longest piece of a line that may be a mark, in bytes.
const LONGEST: usize = 60;

/// What stands beside a mark: how urgent it is, and what the mark is.
const BESIDE: [&str; 6] = ["hỏa tốc", "hẹn giờ", "thượng khẩn", "khẩn", "độ mật", "độ"];

/// The marks, and what the loss of letters makes of them.
const MARKS: [&[&str]; 3] = [&["MẬT"], &["TỐI", "MẬT"], &["TUYỆT", "MẬT"]];
const LOST: [&str; 8] = [
    "MAT", "TOIMAT", "TUYETMAT", "M?T", "T?IM?T", "TUY?TM?T", "TUY?TMAT", "T?IMAT",
];

/// Begins the motto or the name of the state, which stand beside the mark in a letterhead.
const MOTTO: [&str; 6] = [
    "Độc lập",
    "ĐỘC LẬP",
    "Cộng hòa",
    "CỘNG HÒA",
    "CỘNG HOÀ",
    "Cộng hoà",
];

/// "MẬT", "TỐI MẬT", "TUYỆT MẬT" alone on a line or set apart in it, with or without a mark of urgency;
/// also where the letters were lost, for a secret that is read as none does harm.
pub fn is_marked(line: &str) -> bool {
    // Lines without an M are none: every line above the tables is asked.
    line.contains(['m', 'M']) && apart_from_motto(line).any(is_mark)
}

fn apart_from_motto(line: &str) -> impl Iterator<Item = &str> {
    let begins = MOTTO.iter().filter_map(|word| line.find(word)).min();
    let (before, after) = line.split_at(begins.unwrap_or(line.len()));
    // Letters set apart have two blanks between words or more: the whole is asked first.
    [before, after]
        .into_iter()
        .flat_map(|part| [part.trim()].into_iter().chain(apart(part)))
}

fn is_mark(piece: &str) -> bool {
    if piece.is_empty() || piece.len() > LONGEST {
        return false;
    }
    let words = words(piece);
    let raw = words.concat();
    if LOST.contains(&raw.as_str()) {
        return true;
    }
    static KNOWN: LazyLock<Vec<String>> = LazyLock::new(|| {
        let whole = MARKS.iter().map(|mark| tone_key(&mark.concat()));
        let worded = MARKS
            .iter()
            .map(|mark| mark.iter().map(|word| tone_key(word)).collect());
        whole.chain(worded).collect()
    });
    let keys: Vec<String> = words.iter().map(|word| tone_key(word)).collect();
    let left = without_urgency(&keys);
    KNOWN.contains(&left) || KNOWN.contains(&keys.concat())
}

/// The words of a piece; letters that are set apart ("M Ậ T") make one word.
fn words(piece: &str) -> Vec<String> {
    let is_break = |c: char| c.is_whitespace() || "-–—/,;:().[]*\"".contains(c);
    let mut words: Vec<(String, bool)> = Vec::new();
    for word in piece.split(is_break).filter(|word| !word.is_empty()) {
        let is_letter = fold(word).chars().count() == 1 || word == "?";
        match words.last_mut() {
            Some((last, true)) if is_letter => last.push_str(word),
            _ => words.push((word.to_string(), is_letter)),
        }
    }
    words.into_iter().map(|(word, _)| word).collect()
}

fn without_urgency(keys: &[String]) -> String {
    static BESIDE_KEYS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
        let keys = |words: &&str| words.split(' ').map(tone_key).collect();
        BESIDE.iter().map(keys).collect()
    });
    let mut left = String::new();
    let mut rest = keys;
    while let [first, tail @ ..] = rest {
        let beside = BESIDE_KEYS.iter().find(|words| rest.starts_with(words));
        rest = match beside {
            Some(words) => &rest[words.len()..],
            None => {
                left.push_str(first);
                tail
            }
        };
    }
    left
}

#[cfg(test)]
mod tests {
    use super::is_marked;

    #[test]
    fn marks_are_seen_however_they_are_set() {
        let marked = [
            "MẬT",
            "Mật",
            "TỐI MẬT",
            "TUYỆT MẬT",
            "M Ậ T",
            "T Ố I   M Ậ T",
            "T Ố I M Ậ T",
            "T U Y Ệ T  M Ậ T",
            "HỎA TỐC - MẬT",
            "HOẢ TỐC MẬT",
            "MẬT - KHẨN",
            "(MẬT)",
            "Độ mật: Tối mật",
            "ĐỘ MẬT: MẬT",
            "THƯỢNG KHẨN, TỐI MẬT",
            "HỎA TỐC HẸN GIỜ/MẬT",
            "   MẬT                 Độc lập - Tự do - Hạnh phúc",
            "MẬT Độc lập - Tự do - Hạnh phúc",
            "CÔNG AN TỈNH    MẬT",
            "MAT",
            "TUY?T M?T",
            "M A T",
        ];
        for line in marked {
            assert!(is_marked(line), "{line}");
        }
    }

    #[test]
    fn other_words_are_no_marks() {
        let other = [
            "Mặt trận Tổ quốc",
            "MẶT TRẬN",
            "Mất",
            "mắt",
            "Ban Cơ yếu bảo mật",
            "MẬT ONG",
            "HỎA TỐC",
            "Bí mật nhà nước",
            "MẬT ĐỘ DÂN SỐ",
            "Thành viên: M",
            "Độc lập - Tự do - Hạnh phúc",
            "Độ mật:",
        ];
        for line in other {
            assert!(!is_marked(line), "{line}");
        }
    }
}
