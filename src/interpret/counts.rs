//! Which numbers, ranges, units and factors a cell of counts holds; people and days are made of them.

use super::numbers::{Decimal, is_negative, is_scientific, number, number_words};
use super::time::dates;
use super::time::words::english_month;
use crate::vocabulary::tokens::{Token, TokenKind, tokens};

/// One number with the word after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub low: Decimal,
    pub high: Decimal,
    /// Folded; empty where none is written.
    pub unit: String,
}

impl Item {
    /// "08 người" may be the total of the parts after it; "08 nam" is a part itself.
    pub fn is_total(&self) -> bool {
        matches!(
            self.unit.as_str(),
            "" | "nguoi" | "thanh" | "ng" | "tv" | "dai" | "luot"
        )
    }
}

/// What a cell of counts holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Count {
    pub items: Vec<Item>,
    /// "khoảng", "trên", "30+".
    pub approximate: bool,
    /// "mỗi đoàn 5 người", "02 đoàn x 8 người": the number holds for each delegation.
    pub each: bool,
    /// A factor without the word "đoàn": "2 x 8".
    pub factor: u32,
}

/// `None` where words stand that a count does not have.
pub fn read(text: &str) -> Option<Count> {
    let all = tokens(text);
    if is_negative(&all) || is_scientific(&all) {
        return None;
    }
    let (outer, inner) = split_brackets(&all);
    let mut count = scan(&outer)?;
    let groups = |count: &Count| count.items.iter().any(|item| item.unit == "doan");
    if !inner.is_empty() {
        match scan(&inner) {
            Some(within) if count.items.is_empty() => count = within,
            // "02 đoàn (mỗi đoàn 5-7 người)", "03 đoàn (24 người)".
            Some(within) if count.items.iter().all(|item| item.unit == "doan") => {
                count.each |= within.each;
                count.items.extend(within.items);
            }
            Some(within) if groups(&within) && !groups(&count) => {
                count
                    .items
                    .extend(within.items.into_iter().filter(|item| item.unit == "doan"));
            }
            _ => {}
        }
    }
    (!count.items.is_empty()).then_some(count)
}

/// Tokens outside brackets, and inside the first ones.
fn split_brackets<'t>(all: &[Token<'t>]) -> (Vec<Token<'t>>, Vec<Token<'t>>) {
    let (mut outer, mut inner) = (Vec::new(), Vec::new());
    let mut depth = 0_u32;
    for token in all {
        if token.is_sign('(') {
            depth += 1;
        } else if token.is_sign(')') {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            outer.push(token.clone());
        } else {
            inner.push(token.clone());
        }
    }
    (outer, inner)
}

