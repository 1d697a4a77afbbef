//! Tables whose rows say their kind: one section for each kind and its year.

use super::Page;
use crate::model::section::{DataRow, Field, Kind, Section};
use crate::segment::heads::Heading;
use crate::segment::{heads, years};
use crate::vocabulary::fold::fold;

impl Page<'_, '_> {
    /// Where a title names both kinds, or nothing names any, the years in a table's own dates tell them.
    fn tell_kinds_by_dates(&self, section: &mut Section) -> bool {
        if section.kind_stated || section.rows.iter().any(|row| row.kind.is_some()) {
            return false;
        }
        let fields = [Field::PeriodFrom, Field::Period];
        let column = fields.iter().find_map(|field| section.column(*field));
        let Some(column) = column.map(|column| column.index) else {
            return false;
        };
        let kind = |row: &DataRow| {
            let year = written_year(self.grid.text(row.row as usize, column))?;
            self.context.kind_of_year(year, self.out.title_year)
        };
        let kinds: Vec<Option<Kind>> = section.rows.iter().map(kind).collect();
        let both = self.context.headings.iter().any(Heading::names_both_kinds);
        let done = |kind: &Option<Kind>| *kind == Some(Kind::Realised);
        let all_done = !kinds.is_empty() && kinds.iter().all(done);
        if both {
            let rows = section.rows.iter_mut().zip(kinds);
            rows.for_each(|(row, kind)| row.kind = kind);
        } else if all_done && section.kind != Kind::Realised {
            // No word says so: the section is told by its year alone.
            section.kind = Kind::Realised;
            section.stated_year = self.context.stated_year(section.kind);
            let plan_year = self.plan_year();
            section.year =
                years::section_year(section.kind, section.stated_year, plan_year, self.hints);
        }
        both
    }

    fn plan_year(&self) -> Option<i32> {
        let titled = heads::title_year(&self.context.headings);
        self.hints.plan_year.or(self.out.title_year).or(titled)
    }

    /// A table whose rows say their kind is one section for each kind and its year: "Thực hiện 2020" says
    /// both. Totals of such a table cover rows of several sections and are left out.
    pub(super) fn by_kind_and_year(&self, mut section: Section) -> Vec<Section> {
        let by_dates = self.tell_kinds_by_dates(&mut section);
        if section.rows.iter().all(|row| row.kind.is_none()) {
            return vec![section];
        }
        let column = section.column(Field::Kind).map(|column| column.index);
        let plan_year = self.plan_year();
        let of = |row: &DataRow| {
            let kind = row.kind.unwrap_or(section.kind);
            let cell = column.map_or("", |column| self.grid.text(row.row as usize, column));
            let said = years::in_text(&fold(cell)).next();
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
                    kind_stated: row.kind.is_some() && !by_dates || section.kind_stated,
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

/// The year that ends a date or stands alone.
fn written_year(text: &str) -> Option<i32> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let mut years = numbers.filter(|number| number.len() == 4);
    let year = years.next_back()?.parse().ok()?;
    (2000..2100).contains(&year).then_some(year)
}
