//! A run with nothing new: told in one line, with the exit code of the run that it repeats.

use crate::archive::history::History;
use crate::archive::last_seen;
use crate::archive::last_seen::Last;
use crate::archive::{Outputs, Standing};
use crate::commands::log::Year;
use crate::commands::{Context, Exit, print, shown, write_json};
use crate::failure::Failure;
use crate::model::finding::Lang;
use crate::pipeline::{self, Consolidated, Probe};
use crate::show;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// What stands of each published year.
pub type Published = BTreeMap<i32, Standing>;

/// Looks at what is published, and meanwhile at the inputs; the history learns what is kept aside.
///
/// # Errors
/// When either cannot be read.
pub fn look(
    outputs: &Outputs,
    history: &mut History,
    probe: impl FnOnce() -> Result<Option<Probe>, Failure> + Send,
) -> Result<(Published, Option<Probe>), Failure> {
    let years = history.years();
    let standing = || -> Result<Published, Failure> {
        let standing = years
            .iter()
            .map(|year| Ok((*year, outputs.standing(*year)?)));
        standing.collect()
    };
    let (standing, probe) = rayon::join(standing, probe);
    let standing = standing?;
    for (year, standing) in &standing {
        let kept = outputs.kept(*year, standing, history)?;
        history.kept.insert(*year, kept);
    }
    Ok((standing, probe?))
}

/// The last run, if it saw this very state and all that was published stands as it was published:
/// earlier years too, since their figures are compared with.
pub fn since(
    outputs: &Outputs,
    (history, standing): (&History, &Published),
    state: &str,
) -> Option<Last> {
    let last = last_seen::read(outputs.root()).filter(|last| last.state == state)?;
    let is_intact = |year: &i32| {
        let mut runs = history.of_year(*year);
        let run = runs.next_back();
        let standing = standing.get(year).zip(run);
        standing.is_some_and(|(standing, run)| standing.holds(&run.outputs))
    };
    let mut years = history.years();
    years.extend(&last.years);
    years.iter().all(is_intact).then_some(last)
}

/// The campaigns of the last run, as the log names them.
pub fn years(last: &Last, history: &History) -> Vec<Year> {
    let year = |year: &i32| Year {
        year: *year,
        run_id: history
            .of_year(*year)
            .next_back()
            .map_or_else(String::new, |run| run.run_id.clone()),
        published: false,
    };
    last.years.iter().map(year).collect()
}

/// Says that nothing is new; what needed a person then still does.
///
/// # Errors
/// When standard output or a published report cannot be used.
pub fn report(
    context: &Context,
    outputs: &Outputs,
    last: &Last,
    json: bool,
) -> Result<Exit, Failure> {
    let exit = Exit::attention(last.exit != 0);
    if json {
        let mut reports = Vec::new();
        for year in &last.years {
            let path = outputs.year(*year).join("run.json");
            let bytes = std::fs::read(&path).map_err(|error| Failure::file(&path, error))?;
            let report: Value =
                serde_json::from_slice(&bytes).map_err(|error| Failure::file(&path, error))?;
            reports.push(report);
        }
        let one = reports.len() == 1;
        let value = if one {
            reports.swap_remove(0)
        } else {
            Value::Array(reports)
        };
        print(|out| write_json(out, &value))?;
        return Ok(exit);
    }
    let folders = last.years.iter().map(|year| outputs.year(*year));
    let folders: Vec<String> = folders.map(|folder| shown(&folder)).collect();
    let words = nothing_new(context.lang);
    let asked = last.asked.join(". ");
    print(|out| match (context.quiet, asked.is_empty()) {
        (true, true) => Ok(()),
        (true, false) => writeln!(out, "{asked}. {words}: {}", folders.join(", ")),
        (false, true) => writeln!(out, "{words}: {}", folders.join(", ")),
        (false, false) => writeln!(out, "{words}: {} ({asked})", folders.join(", ")),
    })?;
    Ok(exit)
}

/// What is said of folders that stay as they are.
pub fn nothing_new(lang: Lang) -> &'static str {
    lang.pick("Không có gì mới; giữ nguyên", "Nothing new; left as it is")
}

/// Remembers a run for the next one. A submission that changed between the probe and the reading is
/// not remembered as read; where nothing can be remembered the next run reads everything again.
pub fn remember(
    context: &Context,
    outputs: &Outputs,
    (inputs, probe, standing): (&Path, &Probe, &Published),
    campaigns: &[Consolidated],
    exit: Exit,
) {
    let mut files = campaigns
        .iter()
        .flat_map(|campaign| &campaign.dataset.files);
    if !files.all(|file| probe.agrees(file)) {
        return;
    }
    let needy = campaigns.iter().map(|campaign| &campaign.dataset);
    let needy = needy.filter(|dataset| pipeline::needs_attention(dataset));
    let root = outputs.root();
    let Ok(mut history) = History::read(root) else {
        return;
    };
    for year in history.years() {
        let none = Standing::default();
        let standing = standing.get(&year).unwrap_or(&none);
        let Ok(kept) = outputs.kept(year, standing, &history) else {
            return;
        };
        history.kept.insert(year, kept);
    }
    if let Ok(state) = last_seen::state(root, &probe.digest, &history) {
        let last = Last {
            state,
            years: campaigns
                .iter()
                .map(|campaign| campaign.dataset.year)
                .collect(),
            exit: exit.code(),
            asked: needy
                .map(|dataset| show::asked(dataset, context.lang))
                .collect(),
            inputs: inputs
                .canonicalize()
                .unwrap_or_else(|_| inputs.to_path_buf()),
        };
        if last_seen::read(root).as_ref() != Some(&last) {
            let _ = last_seen::write(root, &last);
        }
    }
}
