//! The container of old workbooks: which streams it has, and where their bytes lie in the file.

/// Sectors that end a chain or hold none.
const RESERVED: u32 = 0xFFFF_FFFA;

/// A compound file (MS-CFB), read as far as finding a stream needs.
///
/// Tables may point in circles or at one sector a thousand times: no chain is followed further than
/// the file has sectors, so that nothing read here is larger than the file.
pub struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    /// Sectors of the stream that holds the short streams.
    container: Vec<usize>,
    entries: Vec<Entry>,
}

/// Streams shorter than this lie in pieces of [`MINI`] bytes.
const SHORT: usize = 4096;
const MINI: usize = 64;

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

impl<'b> Compound<'b> {
    /// `None` if the header or the tables are broken.
    pub fn open(bytes: &'b [u8]) -> Option<Compound<'b>> {
        let sector = 1usize << u16_at(bytes, 30).filter(|shift| matches!(shift, 9 | 12))?;
        let mut compound = Compound {
            bytes,
            sector,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            container: Vec::new(),
            entries: Vec::new(),
        };
        let sectors = compound.sectors();
        let mut tables: Vec<u32> = (0..109).filter_map(|i| u32_at(bytes, 76 + 4 * i)).collect();
        let mut next = u32_at(bytes, 68)?;
        let mut seen = 0;
        while next < RESERVED && seen <= sectors {
            tables.extend(compound.ids(compound.offset(next)));
            next = tables.pop()?;
            seen += 1;
        }
        for id in tables.into_iter().filter(|&id| id < RESERVED).take(sectors) {
            let ids: Vec<u32> = compound.ids(compound.offset(id)).collect();
            compound.fat.extend(ids);
        }
        let directory = compound.chain(u32_at(bytes, 48)?);
        for at in directory {
            compound
                .entries
                .extend((0..sector / 128).filter_map(|i| entry(bytes, at + 128 * i)));
        }
        let mini = compound.chain(u32_at(bytes, 60)?);
        compound.mini_fat = mini.iter().flat_map(|&at| compound.ids(at)).collect();
        let root = compound.entries.first();
        compound.container = compound.chain(root.map_or(RESERVED, |entry| entry.start));
        Some(compound)
    }

    /// Has a stream or storage of that name.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream, as far as the file has them.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        let (offsets, unit) = if entry.length >= SHORT {
            (self.chain(entry.start), self.sector)
        } else {
            (self.short_chain(entry.start)?, MINI)
        };
        let pieces = offsets.into_iter().flat_map(|at| {
            let end = (at + unit).min(self.bytes.len());
            self.bytes.get(at..end).unwrap_or(&[])
        });
        Some(pieces.copied().take(entry.length).collect())
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Pieces of a short stream: they lie within a stream of the root's.
    fn short_chain(&self, start: u32) -> Option<Vec<usize>> {
        let mut offsets = Vec::new();
        let mut id = start;
        while id < RESERVED && offsets.len() <= SHORT / MINI {
            let at = id as usize * MINI;
            offsets.push(self.container.get(at / self.sector)? + at % self.sector);
            id = self.mini_fat.get(id as usize).copied().unwrap_or(RESERVED);
        }
        Some(offsets)
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    fn offset(&self, id: u32) -> usize {
        (id as usize + 1).saturating_mul(self.sector)
    }

    /// The numbers that a sector of a table holds.
    fn ids(&self, at: usize) -> impl Iterator<Item = u32> + use<'b> {
        let bytes = self.bytes;
        (0..self.sector / 4).filter_map(move |i| u32_at(bytes, at.saturating_add(4 * i)))
    }

    fn chain(&self, first: u32) -> Vec<usize> {
        let mut offsets = Vec::new();
        let mut id = first;
        while id < RESERVED && offsets.len() < self.sectors() {
            offsets.push(self.offset(id));
            match self.fat.get(id as usize) {
                Some(&next) => id = next,
                None => break,
            }
        }
        offsets
    }
}

/// Bytes of a sector, and entries of a table in it, of what [`wrap`] makes.
const SECTOR: usize = 4096;
const PER_SECTOR: usize = SECTOR / 4;
/// Tables that the header itself lists: room for 457 MB.
const TABLES: usize = 109;
const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const TABLE: u32 = 0xFFFF_FFFD;

/// A compound file whose only stream is the given one, every chain straight.
///
/// `None` if the stream is longer than such a file can hold (over 400 MB).
pub fn wrap(name: &str, stream: &[u8]) -> Option<Vec<u8>> {
    let length = stream.len().max(SHORT);
    let data = length.div_ceil(SECTOR);
    // Sectors: the directory, the data, then the tables.
    let tables = (0..=TABLES).find(|tables| 1 + data + tables <= tables * PER_SECTOR)?;
    let mut file = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" as &[u8], &[0; 16]].concat();
    file.extend(
        [0x3E, 4, 0xFFFE, 12, 6, 0, 0, 0]
            .into_iter()
            .flat_map(u16::to_le_bytes),
    );
    let head = [1, tables as u32, 0, 0, SHORT as u32, END, 0, END, 0];
    let listed = (0..TABLES).map(|table| {
        if table < tables {
            (1 + data + table) as u32
        } else {
            FREE
        }
    });
    file.extend(head.into_iter().chain(listed).flat_map(u32::to_le_bytes));
    file.resize(SECTOR, 0);
    file.extend(directory_entry("Root Entry", 5, 0, 0));
    file.extend(directory_entry(name, 2, 1, length));
    file.resize(2 * SECTOR, 0);
    file.extend(stream);
    file.resize((2 + data) * SECTOR, 0);
    let next = (1..=data as u32).map(|id| if id == data as u32 { END } else { id + 1 });
    let chains = std::iter::once(END).chain(next).chain(vec![TABLE; tables]);
    file.extend(chains.flat_map(u32::to_le_bytes));
    file.resize((2 + data + tables) * SECTOR, 0xFF);
    Some(file)
}

fn directory_entry(name: &str, kind: u8, start: u32, length: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let name = entry.len() as u16 + 2;
    entry.resize(64, 0);
    entry.extend(name.to_le_bytes());
    entry.extend([kind, 1]);
    entry.resize(116, 0xFF);
    entry.extend(start.to_le_bytes());
    entry.extend((length as u64).to_le_bytes());
    entry
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
