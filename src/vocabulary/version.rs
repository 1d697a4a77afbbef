//! Which version of which file a name speaks of.

use crate::model::submission::Version;
use crate::vocabulary::fold::{fold, tone_key};
use jiff::civil::Date;

/// Reads the version marks of a file's name (spec section 3): whole words `v2`, `lan 2`, `(2)`, `sua`,
/// `sua doi`, `thay the`, `chinh thuc`, `final`, `moi` at the end or in brackets, a date; `bo sung` for
/// a supplement.
///
/// Among files of one stem a later date outranks an earlier one or none, then a higher number, then
/// `final` over `thay the` over `sua`, `sua doi` and `moi` over `chinh thuc`.
pub fn read(file_name: &str) -> Version {
    let name = file_name
        .rsplit_once('.')
        .map_or(file_name, |(name, _)| name);
    let words = words(name);
    let mut version = Version::default();
    let mut stem: Vec<&str> = Vec::new();
    let (mut date, mut number, mut weight) = (0u64, 0u64, 0u64);
    let mut at = 0;
    while at < words.len() {
        let Some((mark, length)) = mark_at(&words, at) else {
            stem.push(&words[at].text);
            at += 1;
            continue;
        };
        match mark {
            Mark::Date(day) => date = date.max(day),
            Mark::Number(value) => number = number.max(value),
            Mark::Weight(value) => weight = weight.max(value),
            Mark::Supplement => version.supplement = true,
        }
        let marked: Vec<&str> = words[at..at + length]
            .iter()
            .map(|word| word.text.as_str())
            .collect();
        version.marks.push(marked.join(" "));
        at += length;
    }
    version.stem = stem.join(" ");
    version.rank = (date << 32) | (number << 8) | weight;
    version
}

/// A run of letters and digits of a name, folded.
struct Word {
    text: String,
    /// With its tone, which tells "mới" (new) from "mời" (invite).
    toned: String,
    /// Stands alone in round brackets.
    bracketed: bool,
}

fn words(name: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = name;
    while let Some(start) = rest.find(|c: char| c.is_alphanumeric()) {
        let open = rest[..start].trim_end().ends_with('(');
        let tail = &rest[start..];
        let end = tail.find(|c: char| !is_word(c)).unwrap_or(tail.len());
        let close = tail[end..].trim_start().starts_with(')');
        words.push(Word {
            text: fold(&tail[..end]),
            toned: tone_key(&tail[..end]),
            bracketed: open && close,
        });
        rest = &tail[end..];
    }
    words
}

/// Letters, digits, and the marks of decomposed letters (names from macOS).
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || tonghop_read::is_mark(c)
}

enum Mark {
    /// Days since year 0, roughly: only compared.
    Date(u64),
    Number(u64),
    Weight(u64),
    Supplement,
}

/// The mark that stands at a word, and how many words it takes.
fn mark_at(words: &[Word], at: usize) -> Option<(Mark, usize)> {
    let here = &words[at..];
    let text = |n: usize| here.get(n).map_or("", |word| word.text.as_str());
    match (text(0), text(1)) {
        ("sua", "doi") => return Some((Mark::Weight(2), 2)),
        ("thay", "the") => return Some((Mark::Weight(3), 2)),
        ("chinh", "thuc") => return Some((Mark::Weight(1), 2)),
        ("bo", "sung") => return Some((Mark::Supplement, 2)),
        ("sua", _) if here[0].may_be("sửa") => return Some((Mark::Weight(2), 1)),
        ("final", _) => return Some((Mark::Weight(4), 1)),
        ("moi", _) if is_new(words, at) => return Some((Mark::Weight(2), 1)),
        ("lan", number) if !names_a_country(words, at) => {
            if let Some(number) = small_number(number) {
                return Some((Mark::Number(number), 2));
            }
        }
        _ => {}
    }
    if let Some(number) = text(0).strip_prefix('v').and_then(small_number) {
        return Some((Mark::Number(number), 1));
    }
    if here[0].bracketed
        && let Some(number) = small_number(text(0))
    {
        return Some((Mark::Number(number), 1));
    }
    date_at(text(0), text(1), text(2))
}

impl Word {
    /// Whether it is this word, or has no marks that could say otherwise.
    fn may_be(&self, word: &str) -> bool {
        self.toned == self.text || self.toned == tone_key(word)
    }
}

