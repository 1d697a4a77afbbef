//! Which parts of time a text names, and how they are joined: the words, not yet their year.

use super::Hint;
use super::{dates, slips};
use crate::interpret::accounting::{Reading, Used};
use crate::vocabulary::fold::fold;
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
    /// "và", ";", "hoặc": another time beside the one before, not a nearer word for it.
    pub listed: bool,
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
    /// Figures that stand for no time; without other words beside them they are a slip.
    pub stray_figures: u32,
    /// "Quý 5", "32/9/2021": written like a time that no calendar has.
    pub impossible: bool,
    /// "trừ quý I", "không phải tháng 7": said when it is not.
    pub denied: bool,
    /// "Quý II?", "chậm nhất tháng 8": a time with a word of doubt, or one that the reading did not use.
    pub doubted: bool,
    /// "Kế hoạch quý I, thực hiện quý II": which stages the cell speaks of.
    pub planned: bool,
    pub happened: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    None,
    Quarter,
    Month,
    Day,
}

pub(super) struct Parser<'t> {
    pub(super) tokens: Vec<Token<'t>>,
    pub(super) at: usize,
    pub(super) mode: Mode,
    pub(super) hint: Hint,
    pub(super) joined: bool,
    pub(super) listed: bool,
    /// "trước" or "sau" before a part.
    pub(super) bound: Option<Bound>,
    /// "lùi", "chuyển", "ban đầu" stands before: what comes after "sang", "nay" holds instead.
    pub(super) moving: bool,
    /// "3 tháng": how many months it takes.
    pub(super) months: Option<u32>,
    /// The number of parts before a "từ": the one after it may be open to the end of the year.
    pub(super) open_from: Option<usize>,
    /// Bare numbers that take their month or year from what comes after them.
    pub(super) pending: Vec<(u32, bool)>,
    pub(super) out: Parse,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Before,
    After,
    /// "đến hết": from the beginning of the year.
    Until,
}

/// Reads the parts of a text.
pub fn parse(text: &str, hint: Hint) -> Reading<Parse> {
    let tokens = tokens(text);
    let mut used = Used::none_of(&tokens);
    let mut parser = Parser {
        tokens,
        at: 0,
        mode: Mode::None,
        hint,
        joined: false,
        listed: false,
        bound: None,
        moving: false,
        months: None,
        open_from: None,
        pending: Vec::new(),
        out: Parse::default(),
    };
    parser.out.undetermined = fold(text) == "n a";
    if hint == Hint::Quarter && slips::only_quarters(&parser.tokens) {
        parser.mode = Mode::Quarter;
    }
    if parser.out.undetermined || parser.spreadsheet_ruin(text) {
        used.take(0..parser.tokens.len());
    } else {
        while parser.at < parser.tokens.len() {
            let begin = parser.at;
            if parser.step() {
                used.take(begin..parser.at);
            }
        }
        parser.finish();
        parser.open_end();
        parser.out.doubted |= parser.moving || parser.takes_longer();
    }
    Reading::new(parser.out, &parser.tokens, &used)
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

    /// Reads what stands here, and says whether that was of any use.
    fn step(&mut self) -> bool {
        let Some(token) = self.tokens.get(self.at) else {
            return false;
        };
        match token.kind {
            TokenKind::Number => {
                self.number();
                true
            }
            TokenKind::Word => self.word(),
            TokenKind::Sign(sign) => {
                // A dash at the beginning of a line marks a list.
                let begins_line = self
                    .at
                    .checked_sub(1)
                    .is_none_or(|before| self.tokens[before].is_sign('\n'));
                let spans = matches!(sign, '-' | '→' | '~') && !begins_line;
                self.joined |= spans && self.has_something();
                self.listed |= matches!(sign, ';' | '+' | '&' | '\n');
                if sign == '(' && self.has_something() {
                    // "Tháng 5 (1-5)": what explains need not be of the same kind.
                    self.mode = Mode::None;
                }
                self.at += 1;
                spans
            }
        }
    }

    pub(super) fn has_something(&self) -> bool {
        !self.out.parts.is_empty() || !self.pending.is_empty()
    }

    /// Puts a part down; words such as "sau" before it move it to the months after.
    pub(super) fn push(
        &mut self,
        kind: PartKind,
        months: (u32, u32),
        day: Option<u32>,
        year: Option<i32>,
    ) {
        let joined = std::mem::take(&mut self.joined) && !self.out.parts.is_empty();
        let listed = std::mem::take(&mut self.listed);
        let (mut kind, mut months, mut day) = (kind, months, day);
        // "sau Tết" is still about the feast.
        match self.bound.take().filter(|_| kind != PartKind::Event) {
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
            Some(Bound::Until) => (kind, months, day) = (PartKind::Span, (1, months.1), None),
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
            listed,
        });
    }

    pub(super) fn day(&mut self, day: u32, month: u32, year: Option<i32>) {
        self.push(PartKind::Day, (month, month), Some(day), year);
    }

    /// "Từ quý II", and nothing says to when: to the end of the year.
    fn open_end(&mut self) {
        let open = self.open_from == Some(0) && !self.joined;
        if let ([part], true) = (self.out.parts.as_mut_slice(), open)
            && matches!(part.kind, PartKind::Quarter | PartKind::Month)
            && part.day.is_none()
        {
            let months = self.months.take();
            part.last = months.map_or(12, |months| part.first + months - 1);
            part.kind = PartKind::Span;
        }
    }

    /// "6 tháng kể từ 15/3": it goes on for longer than the time that is named.
    fn takes_longer(&self) -> bool {
        let months = self.months.filter(|months| *months > 1);
        match (self.out.parts.as_slice(), months) {
            ([only], Some(months)) => only.last + 1 < only.first + months,
            _ => false,
        }
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
                // "Quý 1-5": the span ends where no quarter is.
                _ if joined && self.mode != Mode::None => self.out.impossible = true,
                _ => self.out.stray_figures += 1,
            }
        }
    }
}
