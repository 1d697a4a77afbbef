//! What a department gets back: its files, what must be corrected in them, and what is shown again.

use super::layout::Layout;
use super::marks::{Marks, cell_of};
use super::room::{Rooms, Wanted, is_open, is_shown, shares};
use crate::edition::Edition;
use crate::model::content::SheetAbout;
use crate::model::dataset::{FileRead, Opened};
use crate::model::finding::{Finding, Severity};
use crate::report::listing;
use crate::rules;
use crate::words::labels;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Longest name of a sheet that spreadsheet programs take, in UTF-16 units.
const NAME_UNITS: usize = 31;
/// Longest number behind a name that stands again, with its blank and brackets.
const NUMBER_UNITS: usize = 10;
/// Longest name of a file in a custom property, which holds 255 UTF-16 units, behind that of a sheet.
const FILE_UNITS: usize = 255 - NAME_UNITS - 1;

/// The feedback to one department.
#[derive(Debug)]
pub struct Feedback<'a> {
    pub edition: Edition<'a>,
    pub department: u32,
    /// Its files, in the order of their paths.
    pub files: Vec<Sent<'a>>,
    /// Errors and warnings that nobody has explained, worst first.
    pub open: Vec<&'a Finding>,
    /// One for each sheet of each file that is shown again; none where nothing is open.
    pub copies: Vec<Copy<'a>>,
    /// Points that the list shows.
    pub points: usize,
    /// Files of which a sheet found no room, and the rows of those sheets.
    left_out: BTreeSet<u32>,
    pub rows_left_out: usize,
}

/// A file of a department.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// Index into the dataset's files.
    pub index: u32,
    pub file: &'a FileRead,
}

/// Where a finding stands in the copies.
#[derive(Debug, Clone, Copy)]
pub struct Spot<'c, 'a> {
    pub copy: &'c Copy<'a>,
    pub row: u32,
    pub column: u16,
}

/// A sheet of a submission that is shown again.
#[derive(Debug)]
pub struct Copy<'a> {
    pub file: Rc<Opened<'a>>,
    /// Index into the dataset's files.
    pub file_index: u32,
    /// Index into the document's sheets.
    pub sheet: usize,
    /// Its name in the workbook.
    pub name: String,
    pub layout: Layout,
    pub marks: Marks<'a>,
}

/// A sheet that may be shown again.
struct Source<'a> {
    sent: Sent<'a>,
    /// Index into the document's sheets.
    sheet: usize,
    about: &'a SheetAbout,
    /// What was found in it.
    findings: Vec<&'a Finding>,
}

