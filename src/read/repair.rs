//! Repairs letters cell by cell after decoding, with the file and the column as prior.

use super::d_stroke;
use super::legacy_text::{self, Verdict};
use super::mojibake;
use crate::model::document::{Document, Encoding, ReadNote, Repair, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;

/// What is to be done with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    /// Proves that its column and row hold Unicode.
    Unicode,
    Neutral,
    /// Words of another language.
    Foreign,
    Repaired(Repair, String),
    /// Letters of TCVN3 or VNI, beyond doubt.
    Legacy(Encoding, String),
    Open,
    /// Holds Ð ð Ñ ñ, and perhaps proves Unicode.
    DStroke {
        unicode: bool,
    },
}

/// Evidence of one column, or of the whole file: how many cells say what, and the first rows.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    unicode: u32,
    tcvn3: u32,
    vni: u32,
    /// Words of other languages.
    foreign: u32,
    first_unicode: Option<u32>,
    first_legacy: Option<u32>,
}

impl Evidence {
    /// The old encoding that most cells hold, if more hold it than another language.
    fn legacy(self) -> Option<Encoding> {
        if self.tcvn3.max(self.vni) < self.foreign.max(1) {
            None
        } else if self.tcvn3 >= self.vni {
            Some(Encoding::Tcvn3)
        } else {
            Some(Encoding::Vni)
        }
    }

