//! Which kinds of letters a cell holds, found on its bytes: most cells need no closer look.

/// Which kinds of letters beyond ASCII a cell has, found on its bytes: most cells end here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Letters {
    pub any: bool,
    /// Of U+0080 to U+00FF.
    pub latin: bool,
    /// Ă ă, which are also halves of double-encoded letters.
    pub breve: bool,
    /// Combining marks.
    pub marks: bool,
    /// Vietnamese letters that no code page of Western Europe has, but for Ă ă.
    pub distinctive: bool,
}

impl Letters {
    /// Looks at the whole cell, or only to the first letter that proves Unicode.
    pub fn of(bytes: &[u8], whole: bool) -> Letters {
        let mut letters = Letters::default();
        // The first letter beyond Latin-1 nearly always proves Unicode.
        let beyond = bytes.iter().position(|b| *b >= 0xC4);
        let sure = |at: usize| is_distinctive(bytes[at], bytes.get(at + 1).copied().unwrap_or(0));
        if !whole && beyond.is_some_and(sure) {
            letters.any = true;
            letters.distinctive = true;
            return letters;
        }
        let Some(mut at) = bytes.iter().position(|b| !b.is_ascii()) else {
            return letters;
        };
        letters.any = true;
        while let Some(&lead) = bytes.get(at) {
            if letters.distinctive && !whole {
                break;
            }
            if lead < 0x80 {
                at += 1;
                continue;
            }
            let next = bytes.get(at + 1).copied().unwrap_or(0);
            match (lead, next) {
                (0xC2 | 0xC3, _) => letters.latin = true,
                (0xC4, 0x82 | 0x83) => letters.breve = true,
                (0xCC | 0xCD, _) => letters.marks = true,
                _ => letters.distinctive |= is_distinctive(lead, next),
            }
            at += 2;
        }
        letters
    }

    /// Nothing but letters that prove Unicode, and none that could need repair.
    pub fn is_plain_unicode(self) -> bool {
        self.distinctive && !self.marks
    }
}

/// The first bytes of a Vietnamese letter that no code page of Western Europe has, but for Ă ă.
fn is_distinctive(lead: u8, next: u8) -> bool {
    matches!(
        (lead, next),
        (0xE1, 0xBA | 0xBB)
            | (0xC4, 0x90 | 0x91 | 0xA8 | 0xA9)
            | (0xC5, 0xA8 | 0xA9)
            | (0xC6, 0xA0 | 0xA1 | 0xAF | 0xB0)
    )
}

/// The text holds marks somewhere: then cells are looked at to their end, not only to the
/// first letter that proves Unicode.
pub fn needs_whole_cells(text: &str) -> bool {
    // Without a way out in the middle, so that many bytes are looked at in one step.
    text.bytes().fold(false, |any, b| any | (b & 0xFE == 0xCC))
}
