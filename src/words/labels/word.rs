//! The sentences of the Word documents: the province's report and the letters, in both languages.

use crate::words::Words;

labels! {
    WORD_REPORT_TITLE: "Báo cáo kết quả và kế hoạch đoàn ra, đoàn vào" / "Report on delegations: results and plan";
    WORD_REPORT_KIND: "BÁO CÁO" / "REPORT";
    WORD_REPORT_ABOUT: "Kết quả đoàn ra, đoàn vào năm {1} và kế hoạch năm {0}" / "Outbound and inbound delegations: results of {1} and plan for {0}";
    WORD_REPORT_NUMBER: "Số:          /BC-{0}" / "No.          /BC-{0}";
    WORD_INTRODUCTION: "Trên cơ sở báo cáo của {0} cơ quan, đơn vị, địa phương, {1} tổng hợp kết quả đoàn ra, đoàn vào năm {3} và kế hoạch năm {2} như sau:" / "From the reports of {0} bodies, {1} has consolidated the results of {3} and the plan for {2} as follows:";
    WORD_RESULTS: "KẾT QUẢ NĂM {0}" / "RESULTS OF {0}";
    WORD_PLAN: "KẾ HOẠCH NĂM {0}" / "PLAN FOR {0}";
    WORD_STATE: "TÌNH HÌNH BÁO CÁO CỦA CÁC CƠ QUAN, ĐƠN VỊ" / "STATE OF THE REPORTS";
    WORD_TABLES: "Tổng hợp theo nước, quý và nguồn kinh phí" / "By country, quarter and budget source";
    WORD_TABLE: "Bảng {0}. {1}" / "Table {0}. {1}";
    WORD_CLOSING: "Trên đây là kết quả đoàn ra, đoàn vào năm {1} và kế hoạch năm {0}; danh sách chi tiết ở Phụ lục I và Phụ lục II kèm theo. {2} kính báo cáo./." / "These are the results of {1} and the plan for {0}, reported by {2}; Annexes I and II list every delegation.";
    WORD_RECIPIENTS: "Nơi nhận:" / "Copies to:";
    WORD_AS_ABOVE: "- Như trên;" / "- As above;";
    WORD_TO_DEPARTMENTS: "- Các cơ quan, đơn vị, địa phương báo cáo;" / "- The bodies that reported;";
    WORD_FILED: "- Lưu: VT." / "- Filed.";

    WORD_HELD_OUT: "Năm {0}, toàn tỉnh có {1} đoàn ra với {2} lượt người; tổng ngày công tác (người × ngày) là {3}." / "In {0} the province sent {1} delegations with {2} people; person-days: {3}.";
    WORD_HELD_IN: "Năm {0}, toàn tỉnh đón {1} đoàn vào với {2} lượt người; tổng ngày làm việc (người × ngày) là {3}." / "In {0} the province received {1} delegations with {2} people; person-days: {3}.";
    WORD_PLANNED_OUT: "Kế hoạch năm {0} có {1} đoàn ra với {2} lượt người; tổng ngày công tác (người × ngày) là {3}." / "The plan for {0} has {1} outbound delegations with {2} people; person-days: {3}.";
    WORD_PLANNED_IN: "Kế hoạch năm {0} có {1} đoàn vào với {2} lượt người; tổng ngày làm việc (người × ngày) là {3}." / "The plan for {0} has {1} inbound delegations with {2} people; person-days: {3}.";
    WORD_NONE_OUT: "Năm {0} không phát sinh đoàn ra." / "There were no outbound delegations in {0}.";
    WORD_NONE_IN: "Năm {0} không phát sinh đoàn vào." / "There were no inbound delegations in {0}.";
    WORD_NO_PLAN_OUT: "Kế hoạch năm {0} không có đoàn ra." / "The plan for {0} has no outbound delegations.";
    WORD_NO_PLAN_IN: "Kế hoạch năm {0} không có đoàn vào." / "The plan for {0} has no inbound delegations.";
    WORD_NOT_YET_OUT: "Các báo cáo đã nhận không có đoàn ra năm {0}; còn đơn vị chưa báo cáo (xem mục III)." / "The reports received so far name no outbound delegation of {0}; some bodies have not reported (part III).";
    WORD_NOT_YET_IN: "Các báo cáo đã nhận không có đoàn vào năm {0}; còn đơn vị chưa báo cáo (xem mục III)." / "The reports received so far name no inbound delegation of {0}; some bodies have not reported (part III).";
    WORD_AGAINST_LAST_YEAR: "So với năm trước: số đoàn {0}, số lượt người {1}." / "Against the year before: delegations {0}, people {1}.";
    WORD_MORE: "tăng {0}" / "up {0}";
    WORD_LESS: "giảm {0}" / "down {0}";
    WORD_SAME: "không thay đổi" / "unchanged";
    WORD_AGAINST_PLAN: "So với kế hoạch năm {0} đã công bố ({1} đoàn): đã thực hiện {2} đoàn, hoãn hoặc hủy {3} đoàn, làm việc trực tuyến {4} đoàn, chưa thực hiện {5} đoàn; ngoài kế hoạch {6} đoàn." / "Against the published plan for {0} ({1} delegations): done {2}, postponed or cancelled {3}, held online {4}, not done {5}; outside the plan {6}.";
    WORD_DOUBTFUL_PAIRS: "Trong số đã thực hiện có {0} đoàn cần đối chiếu thêm với kế hoạch." / "Of those done, {0} should be checked against the plan.";
    WORD_WHERE_TO: "Nơi đến nhiều nhất: {0}" / "Most went to: {0}";
    WORD_WHERE_FROM: "Khách đến nhiều nhất từ: {0}" / "Most came from: {0}";
    WORD_COUNTRY: "{0} ({1} đoàn, {2} lượt người)" / "{0} ({1} delegations, {2} people)";
    WORD_OTHER_COUNTRIES: "; ngoài ra còn {0} nước, vùng lãnh thổ khác" / "; and {0} other countries or territories";
    WORD_EACH_COUNTRY: "Đoàn đi hoặc đến từ nhiều nước được tính ở từng nước." / "A delegation to or from several countries counts in each of them.";
    WORD_BY_QUARTER: "Theo quý: {0}." / "By quarter: {0}.";
    WORD_BY_FUNDING: "Theo nguồn kinh phí: {0}." / "By budget source: {0}.";
    WORD_SHARE: "{0} {1} đoàn" / "{0} {1}";
    WORD_MONEY: "Kinh phí đã ghi: {0} đồng, cộng từ {1}/{2} dòng có ghi số tiền." / "Amounts stated: {0} VND, from {1} of {2} rows that state one.";
    WORD_NO_MONEY: "Không dòng nào ghi số tiền." / "No row states an amount.";
    WORD_POSTPONED: "Ngoài ra có {0} đoàn hoãn, hủy hoặc chuyển sang làm việc trực tuyến, không tính vào số liệu trên." / "Besides, {0} delegations were postponed, cancelled or held online; they are excluded from the totals.";
    WORD_WITHOUT: "Số liệu trên còn thiếu: {0}." / "Not stated: {0}.";
    WORD_WITHOUT_PEOPLE: "{0} dòng chưa ghi số người" / "people in {0} rows";
    WORD_WITHOUT_DAYS: "{0} dòng chưa ghi số ngày" / "days in {0} rows";
    WORD_REJECTED: "Có {0} dòng đã trả lại đơn vị để sửa, chưa tính vào số liệu." / "{0} rows were returned to be corrected and are excluded from the totals.";

    WORD_REPORTED: "Trong {0} cơ quan, đơn vị phải báo cáo: {1} đơn vị báo cáo có phát sinh, {2} đơn vị báo cáo không phát sinh, {3} đơn vị chưa báo cáo." / "Of {0} bodies that owe reports, {1} reported delegations, {2} reported none, {3} have not reported.";
    WORD_LATE: "{0} đơn vị nộp sau thời hạn." / "{0} bodies reported after the deadline.";
    WORD_TO_CHECK: "Còn {0} lỗi phải sửa và {1} điểm cần xem lại; từng đơn vị đã được thông báo bằng công văn riêng." / "{0} errors and {1} points to look at remain; each body is told in a letter of its own.";
    WORD_MISSING: "Chưa nhận được:" / "Not received yet:";
    WORD_MORE_MISSING: "- và {0} đơn vị khác." / "- and {0} others.";
    WORD_OUT_DELEGATIONS: "Đoàn ra: số đoàn" / "Outbound: delegations";
    WORD_OUT_PEOPLE: "Đoàn ra: lượt người" / "Outbound: people";
    WORD_IN_DELEGATIONS: "Đoàn vào: số đoàn" / "Inbound: delegations";
    WORD_IN_PEOPLE: "Đoàn vào: lượt người" / "Inbound: people";
    WORD_ANNEX_CUT: "Danh sách có {0} đoàn, nhiều hơn mức in ở đây; xem tệp {1}." / "The list has {0} rows, more than are printed here; see {1}.";
    WORD_NONE_LISTED: "Không có." / "None.";
    WORD_NONE_RECEIVED: "Chưa nhận được báo cáo đủ của các đơn vị." / "Not all bodies have reported.";
    WORD_TOTAL_LINE: "Cộng: {0} đoàn" / "Total: {0} delegations";

    MONTH_OF: "Tháng {0}" / "Month {0}";

    WORD_LETTER_NUMBER: "Số:          /{0}" / "No.          /{0}";
    WORD_LETTER_CORRECT: "V/v sửa, bổ sung báo cáo đoàn ra, đoàn vào năm {0}" / "Corrections to the report on delegations, {0}";
    WORD_LETTER_REMIND: "V/v báo cáo đoàn ra, đoàn vào năm {0}" / "Report on delegations, {0}";
    WORD_LETTER_RECEIPT: "V/v tiếp nhận báo cáo đoàn ra, đoàn vào năm {0}" / "Receipt of the report on delegations, {0}";
    WORD_LETTER_TITLE: "Công văn về báo cáo đoàn ra, đoàn vào" / "Letter about the report on delegations";
    WORD_RECEIVED: "{0} đã nhận báo cáo đoàn ra, đoàn vào của quý đơn vị, gồm: {1}." / "{0} has received your report on delegations: {1}.";
    WORD_NOTHING_RECEIVED: "Đến nay {0} chưa nhận được báo cáo đoàn ra, đoàn vào của quý đơn vị." / "{0} has not received your report on delegations yet.";
    WORD_UNREADABLE: "{0} đã nhận tệp {1} của quý đơn vị nhưng không đọc được số liệu từ tệp này. Đề nghị gửi danh sách dưới dạng Word (.docx) hoặc Excel (.xlsx); có thể ghi vào biểu mẫu kèm theo." / "{0} has received {1}, but no figures can be read from it. Please send the list as Word (.docx) or Excel (.xlsx), or fill in the attached form.";
    WORD_ALL_COUNTED: "Báo cáo đã được tiếp nhận và tính đủ vào số liệu của tỉnh; không có điểm nào phải sửa." / "The report is counted in full in the figures of the province; nothing has to be corrected.";
    WORD_ASKED: "Qua tổng hợp có {0} lỗi phải sửa và {1} điểm cần xem lại, cụ thể như bảng dưới đây. Dòng có lỗi chưa được tính vào số liệu của tỉnh cho đến khi đơn vị sửa." / "There are {0} errors to correct and {1} points to look at, listed below. Rows with errors are excluded from the figures of the province until they are corrected.";
    WORD_ASKED_WARNINGS: "Các dòng đã được tính vào số liệu của tỉnh; có {0} điểm đề nghị đơn vị xem lại, cụ thể như bảng dưới đây." / "All rows are counted; there are {0} points to look at, listed below.";
    WORD_NOT_SENT: "Đơn vị còn chưa gửi: {0}. Nếu không phát sinh, đề nghị báo cáo rõ “Không có”." / "Still to be sent: {0}. Where there was none, please report “None”.";
    WORD_HOW_TO_CORRECT: "Đề nghị quý đơn vị sửa ngay trong tệp {0} kèm theo (ô nền đỏ là lỗi, ô nền vàng là điểm cần xem lại; nếu số liệu đúng, ghi lý do ở cột “Giải trình”) và gửi lại chính tệp đó." / "Please correct the attached file {0} itself (red cells are errors, yellow cells are points to look at; where the figure is right, say why in the column “Giải trình”) and send that file back.";
    WORD_HOW_TO_SEND: "Đề nghị quý đơn vị ghi vào biểu mẫu kèm theo và gửi về {0}." / "Please fill in the attached form and send it to {0}.";
    WORD_CONTACT: "Đầu mối liên hệ, nhận báo cáo: {0}." / "Contact: {0}.";
    WORD_REGARDS: "Rất mong nhận được sự phối hợp của quý đơn vị./." / "Thank you for your cooperation.";
    WORD_WHERE: "Vị trí" / "Place";
    WORD_WRITTEN: "Đang ghi" / "As written";
    WORD_PROBLEM: "Vấn đề" / "Problem";
    WORD_TO_DO: "Cần làm" / "What to do";
    WORD_SUGGESTED: "đề nghị ghi: {0}" / "suggested: {0}";
    WORD_LINE: "{0}, dòng {1}" / "{0}, line {1}";
    WORD_MORE_POINTS: "Còn {0} điểm khác, xem trong tệp {1}." / "{0} more points are in {1}.";
}
