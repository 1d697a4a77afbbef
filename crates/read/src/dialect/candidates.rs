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
pub const RARE_WEIGHT: f64 = 0.6;

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

/// Common delimiters that occur, with their weights.
pub fn common(sample: &str) -> impl Iterator<Item = (u8, f64)> {
    let occurs = move |delimiter: u8| match delimiter {
        // A tab alone in a line makes it no less blank.
        b'\t' => {
            let found = memchr::memchr(b'\t', sample.as_bytes()).is_some();
            found && holding(sample, b"\t").1[usize::from(b'\t')] > 0
        }
        _ => memchr::memchr(delimiter, sample.as_bytes()).is_some(),
    };
    COMMON.into_iter().filter(move |(b, _)| occurs(*b))
}

/// Other delimiters that stand in nearly every line.
pub fn rare(sample: &str) -> Vec<u8> {
    let (total, holding) = holding(sample, RARE);
    let everywhere = |b: &u8| total > 1 && holding[usize::from(*b)] * 10 >= total * 8;
    RARE.iter().copied().filter(everywhere).collect()
}

/// Lines that are not blank, and how many of them hold each of these bytes.
fn holding(sample: &str, bytes: &[u8]) -> (usize, [usize; 256]) {
    let mut candidate = [false; 256];
    for b in bytes {
        candidate[usize::from(*b)] = true;
    }
    let (mut holding, mut last) = ([0; 256], [0; 256]);
    let mut total = 0;
    for line in lines(sample).filter(|line| !line.trim().is_empty()) {
        total += 1;
        for b in line.bytes().map(usize::from).filter(|b| candidate[*b]) {
            if last[b] != total {
                holding[b] += 1;
                last[b] = total;
            }
        }
    }
    (total, holding)
}

pub fn lines(sample: &str) -> impl Iterator<Item = &str> {
    sample.split(['\n', '\r'])
}

pub fn quotes(sample: &str) -> Vec<Option<u8>> {
    let mut quotes = vec![None];
    quotes.extend(
        [b'"', b'\'']
            .into_iter()
            .filter(|&q| memchr::memchr(q, sample.as_bytes()).is_some())
            .map(Some),
    );
    quotes
}

pub fn escapes(sample: &str, quote: Option<u8>) -> Vec<Option<u8>> {
    let mut escapes = vec![None];
    let bytes = sample.as_bytes();
    let covers = |at: usize| bytes.get(at + 1).copied() == quote;
    if quote.is_some() && memchr::memchr_iter(b'\\', bytes).any(covers) {
        escapes.push(Some(b'\\'));
    }
    escapes
}
