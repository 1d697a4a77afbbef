//! Which amounts of a cell count: sums and their parts, products and rates, plans and results.

use super::amounts::Amount;
use super::labels::{Label, Labels};
use super::products;
use crate::interpret::accounting::Used;
use crate::vocabulary::tokens::{Token, TokenKind};

/// The amounts of a cell that count.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    /// They add up to what the cell says.
    pub amounts: Vec<Amount>,
    /// The parts of stated totals, and amounts that are no totals.
    pub shares: Vec<Amount>,
}

/// The amounts that add up to what the cell says; `None` where a person would have to ask. What was understood
/// of the words between the amounts is marked as used.
pub fn counted(all: &[Token<'_>], found: &[Amount], used: &mut Used) -> Option<Counted> {
    let terms = products::multiplied(all, found, used)?;
    let labels = Labels::between(all, &terms, used);
    let main: Vec<usize> = (0..terms.len())
        .filter(|at| !is_aside(&labels, &terms, *at))
        .collect();
    let mut out = Counted::default();
    for (place, at) in main.iter().enumerate() {
        let alike = |other: &&usize| terms[**other].currency == terms[*at].currency;
        let first = main[..place].iter().find(alike).is_none();
        if first {
            let group: Vec<usize> = main.iter().filter(alike).copied().collect();
            let group = Group {
                all,
                terms: &terms,
                labels: &labels,
                members: &group,
            };
            let amounts = group.counted()?;
            out.shares.extend(group.shares(&amounts));
            out.amounts.extend(amounts);
        }
    }
    Some(out)
}

/// "(đã cấp 100 triệu)", "còn lại 50 triệu": said beside the amount of the cell, and no part of its sum.
fn is_aside(labels: &Labels<'_>, terms: &[Amount], at: usize) -> bool {
    let named = labels.before(at).has(Label::Aside) || labels.after(at).has(Label::Share);
    named
        && terms
            .iter()
            .enumerate()
            .any(|(other, term)| other < at && term.currency == terms[at].currency)
        || labels.before(at).has(Label::ExchangeRate)
}

/// The amounts of one currency in a cell.
struct Group<'a> {
    all: &'a [Token<'a>],
    terms: &'a [Amount],
    labels: &'a Labels<'a>,
    members: &'a [usize],
}

impl Group<'_> {
    fn counted(&self) -> Option<Vec<Amount>> {
        if let [only] = self.members {
            let doubtful = self.labels.before(*only).has(Label::Fall);
            return (!doubtful).then(|| vec![self.terms[*only]]);
        }
        if self.contradicts() {
            return None;
        }
        if let Some(answer) = self.equation() {
            return answer.map(|total| vec![total]);
        }
        if let Some(answer) = self.stated_total() {
            return answer.map(|total| vec![total]);
        }
        self.licensed()
            .then(|| self.members.iter().map(|at| self.terms[*at]).collect())
    }

    /// Beside a total its parts, else what counts.
    fn shares(&self, counted: &[Amount]) -> Vec<Amount> {
        let members = self.members.iter().map(|at| self.terms[*at]);
        match counted {
            [total] if self.members.len() > 1 => members.filter(|term| term != total).collect(),
            _ => members.collect(),
        }
    }

    fn value(&self, at: usize) -> i64 {
        self.terms[at].value
    }

    fn sum(&self, members: &[usize]) -> i64 {
        members
            .iter()
            .fold(0, |sum, at| sum.saturating_add(self.value(*at)))
    }

    /// Two bounds, a plan beside a result, one year beside another, less than before: which of them it is
    /// nobody has said.
    fn contradicts(&self) -> bool {
        let rival = [
            Label::Stage,
            Label::Year,
            Label::Fall,
            Label::Or,
            Label::Minus,
        ];
        let before = |at: usize, label: Label| self.labels.before(at).has(label);
        let behind = |at: usize, label: Label| {
            matches!(label, Label::Stage | Label::Year) && self.labels.after(at).has(label)
        };
        let said = |at: &usize| {
            rival
                .iter()
                .any(|label| before(*at, *label) || behind(*at, *label))
        };
        let bounds = self
            .members
            .windows(2)
            .any(|pair| self.labels.is_dash(pair[1]));
        bounds || self.members.iter().any(said)
    }

    /// "100 triệu + 50 triệu = 150 triệu", either way round.
    fn equation(&self) -> Option<Option<Amount>> {
        let equals = |at: &&usize| self.labels.before(**at).has(Label::Equals);
        let first = self.members.iter().find(equals)?;
        let cut = self.members.iter().position(|at| at == first)?;
        let (left, right) = self.members.split_at(cut);
        let again = right[1..]
            .iter()
            .any(|at| self.labels.before(*at).has(Label::Equals));
        let holds = !again && self.sum(left) == self.sum(right);
        let total = if left.len() == 1 {
            left.first()
        } else {
            right.first()
        };
        let single = left.len() == 1 || right.len() == 1;
        Some(total.filter(|_| holds && single).map(|at| self.terms[*at]))
    }

    /// A total that is called so, or stands before its parts in brackets or after a colon.
    fn stated_total(&self) -> Option<Option<Amount>> {
        let called = self
            .members
            .iter()
            .position(|at| self.labels.before(*at).has(Label::Total));
        let parts_between = |pair: &[usize]| {
            self.labels.after(pair[0]).has(Label::Parts)
                || self.labels.before(pair[1]).has(Label::Parts)
        };
        let parted = self.members.windows(2).position(parts_between);
        let opened = (self.members.len() > 1 && self.brackets_follow()).then_some(0);
        let place = called.or(parted).or(opened)?;
        let total = self.members[place];
        let others: Vec<usize> = self
            .members
            .iter()
            .copied()
            .filter(|at| *at != total)
            .collect();
        let parts = self.sum(&others);
        let equal = parts == self.value(total);
        // Not every part need be named after "trong đó"; what stands before a total adds up to it.
        let some_of_it =
            place == 0 && parts < self.value(total) && (called.is_some() || parted.is_some());
        if opened == Some(place) && called.is_none() && parted.is_none() && !equal {
            return Some(None);
        }
        Some((equal || some_of_it).then(|| self.terms[total]))
    }

    /// "150 triệu (NSNN: 100 triệu; XHH: 50 triệu)", "150 triệu: NSNN 100 triệu, XHH 50 triệu".
    fn brackets_follow(&self) -> bool {
        let first = self.members[0];
        let bracketed = self.members[1..]
            .iter()
            .all(|at| self.labels.is_inside_brackets(*at));
        let free = !self.labels.is_inside_brackets(first);
        free && bracketed || self.opens_with_colon()
    }

    fn opens_with_colon(&self) -> bool {
        self.all
            .get(self.terms[self.members[0]].to)
            .is_some_and(|t| t.is_sign(':'))
    }

    /// What may be added up: joined by "+" or "và", or each with a word for what it is.
    fn licensed(&self) -> bool {
        let joint = |pair: &[usize]| {
            let plus = self.labels.before(pair[1]).has(Label::Plus);
            plus || self.is_named(pair[0]) && self.is_named(pair[1])
        };
        self.members.windows(2).all(joint)
    }

    fn is_named(&self, at: usize) -> bool {
        let word = |t: &Token<'_>| t.kind == TokenKind::Word;
        self.labels.before(at).tokens.iter().any(word)
            || self.labels.after(at).tokens.iter().any(word)
    }
}
