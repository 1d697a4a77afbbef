//! The lists hold what they must: no spelling means two things, every name reads back.

use super::countries::CountryNames;
use super::fold::{fold, fold_key};
use super::table;
use crate::model::finding::Lang;
use crate::model::value::CountryCode;
use std::collections::BTreeMap;

fn code(text: &str) -> Option<CountryCode> {
    CountryCode::new(text)
}

#[test]
fn every_name_of_every_country_reads_back_to_it() {
    let names = CountryNames::built_in();
    assert_eq!(names.codes().count(), 250);
    for [iso2, _, vi, en, aliases, further, _] in
        table::rows::<7>(include_str!("data/countries.tsv"))
    {
        let listed = table::spellings(aliases).chain(table::spellings(further));
        for name in [vi, en].into_iter().chain(listed) {
            let spellings = [name.to_owned(), name.to_uppercase(), fold(name)];
            for spelling in &spellings[..if name.contains(',') { 2 } else { 3 }] {
                assert_eq!(names.exact(spelling), code(iso2), "{spelling:?}");
            }
            assert_eq!(
                names.exact(&format!("nước {name}")),
                code(iso2),
                "nước {name:?}"
            );
        }
    }
}

#[test]
fn no_spelling_is_shared_by_two_countries() {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for [iso2, _, vi, en, aliases, further, _] in
        table::rows::<7>(include_str!("data/countries.tsv"))
    {
        let listed = table::spellings(aliases).chain(table::spellings(further));
        for name in [vi, en].into_iter().chain(listed) {
            let owner = *owners.entry(fold_key(name)).or_insert(iso2);
            assert_eq!(owner, iso2, "{name:?} means two countries");
        }
    }
}

#[test]
fn state_words_are_taken_off_but_do_not_make_a_country() {
    let names = CountryNames::built_in();
    let cases = [
        ("nước Anh", Some("GB")),
        ("Nước CHDCND Lào", Some("LA")),
        ("Vương quốc Thái Lan", Some("TH")),
        ("Vương Quốc Nhật Bản", Some("JP")),
        ("Cộng hòa Pháp", Some("FR")),
        ("CH. Pháp", Some("FR")),
        ("CH Triều Tiên", Some("KR")),
        ("CHDCND Triều Tiên", Some("KP")),
        ("Cộng hòa Dân chủ Công-gô", Some("CD")),
        ("Cộng hòa Công-gô", Some("CG")),
        ("Cộng hòa Dominica", Some("DO")),
        ("Dominica", Some("DM")),
        ("CHDCND Pháp", None),
        ("CH", None),
        ("nước", None),
        ("Bỉ", Some("BE")),
        ("bí", None),
        ("bi", Some("BE")),
        ("ÁO", Some("AT")),
        ("ảo", None),
        ("Ý", Some("IT")),
        ("Nhất", None),
        ("Lào Cai", None),
        ("Nga Sơn", None),
        ("Đại sứ quán Hoa Kỳ", Some("US")),
    ];
    for (name, expected) in cases {
        assert_eq!(names.exact(name), expected.and_then(code), "{name:?}");
    }
}

#[test]
fn one_edit_is_mended_only_where_no_other_country_is_near() {
    let names = CountryNames::built_in();
    let cases = [
        ("Singapora", Some("SG")),
        ("Campuchi", Some("KH")),
        ("Trung Quôck", Some("CN")),
        ("Hàa Lan", None),
        ("Xungari", None),
        ("Iram", None),
        ("Lào Cai", None),
    ];
    for (name, expected) in cases {
        assert_eq!(names.fuzzy(name), expected.and_then(code), "{name:?}");
    }
    assert_eq!(names.nearest("Singgapore"), names.nearest("SINGGAPORE"));
    assert!(names.nearest("zzzzzz").is_empty());
    assert_eq!(
        names.nearest("Ân Độ").as_slice(),
        names.nearest("Ấn Độ").as_slice()
    );
    assert_eq!(names.nearest("Ân Độ").len(), 1);
}

#[test]
fn names_follow_the_offices_usage() {
    let names = CountryNames::built_in();
    let cases = [
        ("LA", "Lào", "Laos"),
        ("TW", "Đài Loan (Trung Quốc)", "Taiwan (China)"),
        ("HK", "Hồng Kông (Trung Quốc)", "Hong Kong SAR China"),
        ("US", "Hoa Kỳ", "United States"),
        ("DE", "CHLB Đức", "Germany"),
        ("RU", "LB Nga", "Russia"),
        ("GB", "Anh", "United Kingdom"),
    ];
    for (iso2, vi, en) in cases {
        let country = code(iso2).expect("two letters");
        assert_eq!(names.name(country, Lang::Vi), vi);
        assert_eq!(names.name(country, Lang::En), en);
    }
    assert_eq!(names.name(code("QQ").expect("two letters"), Lang::Vi), "??");
}
