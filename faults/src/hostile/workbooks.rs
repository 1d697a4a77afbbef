//! Workbooks that unpack, expand or claim more than any reader can hold.

use super::tables::plan;
use super::{Case, Inputs, Scale};
use std::io::{self, Write};
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
const SHEET: &str = r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#;
const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1">"#;
const TABLES: &str = r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="S">"#;
const END_TABLES: &str =
    "</table:table></office:spreadsheet></office:body></office:document-content>";

/// A part of an archive: what comes before, what is repeated how often, what comes after.
type Part<'a> = (&'a str, String, (&'a str, usize), &'a str);

fn archive(to: &Inputs, path: &str, parts: &[Part]) -> io::Result<()> {
    let mut zip = zip::ZipWriter::new(to.create(path)?);
    for (name, before, (piece, times), after) in parts {
        zip.start_file(*name, SimpleFileOptions::default().large_file(true))?;
        zip.write_all(before.as_bytes())?;
        let copies = ((1 << 16) / piece.len().max(1)).max(1);
        let block = piece.repeat(copies);
        for _ in 0..times / copies {
            zip.write_all(block.as_bytes())?;
        }
        zip.write_all(piece.repeat(times % copies).as_bytes())?;
        zip.write_all(after.as_bytes())?;
    }
    zip.finish()?;
    Ok(())
}

/// A workbook of one sheet and its strings.
fn xlsx(
    to: &Inputs,
    sheet: (String, (&str, usize), &str),
    strings: (String, (&str, usize), &str),
) -> io::Result<()> {
    let fixed = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
    ];
    let mut parts: Vec<Part> = fixed
        .map(|(name, text)| (name, text.to_string(), ("", 0), ""))
        .into();
    parts.push(("xl/worksheets/sheet1.xml", sheet.0, sheet.1, sheet.2));
    parts.push(("xl/sharedStrings.xml", strings.0, strings.1, strings.2));
    archive(to, "2021/so-a/a.xlsx", &parts)?;
    to.write("2021/so-b/b.csv", plan(1))
}

