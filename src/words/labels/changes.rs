//! The words of what changed since the last published run, in both languages.

use crate::model::comparison::{Because, Cause, Why};
use crate::model::finding::Lang;
use crate::words::Words;
use crate::words::fill::fill;

labels! {
    PAGE_CHANGES: "Thay đổi so với lần công bố trước" / "Changes since the last published run";
    FIRST_RUN: "Đây là lần công bố đầu tiên của đợt này." / "This is the first published run of this campaign.";
    CHANGES_SINCE: "So với lần công bố trước, tính đến ngày {0}." / "Compared with the last published run, as of {0}.";
    FIGURES_MOVED: "Số liệu thay đổi: trước → nay" / "Changed figures: before → now";
    NOTHING_MOVED: "Không số liệu nào thay đổi." / "No figure changed.";
    CAUSES: "Báo cáo làm thay đổi" / "Submissions that caused it";
    CAUSES_UNKNOWN: "Lần công bố trước chưa ghi số liệu của từng báo cáo, nên không biết báo cáo nào làm thay đổi." / "The last run did not record what each submission added, so it is not known which one changed a figure.";
    NO_CAUSES: "Các báo cáo vẫn như lần trước." / "The submissions are the same as in the last run.";
    REASON_OF_CHANGE: "Lý do" / "Why";
    MOVED_BY: "Thay đổi" / "Change";
    WHY_NEW: "Báo cáo mới" / "New submission";
    WHY_REPLACED: "Nội dung đã sửa" / "Content changed";
    WHY_RECOUNTED: "Nội dung cũ, tính khác trước" / "Same content, counted differently";
    BECAUSE_DECISION: "quyết định {0}" / "decision {0}";
    BECAUSE_SUBMISSION: "báo cáo {0}" / "submission {0}";
    BECAUSE_SETTINGS: "cấu hình tonghop.toml" / "settings in tonghop.toml";
    BECAUSE_REGISTER: "danh sách đơn vị departments.csv" / "register departments.csv";
    BECAUSE_VOCABULARY: "danh mục từ vocabulary/{0}" / "vocabulary/{0}";
    BECAUSE_PROGRAM: "phiên bản chương trình {0} → {1}" / "program {0} → {1}";
    WHY_GONE: "Không còn trong thư mục" / "No longer there";
    LAST_RUN: "lần trước" / "last run";
    THIS_RUN: "lần này" / "this run";
    CAUSES_SHORT: "Do: {0}." / "Because of: {0}.";
    AND_MORE: "{0} và {1} báo cáo khác" / "{0} and {1} other submissions";
}

/// Why a figure moved, with what made the same content count otherwise.
pub fn reason(cause: &Cause, lang: Lang) -> String {
    let why = why(cause.why).in_lang(lang);
    let because: Vec<String> = cause.because.iter().map(|one| because(one, lang)).collect();
    match because.is_empty() {
        true => why.to_string(),
        false => format!("{why}: {}", because.join("; ")),
    }
}

fn because(because: &Because, lang: Lang) -> String {
    match because {
        Because::Decision(name) => fill(BECAUSE_DECISION, lang, &[name]),
        Because::Submission(path) => fill(BECAUSE_SUBMISSION, lang, &[path]),
        Because::File(name) if name == "config" => BECAUSE_SETTINGS.in_lang(lang).to_string(),
        Because::File(name) if name == "departments.csv" => {
            BECAUSE_REGISTER.in_lang(lang).to_string()
        }
        Because::File(name) => fill(BECAUSE_VOCABULARY, lang, &[name]),
        Because::Program(then, now) => fill(BECAUSE_PROGRAM, lang, &[then, now]),
    }
}

/// Why a figure moved.
fn why(why: Why) -> Words {
    match why {
        Why::New => WHY_NEW,
        Why::Replaced => WHY_REPLACED,
        Why::Recounted => WHY_RECOUNTED,
        Why::Gone => WHY_GONE,
    }
}
