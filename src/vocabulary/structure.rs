//! Which words shape a document: section heads, titles, totals, footers, nil returns, ditto marks.

use super::fold::fold;
use std::sync::LazyLock;

/// A list of words in `data/structure_words.tsv`, one row each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    Outbound,
    Inbound,
    /// "Đoàn ra/vào": both directions in one phrase.
    Both,
    /// Phrases that only look like "đoàn ra" without their marks: "đoàn rà soát".
    NotOutbound,
    Realised,
    Plan,
    FileRealised,
    FilePlan,
    /// Words that open a title: "Danh sách", "Biểu".
    Opener,
    Letterhead,
    Caption,
    UnitCaption,
    Total,
    /// Words that begin like a total and are none: "Cộng hòa", "Tổng cục".
    NotTotal,
    Footer,
    Note,
    Filler,
    Nil,
    /// Verbs that a nil statement denies: "không tổ chức".
    NilVerb,
    /// Words that may stand before a denial: "Trong năm".
    NilLead,
    Ditto,
    Agency,
    ParentAgency,
    NotAgency,
    /// What a direction column says.
    GoOut,
    ComeIn,
    /// What a kind column says.
    IsPlan,
    IsRealised,
}

const KEYS: [(&str, Words); 28] = [
    ("outbound", Words::Outbound),
    ("inbound", Words::Inbound),
    ("both", Words::Both),
    ("not-outbound", Words::NotOutbound),
    ("realised", Words::Realised),
    ("plan", Words::Plan),
    ("file-realised", Words::FileRealised),
    ("file-plan", Words::FilePlan),
    ("opener", Words::Opener),
    ("letterhead", Words::Letterhead),
    ("caption", Words::Caption),
    ("unit-caption", Words::UnitCaption),
    ("total", Words::Total),
    ("not-total", Words::NotTotal),
    ("footer", Words::Footer),
    ("note", Words::Note),
    ("filler", Words::Filler),
    ("nil", Words::Nil),
    ("nil-verb", Words::NilVerb),
    ("nil-lead", Words::NilLead),
    ("ditto", Words::Ditto),
    ("agency", Words::Agency),
    ("parent-agency", Words::ParentAgency),
    ("not-agency", Words::NotAgency),
    ("go-out", Words::GoOut),
    ("come-in", Words::ComeIn),
    ("is-plan", Words::IsPlan),
    ("is-realised", Words::IsRealised),
];

static LISTS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let mut lists = vec![Vec::new(); KEYS.len()];
    for line in include_str!("data/structure_words.tsv").lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(key), Some(words)) = (cells.next(), cells.next()) else {
            continue;
        };
        if let Some((_, kind)) = KEYS.iter().find(|(name, _)| *name == key) {
            lists[*kind as usize].extend(words.split('|').map(fold));
        }
    }
    lists
});

impl Words {
    /// The phrases of the list, folded.
    pub fn list(self) -> &'static [String] {
        &LISTS[self as usize]
    }

    /// The folded text is one of the phrases.
    pub fn is(self, folded: &str) -> bool {
        self.list().iter().any(|phrase| phrase == folded)
    }

    /// The folded text begins with one of the phrases, whole words.
    pub fn start(self, folded: &str) -> bool {
        self.list()
            .iter()
            .any(|phrase| starts_with_words(folded, phrase))
    }

    /// One of the phrases stands in the folded text, whole words.
    pub fn within(self, folded: &str) -> bool {
        self.list()
            .iter()
            .any(|phrase| find_words(folded, phrase).is_some())
    }

    /// Where the first of the phrases stands, and its length.
    pub fn first(self, folded: &str) -> Option<(usize, usize)> {
        let found = self
            .list()
            .iter()
            .filter_map(|p| find_words(folded, p).map(|at| (at, p.len())));
        found.min_by_key(|&(at, length)| (at, usize::MAX - length))
    }
}

/// The folded text begins with the phrase, and a word ends there.
pub fn starts_with_words(folded: &str, phrase: &str) -> bool {
    folded
        .strip_prefix(phrase)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || phrase.is_empty())
}

/// Where a phrase stands in a folded text as whole words.
pub fn find_words(folded: &str, phrase: &str) -> Option<usize> {
    let bytes = folded.as_bytes();
    folded.match_indices(phrase).map(|(at, _)| at).find(|&at| {
        let end = at + phrase.len();
        (at == 0 || bytes[at - 1] == b' ') && (end == bytes.len() || bytes[end] == b' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_filled_and_in_the_order_of_its_kind() {
        for (index, (name, kind)) in KEYS.iter().enumerate() {
            assert_eq!(*kind as usize, index, "{name}");
            assert!(!kind.list().is_empty(), "{name}");
            assert!(
                kind.list().iter().all(|phrase| !phrase.is_empty()),
                "{name}"
            );
        }
    }

    #[test]
    fn phrases_are_found_as_whole_words_only() {
        assert_eq!(find_words("cac doan ra nam 2021", "doan ra"), Some(4));
        assert_eq!(find_words("doan rau qua", "doan ra"), None);
        assert_eq!(find_words("ngoai doan rau doan ra", "doan ra"), Some(15));
        assert!(starts_with_words("tong cong i ii", "tong cong"));
        assert!(!starts_with_words("tong congs", "tong cong"));
    }
}
