//! The same rows and forms as workbooks: numbers as numbers, dates as dates, heads merged.

use super::compare::differences;
use super::form::{Choice, Page};
use super::forms;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use tonghop::interpret::Interpreter;
use tonghop::model::submission;
use tonghop::vocabulary::Vocabulary;

/// Files of each form.
const TURNS: usize = 12;

fn workbook(page: &Page, merged: bool) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (at, row) in page.rows.iter().enumerate() {
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            write(sheet, at as u32, column as u16, text)?;
        }
    }
    if merged {
        merge_titles(sheet, page)?;
        merge_heads(sheet, page)?;
    }
    workbook.save_to_buffer()
}

/// What Excel makes of typed text: numbers and dates, unless a leading zero keeps it text.
fn write(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    let number = text
        .parse::<u32>()
        .ok()
        .filter(|number| number.to_string() == text);
    let date: Vec<u16> = text
        .split('/')
        .filter_map(|part| part.parse().ok())
        .collect();
    match (number, &date[..]) {
        (Some(number), _) => sheet.write_number(row, column, number)?,
        (None, &[day, month, year]) if text.len() == 10 => {
            let date = ExcelDateTime::from_ymd(year, month as u8, day as u8)?;
            sheet.write_datetime_with_format(
                row,
                column,
                &date,
                &Format::new().set_num_format("dd/mm/yyyy"),
            )?
        }
        _ => sheet.write_string(row, column, text)?,
    };
    Ok(())
}

/// Titles stand over the whole width.
fn merge_titles(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    for (at, row) in page.rows.iter().enumerate() {
        if let [title] = &row[..]
            && !title.is_empty()
        {
            sheet.merge_range(at as u32, 0, at as u32, 10, title, &Format::new())?;
        }
    }
    Ok(())
}

/// A head of two rows: cells with nothing below reach down, cells with nothing beside reach right.
fn merge_heads(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    let Some(at) = page
        .rows
        .iter()
        .position(|row| row.iter().any(|cell| cell == "Từ ngày"))
    else {
        return Ok(());
    };
    let (above, below) = (&page.rows[at - 1], &page.rows[at]);
    let mut column = 0;
    while column < above.len() {
        let mut last = column;
        while above.get(last + 1).is_some_and(String::is_empty) {
            last += 1;
        }
        let down = below[column].is_empty();
        if down || last > column {
            let (from, to) = (at as u32 - 1, at as u32 - u32::from(!down));
            sheet.merge_range(
                from,
                column as u16,
                to,
                last as u16,
                &above[column],
                &Format::new(),
            )?;
        }
        column = last + 1;
    }
    Ok(())
}

#[test]
fn every_form_is_read_right_as_a_workbook() {
    let vocabulary = Vocabulary::built_in();
    let mut interpreter = Interpreter::new(&vocabulary);
    let (mut made, mut wrong) = (0, Vec::new());
    for (name, form) in forms::ALL {
        for turn in 0..TURNS {
            for merged in [false, true] {
                let page = form(&Choice::new(turn));
                let bytes = workbook(&page, merged).expect("a workbook");
                let differs = differences(
                    bytes,
                    submission::Format::Xlsx,
                    &page,
                    false,
                    &mut interpreter,
                );
                made += 1;
                if !differs.is_empty() {
                    wrong.push(format!(
                        "{name}, turn {turn}, merged {merged}: {}",
                        differs.join("; ")
                    ));
                }
            }
        }
    }
    println!("{} of {made} workbooks read right", made - wrong.len());
    assert!(
        wrong.is_empty(),
        "{} of {made}: {:#?}",
        wrong.len(),
        &wrong[..wrong.len().min(40)]
    );
}