    fn count(&mut self, cell: &Cell, row: u32) {
        match cell {
            Cell::Unicode | Cell::DStroke { unicode: true } => {
                self.unicode += 1;
                self.first_unicode.get_or_insert(row);
            }
            Cell::Legacy(encoding, _) => {
                let count = if *encoding == Encoding::Tcvn3 {
                    &mut self.tcvn3
                } else {
                    &mut self.vni
                };
                *count += 1;
                self.first_legacy.get_or_insert(row);
            }
            Cell::Foreign => self.foreign += 1,
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

impl Place {
    fn row(&self) -> Key {
        (self.sheet, self.row)
    }

    fn column(&self) -> Key {
        (self.sheet, self.column)
    }
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
    let decided = decide(document, &places, &kinds);
    apply(document, &places, &decided);
}

/// Looks at every cell once, and at every distinct text that could need repair once.
fn classify(document: &Document) -> (Vec<Place>, Vec<Cell>) {
    let mut kinds = vec![Cell::Unicode];
    let mut known: FxHashMap<&str, u32> = FxHashMap::default();
    let whole = needs_whole_cells(&document.text);
    let mut places = each_cell(document, |text| match Letters::of(text, whole) {
        Letters { any: false, .. } => None,
        letters if letters.is_plain_unicode() => None,
        letters => {
            let kind = *known.entry(text).or_insert_with(|| {
                kinds.push(kind_of(text, letters));
                kinds.len() as u32 - 1
            });
            (kinds[kind as usize] != Cell::Neutral).then_some(kind)
        }
    });
    let legacy = |place: &Place| matches!(kinds[place.kind as usize], Cell::Legacy(..));
    if places.iter().any(legacy) {
        // Only now does it matter which cells prove Unicode.
        places.extend(each_cell(document, |text| {
            Letters::of(text, whole).is_plain_unicode().then_some(0)
        }));
        places.sort_unstable_by_key(|place| (place.sheet, place.cell));
    }
    (places, kinds)
}

/// The text holds marks or Ð ð Ñ ñ somewhere: then cells are looked at to their end, not only to the
/// first letter that proves Unicode.
fn needs_whole_cells(text: &str) -> bool {
    let bytes = text.as_bytes();
    let found = |(&first, &second): (&u8, &u8)| {
        // 0x90, 0x91, 0xB0 and 0xB1 differ in two bits only.
        (first & 0xFE == 0xCC) | ((first == 0xC3) & (second | 0x21 == 0xB1))
    };
    // Without a way out in the middle, so that many bytes are looked at in one step.
    bytes
        .iter()
        .zip(bytes.get(1..).unwrap_or(&[]))
        .map(found)
        .fold(false, |any, one| any | one)
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

/// Which kinds of letters beyond ASCII a cell has, found on its bytes: most cells end here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Letters {
    any: bool,
    /// Of U+0080 to U+00FF.
    latin: bool,
    /// Ă ă, which are also halves of double-encoded letters.
    breve: bool,
    /// Ð ð Ñ ñ.
    strokes: bool,
    /// Combining marks.
    marks: bool,
    /// Vietnamese letters that no code page of Western Europe has, but for Ă ă.
    distinctive: bool,
}

impl Letters {
    /// Looks at the whole cell, or only to the first letter that proves Unicode.
    fn of(text: &str, whole: bool) -> Letters {
        let mut letters = Letters::default();
        let bytes = text.as_bytes();
        let mut at = bytes
            .iter()
            .position(|b| !b.is_ascii())
            .unwrap_or(bytes.len());
        letters.any = at < bytes.len();
        while let Some(&lead) = bytes.get(at) {
            if letters.distinctive && !whole {
                break;
            }
            let next = bytes.get(at + 1).copied().unwrap_or(0);
            match (lead, next) {
                (0xC3, 0x90 | 0x91 | 0xB0 | 0xB1) => {
                    (letters.strokes, letters.latin) = (true, true)
                }
                (0xC2 | 0xC3, _) => letters.latin = true,
                (0xC4, 0x82 | 0x83) => letters.breve = true,
                (0xCC | 0xCD, _) => letters.marks = true,
                (0xE1, 0xBA | 0xBB)
                | (0xC4, 0x90 | 0x91 | 0xA8 | 0xA9)
                | (0xC5, 0xA8 | 0xA9)
                | (0xC6, 0xA0 | 0xA1 | 0xAF | 0xB0) => letters.distinctive = true,
                _ => {}
            }
            at += if lead < 0x80 { 1 } else { 2 };
        }
        letters
    }

    /// Nothing but letters that prove Unicode, and none that could need repair.
    fn is_plain_unicode(self) -> bool {
        self.distinctive && !self.marks && !self.strokes
    }
}

fn kind_of(text: &str, letters: Letters) -> Cell {
    let Letters {
        latin,
        breve,
        marks,
        strokes,
        distinctive,
        ..
    } = letters;
    if !distinctive
        && (latin || breve || marks)
        && let Some(undone) = mojibake::undo(text)
    {
        return Cell::Repaired(Repair::DoubleEncoded, undone.nfc().collect());
    }
    if marks {
        let composed: String = text.nfc().collect();
        if composed != text {
            return Cell::Repaired(Repair::Composed, composed);
        }
    }
    let unicode = distinctive || breve;
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
        Verdict::Foreign => Cell::Foreign,
        Verdict::Sure(encoding, repaired) => Cell::Legacy(encoding, repaired),
        Verdict::Open => Cell::Open,
    }
}

fn is_legacy(text: &str) -> bool {
    matches!(legacy_text::judge(text), Verdict::Sure(..))
}

type Key = (u32, u32);

/// What the cells of a file say together.
struct Context {
    file: Evidence,
    /// By sheet and column.
    columns: FxHashMap<Key, Evidence>,
    /// By sheet and row.
    rows: FxHashMap<Key, Evidence>,
    /// Rows with a Unicode cell in a column of an old font: a head above it.
    unicode_rows: FxHashSet<Key>,
}

impl Context {
    fn of(places: &[Place], kinds: &[Cell]) -> Context {
        let mut context = Context {
            file: Evidence::default(),
            columns: FxHashMap::default(),
            rows: FxHashMap::default(),
            unicode_rows: FxHashSet::default(),
        };
        for place in places {
            let cell = &kinds[place.kind as usize];
            context.file.count(cell, place.row);
            context
                .columns
                .entry(place.column())
                .or_default()
                .count(cell, place.row);
            context
                .rows
                .entry(place.row())
                .or_default()
                .count(cell, place.row);
        }
        for place in places {
            let unicode = matches!(
                kinds[place.kind as usize],
                Cell::Unicode | Cell::DStroke { unicode: true }
            );
            if unicode && context.column(place).legacy().is_some() {
                context.unicode_rows.insert(place.row());
            }
        }
        context
    }

    fn column(&self, place: &Place) -> Evidence {
        self.columns
            .get(&place.column())
            .copied()
            .unwrap_or_default()
    }

    /// The encoding that an open cell is read in: that of a file without Unicode, else that of its
    /// column, unless the cell belongs to a head in Unicode above a column in an old font.
    fn prior(&self, place: &Place) -> Option<Encoding> {
        let column = self.column(place);
        if self.file.unicode == 0 {
            return column.legacy().or(self.file.legacy());
        }
        let encoding = column.legacy()?;
        let row = self.rows.get(&place.row()).copied().unwrap_or_default();
        let above_all = column.first_legacy.is_none_or(|first| place.row < first)
            && column.first_unicode.is_none_or(|first| place.row <= first);
        let head = above_all && row.unicode > 0 && row.tcvn3 + row.vni == 0;
        let most = column.tcvn3 + column.vni > column.unicode;
        (most && !head && !self.unicode_rows.contains(&place.row())).then_some(encoding)
    }
}

/// What becomes of each place: `None` leaves the cell as written.
fn decide(document: &Document, places: &[Place], kinds: &[Cell]) -> Vec<Option<(Repair, String)>> {
    let context = Context::of(places, kinds);
    let vietnamese = context.file.unicode > 0 || context.file.legacy().is_some();
    let decide_one = |place: &Place| match &kinds[place.kind as usize] {
        Cell::Unicode | Cell::Neutral | Cell::Foreign => None,
        Cell::Repaired(repair, text) => Some((*repair, text.clone())),
        Cell::Legacy(encoding, text) => {
            let column = context.column(place);
            (column.legacy().is_some() || context.file.legacy().is_some())
                .then(|| (repair_of(*encoding), text.clone()))
        }
        Cell::DStroke { .. } => {
            let span = document.sheets[place.sheet as usize].cells[place.cell as usize];
            let text = document.get(span);
            let repaired = d_stroke::repair(text, vietnamese);
            (repaired != text).then_some((Repair::DStroke, repaired))
        }
        Cell::Open => {
            let encoding = context.prior(place)?;
            let span = document.sheets[place.sheet as usize].cells[place.cell as usize];
            let text = legacy_text::open_reading(document.get(span), encoding)?;
            Some((repair_of(encoding), text))
        }
    };
    places.iter().map(decide_one).collect()
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
