//! `tonghop freeze`: freezes the figures of a year (chốt số liệu), and opens it again.

use super::{Context, Exit, consolidate, done, print};
use crate::archive::Outputs;
use crate::archive::frozen::{self, FIGURES, FrozenFile, FrozenYear};
use crate::archive::history::{self, Entry, Event, History};
use crate::archive::last_run;
use crate::failure::Failure;
use crate::interrupt::{self, Stage};
use crate::model::dataset::{Dataset, FileRead};
use crate::model::document::Unreadable;
use crate::pipeline::{self, Campaign, Job};
use crate::words::faults;
use crate::workspace::{self, Workspace};
use std::path::{Path, PathBuf};

/// Which year is frozen, or opened again.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    pub year: i32,
    /// That of the last run unless said.
    pub inputs: Option<&'a Path>,
    pub outputs: &'a Path,
    pub reopen: bool,
}

/// Freezes the last published run of a year, or opens the year again.
///
/// # Errors
/// When the year is not published, the inputs are no longer those of its run, or nothing can be written;
/// when it is to be opened and is not frozen.
pub fn run(context: &Context, request: &Request) -> Result<Exit, Failure> {
    match request.reopen {
        true => reopen(context, request),
        false => freeze(context, request),
    }
}

/// Nothing in the folder of the year changes.
fn freeze(context: &Context, request: &Request) -> Result<Exit, Failure> {
    let year = request.year;
    let number = year.to_string();
    let unpublished =
        |folder: &Path| Failure::unfit(folder, faults::UNPUBLISHED, &[number.as_str()]);
    if !request.outputs.is_dir() {
        return Err(unpublished(request.outputs));
    }
    let outputs = Outputs::open(request.outputs, &consolidate::holder())?;
    let history = History::read(outputs.root())?;
    if frozen::read(outputs.root(), year)?.is_some() {
        let event = history.frozen(year);
        let when = event.map_or("?", |event| event.when.as_str());
        let lang = context.lang;
        let words = lang.pick("đã được chốt từ", "has been frozen since");
        return Ok(say(context, &format!("{year}: {words} {when}")));
    }
    let Some(entry) = history.of_year(year).next_back() else {
        return Err(unpublished(&outputs.year(year)));
    };
    if !outputs.is_intact(year, &entry.outputs) {
        let folder = outputs.year(year);
        return Err(Failure::unfit(&folder, faults::NOT_AS_PUBLISHED, &[]));
    }

    interrupt::reached(Stage::Working(faults::READING));
    let inputs = request
        .inputs
        .map_or_else(|| inputs_of(&outputs), Path::to_path_buf);
    let workspace = Workspace::load(&inputs, context.config.as_deref())?;
    let campaign = published_campaign(context, &inputs, &workspace, &outputs, &history, entry)?;

    interrupt::reached(Stage::Working(faults::COPYING));
    let record = record(entry, &campaign.dataset);
    let contents = contents(context, &inputs, &workspace, &campaign.dataset, &record)?;
    interrupt::reached(Stage::Publishing);
    outputs.freeze(&record, &contents, &interrupt::is_raised)?;
    let logged = log(context, &outputs, year, "freeze", &entry.run_id);
    if logged.is_err() {
        outputs.unfreeze(year)?;
    }
    logged?;
    interrupt::reached(Stage::Published(0));

    let words = context.lang.pick(
        "đã chốt số liệu; tệp nộp sau được liệt kê riêng, không tính vào số liệu",
        "the figures are frozen; later files are listed separately and not counted",
    );
    Ok(say(context, &format!("{year}: {words}")))
}

/// The next consolidation counts what came since.
fn reopen(context: &Context, request: &Request) -> Result<Exit, Failure> {
    let year = request.year;
    let number = year.to_string();
    let not_frozen = || Failure::unfit(request.outputs, faults::NOT_FROZEN, &[number.as_str()]);
    if !request.outputs.is_dir() {
        return Err(not_frozen());
    }
    let outputs = Outputs::open(request.outputs, &consolidate::holder())?;
    let run_id = match frozen::read(outputs.root(), year) {
        Ok(record) => record.ok_or_else(not_frozen)?.run_id,
        // A damaged year is opened like any other: the history knows what was frozen.
        Err(_) => {
            let history = History::read(outputs.root())?;
            let event = history.frozen(year);
            event.map_or_else(String::new, |event| event.run_id.clone())
        }
    };

    interrupt::reached(Stage::Publishing);
    log(context, &outputs, year, "reopen", &run_id)?;
    outputs.unfreeze(year)?;
    interrupt::reached(Stage::Published(0));

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
    done(context, Exit::Done, told)
}

/// Where the last run had its inputs; the usual folder where none is known.
fn inputs_of(outputs: &Outputs) -> PathBuf {
    let last = last_run::read(outputs.root()).map(|last| last.inputs);
    last.unwrap_or_else(|| PathBuf::from("inputs"))
}

/// The campaign as the inputs are now, if that is what was published.
fn published_campaign(
    context: &Context,
    inputs: &Path,
    workspace: &Workspace,
    outputs: &Outputs,
    history: &History,
    entry: &Entry,
) -> Result<Campaign, Failure> {
    // Of a run over one year alone, or over all.
    for year in [None, Some(entry.year)] {
        let job = Job {
            inputs,
            workspace,
            history,
            outputs: Some(outputs.root()),
            settings: &context.settings(year),
        };
        let is_published = |one: &Campaign| {
            one.dataset.year == entry.year && one.stamp.input_digest == entry.input_digest
        };
        let campaigns = pipeline::consolidate(&job)?;
        if let Some(campaign) = campaigns.into_iter().find(is_published) {
            let mut files = campaign.dataset.files.iter();
            return match files.find(|file| file.is_unsettled()) {
                None => Ok(campaign),
                Some(file) => {
                    let path = &file.submission.absolute;
                    Err(Failure::unfit(path, faults::BEING_WRITTEN, &[]))
                }
            };
        }
    }
    let year = entry.year.to_string();
    Err(Failure::unfit(inputs, faults::DIFFERS, &[&year]))
}

/// What is written down of a frozen year.
fn record(entry: &Entry, dataset: &Dataset) -> FrozenYear {
    let file = |file: &FileRead| FrozenFile {
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
    FrozenYear {
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

/// What is kept of a frozen year, by its name in its folder.
fn contents(
    context: &Context,
    inputs: &Path,
    workspace: &Workspace,
    dataset: &Dataset,
    record: &FrozenYear,
) -> Result<workspace::Copies, Failure> {
    let changed = |path: &Path| Failure::unfit(path, faults::CHANGED_MEANWHILE, &[]);
    let copies = workspace::copy(inputs, context.config.as_deref(), workspace)?;
    let copies = copies.ok_or_else(|| changed(inputs))?;
    let named = copies
        .into_iter()
        .map(|(name, bytes)| (frozen::workspace(Path::new("")).join(name), bytes));
    let mut contents: workspace::Copies = named.collect();

    for (frozen_file, file) in record.files.iter().zip(&dataset.files) {
        let name = frozen::copies(Path::new("")).join(&frozen_file.digest);
        if !frozen_file.is_copied() || contents.iter().any(|(other, _)| *other == name) {
            continue;
        }
        let path = &file.submission.absolute;
        let bytes = std::fs::read(path).map_err(Failure::io(path))?;
        if blake3::hash(&bytes).to_hex().as_str() != frozen_file.digest {
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
