//! The workbook read back: its figures, its formulas, its texts, and what LibreOffice makes of it.

use super::write;
use crate::model::finding::Lang;
use crate::publish::sample::{Sample, sample};

#[test]
fn scratch() {
    let owned = sample(Sample::default());
    for (lang, name) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let bytes = write(&owned.edition(lang)).unwrap();
        std::fs::create_dir_all("/tmp/publish-look").unwrap();
        std::fs::write(format!("/tmp/publish-look/{name}.xlsx"), bytes).unwrap();
    }
}
