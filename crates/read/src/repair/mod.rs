//! Repairs letters cell by cell after decoding, with the file and the column as prior.

mod cell;
mod composition;
mod context;
mod legacy_text;
mod letters;
mod mojibake;

use crate::document::{Document, Encoding, ReadNote, Repair, Span};
use cell::Cell;
use composition::compose;
use context::{Context, Place};
use legacy_text::Verdict;
use letters::{Letters, needs_whole_cells};
use rustc_hash::FxHashMap;

/// Repairs all cells of a document. Correct Unicode stays as it is; what is changed is noted.
pub fn repair(document: &mut Document) {
    // Bytes of an old encoding were decoded as a whole: only the Western code page says nothing about its cells.
    if document.text.is_ascii()
        || (document.encoding.is_legacy() && document.encoding != Encoding::Windows1252)
    {
        return;
    }
    let Some((places, kinds)) = classify(document) else {
        return;
    };
    let decided = decide(document, &places, &kinds);
    apply(document, &places, &decided);
}

/// Looks at every distinct text that could need repair once; only where one does it matters where
/// they stand. `None` where none does: cells that prove nothing are repaired beside others alone.
fn classify(document: &Document) -> Option<(Vec<Place>, Vec<Cell>)> {
    let mut kinds = vec![Cell::Unicode];
    let mut known: FxHashMap<&str, u32> = FxHashMap::default();
    let whole = needs_whole_cells(&document.text);
    let bytes = document.text.as_bytes();
    for &span in document.sheets.iter().flat_map(|sheet| &sheet.cells) {
        let start = span.start as usize;
        let cell = bytes.get(start..start + span.len as usize);
        let letters = Letters::of(cell.unwrap_or_default(), whole);
        if letters.any && !letters.is_plain_unicode() {
            let text = document.get(span);
            known.entry(text).or_insert_with(|| {
                kinds.push(kind_of(text, letters));
                kinds.len() as u32 - 1
            });
        }
    }
    let repaired = |kind: &Cell| matches!(kind, Cell::Legacy(..) | Cell::Repaired(..));
    if !kinds.iter().any(repaired) {
        return None;
    }
    // Which cells prove Unicode, and which prove nothing, tells what such letters were.
    let doubled = |kind: &Cell| matches!(kind, Cell::Repaired(Repair::DoubleEncoded, _));
    let telling = kinds
        .iter()
        .any(|kind| doubled(kind) || matches!(kind, Cell::Legacy(..)));
    let places = each_cell(document, |text| match known.get(text) {
        Some(&kind) => (telling || kinds[kind as usize] != Cell::Neutral).then_some(kind),
        None => (telling && Letters::of(text.as_bytes(), whole).is_plain_unicode()).then_some(0),
    });
    Some((places, kinds))
}

/// Places of the cells that a look-up gives a kind.
fn each_cell<'d>(
    document: &'d Document,
    mut kind_of: impl FnMut(&'d str) -> Option<u32>,
) -> Vec<Place> {
    let mut places = Vec::new();
    for (sheet_index, sheet) in document.sheets.iter().enumerate() {
        for (row_index, row) in sheet.rows.iter().enumerate() {
            let range = row.first_cell as usize..(row.first_cell + row.cells) as usize;
            for (column, &span) in sheet.cells.get(range).unwrap_or(&[]).iter().enumerate() {
                if let Some(kind) = kind_of(document.get(span)) {
                    places.push(Place {
                        sheet: sheet_index as u32,
                        row: row_index as u32,
                        column: column as u32,
                        cell: row.first_cell + column as u32,
                        kind,
                    });
                }
            }
        }
    }
    places
}

