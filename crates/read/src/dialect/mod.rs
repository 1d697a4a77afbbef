//! How cells are told apart: candidates weighed by how regular and how readable the table becomes.

mod candidates;
mod cell_type;
mod evidence;
mod regularity;
mod standing;
mod weighing;

use crate::document::Dialect;
use crate::settings::Evidence;
use crate::split::{Rules, Split, split, split_until};
use candidates::{RARE_WEIGHT, common, escapes, head, lines, quotes, rare};
use evidence::evidence;
use regularity::{is_in_blank_columns, is_one_column, longest_run, may_be_even, regularity};
use standing::{Standing, may_open};
use std::borrow::Cow;
use std::cell::OnceCell;
use weighing::{Reading, highest};

/// The dialect of a text, with what the splitter needs beside it and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Detected {
    pub dialect: Dialect,
    pub blank_after: bool,
    /// Told where it is asked for.
    pub evidence: String,
    /// The text as split by the dialect, where all of it was looked at.
    pub whole: Option<Split>,
}

/// Decides on a sample of lines from the start of the text.
pub fn detect(text: &str, explain: Evidence) -> Detected {
    let sample = head(text);
    if let Some(delimiter) = stated(sample) {
        return Detected {
            dialect: Dialect {
                delimiter: Some(delimiter),
                quote: Some(b'"'),
                escape: None,
            },
            blank_after: false,
            evidence: format!("the first line says so: sep={}", char::from(delimiter)),
            whole: None,
        };
    }
    let mut readings = readings(sample, explain);
    // Ties fall to the first: simpler readings stand before others.
    let top = highest(readings.iter());
    let mut best: Option<usize> = None;
    for (at, reading) in readings.iter().enumerate() {
        let beats = |best: usize| reading.score() > readings[best].score() + 1e-9;
        if reading.may_reach(top) && best.is_none_or(beats) {
            best = Some(at);
        }
    }
    let Some(best) = best.map(|best| quoted_alike(&readings, best)) else {
        return single_column(sample);
    };
    let chosen = &readings[best];
    if !is_table(chosen) || is_one_column(sample, chosen.rules.delimiter) {
        return single_column(sample);
    }
    if chosen.rules.quote.is_none() {
        // Lines in quotes are cells in quotes: an unquoted reading would cut them.
        let single = single_column(sample);
        if single.dialect.quote.is_some() {
            return single;
        }
    }
    let mut detected = described(chosen, &readings, explain);
    if sample.len() == text.len() && detected.dialect.quote == chosen.rules.quote {
        detected.whole = readings.swap_remove(best).split.into_inner();
    }
    detected
}

/// The sample read in every way that it could be written.
fn readings(sample: &str, explain: Evidence) -> Vec<Reading<'_>> {
    let mut readings = Vec::new();
    // What cannot win is only read where the evidence names the next best.
    let beaten = |weight: f64, readings: &[Reading]| {
        let likely = explain == Evidence::Full || weight >= 1.0;
        !likely && weighing::bound(weight * WELL_QUOTED) < highest(readings.iter())
    };
    let quotings: Vec<_> = quotes(sample)
        .into_iter()
        .flat_map(|quote| {
            escapes(sample, quote)
                .into_iter()
                .map(move |escape| (quote, escape))
        })
        .collect();
    let read = |readings: &mut Vec<_>, delimiter, weight| {
        let standing = Standing::of(sample, delimiter);
        let rules = |&(quote, escape): &(Option<u8>, Option<u8>)| Rules {
            delimiter: Some(delimiter),
            quote,
            escape,
            blank_after: true,
            cell_bytes: u32::MAX,
            rows: u32::MAX,
        };
        let read = |quoting| read_with(sample, rules(quoting), weight, &standing);
        readings.extend(quotings.iter().filter_map(read));
    };
    for (delimiter, weight) in common(sample) {
        if !beaten(weight, &readings) {
            read(&mut readings, delimiter, weight);
        }
    }
    if !beaten(RARE_WEIGHT, &readings) {
        for delimiter in rare(sample) {
            if !beaten(RARE_WEIGHT, &readings) {
                read(&mut readings, delimiter, RARE_WEIGHT);
            }
        }
    }
    readings
}

