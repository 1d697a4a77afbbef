//! What a reading has used of its cell: no value comes out of a cell without an account of its words.

pub mod citations;
mod meaning;

use crate::vocabulary::tokens::Token;
use std::ops::Range;

/// What of a cell no reading has used, the worst of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// Fillers at most.
    Nothing,
    /// A denial, a condition, a correction, a rate, a unit: the value may mean something else.
    Words,
    /// Another figure.
    Figures,
}

/// The tokens of a cell that a reading stands on, or that it has passed over knowingly.
#[derive(Debug, Clone)]
pub struct Used(Vec<bool>);

impl Used {
    pub fn none_of(tokens: &[Token<'_>]) -> Used {
        Used(vec![false; tokens.len()])
    }

    pub fn take(&mut self, range: Range<usize>) {
        let end = range.end.min(self.0.len());
        let start = range.start.min(end);
        self.0[start..end].fill(true);
    }

    pub fn has(&self, at: usize) -> bool {
        self.0.get(at).copied().unwrap_or(false)
    }
}

/// A word or a sign at a token changes what stands beside it.
pub fn says_more(tokens: &[Token<'_>], at: usize) -> bool {
    meaning::of(tokens, at) == Left::Words
}

/// What a cell means, together with what of the cell is left over. A grammar has to say what it has used to
/// make one, and whoever wants the value has to say what becomes of it in doubt.
#[derive(Debug, Clone)]
pub struct Reading<T> {
    value: T,
    left: Left,
}

impl<T> Reading<T> {
    pub fn new(value: T, tokens: &[Token<'_>], used: &Used) -> Reading<T> {
        let unused = (0..tokens.len()).filter(|at| !used.has(*at));
        let left = unused.map(|at| meaning::of(tokens, at)).max();
        Reading {
            value,
            left: left.unwrap_or(Left::Nothing),
        }
    }

    /// The value, or what `doubt` makes of it where something is left over.
    pub fn settle(self, doubt: impl FnOnce(T, Left) -> T) -> T {
        match self.left {
            Left::Nothing => self.value,
            left => doubt(self.value, left),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::tokens::tokens;

    #[test]
    fn what_no_reading_has_used_is_told() {
        let cases = [
            ("8 người", 0..2, Left::Nothing),
            ("8 người ạ", 0..2, Left::Nothing),
            ("8 người không", 0..2, Left::Words),
            ("8 người?", 0..2, Left::Words),
            ("8 người, 2", 0..2, Left::Figures),
            ("8 người, mỗi 2", 0..2, Left::Figures),
        ];
        for (text, taken, left) in cases {
            let all = tokens(text);
            let mut used = Used::none_of(&all);
            used.take(taken);
            assert_eq!(Reading::new((), &all, &used).left, left, "{text}");
        }
    }
}
