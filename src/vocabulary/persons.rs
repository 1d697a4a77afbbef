//! The person whom a cell names beside a post: "Ông Nguyễn Văn An, Giám đốc".

use super::fold::fold;

/// Surnames of nine in ten Vietnamese, folded; a name without one is not told from a post.
const SURNAMES: [&str; 38] = [
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do",
    "ho", "ngo", "duong", "ly", "dinh", "truong", "luong", "mai", "cao", "ta", "thai", "to", "ha",
    "dao", "trinh", "lam", "chau", "quach", "kieu", "trieu", "nong", "ma", "lo", "luu", "tong",
    "doan",
];

/// Most and fewest words of a name.
const WORDS: std::ops::RangeInclusive<usize> = 2..=5;

/// The name in a cell, without title and post; `None` where none is told with certainty.
pub fn named(cell: &str) -> Option<String> {
    let parts = cell.split([',', ';', '-', '–', '(', ')', ':', '\n']);
    let mut names = parts.filter_map(name);
    let first = names.next()?;
    // Two names are two people: nobody can say who led.
    names.next().is_none().then_some(first)
}

fn name(part: &str) -> Option<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let is_surname = |word: &&str| SURNAMES.contains(&fold(word).as_str()) && is_capital(word);
    // Only titles stand before a name: "Ông", "Đ/c", "TS.".
    let first = words.iter().position(is_surname)?;
    let name = &words[first..];
    let titled = words[..first].iter().all(|word| is_title(word));
    let whole = name
        .iter()
        .all(|word| is_capital(word) && word.chars().all(char::is_alphabetic));
    (titled && whole && WORDS.contains(&name.len())).then(|| name.join(" "))
}

fn is_title(word: &str) -> bool {
    let folded = fold(word);
    let title = folded.trim_end_matches('.');
    [
        "ong", "ba", "d/c", "d c", "dc", "dong", "chi", "anh", "ts", "ths", "pgs", "gs", "bs",
        "pgs.ts",
    ]
    .contains(&title)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_person_is_told_from_a_post() {
        let cases = [
            ("Ông Nguyễn Văn An, Giám đốc", Some("Nguyễn Văn An")),
            ("Đ/c Lê Thị Hà - Phó Giám đốc", Some("Lê Thị Hà")),
            ("Giám đốc Sở", None),
            ("Phó Chủ tịch UBND tỉnh", None),
            ("Trần Văn B", Some("Trần Văn B")),
            ("Lê A, Trần Văn B", None),
            ("Đoàn Sở Y tế", None),
            ("Lãnh đạo Sở", None),
            ("", None),
        ];
        for (cell, wanted) in cases {
            assert_eq!(named(cell).as_deref(), wanted, "{cell}");
        }
    }
}
