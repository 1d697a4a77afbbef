//! What the letters of a run are, by its font: the fonts of old encodings prove what is stored.

use crate::document::{Encoding, Repair};
use crate::legacy;
use crate::syllables::is_vietnamese_letter;
use memchr::memmem;

/// How the letters of a run are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    #[default]
    Unicode,
    /// Fonts of ABC: `.VnTime`.
    Tcvn3,
    /// Those whose small letters look like capitals: `.VnTimeH`.
    Tcvn3Capitals,
    /// `VNI-Times`.
    Vni,
}

impl Letters {
    /// The letters that a font shows.
    pub fn of_font(name: &str) -> Letters {
        // Nearly every run names its font, and nearly every font is none of them.
        if !name.trim_start().starts_with(['.', 'v', 'V']) {
            return Letters::Unicode;
        }
        let small = name.trim().to_ascii_lowercase();
        if small.starts_with(".vn") {
            let capitals = name.trim().ends_with('H');
            return if capitals {
                Letters::Tcvn3Capitals
            } else {
                Letters::Tcvn3
            };
        }
        if small.starts_with("vni-") || small.starts_with("vni ") {
            return Letters::Vni;
        }
        Letters::Unicode
    }

    fn encoding(self) -> Option<(Encoding, Repair)> {
        match self {
            Letters::Unicode => None,
            Letters::Tcvn3 | Letters::Tcvn3Capitals => Some((Encoding::Tcvn3, Repair::Tcvn3Text)),
            Letters::Vni => Some((Encoding::Vni, Repair::VniText)),
        }
    }

    /// What a text in these letters is, and how it was repaired; `None` where it stays as it is: it is
    /// Unicode, whatever its font, or has no letter that differs.
    pub fn read(self, text: &str) -> Option<(String, Repair)> {
        let (encoding, repair) = self.encoding()?;
        let table = legacy::table(encoding)?;
        let mut read = table.decode_text(&from_private_use(text))?;
        if self == Letters::Tcvn3Capitals {
            read = read.to_uppercase();
        }
        (read != text).then_some((read, repair))
    }

    /// The text proves that its font does not tell how it is stored: it holds Vietnamese letters that no
    /// old font has.
    pub fn is_disproved_by(self, text: &str) -> bool {
        self != Letters::Unicode
            && text
                .chars()
                .any(|c| c > '\u{FF}' && is_vietnamese_letter(c))
    }
}

/// Whether a part may name a font of [`Letters::of_font`] that is not Unicode: told from its bytes alone.
pub fn may_name_old_font(part: &[u8]) -> bool {
    let quoted = |at: usize| at > 0 && matches!(part[at - 1], b'"' | b'\'' | b' ');
    let any = |name: &[u8]| memmem::find_iter(part, name).any(quoted);
    [b".V".as_slice(), b".v", b"VN", b"Vn", b"vN", b"vn"]
        .into_iter()
        .any(any)
}

/// Word keeps the signs of symbol fonts at U+F000 and up.
fn from_private_use(text: &str) -> String {
    text.chars()
        .map(|c| match c as u32 {
            code @ 0xF020..=0xF0FF => char::from_u32(code - 0xF000).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// A sign of a font of pictures: ticks and boxes; nothing for what is no letter.
pub fn symbol(font: &str, code: u32) -> Option<char> {
    let low = code & 0xFF;
    let font = font.to_ascii_lowercase();
    if !font.starts_with("wingdings")
        && !font.starts_with("symbol")
        && !font.starts_with("webdings")
    {
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    Some(match (font.as_str(), low) {
        ("wingdings", 0xFC) | ("wingdings 2", 0x50) => '✓',
        ("wingdings", 0xFE) | ("wingdings 2", 0x52) => '☑',
        ("wingdings", 0xFB) | ("wingdings 2", 0x4F) => '✗',
        ("wingdings", 0xFD) | ("wingdings 2", 0x51 | 0x54) => '☒',
        ("wingdings", 0x6F | 0x71 | 0xA8) | ("wingdings 2", 0xA3) => '☐',
        ("symbol", 0x2D) | ("wingdings", 0x9F | 0xA7 | 0xD8 | 0xE0) => '-',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_tell_how_letters_are_stored() {
        let cases = [
            (".VnTime", Letters::Tcvn3),
            (".VnTimeH", Letters::Tcvn3Capitals),
            (".vnArial Narrow", Letters::Tcvn3),
            (".VnArialH", Letters::Tcvn3Capitals),
            ("VNI-Times", Letters::Vni),
            ("vni-helve", Letters::Vni),
            ("Times New Roman", Letters::Unicode),
            ("Vni", Letters::Unicode),
        ];
        for (font, letters) in cases {
            assert_eq!(Letters::of_font(font), letters, "{font}");
        }
    }

    #[test]
    fn letters_are_read_by_their_font() {
        let cases = [
            (Letters::Tcvn3, "§oµn ra", Some("Đoàn ra")),
            (Letters::Tcvn3, "N\u{AD}íc", Some("Nước")),
            (Letters::Tcvn3Capitals, "®oµn vµo", Some("ĐOÀN VÀO")),
            (Letters::Vni, "Ñoaøn nöôùc", Some("Đoàn nước")),
            (Letters::Tcvn3, "\u{F0A7}oµn", Some("Đoàn")),
            (Letters::Tcvn3, "Đoàn nước", None),
            (Letters::Tcvn3, "2021", None),
            (Letters::Unicode, "§oµn", None),
        ];
        for (letters, text, read) in cases {
            let found = letters.read(text).map(|(read, _)| read);
            assert_eq!(found.as_deref(), read, "{text}");
        }
        assert!(Letters::Vni.is_disproved_by("nước"));
        assert!(!Letters::Vni.is_disproved_by("nöôùc"));
        assert_eq!(symbol("Wingdings", 0xF0FC), Some('✓'));
        assert_eq!(symbol("Wingdings", 0xF04A), None);
    }
}
