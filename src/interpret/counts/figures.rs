//! Numbers of a count with their units and factors: ranges, numbers in words, "x 2 đợt".

use super::scan::Scanner;
use super::words::{THING, is_about, is_breakdown, is_round, is_thing};
use crate::interpret::numbers::{Decimal, number, number_words};
use crate::interpret::time::dates;
use crate::vocabulary::tokens::{Token, TokenKind};

/// A number or a range of numbers, and the index after it.
pub struct Figure {
    pub low: Decimal,
    pub high: Decimal,
    pub end: usize,
}

impl Scanner<'_, '_> {
    /// "2 x 8": the first number is a factor. "x 2 đợt" after the number: the second is.
    pub(super) fn takes_factor(
        &mut self,
        end: usize,
        low: Decimal,
        high: Decimal,
        unit: &str,
    ) -> bool {
        let times = |t: &Token<'_>| t.is_sign('×') || t.is_word("x");
        let rest = self.tokens.get(end..).unwrap_or_default();
        let before_times = unit.is_empty() && rest.first().is_some_and(times);
        // "5 người x 2": the bare number after the sign is the factor.
        let after_sign = end >= 2 && times(&self.tokens[end - 2]);
        let after_times =
            unit.is_empty() && !self.out.items.is_empty() && self.out.each && after_sign;
        let round = is_round(unit) && (self.out.each || rest.iter().any(|t| t.is_number()));
        let of_rate = after_sign && self.per.as_deref() == Some(unit);
        if low != high || !(before_times || after_times || round || of_rate) {
            return false;
        }
        let Some(factor) = high.whole().filter(|n| (1..=366).contains(n)) else {
            return false;
        };
        // "2 đợt/16 người" says the total of both rounds.
        let each = before_times
            || of_rate
            || self.out.each
            || rest.iter().any(|t| times(t) || t.is_word("moi"));
        if each {
            self.out.factor = self.out.factor.saturating_mul(factor);
        }
        if of_rate {
            self.per = None;
        }
        true
    }

    /// A number or a range of numbers.
    pub(super) fn figure(&self, at: usize) -> Option<Figure> {
        let (first, end) = self.one(at)?;
        let single = Figure {
            low: first,
            high: first,
            end,
        };
        let is_year = dates::year4(self.tokens.get(at)).is_some() && end == at + 1;
        let Some(sign) = self.tokens.get(end) else {
            return Some(single);
        };
        let joins = sign.is_sign('-')
            || sign.is_sign('~')
            || sign.is_sign('÷')
            || sign.is_word("den") && sign.is_marked("đến")
            || sign.is_word("toi")
            || sign.is_word("hoac");
        if joins && is_year {
            // "2021-07" is a month in the wrong column.
            return None;
        }
        match self.one(end + 1).filter(|_| joins) {
            Some((second, end)) => {
                let (low, high) = if less(first, second) {
                    (first, second)
                } else {
                    (second, first)
                };
                Some(Figure { low, high, end })
            }
            None => Some(single),
        }
    }

    pub(super) fn one(&self, at: usize) -> Option<(Decimal, usize)> {
        number(&self.tokens, at).or_else(|| {
            // "8 người/năm": after a stroke a word is no number.
            if at > 0 && self.tokens[at - 1].is_sign('/') {
                return None;
            }
            let (value, end) = number_words(&self.tokens, at)?;
            let mantissa = i64::from(value);
            Some((Decimal { mantissa, scale: 0 }, end))
        })
    }

    /// The word after a number, and the index after it. "lượt người" and "người/đoàn" are one unit.
    pub(super) fn unit(&self, at: usize) -> (String, usize) {
        let Some(token) = self.tokens.get(at).filter(|t| t.kind == TokenKind::Word) else {
            return (String::new(), at);
        };
        let joins = token.folded == "x" || token.is_word("va") && token.is_marked("và");
        if joins || is_about(token) || is_breakdown(token) {
            return (String::new(), at);
        }
        let next = |word: &str| self.tokens.get(at + 1).is_some_and(|t| t.is_word(word));
        if token.folded == "dong" && next("chi") || token.folded == "luot" && next("nguoi") {
            return ("nguoi".to_owned(), at + 2);
        }
        let years = !token.raw.is_ascii() && token.is_word("nam") && token.is_marked("năm");
        let unit = match () {
            () if years => "year",
            () if is_thing(token) => THING,
            () => &token.folded,
        };
        (unit.to_owned(), at + 1)
    }

    /// Whom a number without a unit counts, said before it: "nữ: 5", "nam 5".
    pub(super) fn sex_before(&self, at: usize) -> Option<String> {
        let before = |back: usize| at.checked_sub(back).and_then(|at| self.tokens.get(at));
        let colon = before(1).is_some_and(|token| token.is_sign(':'));
        let token = before(1 + usize::from(colon))?;
        let sexes = [("nam", "nam"), ("nu", "nữ")].into_iter();
        let mut said =
            sexes.filter(|(folded, marked)| token.is_word(folded) && token.is_marked(marked));
        said.next().map(|(folded, _)| folded.to_owned())
    }
}

fn less(a: Decimal, b: Decimal) -> bool {
    let scaled = |a: Decimal, b: Decimal| i128::from(a.mantissa) * 10_i128.pow(b.scale);
    scaled(a, b) <= scaled(b, a)
}

pub fn and_a_half(number: Decimal) -> Option<Decimal> {
    Some(Decimal {
        mantissa: number
            .mantissa
            .checked_mul(10)?
            .checked_add(5 * 10_i64.checked_pow(number.scale)?)?,
        scale: number.scale + 1,
    })
}