/// "moi" for "mới": in brackets, or the last word but for other marks; guests ("khách mời"), letters
/// ("thư mời") and cards ("giấy mời") invite.
fn is_new(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| words[at].text.as_str());
    let invites = before.is_some_and(|word| ["khach", "thu", "giay"].contains(&word));
    let mut next = at + 1;
    while let Some((_, length)) = words.get(next).and_then(|_| mark_at(words, next)) {
        next += length;
    }
    let is_last = next == words.len();
    !invites && words[at].may_be("mới") && (words[at].bracketed || is_last)
}

/// "Hà Lan 2" is the second list about the Netherlands, not the second version of one.
fn names_a_country(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| words[at].text.as_str());
    let named = before.is_some_and(|word| ["ha", "ba", "thai", "phan"].contains(&word));
    named || !words[at].may_be("lần")
}

fn small_number(text: &str) -> Option<u64> {
    (1..=3).contains(&text.len()).then(|| text.parse().ok())?
}

/// `2020 11 15`, `15 11 2020`, `20201115` or `15112020`.
fn date_at(a: &str, b: &str, c: &str) -> Option<(Mark, usize)> {
    let date = |year: &str, month: &str, day: &str| {
        let year: i16 = (year.len() == 4).then(|| year.parse().ok())??;
        let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
        let days = u64::try_from(date.year()).ok()? * 372
            + u64::try_from(date.month()).ok()? * 31
            + u64::try_from(date.day()).ok()?;
        (1990..2100)
            .contains(&date.year())
            .then_some(Mark::Date(days))
    };
    if let Some(mark) = date(a, b, c).or_else(|| date(c, b, a)) {
        return Some((mark, 3));
    }
    if a.len() == 8 && a.bytes().all(|byte| byte.is_ascii_digit()) {
        return date(&a[..4], &a[4..6], &a[6..])
            .or_else(|| date(&a[4..], &a[2..4], &a[..2]))
            .map(|mark| (mark, 1));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn versions_of_one_file_share_its_stem_and_rank_in_order() {
        let ascending = [
            &["Phu luc.csv", "Phu luc v2.csv", "Phụ lục_v3.xlsx"][..],
            &["BC.csv", "BC lan 2.csv", "BC (3).csv"],
            &[
                "BC.csv",
                "BC (chinh thuc).csv",
                "BC sua doi.csv",
                "BC thay thế.csv",
            ],
            &[
                "BC v9.csv",
                "BC_2020-11-10.csv",
                "BC 15.11.2020.csv",
                "BC-20201116.csv",
            ],
            &["Đoàn ra.csv", "Đoa\u{300}n ra lần 2.csv"],
            &["BC.csv", "BC (sua).csv", "BC_final.csv"],
            &["BC.csv", "BC (mới).csv", "BC moi v2.csv", "BC v3 moi.csv"],
            &["BC.csv", "BC sửa.csv", "BC thay the.csv", "BC FINAL.xlsx"],
            &["BC.csv", "BC moi_2020-11-15.csv"],
        ];
        for names in ascending {
            let versions: Vec<_> = names.iter().map(|name| read(name)).collect();
            for pair in versions.windows(2) {
                assert_eq!(pair[0].stem, pair[1].stem, "{names:?}");
                assert!(pair[0].rank < pair[1].rank, "{names:?}");
            }
        }
    }

    #[test]
    fn what_is_no_mark_stays_in_the_stem() {
        let cases = [
            ("doan ra 2021.csv", "doan ra 2021"),
            ("Phu luc 2.csv", "phu luc 2"),
            ("vung 2.csv", "vung 2"),
            ("v.csv", "v"),
            ("lan dau.csv", "lan dau"),
            ("Khach moi.csv", "khach moi"),
            ("thu moi.csv", "thu moi"),
            ("doan duoc mời.csv", "doan duoc moi"),
            ("moi truong.csv", "moi truong"),
            ("sữa.csv", "sua"),
            ("finally.csv", "finally"),
            ("Ha Lan 2.csv", "ha lan 2"),
            ("130-BC-SKHCN.txt", "130 bc skhcn"),
            ("số 99-99-2020.csv", "so 99 99 2020"),
        ];
        for (name, stem) in cases {
            let version = read(name);
            assert_eq!((version.stem.as_str(), version.rank), (stem, 0), "{name}");
        }
        assert!(read("doan ra bo sung.csv").supplement);
        assert_eq!(read("doan ra bổ sung.csv").stem, "doan ra");
    }
}
