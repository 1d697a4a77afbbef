//! Says how a file was read and why: `cargo run -p tonghop-read --example sniff FILE`.

use std::error::Error;
use std::path::PathBuf;
use tonghop_read::{Document, Format, Reader};

/// Rows of each sheet that are shown.
const ROWS: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let path: PathBuf = std::env::args_os()
        .nth(1)
        .ok_or("usage: sniff FILE")?
        .into();
    let name = path.to_string_lossy();
    let format = Format::of_name(&name).unwrap_or(Format::Text);
    let document = Reader::new().read(&std::fs::read(&path)?, format)?;

    println!("encoding: {}", document.encoding.name());
    for evidence in &document.evidence {
        println!("    {evidence}");
    }
    if let Some(dialect) = document.dialect {
        println!("dialect: {dialect:?}");
        println!("    {}", document.dialect_evidence);
    }
    for note in &document.notes {
        println!("note: {note:?}");
    }
    for sheet in 0..document.sheets.len() {
        show(&document, sheet);
    }
    Ok(())
}

fn show(document: &Document, index: usize) {
    let sheet = &document.sheets[index];
    println!("sheet {:?}: {} rows", sheet.name, sheet.rows.len());
    for (row, place) in sheet.rows.iter().enumerate().take(ROWS) {
        let cells = document.row(index, row).iter();
        let cells: Vec<&str> = cells.map(|&cell| document.get(cell)).collect();
        println!("{:>6}: {cells:?}", place.line);
    }
}
