//! The walk over one sheet: what each row is, given what stood above it.

use super::header::{self, Found, Head};
use super::heads::{self, Heading};
use super::lines::{Grid, Look, Numeral, is_filler, is_number, is_number_row};
use super::names::Names;
use super::rows::Builder;
use super::{Hints, lines, nil, totals, years};
use crate::model::document::Document;
use crate::model::section::{
    Direction, Field, Kind, LineClass, NilStatement, Section, SegmentNote, Segmentation,
};
use crate::model::value::MoneyUnit;
use crate::vocabulary::fold::{fold, tone_key};
use crate::vocabulary::headers::unit;
use crate::vocabulary::structure::Words;

/// A table head and how sections use it.
struct TableHead {
    head: Head,
    /// No section has taken it yet.
    free: bool,
    /// It stood before the section heads inside its table, and so governs them all.
    governs: bool,
}

/// One sheet while it is read from top to bottom.
pub struct Page<'d, 'o> {
    grid: Grid<'d>,
    hints: &'o Hints<'o>,
    out: &'o mut Segmentation,
    names: &'o mut Names,
    classes: Vec<LineClass>,
    headings: Vec<Heading>,
    table: Option<TableHead>,
    /// The heading that announces the next section.
    pending: Option<usize>,
    open: Option<Builder>,
    /// Signatures were seen: what follows in few cells belongs to them.
    signed: bool,
    /// Inside a table of something else.
    foreign: bool,
    /// Rows like a table's under no head.
    headless: Vec<usize>,
    unit: Option<MoneyUnit>,
    /// Direction that the sheet's or the file's name says.
    named: Option<Direction>,
}

impl<'d, 'o> Page<'d, 'o> {
    pub fn new(
        document: &'d Document,
        sheet: usize,
        hints: &'o Hints<'o>,
        out: &'o mut Segmentation,
        names: &'o mut Names,
    ) -> Self {
        let by_sheet = heads::direction_of_name(&document.sheets[sheet].name);
        Page {
            grid: Grid { document, sheet },
            hints,
            out,
            names,
            classes: Vec::with_capacity(document.sheets[sheet].rows.len()),
            headings: Vec::new(),
            table: None,
            pending: None,
            open: None,
            signed: false,
            foreign: false,
            headless: Vec::new(),
            unit: None,
            named: by_sheet.or_else(|| heads::direction_of_name(hints.file_name)),
        }
    }

    /// Gives each row of the sheet its class and the document its sections.
    pub fn walk(mut self) -> Vec<LineClass> {
        let mut row = 0;
        while row < self.grid.rows() {
            if let Some(open) = &mut self.open
                && open.is_plain(self.grid, row)
            {
                open.push(self.grid, row, &mut self.out.notes);
                self.classes.push(LineClass::Data);
                row += 1;
                continue;
            }
            row += self.read(row);
        }
        self.end_section();
        self.end_pending();
        self.end_free_table();
        self.refuse_headless();
        let year = years::title_year(&self.headings);
        self.out.title_year = self.out.title_year.or(year);
        self.classes
    }

    /// Reads one row, or all rows of a table head; gives how many.
    fn read(&mut self, row: usize) -> usize {
        let look = self.grid.look(row);
        if look.cells.is_empty() {
            self.classes.push(LineClass::Blank);
            return 1;
        }
        let leads_with_number = is_number(look.cells[0].1) && look.cells[0].0 == 0;
        if look.cells.len() > 1 && !leads_with_number {
            match header::find(self.grid, row, &look, self.open.is_some()) {
                Some(Found::Delegations(head)) => return self.take_head(head),
                Some(Found::Foreign { height }) if !self.is_group_of_words(&look) => {
                    return self.take_foreign(height);
                }
                _ => {}
            }
        }
        let class = self.class_of(row, &look);
        self.classes.push(class);
        1
    }

    fn is_group_of_words(&self, look: &Look<'_>) -> bool {
        look.texts().count() < 2
    }

