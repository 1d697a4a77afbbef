//! Which departments owe what, and which of them a folder or a title means.

mod names;
pub mod template;
#[cfg(test)]
mod tests;

use crate::model::document::trim;
use crate::model::section::{Direction, Kind};
use crate::model::submission::{Contact, Department, Due};
use names::{Names, Reading};
use std::collections::HashMap;

/// Longest slug made from a folder's name, in bytes: it becomes the name of a file.
const SLUG_BYTES: usize = 80;

/// The departments of `departments.csv`, in its order, with the spellings that they are found by.
#[derive(Debug, Clone, Default)]
pub struct Register {
    pub departments: Vec<Department>,
    names: Vec<Names>,
    province: String,
}

/// One thing wrong in `departments.csv`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct RegisterError {
    /// Line of the file, from 1.
    pub line: usize,
    pub fault: String,
}

impl Register {
    /// Reads the rows of `departments.csv`, its head first, the columns in any order: `slug`, `name`,
    /// `short_name`, `aliases` (separated by `;` or `|`), `owes` (`outbound:plan;inbound:realised`,
    /// empty for all four), `from`, `to` (campaign years, empty for open), `phone`, `email`, `contact`, `channel`, `succeeds`
    /// (slugs of the bodies that it took over). An empty slug is made from the name; other columns are the
    /// office's own.
    ///
    /// # Errors
    /// All faults at once: unknown columns and words, a missing name, a slug that is no safe file
    /// name, years that are none, and a slug or a spelling that two departments share in one year.
    pub fn from_rows(rows: &[Vec<String>]) -> Result<Register, Vec<RegisterError>> {
        let mut faults = Vec::new();
        let Some(head) = rows.first() else {
            return Ok(Register::default());
        };
        let columns = columns(head, &mut faults);
        let mut register = Register::default();
        let mut lines = Vec::new();
        for (at, cells) in rows.iter().enumerate().skip(1) {
            let line = at + 1;
            if cells.iter().all(|cell| trim(cell).is_empty()) {
                continue;
            }
            let row = Row {
                columns: &columns,
                cells,
                line,
            };
            if let Some(department) = row.department(&mut faults) {
                register.names.push(Names::of(&department));
                register.departments.push(department);
                lines.push(line);
            }
        }
        register.refuse_shared(&lines, &mut faults);
        register.refuse_unknown(&mut faults);
        if faults.is_empty() {
            Ok(register)
        } else {
            faults.sort_by_key(|fault| fault.line);
            Err(faults)
        }
    }

    /// The same register, in which this province after a department's name says nothing and another
    /// one speaks of another department. Without it the name of any province of Việt Nam says nothing.
    pub fn in_province(mut self, province: &str) -> Register {
        self.province = names::province(province);
        self
    }

    /// The department that a folder or a name in a title means in a campaign: by its slug, its name
    /// or an alias whatever their case, marks and order number, else by its initials ("SKHCN", "Sở KH&CN").
    /// `None` where nothing fits or more than one would; of two that fit, the one that exists in that year.
    pub fn find(&self, name: &str, year: i32) -> Option<usize> {
        let slug = trim(name);
        let exact = |d: &Department| d.slug.eq_ignore_ascii_case(slug);
        if let Some(at) = self.departments.iter().position(exact) {
            return Some(at);
        }
        for piece in names::pieces(name) {
            let reading = Reading::of(&piece, &self.province);
            for tier in [Names::say, Names::say_in_short, Names::abbreviate_to] {
                let fitting = |at: &usize| tier(&self.names[*at], &reading);
                let found: Vec<usize> = (0..self.names.len()).filter(fitting).collect();
                if !found.is_empty() {
                    return self.one_of(&found, year);
                }
            }
        }
        None
    }

    /// The only one that exists in the year; the only one at all where none does.
    fn one_of(&self, found: &[usize], year: i32) -> Option<usize> {
        let inside = |at: &&usize| self.departments[**at].is_due(year);
        let existing: Vec<usize> = found.iter().filter(inside).copied().collect();
        match (existing.as_slice(), found) {
            ([only], _) | ([], [only]) => Some(*only),
            _ => None,
        }
    }

