//! Old workbooks, made here record by record: merges, far cells, circles, damage.

use super::workbooks::{archive, workbook, xlsx};
use super::*;
use crate::document::{ReadNote, Unreadable};

/// A record of an old workbook.
fn record(kind: u16, parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    let length = data.len() as u16;
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), &data].concat()
}

fn words(values: &[u16]) -> Vec<u8> {
    values
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect()
}

fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let head = words(&[row, column, 0, text.len() as u16]);
    record(0x0204, &[&head, &[0], text.as_bytes()])
}

/// An old workbook of one sheet with the given cell records, in a compound file.
fn xls(cells: &[Vec<u8>], padding: usize) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &[&words(&[0x0600, kind, 0, 0, 0, 0, 0, 0])]);
    let end = record(0x000A, &[]);
    let name = b"Sheet";
    let sheet_at = (begin(5).len() + 4 + 8 + name.len() + end.len()) as u32;
    let bound = record(0x0085, &[&sheet_at.to_le_bytes(), &[0, 0, 5, 0], name]);
    let mut stream = [
        begin(5),
        bound,
        end.clone(),
        begin(0x10),
        cells.concat(),
        end,
    ]
    .concat();
    stream.resize(stream.len().max(padding), 0);
    compound(&stream)
}

/// A compound file whose only stream is "Workbook": sector 0 is the table, 1 the directory.
fn compound(stream: &[u8]) -> Vec<u8> {
    let sectors = stream.len().div_ceil(512) as u32;
    let mut head = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" as &[u8], &[0; 16]].concat();
    head.extend(words(&[0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0]));
    for value in [0, 1, 1, 0, 4096, 0xFFFF_FFFE, 0, 0xFFFF_FFFE, 0, 0u32] {
        head.extend(value.to_le_bytes());
    }
    head.resize(512, 0xFF);
    let mut table = vec![0xFFFF_FFFDu32, 0xFFFF_FFFE];
    table.extend((0..sectors).map(|id| {
        if id + 1 == sectors {
            0xFFFF_FFFE
        } else {
            id + 3
        }
    }));
    let mut file = head;
    file.extend(table.iter().flat_map(|id| id.to_le_bytes()));
    file.resize(1024, 0xFF);
    for (name, kind, start, length) in [
        ("Root Entry", 5u8, 0xFFFF_FFFEu32, 0u32),
        ("Workbook", 2, 2, stream.len() as u32),
    ] {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(64, 0);
        entry.extend(((name.len() as u16 + 1) * 2).to_le_bytes());
        entry.extend([kind, 1]);
        entry.resize(116, 0xFF);
        entry.extend(start.to_le_bytes());
        entry.extend(length.to_le_bytes());
        entry.resize(128, 0);
        file.extend(entry);
    }
    file.resize(1536, 0);
    file.extend(stream);
    file.resize(file.len().next_multiple_of(512), 0);
    file
}

#[test]
fn old_workbooks_are_read_with_their_merges() {
    let number = record(0x0203, &[&words(&[1, 1, 0]), &8f64.to_le_bytes()]);
    let merged = record(0x00E5, &[&words(&[1, 0, 0, 0, 1])]);
    let bytes = xls(
        &[label(0, 0, "Lao"), label(1, 0, "08"), number, merged],
        4096,
    );
    let document = workbook(bytes, Format::Xls);
    assert_eq!(rows(&document), [vec!["Lao"], vec!["08", "8"]]);
    assert_eq!(document.sheets[0].name, "Sheet");
    assert_eq!(document.sheets[0].merges.len(), 1);
}

#[test]
fn far_cells_of_old_workbooks_cost_nothing_either() {
    let claims = record(
        0x0200,
        &[&[0; 4], &u32::MAX.to_le_bytes(), &words(&[0, 0xFFFF, 0])],
    );
    let bytes = xls(&[claims, label(0, 0, "a"), label(65_535, 255, "z")], 4096);
    let document = workbook(bytes, Format::Xls);
    assert_eq!(rows(&document), [["a"]]);
    assert_eq!(
        document.notes[..],
        [ReadNote::SheetTooLarge {
            name: "Sheet".into(),
            rows: 65_536,
            columns: 256
        }]
    );
}

