//! What one cell is by itself, whatever column it stands in.

use super::counts::is_period;
use super::dates;
use super::kind_words::{ORGANISATIONS, PERSONS, STATUS};
use crate::model::section::CellKind;
use crate::segment::lines::is_filler;
use crate::segment::said::{direction_said, kind_said};
use crate::vocabulary::countries::CountryNames;
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::funding_part;
use crate::vocabulary::places::PlaceNames;
use std::sync::LazyLock;

static COUNTRIES: LazyLock<CountryNames> = LazyLock::new(CountryNames::built_in);
static PLACES: LazyLock<PlaceNames> = LazyLock::new(PlaceNames::built_in);

/// Longer cells are prose.
const LONG: usize = 120;
/// Numbers up to this may count people or days.
const SMALL: u32 = 400;

/// The kind of a cell; `None` for one that is blank or stands for nothing.
pub fn kind(text: &str) -> Option<CellKind> {
    if is_tick(text) {
        return Some(CellKind::Tick);
    }
    if text.is_empty() || is_filler(text) && text != "0" {
        return None;
    }
    if text.len() > LONG * 2 {
        return Some(CellKind::LongText);
    }
    let figures = text.bytes().any(|b| b.is_ascii_digit());
    if figures && let Some(found) = figure(text) {
        return Some(found);
    }
    let folded = fold(text);
    if folded.is_empty() {
        return None;
    }
    let counted = || figures.then(|| counted(text, &folded)).flatten();
    Some(counted().unwrap_or_else(|| words(text, &folded)))
}

/// Cells that no header has: figures, dates, countries, counts.
pub fn is_data(text: &str) -> bool {
    use CellKind::*;
    let words = [
        ShortText,
        LongText,
        Period,
        Source,
        Status,
        Direction,
        Kind,
        Organisation,
        DelegationName,
        Place,
        Person,
        Roman,
        Money,
        PeopleCount,
        DayCount,
        DelegationCount,
    ];
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    kind(text)
        .is_some_and(|kind| digits && kind != Roman && text.len() <= 24 || !words.contains(&kind))
}

/// "x", "✓", "TRUE", and the denials that stand beside them.
pub fn is_tick(text: &str) -> bool {
    text.len() <= 5
        && (matches!(
            text,
            "x" | "X" | "✓" | "✔" | "☑" | "☒" | "√" | "●" | "v" | "V" | "þ" | "ü" | "×"
        ) || text.eq_ignore_ascii_case("true")
            || text.eq_ignore_ascii_case("false"))
}

/// Cells of figures and signs alone.
fn figure(text: &str) -> Option<CellKind> {
    if let Some(dated) = dates::kind(text) {
        return Some(dated);
    }
    let plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || b".,-/ +()%".contains(&b));
    if !plain {
        let passport = text.len() <= 10
            && text.starts_with(|c: char| c.is_ascii_uppercase())
            && text[1..].bytes().all(|b| b.is_ascii_digit())
            && text.len() >= 7;
        return (passport || is_document(text))
            .then_some(CellKind::Code)
            .map(|code| {
                if passport {
                    code
                } else {
                    CellKind::DocumentNumber
                }
            });
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let phone = (9..=12).contains(&digits.len())
        && (text.starts_with('0') || text.starts_with("+84") || text.starts_with("84"))
        && !text.contains(',');
    if phone {
        return Some(CellKind::Code);
    }
    if let Some((whole, part)) = text.split_once('/') {
        let count = |part: &str| part.trim().parse::<u32>().ok().filter(|n| *n <= SMALL);
        return count(whole).and(count(part)).map(|_| CellKind::Pair);
    }
    if let Ok(number) = text.parse::<u32>() {
        let year = text.len() == 4 && (1930..=2040).contains(&number);
        return Some(match number {
            _ if year => CellKind::Year,
            0..=SMALL => CellKind::SmallNumber,
            _ => CellKind::LargeNumber,
        });
    }
    if let Some((low, high)) = text.split_once('-') {
        let count = |part: &str| part.trim().parse::<u32>().is_ok_and(|n| n <= SMALL);
        return Some(if count(low) && count(high) {
            CellKind::SmallNumber
        } else {
            CellKind::LargeNumber
        });
    }
    let halves = text
        .rsplit([',', '.'])
        .next()
        .is_some_and(|end| end.len() < 3);
    Some(if halves {
        CellKind::Fraction
    } else {
        CellKind::LargeNumber
    })
}

