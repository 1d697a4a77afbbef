//! What takes a time back or leaves it open: corrections, denials, doubts, conditions, what is only cited.

use super::grammar::{Mode, Parser};
use super::words::{self, any_at};
use crate::vocabulary::fold::tone_key;
use crate::vocabulary::tokens::Token;

impl Parser<'_> {
    /// After "theo" or "số" a date belongs to a document: the clause is passed over.
    pub(super) fn cited(&mut self) -> bool {
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
        let clause = self.at;
        while let Some(token) = self.tokens.get(self.at) {
            let inside_number = self
                .tokens
                .get(self.at + 1)
                .is_some_and(|t| t.glued && t.is_number());
            let ends = [',', ';', '.', '\n', '(', ')']
                .into_iter()
                .any(|s| token.is_sign(s));
            if ends && (!inside_number || token.is_sign('(')) {
                break;
            }
            self.at += 1;
        }
        // "Quý II, nếu không kịp thì quý III": another time stands on a condition.
        let named = |t: &Token<'_>| t.is_word("quy") || t.is_word("thang");
        self.out.doubted |= citing.is_none() && self.tokens[clause..self.at].iter().any(named);
        true
    }

    /// "lùi sang", "chuyển từ … sang", "ban đầu …, nay": what stood before does not hold any more.
    pub(super) fn corrected(&mut self) -> bool {
        const OUTDATED: [&str; 4] = ["ban dau", "dieu chinh", "thay doi", "truoc day"];
        let token = &self.tokens[self.at];
        let moves = [
            ("lui", "lùi"),
            ("doi", "dời"),
            ("doi", "đổi"),
            ("chuyen", "chuyển"),
            ("hoan", "hoãn"),
            ("roi", "rời"),
            ("day", "đẩy"),
        ];
        let is = |folded: &str, word: &str| token.is_word(folded) && token.is_marked(word);
        let outdated = any_at(&self.tokens, self.at, &OUTDATED);
        if outdated.is_some() || moves.iter().any(|(folded, word)| is(folded, word)) {
            self.moving = true;
            let postpones = is("hoan", "hoãn");
            self.at = outdated.unwrap_or(self.at + 1);
            // "Quý I xin lùi quý II".
            let next = self.tokens.get(self.at);
            if self.has_something() && !postpones && outdated.is_none() && next.is_some_and(is_time)
            {
                self.begin_again();
            }
            return true;
        }
        let arrives = ["sang", "den", "toi", "qua", "vao", "thanh", "len"];
        let arrives = arrives.contains(&token.folded.as_str()) || is("nay", "nay");
        if !(self.moving && arrives) {
            return false;
        }
        self.at += 1;
        // "đẩy lùi đến", "lùi lại đến": the same move, said twice.
        if self.has_something() || self.tokens.get(self.at).is_some_and(is_time) {
            self.begin_again();
        }
        true
    }

    fn begin_again(&mut self) {
        self.moving = false;
        self.open_from = None;
        self.out.parts.clear();
        self.out.years.clear();
        self.pending.clear();
        (self.joined, self.listed, self.mode) = (false, false, Mode::None);
    }

    /// "trừ quý I", "không phải tháng 7", "chậm nhất tháng 8", "năm sau": no time, or one in doubt.
    pub(super) fn denied(&mut self) -> bool {
        const INSTEAD: [&str; 3] = ["thay vi", "thay cho", "khong phai"];
        const DOUBTED: [&str; 14] = [
            "du phong",
            "co the",
            "de nghi",
            "khong som hon",
            "som nhat",
            "cham nhat",
            "muon nhat",
            "khong muon hon",
            "khong qua",
            "nam sau",
            "nam toi",
            "nam ngoai",
            "nam truoc",
            "sang nam",
        ];
        let marked = !self.tokens[self.at].raw.is_ascii();
        let coming = self.tokens.get(self.at + 1).is_some_and(|t| {
            let is = |word: &str| t.tone == tone_key(word);
            is("sau") && marked || is("này") || is("tới")
        });
        let relative = ["thang", "quy"].contains(&self.tokens[self.at].folded.as_str());
        let relative = (relative && coming).then_some(self.at + 2);
        if let Some(end) = relative.or_else(|| any_at(&self.tokens, self.at, &DOUBTED)) {
            self.out.doubted = true;
            self.at = end;
            return true;
        }
        if let Some(end) = any_at(&self.tokens, self.at, &INSTEAD) {
            self.out.denied = true;
            self.at = end;
            return true;
        }
        let token = &self.tokens[self.at];
        let verb = |t: &&Token<'_>| {
            ["di", "vao", "to", "chuc", "thuc", "hien", "trong"].contains(&t.folded.as_str())
        };
        let rest = &self.tokens[self.at + 1..];
        let verbs = rest.iter().take(3).take_while(verb).count();
        let time = rest
            .get(verbs)
            .is_some_and(|t| is_time(t) || t.is_number() && verbs == 0);
        let denies = [
            ("tru", "trừ"),
            ("khong", "không"),
            ("ngoai", "ngoài"),
            ("tranh", "tránh"),
        ];
        if time
            && denies
                .iter()
                .any(|(folded, word)| token.is_word(folded) && token.is_marked(word))
        {
            self.out.denied = true;
            self.at += 1;
            return true;
        }
        if let Some(end) = any_at(&self.tokens, self.at, &["ke hoach", "kh"]) {
            self.out.planned = true;
            self.out.foreign_words += 1;
            self.at = end;
            return true;
        }
        self.out.happened |=
            any_at(&self.tokens, self.at, &["thuc hien", "thuc te", "th"]).is_some();
        false
    }

    pub(super) fn says_nothing(&mut self) -> bool {
        let Some(end) = any_at(&self.tokens, self.at, &words::UNDETERMINED) else {
            return false;
        };
        self.out.undetermined = true;
        self.out.doubted |= self.tokens[self.at].is_word("chua");
        self.at = end;
        true
    }
}

/// A word that begins a time.
fn is_time(token: &Token<'_>) -> bool {
    ["quy", "q", "thang", "t", "ngay", "dip"].contains(&token.folded.as_str())
}
