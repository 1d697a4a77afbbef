//! The paper of a sheet: A4, margins, page number, how large its columns print, and where its pages begin.

use super::Sheet;
use super::style::FONT;
use std::ops::RangeInclusive;

/// Width and height between the margins, in inches.
const PAPER: (f64, f64) = (9.92, 6.69);
/// Points of a row that says nothing.
const ROW: f64 = 15.0;
/// What programs draw a little taller than they are told.
const SPARE: f64 = 0.97;
/// Per cent of full size at which letters are still read with ease.
const SMALLEST: f64 = 75.0;
/// Page breaks that a spreadsheet program takes.
const MOST_BREAKS: usize = 1000;

/// What is known of the rows of a sheet when its pages are cut.
#[derive(Debug)]
pub struct Pages {
    /// Per cent of full size.
    scale: f64,
    /// Heights of the rows, in points.
    heights: Vec<f64>,
    /// Rows that never end a page: titles, headers, the names of groups.
    kept: Vec<u32>,
    /// Rows that begin a page.
    begun: Vec<u32>,
    repeated: Option<RangeInclusive<u32>>,
}

impl Default for Pages {
    fn default() -> Pages {
        Pages {
            scale: 100.0,
            heights: Vec::new(),
            kept: Vec::new(),
            begun: Vec::new(),
            repeated: None,
        }
    }
}

impl Pages {
    pub fn set_height(&mut self, row: u32, points: f64) {
        let row = row as usize;
        if self.heights.len() <= row {
            self.heights.resize(row + 1, ROW);
        }
        self.heights[row] = points;
    }

    pub fn repeat(&mut self, rows: RangeInclusive<u32>) {
        self.repeated = Some(rows);
    }

    fn height(&self, row: u32) -> f64 {
        self.heights.get(row as usize).copied().unwrap_or(ROW)
    }

    /// The rows at which pages begin, for rows up to `end`, not included.
    fn cuts(&self, end: u32) -> Vec<u32> {
        let capacity = PAPER.1 * 72.0 * 100.0 / self.scale * SPARE;
        let repeated = self.repeated.clone().into_iter().flatten();
        let repeated: f64 = repeated.map(|row| self.height(row)).sum();
        let (mut cuts, mut top, mut used) = (Vec::new(), 0, 0.0);
        for row in 0..end {
            let height = self.height(row);
            let begins = self.begun.binary_search(&row).is_ok();
            if row > top && (begins || used + height > capacity) {
                let mut cut = row;
                while !begins && cut > top + 1 && self.kept.binary_search(&(cut - 1)).is_ok() {
                    cut -= 1;
                }
                cuts.push(cut);
                used = repeated + (cut..row).map(|row| self.height(row)).sum::<f64>();
                top = cut;
            }
            used += height;
        }
        cuts
    }
}

impl Sheet {
    /// A4 landscape, the margins of Nghị định 30/2020/NĐ-CP (left 30 mm, right 15 mm, top and bottom
    /// 20 mm) in inches; the page number stands where the decree wants it, centred in the top margin.
    pub fn landscape(&mut self) {
        self.worksheet()
            .set_paper_size(9)
            .set_landscape()
            .set_margins(1.18, 0.59, 0.79, 0.79, 0.4, 0.4)
            .set_print_center_horizontally(true)
            .set_header(format!("&C&\"{FONT},Regular\"&13&P"))
            .set_print_first_page_number(1)
            .set_screen_gridlines(false);
    }

    /// [`landscape`](Self::landscape) with all columns on one page, and as many pages as the rows need.
    pub fn landscape_fitted(&mut self) {
        self.landscape();
        self.worksheet().set_print_fit_to_pages(1, 0);
    }

    /// Prints columns of these widths as large as the paper allows, at most in full size. Said in per cent: a
    /// spreadsheet program that fits columns by itself ignores page breaks.
    pub fn print_columns(&mut self, widths: &[f64]) {
        // A little wider than any program draws them.
        let pixels: f64 = widths.iter().map(|width| width * 7.4 + 5.0).sum();
        let scale = (PAPER.0 * 96.0 / pixels * 100.0).min(100.0).floor();
        self.pages.scale = scale;
        self.worksheet().set_print_scale(scale as u16);
    }

    /// The row stays on one page with the next one.
    pub fn keep_with_next(&mut self) {
        self.pages.kept.push(self.row);
    }

    /// The row begins a page.
    pub fn begin_page(&mut self) {
        self.pages.begun.push(self.row);
    }

    /// Cuts the rows above this one into pages, none of which ends with the name of a group.
    pub fn paginate(&mut self) {
        self.paginate_parts(&[]);
    }

    /// As [`paginate`](Self::paginate), with a page for each of the parts that begin at these rows, where they
    /// have no room on one.
    pub fn paginate_parts(&mut self, parts: &[u32]) {
        if !self.shrink_to_one_page() && self.pages.begun.is_empty() {
            self.pages.begun.extend(parts.iter().skip(1));
        }
        let cuts = self.pages.cuts(self.row);
        if cuts.len() <= MOST_BREAKS {
            self.attempt(|sheet| sheet.set_page_breaks(&cuts));
        }
    }

    /// Prints a little smaller where that saves a second page that would be nearly empty. Whether one page
    /// is enough.
    fn shrink_to_one_page(&mut self) -> bool {
        let heights: f64 = (0..self.row).map(|row| self.pages.height(row)).sum();
        let fitting = (PAPER.1 * 72.0 * SPARE / heights * 100.0).floor();
        if !self.pages.begun.is_empty() || fitting < SMALLEST {
            return false;
        }
        if fitting < self.pages.scale {
            self.pages.scale = fitting;
            self.worksheet().set_print_scale(fitting as u16);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_page_ends_with_what_belongs_to_its_next_row() {
        let mut pages = Pages::default();
        // 467 points a page: rows of 100.
        for row in 0..12 {
            pages.set_height(row, 100.0);
        }
        assert_eq!(pages.cuts(12), [4, 8]);
        pages.kept = vec![2, 3, 7];
        assert_eq!(pages.cuts(12), [2, 6, 10]);
        pages.begun = vec![3];
        assert_eq!(pages.cuts(12), [3, 8 - 1, 11]);
        pages.repeat(0..=1);
        pages.kept.clear();
        assert_eq!(pages.cuts(12), [3, 5, 7, 9, 11]);
    }
}
