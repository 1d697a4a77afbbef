//! Spellings that a register finds, spellings that it leaves open, and registers that it refuses.

use super::*;

const CSV: &str = "\
slug,name,short_name,aliases,owes,from,to
van-phong-ubnd-tinh,Văn phòng UBND tỉnh,VP UBND tỉnh,,,,
so-noi-vu,Sở Nội vụ,SNV,,,,
so-ngoai-vu,Sở Ngoại vụ,SNgV,,,,
so-ke-hoach-dau-tu,Sở Kế hoạch và Đầu tư,Sở KH&ĐT,,,,2025
so-nong-nghiep-ptnt,Sở Nông nghiệp và Phát triển nông thôn,Sở NN&PTNT,SNN,,,2025
so-nong-nghiep-moi-truong,Sở Nông nghiệp và Môi trường,Sở NN&MT,SNN,,2026,
so-lao-dong-tbxh,Sở Lao động - Thương binh và Xã hội,Sở LĐ-TB&XH,,,,2025
so-van-hoa-tt-dl,\"Sở Văn hóa, Thể thao và Du lịch\",Sở VHTT&DL,,,,
so-khoa-hoc-cong-nghe,Sở Khoa học và Công nghệ,Sở KH&CN,,,,
so-y-te,Sở Y tế,SYT,,outbound:plan;inbound:realised,,
so-tu-phap,Sở Tư pháp,STP,,,,
thanh-tra-tinh,Thanh tra tỉnh,TTr tỉnh,,,,
ban-ql-khu-kinh-te,Ban Quản lý Khu kinh tế tỉnh,BQL KKT,,,,
ubmttq-tinh,Ủy ban MTTQ Việt Nam tỉnh,,,,,
tinh-doan,Tỉnh đoàn,,,,,
hoi-lhpn-tinh,Hội Liên hiệp Phụ nữ tỉnh,Hội LHPN tỉnh,Hội Phụ nữ tỉnh|HPN,,,
bao-quang-tri,Báo Quảng Trị,,,,,
truong-cdsp,Trường Cao đẳng Sư phạm Quảng Trị,CĐSP,,,,
benh-vien-da-khoa-tinh,Bệnh viện Đa khoa tỉnh,BVĐK tỉnh,,,,
cuc-hai-quan,Cục Hải quan tỉnh,,,,,
tp-dong-ha,UBND thành phố Đông Hà,,,,,2025
tx-quang-tri,UBND thị xã Quảng Trị,,,,,2025
huyen-cam-lo,UBND huyện Cam Lộ,,,,,2025
huyen-dakrong,UBND huyện Đakrông,,Đa Krông; Đăk Rông,,,2025
";

fn rows(csv: &str) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(csv.as_bytes())
        .into_records()
        .map(|record| record.unwrap().iter().map(str::to_string).collect())
        .collect()
}

fn register() -> Register {
    Register::from_rows(&rows(CSV)).unwrap()
}

fn found(register: &Register, name: &str, year: i32) -> String {
    let at = register.find(name, year);
    at.map_or_else(String::new, |at| register.departments[at].slug.clone())
}

