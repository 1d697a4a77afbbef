//! `letters/<slug>.docx`: to each department what to correct, what is still to be sent, or a receipt.

use super::body::{Body, Cell, Lines, Paper, Run};
use super::letterhead;
use super::package::Package;
use super::styles::Style;
use crate::edition::Edition;
use crate::model::finding::Finding;
use crate::report::listing;
use crate::report::notice::{self, Notice, own_name};
use crate::rules;
use crate::words::{labels, shown};
use rayon::prelude::*;
use std::io;

/// Points that a letter lists; the feedback workbook has all.
const MOST_POINTS: usize = 40;
/// Letters of a cell or a message that are quoted.
const QUOTED: usize = 300;

/// Number, place, as written, problem, what to do.
const WIDTHS: [u32; 5] = [600, 1_900, 1_700, 2_600, 2_554];

/// The letters as `letters/<slug>.docx`, for all that sent or owe something, in the order of slugs.
pub fn letters<'a>(
    edition: &'a Edition<'a>,
) -> impl ParallelIterator<Item = (String, io::Result<Vec<u8>>)> + 'a {
    let notices = notice::all(edition);
    notices.into_par_iter().with_max_len(1).map(|notice| {
        let name = format!("letters/{}.docx", notice.department.slug);
        let letter = Letter { notice: &notice };
        let packed = Package::new(edition, labels::WORD_LETTER_TITLE).pack(letter.body());
        (name, packed)
    })
}

/// A letter while it is written.
struct Letter<'a> {
    notice: &'a Notice<'a>,
}

impl Letter<'_> {
    fn body(&self) -> Body {
        let notice = self.notice;
        let mut body = Body::default();
        self.opening(&mut body);

        body.paragraph(Style::BodyText, &notice.received());
        if let Some(asked) = notice.asked() {
            body.paragraph(Style::BodyText, &asked);
            self.list(&mut body);
        }
        for said in notice.what_to_do() {
            body.paragraph(Style::BodyText, &said);
        }
        if let Some(deadline) = notice.deadline() {
            let run = Run {
                text: &deadline,
                strong: true,
            };
            body.runs(Style::BodyText, &[run]);
        }
        body.paragraph(Style::BodyText, &notice.contact());
        body.paragraph(Style::BodyText, notice.say(labels::WORD_REGARDS));

        let recipients = [labels::WORD_AS_ABOVE, labels::WORD_FILED].map(|words| notice.say(words));
        letterhead::close(&mut body, &notice.edition, &recipients);
        body.end(Paper::Portrait);
        body
    }

    fn opening(&self, body: &mut Body) {
        let notice = self.notice;
        let office = notice.edition.office;
        let number = notice.fill(labels::WORD_LETTER_NUMBER, &[&office.number]);
        letterhead::open(body, &notice.edition, &number, Some(&notice.subject()));
        let addressee = notice.fill(labels::ADDRESSEE, &[&notice.department.name]);
        body.paragraph(Style::Addressee, &addressee);
    }

    fn list(&self, body: &mut Body) {
        let header = [
            labels::NUMBER,
            labels::WORD_WHERE,
            labels::WORD_WRITTEN,
            labels::WORD_PROBLEM,
            labels::WORD_TO_DO,
        ]
        .map(|words| Cell::new(Style::TableHeader, self.notice.say(words)));

        body.table(Lines::Grid, &WIDTHS, |table| {
            table.header(&header);
            for (number, point) in (1..).zip(self.notice.points.iter().take(MOST_POINTS)) {
                let number: u32 = number;
                table.row(&self.point(number, point));
            }
        });

        let points = self.notice.points.len();
        if points > MOST_POINTS {
            let others = (points - MOST_POINTS) as u64;
            let others = shown::count(others, self.notice.edition.lang);
            let said = self.notice.fill(
                labels::WORD_MORE_POINTS,
                &[&others, &self.notice.workbook()],
            );
            body.paragraph(Style::Note, &said);
        }
    }

    fn point(&self, number: u32, finding: &Finding) -> [Cell<'static>; 5] {
        let lang = self.notice.edition.lang;
        let quoted = |text: &str| shown::clipped(text, QUOTED).into_owned();
        let file = listing::file_of(self.notice.edition.dataset, finding);
        let name = file.map_or(String::new(), |file| own_name(&file.submission.path));
        let line = listing::line_of(file, finding.place);
        let place = match line.is_empty() {
            true => name,
            false => self.notice.fill(labels::WORD_LINE, &[&name, &line]),
        };

        let files = self.notice.files.iter().copied();
        let said = listing::by_own_names(rules::told(finding, lang), files);
        let mut to_do = rules::department_hint(finding, lang);
        if let Some(suggestion) = &finding.more().suggestion {
            let suggested = self.notice.fill(labels::WORD_SUGGESTED, &[suggestion]);
            to_do = format!("{to_do} ({suggested})");
        }

        [
            Cell::new(Style::TableCentred, number.to_string()),
            Cell::new(Style::TableText, place),
            Cell::new(
                Style::TableText,
                quoted(listing::cell_of(&self.notice.edition, finding)),
            ),
            Cell::new(Style::TableText, quoted(&said)),
            Cell::new(Style::TableText, quoted(&to_do)),
        ]
    }
}
