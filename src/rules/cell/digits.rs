//! Digits meant by letters that look like them.

/// The number that a cell means where letters stand for the digits that they look like ("O8", "l2").
pub(super) fn digits(text: &str) -> Option<String> {
    let digit = |c: char| match c {
        'o' | 'O' => Some('0'),
        'l' | 'I' | 'i' | '|' => Some('1'),
        c => c.is_ascii_digit().then_some(c),
    };
    let number: String = text.trim().chars().map(digit).collect::<Option<_>>()?;
    let some_are_digits = text.chars().any(|c| c.is_ascii_digit());
    let some = number.contains(|digit| digit != '0');
    (some_are_digits && some && number.len() <= 3).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn letters_that_look_like_digits_are_proposed_as_digits() {
        let cases = [
            ("O8", Some("08")),
            ("l2", Some("12")),
            ("ol", None),
            ("O0", None),
            ("8 người", None),
            ("", None),
        ];
        for (text, number) in cases {
            assert_eq!(digits(text).as_deref(), number, "{text}");
        }
    }
}
