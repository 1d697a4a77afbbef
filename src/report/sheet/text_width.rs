//! How wide a text prints in Times New Roman, and how many lines it takes in a column of a sheet.

use crate::words::shown;
use std::sync::LazyLock;
use unicode_normalization::char::decompose_canonical;

/// Widths of ASCII from blank to tilde in thousandths of the size of the font, from the metrics that
/// Times New Roman shares with Times and Liberation Serif.
const ASCII: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250,
    278, // blank to /
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, // 0 to ?
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, // @ to O
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, // P to _
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, // ` to o
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541, // p to ~
];
/// Letters of scripts that fill a square.
const SQUARE: u32 = 1000;
const OTHER: u32 = 500;
/// The widest ASCII letter: a text of few letters fits without being measured.
const WIDEST: usize = 944;

/// Pixels of a column of `units`, less the room beside its text and the indent of text cells.
fn pixels(units: f64) -> f64 {
    (units * 7.0 + 5.0 - 14.0).max(8.0)
}

/// Pixels of the size of the tables' font, 11 points.
const EM: f64 = 11.0 * 96.0 / 72.0;
/// Spreadsheet programs and bold letters differ by a little.
const MARGIN: f64 = 0.96;

/// Lines that a text takes in a column of a sheet, in the font of its tables.
pub fn lines_in_column(text: &str, units: f64) -> usize {
    lines(text, (pixels(units) * MARGIN / EM * 1000.0) as u32)
}

/// Lines of a text that breaks between words where it can, in a width of thousandths of the font's size.
fn lines(text: &str, width: u32) -> usize {
    let width = width.max(1);
    if text.len() * WIDEST <= width as usize && !text.contains('\n') {
        return 1;
    }
    let marked = &*MARKED_WIDTHS;
    shown::wrapped(text, width, |c| letter(c, marked))
}

/// Width of a text in one line, in thousandths of the size of the font.
pub fn width(text: &str) -> u32 {
    let marked = &*MARKED_WIDTHS;
    text.chars().map(|c| letter(c, marked)).sum()
}

/// Latin letters with marks, Vietnamese ones among them.
const MARKED: [std::ops::Range<u32>; 2] = [0xA0..0x250, 0x1E00..0x1F00];

/// Widths of [`MARKED`]: taking letters apart costs more than all else here.
static MARKED_WIDTHS: LazyLock<[Vec<u16>; 2]> = LazyLock::new(|| {
    let width = |code| u16::try_from(char::from_u32(code).map_or(OTHER, apart)).unwrap_or(u16::MAX);
    MARKED.map(|codes| codes.map(width).collect())
});

fn letter(c: char, [latin, vietnamese]: &[Vec<u16>; 2]) -> u32 {
    let code = c as u32;
    let (widths, first) = match code {
        0..0xA0 => (&ASCII[..], 0x20),
        0xA0..0x1E00 => (&latin[..], MARKED[0].start),
        _ => (&vietnamese[..], MARKED[1].start),
    };
    let known = widths.get(code.wrapping_sub(first) as usize);
    known.map_or_else(|| apart(c), |width| u32::from(*width))
}

fn ascii(c: char) -> Option<u32> {
    let width = ASCII.get((c as usize).wrapping_sub(0x20))?;
    Some(u32::from(*width))
}

/// Marks of Vietnamese letters stand above or below: they take no width.
fn apart(c: char) -> u32 {
    let base = match c {
        'đ' => 'd',
        'Đ' => 'D',
        '\u{2E80}'.. | '—' | '…' => return SQUARE,
        _ => {
            let mut base = None;
            decompose_canonical(c, |part| {
                base.get_or_insert(part);
            });
            base.unwrap_or(c)
        }
    };
    ascii(base).unwrap_or(OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_within_those_that_are_too_long() {
        let cases = [
            ("", 5.0, 1),
            ("Đoàn ra", 12.0, 1),
            ("Đoàn ra nước ngoài", 12.0, 2),
            ("a\nb", 10.0, 2),
            ("Ngân sách tỉnh: 85 triệu đồng", 18.0, 2),
            ("iiiiiiiiiiiiiiiiiiii", 14.0, 1),
            ("WWWWWWWWWWWWWWWWWWWW", 14.0, 4),
        ];
        for (text, units, expected) in cases {
            assert_eq!(lines_in_column(text, units), expected, "{text}");
        }
    }

    #[test]
    fn marks_take_no_width() {
        for (marked, plain) in [("ỗ", "o"), ("Ự", "U"), ("đ", "d")] {
            let letter = |c| letter(c, &MARKED_WIDTHS);
            let width = |text: &str| text.chars().map(letter).sum::<u32>();
            assert_eq!(width(marked), width(plain), "{marked}");
        }
    }
}