#[test]
fn every_spelling_of_a_department_finds_it() {
    let register = register();
    let cases: &[(&str, &[&str])] = &[
        (
            "so-khoa-hoc-cong-nghe",
            &[
                "so-khoa-hoc-cong-nghe",
                "00_so-khoa-hoc-cong-nghe",
                "SO-KHOA-HOC-CONG-NGHE",
                "Sở Khoa học và Công nghệ",
                "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                "Sở Khoa học và Công nghệ Quảng Trị",
                "Sở Khoa học và Công nghệ tỉnh Quảng Trị",
                "UBND TỈNH QUẢNG TRỊ SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                "So Khoa hoc Cong nghe",
                "Sở KH&CN",
                "Sở KHCN",
                "SKHCN",
                "S KHCN",
                "05-SKHCN",
                "SKHCN 2021",
                "2021_SKHCN",
                "Sở KH và CN",
                "Báo cáo của Sở Khoa học và Công nghệ",
                "Báo cáo của Sở KH&CN năm 2020",
                "(Kèm theo Báo cáo số: 130/BC-SKHCN ngày 10/11/2020 của Sở KH&CN)",
                "Sở Khoa học và Công nghệ (SKHCN)",
                "Sơ\u{309} Khoa ho\u{323}c va\u{300} Công nghê\u{323}",
            ],
        ),
        (
            "so-y-te",
            &[
                "12. Sở Y tế",
                "01-SYT",
                "SYT_2020-11-15",
                "Sở Y tế - đoàn ra, đoàn vào 2021",
                "so y te",
                "Sở Y Tế tỉnh",
            ],
        ),
        (
            "so-ke-hoach-dau-tu",
            &["06_so-kh-dt", "SKHĐT", "Sở KH-ĐT", "Sở Kế hoạch & Đầu tư"],
        ),
        (
            "so-nong-nghiep-ptnt",
            &["02_so-nn-ptnt", "SNN&PTNT", "Sở Nông nghiệp và PTNT", "SNN"],
        ),
        (
            "so-lao-dong-tbxh",
            &[
                "SLĐTBXH",
                "Sở LĐTB&XH",
                "SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI",
            ],
        ),
        (
            "so-van-hoa-tt-dl",
            &["SVHTTDL", "Sở VH,TT&DL", "Sở Văn hoá, Thể thao và Du lịch"],
        ),
        ("so-ngoai-vu", &["SNgV", "Sở Ngoại vụ tỉnh Quảng Trị"]),
        ("so-noi-vu", &["SNV", "Sở Nội Vụ"]),
        (
            "van-phong-ubnd-tinh",
            &[
                "VPUBND",
                "VP UBND",
                "Văn phòng Ủy ban nhân dân tỉnh",
                "Văn phòng Uỷ ban nhân dân tỉnh Quảng Trị",
            ],
        ),
        ("thanh-tra-tinh", &["Thanh tra", "Thanh tra tỉnh Quảng Trị"]),
        (
            "ban-ql-khu-kinh-te",
            &["BQL Khu kinh tế", "Ban Quản lý KKT tỉnh", "BQLKKT"],
        ),
        (
            "ubmttq-tinh",
            &["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Trị", "UBMTTQ"],
        ),
        ("tinh-doan", &["Tỉnh đoàn Quảng Trị", "TỈNH ĐOÀN"]),
        (
            "hoi-lhpn-tinh",
            &["Hội LHPN", "Hội Liên hiệp Phụ nữ", "Hội Phụ nữ tỉnh", "HPN"],
        ),
        ("bao-quang-tri", &["Báo Quảng Trị", "BQT"]),
        (
            "truong-cdsp",
            &["Trường CĐSP", "CĐSP", "Trường CĐ Sư phạm Quảng Trị"],
        ),
        (
            "benh-vien-da-khoa-tinh",
            &[
                "BVĐK",
                "BV Đa khoa tỉnh",
                "Bệnh viện đa khoa tỉnh Quảng Trị",
            ],
        ),
        (
            "tp-dong-ha",
            &[
                "UBND TP Đông Hà",
                "UBND TP. Đông Hà",
                "Thành phố Đông Hà",
                "Đông Hà",
                "12_ubnd-tp-dong-ha",
            ],
        ),
        (
            "tx-quang-tri",
            &[
                "UBND thị xã Quảng Trị",
                "TX Quảng Trị",
                "UBND TX. Quảng Trị",
            ],
        ),
        (
            "huyen-cam-lo",
            &[
                "Huyện Cam Lộ",
                "Cam Lộ",
                "UBND huyện Cam Lộ",
                "Phòng Y tế - UBND huyện Cam Lộ",
            ],
        ),
        (
            "huyen-dakrong",
            &["Đa Krông", "huyện Đăk Rông", "UBND huyện Đakrông"],
        ),
    ];
    for (slug, names) in cases {
        for name in *names {
            assert_eq!(found(&register, name, 2021), *slug, "{name}");
        }
    }
}

