//! What the title of a section says of all its rows: when they go, what became of them.

use super::Builder;
use super::groups::{Group, group_field, names_period};
use crate::model::document::Span;
use crate::model::section::Field;
use crate::segment::grid::Grid;
use crate::vocabulary::fold::fold;

impl Builder {
    /// "CÁC ĐOÀN RA KHÔNG THỰC HIỆN NĂM 2020": what a title says became of the delegations holds for
    /// all rows below it.
    pub fn take_title(&mut self, grid: Grid<'_>, line: u32, title: &str) {
        let field = match group_field(title, &fold(title)) {
            Some(Field::Status) => Field::Status,
            _ if self.is_untimed() => Field::Period,
            _ => return,
        };
        let Some(row) = (0..grid.rows()).find(|row| grid.line(*row) == line) else {
            return;
        };
        let mut spans = grid.spans(row).iter().copied();
        let text = spans.find_map(|span| match field {
            Field::Period => period_in(grid.document.get(span), span),
            _ => (!grid.document.is_blank(span)).then_some(span),
        });
        if let Some(text) = text {
            self.groups.push(Group {
                field,
                text,
                row: row as u32,
                numeral: None,
            });
        }
    }

    /// No column says when: the title may.
    fn is_untimed(&self) -> bool {
        let timed = [Field::Period, Field::PeriodFrom, Field::PeriodTo];
        let has = |field: &Field| self.section.column(*field).is_some();
        !self.section.columns.is_empty() && !timed.iter().any(has)
    }
}

/// "ĐOÀN RA ĐÃ TỔ CHỨC - QUÝ II NĂM 2022": the last words that are a period.
fn period_in(title: &str, span: Span) -> Option<Span> {
    let starts = title
        .char_indices()
        .filter(|(_, c)| c.is_alphanumeric())
        .filter(|(at, _)| *at == 0 || title[..*at].ends_with([' ', '-', ',', '(']));
    let mut periods = starts.filter_map(|(at, _)| {
        let rest = title[at..]
            .split([',', '(', ')', ';'])
            .next()
            .unwrap_or("")
            .trim_end();
        names_period(rest).then_some(Span {
            start: span.start + at as u32,
            len: rest.len() as u32,
        })
    });
    periods.next()
}
