//! Which parts of time a text names, and how they are joined: the words, not yet their year.

use super::Hint;
use super::dates::{self, Numeric, year4};
use super::words::{self, any_at, feast_at, phrase_at};
use crate::interpret::numbers::number_words;
use crate::vocabulary::tokens::{Token, TokenKind, tokens};

/// What kind of words named a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    Quarter,
    Month,
    Day,
    Span,
    Approximate,
    Event,
}

/// One part of a period: whole months, or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub kind: PartKind,
    /// Months, first and last; the last may be 13 or more: in the year after.
    pub first: u32,
    pub last: u32,
    pub day: Option<u32>,
    pub year: Option<i32>,
    /// "đến", "-": the span from the part before to this one.
    pub joined: bool,
}

/// What a text says about time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parse {
    pub parts: Vec<Part>,
    /// Years written, in order.
    pub years: Vec<i32>,
    pub lunar: bool,
    pub recurring: bool,
    /// In every quarter of the year.
    pub spread: bool,
    pub times: Option<u32>,
    pub conditional: bool,
    pub undetermined: bool,
    pub excel_text: bool,
    pub serial: bool,
    pub foreign_words: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    None,
    Quarter,
    Month,
    Day,
}

struct Parser<'t> {
    tokens: Vec<Token<'t>>,
    at: usize,
    mode: Mode,
    hint: Hint,
    joined: bool,
    /// "trước" or "sau" before a part.
    bound: Option<Bound>,
    /// Bare numbers that take their month or year from what comes after them.
    pending: Vec<(u32, bool)>,
    out: Parse,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Before,
    After,
}

/// Reads the parts of a text.
pub fn parse(text: &str, hint: Hint) -> Parse {
    let tokens = tokens(text);
    let mut parser = Parser {
        tokens,
        at: 0,
        mode: Mode::None,
        hint,
        joined: false,
        bound: None,
        pending: Vec::new(),
        out: Parse::default(),
    };
    if !parser.spreadsheet_ruin(text) {
        while parser.at < parser.tokens.len() {
            parser.step();
        }
        parser.finish();
    }
    parser.out
}

