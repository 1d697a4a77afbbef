//! What a group row names: a department, a period, a source of money or a country.

use crate::model::document::Span;
use crate::model::section::Field;
use crate::model::value::FundingClass;
use crate::segment::lines::{Numeral, split_numeral};
use crate::vocabulary::fold::fold;
use crate::vocabulary::funding::{FundingWords, Use};
use crate::vocabulary::structure::{Words, find_words};
use std::sync::LazyLock;

static SOURCES: LazyLock<FundingWords> = LazyLock::new(FundingWords::built_in);

/// A text of a group row, in force until the next group of its field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    pub field: Field,
    pub text: Span,
    pub row: u32,
    pub numeral: Option<Numeral>,
}

/// The field that a group row gives to the rows below it: a department, a period and a source by
/// their words; a country, unless it speaks of delegations.
pub(super) fn group_field(text: &str, folded: &str) -> Option<Field> {
    let (_, core) = split_numeral(text);
    let folded = if core.len() < text.len() {
        fold(core)
    } else {
        folded.to_owned()
    };
    if Words::Agency.start(&folded) && !Words::NotAgency.start(&folded) {
        return Some(Field::Department);
    }
    if names_status(&folded) {
        return Some(Field::Status);
    }
    // "Quý I: 02 đoàn" says how many stand below.
    let name = core.split([':', '(']).next().unwrap_or(core);
    if is_period(&fold(name)) {
        return Some(Field::Period);
    }
    if is_source(name) {
        return Some(Field::Funding);
    }
    let speaks =
        folded.starts_with("doan ") || folded.starts_with("cac doan") || folded.contains(" doan ");
    let long = folded.split(' ').count() > 10 || text.starts_with(['*', '+']);
    (!speaks && !long && !folded.is_empty()).then_some(Field::Country)
}

/// "Các đoàn không thực hiện do dịch", "Đoàn hoãn": what became of the delegations below.
fn names_status(folded: &str) -> bool {
    const ENDS: [&str; 9] = [
        "khong thuc hien",
        "khong di",
        "khong to chuc",
        "hoan",
        "huy",
        "tam hoan",
        "da huy",
        "truc tuyen",
        "chuyen sang truc tuyen",
    ];
    let subject = [
        "cac doan ",
        "doan ",
        "nhung doan ",
        "cac chuyen cong tac ",
        "cac cuoc ",
    ];
    let Some(rest) = subject.iter().find_map(|start| folded.strip_prefix(start)) else {
        return false;
    };
    const BETWEEN: [&str; 14] = [
        "ra", "vao", "bi", "da", "phai", "duoc", "to", "chuc", "hop", "chua", "theo", "hinh",
        "thuc", "nam",
    ];
    ENDS.iter().any(|end| {
        let Some(at) = find_words(rest, end) else {
            return false;
        };
        // "Hoàn thành" has the letters of "hoãn".
        let done = rest[at..].starts_with("hoan thanh") || rest[at..].starts_with("hoan thien");
        !done
            && rest[..at]
                .split_whitespace()
                .all(|word| BETWEEN.contains(&word))
    })
}

/// A text that is a period and nothing else.
pub(super) fn names_period(text: &str) -> bool {
    is_period(&fold(text))
}

/// "Quý I/2021", "Tháng 3", "6 tháng đầu năm": words of time and numbers, and nothing else.
fn is_period(folded: &str) -> bool {
    const TIME: [&str; 14] = [
        "quy", "thang", "nam", "dau", "cuoi", "nua", "den", "va", "mot", "hai", "ba", "tu", "sau",
        "thu",
    ];
    const ROMAN: [&str; 4] = ["i", "ii", "iii", "iv"];
    let quarter = |word: &str| {
        let rest = word.strip_prefix('q').unwrap_or("");
        ROMAN.contains(&rest) || matches!(rest, "1" | "2" | "3" | "4")
    };
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 4;
    const LEADS: [&str; 6] = [
        "trong ",
        "vao ",
        "du kien ",
        "khoang ",
        "thoi gian ",
        "cac doan ",
    ];
    let led = LEADS.iter().find_map(|lead| folded.strip_prefix(lead));
    let words: Vec<&str> = led.unwrap_or(folded).split(' ').collect();
    let known =
        |word: &&str| TIME.contains(word) || ROMAN.contains(word) || quarter(word) || number(word);
    let said = words
        .iter()
        .any(|word| matches!(*word, "quy" | "thang" | "nua" | "dau" | "cuoi") || quarter(word));
    let which = words.iter().any(|word| {
        let counted = matches!(*word, "mot" | "hai" | "ba" | "tu" | "dau" | "cuoi");
        counted || ROMAN.contains(word) || quarter(word) || number(word)
    });
    words.len() <= 8 && words.iter().all(known) && said && which
}

