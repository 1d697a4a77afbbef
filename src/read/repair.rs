//! Repairs letters cell by cell after decoding, with the file and the column as prior.

use super::d_stroke;
use super::legacy_text::{self, Verdict};
use super::mojibake;
use crate::model::document::{Document, Encoding, ReadNote, Repair, Span};
use crate::vocabulary::syllables::is_distinctive_letter;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// What is to be done with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    /// Proves that its column and row hold Unicode.
    Unicode,
    Neutral,
    Repaired(Repair, String),
    /// Letters of TCVN3 or VNI, beyond doubt.
    Legacy(Encoding, String),
    Open {
        tcvn3: Option<String>,
        vni: Option<String>,
    },
    /// Holds Ð ð Ñ ñ, and perhaps proves Unicode.
    DStroke {
        unicode: bool,
    },
}

/// Evidence of one column, or of the whole file.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    unicode: u32,
    tcvn3: u32,
    vni: u32,
}

impl Evidence {
    fn legacy(self) -> Option<Encoding> {
        match (self.tcvn3, self.vni) {
            (0, 0) => None,
            (tcvn3, vni) if tcvn3 >= vni => Some(Encoding::Tcvn3),
            _ => Some(Encoding::Vni),
        }
    }

    fn count(&mut self, cell: &Cell) {
        match cell {
            Cell::Unicode | Cell::DStroke { unicode: true } => self.unicode += 1,
            Cell::Legacy(Encoding::Tcvn3, _) => self.tcvn3 += 1,
            Cell::Legacy(..) => self.vni += 1,
            _ => {}
        }
    }
}

/// A cell that is no plain one: where it stands, and what it is (an index into the distinct ones).
struct Place {
    sheet: u32,
    row: u32,
    column: u32,
    cell: u32,
    kind: u32,
}

/// Repairs all cells of a document. Correct Unicode stays as it is; what is changed is noted.
pub fn repair(document: &mut Document) {
    // Bytes of an old encoding were decoded as a whole: only Ð of the Western code page is left.
    if document.text.is_ascii()
        || (document.encoding.is_legacy() && document.encoding != Encoding::Windows1252)
    {
        return;
    }
    let (places, kinds) = classify(document);
    let decided = decide(document, &places, kinds);
    apply(document, &places, &decided);
}

