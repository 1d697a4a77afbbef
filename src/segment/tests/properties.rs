//! What holds for any grid of cells.

use super::*;
use proptest::prelude::*;

/// Cells that steer the walk, mixed with noise.
const WORDS: [&str; 44] = [
    "",
    "",
    "",
    "1",
    "2",
    "3",
    "(1)",
    "I",
    "II",
    "a",
    "-",
    "//",
    "-nt-",
    "x",
    "08",
    "Không có",
    "ĐOÀN RA",
    "I. ĐOÀN RA",
    "II. ĐOÀN VÀO",
    "ĐOÀN RA: Không có",
    "STT",
    "Tên đoàn",
    "Nước đi",
    "Đến từ nước",
    "Số người",
    "Số ngày",
    "Thời gian",
    "Từ ngày",
    "Đến ngày",
    "Kinh phí",
    "NSNN",
    "Tự túc",
    "Ghi chú",
    "CHDCND Lào",
    "Đoàn công tác Sở Y tế",
    "Cộng",
    "Tổng cộng (I+II)",
    "Quý III/2021",
    "KẾT QUẢ NĂM 2020",
    "KẾ HOẠCH NĂM 2021",
    "GIÁM ĐỐC",
    "Nơi nhận:",
    "MẬT",
    "Ghi chú: đơn vị không có đoàn ra, đoàn vào",
];

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[0-9a-zđĐơƯ.,:()/?\" \n-]{0,12}",
    ]
}

fn grid() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(cell(), 0..9), 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn every_row_of_any_grid_gets_one_class_and_data_rows_stand_in_sections(
        rows in grid(),
        year in prop::option::of(2019..2023i32),
        name in "[a-z 0-9.]{0,20}",
        merges in prop::collection::vec((0..24u32, 0..24u32, 0..9u32, 0..9u32), 0..4),
    ) {
        let mut document = Document::from_rows(&rows);
        document.sheets[0].merges = merges
            .into_iter()
            .map(|(first_row, last_row, first_col, last_col)| {
                crate::model::document::Merge { first_row, last_row, first_col, last_col }
            })
            .collect();
        let hints = Hints { file_name: &name, plan_year: year, results_year: None };
        check(&document, &segment(&document, &hints));
    }

    #[test]
    fn the_same_document_is_cut_the_same_way(rows in grid()) {
        let document = Document::from_rows(&rows);
        prop_assert_eq!(segment(&document, &HINTS), segment(&document, &HINTS));
    }
}
