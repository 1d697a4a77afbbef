//! Text as it was decoded, and what was lost or left out on the way.

use crate::damage::Damage;
use crate::document::Encoding;

/// Decoded text with what was noticed on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub text: String,
    pub encoding: Encoding,
    pub evidence: Vec<String>,
    /// Places replaced by U+FFFD, and the offset of the first.
    pub undefined: (u32, usize),
    /// NUL characters dropped, and the offset where the first stood.
    pub nuls: (u32, usize),
    /// Damage found, if the letters are lost.
    pub damage: Option<Damage>,
}

impl Text {
    /// Decoded without losses.
    pub fn new(text: String, encoding: Encoding, evidence: Vec<String>) -> Text {
        Text {
            text,
            encoding,
            evidence,
            undefined: (0, 0),
            nuls: (0, 0),
            damage: None,
        }
    }
}
