//! One pass over the tokens of a count: numbers, ranges, units, factors, and what is a part of them.

use super::figures::{Figure, and_a_half};
use super::words::{THING, breaks, is_about, is_breakdown, is_lead, is_round, is_time};
use super::{Count, Item, Joint, Kind, Label};
use crate::interpret::accounting::Used;
use crate::vocabulary::tokens::{Token, TokenKind};

pub struct Scanner<'a, 't> {
    pub(super) tokens: Vec<Token<'t>>,
    /// The index of each token in the cell.
    places: &'a [usize],
    used: &'a mut Used,
    kind: Kind,
    pub(super) out: Count,
    depth: u32,
    /// What follows are parts of what was counted.
    in_parts: bool,
    /// Words before the first number that are no known lead ("Giám đốc và 02 chuyên viên") would leave
    /// somebody uncounted, unless they are a label ("Nam: 5").
    loose_words: bool,
    label: Label,
    joint: Joint,
    /// What each is spoken of after a stroke: "5 ngày/đợt".
    pub(super) per: Option<String>,
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
            label: Label::None,
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
        if loose && self.label == Label::None && !self.is_explicit(end) {
            return None;
        }
        let (mut unit, mut next) = self.unit(end);
        if unit.is_empty() {
            unit = self.sex_before(at).unwrap_or_default();
        }
        if unit.is_empty() && self.label == Label::None && self.is_named(at) {
            self.label = Label::Word;
        }
        let (mut low, mut high) = (low, high);
        if self.tokens.get(next).is_some_and(|t| t.is_word("ruoi")) {
            (low, high) = (and_a_half(low)?, and_a_half(high)?);
            next += 1;
        }
        self.take(at, next);
        if self.kind == Kind::Days && self.is_man_days(next) {
            return None;
        }
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
            label: std::mem::take(&mut self.label),
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

    /// "Sở 4", "phòng 305": a word that is no lead stands right before the number.
    fn is_named(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        let counted = !self.out.items.is_empty();
        before.is_some_and(|t| {
            let joins = is_about(t)
                || is_lead(t)
                || t.is_word("va")
                || t.is_word("them")
                || is_breakdown(t);
            counted && t.kind == TokenKind::Word && !joins
        })
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
            Kind::People => counted && (unit == THING || is_time(unit) && unit != "year"),
            Kind::Days => unit == THING || matches!(unit, "nguoi" | "ng"),
        }
    }

    /// "40 ngày công", "40 ngày người": days of work, not of the journey.
    fn is_man_days(&self, next: usize) -> bool {
        let word = |at: usize, word: &str| self.tokens.get(at).is_some_and(|t| t.is_word(word));
        word(next, "nguoi") || word(next, "cong") && !word(next + 1, "tac")
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
                let named = at > 0 && self.tokens[at - 1].kind == TokenKind::Word;
                self.label = if named { Label::Colon } else { Label::Ordinal };
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
        if !self.out.items.is_empty() {
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
            self.out.doubtful |= self.leaves_somebody(at);
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

    /// "06 người và gia đình": people without a number.
    fn leaves_somebody(&self, at: usize) -> bool {
        let word = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|t| t.kind == TokenKind::Word)
        };
        let counted = at >= 2 && word(at - 1) && self.tokens[at - 2].is_number();
        let more = word(at + 1) && self.figure(at + 1).is_none() && !is_about(&self.tokens[at + 1]);
        self.kind == Kind::People && counted && more && self.depth == 0 && !self.in_parts
    }

    /// "nam 5, nữ 3": whom the number after it counts.
    fn labels_a_number(&self, at: usize, token: &Token<'_>) -> bool {
        let sex = token.is_marked("nam") || token.is_marked("nữ");
        sex && matches!(token.folded.as_str(), "nam" | "nu")
            && self.tokens.get(at + 1).is_some_and(Token::is_number)
    }
}
