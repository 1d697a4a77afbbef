//! A file that people were writing to or moving away while it was to be read.

use crate::model::document::Unreadable;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Tệp đang được chép hay lưu vào thư mục nên mỗi lần đọc một khác, hoặc đã bị xóa hay đổi tên sau
    /// khi thư mục được liệt kê. Chương trình đọc lại vài lần; nếu tệp vẫn còn thay đổi thì không tính,
    /// vì có thể chỉ đọc được một phần.
    ///
    /// # English
    /// The file is being copied or saved, so that it differs each time it is read, or it was removed or
    /// renamed after the folder was listed. It is read several times; if it still changes it is not
    /// counted, because only part of it might be there.
    "T115" "file-unsettled" Error
    title:
        "Tệp đang được ghi hoặc chuyển đi"
        / "File being written or moved",
    message:
        "Chưa đọc được tệp: {0}."
        / "The file cannot be read yet: {1}.",
    hint:
        "Chép, lưu hoặc chuyển xong tệp; lần chạy sau sẽ đọc tệp."
        / "Finish copying, saving or moving it; the next run will read it.",
    values: ["nội dung thay đổi mỗi lần đọc", "it changed each time it was read"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let [vi, en] = match &context.file.unreadable {
        Some(Unreadable::Changing) => [
            "nội dung thay đổi mỗi lần đọc",
            "it changed each time that it was read",
        ],
        Some(Unreadable::Gone) => [
            "tệp không còn sau khi thư mục được liệt kê",
            "it went away after the folder was listed",
        ],
        _ => return,
    };
    report.add(
        Scope::File,
        Place::default(),
        "",
        [vi.to_string(), en.to_string()],
    );
}
