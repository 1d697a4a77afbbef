//! What the codes of the model are called in both languages.

use crate::model::dataset::{FileState, LedgerState};
use crate::model::delegation::RowState;
use crate::model::finding::{Lang, Severity};
use crate::model::section::{Direction, Kind, LineClass};
use crate::model::value::{FundingClass, Quarter, Status};
use crate::words::Words;

const fn words(vi: &'static str, en: &'static str) -> Words {
    Words { vi, en }
}

/// A direction: "Đoàn ra".
pub fn direction(direction: Direction) -> Words {
    match direction {
        Direction::Outbound => words("Đoàn ra", "Outbound"),
        Direction::Inbound => words("Đoàn vào", "Inbound"),
    }
}

/// A kind: "Kế hoạch".
pub fn kind(kind: Kind) -> Words {
    match kind {
        Kind::Plan => words("Kế hoạch", "Plan"),
        Kind::Realised => words("Kết quả", "Results"),
    }
}

/// A class of period.
pub fn quarter(quarter: Quarter) -> Words {
    match quarter {
        Quarter::Q1 => words("Quý I", "Q1"),
        Quarter::Q2 => words("Quý II", "Q2"),
        Quarter::Q3 => words("Quý III", "Q3"),
        Quarter::Q4 => words("Quý IV", "Q4"),
        Quarter::Multi => words("Nhiều quý", "Several quarters"),
        Quarter::Unscheduled => words("Chưa xác định", "Not scheduled"),
        Quarter::OutsideYear => words("Ngoài năm", "Outside the year"),
    }
}

/// A class of budget source.
pub fn funding(class: FundingClass) -> Words {
    match class {
        FundingClass::StateBudget => words("Ngân sách nhà nước", "State budget"),
        FundingClass::OwnFunds => words("Kinh phí đơn vị", "Own funds"),
        FundingClass::SelfFunded => words("Tự túc", "Self-funded"),
        FundingClass::Partner => words("Đối tác đài thọ", "Paid by the partner"),
        FundingClass::Aid => words("Viện trợ/dự án", "Aid or project"),
        FundingClass::Enterprise => words("Doanh nghiệp", "Enterprise"),
        FundingClass::Donations => words("Xã hội hóa/đóng góp", "Donations"),
        FundingClass::None => words("Không phát sinh kinh phí", "No cost"),
        FundingClass::Mixed => words("Hỗn hợp", "Mixed"),
        FundingClass::Unknown => words("Chưa rõ", "Unknown"),
    }
}

/// The country of delegations whose countries are a group or an organisation.
pub const VARIOUS: Words = words(
    "Nhiều nước/tổ chức quốc tế",
    "Several countries/international organisations",
);

/// How much a finding weighs.
pub fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Error => words("Lỗi", "Error"),
        Severity::Warning => words("Cảnh báo", "Warning"),
        Severity::Info => words("Lưu ý", "Note"),
    }
}

/// States of the ledger that stand beside those of [`LedgerState`]: lines about a whole file.
const FILE_LEDGER_STATES: [(&str, Words); 4] = [
    (
        "addendum",
        words("Nộp sau khi chốt số liệu", "Submitted after closing"),
    ),
    ("superseded", words("Đã được thay thế", "Superseded")),
    ("duplicate", words("Trùng nội dung", "Duplicate")),
    ("ignored", words("Bỏ qua", "Ignored")),
];

/// Every state that a line of the ledger may have, with its name.
pub fn ledger_states() -> impl Iterator<Item = (&'static str, Words)> {
    let owed = [
        LedgerState::Submitted,
        LedgerState::Nil,
        LedgerState::NilUnconfirmed,
        LedgerState::Missing,
        LedgerState::Unreadable,
    ];
    owed.into_iter()
        .map(|state| (state.code(), owed_state(state)))
        .chain(FILE_LEDGER_STATES)
}

fn owed_state(state: LedgerState) -> Words {
    match state {
        LedgerState::Submitted => words("Đã nộp", "Submitted"),
        LedgerState::Nil => words("Không phát sinh", "No delegations"),
        LedgerState::NilUnconfirmed => words("Bảng trống, chưa xác nhận", "Empty, not confirmed"),
        LedgerState::Missing => words("Chưa nộp", "Missing"),
        LedgerState::Unreadable => words("Không đọc được", "Unreadable"),
    }
}

/// The name of a state of the ledger; the code itself where it has none.
pub fn ledger_state(code: &'static str, lang: Lang) -> &'static str {
    ledger_states()
        .find(|(state, _)| *state == code)
        .map_or(code, |(_, name)| name.in_lang(lang))
}

/// A class of line.
pub fn line_class(class: LineClass) -> Words {
    match class {
        LineClass::Title => words("Tiêu đề", "Title"),
        LineClass::Section => words("Tiêu đề mục", "Section title"),
        LineClass::Header => words("Hàng tiêu đề", "Header"),
        LineClass::NumberRow => words("Dòng đánh số cột", "Number row"),
        LineClass::Group => words("Dòng nhóm", "Group row"),
        LineClass::Data => words("Dòng dữ liệu", "Data row"),
        LineClass::Joined => words("Dòng thuộc đoàn ở trên", "Line of the delegation above"),
        LineClass::Filler => words("Dòng để trống có đánh số", "Empty numbered row"),
        LineClass::Nil => words("Dòng “Không có”", "No delegations"),
        LineClass::Subtotal => words("Dòng cộng", "Subtotal"),
        LineClass::Footer => words("Chữ ký, ghi chú cuối", "Footer"),
        LineClass::Prose => words("Đoạn văn bản", "Prose"),
        LineClass::Blank => words("Dòng trắng", "Blank"),
        LineClass::Unread => words("Không đọc được", "Unread"),
    }
}

/// States of rows, in the order in which they are accounted for.
pub const ROW_STATES: [(RowState, Words); 6] = [
    (RowState::Accepted, words("Được tính", "Counted")),
    (
        RowState::NotHeld,
        words(
            "Hoãn, hủy hoặc trực tuyến",
            "Postponed, cancelled or online",
        ),
    ),
    (RowState::Rejected, words("Trả lại", "Rejected")),
    (RowState::Duplicate, words("Trùng", "Duplicate")),
    (
        RowState::Superseded,
        words("Đã được thay thế", "Superseded"),
    ),
    (
        RowState::Excluded,
        words("Bỏ theo quyết định", "Left out by decision"),
    ),
];

/// States of files, in the order in which they are accounted for.
pub const FILE_STATES: [(FileState, Words); 4] = [
    (FileState::Read, words("Đã đọc", "Read")),
    (FileState::Rejected, words("Trả lại", "Rejected")),
    (
        FileState::Superseded,
        words("Đã được thay thế", "Superseded"),
    ),
    (FileState::Duplicate, words("Trùng nội dung", "Duplicate")),
];

/// What became of a delegation.
pub fn status(status: Status) -> Words {
    match status {
        Status::Done => words("Đã thực hiện", "Done"),
        Status::Postponed => words("Hoãn", "Postponed"),
        Status::Cancelled => words("Hủy", "Cancelled"),
        Status::Online => words("Trực tuyến", "Online"),
    }
}

/// The position of who signs: that of a configuration in Vietnamese is translated where it is the usual one.
pub fn signatory(position: &str, lang: Lang) -> &str {
    match position {
        "Giám đốc" => lang.pick(position, "Director"),
        other => other,
    }
}
