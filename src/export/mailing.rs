//! `mailing.csv`: whom to write to, with subject, body and attachments, for a mail program.

use super::tables::{finish, safe, text, writer};
use crate::edition::Edition;
use crate::report::notice::{self, Notice};
use crate::words::labels;
use std::borrow::Cow;

const HEADER: [&str; 10] = [
    "department",
    "name",
    "email",
    "phone",
    "contact",
    "reason",
    "since_last_run",
    "subject",
    "body",
    "attachments",
];

/// A line for each department that must hear something, in the order of slugs. `since_last_run` is `same`
/// where the last published run told it the very same.
pub fn write(edition: &Edition) -> Result<Vec<u8>, String> {
    let heard = edition.changes.and_then(|changes| changes.heard.as_ref());
    let mut out = writer();
    out.write_record(HEADER).map_err(text)?;
    for notice in notice::all(edition) {
        let department = notice.department;
        let contact = &department.contact;
        let last = heard.and_then(|heard| heard.get(&department.slug));
        let since = match last {
            None => "new",
            Some(digest) if *digest == notice.digest() => "same",
            Some(_) => "changed",
        };
        out.write_record([
            safe(&department.slug).as_ref(),
            safe(&department.name).as_ref(),
            safe(&contact.email).as_ref(),
            phone(&contact.phone).as_ref(),
            safe(&contact.person).as_ref(),
            notice.reason().code(),
            since,
            safe(&subject(&notice)).as_ref(),
            safe(&body(&notice)).as_ref(),
            &attachments(&notice),
        ])
        .map_err(text)?;
    }
    finish(out)
}

/// A telephone number may begin with a sign: no program takes it for a formula.
fn phone(number: &str) -> Cow<'_, str> {
    let is_sign = |sign: char| sign.is_ascii_digit() || " +()-./".contains(sign);
    match number.chars().all(is_sign) {
        true => number.into(),
        false => safe(number),
    }
}

/// The letter's subject without "V/v", which stands above letters alone.
fn subject(notice: &Notice) -> String {
    let subject = notice.subject();
    subject
        .strip_prefix("V/v ")
        .map_or(subject.clone(), |rest| {
            let mut letters = rest.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            first.chain(letters).collect()
        })
}

fn body(notice: &Notice) -> String {
    let addressee = notice.fill(labels::ADDRESSEE, &[&notice.department.name]);
    let mut said = vec![addressee, notice.received()];
    said.extend(notice.asked());
    said.extend(notice.what_to_do());
    said.extend(notice.deadline());
    said.push(notice.contact());
    said.push(notice.say(labels::WORD_REGARDS).to_string());
    let said: Vec<&str> = said
        .iter()
        .map(|part| part.trim_end_matches("./."))
        .collect();
    said.join("\n\n")
}

/// Paths below the published year.
fn attachments(notice: &Notice) -> String {
    let slug = &notice.department.slug;
    format!("letters/{slug}.docx;feedback/{slug}.xlsx")
}
