//! `tonghop check`: read and validate only.

use super::{Context, Exit, edition, print, write_json, write_part};
use crate::archive::history::History;
use crate::cli::Format;
use crate::discover;
use crate::export::rows;
use crate::failure::Failure;
use crate::model::dataset::Dataset;
use crate::model::finding::Finding;
use crate::model::submission::Submission;
use crate::pipeline::{self, Consolidated};
use crate::rules;
use crate::show;
use crate::workspace::Workspace;
use serde::ser::{Serialize, Serializer};
use serde_json::{Value, json};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A workspace and what its files gave.
type Checked = (Workspace, Vec<Consolidated>);

/// Prints the findings of files and workspaces and writes nothing.
///
/// # Errors
/// When a path cannot be read, or a workspace's own files are wrong.
pub fn run(context: &Context, paths: &[PathBuf], format: Format) -> Result<Exit, Failure> {
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) =
        paths.iter().partition(|path| path.is_dir());
    let mut checked = Vec::new();
    for folder in folders {
        checked.push(check_folder(context, folder)?);
    }
    for group in by_workspace(&files) {
        checked.push(check_group(context, &group)?);
    }
    print(|out| write(out, context, &checked, format))?;
    let mut campaigns = checked.iter().flat_map(|(_, campaigns)| campaigns);
    campaigns
        .clone()
        .try_for_each(|campaign| campaign.dataset.unchanged())?;
    Ok(Exit::attention(campaigns.any(|campaign| {
        pipeline::needs_attention(&campaign.dataset)
    })))
}

/// A folder of years, or of departments, is a campaign with all its rules; one below a year is some of
/// the campaign's files.
fn check_folder(context: &Context, folder: &Path) -> Result<Checked, Failure> {
    let workspace = Workspace::around(folder, context.config.as_deref())?;
    if discover::is_below_year(folder) {
        let found = discover::discover(folder).map_err(|e| Failure::file(folder, e))?;
        let paths = found.submissions.into_iter().map(|file| file.absolute);
        let submissions = paths
            .map(|path| submission(&path))
            .collect::<Result<Vec<_>, _>>()?;
        let campaigns = pipeline::check_files(submissions, &workspace, &context.settings(None))?;
        return Ok((workspace, campaigns));
    }
    let (history, settings) = (History::default(), context.settings(None));
    let campaigns = pipeline::consolidate(folder, &workspace, &history, &settings, |_| None)?;
    Ok((workspace, campaigns))
}

fn check_group(context: &Context, files: &[&PathBuf]) -> Result<Checked, Failure> {
    let workspace = Workspace::around(files[0], context.config.as_deref())?;
    let submissions = files
        .iter()
        .map(|path| submission(path))
        .collect::<Result<Vec<_>, _>>()?;
    let campaigns = pipeline::check_files(submissions, &workspace, &context.settings(None))?;
    Ok((workspace, campaigns))
}

fn submission(path: &Path) -> Result<Submission, Failure> {
    discover::single(path).map_err(|error| Failure::file(path, error))
}

fn write(
    out: &mut dyn Write,
    context: &Context,
    checked: &[Checked],
    format: Format,
) -> io::Result<()> {
    let campaigns = || {
        checked
            .iter()
            .flat_map(|(of, all)| all.iter().map(move |one| (of, one)))
    };
    match format {
        Format::Text => campaigns().try_for_each(|(_, Consolidated { dataset, .. })| {
            let needed = pipeline::needs_attention(dataset);
            match (context.quiet, needed) {
                (true, true) => show::attention(out, dataset, &context.style()),
                (true, false) => Ok(()),
                (false, _) => {
                    show::findings(out, &dataset.files, &dataset.findings, &context.style())
                }
            }
        }),
        Format::Json => write_json(out, &Findings(checked, context)),
        Format::Csv => campaigns()
            .enumerate()
            .try_for_each(|(number, (workspace, campaign))| {
                let csv = rows::findings_csv(&edition(context, workspace, campaign));
                let csv = csv.map_err(io::Error::other)?;
                write_part(out, number, &csv)
            }),
    }
}

/// Files of one folder share a workspace.
fn by_workspace<'a>(files: &[&'a PathBuf]) -> Vec<Vec<&'a PathBuf>> {
    let mut groups: Vec<Vec<&PathBuf>> = Vec::new();
    for &file in files {
        let parent = file.parent().map(Path::to_path_buf);
        let same = groups
            .iter_mut()
            .find(|group| group[0].parent().map(Path::to_path_buf) == parent);
        match same {
            Some(group) => group.push(file),
            None => groups.push(vec![file]),
        }
    }
    groups
}

/// All findings as JSON, made one by one: a file may have millions.
struct Findings<'a>(&'a [Checked], &'a Context);

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let campaigns = self.0.iter().flat_map(|(_, campaigns)| campaigns);
        serializer.collect_seq(campaigns.flat_map(|one| as_json(&one.dataset, self.1)))
    }
}

fn as_json<'a>(dataset: &'a Dataset, context: &'a Context) -> impl Iterator<Item = Value> + 'a {
    let finding = move |finding: &'a Finding| {
        let file = finding.file.and_then(|at| dataset.files.get(at as usize));
        let department = finding
            .department
            .and_then(|at| dataset.departments.get(at as usize));
        let place = |number: u32| (number > 0).then_some(number);
        json!({
            "code": finding.code,
            "severity": finding.severity,
            "department": department.map(|department| &department.slug),
            "file": dataset.path(finding),
            "sheet": file.map(|file| file.sheet_name(finding.place.sheet as usize)).filter(|s| !s.is_empty()),
            "line": place(finding.place.line),
            "column": place(finding.place.column),
            "cell": &*finding.cell,
            "message": rules::message(finding, context.lang),
            "hint": rules::hint(finding, context.lang),
            "suggestion": finding.more().suggestion,
            "fingerprint": format!("{:016x}", finding.fingerprint),
        })
    };
    dataset.findings.iter().map(finding)
}
