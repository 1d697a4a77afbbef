//! The page of a rule, as `explain` shows it, from the doc comment of its file.

use super::doc::part;
use super::example::examples;
use super::{Check, Rule};
use crate::model::finding::{Lang, Severity};
use crate::words::fill;
use crate::words::{Words, labels};

/// The line of the finding that a page shows: the first row of a plain submission.
const LINE: &str = "4";

/// What raising a rule does.
const RAISED: [&str; 2] = [
    "Đặt {code} = \"error\" trong tonghop.toml thì dòng bị trả lại đơn vị và không nằm trong số liệu.",
    "With {code} = \"error\" in tonghop.toml the row goes back to its department and is in no figure.",
];

/// The page of a rule in one language: title, severity, why, message, remedy, examples. The severity is
/// the one that applies; `None` where the rule is switched off.
pub fn page(rule: &Rule, severity: Option<Severity>, lang: Lang) -> String {
    let mut page = format!(
        "{} {}\n{}\n\n{}: {}\n\n",
        rule.code,
        rule.name,
        rule.title.in_lang(lang),
        lang.pick("Mức độ", "Severity"),
        severity_in_full(severity, lang),
    );
    page.push_str(part(rule, lang.pick("Tiếng Việt", "English")).trim());
    page.push_str("\n\n");
    if let (true, Check::File(_) | Check::Row(_)) = (severity != Some(Severity::Error), rule.check)
    {
        let raised = lang.pick(RAISED[0], RAISED[1]);
        page.push_str(&raised.replace("{code}", rule.code));
        page.push_str("\n\n");
    }

    for (label, words) in labelled(rule, lang) {
        let text = filled(rule, words.in_lang(lang));
        page.push_str(&format!("{label}: {text}\n"));
    }

    for example in examples(rule) {
        let label = if example.wrong {
            lang.pick("Ví dụ sai", "Wrong")
        } else {
            lang.pick("Ví dụ đúng", "Right")
        };
        page.push_str(&format!("\n{label}:\n"));
        for line in example.lines(lang) {
            page.push_str(&format!("    {line}\n"));
        }
    }
    page
}

/// "Cảnh báo (warning)": as people call it, and as `tonghop.toml` does.
fn severity_in_full(severity: Option<Severity>, lang: Lang) -> String {
    match severity {
        Some(severity) => format!(
            "{} ({})",
            labels::severity(severity).in_lang(lang),
            severity.code()
        ),
        None => lang.pick("Đã tắt (off)", "Switched off (off)").to_string(),
    }
}

/// Message and hints of a rule, as far as it has them.
fn labelled(rule: &Rule, lang: Lang) -> impl Iterator<Item = (&'static str, Words)> {
    let words = [
        (lang.pick("Thông báo", "Message"), Some(rule.message)),
        (lang.pick("Cách sửa", "How to fix it"), Some(rule.hint)),
        (
            lang.pick("Tại cơ quan tổng hợp", "At the office"),
            rule.office,
        ),
    ];
    let known = words
        .into_iter()
        .filter_map(|(label, words)| Some((label, words?)));
    known.filter(|(_, words)| !words.vi.is_empty())
}

/// A template as a finding of the rule would fill it.
fn filled(rule: &Rule, template: &str) -> String {
    fill::template(&template.replace("{line}", LINE), rule.values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::ALL;

    #[test]
    fn every_page_is_full_and_has_no_hole() {
        let holes = ["{", "}", "(, ", ", )", ". .", "  ", "“”", " ,", ": ;", "()"];
        for rule in ALL {
            for (lang, title) in [(Lang::Vi, "Tiếng Việt"), (Lang::En, "English")] {
                assert!(part(rule, title).trim().len() > 40, "{} {title}", rule.code);
                let page = page(rule, Some(rule.severity), lang);
                let (said, _) = page.split_once("\n\nVí dụ sai").unwrap_or((&page, ""));
                let (said, _) = said.split_once("\n\nWrong").unwrap_or((said, ""));
                for hole in holes {
                    assert!(!said.contains(hole), "{} has “{hole}”: {said}", rule.code);
                }
            }
        }
    }

    #[test]
    fn every_placeholder_has_a_value_for_the_page() {
        for rule in ALL {
            let words = [Some(rule.message), Some(rule.hint), rule.office];
            for template in words
                .into_iter()
                .flatten()
                .flat_map(|words| [words.vi, words.en])
            {
                for part in template.split('{').skip(1) {
                    let (name, _) = part.split_once('}').expect("a placeholder is closed");
                    let value = name.parse().ok().and_then(|n: usize| rule.values.get(n));
                    assert!(
                        name == "line" || value.is_some(),
                        "{} has no {{{name}}}",
                        rule.code
                    );
                }
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
    fn every_rule_file_is_registered_in_the_folder_of_its_letter() {
        let folders = [
            ("file", "T"),
            ("table", "B"),
            ("cell", "O"),
            ("row", "D"),
            ("across", "L"),
        ];
        for (folder, letter) in folders {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("src/rules")
                .join(folder);
            let files = std::fs::read_dir(&path).expect("the folder of rules");
            let texts = files.map(|file| std::fs::read_to_string(file.expect("a file").path()));
            let rules =
                texts.filter(|text| text.as_ref().is_ok_and(|text| text.contains("rule! {")));
            let registered = ALL.iter().filter(|rule| rule.code.starts_with(letter));
            assert_eq!(rules.count(), registered.count(), "{folder}");
        }
    }
}
