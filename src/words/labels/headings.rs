//! Letterheads, sheets, titles and column headings in both languages.

use crate::words::Words;

labels! {
    // Letterhead of Nghị định 30/2020/NĐ-CP.
    NATION: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" / "SOCIALIST REPUBLIC OF VIET NAM";
    MOTTO: "Độc lập - Tự do - Hạnh phúc" / "Independence - Freedom - Happiness";
    TITLE: "BẢNG TỔNG HỢP ĐOÀN RA, ĐOÀN VÀO" / "CONSOLIDATED TABLE OF OUTBOUND AND INBOUND DELEGATIONS";
    TITLE_PLAN: "Kế hoạch năm {0} và kết quả năm {1}" / "Plan for {0} and results of {1}";
    PROVINCE: "tỉnh {0}" / "{0} province";
    DATE_LINE: "{0}ngày       tháng       năm" / "{0}date:";
    PREPARED_BY: "NGƯỜI LẬP BIỂU" / "PREPARED BY";
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
    SHEET_PLANNED: "Kế hoạch - Kết quả" / "Plan and results";
    SHEET_OUTBOUND: "Đoàn ra" / "Outbound";
    SHEET_INBOUND: "Đoàn vào" / "Inbound";
    SHEET_REVIEW: "Cần xem lại" / "To review";
    SHEET_REJECTED: "Trả lại" / "Rejected";
    SHEET_LEDGER: "Tình hình nộp" / "Submissions";
    SHEET_NOTES: "Ghi chú" / "Notes";

    // Titles of tables.
    TITLE_COUNTRY: "TỔNG HỢP THEO QUỐC GIA/VÙNG LÃNH THỔ" / "BY COUNTRY OR TERRITORY";
    TITLE_QUARTER: "TỔNG HỢP THEO QUÝ" / "BY QUARTER";
    TITLE_FUNDING: "TỔNG HỢP THEO NGUỒN KINH PHÍ" / "BY BUDGET SOURCE";
    TITLE_CROSS: "TỔNG HỢP THEO QUỐC GIA × QUÝ × NGUỒN KINH PHÍ" / "BY COUNTRY × QUARTER × BUDGET SOURCE";
    TITLE_DEPARTMENT: "TỔNG HỢP THEO ĐƠN VỊ" / "BY DEPARTMENT";
    TITLE_PLANNED: "ĐỐI CHIẾU KẾ HOẠCH VÀ KẾT QUẢ" / "PLAN AND RESULTS COMPARED";
    TITLE_REVIEW: "NHỮNG ĐIỂM CẦN XEM LẠI" / "FINDINGS TO REVIEW";
    TITLE_REJECTED: "CÁC DÒNG TRẢ LẠI ĐƠN VỊ" / "REJECTED ROWS, RETURNED TO THEIR DEPARTMENTS";
    TITLE_LEDGER: "TÌNH HÌNH NỘP BÁO CÁO CỦA CÁC ĐƠN VỊ" / "SUBMISSIONS OF THE DEPARTMENTS";
    TITLE_NOTES: "CÁCH TÍNH VÀ ĐỐI CHIẾU SỐ LIỆU" / "HOW THE FIGURES ARE COUNTED";
    NOTES_COUNTED: "Cách tính" / "Counting";
    PLAN_OF: "Kế hoạch năm {0}" / "Plan for {0}";
    REALISED_OF: "Kết quả thực hiện năm {0}" / "Results of {0}";
    TOTALS: "Tổng số" / "Totals";
    CHANGE: "So với năm trước" / "Change from the previous year";
    AGAINST_PLAN: "Kết quả năm {0} so với kế hoạch đã công bố" / "Results of {0} compared with the published plan";
    CHARTS: "Biểu đồ" / "Charts";
    SUBMISSION_STATES: "Tình hình nộp (số bảng)" / "Submissions (tables)";
    LINE_ACCOUNT: "Đối chiếu dòng, tệp" / "Accounting of lines and files";

    // Column headings.
    NUMBER: "TT" / "No.";
    ITEM: "Chỉ tiêu" / "Item";
    CODE: "Mã" / "Code";
    COUNTRY: "Quốc gia/vùng lãnh thổ" / "Country/territory";
    QUARTER: "Quý" / "Quarter";
    FUNDING: "Nguồn kinh phí" / "Budget source";
    DEPARTMENT: "Đơn vị" / "Department";
    DELEGATIONS: "Số đoàn" / "Delegations";
    PEOPLE: "Lượt người" / "People";
    PERSON_DAYS: "Tổng ngày công tác (người × ngày)" / "Person-days";
    AMOUNT: "Kinh phí (đồng)" / "Amount (VND)";
    NO_PEOPLE: "Thiếu số người" / "People not stated";
    NO_DAYS: "Thiếu số ngày" / "Days not stated";
    NO_AMOUNT: "Thiếu kinh phí" / "Amount not stated";
    REJECTED_ROWS: "Dòng trả lại" / "Rejected rows";
    SHARE: "Tỷ trọng" / "Share";
    TOTAL: "Tổng cộng" / "Total";
    BEFORE: "Năm trước" / "Previous";
    NOW: "Năm nay" / "Now";
    DIFFERENCE: "Tăng, giảm" / "Change";
    RATE: "Tỷ lệ" / "Rate";
    RATE_OF_CHANGE: "% tăng, giảm" / "% change";
    PLANNED: "Kế hoạch" / "Planned";
    DONE: "Thực hiện" / "Carried out";
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
    FORM_HEAD: "Trưởng đoàn" / "Leader of delegation";
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
    TOTAL_OF: "TỔNG CỘNG {0}" / "TOTAL {0}";
    COUNTED: "đoàn" / "delegations";
    NOTHING: "Không có" / "None";
    NOT_HELD: "Hoãn, hủy hoặc trực tuyến, không tính vào số liệu" / "Postponed, cancelled or online: excluded from the totals";
}
