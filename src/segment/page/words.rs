//! Rows of words: captions, notes, signatures, secret marks, letterheads and prose.

use super::Page;
use super::sections::apply_unit;
use crate::model::section::{Field, LineClass, SegmentNote};
use crate::model::value::MoneyUnit;
use crate::segment::lines::{Look, Numeral, is_number, split_numeral};
use crate::segment::said::directions;
use crate::segment::{heads, nil, secret, totals};
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::unit;
use crate::vocabulary::structure::Words;

impl Page<'_, '_> {
    /// A row of words: title, section head, group, total, footer, nil return or prose.
    pub(super) fn line(&mut self, row: usize, look: &Look<'_>) -> LineClass {
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
        if totals::is_total(&text, &folded) {
            if self.may_total() {
                return self.total(row, look);
            }
            if self.table.is_none() && look.cells.iter().any(|(_, text)| is_number(text)) {
                return LineClass::Subtotal;
            }
        }
        if let Some(class) = self.note(row, &text, &folded) {
            return class;
        }
        let numeral = look.numeral();
        let (_, core) = split_numeral(&text);
        if nil::denies(core)
            && let Some(class) = self.nil(row, core, &fold(core))
        {
            return class;
        }
        if self.answers_with_nothing(look) {
            return LineClass::Filler;
        }
        let heads =
            heads::is_heading(&text, &folded, numeral) || self.stands_over_table(row, look, &text);
        if heads && !self.is_row_of_table(look, &folded) {
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

    /// In a table every cell must be a footer's: "Giám đốc Sở" stands in rows of delegations too.
    pub(super) fn is_signature(&self, look: &Look<'_>) -> bool {
        let body = look.texts().count();
        if body == 0 || body > 4 || look.cells.len() != body {
            return false;
        }
        // A comma may have cut the date in two.
        if is_place_and_date(&fold(&look.joined())) {
            return self.table.is_some() || self.signed;
        }
        let mut signed = look
            .texts()
            .map(|(_, text)| text.len() <= 90 && is_footer(text));
        let strict = self.state.is_open() && !self.signed;
        let fits = if strict {
            signed.all(|yes| yes)
        } else {
            signed.any(|yes| yes)
        };
        let placed = self.state.is_open() || !self.context.headings.is_empty() || body > 1;
        let names = |text: &str| directions(&fold(text)) != (false, false);
        fits && placed && !look.texts().any(|(_, text)| names(text))
    }

    /// A mark of secrecy in a text box or the header of the page.
    pub(super) fn note_marked_asides(&mut self) {
        let asides = &self.grid.document.sheets[self.grid.sheet].asides;
        if asides.iter().any(|line| secret::is_marked(line)) {
            self.out.notes.push(SegmentNote::Secret { line: 1 });
        }
    }

    /// A mark of secrecy in a cell above the first table.
    pub(super) fn is_secret(&self, look: &Look<'_>) -> bool {
        self.table.is_none()
            && look
                .cells
                .iter()
                .flat_map(|(_, text)| text.lines())
                .any(secret::is_marked)
    }

    /// "(Kèm theo …)", "ĐVT: triệu đồng".
    pub(super) fn caption(
        &mut self,
        look: &Look<'_>,
        text: &str,
        folded: &str,
    ) -> Option<LineClass> {
        if Words::UnitCaption.start(folded) {
            let unit = unit(text);
            if let Some(unit) = unit {
                self.say_unit(unit, self.state.announced().is_some());
            }
            if let Some(open) = self
                .state
                .open_mut()
                .filter(|open| open.section.rows.is_empty())
            {
                apply_unit(&mut open.section.columns, unit);
            }
            return Some(LineClass::Title);
        }
        let bracket = text.starts_with('(') && text.trim_end().ends_with([')', '.', '/']);
        let caption = Words::Caption.start(folded) || (bracket && Words::Caption.within(folded));
        if !caption || text.len() > 400 {
            return None;
        }
        self.read_names(look);
        if bracket && !heads::is_capitals(text) && self.state.is_open() {
            return Some(LineClass::Footer);
        }
        Some(LineClass::Title)
    }

    /// A unit said above the first table and under no section's head holds for all tables.
    pub(super) fn say_unit(&mut self, unit: MoneyUnit, of_section: bool) {
        self.context.unit = Some(unit);
        if self.table.is_none() && !of_section {
            self.context.unit_of_all = Some(unit);
        }
    }

    /// "Ghi chú: …" below a table.
    pub(super) fn note(&mut self, row: usize, text: &str, folded: &str) -> Option<LineClass> {
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
    pub(super) fn is_row_of_table(&self, look: &Look<'_>, folded: &str) -> bool {
        let Some(open) = self.state.open() else {
            return false;
        };
        let counted = [Field::People, Field::Days].iter().any(|field| {
            let column = open.section.column(*field).map(|column| column.index);
            column.is_some_and(|c| look.cells.iter().any(|(i, t)| *i == c && is_number(t)))
        });
        let numbered = matches!(look.numeral(), Some(Numeral::Integer(_)));
        counted && numbered && !Words::Outbound.is(folded) && !Words::Inbound.is(folded)
    }

    /// Everything else: letterheads, names of signers, prose.
    pub(super) fn words(&mut self, look: &Look<'_>, text: &str, folded: &str) -> LineClass {
        if self.signed && text.len() <= 200 {
            return LineClass::Footer;
        }
        if self.state.is_open() || self.table.is_some() {
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

    pub(super) fn read_names(&mut self, look: &Look<'_>) {
        if !self.state.is_open() {
            self.names.read(look.texts().map(|(_, text)| text));
        }
    }
}

/// Signatures, recipients, page numbers.
fn is_footer(text: &str) -> bool {
    let folded = fold(text);
    let core = folded.trim_start_matches("tm ").trim_start_matches("kt ");
    let page = folded.starts_with("trang ") && folded.len() <= 12;
    let start = Words::Footer.start(&folded) || Words::Footer.start(core);
    let worded = folded.split(' ').count() <= 12;
    (start && worded) || page || is_place_and_date(&folded) || text == "./."
}

/// "Quảng Trị, ngày 10 tháng 11 năm 2020", at the top of a letter or at its end.
fn is_place_and_date(folded: &str) -> bool {
    let words: [&[u8]; 3] = [b" ngay ", b" thang ", b" nam "];
    let holds = |word: &&[u8]| memchr::memmem::find(folded.as_bytes(), word).is_some();
    folded.len() <= 80 && words.iter().all(holds)
}
