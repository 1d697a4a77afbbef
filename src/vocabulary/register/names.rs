//! When two spellings name one department: what is stripped, contracted and abbreviated.

use crate::model::submission::Department;
use crate::vocabulary::fold::fold;
use rustc_hash::FxHashSet;

/// Words that officials write in full or in short, folded. Longer phrases first.
const CONTRACTIONS: [(&[&str], &str); 8] = [
    (&["uy", "ban", "nhan", "dan"], "ubnd"),
    (&["hoi", "dong", "nhan", "dan"], "hdnd"),
    (&["mat", "tran", "to", "quoc"], "mttq"),
    (&["ban", "quan", "ly"], "bql"),
    (&["thanh", "pho"], "tp"),
    (&["thi", "xa"], "tx"),
    (&["trung", "tam"], "tt"),
    (&["benh", "vien"], "bv"),
];

/// What stands before a department's name in titles and folder names.
const BEFORE: [&[&str]; 9] = [
    &["bao", "cao", "cua"],
    &["bao", "cao"],
    &["phu", "luc"],
    &["bieu", "tong", "hop"],
    &["danh", "sach"],
    &["don", "vi"],
    &["co", "quan"],
    &["kinh", "gui"],
    &["cua"],
];

/// What stands after it.
const AFTER: [&[&str]; 8] = [
    &["doan", "ra"],
    &["doan", "vao"],
    &["doi", "ngoai"],
    &["bao", "cao"],
    &["ke", "hoach"],
    &["ket", "qua"],
    &["nam"],
    &["gui"],
];

/// Units whose own name may be a province's ("thị xã Quảng Trị"): the name stays.
const UNITS: [&str; 8] = ["huyen", "tx", "tp", "quan", "xa", "phuong", "khu", "ubnd"];

/// Clusters of consonants that stand for one initial ("SNgV", "TTr").
const CLUSTERS: [&str; 11] = [
    "ngh", "ng", "nh", "th", "tr", "ch", "kh", "ph", "gi", "gh", "qu",
];

/// The 63 provinces and cities until 30/6/2025, folded (Quyết định 124/2004/QĐ-TTg and later
/// resolutions); the 34 since then bear names of these.
const PROVINCES: &str = "an giang|ba ria vung tau|bac giang|bac kan|bac lieu|bac ninh|ben tre|binh dinh|binh duong|binh phuoc|binh thuan|ca mau|can tho|cao bang|da nang|dak lak|dak nong|dien bien|dong nai|dong thap|gia lai|ha giang|ha nam|ha noi|ha tinh|hai duong|hai phong|hau giang|hoa binh|hung yen|khanh hoa|kien giang|kon tum|lai chau|lam dong|lang son|lao cai|long an|nam dinh|nghe an|ninh binh|ninh thuan|phu tho|phu yen|quang binh|quang nam|quang ngai|quang ninh|quang tri|soc trang|son la|tay ninh|thai binh|thai nguyen|thanh hoa|thua thien hue|hue|tien giang|ho chi minh|tra vinh|tuyen quang|vinh long|vinh phuc|yen bai";

/// Shortest key that the loss of a province's name may leave: "Báo Quảng Trị" is not found by "báo".
const SHORTEST_STRIPPED: usize = 5;

/// Shortest abbreviation that is looked up.
const SHORTEST_INITIALS: usize = 3;

/// A name with what it may be cut to, most trusted first.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Keys of the name as written and without what stands round it.
    keys: Vec<String>,
    /// Key of the bare name, for abbreviations.
    bare: String,
}

impl Reading {
    /// Reads a name; `province` is folded, and empty where it is not known.
    pub fn of(name: &str, province: &str) -> Reading {
        let words = words(name);
        let stripped = strip(&words, province);
        let bare = key(&stripped);
        let mut keys = vec![key(&words), bare.clone(), key(without_level(&stripped))];
        keys.retain(|key| !key.is_empty());
        Reading { keys, bare }
    }
}

