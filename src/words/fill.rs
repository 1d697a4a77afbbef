//! Fills the placeholders of a message.

use crate::model::finding::Finding;
use std::fmt::Write;

/// The words of a finding: its values, then its details, and `{line}` for its line.
pub fn of(template: &str, finding: &Finding) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    push(&mut text, template, finding);
    text
}

/// [`of`], onto the end of a text.
pub fn push(text: &mut String, template: &str, finding: &Finding) {
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
pub fn fill<S: AsRef<str>>(template: &str, values: &[S]) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    push_filled(&mut text, template, |text, number| {
        push_value(text, number, |n| values.get(n).map(AsRef::as_ref))
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

/// The number that a cell means where letters stand for the digits that they look like ("O8", "l2").
pub fn digits(text: &str) -> Option<String> {
    let digit = |c: char| match c {
        'o' | 'O' => Some('0'),
        'l' | 'I' | 'i' | '|' => Some('1'),
        c => c.is_ascii_digit().then_some(c),
    };
    let number: String = text.trim().chars().map(digit).collect::<Option<_>>()?;
    let some_are_digits = text.chars().any(|c| c.is_ascii_digit());
    (some_are_digits && number.len() <= 3).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{digits, fill};

    #[test]
    fn letters_that_look_like_digits_are_proposed_as_digits() {
        let cases = [
            ("O8", Some("08")),
            ("l2", Some("12")),
            ("ol", None),
            ("8 người", None),
            ("", None),
        ];
        for (text, number) in cases {
            assert_eq!(digits(text).as_deref(), number, "{text}");
        }
    }

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
            assert_eq!(fill(template, values), text);
        }
    }
}
