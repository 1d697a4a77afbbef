//! The workbook recalculated by LibreOffice, where it is installed: every figure comes out as stored.

use super::tests::{formulas, open, values};
use super::write;
use crate::model::finding::Lang;
use crate::model::section::Kind;
use crate::model::summary::Summary;
use crate::report::programs;
use crate::report::sample::{Owned, Sample, sample};
use calamine::{Data, Reader};
use std::io::{Cursor, Read, Write};

/// LibreOffice, told to recalculate on load, gives every formula cell the value that is stored. The
/// stored values are spoiled before, so that nothing can pass by being left alone.
#[test]
fn libreoffice_recalculates_every_formula_to_the_stored_value() {
    if !programs::is_installed("soffice") {
        return;
    }
    let mut owned = sample(Sample {
        repeat: 3,
        realised: true,
    });
    credit_a_joint_delegation(&mut owned.summary);
    holds_every_hard_case(&owned);
    for lang in [Lang::Vi, Lang::En] {
        let bytes = write(&owned.edition(lang)).expect("the workbook is written");
        let recalculated = recalculate(&spoil(&bytes));
        let (formulas, different) = differences(bytes, recalculated);
        println!(
            "{lang:?}: {formulas} formulas recalculated, {} differ",
            different.len()
        );
        assert!(formulas > 1500, "{formulas} formulas");
        assert_eq!(different, Vec::<String>::new());
    }
}

/// Plan and results, several countries, mixed sources, a joint delegation, and an earlier plan.
fn holds_every_hard_case(owned: &Owned) {
    let summary = &owned.summary;
    for kind in Kind::ALL {
        assert!(
            summary.by_country.iter().any(|line| line.kind == kind),
            "{kind:?}"
        );
    }
    assert!(summary.by_funding.iter().any(|line| line.key == "mixed"));
    assert!(
        summary
            .grand
            .iter()
            .any(|grand| grand.countries_excess.delegations > 0)
    );
    assert!(
        summary
            .grand
            .iter()
            .any(|grand| grand.departments_excess.delegations > 0)
    );
    assert!(
        owned
            .planned
            .as_ref()
            .is_ok_and(|planned| !planned.pairs.is_empty())
    );
    assert!(owned.changes.is_some());
}

/// A delegation of another department that counts for the first one too.
fn credit_a_joint_delegation(summary: &mut Summary) {
    let line = &mut summary.by_department[0];
    line.totals.delegations += 1;
    line.totals.people += 7;
    for grand in &mut summary.grand {
        if grand.kind == line.kind && grand.direction == line.direction {
            grand.departments_excess.delegations = 1;
            grand.departments_excess.people = 7;
        }
    }
}

/// The workbook with a nonsense value stored in every formula cell.
fn spoil(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is an archive");
    let mut spoiled = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let name = entry.name().expect("a name").to_string();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("an entry is read");
        if name.starts_with("xl/worksheets/sheet") {
            let sheet = String::from_utf8(content).expect("a sheet is text");
            let mut pieces = sheet.split("</f><v>");
            let mut text = pieces.next().unwrap_or_default().to_string();
            for piece in pieces {
                let (_, rest) = piece.split_once("</v>").expect("a value ends");
                text.push_str("</f><v>987654</v>");
                text.push_str(rest);
            }
            content = text.into_bytes();
        }
        let options = zip::write::SimpleFileOptions::default();
        spoiled.start_file(name, options).expect("an entry begins");
        spoiled.write_all(&content).expect("an entry is written");
    }
    spoiled.finish().expect("the archive ends").into_inner()
}

fn recalculate(bytes: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("profile/user");
    std::fs::create_dir_all(&profile).expect("a profile");
    let always = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;
    std::fs::write(profile.join("registrymodifications.xcu"), always).expect("a setting");
    let source = folder.path().join("summary.xlsx");
    std::fs::write(&source, bytes).expect("a workbook");
    let out = folder.path().join("out");
    let installation = format!(
        "-env:UserInstallation=file://{}",
        folder.path().join("profile").display()
    );
    let (source, into) = (source.display().to_string(), out.display().to_string());
    let args = [
        &installation,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        &into,
        &source,
    ];
    programs::run("soffice", &args, folder.path());
    std::fs::read(out.join("summary.xlsx")).expect("soffice has written")
}

/// How many formulas were compared, and the cells whose value differs.
fn differences(stored: Vec<u8>, recalculated: Vec<u8>) -> (usize, Vec<String>) {
    let (mut stored, mut recalculated) = (open(stored), open(recalculated));
    let mut different = Vec::new();
    let mut compared = 0;
    for sheet in stored.sheet_names() {
        let formulas = formulas(&mut stored, &sheet);
        let before = values(&mut stored, &sheet);
        let after = values(&mut recalculated, &sheet);
        let (top, left) = formulas.start().unwrap_or_default();
        for (row, column, formula) in formulas.used_cells() {
            let cell = (top + row as u32, left + column as u32);
            let pair = (before.get_value(cell), after.get_value(cell));
            let same = match pair {
                (Some(Data::Float(a)), Some(Data::Float(b))) => {
                    (a - b).abs() <= 1e-9 * a.abs().max(1.0)
                }
                (a, b) => a.map(ToString::to_string) == b.map(ToString::to_string),
            };
            compared += 1;
            if !same {
                different.push(format!("{sheet} {cell:?} ={formula}: {pair:?}"));
            }
        }
    }
    (compared, different)
}
