//! How numbers, and text that came from outside, are shown to people.

use crate::model::finding::Lang;
use std::borrow::Cow;
use std::fmt::Write;

/// A whole number in groups of three: `1.250` in Vietnamese, `1,250` in English.
pub fn whole(number: i64, lang: Lang) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(lang.pick('.', ','));
        }
        text.push(digit);
    }
    text
}

/// A count; see [`whole`].
pub fn count(number: u64, lang: Lang) -> String {
    whole(i64::try_from(number).unwrap_or(i64::MAX), lang)
}

/// Half days or half person-days as days: `0,5` in Vietnamese, `0.5` in English.
pub fn halves(halves: u64, lang: Lang) -> String {
    let mut text = count(halves / 2, lang);
    if halves % 2 == 1 {
        text.push_str(lang.pick(",5", ".5"));
    }
    text
}

/// A difference with its sign: `+12`, `-3`, `0`.
pub fn signed(number: i64, lang: Lang) -> String {
    let text = whole(number, lang);
    if number > 0 { format!("+{text}") } else { text }
}

/// A share of one as per cent with one decimal: `12,5%`.
pub fn percent(part: f64, whole: f64, lang: Lang) -> String {
    if whole == 0.0 {
        return "–".into();
    }
    let text = format!("{:.1}%", part * 100.0 / whole);
    match lang {
        Lang::Vi => text.replace('.', ","),
        Lang::En => text,
    }
}

/// A day such as `2020-12-01` as people write it: `01/12/2020` in Vietnamese.
pub fn day(iso: &str, lang: Lang) -> Cow<'_, str> {
    match (lang, iso.parse::<jiff::civil::Date>()) {
        (Lang::Vi, Ok(day)) => day.strftime("%d/%m/%Y").to_string().into(),
        _ => iso.into(),
    }
}

/// A Roman number, for the groups of official tables: `IV`.
pub fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

/// Text from outside with what does not show made visible: control characters, marks that turn the
/// direction of writing, and characters that XML does not allow. Line breaks stay; tabs become blanks.
pub fn visible(text: &str) -> Cow<'_, str> {
    // All bytes at once tell fastest that there is nothing, and do so for nearly every text.
    let seen = text.bytes().fold(true, |seen, byte| seen & is_seen(byte));
    if seen || !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\t' => shown.push(' '),
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' => shown.push('\n'),
            '\0'..='\u{9}' | '\u{B}'..='\u{1F}' => {
                shown.push(char::from_u32(0x2400 + c as u32).unwrap_or('\u{FFFD}'));
            }
            _ if is_unseen(c) => {
                let _ = write!(shown, "⟨U+{:04X}⟩", c as u32);
            }
            _ => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// A byte that no unseen character begins with.
fn is_seen(byte: u8) -> bool {
    let begins = matches!(byte, 0xC2 | 0xD8 | 0xE2 | 0xEF);
    (byte >= b' ' || byte == b'\n') && byte != 0x7F && !begins
}

fn is_unseen(c: char) -> bool {
    matches!(c,
        '\0'..='\u{9}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}')
}

/// At most `limit` UTF-16 units of a text, the unit in which spreadsheets count; cut texts end in "…".
pub fn clipped(text: &str, limit: usize) -> Cow<'_, str> {
    if text.len() <= limit || text.encode_utf16().count() <= limit {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units < limit
        })
        .collect();
    Cow::Owned(kept + "…")
}

/// Lines that a text takes in a column of `width` characters, broken between words where it can be.
pub fn wrapped_lines(text: &str, width: usize) -> usize {
    let width = u32::try_from(width).unwrap_or(u32::MAX);
    wrapped(text, width, |_| 1)
}

/// Lines that a text takes in a column of a width, given how wide each letter is.
pub fn wrapped(text: &str, width: u32, letter: impl Fn(char) -> u32) -> usize {
    let (width, blank) = (width.max(1), letter(' '));
    let (mut lines, mut used, mut word) = (0, 0, 0);
    // One pass over the letters: nearly every text of an output goes through here.
    text.chars().chain(['\n']).for_each(|c| {
        if !c.is_whitespace() {
            word += letter(c);
            return;
        }
        if word > 0 {
            let with_blank = if used > 0 { blank + word } else { word };
            if used + with_blank <= width {
                used += with_blank;
            } else {
                // A word wider than the column breaks wherever it must.
                let breaks = (word - 1) / width;
                lines += u32::from(used > 0) + breaks;
                used = word - breaks * width;
            }
            word = 0;
        }
        if c == '\n' {
            lines += 1;
            used = 0;
        }
    });
    lines as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        let cases = [
            (0, "0", "0"),
            (999, "999", "999"),
            (1250, "1.250", "1,250"),
            (-1_234_567, "-1.234.567", "-1,234,567"),
        ];
        for (number, vi, en) in cases {
            assert_eq!(whole(number, Lang::Vi), vi);
            assert_eq!(whole(number, Lang::En), en);
        }
        assert_eq!(halves(1, Lang::Vi), "0,5");
        assert_eq!(halves(2501, Lang::En), "1,250.5");
        assert_eq!(percent(1.0, 8.0, Lang::Vi), "12,5%");
        assert_eq!(percent(1.0, 0.0, Lang::Vi), "–");
        assert_eq!(signed(3, Lang::Vi), "+3");
        assert_eq!(roman(49), "XLIX");
        assert_eq!(day("2020-12-01", Lang::Vi), "01/12/2020");
        assert_eq!(day("2020-12-01", Lang::En), "2020-12-01");
        assert_eq!(day("", Lang::Vi), "");
    }

    #[test]
    fn what_does_not_show_is_made_visible() {
        let cases = [
            ("Đoàn ra", "Đoàn ra"),
            ("a\u{202E}b", "a⟨U+202E⟩b"),
            ("a\u{1B}[31m", "a␛[31m"),
            ("a\tb\r\nc", "a b\nc"),
            ("\u{FFFE}", "⟨U+FFFE⟩"),
        ];
        for (text, shown) in cases {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn bytes_that_are_seen_begin_no_unseen_character() {
        let mut buffer = [0; 4];
        for c in ('\0'..=char::MAX).filter(|c| is_unseen(*c)) {
            let first = c.encode_utf8(&mut buffer).as_bytes()[0];
            assert!(!is_seen(first), "{c:?}");
        }
    }

    #[test]
    fn long_texts_are_clipped_at_whole_characters() {
        assert_eq!(clipped("Đoàn", 4), "Đoàn");
        assert_eq!(clipped("Đoàn ra", 4), "Đoà…");
        assert_eq!(clipped("😀😀😀", 4), "😀…");
    }

    #[test]
    fn lines_break_between_words_and_within_those_that_are_too_long() {
        let cases = [
            ("", 10, 1),
            ("Đoàn ra", 10, 1),
            ("Đoàn ra nước ngoài", 10, 2),
            ("a\nb", 10, 2),
            ("a\n", 10, 2),
            ("abcde  ", 5, 1),
            ("abcdefghij", 5, 2),
            ("abcdefghijkl", 5, 3),
            ("a  b \t c", 5, 1),
        ];
        for (text, width, lines) in cases {
            assert_eq!(wrapped_lines(text, width), lines, "{text}");
        }
    }
}