#[test]
fn what_names_no_department_or_more_than_one_is_left_open() {
    let register = register();
    for name in [
        "",
        "  ",
        "2021",
        "Sở",
        "UBND tỉnh Quảng Trị",
        "UBND TỈNH",
        "Quảng Trị",
        "Báo cáo",
        "báo",
        "Sở Y tế tỉnh Savannakhet",
        "Đoàn cán bộ Sở Y tế",
        "Sở Tư pháp tỉnh Salavan",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "DỰ KIẾN ĐOÀN RA, ĐOÀN VÀO NĂM 2021",
        "Sở N",
        "Viện Nghiên cứu phát triển vùng",
        "../../etc",
        "中文",
    ] {
        assert_eq!(found(&register, name, 2021), "", "{name}");
    }
}

#[test]
fn of_two_departments_the_one_that_exists_in_the_year_is_meant() {
    let register = register();
    assert_eq!(found(&register, "SNN", 2021), "so-nong-nghiep-ptnt");
    assert_eq!(found(&register, "SNN", 2026), "so-nong-nghiep-moi-truong");
    let gone = "Sở Kế hoạch và Đầu tư";
    assert_eq!(found(&register, gone, 2026), "so-ke-hoach-dau-tu");
    let twins = "name,from,to\nSở Tài chính,,2025\nSở Tài nguyên,,2025\nSở Tư,2026,\n";
    let twins = Register::from_rows(&rows(twins)).unwrap();
    assert_eq!(found(&twins, "S.T.C", 2021), "so-tai-chinh");
}

#[test]
fn initials_that_two_departments_share_are_left_open() {
    let register = Register::from_rows(&rows("name\nSở Nội vụ\nSở Ngoại vụ\n")).unwrap();
    assert_eq!(found(&register, "SNV", 2021), "");
    assert_eq!(found(&register, "SNgV", 2021), "so-ngoai-vu");
}

#[test]
fn an_invented_province_is_known_when_it_is_said() {
    let register = Register::from_rows(&rows("name\nSở Y tế\n")).unwrap();
    assert_eq!(found(&register, "Sở Y tế tỉnh Hải Vân", 2021), "");
    let register = register.in_province("tỉnh Hải Vân");
    assert_eq!(found(&register, "Sở Y tế tỉnh Hải Vân", 2021), "so-y-te");
    assert_eq!(found(&register, "Sở Y tế tỉnh", 2021), "so-y-te");
    assert_eq!(found(&register, "Sở Y tế tỉnh Lạng Sơn", 2021), "");
}

#[test]
fn columns_come_in_any_order_and_blanks_mean_the_default() {
    let register = Register::from_rows(&rows(
        "\u{FEFF}to,name,owes\n2025,Sở Y tế,outbound:plan; inbound:realised\n,,\n,Sở Tư pháp,\n",
    ))
    .unwrap();
    let [health, justice] = register.departments.as_slice() else {
        panic!("two departments");
    };
    assert_eq!(health.slug, "so-y-te");
    assert_eq!(health.short_name, "Sở Y tế");
    assert_eq!((health.from, health.to), (None, Some(2025)));
    let some = [
        (Direction::Outbound, Kind::Plan),
        (Direction::Inbound, Kind::Realised),
    ];
    assert_eq!(health.owes, some);
    assert_eq!(justice.owes.len(), 4);
    assert!(justice.registered && justice.aliases.is_empty());
    assert!(Register::from_rows(&[]).unwrap().departments.is_empty());
}

