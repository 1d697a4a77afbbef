//! Whether a delegation was held: done, postponed, cancelled, online, from the note or result.

mod about;
mod denial;

use super::head;
use crate::model::value::Status;
use crate::vocabulary::phrases::Phrases;
use crate::vocabulary::tokens::tokens;
use about::About;
use std::sync::LazyLock;

/// What a phrase says about the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Status(Status),
    /// May yet come to it: "có thể hoãn", "nếu hoãn".
    Perhaps,
    /// Put off in an earlier year and planned now: a plan like any other.
    CarriedOver,
    /// Held in person as well, or "online" says something about the content.
    NotOnline,
    /// Nothing; stands here so that a shorter phrase within it is not read.
    Nothing,
}

const PHRASES: [(Says, &[&str]); 8] = [
    (
        Says::Status(Status::Cancelled),
        &[
            "hủy",
            "hủy bỏ",
            "đã hủy",
            "bị hủy",
            "không thực hiện",
            "không tổ chức",
            "không triển khai",
            "không đi",
            "không đi được",
            "không sang",
            "bãi bỏ",
            "dừng thực hiện",
            "không đến",
            "không tiến hành",
            "không thể thực hiện",
            "không thể tổ chức",
            "không thể đi",
            "dừng đoàn",
            "cancelled",
        ],
    ),
    (
        Says::Status(Status::Postponed),
        &[
            "hoãn",
            "tạm hoãn",
            "đã hoãn",
            "bị hoãn",
            "tạm dừng",
            "chưa thực hiện",
            "chưa tổ chức",
            "chưa đi",
            "chưa triển khai",
            "lùi sang năm",
            "chuyển sang năm",
            "dời sang năm",
            "lùi lại",
            "chuyển thực hiện sang năm",
            "chưa đi được",
            "chưa thực hiện được",
            "postponed",
        ],
    ),
    (
        Says::Status(Status::Online),
        &[
            "trực tuyến",
            "online",
            "qua zoom",
            "zoom",
            "cầu truyền hình",
            "từ xa",
        ],
    ),
    (
        Says::Status(Status::Done),
        &[
            "đã thực hiện",
            "thực hiện đúng kế hoạch",
            "đúng kế hoạch",
            "đã hoàn thành",
            "hoàn thành",
            "đã đi",
            "đã tiếp",
            "đã kết thúc",
            "đã tổ chức",
            "thực hiện xong",
            "đã đến",
            "đã triển khai",
            "đã đón",
            "đã xong",
            "đã hoàn tất",
            "hoàn tất",
            "đã tham gia",
            "đã tham dự",
            "đã làm việc",
            "đã sang",
            "done",
        ],
    ),
    (
        Says::Perhaps,
        &[
            "có thể",
            "nếu",
            "không hoãn",
            "không hủy",
            "không bị hoãn",
            "không bị hủy",
            "chưa hoãn",
            "chưa hủy",
            "hoặc trực tuyến",
            "trực tuyến hoặc",
            "trong trường hợp",
            "trường hợp",
            "khi không",
            "nguy cơ",
            "thay thế đoàn",
            "thay thế cho đoàn",
            "thay cho đoàn",
        ],
    ),
    (
        Says::CarriedOver,
        &[
            "hoãn từ",
            "hoãn từ năm",
            "tạm hoãn từ",
            "bị hoãn từ",
            "đã hoãn từ",
            "hoãn của năm",
            "hoãn năm trước",
            "năm trước hoãn",
            "hoãn trong năm",
            "chuyển từ năm",
            "hoãn lại từ",
            "chuyển tiếp từ",
            "hoãn do năm",
        ],
    ),
    (
        Says::NotOnline,
        &[
            "trực tiếp",
            "kết hợp trực tuyến",
            "thi trực tuyến",
            "đào tạo trực tuyến",
            "hợp tác trực tuyến",
            "thương mại trực tuyến",
            "giáo dục trực tuyến",
            "học trực tuyến",
            "dịch vụ công trực tuyến",
            "công trực tuyến",
            "bán hàng online",
            "đăng ký trực tuyến",
            "đăng ký online",
            "viễn thám từ xa",
        ],
    ),
    (
        Says::Nothing,
        &[
            "chưa hoàn thành",
            "đã hoàn thành thủ tục",
            "đã hoàn thành hồ sơ",
            "hoàn thành thủ tục",
            "sau khi hoàn thành",
            "đã tiếp tục",
            "không đi kèm",
            "hủy nổ",
            "hủy bom",
            "tiêu hủy",
            "phá hủy",
            "không đến nỗi",
        ],
    ),
];

