//! What the blank form says: sheets, titles, instructions, the messages of its cells, in both languages.

use crate::words::Words;

labels! {
    BLANK_SHEET: "Biểu" / "Form";
    BLANK_GUIDE: "Hướng dẫn" / "Guide";
    BLANK_COUNTRIES: "Tên nước" / "Countries";
    BLANK_TITLE: "BIỂU ĐOÀN RA, ĐOÀN VÀO" / "OUTBOUND AND INBOUND DELEGATIONS";
    BLANK_PARENT: "[CƠ QUAN CHỦ QUẢN]" / "[BODY ABOVE]";
    BLANK_DEPARTMENT: "[TÊN ĐƠN VỊ]" / "[NAME OF THE DEPARTMENT]";
    BLANK_ENCLOSED: "(Kèm theo Công văn số            ngày      tháng      năm          )" / "(Enclosed with letter No.             of                      )";
    BLANK_HOW_ROWS: "Mỗi đoàn ghi một dòng. Dòng chữ xám “Ví dụ” không tính vào số liệu: để nguyên, xóa đi hoặc ghi đè đều được. Thiếu dòng thì chèn thêm ở giữa bảng." / "One line for each delegation. The grey line “Example” is in no figure: leave it, delete it or write over it. Insert more lines in the middle of a table where needed.";
    BLANK_HOW_CELLS: "Bấm vào ô để xem cách ghi; ô nào có mũi tên thì chọn trong danh sách. Ô còn thiếu trong dòng đã ghi tên hiện màu vàng." / "Click a cell to see what it takes; where it shows an arrow choose from the list. What a line still lacks turns yellow.";
    BLANK_HOW_NIL: "Bảng nào không phát sinh thì ghi “Không có” ở ô tên đầu tiên; bảng để trống sẽ bị hỏi lại." / "In a table with nothing to report write “None” as the first name; an empty table will be asked about.";
    BLANK_EXAMPLE: "Ví dụ" / "Example";
    BLANK_AMOUNT: "Kinh phí (triệu đồng)" / "Amount (million VND)";
    BLANK_RESULT: "Kết quả/Ghi chú" / "Result/Notes";
    BLANK_PLACE_DATE: "………, ngày      tháng      năm" / "………, date";
    BLANK_AUTHOR: "NGƯỜI LẬP BIỂU" / "PREPARED BY";
    BLANK_SIGNER: "THỦ TRƯỞNG ĐƠN VỊ" / "HEAD OF THE DEPARTMENT";
    BLANK_SIGN: "(Ký, ghi rõ họ tên)" / "(Signature, full name)";

    // What a cell says when it is entered, and when its value is refused.
    CELL_NAME: "Mỗi đoàn một dòng. Cả bảng không phát sinh thì ghi: Không có" / "One line for each delegation. Where the whole table has none write: None";
    CELL_HEAD: "Chức vụ của người dẫn đầu đoàn; có thể ghi thêm họ tên." / "Function of the head of the delegation; the name may be added.";
    CELL_COUNTRY: "Chọn trong danh sách. Nhiều nước thì ghi tên các nước, cách nhau bằng dấu phẩy: Lào, Thái Lan" / "Choose from the list. For several countries write their names with commas between: Laos, Thailand";
    CELL_PARTNER: "Cơ quan, tổ chức làm việc cùng đoàn." / "The body that the delegation works with.";
    CELL_CONTENT: "Mục đích, nội dung làm việc chính." / "Purpose and main activities.";
    CELL_PEOPLE: "Số người của đoàn, ghi bằng chữ số: 6" / "People of the delegation, in figures: 6";
    CELL_DAYS: "Số ngày của chuyến đi hoặc của đợt làm việc, ghi bằng chữ số: 5. Nửa ngày ghi 0,5." / "Days of the journey or of the visit, in figures: 5. Half a day is 0.5.";
    CELL_PERIOD: "Chọn quý trong danh sách, hoặc ghi rõ hơn: tháng 9, 15/9/{0}, 15-20/9/{0}" / "Choose a quarter from the list, or say more: 9/{0}, 15/9/{0}, 15-20/9/{0}";
    CELL_FUNDING: "Chọn trong danh sách. Nhiều nguồn thì ghi các nguồn, cách nhau bằng dấu chấm phẩy." / "Choose from the list. For several sources write them with semicolons between.";
    CELL_AMOUNT: "Đơn vị là triệu đồng, chỉ ghi số: 45 triệu đồng ghi 45. Chưa có số thì để trống." / "In millions of VND, the figure only: 45 for 45 million. Leave it blank where it is not known.";
    CELL_NOTES: "Điều cần nói thêm, nếu có." / "Whatever else should be said.";
    CELL_RESULT: "Chọn kết quả trong danh sách; có thể ghi thêm sau dấu chấm phẩy." / "Choose the result from the list; more may follow after a semicolon.";
    CELL_REFUSED: "Xem lại ô này" / "Please look again";
    REFUSED_PEOPLE: "Số người phải là số nguyên từ 1 trở lên, không ghi chữ." / "People are a whole number from 1, without words.";
    REFUSED_DAYS: "Số ngày nên là số nguyên từ 1 trở lên. Nếu có nửa ngày thì giữ nguyên số đã ghi." / "Days should be a whole number from 1. Keep what is written if there is half a day.";
    REFUSED_AMOUNT: "Chỉ ghi số, đơn vị là triệu đồng: 45.000.000 đồng ghi 45." / "The figure only, in millions of VND: 45 for 45,000,000.";
    REFUSED_COUNTRY: "Tên này không có trong danh sách. Nếu đoàn đi nhiều nước hoặc làm việc với tổ chức quốc tế thì giữ nguyên." / "This name is not in the list. Keep it if there are several countries or an international organisation.";
    REFUSED_FUNDING: "Nguồn này không có trong danh sách. Nếu có nhiều nguồn thì giữ nguyên." / "This source is not in the list. Keep it if there are several sources.";

    // The guide, beside the columns and what their cells say.
    GUIDE_TITLE: "HƯỚNG DẪN GHI BIỂU" / "HOW TO FILL IN THE FORM";
    GUIDE_PER_COLUMN: "Từng ô của một dòng" / "The cells of a line";
    GUIDE_NUMBER: "Tự đánh số khi đã ghi tên; dòng chèn thêm không cần số." / "Numbers itself once a name is written; a line that you insert needs none.";
    GUIDE_SENDING: "Lưu và gửi" / "Saving and sending";
    GUIDE_SAVE: "Lưu tệp này dưới dạng Excel (.xlsx) và gửi. Nếu phải lưu CSV: đứng ở trang “Biểu”, chọn kiểu “CSV UTF-8” để không mất dấu." / "Save this file as Excel (.xlsx) and send it. If it has to be CSV: stand on the sheet “Form” and choose “CSV UTF-8”, so that no letters are lost.";
    GUIDE_AGAIN: "Gửi lại bản đã sửa: thêm “lan 2”, “lan 3” vào cuối tên tệp; bản sau thay bản trước. Chỉ gửi thêm đoàn mới: thêm “bo sung”." / "To send it again: add “v2”, “v3” to the end of the file's name; the later one replaces the earlier. Only more delegations: add “bo sung” (supplement).";
    GUIDE_COUNTRIES: "Tên nước, vùng lãnh thổ để chọn trong biểu" / "Names of countries and territories to choose from in the form";
    GUIDE_KEEP: "Giữ nguyên tên cột và tiêu đề từng bảng; được chèn, xóa dòng, đổi độ rộng cột." / "Keep the headings of the columns and the titles of the tables; lines may be inserted and deleted, widths changed.";
}
