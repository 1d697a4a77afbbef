//! What the reader noticed about a file, in words and as JSON.

use crate::model::document::{CellFault, ReadNote, Repair};
use crate::model::finding::Lang;
use serde_json::{Value, json};

/// A note as an object: `kind` in snake case, then its plain fields.
pub fn json(note: &ReadNote) -> Value {
    match note {
        ReadNote::LettersLost {
            line,
            words,
            total,
            sample,
        } => {
            json!({"kind": "letters_lost", "line": line, "words": words, "total": total, "sample": sample})
        }
        ReadNote::Repaired {
            repair,
            cells,
            line,
            column,
            before,
            after,
        } => json!({
            "kind": "repaired", "repair": repair_code(*repair), "cells": cells, "line": line,
            "column": column, "before": before, "after": after,
        }),
        ReadNote::UnbalancedQuote { line } => json!({"kind": "unbalanced_quote", "line": line}),
        ReadNote::UndefinedBytes { line, count } => {
            json!({"kind": "undefined_bytes", "line": line, "count": count})
        }
        ReadNote::NulBytes { line, count } => {
            json!({"kind": "nul_bytes", "line": line, "count": count})
        }
        ReadNote::MixedNewlines => json!({"kind": "mixed_newlines"}),
        ReadNote::HiddenSheet { name } => json!({"kind": "hidden_sheet", "name": name}),
        ReadNote::EmptySheet { name } => json!({"kind": "empty_sheet", "name": name}),
        ReadNote::CellTooLong {
            line,
            column,
            bytes,
        } => json!({"kind": "cell_too_long", "line": line, "column": column, "bytes": bytes}),
        ReadNote::RowTooWide { line, columns } => {
            json!({"kind": "row_too_wide", "line": line, "columns": columns})
        }
        ReadNote::RowsBeyond { line, lines } => {
            json!({"kind": "rows_beyond", "line": line, "lines": lines})
        }
        ReadNote::CellBroken {
            sheet,
            line,
            column,
            text,
            reason,
        } => json!({
            "kind": "cell_broken", "sheet": sheet, "line": line, "column": column, "text": text,
            "reason": fault_code(*reason),
        }),
        ReadNote::SheetTooLarge {
            name,
            rows,
            columns,
        } => json!({"kind": "sheet_too_large", "name": name, "rows": rows, "columns": columns}),
    }
}

/// A note as one line for people.
pub fn text(note: &ReadNote, lang: Lang) -> String {
    match lang {
        Lang::Vi => vietnamese(note),
        Lang::En => english(note),
    }
}

fn vietnamese(note: &ReadNote) -> String {
    match note {
        ReadNote::LettersLost {
            line,
            words,
            total,
            sample,
        } => format!(
            "từ dòng {line}: lỗi phông, mất dấu ở {words} trên {total} từ, ví dụ “{sample}”"
        ),
        ReadNote::Repaired {
            repair,
            cells,
            line,
            before,
            after,
            ..
        } => {
            let [kind, _] = repair_words(*repair);
            format!(
                "đã khôi phục {cells} ô ({kind}), ô đầu tiên ở dòng {line}: “{before}” → “{after}”"
            )
        }
        ReadNote::UnbalancedQuote { line } => {
            format!("dòng {line}: dấu nháy mở không đóng; riêng ô này được đọc nguyên văn")
        }
        ReadNote::UndefinedBytes { line, count } => {
            format!("từ dòng {line}: {count} byte không ứng với chữ nào")
        }
        ReadNote::NulBytes { line, count } => format!("từ dòng {line}: bỏ {count} ký tự NUL"),
        ReadNote::MixedNewlines => "nhiều kiểu xuống dòng trong một tệp".to_owned(),
        ReadNote::HiddenSheet { name } => format!("trang tính ẩn “{name}” vẫn được đọc"),
        ReadNote::EmptySheet { name } => format!("trang tính “{name}” trống"),
        ReadNote::CellTooLong {
            line,
            column,
            bytes,
        } => format!("dòng {line}, cột {column}: ô dài {bytes} byte, chỉ giữ phần trong giới hạn"),
        ReadNote::RowTooWide { line, columns } => {
            format!("dòng {line} có {columns} ô, chỉ đọc phần trong giới hạn")
        }
        ReadNote::RowsBeyond { line, lines } => {
            format!("từ dòng {line}: {lines} dòng vượt giới hạn, không đọc")
        }
        ReadNote::CellBroken {
            line,
            column,
            reason,
            ..
        } => {
            let [words, _] = fault_words(*reason);
            format!("dòng {line}, cột {column}: {words}")
        }
        ReadNote::SheetTooLarge {
            name,
            rows,
            columns,
        } => format!(
            "trang tính “{name}” quá lớn ({rows} dòng × {columns} cột), chỉ đọc phần trong giới hạn"
        ),
    }
}

