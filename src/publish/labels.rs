//! What codes and headings are called in both languages, for every output that people read.

use crate::model::dataset::{FileState, LedgerState};
use crate::model::delegation::RowState;
use crate::model::finding::{Lang, Severity};
use crate::model::section::{Direction, Kind, LineClass};
use crate::model::value::{FundingClass, Quarter, Status};
use crate::rules::Words;

/// Declares texts in both languages, and lists them for the test that finds gaps.
macro_rules! labels {
    ($($name:ident: $vi:literal / $en:literal;)*) => {
        $(pub const $name: Words = Words { vi: $vi, en: $en };)*

        /// Every text of this file that stands on its own.
        pub const ALL: &[(&str, Words)] = &[$((stringify!($name), $name)),*];
    };
}

const fn words(vi: &'static str, en: &'static str) -> Words {
    Words { vi, en }
}

labels! {
    // Letterhead of Nghị định 30/2020/NĐ-CP.
    NATION: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" / "SOCIALIST REPUBLIC OF VIET NAM";
    MOTTO: "Độc lập - Tự do - Hạnh phúc" / "Independence - Freedom - Happiness";
    TITLE: "BẢNG TỔNG HỢP ĐOÀN RA, ĐOÀN VÀO" / "CONSOLIDATED TABLE OF OUTBOUND AND INBOUND DELEGATIONS";
    TITLE_PLAN: "Kế hoạch năm {0} và kết quả năm {1}" / "Plan for {0} and results of {1}";
    PROVINCE: "tỉnh {0}" / "{0} province";
    DATE_LINE: "{0}ngày       tháng       năm" / "{0}date:";
    PREPARED_BY: "NGƯỜI LẬP BIỂU" / "PREPARED BY";
    PAGE_OF: "Trang {0}/{1}" / "Page {0}/{1}";
    ANNEX_ONE: "Phụ lục I" / "Annex I";
    ANNEX_TWO: "Phụ lục II" / "Annex II";
    ANNEX_OUTBOUND: "DANH SÁCH ĐOÀN RA" / "LIST OF OUTBOUND DELEGATIONS";
    ANNEX_INBOUND: "DANH SÁCH ĐOÀN VÀO" / "LIST OF INBOUND DELEGATIONS";
    ENCLOSED: "(Kèm theo Báo cáo số          /BC-          ngày       tháng       năm          của {0})" / "(Enclosed with report no.          of          by {0})";

    // Sheets.
    SHEET_OVERVIEW: "Tổng quan" / "Overview";
    SHEET_COUNTRY: "Theo nước" / "By country";
    SHEET_QUARTER: "Theo quý" / "By quarter";
    SHEET_FUNDING: "Theo nguồn kinh phí" / "By budget source";
    SHEET_CROSS: "Nước × Quý × Nguồn" / "Country × Quarter × Source";
    SHEET_DEPARTMENT: "Theo đơn vị" / "By department";
    SHEET_OUTBOUND: "Đoàn ra" / "Outbound";
    SHEET_INBOUND: "Đoàn vào" / "Inbound";
    SHEET_REVIEW: "Cần xem lại" / "To review";
    SHEET_REJECTED: "Bị loại" / "Rejected";
    SHEET_LEDGER: "Tình hình nộp" / "Submissions";

    // Titles of tables.
    TITLE_COUNTRY: "TỔNG HỢP THEO QUỐC GIA/VÙNG LÃNH THỔ" / "BY COUNTRY OR TERRITORY";
    TITLE_QUARTER: "TỔNG HỢP THEO QUÝ" / "BY QUARTER";
    TITLE_FUNDING: "TỔNG HỢP THEO NGUỒN KINH PHÍ" / "BY BUDGET SOURCE";
    TITLE_CROSS: "TỔNG HỢP THEO QUỐC GIA × QUÝ × NGUỒN KINH PHÍ" / "BY COUNTRY × QUARTER × BUDGET SOURCE";
    TITLE_DEPARTMENT: "TỔNG HỢP THEO ĐƠN VỊ" / "BY DEPARTMENT";
    TITLE_REVIEW: "NHỮNG ĐIỂM CẦN XEM LẠI" / "FINDINGS TO REVIEW";
    TITLE_REJECTED: "CÁC DÒNG BỊ LOẠI, GỬI LẠI ĐƠN VỊ" / "REJECTED ROWS, RETURNED TO THEIR DEPARTMENTS";
    TITLE_LEDGER: "TÌNH HÌNH NỘP BÁO CÁO CỦA CÁC ĐƠN VỊ" / "SUBMISSIONS OF THE DEPARTMENTS";
    PLAN_OF: "Kế hoạch năm {0}" / "Plan for {0}";
    REALISED_OF: "Kết quả thực hiện năm {0}" / "Results of {0}";
    TOTALS: "Tổng số" / "Totals";
    CHANGE: "So với năm trước" / "Change on the previous year";
    AGAINST_PLAN: "Kết quả năm {0} so với kế hoạch đã công bố" / "Results of {0} against the published plan";
    CHARTS: "Biểu đồ" / "Charts";
    SUBMISSION_STATES: "Tình hình nộp (số bảng)" / "Submissions (tables)";
    LINE_ACCOUNT: "Đối chiếu dòng, tệp" / "Accounting of lines and files";

    // Heads of columns.
    NUMBER: "TT" / "No.";
    ITEM: "Chỉ tiêu" / "Item";
    CODE: "Mã" / "Code";
    COUNTRY: "Quốc gia/vùng lãnh thổ" / "Country/territory";
    QUARTER: "Quý" / "Quarter";
    FUNDING: "Nguồn kinh phí" / "Budget source";
    DEPARTMENT: "Đơn vị" / "Department";
    DELEGATIONS: "Số đoàn" / "Delegations";
    PEOPLE: "Lượt người" / "People";
    PERSON_DAYS: "Ngày-người" / "Person-days";
    AMOUNT: "Kinh phí (đồng)" / "Amount (VND)";
    NO_PEOPLE: "Thiếu số người" / "No people";
    NO_DAYS: "Thiếu số ngày" / "No days";
    NO_AMOUNT: "Thiếu kinh phí" / "No amount";
    REJECTED_ROWS: "Dòng bị loại" / "Rejected rows";
    SHARE: "Tỷ trọng" / "Share";
    TOTAL: "Tổng cộng" / "Total";
    BEFORE: "Năm trước" / "Previous";
    NOW: "Năm nay" / "Now";
    DIFFERENCE: "Tăng, giảm" / "Change";
    RATE: "Tỷ lệ" / "Rate";
    RATE_OF_CHANGE: "% tăng, giảm" / "% change";
    PLANNED: "Kế hoạch" / "Planned";
    DONE: "Thực hiện" / "Realised";
    POSTPONED_OR_CANCELLED: "Hoãn, hủy" / "Postponed, cancelled";
    ONLINE: "Trực tuyến" / "Online";
    STATE: "Tình trạng" / "State";
    LATE: "Nộp trễ" / "Late";
    LINES: "Số dòng" / "Lines";
    FILES: "Số tệp" / "Files";
    CLASS: "Loại dòng" / "Class of line";
    ROW_STATE: "Dòng dữ liệu" / "Data rows";
    FILE_STATE: "Tệp" / "Files";

    // The departments' own form.
    FORM_NAME: "Tên đoàn" / "Delegation";
    FORM_HEAD: "Trưởng đoàn" / "Head of delegation";
    FORM_TO: "Nước đi" / "Country of destination";
    FORM_FROM: "Đến từ nước" / "Country of origin";
    FORM_PARTNER: "Đối tác làm việc" / "Partner";
    FORM_CONTENT: "Nội dung hoạt động" / "Activities";
    FORM_PEOPLE: "Số người" / "People";
    FORM_DAYS: "Số ngày" / "Days";
    FORM_PERIOD: "Thời gian thực hiện" / "Period";
    FORM_MONEY: "Kinh phí" / "Funding";
    FORM_NOTES: "Ghi chú" / "Notes";
    AS_WRITTEN: "ghi" / "written";
    SUBTOTAL_OF: "Cộng {0}" / "Subtotal {0}";
    TOTAL_OF: "TỔNG CỘNG {0}" / "TOTAL {0}";
    COUNTED: "đoàn" / "delegations";
    NOTHING: "Không có" / "None";
    NOT_HELD: "Hoãn, hủy hoặc trực tuyến, không tính vào số liệu" / "Postponed, cancelled or held online, in no figure";

    // Bridges.
    SUM_OF_COUNTRIES: "Cộng theo quốc gia/vùng lãnh thổ" / "Sum of countries and territories";
    COUNTED_TWICE: "Trừ: tính ở nhiều nước" / "Less: counted in more than one country";
    SUM_OF_DEPARTMENTS: "Cộng theo đơn vị" / "Sum of departments";
    JOINT: "Trừ: đoàn chung của nhiều đơn vị" / "Less: joint delegations";
    DISTINCT_TOTAL: "Tổng số (mỗi đoàn tính một lần)" / "Total (each delegation once)";
    NOT_COUNTED: "Dòng bị loại, không tính vào số liệu: đoàn ra {0}, đoàn vào {1}." / "Rejected rows, in no figure: outbound {0}, inbound {1}.";
    NOTE_COUNTRIES: "Đoàn đi hoặc đến từ nhiều nước được tính ở từng nước; dòng “Trừ” đưa về tổng số mỗi đoàn một lần." / "A delegation to several countries counts in each of them; the line “Less” leads back to each delegation once.";
    NOTE_BASES: "Đoàn: số đoàn; lượt người: số người của các đoàn; ngày-người: số người × số ngày. Dòng thiếu số người, số ngày hoặc kinh phí không cộng thêm vào cột tương ứng và được đếm ở các cột “Thiếu”." / "Delegations; people travelling; person-days: people × days. A row without people, days or amount adds none and is counted under “No …”.";
    NOTE_CODES: "Ý nghĩa các nhóm" / "Meaning of the classes";
    NOTE_MULTI: "Nhiều quý: thời gian chạm hơn một quý. Chưa xác định: không ghi hoặc có điều kiện. Ngoài năm: thuộc năm khác với năm của bảng." / "More than one quarter: the period touches several. Not scheduled: not said or conditional. Outside the year: in a year other than the table's.";
    NOTE_MIXED: "Hỗn hợp: hơn một nguồn. Không phát sinh kinh phí: không có chi. Chưa rõ: không ghi hoặc không đọc được. Ngân sách nhà nước gồm mọi cấp." / "Mixed: more than one source. No cost: nothing is spent. Unknown: not said or not readable. State budget of any level.";
    NOTE_LIVE: "Số liệu là công thức trên phụ lục Đoàn ra, Đoàn vào (các cột mã ẩn bên phải vùng in): lọc, sắp xếp không làm thay đổi số." / "Figures are formulas over the annexes (hidden code columns right of the print area): filtering and sorting move no figure.";
    NOTE_PLAIN: "Có {0} dòng được tính, vượt {1} dòng: danh sách đoàn nằm trong tệp delegations.csv và số liệu ở đây là số đã tính sẵn, không phải công thức." / "There are {0} accepted rows, more than {1}: the lists are in delegations.csv and the figures here are plain values, not formulas.";
    NOTE_CUT: "Chỉ hiện {0} trong {1} dòng, nghiêm trọng nhất trước; toàn bộ nằm trong tệp {2}." / "Only {0} of {1} lines are shown, worst first; all are in {2}.";
    NO_PREVIOUS: "Chưa có số liệu công bố của năm trước để so sánh." / "No published figures of the previous year to compare with.";

    // Findings, rejected rows, ledger.
    SEVERITY: "Mức độ" / "Severity";
    FILE: "Tệp" / "File";
    LINE: "Dòng" / "Line";
    COLUMN: "Cột" / "Column";
    CELL: "Nội dung ô" / "Cell";
    PROBLEM: "Vấn đề" / "Finding";
    HINT: "Cách xử lý" / "What to try";
    EXPLAINED: "Đã giải trình" / "Explained";
    DIRECTION: "Loại đoàn" / "Direction";
    KIND: "Loại bảng" / "Kind";
    REASONS: "Lý do" / "Reasons";
    TEXT: "Nội dung như đơn vị ghi" / "Text as written";
    ROWS: "Dòng đọc được" / "Rows";
    ACCEPTED: "Được tính" / "Accepted";
    ERRORS: "Lỗi" / "Errors";
    WARNINGS: "Cảnh báo" / "Warnings";
    FIRST_SEEN: "Thấy lần đầu" / "First seen";
    REPLACED_BY: "Được thay bằng" / "Superseded by";
    YES: "Có" / "Yes";
    SECRET_TEXT: "(tài liệu mật, không hiển thị)" / "(secret document, not shown)";
    UNCLEAR: "Không rõ" / "Unclear";

    // The page.
    PAGE_SKIP: "Đến nội dung chính" / "Skip to the content";
    PAGE_CONTENTS: "Mục lục" / "Contents";
    PAGE_GLANCE: "Số liệu chính" / "Figures at a glance";
    PAGE_COUNTRIES: "Theo quốc gia/vùng lãnh thổ" / "By country or territory";
    PAGE_QUARTERS: "Theo quý" / "By quarter";
    PAGE_FUNDING: "Theo nguồn kinh phí" / "By budget source";
    PAGE_DEPARTMENTS: "Theo đơn vị" / "By department";
    PAGE_CROSS: "Nước × quý × nguồn kinh phí" / "Country × quarter × budget source";
    PAGE_LEDGER: "Tình hình nộp" / "Submissions";
    PAGE_FINDINGS: "Những điểm cần xem lại" / "Findings";
    PAGE_REJECTED: "Dòng bị loại" / "Rejected rows";
    PAGE_ACCOUNT: "Đối chiếu dòng, tệp" / "Accounting of lines and files";
    PAGE_ROWS: "Danh sách đoàn" / "List of delegations";
    PAGE_ROWS_INTRO: "Mỗi dòng cho biết tệp và số dòng nơi số liệu được ghi. Bấm vào một con số ở các bảng trên để chỉ xem các dòng tạo nên con số đó." / "Each line names the file and line that it was read from. Follow a figure in the tables above to see only the rows behind it.";
    PAGE_SEARCH: "Tìm trong bảng" / "Search this table";
    PAGE_SHOW_ALL: "Hiện tất cả" / "Show all";
    PAGE_SHOWN: "{0} dòng" / "{0} rows";
    PAGE_NO_FINDINGS: "Không có điểm nào cần xem lại." / "There are no findings.";
    PAGE_NO_ROWS: "Không có dòng nào." / "There are no rows.";
    PAGE_PLACES: "Nơi phát hiện" / "Places";
    PAGE_LEDGER_DETAIL: "Chi tiết từng bảng, từng tệp" / "Every table and file";
    PAGE_CHART_ALT: "Biểu đồ: {0}. Số liệu đầy đủ ở bảng kèm theo." / "Chart: {0}. The table beside it has all figures.";
    PAGE_OTHERS: "Các nước còn lại" / "Other countries";
    PAGE_OTHER_DEPARTMENTS: "Các đơn vị còn lại" / "Other departments";
    PAGE_NOT_READ_ROWS: "Thiếu: số người {0}, số ngày {1}, kinh phí {2} dòng" / "Without people {0}, days {1}, amount {2} rows";
    PAGE_REJECTED_COUNT: "Bị loại: {0} dòng" / "Rejected: {0} rows";
    PAGE_FOOT: "Trang này được lập tự động từ các bản nộp của các đơn vị; không kết nối mạng." / "Made from the submissions of the departments; it uses no network.";
    PAGE_PREVIOUS: "năm trước {0}" / "previous year {0}";
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
        Kind::Realised => words("Kết quả", "Realised"),
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
const FILE_LEDGER_STATES: [(&str, Words); 3] = [
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
        LedgerState::Nil => words("Không phát sinh", "Nil return"),
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
        LineClass::Section => words("Đầu mục", "Section head"),
        LineClass::Header => words("Đầu bảng", "Table head"),
        LineClass::NumberRow => words("Dòng đánh số cột", "Number row"),
        LineClass::Group => words("Dòng nhóm", "Group row"),
        LineClass::Data => words("Dòng dữ liệu", "Data row"),
        LineClass::Filler => words("Dòng để trống có đánh số", "Empty numbered row"),
        LineClass::Nil => words("Dòng “Không có”", "Nil return"),
        LineClass::Subtotal => words("Dòng cộng", "Subtotal"),
        LineClass::Footer => words("Chữ ký, ghi chú cuối", "Footer"),
        LineClass::Prose => words("Lời văn", "Prose"),
        LineClass::Blank => words("Dòng trắng", "Blank"),
        LineClass::Unread => words("Không đọc được", "Unread"),
    }
}