/// Without a "tỉnh" at its end.
fn without_level(words: &[String]) -> &[String] {
    match words.split_last() {
        Some((last, rest)) if last == "tinh" && !rest.is_empty() => rest,
        _ => words,
    }
}

/// The spellings that a department is found by.
#[derive(Debug, Clone)]
pub struct Names {
    /// Keys of slug, name, short name and aliases, with the words as the register has them.
    keys: Vec<(String, String)>,
    /// Keys of a district without "UBND" and without "huyện".
    short: Vec<String>,
    /// Words of the name and the aliases, for abbreviations.
    words: Vec<Vec<String>>,
}

impl Names {
    /// Gathers the spellings of a department.
    pub fn of(department: &Department) -> Names {
        let mut names = Names {
            keys: Vec::new(),
            short: Vec::new(),
            words: Vec::new(),
        };
        let (mut keys, mut known) = (FxHashSet::default(), FxHashSet::default());
        let aliases = department.aliases.iter();
        let spellings = [&department.slug, &department.name, &department.short_name];
        for spelling in spellings.into_iter().chain(aliases) {
            let written = words(spelling);
            let whole = key(&written);
            for key in Reading::of(spelling, "").keys {
                let trusted = key == whole || key.len() >= SHORTEST_STRIPPED;
                if trusted && keys.insert(key.clone()) {
                    names.keys.push((key, spelling.clone()));
                }
            }
            let stripped = strip(&written, "");
            names.short.extend(district(&stripped));
            for words in [without_level(&stripped), &stripped, &written] {
                if known.insert(words.to_vec()) {
                    names.words.push(words.to_vec());
                }
            }
        }
        names
    }

    /// Every key with the spelling behind it.
    pub fn written(&self) -> impl Iterator<Item = (&str, &str)> {
        self.keys
            .iter()
            .map(|(key, written)| (key.as_str(), written.as_str()))
    }

    /// One of the spellings is this name.
    pub fn say(&self, name: &Reading) -> bool {
        let known = |key: &String| self.keys.iter().any(|(k, _)| k == key);
        name.keys.iter().any(known)
    }

    /// The name is a district's without its "UBND" or "huyện".
    pub fn say_in_short(&self, name: &Reading) -> bool {
        self.short.contains(&name.bare)
    }

    /// The name abbreviates one of the spellings.
    pub fn abbreviate_to(&self, name: &Reading) -> bool {
        name.bare.len() >= SHORTEST_INITIALS
            && name.bare.bytes().all(|b| b.is_ascii_alphanumeric())
            && self
                .words
                .iter()
                .any(|words| abbreviates(&name.bare, words))
    }
}

/// The bare name of a province, as [`Reading::of`] takes it: "tỉnh Quảng Trị" gives "quang tri".
pub fn province(name: &str) -> String {
    match words(name).as_slice() {
        [level, name @ ..] if (level == "tinh" || level == "tp") && !name.is_empty() => {
            name.join(" ")
        }
        words => words.join(" "),
    }
}

/// The whole text, then what follows its last "của", then its parts between brackets, dashes and commas.
pub fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![text.to_string()];
    let folded = fold(text);
    if let Some((_, owner)) = folded.rsplit_once(" cua ") {
        pieces.push(owner.to_string());
    }
    let parts = text
        .split(['(', ')', '[', ']', '_', ',', ';', '/', '–', '—', '\n'])
        .flat_map(|part| part.split(" - "))
        .map(str::trim);
    pieces.extend(parts.filter(|part| !part.is_empty()).map(str::to_string));
    pieces.dedup();
    pieces
}

/// Folded words, contracted, without "và".
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let all: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let mut words = Vec::with_capacity(all.len());
    let mut rest = all.as_slice();
    while let [first, tail @ ..] = rest {
        if let Some((phrase, short)) = CONTRACTIONS.iter().find(|(p, _)| rest.starts_with(p)) {
            words.push((*short).to_string());
            rest = &rest[phrase.len()..];
        } else {
            if *first != "va" {
                words.push((*first).to_string());
            }
            rest = tail;
        }
    }
    words
}

