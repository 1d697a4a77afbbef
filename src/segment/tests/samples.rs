//! The real report 130/BC-SKHCN and the five made submissions give their true rows.

use super::*;
use crate::model::section::{Kind, Nil, NilStatement, SegmentNote};
use crate::model::value::{FundingClass, FundingLevel, MoneyUnit};

const OUT: Option<Direction> = Some(Direction::Outbound);
const IN: Option<Direction> = Some(Direction::Inbound);

fn sample(text: &str, delimiter: char, file_name: &str) -> (Document, Segmentation) {
    let document = document(text, delimiter);
    let segmentation = segment(&document, &Hints { file_name, ..HINTS });
    check(&document, &segmentation);
    (document, segmentation)
}

fn shape(segmentation: &Segmentation) -> Vec<(Option<Direction>, Kind, i32, usize)> {
    segmentation
        .sections
        .iter()
        .map(|s| (s.direction, s.kind, s.year, s.rows.len()))
        .collect()
}

#[test]
fn the_real_report_gives_its_four_rows_and_none_from_the_prose() {
    let text = include_str!("fixtures/report-130.txt");
    let (document, found) = sample(text, '\t', "130-BC-SKHCN.txt");
    let expected = [(OUT, Kind::Plan, 2021, 2), (IN, Kind::Plan, 2021, 2)];
    assert_eq!(shape(&found), expected);
    let [outbound, inbound] = &found.sections[..] else {
        panic!("two sections")
    };
    assert_eq!(
        values(&document, outbound, Field::Country),
        ["CHDCND Lào", "Đài Loan"]
    );
    assert_eq!(values(&document, outbound, Field::People), ["08", "08"]);
    assert_eq!(values(&document, inbound, Field::Days), ["03", "12"]);
    assert_eq!(values(&document, inbound, Field::Funding), ["NSNN", "NSNN"]);
    let nil = NilStatement {
        line: 11,
        direction: OUT,
        kind: Kind::Realised,
        year: Some(2020),
    };
    assert_eq!(found.nil_statements, [nil]);
    assert_eq!(found.title_year, Some(2021));
    assert_eq!(
        found.department_names[0],
        "Sở Khoa học và Công nghệ Quảng Trị"
    );
    assert_eq!(
        letters(&found),
        "..T.T.p.T.p.p.T.p.p.p.p.p.T.T.p.F.FFF.F.F.TTT.S.H#DD.S.H#DD"
    );
}

#[test]
fn two_sections_of_different_widths_with_totals_and_signatures() {
    let text = include_str!("fixtures/so-y-te.csv");
    let (document, found) = sample(text, ';', "PL doan ra doan vao 2021_SYT.csv");
    assert_eq!(
        shape(&found),
        [(OUT, Kind::Plan, 2021, 3), (IN, Kind::Plan, 2021, 2)]
    );
    assert_eq!(letters(&found), "TT.TT.SH#DDD+.SH#DD+.FF");
    let [outbound, inbound] = &found.sections[..] else {
        panic!("two sections")
    };
    assert_eq!(
        values(&document, outbound, Field::People),
        ["08", "03 người", "06"]
    );
    assert_eq!(
        values(&document, inbound, Field::Country),
        ["CHDCND Lào", "Hoa Kỳ"]
    );
    let totals: Vec<_> = outbound
        .totals
        .iter()
        .map(|t| (t.field, document.get(t.text)))
        .collect();
    assert_eq!(totals, [(Field::Name, "03"), (Field::People, "17")]);
    let total = &inbound.totals[0];
    assert_eq!(
        (total.field, total.from, total.to, total.sections_before),
        (Field::People, 0, 2, 0)
    );
    assert_eq!(found.department_names[0], "SỞ Y TẾ");
    assert_eq!(found.notes, []);
}

#[test]
fn small_letters_for_capitals_dittos_and_a_placeholder() {
    let text = include_str!("fixtures/so-nn-ptnt.csv");
    let (document, found) = sample(text, ',', "Phu luc SNN (chinh thuc).csv");
    assert_eq!(
        shape(&found),
        [(OUT, Kind::Plan, 2021, 4), (IN, Kind::Plan, 2021, 2)]
    );
    assert_eq!(letters(&found), "TTT.SH#DDDD+.SHDDf");
    let outbound = &found.sections[0];
    let countries = ["CHDCND Lào", "CHDCND Lào", "úc", "Hàn Quốc"];
    assert_eq!(values(&document, outbound, Field::Country), countries);
    assert_eq!(
        value(&document, outbound, &outbound.rows[1], Field::Funding),
        "NSNN"
    );
    let fields: Vec<Field> = outbound.rows[1].inherited.iter().map(|i| i.field).collect();
    let expected = [
        Field::Name,
        Field::Head,
        Field::Country,
        Field::Content,
        Field::Funding,
    ];
    assert_eq!(fields, expected);
    assert!(
        outbound.rows[1]
            .inherited
            .iter()
            .all(|i| i.reason == InheritReason::Ditto)
    );
}

