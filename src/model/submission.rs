//! Submissions, and the departments that owe them.

use super::section::{Direction, Kind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use tonghop_read::Format;

/// Marks of a version in a file's name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Version {
    /// The folded name without its marks: files of one stem are versions of one file.
    pub stem: String,
    /// Rank among the files of one stem: 0 without marks, later versions higher.
    pub rank: u64,
    /// "bổ sung": adds to what is there instead of replacing it.
    pub supplement: bool,
    /// The marks as found, for the reason that is listed.
    pub marks: Vec<String>,
}

/// One file from one department.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    /// Path below INPUTS with `/`, as shown and listed.
    pub path: String,
    pub absolute: PathBuf,
    /// The year folder that it lies in.
    pub year: Option<i32>,
    /// The folder below the year; empty for a file that lies in no department's folder.
    pub folder: String,
    pub bytes: u64,
    pub format: Format,
    pub version: Version,
    /// INPUTS without links: what is opened must still lie there. `None` for a file that somebody named.
    pub root: Option<Arc<Path>>,
}

/// Why a file was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IgnoreReason {
    Hidden,
    LockFile,
    SystemFile,
    OtherType,
    LinkOutside,
    LinkLoop,
    /// A FIFO, socket or device.
    Special,
    /// A folder or file without read permission.
    NotReadable,
    /// A picture, a PDF, an old Word file, an archive: perhaps the report itself.
    Document,
}

impl IgnoreReason {
    /// The reason in Vietnamese and in English.
    pub fn words(self) -> [&'static str; 2] {
        match self {
            IgnoreReason::Hidden => ["tệp ẩn", "hidden"],
            IgnoreReason::LockFile => ["tệp khóa của chương trình bảng tính", "lock file"],
            IgnoreReason::SystemFile => ["tệp của hệ điều hành", "system file"],
            IgnoreReason::OtherType => ["không phải loại tệp được đọc", "not a type that is read"],
            IgnoreReason::LinkOutside => ["liên kết ra ngoài thư mục", "link out of the folder"],
            IgnoreReason::LinkLoop => ["liên kết lặp vòng", "link loop"],
            IgnoreReason::Special => ["thiết bị hoặc ống dẫn", "device, socket or FIFO"],
            IgnoreReason::NotReadable => ["không có quyền đọc", "no permission to read"],
            IgnoreReason::Document => [
                "tệp PDF, ảnh, Word cũ hoặc tệp nén không đọc được số liệu",
                "a PDF, picture, old Word file or archive, which cannot be read",
            ],
        }
    }
}

/// A file that is no submission: listed with its reason, never dropped.
#[derive(Debug, Clone, PartialEq)]
pub struct Ignored {
    pub path: String,
    pub year: Option<i32>,
    pub folder: String,
    pub reason: IgnoreReason,
    /// Index into the dataset's departments; `None` until it is known, and outside their folders.
    pub department: Option<u32>,
}

/// One table that a department owes.
pub type Due = (Direction, Kind);

/// Whom to call in a department, as the register says; empty where it does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    pub phone: String,
    pub email: String,
    pub person: String,
    /// How it is told: "email", "Zalo", "công văn".
    pub channel: String,
}

/// A body that owes submissions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Department {
    pub slug: String,
    pub name: String,
    pub short_name: String,
    pub aliases: Vec<String>,
    /// What it owes; all four where the register does not say.
    pub owes: Vec<Due>,
    /// First campaign year, inclusive.
    pub from: Option<i32>,
    /// Last campaign year, inclusive.
    pub to: Option<i32>,
    /// In the register, or only found as a folder.
    pub registered: bool,
    /// Its line in the register.
    pub line: u32,
    pub contact: Contact,
    /// Slugs of the bodies that it took over.
    pub succeeds: Vec<String>,
}

impl Department {
    /// Owes submissions in a campaign.
    pub fn is_due(&self, year: i32) -> bool {
        self.registered
            && self.from.is_none_or(|from| from <= year)
            && self.to.is_none_or(|to| year <= to)
    }
}

/// When a file's content was first seen, from the history of published runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstSight {
    /// Day of the first published run that had it.
    pub first_seen: String,
    /// An earlier run on or after the deadline lacked it.
    pub late: bool,
}