impl Parser<'_> {
    fn spreadsheet_ruin(&mut self, text: &str) -> bool {
        if let Some(date) = dates::excel_serial(text) {
            self.out.serial = true;
            let (day, month) = (date.day() as u32, date.month() as u32);
            self.day(day, month, Some(i32::from(date.year())));
            return true;
        }
        let Some((day, month, year)) = dates::excel_text(&self.tokens) else {
            return false;
        };
        self.out.excel_text = true;
        match day {
            Some(day) => self.day(day, month, year),
            None => self.push(PartKind::Month, (month, month), None, year),
        }
        true
    }

    fn step(&mut self) {
        let Some(token) = self.tokens.get(self.at) else {
            return;
        };
        match token.kind {
            TokenKind::Number => self.number(),
            TokenKind::Word => self.word(),
            TokenKind::Sign(sign) => {
                self.joined |= matches!(sign, '-' | '→' | '~') && self.has_something();
                self.at += 1;
            }
        }
    }

    fn has_something(&self) -> bool {
        !self.out.parts.is_empty() || !self.pending.is_empty()
    }

    /// Puts a part down; words such as "sau" before it move it to the months after.
    fn push(&mut self, kind: PartKind, months: (u32, u32), day: Option<u32>, year: Option<i32>) {
        let joined = std::mem::take(&mut self.joined) && !self.out.parts.is_empty();
        let (mut kind, mut months, mut day) = (kind, months, day);
        match self.bound.take() {
            Some(Bound::Before) if months.0 > 1 => {
                let last = if day.is_some_and(|d| d > 15) {
                    months.0
                } else {
                    months.0 - 1
                };
                (kind, months, day) = (PartKind::Span, (1, last), None);
            }
            Some(Bound::After) if months.1 < 12 => {
                let first = if day.is_some_and(|d| d <= 15) {
                    months.1
                } else {
                    months.1 + 1
                };
                (kind, months, day) = (PartKind::Span, (first, 12), None);
            }
            _ => {}
        }
        self.out.years.extend(year);
        self.out.parts.push(Part {
            kind,
            first: months.0,
            last: months.1,
            day,
            year,
            joined,
        });
    }

    fn day(&mut self, day: u32, month: u32, year: Option<i32>) {
        self.push(PartKind::Day, (month, month), Some(day), year);
    }

    fn number(&mut self) {
        if self.repeated() || self.span_of_months() || self.duration() {
            return;
        }
        if let Some(end) = phrase_at(&self.tokens, self.at, "4 quy") {
            self.at = end;
            return self.push(PartKind::Span, (1, 12), None, None);
        }
        let three_parts = matches!(
            dates::numeric(&self.tokens, self.at),
            Some((Numeric::Day { year: Some(_), .. }, _))
        );
        let taken = !three_parts
            && match self.mode {
                Mode::Quarter => self.in_mode(4),
                Mode::Month => self.in_mode(12),
                _ => false,
            };
        if taken {
            return;
        }
        match dates::numeric(&self.tokens, self.at) {
            Some((found, end)) => {
                self.take_numeric(found);
                self.at = end;
            }
            None => self.year_or_bare(),
        }
    }

    /// A number of the quarter or the month that "quý" or "tháng" began, with the year after it.
    fn in_mode(&mut self, most: u32) -> bool {
        let token = &self.tokens[self.at];
        let fits = |n: &u64| (1..=u64::from(most)).contains(n) && token.raw.len() <= 2;
        let Some(value) = token.value().filter(fits) else {
            return false;
        };
        self.at += 1;
        let year = self.year_after();
        self.calendar(value as u32, year);
        true
    }

    /// Puts down a quarter or a month, by mode; days that wait before it become dates.
    fn calendar(&mut self, value: u32, year: Option<i32>) {
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
    fn year_after(&mut self) -> Option<i32> {
        let sign = self.tokens.get(self.at)?;
        let joins =
            ['/', '-', '.', ','].into_iter().any(|s| sign.is_sign(s)) || sign.is_word("nam");
        let next = if joins { self.at + 1 } else { self.at };
        if let Some(year) = year4(self.tokens.get(next)) {
            // "9/2021/..." and "2020-2021" are read elsewhere.
            self.at = next + 1;
            return Some(year);
        }
        let short = self
            .tokens
            .get(next)
            .filter(|t| t.raw.len() == 2 && sign.is_sign('/'))?;
        let year = short.value().filter(|y| (15..=60).contains(y))? as i32;
        self.at = next + 1;
        Some(2000 + year)
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
                Numeric::Month { .. } => self.out.foreign_words += 1,
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
            None => self.out.foreign_words += 1,
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
    fn span_of_months(&mut self) -> bool {
        let spoken = number_words(&self.tokens, self.at).map(|(n, end)| (u64::from(n), end));
        let number = self.tokens[self.at]
            .value()
            .map(|n| (n, self.at + 1))
            .or(spoken);
        let Some((months, next)) = number.filter(|(n, _)| (1..=12).contains(n)) else {
            return false;
        };
        if !self.tokens.get(next).is_some_and(|t| t.is_word("thang")) {
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
        let next_is_number = self.tokens.get(self.at + 2).is_some_and(Token::is_number);
        let is_unit = unit.is_word("ngay")
            || unit.is_word("tuan")
            || unit.is_word("dem")
            || unit.is_word("nguoi")
            || unit.is_word("doan");
        let month = unit.is_word("thang")
            && self.mode != Mode::Day
            && !next_is_number
            && self.pending.is_empty()
            && words::spoken(&self.tokens, self.at + 2).is_none();
        if !(is_unit && !next_is_number || month) {
            return false;
        }
        self.at += 2;
        self.mode = Mode::None;
        true
    }
}

fn per_year(unit: &str) -> Option<u32> {
    Some(match unit {
        "tuan" => 52,
        "thang" => 12,
        "quy" => 4,
        "nam" => 1,
        _ => return None,
    })
}

impl Parser<'_> {
    fn word(&mut self) {
        let taken = self.cited()
            || self.says_nothing()
            || self.whole_or_half_year()
            || self.recurrence()
            || self.school_year()
            || self.lunar()
            || self.feast()
            || self.quarter()
            || self.month()
            || self.connector()
            || self.spoken_span();
        if !taken {
            let token = &self.tokens[self.at];
            if !words::is_filler(&token.folded) {
                self.out.foreign_words += 1;
                self.mode = Mode::None;
            }
            self.at += 1;
        }
    }

    /// After "theo" or "số" a date belongs to a document: the clause is passed over.
    fn cited(&mut self) -> bool {
        let conditional = any_at(&self.tokens, self.at, &words::CONDITIONAL);
        let citing = any_at(&self.tokens, self.at, &words::CITING);
        if conditional.is_none() && citing.is_none() {
            return false;
        }
        self.out.conditional = true;
        self.out.foreign_words += 1;
        if citing.is_none() {
            self.at = conditional.unwrap_or(self.at + 1);
        }
        while let Some(token) = self.tokens.get(self.at) {
            let inside_number = self
                .tokens
                .get(self.at + 1)
                .is_some_and(|t| t.glued && t.is_number());
            let ends = [',', ';', '.', '\n', '(', ')']
                .into_iter()
                .any(|s| token.is_sign(s));
            if ends && !(inside_number && !token.is_sign('(')) {
                break;
            }
            self.at += 1;
        }
        true
    }

    fn says_nothing(&mut self) -> bool {
        let Some(end) = any_at(&self.tokens, self.at, &words::UNDETERMINED) else {
            return false;
        };
        self.out.undetermined = true;
        self.at = end;
        true
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
        let Some((end, span)) = found else {
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
        if matches!(token.folded.as_str(), "q" | "quy" | "qui") {
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
            self.mode = Mode::Quarter;
            self.at += 1 + dot;
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
        let year = self.year_after();
        self.calendar(value, year);
        true
    }

    /// A Roman numeral is a quarter without "quý" only where the text begins with it.
    fn alone(&self, token: &Token<'_>) -> bool {
        self.at == 0 && !token.folded.contains('l') && token.raw.chars().all(|c| !c.is_lowercase())
    }

    fn month(&mut self) -> bool {
        let token = &self.tokens[self.at];
        if matches!(token.folded.as_str(), "thang" | "t" | "thg" | "th") {
            let dot = usize::from(self.tokens.get(self.at + 1).is_some_and(|t| t.is_sign('.')));
            let next = self.at + 1 + dot;
            let number = self.tokens.get(next).is_some_and(Token::is_number);
            if number || words::spoken(&self.tokens, next).is_some() {
                self.mode = Mode::Month;
                self.at = next;
                return true;
            }
            return false;
        }
        if token.is_word("tuan") {
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

    fn connector(&mut self) -> bool {
        let token = &self.tokens[self.at];
        let to = token.is_word("den") || token.is_word("toi") && self.has_something();
        if to {
            self.joined = self.has_something();
        } else if token.is_word("truoc") {
            self.bound = Some(Bound::Before);
        } else if token.is_word("sau") && token.is_marked("sau") {
            self.bound = Some(Bound::After);
        } else {
            return false;
        }
        self.at += 1;
        true
    }

    /// "sáu tháng đầu năm".
    fn spoken_span(&mut self) -> bool {
        number_words(&self.tokens, self.at).is_some() && self.span_of_months()
    }

    /// Bare numbers that nothing after them explained.
    fn finish(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        let month = self
            .out
            .parts
            .last()
            .filter(|p| p.kind == PartKind::Month)
            .copied();
        for (index, (value, joined)) in pending.into_iter().enumerate() {
            self.joined = joined;
            match (self.hint, month) {
                (_, Some(month)) if self.mode == Mode::Day => {
                    // "Tháng 9, ngày 15-20": the days narrow the month before them.
                    if index == 0 {
                        self.out.parts.pop();
                    }
                    self.day(value, month.first, month.year);
                }
                (Hint::Quarter, _) if value <= 4 => {
                    self.push(PartKind::Quarter, (value * 3 - 2, value * 3), None, None);
                }
                (Hint::Month, _) if value <= 12 => {
                    self.push(PartKind::Month, (value, value), None, None);
                }
                _ => self.out.foreign_words += 1,
            }
        }
    }
}