fn kind_of(text: &str, letters: Letters) -> Cell {
    let Letters {
        latin,
        breve,
        marks,
        distinctive,
        ..
    } = letters;
    if !distinctive
        && (latin || breve || marks)
        && let Some(undone) = mojibake::undo(text)
    {
        return Cell::Repaired(Repair::DoubleEncoded, compose(&undone));
    }
    if marks {
        let composed = compose(text);
        if composed != text {
            return Cell::Repaired(Repair::Composed, composed);
        }
    }
    if distinctive || breve || marks {
        return Cell::Unicode;
    }
    if !latin {
        return Cell::Neutral;
    }
    match legacy_text::judge(text) {
        Verdict::AsWritten => Cell::Neutral,
        Verdict::Foreign => Cell::Foreign,
        Verdict::Sure(encoding, repaired) => Cell::Legacy(encoding, repaired),
        Verdict::Open => Cell::Open,
    }
}

/// What becomes of each place: `None` leaves the cell as written.
fn decide(document: &Document, places: &[Place], kinds: &[Cell]) -> Vec<Option<(Repair, String)>> {
    let context = Context::of(places, kinds);
    let decide_one = |place: &Place| {
        let text = document.get(document.sheets[place.sheet as usize].cells[place.cell as usize]);
        match &kinds[place.kind as usize] {
            Cell::Unicode => None,
            Cell::Repaired(repair, text) => Some((*repair, text.clone())),
            Cell::Legacy(encoding, reading) => {
                let prior = context.column(place).legacy().or(context.file.legacy())?;
                let other = || legacy_text::prior_reading(text, prior);
                let reading =
                    if prior == *encoding { None } else { other() }.unwrap_or(reading.clone());
                Some((repair_of(prior), reading))
            }
            Cell::Neutral | Cell::Foreign | Cell::Open => by_prior(&context, place, text),
        }
    };
    places.iter().map(decide_one).collect()
}

/// What a cell is that proves nothing by itself, from what stands round it.
fn by_prior(context: &Context, place: &Place, text: &str) -> Option<(Repair, String)> {
    if context.is_doubled() {
        return mojibake::undo_by_prior(text)
            .map(|undone| (Repair::DoubleEncoded, compose(&undone)));
    }
    let encoding = context.prior(place)?;
    let open = legacy_text::open_reading(text, encoding);
    let reading = open.or_else(|| legacy_text::prior_reading(text, encoding))?;
    Some((repair_of(encoding), reading))
}

fn repair_of(encoding: Encoding) -> Repair {
    if encoding == Encoding::Vni {
        Repair::VniText
    } else {
        Repair::Tcvn3Text
    }
}

/// Writes the repaired cells to the end of the text and notes each kind of repair once.
fn apply(document: &mut Document, places: &[Place], decided: &[Option<(Repair, String)>]) {
    let mut notes: Vec<ReadNote> = Vec::new();
    let mut written: FxHashMap<(u32, Repair), Span> = FxHashMap::default();
    for (place, repaired) in places.iter().zip(decided) {
        let Some((repair, text)) = repaired else {
            continue;
        };
        if document.text.len() + text.len() > u32::MAX as usize {
            break;
        }
        let sheet = &document.sheets[place.sheet as usize];
        let before = sheet.cells[place.cell as usize];
        let line = sheet.rows[place.row as usize].line;
        let span = match written.get(&(place.kind, *repair)) {
            Some(&span) => span,
            None => document.push_text(text),
        };
        written.insert((place.kind, *repair), span);
        count(&mut notes, *repair, || ReadNote::Repaired {
            repair: *repair,
            cells: 1,
            line,
            column: place.column + 1,
            before: document.get(before).to_string(),
            after: text.clone(),
        });
        document.sheets[place.sheet as usize].cells[place.cell as usize] = span;
    }
    document.notes.extend(notes);
}

fn count(notes: &mut Vec<ReadNote>, kind: Repair, first: impl FnOnce() -> ReadNote) {
    for note in notes.iter_mut() {
        if let ReadNote::Repaired { repair, cells, .. } = note
            && *repair == kind
        {
            *cells += 1;
            return;
        }
    }
    notes.push(first());
}
