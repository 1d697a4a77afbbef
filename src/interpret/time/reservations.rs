//! What takes a time back or leaves it open: corrections, denials, doubts, conditions, what is only cited.

use super::grammar::{Mode, Parser};
use super::words::{self, any_at};
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
        true
    }

    /// "lùi sang", "chuyển từ … sang", "hoãn đến": what stood before does not hold any more.
    pub(super) fn corrected(&mut self) -> bool {
        let token = &self.tokens[self.at];
        let moves = [
            ("lui", "lùi"),
            ("doi", "dời"),
            ("doi", "đổi"),
            ("chuyen", "chuyển"),
            ("hoan", "hoãn"),
            ("roi", "rời"),
        ];
        if moves
            .iter()
            .any(|(folded, word)| token.is_word(folded) && token.is_marked(word))
        {
            self.moving = true;
            self.at += 1;
            return true;
        }
        let arrives = ["sang", "den", "toi", "qua", "vao"].contains(&token.folded.as_str());
        if !(self.moving && arrives) {
            return false;
        }
        self.moving = false;
        self.open_from = None;
        self.out.parts.clear();
        self.out.years.clear();
        self.pending.clear();
        (self.joined, self.listed, self.mode) = (false, false, Mode::None);
        self.at += 1;
        true
    }

    /// "trừ quý I", "không phải tháng 7", "chậm nhất tháng 8", "năm sau": no time, or one in doubt.
    pub(super) fn denied(&mut self) -> bool {
        const INSTEAD: [&str; 3] = ["thay vi", "thay cho", "khong phai"];
        const DOUBTED: [&str; 9] = [
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
        if let Some(end) = any_at(&self.tokens, self.at, &DOUBTED) {
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
        let is_time =
            |t: &Token<'_>| ["quy", "q", "thang", "t", "ngay", "dip"].contains(&t.folded.as_str());
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
        self.out.planned |= any_at(&self.tokens, self.at, &["ke hoach", "kh"]).is_some();
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
