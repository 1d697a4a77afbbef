//! How many rows of its submissions a feedback workbook has room for: all of them, unless there are very many.

use crate::model::dataset::{Dataset, FileRead, FileState};
use crate::model::finding::{Finding, Severity};

/// Rows of submissions that one workbook shows.
pub const MOST_ROWS: usize = 5_000;
/// Rows that all workbooks of a run show together: a hundred times those of a province's year, and three
/// times those of a country's. Nobody reads more, and one costs more than all other work on its rows.
const ALL_ROWS: usize = 20_000;
/// Rows that every workbook has room for, however many departments there are.
const FEWEST_ROWS: usize = 200;

/// Findings and files by department, and the room of each workbook.
#[derive(Debug)]
pub struct Rooms {
    /// Indexes into the dataset's files, by department.
    files: Vec<Vec<u32>>,
    /// Indexes into the dataset's findings, by department: of its files, and of itself.
    findings: Vec<Vec<u32>>,
    /// Rows that a workbook shows.
    pub rows: usize,
}

impl Rooms {
    /// Looks through the files and findings of a campaign once for all its workbooks.
    pub fn share_out(dataset: &Dataset) -> Rooms {
        let mut rooms = Rooms {
            files: vec![Vec::new(); dataset.departments.len()],
            findings: vec![Vec::new(); dataset.departments.len()],
            rows: MOST_ROWS,
        };
        for (index, file) in (0u32..).zip(&dataset.files) {
            if let Some(files) = rooms.files.get_mut(file.department as usize) {
                files.push(index);
            }
        }
        let mut asked = vec![false; dataset.departments.len()];
        for (index, finding) in (0u32..).zip(&dataset.findings) {
            let file = finding
                .file
                .and_then(|index| dataset.files.get(index as usize));
            let department = match finding.file {
                Some(_) => file.map(|file| file.department),
                None => finding.department,
            };
            let Some(department) = department.map(|index| index as usize) else {
                continue;
            };
            if let Some(findings) = rooms.findings.get_mut(department) {
                findings.push(index);
                asked[department] |= is_open(finding);
            }
        }
        let rows = |files: &Vec<u32>| {
            let files = files.iter().map(|index| &dataset.files[*index as usize]);
            files.filter(|file| is_shown(file)).map(rows_of).sum()
        };
        let asked = rooms.files.iter().zip(asked).filter(|(_, asked)| *asked);
        rooms.rows = room(asked.map(|(files, _)| rows(files)).collect());
        rooms
    }

    /// The files of a department, in the order of their paths.
    pub fn files(&self, department: u32) -> &[u32] {
        self.files
            .get(department as usize)
            .map_or(&[], Vec::as_slice)
    }

    /// The findings about a department and its files, in the order of the dataset.
    pub fn findings(&self, department: u32) -> &[u32] {
        let findings = self.findings.get(department as usize);
        findings.map_or(&[], Vec::as_slice)
    }
}

/// Asks something of the department.
pub fn is_open(finding: &Finding) -> bool {
    finding.more().explained.is_none() && finding.severity != Severity::Info
}

/// A file whose cells may be shown, and are worth sending back: read, and no table of it replaced by
/// another file. Sent back, a replaced table would count again.
pub fn is_shown(file: &FileRead) -> bool {
    let whole = file.state == FileState::Read && file.superseded.is_empty();
    whole && !file.secret && file.about.is_some()
}

fn rows_of(file: &FileRead) -> usize {
    let sheets = file.about.iter().flat_map(|about| &about.sheets);
    let own = sheets.filter(|sheet| !sheet.guide);
    own.map(|sheet| sheet.rows).sum()
}

/// The room of each workbook: as much for all as lets those who need less be whole.
fn room(mut wanted: Vec<usize>) -> usize {
    wanted.sort_unstable();
    let mut left = ALL_ROWS;
    for (index, rows) in wanted.iter().enumerate() {
        let share = left / (wanted.len() - index);
        if *rows > share {
            return share.clamp(FEWEST_ROWS, MOST_ROWS);
        }
        left -= rows;
    }
    MOST_ROWS
}

/// What a sheet wants of the room of its workbook.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub rows: usize,
    /// Its worst finding.
    pub worst: Option<Severity>,
}

/// Rows that each sheet of a workbook gets of its room: the worst first, and short ones before long
/// ones, because a whole copy can be sent back.
pub fn shares(sheets: &[Wanted], room: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sheets.len()).collect();
    order.sort_by_key(|index| {
        let Wanted { rows, worst } = sheets[*index];
        (worst.is_none(), worst, rows)
    });
    let mut shares = vec![0; sheets.len()];
    let mut left = room;
    for index in order {
        shares[index] = sheets[index].rows.min(left);
        left -= shares[index];
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_departments_are_shown_whole_and_very_many_share_the_room() {
        let cases = [
            (vec![], MOST_ROWS),
            (vec![30_000], MOST_ROWS),
            (vec![300; 60], MOST_ROWS),
            (vec![12_500; 80], 250),
            (vec![12_500; 800], FEWEST_ROWS),
            ([vec![200; 50], vec![20_000; 4]].concat(), 2_500),
        ];
        for (wanted, rows) in cases {
            assert_eq!(room(wanted.clone()), rows, "{wanted:?}");
        }
    }

    #[test]
    fn what_must_be_corrected_most_has_room_first_and_then_the_short_ones() {
        let (error, warning) = (Some(Severity::Error), Some(Severity::Warning));
        let sheets = [(70, None), (90, warning), (20, warning), (60, error)];
        let sheets = sheets.map(|(rows, worst)| Wanted { rows, worst });
        assert_eq!(shares(&sheets, 240), [70, 90, 20, 60]);
        assert_eq!(shares(&sheets, 120), [0, 40, 20, 60]);
    }
}
