//! Files pasted together from two encodings: lines of UTF-8 among lines of an old encoding.

use super::decoded::Text;
use super::legacy;
use super::ranking::old_encoding;
use super::score::Score;
use crate::document::Encoding;

/// Bytes of each sort of line that are looked at: enough to tell, few enough to cost nothing.
const SAMPLE: usize = 64 * 1024;

/// A share of Vietnamese syllables below which lines are UTF-8 by chance.
const VIETNAMESE: f64 = 0.8;

/// Decodes line by line, where some lines are Vietnamese in UTF-8 and the others are Vietnamese in one
/// old encoding; `None` for a file of one encoding, and for UTF-8 with torn letters.
pub fn decode(bytes: &[u8]) -> Option<Text> {
    let (mut utf8, mut others) = (String::new(), Vec::new());
    let (mut valid, mut invalid) = (0u32, 0u32);
    for line in lines(bytes).filter(|line| !line.is_ascii()) {
        match std::str::from_utf8(line) {
            Ok(line) => {
                valid += 1;
                if utf8.len() + line.len() <= SAMPLE {
                    utf8.push_str(line);
                }
            }
            Err(_) => {
                invalid += 1;
                if others.len() + line.len() <= SAMPLE {
                    others.extend_from_slice(line);
                }
            }
        }
    }
    let read = Score::of(&utf8);
    if valid == 0 || invalid == 0 || read.words < 4 || read.value() < VIETNAMESE || is_torn(&others)
    {
        return None;
    }
    let encoding = old_encoding(&[&others])?;
    let (text, undefined) = decode_lines(bytes, encoding)?;
    let evidence = format!(
        "lines of two encodings: {valid} lines with marks are UTF-8, {invalid} are {}",
        encoding.name()
    );
    let mut text = Text::new(text, encoding, vec![evidence]);
    text.undefined = undefined;
    Some(text)
}

/// Lines with their ends. CR ends one as well as LF; CRLF comes as two, of which the second is ASCII.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r'))
}

/// Whole sequences of UTF-8 outnumber what is none: letters were torn, not encoded otherwise.
fn is_torn(bytes: &[u8]) -> bool {
    let (mut sequences, mut errors) = (0u64, 0u64);
    for chunk in bytes.utf8_chunks() {
        sequences += chunk.valid().chars().filter(|c| !c.is_ascii()).count() as u64;
        errors += u64::from(!chunk.invalid().is_empty());
    }
    sequences >= errors
}

/// The text, how many bytes no letter has, and where the first of them stands.
fn decode_lines(bytes: &[u8], encoding: Encoding) -> Option<(String, (u32, usize))> {
    let table = legacy::table(encoding)?;
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 4);
    let mut undefined = (0u32, 0);
    for line in lines(bytes) {
        if let Ok(line) = std::str::from_utf8(line) {
            text.push_str(line);
            continue;
        }
        let decoded = table.decode(line);
        if decoded.undefined > 0 {
            if undefined.0 == 0 {
                undefined.1 = text.len() + decoded.first_undefined;
            }
            undefined.0 = undefined.0.saturating_add(decoded.undefined);
        }
        text.push_str(&decoded.text);
    }
    Some((text, undefined))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::legacy::tests::encode;

    const LINES: [&str; 4] = [
        "I. ĐOÀN RA;TT;Tên đoàn;Trưởng đoàn;Nước đi;Số người",
        "1;Đoàn cán bộ Sở Nông nghiệp;Phó Giám đốc;Hàn Quốc;05",
        "2;Đoàn kiểm lâm tuần tra biên giới;Chi cục trưởng;Lào;10",
        "3;Đoàn dự hội thảo giống thủy sản;Trưởng phòng;Ý;01",
    ];

    #[test]
    fn lines_of_two_encodings_are_each_read_in_their_own() {
        for encoding in [Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258] {
            for cut in 1..LINES.len() {
                let mut bytes = LINES[..cut].join("\r\n").into_bytes();
                bytes.extend_from_slice(b"\r\n");
                bytes.extend(encode(encoding, &LINES[cut..].join("\r\n")).unwrap());
                let read = decode(&bytes).unwrap_or_else(|| panic!("{encoding:?} from {cut}"));
                assert_eq!(read.text, LINES.join("\r\n"), "{encoding:?} from {cut}");
                assert_eq!(read.encoding, encoding);
            }
        }
    }

    #[test]
    fn a_file_of_one_encoding_and_one_with_torn_letters_are_left_alone() {
        let text = LINES.join("\n");
        let torn = text.replace('Đ', "\u{1}").into_bytes();
        let torn: Vec<u8> = torn
            .iter()
            .map(|&b| if b == 1 { 0xC4 } else { b })
            .collect();
        let old = encode(Encoding::Tcvn3, &text).unwrap();
        for bytes in [text.into_bytes(), torn, old, b"plain".to_vec(), Vec::new()] {
            assert!(decode(&bytes).is_none());
        }
    }
}
