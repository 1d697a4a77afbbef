//! Which delimiters, quotes and escapes a text could be written with, judged on its first lines.

/// Bytes and lines looked at.
const SAMPLE_BYTES: usize = 96 * 1024;
const SAMPLE_LINES: usize = 600;

/// Delimiters that files of tables are written with, and what speaks for each before looking: tabs
/// and bars do not stand in sentences, colons do and in times.
const COMMON: [(u8, f64); 5] = [
    (b',', 1.0),
    (b';', 1.0),
    (b'\t', 1.3),
    (b'|', 1.2),
    (b':', 0.6),
];
/// Delimiters that stand in nearly every line, or they are none.
const RARE: &[u8] = b"~^#*&!$%@+=\x01\x02\x07\x1c\x1d\x1e\x1f ";
const RARE_WEIGHT: f64 = 0.6;

/// The first lines of a text, whole lines where they are not too long.
pub fn head(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let window = &text[..end];
    let breaks = memchr::memchr2_iter(b'\n', b'\r', window.as_bytes());
    let mut last = None;
    for (count, at) in breaks.enumerate() {
        last = Some(at + 1);
        if count >= SAMPLE_LINES {
            return &window[..at + 1];
        }
    }
    if end == text.len() {
        window
    } else {
        &window[..last.unwrap_or(end)]
    }
}

/// Delimiters that occur, with their weights.
pub fn delimiters(sample: &str) -> Vec<(u8, f64)> {
    let mut candidate = [false; 256];
    for b in COMMON.iter().map(|(b, _)| b).chain(RARE) {
        candidate[*b as usize] = true;
    }
    // Lines that hold a byte, and the last of them.
    let mut holding = [(0usize, 0usize); 256];
    let mut total = 0;
    for line in lines(sample).filter(|line| !line.trim().is_empty()) {
        total += 1;
        for &b in line.as_bytes().iter().filter(|&&b| candidate[b as usize]) {
            let (lines, last) = &mut holding[b as usize];
            if *last != total {
                (*lines, *last) = (*lines + 1, total);
            }
        }
    }
    let holding = |b: u8| holding[b as usize].0;
    let mut found: Vec<(u8, f64)> = COMMON
        .into_iter()
        .filter(|&(b, _)| holding(b) > 0)
        .collect();
    let everywhere = |b: u8| total > 1 && holding(b) * 10 >= total * 8;
    found.extend(
        RARE.iter()
            .filter(|&&b| everywhere(b))
            .map(|&b| (b, RARE_WEIGHT)),
    );
    found
}

pub fn lines(sample: &str) -> impl Iterator<Item = &str> {
    sample.split(['\n', '\r'])
}

pub fn quotes(sample: &str) -> Vec<Option<u8>> {
    let mut quotes = vec![None];
    quotes.extend(
        [b'"', b'\'']
            .into_iter()
            .filter(|&q| sample.as_bytes().contains(&q))
            .map(Some),
    );
    quotes
}

pub fn escapes(sample: &str, quote: Option<u8>) -> Vec<Option<u8>> {
    let mut escapes = vec![None];
    let covers = |pair: &[u8]| pair[0] == b'\\' && Some(pair[1]) == quote;
    if quote.is_some() && sample.as_bytes().windows(2).any(covers) {
        escapes.push(Some(b'\\'));
    }
    escapes
}
