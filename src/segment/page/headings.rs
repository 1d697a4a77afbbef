//! What a heading does to the sections: opens one, goes on with one, or says more about one.

use super::Page;
use super::state::{State, Use};
use crate::model::section::{LineClass, NilStatement};
use crate::model::value::MoneyUnit;
use crate::segment::header::{self, Found};
use crate::segment::heads::Heading;
use crate::segment::lines::{Look, Numeral, is_number};
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::unit;
use crate::vocabulary::structure::Words;

/// Longer lines are prose, in bytes.
const LINE: usize = 160;

impl Page<'_, '_> {
    pub(super) fn heading(
        &mut self,
        row: usize,
        look: &Look<'_>,
        text: &str,
        numeral: Option<Numeral>,
    ) -> LineClass {
        let heading = Heading::read(text, self.grid.line(row), numeral);
        if let Some(unit) = unit_in_title(text) {
            self.say_unit(unit, heading.direction().is_some());
        }
        let direction = heading.direction();
        let said_nil = heading.nil;
        if self.continues_section(row, &heading, text) {
            let governs = self.is_open_and_empty();
            if let Some(table) = self.table.as_mut().filter(|_| governs) {
                table.used = Use::Governing;
            }
            return LineClass::Section;
        }
        if self.is_inner_group(row, &heading) {
            return self.group_or_row(row, look);
        }
        if said_nil && direction.is_none() && self.say_nil(row, text) {
            self.context.headings.push(heading);
            return LineClass::Nil;
        }
        if said_nil && direction.is_none() && self.deny_kind(&heading) {
            self.context.headings.push(heading);
            return LineClass::Nil;
        }
        if self.head_follows(row) {
            self.end_free_table();
        }
        let splits = direction.is_some() || (self.table.is_some() && heading.kind().is_some());
        if splits && direction.is_none() && self.is_open_and_empty() {
            self.context.headings.push(heading);
            self.refine_open();
            return LineClass::Section;
        }
        self.end_section();
        if splits && direction.is_none() && self.is_told_more() {
            self.state.withdraw();
        }
        self.leave_empty(direction);
        self.end_pending();
        self.signed = false;
        self.state = State::Outside;
        self.context.headings.push(heading);
        self.read_names(look);
        if !splits {
            return LineClass::Title;
        }
        self.state = State::Announced {
            heading: self.context.headings.len() - 1,
        };
        if said_nil && direction.is_some() {
            self.open_section(false);
            if let Some(open) = self.state.open_mut() {
                open.nil_said = true;
            }
        }
        LineClass::Section
    }

    /// "1. Kết quả năm 2020: Không có" inside "II. ĐOÀN VÀO" denies what the heading above names.
    fn deny_kind(&mut self, heading: &Heading) -> bool {
        let mut above = self.context.headings.iter().rev();
        let (Some(kind), Some(named)) = (heading.kind(), above.find(|h| h.outbound || h.inbound))
        else {
            return false;
        };
        let statement = NilStatement {
            line: heading.line,
            direction: named.direction(),
            kind,
            year: heading.year_for(kind),
        };
        self.end_section();
        self.out.nil_statements.push(statement);
        true
    }

    /// The section announced last names no kind: what follows says more about it.
    fn is_told_more(&self) -> bool {
        let pending = self
            .state
            .announced()
            .and_then(|at| self.context.headings.get(at));
        pending.is_some_and(|heading| heading.kind().is_none())
    }

    /// A section whose table has no row yet.
    fn is_open_and_empty(&self) -> bool {
        self.state.open().is_some_and(|open| {
            let section = &open.section;
            section.rows.is_empty() && section.totals.is_empty() && !open.nil_said
        })
    }

    /// "1. Kết quả năm 2020" inside "I. ĐOÀN RA" says more about the section just opened.
    fn refine_open(&mut self) {
        let Some(mut open) = self.state.close() else {
            return;
        };
        self.place(&mut open.section, false, None);
        if let Some(table) = &mut self.table {
            table.used = Use::Governing;
        }
        self.state = State::Open(Box::new(open));
    }

    /// The next filled row is the head of a table of delegations: so the section announced does not
    /// stand inside the last table.
    fn head_follows(&self, row: usize) -> bool {
        self.table_below(row) == Some(true)
    }

    /// A line of few words right above a header that says a direction, a kind or a year of its table,
    /// whatever it begins with.
    pub(super) fn stands_over_table(&self, row: usize, look: &Look<'_>, text: &str) -> bool {
        let aside = text.starts_with(['(', '[', '*']);
        let short = text.len() <= LINE && !aside && !text.ends_with(['.', ';', ':']);
        let alone = look.texts().count() == 1 && look.cells.len() <= 2;
        let says = || Heading::read(text, 0, None).says_something();
        short && alone && says() && self.head_follows(row)
    }

    /// Whether the table whose head is the next filled row is one of delegations; `None` where it is
    /// no head.
    fn table_below(&self, row: usize) -> Option<bool> {
        let rows = row + 1..self.grid.rows().min(row + 5);
        let mut looks = rows.map(|r| (r, self.grid.look(r)));
        let (below, look) = looks.find(|(_, look)| look.cells.len() > 1)?;
        let listed = look.cells.first().is_some_and(|(_, text)| is_number(text));
        if listed {
            return None;
        }
        let mut known = self.below.borrow_mut();
        let known = match &mut *known {
            Some(known) if known.0 == below => known,
            other => other.insert((below, header::find(self.grid, below, &look, false))),
        };
        let is_of_delegations = |found: &Found| matches!(found, Found::Delegations(_));
        known.1.as_ref().map(is_of_delegations)
    }

    /// "ĐOÀN RA (tiếp theo)" on a new page, "1. Đoàn ra cấp tỉnh" within "I. ĐOÀN RA", or the direction
    /// of the title again: the section goes on.
    fn continues_section(&self, row: usize, heading: &Heading, text: &str) -> bool {
        let Some(open) = self.state.open() else {
            return false;
        };
        let section = &open.section;
        let same = heading.direction().is_some()
            && heading.direction() == section.direction
            && heading.kind().is_none_or(|kind| kind == section.kind)
            && heading
                .year_for(section.kind)
                .is_none_or(|year| year == section.year);
        let inside = !section.columns.is_empty() && !heading.nil && !self.head_follows(row);
        same && (inside || fold(text).contains("tiep theo"))
    }

    /// A heading in the middle of a table's rows that says nothing new about them: a group of rows,
    /// such as "Hoạt động hợp tác với Lào".
    fn is_inner_group(&self, row: usize, heading: &Heading) -> bool {
        let Some(open) = self.state.open().filter(|_| !self.signed) else {
            return false;
        };
        let section = &open.section;
        let names = heading.outbound || heading.inbound;
        let kind = heading.kind().is_none_or(|kind| kind == section.kind);
        let year = heading
            .year_for(section.kind)
            .is_none_or(|year| year == section.year);
        !names && !heading.nil && kind && year && self.table_below(row).is_none()
    }
}

/// "KẾ HOẠCH ĐOÀN RA NĂM 2021 (ĐVT: triệu đồng)": a caption of the unit within a title.
fn unit_in_title(text: &str) -> Option<MoneyUnit> {
    let mut parts = text.split(['(', '[', ';', ',', '–', '-', '\n']);
    parts.find_map(|part| {
        let caption = Words::UnitCaption.start(&fold(part));
        caption.then(|| unit(part)).flatten()
    })
}
