//! One pass over the tokens of a count: numbers, ranges, units, factors, and what is a part of them.

use super::words::{breaks, is_about, is_breakdown, is_lead, is_round, is_thing, is_time};
use super::{Count, Item, Joint, Kind};
use crate::interpret::accounting::Used;
use crate::interpret::numbers::{Decimal, number, number_words};
use crate::interpret::time::dates;
use crate::vocabulary::tokens::{Token, TokenKind};

pub struct Scanner<'a, 't> {
    tokens: Vec<Token<'t>>,
    /// The index of each token in the cell.
    places: &'a [usize],
    used: &'a mut Used,
    kind: Kind,
    out: Count,
    depth: u32,
    /// What follows are parts of what was counted.
    in_parts: bool,
    /// Words before the first number that are no known lead ("Giám đốc và 02 chuyên viên") would leave
    /// somebody uncounted, unless they are a label ("Nam: 5").
    loose_words: bool,
    labelled: bool,
    joint: Joint,
    /// What each is spoken of after a stroke: "5 ngày/đợt".
    per: Option<String>,
}

/// A number or a range of numbers, and the index after it.
struct Figure {
    low: Decimal,
    high: Decimal,
    end: usize,
}

impl<'a, 't> Scanner<'a, 't> {
    pub fn new(
        all: &[Token<'t>],
        places: &'a [usize],
        kind: Kind,
        used: &'a mut Used,
    ) -> Scanner<'a, 't> {
        Scanner {
            tokens: places.iter().map(|at| all[*at].clone()).collect(),
            places,
            used,
            kind,
            out: Count {
                factor: 1,
                ..Count::default()
            },
            depth: 0,
            in_parts: false,
            loose_words: false,
            labelled: false,
            joint: Joint::List,
            per: None,
        }
    }

    pub fn count(mut self) -> Option<Count> {
        let mut at = 0;
        while at < self.tokens.len() {
            at = match self.figure(at) {
                Some(figure) => self.number(at, figure)?,
                None => self.other(at)?,
            };
        }
        // "10 ngày/quý": how many quarters, nobody said.
        let open = self.per.is_some_and(|per| per == "quy" || per == "thang");
        (!open).then_some(self.out)
    }

    fn take(&mut self, from: usize, to: usize) {
        for at in from..to.min(self.places.len()) {
            let place = self.places[at];
            self.used.take(place..place + 1);
        }
    }

    fn number(&mut self, at: usize, figure: Figure) -> Option<usize> {
        let Figure { low, high, end } = figure;
        let loose = std::mem::take(&mut self.loose_words) && self.depth == 0;
        if loose && !self.labelled && !self.is_explicit(end) {
            return None;
        }
        let (mut unit, mut next) = self.unit(end);
        if unit.is_empty() {
            unit = self.label(at).unwrap_or_default();
        }
        let (mut low, mut high) = (low, high);
        if self.tokens.get(next).is_some_and(|t| t.is_word("ruoi")) {
            (low, high) = (and_a_half(low)?, and_a_half(high)?);
            next += 1;
        }
        self.take(at, next);
        if self.is_fraction(at, &unit) {
            return None;
        }
        if self.passes_over(&unit) || self.takes_factor(end, low, high, &unit) {
            return Some(next);
        }
        let item = Item {
            low,
            high,
            unit,
            joint: std::mem::take(&mut self.joint),
            labelled: std::mem::take(&mut self.labelled),
        };
        self.put(item);
        Some(next)
    }

    fn put(&mut self, item: Item) {
        let groups = |items: &[Item]| items.iter().any(|item| item.unit == "doan");
        let beside = self.depth > 0 && !self.in_parts;
        // "02 đoàn (mỗi đoàn 5-7 người)", "03 đoàn (24 người)", "10 người (02 đoàn)", "Lãnh đạo Sở (08 người)".
        let counts = self.out.items.iter().all(|known| known.unit == "doan")
            || item.unit == "doan" && !groups(&self.out.items);
        if self.in_parts || beside && !counts {
            self.out.parts.push(item);
        } else {
            self.out.items.push(item);
        }
    }

    /// A number with a unit of its own, whatever words stand before it: "Lào 3 ngày".
    fn is_explicit(&self, end: usize) -> bool {
        self.kind == Kind::Days
            && self
                .tokens
                .get(end)
                .is_some_and(|t| t.is_word("ngay") || t.is_word("tuan"))
    }

    /// Days beside people, cars beside both: understood, and no part of the count.
    fn passes_over(&self, unit: &str) -> bool {
        let counted = !self.out.items.is_empty();
        match self.kind {
            Kind::People => counted && (is_thing(unit) || is_time(unit) && unit != "year"),
            Kind::Days => is_thing(unit) || matches!(unit, "nguoi" | "ng"),
        }
    }

    /// "8/10" may be any of two numbers, a date, a part; "03 nữ/08 người" and "5/2 nữ" are plain.
    fn is_fraction(&self, at: usize, unit: &str) -> bool {
        let stroke = at >= 2 && self.tokens[at - 1].is_sign('/') && self.tokens[at - 2].is_number();
        stroke && !matches!(unit, "nu" | "nam") && self.kind == Kind::People
            || stroke && self.kind == Kind::Days && unit.is_empty()
    }

    fn other(&mut self, at: usize) -> Option<usize> {
        let token = self.tokens[at].clone();
        match token.kind {
            TokenKind::Number => return None,
            TokenKind::Sign(sign) => self.sign(at, sign)?,
            TokenKind::Word => self.word(at, &token),
        }
        Some(at + 1)
    }

    fn sign(&mut self, at: usize, sign: char) -> Option<()> {
        if breaks(&self.tokens[at]) {
            return None;
        }
        let approximates = sign != '+' || self.tokens[at + 1..].iter().all(|t| !t.is_number());
        self.out.approximate |=
            approximates && matches!(sign, '>' | '<' | '~' | '≈' | '≥' | '≤' | '+');
        self.joint = match sign {
            '+' => Joint::Plus,
            '-' => Joint::Dash,
            '/' => Joint::Stroke,
            ',' | ';' | '\n' => Joint::List,
            _ => self.joint,
        };
        match sign {
            '(' => self.depth += 1,
            ')' => {
                self.depth = self.depth.saturating_sub(1);
                self.in_parts &= self.depth > 0;
            }
            '×' => {
                self.out.each = true;
                self.take(at, at + 1);
            }
            ':' => {
                self.labelled = true;
                self.loose_words = false;
            }
            '/' => self.per_group(at),
            _ => {}
        }
        Some(())
    }

    /// "/đoàn", "/đợt", "/tháng": the number before holds for each of them.
    fn per_group(&mut self, at: usize) {
        let Some(unit) = self
            .tokens
            .get(at + 1)
            .filter(|t| t.kind == TokenKind::Word)
        else {
            return;
        };
        let unit = unit.folded.clone();
        self.out.each |= unit == "doan" || is_round(&unit);
        if is_time(&unit) && !self.out.items.is_empty() {
            self.per = Some(unit);
        }
    }

    fn word(&mut self, at: usize, token: &Token<'_>) {
        self.out.approximate |= is_about(token);
        let idle = is_about(token) || is_lead(token) || token.is_word("moi") || token.is_word("x");
        if idle {
            self.take(at, at + 1);
        }
        self.out.each |= token.is_word("moi") || token.is_word("x");
        if token.is_word("va") && token.is_marked("và") {
            self.joint = Joint::And;
        }
        if token.is_word("ngoai") && self.tokens.get(at + 1).is_some_and(|t| t.is_word("ra")) {
            self.take(at, at + 2);
        }
        let besides = at > 0 && self.tokens[at - 1].is_word("ra");
        if is_breakdown(token) && !self.out.items.is_empty() && !besides {
            self.in_parts = true;
        }
        let labels = self.labels_a_number(at, token);
        self.loose_words |=
            self.out.items.is_empty() && self.depth == 0 && !is_lead(token) && !labels;
    }

    /// "2 x 8": the first number is a factor. "x 2 đợt" after the number: the second is.
    fn takes_factor(&mut self, end: usize, low: Decimal, high: Decimal, unit: &str) -> bool {
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
    fn figure(&self, at: usize) -> Option<Figure> {
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

    fn one(&self, at: usize) -> Option<(Decimal, usize)> {
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
    fn unit(&self, at: usize) -> (String, usize) {
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
        let unit = if years { "year" } else { &token.folded };
        (unit.to_owned(), at + 1)
    }

    /// "nam 5, nữ 3": whom the number after it counts.
    fn labels_a_number(&self, at: usize, token: &Token<'_>) -> bool {
        let sex = token.is_marked("nam") || token.is_marked("nữ");
        sex && matches!(token.folded.as_str(), "nam" | "nu")
            && self.tokens.get(at + 1).is_some_and(Token::is_number)
    }

    /// Whom a number without a unit counts, said before it: "nữ: 5", "nam 5".
    fn label(&self, at: usize) -> Option<String> {
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

fn and_a_half(number: Decimal) -> Option<Decimal> {
    Some(Decimal {
        mantissa: number
            .mantissa
            .checked_mul(10)?
            .checked_add(5 * 10_i64.checked_pow(number.scale)?)?,
        scale: number.scale + 1,
    })
}
