//! What a check is given: a file or a row, with its places and texts.

use super::Campaign;
use crate::model::dataset::Opened;
use crate::model::delegation::{Delegation, Texts};
use crate::model::document::Span;
use crate::model::finding::{Place, Scope};
use crate::model::section::{Doubt, Field, Section};
use rustc_hash::FxHashSet;

/// A file under validation.
#[derive(Debug, Clone, Copy)]
pub struct FileContext<'a> {
    pub campaign: Campaign<'a>,
    pub file: &'a Opened<'a>,
}

/// A row under validation.
#[derive(Debug, Clone, Copy)]
pub struct RowContext<'a> {
    pub campaign: Campaign<'a>,
    pub file: &'a Opened<'a>,
    pub section: &'a Section,
    pub row: &'a Delegation,
    /// The texts of the row.
    pub texts: &'a Texts,
    /// Index into the file's delegations.
    pub index: u32,
}

impl FileContext<'_> {
    /// The sheet of a section, with no line yet.
    pub fn place_in(&self, section: usize) -> Place {
        let section = self.file.segmentation.sections.get(section);
        Place {
            sheet: section.map_or(0, |section| section.sheet as u32),
            ..Place::default()
        }
    }

    /// The columns whose reading a person should look at, each header's once.
    pub fn doubtful_columns(&self) -> impl Iterator<Item = DoubtfulColumn<'_>> {
        let mut seen = FxHashSet::default();
        let sections = self.file.segmentation.sections.iter().enumerate();
        let own =
            sections.filter(|(_, section)| !section.head_inherited && !section.rows.is_empty());
        let columns = own.flat_map(move |(at, section)| {
            section
                .columns
                .iter()
                .map(move |column| (at, section, column))
        });
        columns.filter_map(move |(at, section, column)| {
            let doubt = column.evidence.doubt?;
            let line = section.head_lines.first().copied().unwrap_or(section.line);
            let place = Place {
                line,
                column: column.index as u32 + 1,
                ..self.place_in(at)
            };
            seen.insert((place.sheet, line, place.column))
                .then_some(DoubtfulColumn {
                    scope: Scope::Section(at as u32),
                    place,
                    heading: &column.heading,
                    field: column.field?,
                    doubt,
                })
        })
    }
}

/// A column whose reading a person should look at.
#[derive(Debug, Clone, Copy)]
pub struct DoubtfulColumn<'a> {
    pub scope: Scope,
    pub place: Place,
    pub heading: &'a str,
    pub field: Field,
    pub doubt: Doubt,
}

impl<'a> RowContext<'a> {
    /// The text of a cell as written, without blanks round it.
    pub fn text(&self, span: Span) -> &'a str {
        self.file.text(span)
    }

    /// The place of a field's cell in this row; of the whole line where the section has no such column.
    pub fn place(&self, field: Field) -> Place {
        let column = self
            .section
            .column(field)
            .map_or(0, |column| column.index as u32 + 1);
        Place {
            sheet: self.section.sheet as u32,
            line: self.row.line,
            column,
        }
    }

    /// The place of the period, whether it has one column or two.
    pub fn period_place(&self) -> Place {
        let split = self.section.column(Field::Period).is_none();
        self.place(if split {
            Field::PeriodFrom
        } else {
            Field::Period
        })
    }

    /// The period as written, its first and last day joined where they have columns of their own.
    pub fn period_text(&self) -> String {
        let texts = self.texts;
        match (self.text(texts.period), self.text(texts.period_to)) {
            (period, "") => period.to_string(),
            (first, last) => format!("{first} - {last}"),
        }
    }

    /// A cell with parts of it replaced; `None` where it does not hold one of them as it stands.
    pub fn mended<'p>(
        &self,
        cell: Span,
        parts: impl IntoIterator<Item = (&'p str, &'p str)>,
    ) -> Option<String> {
        let mut text = self.text(cell).to_string();
        for (part, by) in parts {
            let at = text.find(part)?;
            text.replace_range(at..at + part.len(), by);
        }
        Some(text)
    }

    /// The cell that an amount was looked for in: its own column, else the source's.
    pub fn amount_cell(&self) -> (Field, Span) {
        if self.texts.amount.is_empty() {
            (Field::Funding, self.texts.funding)
        } else {
            (Field::Amount, self.texts.amount)
        }
    }
}
