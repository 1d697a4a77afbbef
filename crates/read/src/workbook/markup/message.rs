//! "Single file web page": a message whose parts are the pages of a workbook's sheets.

use crate::document::Unreadable;
use memchr::memmem;

/// Parts of a message: a workbook has fewer sheets.
const PARTS: usize = 1 << 10;

/// Whether the first bytes are those of a message of several parts.
pub fn is_message(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    let begins = [
        "mime-version:",
        "content-type:",
        "from:",
        "x-document-type:",
    ];
    begins.iter().any(|start| head.starts_with(start)) && head.contains("multipart/")
}

/// The pages that hold tables, decoded to the bytes of their own encoding.
///
/// # Errors
/// A message that is cut off: its last line is missing.
pub fn pages(bytes: &[u8]) -> Result<Vec<Vec<u8>>, Unreadable> {
    let (head, body) = split_head(bytes);
    let boundary = parameter(&header(head, "content-type"), "boundary");
    let boundary = boundary.ok_or(Unreadable::CutOff)?;
    let separator = format!("--{boundary}");
    let end = format!("--{boundary}--");
    let Some(last) = memmem::rfind(body, end.as_bytes()) else {
        return Err(Unreadable::CutOff);
    };
    let body = body.get(..last).unwrap_or(body);
    let starts: Vec<usize> = memmem::find_iter(body, separator.as_bytes())
        .take(PARTS)
        .map(|at| at + separator.len())
        .collect();
    let mut pages = Vec::new();
    for (index, &start) in starts.iter().enumerate() {
        let end = starts
            .get(index + 1)
            .map_or(body.len(), |next| next - separator.len());
        let part = body.get(start..end).unwrap_or(&[]);
        let page = page(part.trim_ascii_start());
        pages.extend(page.filter(|page| holds_table(page)));
    }
    Ok(pages)
}

/// The bytes of a part that is a web page.
fn page(part: &[u8]) -> Option<Vec<u8>> {
    let (head, body) = split_head(part);
    let is_page = header(head, "content-type").starts_with("text/html");
    is_page.then(|| match header(head, "content-transfer-encoding").trim() {
        "quoted-printable" => unquote(body),
        "base64" => unpack(body),
        _ => body.to_vec(),
    })
}

fn holds_table(page: &[u8]) -> bool {
    let small = page.to_ascii_lowercase();
    memmem::find(&small, b"<table").is_some()
}

/// The lines before the first blank one, and what stands behind it.
fn split_head(bytes: &[u8]) -> (&[u8], &[u8]) {
    let ends = [b"\r\n\r\n" as &[u8], b"\n\n", b"\r\r"];
    let found = ends
        .iter()
        .filter_map(|end| Some((memmem::find(bytes, end)?, end.len())))
        .min();
    let (at, length) = found.unwrap_or((bytes.len(), 0));
    (&bytes[..at], &bytes[at + length..])
}

/// The value of a header, in small letters but for what stands in quotes; lines that go on are joined.
fn header(head: &[u8], name: &str) -> String {
    let head = String::from_utf8_lossy(head);
    let mut value: Option<String> = None;
    for line in head.lines() {
        match &mut value {
            Some(value) if line.starts_with([' ', '\t']) => value.push_str(line),
            Some(_) => break,
            None => {
                let stated = line.split_once(':');
                let is_it = stated.is_some_and(|(key, _)| key.trim().eq_ignore_ascii_case(name));
                value = stated
                    .filter(|_| is_it)
                    .map(|(_, rest)| rest.trim().to_string());
            }
        }
    }
    let value = value.unwrap_or_default();
    let mut quoted = false;
    let small = value.chars().map(|c| {
        quoted ^= c == '"';
        if quoted { c } else { c.to_ascii_lowercase() }
    });
    // Without quotes a boundary is written in any case.
    if value.to_ascii_lowercase().contains("boundary=") && !value.contains('"') {
        return value;
    }
    small.collect()
}

fn parameter(value: &str, name: &str) -> Option<String> {
    let found = value.split(';').find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value)
    })?;
    Some(found.trim().trim_matches('"').to_string())
}

/// "=E1=BB=B0" as bytes; a line that ends with "=" goes on.
fn unquote(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            bytes.push(byte);
        } else if let Some(next) = after
            .strip_prefix(b"\r\n")
            .or_else(|| after.strip_prefix(b"\n"))
        {
            rest = next;
        } else if let Some((code, next)) = after.split_first_chunk::<2>()
            && let Some(byte) = hexadecimal(*code)
        {
            bytes.push(byte);
            rest = next;
        } else {
            bytes.push(byte);
        }
    }
    bytes
}

fn hexadecimal(code: [u8; 2]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    Some(digit(code[0])? << 4 | digit(code[1])?)
}

fn unpack(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut held, mut bits) = (0u32, 0);
    for &byte in body {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        held = held << 6 | u32::from(digit);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=\"--=_Next\"\r\n\r\n\
        ----=_Next\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        <table><tr><td>L=C3=A0o=\r\n 1</td></tr></table>\r\n\
        ----=_Next\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHRhYmxlPsOdPC90YWJsZT4=\r\n\
        ----=_Next\r\nContent-Type: text/css\r\n\r\n<table>\r\n----=_Next--\r\n";

    #[test]
    fn pages_are_decoded_and_other_parts_left_out() {
        assert!(is_message(MESSAGE.as_bytes()));
        let pages = pages(MESSAGE.as_bytes()).unwrap();
        let pages: Vec<String> = pages
            .into_iter()
            .map(|p| String::from_utf8(p).unwrap())
            .collect();
        assert_eq!(pages.len(), 2);
        assert!(pages[0].contains("<td>Lào 1</td>"), "{pages:?}");
        assert_eq!(pages[1], "<table>Ý</table>");
    }

    #[test]
    fn a_message_without_its_last_line_is_cut_off() {
        let whole = MESSAGE.as_bytes();
        assert_eq!(pages(&whole[..whole.len() - 20]), Err(Unreadable::CutOff));
        assert!(!is_message(
            b"MIME-Version: 1.0\nContent-Type: text/plain\n"
        ));
    }
}
