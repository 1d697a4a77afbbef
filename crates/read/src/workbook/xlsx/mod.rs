//! `.xlsx` and `.xlsm`: which sheets a workbook has, and what their cells refer to.

mod cells;
mod strings;
mod styles;

use crate::document::Unreadable;
use crate::grid::Book;
use crate::limits::ReadLimits;
use crate::package::{Package, Relation};
use crate::xml::Piece;
use cells::Cells;
use strings::Strings;
use styles::Styles;

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    hidden: bool,
    id: String,
}

/// What the workbook itself says.
#[derive(Default)]
struct Workbook {
    sheets: Vec<Listed>,
    from_1904: bool,
}

/// Reads all worksheets in their order.
///
/// # Errors
/// A part that is missing, broken or cut off: half a workbook is none.
pub fn read(
    package: &mut Package<'_>,
    book: &mut Book,
    limits: &ReadLimits,
) -> Result<(), Unreadable> {
    let main = package.main_part("xl/workbook.xml")?;
    let relations = package.relations(&main)?;
    let workbook = workbook(package, &main)?;
    let part_of = |kind: &str| relations.iter().find(|relation| relation.kind == kind);

    let mut strings = Strings::read(package, part_of("sharedStrings"), limits)?;
    let styles = Styles::read(package, part_of("styles"))?;
    for sheet in workbook.sheets {
        let Some(name) = worksheet(&relations, &sheet.id) else {
            continue;
        };
        let missing = || Unreadable::Workbook(format!("the sheet “{}” is missing", sheet.name));
        let mut part = package.part(name)?.ok_or_else(missing)?;
        let mut xml = part.xml();
        let cells = Cells {
            strings: &mut strings,
            styles: &styles,
            from_1904: workbook.from_1904,
            longest: limits.cell_bytes as usize,
        };
        let headers = cells.read(&mut xml, book.sheet(&sheet.name, sheet.hidden, limits))?;
        drop(xml);
        drop(part);
        book.aside(headers);
        book.aside(text_boxes(package, name)?);
    }
    Ok(())
}

/// The paragraphs in the text boxes over a sheet.
fn text_boxes(package: &mut Package<'_>, sheet: &str) -> Result<Vec<String>, Unreadable> {
    let relations = package.relations(sheet)?;
    let mut paragraphs = Vec::new();
    for drawing in relations
        .iter()
        .filter(|relation| relation.kind == "drawing")
    {
        let Some(mut part) = package.part(&drawing.part)? else {
            continue;
        };
        let mut xml = part.xml();
        while let Some(piece) = xml.next()? {
            if matches!(&piece, Piece::Open(tag) if tag.name() == "txBody") {
                xml.paragraphs(&mut paragraphs)?;
            }
        }
    }
    Ok(paragraphs)
}

/// The part of a sheet; `None` for charts, macros and dialogs.
fn worksheet<'r>(relations: &'r [Relation], id: &str) -> Option<&'r str> {
    let mut sheets = relations
        .iter()
        .filter(|relation| relation.kind == "worksheet");
    sheets
        .find(|relation| relation.id == id)
        .map(|relation| relation.part.as_str())
}

fn workbook(package: &mut Package<'_>, part: &str) -> Result<Workbook, Unreadable> {
    let missing = || Unreadable::Workbook("it has no list of sheets".into());
    let mut part = package.part(part)?.ok_or_else(missing)?;
    let mut xml = part.xml();
    let mut workbook = Workbook::default();
    while let Some(piece) = xml.next()? {
        let Piece::Open(tag) = piece else { continue };
        let of = |name| tag.attribute(name).unwrap_or_default();
        match tag.name() {
            "workbookPr" => workbook.from_1904 = tag.switch("date1904") == Some(true),
            "sheet" => workbook.sheets.push(Listed {
                name: of("name").into_owned(),
                hidden: of("state").to_ascii_lowercase().contains("hidden"),
                id: of("id").into_owned(),
            }),
            _ => {}
        }
    }
    Ok(workbook)
}
