//! The paper of a sheet: A4, margins, page number, and how large its columns print.

use super::Sheet;
use super::style::FONT;
use crate::model::finding::Lang;
use crate::words::labels;

/// Width and height between the margins, in inches.
pub const PAPER: (f64, f64) = (9.92, 6.69);

impl Sheet {
    /// A4 landscape, the margins of Nghị định 30/2020/NĐ-CP (left 30 mm, right 15 mm, top and bottom
    /// 20 mm) in inches; the page number stands where the decree wants it, centred in the top margin.
    pub fn landscape(&mut self, lang: Lang) {
        let page_of = labels::fill(labels::PAGE_OF, lang, &["&P", "&N"]);
        self.worksheet()
            .set_paper_size(9)
            .set_landscape()
            .set_margins(1.18, 0.59, 0.79, 0.79, 0.4, 0.4)
            .set_print_center_horizontally(true)
            .set_header(format!("&C&\"{FONT},Regular\"&13{page_of}"))
            .set_screen_gridlines(false);
    }

    /// [`landscape`](Self::landscape) with all columns on one page, and as many pages as the rows need.
    pub fn landscape_fitted(&mut self, lang: Lang) {
        self.landscape(lang);
        self.worksheet().set_print_fit_to_pages(1, 0);
    }
}

/// Per cent at which columns of these widths fill the paper. Where rows end a page is said then: a
/// spreadsheet program that fits columns by itself ignores page breaks.
pub fn scale(widths: &[f64]) -> f64 {
    // A little wider than any program draws them.
    let pixels: f64 = widths.iter().map(|width| width * 7.4 + 5.0).sum();
    (PAPER.0 * 96.0 / pixels * 100.0).min(100.0)
}
