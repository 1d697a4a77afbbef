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
    PAGE_CROSS: "Nước × quý × nguồn kinh phí" / "Country × quarter × budget source";
    PAGE_LEDGER: "Tình hình nộp" / "Submissions";
    PAGE_FINDINGS: "Nội dung cần xem lại" / "Findings";
    PAGE_REJECTED: "Dòng trả lại" / "Rejected rows";
    PAGE_ACCOUNT: "Đối chiếu dòng, tệp" / "Every line and file accounted for";
    PAGE_ROWS: "Danh sách đoàn" / "List of delegations";
    PAGE_ROWS_INTRO: "Mỗi dòng cho biết tệp và số dòng nơi số liệu được ghi. Bấm vào một con số ở các bảng trên để chỉ xem các dòng tạo nên con số đó." / "Each row names the file and line that it came from. Click a figure in the tables above to see only the rows behind it.";
    PAGE_SEARCH: "Tìm trong bảng" / "Search this table";
    PAGE_SHOW_ALL: "Hiện tất cả" / "Show all";
    PAGE_SHOWN: "{0} dòng" / "{0} rows";
    PAGE_NO_FINDINGS: "Không có nội dung nào cần xem lại." / "There are no findings.";
    PAGE_NO_ROWS: "Không có dòng nào." / "There are no rows.";
    PAGE_PLACES: "Vị trí" / "Places";
    PAGE_LEDGER_DETAIL: "Chi tiết từng bảng, từng tệp" / "Every table and file";
    PAGE_CHART_ALT: "Biểu đồ: {0}. Số liệu đầy đủ ở bảng kèm theo." / "Chart: {0}. The table beside it has all figures.";
    PAGE_OTHERS: "Các nước còn lại" / "Other countries";
    PAGE_OTHER_DEPARTMENTS: "Các đơn vị còn lại" / "Other departments";
    PAGE_NOT_READ_ROWS: "Dòng thiếu số người: {0}, số ngày: {1}, kinh phí: {2}" / "Rows without people: {0}, without days: {1}, without amount: {2}";
    PAGE_REJECTED_COUNT: "Trả lại: {0} dòng" / "Rejected: {0} rows";
    PAGE_FOOT: "Trang này được lập tự động từ báo cáo của các đơn vị; không cần kết nối mạng." / "Made from the submissions of the departments; works offline.";
    PAGE_NOT_PRINTED: "Bản in không có danh sách đoàn, chi tiết tệp và các lưu ý; mỗi loại lỗi in tối đa 40 nơi, dòng trả lại tối đa 80 dòng. Danh sách đoàn để in và ký ở tệp summary.xlsx." / "Not printed: the list of delegations, the files in detail, and notes. At most 40 places of a finding and 80 rejected rows are printed. The lists to print and sign are in summary.xlsx.";
    PAGE_PREVIOUS: "năm trước {0}" / "previous year {0}";
}
