//! What an answer that comes back says of the submissions that it answers.

/// What a workbook says that this program made for a department, and that now comes back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returned {
    /// Digests of the submissions that it holds whole and replaces, those that these had replaced included.
    pub answers: Vec<String>,
    /// Sheets with the name of the submitted file that each is a copy of.
    pub origins: Vec<(String, String)>,
}

impl Returned {
    /// Custom property, and word of the first sheet, before the digest of a submission that the
    /// workbook replaces when it is sent back. A second one stands under the name with "-2", and so on.
    pub const ANSWERS: &str = "tonghop-submission";
    /// The same before the digest of a submission that it only speaks of, and must not replace.
    pub const RECEIPT: &str = "tonghop-receipt";
    /// Custom property before "sheet/file": what the name of a submitted file says is not lost.
    pub const ORIGIN: &str = "tonghop-file";

    /// The name of the submitted file that a sheet is a copy of.
    pub fn origin(&self, sheet: &str) -> Option<&str> {
        let mut origins = self.origins.iter();
        let (_, origin) = origins.find(|(name, _)| name == sheet)?;
        Some(origin)
    }
}
