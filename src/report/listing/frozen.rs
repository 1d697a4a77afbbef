//! What is said of a frozen campaign beside its totals.

use crate::edition::Edition;
use crate::model::frozen::AfterFreeze;
use crate::model::section::{Direction, Kind};
use crate::words::{labels, shown};

/// How much came after the freeze, and the difference that it would make; `None` where nothing did.
pub fn frozen_note(edition: &Edition) -> Option<String> {
    let frozen = edition.dataset.frozen.as_ref()?;
    let count = |what: AfterFreeze| {
        let addenda = frozen.addenda.iter().filter(|a| a.what == what).count();
        shown::count(addenda as u64, edition.lang)
    };
    let counts = [
        AfterFreeze::Added,
        AfterFreeze::Changed,
        AfterFreeze::Removed,
    ]
    .map(count);
    let counts = [&*counts[0], &*counts[1], &*counts[2]];
    let mut note = labels::fill(labels::NOTE_SEALED, edition.lang, &counts);
    for kind in Kind::ALL {
        for direction in Direction::ALL {
            let own = frozen.differences.iter();
            let own = own.filter(|d| d.kind == kind && d.direction == direction);
            let sum = own.fold([0, 0], |sum, d| [sum[0] + d.delegations, sum[1] + d.people]);
            if sum != [0, 0] {
                let way = labels::direction(direction).in_lang(edition.lang);
                let which = labels::kind(kind).in_lang(edition.lang).to_lowercase();
                let [delegations, people] = sum.map(|n| shown::signed(n, edition.lang));
                let values = [&*format!("{way} - {which}"), &*delegations, &*people];
                note.push(' ');
                note.push_str(&labels::fill(
                    labels::FROZEN_DIFFERENCE,
                    edition.lang,
                    &values,
                ));
            }
        }
    }
    Some(note)
}
