//! Which cell texts were interpreted before: each distinct text is read once, within a bound.

use rustc_hash::FxHashMap;

/// Beyond this many distinct texts nothing more is remembered, so that hostile input cannot fill the
/// memory; it is read again instead.
const MOST: usize = 200_000;
/// Longer texts hardly repeat.
const LONGEST: usize = 512;

/// What texts mean, by text.
#[derive(Debug)]
pub struct Memo<T> {
    known: FxHashMap<Box<str>, T>,
    /// What a blank cell means: many are asked, and none needs a look into the table.
    blank: Option<T>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Memo {
            known: FxHashMap::default(),
            blank: None,
        }
    }
}

impl<T: Clone> Memo<T> {
    /// The meaning of a text: looked up without allocating, or read and remembered.
    pub fn get(&mut self, text: &str, read: impl FnOnce(&str) -> T) -> T {
        if text.is_empty() {
            return self.blank.get_or_insert_with(|| read(text)).clone();
        }
        if let Some(value) = self.known.get(text) {
            return value.clone();
        }
        let value = read(text);
        if self.known.len() < MOST && text.len() <= LONGEST {
            self.known.insert(text.into(), value.clone());
        }
        value
    }
}

/// Memos by what decides beside a text what it means, one of few such: the first of them is asked for
/// nearly every row, and found without hashing.
#[derive(Debug)]
pub struct Memos<K, T>(Vec<(K, Memo<T>)>);

impl<K, T> Default for Memos<K, T> {
    fn default() -> Self {
        Memos(Vec::new())
    }
}

impl<K: PartialEq, T> Memos<K, T> {
    /// The memo of a key, a new one where there is none.
    pub fn of(&mut self, key: K) -> &mut Memo<T> {
        let known = self.0.iter().position(|(known, _)| *known == key);
        let at = known.unwrap_or_else(|| {
            self.0.push((key, Memo::default()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once_and_the_memory_is_bounded() {
        let mut memo = Memo::default();
        let mut reads = 0;
        for text in ["a", "b", "", "a", "a", ""] {
            memo.get(text, |_| reads += 1);
        }
        assert_eq!(reads, 3);
        for n in 0..MOST + 10 {
            memo.get(&n.to_string(), |_| ());
        }
        assert_eq!(memo.known.len(), MOST);
    }
}
