//! The bytes of a workbook: the same on every system.

use rust_xlsxwriter::{Workbook, XlsxError};

/// As a directory entry says that it was packed on Unix.
const UNIX: u8 = 3;
const END_BYTES: usize = 22;
const ENTRY: &[u8] = b"PK\x01\x02";
const ENTRY_BYTES: usize = 46;

/// Saves a workbook.
///
/// # Errors
/// When something in it cannot be written.
pub fn save(workbook: &mut Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut bytes = workbook.save_to_buffer()?;
    pack_as_on_unix(&mut bytes);
    Ok(bytes)
}

/// The archive lists its files at its end, each with the system that it was packed on.
fn pack_as_on_unix(bytes: &mut [u8]) {
    let end = bytes.len().saturating_sub(END_BYTES);
    let offset = bytes.get(end + 16..end + 20);
    let offset: Option<[u8; 4]> = offset.and_then(|offset| offset.try_into().ok());
    let mut at = offset.map_or(end, |offset| u32::from_le_bytes(offset) as usize);
    while let Some(entry) = bytes.get_mut(at..at + ENTRY_BYTES)
        && entry.starts_with(ENTRY)
    {
        entry[5] = UNIX;
        let length = |at: usize| usize::from(u16::from_le_bytes([entry[at], entry[at + 1]]));
        at += ENTRY_BYTES + length(28) + length(30) + length(32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_on_another_system_is_as_packed_on_unix() {
        let saved = save(&mut Workbook::new()).expect("a workbook");
        let mut other = saved.clone();
        let entries: Vec<usize> = (0..saved.len())
            .filter(|at| saved[*at..].starts_with(ENTRY))
            .collect();
        assert!(entries.len() > 5, "{entries:?}");
        for at in entries {
            assert_eq!(other[at + 5], UNIX);
            other[at + 5] = 0;
        }
        pack_as_on_unix(&mut other);
        assert_eq!(other, saved);
        pack_as_on_unix(&mut []);
    }
}
