//! Undoes UTF-8 that was read as a Windows code page and saved again, once to three times.

use crate::legacy::{latin_byte, vietnamese_byte};
use crate::marks::is_mark;
use crate::score::Score;
use crate::syllables::is_vietnamese_letter;

/// How often a file is opened and saved wrongly before somebody notices.
const TIMES: usize = 3;

/// The text before it was encoded again; `None` for every text that can be right as it stands.
pub fn undo(text: &str) -> Option<String> {
    if !has_pair(text) {
        return None;
    }
    let mut current = undo_once(text)?;
    for _ in 1..TIMES {
        match undo_once(&current) {
            Some(next) => current = next,
            None => break,
        }
    }
    Some(current)
}

/// The text before it was encoded again, where the rest of the file leaves no doubt that it was:
/// abbreviations such as "QĐ-UBND" prove nothing by themselves.
pub fn undo_by_prior(text: &str) -> Option<String> {
    if !has_pair(text) {
        return None;
    }
    let step = |text: &str| {
        let undone = PAGES.into_iter().find_map(|page| reverse(text, page))?;
        (undone != text && undone.chars().all(|c| c.is_ascii() || is_expected(c))).then_some(undone)
    };
    let mut current = step(text)?;
    for _ in 1..TIMES {
        match step(&current) {
            Some(next) => current = next,
            None => break,
        }
    }
    Some(current)
}

/// Every letter became two signs at least: the first sign beyond ASCII has a second one beside it.
fn has_pair(text: &str) -> bool {
    let mut rest = text.chars().skip_while(char::is_ascii);
    rest.next().is_some() && rest.next().is_some_and(|c| !c.is_ascii())
}

type Page = fn(char) -> Option<u8>;
const PAGES: [Page; 2] = [latin_byte, vietnamese_byte];

fn reverse(text: &str, page: Page) -> Option<String> {
    let bytes = text.chars().map(page).collect::<Option<Vec<u8>>>()?;
    String::from_utf8(bytes).ok()
}

fn undo_once(text: &str) -> Option<String> {
    PAGES
        .into_iter()
        .find_map(|page| reverse(text, page).filter(|undone| is_plausible(text, undone)))
}

/// The result must be what an office writes. One pair alone whose second half is an ordinary
/// closing sign may be right as it stands ("LÃ…"), unless it gives a Vietnamese word.
fn is_plausible(before: &str, after: &str) -> bool {
    let mut found = 0;
    for c in after.chars().filter(|c| !c.is_ascii()) {
        if !is_expected(c) {
            return false;
        }
        found += 1;
    }
    let score = Score::of(after);
    let vietnamese = score.words > 0 && score.value() >= 0.5;
    let distinctive = after
        .chars()
        .any(|c| c > '\u{FF}' && is_vietnamese_letter(c));
    let closing = before
        .chars()
        .any(|c| matches!(c, '’' | '”' | '…' | '–' | '—'));
    found > 0 && (vietnamese || (!distinctive && (found > 1 || !closing)) || is_layered(after))
}

/// Letters and signs of Vietnamese, French and typographic text; the steps between two savings
/// consist of them too.
fn is_expected(c: char) -> bool {
    is_vietnamese_letter(c)
        || is_mark(c)
        || matches!(c, '\u{A0}'..='\u{FF}' | '\u{2010}'..='\u{203A}' | '€' | '™' | '\u{FEFF}' | '\u{200B}')
        || latin_byte(c).is_some()
        || vietnamese_byte(c).is_some()
}

/// Still wrong after one step, as text saved wrongly twice is.
fn is_layered(text: &str) -> bool {
    PAGES.into_iter().any(|page| reverse(text, page).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{WINDOWS_1252, WINDOWS_1258};

    fn encode_again(text: &str, page: &'static encoding_rs::Encoding) -> String {
        page.decode_without_bom_handling(text.as_bytes())
            .0
            .into_owned()
    }

    #[test]
    fn double_encoded_text_is_undone_up_to_three_times() {
        for text in [
            "Đoàn ra",
            "Sở Y tế tỉnh Quảng Trị – “Lào”",
            "ở",
            "Số người",
            "à",
            "Ý",
        ] {
            for page in [WINDOWS_1252, WINDOWS_1258] {
                let mut wrong = text.to_string();
                for times in 1..=3 {
                    wrong = encode_again(&wrong, page);
                    assert_eq!(
                        undo(&wrong).as_deref(),
                        Some(text),
                        "{times} {} {wrong}",
                        page.name()
                    );
                }
            }
        }
    }

    #[test]
    fn abbreviations_are_undone_in_a_file_of_double_encoded_text() {
        for text in ["QĐ-UBND", "HĐND", "120.000.000 đ", "Đ/c A"] {
            for page in [WINDOWS_1252, WINDOWS_1258] {
                let wrong = encode_again(text, page);
                assert_eq!(undo_by_prior(&wrong).as_deref(), Some(text), "{wrong}");
            }
        }
        for text in ["Café", "HĐND", "120", "Lào"] {
            assert_eq!(undo_by_prior(text), None, "{text}");
        }
    }

    #[test]
    fn right_text_stays() {
        for text in [
            "Đoàn ra",
            "Café",
            "LÃ…",
            "CAFÉ’S",
            "Ñ–",
            "MAÇÃ”",
            "São Paulo",
            "naïve",
            "© 2020",
            "10 µm",
            "Smörgåsbord",
            "ÆØÅ",
            "Große Straße",
            "El Niño",
            "Ðoàn",
            "25 °C",
            "«Â»",
            "İstanbul",
            "Lào",
            "Â",
        ] {
            assert_eq!(undo(text), None, "{text}");
        }
    }
}