fn no_strings() -> (String, (&'static str, usize), &'static str) {
    (STRINGS.to_string(), ("", 0), "</sst>")
}

fn with_sheet(to: &Inputs, before: &str, piece: (&str, usize), after: &str) -> io::Result<()> {
    xlsx(to, (format!("{SHEET}{before}"), piece, after), no_strings())
}

fn ods(to: &Inputs, before: &str, piece: (&str, usize), after: &str) -> io::Result<()> {
    let kind = "application/vnd.oasis.opendocument.spreadsheet".to_string();
    let after = format!("{after}{END_TABLES}");
    let parts: [Part; 2] = [
        ("mimetype", kind, ("", 0), ""),
        ("content.xml", format!("{TABLES}{before}"), piece, &after),
    ];
    archive(to, "2021/so-a/a.ods", &parts)?;
    to.write("2021/so-b/b.csv", plan(1))
}

const LAUGHS: &str = r#"<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;"><!ENTITY x SYSTEM "file:///etc/passwd">]>"#;

pub fn cases(scale: Scale) -> Vec<Case> {
    let mut cases = modern(scale);
    cases.extend(open_document(scale));
    cases.extend(other(scale));
    cases.into_iter().map(|case| case.accepting(1)).collect()
}

fn modern(scale: Scale) -> Vec<Case> {
    let mega = move |small: usize, large: usize| scale.of(small, large) << 20;
    vec![
        Case::new("xlsx: a sheet that unpacks to 4 GiB", move |to| {
            with_sheet(to, "", (" ", mega(64, 4096)), "<sheetData/></worksheet>")
        }),
        Case::new("xlsx: rows that unpack to 1.5 GiB", move |to| {
            let row = r#"<row><c t="inlineStr"><is><t>ab</t></is></c></row>"#;
            with_sheet(to, "<sheetData>", (row, mega(32, 1500) / row.len()), "</sheetData></worksheet>")
        }),
        Case::new("xlsx: one cell of 1 GiB", move |to| {
            let before = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>"#;
            with_sheet(to, before, ("abcdefgh", mega(32, 1000) / 8), "</t></is></c></row></sheetData></worksheet>")
        }),
        Case::new("xlsx: one tag of 1 GiB", move |to| {
            with_sheet(to, "<sheetData><row x=\"", ("abcdefgh", mega(32, 1000) / 8), "\"/></sheetData></worksheet>")
        }),
        Case::new("xlsx: one tag of a million attributes", move |to| {
            with_sheet(to, "<sheetData><row ", ("a=\"b\" ", scale.of(50_000, 1_000_000)), "/></sheetData></worksheet>")
        }),
        Case::new("xlsx: elements a million deep", move |to| {
            with_sheet(to, "<sheetData>", ("<row>", scale.of(100_000, 10_000_000)), "")
        }),
        Case::new("xlsx: cells at the far corner", |to| {
            let cells = r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
            with_sheet(to, cells, ("", 0), "")
        })
        .saying("T111"),
        Case::new("xlsx: a cell beyond the far corner", |to| {
            let cells = r#"<sheetData><row r="4294967295"><c r="ZZZZZZ4294967295"><v>1</v></c><c r="ZZZZZZZZZZZZZZZZZ99999999999999999999"><v>1</v></c></row></sheetData></worksheet>"#;
            with_sheet(to, cells, ("", 0), "")
        }),
        Case::new("xlsx: a row of a million cells", move |to| {
            let cell = "<c><v>1</v></c>";
            with_sheet(to, "<sheetData><row r=\"1\">", (cell, scale.of(50_000, 1_000_000)), "</row></sheetData></worksheet>")
        })
        .saying("T111"),
        Case::new("xlsx: 1,024 columns in every row", move |to| {
            let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(1024));
            with_sheet(to, "<sheetData>", (&row, scale.of(1_000, 60_000)), "</sheetData></worksheet>")
        }),
        Case::new("xlsx: one cell per row at column 1,024", move |to| {
            let row = |n: usize| format!(r#"<row r="{n}"><c r="AMJ{n}"><v>1</v></c></row>"#);
            let rows: String = (1..=scale.of(2_000, 100_000)).map(row).collect();
            with_sheet(to, &format!("<sheetData>{rows}"), ("", 0), "</sheetData></worksheet>")
        }),
        Case::new("xlsx: the whole sheet merged", |to| {
            let after = r#"</row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>"#;
            with_sheet(to, "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>", ("", 0), after)
        }),
        Case::new("xlsx: a million merged areas", move |to| {
            let before = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="1000000000">"#;
            with_sheet(to, before, (r#"<mergeCell ref="A1:B9"/>"#, scale.of(50_000, 5_000_000)), "</mergeCells></worksheet>")
        }),
        Case::new("xlsx: merged areas over a plan", move |to| {
            let row = |n: usize| format!(r#"<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" t="inlineStr"><is><t>Lào</t></is></c></row>"#);
            let rows: String = (1..=2_000).map(row).collect();
            let before = format!("<sheetData>{rows}</sheetData><mergeCells>");
            with_sheet(to, &before, (r#"<mergeCell ref="A1:XFD2000"/>"#, scale.of(2_000, 200_000)), "</mergeCells></worksheet>")
        }),
        Case::new("xlsx: strings that expand a billion times", |to| {
            let strings = (format!("{LAUGHS}{STRINGS}<si><t>&h;&x;"), ("", 0), "</t></si></sst>");
            let sheet = (format!("{LAUGHS}{SHEET}<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"), ("", 0), "</row></sheetData></worksheet>");
            xlsx(to, sheet, strings)
        }),
        Case::new("xlsx: a billion strings claimed", |to| {
            let strings = (STRINGS.replace("\"1\"", "\"1000000000\""), ("", 0), "</sst>");
            xlsx(to, (format!("{SHEET}<sheetData/></worksheet>"), ("", 0), ""), strings)
        }),
        Case::new("xlsx: a billion strings claimed late", |to| {
            let count = "<?xml version=\"1.0\"?>".to_string() + &" ".repeat(8192) + &STRINGS.replace("\"1\"", "\"4000000000\"");
            xlsx(to, (format!("{SHEET}<sheetData/></worksheet>"), ("", 0), ""), (count, ("", 0), "</sst>"))
        }),
        Case::new("xlsx: ten million empty strings", move |to| {
            let sheet = (format!("{SHEET}<sheetData/></worksheet>"), ("", 0), "");
            xlsx(to, sheet, (STRINGS.to_string(), ("<si/>", scale.of(500_000, 100_000_000)), "</sst>"))
        }),
        Case::new("xlsx: one long string in every cell", move |to| {
            let sheet = (format!("{SHEET}<sheetData>"), (r#"<row><c t="s"><v>0</v></c></row>"#, scale.of(10_000, 1_000_000)), "</sheetData></worksheet>");
            xlsx(to, sheet, (format!("{STRINGS}<si><t>"), ("Lào, ", 200_000), "</t></si></sst>"))
        }),
        Case::new("xlsx: one cell of a million pieces", move |to| {
            let before = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is>"#;
            let piece = "<r><t>abcdefghabcdefghabcdefghabcdefgh</t></r>";
            with_sheet(to, before, (piece, mega(32, 1000) / piece.len()), "</is></c></row></sheetData></worksheet>")
        }),
        Case::new("zip: 60,000 entries", move |to| {
            let names: Vec<String> = (0..scale.of(5_000, 60_000)).map(|n| format!("{n}")).collect();
            let parts: Vec<Part> = names.iter().map(|name| (name.as_str(), String::new(), ("", 0), "")).collect();
            archive(to, "2021/so-a/a.xlsx", &parts)?;
            to.write("2021/so-b/b.csv", plan(1))
        }),
    ]
}

fn open_document(scale: Scale) -> Vec<Case> {
    let mega = move |small: usize, large: usize| scale.of(small, large) << 20;
    const CELL: &str = "<table:table-cell><text:p>Lào</text:p></table:table-cell>";
    vec![
        Case::new("ods: a row repeated a million times", |to| {
            let row = format!(
                "<table:table-row table:number-rows-repeated=\"1000000\">{CELL}</table:table-row>"
            );
            ods(to, &row, ("", 0), "")
        }),
        Case::new("ods: a thousand rows, each a million times", move |to| {
            let row = format!(
                "<table:table-row table:number-rows-repeated=\"1048576\">{CELL}</table:table-row>"
            );
            ods(to, "", (&row, scale.of(100, 1_000)), "")
        }),
        Case::new("ods: a row of cells repeated 16,384 times", move |to| {
            let cell = CELL
                .replace("cell>", "cell table:number-columns-repeated=\"16384\">")
                .replacen(
                    "</table:table-cell table:number-columns-repeated=\"16384\">",
                    "</table:table-cell>",
                    1,
                );
            let row = format!(
                "<table:table-row table:number-rows-repeated=\"1048576\">{}</table:table-row>",
                cell.repeat(10)
            );
            ods(to, "", (&row, scale.of(10, 1_000)), "")
        }),
        Case::new("ods: repeated 4 billion times", |to| {
            let row = format!("<table:table-row table:number-rows-repeated=\"4294967295\">{}</table:table-row>", CELL.replacen("cell>", "cell table:number-columns-repeated=\"4294967295\" table:number-columns-spanned=\"4294967295\" table:number-rows-spanned=\"4294967295\">", 1));
            ods(to, "", (&row, 3), "")
        }),
        Case::new("ods: blanks by the million", move |to| {
            let before = "<table:table-row><table:table-cell><text:p>";
            ods(
                to,
                before,
                ("<text:s text:c=\"1000000\"/>", scale.of(10_000, 10_000_000)),
                "</text:p></table:table-cell></table:table-row>",
            )
        }),
        Case::new("ods: one cell of 1 GiB", move |to| {
            ods(
                to,
                "<table:table-row><table:table-cell><text:p>",
                ("abcdefgh", mega(32, 1000) / 8),
                "</text:p></table:table-cell></table:table-row>",
            )
        }),
        Case::new("ods: elements ten million deep", move |to| {
            ods(
                to,
                "<table:table-row><table:table-cell>",
                ("<text:p>", scale.of(100_000, 10_000_000)),
                "",
            )
        }),
        Case::new("ods: merged cells by the million", move |to| {
            let row = "<table:table-row><table:table-cell table:number-columns-spanned=\"9\" table:number-rows-spanned=\"9\"><text:p>a</text:p></table:table-cell></table:table-row>";
            ods(to, "", (row, scale.of(10_000, 1_000_000)), "")
        }),
        Case::new("ods: merged cells in rows that repeat", move |to| {
            let cell = "<table:table-cell table:number-columns-spanned=\"2\"><text:p>a</text:p></table:table-cell>";
            let row = format!(
                "<table:table-row table:number-rows-repeated=\"1000000\">{}</table:table-row>",
                cell.repeat(1000)
            );
            ods(to, "", (&row, scale.of(10, 1_000)), "")
        }),
        Case::new("ods: a million tables", move |to| {
            let table = "</table:table><table:table table:name=\"S\">";
            ods(to, "", (table, scale.of(10_000, 1_000_000)), "")
        }),
        Case::new("ods: text that expands a billion times", |to| {
            let content = format!(
                "{LAUGHS}{}<table:table-row><table:table-cell><text:p>&h;&x;</text:p></table:table-cell></table:table-row>{END_TABLES}",
                TABLES.trim_start_matches(r#"<?xml version="1.0"?>"#)
            );
            archive(
                to,
                "2021/so-a/a.ods",
                &[("content.xml", content, ("", 0), "")],
            )?;
            to.write("2021/so-b/b.csv", plan(1))
        }),
    ]
}

fn other(scale: Scale) -> Vec<Case> {
    let made = |to: &Inputs, name: &str, text: String| {
        to.write(name, text)?;
        to.write("2021/so-b/b.csv", plan(1))
    };
    vec![
        Case::new("html: tables a million deep", move |to| {
            made(
                to,
                "2021/so-a/a.xls",
                format!(
                    "<html>{}",
                    "<table><tr><td>".repeat(scale.of(50_000, 1_000_000))
                ),
            )
        }),
        Case::new("html: a cell over a billion columns", move |to| {
            let cell = "<td colspan=\"1000000000\" rowspan=\"1000000000\">Lào</td>";
            made(
                to,
                "2021/so-a/a.xls",
                format!(
                    "<html><table>{}</table></html>",
                    format!("<tr>{cell}</tr>").repeat(scale.of(1_000, 100_000))
                ),
            )
        }),
        Case::new("html: nothing but opening signs", move |to| {
            made(
                to,
                "2021/so-a/a.xls",
                format!("<html><table>{}", "<".repeat(scale.of(1 << 20, 100 << 20))),
            )
        }),
        Case::new("html: comments that never close", move |to| {
            made(
                to,
                "2021/so-a/a.xls",
                format!(
                    "<html><table>{}",
                    "<!--".repeat(scale.of(1 << 18, 20 << 20))
                ),
            )
        }),
        Case::new("html: entities without end", move |to| {
            made(
                to,
                "2021/so-a/a.xls",
                format!(
                    "<html><table><tr><td>{}",
                    "&".repeat(scale.of(1 << 20, 100 << 20))
                ),
            )
        }),
        Case::new("SpreadsheetML: far cells", move |to| {
            let rows = "<Row ss:Index=\"4000000000\"><Cell ss:Index=\"4000000000\" ss:MergeAcross=\"4000000000\"><Data>a</Data></Cell></Row>";
            let head = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\"><Table>";
            made(
                to,
                "2021/so-a/a.xls",
                format!(
                    "{head}{}</Table></Worksheet></Workbook>",
                    rows.repeat(scale.of(100, 100_000))
                ),
            )
        }),
        Case::new("xls: a compound file of noise", move |to| {
            let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
            let noise = (0..scale.of(1 << 20, 64 << 20))
                .map(|n: usize| (n.wrapping_mul(2_654_435_761) >> 13) as u8);
            bytes.extend(noise);
            bytes[30] = 9;
            bytes[31] = 0;
            to.write("2021/so-a/a.xls", bytes)?;
            to.write("2021/so-b/b.csv", plan(1))
        }),
        Case::new("xls: every sector points to itself", move |to| {
            let mut bytes = vec![0u8; scale.of(1 << 20, 64 << 20)];
            bytes[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
            bytes[30] = 9;
            to.write("2021/so-a/a.xls", bytes)?;
            to.write("2021/so-b/b.csv", plan(1))
        }),
    ]
}
