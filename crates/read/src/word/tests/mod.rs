//! Documents made here from the XML that Word and other programs write, with what a person sees in them.

mod text;

use crate::document::{Document, ReadNote, Repair, Unreadable};
use crate::{Encoding, Format, Merge, ReadLimits, Reader};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document of parts, packed.
fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        file.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        file.write_all(text.as_bytes()).expect("its bytes");
    }
    file.finish().expect("an archive").into_inner()
}

/// The parts of a document whose body is given, and others beside it by their kind.
fn document_of(body: &str, beside: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        ("[Content_Types].xml", "<Types/>".to_string()),
        (
            "_rels/.rels",
            format!(
                r#"<Relationships><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>"#
            ),
        ),
        (
            "word/document.xml",
            format!(
                r#"<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>"#
            ),
        ),
    ];
    let mut relations = String::new();
    let names: Vec<String> = beside
        .iter()
        .map(|(kind, _)| format!("word/{kind}1.xml"))
        .collect();
    for ((kind, text), name) in beside.iter().zip(&names) {
        relations += &format!(
            r#"<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{kind}1.xml"/>"#
        );
        parts.push((name, text.to_string()));
    }
    relations = format!("<Relationships>{relations}</Relationships>");
    parts.push(("word/_rels/document.xml.rels", relations));
    packed(&parts)
}

fn read(body: &str, beside: &[(&str, &str)]) -> Document {
    let bytes = document_of(body, beside);
    Reader::new()
        .read(&bytes, Format::Docx)
        .expect("a readable document")
}

fn rows(document: &Document, sheet: usize) -> Vec<Vec<&str>> {
    let rows = 0..document.sheets[sheet].rows.len();
    rows.map(|row| {
        let cells = document.row(sheet, row).iter();
        cells.map(|&cell| document.get(cell)).collect()
    })
    .collect()
}

/// `P:text` is a paragraph of one run, `T:a|b/c|d` a table.
fn body(blocks: &[&str]) -> String {
    blocks
        .iter()
        .map(|block| match block.split_once(':') {
            Some(("T", rows)) => table(
                &rows
                    .split('/')
                    .map(|row| row.split('|').collect())
                    .collect::<Vec<_>>(),
            ),
            Some(("P", text)) => paragraph(&run(text)),
            _ => block.to_string(),
        })
        .collect()
}

