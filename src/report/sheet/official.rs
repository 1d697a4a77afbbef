//! What every official sheet has: bodies and title above, the place for date and signature below.

use super::Sheet;
use super::style::STYLES;
use crate::edition::Edition;
use crate::report::speak::Speak;
use crate::report::table::part::years_name;
use crate::words::{Words, labels};
use std::ops::RangeInclusive;

impl Sheet {
    /// The title of the sheet and the years that it is about; goes to the row of its first table.
    pub fn title(&mut self, edition: &Edition, title: Words) {
        let columns = self.text_columns.clone();
        self.height(24.0);
        self.across(
            columns.clone(),
            &province_title(edition, title),
            &STYLES.title,
        );
        self.next();
        self.across(columns, &years_name(edition), &STYLES.enclosed);
        self.go_to(3);
    }

    /// The place for date and signature at the right, for whoever prepared the table at the left.
    pub fn signature(
        &mut self,
        edition: &Edition,
        left: RangeInclusive<u16>,
        right: RangeInclusive<u16>,
    ) {
        let place = match edition.office.place.trim() {
            "" => String::new(),
            place => format!("{place}, "),
        };
        self.height(24.0);
        let date = edition.fill(labels::DATE_LINE, &[&place]);
        self.across(right.clone(), &date, &STYLES.date);
        self.next();
        self.height(24.0);
        self.across(left, edition.say(labels::PREPARED_BY), &STYLES.signatory);
        let signatory = labels::signatory(&edition.office.signatory, edition.lang).to_uppercase();
        self.across(right, &signatory, &STYLES.signatory);
    }
}

/// A title with the province behind it, where it is configured.
pub fn province_title(edition: &Edition, title: Words) -> String {
    let title = edition.say(title);
    match edition.office.province.trim() {
        "" => title.to_string(),
        province => {
            let province = edition.fill(labels::PROVINCE, &[province]);
            format!("{title} - {}", province.to_uppercase())
        }
    }
}