#[test]
fn a_faulty_register_is_refused_with_all_its_lines() {
    let cases = [
        (
            "slug,name,form,succeeds\na,A B,1,z\n",
            vec![
                "line 1: “form” is no column; write from, or another name",
                "line 2: succeeds “z”, which is no slug of this register",
            ],
        ),
        (
            "slug\na\n",
            vec![
                "line 1: the column name is missing",
                "line 2: the name is missing",
            ],
        ),
        (
            "name,name\nA B,C\n",
            vec!["line 1: the column name stands twice"],
        ),
        (
            "slug,name\na,\n../x,B C\n",
            vec![
                "line 2: the name is missing",
                "line 3: “../x” is no slug: it is the name of a file and takes a-z, 0-9 and “-” only, such as b-c",
            ],
        ),
        (
            "slug,name\ncon,Cơ quan\n",
            vec![
                "line 2: “con” is no slug: it is the name of a file and takes a-z, 0-9 and “-” only, such as co-quan",
            ],
        ),
        (
            "name,owes\nA B,ra:plan\n",
            vec![
                "line 2: owes “ra:plan”; write outbound:plan, outbound:realised, inbound:plan or inbound:realised",
            ],
        ),
        (
            "name,from,to\nA B,2026,2021\nC D,hai,\n",
            vec![
                "line 2: from 2026 is later than to 2021: it would never exist",
                "line 3: from “hai” is no year; write 2021 or nothing",
            ],
        ),
        (
            "slug,name\na,Sở Y tế\na,Sở Tư pháp\n",
            vec!["line 3: the slug “a” stands on line 2 already; each department has its own"],
        ),
        (
            "slug,name,aliases\na,Sở Y tế,SYT\nb,Sở Yên,S.Y.T\n",
            vec![
                "line 3: “S.Y.T” is also a name of “a” (line 2); a name belongs to one department in a year",
            ],
        ),
    ];
    for (csv, expected) in cases {
        let errors = Register::from_rows(&rows(csv)).unwrap_err();
        let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(told, expected, "{csv}");
    }
}

#[test]
fn a_folder_outside_the_register_gets_a_safe_slug() {
    let cases = [
        (
            "Viện Nghiên cứu phát triển vùng",
            "vien-nghien-cuu-phat-trien-vung",
        ),
        ("../../etc/passwd", "etc-passwd"),
        ("--help", "help"),
        ("NUL", "don-vi-nul"),
        ("com1", "don-vi-com1"),
        ("", ""),
        ("...", ""),
    ];
    for (name, slug) in cases {
        assert_eq!(Register::slug_for(name), slug, "{name:?}");
    }
    assert_ne!(Register::slug_for("中文"), Register::slug_for("日本"));
    assert!(Register::slug_for(&"a".repeat(500)).len() < 100);
    assert_ne!(
        Register::slug_for(&format!("{}1", "a".repeat(200))),
        Register::slug_for(&format!("{}2", "a".repeat(200)))
    );
}

proptest::proptest! {
    #[test]
    fn any_name_is_looked_up_without_a_panic(name in "\\PC*", year in 1900..2100) {
        let register = register();
        let _ = register.find(&name, year);
        let slug = Register::slug_for(&name);
        proptest::prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        proptest::prop_assert_eq!(Register::slug_for(&slug), slug);
    }
}

#[test]
fn the_sample_workspace_has_a_sound_register_that_knows_its_folders() {
    let inputs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs");
    let csv = std::fs::read_to_string(inputs.join("departments.csv")).unwrap();
    let register = Register::from_rows(&rows(&csv)).unwrap();
    let mut unknown: Vec<String> = std::fs::read_dir(inputs.join("2021"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|folder| register.find(folder, 2021).is_none())
        .collect();
    unknown.sort();
    assert_eq!(unknown, ["Vien Nghien cuu phat trien vung"]);
    assert_eq!(found(&register, "SGTVT", 2021), "so-giao-thong-van-tai");
    assert_eq!(
        found(&register, "02_so-nn-ptnt", 2021),
        "so-nong-nghiep-ptnt"
    );
}
