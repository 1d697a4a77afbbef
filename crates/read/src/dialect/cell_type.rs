//! How much a piece of text looks like one whole cell: a value, words, or a wrongly cut piece.

/// From 0 (no cell looks so) to 1 (a value or plain words).
pub fn readability(cell: &str, quoting: bool) -> f64 {
    let holds = Holds::of(cell);
    let kind_of = |byte: Option<&u8>| byte.map_or(EDGE, |b| KINDS[usize::from(*b)]);
    let bytes = cell.as_bytes();
    let ends = kind_of(bytes.first()) | kind_of(bytes.last());
    // Nearly all words: nothing else that is asked below could say more of them.
    if holds.0 & (WORDING | DELIMITER | AT_SIGN) == WORDING && ends & EDGE == 0 {
        return PLAIN_WORDS;
    }
    let text = bare(cell);
    if text.is_empty() || is_value_of(text, holds) {
        return 1.0;
    }
    let led = if cell.starts_with(' ') { 0.8 } else { 1.0 };
    let words = if holds.any(DELIMITER) {
        words(text.as_bytes())
    } else {
        PLAIN_WORDS
    };
    led * quotes(text, quoting).min(words)
}

/// A cell without blanks round it; nearly all have none.
fn bare(cell: &str) -> &str {
    let ends = |byte: Option<&u8>, blanks: [u8; 2]| byte.is_some_and(|b| blanks.contains(b));
    let bytes = cell.as_bytes();
    if ends(bytes.first(), [b' ', 0xC2]) || ends(bytes.last(), [b' ', 0xA0]) {
        cell.trim_matches([' ', '\u{A0}'])
    } else {
        cell
    }
}

/// Kinds of bytes, so that one pass over a cell says what need not be asked of it.
#[derive(Clone, Copy)]
struct Holds(u8);

const FIGURE: u8 = 1;
/// What may stand between cells.
const DELIMITER: u8 = 2;
/// What stands in no number and in no moment.
const WORDING: u8 = 4;
const AT_SIGN: u8 = 8;
/// What stands in numbers and moments beside figures.
const MARK: u8 = 16;
/// What the end of a cell is looked at for: quotes, blanks, the letters that addresses begin with.
const EDGE: u8 = 32;

static KINDS: [u8; 256] = kinds();

const fn kinds() -> [u8; 256] {
    // The bytes of "₫", "đ", "€", "£" and the no-break space are those beyond ASCII.
    let valued = b"$%+-(). ,eE/:TZAPMUCapm\xC2\xA0\xA3\xC4\x91\xE2\x82\xAC\xAB";
    let mut kinds = [WORDING; 256];
    let mut at = 0;
    while at < valued.len() {
        kinds[valued[at] as usize] = MARK;
        at += 1;
    }
    let mut byte = 0;
    while byte < 256 {
        match byte as u8 {
            b'0'..=b'9' => kinds[byte] = FIGURE,
            b'\t' | b'|' | b',' | b';' | 0..=8 | 0x1c..=0x1f => kinds[byte] |= DELIMITER,
            b'@' => kinds[byte] |= AT_SIGN,
            b'"' | b'\'' | b' ' | 0xC2 | 0xA0 | b'h' | b'w' => kinds[byte] |= EDGE,
            _ => {}
        }
        byte += 1;
    }
    kinds
}

impl Holds {
    fn of(text: &str) -> Holds {
        let kinds = text.bytes().map(|b| KINDS[usize::from(b)]);
        Holds(kinds.fold(0, |all, kind| all | kind))
    }

    fn any(self, kind: u8) -> bool {
        self.0 & kind != 0
    }
}

/// A cell that begins or ends with a quote was cut inside quotes, or its quotes are its own.
fn quotes(text: &str, quoting: bool) -> f64 {
    let ends = |quote: char| (text.starts_with(quote), text.ends_with(quote));
    match (ends('"'), ends('\'')) {
        ((true, true), _) if text.len() > 1 => {
            if quoting {
                0.6
            } else {
                0.2
            }
        }
        ((true, _), _) => 0.2,
        // An inch, or a word in quotes at the end.
        ((_, true), _) => {
            if quoting {
                0.8
            } else {
                0.5
            }
        }
        (_, (true, true)) if text.len() > 1 => {
            if quoting {
                0.6
            } else {
                0.35
            }
        }
        (_, (true, _)) => 0.5,
        _ => 1.0,
    }
}

/// How well words read that hold no delimiter.
const PLAIN_WORDS: f64 = 0.95;

/// Words are readable as far as they hold no delimiter that stands without a blank after it.
fn words(bytes: &[u8]) -> f64 {
    let mut worst = PLAIN_WORDS;
    let delimits = |b: u8| KINDS[usize::from(b)] & DELIMITER != 0;
    for (index, &b) in bytes.iter().enumerate().filter(|(_, b)| delimits(**b)) {
        let spaced = bytes
            .get(index + 1)
            .is_none_or(|&next| next == b' ' || next == b'\n' || next == b'\r');
        let numeric = index > 0
            && bytes[index - 1].is_ascii_digit()
            && bytes.get(index + 1).is_some_and(u8::is_ascii_digit);
        let here = match b {
            b'\t' | b'|' | 0..=8 | 0x1c..=0x1f => 0.1,
            b',' | b';' if spaced => 0.85,
            b',' if numeric => 0.6,
            b',' => 0.3,
            b';' => 0.15,
            _ => continue,
        };
        worst = worst.min(here);
    }
    worst
}

