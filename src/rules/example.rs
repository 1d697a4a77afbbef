//! The examples of a rule's page: as a submission for the tests, and in short for people.
//!
//! An example stands below `# Sai · Wrong` or `# Đúng · Right` in the doc comment of its rule, as one of
//! - ```` ```cells ````: lines `heading: text` with the cells that matter; what they do not name is that of
//!   a plain row. A blank line begins another row. A row with a blank `TT:` has only the cells named.
//! - ```` ```csv ````: a whole submission.
//!
//! Where only the wrong example stands, the plain submission is the right one.

use super::Rule;
use super::doc::part;
use crate::model::finding::Lang;

/// An example of a page: a submission that breaks the rule, or keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    pub wrong: bool,
    /// The submission as it would be sent.
    pub text: String,
    /// The cells that matter, row by row; none where the whole submission does.
    rows: Vec<Cells>,
}

/// Headings with what is written below them.
type Cells = Vec<(String, String)>;

/// A plan with one delegation, by heading.
const PLAIN: [(&str, &str); 11] = [
    ("TT", "1"),
    ("Tên đoàn", "Đoàn công tác Sở A"),
    ("Trưởng đoàn", "Giám đốc Sở"),
    ("Nước đi", "CHDCND Lào"),
    ("Đối tác làm việc", "Sở B tỉnh Salavan"),
    ("Nội dung hoạt động", "Hội đàm thường niên"),
    ("Số người", "08"),
    ("Số ngày", "05"),
    ("Thời gian thực hiện", "Quý III/2021"),
    ("Kinh phí", "NSNN"),
    ("Ghi chú", ""),
];

const TITLES: &str = "DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n";

const NUMBER: &str = "TT";

impl Example {
    /// From the text below a heading of the page.
    fn parse(wrong: bool, body: &str) -> Option<Example> {
        if let Some(text) = fenced(body, "csv") {
            return Some(Example {
                wrong,
                text: text.into(),
                rows: Vec::new(),
            });
        }
        let rows = fenced(body, "cells")?.split("\n\n").map(cells).collect();
        Some(Example::of_rows(wrong, rows))
    }

    fn of_rows(wrong: bool, rows: Vec<Cells>) -> Example {
        Example {
            wrong,
            text: submission(&rows),
            rows,
        }
    }

    /// The plain submission, shown by the cells of a wrong one.
    fn plain_beside(wrong: &Example) -> Example {
        let named = |(heading, _): &(String, String)| {
            let plain = PLAIN.iter().find(|(plain, _)| plain == heading);
            plain.map(|(heading, text)| (heading.to_string(), text.to_string()))
        };
        let first = wrong.rows.first().map_or(&[][..], Vec::as_slice);
        let cells: Cells = first.iter().filter_map(named).collect();
        let text = submission(&[Cells::new()]);
        let rows = if cells.is_empty() {
            Vec::new()
        } else {
            vec![cells]
        };
        Example {
            wrong: false,
            text,
            rows,
        }
    }

    /// What a page shows: a line for each row, or the whole submission.
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        if self.rows.is_empty() {
            return self.text.lines().map(String::from).collect();
        }
        let blank = lang.pick("(để trống)", "(blank)");
        let cell = |(heading, text): &(String, String)| {
            let text = if text.is_empty() { blank } else { text };
            format!("{heading}: {text}")
        };
        let line = |row: &Cells| row.iter().map(cell).collect::<Vec<_>>().join("; ");
        self.rows.iter().map(line).collect()
    }
}

/// The examples of a rule's page, the wrong one first.
pub fn examples(rule: &Rule) -> Vec<Example> {
    let Some(wrong) = Example::parse(true, &part(rule, "Sai · Wrong")) else {
        return Vec::new();
    };
    let right = Example::parse(false, &part(rule, "Đúng · Right"));
    let right = right.unwrap_or_else(|| Example::plain_beside(&wrong));
    vec![wrong, right]
}