    fn class_of(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        let after_head = self.after_head();
        if after_head && is_number_row(look) {
            return LineClass::NumberRow;
        }
        let texts = look.texts().count();
        if self.is_signature(look) {
            self.signed = true;
            return LineClass::Footer;
        }
        if texts <= 2 {
            self.line(row, look)
        } else {
            self.body(row, look)
        }
    }

    /// The last rows were a head, or a number row that still may be repeated.
    fn after_head(&self) -> bool {
        let last = self
            .classes
            .iter()
            .rev()
            .find(|class| **class != LineClass::Blank);
        matches!(last, Some(LineClass::Header | LineClass::NumberRow))
    }

    /// In a table every cell must be a footer's: "Giám đốc Sở" stands in rows of delegations too.
    fn is_signature(&self, look: &Look<'_>) -> bool {
        let body = look.texts().count();
        if body == 0 || body > 4 || look.cells.len() != body {
            return false;
        }
        let mut signed = look
            .texts()
            .map(|(_, text)| text.len() <= 90 && is_footer(text));
        let all = self.open.is_some() && !self.signed;
        let fits = if all {
            signed.all(|yes| yes)
        } else {
            signed.any(|yes| yes)
        };
        fits && (self.open.is_some() || !self.headings.is_empty() || body > 1)
            && !look
                .texts()
                .any(|(_, text)| heads::directions(&fold(text)) != (false, false))
    }

    /// A row of words: title, section head, group, total, footer, nil return or prose.
    fn line(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        let text = look.joined();
        let folded = fold(&text);
        if self.is_secret(look) {
            self.out.notes.push(SegmentNote::Secret {
                line: self.grid.line(row),
            });
            return LineClass::Title;
        }
        if let Some(class) = self.caption(look, &text, &folded) {
            return class;
        }
        let in_table = self.open.is_some() || self.pending.is_some() && self.table.is_some();
        if in_table && totals::is_total(&folded) {
            return self.total(row, look);
        }
        if let Some(class) = self.note(row, &text, &folded) {
            return class;
        }
        let numeral = look.numeral();
        if heads::is_heading(&text, &folded, numeral) && !self.is_row_of_table(look, &folded) {
            return self.heading(row, look, &text, numeral);
        }
        if let Some(class) = self.nil(row, &text, &folded) {
            return class;
        }
        if self.is_group_or_row(look, &text) {
            return self.group_or_row(row, look);
        }
        self.words(look, &text, &folded)
    }

    /// "(Kèm theo …)", "ĐVT: triệu đồng".
    fn caption(&mut self, look: &Look<'_>, text: &str, folded: &str) -> Option<LineClass> {
        if Words::UnitCaption.start(folded) {
            let unit = unit(text);
            self.unit = unit.or(self.unit);
            if let Some(open) = self
                .open
                .as_mut()
                .filter(|open| open.section.rows.is_empty())
            {
                apply_unit(&mut open.section, unit);
            }
            return Some(LineClass::Title);
        }
        let bracket = text.starts_with('(') && text.trim_end().ends_with([')', '.', '/']);
        let caption = Words::Caption.start(folded) || (bracket && Words::Caption.within(folded));
        if !caption || text.len() > 400 {
            return None;
        }
        self.read_names(look);
        if bracket && !heads::is_capitals(text) && self.open.is_some() {
            return Some(LineClass::Footer);
        }
        Some(LineClass::Title)
    }

    /// "Ghi chú: …" below a table.
    fn note(&mut self, row: usize, text: &str, folded: &str) -> Option<LineClass> {
        if !Words::Note.start(folded) || text.len() < 10 {
            return None;
        }
        if self.say_nil(row, text) {
            return Some(LineClass::Nil);
        }
        self.signed = true;
        Some(LineClass::Footer)
    }

    /// A row of an open table that only begins like a heading.
    fn is_row_of_table(&self, look: &Look<'_>, folded: &str) -> bool {
        let Some(open) = &self.open else { return false };
        let counted = [Field::People, Field::Days].iter().any(|field| {
            let column = open.section.column(*field).map(|column| column.index);
            column.is_some_and(|c| look.cells.iter().any(|(i, t)| *i == c && is_number(t)))
        });
        let numbered = matches!(look.numeral(), Some(Numeral::Integer(_)));
        counted && numbered && !Words::Outbound.is(folded) && !Words::Inbound.is(folded)
    }

