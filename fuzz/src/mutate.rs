//! How one input becomes another: what accidents do to files, and what nobody would.

use crate::random::Random;

/// Longest input: beyond it only time is lost.
pub const LONGEST: usize = 256 << 10;

/// Pieces that readers trip over.
const TOKENS: [&[u8]; 40] = [
    b",",
    b";",
    b"\t",
    b"|",
    b":",
    b", ",
    b"\"",
    b"'",
    b"\\\"",
    b"\"\"",
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xC2\xA0",
    b"\xC3\x90",
    b"\xCC\x81",
    b"\xAD",
    b"?",
    "ĐOÀN RA".as_bytes(),
    "II. ĐOÀN VÀO".as_bytes(),
    b"\xA7o\xB5n ra",
    "TT,Tên đoàn,Nước đi,Số người".as_bytes(),
    "STT\tTên đoàn\tSố ngày".as_bytes(),
    "Tổng cộng".as_bytes(),
    "-nt-".as_bytes(),
    "Không có".as_bytes(),
    "Quý III/2021".as_bytes(),
    "4294967296".as_bytes(),
    "-1".as_bytes(),
    "31/12/9999 - 1/1/0001".as_bytes(),
    "99999999999999999999 tỷ đồng".as_bytes(),
    b"1e308",
    "1/0".as_bytes(),
    "(1)\t(2)\t(3)".as_bytes(),
    "Ã„â€˜oÃ n".as_bytes(),
    "§oµn".as_bytes(),
];

/// A new input from one or two old ones, by one to eight changes.
pub fn mutate(seed: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let mut input = seed.to_vec();
    for _ in 0..=random.below(8) {
        change(&mut input, other, random);
    }
    input.truncate(LONGEST);
    input
}

fn change(input: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    match random.below(14) {
        0 => flip(input, random),
        1 => {
            let at = random.below(input.len());
            if let Some(byte) = input.get_mut(at) {
                *byte = random.byte();
            }
        }
        2 | 3 => insert(input, token(random), random),
        4 => cut(input, random),
        5 => copy(input, random),
        6 => repeat_piece(input, random),
        7 => input.truncate(random.below(input.len() + 1)),
        8 => splice(input, other, random),
        9 => switch_encoding(input, random),
        10 => exchange(input, random),
        11 => repeat_token(input, random),
        12 => swap_lines(input, random),
        _ => overwrite_run(input, random),
    }
}

fn token(random: &mut Random) -> &'static [u8] {
    TOKENS[random.below(TOKENS.len())]
}

fn flip(input: &mut [u8], random: &mut Random) {
    let at = random.below(input.len());
    if let Some(byte) = input.get_mut(at) {
        *byte ^= 1 << random.below(8);
    }
}

fn insert(input: &mut Vec<u8>, piece: &[u8], random: &mut Random) {
    let at = random.below(input.len() + 1);
    input.splice(at..at, piece.iter().copied());
}

/// A range of the input, mostly short.
fn range(input: &[u8], random: &mut Random) -> std::ops::Range<usize> {
    let longest = if random.once_in(4) { input.len() } else { 64 };
    let start = random.below(input.len() + 1);
    let end = (start + random.below(longest + 1)).min(input.len());
    start..end
}

fn cut(input: &mut Vec<u8>, random: &mut Random) {
    let piece = range(input, random);
    input.drain(piece);
}

fn copy(input: &mut Vec<u8>, random: &mut Random) {
    let piece = input[range(input, random)].to_vec();
    insert(input, &piece, random);
}

/// A piece many times over: long lines, many rows, deep columns.
fn repeat_piece(input: &mut Vec<u8>, random: &mut Random) {
    let piece = input[range(input, random)].to_vec();
    let times = 1 << random.below(12);
    let room = LONGEST.saturating_sub(input.len()) / piece.len().max(1);
    insert(input, &piece.repeat(times.min(room)), random);
}

fn repeat_token(input: &mut Vec<u8>, random: &mut Random) {
    let token = token(random);
    let times = 1 << random.below(14);
    let room = LONGEST.saturating_sub(input.len()) / token.len();
    insert(input, &token.repeat(times.min(room)), random);
}

fn splice(input: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    let piece = other[range(other, random)].to_vec();
    insert(input, &piece, random);
}

/// The same text in another encoding, or what an accident makes of it.
fn switch_encoding(input: &mut Vec<u8>, random: &mut Random) {
    let text = String::from_utf8_lossy(input).into_owned();
    *input = match random.below(6) {
        0 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        1 => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        2 => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(input)
            .0
            .into_owned()
            .into_bytes(),
        3 => encoding_rs::WINDOWS_1258
            .decode_without_bom_handling(input)
            .0
            .into_owned()
            .into_bytes(),
        4 => encoding_rs::WINDOWS_1258.encode(&text).0.into_owned(),
        // The low bytes alone: what a program of one byte a letter makes of it.
        _ => text.chars().map(|c| c as u8).collect(),
    };
}

/// Every delimiter, quote or line end becomes another.
fn exchange(input: &mut [u8], random: &mut Random) {
    let signs = b",;\t|:\"'\n\r\\ ";
    let (from, to) = (*random.pick(signs), *random.pick(signs));
    for byte in input.iter_mut().filter(|byte| **byte == from) {
        *byte = to;
    }
}

fn swap_lines(input: &mut Vec<u8>, random: &mut Random) {
    let mut lines: Vec<Vec<u8>> = input.split(|&b| b == b'\n').map(<[u8]>::to_vec).collect();
    let (one, other) = (random.below(lines.len()), random.below(lines.len()));
    lines.swap(one, other);
    *input = lines.join(&b'\n');
}

fn overwrite_run(input: &mut [u8], random: &mut Random) {
    let byte = random.byte();
    let piece = range(input, random);
    input[piece].fill(byte);
}
