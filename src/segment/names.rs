//! Which words of letterheads, titles and captions may name the department.

use crate::vocabulary::fold::{fold, tone_key};
use crate::vocabulary::structure::Words;

/// Names found, by how surely they are the sender's.
#[derive(Debug, Default)]
pub struct Names {
    found: Vec<(u8, String)>,
    /// Number of the name that the line before was, where it was one.
    above: Option<usize>,
    /// "Kính gửi" stood above: the bodies below it are written to.
    addressed: bool,
}

/// Units inside a body, which write in its name.
const INSIDE: [&str; 4] = ["phong ", "van phong ", "to ", "bo phan "];

/// What a line says before the document or the wish of another body.
const CITES: [&str; 9] = [
    "thuc hien",
    "can cu",
    "theo",
    "tra loi",
    "phuc dap",
    "trien khai",
    "thi hanh",
    "xet",
    "mau",
];

/// What is cited.
const CITED: [&str; 14] = [
    "cong van",
    "van ban",
    "quyet dinh",
    "thong bao",
    "chi thi",
    "ke hoach so",
    "thong tu",
    "nghi quyet",
    "nghi dinh",
    "yeu cau",
    "de nghi",
    "huong dan",
    "chi dao",
    "y kien",
];

impl Names {
    /// A line above the tables: its cells may be a letterhead, its words may say "của Sở …".
    pub fn read<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        let above = self.above.take();
        for text in cells.flat_map(apart) {
            let folded = fold(text);
            if folded.starts_with("kinh gui") {
                self.addressed = true;
                continue;
            }
            if let Some(name) = after_colon(text, &folded) {
                self.push(0, name);
            } else if is_agency(text, &folded) {
                if !self.addressed {
                    self.read_body(text, &folded, above);
                }
            } else {
                self.read_words(text);
            }
        }
    }

    /// A body on a line of its own. Below another one it is the one that issues, and that its parent.
    fn read_body(&mut self, text: &str, folded: &str, above: Option<usize>) {
        let is_parent = Words::ParentAgency.start(folded);
        let before = self.found.len();
        self.push(if is_parent { PARENT } else { 0 }, text);
        if is_parent || self.found.len() == before {
            return;
        }
        self.above = Some(before);
        let parent = above.and_then(|above| self.found.get_mut(above));
        if let Some((rank, parent)) = parent.filter(|(_, name)| !folded.contains(&fold(name))) {
            let is_inside = INSIDE.iter().any(|unit| folded.starts_with(unit));
            *rank = PARENT;
            if !is_inside {
                // Who sends for itself is not its parent, also where the register does not know it.
                parent.clear();
            }
        }
    }

    /// "… của Sở KH&CN)" and the symbol in "130/BC-SKHCN".
    fn read_words(&mut self, text: &str) {
        let marks = ["của ", "CỦA ", "cua "];
        let of = marks
            .iter()
            .filter_map(|m| text.rfind(m).map(|at| (&text[..at], &text[at + m.len()..])))
            .next();
        if let Some((_, rest)) = of.filter(|(before, _)| !cites(before)) {
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
        if cites(text) {
            return;
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
        self.found.retain(|(_, name)| !name.is_empty());
        self.found.sort_by_key(|(rank, _)| *rank);
        self.found.into_iter().map(|(_, name)| name).collect()
    }
}

/// Rank of a body that stands above the one that issues.
const PARENT: u8 = 4;

/// The pieces of a line that blanks set apart: a letterhead in plain text has two in one line.
pub fn apart(line: &str) -> impl Iterator<Item = &str> {
    let pieces = line.split("   ").flat_map(|piece| piece.split('\t'));
    pieces.map(str::trim).filter(|piece| !piece.is_empty())
}

/// Whether words speak of the document or the wish of somebody else ("Thực hiện Công văn số … của",
/// "theo đề nghị của"); "kèm theo" goes with one's own.
fn cites(text: &str) -> bool {
    let words = format!(" {} ", fold(text).replace("kem theo", ""));
    let after = CITES.iter().filter_map(|verb| {
        let verb = format!(" {verb} ");
        words.find(&verb).map(|at| &words[at + verb.len() - 1..])
    });
    let names = |rest: &str| {
        CITED
            .iter()
            .any(|cited| rest.contains(&format!(" {cited} ")))
    };
    let mut after = after.filter(|rest| names(rest));
    after.next().is_some() || words.trim_end().ends_with(" mau")
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

    fn found(lines: &[&str]) -> Vec<String> {
        let mut names = Names::default();
        for line in lines {
            names.read([*line].into_iter());
        }
        names.finish()
    }

    #[test]
    fn a_body_that_is_only_cited_or_written_to_is_no_sender() {
        let cited = [
            "(Thực hiện Công văn số 936/SNgV-VP ngày 29/10/2020 của Sở Ngoại vụ)",
            "Căn cứ văn bản số 12/SNgV của Sở Ngoại vụ",
            "Theo đề nghị của Sở Ngoại vụ",
            "Trả lời công văn 12/SNgV-LS của Sở Ngoại vụ",
            "(Theo hướng dẫn của Sở Ngoại vụ tại Công văn số 1)",
            "Theo mẫu của Sở Ngoại vụ",
        ];
        for line in cited {
            assert_eq!(found(&[line]), Vec::<String>::new(), "{line}");
        }
        assert_eq!(found(&["SỞ Y TẾ", "Kính gửi:", "Sở Ngoại vụ"]), ["SỞ Y TẾ"]);
        let own = [
            (
                "(Kèm theo Công văn số 5 ngày 1/11/2020 của Sở Y tế)",
                "Sở Y tế",
            ),
            ("Kết quả thực hiện đoàn ra năm 2020 của Sở Y tế", "Sở Y tế"),
            ("Thực hiện đoàn ra năm 2020 của Sở Y tế", "Sở Y tế"),
        ];
        for (line, name) in own {
            assert_eq!(found(&[line]), [name], "{line}");
        }
    }

    #[test]
    fn the_lower_of_two_bodies_issues_and_a_unit_inside_writes_for_its_own() {
        assert_eq!(
            found(&["SỞ Y TẾ", "BỆNH VIỆN ĐA KHOA TỈNH"]),
            ["BỆNH VIỆN ĐA KHOA TỈNH"]
        );
        assert_eq!(
            found(&["SỞ Y TẾ", "VĂN PHÒNG SỞ"]),
            ["VĂN PHÒNG SỞ", "SỞ Y TẾ"]
        );
        let line = "SỞ Y TẾ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        assert_eq!(found(&[line]), ["SỞ Y TẾ"]);
    }

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
