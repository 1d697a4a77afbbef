//! The container of old workbooks: which streams it has, and where their bytes lie in the file.

/// Sectors that end a chain or hold none.
const RESERVED: u32 = 0xFFFF_FFFA;

/// A compound file (MS-CFB), read as far as finding a stream needs.
pub struct Compound {
    sector: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    /// Sectors of the stream that holds the short streams.
    container: Vec<usize>,
    entries: Vec<Entry>,
}

/// A stream in its pieces.
pub struct Stream {
    offsets: Vec<usize>,
    unit: usize,
    length: usize,
}

/// Streams shorter than this lie in pieces of [`MINI`] bytes.
const SHORT: usize = 4096;
const MINI: usize = 64;

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
            mini_fat: Vec::new(),
            container: Vec::new(),
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
        let mini = compound.chain(u32_at(bytes, 60)?, sectors);
        let ids = |at: usize| (0..sector / 4).filter_map(move |i| u32_at(bytes, at + 4 * i));
        compound.mini_fat = mini.into_iter().flat_map(ids).collect();
        let root = compound
            .entries
            .first()
            .map_or(RESERVED, |entry| entry.start);
        compound.container = compound.chain(root, sectors);
        Some(compound)
    }

    /// Has a stream or storage of that name.
    pub fn has(&self, name: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Where a stream lies in the file.
    pub fn stream(&self, name: &str) -> Option<Stream> {
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        let Entry { start, length, .. } = *entry;
        if length >= SHORT {
            let offsets = self.chain(start, length / self.sector + 1);
            return Some(Stream {
                offsets,
                unit: self.sector,
                length,
            });
        }
        // Short streams lie in pieces of 64 bytes within a stream of the root's.
        let mut offsets = Vec::new();
        let mut id = start;
        while id < RESERVED && offsets.len() <= SHORT / MINI {
            let at = id as usize * MINI;
            offsets.push(self.container.get(at / self.sector)? + at % self.sector);
            id = self.mini_fat.get(id as usize).copied().unwrap_or(RESERVED);
        }
        Some(Stream {
            offsets,
            unit: MINI,
            length,
        })
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

impl Stream {
    /// The bytes of the stream, as far as the file has them.
    pub fn bytes(&self, file: &[u8]) -> Vec<u8> {
        let unit = |&at: &usize| {
            file.get(at..(at + self.unit).min(file.len()))
                .unwrap_or(&[])
        };
        self.offsets
            .iter()
            .flat_map(unit)
            .copied()
            .take(self.length)
            .collect()
    }

    /// The offset in the file of an offset in the stream.
    pub fn place(&self, at: usize) -> Option<usize> {
        self.offsets
            .get(at / self.unit)
            .map(|start| start + at % self.unit)
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
