//! Files whose letters an ANSI save turned into "?": their tables are still found as they were.

use super::workdir::project;
use std::path::PathBuf;
use tonghop::model::document::ReadNote;
use tonghop::model::submission::Format;
use tonghop::read::{ReadLimits, read};
use tonghop::segment::{Hints, segment};

/// What Microsoft's best-fit tables make of a letter that a code page lacks.
fn damaged(text: &str, western: bool) -> Vec<u8> {
    let lost = |c: char| match c {
        '\u{1EA0}'..='\u{1EF9}' => '?',
        'ĩ' => 'i',
        'Ĩ' => 'I',
        'ũ' => 'u',
        'Ũ' => 'U',
        'Đ' if western => 'Ð',
        'đ' if western => 'd',
        'ơ' if western => 'o',
        'Ơ' if western => 'O',
        'ư' if western => 'u',
        'Ư' if western => 'U',
        'ă' if western => 'a',
        'Ă' if western => 'A',
        'ì' | 'ò' | 'õ' | 'ã' | 'ý' | 'Ì' | 'Ò' | 'Õ' | 'Ã' | 'Ý' if !western => '?',
        other => other,
    };
    let page = if western {
        encoding_rs::WINDOWS_1252
    } else {
        encoding_rs::WINDOWS_1258
    };
    let text: String = text.chars().map(lost).collect();
    page.encode(&text).0.into_owned()
}

/// Submissions of the sample year that are UTF-8 text with a table.
fn texts() -> Vec<(PathBuf, String)> {
    let entries = walkdir::WalkDir::new(project().join("inputs/2021")).sort_by_file_name();
    let texts = entries.into_iter().filter_map(|entry| {
        let path = entry.ok()?.into_path();
        let csv = path
            .extension()
            .is_some_and(|ending| ending == "csv" || ending == "txt");
        let text = String::from_utf8(std::fs::read(&path).ok()?).ok()?;
        (csv && !text.is_empty()).then_some((path, text))
    });
    texts.collect()
}

/// Each section as "direction kind year: rows", and whether letters are said to be lost or wrong.
fn sections(bytes: Vec<u8>, name: &str) -> (Vec<String>, bool) {
    let document = read(&bytes, Format::Text, &ReadLimits::default()).expect("a text");
    let told = |note: &ReadNote| {
        matches!(
            note,
            ReadNote::LettersLost { .. } | ReadNote::Repaired { .. }
        )
    };
    let told = document.notes.iter().any(told);
    let hints = Hints {
        file_name: name,
        plan_year: Some(2021),
        results_year: None,
    };
    let found = segment(&document, &hints);
    let name_of = |section: &tonghop::model::section::Section| {
        let rows = section.rows.len();
        format!(
            "{:?} {:?} {}: {rows}",
            section.direction, section.kind, section.year
        )
    };
    (found.sections.iter().map(name_of).collect(), told)
}

#[test]
fn sections_directions_and_row_counts_survive_the_loss_of_letters() {
    let (mut compared, mut wrong) = (0, Vec::new());
    for (path, text) in texts() {
        let name = path.file_name().expect("a name").to_string_lossy();
        let (whole, was_wrong) = sections(text.clone().into_bytes(), &name);
        if was_wrong {
            continue;
        }
        for western in [true, false] {
            compared += 1;
            let (found, lost) = sections(damaged(&text, western), &name);
            if found != whole || !lost && !whole.is_empty() {
                wrong.push(format!(
                    "{} {western} {lost}\n  {whole:?}\n  {found:?}",
                    path.display()
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {compared}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(compared >= 20, "{compared} files");
}
