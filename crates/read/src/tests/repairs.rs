//! Letters: what is wrong is mended, what is right stays.

use super::*;
use crate::document::{ReadNote, Repair};
use unicode_normalization::UnicodeNormalization;

const TABLE: &str = "STT,Tên đoàn,Nước đi,Kinh phí,Ghi chú\n\
    1,Đoàn công tác Sở Y tế,CHDCND Lào,Ngân sách tỉnh,Theo thư mời\n\
    2,Đoàn cán bộ Bệnh viện,Úc,Tự túc,\n\
    3,Đoàn học tập kinh nghiệm,Hàn Quốc,Viện trợ,Dự kiến\n\
    4,Đoàn lãnh đạo tỉnh,Ý,Tự túc,Không xác định\n";

/// The text with its letters kept as the code points of an old encoding's bytes.
fn old_letters(encoding: Encoding, text: &str) -> String {
    let bytes = encode(encoding, text).expect("all letters");
    encoding_rs::WINDOWS_1252
        .decode_without_bom_handling(&bytes)
        .0
        .into_owned()
}

fn repairs(document: &Document) -> Vec<Repair> {
    let kind = |note: &ReadNote| match note {
        ReadNote::Repaired { repair, .. } => Some(*repair),
        _ => None,
    };
    document.notes.iter().filter_map(kind).collect()
}

#[test]
fn a_whole_file_in_old_letters_is_mended() {
    for (encoding, repair) in [
        (Encoding::Tcvn3, Repair::Tcvn3Text),
        (Encoding::Vni, Repair::VniText),
    ] {
        let read = text(old_letters(encoding, TABLE));
        assert_eq!(rows(&read), rows(&text(TABLE)), "{encoding:?}");
        assert_eq!(repairs(&read), [repair]);
    }
}

#[test]
fn single_columns_in_old_letters_are_mended_below_heads_in_unicode() {
    let right = rows(&text(TABLE));
    for (encoding, repair) in [
        (Encoding::Tcvn3, Repair::Tcvn3Text),
        (Encoding::Vni, Repair::VniText),
    ] {
        for columns in [vec![1], vec![2, 3], vec![4], vec![1, 2, 3, 4]] {
            let mut mixed = right.clone();
            for row in &mut mixed[1..] {
                for &column in &columns {
                    row[column] = old_letters(encoding, &row[column]);
                }
            }
            let lines: Vec<String> = mixed.iter().map(|row| row.join(",")).collect();
            let read = text(lines.join("\n"));
            assert_eq!(rows(&read), right, "{encoding:?} {columns:?}");
            assert_eq!(repairs(&read), [repair], "{encoding:?} {columns:?}");
        }
    }
}

#[test]
fn double_encoding_is_undone_once_to_three_times() {
    for page in [encoding_rs::WINDOWS_1252, encoding_rs::WINDOWS_1258] {
        let mut wrong = TABLE.to_string();
        for times in 1..=3 {
            wrong = page
                .decode_without_bom_handling(wrong.as_bytes())
                .0
                .into_owned();
            let read = text(wrong.as_str());
            assert_eq!(rows(&read), rows(&text(TABLE)), "{} {times}", page.name());
            assert_eq!(repairs(&read), [Repair::DoubleEncoded]);
        }
    }
}

#[test]
fn marks_and_letters_are_composed() {
    let decomposed: String = TABLE.nfd().collect();
    let read = text(decomposed);
    assert_eq!(rows(&read), rows(&text(TABLE)));
    assert_eq!(repairs(&read), [Repair::Composed]);
    // What UniKey calls "Unicode tổ hợp": the letter whole, the tone apart.
    let read = text("a,b\nquô\u{301}c tê\u{301},viê\u{323}c\n");
    assert_eq!(cells(&read, 1), ["quốc tế", "việc"]);
}

#[test]
fn other_letters_for_d_with_stroke_stay_as_written() {
    let read = text("Ðoàn ra,ñi học,Nước Đức\nHÐND tỉnh,El Niño,Lào\n");
    assert_eq!(
        rows(&read),
        [
            ["Ðoàn ra", "ñi học", "Nước Đức"],
            ["HÐND tỉnh", "El Niño", "Lào"]
        ]
    );
    assert_eq!(repairs(&read), []);
    let strokes = "Ðoàn ra,ñi,ÐI\nñoàn vào,ñang,Lào\n";
    assert!(text(strokes).notes.is_empty());
    let icelandic = "nafn,staður\nSigurður,Garðabær\nGuðrún,Ísafjörður\n";
    assert!(text(icelandic).notes.is_empty());
}

/// Texts in which nothing may change, one file each and all in one.
const RIGHT: [&str; 24] = [
    "Été à la plage,où ça ?,l'œuvre,garçon,Noël,naïve",
    "Größe,Straße,Übermut,Äpfel,schön,Fräulein",
    "El Niño,mañana,corazón,¿Qué?,Málaga,pingüino",
    "São João,coração,não,português,às,Conceição",
    "perché,città,più,caffè,lunedì,virtù",
    "Smörgåsbord,Malmö,räksmörgås,Åre,över,Växjö",
    "Rødgrød,København,Ærø,Åbenrå,smørrebrød,øl",
    "Hyvää päivää,Jyväskylä,äiti,öljy,tyttö,mäki",
    "Łódź,Kraków,Gdańsk,źródło,ćma,święto",
    "Příliš žluťoučký,Plzeň,Dvořák,město,vůz,řeka",
    "İstanbul,Şişli,çağ,öğretmen,ığdır,Türkiye",
    "Győr,Hódmezővásárhely,szép,űr,ő,út",
    "București,Iași,țară,mâine,început,ăsta",
    "Þór,Reykjavík,Ísafjörður,það,ægir,Höfn",
    "Shqipëri,Korçë,është,çfarë,Vlorë,Tiranë",
    "Barça,Girona,cançó,però,això,València",
    "Cộng hòa xã hội chủ nghĩa Việt Nam,Độc lập,Tự do,Hạnh phúc,Lào,Úc",
    "Hà Tĩnh,Lào Cai,Sóc Trăng,Kinh phí,Ghi chú,Tháng ba",
    "óc,ý,tù tóc,hát xoan,ngôn tình,bánh mì",
    "© 2020,10 µm,25 °C,½,±5,§ 3",
    "«Bonjour»,“Lào”,‘a’,–,—,…",
    "Αθήνα,Москва,北京,東京,서울,ประเทศ",
    "Sê Kông,SÊ KÔNG,Mê Kông,HỒNG KÔNG,Xê Pôn,Krông Ana",
    "Düsseldorf–Köln,CAFÉ’S,“NÃO”,MAÇÃ…,Ñandú,L’Été",
];

#[test]
fn right_text_of_any_language_stays() {
    let mut all = String::new();
    for line in RIGHT {
        let document = format!("a,b,c,d,e,f\n{line}\n{line}\n");
        let read = text(document.as_str());
        assert_eq!(repairs(&read), [], "{line} {:?}", read.notes);
        assert_eq!(cells(&read, 1).join(","), line);
        for cell in line.split(',') {
            let read = text(cell);
            assert_eq!(repairs(&read), [], "{cell}");
        }
        all.push_str(line);
        all.push('\n');
    }
    assert_eq!(repairs(&text(all)), []);
}
