//! Made submissions and their true totals: the same bytes for the same shape.

#[path = "../../tests/tonghop/corpus/letters.rs"]
mod letters;

use letters::Letters;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Lines above the first row of every file: letterhead, title and head of the table.
pub const LINES_ABOVE: usize = 5;

/// What a corpus looks like.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub departments: usize,
    pub files: usize,
    /// Rows in each file.
    pub rows: usize,
    /// Every tenth cell a variant spelling, one file in five in another encoding.
    pub dirty: bool,
}

/// A corpus on disk.
pub struct Corpus {
    pub inputs: PathBuf,
    pub files: Vec<PathBuf>,
    pub truth: Truth,
    pub bytes: u64,
}

/// Delegations, people and person-days.
pub type Figures = [u64; 3];

/// True totals: by table of the outputs, then by direction and key.
pub type Truth = BTreeMap<&'static str, BTreeMap<(String, String), Figures>>;

/// What a cell may say: as most write it, in other ways, and the codes that it stands for.
type Saying = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const COUNTRIES: [Saying; 10] = [
    ("CHDCND Lào", &["Lào", "CHDCND LÀO", "Nước Lào"], &["LA"]),
    (
        "Thái Lan",
        &["THÁI LAN", "Thailand", "Vương quốc Thái Lan"],
        &["TH"],
    ),
    ("Nhật Bản", &["Nhật bản", "Japan"], &["JP"]),
    ("Hàn Quốc", &["Hàn quốc", "CH Hàn Quốc"], &["KR"]),
    ("Trung Quốc", &["TRUNG QUỐC", "CHND Trung Hoa"], &["CN"]),
    ("Cam-pu-chia", &["Campuchia", "Căm-pu-chia"], &["KH"]),
    ("Xin-ga-po", &["Singapore", "Xinh-ga-po"], &["SG"]),
    ("CHLB Đức", &["Cộng hòa Liên bang Đức"], &["DE"]),
    ("Ô-xtrây-li-a", &["Australia"], &["AU"]),
    (
        "Thái Lan; Lào",
        &["Thái Lan và Lào", "Thái Lan/Lào"],
        &["TH", "LA"],
    ),
];

const PERIODS: [Saying; 6] = [
    (
        "Quý I/2021",
        &["Quý 1/2021", "Q1", "Tháng 02/2021"],
        &["Q1"],
    ),
    ("Quý II/2021", &["Quý 2", "QUÝ II", "T5/2021"], &["Q2"]),
    (
        "Quý III/2021",
        &["Quí III/2021", "Q3/2021", "Tháng 9/2021"],
        &["Q3"],
    ),
    ("Quý IV/2021", &["Quý 4/2021", "tháng 11/2021"], &["Q4"]),
    (
        "Quý II-III/2021",
        &["Quý II và III/2021", "Quý 2-3"],
        &["multi"],
    ),
    ("Chưa xác định", &["chưa xác định"], &["unscheduled"]),
];

const SOURCES: [Saying; 6] = [
    (
        "NSNN",
        &["Ngân sách nhà nước", "Ngân sách NN"],
        &["state_budget"],
    ),
    ("Ngân sách tỉnh", &["NS tỉnh", "NST"], &["state_budget"]),
    ("Phía bạn đài thọ", &["Đối tác đài thọ"], &["partner"]),
    ("Tự túc", &["tự túc kinh phí", "TỰ TÚC"], &["self_funded"]),
    ("Viện trợ", &["Nguồn viện trợ"], &["aid"]),
    ("Xã hội hóa", &["XHH", "xã hội hoá"], &["donations"]),
];

const TITLES: [&str; 4] = [
    "Giám đốc Sở",
    "Phó Giám đốc Sở",
    "Trưởng phòng",
    "Chủ tịch UBND huyện",
];
const PARTNERS: [&str; 4] = [
    "Sở Ngoại vụ tỉnh Savannakhet",
    "Hiệp hội doanh nghiệp",
    "Ủy ban nhân dân tỉnh bạn",
    "Bệnh viện đa khoa đối tác",
];
const CONTENTS: [&str; 4] = [
    "Hội đàm thường niên và trao đổi kinh nghiệm quản lý lần",
    "Học tập mô hình sản xuất, xúc tiến đầu tư đợt",
    "Khảo sát thị trường nông sản, ký kết bản ghi nhớ số",
    "Tham dự hội nghị giao ban và kết nối hợp tác kỳ",
];

/// An encoding that dirty corpora hold beside UTF-8.
fn legacy(at: usize) -> Letters {
    let kinds = [
        Letters::Tcvn3,
        Letters::Vni,
        Letters::Windows1258,
        Letters::Utf16LeBom,
    ];
    let mut found = letters::ALL
        .into_iter()
        .filter(|letters| kinds.contains(letters));
    found.nth(at % kinds.len()).unwrap_or(Letters::Utf8)
}

/// SplitMix64: small, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % below as u64) as usize
    }
}

impl Shape {
    pub fn total_rows(&self) -> usize {
        self.files * self.rows
    }