    /// A slug for a folder outside the register: lower-case ASCII letters, digits and hyphens, safe as a
    /// file name everywhere. Empty only for a name without letters and digits.
    pub fn slug_for(name: &str) -> String {
        let folded = crate::vocabulary::fold::fold(name);
        let ascii: Vec<&str> = folded
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let mut slug = ascii.join("-");
        if slug.len() > SLUG_BYTES || !folded.is_ascii() {
            // What cannot be kept is told apart by its digest: two folders never share a slug by accident.
            let digest = blake3::hash(folded.as_bytes()).to_hex();
            slug.truncate(SLUG_BYTES);
            slug = format!("{slug}-{}", &digest[..8]);
        }
        let slug = slug.trim_matches('-');
        if is_device(slug) {
            format!("don-vi-{slug}")
        } else {
            slug.to_string()
        }
    }

    /// Faults for bodies that were taken over and that the register does not have.
    fn refuse_unknown(&self, faults: &mut Vec<RegisterError>) {
        for department in &self.departments {
            let known = |slug: &String| self.departments.iter().any(|other| other.slug == *slug);
            let mut unknown = department.succeeds.iter().filter(|slug| !known(slug));
            if let Some(slug) = unknown.next() {
                faults.push(RegisterError {
                    line: department.line as usize,
                    fault: format!("succeeds “{slug}”, which is no slug of this register"),
                });
            }
        }
    }

    /// Faults for slugs and spellings that would leave it open whose a submission is.
    fn refuse_shared(&self, lines: &[usize], faults: &mut Vec<RegisterError>) {
        let mut slugs: HashMap<&str, usize> = HashMap::new();
        let mut keys: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, department) in self.departments.iter().enumerate() {
            let line = lines[at];
            if let Some(&first) = slugs.get(department.slug.as_str()) {
                faults.push(RegisterError {
                    line,
                    fault: format!(
                        "the slug “{}” stands on line {first} already; each department has its own",
                        department.slug
                    ),
                });
                continue;
            }
            slugs.insert(&department.slug, line);
            for (key, written) in self.names[at].written() {
                let holders = keys.entry(key).or_default();
                let rival = holders
                    .iter()
                    .find(|&&other| other != at && overlap(&self.departments[other], department));
                if let Some(&other) = rival {
                    faults.push(RegisterError {
                        line,
                        fault: format!(
                            "“{written}” is also a name of “{}” (line {}); a name belongs to one department in a year",
                            self.departments[other].slug, lines[other]
                        ),
                    });
                }
                holders.push(at);
            }
        }
    }
}

/// Both exist in some year.
fn overlap(a: &Department, b: &Department) -> bool {
    let from = a.from.unwrap_or(i32::MIN).max(b.from.unwrap_or(i32::MIN));
    let to = a.to.unwrap_or(i32::MAX).min(b.to.unwrap_or(i32::MAX));
    from <= to
}

/// Names that Windows keeps for devices, with any extension.
fn is_device(slug: &str) -> bool {
    matches!(slug, "con" | "prn" | "aux" | "nul")
        || (slug.len() == 4
            && (slug.starts_with("com") || slug.starts_with("lpt"))
            && slug.ends_with(|c: char| c.is_ascii_digit()))
}

const COLUMNS: [&str; 12] = [
    "slug",
    "name",
    "short_name",
    "aliases",
    "owes",
    "from",
    "to",
    "phone",
    "email",
    "contact",
    "channel",
    "succeeds",
];

/// Shortest name of a column of the office's own that may be one of [`COLUMNS`] misspelt.
const SPELT: usize = 4;

/// Position of each of [`COLUMNS`] in the head. The office may keep columns of its own; one that is nearly
/// of a known name is a slip, and reading on without it would send no reminders.
fn columns(head: &[String], faults: &mut Vec<RegisterError>) -> Columns {
    let mut columns = [None; COLUMNS.len()];
    for (at, cell) in head.iter().enumerate() {
        let word = trim(cell).to_ascii_lowercase();
        let fault = match COLUMNS.iter().position(|column| *column == word) {
            None if word.is_empty() => continue,
            None => match misspelt(&word) {
                Some(meant) => format!("“{word}” is no column; write {meant}, or another name"),
                None => continue,
            },
            Some(known) if columns[known].is_some() => format!("the column {word} stands twice"),
            Some(known) => {
                columns[known] = Some(at);
                continue;
            }
        };
        faults.push(RegisterError { line: 1, fault });
    }
    if columns[1].is_none() {
        faults.push(RegisterError {
            line: 1,
            fault: "the column name is missing".into(),
        });
    }
    columns
}

