//! How a column is read, and why: its reasons with their weights, and the second reading where it is near.

use crate::model::finding::Lang;
use crate::model::section::{CellKind, Column, Field, Reason, Why};
use crate::show::clean::clean;
use serde_json::{Value, json};
use std::io::{self, Write};

/// One column as text: heading, field, margin, and below them what spoke for it.
pub fn text(out: &mut dyn Write, column: &Column, lang: Lang) -> io::Result<()> {
    let field = column.field.map_or("—", Field::code);
    let heading = column.heading.replace('\n', " ");
    let matched = format!("{:?}", column.matched).to_lowercase();
    let evidence = &column.evidence;
    writeln!(
        out,
        "    {:>2} {} → {field} ({matched})",
        column.index + 1,
        clean(&heading)
    )?;
    if !evidence.reasons.is_empty() {
        let margin = lang.pick("cách biệt", "margin");
        let reasons = list(&evidence.reasons, lang);
        writeln!(out, "         {reasons}; {margin} {:.1}", evidence.margin)?;
    }
    if let Some(rival) = &evidence.rival {
        let or = lang.pick("hoặc", "or");
        let field = rival.field.map_or("—", Field::code);
        writeln!(out, "         {or} {field}: {}", list(&rival.reasons, lang))?;
    }
    Ok(())
}

fn list(reasons: &[Reason], lang: Lang) -> String {
    let one = |reason: &Reason| format!("{} {:+.1}", name(reason.why, lang), reason.weight);
    reasons.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn name(why: Why, lang: Lang) -> String {
    let [vi, en] = match why {
        Why::OfficeList => ["trong headings.csv", "in headings.csv"],
        Why::Listed => ["đúng tiêu đề đã biết", "listed heading"],
        Why::HoldsListed => ["chứa tiêu đề đã biết", "holds a listed heading"],
        Why::NearListed => ["gần giống tiêu đề đã biết", "near a listed heading"],
        Why::Words => ["từ trong tiêu đề", "words"],
        Why::NamesSource => ["nêu nguồn kinh phí", "names a source"],
        Why::Cells { kind, percent } => {
            return format!(
                "{} {} ({percent} %)",
                lang.pick("ô:", "cells:"),
                kind_name(kind, lang)
            );
        }
        Why::Missing => [
            "cột cần có mà chưa tiêu đề nào nói",
            "a list has one, and no heading speaks of it",
        ],
        Why::DayOrder => ["ngày đầu trước ngày cuối", "first days before last days"],
        Why::DaysBetween => ["bằng số ngày giữa hai ngày", "days between the dates"],
        Why::Months => ["số tháng hoặc quý", "bare months or quarters"],
        Why::SumOfParts => ["là tổng các cột bên", "sum of columns beside it"],
        Why::PartOfSum => ["là một phần của cột tổng", "part of a sum"],
        Why::Beside => ["cạnh cột cùng loại", "beside its like"],
        Why::Unlikely => ["mức khởi điểm", "base"],
    };
    lang.pick(vi, en).to_owned()
}

fn kind_name(kind: CellKind, lang: Lang) -> &'static str {
    let [vi, en] = match kind {
        CellKind::RunningNumber => ["số thứ tự", "running number"],
        CellKind::SmallNumber => ["số nhỏ", "small number"],
        CellKind::Fraction => ["số lẻ", "fraction"],
        CellKind::LargeNumber => ["số lớn", "large number"],
        CellKind::PeopleCount => ["số người", "people"],
        CellKind::DayCount => ["số ngày", "days"],
        CellKind::DelegationCount => ["số đoàn", "delegations"],
        CellKind::Pair => ["hai số", "pair"],
        CellKind::Date => ["ngày tháng", "date"],
        CellKind::DateSpan => ["khoảng ngày", "dates"],
        CellKind::TimeStamp => ["ngày và giờ", "time stamp"],
        CellKind::Period => ["quý, tháng", "period"],
        CellKind::Roman => ["số La Mã", "Roman numeral"],
        CellKind::Year => ["năm", "year"],
        CellKind::Country => ["nước", "country"],
        CellKind::Place => ["địa danh", "place"],
        CellKind::Money => ["số tiền", "money"],
        CellKind::Source => ["nguồn kinh phí", "source"],
        CellKind::Tick => ["dấu chọn", "tick"],
        CellKind::Person => ["người, chức vụ", "person"],
        CellKind::DocumentNumber => ["số văn bản", "document number"],
        CellKind::Code => ["mã, điện thoại", "code"],
        CellKind::DelegationName => ["tên đoàn", "delegation"],
        CellKind::Organisation => ["cơ quan", "organisation"],
        CellKind::Status => ["tình trạng", "status"],
        CellKind::Direction => ["ra, vào", "direction"],
        CellKind::Kind => ["kế hoạch, kết quả", "plan, results"],
        CellKind::ShortText => ["chữ", "words"],
        CellKind::LongText => ["đoạn văn", "text"],
    };
    lang.pick(vi, en)
}

/// One column for machines.
pub fn json(column: &Column) -> Value {
    let evidence = &column.evidence;
    let weight = |weight: f32| (f64::from(weight) * 100.0).round() / 100.0;
    let reasons = |reasons: &[Reason]| -> Vec<Value> {
        reasons
            .iter()
            .map(|reason| json!({"why": reason.why, "weight": weight(reason.weight)}))
            .collect()
    };
    let second = evidence.rival.as_ref().map(
        |rival| json!({"field": rival.field.map(Field::code), "reasons": reasons(&rival.reasons)}),
    );
    json!({
        "column": column.index + 1,
        "heading": column.heading,
        "field": column.field.map(Field::code),
        "matched": column.matched,
        "unit": column.unit,
        "unit_words": column.facts.unit_words,
        "reasons": reasons(&evidence.reasons),
        "margin": weight(evidence.margin),
        "second": second,
        "doubt": evidence.doubt,
    })
}
