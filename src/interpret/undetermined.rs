//! Whether a cell says that something is not known, or is only a filler.

use crate::vocabulary::fold::fold;

/// "chưa xác định", "-", "…", "theo chương trình", "không rõ": written, but no value. A figure
/// anywhere in the text speaks against it.
pub fn is_undetermined(text: &str) -> bool {
    const BEGINNINGS: [&str; 11] = [
        "chua",
        "khong xac dinh",
        "khong ro",
        "theo",
        "tuy",
        "se bao",
        "bo sung sau",
        "du kien sau",
        "linh hoat",
        "dang",
        "phu thuoc",
    ];
    const WHOLE: [&str; 9] = [
        "", "n a", "na", "khong", "khong co", "trong", "x", "null", "none",
    ];
    let folded = fold(text);
    if folded.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let begins = |start: &&str| {
        folded
            .strip_prefix(*start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    WHOLE.contains(&folded.as_str()) || BEGINNINGS.iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_and_words_of_doubt_are_undetermined() {
        for text in [
            "-",
            "…",
            "chưa xác định",
            "Theo chương trình",
            "N/A",
            "không có",
            "//",
            "?",
        ] {
            assert!(is_undetermined(text), "{text}");
        }
        for text in ["8", "Theo 8", "mười", "chuyên gia", "tùyến"] {
            assert!(!is_undetermined(text), "{text}");
        }
    }
}
