//! The page of a rule, as `explain` shows it, from the doc comment of its file.

use super::Rule;
use crate::model::finding::Lang;

/// An example of a page: a submission that breaks the rule, or keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    pub wrong: bool,
    /// The submission as it would be sent.
    pub text: String,
}

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
            crate::words::fill::fill(words.in_lang(lang), &["…"; 5])
        ));
    }
    for example in examples(rule) {
        let label = if example.wrong {
            lang.pick("Sai", "Wrong")
        } else {
            lang.pick("Đúng", "Right")
        };
        page.push_str(&format!("\n{label}:\n"));
        for line in example.text.lines() {
            page.push_str(&format!("    {line}\n"));
        }
    }
    page
}

/// The examples of a rule's page, wrong ones first.
pub fn examples(rule: &Rule) -> Vec<Example> {
    let fenced = |title: &str, wrong: bool| {
        let body = part(rule, title);
        let text = body
            .split_once("```csv\n")
            .and_then(|(_, rest)| rest.split_once("```"));
        let plain = |text: &str| text.lines().map(unindent).collect::<Vec<_>>().join("\n");
        text.map(|(text, _)| Example {
            wrong,
            text: plain(text),
        })
    };
    [fenced("Sai · Wrong", true), fenced("Đúng · Right", false)]
        .into_iter()
        .flatten()
        .collect()
}

/// The text under a heading of the page, up to the next heading.
fn part(rule: &Rule, title: &str) -> String {
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

    #[test]
    fn an_example_keeps_its_own_indentation() {
        let rule = crate::rules::find("O302").expect("the rule is listed");
        let examples = examples(rule);
        assert_eq!(examples.len(), 2);
        assert!(examples[0].wrong && examples[0].text.contains("Lèo"));
        assert!(examples[1].text.starts_with("DỰ KIẾN"));
    }
}
