//! `tonghop freeze`: seals the figures of a year (chốt số liệu), and lifts the seal.

use super::{Context, Exit, consolidate, done, print};
use crate::archive::Outputs;
use crate::archive::frozen;
use crate::archive::frozen::{FIGURES, Seal, SealedFile};
use crate::archive::history;
use crate::archive::history::{Entry, Event, History};
use crate::archive::last_seen;
use crate::compare::previous_year;
use crate::failure::Failure;
use crate::interrupt::{self, Stage};
use crate::model::dataset::{Dataset, FileRead};
use crate::model::document::Unreadable;
use crate::pipeline::{self, Consolidated};
use crate::workspace::{self, Workspace};
use std::path::{Path, PathBuf};

/// Seals the last published run of a year. Nothing in its folder changes.
///
/// # Errors
/// When the year is not published, the inputs are no longer those of its run, or the seal cannot be
/// written.
pub fn run(
    context: &Context,
    year: i32,
    inputs: Option<&Path>,
    outputs: &Path,
) -> Result<Exit, Failure> {
    if !outputs.is_dir() {
        return Err(Failure::file(outputs, unpublished(year)));
    }
    let outputs = Outputs::open(outputs, &consolidate::holder())?;
    let history = History::read(outputs.root())?;
    if frozen::read(outputs.root(), year)?.is_some() {
        let when = history
            .frozen(year)
            .map_or("?", |event| event.when.as_str());
        let words = context
            .lang
            .pick("đã được chốt từ", "has been frozen since");
        return Ok(say(context, &format!("{year}: {words} {when}")));
    }
    let Some(entry) = history.of_year(year).next_back() else {
        return Err(Failure::file(&outputs.year(year), unpublished(year)));
    };
    if !outputs.is_intact(year, &entry.outputs) {
        let reason = "is not what was published; run `tonghop consolidate` first";
        return Err(Failure::file(&outputs.year(year), reason));
    }
    let inputs = inputs.map_or_else(|| inputs_of(&outputs), Path::to_path_buf);
    interrupt::at(Stage::Working("reading the submissions"));
    let workspace = Workspace::load(&inputs, context.config.as_deref())?;
    let campaign = campaign(context, &inputs, &workspace, (&outputs, &history), entry)?;
    if let Some(file) = campaign
        .dataset
        .files
        .iter()
        .find(|file| file.is_unsettled())
    {
        let reason = "is being written or moved; wait until it is done, then freeze";
        return Err(Failure::file(&file.submission.absolute, reason));
    }
    interrupt::at(Stage::Working("copying what is sealed"));
    let seal = seal_of(entry, &campaign.dataset);
    let contents = contents(context, &inputs, &workspace, &campaign.dataset, &seal)?;
    interrupt::at(Stage::Publishing);
    outputs.seal(&seal, &contents, &interrupt::is_raised)?;
    let logged = log(context, &outputs, year, "freeze", &entry.run_id);
    if logged.is_err() {
        outputs.unseal(year)?;
    }
    logged?;
    interrupt::at(Stage::Published(0));
    let words = context.lang.pick(
        "đã chốt số liệu; tệp nộp sau được liệt kê riêng, không tính vào số liệu",
        "the figures are frozen; later files are listed separately and not counted",
    );
    Ok(say(context, &format!("{year}: {words}")))
}

/// Lifts the seal of a year: the next consolidation counts what came since.
///
/// # Errors
/// When the year is not sealed, or the seal cannot be taken away.
pub fn reopen(context: &Context, year: i32, outputs: &Path) -> Result<Exit, Failure> {
    let unsealed = || Failure::file(outputs, format!("{year} is not frozen; nothing to reopen"));
    if !outputs.is_dir() {
        return Err(unsealed());
    }
    let held = Outputs::open(outputs, &consolidate::holder())?;
    let run_id = match frozen::read(held.root(), year) {
        Ok(seal) => seal.ok_or_else(unsealed)?.run_id,
        // A damaged seal is lifted like any other: the history knows what was sealed.
        Err(_) => {
            let history = History::read(held.root())?;
            let frozen = history.frozen(year);
            frozen.map_or_else(String::new, |event| event.run_id.clone())
        }
    };
    interrupt::at(Stage::Publishing);
    log(context, &held, year, "reopen", &run_id)?;
    held.unseal(year)?;
    interrupt::at(Stage::Published(0));
    let words = context.lang.pick(
        "đã mở lại; lần tổng hợp tới tính cả phần nộp sau khi chốt",
        "is reopened; the next consolidation counts what came since",
    );
    Ok(say(context, &format!("{year}: {words}")))
}

