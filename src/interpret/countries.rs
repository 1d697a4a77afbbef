//! Which countries, groups and organisations a cell names.

use super::head;
use super::organisations::{doubt, is_organisation, is_passed_by, of_country, unlisted};
use super::pieces::{
    Stretch, pieces, split_bracket, stated_count, strip_enumerator, text_or_count, without_frame,
};
use super::undetermined::is_undetermined;
use crate::model::document::trim;
use crate::model::value::{Countries, CountryCode, UnknownPlace};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::fold::{fold, fold_key};
use crate::vocabulary::tokens::{TokenKind, tokens};

/// Most pieces of one name that holds separators itself ("Antigua và Barbuda").
const LONGEST_NAME: usize = 4;

/// What one piece of a cell names.
enum Piece {
    Country(CountryCode),
    Several(Vec<CountryCode>),
    Place(CountryCode),
    Group,
    /// An organisation that no list has: it counts as a group, and is asked about.
    Unlisted,
    /// One whose name ends with a country.
    UnlistedOf(CountryCode),
    Nothing,
    Fuzzy(CountryCode),
    Unknown,
}

/// Reads a country cell, or the group row above it.
pub fn countries(text: &str, vocabulary: &Vocabulary) -> Countries {
    let mut found = Countries::default();
    let text = head(text);
    let written = !text.is_empty();
    if let Some(code) = vocabulary
        .countries
        .exact(text)
        .filter(|_| !text.ends_with('?'))
    {
        found.codes.push(code);
        return found;
    }
    let text = strip_enumerator(text);
    if vocabulary.groups.is_listed(text) {
        found.groups.push(text.to_owned());
        return found;
    }
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
    let pieces = pieces(text);
    let mut read: Vec<(&str, Piece)> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let (end, name, piece) = longest(text, &pieces, at, vocabulary);
        at = end;
        read.push((name, piece));
    }
    take_all(&mut found, read, vocabulary);
    doubt(&mut found, text);
    if found.codes.is_empty() && found.groups.is_empty() && count.is_some_and(|n| n > 1) {
        // "03 nước" says how many countries and not which: several, so it counts as a group.
        if found.unknown.is_empty() {
            found.groups.push(text_or_count(text, count));
        }
    }
    found
}

fn take_all(found: &mut Countries, read: Vec<(&str, Piece)>, vocabulary: &Vocabulary) {
    let unknown: Vec<&str> = read
        .iter()
        .filter(|(_, piece)| matches!(piece, Piece::Unknown))
        .map(|(name, _)| *name)
        .collect();
    let prose = unknown.iter().any(|name| is_prose(name));
    let mut places = Vec::new();
    for (name, piece) in read {
        // "Anh, chị em trong đoàn" greets; it does not name Great Britain.
        let short = fold_key(name).len() < 4;
        let doubtful = prose || !unknown.is_empty() && name.starts_with(char::is_lowercase);
        let piece = if short && doubtful {
            Piece::Unknown
        } else {
            piece
        };
        take(found, &mut places, name, piece, vocabulary);
    }
    add_places(found, places);
}

/// A piece of running text, not a name.
fn is_prose(name: &str) -> bool {
    let words = name.split_whitespace().count();
    words >= 6 || words >= 3 && name.starts_with(char::is_lowercase)
}

/// A place in a country that the cell names elsewhere adds nothing; one in another country does.
fn add_places(found: &mut Countries, places: Vec<(String, CountryCode)>) {
    let named = found.codes.clone();
    for (name, code) in places {
        if named.contains(&code) {
            continue;
        }
        if !found.codes.contains(&code) {
            found.codes.push(code);
        }
        found.places.push((name, code));
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
        if listed && (at > 0 || end < pieces.len()) && name.contains([',', '/']) {
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
    if is_passed_by(name) {
        return Piece::Nothing;
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
    if let Some(rest) = without_frame(name) {
        match single(rest, vocabulary) {
            Piece::Unknown => {}
            found => return found,
        }
    }
    // "tổ chức hội nghị trong tỉnh" is what they do, "Tổ chức SODI" is who they are.
    let several = ["cac ", "mot so ", "nhieu "]
        .iter()
        .any(|start| fold(name).starts_with(start));
    if several && vocabulary.groups.begins_as_group(name) {
        return Piece::Group;
    }
    if let Some(found) = covered(name, vocabulary) {
        return found;
    }
    if is_organisation(name, vocabulary) {
        return of_country(name, vocabulary).map_or(Piece::Unlisted, Piece::UnlistedOf);
    }
    vocabulary
        .countries
        .fuzzy(name)
        .map_or(Piece::Unknown, Piece::Fuzzy)
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
        Piece::Unlisted => Piece::Unlisted,
        Piece::UnlistedOf(code) => Piece::UnlistedOf(code),
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
    let (mut long, mut group) = (false, false);
    let mut at = 0;
    while at < all.len() {
        if matches!(all[at].kind, TokenKind::Sign(_)) {
            at += 1;
            continue;
        }
        let (end, what) = (at + 1..=all.len().min(at + 8)).rev().find_map(|end| {
            let part = &name[all[at].start..all[end - 1].end()];
            Some((end, listed(part, vocabulary)?))
        })?;
        let part = &name[all[at].start..all[end - 1].end()];
        let capital = part.starts_with(char::is_uppercase);
        let short = fold_key(part).len() < 4;
        match what {
            Piece::Group => group = true,
            // Without marks or a capital a short name is rather another word.
            _ if short && (!capital || part.is_ascii()) => return None,
            Piece::Place(code) => places.push(code),
            Piece::Country(code) => codes.push(code),
            _ => return None,
        }
        long |= !short;
        at = end;
    }
    if !long {
        return None;
    }
    if codes.is_empty()
        && let Some(place) = places.first().copied()
        && places.iter().all(|code| *code == place)
    {
        return Some(Piece::Place(place));
    }
    let named = if codes.is_empty() { places } else { codes };
    Some(if named.is_empty() && group {
        Piece::Group
    } else {
        Piece::Several(named)
    })
}

/// What is listed under a name, as it stands.
fn listed(name: &str, vocabulary: &Vocabulary) -> Option<Piece> {
    let country = vocabulary.countries.exact(name).map(Piece::Country);
    let place = || vocabulary.places.country(name).map(Piece::Place);
    let group = || vocabulary.groups.is_listed(name).then_some(Piece::Group);
    country.or_else(place).or_else(group)
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
        Piece::Unlisted => {
            found.groups.push(name.to_owned());
            found.unknown.push(unlisted(name));
        }
        Piece::UnlistedOf(code) => {
            add(code);
            found.unknown.push(unlisted(name));
        }
        Piece::Nothing => {}
        Piece::Unknown => found.unknown.push(UnknownPlace {
            text: name.to_owned(),
            nearest: vocabulary.countries.nearest(name),
        }),
    }
}
