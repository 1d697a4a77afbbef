//! What entities of markup stand for.

use std::borrow::Cow;
use unicode_normalization::char::compose;

/// Longest name of an entity, signs round it aside.
const NAME: usize = 10;

/// The text with its entities resolved; what is no entity stays as written.
pub fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut pieces = text.split('&');
    decoded.push_str(pieces.next().unwrap_or(""));
    for piece in pieces {
        let found = piece
            .split_once(';')
            .filter(|(name, _)| name.len() <= NAME)
            .and_then(|(name, rest)| Some((letter(name)?, rest)));
        match found {
            Some((letter, rest)) => {
                decoded.push(letter);
                decoded.push_str(rest);
            }
            None => {
                decoded.push('&');
                decoded.push_str(piece);
            }
        }
    }
    Cow::Owned(decoded)
}

fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|&c| c != '\0');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "deg" => '°',
        "copy" => '©',
        "reg" => '®',
        "eth" => 'ð',
        "ETH" => 'Ð',
        _ => return accented(name),
    })
}

/// "agrave" is à: a letter and the name of its mark.
fn accented(name: &str) -> Option<char> {
    let mut rest = name.chars();
    let base = rest.next().filter(char::is_ascii_alphabetic)?;
    let mark = match rest.as_str() {
        "grave" => '\u{300}',
        "acute" => '\u{301}',
        "circ" => '\u{302}',
        "tilde" => '\u{303}',
        "uml" => '\u{308}',
        "ring" => '\u{30A}',
        "cedil" => '\u{327}',
        _ => return None,
    };
    compose(base, mark)
}
