//! Which countries, groups and organisations a cell names.

use super::undetermined::is_undetermined;
use crate::model::document::trim;
use crate::model::value::{Countries, CountryCode, UnknownPlace};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::fold::{fold, fold_key};
use crate::vocabulary::tokens::{Token, TokenKind, tokens};

/// Most pieces of one name that holds separators itself ("Antigua và Barbuda").
const LONGEST_NAME: usize = 4;
/// A cell with more text than this is prose, whatever column it stands in.
const LONGEST_CELL: usize = 4096;

/// What one piece of a cell names.
enum Piece {
    Country(CountryCode),
    Several(Vec<CountryCode>),
    Place(CountryCode),
    Group,
    Nothing,
    Fuzzy(CountryCode),
    Unknown,
}

/// Reads a country cell, or the group row above it.
pub fn countries(text: &str, vocabulary: &Vocabulary) -> Countries {
    let mut found = Countries::default();
    let written = !trim(text).is_empty();
    if let Some(code) = vocabulary.countries.exact(trim(text)) {
        found.codes.push(code);
        return found;
    }
    let text = strip_enumerator(trim(text));
    if text.is_empty() {
        found.undetermined = written;
        return found;
    }
    if is_undetermined(text) {
        found.undetermined = true;
        return found;
    }
    let (text, count) = stated_count(text);
    found.stated_count = count;
    let mut places = Vec::new();
    let pieces = pieces(text.get(..LONGEST_CELL).unwrap_or(text));
    let mut at = 0;
    while at < pieces.len() {
        let (end, name, piece) = longest(text, &pieces, at, vocabulary);
        at = end;
        take(&mut found, &mut places, name, piece, vocabulary);
    }
    add_places(&mut found, places);
    if found.codes.is_empty() && found.groups.is_empty() && count.is_some_and(|n| n > 1) {
        // "03 nước" says how many countries and not which: several, so it counts as a group.
        if found.unknown.is_empty() {
            found.groups.push(text_or_count(text, count));
        }
    }
    found
}

fn text_or_count(text: &str, count: Option<u32>) -> String {
    match (trim(text), count) {
        ("", Some(count)) => format!("{count} nước"),
        (text, _) => text.to_owned(),
    }
}

/// A place in a country that the cell names elsewhere adds nothing; one in another country does.
fn add_places(found: &mut Countries, places: Vec<(String, CountryCode)>) {
    for (name, code) in places {
        if !found.codes.contains(&code) {
            found.codes.push(code);
        }
        found.places.push((name, code));
    }
}

/// "a. Nước CHDCND Lào", "1.1. Thái Lan", "* Lào", "I/ Lào" without what numbers them.
fn strip_enumerator(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| {
        matches!(c, '*' | '-' | '+' | '•' | '–' | '/') || c.is_whitespace()
    });
    let is_mark = |c: char| matches!(c, '.' | ')' | '/');
    let head: usize = text
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || is_mark(*c))
        .count();
    let Some((number, rest)) = text.split_at_checked(head) else {
        return text;
    };
    let parts: Vec<&str> = number
        .split(is_mark)
        .filter(|part| !part.is_empty())
        .collect();
    let counts = |part: &&str| {
        let digits = part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        let letter = parts.len() == 1 && part.len() == 1;
        digits || letter || part.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
    };
    let numbering = number.ends_with(is_mark) && parts.iter().all(counts);
    // "N.Bản" and "T.Quốc" are abbreviations: after a number comes a blank.
    if numbering && rest.starts_with(char::is_whitespace) {
        rest.trim_start()
    } else {
        text
    }
}

/// "(03 nước)", "03 nước: Lào, …": the count, and the text without it.
fn stated_count(text: &str) -> (&str, Option<u32>) {
    let all = tokens(text);
    let unit = |at: usize| {
        let one = all.get(at).is_some_and(|t| t.is_word("nuoc"));
        let two = all.get(at).is_some_and(|t| t.is_word("quoc"))
            && all.get(at + 1).is_some_and(|t| t.is_word("gia"));
        if one {
            Some(at + 1)
        } else {
            two.then_some(at + 2)
        }
    };
    for at in 0..all.len() {
        let Some(count) = all[at].value().filter(|n| (1..=250).contains(n)) else {
            continue;
        };
        let Some(end) = unit(at + 1) else { continue };
        let opened = at > 0 && all[at - 1].is_sign('(');
        let from = if opened {
            all[at - 1].start
        } else {
            all[at].start
        };
        let to = all.get(end).map_or(text.len(), |next| {
            let sign = next.is_sign(':') || opened && next.is_sign(')');
            if sign { next.end() } else { next.start }
        });
        let (before, after) = (text[..from].trim_end(), text[to..].trim_start());
        let rest = match (before.is_empty(), after.is_empty()) {
            (true, _) => after,
            (_, true) => before,
            _ => continue,
        };
        return (rest, Some(count as u32));
    }
    (text, None)
}

/// A stretch of text between separators, as byte bounds; brackets stay with what they follow.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    start: usize,
    end: usize,
    /// The separator before it is a comma, "và" or a dash: a name may run across it.
    soft: bool,
}

