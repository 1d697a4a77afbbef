//! Workbooks with something wrong in them: a cell is told and the rest read, a cut part is refused.

use super::workbooks::archive;
use super::*;
use crate::document::{CellFault, ReadNote, Unreadable};

/// A workbook of one sheet with these cells in its first row.
fn xlsx(cells: &str, strings: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="x/{kind}" Target="{target}"/>"#)
    };
    let sheet = format!(
        "<worksheet><dimension ref=\"A0:K9\"/><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>"
    );
    let relations = [
        relation("a", "worksheet", "worksheets/sheet1.xml"),
        relation("b", "sharedStrings", "sharedStrings.xml"),
        relation("c", "styles", "styles.xml"),
    ];
    let relations = format!("<Relationships>{}</Relationships>", relations.concat());
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0&quot; ngày&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "xl/workbook.xml",
            r#"<workbook><sheets><sheet name="A" r:id="a"/></sheets></workbook>"#,
        ),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        ("xl/styles.xml", styles),
    ])
}

/// The text of the first cell, and what is told of it.
fn first_cell(bytes: &[u8], format: Format) -> (String, Option<CellFault>) {
    let document = read(bytes, format, &ReadLimits::default()).expect("a readable workbook");
    let fault = document.notes.iter().find_map(|note| match note {
        ReadNote::CellBroken {
            line: 1,
            column: 1,
            sheet: 0,
            reason,
            ..
        } => Some(*reason),
        _ => None,
    });
    let first = rows(&document).first().and_then(|row| row.first().cloned());
    (first.unwrap_or_default(), fault)
}

#[test]
fn a_cell_of_a_workbook_is_what_a_person_sees_or_is_told() {
    let cases = [
        (r#"<c t="n"><v>1,5</v></c>"#, "1,5", Some(CellFault::Value)),
        (
            r#"<c t="b"><v>maybe</v></c>"#,
            "maybe",
            Some(CellFault::Value),
        ),
        (r#"<c t="s"><v>9</v></c>"#, "", Some(CellFault::MissingText)),
        (
            r#"<c t="e"><v>#SPILL!</v></c>"#,
            "#SPILL!",
            Some(CellFault::Error),
        ),
        (
            r#"<c t="z"><v>8</v></c>"#,
            "8",
            Some(CellFault::UnknownType),
        ),
        (
            r#"<c><f>5+3</f><v/></c>"#,
            "",
            Some(CellFault::NotCalculated),
        ),
        (r#"<c t="str"><f>""</f><v></v></c>"#, "", None),
        (r#"<c><f>5+3</f><v>8</v></c>"#, "8", None),
        (r#"<c t="s"><v>0</v></c>"#, "Lào & Ý", None),
        (r#"<c t="b"><v>1</v></c>"#, "TRUE", None),
        (r#"<c t="d"><v>2021-09-15</v></c>"#, "15/09/2021", None),
        (r#"<c s="1"><v>44454</v></c>"#, "15/09/2021", None),
        // Forty people in a column that is formatted as dates.
        (r#"<c s="1"><v>40</v></c>"#, "40", None),
        (r#"<c s="2"><v>5</v></c>"#, "5 ngày", None),
        (
            r#"<c t="inlineStr"><is><r><t>CHD</t></r><r><t>CND</t></r><rPh><t>no</t></rPh></is></c>"#,
            "CHDCND",
            None,
        ),
    ];
    for (cell, text, fault) in cases {
        let cells = format!("{cell}<c r=\"B1\"><v>7</v></c>");
        let bytes = xlsx(&cells, "<si><r><t>Lào &amp; </t></r><r><t>Ý</t></r></si>");
        assert_eq!(
            first_cell(&bytes, Format::Xlsx),
            (text.to_string(), fault),
            "{cell}"
        );
        let document = read(&bytes, Format::Xlsx, &ReadLimits::default()).expect("readable");
        assert_eq!(rows(&document)[0][1], "7", "{cell}");
    }
}

#[test]
fn a_cell_of_open_document_is_what_a_person_sees_or_is_told() {
    let number = r#"office:value-type="float" office:value="5""#;
    let cases = [
        (r#"><text:p>Lào<draw:frame><draw:text-box><text:p>99</text:p></draw:text-box><svg:title>x</svg:title></draw:frame></text:p>"#.to_string(), "Lào", None),
        (r#"><text:p><text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とう</text:ruby-text></text:ruby></text:p>"#.to_string(), "東京", None),
        (format!("{number}><text:p>5 ngày</text:p>"), "5 ngày", None),
        (format!("{number}><text:p>5,00</text:p>"), "5", None),
        (r#"office:value-type="float" office:value="0"><text:p>#REF!</text:p>"#.to_string(), "#REF!", Some(CellFault::Error)),
        (r#"office:value-type="float" office:value="1,5"><text:p>1,5</text:p>"#.to_string(), "1,5", Some(CellFault::Value)),
        (r#"table:formula="of:=1+1">"#.to_string(), "", Some(CellFault::NotCalculated)),
        (r#"table:formula="of:=&quot;&quot;"><text:p/>"#.to_string(), "", None),
        (r#"office:value-type="date" office:date-value="1900-02-08"><text:p>08/02/00</text:p>"#.to_string(), "40", None),
    ];
    for (cell, text, fault) in cases {
        let content = format!(
            "<d><table:table><table:table-row><table:table-cell {cell}</table:table-cell><table:table-cell><text:p>7</text:p></table:table-cell></table:table-row></table:table></d>"
        );
        let bytes = archive(&[("content.xml", &content)]);
        assert_eq!(
            first_cell(&bytes, Format::Ods),
            (text.to_string(), fault),
            "{cell}"
        );
    }
}

#[test]
fn workbooks_that_end_before_their_end_are_refused_whole() {
    let refused = |bytes: &[u8], format| read(bytes, format, &ReadLimits::default()).is_err();
    let broken = [
        "<c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells>",
        "<c r=\"A1\" t=\"str\"><v>A & B</v></c>",
        "<c r=\"A1\"><v>1</w></c>",
    ];
    for cells in broken {
        assert!(refused(&xlsx(cells, ""), Format::Xlsx), "{cells}");
    }
    let cut = archive(&[(
        "content.xml",
        "<d><table:table><table:table-row><table:table-cell>",
    )]);
    let read_cut = read(&cut, Format::Ods, &ReadLimits::default());
    assert_eq!(read_cut, Err(Unreadable::CutOff));
    // A wrong checksum: one byte of a stored part is another.
    let mut spoilt = xlsx("<c r=\"A1\"><v>12345</v></c>", "");
    if let Some(at) = memchr::memmem::find(&spoilt, b"12345") {
        spoilt[at] = b'9';
        assert!(refused(&spoilt, Format::Xlsx));
    }
}

#[test]
fn a_utf16_mark_before_utf8_is_no_utf16() {
    let text = "TT\tNước đi\n1\tLào\n";
    let bytes = [b"\xFF\xFE" as &[u8], text.as_bytes()].concat();
    assert_eq!(rows(&super::text(bytes)), [["TT", "Nước đi"], ["1", "Lào"]]);
    let wide = [
        b"\xFF\xFE".to_vec(),
        encode(Encoding::Utf16Le, text).expect("letters"),
    ]
    .concat();
    assert_eq!(rows(&super::text(wide)), [["TT", "Nước đi"], ["1", "Lào"]]);
}
