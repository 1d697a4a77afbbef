//! What people read on a terminal: findings, the ledger, the end of a run.

mod attention;
pub mod clean;
mod excerpt;
mod findings;
pub mod inspect;
mod ledger;
mod read_notes;
mod run_report;
pub mod shown_json;
mod table;
#[cfg(test)]
mod tests;

pub use attention::{asked, attention};
pub use findings::findings;
pub use ledger::ledger;
pub use run_report::run_report;

use crate::model::finding::{Lang, Severity};
use crate::model::section::{Direction, Kind};

/// How text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Escape sequences for colour; nothing else ever sends one.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
    pub lang: Lang,
}

/// Least width that lines are laid out for; a narrower terminal wraps them.
const NARROWEST: usize = 40;

impl Style {
    fn width(&self) -> usize {
        self.width.max(NARROWEST)
    }

    /// The text in bold, where colours are wanted.
    fn bold(&self, text: &str) -> String {
        self.paint("1", text)
    }

    /// The text in the colour of a severity, where colours are wanted.
    fn severe(&self, severity: Severity, text: &str) -> String {
        let code = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Info => "1;36",
        };
        self.paint(code, text)
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.color {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_string()
        }
    }
}

/// The word for a severity.
fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("lỗi", "error"),
        Severity::Warning => lang.pick("cảnh báo", "warning"),
        Severity::Info => lang.pick("thông tin", "info"),
    }
}

/// "Đoàn ra 2021", "Kết quả đoàn vào 2020".
fn table_name(direction: Direction, kind: Kind, lang: Lang) -> &'static str {
    match (direction, kind) {
        (Direction::Outbound, Kind::Plan) => lang.pick("Đoàn ra, kế hoạch", "Outbound, plan"),
        (Direction::Inbound, Kind::Plan) => lang.pick("Đoàn vào, kế hoạch", "Inbound, plan"),
        (Direction::Outbound, Kind::Realised) => {
            lang.pick("Đoàn ra, kết quả", "Outbound, realised")
        }
        (Direction::Inbound, Kind::Realised) => lang.pick("Đoàn vào, kết quả", "Inbound, realised"),
    }
}

/// The order in which the four tables stand everywhere: the plan first.
const TABLES: [(Direction, Kind); 4] = [
    (Direction::Outbound, Kind::Plan),
    (Direction::Inbound, Kind::Plan),
    (Direction::Outbound, Kind::Realised),
    (Direction::Inbound, Kind::Realised),
];

/// A whole number in groups of three, as the language writes it: "1.862.500.000", "1,862,500,000".
fn number(value: impl std::fmt::Display, lang: Lang) -> String {
    let plain = value.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (group, decimal) = lang.pick(('.', ','), (',', '.'));
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", whole),
    };
    let mut text = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(decimal);
        text.push_str(fraction);
    }
    text
}