/// The line that tells of what is done, unless nobody wants to read it.
fn say(context: &Context, line: &str) -> Exit {
    let told = match context.quiet {
        true => Ok(()),
        false => print(|out| writeln!(out, "{line}")),
    };
    done(Exit::Done, told)
}

fn unpublished(year: i32) -> String {
    format!("{year} is not published; run `tonghop consolidate` first")
}

/// Where the last run had its inputs; the usual folder where none is known.
fn inputs_of(outputs: &Outputs) -> PathBuf {
    let last = last_seen::read(outputs.root()).map(|last| last.inputs);
    last.unwrap_or_else(|| PathBuf::from("inputs"))
}

/// The campaign as the inputs are now, if that is what was published.
fn campaign(
    context: &Context,
    inputs: &Path,
    workspace: &Workspace,
    (outputs, history): (&Outputs, &History),
    entry: &Entry,
) -> Result<Consolidated, Failure> {
    let earlier = |year| previous_year::read(&outputs.year(year));
    // Of a run over one year alone, or over all.
    for year in [None, Some(entry.year)] {
        let settings = context.settings(year);
        let campaigns = pipeline::consolidate(inputs, workspace, history, &settings, earlier)?;
        let published = |one: &Consolidated| {
            one.dataset.year == entry.year && one.stamp.input_digest == entry.input_digest
        };
        if let Some(campaign) = campaigns.into_iter().find(published) {
            return Ok(campaign);
        }
    }
    let reason = format!(
        "differs from what the last run of {} saw; run `tonghop consolidate`, look at its figures, and freeze then",
        entry.year
    );
    Err(Failure::file(inputs, reason))
}

fn seal_of(entry: &Entry, dataset: &Dataset) -> Seal {
    let file = |file: &FileRead| SealedFile {
        path: file.submission.path.clone(),
        folder: file.submission.folder.clone(),
        year: file.submission.year,
        bytes: file.submission.bytes,
        digest: file.digest.clone(),
        secret: file.secret.then_some(file.lines.total),
        unreadable: match &file.unreadable {
            Some(Unreadable::Io(reason)) => Some(reason.clone()),
            _ => None,
        },
    };
    let figures = FIGURES
        .iter()
        .filter_map(|name| entry.outputs.get_key_value(*name));
    Seal {
        year: entry.year,
        run_id: entry.run_id.clone(),
        input_digest: entry.input_digest.clone(),
        totals: entry.totals.clone(),
        figures: figures
            .map(|(name, digest)| (name.clone(), digest.clone()))
            .collect(),
        files: dataset.files.iter().map(file).collect(),
        folder: PathBuf::new(),
    }
}

/// What the seal keeps, by its name in the folder of the seal, and where it is copied from.
fn contents(
    context: &Context,
    inputs: &Path,
    workspace: &Workspace,
    dataset: &Dataset,
    seal: &Seal,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
    let changed = |path: &Path| {
        Failure::file(
            path,
            "changed while it was sealed; run `tonghop consolidate` first",
        )
    };
    let mut contents = workspace::copy(inputs, context.config.as_deref(), workspace)?
        .ok_or_else(|| changed(inputs))?
        .into_iter()
        .map(|(name, bytes)| (frozen::workspace(Path::new("")).join(name), bytes))
        .collect::<Vec<_>>();
    for (sealed, file) in seal.files.iter().zip(&dataset.files) {
        let name = frozen::copies(Path::new("")).join(&sealed.digest);
        if !sealed.is_copied() || contents.iter().any(|(other, _)| *other == name) {
            continue;
        }
        let path = &file.submission.absolute;
        let bytes = std::fs::read(path).map_err(|error| Failure::file(path, error))?;
        if blake3::hash(&bytes).to_hex().as_str() != sealed.digest {
            return Err(changed(path));
        }
        contents.push((name, bytes));
    }
    Ok(contents)
}

fn log(
    context: &Context,
    outputs: &Outputs,
    year: i32,
    event: &str,
    run_id: &str,
) -> Result<(), Failure> {
    let event = Event {
        when: jiff::Timestamp::now().to_string(),
        as_of: context.as_of.to_string(),
        year,
        event: event.to_string(),
        run_id: run_id.to_string(),
    };
    Ok(history::append(outputs.root(), &[&event])?)
}
