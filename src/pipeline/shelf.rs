//! Which files keep their text at hand, and how the text of the others comes back.

use super::files::{name_of, realign};
use crate::interpret;
use crate::model::content::{Changed, Content, Source};
use crate::model::dataset::FileRead;
use crate::read::{self, ReadLimits};
use crate::segment::{self, Hints};
use crate::settled;
use crate::vocabulary::headers::OfficeHeadings;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// Bytes of text and grids that all files together keep at hand: those of a million rows. What is more
/// is read again where it is shown, and takes memory for as long as that.
pub const ROOM: usize = 512 << 20;

/// The room for texts, and what became of the files whose text found none.
#[derive(Debug, Default)]
pub struct Shelf {
    left: AtomicUsize,
    changed: OnceLock<Changed>,
}

impl Shelf {
    /// An empty shelf with room for so many bytes.
    pub fn new(room: usize) -> Arc<Shelf> {
        Arc::new(Shelf {
            left: AtomicUsize::new(room),
            changed: OnceLock::new(),
        })
    }

    /// Keeps the text of a file where there is room, else lets it go. Which files find room may differ
    /// from run to run; nothing that is published does.
    pub fn put(
        self: &Arc<Shelf>,
        file: &mut FileRead,
        year: Option<i32>,
        results: Option<i32>,
        headings: &Arc<OfficeHeadings>,
    ) {
        let bytes = file.held();
        let left = |left: usize| left.checked_sub(bytes);
        let taken = self
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, left);
        if bytes > 0 && taken.is_err() {
            file.let_go(Arc::new(Again {
                shelf: self.clone(),
                year,
                results,
                headings: headings.clone(),
            }));
        }
    }
}

/// How a file that was let go is read again: as before, since what it was read as depends on nothing else.
#[derive(Debug)]
struct Again {
    shelf: Arc<Shelf>,
    year: Option<i32>,
    results: Option<i32>,
    headings: Arc<OfficeHeadings>,
}

impl Again {
    fn read(&self, file: &FileRead) -> Option<Content> {
        let limits = ReadLimits::default();
        let mut bytes = Vec::new();
        let submission = &file.submission;
        let listed = submission.listed.as_ref();
        settled::read_settled(&submission.absolute, listed, limits.file_bytes, &mut bytes).ok()?;
        if blake3::hash(&bytes).to_hex().as_str() != file.digest {
            return None;
        }
        let mut document = read::read_unexplained(&bytes, file.submission.format, &limits).ok()?;
        drop(bytes);
        let hints = Hints {
            file_name: name_of(&file.submission),
            plan_year: self.year,
            results_year: self.results,
        };
        let mut segmentation = segment::segment_with(&document, &hints, &self.headings);
        realign(&mut document, &mut segmentation);
        let texts = interpret::texts(&document, &segmentation);
        (texts.len() == file.delegations.len()).then_some(Content { document, texts })
    }
}

impl Source for Again {
    fn content(&self, file: &FileRead) -> Option<Content> {
        let content = self.read(file);
        if content.is_none() {
            self.shelf.changed.get_or_init(|| Changed {
                path: file.submission.path.clone(),
            });
        }
        content
    }

    fn changed(&self) -> Option<&Changed> {
        self.shelf.changed.get()
    }
}
