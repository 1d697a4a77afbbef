//! Fills the placeholders of a message.

use crate::model::finding::Finding;

/// The words of a finding: its values, then its details, and `{line}` for its line.
pub fn of(template: &str, finding: &Finding) -> String {
    let line = finding.place.line.to_string();
    let template = template.replace("{line}", &line);
    let values: Vec<&str> = finding
        .values
        .iter()
        .chain(&finding.details)
        .map(String::as_str)
        .collect();
    fill(&template, &values)
}

/// Puts `values[n]` where the template says `{n}`; a placeholder without a value stays empty.
pub fn fill<S: AsRef<str>>(template: &str, values: &[S]) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        match after.split_once('}') {
            Some((number, tail))
                if number.chars().all(|c| c.is_ascii_digit()) && !number.is_empty() =>
            {
                let value = number.parse().ok().and_then(|n: usize| values.get(n));
                text.push_str(value.map_or("", |value| value.as_ref()));
                rest = tail;
            }
            _ => {
                text.push('{');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
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
