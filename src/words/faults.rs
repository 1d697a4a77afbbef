//! Why work could not be done, in both languages: place first, then the fact, then what to try.

use super::Words;
use crate::model::finding::Lang;
use std::io::{self, ErrorKind};

/// Declares texts in both languages.
macro_rules! faults {
    ($($name:ident: $vi:literal / $en:literal;)*) => {
        $(pub const $name: Words = Words { vi: $vi, en: $en };)*

        #[cfg(test)]
        const ALL: &[(&str, Words)] = &[$((stringify!($name), $name)),*];
    };
}

faults! {
    NOT_UTF8: "không phải UTF-8; lưu lại tệp dưới dạng UTF-8" / "not UTF-8; save the file as UTF-8";
    NOT_REGULAR: "không phải tệp thường mà là thư mục, thiết bị hoặc ống dẫn" / "no regular file, but a folder, a device, a socket or a pipe";
    CHANGING: "tệp thay đổi mỗi lần đọc; chờ đến khi lưu xong rồi chạy lại" / "the file changes each time that it is read; wait until it is saved";
    TOO_LARGE: "tệp có {0} byte, quá giới hạn {1}" / "the file has {0} bytes, more than the limit of {1}";
    NO_FILE: "không tìm thấy tệp" / "no such file";
    EMPTY: "tệp rỗng" / "the file is empty";
    BINARY: "tệp nhị phân, không phải văn bản hay bảng tính" / "the file is binary or of a type that is no text and no workbook";
    WORKBOOK: "không mở được bảng tính: {0}" / "the workbook cannot be opened: {0}";
    PASSWORD: "bảng tính có mật khẩu; gỡ mật khẩu rồi lưu lại" / "the workbook is locked with a password";
    CUT_OFF: "tệp bị đứt đoạn, thiếu phần cuối; sao chép lại từ bản gốc" / "the file ends before its end: it was cut off on its way";
    CANNOT_OPEN: "không mở được tệp: {0}" / "the file cannot be opened: {0}";
    WENT_AWAY: "tệp không còn khi đọc tới" / "the file went away before it could be read";

    HAS_REGISTER: "đã là thư mục làm việc, có cấu hình và danh sách đơn vị riêng; bỏ --province và --register" / "is a workspace with its own settings and register; leave out --province and --register";
    NO_RUN: "chưa có lần công bố nào; chạy tonghop consolidate trước" / "nothing is published yet; run tonghop consolidate first";
    NO_SUCH_RUN: "không có lần công bố nào có mã này; xem mã bằng tonghop history" / "no published run of this id; tonghop history lists them";
    NO_YEAR: "không có báo cáo nào rõ năm; đặt vào thư mục năm như 2021/, hoặc thêm --year" / "no submission of a known year; make a folder such as 2021/, or give --year";
    UNACCOUNTED: "còn dòng của tệp này chưa được tính đến; đề nghị báo lỗi kèm tệp này" / "lines or rows of this file are not accounted for; please report this file";
    UNBALANCED: "tổng số dòng không khớp; đề nghị báo lỗi" / "lines or rows do not add up; please report this";
    TABLES_DISAGREE: "các bảng không khớp với các dòng đã tính; đề nghị báo lỗi" / "the tables do not add up to the rows behind them; please report this";

    OUTPUTS_IN_INPUTS: "nằm trong thư mục đầu vào {0}; chọn thư mục khác" / "lies inside the inputs {0}; choose another folder";
    INPUTS_IN_OUTPUTS: "nằm trong phần đã công bố ở {0}; chọn thư mục khác" / "lies inside what is published in {0}; choose another folder";

    COPY_DAMAGED: "bản sao đã chốt của {0} bị hỏng" / "the frozen copy of {0} is damaged";
    OTHER_FIGURES: "chương trình này tính ra số liệu khác với số đã chốt; dùng phiên bản đã chốt" / "this program makes other figures of what was frozen; the version that froze it makes them";
    STAYS_FROZEN: "{0}. Số liệu năm {1} giữ nguyên như đã công bố cho đến khi khôi phục bản chốt từ bản sao lưu hoặc mở lại bằng `tonghop freeze {1} --reopen`" / "{0}. The figures of {1} stay as published until the frozen copy is put back from a backup or opened again with `tonghop freeze {1} --reopen`";
    UNPUBLISHED: "năm {0} chưa được công bố; chạy `tonghop consolidate` trước" / "{0} is not published; run `tonghop consolidate` first";
    NOT_AS_PUBLISHED: "không còn như đã công bố; chạy `tonghop consolidate` trước" / "is not what was published; run `tonghop consolidate` first";
    BEING_WRITTEN: "đang được ghi hoặc di chuyển; chờ xong rồi chốt" / "is being written or moved; wait until it is done, then freeze";
    DIFFERS: "khác với lần công bố gần nhất của năm {0}; chạy `tonghop consolidate`, xem lại số liệu rồi chốt" / "differs from what the last run of {0} saw; run `tonghop consolidate`, look at its figures, and freeze then";
    CHANGED_MEANWHILE: "thay đổi trong khi chốt; chạy `tonghop consolidate` trước" / "changed while it was being frozen; run `tonghop consolidate` first";
    NOT_FROZEN: "năm {0} chưa chốt; không có gì để mở lại" / "{0} is not frozen; nothing to reopen";

    NO_DEPARTMENT: "không có đơn vị này trong danh sách" / "no such department in the register";
    NO_DEPARTMENT_BUT: "không có đơn vị này trong danh sách; có phải {0} không?" / "no such department in the register; is {0} meant?";
    EXISTS: "đã có tệp này; thêm --force để ghi đè" / "exists already; --force replaces it";
    NO_WORKSPACE: "không phải thư mục làm việc (không có thư mục inputs); kéo thả một thư mục làm việc vào chương trình, hoặc xem `tonghop help`" / "no workspace (no folder inputs in it); drop a workspace on the program, or see `tonghop help`";
    NOT_EMPTY: "thư mục không rỗng; chọn thư mục mới, chưa có gì thay đổi" / "the folder is not empty; choose a new one, nothing was changed";
    NO_RULE: "không có quy tắc này; `tonghop rules` liệt kê mọi mã" / "there is no such rule; `tonghop rules` lists all codes";
    NO_RULE_BUT: "không có quy tắc này; có phải {0} không? `tonghop rules` liệt kê mọi mã" / "there is no such rule; is {0} meant? `tonghop rules` lists all codes";
    STANDARD_OUTPUT: "kết quả ra màn hình" / "standard output";
    SIGNALS: "tín hiệu hệ thống" / "signals";

    STARTING: "khởi động" / "starting";
    COMPARING: "so với lần chạy trước" / "comparing with the last run";
    READING: "đọc báo cáo" / "reading the submissions";
    COPYING: "sao chép phần được chốt" / "copying what is frozen";
    INTERRUPTED_WHILE: "bị {0} ngắt khi đang {1}; chưa có gì thay đổi" / "interrupted by {0} while {1}; nothing was changed";
    INTERRUPTED_MAKING: "bị {0} ngắt khi đang lập các tệp kết quả; chưa có gì thay đổi" / "interrupted by {0} while making the outputs; nothing was changed";
    INTERRUPTED_BEFORE: "bị {0} ngắt trước khi công bố; chưa có gì thay đổi" / "interrupted by {0} before publishing; nothing was changed";
    INTERRUPTED_PUBLISHING: "bị {0} ngắt khi đang công bố; mỗi năm vẫn nguyên vẹn, lần chạy sau làm tiếp phần dở" / "interrupted by {0} while publishing; each year stands whole, and the next run ends what had begun";

    NOT_A_FOLDER: "là tệp, không phải thư mục để công bố các năm" / "a file, and no folder that years can be published into";
    BROKEN_LINK: "liên kết không dẫn tới thư mục nào; ổ đĩa hoặc thư mục chia sẻ đã được gắn chưa?" / "a link that leads to no folder; is the disk or the share behind it mounted?";
    LINK_NOWHERE: "liên kết không dẫn tới đâu; ổ đĩa hoặc thư mục chia sẻ đã được gắn chưa?" / "a link that leads nowhere; is the disk or the share behind it mounted?";
    LINK_OUT: "liên kết dẫn ra ngoài thư mục đầu vào nên không được đọc; đặt chính tệp đó vào đây" / "a link out of the inputs, which is not followed; put the file itself there";
    A_LINK: "là liên kết nên không được đọc hay ghi qua đó; hãy xóa liên kết này" / "a link, which is not followed; remove it";
    LOCKED: "một lần chạy khác đang giữ khóa: {0}; chờ lần đó xong" / "another run holds the lock: {0}; wait for it to end";
    CLAIMED: "một lần chạy khác đang giữ khóa: {0}; chờ lần đó xong, hoặc xóa tệp này nếu chắc chắn đã xong" / "another run holds the lock: {0}; wait for it to end, or remove this file if it surely has ended";
    NO_HOLDER: "tệp khóa không ghi ai giữ" / "its file does not say who";
    IN_USE: "đang mở trong một chương trình khác; đóng tệp này (thường là trong Excel hoặc Word) rồi chạy lại, chưa có gì thay đổi" / "is open in another program; close it there (mostly Excel or Word) and run again, nothing was changed";
    CONTENDED: "các lần chạy khác liên tục giữ khóa" / "other runs hold the lock again and again";
    LOCK_LOST: "khóa của lần chạy này đã bị lấy mất; chưa có gì thay đổi" / "the lock was taken from this run; nothing was changed";
    INTERRUPTED: "bị ngắt; chưa có gì thay đổi" / "interrupted; nothing was changed";
    FROZEN_DAMAGED: "bản ghi của năm đã chốt bị hỏng: {0}" / "the record of the frozen year is damaged: {0}";
}