fn key(words: &[String]) -> String {
    words.concat()
}

/// Cuts order numbers, years, dates, the body above, the province and words of office round a name.
fn strip(words: &[String], province: &str) -> Vec<String> {
    let mut rest = words;
    loop {
        let before = rest.len();
        rest = strip_front(rest, province);
        rest = strip_back(rest, province);
        if rest.len() == before {
            return rest.to_vec();
        }
    }
}

fn strip_front<'a>(words: &'a [String], province: &str) -> &'a [String] {
    let numbers = words.iter().take_while(|word| is_number(word)).count();
    if numbers > 0 && (numbers == 1 || words[..numbers].iter().any(|word| is_year(word))) {
        return &words[numbers..];
    }
    if let [first, level, rest @ ..] = words
        && first == "ubnd"
        && level == "tinh"
    {
        let named = (1..=rest.len().min(4)).find(|&n| is_province(&rest[..n], province));
        return &rest[named.unwrap_or(0)..];
    }
    let phrase = BEFORE.iter().find(|phrase| begins(words, phrase));
    &words[phrase.map_or(0, |phrase| phrase.len())..]
}

fn strip_back<'a>(words: &'a [String], province: &str) -> &'a [String] {
    let numbers = words.iter().rev().take_while(|w| is_number(w)).count();
    let kept = words.len() - numbers;
    if words[kept..].iter().any(|word| is_year(word)) {
        return &words[..kept];
    }
    if let Some(phrase) = AFTER.iter().find(|phrase| ends(words, phrase)) {
        return &words[..words.len() - phrase.len()];
    }
    let longest = words.len().saturating_sub(1).min(4);
    let Some(n) = (1..=longest)
        .rev()
        .find(|&n| is_province(&words[words.len() - n..], province))
    else {
        return words;
    };
    let name = &words[..words.len() - n];
    match name {
        [.., above, unit] if unit == "tp" && above != "ubnd" => &name[..name.len() - 1],
        [.., unit] if UNITS.contains(&unit.as_str()) => words,
        _ => name,
    }
}

fn begins(words: &[String], phrase: &[&str]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, p)| word == p)
}

fn ends(words: &[String], phrase: &[&str]) -> bool {
    words.len() >= phrase.len() && begins(&words[words.len() - phrase.len()..], phrase)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && is_number(word) && (word.starts_with("19") || word.starts_with("20"))
}

fn is_province(words: &[String], province: &str) -> bool {
    let name = words.join(" ");
    if province.is_empty() {
        PROVINCES.split('|').any(|known| known == name)
    } else {
        name == province
    }
}

/// Short forms of "UBND huyện Cam Lộ": "huyện Cam Lộ" and "Cam Lộ", but no province's name.
fn district(words: &[String]) -> Vec<String> {
    let unit = match words {
        [first, rest @ ..] if first == "ubnd" => rest,
        _ => words,
    };
    match unit {
        [level, name @ ..] if UNITS.contains(&level.as_str()) && !name.is_empty() => {
            let mut short = vec![key(unit)];
            if !is_province(name, "") && key(name).len() >= SHORTEST_STRIPPED {
                short.push(key(name));
            }
            short
        }
        _ => Vec::new(),
    }
}

/// Each word stands in the text in full, or by its initial; nothing is left over. At least one is cut.
fn abbreviates(text: &str, words: &[String]) -> bool {
    if words.len() < 2 {
        return false;
    }
    let mut reached = vec![0usize];
    for word in words {
        let mut next: Vec<usize> = Vec::new();
        for &at in &reached {
            let cluster = CLUSTERS.iter().find(|c| word.starts_with(**c)).copied();
            let initial = word.get(..1);
            for form in [Some(word.as_str()), cluster, initial]
                .into_iter()
                .flatten()
            {
                let end = at + form.len();
                if text.get(at..).is_some_and(|rest| rest.starts_with(form)) && !next.contains(&end)
                {
                    next.push(end);
                }
            }
        }
        reached = next;
    }
    reached.contains(&text.len())
}
