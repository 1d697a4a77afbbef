//! How the columns of each file were read, in one line, so that a department can object.

use super::{Cover, unframed};
use crate::model::finding::Lang;
use crate::model::section::{Column, Field};
use crate::report::speak::Speak;
use crate::rules::field_name;
use crate::vocabulary::fold::fold;
use crate::words::{labels, shown};

/// Letters of a heading that are quoted.
const HEADING: usize = 40;

impl Cover<'_, '_> {
    /// A line below the files received for each that has tables.
    pub(super) fn readings(&mut self) {
        let feedback = self.feedback;
        let told = feedback.files.iter().enumerate();
        for (index, sent) in told.filter(|(_, sent)| !sent.file.secret) {
            let mut read: Vec<String> = Vec::new();
            let sections = sent.file.segmentation.sections.iter();
            for column in sections.flat_map(|section| &section.columns) {
                let reading = reading(column, self.lang());
                read.extend(reading.filter(|reading| !read.contains(reading)));
            }
            if !read.is_empty() {
                let number = (index + 1).to_string();
                let said = self.fill(labels::COLUMNS_READ, &[&number, &read.join("; ")]);
                self.line(&said, &unframed());
            }
        }
    }
}

/// A heading that is its field's name stands alone; of others it is said what they were taken for.
fn reading(column: &Column, lang: Lang) -> Option<String> {
    let heading = shown::clipped(column.heading.trim(), HEADING);
    if heading.is_empty() || matches!(column.field, Some(Field::Number | Field::Explanation)) {
        return None;
    }
    let Some(field) = column.field else {
        return Some(labels::fill(labels::COLUMN_UNUSED, lang, &[&heading]));
    };
    let [vi, en] = field_name(field);
    let folded = fold(&heading);
    let name = fold(vi);
    Some(match folded.contains(&name) || name.contains(&folded) {
        true => heading.into_owned(),
        false => labels::fill(labels::COLUMN_READ, lang, &[&heading, lang.pick(vi, en)]),
    })
}