/// "123/QĐ-UBND", "Số 45/TB".
fn is_document(text: &str) -> bool {
    let mut parts = text.split('/');
    let numbered = parts
        .next()
        .is_some_and(|part| part.ends_with(|c: char| c.is_ascii_digit()) && part.len() <= 12);
    numbered
        && parts.any(|part| {
            let letters = part.trim_start_matches(|c: char| c.is_ascii_digit());
            let mut chars = letters.chars();
            chars.next().is_some_and(char::is_uppercase)
                && chars.next().is_some_and(|c| c.is_uppercase() || c == '-')
        })
}

/// Words after figures: how many of what.
fn counted(text: &str, folded: &str) -> Option<CellKind> {
    if text.contains('@') || text.contains("://") {
        return Some(CellKind::Code);
    }
    if is_document(text.split(' ').next_back().unwrap_or(text)) && text.len() <= 40 {
        return Some(CellKind::DocumentNumber);
    }
    if is_period(text) {
        return Some(CellKind::Period);
    }
    let about = ["khoang ", "tren ", "gan ", "du kien ", "toi da "];
    let counts = about
        .iter()
        .find_map(|word| folded.strip_prefix(word))
        .unwrap_or(folded);
    let begins = counts.starts_with(|c: char| c.is_ascii_digit());
    let has = |words: &[&str]| folded.split(' ').any(|word| words.contains(&word));
    let comrades = has(&["chi"]) && has(&["dong"]) || folded.ends_with(" d c");
    if !comrades
        && has(&[
            "trieu", "dong", "vnd", "usd", "ty", "tr", "eur", "kip", "baht", "nghin", "ngan", "trd",
        ])
    {
        return Some(CellKind::Money);
    }
    if !begins || folded.len() > 60 {
        return None;
    }
    let second = counts.split(' ').nth(1).unwrap_or("");
    Some(match second {
        "ngay" | "hom" | "dem" | "tuan" | "buoi" | "thang" | "days" | "day" | "weeks" | "week"
        | "nights" | "gio" => CellKind::DayCount,
        "doan" if has(&["nguoi", "khach"]) => CellKind::PeopleCount,
        "doan" => CellKind::DelegationCount,
        _ if has(&["nguoi", "khach", "nu", "nam", "persons", "people", "pax"]) => {
            CellKind::PeopleCount
        }
        _ if counts.split(' ').count() <= 6 => CellKind::PeopleCount,
        _ => return None,
    })
}

