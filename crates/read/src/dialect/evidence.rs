//! Why a text was cut at this delimiter and not at the next best one, for `inspect`.

use super::weighing::{Reading, highest};

/// The score of the reading that was chosen, what it is made of, and the runner-up.
pub fn evidence(best: &Reading, readings: &[Reading]) -> String {
    let rules = best.rules;
    let others = readings
        .iter()
        .filter(|reading| reading.rules.delimiter != rules.delimiter);
    let top = highest(others.clone());
    let runner = others
        .filter(|reading| reading.may_reach(top))
        .max_by(|a, b| a.score().total_cmp(&b.score()));
    let mut evidence = format!(
        "{} scores {:.2}: {} of {} lines sampled split, mostly into {} cells (regularity {:.2}, readable cells {:.2})",
        name(rules.delimiter),
        best.score(),
        best.split().rows.iter().filter(|row| row.cells > 1).count(),
        best.split().rows.iter().filter(|row| row.cells > 0).count(),
        best.width,
        best.regular,
        best.typed()
    );
    if rules.blank_after {
        evidence.push_str("; a blank follows each delimiter and belongs to it");
    }
    if let Some(runner) = runner {
        evidence.push_str(&format!(
            "; next is {} with {:.2}",
            name(runner.rules.delimiter),
            runner.score()
        ));
    }
    evidence
}

fn name(delimiter: Option<u8>) -> String {
    match delimiter {
        None => "no delimiter".into(),
        Some(b'\t') => "tab".into(),
        Some(b' ') => "blank".into(),
        Some(b) if b.is_ascii_graphic() => format!("\"{}\"", char::from(b)),
        Some(b) => format!("U+{b:04X}"),
    }
}