static TABLE: LazyLock<Phrases<Says>> = LazyLock::new(|| {
    let mut table = Phrases::default();
    for (says, phrases) in PHRASES {
        for phrase in phrases {
            table.insert(phrase, says);
            for no in ["ko", "k", "kg"] {
                table.insert(&phrase.replace("không", no), says);
            }
        }
    }
    table
});

/// What a text says became of the delegation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said {
    pub status: Option<Status>,
    /// It speaks of something put off, called off or held online, and perhaps not of the delegation.
    pub doubtful: bool,
    /// It denies something that the reading does not use: in a column of results that is the delegation.
    pub denies: bool,
}

/// Reads a status; `None` where the text says none, or only that it may come to one.
pub fn status(text: &str) -> Option<Status> {
    read(text).status
}

/// Reads a status, and whether a word of one stands there that was not taken.
pub fn read(text: &str) -> Said {
    let text = head(text);
    if text.is_empty() {
        return Said::default();
    }
    let all = tokens(text);
    let mut said: Vec<Says> = Vec::new();
    let (mut doubtful, mut denies) = (false, false);
    let mut at = 0;
    while at < all.len() {
        let Some((end, says)) = TABLE.longest(&all, at) else {
            denies |= denial::stands_at(&all, at);
            at += 1;
            continue;
        };
        let denied = at > 0 && denial::is_no(&all[at - 1]);
        match about::whom(&all, (at, end), *says) {
            _ if denied && matches!(says, Says::Status(_)) => denies = true,
            About::Delegation => said.push(*says),
            About::Nobody => doubtful = true,
            About::Other => denies = true,
        }
        at = end;
    }
    let has = |says: Says| said.contains(&says);
    if has(Says::Perhaps) {
        return Said::default();
    }
    let off = [Status::Cancelled, Status::Postponed].map(Says::Status);
    let off = off.into_iter().any(has) && !has(Says::CarriedOver);
    if off && (has(Says::Status(Status::Done)) || denial::is_of_a_part(&all)) {
        // "Đã thực hiện 01 đoàn, hoãn 01 đoàn": nothing says which of the two holds for the row.
        return Said {
            status: None,
            doubtful: true,
            denies: false,
        };
    }
    let order = [
        Status::Cancelled,
        Status::Postponed,
        Status::Online,
        Status::Done,
    ];
    let found = order.into_iter().find(|status| match status {
        Status::Online => has(Says::Status(*status)) && !has(Says::NotOnline),
        Status::Postponed => has(Says::Status(*status)) && !has(Says::CarriedOver),
        _ => has(Says::Status(*status)),
    });
    let tones: Vec<&str> = all.iter().map(|t| t.tone.as_str()).collect();
    let status = found.or_else(|| whole(&tones.join(" ")));
    Said {
        status,
        doubtful: doubtful && !status.is_some_and(Status::is_not_held) && !has(Says::CarriedOver),
        denies: denies && status.is_none() && all.len() <= denial::LONGEST,
    }
}

/// Words that say it only as a whole cell of a column of results.
fn whole(text: &str) -> Option<Status> {
    let done = ["thực hiện", "có thực hiện", "xong", "đã", "đạt"];
    let is = |phrase: &&str| crate::vocabulary::fold::tone_key(phrase) == text;
    done.iter().any(is).then_some(Status::Done)
}
