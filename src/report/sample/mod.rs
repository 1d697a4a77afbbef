//! A small campaign for the tests of what people look at: four departments, plans and results, hostile texts.

mod earlier;
mod figures;
mod ledger;

use crate::compare::planned;
use crate::edition::{Edition, Stamp};
use crate::model::comparison::Changes;
use crate::model::comparison::{Comparison, NoPlan};
use crate::model::dataset::{Dataset, FileRead, LineAccount};
use crate::model::delegation::{Delegation, Inherited, RowState, Texts};
use crate::model::document::{Document, Span};
use crate::model::finding::Lang;
use crate::model::office::Office;
use crate::model::section::{Direction, Kind, LineClass, Section};
use crate::model::submission::{Department, Format, Submission, Version};
use crate::model::summary::Summary;
use crate::model::value::{
    Countries, CountryCode, Days, Figures, Funding, FundingClass, Money, MoneyForm, NumberForm,
    People, Period, Quarter, Status,
};
use crate::vocabulary::Vocabulary;
use smallvec::{SmallVec, smallvec};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use earlier::{PLAN, changes};
use figures::summarise;
use ledger::{findings, ledger};

/// What a test changes of the sample.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// Each row this many times over.
    pub repeat: usize,
    pub realised: bool,
}

impl Default for Sample {
    fn default() -> Self {
        Sample {
            repeat: 1,
            realised: true,
        }
    }
}

/// The parts of an edition, owned.
#[derive(Debug)]
pub struct Owned {
    pub dataset: Dataset,
    pub summary: Summary,
    pub previous: Summary,
    pub planned: Result<Comparison, NoPlan>,
    pub changes: Option<Changes>,
    pub vocabulary: Vocabulary,
    pub office: Office,
    pub stamp: Stamp,
}

impl Owned {
    pub fn edition(&self, lang: Lang) -> Edition<'_> {
        Edition {
            dataset: &self.dataset,
            summary: &self.summary,
            vocabulary: &self.vocabulary,
            office: &self.office,
            lang,
            previous: Some(&self.previous),
            changes: self.changes.as_ref(),
            planned: self.planned.as_ref().map_err(|reason| *reason),
            annex_rows: 100_000,
            stamp: &self.stamp,
        }
    }
}

