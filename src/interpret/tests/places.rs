//! Country cells as departments write them, one line each.

use super::*;

/// Codes, `+` and groups, `?` and unknown pieces, `~` and pieces mended, `=` and the stated count.
fn shown(text: &str, vocabulary: &Vocabulary) -> String {
    let found = countries(text, vocabulary);
    let mut out: Vec<String> = found.codes.iter().map(CountryCode::to_string).collect();
    out.extend(found.groups.iter().map(|group| format!("+{group}")));
    out.extend(found.unknown.iter().map(|place| format!("?{}", place.text)));
    out.extend(found.fuzzy.iter().map(|(text, _)| format!("~{text}")));
    out.extend(found.stated_count.map(|count| format!("={count}")));
    if found.undetermined {
        out.push("-".to_owned());
    }
    out.join(" ")
}

#[test]
fn cells_name_countries_groups_and_what_is_neither() {
    let vocabulary = Vocabulary::built_in();
    let cases = [
        ("Lào", "LA"),
        ("CHDCND Lào", "LA"),
        ("LÀO", "LA"),
        ("lao", "LA"),
        ("nước CHDCND Lào", "LA"),
        ("a. Nước CHDCND Lào", "LA"),
        ("1.1. Thái Lan", "TH"),
        ("1. Thái Lan", "TH"),
        ("I/ Lào", "LA"),
        ("* Lào", "LA"),
        ("- Lào", "LA"),
        ("N.Bản", "JP"),
        ("T.Quốc", "CN"),
        ("Thái Lan, Lào", "TH LA"),
        ("Lào; Thái Lan", "LA TH"),
        ("Lào/Thái Lan", "LA TH"),
        ("Lào + Thái Lan", "LA TH"),
        ("Lào & Thái Lan", "LA TH"),
        ("Lào và Thái Lan", "LA TH"),
        ("Lào - Thái Lan", "LA TH"),
        ("Lào – Thái Lan – Campuchia", "LA TH KH"),
        ("Lào\nThái Lan", "LA TH"),
        ("Lào, Thái Lan và Cam-pu-chia", "LA TH KH"),
        ("Lào, Lào", "LA"),
        ("Xin-ga-po", "SG"),
        ("Singapore - Malaysia", "SG MY"),
        ("Lào, Thái Lan (02 nước)", "LA TH =2"),
        ("03 nước: Lào, Thái Lan, Campuchia", "LA TH KH =3"),
        ("03 nước Lào, Thái Lan, Campuchia", "LA TH KH =3"),
        ("các nước Lào, Thái Lan", "LA TH"),
        ("Antigua và Barbuda", "AG"),
        ("Lào và Antigua và Barbuda", "LA AG"),
        ("Congo - Kinshasa", "CD"),
        ("Thái Lan, Congo - Kinshasa", "TH CD"),
        ("Trung Quốc (Đài Loan)", "TW"),
        ("Đài Loan (Trung Quốc)", "TW"),
        ("Đài Loan, Trung Quốc", "TW"),
        ("Đài Loan - Trung Quốc", "TW"),
        ("Trung Quốc, Đài Loan", "CN TW"),
        ("Hàn Quốc, Đài Loan, Trung Quốc", "KR TW CN"),
        ("Hồng Kông (TQ)", "HK"),
        ("Trung Quốc (Hồng Kông)", "HK"),
        ("Trung Quốc (Quảng Tây)", "CN"),
        ("Quảng Tây - Trung Quốc", "CN"),
        ("Quảng Tây, Trung Quốc", "CN"),
        ("Thái Lan (Mukdahan)", "TH"),
        ("Thái Lan (tỉnh Mukdahan)", "TH"),
        ("Savannakhet (Lào)", "LA"),
        ("Salavan /Lào", "LA"),
        ("Savannakhet, Salavan", "LA"),
        ("tỉnh Sanavan và Savannakhet", "LA"),
        ("Savannakhet và Mukdahan", "LA TH"),
        ("Mỹ (Hoa Kỳ)", "US"),
        ("tỉnh Savannakhet Lào", "LA"),
        ("tỉnh Savannakhet, CHDCND Lào", "LA"),
        ("Tokyo, Nhật Bản", "JP"),
        ("Bang Queensland, Úc", "AU"),
        ("Hàn Quốc Nhật Bản", "KR JP"),
        ("ADB", "+ADB"),
        (
            "Ngân hàng Phát triển Châu Á (ADB)",
            "+Ngân hàng Phát triển Châu Á (ADB)",
        ),
        ("các nước ASEAN", "+các nước ASEAN"),
        ("Nhiều nước", "+Nhiều nước"),
        ("EU", "+EU"),
        ("ADB/WB/UNDP", "+ADB +WB +UNDP"),
        ("Lào, Thái Lan và các nước ASEAN", "LA TH +các nước ASEAN"),
        ("Tiểu vùng Mê Công", "+Tiểu vùng Mê Công"),
        ("Tổ chức MCNV (Hà Lan)", "NL"),
        ("Tổ chức SODI", "+Tổ chức SODI ?Tổ chức SODI"),
        ("03 nước", "+3 nước =3"),
        ("Lào Cai", "VN"),
        ("Đoàn đi Lào Cai", "?Đoàn đi Lào Cai"),
        ("Lao Bảo", "VN"),
        ("La Lay", "VN"),
        ("cảng Mỹ Thủy", "VN"),
        ("Sở Tư pháp", "?Sở Tư pháp"),
        ("Anh Sơn", "VN"),
        ("Đức Phổ", "VN"),
        ("Anh Đức", "VN"),
        ("Anh Nga", "?Anh Nga"),
        ("Nhật ký", "?Nhật ký"),
        ("Viện Hàn lâm", "?Viện Hàn lâm"),
        ("Ý kiến", "?Ý kiến"),
        ("Áo dài", "?Áo dài"),
        ("pháp luật", "?pháp luật"),
        ("Việt Nam", "VN"),
        ("Singapora", "SG ~Singapora"),
        ("Chưa xác định", "-"),
        ("-", "-"),
        ("", ""),
        ("08", "?08"),
        ("Vương quốc Anh", "GB"),
        ("Liên bang Nga", "RU"),
        ("Anh, Pháp, Đức, Nga", "GB FR DE RU"),
        ("Úc", "AU"),
        ("Đại Hàn Dân Quốc", "KR"),
        ("Hoa Kỳ/Canada", "US CA"),
        ("Lào(Savannakhet)", "LA"),
        ("Lào.", "LA"),
        ("Nước Cộng hòa Dân chủ Nhân dân Lào", "LA"),
        ("CHDCND Lào, Vương quốc Thái Lan", "LA TH"),
        ("Nhật Bản (Tokyo, Osaka)", "JP"),
        ("Châu Âu (Đức, Pháp)", "DE FR"),
        ("Lào\nvà Thái Lan", "LA TH"),
        ("Lào: 02 tỉnh Savannakhet, Salavan", "LA"),
        ("02 tỉnh Savannakhet và Salavan", "LA"),
        ("JICA Nhật Bản", "JP"),
        ("Đại sứ quán Nhật Bản tại Việt Nam", "JP"),
        ("Tổng Lãnh sự quán Lào tại Đà Nẵng", "LA"),
        ("Văn phòng JICA", "+Văn phòng JICA"),
        ("Trường Đại học Khon Kaen (Thái Lan)", "TH"),
        (
            "Tổ chức PeaceTrees VietNam",
            "+Tổ chức PeaceTrees VietNam ?Tổ chức PeaceTrees VietNam",
        ),
        ("Hội đồng Anh", "+Hội đồng Anh"),
        ("Hội nghị tại Lào", "?Hội nghị tại Lào"),
        ("Anh, chị em trong đoàn", "?Anh ?chị em trong đoàn"),
        ("Văn phòng UBND tỉnh", "?Văn phòng UBND tỉnh"),
        ("Mayotte; Pháp", "YT FR"),
        ("Nga + Mỹ", "RU US"),
        ("ASEAN+3", "+ASEAN+3"),
        ("Lào-Thái Lan", "LA TH"),
        ("cửa khẩu quốc tế Đen Sa Vẳn", "LA"),
    ];
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let found = shown(text, &vocabulary);
        if found != expected {
            wrong.push(format!("{text:?}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_unknown_name_is_shown_with_the_nearest() {
    let vocabulary = Vocabulary::built_in();
    let found = countries("Xungari", &vocabulary);
    assert!(found.is_unreadable());
    let nearest: Vec<String> = found.unknown[0]
        .nearest
        .iter()
        .map(CountryCode::to_string)
        .collect();
    assert!(nearest.contains(&"HU".to_owned()) && nearest.contains(&"BG".to_owned()));
}

#[test]
fn every_spelling_of_the_lists_reads_as_a_whole_cell() {
    let vocabulary = Vocabulary::built_in();
    let lists = [
        include_str!("../../vocabulary/data/countries.tsv"),
        include_str!("../../vocabulary/data/places.tsv"),
    ];
    for (list, columns) in lists.into_iter().zip([2..6, 1..3]) {
        for line in list.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let names = cells[columns.clone()]
                .iter()
                .flat_map(|cell| cell.split('|'));
            for name in names.filter(|name| !name.is_empty()) {
                let found = countries(name, &vocabulary);
                let codes: Vec<String> = found.codes.iter().map(CountryCode::to_string).collect();
                assert_eq!(codes, [cells[0]], "{name:?}: {found:?}");
            }
        }
    }
}
