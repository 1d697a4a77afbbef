//! What people read on a terminal: findings, the ledger, the end of a run.

mod attention;
mod by_department;
pub mod clean;
mod excerpt;
mod findings;
pub mod history;
pub mod inspect;
mod ledger;
mod read_notes;
mod run_report;
pub mod shown_json;
mod table;
#[cfg(test)]
mod tests;

pub use attention::{asked, attention};
pub use by_department::by_department;
pub use findings::{by_rule, findings};
pub use ledger::ledger;
pub use run_report::{run_report, where_to_look};

use crate::model::finding::{Lang, Severity};
use crate::model::section::{Direction, Kind};
use crate::words::labels;

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

/// The word for a severity, within a line.
fn severity(severity: Severity, lang: Lang) -> String {
    labels::severity(severity).in_lang(lang).to_lowercase()
}

/// "Đoàn ra 2021", "Kết quả đoàn vào 2020".
fn table_name(direction: Direction, kind: Kind, lang: Lang) -> &'static str {
    match (direction, kind) {
        (Direction::Outbound, Kind::Plan) => lang.pick("Đoàn ra, kế hoạch", "Outbound, plan"),
        (Direction::Inbound, Kind::Plan) => lang.pick("Đoàn vào, kế hoạch", "Inbound, plan"),
        (Direction::Outbound, Kind::Realised) => lang.pick("Đoàn ra, kết quả", "Outbound, results"),
        (Direction::Inbound, Kind::Realised) => lang.pick("Đoàn vào, kết quả", "Inbound, results"),
    }
}

/// The order in which the four tables stand everywhere: the plan first.
const TABLES: [(Direction, Kind); 4] = [
    (Direction::Outbound, Kind::Plan),
    (Direction::Inbound, Kind::Plan),
    (Direction::Outbound, Kind::Realised),
    (Direction::Inbound, Kind::Realised),
];
