//! Documents made from known rows, through every combination of forms, give the rows back.

use super::*;
use proptest::prelude::*;

/// A column: its heading for each direction and the cells that it may hold.
struct Made {
    field: Field,
    headings: &'static [[&'static str; 2]],
    cells: &'static [&'static str],
}

const COLUMNS: [Made; 8] = [
    Made {
        field: Field::Name,
        headings: &[
            ["Tên đoàn", "Tên đoàn"],
            ["ĐOÀN RA", "ĐOÀN VÀO"],
            ["Tên đoàn/Nội dung", "Đoàn"],
        ],
        cells: &[
            "Đoàn công tác Sở Y tế",
            "Đoàn cán bộ huyện",
            "Tham dự hội thảo",
            "Tổng cục Du lịch",
            "Chuyên gia",
        ],
    },
    Made {
        field: Field::Country,
        headings: &[
            ["Nước đi", "Đến từ nước"],
            ["Quốc gia", "Quốc gia"],
            ["NƯỚC\nĐẾN", "Đến từ"],
        ],
        cells: &["CHDCND Lào", "Thái Lan", "Nhật Bản", "Lào, Thái Lan", "Úc"],
    },
    Made {
        field: Field::People,
        headings: &[
            ["Số người", "Số người"],
            ["SL người", "Số khách"],
            ["Thành phần (người)", "Số lượng"],
        ],
        cells: &["08", "5", "03 người", "02 đoàn/16 người"],
    },
    Made {
        field: Field::Days,
        headings: &[["Số ngày", "Số ngày"], ["Thời gian (ngày)", "Thời lượng"]],
        cells: &["05", "3 ngày", "01 tuần", ""],
    },
    Made {
        field: Field::Period,
        headings: &[
            ["Thời gian thực hiện", "Thời gian"],
            ["TG thực hiện", "Thời điểm"],
        ],
        cells: &["Quý III/2021", "Tháng 9", "15-20/9/2021", ""],
    },
    Made {
        field: Field::Funding,
        headings: &[["Kinh phí", "Nguồn kinh phí"], ["Nguồn KP", "Nguồn"]],
        cells: &[
            "NSNN",
            "Tự túc",
            "Phía bạn đài thọ",
            "NSNN: 120 triệu đồng",
            "",
        ],
    },
    Made {
        field: Field::Content,
        headings: &[
            ["Nội dung hoạt động", "Mục đích"],
            ["Nội dung làm việc", "Chương trình làm việc"],
        ],
        cells: &[
            "Trao đổi kinh nghiệm",
            "Ký kết hợp tác",
            "Không gian văn hóa",
            "",
        ],
    },
    Made {
        field: Field::Notes,
        headings: &[["Ghi chú", "Ghi chú"]],
        cells: &["", "Theo thư mời", "Nếu hết dịch"],
    },
];

const OUTBOUND: [&str; 6] = [
    "I. ĐOÀN RA",
    "I,ĐOÀN RA",
    "A. Đoàn ra",
    "1. Đoàn ra",
    "DANH SÁCH ĐOÀN RA NĂM 2021",
    "i. đoàn ra",
];
const INBOUND: [&str; 6] = [
    "II. ĐOÀN VÀO",
    "II,ĐOÀN VÀO",
    "B. Đoàn vào",
    "2. Đoàn vào",
    "DANH SÁCH ĐOÀN KHÁCH QUỐC TẾ NĂM 2021",
    "ii. đoàn vào",
];

#[derive(Debug, Clone)]
struct Plan {
    columns: Vec<usize>,
    wording: usize,
    /// Cells by row, chosen by number, for outbound and inbound.
    rows: [Vec<Vec<usize>>; 2],
    form: usize,
    preamble: usize,
    /// 0: each section has its head; 1: the second has none; 2: one head above both.
    layout: usize,
    numbered: bool,
    number_row: bool,
    total: usize,
    blank: bool,
    footer: usize,
}

fn rows() -> impl Strategy<Value = Vec<Vec<usize>>> {
    prop::collection::vec(prop::collection::vec(0..60usize, 8), 1..6)
}

