//! What the words of a period are: quarters and months, seasons, feasts, conditions, repetition.

use super::dates::year4;
use super::figures::per_year;
use super::grammar::{Bound, Mode, Parser, PartKind};
use super::slips;
use super::words::{self, any_at, feast_at, phrase_at};
use crate::interpret::numbers::number_words;
use crate::vocabulary::tokens::{Token, TokenKind};

impl Parser<'_> {
    pub(super) fn word(&mut self) -> bool {
        let mut taken = self.cited()
            || self.corrected()
            || self.denied()
            || self.says_nothing()
            || self.whole_or_half_year()
            || self.recurrence()
            || self.school_year()
            || self.lunar()
            || self.feast()
            || self.quarter()
            || self.month()
            || self.ordinal()
            || self.onwards()
            || self.connector()
            || self.spoken_span();
        if !taken {
            let token = &self.tokens[self.at];
            taken = words::is_filler(&token.folded);
            if !taken {
                self.out.foreign_words += 1;
                self.mode = Mode::None;
            }
            self.at += 1;
        }
        taken
    }

    fn whole_or_half_year(&mut self) -> bool {
        const FIRST: [&str; 4] = [
            "nua dau nam",
            "nua nam dau",
            "nua dau cua nam",
            "6t dau nam",
        ];
        const SECOND: [&str; 3] = ["nua cuoi nam", "nua nam cuoi", "nua sau nam"];
        let months = [
            (&words::WHOLE_YEAR[..], (1, 12)),
            (&FIRST[..], (1, 6)),
            (&SECOND[..], (7, 12)),
        ];
        let found = months
            .into_iter()
            .find_map(|(phrases, span)| Some((any_at(&self.tokens, self.at, phrases)?, span)));
        let halves = self.tokens[self.at]
            .is_word("h")
            .then(|| self.tokens.get(self.at + 1))
            .flatten();
        let half = halves.and_then(Token::value).and_then(|n| match n {
            1 => Some((self.at + 2, (1, 6))),
            2 => Some((self.at + 2, (7, 12))),
            _ => None,
        });
        let Some((end, span)) = found.or(half) else {
            return false;
        };
        self.at = end;
        self.push(PartKind::Span, span, None, None);
        true
    }

    /// "mỗi quý", "hằng tháng", "hàng năm", "định kỳ", "luân phiên".
    fn recurrence(&mut self) -> bool {
        if let Some(end) = any_at(
            &self.tokens,
            self.at,
            &["dinh ky", "luan phien", "thuong nien"],
        ) {
            self.out.recurring = true;
            self.at = end;
            return true;
        }
        let token = &self.tokens[self.at];
        let each = token.is_word("moi") && token.is_marked("mỗi")
            || token.is_word("hang") && (token.is_marked("hằng") || token.is_marked("hàng"));
        let unit = self
            .tokens
            .get(self.at + 1)
            .and_then(|t| per_year(&t.folded));
        let Some(per) = unit.filter(|_| each) else {
            return false;
        };
        self.at += 2;
        self.out.recurring = true;
        self.out.spread |= per > 1;
        if per > 1 {
            self.out.times = Some(per);
        }
        true
    }

    fn school_year(&mut self) -> bool {
        let Some(end) = phrase_at(&self.tokens, self.at, "nam hoc") else {
            return false;
        };
        self.at = end;
        let first = year4(self.tokens.get(self.at));
        let second = year4(self.tokens.get(self.at + 2)).filter(|_| first.is_some());
        self.at += if second.is_some() {
            3
        } else {
            usize::from(first.is_some())
        };
        self.push(PartKind::Span, (9, 17), None, first);
        self.out.years.extend(second);
        true
    }

    fn lunar(&mut self) -> bool {
        if let Some(end) = any_at(&self.tokens, self.at, &["am lich", "al"]) {
            self.out.lunar = true;
            self.at = end;
            return true;
        }
        let months = match any_at(&self.tokens, self.at, &["thang gieng", "thang chap"]) {
            Some(end) if self.tokens[end - 1].is_word("gieng") => (1, end),
            Some(end) => (12, end),
            None => return false,
        };
        self.out.lunar = true;
        self.at = months.1;
        self.push(PartKind::Month, (months.0, months.0), None, None);
        true
    }

    fn feast(&mut self) -> bool {
        let Some((feast, end)) = feast_at(&self.tokens, self.at) else {
            return false;
        };
        self.at = end;
        let kind = if feast.event {
            PartKind::Event
        } else {
            PartKind::Approximate
        };
        self.push(kind, feast.months, None, None);
        self.mode = Mode::None;
        true
    }

    fn quarter(&mut self) -> bool {
        let token = &self.tokens[self.at];
        if matches!(token.folded.as_str(), "q" | "quy" | "qui" | "quarter") {
            let dot = usize::from(self.tokens.get(self.at + 1).is_some_and(|t| t.is_sign('.')));
            if let Some(end) = any_at(&self.tokens, self.at + 1, &["dau nam", "cuoi nam"]) {
                let last = self.tokens[end - 2].is_word("cuoi");
                self.at = end;
                self.push(
                    PartKind::Quarter,
                    if last { (10, 12) } else { (1, 3) },
                    None,
                    None,
                );
                return true;
            }
            if let Some(last) = self.edge_quarter() {
                self.at += 2;
                let months = if last { (10, 12) } else { (1, 3) };
                self.push(PartKind::Approximate, months, None, None);
                return true;
            }
            let next = self.tokens.get(self.at + 1);
            let nth = next.is_some_and(|t| t.is_word("thu"));
            self.mode = Mode::Quarter;
            self.at += 1 + dot.max(usize::from(nth));
            self.out.impossible |= slips::no_quarter(&self.tokens, self.at);
            return true;
        }
        let glued = token
            .folded
            .strip_prefix("quy")
            .or_else(|| token.folded.strip_prefix('q'));
        let numeral = match (self.mode, glued.and_then(words::roman)) {
            (_, Some(glued)) => Some(glued),
            (Mode::Quarter, _) => words::roman(&token.folded),
            (Mode::None, _) if self.alone(token) => words::roman(&token.folded),
            _ => None,
        };
        let spoken = (self.mode == Mode::Quarter)
            .then(|| words::spoken(&self.tokens, self.at))
            .flatten();
        let (value, end) = match (numeral, spoken.filter(|(n, _)| (1..=4).contains(n))) {
            (Some(value), _) => (value, self.at + 1),
            (None, Some(spoken)) => spoken,
            (None, None) => return false,
        };
        self.mode = Mode::Quarter;
        self.at = end;
        // "Quý I1": one of two letters is a slip for the other.
        self.out.impossible |= self
            .tokens
            .get(end)
            .is_some_and(|t| t.glued && t.is_number());
        let year = self.year_after();
        self.calendar(value, year);
        true
    }

    /// "Quý đầu", "Quý cuối": whether it is the last of the year.
    fn edge_quarter(&self) -> Option<bool> {
        let next = self.tokens.get(self.at + 1)?;
        let last = next.is_word("cuoi");
        (last || next.is_word("dau") && next.is_marked("đầu")).then_some(last)
    }

    /// A Roman numeral is a quarter without "quý" only where the text begins with it, in capitals or
    /// with a year behind.
    fn alone(&self, token: &Token<'_>) -> bool {
        let year = year4(self.tokens.get(self.at + 2)).is_some();
        let capitals = token.raw.chars().all(|c| !c.is_lowercase());
        self.at == 0 && !token.folded.contains('l') && (capitals || year)
    }

    /// "may" and "mar" are months only where nothing but English months and figures stand.
    fn in_english(&self) -> bool {
        let word = |t: &Token<'_>| t.kind == TokenKind::Word;
        let mut words = self.tokens.iter().filter(|t| word(t));
        words.all(|t| words::english_month(t).is_some() || t.is_word("to") || t.is_word("and"))
    }

    fn month(&mut self) -> bool {
        let token = &self.tokens[self.at];
        if let Some(value) = words::english_month(token).filter(|_| self.in_english()) {
            self.mode = Mode::Month;
            self.at += 1;
            let year = self.year_after();
            self.calendar(value, year);
            return true;
        }
        if matches!(token.folded.as_str(), "thang" | "t" | "thg" | "th") {
            let dot = usize::from(self.tokens.get(self.at + 1).is_some_and(|t| t.is_sign('.')));
            let next = self.at + 1 + dot;
            let number = self.tokens.get(next).is_some_and(Token::is_number);
            if number || words::spoken(&self.tokens, next).is_some() {
                self.mode = Mode::Month;
                self.at = next;
                self.out.impossible |= slips::no_month(&self.tokens, self.at);
                return true;
            }
            return false;
        }
        let weekday =
            token.is_word("thu") && self.tokens.get(self.at + 1).is_some_and(Token::is_number);
        if token.is_word("tuan") || weekday {
            // "tuần 2 tháng 9", "tuần thứ hai của tháng 9": which week is not kept.
            let nth = usize::from(
                self.tokens
                    .get(self.at + 1)
                    .is_some_and(|t| t.is_word("thu")),
            );
            let number = self.tokens.get(self.at + 1 + nth);
            let spoken = words::spoken(&self.tokens, self.at + 1 + nth).is_some();
            self.at += 1 + nth + usize::from(spoken || number.is_some_and(Token::is_number));
            return true;
        }
        if token.is_word("ngay") || token.is_word("mung") {
            self.mode = Mode::Day;
            self.at += 1;
            return true;
        }
        if self.mode != Mode::Month {
            return false;
        }
        let Some((value, end)) = words::spoken(&self.tokens, self.at).filter(|(n, _)| *n <= 12)
        else {
            return false;
        };
        self.at = end;
        let year = self.year_after();
        self.calendar(value, year);
        true
    }

    /// "Quý II trở đi": to the end of the year.
    fn onwards(&mut self) -> bool {
        let Some(end) = any_at(&self.tokens, self.at, &["tro di", "ve sau"]) else {
            return false;
        };
        let Some(part) = self.out.parts.last_mut().filter(|part| part.last < 12) else {
            return false;
        };
        (part.kind, part.last, part.day) = (PartKind::Span, 12, None);
        self.at = end;
        true
    }

    /// "Đợt 1: tháng 3; đợt 2: tháng 10": which of several it is, not when.
    fn ordinal(&mut self) -> bool {
        let token = &self.tokens[self.at];
        if !(token.is_word("dot") || token.is_word("lan") && token.is_marked("lần")) {
            return false;
        }
        let thu = usize::from(
            self.tokens
                .get(self.at + 1)
                .is_some_and(|t| t.is_word("thu")),
        );
        let number = self.at + 1 + thu;
        let date = self.tokens.get(number + 1).is_some_and(|t| t.is_sign('/'));
        if !self.tokens.get(number).is_some_and(Token::is_number) || date {
            return false;
        }
        self.at = number + 1;
        true
    }

    fn connector(&mut self) -> bool {
        let token = &self.tokens[self.at];
        let start = !self.has_something();
        let until = |at: usize| self.tokens.get(at).is_some_and(|t| t.is_word("het"));
        if start && (token.is_word("het") || token.is_word("den") && until(self.at + 1)) {
            self.bound = Some(Bound::Until);
            self.at += 1 + usize::from(!token.is_word("het"));
            return true;
        }
        if token.is_word("tu") && !token.raw.is_ascii() && token.is_marked("từ") {
            self.open_from = Some(self.out.parts.len() + self.pending.len());
            return false;
        }
        let back = ["ve", "ket thuc", "nhap canh"];
        let back = any_at(&self.tokens, self.at, &back).is_some() && self.has_departure();
        let to = token.is_word("den") || back || token.is_word("toi") && self.has_something();
        if to {
            self.joined = self.has_something();
        } else if token.is_word("truoc") {
            self.bound = Some(Bound::Before);
        } else if token.is_word("sau") && token.is_marked("sau") {
            self.bound = Some(Bound::After);
        } else if words::is_and(token) {
            self.listed = true;
        } else {
            return false;
        }
        self.at += 1;
        true
    }

    /// "Đi 28/6" before "về 03/7".
    fn has_departure(&self) -> bool {
        let leaves = ["di", "khoi hanh", "xuat canh", "bat dau"];
        (0..self.at).any(|at| any_at(&self.tokens, at, &leaves).is_some())
    }

    /// "sáu tháng đầu năm".
    fn spoken_span(&mut self) -> bool {
        number_words(&self.tokens, self.at).is_some() && self.span_of_months()
    }
}