/// Looks at every cell once, and at every distinct text once.
fn classify(document: &Document) -> (Vec<Place>, Vec<Cell>) {
    let mut places = Vec::new();
    let mut kinds = Vec::new();
    let mut known: FxHashMap<&str, u32> = FxHashMap::default();
    for (sheet_index, sheet) in document.sheets.iter().enumerate() {
        for (row_index, row) in sheet.rows.iter().enumerate() {
            let range = row.first_cell as usize..(row.first_cell + row.cells) as usize;
            for (column, &span) in sheet.cells.get(range).unwrap_or(&[]).iter().enumerate() {
                let text = document.get(span);
                if text.is_ascii() {
                    continue;
                }
                let kind = match known.get(text) {
                    Some(&kind) => kind,
                    None => {
                        let kind = kinds.len() as u32;
                        kinds.push(kind_of(text));
                        known.insert(text, kind);
                        kind
                    }
                };
                if kinds[kind as usize] != Cell::Neutral {
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
    (places, kinds)
}

fn kind_of(text: &str) -> Cell {
    let mut unicode = false;
    let (mut latin, mut breve, mut marks, mut strokes) = (false, false, false, false);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        match c {
            'Ă' | 'ă' => breve = true,
            'Ð' | 'ð' | 'Ñ' | 'ñ' => (strokes, latin) = (true, true),
            '\u{80}'..='\u{FF}' => latin = true,
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' | '\u{302}' | '\u{306}'
            | '\u{31B}' => marks = true,
            _ => unicode |= is_distinctive_letter(c),
        }
    }
    if !unicode && (latin || breve || marks) {
        if let Some(undone) = mojibake::undo(text) {
            return Cell::Repaired(Repair::DoubleEncoded, undone.nfc().collect());
        }
    }
    if marks {
        let composed: String = text.nfc().collect();
        if composed != text {
            return Cell::Repaired(Repair::Composed, composed);
        }
    }
    let unicode = unicode || breve;
    if strokes && (unicode || d_stroke::repair(text, true) != text) && !is_legacy(text) {
        return Cell::DStroke { unicode };
    }
    if unicode || marks {
        return Cell::Unicode;
    }
    if !latin {
        return Cell::Neutral;
    }
    match legacy_text::judge(text) {
        Verdict::AsWritten => Cell::Neutral,
        Verdict::Sure(encoding, repaired) => Cell::Legacy(encoding, repaired),
        Verdict::Open { tcvn3, vni } => Cell::Open { tcvn3, vni },
    }
}

fn is_legacy(text: &str) -> bool {
    matches!(legacy_text::judge(text), Verdict::Sure(..))
}

/// What becomes of each place: `None` leaves the cell as written.
fn decide(
    document: &Document,
    places: &[Place],
    kinds: Vec<Cell>,
) -> Vec<Option<(Repair, String)>> {
    let mut file = Evidence::default();
    let mut columns: FxHashMap<(u32, u32), Evidence> = FxHashMap::default();
    for place in places {
        let cell = &kinds[place.kind as usize];
        file.count(cell);
        columns
            .entry((place.sheet, place.column))
            .or_default()
            .count(cell);
    }
    let unicode_rows = rows_in_unicode(places, &kinds, &columns);
    let vietnamese = file.unicode > 0 || file.legacy().is_some();
    places
        .iter()
        .map(|place| match &kinds[place.kind as usize] {
            Cell::Unicode | Cell::Neutral => None,
            Cell::Repaired(repair, text) => Some((*repair, text.clone())),
            Cell::Legacy(encoding, text) => Some((repair_of(*encoding), text.clone())),
            Cell::DStroke { .. } => {
                let span = document.sheets[place.sheet as usize].cells[place.cell as usize];
                let text = document.get(span);
                let repaired = d_stroke::repair(text, vietnamese);
                (repaired != text).then_some((Repair::DStroke, repaired))
            }
            Cell::Open { tcvn3, vni } => {
                let column = columns
                    .get(&(place.sheet, place.column))
                    .copied()
                    .unwrap_or_default();
                let encoding = prior(
                    file,
                    column,
                    unicode_rows.contains_key(&(place.sheet, place.row)),
                )?;
                let text = if encoding == Encoding::Tcvn3 {
                    tcvn3
                } else {
                    vni
                };
                text.clone().map(|text| (repair_of(encoding), text))
            }
        })
        .collect()
}

/// The encoding that an open cell is read in: that of a file without Unicode, else that of its
/// column, unless the row shows itself to be Unicode (a head above a column in an old font).
fn prior(file: Evidence, column: Evidence, unicode_row: bool) -> Option<Encoding> {
    if file.unicode == 0 {
        return column.legacy().or(file.legacy());
    }
    let encoding = column.legacy()?;
    (column.tcvn3 + column.vni > column.unicode && !unicode_row).then_some(encoding)
}

/// Rows with a Unicode cell in a column of an old font.
fn rows_in_unicode(
    places: &[Place],
    kinds: &[Cell],
    columns: &FxHashMap<(u32, u32), Evidence>,
) -> FxHashMap<(u32, u32), ()> {
    places
        .iter()
        .filter(|place| {
            let unicode = matches!(
                kinds[place.kind as usize],
                Cell::Unicode | Cell::DStroke { unicode: true }
            );
            unicode
                && columns
                    .get(&(place.sheet, place.column))
                    .is_some_and(|column| column.legacy().is_some())
        })
        .map(|place| ((place.sheet, place.row), ()))
        .collect()
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
