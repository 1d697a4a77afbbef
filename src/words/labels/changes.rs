//! The words of what changed since the last published run, in both languages.

use crate::model::comparison::Why;
use crate::words::Words;

labels! {
    PAGE_CHANGES: "Thay đổi so với lần công bố trước" / "Changes since the last published run";
    FIRST_RUN: "Đây là lần công bố đầu tiên của đợt này." / "This is the first published run of this campaign.";
    CHANGES_SINCE: "So với lần công bố trước, lập theo ngày {0}." / "Against the last published run, made for the day {0}.";
    FIGURES_MOVED: "Số liệu thay đổi: trước → nay" / "Figures that moved: then → now";
    NOTHING_MOVED: "Không số liệu nào thay đổi." / "No figure moved.";
    CAUSES: "Bản nộp làm thay đổi" / "Submissions behind it";
    CAUSES_UNKNOWN: "Lần công bố trước chưa ghi đóng góp của từng bản nộp, nên không biết bản nộp nào làm thay đổi." / "The last run did not write down what each submission added: which one moved a figure is not known.";
    NO_CAUSES: "Các bản nộp vẫn như lần trước." / "The submissions are those of the last run.";
    REASON_OF_CHANGE: "Vì sao" / "Why";
    MOVED_BY: "Thay đổi" / "Moved";
    WHY_NEW: "Bản nộp mới" / "New submission";
    WHY_REPLACED: "Nội dung đã sửa" / "Content changed";
    WHY_RECOUNTED: "Nội dung cũ, tính khác trước (bản thay thế, quyết định, từ điển hoặc cấu hình)" / "Same content, counted otherwise (a later version, a decision, vocabulary or configuration)";
    WHY_GONE: "Không còn trong thư mục" / "No longer there";
    LAST_RUN: "lần trước" / "last run";
    THIS_RUN: "lần này" / "this run";
    CAUSES_SHORT: "Do: {0}." / "Because of: {0}.";
    AND_MORE: "{0} và {1} bản nộp khác" / "{0} and {1} other submissions";
}

/// Why a figure moved.
pub fn why(why: Why) -> Words {
    match why {
        Why::New => WHY_NEW,
        Why::Replaced => WHY_REPLACED,
        Why::Recounted => WHY_RECOUNTED,
        Why::Gone => WHY_GONE,
    }
}
