//! Bytes: every encoding is told from every other, and lost letters from all of them.

use super::*;
use crate::document::{ReadNote, Unreadable};

const DOCUMENTS: [&str; 10] = [
    "SỞ Y TẾ;;\nSTT;Tên đoàn;Nước đi\n1;Đoàn công tác Sở Y tế;Lào\n2;Đoàn cán bộ Bệnh viện;Nhật Bản\n",
    "TT,Nội dung,Nguồn\n1,Đoàn lãnh đạo thành phố thăm hữu nghị,Ngân sách tỉnh\n2,Đoàn thanh niên,Tự túc\n",
    "KẾ HOẠCH ĐỐI NGOẠI NĂM 2021\nTT\tNước\tThời gian\n1\tHàn Quốc\tQuý III/2021\n2\tThái Lan\tTháng 9\n",
    "Đơn vị,Số người,Ghi chú\nBan Dân tộc,08,Chưa xác định\nSở Tư pháp,05,Theo thư mời\n",
    "BÁO CÁO\n\nNăm 2020 đơn vị không tổ chức đoàn ra, đoàn vào do dịch bệnh.\nTrân trọng cảm ơn.\n",
    "1|Đoàn ra|Trung Quốc|06\n2|Đoàn vào|Úc|12\n3|Đoàn ra|Mỹ|04\n",
    "Nước đi,Số ngày\nLiên bang Nga,7\nVương quốc Anh,5\nCộng hòa Pháp,6\n",
    "Huyện Hướng Hóa,tổ chức gặp gỡ hữu nghị\nHuyện Đakrông,giao lưu văn nghệ\n",
    "STT,Trưởng đoàn,Kinh phí\n1,Giám đốc Sở,Doanh nghiệp tài trợ\n2,Phó Giám đốc,Viện trợ\n",
    "Ủy ban nhân dân tỉnh Quảng Trị\nThực hiện công văn của Sở Ngoại vụ về việc xây dựng kế hoạch\n",
];

#[test]
fn every_document_is_read_in_every_encoding() {
    let encodings = [
        Encoding::Utf8,
        Encoding::Utf8Bom,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Tcvn3,
        Encoding::Vni,
        Encoding::Windows1258,
        Encoding::Viscii,
        Encoding::Vps,
    ];
    for document in DOCUMENTS {
        let right = rows(&text(document));
        for encoding in encodings {
            let bytes = encode(encoding, document).expect("all letters");
            let read = text(bytes);
            assert_eq!(read.encoding, encoding, "{document}\n{:#?}", read.evidence);
            assert_eq!(rows(&read), right, "{encoding:?}");
            assert!(read.notes.is_empty(), "{encoding:?} {:?}", read.notes);
            assert_lines_add_up(&read);
        }
    }
}

#[test]
fn every_syllable_letter_survives_in_a_document() {
    let letters = legacy::tests::letters();
    for encoding in legacy::CANDIDATES
        .into_iter()
        .filter(|&e| e != Encoding::Windows1252)
    {
        for letter in letters.chars() {
            let document = format!("{}Cột,{letter}\n", DOCUMENTS[1]);
            let read = text(encode(encoding, &document).expect("all letters"));
            assert_eq!(read.encoding, encoding, "{letter}");
            assert_eq!(
                cells(&read, 3),
                ["Cột".to_string(), letter.to_string()],
                "{encoding:?}"
            );
        }
    }
}

#[test]
fn byte_order_marks_are_honoured_and_dropped() {
    let utf16 = [
        b"\xFF\xFE".to_vec(),
        encode(Encoding::Utf16Le, "a\tĐoàn\n").expect(""),
    ]
    .concat();
    assert_eq!(text(utf16.clone()).encoding, Encoding::Utf16Le);
    assert_eq!(rows(&text(utf16)), [["a", "Đoàn"]]);
    let joined = "\u{FEFF}a,b\r\n1,2\r\n\u{FEFF}\"c\",d\r\n3,4\r\n";
    let read = text(joined);
    assert_eq!(read.encoding, Encoding::Utf8Bom);
    assert_eq!(
        rows(&read),
        [["a", "b"], ["1", "2"], ["c", "d"], ["3", "4"]]
    );
}

#[test]
fn capitals_written_with_small_letters_stay_small() {
    let bytes = b"\xAEO\xB5N RA,N\xAD\xEDC\n\xA7o\xB5n c\xB8n b\xE9,H\xB5n Qu\xE8c\n";
    let read = text(bytes.to_vec());
    assert_eq!(read.encoding, Encoding::Tcvn3, "{:?}", read.evidence);
    assert_eq!(cells(&read, 0)[0], "đOàN RA");
    assert_eq!(cells(&read, 1), ["Đoàn cán bộ", "Hàn Quốc"]);
}

