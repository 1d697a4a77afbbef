use super::*;
use crate::Reader;
use crate::document::{CellFault, Document, Encoding, Merge, ReadNote, Unreadable};
use crate::format::Format;
use proptest::prelude::*;

fn document(text: &str) -> Document {
    Reader::new()
        .read(text.as_bytes(), Format::Xls)
        .expect("a readable page")
}

fn rows(document: &Document, sheet: usize) -> Vec<Vec<&str>> {
    let count = document.sheets[sheet].rows.len();
    let cells = |row| {
        document
            .row(sheet, row)
            .iter()
            .map(|&cell| document.get(cell))
            .collect()
    };
    (0..count).map(cells).collect()
}

#[test]
fn a_page_saved_as_a_workbook_is_read_by_its_tables() {
    let page = "<html><head><meta charset=utf-8><title>x</title><style>td {}</style></head><body>\
        <h3>DỰ KIẾN ĐOÀN RA NĂM 2021</h3><table border=1>\n<tr><th rowspan=2>TT<th colspan='2'>Tên\n đoàn\
        <th>Số&nbsp;người</tr>\n<tr><td>Ra<td>V&agrave;o<td><b>8</b></tr><!-- <tr><td>no -->\
        <tr><td>1</td><td>A &amp; B<br/>C</td><td>&lt;5 &#7921;</td><td></td></tr></table><p>Người lập</body>";
    let document = document(page);
    assert_eq!(document.encoding, Encoding::Workbook);
    assert_eq!(
        rows(&document, 0),
        [
            vec!["DỰ KIẾN ĐOÀN RA NĂM 2021"],
            vec!["TT", "Tên đoàn", "", "Số\u{A0}người"],
            vec!["", "Ra", "Vào", "8"],
            vec!["1", "A & B\nC", "<5 ự"],
            vec!["Người lập"],
        ]
    );
    let merge = |first_row, last_row, first_col, last_col| Merge {
        first_row,
        last_row,
        first_col,
        last_col,
    };
    assert_eq!(
        document.sheets[0].merges,
        [merge(1, 2, 0, 0), merge(1, 1, 1, 2)]
    );
}

#[test]
fn tables_in_cells_are_rows_and_unclosed_tags_do_no_harm() {
    let nested = document(
        "<table><tr><td>Đoàn ra<table><tr><td>1<td>Lào</table></td></tr><tr><td>x</table>",
    );
    assert_eq!(
        rows(&nested, 0),
        [vec!["Đoàn ra"], vec!["1", "Lào"], vec!["x"]]
    );
    let torn =
        document("<table><tr><td a=\"1>Lào</td><td>2</td></tr><tr><td>< 3<td>&bogus; &</table>");
    assert_eq!(rows(&torn, 0).last(), Some(&vec!["< 3", "&bogus; &"]));
}

#[test]
fn an_xml_spreadsheet_is_read_with_types_and_merges() {
    let text = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Đoàn ra"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">ĐOÀN RA &amp; VÀO</Data></Cell>
<Cell><Data ss:Type="String">Số người</Data><Comment><ss:Data>no</ss:Data></Comment></Cell></Row>
<Row ss:Index="4"><Cell ss:Index="2"><Data ss:Type="Number">8.0</Data></Cell><Cell/><Cell><Data ss:Type="DateTime">2021-09-15T00:00:00.000</Data></Cell>
<Cell><ss:Data ss:Type="String"><B>08</B>&#10;x</ss:Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="Ẩn"><Table><Row><Cell><Data ss:Type="String">a</Data></Cell></Row></Table>
<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"#;
    let document = document(text);
    assert_eq!(
        rows(&document, 0),
        [
            vec!["ĐOÀN RA & VÀO", "", "Số người"],
            vec!["", "8", "", "15/09/2021", "08\nx"]
        ]
    );
    assert_eq!(document.sheets[0].rows[1].line, 4);
    let merge = Merge {
        first_row: 0,
        last_row: 0,
        first_col: 0,
        last_col: 1,
    };
    assert_eq!(document.sheets[0].merges, [merge]);
    assert_eq!(
        (document.sheets[1].name.as_str(), document.sheets[1].hidden),
        ("Ẩn", true)
    );
}

#[test]
fn markup_that_ends_before_its_end_is_refused_whole() {
    let page = "<html><body><table><tr><td>Lào</td><td>8</td></tr></table></body></html>";
    let sheet = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet Name="a"><Table><Row><Cell><Data Type="String">Lào</Data></Cell></Row></Table></Worksheet></Workbook>"#;
    for whole in [page, sheet] {
        let read = |text: &str| Reader::new().read(text.as_bytes(), Format::Xls);
        assert!(read(whole).is_ok());
        let body = whole.find("Lào").unwrap();
        for end in (body..whole.len()).filter(|&end| whole.is_char_boundary(end)) {
            let cut = read(&whole[..end]);
            let closed = whole[..end].ends_with("</body>") || whole[..end].contains("</body>");
            assert!(
                closed || cut == Err(Unreadable::CutOff),
                "{}",
                &whole[..end]
            );
        }
    }
}

#[test]
fn cells_that_the_file_spoils_are_told_and_the_rest_is_read() {
    let text = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ID="d"><NumberFormat Format="0&quot; ngày&quot;"/></Style></Styles><Worksheet Name="a"><Table>
<Row><Cell><Data Type="Number">1,5</Data></Cell><Cell><Data Type="Error">#N/A</Data></Cell>
<Cell StyleID="d"><Data Type="Number">5</Data></Cell><Cell Formula="=1+1"/></Row></Table></Worksheet></Workbook>"#;
    let document = document(text);
    assert_eq!(rows(&document, 0), [vec!["1,5", "#N/A", "5 ngày"]]);
    let faults: Vec<CellFault> = document
        .notes
        .iter()
        .filter_map(|note| match note {
            ReadNote::CellBroken { reason, .. } => Some(*reason),
            _ => None,
        })
        .collect();
    let expected = [CellFault::Value, CellFault::Error, CellFault::NotCalculated];
    assert_eq!(faults, expected);
}

#[test]
fn text_files_stay_text_unless_they_are_whole_pages() {
    let cases: [(&str, bool, Option<Markup>); 6] = [
        ("<html><table>", false, Some(Markup::Html)),
        ("\u{FEFF} <!DOCTYPE HTML>", false, Some(Markup::Html)),
        ("<table><tr>", true, Some(Markup::Html)),
        ("<table>,2\n", false, None),
        ("a,<html>\n", true, None),
        ("<b>,x", true, None),
    ];
    for (text, named, found) in cases {
        assert_eq!(kind(text.as_bytes(), named), found, "{text}");
    }
    let wide: Vec<u8> = "<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(kind(&wide, false), Some(Markup::Html));
}

proptest! {
    #[test]
    fn any_markup_is_read_without_panic(
        pieces in proptest::collection::vec("<t[dr]|</t[dr]>|<table>|</table| colspan=9999999999| rowspan='70000'|>|\"|&#x?[0-9]{1,9};|ự |<!--|<!\\[CDATA\\[|/>|=", 0..40),
        xml in any::<bool>(),
    ) {
        let head = if xml {
            "<?xml?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Row ss:Index=\"4294967295\"><Cell ss:MergeDown='4294967295'>"
        } else {
            "<html>"
        };
        let _ = Reader::new().read((head.to_string() + &pieces.concat()).as_bytes(), Format::Xls);
    }
}