fn run(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn paragraph(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn cell(properties: &str, text: &str) -> String {
    format!(
        "<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>",
        paragraph(&run(text))
    )
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn table(rows: &[Vec<&str>]) -> String {
    let cells =
        |cells: &Vec<&str>| row(&cells.iter().map(|text| cell("", text)).collect::<Vec<_>>());
    format!(
        "<w:tbl><w:tblPr/>{}</w:tbl>",
        rows.iter().map(cells).collect::<String>()
    )
}

#[test]
fn paragraphs_and_rows_of_tables_are_lines_in_their_order() {
    let document = read(
        &body(&[
            "P:DỰ KIẾN ĐOÀN RA",
            "P:",
            "T:TT|Nước đi/1|Lào/2|Ý",
            "P:Người lập",
            "T:a|b",
        ]),
        &[],
    );
    assert_eq!(document.encoding, Encoding::Word);
    let expected = [
        vec!["DỰ KIẾN ĐOÀN RA"],
        vec!["TT", "Nước đi"],
        vec!["1", "Lào"],
        vec!["2", "Ý"],
        vec!["Người lập"],
        vec!["a", "b"],
    ];
    assert_eq!(rows(&document, 0), expected);
    let sheet = &document.sheets[0];
    let lines: Vec<u32> = sheet.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [1, 3, 4, 5, 6, 7]);
    let places = [1, 3, 5, 6, 7].map(|line| sheet.table_row(line));
    assert_eq!(
        places,
        [None, Some((1, 1)), Some((1, 3)), None, Some((2, 1))]
    );
}

#[test]
fn merged_cells_are_known_by_every_way_of_writing_them() {
    let head = row(&[
        cell("<w:vMerge w:val=\"restart\"/>", "TT"),
        cell("<w:gridSpan w:val=\"2\"/>", "Số"),
        cell("", "Nước"),
    ]);
    let below = row(&[
        cell("<w:vMerge/>", "không thấy"),
        cell("", "người"),
        cell("", "ngày"),
        cell("", ""),
    ]);
    let old = row(&[
        cell("<w:hMerge w:val=\"restart\"/>", "Tổng"),
        cell("<w:hMerge/>", ""),
        cell("", "8"),
        cell("", "Lào"),
    ]);
    let late = "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>".to_string()
        + &[cell("", "3"), cell("", "4"), cell("", "Ý")].concat()
        + "</w:tr>";
    let document = read(&format!("<w:tbl>{head}{below}{old}{late}</w:tbl>"), &[]);
    let expected = [
        vec!["TT", "Số", "", "Nước"],
        vec!["", "người", "ngày"],
        vec!["Tổng", "", "8", "Lào"],
        vec!["", "3", "4", "Ý"],
    ];
    assert_eq!(rows(&document, 0), expected);
    let merge = |first_row, last_row, first_col, last_col| Merge {
        first_row,
        last_row,
        first_col,
        last_col,
    };
    let mut merges = document.sheets[0].merges.clone();
    merges.sort_by_key(|merge| (merge.first_row, merge.first_col));
    assert_eq!(
        merges,
        [merge(0, 1, 0, 0), merge(0, 0, 1, 2), merge(2, 2, 0, 1)]
    );
}

#[test]
fn rows_and_cells_that_were_deleted_or_stand_in_controls_are_as_they_are_seen() {
    let control = |inner: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:placeholder><w:docPart w:val=\"x\"/></w:placeholder></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )
    };
    let plain = row(&[cell("", "1"), control(&cell("", "Lào"))]);
    let deleted =
        "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>".to_string() + &cell("", "gone") + "</w:tr>";
    let inserted = "<w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr>".to_string()
        + &cell("", "2")
        + &cell(
            "<w:tcPrChange><w:tcPr><w:cellDel/></w:tcPr></w:tcPrChange>",
            "Ý",
        )
        + "</w:tr>";
    let document = read(
        &format!("<w:tbl>{plain}{deleted}{}</w:tbl>", control(&inserted)),
        &[],
    );
    assert_eq!(rows(&document, 0), [["1", "Lào"], ["2", "Ý"]]);
    let joined = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>".to_string()
        + &run("ĐOÀN ")
        + "</w:p>"
        + &paragraph(&run("RA"));
    assert_eq!(rows(&read(&joined, &[]), 0), [["ĐOÀN RA"]]);
}

#[test]
fn tables_in_tables_are_rows_of_a_page_and_lines_of_a_cell() {
    let inner = table(&[vec!["TT", "Nước"], vec!["1", "Lào"]]);
    let page = format!(
        "<w:tbl>{}</w:tbl>",
        row(&[format!(
            "<w:tc>{}{inner}<w:p/></w:tc>",
            paragraph(&run("ĐOÀN RA"))
        )])
    );
    assert_eq!(
        rows(&read(&page, &[]), 0),
        [vec!["ĐOÀN RA"], vec!["TT", "Nước"], vec!["1", "Lào"]]
    );
    let noted = row(&[
        cell("", "1"),
        cell("", "Lào"),
        format!("<w:tc>{inner}<w:p/></w:tc>"),
    ]);
    let document = read(&format!("<w:tbl>{noted}</w:tbl>"), &[]);
    assert_eq!(rows(&document, 0), [["1", "Lào", "TT Nước\n1 Lào"]]);
    let deep = "<w:tbl><w:tr><w:tc>".repeat(200) + "<w:p/>" + &"</w:tc></w:tr></w:tbl>".repeat(200);
    assert!(
        Reader::new()
            .read(&document_of(&deep, &[]), Format::Docx)
            .is_ok()
    );
}

#[test]
fn page_headers_are_a_sheet_of_their_own_unless_they_only_count_pages() {
    let header = |text: &str| format!("<w:hdr>{}</w:hdr>", paragraph(&run(text)));
    let marked = read(&body(&["P:a"]), &[("header", &header("MẬT"))]);
    assert_eq!(rows(&marked, 1), [["MẬT"]]);
    let counted = read(&body(&["P:a"]), &[("header", &header("2"))]);
    assert_eq!(counted.sheets.len(), 1);
}

#[test]
fn both_dialects_and_every_name_of_the_main_part_are_read() {
    let text = r#"<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Lào</x:t></x:r></x:p></x:body></x:document>"#;
    let relation = r#"<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/><Relationship Id="b" Type="x/attachedTemplate" TargetMode="External" Target="http://example.com/a.dotm"/></Relationships>"#;
    let bytes = packed(&[
        ("_rels/.rels", relation.into()),
        ("word\\document2.xml", text.into()),
    ]);
    let document = Reader::new()
        .read(&bytes, Format::Text)
        .expect("a document");
    assert_eq!(rows(&document, 0), [["Lào"]]);
}

#[test]
fn what_is_cut_broken_or_a_bomb_is_refused_whole() {
    let whole = document_of(&body(&["P:a", "T:1|Lào/2|Ý"]), &[]);
    let read = |bytes: &[u8]| Reader::new().read(bytes, Format::Docx);
    assert!(read(&whole).is_ok());
    assert!(matches!(
        read(&whole[..whole.len() / 2]),
        Err(Unreadable::Workbook(_))
    ));
    let open = document_of("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr>", &[]);
    assert!(matches!(
        read(&open),
        Err(Unreadable::Workbook(_) | Unreadable::CutOff)
    ));
    let none = packed(&[
        ("[Content_Types].xml", "<Types/>".into()),
        ("word/styles.xml", "<w:styles/>".into()),
    ]);
    assert!(matches!(read(&none), Err(Unreadable::Workbook(_))));
    let limits = ReadLimits {
        unpacked_bytes: 1 << 20,
        ..ReadLimits::default()
    };
    let bomb = document_of(&paragraph(&run(&"a".repeat(4 << 20))), &[]);
    let refused = Reader::new().with_limits(limits).read(&bomb, Format::Docx);
    assert!(
        matches!(refused, Err(Unreadable::TooLarge { .. })),
        "{refused:?}"
    );
}