fn plan() -> impl Strategy<Value = Plan> {
    let columns = Just((0..8).collect::<Vec<usize>>()).prop_shuffle();
    let shape = (
        0..3usize,
        0..6usize,
        0..4usize,
        0..3usize,
        any::<bool>(),
        any::<bool>(),
    );
    let tail = (0..3usize, any::<bool>(), 0..4usize);
    (columns, rows(), rows(), shape, tail).prop_map(|(columns, out, inbound, shape, tail)| {
        let (wording, form, preamble, layout, numbered, number_row) = shape;
        let (total, blank, footer) = tail;
        let rows = [out, inbound];
        Plan {
            columns,
            wording,
            rows,
            form,
            preamble,
            layout,
            numbered,
            number_row,
            total,
            blank,
            footer,
        }
    })
}

fn cell(column: usize, chosen: usize) -> &'static str {
    let cells = COLUMNS[column].cells;
    cells[chosen % cells.len()]
}

impl Plan {
    fn head(&self, way: usize) -> Vec<String> {
        let number = self.numbered.then(|| ["TT", "STT"][way].to_owned());
        let headings = self.columns.iter().map(|&column| {
            let all = COLUMNS[column].headings;
            all[self.wording % all.len()][way].to_owned()
        });
        number.into_iter().chain(headings).collect()
    }

    fn write(&self) -> Vec<Vec<String>> {
        let line = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        let preambles = [
            "",
            "SỞ Y TẾ",
            "KẾ HOẠCH ĐỐI NGOẠI NĂM 2021",
            "\nBIỂU TỔNG HỢP DỰ KIẾN NĂM 2021\n(Kèm theo Công văn số   /SYT)",
        ];
        let mut grid: Vec<Vec<String>> = preambles[self.preamble].lines().map(line).collect();
        if self.layout == 2 {
            grid.push(self.head(0));
            self.push_numbers(&mut grid);
        }
        for way in 0..2 {
            if self.blank {
                grid.push(vec![String::new()]);
            }
            grid.push(line([OUTBOUND, INBOUND][way][self.form]));
            if self.layout == 0 || (self.layout == 1 && way == 0) {
                grid.push(self.head(way));
                self.push_numbers(&mut grid);
            }
            for (at, row) in self.rows[way].iter().enumerate() {
                let number = self.numbered.then(|| (at + 1).to_string());
                let cells = self
                    .columns
                    .iter()
                    .map(|&column| cell(column, row[column]).to_owned());
                grid.push(number.into_iter().chain(cells).collect());
            }
            if self.total > way {
                grid.push(vec![
                    String::new(),
                    "Tổng cộng".to_owned(),
                    String::new(),
                    "29".to_owned(),
                ]);
            }
        }
        let footers = [
            "",
            "Người lập biểu,,,GIÁM ĐỐC",
            ",,,\"Quảng Trị, ngày   tháng 11 năm 2020\"",
            "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
        ];
        grid.extend(footers[self.footer].lines().map(line));
        grid
    }

    fn push_numbers(&self, grid: &mut Vec<Vec<String>>) {
        if self.number_row {
            grid.push(
                (1..=self.columns.len() + usize::from(self.numbered))
                    .map(|n| n.to_string())
                    .collect(),
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn known_rows_come_back_through_every_form(plan in plan()) {
        let document = Document::from_rows(&plan.write());
        let found = segment(&document, &HINTS);
        check(&document, &found);
        let show = || format!("{:#?}\n{}", plan.write(), letters(&found));
        prop_assert_eq!(found.sections.len(), 2, "{}", show());
        for (way, section) in found.sections.iter().enumerate() {
            prop_assert_eq!(section.direction, Some(Direction::ALL[way]), "{}", show());
            prop_assert_eq!(section.rows.len(), plan.rows[way].len(), "{}", show());
            for &column in &plan.columns {
                let expected: Vec<&str> =
                    plan.rows[way].iter().map(|row| cell(column, row[column])).collect();
                let field = COLUMNS[column].field;
                prop_assert_eq!(values(&document, section, field), expected, "{:?} {}", field, show());
            }
        }
    }
}
