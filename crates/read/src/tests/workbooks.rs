//! Workbooks, made here: values as typed, merges, hidden and empty sheets, far cells, bombs.

use super::*;
use crate::document::{Merge, ReadNote, Unreadable};
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Workbook};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

pub fn xlsx(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    workbook.save_to_buffer().expect("a workbook")
}

pub fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("an entry");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("an archive").into_inner()
}

pub fn workbook(bytes: Vec<u8>, format: Format) -> Document {
    read(&bytes, format, &ReadLimits::default()).expect("a readable workbook")
}

#[test]
fn values_read_as_typed() {
    let bytes = xlsx(|workbook| {
        let sheet = workbook.add_worksheet();
        let date = Style::new().set_num_format("dd/mm/yyyy");
        let day = ExcelDateTime::from_ymd(2021, 9, 15).expect("a day");
        sheet.write(0, 0, 8).expect("");
        sheet.write(0, 1, "08").expect("");
        sheet.write(0, 2, 75.5).expect("");
        sheet.write_with_format(0, 3, &day, &date).expect("");
        sheet.write(0, 4, true).expect("");
        sheet.write(0, 6, "Đoàn\nra").expect("");
        sheet.write(4, 1, "Lào").expect("");
    });
    for format in [Format::Xlsx, Format::Text, Format::Xls] {
        let document = workbook(bytes.clone(), format);
        assert_eq!(document.encoding, Encoding::Workbook);
        assert_eq!(
            cells(&document, 0),
            ["8", "08", "75.5", "15/09/2021", "TRUE", "", "Đoàn\nra"]
        );
        assert_eq!(cells(&document, 1), ["", "Lào"]);
        let lines: Vec<u32> = document.sheets[0].rows.iter().map(|row| row.line).collect();
        assert_eq!(
            (lines, document.lines, document.dialect),
            (vec![1, 5], 2, None)
        );
    }
}

#[test]
fn merged_hidden_and_empty_sheets_are_known() {
    let bytes = xlsx(|workbook| {
        let sheet = workbook.add_worksheet().set_name("Đoàn ra").expect("");
        let plain = Style::new();
        sheet
            .merge_range(0, 0, 0, 3, "Thời gian", &plain)
            .expect("");
        sheet.merge_range(1, 0, 3, 0, "Lào", &plain).expect("");
        sheet.write(2, 1, "a").expect("");
        sheet.write(3, 1, "b").expect("");
        let hidden = workbook.add_worksheet().set_name("Ẩn").expect("");
        hidden.write(0, 0, "c").expect("").set_hidden(true);
        workbook.add_worksheet().set_name("Trống").expect("");
    });
    let document = workbook(bytes, Format::Xlsx);
    let merges = [
        Merge {
            first_row: 0,
            last_row: 0,
            first_col: 0,
            last_col: 3,
        },
        Merge {
            first_row: 1,
            last_row: 3,
            first_col: 0,
            last_col: 0,
        },
    ];
    assert_eq!(document.sheets[0].merges, merges);
    assert!(document.sheets[1].hidden && document.get(document.cell(1, 0, 0)) == "c");
    assert_eq!(
        document.notes[..],
        [
            ReadNote::HiddenSheet {
                name: "Ẩn".into()
            },
            ReadNote::EmptySheet {
                name: "Trống".into()
            }
        ]
    );
}

#[test]
fn far_cells_cost_nothing_and_are_noted() {
    let bytes = xlsx(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write(0, 0, "a").expect("");
        sheet.write(1_048_575, 16_383, "z").expect("");
    });
    let document = workbook(bytes, Format::Xlsx);
    assert_eq!(rows(&document), [["a"]]);
    assert!(matches!(
        &document.notes[..],
        [ReadNote::SheetTooLarge {
            rows: 1_048_576,
            columns: 16_384,
            ..
        }]
    ));
}

#[test]
fn letters_are_repaired_in_workbooks_too() {
    let bytes = xlsx(|workbook| {
        let sheet = workbook.add_worksheet();
        for (row, cell) in ["§oµn c«ng t¸c", "Hµn Quèc", "Tù tóc"].iter().enumerate() {
            sheet.write(row as u32, 0, *cell).expect("");
        }
    });
    let document = workbook(bytes, Format::Xlsx);
    assert_eq!(
        rows(&document),
        [["Đoàn công tác"], ["Hàn Quốc"], ["Tự túc"]]
    );
}

#[test]
fn open_document_sheets_are_read_cell_by_cell() {
    let content = r#"<?xml version="1.0"?><office:document-content><office:automatic-styles>
        <style:style style:name="h"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles><office:body><office:spreadsheet>
        <table:table table:name="A"><table:table-row>
        <table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Lào &amp; Úc</text:p><text:p>hai</text:p></table:table-cell><table:covered-table-cell/>
        <table:table-cell office:value-type="float" office:value="8"><text:p>8,0</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2021-09-15"><text:p>x</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated="2" office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>b</text:p></table:table-cell></table:table-row>
        </table:table><table:table table:name="B" table:style-name="h"></table:table>
        </office:spreadsheet></office:body></office:document-content>"#;
    let document = workbook(archive(&[("content.xml", content)]), Format::Ods);
    assert_eq!(
        rows(&document),
        [vec!["Lào & Úc\nhai", "", "8", "15/09/2021"], vec!["b", "b"]]
    );
    assert_eq!(document.sheets[0].rows[1].line, 1_048_002);
    assert_eq!(document.sheets[0].merges.len(), 1);
    assert!(document.sheets[1].hidden);
}

#[test]
fn locked_broken_and_bloated_workbooks_are_refused() {
    let limits = ReadLimits {
        unpacked_bytes: 1 << 16,
        ..ReadLimits::default()
    };
    let blanks = " ".repeat(1 << 20);
    let bomb = archive(&[
        ("[Content_Types].xml", "x"),
        ("xl/worksheets/sheet1.xml", &blanks),
    ]);
    assert!(matches!(
        read(&bomb, Format::Xlsx, &limits),
        Err(Unreadable::TooLarge { .. })
    ));
    let claims = r#"<sst uniqueCount="99999999999999"></sst>"#;
    let greedy = archive(&[
        ("[Content_Types].xml", "x"),
        ("xl/sharedStrings.xml", claims),
    ]);
    assert!(matches!(
        read(&greedy, Format::Xlsx, &ReadLimits::default()),
        Err(Unreadable::Workbook(_))
    ));
    let locked = archive(&[
        ("content.xml", ""),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
    ]);
    assert_eq!(
        read(&locked, Format::Ods, &ReadLimits::default()),
        Err(Unreadable::Password)
    );
    let mut torn = xlsx(|workbook| {
        workbook.add_worksheet().write(0, 0, "a").expect("");
    });
    torn.truncate(torn.len() / 2);
    assert!(matches!(
        read(&torn, Format::Xlsx, &ReadLimits::default()),
        Err(Unreadable::Workbook(_))
    ));
}

#[test]
fn text_under_a_name_of_a_workbook_is_text() {
    let document = read(b"a;b\n1;2\n", Format::Xlsx, &ReadLimits::default()).expect("text");
    assert_eq!(rows(&document), [["a", "b"], ["1", "2"]]);
}