const NOT_FOUND: Words = Words {
    vi: "không tìm thấy tệp hoặc thư mục",
    en: "no such file or folder",
};

/// What the system refused, in words: without the number that it has for it.
pub fn io(error: &io::Error, lang: Lang) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => NOT_FOUND,
        ErrorKind::PermissionDenied => Words {
            vi: "không có quyền",
            en: "permission denied",
        },
        ErrorKind::AlreadyExists => Words {
            vi: "đã có tệp hoặc thư mục này",
            en: "exists already",
        },
        ErrorKind::StorageFull => Words {
            vi: "ổ đĩa đã đầy",
            en: "the disk is full",
        },
        ErrorKind::QuotaExceeded => Words {
            vi: "đã hết hạn mức dung lượng",
            en: "the disk quota is used up",
        },
        ErrorKind::FileTooLarge => Words {
            vi: "tệp vượt giới hạn kích thước của hệ thống",
            en: "the file is larger than the system lets it be",
        },
        ErrorKind::ReadOnlyFilesystem => Words {
            vi: "ổ đĩa chỉ cho đọc",
            en: "the disk is read-only",
        },
        ErrorKind::NotADirectory => Words {
            vi: "không phải thư mục",
            en: "not a folder",
        },
        ErrorKind::IsADirectory => Words {
            vi: "là thư mục, không phải tệp",
            en: "a folder, and no file",
        },
        ErrorKind::Unsupported if error.get_ref().is_some() => A_LINK,
        ErrorKind::InvalidInput if error.get_ref().is_some() => NOT_REGULAR,
        _ => return without_number(&error.to_string()).to_string(),
    };
    words.in_lang(lang).to_string()
}

/// "Device or resource busy (os error 16)" without its end.
fn without_number(message: &str) -> &str {
    message
        .split_once(" (os error")
        .map_or(message, |(said, _)| said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_told_in_both_languages_with_the_same_values() {
        for (name, words) in ALL {
            assert_ne!(words.vi, words.en, "{name}");
            for place in ["{0}", "{1}"] {
                let both = words.vi.contains(place) == words.en.contains(place);
                assert!(both, "{name} fills {place} in one language only");
            }
        }
    }

    #[test]
    fn what_the_system_refused_is_said_without_its_number() {
        let missing = std::fs::read("/no/such/file").unwrap_err();
        assert_eq!(io(&missing, Lang::Vi), "không tìm thấy tệp hoặc thư mục");
        assert_eq!(io(&missing, Lang::En), "no such file or folder");
        let busy = io::Error::from_raw_os_error(16);
        assert!(!io(&busy, Lang::En).contains("os error"), "{busy}");
    }
}