/// A number, date, time, amount, address or code that stands for itself.
pub fn is_value(text: &str) -> bool {
    is_value_of(text, Holds::of(text))
}

fn is_value_of(text: &str, holds: Holds) -> bool {
    // Only addresses have no digit: most cells are words, and end here.
    let figures = holds.any(FIGURE) && !holds.any(WORDING);
    let is_figure = || holds.0 == FIGURE || is_number(text) || is_moment(text);
    figures && is_figure() || is_address(text, holds)
}

/// Digits with signs, marks of thousands and decimals, a currency or per cent sign, an exponent.
fn is_number(text: &str) -> bool {
    let text = text.trim_matches(['$', '€', '£', '%', '+', '-', '(', ')', ' ', '₫', 'đ']);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let known = |c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{A0}' | '+' | '-' | 'e' | 'E')
    };
    let signs = text
        .bytes()
        .filter(|&b| matches!(b, b'+' | b'-' | b'e' | b'E'))
        .count();
    let marks = |mark: char| text.matches(mark).count();
    digits > 0
        && text.chars().all(known)
        && signs <= 3
        && text.ends_with(|c: char| c.is_ascii_digit() || c == '.')
        && (marks(',') < 2 || groups_of_three(text, ','))
        && [' ', '\u{A0}']
            .into_iter()
            .all(|blank| marks(blank) == 0 || groups_of_three(text, blank))
}

/// "1,234,567": after the first mark every group has three digits.
fn groups_of_three(text: &str, mark: char) -> bool {
    text.split(mark).skip(1).all(|group| {
        let whole = group.split(['.', ',']).next().unwrap_or("");
        whole.len() == 3 && whole.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Dates, times and both: "15/09/2021", "2021-09-15T10:20:30Z", "12:30 PM".
fn is_moment(text: &str) -> bool {
    let mut parts = 0;
    text.len() <= 35
        && text.split([' ', 'T']).all(|part| {
            parts += 1;
            matches!(part, "AM" | "PM" | "am" | "pm" | "UTC") || is_date_or_time(part)
        })
        && (1..=3).contains(&parts)
        && text.bytes().any(|b| b.is_ascii_digit())
}

fn is_date_or_time(part: &str) -> bool {
    let part = part.trim_end_matches('Z');
    let pieces: Vec<&str> = part.split(['/', '-', ':', '.', '+']).collect();
    let marked = part.contains(['/', '-', ':']) || pieces.len() > 2;
    marked
        && (2..=5).contains(&pieces.len())
        && pieces.iter().all(|piece| {
            (1..=6).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit())
        })
}

fn is_address(text: &str, holds: Holds) -> bool {
    let one_word = || !text.contains([' ', ',', ';', '|', '\t']);
    let marked = text.starts_with(['h', 'w']) || holds.any(AT_SIGN);
    marked
        && one_word()
        && (text.starts_with("http://")
            || text.starts_with("https://")
            || text.starts_with("www.")
            || (text.matches('@').count() == 1 && text.contains('.') && text.is_ascii()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_the_bytes_of_a_cell_rule_out_is_no_value(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "1", "20", "2021", ".", ",", "-", "/", ":", " ", "\u{A0}", "T", "Z", "UTC", "PM",
                    "e", "%", "$", "₫", "đ", "€", "(", ")", "+", "'", "a", "@", "é", "ế", "\t",
                ]),
                0..12,
            ),
        ) {
            let text = pieces.concat();
            let digits = text.contains(|c: char| c.is_ascii_digit());
            let figure = digits && (is_number(&text) || is_moment(&text));
            prop_assert_eq!(is_value(&text), figure || is_address(&text, Holds::of(&text)));
            let trimmed = text.trim_matches([' ', '\u{A0}']);
            prop_assert_eq!(bare(&text), trimmed);
        }
    }

    #[test]
    fn values_are_told_from_words() {
        let values = "8 08 75,5 -1.5 1,234,567.8 11.974.405,56 12:30 2021-09-15 15/09/2021 60% $5 1e-9 \
            2021-09-15T10:20:30Z http://a.vn/x?y=1 a@b.vn 10.0.0.1";
        for value in values.split_whitespace() {
            assert!(is_value(value), "{value}");
        }
        assert!(is_value("2021-09-15 10:20:30") && is_value("12 000"));
        for words in [
            "Lào",
            "1,2,3",
            "a,b",
            "12;13",
            "",
            "1|2",
            "5 ngày",
            "-",
            "2021,75;1",
        ] {
            assert!(!is_value(words), "{words}");
        }
    }

    #[test]
    fn wrongly_cut_pieces_read_badly() {
        for (cell, low, high) in [
            ("Quý III/2021", 0.9, 1.0),
            ("Thái Lan, Lào", 0.8, 0.9),
            ("a;b", 0.0, 0.2),
            ("\"Đoàn công tác", 0.0, 0.3),
            ("\"x\"", 0.2, 0.5),
            ("", 1.0, 1.0),
        ] {
            let value = readability(cell, false);
            assert!((low..=high).contains(&value), "{cell} {value}");
        }
    }
}
