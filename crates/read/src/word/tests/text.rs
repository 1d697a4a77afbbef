//! The words of paragraphs: runs, fonts, numbers, tabs, boxes.

use super::*;

#[test]
fn what_a_person_sees_of_a_paragraph_is_its_text() {
    let cases = [
        ("split runs", run("CHD") + &run("CND ") + &run("Lào"), "CHDCND Lào"),
        ("a deletion", "<w:del><w:r><w:delText>20</w:delText></w:r></w:del>".to_string() + "<w:ins>" + &run("08") + "</w:ins>", "08"),
        ("a move", "<w:moveFrom>".to_string() + &run("4") + "</w:moveFrom><w:moveTo>" + &run("5") + "</w:moveTo>", "5"),
        ("hidden", run("8") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>", "8"),
        ("shown again", "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>9</w:t></w:r>".to_string(), "9"),
        ("old properties", "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>7</w:t></w:r>".to_string(), "7"),
        ("a soft hyphen", "<w:r><w:t>Sala</w:t><w:softHyphen/><w:t>van\u{AD}</w:t></w:r>".to_string(), "Salavan"),
        ("a hard hyphen", "<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>7</w:t></w:r>".to_string(), "5-7"),
        ("a line break", "<w:r><w:t>Quý II</w:t><w:br/><w:t>2021</w:t></w:r>".to_string(), "Quý II\n2021"),
        ("a field", "<w:r><w:instrText>=5+3</w:instrText></w:r>".to_string() + &run("8"), "8"),
        ("a simple field", "<w:fldSimple w:instr=\"PAGE\">".to_string() + &run("3") + "</w:fldSimple>", "3"),
        ("a link", "<w:hyperlink>".to_string() + &run("so.gov.vn") + "</w:hyperlink>", "so.gov.vn"),
        ("a control", "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>".to_string() + &run("Lào") + "</w:sdtContent></w:sdt>", "Lào"),
        ("a tick", r#"<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>"#.to_string(), "✓"),
        ("signs", run("A &amp; B &#225; &lt;5"), "A & B á <5"),
    ];
    for (what, runs, text) in cases {
        let document = read(&paragraph(&runs), &[]);
        assert_eq!(rows(&document, 0), [[text]], "{what}");
    }
}

#[test]
fn text_boxes_are_read_once_and_beside_what_they_float_over() {
    let inner = format!("<w:txbxContent>{}</w:txbxContent>", paragraph(&run("MẬT")));
    let floating = format!(
        "<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{inner}</wps:txbx></mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    );
    let first = row(&[
        "<w:tc>".to_string() + &paragraph(&(run("8") + &floating)) + "</w:tc>",
        cell("", "Lào"),
    ]);
    let second = row(&[cell("", "9"), cell("", "Ý")]);
    let document = read(&format!("<w:tbl>{first}{second}</w:tbl>"), &[]);
    assert_eq!(
        rows(&document, 0),
        [vec!["8", "Lào"], vec!["9", "Ý"], vec!["MẬT"]]
    );
    let old = format!("<w:r><w:pict><v:textbox>{inner}</v:textbox></w:pict></w:r>");
    assert_eq!(rows(&read(&paragraph(&old), &[]), 0), [["MẬT"]]);
}

#[test]
fn lines_with_tabs_are_cells_and_tabs_that_only_move_words_are_none() {
    let tab = |text: &str| {
        paragraph(&format!(
            "<w:r><w:t>{}</w:t></w:r>",
            text.replace('|', "</w:t><w:tab/><w:t>")
        ))
    };
    let even = tab("TT|Nước|Người") + &tab("1||8") + &tab("2|Lào|9");
    assert_eq!(
        rows(&read(&even, &[]), 0),
        [["TT", "Nước", "Người"], ["1", "", "8"], ["2", "Lào", "9"]]
    );
    let head = tab("|UBND TỈNH||CỘNG HÒA") + &tab("|Sở Y tế báo cáo như sau");
    assert_eq!(
        rows(&read(&head, &[]), 0),
        [
            vec!["UBND TỈNH", "CỘNG HÒA"],
            vec!["Sở Y tế báo cáo như sau"]
        ]
    );
}

#[test]
fn running_numbers_are_counted_by_paragraphs_and_styles() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>";
    let styles = "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Muc\"><w:basedOn w:val=\"Base\"/></w:style></w:styles>";
    let own = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>"
        .to_string()
        + &run("ĐOÀN RA")
        + "</w:p>";
    let styled =
        "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>".to_string() + &run("ĐOÀN VÀO") + "</w:p>";
    let off =
        "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
            .to_string()
            + &run("Khác")
            + "</w:p>";
    let document = read(
        &(own + &styled + &off),
        &[("numbering", numbering), ("styles", styles)],
    );
    assert_eq!(
        rows(&document, 0),
        [["I. ĐOÀN RA"], ["II. ĐOÀN VÀO"], ["Khác"]]
    );
}

#[test]
fn fonts_of_old_encodings_prove_their_letters() {
    let font = |name: &str, text: &str| {
        format!(
            "<w:r><w:rPr><w:rFonts w:ascii=\"{name}\" w:hAnsi=\"{name}\"/></w:rPr><w:t>{text}</w:t></w:r>"
        )
    };
    let mixed = paragraph(
        &(font(".VnTimeH", "®oµn ra ")
            + &run("năm ")
            + &font("VNI-Times", "ño")
            + &font("VNI-Times", "aøn")),
    );
    let document = read(&mixed, &[]);
    assert_eq!(rows(&document, 0), [["ĐOÀN RA năm đoàn"]]);
    let repaired = |note: &ReadNote| {
        matches!(
            note,
            ReadNote::Repaired {
                repair: Repair::Tcvn3Text,
                line: 1,
                ..
            }
        )
    };
    assert!(document.notes.iter().any(repaired), "{:?}", document.notes);
    let styles = "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>";
    let plain = paragraph(&run("N\u{AD}íc §øc"));
    assert_eq!(
        rows(&read(&plain, &[("styles", styles)]), 0),
        [["Nước Đức"]]
    );
    // A font that is named over Unicode text lies, here and everywhere in the document.
    let lie = paragraph(&font(".VnTime", "Nước Lào")) + &paragraph(&font(".VnTime", "Lào"));
    assert_eq!(rows(&read(&lie, &[]), 0), [["Nước Lào"], ["Lào"]]);
}
