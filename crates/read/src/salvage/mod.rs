//! What can still be read of a text whose letters were lost: words that only one known word can have been.

mod lexicon;

use crate::document::Encoding;
use lexicon::{Damaged, LONGEST, NUMBER, Page, is_break, is_word};

pub use lexicon::Lexicon;

/// Words of one run looked at together; longer runs are cut.
const RUN: usize = 64;

/// Fills the gaps of a damaged text and gives the number of words filled. `marks` are offsets in the
/// text and are moved along with it.
pub fn salvage(
    text: &str,
    encoding: Encoding,
    lexicon: &Lexicon,
    marks: &mut [usize],
) -> (String, u32) {
    let page = page_of(text, encoding);
    let mut salvage = Salvage {
        text,
        page,
        lexicon: lexicon.damaged(page),
        out: String::with_capacity(text.len() + text.len() / 4),
        written: 0,
        filled: 0,
    };
    let mut moved = marks.to_vec();
    let mut run: Vec<Word> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        if is_word(c) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(start) = start.take() {
            run.push(Word::new(start, at, text, page));
        }
        if (is_break(c) || run.len() >= RUN) && !run.is_empty() {
            salvage.run(&run);
            run.clear();
            for (mark, moved) in marks.iter().zip(&mut moved) {
                if *mark >= salvage.written {
                    *moved = mark - salvage.written + salvage.out.len();
                }
            }
        }
    }
    salvage.copy_to(text.len());
    marks.copy_from_slice(&moved);
    (salvage.out, salvage.filled)
}

/// The page that the letters were lost to: that of the bytes, or the one whose letters are there.
fn page_of(text: &str, encoding: Encoding) -> Page {
    match encoding {
        Encoding::Windows1258 => Page::Vietnamese,
        Encoding::Windows1252 => Page::Western,
        _ if text.contains(['đ', 'ơ', 'ư', 'ă']) => Page::Vietnamese,
        _ => Page::Western,
    }
}

/// A word of the text, and how it is looked up.
struct Word {
    start: usize,
    end: usize,
    key: String,
}

impl Word {
    fn new(start: usize, end: usize, text: &str, page: Page) -> Word {
        let word = text.get(start..end).unwrap_or("");
        let key = if word.bytes().all(|b| b.is_ascii_digit()) {
            NUMBER.to_string()
        } else {
            let stroke = |c| page == Page::Western && matches!(c, 'đ' | 'ð');
            let lower = word.chars().flat_map(char::to_lowercase);
            lower.map(|c| if stroke(c) { 'd' } else { c }).collect()
        };
        Word { start, end, key }
    }
}

fn key_of(words: &[Word]) -> String {
    let keys: Vec<&str> = words.iter().map(|word| word.key.as_str()).collect();
    keys.join(" ")
}

struct Salvage<'t> {
    text: &'t str,
    page: Page,
    lexicon: &'t Damaged,
    out: String,
    /// The text up to here stands in `out`.
    written: usize,
    filled: u32,
}

impl Salvage<'_> {
    /// Longest phrases first: "S? ngu?i" is clear, "S?" is not.
    fn run(&mut self, mut words: &[Word]) {
        if let Some(known) = self.lexicon.entry(&key_of(words)) {
            return self.fill(words, known);
        }
        while let Some((_, after)) = words.split_first() {
            let most = words.len().min(LONGEST);
            let found = (1..=most).rev().find_map(|count| {
                let (phrase, rest) = words.split_at(count);
                Some((phrase, rest, self.lexicon.phrase(&key_of(phrase))?))
            });
            words = after;
            if let Some((phrase, rest, known)) = found {
                self.fill(phrase, known);
                words = rest;
            }
        }
    }

    fn fill(&mut self, phrase: &[Word], known: &str) {
        let text = self.text;
        let span =
            phrase.first().map_or(0, |word| word.start)..phrase.last().map_or(0, |word| word.end);
        let whole = text.get(span).unwrap_or("");
        let uppers = whole.chars().filter(|c| c.is_uppercase()).count();
        let capitals = uppers > 1 && !whole.chars().any(char::is_lowercase);
        for (word, known) in phrase.iter().zip(known.split(' ')) {
            let damaged = text.get(word.start..word.end).unwrap_or("");
            if word.key == NUMBER || damaged.chars().count() != known.chars().count() {
                continue;
            }
            let restored = recase(damaged, known, capitals);
            if restored != damaged {
                self.copy_to(word.start);
                self.out.push_str(&restored);
                self.written = word.end;
                self.filled += 1;
            }
        }
    }

    fn copy_to(&mut self, end: usize) {
        let rest = self.text.get(self.written..end).unwrap_or("");
        // The Western page has Ð where it keeps Đ.
        if self.page == Page::Western && rest.contains('Ð') {
            self.out.push_str(&rest.replace('Ð', "Đ"));
        } else {
            self.out.push_str(rest);
        }
        self.written = end;
    }
}

