//! What the answer to a department says, in both languages.

use crate::words::Words;

/// Heading of the column in which a department explains: the same in every language, because a
/// returned answer is known by it.
pub const EXPLANATION: &str = "Giải trình";

labels! {
    GUIDE_SHEET: "Hướng dẫn" / "Read me";
    ANSWER_TITLE: "PHẢN HỒI VỀ BẢN NỘP ĐOÀN RA, ĐOÀN VÀO" / "ANSWER TO YOUR SUBMISSION OF DELEGATIONS";
    RECEIPT_TITLE: "GIẤY XÁC NHẬN BẢN NỘP ĐOÀN RA, ĐOÀN VÀO" / "RECEIPT FOR YOUR SUBMISSION OF DELEGATIONS";
    ADDRESSEE: "Kính gửi: {0}" / "To: {0}";
    RECEIPT_TEXT: "Bản nộp đã được nhận và tính như dưới đây. Không có điểm nào cần sửa; đơn vị không phải làm gì thêm." / "The submission was received and counted as below. There is nothing to mend and nothing more to do.";
    ASK_ERRORS: "Có {0} lỗi phải sửa và {1} điểm cần xem lại. Dòng có lỗi chưa được tính vào số liệu của tỉnh cho đến khi đơn vị sửa và gửi lại." / "There are {0} errors to mend and {1} points to look at. Rows with errors are in no figure of the province until they are mended and sent again.";
    ASK_WARNINGS: "Không có lỗi; có {0} điểm cần xem lại. Các dòng đã được tính như ở mục III." / "There are no errors; {0} points to look at. The rows are counted as in part III.";
    BY_DEADLINE: "Hạn gửi lại: {0}." / "Send it again by {0}.";
    AFTER_DEADLINE: "Hạn nộp {0} đã qua: đề nghị gửi lại ngay." / "The deadline, {0}, has passed: please send it again at once.";
    NO_DEADLINE: "Đề nghị gửi lại trong thời gian sớm nhất." / "Please send it again as soon as you can.";
    WHOM_TO_ASK: "Nơi hỏi và nơi nhận: {0}." / "Whom to ask, and where to send it: {0}.";

    PART_STEPS: "Việc cần làm" / "What to do";
    PART_RECEIVED: "Đã nhận" / "Received";
    PART_COUNTED: "Đã tính vào số liệu của tỉnh" / "Counted in the figures of the province";
    PART_TO_MEND: "Những điểm cần sửa" / "What must be mended";
    STEP_ERRORS: "Sửa các ô nền đỏ, viền đậm (lỗi). Di chuột lên ô, hoặc xem mục IV, để biết sai gì, cần gì và đề nghị ghi gì." / "Mend the cells in red with a heavy frame (errors). Point at a cell, or read part IV, for what is wrong, what is expected and what to write.";
    STEP_WARNINGS: "Xem các ô nền vàng, viền nét đứt (cảnh báo): sửa nếu sai; nếu đúng, ghi lý do vào cột “Giải trình” ở bên phải bảng." / "Look at the cells in yellow with a dashed frame (warnings): mend what is wrong; where it is right, say why in the column “Giải trình” right of the table.";
    STEP_RETURN: "Lưu và gửi lại chính tệp này; không đổi tên cột, không cần làm lại từ đầu." / "Save this very file and send it back; keep the headings of the columns, nothing has to be done anew.";
    STEP_OWN_FILE: "Bản nộp dài hơn mức hiển thị ở đây: sửa trong tệp của đơn vị rồi gửi lại tệp đó." / "The submission is longer than what is shown here: mend your own file and send that again.";
    STEP_RESEND: "Tệp không đọc được, bảng còn thiếu và điểm không có ô cụ thể: làm theo cột “Cần làm” ở mục IV rồi gửi lại." / "Files that could not be read, tables that are missing and points without a cell: do as “What to do” in part IV says, and send again.";

    KEEP_MARK: "Mã nhận biết của tệp, xin giữ nguyên: {0}" / "Mark of this file, please keep it: {0}";

    SEND_TABLE: "Gửi bảng này; nếu không có đoàn, gửi báo cáo ghi rõ “Không có”." / "Send this table; where there is no delegation, send a report that says “Không có”.";

    TABLES: "Bảng" / "Tables";
    OUTCOME: "Kết quả tiếp nhận" / "What became of it";
    TABLE: "Bảng" / "Table";
    SHEET_OF: "Trang" / "Sheet";
    CELL_AT: "Ô" / "Cell";
    EXPECTED: "Cần làm" / "What to do";
    SUGGESTED: "Đề nghị ghi" / "Suggested";
    RETURNED: "Dòng trả lại" / "Rows returned";
    ROWS_READ: "{0} dòng" / "{0} rows";
    ROWS_COUNTED: "{0} được tính" / "{0} counted";
    ROWS_NOT_HELD: "{0} hoãn, hủy hoặc trực tuyến" / "{0} postponed, cancelled or online";
    ROWS_RETURNED: "{0} trả lại để sửa" / "{0} returned to be mended";
    ROWS_REPLACED: "{0} đã có bản thay thế" / "{0} replaced by a later version";
    ROWS_DOUBLE: "{0} trùng, tính một lần" / "{0} double, counted once";
    OUTCOME_NIL: "Không phát sinh" / "Nil return";
    OUTCOME_REJECTED: "Không dùng được; xem mục IV" / "Cannot be used; see part IV";
    OUTCOME_REPLACED: "Đã được thay bằng {0}" / "Superseded by {0}";
    OUTCOME_DOUBLE: "Trùng nội dung với {0}; tính một lần" / "Same content as {0}; counted once";
    CUT_ROWS: "Chỉ hiện {0} trong {1} dòng của bản nộp, dòng có lỗi trước; số ở cột “Dòng” là dòng trong bản nộp." / "Only {0} of the {1} rows of the submission are shown, those with errors first; “Line” is the line of the submission.";
    CUT_LIST: "Chỉ hiện {0} trong {1} điểm, nghiêm trọng nhất trước." / "Only {0} of {1} points are shown, worst first.";

    NOTE_TO_DO: "Cần làm: {0}" / "What to do: {0}";
    NOTE_SUGGESTED: "Đề nghị ghi: {0}" / "Suggested: {0}";
    NOTE_EXPLAINED: "Đã giải trình: {0}" / "Explained: {0}";
}