    fn heading(
        &mut self,
        row: usize,
        look: &Look<'_>,
        text: &str,
        numeral: Option<Numeral>,
    ) -> LineClass {
        let heading = Heading::read(text, self.grid.line(row), numeral);
        let direction = heading.direction();
        let said_nil = heading.nil;
        if self.continues_section(row, &heading, text) {
            let governs = self.is_open_and_empty();
            if let Some(table) = self.table.as_mut().filter(|_| governs) {
                table.governs = true;
            }
            return LineClass::Section;
        }
        if self.open.is_some() && self.is_inner_group(&heading) {
            return self.group_or_row(row, look);
        }
        if self.head_follows(row) {
            self.end_free_table();
        }
        let splits = direction.is_some() || (self.table.is_some() && heading.kind().is_some());
        if splits && direction.is_none() && self.is_open_and_empty() {
            self.headings.push(heading);
            self.refine_open();
            return LineClass::Section;
        }
        self.end_section();
        self.end_pending();
        self.signed = false;
        self.foreign = false;
        self.headings.push(heading);
        self.read_names(look);
        if !splits {
            return LineClass::Title;
        }
        self.pending = Some(self.headings.len() - 1);
        if said_nil && direction.is_some() {
            self.open_section(None);
            if let Some(open) = &mut self.open {
                open.nil_said = true;
            }
        }
        LineClass::Section
    }

    /// A section whose table has no row yet.
    fn is_open_and_empty(&self) -> bool {
        self.open.as_ref().is_some_and(|open| {
            let section = &open.section;
            section.rows.is_empty() && section.totals.is_empty() && !open.nil_said
        })
    }

