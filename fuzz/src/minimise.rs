//! A failing input made as small as it gets while it still fails in the same way.

use crate::trial::{self, Trial, Verdict};
use std::time::{Duration, Instant};

/// Longest time spent on one input.
const PATIENCE: Duration = Duration::from_secs(20);

/// Cuts ever smaller pieces out (delta debugging), then makes bytes plain.
pub fn minimise(trial: &Trial, input: Vec<u8>, kind: &str) -> Vec<u8> {
    let begun = Instant::now();
    let fails = |input: &[u8]| match trial.run(input) {
        Verdict::Failed(reason) => trial::kind(&reason) == kind,
        Verdict::Passed { .. } => false,
    };
    let mut small = input;
    let mut piece = small.len() / 2;
    while piece > 0 && begun.elapsed() < PATIENCE {
        let mut at = 0;
        while at < small.len() && begun.elapsed() < PATIENCE {
            let end = (at + piece).min(small.len());
            let without = [&small[..at], &small[end..]].concat();
            if fails(&without) {
                small = without;
            } else {
                at = end;
            }
        }
        piece /= 2;
    }
    for at in 0..small.len() {
        let byte = std::mem::replace(&mut small[at], b'a');
        if begun.elapsed() > PATIENCE || !fails(&small) {
            small[at] = byte;
        }
    }
    small
}