fn pieces(text: &str) -> Vec<Stretch> {
    let all = tokens(text);
    let mut out: Vec<Stretch> = Vec::new();
    let mut depth = 0_u32;
    let mut start: Option<usize> = None;
    let mut end = 0;
    let mut soft = false;
    for (at, token) in all.iter().enumerate() {
        if token.is_sign('(') {
            depth += 1;
        } else if token.is_sign(')') {
            depth = depth.saturating_sub(1);
        }
        match separator(&all, at).filter(|_| depth == 0) {
            Some(joinable) => {
                if let Some(start) = start.take() {
                    out.push(Stretch { start, end, soft });
                    soft = joinable;
                } else {
                    soft &= joinable;
                }
            }
            None => {
                start.get_or_insert(token.start);
                end = token.end();
            }
        }
    }
    if let Some(start) = start {
        out.push(Stretch { start, end, soft });
    }
    out
}

/// `Some(true)` where a name may run across the separator.
fn separator(all: &[Token<'_>], at: usize) -> Option<bool> {
    let token = &all[at];
    match token.kind {
        TokenKind::Sign(';' | '\n' | '+' | '|' | '→' | '•') => Some(false),
        TokenKind::Sign(',' | '/') => Some(true),
        TokenKind::Sign('&') => Some(true),
        // "Xin-ga-po": a dash separates only with blanks round it.
        TokenKind::Sign('-') => {
            let blank_after = all.get(at + 1).is_none_or(|next| !next.glued);
            (blank_after || !token.glued || at == 0).then_some(true)
        }
        // "Môn-đô-va" ends in a syllable, not in "và".
        TokenKind::Word if token.folded == "va" && token.is_marked("và") && !token.glued => {
            Some(true)
        }
        _ => None,
    }
}

/// The longest run of pieces that is one name, and what it names.
fn longest<'t>(
    text: &'t str,
    pieces: &[Stretch],
    at: usize,
    vocabulary: &Vocabulary,
) -> (usize, &'t str, Piece) {
    let last = pieces.len().min(at + LONGEST_NAME);
    for end in (at + 2..=last).rev() {
        if !pieces[at + 1..end].iter().all(|piece| piece.soft) {
            continue;
        }
        let name = trim(&text[pieces[at].start..pieces[end - 1].end]);
        // "Trung Quốc, Đài Loan" is a list; only "Đài Loan, Trung Quốc" alone is one name.
        let listed = name.contains([',', '/', '-']);
        if listed && (at > 0 || end < pieces.len()) && !is_one_word_apart(name) {
            continue;
        }
        if let Some(code) = joined_name(name, vocabulary) {
            return (end, name, Piece::Country(code));
        }
        if vocabulary.groups.is_listed(name) {
            return (end, name, Piece::Group);
        }
    }
    let name = trim(&text[pieces[at].start..pieces[at].end]);
    (at + 1, name, single(name, vocabulary))
}

/// Names that hold "và" or a dash of their own are looked up anywhere in a list.
fn is_one_word_apart(name: &str) -> bool {
    !name.contains([',', '/'])
}

/// A name that runs across separators: Taiwan before China is one, China before Taiwan two.
fn joined_name(name: &str, vocabulary: &Vocabulary) -> Option<CountryCode> {
    let code = vocabulary.countries.exact(name)?;
    let starts_with_china = fold(name).starts_with("trung quoc ") && code.as_str() != "CN";
    (!starts_with_china).then_some(code)
}

/// What a piece without separators names.
fn single(name: &str, vocabulary: &Vocabulary) -> Piece {
    let key = fold_key(name);
    if key.is_empty() || key.bytes().all(|b| b.is_ascii_digit()) {
        return if key.is_empty() {
            Piece::Nothing
        } else {
            Piece::Unknown
        };
    }
    if vocabulary.groups.is_listed(name) {
        return Piece::Group;
    }
    if let Some(code) = vocabulary.countries.exact(name) {
        return Piece::Country(code);
    }
    if let Some(code) = vocabulary.places.country(name) {
        return Piece::Place(code);
    }
    if let Some((main, inner)) = split_bracket(name) {
        return bracketed(main, inner, vocabulary);
    }
    if let Some(rest) = after_lead(name) {
        match single(rest, vocabulary) {
            Piece::Unknown => {}
            found => return found,
        }
    }
    if vocabulary.groups.begins_as_group(name) {
        return Piece::Group;
    }
    if let Some(found) = covered(name, vocabulary) {
        return found;
    }
    vocabulary
        .countries
        .fuzzy(name)
        .map_or(Piece::Unknown, Piece::Fuzzy)
}

