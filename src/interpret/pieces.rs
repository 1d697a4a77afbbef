//! How a country cell is cut: numbering, counts, separators, brackets, words round a name.

use crate::model::document::trim;
use crate::vocabulary::fold::fold;
use crate::vocabulary::tokens::{Token, TokenKind, tokens};

/// "a. Nước CHDCND Lào", "1.1. Thái Lan", "* Lào", "I/ Lào" without what numbers them.
pub(super) fn strip_enumerator(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| {
        matches!(c, '*' | '-' | '+' | '•' | '–' | '/') || c.is_whitespace()
    });
    let is_mark = |c: char| matches!(c, '.' | ')' | '/');
    let head: usize = text
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || is_mark(*c))
        .count();
    let Some((number, rest)) = text.split_at_checked(head) else {
        return text;
    };
    let parts: Vec<&str> = number
        .split(is_mark)
        .filter(|part| !part.is_empty())
        .collect();
    let counts = |part: &&str| {
        let digits = part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        let letter = parts.len() == 1 && part.len() == 1;
        digits || letter || part.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
    };
    let numbering = number.ends_with(is_mark) && parts.iter().all(counts);
    // "N.Bản" and "T.Quốc" are abbreviations: after a number comes a blank.
    if numbering && rest.starts_with(char::is_whitespace) {
        rest.trim_start()
    } else {
        text
    }
}

/// "(03 nước)", "03 nước: Lào, …": the count, and the text without it.
pub(super) fn stated_count(text: &str) -> (&str, Option<u32>) {
    let all = tokens(text);
    let unit = |at: usize| {
        let one = all.get(at).is_some_and(|t| t.is_word("nuoc"));
        let two = all.get(at).is_some_and(|t| t.is_word("quoc"))
            && all.get(at + 1).is_some_and(|t| t.is_word("gia"));
        if one {
            Some(at + 1)
        } else {
            two.then_some(at + 2)
        }
    };
    for at in 0..all.len() {
        let Some(count) = all[at].value().filter(|n| (1..=250).contains(n)) else {
            continue;
        };
        let Some(end) = unit(at + 1) else { continue };
        let opened = at > 0 && all[at - 1].is_sign('(');
        let from = if opened {
            all[at - 1].start
        } else {
            all[at].start
        };
        let to = all.get(end).map_or(text.len(), |next| {
            let sign = next.is_sign(':') || opened && next.is_sign(')');
            if sign { next.end() } else { next.start }
        });
        let (before, after) = (text[..from].trim_end(), text[to..].trim_start());
        let rest = match (before.is_empty(), after.is_empty()) {
            (true, _) => after,
            (_, true) => before,
            _ => continue,
        };
        return (rest, Some(count as u32));
    }
    (text, None)
}

/// A stretch of text between separators, as byte bounds; brackets stay with what they follow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The separator before it is a comma, "và" or a dash: a name may run across it.
    pub(super) soft: bool,
}

pub(super) fn pieces(text: &str) -> Vec<Stretch> {
    let all = tokens(text);
    let mut out: Vec<Stretch> = Vec::new();
    let mut depth = 0_u32;
    let mut start: Option<usize> = None;
    let mut end = 0;
    let mut soft = false;
    for (at, token) in all.iter().enumerate() {
        if token.is_sign('(') {
            depth += 1;
        } else if token.is_sign(')') {
            depth = depth.saturating_sub(1);
        }
        match separator(&all, at).filter(|_| depth == 0) {
            Some(joinable) => {
                if let Some(start) = start.take() {
                    out.push(Stretch { start, end, soft });
                    soft = joinable;
                } else {
                    soft &= joinable;
                }
            }
            None => {
                start.get_or_insert(token.start);
                end = token.end();
            }
        }
    }
    if let Some(start) = start {
        out.push(Stretch { start, end, soft });
    }
    out
}

/// "1. Lào 2. Thái Lan": a figure before a full stop or a bracket and a name.
fn numbers_an_entry(all: &[Token<'_>], at: usize) -> bool {
    let mark = all
        .get(at + 1)
        .is_some_and(|t| t.glued && (t.is_sign('.') || t.is_sign(')')));
    let name = all.get(at + 2).is_some_and(|t| t.kind == TokenKind::Word);
    all[at].is_number() && all[at].raw.len() <= 2 && mark && name
}

/// `Some(true)` where a name may run across the separator.
pub(super) fn separator(all: &[Token<'_>], at: usize) -> Option<bool> {
    let token = &all[at];
    if numbers_an_entry(all, at) || at > 0 && numbers_an_entry(all, at - 1) {
        return Some(false);
    }
    match token.kind {
        TokenKind::Sign(';' | ':' | '\n' | '+' | '|' | '→' | '•') => Some(false),
        TokenKind::Sign(',' | '/') => Some(true),
        TokenKind::Sign('&') => Some(true),
        // "Xin-ga-po": a dash separates only with blanks round it.
        TokenKind::Sign('-') => {
            let blank_after = all.get(at + 1).is_none_or(|next| !next.glued);
            (blank_after || !token.glued || at == 0).then_some(true)
        }
        // "Môn-đô-va" ends in a syllable, not in "và".
        TokenKind::Word if token.folded == "va" && token.is_marked("và") && !token.glued => {
            Some(true)
        }
        TokenKind::Word if token.folded == "cung" && token.is_marked("cùng") => Some(true),
        TokenKind::Word if token.folded == "hoac" => Some(false),
        _ => None,
    }
}

/// "các nước Lào", "02 tỉnh Savannakhet": the name after words that name nothing; "Đại sứ quán Nhật
/// Bản tại Việt Nam": the name before them.
pub(super) fn without_frame(name: &str) -> Option<&str> {
    const LEADS: [&str; 12] = [
        "den",
        "van phong",
        "cac nuoc",
        "cac quoc gia",
        "den tu",
        "the",
        "2 nuoc",
        "hai nuoc",
        "ba nuoc",
        "hai tinh",
        "cac tinh",
        "phia",
    ];
    let folded = fold(name);
    if let Some((before, _)) = folded.rsplit_once(" tai ") {
        let letters = before.bytes().filter(|b| *b != b' ').count();
        let (end, _) = name
            .char_indices()
            .filter(|(_, c)| c.is_alphanumeric())
            .nth(letters)?;
        return Some(trim(&name[..end]));
    }
    let digits = folded.bytes().take_while(u8::is_ascii_digit).count();
    let counted = digits > 0 && folded[digits..].starts_with(" tinh ");
    let lead = LEADS.into_iter().find(|lead| {
        folded
            .strip_prefix(lead)
            .is_some_and(|rest| rest.starts_with(' '))
    });
    let letters = match lead {
        Some(lead) => lead.bytes().filter(|b| *b != b' ').count(),
        None if counted => digits,
        None => return None,
    };
    let (at, _) = name
        .char_indices()
        .filter(|(_, c)| c.is_alphanumeric())
        .nth(letters)?;
    Some(&name[at..])
}

/// "Savannakhet (Lào)" as "Savannakhet" and "Lào".
pub(super) fn split_bracket(name: &str) -> Option<(&str, &str)> {
    let open = name.find(['(', '[', '（'])?;
    let inner =
        name[open..].trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '（' | '）'));
    let main = trim(&name[..open]);
    (!main.is_empty()).then_some((main, trim(inner)))
}

/// The words of a cell that only counts its countries.
pub(super) fn text_or_count(text: &str, count: Option<u32>) -> String {
    match (trim(text), count) {
        ("", Some(count)) => format!("{count} nước"),
        (text, _) => text.to_owned(),
    }
}