    fn name(&self) -> String {
        let letters = if self.dirty { "dirty" } else { "clean" };
        format!(
            "{}x{}x{}-{letters}",
            self.departments, self.files, self.rows
        )
    }

    /// Writes the corpus below a folder, with `departments.csv` and `truth.json`.
    pub fn make(&self, below: &Path) -> io::Result<Corpus> {
        let folder = below.join(self.name());
        let inputs = folder.join("inputs");
        if inputs.exists() {
            fs::remove_dir_all(&inputs)?;
        }
        fs::create_dir_all(&inputs)?;
        fs::write(inputs.join("departments.csv"), self.register())?;
        let mut corpus = Corpus {
            inputs,
            files: Vec::new(),
            truth: Truth::new(),
            bytes: 0,
        };
        let mut random = Random(2021);
        for file in 0..self.files {
            let text = self.submission(file, &mut random, &mut corpus.truth);
            let letters = if self.dirty && file % 5 == 4 {
                legacy(file / 5)
            } else {
                Letters::Utf8
            };
            let bytes = letters.bytes(&letters.cell(&text, 1));
            let department = corpus
                .inputs
                .join(format!("2021/{}", slug(file % self.departments)));
            fs::create_dir_all(&department)?;
            let way = if file % 2 == 0 { "ra" } else { "vao" };
            let path = department.join(format!("Doan {way} phong {file:05}.csv"));
            fs::write(&path, &bytes)?;
            corpus.bytes += bytes.len() as u64;
            corpus.files.push(path);
        }
        fs::write(folder.join("truth.json"), in_json(&corpus.truth))?;
        Ok(corpus)
    }

    fn register(&self) -> String {
        let mut text = String::from("slug,name,short_name,aliases,owes,from,to\n");
        for n in 0..self.departments {
            let _ = writeln!(text, "{},Đơn vị số {n},ĐV{n},,outbound:plan,,", slug(n));
        }
        text
    }

    /// One file: a letterhead, a title, a head and rows.
    fn submission(&self, file: usize, random: &mut Random, truth: &mut Truth) -> String {
        let (way, from, direction) = match file % 2 {
            0 => ("RA", "Nước đi", "outbound"),
            _ => ("VÀO", "Đến từ nước", "inbound"),
        };
        let mut text = format!(
            "UBND TỈNH QUẢNG TRỊ,,,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM,,,,,\n\
             ĐƠN VỊ SỐ {},,,,,Độc lập - Tự do - Hạnh phúc,,,,,\n,,,,,,,,,,\n\
             KẾ HOẠCH ĐOÀN {way} NĂM 2021,,,,,,,,,,\n\
             STT,Tên đoàn,Trưởng đoàn,{from},Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Nguồn kinh phí,Ghi chú\n",
            file % self.departments
        );
        for row in 0..self.rows {
            let number = file * self.rows + row;
            let variant = |random: &mut Random| self.dirty && random.next(10) == 0;
            let say = |sayings: &'static [Saying], random: &mut Random| {
                let (usual, others, codes) = sayings[random.next(sayings.len())];
                let other = variant(random).then(|| others[random.next(others.len())]);
                (other.unwrap_or(usual), codes)
            };
            let (country, countries) = say(&COUNTRIES, random);
            let (period, quarters) = say(&PERIODS, random);
            let (source, sources) = say(&SOURCES, random);
            let (people, days) = (2 + random.next(14) as u64, 2 + random.next(8) as u64);
            let worded = variant(random);
            let people_text = if worded {
                format!("{people} người")
            } else {
                format!("{people:02}")
            };
            let days_text = if variant(random) {
                format!("{days} ngày")
            } else {
                format!("{days:02}")
            };
            let (title, partner, content) = (
                TITLES[random.next(4)],
                PARTNERS[random.next(4)],
                CONTENTS[random.next(4)],
            );
            let _ = writeln!(
                text,
                "{},Đoàn công tác số {number},{title},{country},{partner},\"{content} {number}\",{people_text},{days_text},{period},{source},",
                row + 1
            );
            let figures = [1, people, people * days];
            count(truth, "by_direction", direction, "", figures);
            for (table, codes) in [
                ("by_country", countries),
                ("by_quarter", quarters),
                ("by_funding", sources),
            ] {
                for code in codes {
                    count(truth, table, direction, code, figures);
                }
            }
        }
        // A whole line may stand for its cells: these encodings change letters only.
        text
    }
}

fn slug(department: usize) -> String {
    format!("don-vi-{department:03}")
}

fn count(truth: &mut Truth, table: &'static str, direction: &str, key: &str, figures: Figures) {
    let key = (direction.to_string(), key.to_string());
    let sum = truth.entry(table).or_default().entry(key).or_default();
    for (sum, figure) in sum.iter_mut().zip(figures) {
        *sum += figure;
    }
}

fn in_json(truth: &Truth) -> String {
    let mut tables = serde_json::Map::new();
    for (table, lines) in truth {
        let mut all = serde_json::Map::new();
        for ((direction, key), figures) in lines {
            all.insert(
                format!("plan {direction} {key}"),
                serde_json::json!(figures),
            );
        }
        tables.insert(table.to_string(), all.into());
    }
    serde_json::Value::from(tables).to_string()
}
