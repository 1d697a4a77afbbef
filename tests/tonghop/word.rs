//! Submissions that are Word documents: the source report of this project was one.

use super::workdir::{Workdir, project};
use serde_json::json;
use std::io::{Cursor, Write};

const REPORT: &str = "inputs/2021/00_so-khoa-hoc-cong-nghe/130-BC-SKHCN.txt";
const SUBMITTED: &str = "inputs/2021/00_so-khoa-hoc-cong-nghe/130-BC-SKHCN.docx";

/// A document of this text: lines with tabs that follow one another are a table.
fn document(text: &str) -> Vec<u8> {
    // The report has marks of italics, which Word has as properties.
    let plain = text.replace("<i>", "").replace("</i>", "");
    let escaped = plain.replace('&', "&amp;").replace('<', "&lt;");
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let mut body = String::new();
    let lines: Vec<&str> = escaped.lines().collect();
    for lines in lines.chunk_by(|a, b| a.contains('\t') == b.contains('\t')) {
        if !lines[0].contains('\t') {
            body.extend(lines.iter().map(|line| paragraph(line)));
            continue;
        }
        body += "<w:tbl>";
        for line in lines {
            let cell = |text| format!("<w:tc>{}</w:tc>", paragraph(text));
            let cells: String = line.split('\t').map(cell).collect();
            body += &format!("<w:tr>{cells}</w:tr>");
        }
        body += "</w:tbl>";
    }
    let text = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    file.start_file("word/document.xml", options)
        .expect("a part");
    file.write_all(text.as_bytes()).expect("its text");
    file.finish().expect("a document").into_inner()
}

#[test]
fn the_source_report_as_a_word_document_gives_its_figures() {
    let text = std::fs::read_to_string(project().join(REPORT)).expect("the sample report");
    let work = Workdir::new();
    work.write(SUBMITTED, document(&text));
    work.consolidate().exits(0);
    let report = work.run_json();
    let plan = &report["totals"]["plan"];
    let figures = |direction: &str| {
        let part = &plan[direction];
        json!([part["delegations"], part["people"], part["person_days"]])
    };
    assert_eq!(figures("outbound"), json!([2, 16, 88]));
    assert_eq!(figures("inbound"), json!([2, 31, 237]));
    assert_eq!(report["rows"]["read"], 4, "no row comes from the prose");
}

#[test]
fn a_word_document_that_is_cut_gives_no_row() {
    let work = Workdir::new();
    let whole =
        document("DỰ KIẾN ĐOÀN RA NĂM 2021\nTT\tTên đoàn\tNước đi\tSố người\n1\tA\tLào\t8\n");
    work.write(SUBMITTED, &whole[..whole.len() - 40]);
    work.consolidate().exits(1);
    let findings = work.table("findings.csv");
    assert!(
        findings.iter().any(|row| row["code"] == "T101"),
        "{findings:?}"
    );
    assert!(work.table("delegations.csv").is_empty());
}
