//! The accounts of lines, rows and files: how many there are of each class or state.

use crate::edition::Edition;
use crate::model::dataset::FileState;
use crate::model::delegation::RowState;
use crate::model::section::LineClass;
use crate::report::speak::Speak;
use crate::words::{Words, labels};

/// Names with their numbers, which add up to all that there are.
#[derive(Debug)]
pub struct Account {
    pub heading: Words,
    pub unit: Words,
    pub lines: Vec<Counted>,
}

#[derive(Debug)]
pub struct Counted {
    pub name: &'static str,
    pub count: u64,
}

impl Account {
    pub fn sum(&self) -> u64 {
        self.lines.iter().map(|line| line.count).sum()
    }
}

/// Lines by class, rows by state, files by state.
pub fn accounts(edition: &Edition) -> [Account; 3] {
    [lines(edition), rows(edition), files(edition)]
}

fn lines(edition: &Edition) -> Account {
    let classes = &edition.dataset.lines.classes;
    let lines = LineClass::ALL.into_iter().map(|class| Counted {
        name: edition.say(labels::line_class(class)),
        count: classes.get(&class).copied().unwrap_or(0),
    });
    Account {
        heading: labels::CLASS,
        unit: labels::LINES,
        lines: lines.collect(),
    }
}

fn rows(edition: &Edition) -> Account {
    let rows = edition.dataset.rows;
    let lines = labels::ROW_STATES.map(|(state, name)| Counted {
        name: edition.say(name),
        count: match state {
            RowState::Accepted => rows.accepted,
            RowState::NotHeld => rows.not_held,
            RowState::Rejected => rows.rejected,
            RowState::Duplicate => rows.duplicate,
            RowState::Superseded => rows.superseded,
            RowState::Excluded => rows.excluded,
        },
    });
    Account {
        heading: labels::ROW_STATE,
        unit: labels::LINES,
        lines: lines.into(),
    }
}

fn files(edition: &Edition) -> Account {
    let dataset = edition.dataset;
    let of = |state: FileState| dataset.files.iter().filter(move |file| file.state == state);
    let read = labels::FILE_STATES.map(|(state, name)| Counted {
        name: edition.say(name),
        count: of(state).count() as u64,
    });
    let ignored = Counted {
        name: labels::ledger_state("ignored", edition.lang),
        count: dataset.ignored.len() as u64,
    };
    Account {
        heading: labels::FILE_STATE,
        unit: labels::FILES,
        lines: read.into_iter().chain([ignored]).collect(),
    }
}