/// The text of a fenced block of a language.
fn fenced<'a>(body: &'a str, language: &str) -> Option<&'a str> {
    let (_, block) = body.split_once(&format!("```{language}\n"))?;
    let (text, _) = block.split_once("```")?;
    Some(text.strip_suffix('\n').unwrap_or(text))
}

fn cells(row: &str) -> Cells {
    let cell = |line: &str| {
        let (heading, text) = line.split_once(':').unwrap_or((line, ""));
        (heading.trim().to_string(), text.trim().to_string())
    };
    row.lines().map(cell).collect()
}

/// A submission with these rows, each a plain one but for the cells named.
fn submission(rows: &[Cells]) -> String {
    let mut headings: Vec<&str> = PLAIN.iter().map(|(heading, _)| *heading).collect();
    for (heading, _) in rows.iter().flatten() {
        if !headings.contains(&heading.as_str()) {
            headings.push(heading);
        }
    }

    let mut text = format!("{TITLES}{}\n", headings.join(","));
    for (index, row) in rows.iter().enumerate() {
        let number = (index + 1).to_string();
        let cells = headings.iter().map(|heading| cell(row, heading, &number));
        text.push_str(&cells.collect::<Vec<_>>().join(","));
        text.push('\n');
    }
    text
}

/// The cell of a row below a heading, quoted where CSV asks for it.
fn cell(row: &Cells, heading: &str, number: &str) -> String {
    let named = |heading: &str| row.iter().find(|(named, _)| named == heading);
    let is_no_delegation = named(NUMBER).is_some_and(|(_, number)| number.is_empty());
    let plain = PLAIN.iter().find(|(plain, _)| *plain == heading);

    let text = match (named(heading), plain) {
        (Some((_, text)), _) => text,
        (None, _) if is_no_delegation => "",
        (None, _) if heading == NUMBER => number,
        (None, plain) => plain.map_or("", |(_, text)| text),
    };
    if text.contains([',', '"']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::ALL;

    #[test]
    fn an_example_is_a_plain_row_but_for_the_cells_that_it_names() {
        let body =
            "```cells\nNước đi: Lào, Thái Lan\nSố tiền: 120\n\nTT:\nTên đoàn: Tổng cộng\n```";
        let example = Example::parse(true, body).expect("cells");
        let lines: Vec<&str> = example.text.lines().collect();
        assert!(lines[2].ends_with("Kinh phí,Ghi chú,Số tiền"));
        assert!(lines[3].starts_with("1,Đoàn công tác Sở A,Giám đốc Sở,\"Lào, Thái Lan\",Sở B"));
        assert!(lines[3].ends_with("Quý III/2021,NSNN,,120"));
        assert_eq!(lines[4], ",Tổng cộng,,,,,,,,,,");
        assert_eq!(
            example.lines(Lang::En),
            [
                "Nước đi: Lào, Thái Lan; Số tiền: 120",
                "TT: (blank); Tên đoàn: Tổng cộng"
            ]
        );
    }

    #[test]
    fn a_right_example_that_is_plain_need_not_be_written() {
        let rule = crate::rules::find("O302").expect("the rule is listed");
        let [wrong, right] = &examples(rule)[..] else {
            panic!("{} has two examples", rule.code)
        };
        assert!(wrong.wrong && wrong.text.contains("Lèo"));
        assert_eq!(right.lines(Lang::Vi), ["Nước đi: CHDCND Lào"]);
        assert_eq!(right.text, submission(&[Vec::new()]));
    }

    #[test]
    fn every_example_can_be_read() {
        for rule in ALL {
            let fences = rule.page.matches("```").count();
            let examples = examples(rule);
            let written = rule.page.contains("# Sai · Wrong");
            assert_eq!(examples.is_empty(), !written, "{}", rule.code);
            assert!(matches!(fences, 0 | 2 | 4), "{}", rule.code);
            for (heading, _) in examples.iter().flat_map(|example| &example.rows).flatten() {
                assert!(!heading.is_empty(), "{}", rule.code);
            }
        }
    }
}