/// What quotes that all open and close cells add to a score.
const WELL_QUOTED: f64 = 1.1;

/// Less regular than this, commas with blanks after them are rather those of sentences.
const EVEN: f64 = 0.6;

/// The same delimiter with quotes, if all of them open and close cells: the only quoted cell of a file
/// may be its title, which is cut into a row more without them.
fn quoted_alike(readings: &[Reading], at: usize) -> usize {
    let best = &readings[at];
    let alike = |reading: &Reading| {
        reading.rules.delimiter == best.rules.delimiter
            && reading.rules.quote == Some(b'"')
            && reading.rules.escape.is_none()
            && reading.split().stray + reading.split().unbalanced == 0
            && reading.score() >= best.score() / 2.0
    };
    let quoted = readings.iter().position(alike);
    quoted.filter(|_| best.rules.quote.is_none()).unwrap_or(at)
}

/// Spreadsheets write and heed a first line such as "sep=;".
fn stated(sample: &str) -> Option<u8> {
    let first = lines(sample)
        .next()?
        .trim_start_matches('\u{FEFF}')
        .trim_matches('"');
    let (name, delimiter) = first.split_at_checked(4)?;
    let stated = name.eq_ignore_ascii_case("sep=") && delimiter.len() == 1;
    stated
        .then(|| delimiter.bytes().next())
        .flatten()
        .filter(u8::is_ascii)
}

/// Below this a text is lines of prose.
const ACCEPT: f64 = 0.06;

/// A table, or prose with one in it: lines that score well as a whole, or some lines in a row of
/// one width. Tabs and bars do not stand in prose.
fn is_table(best: &Reading) -> bool {
    let foreign_to_prose = matches!(best.rules.delimiter, Some(b'\t' | b'|' | 0..=0x1F));
    let run = longest_run(best.split());
    best.score() >= ACCEPT
        || (foreign_to_prose && best.score() >= ACCEPT / 20.0)
        || (run >= 3 && best.score() > 0.0 && best.typed() >= 0.7 && !best.rules.blank_after)
}

/// The sample read by rules that say all but whether a blank belongs to each delimiter.
fn read_with<'t>(
    sample: &'t str,
    mut rules: Rules,
    weight: f64,
    standing: &Standing,
) -> Option<Reading<'t>> {
    let (delimiter, quote) = (rules.delimiter?, rules.quote);
    if quote.is_some_and(|quote| !may_open(sample, delimiter, quote)) {
        return None;
    }
    rules.blank_after = blank_follows(sample, &rules, standing);
    if delimiter == b' ' && !may_be_even(sample, &rules) {
        return None;
    }
    let (mut factors, mut enclosed, cut) = ([1.0; 3], false, OnceCell::new());
    let widths = if quote.is_none() && delimiter != b' ' {
        Cow::Borrowed(&standing.widths)
    } else {
        let split = cut.get_or_init(|| split(sample, &rules));
        if !is_held_to(sample, split, &rules) {
            return None;
        }
        // Quotes that do not fit speak against quoting, but one slip does not.
        let spoiled = f64::from(split.stray + 2 * split.unbalanced);
        factors[0] = 1.0 - 0.3 * spoiled / (spoiled + f64::from(split.quoted.max(1)));
        let well_quoted = quote == Some(b'"') && spoiled == 0.0;
        if well_quoted {
            factors[1] = WELL_QUOTED;
        }
        // Where nearly every cell is in quotes that fit, the delimiter between them is beyond doubt.
        enclosed = well_quoted && split.quoted as usize * 10 >= split.cells.len() * 8;
        Cow::Owned(regularity::widths(split))
    };
    let (regular, width) = regularity(&widths);
    if rules.blank_after && regular < EVEN && !enclosed {
        factors[2] = regular / EVEN;
    }
    Some(Reading {
        sample,
        rules,
        weight,
        regular,
        factors,
        worded: !matches!(delimiter, b' ' | b'\t' | b'|') && !enclosed,
        prose: OnceCell::new(),
        typed: OnceCell::new(),
        width,
        split: cut,
    })
}

