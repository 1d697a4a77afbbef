//! What the blank form says: sheets, titles, instructions, the messages of its cells, in both languages.

use crate::words::Words;

labels! {
    BLANK_SHEET: "Biểu" / "Form";
    BLANK_GUIDE: "Hướng dẫn" / "Guide";
    BLANK_COUNTRIES: "Tên nước" / "Countries";
    BLANK_TITLE: "BIỂU ĐOÀN RA, ĐOÀN VÀO" / "OUTBOUND AND INBOUND DELEGATIONS";
    BLANK_PARENT: "[CƠ QUAN CHỦ QUẢN]" / "[PARENT BODY]";
    BLANK_DEPARTMENT: "[TÊN ĐƠN VỊ]" / "[NAME OF THE DEPARTMENT]";
    BLANK_ENCLOSED: "(Kèm theo Công văn số            ngày      tháng      năm          )" / "(Enclosed with letter No.             of                      )";
    BLANK_HOW_ROWS: "Mỗi đoàn ghi một dòng. Dòng chữ xám “Ví dụ” không tính vào số liệu: để nguyên, xóa đi hoặc ghi đè đều được. Thiếu dòng thì chèn thêm ở giữa bảng." / "One line for each delegation. The grey line “Example” is not counted: leave it, delete it or overwrite it. Insert more lines in the middle of a table where needed.";
    BLANK_HOW_CELLS: "Bấm vào ô để xem cách ghi; ô nào có mũi tên thì chọn trong danh sách. Ô còn thiếu trong dòng đã ghi tên hiện màu vàng." / "Click a cell to see how to fill it in; if it shows an arrow, choose from the list. Cells that are still missing turn yellow.";
    BLANK_HOW_NIL: "Bảng nào không phát sinh thì ghi “Không có” ở ô tên đầu tiên; bảng để trống sẽ bị hỏi lại." / "If a table has no delegations, write “None” as the first name; we will ask about an empty table.";
    BLANK_EXAMPLE: "Ví dụ" / "Example";
    BLANK_AMOUNT: "Kinh phí (triệu đồng)" / "Amount (million VND)";
    BLANK_RESULT: "Kết quả/Ghi chú" / "Result/Notes";
    BLANK_PLACE_DATE: "………, ngày      tháng      năm" / "………, date";
    BLANK_AUTHOR: "NGƯỜI LẬP BIỂU" / "PREPARED BY";
    BLANK_SIGNER: "THỦ TRƯỞNG ĐƠN VỊ" / "HEAD OF THE DEPARTMENT";
    BLANK_SIGN: "(Ký, ghi rõ họ tên)" / "(Signature, full name)";

    // What a cell says when it is entered, and when its value is refused.
    CELL_NAME: "Mỗi đoàn một dòng. Cả bảng không phát sinh thì ghi: Không có" / "One line for each delegation. If the whole table has none, write: None";
    CELL_HEAD: "Chức vụ của người dẫn đầu đoàn; có thể ghi thêm họ tên." / "Position of the person who leads the delegation; the name may be added.";
    CELL_COUNTRY: "Chọn trong danh sách. Nhiều nước thì ghi tên các nước, cách nhau bằng dấu phẩy: Lào, Thái Lan" / "Choose from the list. For several countries, separate the names with commas: Laos, Thailand";
    CELL_PARTNER: "Cơ quan, tổ chức làm việc cùng đoàn." / "The organisation that the delegation meets.";
    CELL_CONTENT: "Mục đích, nội dung làm việc chính." / "Purpose and main activities.";
    CELL_PEOPLE: "Số người của đoàn, ghi bằng chữ số: 6" / "Number of people in the delegation, in figures: 6";
    CELL_DAYS: "Số ngày của chuyến đi hoặc của đợt làm việc, ghi bằng chữ số: 5. Nửa ngày ghi 0,5." / "Number of days of the journey or visit, in figures: 5. Half a day is 0.5.";
    CELL_PERIOD: "Chọn quý trong danh sách, hoặc ghi rõ hơn: tháng 9, 15/9/{0}, 15-20/9/{0}" / "Choose a quarter from the list, or be more specific: 9/{0}, 15/9/{0}, 15-20/9/{0}";
    CELL_FUNDING: "Chọn trong danh sách. Nhiều nguồn thì ghi các nguồn, cách nhau bằng dấu chấm phẩy." / "Choose from the list. For several sources, separate them with semicolons.";
    CELL_AMOUNT: "Đơn vị là triệu đồng, chỉ ghi số: 45 triệu đồng ghi 45. Chưa có số thì để trống." / "In millions of VND, the number only: 45 for 45 million. Leave it blank if it is not known.";
    CELL_NOTES: "Nội dung cần nói thêm, nếu có." / "Anything else, if needed.";
    CELL_RESULT: "Chọn kết quả trong danh sách; có thể ghi thêm sau dấu chấm phẩy." / "Choose the result from the list; you may add more after a semicolon.";
    CELL_REFUSED: "Xem lại ô này" / "Please check this cell";
    REFUSED_PEOPLE: "Số người phải là số nguyên từ 1 trở lên, không ghi chữ." / "The number of people is a whole number from 1, without words.";
    REFUSED_DAYS: "Số ngày ghi bằng chữ số, từ 0,5 (nửa ngày) trở lên." / "The number of days is a figure from 0.5 (half a day).";
    REFUSED_AMOUNT: "Chỉ ghi số, đơn vị là triệu đồng: 45.000.000 đồng ghi 45." / "The number only, in millions of VND: 45 for 45,000,000.";
    REFUSED_COUNTRY: "Tên này không có trong danh sách. Nếu đoàn đi nhiều nước hoặc làm việc với tổ chức quốc tế thì giữ nguyên." / "This name is not in the list. Keep it if it is several countries or an international organisation.";
    REFUSED_FUNDING: "Nguồn này không có trong danh sách. Nếu có nhiều nguồn thì giữ nguyên." / "This source is not in the list. Keep it if it is several sources.";

    // The guide, beside the columns and what their cells say.
    GUIDE_TITLE: "HƯỚNG DẪN GHI BIỂU" / "HOW TO FILL IN THE FORM";
    GUIDE_PER_COLUMN: "Từng ô của một dòng" / "The cells of a line";
    GUIDE_NUMBER: "Tự đánh số khi đã ghi tên; dòng chèn thêm không cần số." / "Filled in automatically once there is a name; a line that you insert needs no number.";
    GUIDE_SENDING: "Lưu và gửi" / "Saving and sending";
    GUIDE_SAVE: "Lưu tệp này dưới dạng Excel (.xlsx) và gửi. Nếu phải lưu CSV: mở trang “Biểu”, chọn Lưu dưới dạng (Save As) “CSV UTF-8” để không bị lỗi phông, mất dấu." / "Save this file as Excel (.xlsx) and send it. If it has to be CSV: open the sheet “Form” and choose “CSV UTF-8”, so that no letters are lost.";
    GUIDE_AGAIN: "Gửi lại bản đã sửa: thêm “lan 2”, “lan 3” vào cuối tên tệp; bản sau thay bản trước. Chỉ gửi thêm đoàn mới: thêm “bo sung”." / "To send a corrected version: add “v2”, “v3” to the end of the file name; the later one replaces the earlier. To add delegations only: add “bo sung” (supplement).";
    GUIDE_COUNTRIES: "Tên nước, vùng lãnh thổ để chọn trong biểu" / "Countries and territories to choose from in the form";
    GUIDE_KEEP: "Giữ nguyên tiêu đề cột và tiêu đề từng bảng; được chèn, xóa dòng, đổi độ rộng cột." / "Keep the column headings and the titles of the tables; you may insert and delete lines and change column widths.";
}
