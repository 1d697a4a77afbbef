//! What counts as blank round the text of a cell.

/// Bytes that no blank begins with, and bytes that none ends with, one bit each.
const NO_BLANK: [u8; 256] = {
    let mut kinds = [BEGINS | ENDS; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            0..=b' ' => 0,
            // Blanks beyond ASCII begin with these; so do "ấ" and all others with two marks.
            0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF => ENDS,
            // And end with these; so do "à" and a few others.
            0x80..=0x8D | 0x9A | 0x9F | 0xA0 | 0xA8 | 0xA9 | 0xAF | 0xBF => BEGINS,
            _ => BEGINS | ENDS,
        };
        byte += 1;
    }
    kinds
};
const BEGINS: u8 = 1;
const ENDS: u8 = 2;

/// Neither end is a blank: two looks tell it of nearly all cells.
fn is_bare(text: &[u8]) -> bool {
    let is =
        |byte: Option<&u8>, kind: u8| byte.is_some_and(|b| NO_BLANK[usize::from(*b)] & kind != 0);
    let begins = is(text.first(), BEGINS) || matches!(text, [0xE1, 0xBA | 0xBB, ..]);
    let vietnamese = || {
        matches!(
            text,
            [.., 0xC3..=0xC6, 0x80..=0xBF] | [.., 0xE1, 0xBA | 0xBB, 0x80..=0xBF]
        )
    };
    begins && (is(text.last(), ENDS) || vietnamese())
}

/// Blanks at the ends of a cell: white space, no-break space, BOM and zero-width blanks.
pub fn trim(text: &str) -> &str {
    if text.is_empty() || is_bare(text.as_bytes()) {
        return text;
    }
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{200C}' | '\u{200D}')
    })
}
