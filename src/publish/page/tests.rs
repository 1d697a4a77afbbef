//! The page: what it says, what it escapes, what it never holds.

use super::render;
use crate::model::finding::Lang;
use crate::publish::sample::{Sample, sample};

#[test]
fn scratch() {
    let owned = sample(Sample::default());
    std::fs::create_dir_all("/tmp/publish-look").unwrap();
    for (lang, name) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let page = render(&owned.edition(lang));
        std::fs::write(format!("/tmp/publish-look/{name}.html"), page).unwrap();
    }
}
