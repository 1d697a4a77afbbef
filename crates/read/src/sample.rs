//! Which pieces of a large file are looked at to decide something about all of it.

use super::damage::Damage;

/// Bytes looked at for one decision; small files are looked at whole.
const BUDGET: usize = 192 * 1024;
/// Pieces of a large file, spread evenly.
const PIECES: usize = 48;

/// Pieces round bytes beyond ASCII, spread over the file and cut at line ends where there are any.
pub fn around_high_bytes(bytes: &[u8]) -> Vec<&[u8]> {
    if bytes.len() <= BUDGET {
        return vec![bytes];
    }
    let (mut pieces, mut end) = (Vec::with_capacity(PIECES), 0);
    for index in 0..PIECES {
        let from = (bytes.len() / PIECES * index).max(end);
        let Some(at) = bytes[from..].iter().position(|b| !b.is_ascii()) else {
            break;
        };
        let piece = piece_at(bytes, from + at, end);
        end = piece.1;
        pieces.push(&bytes[piece.0..piece.1]);
    }
    pieces
}

/// A piece of the budget's share that holds offset `at`, from no earlier than `floor`.
fn piece_at(bytes: &[u8], at: usize, floor: usize) -> (usize, usize) {
    const SIZE: usize = BUDGET / PIECES;
    let back = at.saturating_sub(SIZE / 4).max(floor);
    let is_break = |b: u8| b == b'\n' || b == b'\r';
    let start = bytes[back..at]
        .iter()
        .rposition(|&b| is_break(b))
        .map_or(back, |i| back + i + 1);
    let limit = bytes.len().min(start + SIZE);
    let end = bytes[at..limit]
        .iter()
        .rposition(|&b| is_break(b))
        .map_or(limit, |i| at + i + 1);
    (start, end.max(at + 1).min(bytes.len()))
}

/// Damage of a text; of a large one, of pieces that hold "?", and of as much without.
pub fn damage(text: &str) -> Damage {
    if text.len() <= 16 * BUDGET {
        return Damage::of(text);
    }
    let mut whole = Damage::default();
    for index in 0..PIECES {
        let mut start = text.len() / PIECES * index;
        let mut end = (start + BUDGET / 4).min(text.len());
        while !text.is_char_boundary(start) {
            start += 1;
        }
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let piece = Damage::of(text.get(start..end).unwrap_or(""));
        if whole.words == 0 && piece.words > 0 {
            whole.first = start + piece.first;
            whole.sample.clone_from(&piece.sample);
        }
        whole.words += piece.words;
        whole.total += piece.total;
        whole.whole += piece.whole;
        whole.syllables += piece.syllables;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_file_is_sampled_round_its_letters() {
        let mut bytes = vec![b'a'; 3 << 20];
        for at in [5, 1 << 20, (3 << 20) - 1] {
            bytes[at] = 0xE9;
        }
        let pieces = around_high_bytes(&bytes);
        let found: usize = pieces
            .iter()
            .map(|piece| piece.iter().filter(|b| !b.is_ascii()).count())
            .sum();
        assert_eq!(found, 3);
        assert!(pieces.iter().map(|piece| piece.len()).sum::<usize>() <= BUDGET);
        assert_eq!(around_high_bytes(b"small"), vec![b"small" as &[u8]]);
    }
}