const DEPARTMENTS: [(&str, &str); 4] = [
    ("so-khoa-hoc-cong-nghe", "Sở Khoa học và Công nghệ"),
    ("so-nong-nghiep", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("so-y-te", "Sở Y tế"),
    ("ubnd-tp-dong-ha", "UBND thành phố Đông Hà"),
];

/// Department, kind and direction, countries, people, half days, quarter, source, millions, name.
const ROWS: &str = "\
0|po|LA|8|10|Q3|state_budget|60|Đoàn công tác hợp tác khoa học và công nghệ với tỉnh Savannakhet và Salavan, nước CHDCND Lào
0|po|TW|8|12|Q2|mixed||Đoàn học tập về công nghệ sinh học
0|pi|LA|15|14|outside_year|state_budget|45|Đoàn Sở Khoa học và Công nghệ tỉnh Savannakhet
1|po|LA;TH|12|7|Q2|own_funds||<script>alert('đoàn')</script>
1|po|KR|2|20|Q3|aid||=HYPERLINK(\"http://example.test\";\"bấm\")
1|pi||4|14|multi|partner||Chuyên gia dự án trồng rừng ven biển
1|pi|LA||10|Q3|state_budget|1250|Đoàn Sở Nông Lâm nghiệp tỉnh Salavan
2|po|LA;TH;JP|5||unscheduled|unknown||Đoàn dự hội nghị y tế biên giới
2|pi|JP|20|11|Q4|none||Đoàn bác sĩ tình nguyện
3|po|LA|12|6|Q1|state_budget|60|Đoàn lãnh đạo thành phố thăm thành phố Kaysone Phomvihane
3|pi|KR|4|10|Q2|enterprise||Tổ chức phi chính phủ khảo sát dự án nước sạch
0|ri|LA|3|8|Q1|state_budget||Đoàn chuyên gia nấm dược liệu
1|ro|TH|6|9|Q1|self_funded||Đoàn tham quan chăn nuôi bò
2|ro|LA;TH|7|8|Q1|donations|35|Đoàn tập huấn phòng chống dịch
3|ri|LA|15|4|Q1|state_budget|40|Đoàn thành phố Kaysone Phomvihane thăm, làm việc
3|ro|LA|15|4|multi|state_budget||Đoàn giao lưu thanh niên \u{202E}ngược";

/// The sample campaign.
pub fn sample(wish: Sample) -> Owned {
    let mut files: Vec<FileRead> = (0..DEPARTMENTS.len()).map(|at| file(at, wish)).collect();
    reject(&mut files[1]);
    postpone(&mut files[3]);
    let departments = DEPARTMENTS.map(|(slug, name)| Department {
        slug: slug.into(),
        name: name.into(),
        short_name: slug.to_uppercase(),
        registered: true,
        ..Department::default()
    });
    let mut lines = LineAccount::default();
    for file in &files {
        lines.merge(&file.lines);
    }
    let rows = files.iter().map(FileRead::account).sum();
    let dataset = Dataset {
        year: 2021,
        results_year: 2020,
        departments: departments.into(),
        findings: findings(),
        ledger: ledger(),
        ignored: Vec::new(),
        deadline: Some(jiff::civil::date(2020, 11, 15)),
        after_deadline: Some(true),
        files,
        lines,
        rows,
        ..Dataset::default()
    };
    let summary = summarise(&dataset);
    let mut previous = summary.clone();
    for grand in &mut previous.grand {
        grand.year -= 1;
        grand.totals.delegations += 3;
        grand.totals.people = grand.totals.people.saturating_sub(10);
    }
    Owned {
        changes: Some(changes(&summary)),
        planned: planned::compare(&dataset, PLAN.as_bytes()),
        stamp: Stamp::default(),
        dataset,
        summary,
        previous,
        vocabulary: Vocabulary::built_in(),
        office: Office {
            province: "Quảng Trị".into(),
            name: "Sở Ngoại vụ".into(),
            parent: "Ủy ban nhân dân tỉnh Quảng Trị".into(),
            place: "Quảng Trị".into(),
            signatory: "Giám đốc".into(),
            ..Office::default()
        },
    }
}

fn file(department: usize, wish: Sample) -> FileRead {
    let (slug, name) = DEPARTMENTS[department];
    let mut document = Document::from_rows(&[vec![name.to_uppercase()]]);
    let (mut delegations, mut texts) = (Vec::new(), Vec::new());
    for _ in 0..wish.repeat {
        for row in ROWS.lines() {
            let row: Vec<&str> = row.split('|').collect();
            let here = row[0] == department.to_string();
            if here && (wish.realised || row[1].starts_with('p')) {
                let at = document.lines + 1;
                let (mut own, written) = delegation(&mut document, at, &row);
                own.index = delegations.len() as u32;
                delegations.push(own);
                texts.push(written);
            }
        }
    }
    let data = delegations.len() as u64;
    let mut lines = LineAccount {
        total: data + 1,
        classes: BTreeMap::new(),
    };
    lines.add(LineClass::Title, 1);
    lines.add(LineClass::Data, data);
    let submission = Submission {
        path: format!("2021/{slug}/danh-sach.csv"),
        absolute: PathBuf::new(),
        year: Some(2021),
        folder: slug.into(),
        bytes: 0,
        format: Format::Text,
        version: Version::default(),
        root: None,
    };
    let mut file = FileRead::new(submission, String::new());
    file.department = department as u32;
    file.segmentation.sections = vec![section()];
    file.keep(document, texts);
    file.understood(delegations);
    file.lines = lines;
    file
}

fn section() -> Section {
    Section {
        sheet: 0,
        direction: None,
        kind: Kind::Plan,
        kind_stated: true,
        stated_year: None,
        year: 2021,
        line: 1,
        head_lines: Vec::new(),
        columns: Vec::new(),
        head_inherited: false,
        rows: Vec::new(),
        nil: None,
        totals: Vec::new(),
        title: String::new(),
    }
}

fn delegation(document: &mut Document, line: u32, row: &[&str]) -> (Delegation, Texts) {
    let (which, written, name) = (row[1], row[2], row[8]);
    let quarter = Quarter::ALL
        .into_iter()
        .find(|quarter| quarter.code() == row[5]);
    let funding = FundingClass::from_code(row[6]).unwrap_or(FundingClass::Unknown);
    let millions: Option<i64> = row[7].parse().ok();
    let money = millions.map_or(String::new(), |m| format!("{m} triệu đồng"));
    let codes: SmallVec<[CountryCode; 4]> =
        written.split(';').filter_map(CountryCode::new).collect();
    let place = if codes.is_empty() {
        "Ngân hàng Thế giới"
    } else {
        written
    };
    let groups = if codes.is_empty() {
        smallvec![place.into()]
    } else {
        smallvec![]
    };
    let cells = [
        name,
        "Lãnh đạo đơn vị",
        place,
        "Cơ quan đối tác nước bạn",
        "Trao đổi, học tập kinh nghiệm",
        row[3],
        row[5],
        "NSNN",
        &money,
        "",
    ];
    document.push_row(0, line, &cells);
    let spans: Vec<Span> = document.row(0, document.sheets[0].rows.len() - 1).to_vec();
    let plan = which.starts_with('p');
    let outbound = which.ends_with('o');
    let texts = Texts {
        name: spans[0],
        head: spans[1],
        countries: spans[2],
        partner: spans[3],
        content: spans[4],
        people: spans[5],
        period: spans[6],
        funding: spans[7],
        amount: spans[8],
        ..Texts::default()
    };
    let exact = NumberForm::Exact;
    let people = People {
        value: row[3].parse().ok(),
        form: exact,
        ..People::default()
    };
    let days = Days {
        halves: row[4].parse().ok(),
        form: exact,
        ..Days::default()
    };
    let money = Money {
        vnd: millions.map(|m| m * 1_000_000),
        usd_cents: None,
        form: MoneyForm::Exact,
    };
    let delegation = Delegation {
        figures: Figures::of(people, days, money),
        index: 0,
        section: 0,
        row: document.sheets[0].rows.len() as u32 - 1,
        line,
        direction: Some(Direction::ALL[usize::from(!outbound)]),
        kind: Kind::ALL[usize::from(!plan)],
        year: if plan { 2021 } else { 2020 },
        countries: Arc::new(Countries {
            codes,
            groups,
            ..Countries::default()
        }),
        count: if name.contains("tập huấn") { 2 } else { 1 },
        period: Arc::new(Period {
            quarter,
            ..Period::default()
        }),
        funding: Arc::new(Funding {
            class: funding,
            ..Funding::default()
        }),
        status: None,
        count_doubtful: false,
        status_doubtful: false,
        inherited: Inherited::default(),
        state: RowState::Accepted,
        digest: 0,
    };
    (delegation, texts)
}

/// Two more rows of a file that go back: one for itself, one of a direction that is not known.
fn reject(file: &mut FileRead) {
    let mut bad = file.delegations[0].clone();
    bad.state = RowState::Rejected;
    file.delegations.push(bad.clone());
    bad.direction = None;
    file.delegations.push(bad);
    file.lines.total += 2;
    file.lines.add(LineClass::Data, 2);
}

/// One more row of a file that is listed and in no figure.
fn postpone(file: &mut FileRead) {
    let mut row = file.delegations[0].clone();
    row.state = RowState::NotHeld;
    row.status = Some(Status::Postponed);
    file.delegations.push(row);
    file.lines.total += 1;
    file.lines.add(LineClass::Data, 1);
}
