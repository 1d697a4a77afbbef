//! What the figures of a period are: quarters, months, dates, years, or how often and how long.

use super::dates::{self, Numeric, year4};
use super::grammar::{Mode, Parser, PartKind};
use super::slips;
use super::words::{self, phrase_at};
use crate::interpret::numbers::number_words;
use crate::vocabulary::tokens::{Token, TokenKind};

impl Parser<'_> {
    pub(super) fn number(&mut self) {
        if self.repeated() || self.span_of_months() || self.duration() {
            return;
        }
        if self.counts_something() {
            self.out.stray_figures += 1;
            self.at += 1;
            return;
        }
        if let Some(end) = phrase_at(&self.tokens, self.at, "4 quy") {
            self.at = end;
            return self.push(PartKind::Span, (1, 12), None, None);
        }
        let date = dates::numeric(&self.tokens, self.at);
        let three_parts = matches!(date, Some((Numeric::Day { year: Some(_), .. }, _)))
            && !slips::right_after_quarter(&self.tokens, self.at);
        let taken = !three_parts
            && match self.mode {
                Mode::Quarter => self.in_mode(4),
                Mode::Month => self.in_mode(12),
                _ => false,
            };
        if taken {
            return;
        }
        match date {
            // "Quý 1-5/2021" runs to no quarter, and hardly to May.
            Some((Numeric::Month { .. }, end)) if self.goes_on_from_a_quarter() => {
                self.out.impossible = true;
                self.at = end;
            }
            Some((found, end)) => {
                self.take_numeric(found);
                self.at = end;
            }
            None if self.no_date() => {}
            None => self.year_or_bare(),
        }
    }

    /// "Quý II, 3 nước": behind a quarter, and the number of something else.
    fn counts_something(&self) -> bool {
        const TIMES: [&str; 6] = ["dau", "tro", "cung", "lan", "hay", "am"];
        let is_word = |t: &Token<'_>| t.kind == TokenKind::Word;
        let goes_on = self
            .at
            .checked_sub(1)
            .is_some_and(|at| !is_word(&self.tokens[at]));
        let next = self
            .tokens
            .get(self.at + 1)
            .filter(|t| is_word(t) && !t.glued);
        let other = |word: &str| !words::is_filler(word) && !TIMES.contains(&word);
        self.mode == Mode::Quarter && goes_on && next.is_some_and(|t| other(&t.folded))
    }

    fn goes_on_from_a_quarter(&self) -> bool {
        let glued = |at: usize| self.tokens.get(at).is_some_and(|t| t.glued);
        let dash = self.at.checked_sub(1);
        self.mode == Mode::Quarter
            && self.joined
            && dash.is_some_and(|dash| glued(dash) && glued(self.at))
    }

    /// "32/9/2021", "13/2021", "2021-13-05": passed over whole, so that no part of it is read.
    fn no_date(&mut self) -> bool {
        let Some(run) = slips::no_date(&self.tokens, self.at) else {
            return false;
        };
        if run.surely {
            self.out.impossible = true;
        } else {
            self.out.stray_figures += 1;
        }
        self.at = run.end;
        true
    }

    /// A number of the quarter or the month that "quý" or "tháng" began, with the year after it.
    fn in_mode(&mut self, most: u32) -> bool {
        let token = &self.tokens[self.at];
        let fits = |n: &u64| (1..=u64::from(most)).contains(n) && token.raw.len() <= 2;
        let Some(value) = token.value().filter(fits) else {
            return false;
        };
        self.at += 1;
        // "Quý 1I".
        let numeral = |t: &Token<'_>| t.glued && words::roman(&t.folded).is_some();
        self.out.impossible |= most == 4 && self.tokens.get(self.at).is_some_and(numeral);
        let year = self.year_after();
        self.calendar(value as u32, year);
        true
    }

    /// Puts down a quarter or a month, by mode; days that wait before it become dates.
    pub(super) fn calendar(&mut self, value: u32, year: Option<i32>) {
        if self.mode == Mode::Quarter {
            return self.push(PartKind::Quarter, (value * 3 - 2, value * 3), None, year);
        }
        if self.pending.is_empty() {
            return self.push(PartKind::Month, (value, value), None, year);
        }
        let joined = self.joined;
        for (day, joined) in std::mem::take(&mut self.pending) {
            self.joined = joined;
            self.day(day, value, year);
        }
        self.joined = joined && self.joined;
    }

    /// "/2021", "-2021", "/21", "năm 2021" after a quarter or a month.
    pub(super) fn year_after(&mut self) -> Option<i32> {
        let sign = self.tokens.get(self.at)?;
        let joins =
            ['/', '-', '.', ','].into_iter().any(|s| sign.is_sign(s)) || sign.is_word("nam");
        let next = if joins { self.at + 1 } else { self.at };
        if let Some(year) = year4(self.tokens.get(next)) {
            // "9/2021/..." and "2020-2021" are read elsewhere.
            self.at = next + 1;
            return Some(year);
        }
        let written = joins && (sign.is_sign('/') || sign.is_word("nam"));
        let figures = self.tokens.get(next).filter(|t| written && t.is_number())?;
        let value = figures.value().unwrap_or(u64::MAX);
        let most = if self.mode == Mode::Quarter { 4 } else { 12 };
        match figures.raw.len() {
            2 if (15..=60).contains(&value) => {
                self.at = next + 1;
                Some(2000 + value as i32)
            }
            // "Quý II/III", "tháng 9/10" go on with another one of the same kind.
            1 | 2 if value <= most => None,
            1 | 2 if sign.is_word("nam") => None,
            _ => {
                // "Quý III/20211", "tháng 9/13".
                self.out.impossible = true;
                self.at = next + 1;
                None
            }
        }
    }

    fn take_numeric(&mut self, found: Numeric) {
        let last_joined = self.joined;
        for (value, joined) in std::mem::take(&mut self.pending) {
            self.joined = joined;
            match found {
                Numeric::Day { month, year, .. } => self.day(value, month, year),
                Numeric::Month { year, .. } if (1..=12).contains(&value) => {
                    self.push(PartKind::Month, (value, value), None, Some(year));
                }
                Numeric::Month { .. } => self.out.impossible = true,
            }
        }
        self.joined = last_joined;
        match found {
            Numeric::Day { day, month, year } => self.day(day, month, year),
            Numeric::Month { month, year } => {
                self.push(PartKind::Month, (month, month), None, Some(year));
            }
        }
        self.mode = Mode::None;
    }

    fn year_or_bare(&mut self) {
        let token = &self.tokens[self.at];
        self.at += 1;
        if let Some(year) = year4(Some(token)) {
            if let Some(end) = slips::year_after(&self.tokens, self.at - 1) {
                self.out.years.push(year + 1);
                self.at = end;
            }
            self.out.years.push(year);
            match self.out.parts.last_mut() {
                Some(part) if part.year.is_none() => part.year = Some(year),
                _ => {}
            }
            return;
        }
        let bare = token
            .value()
            .filter(|n| (1..=31).contains(n) && token.raw.len() <= 2);
        match bare {
            Some(value) => {
                let joined = std::mem::take(&mut self.joined);
                self.pending.push((value as u32, joined));
            }
            // "ngày 32 tháng 9".
            None if self.mode == Mode::Day => self.out.impossible = true,
            None => self.out.stray_figures += 1,
        }
    }

    /// "02 lần/năm", "01 lần", "2 đợt".
    fn repeated(&mut self) -> bool {
        let Some(unit) = self.tokens.get(self.at + 1) else {
            return false;
        };
        if !unit.is_marked("lần") || unit.folded != "lan" {
            if unit.is_word("dot") || unit.is_word("chuyen") {
                self.at += 2;
                return true;
            }
            return false;
        }
        let Some(times) = self.tokens[self.at]
            .value()
            .filter(|n| (1..=366).contains(n))
        else {
            return false;
        };
        self.at += 2;
        self.out.recurring = true;
        let so_far = self.out.times.filter(|_| self.out.spread).unwrap_or(1);
        let per = self
            .tokens
            .get(self.at)
            .filter(|t| t.is_sign('/') || t.is_word("moi") || t.is_word("mot"));
        let every = per
            .and_then(|_| self.tokens.get(self.at + 1))
            .and_then(|t| per_year(&t.folded));
        let every = every.inspect(|_| self.at += 2);
        self.out.spread |= every.is_some_and(|n| n > 1);
        self.out.times = Some((times as u32).saturating_mul(every.unwrap_or(so_far)));
        true
    }

    /// "6 tháng đầu năm", "3 tháng cuối năm", "6 tháng/lần".
    pub(super) fn span_of_months(&mut self) -> bool {
        let spoken = number_words(&self.tokens, self.at).map(|(n, end)| (u64::from(n), end));
        let number = self.tokens[self.at]
            .value()
            .map(|n| (n, self.at + 1))
            .or(spoken);
        let Some((months, next)) = number.filter(|(n, _)| (1..=12).contains(n)) else {
            return false;
        };
        let unit = self.tokens.get(next);
        let edge = self
            .tokens
            .get(next + 1)
            .is_some_and(|t| t.is_word("dau") || t.is_word("cuoi"));
        if !unit.is_some_and(|t| t.is_word("thang") || t.is_word("t") && edge) {
            return false;
        }
        let months = months as u32;
        let tail = |words| phrase_at(&self.tokens, next + 1, words);
        let (span, end) = if let Some(end) = tail("dau nam").or_else(|| tail("dau")) {
            ((1, months), end)
        } else if let Some(end) = tail("cuoi nam").or_else(|| tail("cuoi")) {
            ((13 - months, 12), end)
        } else if let Some(end) = tail("giua nam") {
            ((4, 9), end)
        } else {
            return self.every_months(months, next + 1);
        };
        self.at = end;
        self.mode = Mode::None;
        self.push(PartKind::Span, span, None, None);
        true
    }

    fn every_months(&mut self, months: u32, at: usize) -> bool {
        let sign = self
            .tokens
            .get(at)
            .is_some_and(|t| t.is_sign('/') || t.value() == Some(1));
        if !(sign && self.tokens.get(at + 1).is_some_and(|t| t.is_word("lan"))) {
            return false;
        }
        self.at = at + 2;
        self.out.recurring = true;
        self.out.spread = months < 12;
        self.out.times = Some(12 / months);
        true
    }

    /// "5 ngày", "02 tuần" beside a period say how long, not when.
    fn duration(&mut self) -> bool {
        let Some(unit) = self.tokens.get(self.at + 1) else {
            return false;
        };
        if matches!(unit.folded.as_str(), "h" | "gio" | "g") {
            // "8h00 ngày 15/9": a time of day.
            let minutes = self
                .tokens
                .get(self.at + 2)
                .is_some_and(|t| t.is_number() && t.glued);
            self.at += 2 + usize::from(minutes);
            return true;
        }
        let next_is_number = self.tokens.get(self.at + 2).is_some_and(Token::is_number);
        let is_unit = unit.is_word("ngay")
            || unit.is_word("tuan")
            || unit.is_word("dem")
            || unit.is_word("nguoi")
            || unit.is_word("luot")
            || unit.is_word("doan");
        let month = unit.is_word("thang")
            && self.mode != Mode::Day
            && !next_is_number
            && self.pending.is_empty()
            && words::spoken(&self.tokens, self.at + 2).is_none();
        if !(is_unit && !next_is_number || month) {
            return false;
        }
        if month {
            self.months = self.tokens[self.at].value().and_then(|n| n.try_into().ok());
        }
        self.at += 2;
        self.mode = Mode::None;
        true
    }
}

/// How often a year holds a unit of time.
pub fn per_year(unit: &str) -> Option<u32> {
    Some(match unit {
        "tuan" => 52,
        "thang" => 12,
        "quy" => 4,
        "nam" => 1,
        _ => return None,
    })
}
