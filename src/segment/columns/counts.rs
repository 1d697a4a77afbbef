//! Cells that plainly say when, how long or how many.

use crate::vocabulary::fold::fold;

/// "Quý III/2021", "Tháng 9", "T9/2021", "15/9/2021".
pub fn is_period(text: &str) -> bool {
    const LEADS: [&str; 9] = [
        "trong ", "vao ", "du kien ", "khoang ", "hoi ", "ky ", "cuoi ", "dau ", "giua ",
    ];
    let whole = fold(text);
    let led = LEADS.iter().find_map(|lead| whole.strip_prefix(lead));
    let folded = led
        .filter(|rest| is_month_or_quarter(rest))
        .unwrap_or(&whole);
    if is_month_or_quarter(folded) {
        return true;
    }
    let named = [
        "quy ",
        "thang ",
        "thg ",
        "q1",
        "q2",
        "q3",
        "q4",
        "qi",
        "cuoi nam",
        "dau nam",
        "nua dau nam",
        "nua cuoi nam",
    ];
    let parts: Vec<&str> = folded.split(' ').collect();
    let numbers = parts
        .iter()
        .all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let dated = numbers && (2..=6).contains(&parts.len()) && text.contains(['/', '-', '.']);
    let months = folded.starts_with('t')
        && folded[1..]
            .bytes()
            .next()
            .is_some_and(|b| b.is_ascii_digit())
        && folded.len() <= 9;
    named.iter().any(|word| folded.starts_with(word))
        || months
        || (dated && parts.last().is_some_and(|y| y.len() == 4))
}

/// "t 3 2025", "th 2", "quy iv": a word of time, or its letters, before a number.
fn is_month_or_quarter(folded: &str) -> bool {
    let mut words = folded.split(' ');
    let time = matches!(
        words.next(),
        Some("t" | "th" | "thg" | "thang" | "q" | "quy")
    );
    let number = |word: &str| {
        let roman = matches!(word, "i" | "ii" | "iii" | "iv");
        roman
            || word
                .parse::<u32>()
                .is_ok_and(|number| (1..=12).contains(&number))
    };
    time && words.next().is_some_and(number) && words.count() <= 3
}

/// "08 người"; a bare number could as well be days.
pub fn is_people(text: &str) -> bool {
    let folded = fold(text);
    folded.starts_with(|c: char| c.is_ascii_digit())
        && folded.contains(" nguoi")
        && folded.len() <= 30
}

pub fn is_days(text: &str) -> bool {
    let folded = fold(text);
    let counted =
        folded.ends_with(" ngay") || folded.contains(" ngay ") || folded.ends_with(" tuan");
    folded.starts_with(|c: char| c.is_ascii_digit())
        && counted
        && !text.contains('/')
        && folded.len() <= 20
}