    /// "1. Kết quả năm 2020" inside "I. ĐOÀN RA" says more about the section just opened.
    fn refine_open(&mut self) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        self.place(&mut open.section, false, None);
        if let Some(table) = &mut self.table {
            table.governs = true;
        }
        self.open = Some(open);
    }

    /// The next filled row is a table head: so the section announced does not stand inside the last table.
    fn head_follows(&self, row: usize) -> bool {
        let rows = row + 1..self.grid.rows().min(row + 5);
        let next = rows
            .map(|r| (r, self.grid.look(r)))
            .find(|(_, look)| look.cells.len() > 1);
        next.is_some_and(|(r, look)| {
            matches!(
                header::find(self.grid, r, &look, false),
                Some(Found::Delegations(_))
            )
        })
    }

    /// "ĐOÀN RA (tiếp theo)" on a new page, "1. Đoàn ra cấp tỉnh" within "I. ĐOÀN RA", or the direction
    /// of the title again: the section goes on.
    fn continues_section(&self, row: usize, heading: &Heading, text: &str) -> bool {
        let Some(open) = &self.open else { return false };
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

    /// A heading that names nothing, in the middle of a table's rows: a group of rows.
    fn is_inner_group(&self, heading: &Heading) -> bool {
        heading.direction().is_none()
            && heading.kind().is_none()
            && !heading.outbound
            && heading.numeral.is_some()
    }

    /// "Không có" in a row, or a statement in words.
    fn nil(&mut self, row: usize, text: &str, folded: &str) -> Option<LineClass> {
        if folded.split(' ').count() <= 12 && nil::is_nil(folded) {
            if self.pending.is_some() && self.open.is_none() {
                self.open_section(None);
            }
            let said = nil::statement(folded).and_then(|(_, direction)| direction);
            if let Some(open) = &mut self.open
                && (said.is_none() || said == open.section.direction)
            {
                open.nil_said = true;
                return Some(LineClass::Nil);
            }
        }
        if !self.say_nil(row, text) {
            return None;
        }
        Some(if folded.split(' ').count() <= 25 && text.len() <= 250 {
            LineClass::Nil
        } else {
            LineClass::Prose
        })
    }

    /// Takes down what a text denies, clause by clause: each may speak of its own year.
    fn say_nil(&mut self, row: usize, text: &str) -> bool {
        let mut year = None;
        let mut said = false;
        for clause in text.split([';', '.']).map(fold) {
            let mut years = years::in_text(&clause);
            let own = years
                .next()
                .filter(|first| years.all(|other| other == *first));
            year = own.or(year);
            if let Some((_, direction)) = nil::statement(&clause) {
                let kind = year.and_then(|year| self.kind_of_year(year));
                let kind = kind.unwrap_or_else(|| self.kind().0);
                let headed = || self.headings.iter().rev().find_map(|h| h.year_for(kind));
                let (line, year) = (self.grid.line(row), year.or_else(headed));
                let statement = NilStatement {
                    line,
                    direction,
                    kind,
                    year,
                };
                self.out.nil_statements.push(statement);
                said = true;
            }
        }
        said
    }

    /// The kind that a year of the campaign stands for.
    fn kind_of_year(&self, year: i32) -> Option<Kind> {
        let title = || {
            self.out
                .title_year
                .or_else(|| years::title_year(&self.headings))
        };
        let plan = self.hints.plan_year.or_else(title)?;
        let results = self.hints.results_year.unwrap_or(plan - 1);
        match year {
            year if year == plan => Some(Kind::Plan),
            year if year == results => Some(Kind::Realised),
            _ => None,
        }
    }

    /// Few cells in a table: a group row, an empty row, or a delegation that says little.
    fn is_group_or_row(&self, look: &Look<'_>, text: &str) -> bool {
        let in_table = self.open.is_some() || (self.table.is_some() && !self.signed);
        let lead = look.texts().next().or(look.cells.first().copied());
        let short = text.len() <= 160 && !text.ends_with(['.', ';']);
        let left = lead.is_some_and(|(column, _)| column <= 3);
        in_table && !self.foreign && (short && left && !self.signed || look.cells.len() > 3)
    }

    fn group_or_row(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        if !self.ensure_open(look) {
            return self.headless_row(row, look);
        }
        let Some(open) = &mut self.open else {
            return LineClass::Prose;
        };
        let number = open
            .section
            .column(Field::Number)
            .map(|column| column.index);
        let body = look
            .cells
            .iter()
            .filter(|(column, text)| Some(*column) != number || lines::numeral(text).is_none())
            .count();
        let page_number = body == 0 || look.texts().next().is_none() && body == 1;
        if page_number {
            let numbered = look.cells.iter().all(|(column, _)| Some(*column) == number);
            return if numbered {
                LineClass::Filler
            } else {
                LineClass::Footer
            };
        }
        let alone = look.texts().count() == 1 && body == 1;
        let said = look.texts().any(|(_, text)| !is_filler(text));
        let lists = matches!(look.numeral(), Some(Numeral::Integer(_)));
        if alone && said && !(lists && self.numbers_go_on(row, look)) {
            if let Some(open) = &mut self.open {
                open.group(self.grid, row, look);
            }
            return LineClass::Group;
        }
        self.data_or_filler(row, look)
    }

    /// The next filled row counts on from this one: so this is one of the listed rows, not a group.
    fn numbers_go_on(&self, row: usize, look: &Look<'_>) -> bool {
        let Some(Numeral::Integer(own)) = look.numeral() else {
            return false;
        };
        let next = (row + 1..self.grid.rows().min(row + 4))
            .map(|r| self.grid.look(r))
            .find(|next| !next.cells.is_empty());
        let speaks = look
            .texts()
            .any(|(_, text)| fold(text).starts_with("doan "));
        match next.and_then(|next| next.numeral()) {
            Some(Numeral::Integer(number)) => number == own.saturating_add(1),
            Some(Numeral::Dotted | Numeral::Letter | Numeral::Bullet) => false,
            _ => speaks,
        }
    }

    fn data_or_filler(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        let Some(open) = &mut self.open else {
            return LineClass::Prose;
        };
        let class = open.class_of(look);
        if class == LineClass::Data {
            open.push(self.grid, row, &mut self.out.notes);
        }
        class
    }

    /// A row of several cells.
    fn body(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        let listed = matches!(look.numeral(), Some(Numeral::Integer(_)));
        if self.open.is_some() && listed {
            return self.data_or_filler(row, look);
        }
        let text = look.joined();
        let folded = fold(&text);
        let in_table = self.open.is_some() || self.pending.is_some() && self.table.is_some();
        if in_table && totals::is_total(&folded) {
            return self.total(row, look);
        }
        if self.open.is_none() && self.table.is_none() && self.is_preamble(look, &text, &folded) {
            return self.line(row, look);
        }
        if self.foreign {
            return LineClass::Prose;
        }
        if !self.ensure_open(look) {
            return self.headless_row(row, look);
        }
        self.data_or_filler(row, look)
    }

    /// Words above any table that a delimiter cut into cells: "ĐOÀN RA, ĐOÀN VÀO NĂM 2021".
    fn is_preamble(&self, look: &Look<'_>, text: &str, folded: &str) -> bool {
        look.texts().count() <= 4
            && look.cells.len() == look.texts().count()
            && heads::is_heading(text, folded, look.numeral())
    }

    fn total(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        if self.ensure_open(look)
            && let Some(open) = &mut self.open
        {
            open.total(self.grid, row, look);
        }
        LineClass::Subtotal
    }

    /// Everything else: letterheads, names of signers, prose.
    fn words(&mut self, look: &Look<'_>, text: &str, folded: &str) -> LineClass {
        if self.signed && text.len() <= 200 {
            return LineClass::Footer;
        }
        if self.open.is_some() || self.table.is_some() {
            let page = is_number(text) || look.texts().next().is_none();
            return if page || is_footer(text) {
                LineClass::Footer
            } else {
                LineClass::Prose
            };
        }
        let number = text.starts_with("Số") && text.contains('/') && text.len() <= 60;
        let letterhead = Words::Letterhead.start(folded) || heads::is_capitals(text) || number;
        let apart = look.cells.len() > 1 && text.len() <= 160;
        let agency = Words::Agency.start(folded) && text.len() <= 90;
        if !(letterhead || apart || agency) {
            return LineClass::Prose;
        }
        self.read_names(look);
        LineClass::Title
    }

    fn read_names(&mut self, look: &Look<'_>) {
        if self.open.is_none() {
            self.names.read(look.texts().map(|(_, text)| text));
        }
    }

    /// "MẬT", "TỐI MẬT", "TUYỆT MẬT" alone in a cell above the first table; also where the letters were
    /// lost, for a secret that is read as none does harm.
    fn is_secret(&self, look: &Look<'_>) -> bool {
        self.table.is_none()
            && look
                .cells
                .iter()
                .any(|(_, text)| text.len() <= 40 && is_secret_mark(text))
    }

    fn headless_row(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        let numbers = look
            .cells
            .iter()
            .filter(|(_, text)| is_number(text))
            .count();
        let tabular = look.cells.len() >= 4 && numbers >= 1;
        if tabular && !self.foreign {
            self.headless.push(row);
        }
        LineClass::Prose
    }

    /// Rows of a table without any head are refused: nobody can say what their cells mean.
    fn refuse_headless(&mut self) {
        let Some(&first) = self.headless.first() else {
            return;
        };
        let here = self
            .out
            .sections
            .iter()
            .any(|section| section.sheet == self.grid.sheet);
        if here && self.headless.len() < 2 {
            return;
        }
        for &row in &self.headless {
            self.classes[row] = LineClass::Unread;
        }
        self.out.notes.push(SegmentNote::NoHead {
            line: self.grid.line(first),
        });
    }

    fn take_foreign(&mut self, height: usize) -> usize {
        self.end_section();
        self.end_pending();
        self.foreign = true;
        self.classes
            .extend(std::iter::repeat_n(LineClass::Prose, height));
        height
    }

    fn take_head(&mut self, head: Head) -> usize {
        let height = head.height;
        self.classes
            .extend(std::iter::repeat_n(LineClass::Header, height));
        self.signed = false;
        self.foreign = false;
        if let Some(open) = &mut self.open {
            let table = self.table.as_ref().map(|table| &table.head);
            if open.section.columns.is_empty() {
                open.attach(&head);
                note_columns(&mut self.out.notes, open.index, &head);
                self.table = Some(TableHead {
                    head,
                    free: false,
                    governs: false,
                });
                return height;
            }
            if self.pending.is_none() && table.is_some_and(|table| table.repeats(&head)) {
                return height;
            }
        }
        self.end_section();
        self.end_free_table();
        self.table = Some(TableHead {
            head,
            free: true,
            governs: false,
        });
        if self.pending.is_some() {
            self.open_section(Some(()));
        }
        height
    }

    /// A head that no row and no section followed: an empty table.
    fn end_free_table(&mut self) {
        if self.table.as_ref().is_some_and(|table| table.free) && self.open.is_none() {
            let pending = self.pending.take();
            self.open_section(Some(()));
            self.end_section();
            self.pending = pending;
        }
    }

    /// A row stands where a section should be open: opens the one announced, or the one under a head.
    fn ensure_open(&mut self, look: &Look<'_>) -> bool {
        if self.open.is_some() {
            return true;
        }
        let Some(table) = &self.table else {
            return false;
        };
        if !table.free && self.pending.is_none() {
            return false;
        }
        if !table.free && !Builder::fits(&table.head.columns, look) {
            return false;
        }
        self.open_section(Some(()));
        true
    }

    /// Opens a section under the last head, or without any.
    fn open_section(&mut self, under_head: Option<()>) {
        let index = self.out.sections.len();
        let announced = self.pending.take();
        let heading = announced.and_then(|at| self.headings.get(at));
        let table = self.table.as_mut().filter(|_| under_head.is_some());
        let head_line = table
            .as_ref()
            .and_then(|table| table.head.lines.first().copied());
        let line = heading.map(|h| h.line).or(head_line).unwrap_or(0);
        let title = heading
            .or(self.headings.last())
            .map(|h| h.text.clone())
            .unwrap_or_default();
        let mut section = blank_section(self.grid.sheet, line, title);
        let mut by_column = None;
        let mut ticks = Vec::new();
        if let Some(table) = table {
            ticks.clone_from(&table.head.ticks);
            let inherited = !table.free && !table.governs;
            if table.free {
                let before = announced.is_some_and(|_| head_line.is_some_and(|h| h < line));
                table.governs = before;
                note_columns(&mut self.out.notes, index, &table.head);
                by_column = table.head.direction;
            }
            table.free = false;
            section.columns = table.head.columns.clone();
            section.head_inherited = inherited;
            if inherited {
                for column in &mut section.columns {
                    column.matched = match column.field {
                        Some(_) => crate::model::section::Match::Inherited,
                        None => column.matched,
                    };
                }
                self.out.notes.push(SegmentNote::HeadInherited {
                    section: index,
                    line,
                });
            } else {
                section.head_lines = table.head.lines.clone();
            }
        }
        apply_unit(&mut section, self.unit);
        self.place(&mut section, announced.is_some(), by_column);
        let mut builder = Builder::new(index, section);
        builder.ticks = ticks;
        self.open = Some(builder);
    }

    /// Direction, kind and year of a section, from what stands nearest.
    fn place(&self, section: &mut Section, announced: bool, by_column: Option<Direction>) {
        let nearest = self
            .headings
            .last()
            .filter(|_| announced)
            .and_then(Heading::direction);
        let said = || self.headings.iter().rev().find_map(Heading::direction);
        section.direction = section
            .direction
            .or(nearest)
            .or(by_column)
            .or_else(said)
            .or(self.named);
        let (kind, stated) = self.kind();
        section.kind = kind;
        section.kind_stated = stated;
        section.stated_year = self.stated_year(kind);
        let title_year = years::title_year(&self.headings);
        let plan_year = self.hints.plan_year.or(self.out.title_year).or(title_year);
        section.year = years::section_year(kind, section.stated_year, plan_year, self.hints);
    }

    /// The kind that the nearest heading names, else the file's name; else it is a plan.
    fn kind(&self) -> (Kind, bool) {
        let said = self.headings.iter().rev().find_map(Heading::kind);
        let sheet = || heads::kind_of_name(&self.grid.document.sheets[self.grid.sheet].name);
        let known = said
            .or_else(sheet)
            .or_else(|| heads::kind_of_name(self.hints.file_name));
        (known.unwrap_or(Kind::Plan), known.is_some())
    }

    /// The year in the nearest heading that has one; headings of another kind speak of another year.
    fn stated_year(&self, kind: Kind) -> Option<i32> {
        for heading in self.headings.iter().rev() {
            if heading.kind().is_some_and(|other| other != kind) {
                return None;
            }
            if let Some(year) = heading.year_for(kind) {
                return Some(year);
            }
        }
        None
    }

    fn end_section(&mut self) {
        let Some(builder) = self.open.take() else {
            return;
        };
        let index = builder.index;
        let section = builder.finish(self.grid, &mut self.classes, &mut self.out.notes);
        let by_row = section.column(Field::Direction).is_some()
            || section.rows.iter().any(|row| row.direction.is_some());
        if section.direction.is_none() && !by_row && !section.rows.is_empty() {
            self.out.notes.push(SegmentNote::DirectionUnclear {
                section: index,
                line: section.line,
            });
        }
        self.out.sections.push(section);
    }

    /// A section that was announced among tables and has no rows is an empty one.
    fn end_pending(&mut self) {
        let Some(at) = self.pending else { return };
        let announced = self
            .headings
            .get(at)
            .is_some_and(|h| h.direction().is_some());
        if announced && self.table.is_some() && self.open.is_none() {
            self.open_section(Some(()));
            self.end_section();
        }
        self.pending = None;
    }
}

