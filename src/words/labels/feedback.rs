//! What the feedback to a department says, in both languages.

use crate::words::Words;

/// Heading of the column in which a department explains: the same in every language, because a
/// reply is recognised by it.
pub const EXPLANATION: &str = "Giải trình";

labels! {
    GUIDE_SHEET: "Hướng dẫn" / "Read me";
    ANSWER_TITLE: "PHẢN HỒI VỀ BÁO CÁO ĐOÀN RA, ĐOÀN VÀO" / "FEEDBACK ON YOUR REPORT OF DELEGATIONS";
    RECEIPT_TITLE: "PHIẾU TIẾP NHẬN BÁO CÁO ĐOÀN RA, ĐOÀN VÀO" / "RECEIPT FOR YOUR REPORT OF DELEGATIONS";
    ADDRESSEE: "Kính gửi: {0}" / "To: {0}";
    RECEIPT_TEXT: "Báo cáo đã được tiếp nhận và tính vào số liệu như dưới đây. Không có nội dung nào phải sửa; đơn vị không phải làm gì thêm." / "Your report was received and counted as shown below. There is nothing to correct and nothing more to do.";
    ASK_ERRORS: "Có {0} lỗi phải sửa và {1} nội dung cần xem lại. Dòng có lỗi chưa được tính vào số liệu của tỉnh cho đến khi đơn vị sửa và gửi lại." / "There are {0} errors to correct and {1} points to check. Rows with errors are not counted in the province’s figures until they are corrected and sent again.";
    ASK_WARNINGS: "Không có lỗi; có {0} nội dung cần xem lại. Các dòng đã được tính như ở mục {1}." / "There are no errors; {0} points to check. The rows are counted as shown in part {1}.";
    BY_DEADLINE: "Hạn gửi lại: {0}." / "Send it again by {0}.";
    ASK_ERRORS_ALONE: "Có {0} lỗi phải sửa. Dòng có lỗi chưa được tính vào số liệu của tỉnh cho đến khi đơn vị sửa và gửi lại." / "There are {0} errors to correct. Rows with errors are not counted in the province’s figures until they are corrected and sent again.";
    ASK_TABLES: "Còn thiếu: {0}." / "Still missing: {0}.";
    ASK_IF_WRONG: "Nếu có nội dung phải sửa hoặc giải trình, đề nghị gửi lại tệp này; nếu không, đơn vị không phải làm gì thêm." / "Where something has to be corrected or explained, please send this file back; otherwise there is nothing to do.";
    AFTER_DEADLINE: "Hạn nộp {0} đã qua; đề nghị đơn vị gửi lại ngay." / "The deadline, {0}, has passed: please send it again at once.";
    NO_DEADLINE: "Đề nghị đơn vị gửi lại trong thời gian sớm nhất." / "Please send it again as soon as you can.";
    WHOM_TO_ASK: "Đầu mối liên hệ, nhận báo cáo: {0}." / "Questions and reports to: {0}.";

    RECEIPT_NUMBER: "Số tiếp nhận: {0}" / "Receipt No. {0}";
    DEADLINE_WAS: "Hạn nộp báo cáo: {0}" / "Deadline: {0}";

    PART_STEPS: "Việc cần làm" / "What to do";
    PART_RECEIVED: "Đã nhận" / "Received";
    PART_COUNTED: "Đã tính vào số liệu của tỉnh" / "Counted in the province’s figures";
    PART_TO_CHECK: "Những nội dung cần xem lại" / "What to check";
    PART_TO_MEND: "Những nội dung cần sửa" / "What to correct";
    STEP_ERRORS: "Sửa các ô nền đỏ, viền đậm (lỗi). Di chuột lên ô, hoặc xem mục IV, để biết lỗi gì, cần làm gì và nên ghi thế nào." / "Correct the cells in red with a heavy border (errors). Point at a cell, or read part IV, to see what is wrong and what to write.";
    STEP_WARNINGS: "Xem các ô nền vàng, viền nét đứt (cảnh báo): sửa nếu sai; nếu đúng, ghi lý do vào cột “Giải trình” ở bên phải bảng." / "Check the cells in yellow with a dashed border (warnings): correct what is wrong; if it is right, give the reason in the column “Giải trình” (explanation) to the right of the table.";
    STEP_RETURN: "Lưu và gửi lại chính tệp này; không đổi tiêu đề cột, không cần làm lại từ đầu." / "Save this file and send it back; keep the column headings. You need not start again.";
    STEP_RETURN_IF: "Nếu có sửa hoặc giải trình, lưu và gửi lại chính tệp này; không đổi tiêu đề cột." / "If you corrected or explained something, save this file and send it back; keep the column headings.";
    STEP_OWN_FILE: "Báo cáo dài hơn mức hiển thị ở đây: sửa trong tệp của đơn vị rồi gửi lại tệp đó." / "The report is longer than what is shown here: correct your own file and send that again.";
    STEP_RESEND: "Tệp không đọc được, bảng còn thiếu và nội dung không gắn với ô cụ thể: làm theo cột “Cần làm” ở mục IV rồi gửi lại." / "For files that could not be read, missing tables and points without a cell: follow “What to do” in part IV and send again.";

    KEEP_MARK: "Mã nhận biết của tệp, xin giữ nguyên: {0}" / "Identifier of this file, please keep it: {0}";

    TABLES: "Bảng" / "Tables";
    OUTCOME: "Kết quả tiếp nhận" / "Outcome";
    TABLE: "Bảng" / "Table";
    SHEET_OF: "Trang" / "Sheet";
    CELL_AT: "Ô" / "Cell";
    EXPECTED: "Cần làm" / "What to do";
    SUGGESTED: "Đề nghị ghi" / "Suggested";
    RETURNED: "Dòng trả lại" / "Rows returned";
    ROWS_READ: "{0} dòng" / "{0} rows";
    ROWS_COUNTED: "{0} được tính" / "{0} counted";
    ROWS_EXCLUDED: "{0} không tính theo quyết định" / "{0} left out by decision";
    ROWS_NOT_HELD: "{0} hoãn, hủy hoặc trực tuyến" / "{0} postponed, cancelled or online";
    ROWS_RETURNED: "{0} trả lại để sửa" / "{0} returned for correction";
    ROWS_REPLACED: "{0} đã có bản thay thế" / "{0} replaced by a later version";
    ROWS_DOUBLE: "{0} trùng, tính một lần" / "{0} duplicate, counted once";
    OUTCOME_NIL: "Không phát sinh" / "No delegations";
    OUTCOME_REJECTED: "Không dùng được; xem mục IV" / "Cannot be used; see part IV";
    OUTCOME_REPLACED: "Đã được thay bằng {0}" / "Replaced by {0}";
    OUTCOME_DOUBLE: "Trùng nội dung với {0}; tính một lần" / "Same content as {0}; counted once";
    OUTCOME_SHARED: "Trùng nội dung với một tệp của {0}; tính một lần" / "Same content as a file of {0}; counted once";
    COLUMNS_READ: "Các cột của tệp {0} được hiểu là: {1}. Nếu hiểu sai, đề nghị đơn vị cho biết." / "The columns of file {0} were read as: {1}. Please tell us if this is wrong.";
    COLUMN_READ: "“{0}” là {1}" / "“{0}” as {1}";
    COLUMN_UNUSED: "“{0}” không dùng" / "“{0}” not used";
    NOTHING_COUNTED: "Chưa có đoàn nào của đơn vị được tính vào số liệu của tỉnh." / "No delegation is counted in the province’s figures yet.";
    CUT_ROWS: "Chỉ hiện {0} trong {1} dòng của báo cáo, dòng có lỗi trước; số ở cột “Dòng” là dòng trong tệp của đơn vị." / "Only {0} of the {1} rows of the report are shown, those with errors first; “Line” is the line in your file.";
    CUT_LIST: "Chỉ hiện {0} trong {1} nội dung, nghiêm trọng nhất trước." / "Only {0} of {1} points are shown, worst first.";

    NOTE_TO_DO: "Cần làm: {0}" / "What to do: {0}";
    NOTE_SUGGESTED: "Đề nghị ghi: {0}" / "Suggested: {0}";
    NOTE_EXPLAINED: "Đã giải trình: {0}" / "Explained: {0}";
}
