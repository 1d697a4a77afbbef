//! Headings that the office itself has explained: strong evidence, word by word.

use super::{Hit, Meaning, fold_heading, meaning, unit};
use crate::model::section::{Direction, Field, Match};
use crate::model::value::MoneyUnit;
use rustc_hash::FxHashMap;

/// What the office says of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfficeHeading {
    pub hit: Hit,
    pub unit: Option<MoneyUnit>,
}

/// The office's own list of headings (`vocabulary/headings.csv`).
#[derive(Debug, Clone, Default)]
pub struct OfficeHeadings {
    headings: FxHashMap<String, OfficeHeading>,
}

impl OfficeHeadings {
    pub fn is_empty(&self) -> bool {
        self.headings.is_empty()
    }

    /// What the office says of a heading, its lines joined with " | ".
    pub fn get(&self, heading: &str) -> Option<&OfficeHeading> {
        if self.headings.is_empty() {
            return None;
        }
        self.headings.get(&fold_heading(heading))
    }

    /// Adds a line: heading, field, direction, unit.
    ///
    /// # Errors
    /// Words that are no field, direction or unit, and a heading that means another field already.
    pub fn insert(
        &mut self,
        heading: &str,
        field: &str,
        direction: &str,
        unit_text: &str,
    ) -> Result<usize, String> {
        let known = |field: &str| match field {
            "countries" => Some(Meaning::Field(Field::Country)),
            "none" => Some(Meaning::Known),
            field => meaning(field),
        };
        let meaning = known(field).ok_or_else(|| format!("{field:?} is no field of a table"))?;
        let way = Direction::from_code(direction);
        if way.is_none() && !direction.is_empty() {
            return Err(format!("{direction:?} is neither outbound nor inbound"));
        }
        let money = unit(&format!("({unit_text})")).filter(|_| !unit_text.is_empty());
        if money.is_none() && !unit_text.is_empty() {
            return Err(format!("{unit_text:?} is no unit of money"));
        }
        let key = fold_heading(heading);
        let hit = Hit {
            meaning,
            matched: Match::Office,
            direction: way,
            weight: key.len(),
        };
        let own = OfficeHeading { hit, unit: money };
        match self.headings.insert(key, own) {
            Some(other) if other != own => Err(format!("{heading:?} stands here twice")),
            Some(_) => Ok(0),
            None => Ok(1),
        }
    }
}