fn note_columns(notes: &mut Vec<SegmentNote>, section: usize, head: &Head) {
    let line = head.lines.first().copied().unwrap_or(0);
    for column in &head.columns {
        if column.field.is_some() || column.heading.is_empty() || head.known.contains(&column.index)
        {
            continue;
        }
        let (heading, column) = (column.heading.clone(), column.index);
        notes.push(if head.doubled.contains(&column) {
            SegmentNote::DoubledColumn {
                section,
                line,
                column,
                heading,
            }
        } else {
            SegmentNote::UnknownColumn {
                section,
                line,
                column,
                heading,
            }
        });
    }
}

fn blank_section(sheet: usize, line: u32, title: String) -> Section {
    Section {
        sheet,
        direction: None,
        kind: Kind::Plan,
        kind_stated: false,
        stated_year: None,
        year: 0,
        line,
        head_lines: Vec::new(),
        columns: Vec::new(),
        head_inherited: false,
        rows: Vec::new(),
        nil: None,
        totals: Vec::new(),
        title,
    }
}

/// A unit said in a caption holds for the columns of money that say none themselves.
fn apply_unit(section: &mut Section, unit: Option<MoneyUnit>) {
    for column in &mut section.columns {
        let money = matches!(
            column.field,
            Some(Field::Funding | Field::Amount | Field::FundingPart(..))
        );
        if money && column.unit.is_none() {
            column.unit = unit;
        }
    }
}

/// Signatures, recipients, page numbers.
fn is_footer(text: &str) -> bool {
    let folded = fold(text);
    let core = folded.trim_start_matches("tm ").trim_start_matches("kt ");
    let place_and_date =
        folded.contains(" ngay ") && folded.contains(" thang ") && folded.len() <= 60;
    let page = folded.starts_with("trang ") && folded.len() <= 12;
    let start = Words::Footer.start(&folded) || Words::Footer.start(core);
    let worded = folded.split(' ').count() <= 12;
    (start && worded) || place_and_date && folded.contains(" nam ") || page || folded == "./."
}

fn is_secret_mark(text: &str) -> bool {
    let text = text
        .strip_prefix("Độ mật:")
        .or(text.strip_prefix("ĐỘ MẬT:"))
        .unwrap_or(text);
    let key = tone_key(text);
    let marks = ["MẬT", "TỐI MẬT", "TUYỆT MẬT"];
    let lost = ["MAT", "TOI MAT", "TUYET MAT", "M?T", "T?I M?T", "TUY?T M?T"];
    marks.iter().any(|mark| tone_key(mark) == key) || lost.contains(&text.trim())
}
