//! Tables whose rows say their kind: one section for each kind and its year.

use super::Page;
use crate::model::section::{DataRow, Field, Section};
use crate::segment::{heads, years};
use crate::vocabulary::fold::fold;

impl Page<'_, '_> {
    /// A table whose rows say their kind is one section for each kind and its year: "Thực hiện 2020" says
    /// both. Totals of such a table cover rows of several sections and are left out.
    pub(super) fn by_kind_and_year(&self, section: Section) -> Vec<Section> {
        let column = section.column(Field::Kind).map(|column| column.index);
        let Some(column) = column.filter(|_| section.rows.iter().any(|row| row.kind.is_some()))
        else {
            return vec![section];
        };
        let titled = heads::title_year(&self.context.headings);
        let plan_year = self.hints.plan_year.or(self.out.title_year).or(titled);
        let of = |row: &DataRow| {
            let kind = row.kind.unwrap_or(section.kind);
            let said = years::in_text(&fold(self.grid.text(row.row as usize, column))).next();
            let stated = said.or_else(|| {
                self.context
                    .stated_year(kind)
                    .filter(|_| row.kind.is_some() || kind == section.kind)
            });
            (kind, stated)
        };
        let mut parts: Vec<Section> = Vec::new();
        for row in &section.rows {
            let (kind, stated) = of(row);
            let year = years::section_year(kind, stated, plan_year, self.hints);
            let known = parts
                .iter()
                .position(|part| (part.kind, part.year) == (kind, year));
            let at = known.unwrap_or_else(|| {
                parts.push(Section {
                    kind,
                    kind_stated: row.kind.is_some() || section.kind_stated,
                    stated_year: stated,
                    year,
                    rows: Vec::new(),
                    totals: Vec::new(),
                    ..section.clone()
                });
                parts.len() - 1
            });
            parts[at].rows.push(row.clone());
        }
        if let [only] = parts.as_mut_slice() {
            only.totals = section.totals;
        }
        parts
    }
}
