//! What the words between the amounts of a cell say of them.

use super::amounts::Amount;
use crate::interpret::accounting::{Used, citations};
use crate::vocabulary::phrases::Phrases;
use crate::vocabulary::tokens::{Token, TokenKind};
use std::sync::LazyLock;

/// What a word beside an amount makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// "đã cấp", "còn lại", "chưa gồm": beside the amount of the cell.
    Aside,
    /// "kế hoạch", "quyết toán": an amount of one stage of the money.
    Stage,
    /// "năm 2020".
    Year,
    /// "giảm còn", "xuống": instead of the amount before.
    Fall,
    Total,
    /// "trong đó", "gồm": what follows is a part of what stands before.
    Parts,
    Plus,
    Minus,
    /// "hoặc", "đến", "→".
    Or,
    Equals,
    /// "tỷ giá".
    ExchangeRate,
    /// Such a share of the amount: "50% của".
    Share,
}

const WORDS: [(Label, &[&str]); 8] = [
    (
        Label::Aside,
        &[
            "đã",
            "tạm ứng",
            "còn lại",
            "còn thiếu",
            "còn nợ",
            "tăng",
            "tăng thêm",
            "giảm",
            "chưa gồm",
            "chưa bao gồm",
            "chưa kể",
            "chưa tính",
            "không gồm",
            "không bao gồm",
            "không kể",
            "không tính",
            "kể cả",
            "tính cả",
            "bao gồm cả",
        ],
    ),
    (
        Label::Stage,
        &[
            "kế hoạch",
            "KH",
            "dự toán",
            "DT",
            "thực hiện",
            "TH",
            "thực chi",
            "quyết toán",
            "QT",
            "thực tế",
            "năm trước",
            "năm ngoái",
            "năm sau",
            "ban đầu",
            "đề xuất",
            "được duyệt",
            "phê duyệt",
        ],
    ),
    (
        Label::Fall,
        &[
            "giảm còn",
            "còn",
            "xuống",
            "xuống còn",
            "giảm xuống",
            "lên",
            "tăng lên",
            "thành",
            "rút còn",
            "điều chỉnh",
            "nay",
        ],
    ),
    (
        Label::Total,
        &[
            "tổng",
            "tổng cộng",
            "tổng số",
            "tổng kinh phí",
            "cộng",
            "tổng chi phí",
        ],
    ),
    (
        Label::Parts,
        &[
            "trong đó",
            "trong đó có",
            "gồm",
            "bao gồm",
            "gồm có",
            "cụ thể",
        ],
    ),
    (Label::Minus, &["trừ", "bớt"]),
    (Label::Or, &["hoặc", "hay", "đến", "tới"]),
    (Label::ExchangeRate, &["tỷ giá", "tỉ giá"]),
];

static TABLE: LazyLock<Phrases<Label>> = LazyLock::new(|| {
    let mut table = Phrases::default();
    for (label, phrases) in WORDS {
        for phrase in phrases {
            table.insert(phrase, label);
        }
    }
    table
});

/// The words on one side of an amount, and what they say.
#[derive(Debug, Default)]
pub struct Side<'t> {
    pub tokens: &'t [Token<'t>],
    said: Vec<Label>,
}

impl Side<'_> {
    pub fn has(&self, label: Label) -> bool {
        self.said.contains(&label)
    }
}

/// The words before and after each amount.
#[derive(Debug)]
pub struct Labels<'t> {
    before: Vec<Side<'t>>,
    after: Vec<Side<'t>>,
    inside: Vec<bool>,
    /// Nothing but a dash stands between the amount and the one before.
    dash: Vec<bool>,
}

impl<'t> Labels<'t> {
    /// Cuts the text between amounts at its last separator, and marks as used what says something.
    pub fn between(all: &'t [Token<'t>], terms: &[Amount], used: &mut Used) -> Labels<'t> {
        let mut labels = Labels {
            before: Vec::new(),
            after: Vec::new(),
            inside: Vec::new(),
            dash: Vec::new(),
        };
        let mut start = 0;
        for (at, term) in terms.iter().enumerate() {
            let gap = &all[start..term.from];
            let cut = if at == 0 { 0 } else { last_separator(gap) };
            if at > 0 {
                labels.after.push(side(all, (start, start + cut), used));
            }
            labels
                .before
                .push(side(all, (start + cut, term.from), used));
            labels.inside.push(is_inside(&all[..term.from]));
            labels.dash.push(at > 0 && matches!(gap, [only] if only.is_sign('-') || only.is_sign('~') || only.is_sign('÷')));
            start = term.to;
        }
        if !terms.is_empty() {
            labels.after.push(side(all, (start, all.len()), used));
        }
        labels
    }

    pub fn before(&self, at: usize) -> &Side<'t> {
        &self.before[at]
    }

    pub fn after(&self, at: usize) -> &Side<'t> {
        &self.after[at]
    }

    pub fn is_inside_brackets(&self, at: usize) -> bool {
        self.inside[at]
    }

    pub fn is_dash(&self, at: usize) -> bool {
        self.dash[at]
    }
}

fn is_inside(before: &[Token<'_>]) -> bool {
    let count = |sign: char| before.iter().filter(|t| t.is_sign(sign)).count();
    count('(') > count(')')
}

/// Where the words of the next amount begin: at the last sign that ends a clause, or after a bracket.
fn last_separator(gap: &[Token<'_>]) -> usize {
    let ends = |t: &Token<'_>| {
        [';', '\n', ',', '+', '→', '=']
            .iter()
            .any(|sign| t.is_sign(*sign))
            || t.is_word("va") && t.is_marked("và")
    };
    let closed = |t: &Token<'_>| t.is_sign(')');
    let last = gap
        .iter()
        .rposition(ends)
        .or_else(|| gap.iter().rposition(closed));
    last.unwrap_or(0)
}

fn side<'t>(all: &'t [Token<'t>], (from, to): (usize, usize), used: &mut Used) -> Side<'t> {
    let mut said = Vec::new();
    let mut at = from;
    while at < to {
        let cut = &all[..to];
        if let Some(end) = citations::citation(cut, at) {
            at = end;
        } else if let Some(end) = citations::year(cut, at) {
            said.push(Label::Year);
            at = end;
        } else if let Some((end, label)) = TABLE.longest(cut, at) {
            said.push(as_said(all, (at, end), to, *label));
            used.take(at..end);
            at = end;
        } else {
            said.extend(sign(&all[at], used, at));
            at += 1;
        }
    }
    Side {
        tokens: &all[from..to],
        said,
    }
}

/// "cộng" alone between two amounts joins them; before a colon or after a sign it names the total.
fn as_said(all: &[Token<'_>], (at, end): (usize, usize), to: usize, label: Label) -> Label {
    let alone = label == Label::Total && end == at + 1 && all[at].is_word("cong") && end == to;
    let joins = alone && at > 0 && !matches!(all[at - 1].kind, TokenKind::Sign(_));
    if joins { Label::Plus } else { label }
}

fn sign(token: &Token<'_>, used: &mut Used, at: usize) -> Option<Label> {
    let label = match token.kind {
        TokenKind::Sign('+') => Label::Plus,
        TokenKind::Sign('=') => Label::Equals,
        TokenKind::Sign('→' | '÷' | '~') => Label::Or,
        TokenKind::Word if token.folded == "va" && token.is_marked("và") => Label::Plus,
        _ => return None,
    };
    used.take(at..at + 1);
    Some(label)
}
