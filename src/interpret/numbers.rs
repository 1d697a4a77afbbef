//! What a number in a cell amounts to: Vietnamese grouping and decimals, number words.

use crate::vocabulary::tokens::{Token, TokenKind};

/// An exact decimal: `mantissa / 10^scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    pub mantissa: i64,
    pub scale: u32,
}

impl Decimal {
    /// The product with a whole number, where it is whole and fits.
    pub fn times(self, factor: i64) -> Option<i64> {
        let product = i128::from(self.mantissa) * i128::from(factor);
        let divisor = 10_i128.checked_pow(self.scale)?;
        if product % divisor != 0 {
            return None;
        }
        i64::try_from(product / divisor).ok()
    }

    /// Its value, where it is whole: "8,0" is 8.
    pub fn whole(self) -> Option<u32> {
        u32::try_from(self.times(1)?).ok()
    }
}

/// A number that starts at a token, and the index after it.
///
/// One sign followed by three digits groups thousands ("1.250"), anything else after one sign is a
/// fraction ("75,5"); with two kinds of sign the last is the decimal one. A blank groups only where
/// all groups have three digits.
pub fn number(tokens: &[Token<'_>], at: usize) -> Option<(Decimal, usize)> {
    let first = tokens.get(at).filter(|t| t.is_number())?;
    let mut groups = vec![first.raw];
    let mut signs: Vec<char> = Vec::new();
    let mut next = at + 1;
    while let Some((sign, end)) = continuation(tokens, next) {
        if sign == ' ' && !(groups_of_three(&groups, tokens[end - 1].raw) && only(&signs, ' ')) {
            break;
        }
        signs.push(sign);
        groups.push(tokens[end - 1].raw);
        next = end;
    }
    Some((value(&groups, &signs)?, next))
}

/// The sign that joins another run of digits, and the index after those digits.
fn continuation(tokens: &[Token<'_>], at: usize) -> Option<(char, usize)> {
    let token = tokens.get(at)?;
    if token.is_number() {
        return Some((' ', at + 1));
    }
    let TokenKind::Sign(sign @ ('.' | ',')) = token.kind else {
        return None;
    };
    let digits = tokens.get(at + 1)?;
    (token.glued && digits.is_number() && digits.glued).then_some((sign, at + 2))
}

fn groups_of_three(groups: &[&str], next: &str) -> bool {
    let first = groups
        .first()
        .is_some_and(|g| g.len() <= 3 && !g.starts_with('0'));
    first && next.len() == 3 && groups.iter().skip(1).all(|g| g.len() == 3)
}

fn only(signs: &[char], sign: char) -> bool {
    signs.iter().all(|&s| s == sign)
}

fn value(groups: &[&str], signs: &[char]) -> Option<Decimal> {
    let (last, before) = groups.split_last()?;
    let grouped = |groups: &[&str]| match groups {
        [] => false,
        [_] => true,
        [first, rest @ ..] => rest
            .split_last()
            .is_some_and(|(last, inner)| groups_of_three(&[&[*first], inner].concat(), last)),
    };
    let decimal = match signs {
        [] => false,
        [' ', ..] => false,
        [_] => !groups_of_three(before, last),
        [head @ .., tail] if !head.contains(tail) && only(head, head[0]) => true,
        [head, ..] if only(signs, *head) => false,
        _ => return None,
    };
    let (whole, fraction) = if decimal {
        (before, *last)
    } else {
        (groups, "")
    };
    if !grouped(whole) || fraction.len() > 6 {
        return None;
    }
    let digits: String = whole.iter().copied().chain([fraction]).collect();
    if digits.len() > 17 {
        return None;
    }
    Some(Decimal {
        mantissa: digits.parse().ok()?,
        scale: fraction.len() as u32,
    })
}

/// "1.5E+08", "1e3": what a spreadsheet shows when a column is narrow has lost its last digits.
pub fn is_scientific(tokens: &[Token<'_>]) -> bool {
    tokens.iter().enumerate().any(|(at, token)| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let figure = |t: &Token<'_>| t.is_number() || t.is_sign('.');
        let sign = tokens
            .get(at + 1)
            .is_some_and(|t| t.is_sign('+') || t.is_sign('-'));
        token.is_word("e")
            && token.glued
            && before.is_some_and(figure)
            && tokens
                .get(at + 1 + usize::from(sign))
                .is_some_and(|t| t.is_number() && t.glued)
    })
}

/// "-5": less than nothing; a dash with a blank after it marks a list.
pub fn is_negative(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [sign, first, ..] if sign.is_sign('-') && first.is_number() && first.glued)
}

/// A number in words under a thousand ("mười hai", "hai mươi lăm"), and the index after it.
pub fn number_words(tokens: &[Token<'_>], at: usize) -> Option<(u32, usize)> {
    let mut next = at;
    let mut total = 0;
    let mut pending: Option<u32> = None;
    let mut tens = false;
    while let Some(token) = tokens.get(next) {
        if let Some(digit) = digit_word(token, tens || total > 0) {
            if pending.is_some() {
                break;
            }
            pending = Some(digit);
        } else if token.is_marked("trăm") && token.folded == "tram" {
            total += pending.take()? * 100;
        } else if token.is_marked("mươi") && token.folded == "muoi" && pending.is_some() {
            total += pending.take()? * 10;
            tens = true;
        } else if token.is_marked("mười") && token.folded == "muoi" && pending.is_none() {
            total += 10;
            tens = true;
        } else if total > 0 && matches!(token.tone.as_str(), "linh" | "le\u{309}") {
            tens = true;
        } else {
            break;
        }
        next += 1;
    }
    let found = total + pending.unwrap_or(0);
    (next > at && found > 0).then_some((found, next))
}

/// The digit of a word; "tư", "lăm" and "mốt" only after tens or on their own meaning.
pub fn digit_word(token: &Token<'_>, after_tens: bool) -> Option<u32> {
    const WORDS: [(&str, &str, u32); 13] = [
        ("mot", "một", 1),
        ("hai", "hai", 2),
        ("ba", "ba", 3),
        ("bon", "bốn", 4),
        ("tu", "tư", 4),
        ("nam", "năm", 5),
        ("sau", "sáu", 6),
        ("bay", "bảy", 7),
        ("bay", "bẩy", 7),
        ("tam", "tám", 8),
        ("chin", "chín", 9),
        ("lam", "lăm", 5),
        ("mot", "mốt", 1),
    ];
    if token.kind != TokenKind::Word {
        return None;
    }
    // Without marks "nam" is rather "male" or "year" than five, "tu" rather "from" than four.
    let vague = token.raw.is_ascii()
        && matches!(
            token.folded.as_str(),
            "nam" | "tu" | "sau" | "tam" | "bay" | "lam"
        );
    let found = WORDS
        .into_iter()
        .find(|(folded, word, _)| token.folded == *folded && !vague && token.is_marked(word))?;
    let only_after_tens = matches!(found.1, "lăm" | "mốt");
    (after_tens || !only_after_tens).then_some(found.2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::tokens::tokens;

    #[test]
    fn signs_group_or_divide_as_vietnamese_offices_write() {
        let cases = [
            ("08", 8, 0),
            ("1.250", 1250, 0),
            ("1,250", 1250, 0),
            ("75,5", 755, 1),
            ("8.0", 80, 1),
            ("0,150", 150, 3),
            ("1.250.000.000", 1_250_000_000, 0),
            ("150,000,000", 150_000_000, 0),
            ("150 000 000", 150_000_000, 0),
            ("11.974.405,56", 1_197_440_556, 2),
            ("1,197,440.56", 119_744_056, 2),
            ("1234,567", 1_234_567, 3),
        ];
        for (text, mantissa, scale) in cases {
            let all = tokens(text);
            let expected = Some((Decimal { mantissa, scale }, all.len()));
            assert_eq!(number(&all, 0), expected, "{text}");
        }
        assert_eq!(number(&tokens("15.9.2021"), 0), None);
        assert_eq!(number(&tokens("999999999999999999999"), 0), None);
        assert_eq!(number(&tokens("08 100"), 0).map(|n| n.1), Some(1));
    }

    #[test]
    fn numbers_in_words_are_read_to_the_hundreds() {
        let cases = [
            ("mười hai", Some(12)),
            ("hai mươi lăm", Some(25)),
            ("Ba mươi mốt người", Some(31)),
            ("một trăm linh năm", Some(105)),
            ("tám", Some(8)),
            ("muoi hai", Some(12)),
            ("từ", None),
            ("người", None),
        ];
        for (text, value) in cases {
            assert_eq!(number_words(&tokens(text), 0).map(|n| n.0), value, "{text}");
        }
    }
}
