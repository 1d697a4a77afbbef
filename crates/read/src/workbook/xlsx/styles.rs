//! The number formats of a workbook's cells, by the styles that the cells name.

use crate::document::Unreadable;
use crate::package::{Package, Relation};
use crate::workbook::number_format::NumberFormat;
use crate::xml::Piece;
use rustc_hash::FxHashMap;

/// Styles of a workbook: as many as Excel allows.
const MOST: usize = 1 << 16;

/// Number formats by style.
#[derive(Debug, Default)]
pub struct Styles(Vec<NumberFormat>);

impl Styles {
    /// Reads the styles; none where the workbook has none.
    ///
    /// # Errors
    /// A part that is broken.
    pub fn read(
        package: &mut Package<'_>,
        relation: Option<&Relation>,
    ) -> Result<Styles, Unreadable> {
        let mut styles = Styles::default();
        let Some(relation) = relation else {
            return Ok(styles);
        };
        let Some(mut part) = package.part(&relation.part)? else {
            return Ok(styles);
        };
        let mut xml = part.xml();
        let mut codes: FxHashMap<u32, String> = FxHashMap::default();
        let mut in_cells = false;
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => {
                    let number = |name| tag.attribute(name)?.parse::<u32>().ok();
                    match tag.name() {
                        "numFmt" if codes.len() < MOST => {
                            let code = tag.attribute("formatCode").unwrap_or_default();
                            codes.extend(number("numFmtId").map(|id| (id, code.into_owned())));
                        }
                        "cellXfs" => in_cells = true,
                        "xf" if in_cells && styles.0.len() < MOST => {
                            let id = number("numFmtId").unwrap_or(0);
                            styles.0.push(match codes.get(&id) {
                                Some(code) => NumberFormat::of_code(code),
                                None => NumberFormat::built_in(id),
                            });
                        }
                        _ => {}
                    }
                }
                Piece::Close(tag) if tag.name() == "cellXfs" => in_cells = false,
                _ => {}
            }
        }
        Ok(styles)
    }

    /// The format of a style; that of plain numbers where there is none.
    pub fn format(&self, style: usize) -> Option<&NumberFormat> {
        self.0.get(style)
    }
}