type Columns = [Option<usize>; COLUMNS.len()];

/// The column that a name is one slip away from.
fn misspelt(word: &str) -> Option<&'static str> {
    let is_near = |column: &&&str| {
        column.len() >= SPELT && word.len() >= SPELT && strsim::osa_distance(column, word) == 1
    };
    COLUMNS.iter().find(is_near).copied()
}

/// One line under the head.
struct Row<'a> {
    columns: &'a Columns,
    cells: &'a [String],
    line: usize,
}

impl Row<'_> {
    fn cell(&self, column: usize) -> &str {
        let at = self.columns.get(column).copied().flatten();
        at.and_then(|at| self.cells.get(at))
            .map_or("", |cell| trim(cell))
    }

    /// The department; `None` with a fault where the line has no name or no slug that can be used.
    fn department(&self, faults: &mut Vec<RegisterError>) -> Option<Department> {
        let name = self.cell(1);
        if name.is_empty() {
            self.fault(faults, "the name is missing".into());
            return None;
        }
        let slug = match self.cell(0) {
            "" => Register::slug_for(name),
            slug => slug.to_string(),
        };
        if slug.is_empty() || slug != Register::slug_for(&slug) {
            let fault = format!(
                "“{slug}” is no slug: it is the name of a file and takes a-z, 0-9 and “-” only, such as {}",
                Register::slug_for(name)
            );
            self.fault(faults, fault);
            return None;
        }
        let department = Department {
            slug,
            name: name.to_string(),
            short_name: match self.cell(2) {
                "" => name.to_string(),
                short => short.to_string(),
            },
            aliases: list(self.cell(3)).map(str::to_string).collect(),
            owes: self.owes(faults),
            from: self.year(5, faults),
            to: self.year(6, faults),
            registered: true,
            line: self.line as u32,
            contact: Contact {
                phone: self.cell(7).to_string(),
                email: self.cell(8).to_string(),
                person: self.cell(9).to_string(),
                channel: self.cell(10).to_string(),
            },
            succeeds: list(self.cell(11)).map(str::to_string).collect(),
        };
        if let (Some(from), Some(to)) = (department.from, department.to)
            && from > to
        {
            self.fault(
                faults,
                format!("from {from} is later than to {to}: it would never exist"),
            );
        }
        Some(department)
    }

    fn owes(&self, faults: &mut Vec<RegisterError>) -> Vec<Due> {
        let mut owes = Vec::new();
        for word in list(self.cell(4)) {
            let due = word.split_once(':').and_then(|(direction, kind)| {
                let (direction, kind) = (trim(direction), trim(kind));
                let direction = Direction::from_code(direction)?;
                Some((direction, Kind::from_code(kind)?))
            });
            match due {
                Some(due) if !owes.contains(&due) => owes.push(due),
                Some(_) => {}
                None => self.fault(
                    faults,
                    format!("owes “{word}”; write outbound:plan, outbound:realised, inbound:plan or inbound:realised"),
                ),
            }
        }
        if owes.is_empty() {
            owes = Direction::ALL
                .into_iter()
                .flat_map(|direction| Kind::ALL.into_iter().map(move |kind| (direction, kind)))
                .collect();
        }
        owes
    }

    fn year(&self, column: usize, faults: &mut Vec<RegisterError>) -> Option<i32> {
        let text = self.cell(column);
        let year = text.parse().ok().filter(|y| (1900..3000).contains(y));
        if year.is_none() && !text.is_empty() {
            self.fault(
                faults,
                format!(
                    "{} “{text}” is no year; write 2021 or nothing",
                    COLUMNS[column]
                ),
            );
        }
        year
    }

    fn fault(&self, faults: &mut Vec<RegisterError>, fault: String) {
        faults.push(RegisterError {
            line: self.line,
            fault,
        });
    }
}

/// The parts of a cell that holds several.
fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '|'])
        .map(trim)
        .filter(|part| !part.is_empty())
}