/// "Sử dụng ngân sách tỉnh", "Nguồn xã hội hóa", "Phía bạn đài thọ". "Doanh nghiệp" alone may say who
/// travels: a source needs words that speak of money.
pub fn is_source(text: &str) -> bool {
    const LEADS: [&str; 14] = [
        "cac", "doan", "su", "dung", "nguon", "kinh", "phi", "kp", "bang", "tu", "do", "von", "di",
        "theo",
    ];
    const MONEY: [&str; 16] = [
        "nguon",
        "kinh phi",
        "ngan sach",
        "nsnn",
        "nst",
        "nstw",
        "nsh",
        "nsdp",
        "tu tuc",
        "dai tho",
        "vien tro",
        "tai tro",
        "xa hoi hoa",
        "xhh",
        "chi tra",
        "tu chi",
    ];
    let folded = format!(" {} ", fold(text));
    let money = |word: &&str| folded.contains(&format!(" {word} "));
    if !MONEY.iter().any(money) {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let leads = words
        .iter()
        .take_while(|w| LEADS.contains(&fold(w).as_str()));
    let last = leads.count().min(words.len().saturating_sub(1));
    (0..=last).any(|from| {
        let found = SOURCES.get(&words[from..].join(" "));
        found.is_some_and(|word| {
            matches!(word.usage, Use::Always | Use::Weak) && word.class != FundingClass::Unknown
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_names_a_department_a_period_a_source_or_a_country() {
        let cases = [
            ("Sở Y tế", Some(Field::Department)),
            ("UBND huyện Hướng Hóa", Some(Field::Department)),
            ("Quý I/2021", Some(Field::Period)),
            ("I. QUÝ I NĂM 2021", Some(Field::Period)),
            ("Quý III: 02 đoàn", Some(Field::Period)),
            ("Tháng 3", Some(Field::Period)),
            ("Tháng 4 đến tháng 6", Some(Field::Period)),
            ("6 tháng đầu năm", Some(Field::Period)),
            ("Q2/2021", Some(Field::Period)),
            ("Sử dụng ngân sách nhà nước", Some(Field::Funding)),
            ("2. Kinh phí tự túc", Some(Field::Funding)),
            ("Nguồn xã hội hóa", Some(Field::Funding)),
            ("Phía bạn đài thọ", Some(Field::Funding)),
            ("Các đoàn đi bằng ngân sách tỉnh", Some(Field::Funding)),
            ("CHDCND Lào", Some(Field::Country)),
            ("Nước CHDCND Lào", Some(Field::Country)),
            ("Doanh nghiệp", Some(Field::Country)),
            ("Các đoàn không thực hiện do dịch", Some(Field::Status)),
            ("Các đoàn bị hủy", Some(Field::Status)),
            ("Đoàn ra hoãn do Covid-19", Some(Field::Status)),
            ("Đoàn hoàn thành nhiệm vụ", None),
            ("Năm 2021", Some(Field::Country)),
            ("Quỹ Toàn cầu", Some(Field::Country)),
            ("Đoàn do tỉnh tổ chức", None),
            ("Các đoàn cấp tỉnh", None),
            ("* Lãnh đạo tỉnh", None),
        ];
        for (text, field) in cases {
            assert_eq!(group_field(text, &fold(text)), field, "{text}");
        }
    }
}