#[test]
fn other_compound_files_are_told_apart() {
    let rename = |name: &str| {
        let mut bytes = xls(&[label(0, 0, "a")], 4096);
        let at = 1024 + 128;
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes[at..at + 64].fill(0);
        bytes[at..at + name.len()].copy_from_slice(&name);
        bytes[at + 64..at + 66].copy_from_slice(&(name.len() as u16 + 2).to_le_bytes());
        read(&bytes, Format::Xlsx, &ReadLimits::default())
    };
    assert_eq!(rename("EncryptedPackage"), Err(Unreadable::Password));
    assert_eq!(rename("WordDocument"), Err(Unreadable::Binary));
    assert!(rename("Workbook").is_ok());
}

#[test]
fn circles_in_the_container_and_sheets_over_one_another_end() {
    let bytes = xls(&[label(0, 0, "a")], 4096);
    let (table, directory, mini) = (512, 1, 60);
    // The directory's sector follows itself; the stream's first sector follows itself; the short
    // streams' table is the directory, which has no end either.
    for (at, value) in [(table + 4 * directory, 1u32), (table + 4 * 2, 2), (mini, 1)] {
        let mut circle = bytes.clone();
        circle[at..at + 4].copy_from_slice(&value.to_le_bytes());
        circle[table + 4 * directory] = 1;
        let _ = read(&circle, Format::Xls, &ReadLimits::default());
    }
    // A length of 4 GB, from a chain of ten sectors that is a circle.
    let mut long = bytes.clone();
    long[table + 4 * 9..table + 4 * 10].copy_from_slice(&2u32.to_le_bytes());
    long[1024 + 128 + 120..1024 + 128 + 124].fill(0xFF);
    assert_eq!(rows(&workbook(long, Format::Xls)), [["a"]]);

    let begin = record(0x0809, &[&words(&[0x0600, 5, 0, 0, 0, 0, 0, 0])]);
    let sheet = record(0x0085, &[&0u32.to_le_bytes(), &[0, 0, 1, 0], b"S"]);
    let stream = [begin, sheet.repeat(400), record(0x000A, &[])].concat();
    assert_eq!(
        read(&compound(&stream), Format::Xls, &ReadLimits::default()),
        Err(Unreadable::Workbook(
            "its sheets lie over one another".into()
        ))
    );
}

#[test]
fn far_numbers_and_formulas_of_old_workbooks_go_with_their_texts() {
    let numbers = record(0x00BD, &[&words(&[60_000, 250]), &[0; 12], &words(&[251])]);
    let formula = |row: u16, column: u16| {
        let value = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
        // The words of the formula are said to be longer than its record.
        record(
            0x0006,
            &[
                &words(&[row, column, 0]),
                &value,
                &[0; 6],
                &[0xFF, 0xFF, 0x3A],
            ],
        )
    };
    let text = |text: &str| {
        record(
            0x0207,
            &[&words(&[text.len() as u16]), &[0], text.as_bytes()],
        )
    };
    let cells = [
        formula(0, 0),
        text("near"),
        formula(60_001, 255),
        text("far"),
        numbers,
        label(1, 0, "b"),
    ];
    let document = workbook(xls(&cells, 4096), Format::Xls);
    assert_eq!(rows(&document), [["near"], ["b"]]);
    assert!(matches!(
        document.notes[..],
        [ReadNote::SheetTooLarge {
            rows: 60_002,
            columns: 256,
            ..
        }]
    ));
}

proptest::proptest! {
    #[test]
    fn damaged_workbooks_are_refused_or_read_but_never_panic(
        kind in 0usize..3,
        hits in proptest::collection::vec((0usize..6000, 0u8..=255), 1..12),
    ) {
        let number = record(0x0203, &[&words(&[1, 1, 0]), &8f64.to_le_bytes()]);
        let mut bytes = match kind {
            0 => xls(&[label(0, 0, "Lao"), number], 4096),
            1 => xlsx(|workbook| {
                workbook.add_worksheet().write(0, 0, "a").expect("");
            }),
            _ => archive(&[("content.xml", "<table:table><table:table-row/></table:table>")]),
        };
        for (at, byte) in hits {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        for format in [Format::Xls, Format::Xlsx, Format::Ods] {
            let _ = read(&bytes, format, &ReadLimits::default());
        }
    }
}
