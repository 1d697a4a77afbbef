//! `tonghop inspect`: how one file is read, whatever it is.

use super::{Context, Exit, print, write_json};
use crate::cli::Format;
use crate::discover;
use crate::export::main_table::main_table;
use crate::failure::Failure;
use crate::model::dataset::FileRead;
use crate::pipeline;
use crate::show::inspect::{self, Inspection};
use crate::workspace::Workspace;
use std::path::Path;

/// Shows encoding, dialect, sections, columns, the class of every line and the rows as read. Findings
/// never change the exit code; an empty file is a file that could be read.
///
/// # Errors
/// When the file cannot be opened, or is neither text nor a workbook.
pub fn run(context: &Context, file: &Path, format: Format) -> Result<Exit, Failure> {
    let workspace = Workspace::around(file, context.config.as_deref())?;
    let submission = discover::single(file).map_err(Failure::io(file))?;
    let mut read = pipeline::read_single(submission, &workspace, &context.settings(None));
    if let Some(source) = read.unreadable.clone().filter(|_| !read.is_empty_file()) {
        return Err(Failure::Unreadable {
            path: file.to_path_buf(),
            source,
        });
    }
    if format == Format::Csv {
        // The main table stands as it was written: rows with cells too many are cut again.
        read.cut_again();
    }
    show(context, &read, format)?;
    Ok(Exit::Done)
}

fn show(context: &Context, read: &FileRead, format: Format) -> Result<(), Failure> {
    print(|out| match format {
        Format::Text => inspect::text(out, &read.open(), &context.style()),
        Format::Json => write_json(out, &Inspection(&read.open())),
        Format::Csv => match read.open().document() {
            Some(document) => out.write_all(&main_table(document, &read.segmentation)),
            None => Ok(()),
        },
    })
}
