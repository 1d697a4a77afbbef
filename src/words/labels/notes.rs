//! Bridges, notes below tables, and the words of findings, returned rows and ledger in both languages.

use crate::words::Words;

labels! {
    // Bridges.
    SUM_OF_COUNTRIES: "Cộng theo quốc gia/vùng lãnh thổ" / "Sum of countries and territories";
    COUNTED_TWICE: "Trừ phần tính trùng giữa các nước" / "Less: counted in more than one country";
    SUM_OF_DEPARTMENTS: "Cộng theo đơn vị" / "Sum of departments";
    JOINT: "Trừ phần tính trùng giữa các đơn vị (đoàn chung)" / "Less: joint delegations";
    DISTINCT_TOTAL: "Tổng số (mỗi đoàn tính một lần)" / "Total (each delegation once)";
    NOT_COUNTED: "Dòng trả lại, không tính vào số liệu: đoàn ra {0}, đoàn vào {1}." / "Rejected rows, excluded from the totals: outbound {0}, inbound {1}.";
    AMOUNT_STATED: "Số đoàn có ghi kinh phí: đoàn ra {0}, đoàn vào {1}." / "Delegations that state an amount: outbound {0}, inbound {1}.";
    NOTE_COUNTRIES: "Đoàn đi hoặc đến từ nhiều nước được tính ở từng nước; dòng “Trừ phần tính trùng” đưa về tổng số, mỗi đoàn một lần." / "A delegation with several countries is counted in each of them; the line “Less” brings the total back to each delegation once.";
    NOTE_BASES: "Đoàn: số đoàn; lượt người: số người của các đoàn; tổng ngày công tác: số người × số ngày. Dòng thiếu số người, số ngày hoặc kinh phí không cộng vào cột tương ứng và được đếm ở các cột “Thiếu”." / "Delegations; people travelling; person-days: people × days. A row without people, days or amount adds nothing to that column and is counted under “… not stated”.";
    NOTE_CODES: "Ý nghĩa các nhóm" / "Meaning of the classes";
    NOTE_MULTI: "Nhiều quý: thời gian chạm hơn một quý. Chưa xác định: không ghi hoặc có điều kiện. Ngoài năm: thuộc năm khác với năm của bảng." / "Several quarters: the period covers more than one. Not scheduled: not stated or conditional. Outside the year: in another year than the table’s.";
    NOTE_MIXED: "Hỗn hợp: hơn một nguồn. Không phát sinh kinh phí: không có chi. Chưa rõ: không ghi hoặc không đọc được. Ngân sách nhà nước gồm mọi cấp." / "Mixed: more than one source. No cost: nothing is spent. Unknown: not stated or not readable. State budget: of any level.";
    NOTE_LIVE: "Số liệu là công thức trên phụ lục Đoàn ra, Đoàn vào (các cột mã ẩn bên phải vùng in): lọc, sắp xếp không làm thay đổi số." / "Figures are formulas over the annexes (hidden code columns right of the print area): filtering and sorting change no figure.";
    NOTE_PLAIN: "Có {0} dòng được tính, vượt {1} dòng: danh sách đoàn ở tệp delegations.csv; số liệu ở đây là số đã tính sẵn, không phải công thức." / "There are {0} counted rows, more than {1}: the lists are in delegations.csv and the figures here are plain values, not formulas.";
    NOTE_CUT: "Chỉ hiện {0} trong {1} dòng, nghiêm trọng nhất trước; toàn bộ nằm trong tệp {2}." / "Only {0} of {1} lines are shown, worst first; all are in {2}.";
    NOTE_SEALED: "Số liệu đã chốt. Sau khi chốt có {0} tệp nộp thêm, {1} tệp sửa, {2} tệp không còn; phần này chưa tính vào số liệu." / "The figures are frozen. Since then {0} files came, {1} changed and {2} are gone; none of this is counted.";
    FROZEN_DIFFERENCE: "Nếu tính, {0}: {1} đoàn, {2} lượt người." / "With them, {0}: {1} delegations, {2} people.";
    NO_PREVIOUS: "Chưa có số liệu công bố của năm trước để so sánh." / "No published figures of the previous year to compare with.";

    // Findings, rejected rows, ledger.
    SEVERITY: "Mức độ" / "Severity";
    FILE: "Tệp" / "File";
    LINE: "Dòng" / "Line";
    COLUMN: "Cột" / "Column";
    CELL: "Nội dung ô" / "Cell";
    PROBLEM: "Vấn đề" / "Finding";
    HINT: "Cách xử lý" / "How to fix it";
    EXPLAINED: "Đã giải trình" / "Explained";
    CLAIMED: "Đơn vị giải trình" / "The department says";
    DIRECTION: "Loại đoàn" / "Direction";
    KIND: "Loại bảng" / "Kind";
    REASONS: "Lý do" / "Reasons";
    TEXT: "Nội dung như đơn vị ghi" / "Text as written";
    ROWS: "Dòng đọc được" / "Rows";
    ACCEPTED: "Được tính" / "Counted";
    ERRORS: "Lỗi" / "Errors";
    WARNINGS: "Cảnh báo" / "Warnings";
    FIRST_SEEN: "Nhận lần đầu" / "First seen";
    REPLACED_BY: "Được thay bằng" / "Replaced by";
    YES: "Có" / "Yes";
    SECRET_TEXT: "(văn bản mật, không hiển thị)" / "(secret document, not shown)";
    UNCLEAR: "Không rõ" / "Unclear";
}
