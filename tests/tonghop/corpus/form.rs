//! The shapes in which departments lay out the same rows: section heads, table heads, totals, prose.

use super::facts::{Fact, INBOUND, OUTBOUND};
use tonghop::model::section::{Direction, Kind};
use tonghop::model::value::{FundingClass, Quarter};

/// The plan year of every made file; results are of the year before.
pub const YEAR: i32 = 2021;

/// A row as it is to be read.
#[derive(Debug, Clone)]
pub struct Want {
    pub direction: Direction,
    pub kind: Kind,
    pub year: i32,
    pub fact: &'static Fact,
    pub quarter: Quarter,
    pub half_days: u32,
    pub funding: FundingClass,
    /// Head, content and notes stand in the row.
    pub texts: bool,
}

/// A made file before it is written.
#[derive(Debug, Default)]
pub struct Page {
    pub rows: Vec<Vec<String>>,
    pub wants: Vec<Want>,
    /// Tables that say that they are nil.
    pub nil: Vec<Direction>,
    pub file_name: &'static str,
}

/// Rows of one section, and where it belongs.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    pub direction: Direction,
    pub kind: Kind,
    pub facts: &'a [&'static Fact],
}

impl Part<'_> {
    pub fn year(&self) -> i32 {
        match self.kind {
            Kind::Plan => YEAR,
            Kind::Realised => YEAR - 1,
        }
    }
}

pub const HEAD: [&str; 11] = [
    "STT",
    "Tên đoàn",
    "Trưởng đoàn",
    "Nước đi",
    "Đối tác làm việc",
    "Nội dung hoạt động",
    "Số người",
    "Số ngày",
    "Thời gian thực hiện",
    "Kinh phí",
    "Ghi chú",
];

impl Page {
    pub fn new() -> Page {
        Page {
            file_name: "bieu tong hop.csv",
            ..Page::default()
        }
    }

    pub fn line<S: AsRef<str>>(&mut self, cells: &[S]) {
        self.rows
            .push(cells.iter().map(|cell| cell.as_ref().to_string()).collect());
    }

    /// Office, title, caption, and a blank line.
    pub fn letterhead(&mut self, title: &str) {
        self.line(&[
            "UBND TỈNH QUẢNG TRỊ",
            "",
            "",
            "",
            "",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ]);
        self.line(&["SỞ Y TẾ", "", "", "", "", "Độc lập - Tự do - Hạnh phúc"]);
        self.line(&[""]);
        self.line(&[title]);
        self.line(&["(Kèm theo Báo cáo số      /BC-SYT ngày     /11/2020 của Sở Y tế)"]);
        self.line(&[""]);
    }

    /// The table head for a direction.
    pub fn head(&mut self, direction: Direction) {
        self.line(&head(direction));
    }

    /// The rows of a part in the usual columns, numbered from 1.
    pub fn data(&mut self, part: &Part) {
        for (at, fact) in part.facts.iter().enumerate() {
            self.line(&usual_cells(at + 1, fact, part.year()));
            self.want(part, fact);
        }
    }

    pub fn want(&mut self, part: &Part, fact: &'static Fact) {
        self.wants.push(Want {
            direction: part.direction,
            kind: part.kind,
            year: part.year(),
            fact,
            quarter: fact.quarter,
            half_days: fact.half_days,
            funding: fact.funding_read,
            texts: true,
        });
    }
}

pub fn head(direction: Direction) -> [&'static str; 11] {
    let mut head = HEAD;
    if direction == Direction::Inbound {
        head[3] = "Đến từ nước";
    }
    head
}

pub fn usual_cells(number: usize, fact: &Fact, year: i32) -> [String; 11] {
    [
        number.to_string(),
        fact.name.to_string(),
        fact.head.to_string(),
        fact.country.to_string(),
        fact.partner.to_string(),
        fact.content.to_string(),
        fact.people.to_string(),
        fact.days.to_string(),
        period(fact, year),
        fact.funding.to_string(),
        fact.notes.to_string(),
    ]
}

fn period(fact: &Fact, year: i32) -> String {
    fact.period.replace("{Y}", &year.to_string())
}

/// Which rows a file holds: every number gives other rows, so that all meet all forms.
pub struct Choice {
    pub outbound: Vec<&'static Fact>,
    pub inbound: Vec<&'static Fact>,
    /// Small variants of a form.
    pub turn: usize,
}

impl Choice {
    pub fn new(number: usize) -> Choice {
        let pick = |facts: &'static [Fact], count: usize, step: usize| {
            (0..count)
                .map(|at| &facts[(number + at * step) % facts.len()])
                .collect()
        };
        Choice {
            outbound: pick(OUTBOUND, 3 + number % 3, 5),
            inbound: pick(INBOUND, 2 + number % 2, 3),
            turn: number,
        }
    }

    pub fn out(&self) -> Part<'_> {
        Part {
            direction: Direction::Outbound,
            kind: Kind::Plan,
            facts: &self.outbound,
        }
    }

    pub fn back(&self) -> Part<'_> {
        Part {
            direction: Direction::Inbound,
            kind: Kind::Plan,
            facts: &self.inbound,
        }
    }
}