fn english(note: &ReadNote) -> String {
    match note {
        ReadNote::LettersLost {
            line,
            words,
            total,
            sample,
        } => format!(
            "from line {line}: letters lost in {words} of {total} words, for example “{sample}”"
        ),
        ReadNote::Repaired {
            repair,
            cells,
            line,
            before,
            after,
            ..
        } => {
            let [_, kind] = repair_words(*repair);
            format!(
                "{cells} cells repaired ({kind}), the first on line {line}: “{before}” → “{after}”"
            )
        }
        ReadNote::UnbalancedQuote { line } => {
            format!("line {line}: a quote is never closed; that cell alone was read as it is")
        }
        ReadNote::UndefinedBytes { line, count } => {
            format!("from line {line}: {count} bytes that are no letter")
        }
        ReadNote::NulBytes { line, count } => {
            format!("from line {line}: {count} NUL characters dropped")
        }
        ReadNote::MixedNewlines => "more than one kind of line ending".to_owned(),
        ReadNote::HiddenSheet { name } => format!("the hidden sheet “{name}” was read too"),
        ReadNote::EmptySheet { name } => format!("the sheet “{name}” is empty"),
        ReadNote::CellTooLong {
            line,
            column,
            bytes,
        } => format!("line {line}, column {column}: a cell of {bytes} bytes, read up to the limit"),
        ReadNote::RowTooWide { line, columns } => {
            format!("line {line} has {columns} cells, read up to the limit")
        }
        ReadNote::RowsBeyond { line, lines } => {
            format!("from line {line}: {lines} lines over the limit, not read")
        }
        ReadNote::CellBroken {
            line,
            column,
            reason,
            ..
        } => {
            let [_, words] = fault_words(*reason);
            format!("line {line}, column {column}: {words}")
        }
        ReadNote::SheetTooLarge {
            name,
            rows,
            columns,
        } => format!(
            "the sheet “{name}” is too large ({rows} rows × {columns} columns), read up to the limit"
        ),
    }
}

fn fault_code(fault: CellFault) -> &'static str {
    match fault {
        CellFault::Value => "value",
        CellFault::MissingText => "missing_text",
        CellFault::Error => "error",
        CellFault::UnknownType => "unknown_type",
        CellFault::NotCalculated => "not_calculated",
    }
}

fn fault_words(fault: CellFault) -> [&'static str; 2] {
    match fault {
        CellFault::Value => [
            "ô ghi là số, ngày hoặc đúng/sai nhưng chứa thứ khác",
            "the cell says that it is a number, date or truth value and holds something else",
        ],
        CellFault::MissingText => [
            "ô trỏ tới một chuỗi mà tệp không có",
            "the cell names a text that the file does not have",
        ],
        CellFault::Error => [
            "ô chứa mã lỗi của bảng tính",
            "the cell holds a spreadsheet error",
        ],
        CellFault::UnknownType => [
            "ô thuộc kiểu mà định dạng không có",
            "the cell is of a type that the format does not have",
        ],
        CellFault::NotCalculated => [
            "ô là công thức chưa được tính, tệp không lưu kết quả",
            "the cell is a formula that nothing has worked out: the file stores no result",
        ],
    }
}

fn repair_code(repair: Repair) -> &'static str {
    match repair {
        Repair::Tcvn3Text => "tcvn3_text",
        Repair::VniText => "vni_text",
        Repair::DoubleEncoded => "double_encoded",
        Repair::Composed => "composed",
    }
}

fn repair_words(repair: Repair) -> [&'static str; 2] {
    match repair {
        Repair::Tcvn3Text => ["chữ TCVN3", "TCVN3 letters"],
        Repair::VniText => ["chữ VNI", "VNI letters"],
        Repair::DoubleEncoded => ["mã hóa hai lần", "encoded twice"],
        Repair::Composed => ["dấu thanh tách rời", "separate tone marks"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_objects_for_machines_and_sentences_for_people() {
        let lost = ReadNote::LettersLost {
            line: 1,
            words: 30,
            total: 40,
            sample: "S? Y t?".to_owned(),
        };
        let expected = json!({"kind": "letters_lost", "line": 1, "words": 30, "total": 40, "sample": "S? Y t?"});
        assert_eq!(json(&lost), expected);
        assert_eq!(
            json(&ReadNote::MixedNewlines),
            json!({"kind": "mixed_newlines"})
        );
        let said = text(&lost, Lang::Vi);
        assert!(
            said.contains("30 trên 40 từ") && !said.contains('{'),
            "{said}"
        );
    }
}
