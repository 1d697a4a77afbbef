//! Which words of letterheads, titles and captions may name the department.

use crate::vocabulary::fold::{fold, tone_key};
use crate::vocabulary::structure::Words;

/// Names found, by how surely they are the sender's.
#[derive(Debug, Default)]
pub struct Names {
    found: Vec<(u8, String)>,
}

impl Names {
    /// A line above the tables: its cells may be a letterhead, its words may say "của Sở …".
    pub fn read<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        for text in cells {
            let folded = fold(text);
            if folded.starts_with("kinh gui") {
                continue;
            }
            if let Some(name) = after_colon(text, &folded) {
                self.push(0, name);
            } else if is_agency(text, &folded) {
                let rank = if Words::ParentAgency.start(&folded) {
                    4
                } else {
                    0
                };
                self.push(rank, text);
            } else {
                self.read_words(text);
            }
        }
    }

    /// "… của Sở KH&CN)" and the symbol in "130/BC-SKHCN".
    fn read_words(&mut self, text: &str) {
        let marks = ["của ", "CỦA ", "cua "];
        let of = marks
            .iter()
            .filter_map(|m| text.rfind(m).map(|at| &text[at + m.len()..]))
            .next();
        if let Some(rest) = of {
            let name = rest
                .split([')', '(', ';', ','])
                .next()
                .unwrap_or(rest)
                .trim();
            let name = name
                .split(" năm ")
                .next()
                .unwrap_or(name)
                .trim_end_matches(['.', '/']);
            if is_agency(name, &fold(name)) {
                self.push(if text.starts_with('(') { 2 } else { 1 }, name);
            }
        }
        for word in text.split_whitespace().filter(|word| word.contains('/')) {
            if let Some((_, symbol)) = word.rsplit_once('/').and_then(|(_, s)| s.split_once('-')) {
                let symbol = symbol.trim_matches(|c: char| !c.is_alphanumeric());
                let capitals = symbol.chars().next().is_some_and(char::is_uppercase);
                if capitals && symbol.chars().count() >= 2 {
                    self.push(3, symbol);
                }
            }
        }
    }

    fn push(&mut self, rank: u8, name: &str) {
        if !self.found.iter().any(|(_, known)| known == name) && self.found.len() < 32 {
            self.found.push((rank, name.to_owned()));
        }
    }

    /// The names, the surest first.
    pub fn finish(mut self) -> Vec<String> {
        self.found.sort_by_key(|(rank, _)| *rank);
        self.found.into_iter().map(|(_, name)| name).collect()
    }
}

/// "Đơn vị báo cáo: Sở Y tế".
fn after_colon<'a>(text: &'a str, folded: &str) -> Option<&'a str> {
    let labels = [
        "don vi bao cao",
        "ten don vi",
        "ten co quan",
        "co quan bao cao",
        "don vi",
        "co quan",
    ];
    let (label, name) = text.split_once(':')?;
    let label = fold(label);
    let name = name.trim().trim_end_matches(['.', ';']);
    (folded.len() > label.len() && labels.contains(&label.as_str()) && is_agency(name, &fold(name)))
        .then_some(name)
}

/// "Sở …", "UBND …": but "Số: 05/BC" folds to the same letters as "Sở" and is none.
fn is_agency(text: &str, folded: &str) -> bool {
    if text.len() > 160 || !Words::Agency.start(folded) || Words::NotAgency.start(folded) {
        return false;
    }
    let short = folded.split(' ').count() <= 16;
    let number = folded.starts_with("so ") && {
        let first = tone_key(text.split_whitespace().next().unwrap_or(""));
        first != tone_key("Sở") && !text.is_ascii()
    };
    short && !number && !text.contains(':') && folded.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_issuing_body_comes_before_its_parent() {
        let mut names = Names::default();
        names.read(["UBND TỈNH QUẢNG TRỊ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"].into_iter());
        names.read(["SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc"].into_iter());
        names.read(["Số: 05/BC-SYT"].into_iter());
        names.read(["Kính gửi: Sở Ngoại vụ"].into_iter());
        names.read(["(Kèm theo Báo cáo số /BC-SYT ngày /11/2020 của Sở Y tế tỉnh)"].into_iter());
        let names = names.finish();
        assert_eq!(
            names,
            ["SỞ Y TẾ", "Sở Y tế tỉnh", "SYT", "UBND TỈNH QUẢNG TRỊ"]
        );
    }
}