#[test]
fn merged_heads_with_ticks_and_a_section_without_a_head() {
    let text = include_str!("fixtures/so-kh-dt.csv");
    let (document, found) = sample(text, '\t', "Bieu TH doan ra - doan vao.csv");
    assert_eq!(
        shape(&found),
        [(OUT, Kind::Plan, 2021, 3), (IN, Kind::Plan, 2021, 2)]
    );
    assert_eq!(letters(&found), "TTSHHDDDSDD+");
    let [outbound, inbound] = &found.sections[..] else {
        panic!("two sections")
    };
    let tick = |class| Field::FundingPart(class, FundingLevel::Unsaid);
    let expected = [
        Field::Number,
        Field::Name,
        Field::Head,
        Field::Country,
        Field::Content,
        Field::PeriodFrom,
        Field::PeriodTo,
        Field::People,
        tick(FundingClass::StateBudget),
        tick(FundingClass::SelfFunded),
        tick(FundingClass::Aid),
        tick(FundingClass::Donations),
        Field::Notes,
    ];
    let fields: Vec<_> = outbound
        .columns
        .iter()
        .filter_map(|column| column.field)
        .collect();
    assert_eq!(fields, expected);
    assert_eq!(outbound.columns[5].heading, "Thời gian | Từ ngày");
    assert_eq!(
        values(&document, outbound, Field::PeriodFrom)[1],
        "28/06/2021"
    );
    assert!(inbound.head_inherited && !outbound.head_inherited);
    assert_eq!(
        found.notes,
        [SegmentNote::HeadInherited {
            section: 1,
            line: 9
        }]
    );
    assert_eq!(inbound.totals.len(), 5);
    assert!(
        inbound
            .totals
            .iter()
            .all(|total| total.sections_before == 1)
    );
}

#[test]
fn a_nil_return_with_fillers_of_every_kind() {
    let text = include_str!("fixtures/ban-dan-toc.csv");
    let (_, found) = sample(text, ',', "Ban Dan toc - khong co.csv");
    assert_eq!(
        shape(&found),
        [(OUT, Kind::Plan, 2021, 0), (IN, Kind::Plan, 2021, 0)]
    );
    assert!(
        found
            .sections
            .iter()
            .all(|section| section.nil == Some(Nil::Stated))
    );
    assert_eq!(letters(&found), "TTSH#nSHfffn");
    let nil = NilStatement {
        line: 12,
        direction: None,
        kind: Kind::Plan,
        year: Some(2021),
    };
    assert_eq!(found.nil_statements, [nil]);
}

#[test]
fn countries_in_group_rows_and_merged_blanks() {
    let text = include_str!("fixtures/tp-dong-ha.csv");
    let (document, found) = sample(text, ',', "Ke hoach doi ngoai - Trang tinh1.csv");
    assert_eq!(
        shape(&found),
        [(OUT, Kind::Plan, 2021, 3), (IN, Kind::Plan, 2021, 2)]
    );
    assert_eq!(letters(&found), "TTHSGDDGDSGDGD+");
    let [outbound, inbound] = &found.sections[..] else {
        panic!("two sections")
    };
    let countries = ["Nước CHDCND Lào", "Nước CHDCND Lào", "Vương quốc Thái Lan"];
    assert_eq!(values(&document, outbound, Field::Country), countries);
    let countries = ["Nước CHDCND Lào", "Đại Hàn Dân Quốc"];
    assert_eq!(values(&document, inbound, Field::Country), countries);
    assert_eq!(
        values(&document, outbound, Field::Period),
        ["Quý I", "Quý I", "Quý II"]
    );
    assert_eq!(
        reason(&outbound.rows[1], Field::Period),
        Some(InheritReason::Merged)
    );
    assert_eq!(
        reason(&outbound.rows[1], Field::Funding),
        Some(InheritReason::Merged)
    );
    assert_eq!(
        reason(&outbound.rows[0], Field::Country),
        Some(InheritReason::Group)
    );
    let amount = outbound.column(Field::Amount).expect("an amount column");
    assert_eq!(amount.unit, Some(MoneyUnit::MillionDong));
    let totals: Vec<_> = inbound
        .totals
        .iter()
        .map(|t| (t.field, document.get(t.text)))
        .collect();
    assert_eq!(totals, [(Field::People, "52"), (Field::Amount, "195,5")]);
    assert_eq!(found.department_names[0], "UBND THÀNH PHỐ ĐÔNG HÀ");
}
