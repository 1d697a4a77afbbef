//! Fills the placeholders of texts: `{0}` with the first value, `{line}` with the line of a finding.

use super::Words;
use crate::model::finding::{Finding, Lang};
use std::fmt::Write;

/// A text in a language with its values.
pub fn fill(words: Words, lang: Lang, values: &[&str]) -> String {
    template(words.in_lang(lang), values)
}

/// A message of a finding: its values, then its details, and `{line}` for its line.
pub fn message(template: &str, finding: &Finding) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    push_message(&mut text, template, finding);
    text
}

/// [`message`], onto the end of a text.
pub fn push_message(text: &mut String, template: &str, finding: &Finding) {
    push_filled(text, template, |text, place| match place {
        "line" => {
            let _ = write!(text, "{}", finding.place.line);
            true
        }
        number => {
            let values = finding.values.iter().map(AsRef::as_ref);
            let details = finding.more().details.iter().map(String::as_str);
            push_value(text, number, |n| values.chain(details).nth(n))
        }
    });
}

/// Puts `values[n]` where the template says `{n}`; a placeholder without a value stays empty.
pub fn template(template: &str, values: &[&str]) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    push_filled(&mut text, template, |text, number| {
        push_value(text, number, |n| values.get(n).copied())
    });
    text
}

/// `put` writes what stands for a name between braces, and says whether it is a placeholder at all.
fn push_filled(text: &mut String, template: &str, put: impl Fn(&mut String, &str) -> bool) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        rest = match after.split_once('}') {
            Some((name, tail)) if put(text, name) => tail,
            _ => {
                text.push('{');
                after
            }
        };
    }
    text.push_str(rest);
}

fn push_value<'v>(
    text: &mut String,
    number: &str,
    value: impl FnOnce(usize) -> Option<&'v str>,
) -> bool {
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    if is_number {
        text.push_str(number.parse().ok().and_then(value).unwrap_or(""));
    }
    is_number
}

#[cfg(test)]
mod tests {
    #[test]
    fn placeholders_are_filled_by_number() {
        let cases: [(&str, &[&str], &str); 5] = [
            ("{0} người", &["08"], "08 người"),
            ("{1} and {0}", &["a", "b"], "b and a"),
            ("{2}", &["a"], ""),
            ("{x} {", &["a"], "{x} {"),
            ("plain", &[], "plain"),
        ];
        for (template, values, text) in cases {
            assert_eq!(super::template(template, values), text);
        }
    }
}
