//! How many travel, from a cell such as "08", "02 đoàn/16 người", "01 lãnh đạo, 04 chuyên viên".

use super::counts::{self, Count, Item, Joint, Kind, Label};
use super::undetermined::is_undetermined;
use super::{half_width, head};
use crate::model::value::{NumberForm, People};
use crate::vocabulary::tokens::tokens;

/// More than this in one row is a slip of the columns, not a delegation.
const MOST: u32 = 1_000_000;

/// Reads a cell of people.
pub fn people(text: &str) -> People {
    let text = &*half_width(head(text));
    if text.is_empty() {
        return People::default();
    }
    if let Some(plain) = plain(text) {
        return plain;
    }
    if text.starts_with('#') {
        return People {
            form: NumberForm::Overflow,
            ..People::default()
        };
    }
    if let Some((low, high)) = counts::excel_damage(text) {
        let form = NumberForm::ExcelDamage;
        return People {
            value: Some(high),
            low: Some(low),
            form,
            ..People::default()
        };
    }
    if is_undetermined(text) {
        return People {
            form: NumberForm::Undetermined,
            ..People::default()
        };
    }
    let unreadable = People {
        form: NumberForm::Unreadable,
        ..People::default()
    };
    let sides: Option<Vec<People>> = counts::read(&tokens(text), Kind::People)
        .iter()
        .map(assemble)
        .collect();
    match sides.as_deref() {
        Some([people]) => *people,
        // "5 + 3 = 8".
        Some([first, second]) if first.value == second.value => People {
            form: NumberForm::Exact,
            ..*second
        },
        _ => unreadable,
    }
}

/// "08": most cells are no more than that.
fn plain(text: &str) -> Option<People> {
    let digits = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    let value = text.parse().ok().filter(|value| digits && *value > 0)?;
    Some(People {
        value: Some(value),
        form: NumberForm::Exact,
        ..People::default()
    })
}

fn assemble(count: &Count) -> Option<People> {
    let is_group = |item: &&Item| item.unit == "doan";
    let delegations = count.items.iter().find(is_group).map(|item| item.high);
    let delegations = match delegations {
        Some(number) => Some(number.whole().filter(|n| (1..=1000).contains(n))?),
        None => None,
    };
    let heads: Vec<&Item> = count.items.iter().filter(|item| !is_group(item)).collect();
    if heads.is_empty() {
        // "02 đoàn" says how many delegations, not how many people.
        return delegations.map(|n| People {
            delegations: Some(n),
            form: NumberForm::Undetermined,
            ..People::default()
        });
    }
    if heads.iter().any(|item| !is_people_unit(&item.unit)) || is_choice(&heads) {
        return None;
    }
    let (low, high, mut form) = total(&heads)?;
    if !holds(high, &count.parts) {
        return None;
    }
    let factor = if count.each {
        delegations.unwrap_or(1)
    } else {
        1
    };
    let factor = factor.checked_mul(count.factor)?;
    if factor > 1 {
        form = NumberForm::Product;
    }
    let high = high.checked_mul(factor).filter(|n| *n <= MOST)?;
    let low = low.checked_mul(factor).filter(|low| *low != high);
    if high == 0 {
        return Some(People {
            form: NumberForm::Undetermined,
            delegations,
            ..People::default()
        });
    }
    if count.approximate && form == NumberForm::Exact {
        form = NumberForm::Approximate;
    }
    if count.doubtful {
        form = NumberForm::Doubtful;
    }
    Some(People {
        value: Some(high),
        low,
        delegations: delegations.filter(|n| *n > 1),
        form,
    })
}

/// The sum of the items, or the first of them where it is the total of those after it.
fn total(heads: &[&Item]) -> Option<(u32, u32, NumberForm)> {
    let mut bounds = Vec::with_capacity(heads.len());
    for item in heads {
        bounds.push((item.low.whole()?, item.high.whole()?));
    }
    let (first, rest) = bounds.split_first()?;
    let (low, high) = *first;
    let sum = |part: fn(&(u32, u32)) -> u32, of: &[(u32, u32)]| {
        of.iter()
            .try_fold(0_u32, |sum, bound| sum.checked_add(part(bound)))
    };
    let others = sum(|bound| bound.1, rest)?;
    // "03 nữ/08 người": the part stands before the whole.
    if let [part, whole] = heads
        && whole.joint == Joint::Stroke
        && matches!(part.unit.as_str(), "nu" | "nam")
        && bounds[0].1 <= bounds[1].1
    {
        return Some((bounds[1].0, bounds[1].1, NumberForm::Exact));
    }
    // "5 người - 7 người".
    if let [first, second] = heads
        && second.joint == Joint::Dash
        && first.unit == second.unit
        && bounds[0].1 <= bounds[1].1
    {
        return Some((bounds[0].0, bounds[1].1, NumberForm::Range));
    }
    // "Tổng: 12 người; nữ: 5": one sex alone after a total is a part of it.
    let sex = heads[1..].iter().all(|item| item.unit == "nu");
    let part = others == high || (sex && others <= high);
    let total = heads[0].is_total() && heads[0].label != Label::Ordinal;
    let whole = rest.is_empty() || part && total;
    if whole {
        let form = if low == high {
            NumberForm::Exact
        } else {
            NumberForm::Range
        };
        return Some((low, high, form));
    }
    // "06 người, phòng 305": what a word before it names may be no person.
    if heads.iter().any(|item| item.label == Label::Word) {
        return None;
    }
    Some((
        sum(|bound| bound.0, &bounds)?,
        sum(|bound| bound.1, &bounds)?,
        NumberForm::Sum,
    ))
}

/// "5; 6": two numbers, and nothing says that they add up.
fn is_choice(heads: &[&Item]) -> bool {
    let bare = heads
        .iter()
        .all(|item| item.unit.is_empty() && matches!(item.label, Label::None | Label::Word));
    bare && heads.iter().skip(1).any(|item| item.joint != Joint::Plus)
}

/// Parts of a number are no more than the whole.
fn holds(whole: u32, parts: &[Item]) -> bool {
    let sexes = parts
        .iter()
        .filter(|item| matches!(item.unit.as_str(), "nam" | "nu"));
    let of_both = sexes
        .filter_map(|item| item.high.whole())
        .fold(0, u32::saturating_add);
    if of_both > whole {
        return false;
    }
    let people = parts
        .iter()
        .filter(|item| is_people_unit(&item.unit) && item.unit != "doan");
    people
        .map(|item| item.high.whole())
        .all(|part| part.is_some_and(|part| part <= whole))
}

/// A number of days, of money or of things in a column of people is not read as people.
fn is_people_unit(unit: &str) -> bool {
    const OTHERS: [&str; 19] = [
        "ngay", "dem", "tuan", "thang", "quy", "gio", "buoi", "trieu", "dong", "vnd", "usd", "ty",
        "thing", "lan", "tr", "k", "year", "cap", "ho",
    ];
    !OTHERS.contains(&unit)
}
