//! The page of a rule, as `explain` shows it, from the doc comment of its file.

use super::Rule;
use super::example::examples;
use crate::model::finding::Lang;

/// The page of a rule in one language: title, severity, why, message, how to mend, examples.
pub fn page(rule: &Rule, lang: Lang) -> String {
    let mut page = format!(
        "{} {}\n{}\n\n",
        rule.code,
        rule.name,
        rule.title.in_lang(lang)
    );
    let severity = rule.severity.code();
    page.push_str(&format!(
        "{}: {severity}\n\n",
        lang.pick("Mức độ", "Severity")
    ));
    page.push_str(part(rule, lang.pick("Tiếng Việt", "English")).trim());
    page.push_str("\n\n");
    let words = [
        (lang.pick("Thông báo", "Message"), Some(rule.message)),
        (lang.pick("Cách sửa", "How to mend"), Some(rule.hint)),
        (
            lang.pick("Tại cơ quan tổng hợp", "At the office"),
            rule.office,
        ),
    ];
    let words = words
        .into_iter()
        .filter_map(|(label, words)| Some((label, words?)));
    for (label, words) in words.filter(|(_, words)| !words.vi.is_empty()) {
        page.push_str(&format!(
            "{label}: {}\n",
            crate::words::fill::fill(words.in_lang(lang), &["…", "…", "…"])
        ));
    }
    for example in examples(rule) {
        let label = if example.wrong {
            lang.pick("Sai", "Wrong")
        } else {
            lang.pick("Đúng", "Right")
        };
        page.push_str(&format!("\n{label}:\n"));
        for line in example.lines(lang) {
            page.push_str(&format!("    {line}\n"));
        }
    }
    page
}

/// The text under a heading of the page, up to the next heading.
pub(super) fn part(rule: &Rule, title: &str) -> String {
    let mut inside = false;
    let mut text = String::new();
    for line in rule.page.lines().map(unindent) {
        match line.strip_prefix("# ") {
            Some(heading) => inside = heading == title,
            None if inside => {
                text.push_str(line);
                text.push('\n');
            }
            None => {}
        }
    }
    text
}

/// A doc comment's lines begin with the blank behind `///`.
fn unindent(line: &str) -> &str {
    line.strip_prefix(' ').unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::ALL;

    #[test]
    fn every_rule_has_a_page_in_both_languages() {
        for rule in ALL {
            for (lang, title) in [(Lang::Vi, "Tiếng Việt"), (Lang::En, "English")] {
                assert!(part(rule, title).trim().len() > 40, "{} {title}", rule.code);
                assert!(
                    page(rule, lang).contains(rule.title.in_lang(lang)),
                    "{}",
                    rule.code
                );
            }
        }
    }

    #[test]
    fn codes_are_unique_and_in_order() {
        let codes: Vec<_> = ALL.iter().map(|rule| rule.code).collect();
        let mut sorted = codes.clone();
        sorted.sort_by_key(|code| {
            (
                ["T", "B", "O", "D", "L"]
                    .iter()
                    .position(|s| code.starts_with(s)),
                *code,
            )
        });
        sorted.dedup();
        assert_eq!(codes, sorted);
    }
}
