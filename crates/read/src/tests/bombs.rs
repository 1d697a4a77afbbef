//! Workbooks of a few KiB that would take gigabytes: refused or cut before they do.

use super::workbooks::archive;
use super::*;
use crate::document::Unreadable;

const NAMESPACES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0""#;

fn ods(rows: &str) -> Result<Document, Unreadable> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content {NAMESPACES}><office:body><office:spreadsheet><table:table table:name=\"A\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let bytes = archive(&[("content.xml", &content)]);
    read(&bytes, Format::Ods, &ReadLimits::default())
}

#[test]
fn merged_cells_of_rows_that_repeat_are_kept_up_to_a_number() {
    let cell = "<table:table-cell table:number-columns-spanned=\"2\"><text:p>a</text:p></table:table-cell>";
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"4096\">{}</table:table-row>",
        cell.repeat(100)
    );
    let document = ods(&row).expect("a workbook");
    assert_eq!(document.sheets[0].rows.len(), 4096);
    assert_eq!(document.sheets[0].merges.len(), 1 << 18);
}

#[test]
fn blanks_that_stand_for_thousands_are_held_no_longer_than_a_cell() {
    let blanks = "<text:s text:c=\"1000000\"/>".repeat(100_000);
    let row = format!(
        "<table:table-row><table:table-cell><text:p>a{blanks}</text:p></table:table-cell></table:table-row>"
    );
    let document = ods(&row).expect("a workbook");
    assert_eq!(cells(&document, 0)[0].len(), 1 << 20);
    assert!(document.text.capacity() < 16 << 20);
}

#[test]
fn pieces_and_strings_beyond_any_workbook_are_refused() {
    let long = "a".repeat(33 << 20);
    let many = "<si/>".repeat((1 << 24) + (1 << 16));
    // Only archives that could unpack to much are measured: digits that do not shrink make it large.
    let mut state = 1u64;
    let digits = std::iter::repeat_with(|| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        char::from(b'0' + (state >> 40) as u8 % 10)
    });
    let bulk: String = digits.take(1 << 19).collect();
    for (sheet, reason) in [(&long, "without a tag"), (&many, "strings")] {
        let bytes = archive(&[
            ("[Content_Types].xml", "x"),
            ("xl/media/bulk.txt", &bulk),
            ("xl/worksheets/sheet1.xml", sheet),
        ]);
        match read(&bytes, Format::Xlsx, &ReadLimits::default()) {
            Err(Unreadable::Workbook(said)) => assert!(said.contains(reason), "{said}"),
            other => panic!("{reason}: {other:?}"),
        }
    }
}