/// States of rows, in the order in which they are accounted for.
pub const ROW_STATES: [(RowState, Words); 5] = [
    (RowState::Accepted, words("Được tính", "Accepted")),
    (
        RowState::NotHeld,
        words("Hoãn, hủy hoặc trực tuyến", "Not held"),
    ),
    (RowState::Rejected, words("Bị loại", "Rejected")),
    (RowState::Duplicate, words("Trùng", "Duplicate")),
    (
        RowState::Superseded,
        words("Đã được thay thế", "Superseded"),
    ),
];

/// States of files, in the order in which they are accounted for.
pub const FILE_STATES: [(FileState, Words); 4] = [
    (FileState::Read, words("Đã đọc", "Read")),
    (FileState::Rejected, words("Bị loại", "Rejected")),
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

/// Puts `values[n]` where a text says `{n}`.
pub fn fill(text: Words, lang: Lang, values: &[&str]) -> String {
    let mut filled = text.in_lang(lang).to_string();
    for (n, value) in values.iter().enumerate() {
        filled = filled.replace(&format!("{{{n}}}"), value);
    }
    filled
}

/// The head of the tables of a kind: "Kế hoạch năm 2021".
pub fn kind_of_year(kind: Kind, year: i32, lang: Lang) -> String {
    let text = match kind {
        Kind::Plan => PLAN_OF,
        Kind::Realised => REALISED_OF,
    };
    fill(text, lang, &[&year.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_both_languages_with_the_same_places_to_fill() {
        let classes = Quarter::ALL.map(|q| ("quarter", quarter(q))).into_iter();
        let all = ALL
            .iter()
            .copied()
            .chain(classes)
            .chain(FundingClass::ALL.map(|class| ("funding", funding(class))))
            .chain(LineClass::ALL.map(|class| ("line", line_class(class))))
            .chain(Severity::ALL.map(|weight| ("severity", severity(weight))))
            .chain(Direction::ALL.map(|way| ("direction", direction(way))))
            .chain(Kind::ALL.map(|which| ("kind", kind(which))))
            .chain(ROW_STATES.map(|(_, name)| ("row", name)))
            .chain(FILE_STATES.map(|(_, name)| ("file", name)))
            .chain(ledger_states());
        for (name, text) in all {
            assert!(!text.vi.is_empty() && !text.en.is_empty(), "{name}");
            assert_ne!(text.vi, text.en, "{name} is the same in both languages");
            for place in ["{0}", "{1}", "{2}"] {
                let both = text.vi.contains(place) == text.en.contains(place);
                assert!(both, "{name} fills {place} in one language only");
            }
        }
    }

    #[test]
    fn values_stand_where_the_text_says() {
        let text = fill(TITLE_PLAN, Lang::Vi, &["2021", "2020"]);
        assert_eq!(text, "Kế hoạch năm 2021 và kết quả năm 2020");
    }
}
