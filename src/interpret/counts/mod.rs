//! Which numbers, ranges, units and factors a cell of counts holds; people and days are made of them.

mod damage;
mod figures;
mod frame;
mod scan;
mod words;

pub use damage::excel_damage;

use super::accounting::{Reading, Used};
use super::numbers::{Decimal, is_negative, is_scientific};
use crate::vocabulary::tokens::Token;
use scan::Scanner;

/// One number with the word after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub low: Decimal,
    pub high: Decimal,
    /// Folded; empty where none is written.
    pub unit: String,
    /// What joins it to the item before.
    pub joint: Joint,
    pub label: Label,
}

/// What stands before a number and says whom it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Label {
    #[default]
    None,
    /// "Sở 4", "phòng 305".
    Word,
    /// "Lào: 3".
    Colon,
    /// "Đợt 1: 5".
    Ordinal,
}

/// What stands between two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Joint {
    #[default]
    List,
    Plus,
    /// "và".
    And,
    Dash,
    Stroke,
}

impl Item {
    /// "08 người" may be the total of the parts after it; "08 nam" is a part itself.
    pub fn is_total(&self) -> bool {
        matches!(
            self.unit.as_str(),
            "" | "nguoi" | "thanh" | "ng" | "tv" | "dai" | "luot"
        )
    }
}

/// What a cell of counts holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Count {
    pub items: Vec<Item>,
    /// "trong đó 03 nữ", "(02 phiên dịch)": numbers that are parts of what stands before.
    pub parts: Vec<Item>,
    /// "khoảng", "trên", "30+".
    pub approximate: bool,
    /// "mỗi đoàn 5 người", "02 đoàn x 8 người": the number holds for each delegation.
    pub each: bool,
    /// A factor without the word "đoàn": "2 x 8".
    pub factor: u32,
    /// Something in the cell is no part of the reading.
    pub doubtful: bool,
}

/// What is counted; the rest beside it is passed over knowingly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    People,
    Days,
}

/// The sides of an equation, or the one count of a cell; empty where words stand that a count does not have.
pub fn read(all: &[Token<'_>], kind: Kind) -> Vec<Count> {
    if is_negative(all) || is_scientific(all) {
        return Vec::new();
    }
    let equals: Vec<usize> = (0..all.len()).filter(|at| all[*at].is_sign('=')).collect();
    let sides = match equals.as_slice() {
        [] => vec![side(all, kind)],
        [at] => vec![side(&all[..*at], kind), side(&all[at + 1..], kind)],
        _ => return Vec::new(),
    };
    sides.into_iter().collect::<Option<_>>().unwrap_or_default()
}

fn side(all: &[Token<'_>], kind: Kind) -> Option<Count> {
    let mut used = Used::none_of(all);
    let kept = frame::without_asides(all, kind, &mut used)?;
    let count = Scanner::new(all, &kept, kind, &mut used).count()?;
    let count = (!count.items.is_empty()).then_some(count);
    Reading::new(count, all, &used).settle(|count, _| {
        count.map(|count| Count {
            doubtful: true,
            ..count
        })
    })
}
