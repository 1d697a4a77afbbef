use super::{letters, report};
use crate::model::finding::Lang;
use crate::report::programs;
use crate::report::sample::{Sample, sample};
use quick_xml::Reader;
use quick_xml::events::Event;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

/// A part of a document as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a document is an archive");
    let mut part = archive.by_name(name).expect("the part is there");
    let mut text = String::new();
    part.read_to_string(&mut text).expect("the part is text");
    text
}

/// The text of each paragraph.
fn paragraphs(document: &str) -> Vec<String> {
    let mut reader = Reader::from_str(document);
    let mut paragraphs = vec![String::new()];
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => break,
            Event::End(end) if end.name().as_ref() == "w:p" => paragraphs.push(String::new()),
            Event::Text(text) => {
                let text: &str = text.as_ref();
                paragraphs.last_mut().expect("one is begun").push_str(text);
            }
            Event::GeneralRef(name) => {
                let sign = match name.as_ref() {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    _ => '\'',
                };
                paragraphs.last_mut().expect("one is begun").push(sign);
            }
            _ => {}
        }
    }
    paragraphs
}

#[test]
fn every_part_is_well_formed_and_every_style_that_is_used_exists() {
    let owned = sample(Sample::default());
    for lang in [Lang::Vi, Lang::En] {
        let bytes = report(&owned.edition(lang)).unwrap();
        let archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let names: Vec<String> = archive
            .file_names()
            .map(|name| name.expect("a name").into_owned())
            .collect();
        for name in &names {
            paragraphs(&part(&bytes, name));
        }

        let ids = |text: &str, before: &str| -> BTreeSet<String> {
            let found = text.split(before).skip(1);
            found
                .filter_map(|rest| Some(rest.split_once('"')?.0.to_string()))
                .collect()
        };
        let document = part(&bytes, "word/document.xml");
        let styles = part(&bytes, "word/styles.xml");
        let known = ids(&styles, "w:styleId=\"");
        for used in [
            "w:pStyle w:val=\"",
            "w:tblStyle w:val=\"",
            "w:rStyle w:val=\"",
        ] {
            let unknown: Vec<_> = ids(&document, used).difference(&known).cloned().collect();
            assert!(unknown.is_empty(), "{unknown:?}");
        }
        assert!(styles.contains(lang.pick("w:lang w:val=\"vi-VN\"", "w:lang w:val=\"en-GB\"")));
    }
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    let owned = sample(Sample::default());
    let edition = owned.edition(Lang::Vi);
    assert_eq!(report(&edition).unwrap(), report(&edition).unwrap());
    let all = || -> Vec<(String, Vec<u8>)> {
        letters(&edition)
            .map(|(name, letter)| (name, letter.unwrap()))
            .collect()
    };
    assert_eq!(all(), all());
}

#[test]
fn the_report_says_the_figures_of_the_summary_and_lists_every_accepted_row() {
    let owned = sample(Sample::default());
    let edition = owned.edition(Lang::Vi);
    let said = paragraphs(&part(&report(&edition).unwrap(), "word/document.xml")).join("\n");
    for grand in &owned.summary.grand {
        let totals = grand.totals;
        let told = format!("{} đoàn", totals.delegations);
        assert!(said.contains(&told), "{told}");
    }
    for (file, row) in owned.dataset.accepted() {
        let file = file.open();
        let name = crate::words::shown::visible(file.text(file.texts(row).name)).into_owned();
        assert!(said.contains(&name), "{name}");
    }
}

#[test]
fn text_of_submissions_stays_text() {
    let owned = sample(Sample::default());
    let document = part(
        &report(&owned.edition(Lang::Vi)).unwrap(),
        "word/document.xml",
    );
    // The sample holds a script, a formula that links, and a mark that turns the direction of writing.
    assert!(document.contains("&lt;script&gt;") && document.contains("=HYPERLINK("));
    assert!(!document.contains('\u{202E}'));
    for acting in ["w:hyperlink", "w:instrText", "w:fldSimple", "w:altChunk"] {
        assert!(!document.contains(acting), "{acting}");
    }
}

#[test]
fn a_letter_asks_for_corrections_reminds_or_confirms() {
    let owned = sample(Sample::default());
    let edition = owned.edition(Lang::Vi);
    let letters: Vec<(String, String)> = letters(&edition)
        .map(|(name, letter)| {
            let said = paragraphs(&part(&letter.unwrap(), "word/document.xml")).join("\n");
            (name, said)
        })
        .collect();
    assert!(letters.iter().all(|(name, _)| name.starts_with("letters/")));
    let with = |words: &str| {
        letters
            .iter()
            .filter(|(_, said)| said.contains(words))
            .count()
    };
    assert!(with("V/v sửa, bổ sung") > 0, "{letters:?}");
    for (name, said) in &letters {
        let asks = said.contains("Vấn đề") || said.contains("còn chưa gửi");
        let confirms = said.contains("không có điểm nào phải sửa");
        assert!(asks != confirms, "{name}: {said}");
    }
}

#[test]
fn libreoffice_opens_the_report_and_finds_its_annexes() {
    if !programs::is_installed("soffice") {
        return;
    }
    let owned = sample(Sample::default());
    let folder = tempfile::tempdir().unwrap();
    let (home, path) = (folder.path().display(), folder.path().join("report.docx"));
    std::fs::write(&path, report(&owned.edition(Lang::Vi)).unwrap()).unwrap();

    let profile = format!("-env:UserInstallation=file://{home}/profile");
    let (out, path) = (home.to_string(), path.display().to_string());
    let args = [
        "--headless",
        &profile,
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        &out,
        &path,
    ];
    programs::run("soffice", &args, folder.path());

    let said = std::fs::read_to_string(folder.path().join("report.txt")).unwrap();
    assert!(
        said.contains("BÁO CÁO") && said.contains("Phụ lục II"),
        "{said}"
    );
}