/// The known word in the case of the damaged one; a lost letter is large among capitals.
fn recase(damaged: &str, known: &str, capitals: bool) -> String {
    let mut restored = String::with_capacity(known.len());
    for (was, is) in damaged.chars().zip(known.chars()) {
        let large = if was == '?' {
            capitals || is.is_uppercase()
        } else {
            was.is_uppercase()
        };
        if large {
            restored.extend(is.to_uppercase());
        } else {
            restored.extend(is.to_lowercase());
        }
    }
    restored
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str, encoding: Encoding) -> String {
        salvage(text, encoding, &lexicon(), &mut []).0
    }

    /// "Tất" and "Tết" share a damaged form, as do "Hán" and "Hàn" where ì and ò are lost too.
    fn lexicon() -> Lexicon {
        let known = Lexicon::built_in().phrases().map(str::to_string);
        let field = [
            "Đoàn ra",
            "Trưởng đoàn",
            "Nước đi",
            "Hàn Quốc",
            "Ấn Độ",
            "Xã hội hóa",
        ];
        Lexicon::new(known.chain(field.map(str::to_string)))
    }

    #[test]
    fn words_that_only_one_known_word_can_have_been_are_filled() {
        let cases = [
            ("S? ngu?i,S? ngày", "Số người,Số ngày"),
            ("TH? TRU?NG ÐON V?", "THỦ TRƯỞNG ĐƠN VỊ"),
            ("Tru?ng doàn,Nu?c di", "Trưởng đoàn,Nước đi"),
            ("D? KI?N ÐOÀN RA NAM 2021", "DỰ KIẾN ĐOÀN RA NĂM 2021"),
            ("T?ng c?ng", "Tổng cộng"),
            ("Hàn Qu?c,?n Ð?", "Hàn Quốc,Ấn Độ"),
            ("Xã h?i hóa,Quý II", "Xã hội hóa,Quý II"),
            ("C?ng,Chúc T?t,Các b?n", "Cộng,Chúc T?t,Các b?n"),
            ("Th? nào? what?no", "Th? nào? what?no"),
        ];
        for (damaged, whole) in cases {
            assert_eq!(filled(damaged, Encoding::Windows1252), whole);
        }
        let cases = [
            ("S? ngư?i,Trư?ng đoàn", "Số người,Trưởng đoàn"),
            ("Qu? II/2021", "Quý II/2021"),
            ("T?ng c?ng,H?n Qu?c", "Tổng cộng,H?n Quốc"),
        ];
        for (damaged, whole) in cases {
            assert_eq!(filled(damaged, Encoding::Windows1258), whole);
        }
    }

    #[test]
    fn offsets_move_with_the_text() {
        let text = "T?ng c?ng,1\nS? ngu?i,?";
        let mut marks = [0, 12, text.len()];
        let (whole, count) = salvage(text, Encoding::Windows1252, &lexicon(), &mut marks);
        assert_eq!((whole.as_str(), count), ("Tổng cộng,1\nSố người,?", 4));
        assert_eq!(marks, [0, "Tổng cộng,1\n".len(), whole.len()]);
    }
}
