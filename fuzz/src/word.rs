//! A Word document around a body, packed without compression so that mutations reach its words.

/// The bytes of a document with this body.
pub fn document(body: &str) -> Vec<u8> {
    let text = format!("<w:document xmlns:w=\"x\"><w:body>{body}</w:body></w:document>");
    let name = b"word/document.xml";
    let (size, crc) = (text.len() as u32, checksum(text.as_bytes()));
    let mut shared = Vec::new();
    for field in [20u16, 0x0800, 0, 0, 0x21] {
        shared.extend(field.to_le_bytes());
    }
    for field in [crc, size, size] {
        shared.extend(field.to_le_bytes());
    }
    shared.extend((name.len() as u16).to_le_bytes());
    shared.extend(0u16.to_le_bytes());
    let mut file = [b"PK\x03\x04" as &[u8], &shared, name, text.as_bytes()].concat();
    let directory = file.len() as u32;
    file.extend(
        [
            b"PK\x01\x02" as &[u8],
            &20u16.to_le_bytes(),
            &shared,
            &[0; 14],
            name,
        ]
        .concat(),
    );
    let length = file.len() as u32 - directory;
    file.extend([b"PK\x05\x06" as &[u8], &[0, 0, 0, 0, 1, 0, 1, 0]].concat());
    file.extend(length.to_le_bytes());
    file.extend(directory.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// CRC-32 as archives have it.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & 0u32.wrapping_sub(crc & 1))
        })
    })
}
