//! What is fed, and what must hold of every answer whatever the input.

use std::path::PathBuf;
use tonghop::interpret::Interpreter;
use tonghop::model::dataset::FileRead;
use tonghop::model::section::{LineClass, Segmentation};
use tonghop::model::submission::{Submission, Version};
use tonghop::rules::{self, Campaign, Limits, Severities};
use tonghop::segment::{self, Hints};
use tonghop::vocabulary::Vocabulary;
use tonghop_read::{Document, Format, ReadLimits, Reader};

/// One thing to feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Bytes to letters: every span lies in the text.
    Decode,
    /// Text to cells: rows and lines add up.
    Dialect,
    /// Cells to sections: every row is in one class.
    Segment,
    /// The whole of `tonghop check`: reading, sections, meaning, rules.
    Check,
    /// Workbooks through the whole of `check`.
    Workbook,
    /// Word documents through the whole of `check`.
    Word,
}

impl Target {
    pub const ALL: [Target; 6] = [
        Target::Decode,
        Target::Dialect,
        Target::Segment,
        Target::Check,
        Target::Workbook,
        Target::Word,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Target::Decode => "decode",
            Target::Dialect => "dialect",
            Target::Segment => "segment",
            Target::Check => "check",
            Target::Workbook => "workbook",
            Target::Word => "word",
        }
    }

    pub fn named(name: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|target| target.name() == name)
    }

    /// Most bytes that an input of `bytes` bytes may take: a small multiple, and what tables cost.
    pub fn memory(self, bytes: usize) -> usize {
        const TABLES: usize = 8 << 20;
        match self {
            Target::Decode | Target::Dialect => TABLES + 64 * bytes,
            Target::Segment => TABLES + 256 * bytes,
            Target::Check => TABLES + 1024 * bytes,
            // What a workbook unpacks to is bounded by a limit of its own.
            Target::Workbook | Target::Word => {
                TABLES + 2 * LIMITS.unpacked_bytes as usize + 1024 * bytes
            }
        }
    }
}

/// Smaller than those of the program, so that inputs of this size reach them.
const LIMITS: ReadLimits = ReadLimits {
    file_bytes: 512 << 20,
    cell_bytes: 1 << 14,
    text_rows: 1 << 14,
    sheet_rows: 1 << 12,
    sheet_columns: 1 << 8,
    unpacked_bytes: 16 << 20,
};

/// Feeds an input.
///
/// # Panics
/// When the program panics, or something that must hold does not.
pub fn feed(target: Target, input: &[u8], vocabulary: &Vocabulary) {
    let format = match target {
        Target::Workbook => Format::Xlsx,
        Target::Word => Format::Docx,
        _ => Format::Text,
    };
    let reader = Reader::new().with_limits(LIMITS);
    let Ok(document) = reader.read(input, format) else {
        return;
    };
    spans_lie_in_the_text(&document);
    if target == Target::Decode {
        return;
    }
    rows_follow_one_another(&document);
    if target == Target::Dialect {
        return;
    }
    let hints = Hints {
        file_name: "doan ra.csv",
        plan_year: Some(2021),
        results_year: None,
    };
    let segmentation = segment::segment(&document, &hints);
    every_row_has_one_class(&document, &segmentation);
    if target != Target::Segment {
        check(document, segmentation, vocabulary, input.len() as u64);
    }
}

fn spans_lie_in_the_text(document: &Document) {
    for span in document.sheets.iter().flat_map(|sheet| &sheet.cells) {
        let range = span.start as usize..(span.start + span.len) as usize;
        assert!(
            document.text.get(range).is_some(),
            "{span:?} is not in the text"
        );
    }
}

fn rows_follow_one_another(document: &Document) {
    for sheet in &document.sheets {
        let mut cells = 0;
        let mut line = 0;
        for row in &sheet.rows {
            assert_eq!(
                row.first_cell, cells,
                "cells left out before line {}",
                row.line
            );
            assert!(row.line > line, "line {} after line {line}", row.line);
            cells = row.first_cell + row.cells;
            line = row.line + row.lines.max(1) - 1;
        }
        assert_eq!(cells as usize, sheet.cells.len(), "cells of no row");
    }
    if document.dialect.is_some() {
        let lines = document.sheets[0]
            .rows
            .iter()
            .map(|row| u64::from(row.lines));
        assert_eq!(
            lines.sum::<u64>(),
            u64::from(document.lines),
            "lines of no row"
        );
    }
}

fn every_row_has_one_class(document: &Document, segmentation: &Segmentation) {
    assert_eq!(document.sheets.len(), segmentation.classes.len());
    for (sheet, classes) in document.sheets.iter().zip(&segmentation.classes) {
        assert_eq!(sheet.rows.len(), classes.len(), "rows without a class");
    }
    for section in &segmentation.sections {
        for row in &section.rows {
            let class = segmentation.classes[section.sheet][row.row as usize];
            assert_eq!(class, LineClass::Data, "line {}", row.line);
        }
        let data = section.rows.iter().map(|row| row.row);
        assert!(data.is_sorted(), "rows out of order");
    }
}

fn check(document: Document, segmentation: Segmentation, vocabulary: &Vocabulary, bytes: u64) {
    let submission = Submission {
        path: "2021/so-y-te/doan ra.csv".to_string(),
        absolute: PathBuf::new(),
        year: Some(2021),
        folder: "so-y-te".to_string(),
        bytes,
        format: Format::Text,
        version: Version::default(),
        root: None,
    };
    let mut file = FileRead::new(submission, String::new());
    let rows: usize = segmentation
        .sections
        .iter()
        .map(|section| section.rows.len())
        .sum();
    let (delegations, texts) = Interpreter::new(vocabulary).delegations(&document, &segmentation);
    file.understood(delegations);
    assert_eq!(file.delegations.len(), rows, "a delegation for every row");
    file.segmentation = segmentation;
    file.keep(document, texts);
    let campaign = Campaign {
        year: 2021,
        results_year: 2020,
        limits: Limits::default(),
        vocabulary,
    };
    let severities = Severities::new(|rule| Some(rule.severity));
    for finding in rules::check_file(&file, 0, campaign, &severities) {
        for lang in [
            tonghop::model::finding::Lang::Vi,
            tonghop::model::finding::Lang::En,
        ] {
            assert!(
                !rules::message(&finding, lang).is_empty(),
                "{} says nothing",
                finding.code
            );
        }
    }
}