/// "các nước Lào", "đoàn Thái Lan", "từ Lào": the name after words that name nothing.
fn after_lead(name: &str) -> Option<&str> {
    const LEADS: [&str; 10] = [
        "cac nuoc",
        "cac quoc gia",
        "den tu",
        "the",
        "2 nuoc",
        "hai nuoc",
        "ba nuoc",
        "phia",
        "tai",
        "tu",
    ];
    let folded = fold(name);
    let lead = LEADS.into_iter().find(|lead| {
        folded
            .strip_prefix(lead)
            .is_some_and(|rest| rest.starts_with(' '))
    })?;
    let letters = lead.bytes().filter(|b| *b != b' ').count();
    let (at, _) = name
        .char_indices()
        .filter(|(_, c)| c.is_alphanumeric())
        .nth(letters)?;
    Some(&name[at..])
}

/// "Savannakhet (Lào)" as "Savannakhet" and "Lào".
fn split_bracket(name: &str) -> Option<(&str, &str)> {
    let open = name.find(['(', '[', '（'])?;
    let inner =
        name[open..].trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '（' | '）'));
    let main = trim(&name[..open]);
    (!main.is_empty()).then_some((main, trim(inner)))
}

fn bracketed(main: &str, inner: &str, vocabulary: &Vocabulary) -> Piece {
    let within: Vec<CountryCode> = countries_within(inner, vocabulary);
    match single(main, vocabulary) {
        Piece::Country(code) => {
            let special = |code: &CountryCode| matches!(code.as_str(), "TW" | "HK" | "MO");
            let one_china = within.iter().find(|inner| special(inner));
            match one_china.filter(|_| code.as_str() == "CN") {
                Some(region) => Piece::Country(*region),
                None if special(&code) => Piece::Country(code),
                None => {
                    let mut codes = vec![code];
                    codes.extend(within.into_iter().filter(|inner| *inner != code));
                    Piece::Several(codes)
                }
            }
        }
        Piece::Several(codes) => Piece::Several(codes),
        Piece::Fuzzy(code) => Piece::Fuzzy(code),
        // What stands in brackets says which country the place or the organisation is of.
        _ if !within.is_empty() => Piece::Several(within),
        Piece::Place(code) => Piece::Place(code),
        Piece::Group => Piece::Group,
        _ if vocabulary.groups.is_listed(inner) => Piece::Group,
        _ => vocabulary
            .places
            .country(inner)
            .map_or(Piece::Unknown, Piece::Place),
    }
}

/// Countries named by name inside brackets.
fn countries_within(inner: &str, vocabulary: &Vocabulary) -> Vec<CountryCode> {
    let mut codes = Vec::new();
    for piece in pieces(inner) {
        let name = &inner[piece.start..piece.end];
        codes.extend(
            vocabulary
                .countries
                .exact(name)
                .filter(|code| !codes.contains(code)),
        );
    }
    codes
}

/// Several names side by side ("tỉnh Savannakhet Lào"): every word must belong to one of them, and
/// at least one name must be long, for two short ones may be a person's name ("Anh Đức").
fn covered(name: &str, vocabulary: &Vocabulary) -> Option<Piece> {
    let all = tokens(name);
    if all.len() > 24 || all.iter().any(|t| matches!(t.kind, TokenKind::Number)) {
        return None;
    }
    let (mut codes, mut places) = (Vec::new(), Vec::new());
    let mut long = false;
    let mut at = 0;
    while at < all.len() {
        if matches!(all[at].kind, TokenKind::Sign(_)) {
            at += 1;
            continue;
        }
        let (end, code, is_place) = (at + 1..=all.len().min(at + 8)).rev().find_map(|end| {
            let part = &name[all[at].start..all[end - 1].end()];
            let country = vocabulary
                .countries
                .exact(part)
                .map(|code| (end, code, false));
            country.or_else(|| Some((end, vocabulary.places.country(part)?, true)))
        })?;
        let part = &name[all[at].start..all[end - 1].end()];
        let capital = part.starts_with(char::is_uppercase);
        let short = fold_key(part).len() < 4;
        if short && (!capital || part.is_ascii()) {
            return None;
        }
        long |= !short;
        if is_place {
            places.push(code)
        } else {
            codes.push(code)
        }
        at = end;
    }
    if !long {
        return None;
    }
    codes.extend(
        places
            .iter()
            .filter(|_| codes.is_empty())
            .copied()
            .collect::<Vec<_>>(),
    );
    Some(Piece::Several(codes))
}

fn take(
    found: &mut Countries,
    places: &mut Vec<(String, CountryCode)>,
    name: &str,
    piece: Piece,
    vocabulary: &Vocabulary,
) {
    let mut add = |code: CountryCode| {
        if !found.codes.contains(&code) {
            found.codes.push(code);
        }
    };
    match piece {
        Piece::Country(code) => add(code),
        Piece::Several(codes) => codes.into_iter().for_each(add),
        Piece::Fuzzy(code) => {
            add(code);
            found.fuzzy.push((name.to_owned(), code));
        }
        Piece::Place(code) => places.push((name.to_owned(), code)),
        Piece::Group => found.groups.push(name.to_owned()),
        Piece::Nothing => {}
        Piece::Unknown => found.unknown.push(UnknownPlace {
            text: name.to_owned(),
            nearest: vocabulary.countries.nearest(name),
        }),
    }
}
