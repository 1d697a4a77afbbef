//! Published runs on a terminal: figures, what moved, and because of what.

use super::clean::clean;
use super::{Style, table_name};
use crate::model::comparison::{Changes, Measures, Part};
use crate::model::finding::Lang;
use crate::words::{labels, shown};
use std::io::{self, Write};

/// Causes that are named; more are counted.
const MOST: usize = 30;

/// A published run, with what moved since an earlier one.
#[derive(Debug)]
pub struct Run<'a> {
    pub year: i32,
    pub id: &'a str,
    /// Day and time here, `2020-11-12 08:15`.
    pub when: String,
    pub as_of: &'a str,
    pub figures: Vec<(Part, Measures)>,
    /// `None` where it is the first.
    pub changes: Option<Changes>,
}

/// Writes runs in their order.
///
/// # Errors
/// When `out` cannot be written.
pub fn history(out: &mut dyn Write, runs: &[Run], style: &Style) -> io::Result<()> {
    let lang = style.lang;
    for (number, run) in runs.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", style.bold(&heading(run, lang)))?;
        match &run.changes {
            None => first(out, run, lang)?,
            Some(changes) => moved(out, changes, lang)?,
        }
    }
    Ok(())
}

/// "Năm 2021, công bố 12/11/2020 08:15, tính đến ngày 11/11/2020 (3f2a…)".
fn heading(run: &Run, lang: Lang) -> String {
    let (day, time) = run.when.split_once(' ').unwrap_or((&run.when, ""));
    let when = format!("{} {time}", shown::day(day, lang));
    let as_of = shown::day(run.as_of, lang);
    match lang {
        Lang::Vi => format!(
            "Năm {}, công bố {}, tính đến ngày {as_of} ({})",
            run.year,
            when.trim(),
            run.id
        ),
        Lang::En => format!(
            "{}, published {}, as of {as_of} ({})",
            run.year,
            when.trim(),
            run.id
        ),
    }
}

fn first(out: &mut dyn Write, run: &Run, lang: Lang) -> io::Result<()> {
    writeln!(out, "  {}", labels::FIRST_RUN.in_lang(lang))?;
    let stated = run.figures.iter();
    for (part, figures) in stated.filter(|(_, figures)| figures[0] != 0) {
        let (kind, direction) = *part;
        let name = table_name(direction, kind, lang);
        let [delegations, people, ..] = *figures;
        let delegations = shown::whole(delegations, lang);
        let people = shown::whole(people, lang);
        match lang {
            Lang::Vi => writeln!(out, "  {name}: {delegations} đoàn, {people} lượt người")?,
            Lang::En => writeln!(out, "  {name}: {delegations} delegations, {people} people")?,
        }
    }
    Ok(())
}

fn moved(out: &mut dyn Write, changes: &Changes, lang: Lang) -> io::Result<()> {
    if changes.moved().next().is_none() {
        writeln!(out, "  {}", labels::NOTHING_MOVED.in_lang(lang))?;
    }
    for ((kind, direction), before, now) in changes.moved() {
        let name = table_name(*direction, *kind, lang);
        let told = (0..4).filter(|at| before[*at] != now[*at]);
        let told = told.map(|at| {
            let (then, now) = (value(at, before[at], lang), value(at, now[at], lang));
            format!("{then} → {now} {}", unit(at, lang))
        });
        writeln!(
            out,
            "  {name}: {}",
            told.collect::<Vec<String>>().join("; ")
        )?;
    }
    let Some(causes) = &changes.causes else {
        return writeln!(out, "  {}", labels::CAUSES_UNKNOWN.in_lang(lang));
    };
    for cause in causes.iter().take(MOST) {
        let reason = labels::reason(cause, lang);
        writeln!(out, "  - {}: {}", clean(&cause.path), clean(&reason))?;
        for ((kind, direction), by) in &cause.moved {
            let name = table_name(*direction, *kind, lang);
            let told = (0..4).filter(|at| by[*at] != 0);
            let told = told.map(|at| {
                let sign = if by[at] > 0 { "+" } else { "" };
                format!("{sign}{} {}", value(at, by[at], lang), unit(at, lang))
            });
            writeln!(
                out,
                "      {name}: {}",
                told.collect::<Vec<String>>().join(", ")
            )?;
        }
    }
    match causes.len().saturating_sub(MOST) {
        0 => Ok(()),
        more => writeln!(out, "  + {more}"),
    }
}

/// A figure; person-days are counted in half days.
fn value(at: usize, figure: i64, lang: Lang) -> String {
    match at {
        2 if figure % 2 != 0 => {
            let whole = shown::whole(figure / 2, lang);
            format!("{whole}{}5", lang.pick(',', '.'))
        }
        2 => shown::whole(figure / 2, lang),
        _ => shown::whole(figure, lang),
    }
}

fn unit(at: usize, lang: Lang) -> &'static str {
    let [vi, en] = [
        ["đoàn", "delegations"],
        ["lượt người", "people"],
        ["ngày công tác", "person-days"],
        ["đồng", "VND"],
    ][at];
    lang.pick(vi, en)
}