/// What Excel saves as "CSV (Comma delimited)": best-fit letters and "?".
fn ansi(text: &str, code_page: &'static encoding_rs::Encoding) -> Vec<u8> {
    let mut bytes = Vec::new();
    for c in text.chars() {
        let fitted = match (c, code_page.name()) {
            ('Đ', _) => vec![0xD0],
            ('đ', "windows-1252") => b"d".to_vec(),
            ('ơ', "windows-1252") => b"o".to_vec(),
            ('ư', "windows-1252") => b"u".to_vec(),
            ('ă', "windows-1252") => b"a".to_vec(),
            ('ĩ', "windows-1252") => b"i".to_vec(),
            ('ũ', "windows-1252") => b"u".to_vec(),
            ('ì' | 'ò' | 'õ' | 'ã' | 'ý' | '\u{1EA0}'..='\u{1EF9}', "windows-1258") => {
                b"?".to_vec()
            }
            _ => {
                let text = c.to_string();
                let (encoded, _, lost) = code_page.encode(&text);
                if lost {
                    b"?".to_vec()
                } else {
                    encoded.into_owned()
                }
            }
        };
        bytes.extend(fitted);
    }
    bytes
}

#[test]
fn lost_letters_are_recognised_before_any_guess() {
    for document in DOCUMENTS {
        for page in [encoding_rs::WINDOWS_1252, encoding_rs::WINDOWS_1258] {
            let read = text(ansi(document, page));
            let lost = |note: &&ReadNote| matches!(note, ReadNote::LettersLost { .. });
            assert!(
                read.notes.iter().any(|note| lost(&note)),
                "{} {document}",
                page.name()
            );
            assert!(
                matches!(
                    read.encoding,
                    Encoding::Windows1252
                        | Encoding::Windows1258
                        | Encoding::Ascii
                        | Encoding::Utf8
                ),
                "{:?}",
                read.encoding
            );
        }
    }
}

#[test]
fn questions_are_not_lost_letters() {
    for document in [
        "câu hỏi,trả lời\nBao nhiêu người?,08\nKhi nào?,Quý III\nỞ đâu?,Lào\n",
        "name,url\na,http://x.vn/?a=1\nb,http://y.vn/tim?q=oto\nc,http://z.vn/p?id=3\n",
        "q,a\nreally?yes,no\nwho?me,so\n",
    ] {
        assert!(text(document).notes.is_empty(), "{document}");
    }
}

#[test]
fn western_files_are_not_taken_for_vietnamese() {
    for line in [
        "Straße,Größe,München,Köln",
        "café,été,à côté,naïve",
        "El Niño,España,mañana,Málaga",
        "São Paulo,João,coração,não",
        "Malmö,Göteborg,Växjö,Åre",
        "nombre,respuesta,Sí,todo",
    ] {
        let document = format!("id,a,b,c\n{line}\n{line}\n");
        let bytes = encode(Encoding::Windows1252, &document).expect("western letters");
        let read = text(bytes);
        assert_eq!(
            read.encoding,
            Encoding::Windows1252,
            "{line} {:?}",
            read.evidence
        );
        assert_eq!(cells(&read, 1).join(","), line);
    }
}

#[test]
fn a_torn_letter_does_not_change_the_encoding() {
    let mut bytes = DOCUMENTS[0].as_bytes().to_vec();
    bytes.truncate(bytes.len() - 3);
    let read = text(bytes);
    assert_eq!(read.encoding, Encoding::Utf8);
    assert!(matches!(
        read.notes[..],
        [ReadNote::UndefinedBytes { line: 4, count: 1 }]
    ));
}

#[test]
fn what_is_no_text_is_refused() {
    let limits = ReadLimits {
        file_bytes: 10,
        ..ReadLimits::default()
    };
    let refused = |bytes: &[u8]| read(bytes, Format::Text, &ReadLimits::default()).err();
    assert_eq!(refused(b""), Some(Unreadable::Empty));
    assert_eq!(refused(b"%PDF-1.7 ..."), Some(Unreadable::Binary));
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0"), Some(Unreadable::Binary));
    assert_eq!(
        refused(&[3, 0, 200, 1, 2, 7, 255, 4, 5, 6].repeat(20)),
        Some(Unreadable::Binary)
    );
    assert_eq!(
        read(&[b'a'; 11], Format::Text, &limits),
        Err(Unreadable::TooLarge {
            bytes: 11,
            limit: 10
        })
    );
    let blank = text(" \n\n\t\n");
    assert_eq!((blank.lines, blank.sheets[0].rows.len()), (3, 3));
}
