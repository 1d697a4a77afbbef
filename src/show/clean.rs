//! What of a stranger's text may reach a terminal: nothing that moves, colours, hides or reorders it.

use std::borrow::Cow;
use std::fmt::Write;
use unicode_width::UnicodeWidthChar;

/// Stands for what was cut away.
const CUT: char = '…';

/// The text with tabs, line breaks and every other control or invisible character made visible, so
/// that no escape sequence passes and what is seen is what stands there: `ESC` as `␛`, a
/// right-to-left override as `<U+202E>`. Letters with separate marks stay as they are.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            _ if is_plain(c) => shown.push(c),
            '\t' => shown.push('⇥'),
            '\n' => shown.push('⏎'),
            '\u{7F}' => shown.push('␡'),
            '\0'..='\u{1F}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(shown, "<U+{:04X}>", u32::from(c));
            }
        }
    }
    Cow::Owned(shown)
}

/// A text of several lines, or a table as CSV, for a terminal: control characters are made visible as
/// [`clean`] does, but tabs and line ends stay, and so does every other character.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    let obeyed = |at: usize, c: char| {
        let line_end = c == '\r' && text[at + 1..].starts_with('\n');
        c.is_control() && !matches!(c, '\t' | '\n') && !line_end
    };
    if !text.char_indices().any(|(at, c)| obeyed(at, c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        if obeyed(at, c) {
            shown.push_str(&clean(c.encode_utf8(&mut [0; 4])));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// Shows itself and nothing else.
pub fn is_plain(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\0'..='\u{9F}' | '\u{AD}' | '\u{61C}' | '\u{180E}' => false,
        // Zero-width blanks and joiners, directional marks, line and paragraph separators, overrides.
        '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => false,
        '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}' => false,
        _ => true,
    }
}

/// Columns that a clean text takes on a terminal: marks none, CJK two. The sum over its letters, so
/// that texts joined are as wide as their parts.
pub fn width(text: &str) -> usize {
    text.chars().filter_map(UnicodeWidthChar::width).sum()
}

/// The beginning of a clean text in at most so many columns, with an ellipsis where it is cut.
pub fn clip(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut used = 0;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used + 1 > columns {
            break;
        }
        end = at + c.len_utf8();
    }
    let mut clipped = text[..end].to_string();
    if columns > 0 {
        clipped.push(CUT);
    }
    Cow::Owned(clipped)
}

/// The end of a clean text in at most so many columns, with an ellipsis before it where it is cut.
pub fn clip_front(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut used = 0;
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        let wide = c.width().unwrap_or(0);
        used += wide;
        if used + 1 > columns {
            break;
        }
        // A mark belongs to the letter before it and never begins what is shown.
        if wide > 0 {
            start = at;
        }
    }
    let mut clipped = String::new();
    if columns > 0 {
        clipped.push(CUT);
    }
    clipped.push_str(&text[start..]);
    Cow::Owned(clipped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_gets_through() {
        let cases = [
            ("Sở Y tế", "Sở Y tế"),
            ("So\u{31B}\u{309}", "So\u{31B}\u{309}"),
            ("日本", "日本"),
            ("a\tb", "a⇥b"),
            ("a\r\nb", "a␍⏎b"),
            ("\u{1b}[31mđỏ", "␛[31mđỏ"),
            ("\u{9b}31m", "<U+009B>31m"),
            ("\u{7}\u{0}\u{7f}", "␇␀␡"),
            ("\u{202e}cba", "<U+202E>cba"),
            ("\u{200f}\u{feff}\u{ad}", "<U+200F><U+FEFF><U+00AD>"),
            ("\u{2028}", "<U+2028>"),
            ("\u{e0041}", "<U+E0041>"),
            ("08\u{a0}người", "08\u{a0}người"),
        ];
        for (text, shown) in cases {
            assert_eq!(clean(text), shown, "{text:?}");
        }
    }

    #[test]
    fn lines_keep_their_ends_and_tabs_and_nothing_else_that_is_obeyed() {
        for (text, shown) in [
            ("a,\"b\tc\nd\"\r\n", "a,\"b\tc\nd\"\r\n"),
            ("\u{1b}]0;x\u{7},\u{9b}2J\r,\u{7f}", "␛]0;x␇,<U+009B>2J␍,␡"),
            ("Sở\u{200b} Y tế", "Sở\u{200b} Y tế"),
        ] {
            assert_eq!(clean_lines(text), shown, "{text:?}");
        }
    }

    #[test]
    fn width_is_what_the_eye_sees() {
        for (text, columns) in [
            ("Đoàn ra", 7),
            ("Đoa\u{300}n ra", 7),
            ("Tiê\u{301}ng Viê\u{323}t", 10),
            ("日本", 4),
            ("", 0),
        ] {
            assert_eq!(width(text), columns, "{text}");
        }
    }

    #[test]
    fn clipping_never_parts_a_letter_from_its_marks() {
        for (text, columns, front, back) in [
            ("Quảng Trị", 9, "Quảng Trị", "Quảng Trị"),
            ("Quảng Trị", 6, "Quảng…", "…g Trị"),
            ("a\u{323}\u{302}b\u{323}c", 2, "a\u{323}\u{302}…", "…c"),
            ("日本語", 4, "日…", "…語"),
            ("abc", 1, "…", "…"),
            ("abc", 0, "", ""),
        ] {
            assert_eq!(clip(text, columns), front, "{text} {columns}");
            assert_eq!(clip_front(text, columns), back, "{text} {columns}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_becomes_safe_and_fits(text in ".*", columns in 0usize..40) {
            let shown = clean(&text);
            proptest::prop_assert!(!shown.chars().any(char::is_control));
            proptest::prop_assert_eq!(clean(&shown), shown.clone());
            proptest::prop_assert!(width(&clip(&shown, columns)) <= columns);
            proptest::prop_assert!(width(&clip_front(&shown, columns)) <= columns);
        }
    }
}
