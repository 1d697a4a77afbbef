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

/// The phrases of one list, and what rules most texts out before any of them is compared.
struct List {
    phrases: Vec<String>,
    /// Bytes that a phrase begins with.
    firsts: [bool; 256],
    /// Length of the shortest phrase.
    shortest: usize,
}

impl List {
    fn new(phrases: Vec<String>) -> List {
        let mut firsts = [false; 256];
        for first in phrases.iter().filter_map(|phrase| phrase.bytes().next()) {
            firsts[usize::from(first)] = true;
        }
        let shortest = phrases.iter().map(String::len).min().unwrap_or(0);
        List {
            phrases,
            firsts,
            shortest,
        }
    }

    /// The folded text may begin with a phrase. Noise of millions of lines ends here.
    fn may_start(&self, folded: &str) -> bool {
        let first = folded.as_bytes().first();
        folded.len() >= self.shortest && first.is_some_and(|&b| self.firsts[usize::from(b)])
    }

    /// Words of the folded text that a phrase may begin at, each with all that follows it.
    fn beginnings<'t>(&self, folded: &'t str) -> impl Iterator<Item = &'t str> {
        let rests = word_starts(folded).map(|at| &folded[at..]);
        rests.filter(|rest| self.may_start(rest))
    }
}

static LISTS: LazyLock<Vec<List>> = LazyLock::new(|| {
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
    lists.into_iter().map(List::new).collect()
});

impl Words {
    fn lookup(self) -> &'static List {
        &LISTS[self as usize]
    }

    /// The phrases of the list, folded.
    pub fn list(self) -> &'static [String] {
        &self.lookup().phrases
    }

    /// The folded text is one of the phrases.
    pub fn is(self, folded: &str) -> bool {
        let list = self.lookup();
        list.may_start(folded) && list.phrases.iter().any(|phrase| phrase == folded)
    }

    /// The folded text begins with one of the phrases, whole words.
    pub fn start(self, folded: &str) -> bool {
        self.starting(folded).next().is_some()
    }

    /// The phrases that the folded text begins with, whole words.
    pub fn starting(self, folded: &str) -> impl Iterator<Item = &'static String> {
        let list = self.lookup();
        let phrases = list.may_start(folded).then_some(&list.phrases);
        let phrases = phrases.into_iter().flatten();
        phrases.filter(move |phrase| starts_with_words(folded, phrase))
    }

    /// One of the phrases stands in the folded text, whole words.
    pub fn within(self, folded: &str) -> bool {
        let list = self.lookup();
        let begins = |rest: &str| {
            list.phrases
                .iter()
                .any(|phrase| starts_with_words(rest, phrase))
        };
        list.beginnings(folded).any(begins)
    }

    /// The folded text with "#" for each of the phrases in it, the first and longest before others;
    /// `None` where there is none.
    pub fn blotted(self, folded: &str) -> Option<String> {
        let mut blotted: Option<String> = None;
        let mut from = 0;
        for at in word_starts(folded) {
            let rest = folded.get(at..).filter(|_| at >= from).unwrap_or("");
            let Some(length) = self.starting(rest).map(String::len).max() else {
                continue;
            };
            let text = blotted.get_or_insert_default();
            text.push_str(&folded[from..at]);
            text.push('#');
            from = at + length;
        }
        let mut text = blotted?;
        text.push_str(&folded[from..]);
        Some(text)
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
    let begins = |at: &usize| starts_with_words(&folded[*at..], phrase);
    word_starts(folded).find(begins)
}

/// Where the words of a folded text begin.
fn word_starts(folded: &str) -> impl Iterator<Item = usize> {
    let later = memchr::memchr_iter(b' ', folded.as_bytes()).map(|at| at + 1);
    std::iter::once(0).chain(later)
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

    #[test]
    fn phrases_are_blotted_out_the_first_and_longest_before_others() {
        for (folded, blotted) in [
            ("doan vao", Some("#")),
            (
                "ve doan vao doan ra doan vao nam 2021",
                Some("ve # doan ra # nam 2021"),
            ),
            ("doan vaox", None),
            ("", None),
        ] {
            assert_eq!(
                Words::Inbound.blotted(folded).as_deref(),
                blotted,
                "{folded}"
            );
        }
        let many = "doan vao ".repeat(100_000);
        assert_eq!(Words::Inbound.blotted(&many), Some("# ".repeat(100_000)));
    }
}