/// The quotes and escapes of the rules do occur, and blanks that are to part cells stand in columns:
/// sentences have more of them than all other delimiters together.
fn is_held_to(sample: &str, split: &Split, rules: &Rules) -> bool {
    let quoted = rules.quote.is_none() || split.quoted > 0;
    let escaped = rules.escape.is_none() || split.escaped > 0;
    let blank = || rules.delimiter != Some(b' ') || is_in_blank_columns(sample, split);
    quoted && escaped && blank()
}

/// A blank follows every delimiter that no line ends with: the blank is part of it, as the rules say.
fn blank_follows(sample: &str, rules: &Rules, standing: &Standing) -> bool {
    let bytes = sample.as_bytes();
    let (Some(delimiter), quote) = (rules.delimiter, rules.quote) else {
        return false;
    };
    if delimiter == b' ' || standing.by_blank == 0 {
        return false;
    }
    if let (None, Some(is_so)) = (quote, standing.is_before_blanks()) {
        return is_so;
    }
    // Every blank counted stands after a delimiter; the one more is of a cell that is rebuilt.
    let most = 1 + standing.by_blank;
    let (mut with, mut without) = (0, 0);
    split_until(sample, rules, |split, row| {
        let cells = row.first_cell as usize + 1..(row.first_cell + row.cells) as usize;
        for cell in split.cells.get(cells).unwrap_or(&[]) {
            let start = cell.start as usize;
            // The byte before a cell is its quote, its blank or its delimiter.
            let mut before = start.checked_sub(1).and_then(|at| bytes.get(at));
            if before.copied() == quote && quote.is_some() {
                before = start.checked_sub(2).and_then(|at| bytes.get(at));
            }
            match before {
                Some(b' ') => with += 1,
                Some(&b) if b == delimiter => {
                    let at_end = matches!(bytes.get(start), None | Some(b'\n' | b'\r'));
                    without += usize::from(!at_end);
                }
                _ => {}
            }
        }
        without * 50 > most
    });
    with > 0 && without * 50 <= with
}

fn described(best: &Reading, readings: &[Reading], explain: Evidence) -> Detected {
    let rules = best.rules;
    // Quoted cells may come after the sample; where quoting was tried and lost, it was tried.
    let tried = readings.iter().any(|reading| {
        reading.rules.delimiter == rules.delimiter && reading.rules.quote == Some(b'"')
    });
    let quote = rules.quote.or_else(|| (!tried).then_some(b'"'));
    Detected {
        dialect: Dialect {
            delimiter: rules.delimiter,
            quote,
            escape: rules.escape,
        },
        blank_after: rules.blank_after,
        evidence: match explain {
            Evidence::Full => evidence(best, readings),
            Evidence::Minimal => String::new(),
        },
        whole: None,
    }
}

fn single_column(sample: &str) -> Detected {
    let rules = |quote| Rules {
        delimiter: None,
        quote,
        escape: None,
        blank_after: false,
        cell_bytes: u32::MAX,
        rows: u32::MAX,
    };
    let occurs = |quote: &u8| sample.as_bytes().contains(quote);
    let quotes = [b'"', b'\''].into_iter().filter(occurs);
    let quote = quotes.into_iter().find(|&quote| {
        let split = split(sample, &rules(Some(quote)));
        let filled = split.cells.iter().filter(|cell| cell.len > 0).count();
        // A double quote that opens and closes a whole line is one; an apostrophe may be a word's.
        let enough = if quote == b'"' {
            1
        } else {
            filled.max(1) * 9 / 10
        };
        split.quoted as usize >= enough.max(1) && split.stray + split.unbalanced == 0
    });
    Detected {
        dialect: Dialect {
            delimiter: None,
            quote,
            escape: None,
        },
        blank_after: false,
        evidence: "no delimiter makes a regular table: each line is one cell".to_string(),
        whole: None,
    }
}
