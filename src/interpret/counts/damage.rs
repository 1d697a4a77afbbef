//! What a spreadsheet made of a range of counts: "05-Jul" was 5-7.

use crate::interpret::time::words::english_month;
use crate::vocabulary::tokens::Token;
use crate::vocabulary::tokens::tokens;

fn small(token: &Token<'_>) -> Option<u32> {
    let value = u32::try_from(token.value()?).ok()?;
    (1..=99).contains(&value).then_some(value)
}

/// The two numbers that Excel made a date of: "05-Jul" and "07-May" are 5-7, "Sep-21" is 9-21.
pub fn excel_damage(text: &str) -> Option<(u32, u32)> {
    let all = tokens(text);
    let (a, b) = match all.as_slice() {
        [a, sign, b] if sign.is_sign('-') || sign.is_sign('/') => (a, b),
        [a, b] => (a, b),
        // Vietnamese Excel: "5-Thg7".
        [a, sign, month, b] if sign.is_sign('-') && month.is_word("thg") && b.glued => {
            let (a, b) = (small(a)?, small(b).filter(|month| *month <= 12)?);
            return Some((a.min(b), a.max(b)));
        }
        [day, s1, month, s2, year, clock @ ..]
            if clock
                .iter()
                .all(|t| t.is_number() || t.is_sign(':') || t.is_word("t"))
                && (s1.is_sign('/') || s1.is_sign('-'))
                && (s2.is_sign('/') || s2.is_sign('-'))
                && year.raw.len().max(day.raw.len()) == 4 =>
        {
            if day.raw.len() == 4 {
                (month, year)
            } else {
                (day, month)
            }
        }
        _ => return None,
    };
    let months = [a, b].iter().filter(|t| english_month(t).is_some()).count();
    if all.len() < 5 && months != 1 {
        return None;
    }
    let part = |t: &Token<'_>| english_month(t).or_else(|| u32::try_from(t.value()?).ok());
    let (a, b) = (part(a)?, part(b)?);
    let fits = (1..=99).contains(&a) && (1..=99).contains(&b);
    fits.then_some((a.min(b), a.max(b)))
}
