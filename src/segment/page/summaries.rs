//! Tables that add up the delegations of another table: they name none.

use super::Page;
use super::state::Foreign;
use crate::model::section::Field;
use crate::segment::header::Header;
use crate::segment::lines::Look;
use crate::vocabulary::fold::fold;

impl Page<'_, '_> {
    /// A header that counts delegations by country, time or source and names none, below their list.
    pub(super) fn is_summary(&self, head: &Header) -> bool {
        let has = |field: &Field| head.index_of(*field).is_some();
        let names = [
            Field::Name,
            Field::Content,
            Field::Head,
            Field::Partner,
            Field::Notes,
        ];
        let counts = has(&Field::Delegations) && !names.iter().any(has);
        counts && self.lists_delegations()
    }

    /// A table of something else that speaks of "Số đoàn" adds up the delegations above it.
    pub(super) fn foreign_of(&self, look: &Look<'_>) -> Foreign {
        let counts = look.texts().any(|(_, text)| {
            let folded = fold(text);
            folded.starts_with("so doan") || folded.starts_with("so luong doan")
        });
        if counts && self.lists_delegations() {
            Foreign::Summary
        } else {
            Foreign::Other
        }
    }

    /// Delegations stand above, on this sheet or an earlier one.
    fn lists_delegations(&self) -> bool {
        let open = self
            .state
            .open()
            .is_some_and(|open| !open.section.rows.is_empty());
        open || self
            .out
            .sections
            .iter()
            .any(|section| !section.rows.is_empty())
    }
}