impl<'a> Feedback<'a> {
    /// Gathers what a department gets back.
    pub fn gather(edition: &Edition<'a>, department: u32, rooms: &Rooms) -> Feedback<'a> {
        let dataset = edition.dataset;
        let files = rooms.files(department).iter().map(|index| Sent {
            index: *index,
            file: &dataset.files[*index as usize],
        });
        let files = files.collect();
        let own = rooms.findings(department).iter();
        let own: Vec<&Finding> = own
            .map(|index| &dataset.findings[*index as usize])
            .collect();
        let mut open = own.clone();
        open.retain(|finding| is_open(finding));
        open.sort_by_key(|finding| finding.severity);
        let mut feedback = Feedback {
            edition: *edition,
            department,
            files,
            open,
            copies: Vec::new(),
            points: rooms.rows,
            left_out: BTreeSet::new(),
            rows_left_out: 0,
        };
        if !feedback.open.is_empty() {
            feedback.copy(&own, rooms.rows);
        }
        feedback
    }

    /// Copies the sheets that there is room for.
    fn copy(&mut self, findings: &[&'a Finding], room: usize) {
        let sources = self.sources(findings);
        let wanted = sources.iter().map(|source| Wanted {
            rows: source.about.rows,
            worst: source.findings.iter().map(|f| f.severity).min(),
        });
        let shares = shares(&wanted.collect::<Vec<Wanted>>(), room);
        let mut taken = NamesTaken::default();
        let guide = labels::GUIDE_SHEET.in_lang(self.edition.lang);
        taken.names.insert(guide.to_lowercase());
        let mut last: Option<(u32, Rc<Opened>)> = None;
        for (source, rows) in sources.into_iter().zip(shares) {
            let Sent { index, file } = source.sent;
            if rows == 0 {
                self.left_out.insert(index);
                self.rows_left_out += source.about.rows;
                continue;
            }
            let same = last.take().filter(|(last, _)| *last == index);
            let (_, opened) = last.insert(same.unwrap_or_else(|| (index, Rc::new(file.open()))));
            let marks = Marks::new(opened, source.sheet, &source.findings);
            self.copies.push(Copy {
                file: opened.clone(),
                file_index: index,
                sheet: source.sheet,
                name: name(file, &source.about.name, &mut taken),
                layout: Layout::new(opened, source.sheet, &marks, rows),
                marks,
            });
        }
    }

    /// The sheets that are worth showing again, with what was found in them.
    fn sources(&self, findings: &[&'a Finding]) -> Vec<Source<'a>> {
        let mut found: FxHashMap<(u32, usize), Vec<&Finding>> = FxHashMap::default();
        for finding in findings.iter().filter(|finding| finding.place.line > 0) {
            if let Some(file) = finding.file {
                let sheet = (file, finding.place.sheet as usize);
                found.entry(sheet).or_default().push(finding);
            }
        }
        let mut sources = Vec::new();
        for &sent in self.files.iter().filter(|sent| is_shown(sent.file)) {
            let sheets = sent.file.about.iter().flat_map(|about| &about.sheets);
            for (sheet, about) in sheets.enumerate() {
                if about.rows > 0 && !about.guide {
                    let findings = found.remove(&(sent.index, sheet)).unwrap_or_default();
                    sources.push(Source {
                        sent,
                        sheet,
                        about,
                        findings,
                    });
                }
            }
        }
        sources
    }

    /// Open findings of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        let own = self.open.iter().filter(|f| f.severity == severity);
        own.count()
    }

    /// A file that is shown again, but not with every row and cell of it.
    pub fn is_cut(&self) -> bool {
        !self.left_out.is_empty() || self.copies.iter().any(|copy| !copy.layout.complete)
    }

    /// Digests of the files that this workbook, sent back, replaces: those that it holds whole, and
    /// what these had replaced as replies, because their own file may be overwritten by this one.
    pub fn replaces(&self) -> BTreeSet<&'a str> {
        let is_whole = |sent: &&Sent| {
            let own = self
                .copies
                .iter()
                .filter(|copy| copy.file_index == sent.index);
            let mut own = own.peekable();
            let begun = own.peek().is_some() && !self.left_out.contains(&sent.index);
            begun && own.all(|copy| copy.layout.complete)
        };
        let files = self.files.iter().filter(is_whole);
        let digests = files.flat_map(|Sent { file, .. }| {
            let before = file
                .returned()
                .into_iter()
                .flat_map(|returned| &returned.answers);
            before.map(String::as_str).chain([file.digest.as_str()])
        });
        digests.collect()
    }

    /// Digests of the other files that it speaks of: it must not replace them. A workbook that carries
    /// none says "-", so that it is known all the same.
    pub fn speaks_of(&self) -> BTreeSet<&'a str> {
        let whole = self.replaces();
        let told = self.files.iter().filter(|sent| !sent.file.secret);
        let all = told.map(|sent| sent.file.digest.as_str());
        let mut told: BTreeSet<&str> = all
            .filter(|digest| !digest.is_empty() && !whole.contains(digest))
            .collect();
        if told.is_empty() && whole.is_empty() {
            told.insert("-");
        }
        told
    }

    /// "sheet/file" for each copy: the name of a submitted file may say what its tables are.
    pub fn origins(&self) -> Vec<String> {
        let origin = |copy: &Copy| {
            let about = copy.file.about.as_ref();
            let before = about.and_then(|about| about.origin(copy.sheet));
            let path = &copy.file.submission.path;
            let name = before.unwrap_or_else(|| path.rsplit('/').next().unwrap_or(path));
            format!("{}/{}", copy.name, cut(name, FILE_UNITS))
        };
        self.copies.iter().map(origin).collect()
    }

    /// What a department may quote when it calls: the year, its number in the register, and a mark of
    /// what it had sent.
    pub fn number(&self) -> String {
        let digits = |file: &FileRead| u32::from_str_radix(file.digest.get(..8)?, 16).ok();
        let sent = self.files.iter().filter_map(|sent| digits(sent.file));
        let mark = sent.fold(0_u32, |mark, digits| mark.rotate_left(5) ^ digits);
        let (year, department) = (self.edition.dataset.year, self.department + 1);
        format!(
            "{year}-{department:02}-{:04X}",
            (mark >> 16) ^ (mark & 0xFFFF)
        )
    }

    /// The message of a finding as its department hears it: its files by the names that it gave them.
    pub fn told(&self, finding: &Finding) -> String {
        let said = rules::told(finding, self.edition.lang);
        listing::by_own_names(said, self.files.iter().map(|sent| sent.file))
    }

    /// Where a finding stands in the copies.
    pub fn spot(&self, finding: &Finding) -> Option<Spot<'_, 'a>> {
        let place = finding.place;
        let copy = self.copies.iter().find(|copy| {
            Some(copy.file_index) == finding.file && copy.sheet == place.sheet as usize
        })?;
        let (row, column) = cell_of(&copy.file, copy.sheet, finding)?;
        let row = copy.layout.row(row)?;
        Some(Spot { copy, row, column })
    }
}

/// Names of copies, in small letters, and the last number that was given to names which begin alike.
#[derive(Default)]
struct NamesTaken {
    names: FxHashSet<String>,
    last: FxHashMap<String, u32>,
}

/// The name of a copy: that of the sheet, or of the text file, because either may say what the table is.
fn name(file: &FileRead, sheet: &str, taken: &mut NamesTaken) -> String {
    let path = &file.submission.path;
    let stem = path.rsplit('/').next().unwrap_or(path);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let wanted = if sheet.trim().is_empty() { stem } else { sheet };
    let allowed = |c: char| !c.is_control() && !"[]:*?/\\'".contains(c);
    let clean: String = wanted
        .chars()
        .map(|c| if allowed(c) { c } else { ' ' })
        .collect();
    let clean = match clean.trim() {
        "" => "1",
        // Spreadsheet programs keep this name for themselves.
        history if history.eq_ignore_ascii_case("history") => "History 1",
        clean => clean,
    };
    let plain = cut(clean, NAME_UNITS);
    if taken.names.insert(plain.to_lowercase()) {
        return plain;
    }
    // Names that are alike once they are cut share their numbers: thousands of them are tried once each.
    let stem = cut(clean, NAME_UNITS - NUMBER_UNITS).to_lowercase();
    let last = taken.last.entry(stem).or_insert(1);
    loop {
        *last += 1;
        let tail = format!(" ({last})");
        let name = cut(clean, NAME_UNITS - tail.len()) + &tail;
        if taken.names.insert(name.to_lowercase()) {
            return name;
        }
    }
}

fn cut(text: &str, units: usize) -> String {
    let mut used = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= units
        })
        .collect();
    kept.trim_end().to_string()
}