fn words(text: &str, folded: &str) -> CellKind {
    if matches!(folded, "i" | "ii" | "iii" | "iv") {
        return CellKind::Roman;
    }
    if text.contains('@') {
        return CellKind::Code;
    }
    if is_country(text) {
        return CellKind::Country;
    }
    if is_period(text) {
        return CellKind::Period;
    }
    let count = folded.split(' ').count();
    let begins = |starts: &[&str]| {
        starts.iter().any(|start| {
            folded
                .strip_prefix(start)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    };
    if count <= 3 && direction_said(text).is_some() {
        return if ends_abroad(text) {
            CellKind::Place
        } else {
            CellKind::Direction
        };
    }
    if begins(&STATUS) {
        return CellKind::Status;
    }
    if count <= 3 && kind_said(text).is_some() {
        return CellKind::Kind;
    }
    if begins(&["doan", "phai doan", "doan cong tac", "chuyen gia", "khach"]) && count > 1 {
        return CellKind::DelegationName;
    }
    if is_funding(text, folded) {
        return CellKind::Source;
    }
    if begins(&PERSONS) {
        return CellKind::Person;
    }
    if begins(&ORGANISATIONS) {
        return if ends_abroad(text) {
            CellKind::Place
        } else {
            CellKind::Organisation
        };
    }
    if text.len() <= 60 && is_place(text) {
        return CellKind::Place;
    }
    if folded.len() > 40 {
        CellKind::LongText
    } else {
        CellKind::ShortText
    }
}

/// Every piece of the cell is a country.
pub fn is_country(text: &str) -> bool {
    let mut pieces = text.split([',', ';', '/', '+', '&', '\n']).map(str::trim);
    text.len() > 2 && pieces.all(|piece| COUNTRIES.exact(piece).is_some())
}

/// A piece of the cell is a country or a place abroad.
fn is_place(text: &str) -> bool {
    let abroad = |piece: &str| {
        let known = COUNTRIES.exact(piece).or_else(|| PLACES.country(piece));
        piece.len() > 2 && known.is_some_and(|code| code.as_str() != "VN")
    };
    text.split([',', ';', '/', '+', '&', '\n', '(', ')', '-'])
        .map(str::trim)
        .any(abroad)
}

/// "Sở Tư pháp Savannakhet": the last words are a country or a place abroad.
fn ends_abroad(text: &str) -> bool {
    let starts = text.rmatch_indices(' ').map(|(at, _)| &text[at + 1..]);
    starts.take(3).any(is_place)
}

fn is_funding(text: &str, folded: &str) -> bool {
    let words = [
        "nsnn",
        "ngan sach",
        "tu tuc",
        "tai tro",
        "dai tho",
        "vien tro",
        "xa hoi hoa",
        "du an",
        "kinh phi",
        "hoc bong",
        "tu chi",
        "chi tra",
        "state budget",
        "self funded",
        "ns tinh",
        "nst",
    ];
    folded.len() <= 90
        && (funding_part(text).is_some() || words.iter().any(|word| folded.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_by_themselves() {
        use CellKind::*;
        let cases = [
            ("08", Some(SmallNumber)),
            ("1,5", Some(Fraction)),
            ("150.000.000", Some(LargeNumber)),
            ("12/10", Some(Pair)),
            ("15/9/2024", Some(Date)),
            ("10-15/4/2024", Some(DateSpan)),
            ("10/11/2023 9:15:02", Some(TimeStamp)),
            ("Quý III/2024", Some(Period)),
            ("T9/2024", Some(Period)),
            ("II", Some(Roman)),
            ("1978", Some(Year)),
            ("Lào, Thái Lan", Some(Country)),
            ("tỉnh Salavan, Lào", Some(Place)),
            ("Sở Tư pháp Savannakhet", Some(Place)),
            ("Sở Tư pháp Quảng Trị", Some(Organisation)),
            ("150 triệu đồng", Some(Money)),
            ("Ngân sách tỉnh", Some(Source)),
            ("x", Some(Tick)),
            ("FALSE", Some(Tick)),
            ("Ông Nguyễn Văn A", Some(Person)),
            ("123/QĐ-UBND", Some(DocumentNumber)),
            ("0914123456", Some(Code)),
            ("B1234567", Some(Code)),
            ("a@quangtri.gov.vn", Some(Code)),
            ("06 người", Some(PeopleCount)),
            ("01 lãnh đạo, 04 chuyên viên", Some(PeopleCount)),
            ("3 ngày 2 đêm", Some(DayCount)),
            ("02 đoàn", Some(DelegationCount)),
            ("02 đoàn/16 người", Some(PeopleCount)),
            ("Đoàn công tác Sở Y tế", Some(DelegationName)),
            ("Đi", Some(Direction)),
            ("Đã thực hiện", Some(Status)),
            ("Học tập", Some(ShortText)),
            ("-", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(kind(text), expected, "{text}");
        }
    }
}
