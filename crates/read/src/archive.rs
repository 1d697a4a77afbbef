//! The archive that a workbook is packed in: opened, and measured before anything is unpacked to be kept.

use crate::document::Unreadable;
use crate::limits::ReadLimits;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The files of a packed workbook.
pub type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Deflate makes at most this much of one byte: smaller archives need no measuring.
const DEFLATE: u64 = 1032;

/// Opens an archive without unpacking anything.
pub fn open(bytes: &[u8]) -> Result<Archive<'_>, Unreadable> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|error| Unreadable::Workbook(error.to_string()))
}

/// What an archive may unpack to unmeasured: no reader of it takes many times as much.
const UNMEASURED: u64 = 128 << 20;
/// Longest piece without a tag: the readers of XML keep it whole, more than once. A cell has 1 MiB at most.
const LONGEST_PIECE: usize = 32 << 20;

/// Most shared strings of a workbook: an empty one takes five bytes of the file and many more in memory.
const MOST_STRINGS: usize = 1 << 24;

/// Unpacks without keeping, where the archive could be a bomb: sizes that an archive states may lie.
pub fn measure(archive: &mut Archive<'_>, limits: &ReadLimits) -> Result<(), Unreadable> {
    let (mut packed, mut unpacked) = (0u64, 0u64);
    for index in 0..archive.len() {
        packed += archive
            .by_index_raw(index)
            .map_or(0, |entry| entry.compressed_size());
    }
    if packed.saturating_mul(DEFLATE) <= limits.unpacked_bytes.min(UNMEASURED) {
        return Ok(());
    }
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let Ok(mut entry) = archive.by_index(index) else {
            continue;
        };
        let (mut piece, mut strings) = (0, 0);
        while let Ok(count @ 1..) = entry.read(&mut buffer) {
            unpacked += count as u64;
            piece = match memchr::memrchr(b'<', &buffer[..count]) {
                Some(last) => count - last,
                None => piece + count,
            };
            strings += memchr::memmem::find_iter(&buffer[..count], "<si").count();
            if strings > MOST_STRINGS {
                let reason = format!("more than {MOST_STRINGS} strings");
                return Err(Unreadable::Workbook(reason));
            }
            if piece > LONGEST_PIECE {
                let reason = format!("a piece of more than {LONGEST_PIECE} bytes without a tag");
                return Err(Unreadable::Workbook(reason));
            }
            if unpacked > limits.unpacked_bytes {
                return Err(Unreadable::TooLarge {
                    bytes: unpacked,
                    limit: limits.unpacked_bytes,
                });
            }
        }
    }
    Ok(())
}