fn scan(tokens: &[Token<'_>]) -> Option<Count> {
    let mut count = Count {
        factor: 1,
        ..Count::default()
    };
    let mut at = 0;
    // Words before the first number that are no known lead ("Giám đốc và 02 chuyên viên") would
    // leave somebody uncounted, unless they are a label ("Nam: 5").
    let mut loose_words = false;
    while let Some(token) = tokens.get(at) {
        if let Some((low, high, end)) = range(tokens, at) {
            if std::mem::take(&mut loose_words) || is_fraction(tokens, at) {
                return None;
            }
            let (mut unit, next) = unit(tokens, end);
            if unit.is_empty() {
                unit = label(tokens, at).unwrap_or_default();
            }
            at = next;
            if takes_factor(&mut count, tokens, end, low, high, &unit) {
                continue;
            }
            count.items.push(Item { low, high, unit });
            continue;
        }
        match token.kind {
            TokenKind::Number => return None,
            TokenKind::Sign(sign) => {
                count.approximate |= matches!(sign, '>' | '<' | '~' | '≈' | '≥' | '≤' | '±' | '+')
                    && approximates(tokens, at, sign);
                if matches!(sign, '×') {
                    count.each = true;
                }
                if sign == ':' {
                    loose_words = false;
                }
                if sign == '?' {
                    return None;
                }
            }
            TokenKind::Word => {
                count.approximate |= is_about(token);
                let per_group = token.is_word("doan") && at > 0 && tokens[at - 1].is_sign('/');
                count.each |= token.is_word("moi") || token.is_word("x") || per_group;
                if is_breakdown(tokens, at) && !count.items.is_empty() {
                    break;
                }
                loose_words |=
                    count.items.is_empty() && !is_lead(token) && !labels_a_number(tokens, at);
            }
        }
        at += 1;
    }
    Some(count)
}

/// "8/10" may be any of two numbers, a date, a part: it is no count.
fn is_fraction(tokens: &[Token<'_>], at: usize) -> bool {
    at >= 2 && tokens[at - 1].is_sign('/') && tokens[at - 2].is_number()
}

/// "30+" and "~30", but not the plus between two numbers.
fn approximates(tokens: &[Token<'_>], at: usize, sign: char) -> bool {
    sign != '+' || tokens[at + 1..].iter().all(|t| !t.is_number())
}

/// "2 x 8": the first number is a factor. "x 2 đợt" after the number: the second is.
fn takes_factor(
    count: &mut Count,
    tokens: &[Token<'_>],
    end: usize,
    low: Decimal,
    high: Decimal,
    unit: &str,
) -> bool {
    let times = |t: &Token<'_>| t.is_sign('×') || t.is_word("x");
    let rounds = matches!(unit, "dot" | "lan" | "chuyen" | "lop" | "luot");
    let before_times = unit.is_empty() && tokens.get(end).is_some_and(times);
    // "5 người x 2": the bare number after the sign is the factor.
    let after_times = unit.is_empty()
        && !count.items.is_empty()
        && count.each
        && end >= 2
        && times(&tokens[end - 2]);
    let round_of = rounds && (count.each || tokens[end..].iter().any(|t| t.is_number()));
    if low != high || !(before_times || after_times || round_of) {
        return false;
    }
    let Some(factor) = high.whole().filter(|n| (1..=366).contains(n)) else {
        return false;
    };
    // "2 đợt/16 người" says the total of both rounds.
    let each =
        before_times || count.each || tokens[end..].iter().any(|t| times(t) || t.is_word("moi"));
    if each {
        count.factor = count.factor.saturating_mul(factor);
    }
    true
}

/// A number or a range of numbers, and the index after it.
fn range(tokens: &[Token<'_>], at: usize) -> Option<(Decimal, Decimal, usize)> {
    let (first, end) = one(tokens, at)?;
    let is_year = dates::year4(tokens.get(at)).is_some() && end == at + 1;
    let Some(sign) = tokens.get(end) else {
        return Some((first, first, end));
    };
    // "5 người - 7 người" is read like "5-7 người".
    let joins = |t: &Token<'_>| {
        t.is_sign('-')
            || t.is_sign('~')
            || t.is_sign('÷')
            || (t.is_word("den") && t.is_marked("đến"))
            || t.is_word("toi")
            || t.is_word("hoac")
    };
    if joins(sign) && is_year {
        // "2021-07" is a month in the wrong column.
        return None;
    }
    if joins(sign)
        && let Some((second, end)) = one(tokens, end + 1)
    {
        let less = |a: Decimal, b: Decimal| {
            i128::from(a.mantissa) * 10_i128.pow(b.scale)
                <= i128::from(b.mantissa) * 10_i128.pow(a.scale)
        };
        let (low, high) = if less(first, second) {
            (first, second)
        } else {
            (second, first)
        };
        return Some((low, high, end));
    }
    Some((first, first, end))
}

fn one(tokens: &[Token<'_>], at: usize) -> Option<(Decimal, usize)> {
    number(tokens, at).or_else(|| {
        let (value, end) = number_words(tokens, at)?;
        Some((
            Decimal {
                mantissa: i64::from(value),
                scale: 0,
            },
            end,
        ))
    })
}

/// The word after a number, and the index after it. "lượt người" and "người/đoàn" are one unit.
fn unit(tokens: &[Token<'_>], at: usize) -> (String, usize) {
    let Some(token) = tokens.get(at).filter(|t| t.kind == TokenKind::Word) else {
        return (String::new(), at);
    };
    if token.folded == "x" || is_about(token) || is_breakdown(tokens, at) {
        return (String::new(), at);
    }
    if token.folded == "dong" && tokens.get(at + 1).is_some_and(|t| t.is_word("chi")) {
        return ("nguoi".to_owned(), at + 2);
    }
    if token.folded == "luot" && tokens.get(at + 1).is_some_and(|t| t.is_word("nguoi")) {
        return ("nguoi".to_owned(), at + 2);
    }
    (token.folded.clone(), at + 1)
}

fn is_about(token: &Token<'_>) -> bool {
    const ABOUT: [&str; 12] = [
        "khoang", "tren", "hon", "gan", "duoi", "uoc", "toi", "chung", "tam", "it", "khong", "qua",
    ];
    ABOUT.contains(&token.folded.as_str())
}

/// "trong đó 05 nam": what follows is a part of what stands before.
fn is_breakdown(tokens: &[Token<'_>], at: usize) -> bool {
    const WORDS: [&str; 5] = ["gom", "bao", "ke", "trong", "co"];
    tokens[at].kind == TokenKind::Word && WORDS.contains(&tokens[at].folded.as_str())
}

/// "nam 5, nữ 3": whom the number after it counts.
fn labels_a_number(tokens: &[Token<'_>], at: usize) -> bool {
    let sex = tokens[at].is_marked("nam") || tokens[at].is_marked("nữ");
    sex && matches!(tokens[at].folded.as_str(), "nam" | "nu")
        && tokens.get(at + 1).is_some_and(Token::is_number)
}

/// Whom a number without a unit counts, said before it: "nữ: 5", "nam 5".
fn label(tokens: &[Token<'_>], at: usize) -> Option<String> {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let colon = before(1).is_some_and(|token| token.is_sign(':'));
    let token = before(1 + usize::from(colon))?;
    let sexes = [("nam", "nam"), ("nu", "nữ")].into_iter();
    let mut said =
        sexes.filter(|(folded, marked)| token.is_word(folded) && token.is_marked(marked));
    said.next().map(|(folded, _)| folded.to_owned())
}

fn is_lead(token: &Token<'_>) -> bool {
    const LEADS: [&str; 29] = [
        "dot", "lan", "chuyen", "luot", "x", "khoang", "tren", "hon", "gan", "duoi", "uoc", "toi",
        "da", "it", "nhat", "khong", "qua", "so", "luong", "tong", "du", "kien", "gom", "co",
        "doan", "moi", "tu", "thieu", "chung",
    ];
    LEADS.contains(&token.folded.as_str())
}

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
