//! The container of old workbooks: which streams it has, and where their bytes lie in the file.

/// Sectors that end a chain or hold none.
const RESERVED: u32 = 0xFFFF_FFFA;

/// A compound file (MS-CFB), read as far as finding a stream needs.
pub struct Compound {
    sector: usize,
    fat: Vec<u32>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

impl Compound {
    /// `None` if the header or the tables are broken.
    pub fn open(bytes: &[u8]) -> Option<Compound> {
        let sector = 1usize << u16_at(bytes, 30).filter(|shift| matches!(shift, 9 | 12))?;
        let mut compound = Compound {
            sector,
            fat: Vec::new(),
            entries: Vec::new(),
        };
        let sectors = bytes.len() / sector + 1;
        let mut tables: Vec<u32> = (0..109).filter_map(|i| u32_at(bytes, 76 + 4 * i)).collect();
        let mut next = u32_at(bytes, 68)?;
        let mut seen = 0;
        while next < RESERVED && seen <= sectors {
            let at = compound.offset(next);
            let ids = (0..sector / 4).filter_map(|i| u32_at(bytes, at + 4 * i));
            tables.extend(ids);
            next = tables.pop()?;
            seen += 1;
        }
        for id in tables.into_iter().filter(|&id| id < RESERVED).take(sectors) {
            let at = compound.offset(id);
            compound
                .fat
                .extend((0..sector / 4).filter_map(|i| u32_at(bytes, at + 4 * i)));
        }
        let directory = compound.chain(u32_at(bytes, 48)?, sectors);
        for at in directory {
            compound
                .entries
                .extend((0..sector / 128).filter_map(|i| entry(bytes, at + 128 * i)));
        }
        Some(compound)
    }

    /// Has a stream or storage of that name.
    pub fn has(&self, name: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// File offsets of the sectors of a stream, and its length; `None` for streams under 4,096
    /// bytes, which lie elsewhere and are too short to do harm.
    pub fn stream(&self, name: &str) -> Option<(Vec<usize>, usize)> {
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        (entry.length >= 4096).then(|| {
            (
                self.chain(entry.start, entry.length / self.sector + 1),
                entry.length,
            )
        })
    }

    /// Bytes of a sector.
    pub fn sector(&self) -> usize {
        self.sector
    }

    fn offset(&self, id: u32) -> usize {
        (id as usize + 1).saturating_mul(self.sector)
    }

    fn chain(&self, first: u32, most: usize) -> Vec<usize> {
        let mut offsets = Vec::new();
        let mut id = first;
        while id < RESERVED && offsets.len() < most {
            offsets.push(self.offset(id));
            match self.fat.get(id as usize) {
                Some(&next) => id = next,
                None => break,
            }
        }
        offsets
    }
}

fn entry(bytes: &[u8], at: usize) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, at + 64)?).min(64);
    let units = (0..length.saturating_sub(2) / 2).filter_map(|i| u16_at(bytes, at + 2 * i));
    let name: String = char::decode_utf16(units)
        .map(|c| c.unwrap_or('\u{FFFD}'))
        .collect();
    let start = u32_at(bytes, at + 116)?;
    let length = u32_at(bytes, at + 120)? as usize;
    (!name.is_empty()).then_some(Entry {
        name,
        start,
        length,
    })
}

/// A little-endian number of two bytes.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes
        .get(at..at.checked_add(2)?)?
        .try_into()
        .ok()
        .map(u16::from_le_bytes)
}

/// A little-endian number of four bytes.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes
        .get(at..at.checked_add(4)?)?
        .try_into()
        .ok()
        .map(u32::from_le_bytes)
}
