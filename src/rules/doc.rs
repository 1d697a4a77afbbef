//! The parts of a rule's doc comment: its page in each language, its examples.

use super::Rule;

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
