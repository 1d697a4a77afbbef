//! Names in a country cell that no list has, and words that take a country back.

use super::accounting::{self, citations};
use crate::model::value::{Countries, CountryCode, UnknownPlace};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::fold::{fold, fold_key};
use crate::vocabulary::tokens::tokens;
use smallvec::SmallVec;

/// "Lào?", "Lào (nếu được mời)", "Lào, đến từ Thái Lan", "Lào (2020: Thái Lan)": countries, and a word or a
/// year that may take one back.
pub(super) fn doubt(found: &mut Countries, text: &str) {
    let all = tokens(text);
    let word = |at: usize, folded: &str| all.get(at).is_some_and(|t| t.is_word(folded));
    let several = found.codes.len() > 1;
    let takes_back = (0..all.len()).any(|at| {
        let from = at > 0 && word(at, "den") && word(at + 1, "tu") && several;
        let year = several && citations::year(&all, at).is_some();
        let spare = word(at, "du") && word(at + 1, "phong");
        from || year || spare || accounting::says_more(&all, at)
    });
    if takes_back && !found.codes.is_empty() && found.unknown.is_empty() {
        found.unknown.push(unlisted(text));
    }
}

/// "WCO", "Tổ chức SODI", "Ủy ban sông Mê Công": by its letters, or by the word that it begins with.
pub(super) fn is_organisation(name: &str, vocabulary: &Vocabulary) -> bool {
    let letters = (3..=8).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
    let begins = name.starts_with(char::is_uppercase) && vocabulary.groups.begins_as_group(name);
    let short = name.split_whitespace().count() <= 10;
    letters && !vocabulary.countries.is_alpha3(name) || begins && short
}

/// "Công ty Samsung Hàn Quốc": the country that its name ends with.
pub(super) fn of_country(name: &str, vocabulary: &Vocabulary) -> Option<CountryCode> {
    let mut starts = name.match_indices(' ').map(|(at, _)| &name[at + 1..]);
    let is_name = |rest: &&str| rest.starts_with(char::is_uppercase) && fold_key(rest).len() > 3;
    let code =
        starts.find_map(|rest| vocabulary.countries.exact(rest).filter(|_| is_name(&rest)))?;
    (code.as_str() != "VN").then_some(code)
}

/// "quá cảnh Thái Lan", "không đi Thái Lan": named, and not where the delegation goes.
pub(super) fn is_passed_by(name: &str) -> bool {
    const WORDS: [&str; 4] = ["qua canh ", "khong di ", "khong sang ", "khong den "];
    let folded = fold(name);
    WORDS.iter().any(|words| folded.starts_with(words))
}

/// What no list has, and is near to no name.
pub(super) fn unlisted(name: &str) -> UnknownPlace {
    UnknownPlace {
        text: name.to_owned(),
        nearest: SmallVec::new(),
    }
}
