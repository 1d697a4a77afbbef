//! Which characters are marks on Latin letters, and which of them are tones.

/// A combining mark of Latin letters (U+0300 to U+036F): tone marks, circumflex, breve, horn.
pub fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

/// A tone mark: grave, acute, tilde, hook above, dot below.
pub fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}
