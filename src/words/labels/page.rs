//! What the page says around its figures, in both languages.

use crate::words::Words;

labels! {
    PAGE_SKIP: "Đến nội dung chính" / "Skip to the content";
    PAGE_CONTENTS: "Mục lục" / "Contents";
    PAGE_GLANCE: "Số liệu chính" / "Figures at a glance";
    PAGE_PLANNED: "Kế hoạch và thực hiện" / "Plan and results";
    PAGE_COUNTRIES: "Theo quốc gia/vùng lãnh thổ" / "By country or territory";
    PAGE_QUARTERS: "Theo quý" / "By quarter";
    PAGE_FUNDING: "Theo nguồn kinh phí" / "By budget source";
    PAGE_DEPARTMENTS: "Theo đơn vị" / "By department";
    PAGE_CROSS: "Từng nước theo quý" / "Each country by quarter";
    PAGE_CROSS_DETAIL: "Nước × quý × nguồn kinh phí (số đoàn / lượt người)" / "Country × quarter × budget source (delegations / people)";
    PAGE_EACH: "Từng đơn vị" / "Each department";
    PAGE_EACH_INTRO: "Mở từng đơn vị để xem số liệu các năm, báo cáo đã nhận và nội dung cần sửa." / "Open a department for its figures over the years, its submissions and what it has to correct.";
    PAGE_LEDGER: "Tình hình nộp" / "Submissions";
    PAGE_FINDINGS: "Nội dung cần xem lại" / "Findings";
    PAGE_REJECTED: "Dòng trả lại" / "Rejected rows";
    PAGE_ACCOUNT: "Đối chiếu dòng, tệp" / "Every line and file accounted for";
    PAGE_ROWS: "Danh sách đoàn" / "List of delegations";
    PAGE_ROWS_INTRO: "Mỗi dòng cho biết tệp và số dòng nơi số liệu được ghi. Bấm vào một con số ở các bảng trên để chỉ xem các dòng tạo nên con số đó; địa chỉ trang khi đó dẫn thẳng đến các dòng ấy. Phím mũi tên đi từ số này sang số khác trong bảng." / "Each row names the file and line that it came from. Click a figure in the tables above to see only the rows behind it; the address of the page then leads straight to them. The arrow keys walk from figure to figure of a table.";
    PAGE_SEARCH: "Tìm trong bảng" / "Search this table";
    PAGE_SHOW_ALL: "Hiện tất cả" / "Show all";
    PAGE_SHOWN: "{0} dòng" / "{0} rows";
    PAGE_SHOWN_OF: "hiện {0} trong {1} dòng, đủ ở tệp delegations.csv" / "{0} of {1} rows shown, all are in delegations.csv";
    PAGE_FILTER: "Đang xem {0}" / "Showing {0}";
    PAGE_UNITS: "{0} đoàn|{0} lượt người|{0} ngày công tác|{0} đồng|{0} đoàn ghi kinh phí" / "{0} delegations|{0} people|{0} person-days|{0} VND|{0} delegations state an amount";
    PAGE_NO_FINDINGS: "Không có nội dung nào cần xem lại." / "There are no findings.";
    PAGE_NO_ROWS: "Không có dòng nào." / "There are no rows.";
    PAGE_PLACES: "Vị trí" / "Places";
    PAGE_NOT_READ_ROWS: "Dòng thiếu số người: {0}, số ngày: {1}, kinh phí: {2}" / "Rows without people: {0}, without days: {1}, without amount: {2}";
    PAGE_REJECTED_COUNT: "Trả lại: {0} dòng" / "Rejected: {0} rows";
    PAGE_FOOT: "Trang này được lập tự động từ báo cáo của các đơn vị; không cần kết nối mạng." / "Made from the submissions of the departments; works offline.";
    PAGE_NOT_PRINTED: "Bản in không có danh sách đoàn, phần từng đơn vị, cảnh báo và lưu ý; mỗi loại lỗi in tối đa 40 nơi, dòng trả lại tối đa 80 dòng. Danh sách đoàn để in và ký ở tệp summary.xlsx." / "Not printed: the list of delegations, each department, warnings and notes. At most 40 places of a finding and 80 rejected rows are printed. The lists to print and sign are in summary.xlsx.";
    PAGE_DOWNLOAD: "Tải số liệu:" / "Download:";
    PAGE_ITS_ROWS: "Danh sách đoàn của đơn vị" / "Its delegations";
    PAGE_ITS_FEEDBACK: "Phiếu phản hồi (Excel)" / "Feedback (Excel)";
    PAGE_ITS_LETTER: "Công văn (Word)" / "Letter (Word)";
    PAGE_ITS_FIGURES: "Số liệu năm nay và các năm trước" / "Figures of this and earlier years";
    PAGE_MORE: "và {0} lỗi nữa, xem ở phần Nội dung cần xem lại" / "and {0} more errors, see Findings";
    PAGE_MONTHS: "Theo tháng" / "By month";
    NOT_DUE: "không thuộc đối tượng báo cáo đợt này" / "owes nothing in this campaign";
    BRIEF_MISSING: "chưa nộp {0} bảng" / "{0} tables missing";
    DEPARTMENT_UNKNOWN: "Tệp chưa rõ của đơn vị nào" / "Files of no known department";
    FILE_AND_LINE: "Tệp và dòng" / "File and line";

    // The menu.
    MENU_CHANGES: "Thay đổi" / "Changes";
    MENU_PLANNED: "Kế hoạch - kết quả" / "Plan and results";
    MENU_FUNDING: "Theo nguồn" / "By source";
    MENU_CROSS: "Nước × quý" / "Country × quarter";

    // First sentences.
    LEAD_PART: "{0} {1} ({2} lượt người)" / "{0} {1} ({2} people)";
    LEAD_MOST: "{0}: {1} chiếm {2} {3} ({4}/{5})." / "{0}: {1} has {2} of {3} ({4} of {5}).";
    LEAD_MONTH: "{0}: {1}/{2} đoàn ghi rõ tháng, nhiều nhất là tháng {3} ({4} đoàn)." / "{0}: {1} of {2} delegations state a month, most of them month {3} ({4}).";
    LEAD_CROSS: "{0}: nhiều nhất là {1}, {2} ({3} đoàn)." / "{0}: most are {1}, {2} ({3} delegations).";
    LEAD_PLANNED: "{0}: đã thực hiện {1}/{2} đoàn trong kế hoạch ({3}), thêm {4} đoàn ngoài kế hoạch." / "{0}: {1} of {2} planned delegations done ({3}), and {4} outside the plan.";
    LEAD_SHORT: "{0}: {1}/{2} nước có số đoàn thực hiện ít hơn kế hoạch" / "{0}: fewer delegations than planned for {1} of {2} countries";
    LEAD_LEDGER: "{0}/{1} đơn vị đã nộp đủ các bảng phải nộp." / "{0} of {1} departments have sent all tables that they owe.";
    LEAD_FINDINGS: "{0}; {1} đơn vị có lỗi phải sửa." / "{0}; {1} departments have errors to correct.";
    LEAD_REJECTED: "{0} dòng không tính vào số liệu cho đến khi đơn vị sửa." / "{0} rows are in no figure until their departments correct them.";
    NOT_STATED: "không ghi" / "not stated";
    NOT_YET_KNOWN: "chưa có số liệu, {0} đơn vị chưa báo cáo" / "not known yet, {0} departments have not reported";

    // Who is late.
    LATE_MISSING: "Chưa nộp báo cáo nào ({0}):" / "Nothing sent ({0}):";
    LATE_INCOMPLETE: "Nộp thiếu bảng ({0})" / "Tables missing ({0})";
    LATE_AWAITED: "Còn phải nộp ({0}):" / "Awaited ({0}):";
    LATE_UNREADABLE: "Không đọc được ({0}):" / "Unreadable ({0}):";
    LATE_UNCONFIRMED: "Bảng trống, cần xác nhận ({0}):" / "Empty, to be confirmed ({0}):";
    LATE_CAME: "Nộp trễ ({0}):" / "Late ({0}):";
    LATE_DEADLINE: "Hạn nộp: {0}." / "Deadline: {0}.";

    // What is in doubt, and what is not stated.
    DOUBTFUL: "chưa xác minh" / "unverified";
    DOUBT_SWITCH: "Không tính {0} dòng chưa xác minh ({1} đoàn, {2} lượt người)" / "Leave out {0} unverified rows ({1} delegations, {2} people)";
    DOUBT_NOTE: "* Gồm {0} dòng chưa xác minh: {1} đoàn, {2} lượt người" / "* With {0} unverified rows: {1} delegations, {2} people";
    OF_STATED: "{0}/{1} đoàn ghi" / "stated by {0} of {1}";
    NOTE_MARKS: "Dấu …: đơn vị không ghi. Dấu *: gồm dòng chưa xác minh (số người, số ngày lớn bất thường, có thể trùng …), phần gạch chéo trên biểu đồ." / "…: not stated. *: with unverified rows (unusually many people or days, perhaps counted twice …), hatched in the charts.";

    // Charts.
    CHART_OF: "{0} theo {1}, xếp từ nhiều đến ít" / "{0} by {1}, largest first";
    CHART_OF_QUARTERS: "{0} theo quý" / "{0} by quarter";
    CHART_PLANNED: "Số đoàn kế hoạch và số đoàn thực hiện (kể cả ngoài kế hoạch) theo nước" / "Delegations planned and carried out (those outside the plan too) by country";
    CHART_REST: "Không vẽ {0} mục còn lại (cộng: đoàn ra {1}, đoàn vào {2}); xem bảng." / "Not drawn: {0} more (sum: outbound {1}, inbound {2}); see the table.";
    CHART_REST_PLANNED: "Không vẽ {0} nước còn lại (cộng: kế hoạch {1}, thực hiện {2}); xem bảng." / "Not drawn: {0} more countries (sum: planned {1}, carried out {2}); see the table.";
    MONTH: "Tháng {0}" / "Month {0}";
    MONTH_SHORT: "T{0}" / "M{0}";
    MONTH_UNKNOWN: "Không rõ tháng" / "No month";
    PAGE_PREVIOUS: "năm trước {0}" / "previous year {0}";
}
