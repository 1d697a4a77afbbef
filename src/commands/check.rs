//! `tonghop check`: read and validate only.

use super::{Context, Exit, print, write_json, write_part};
use crate::archive::history::History;
use crate::cli::Format;
use crate::discover;
use crate::export::rows;
use crate::failure::Failure;
use crate::model::dataset::Dataset;
use crate::model::finding::Finding;
use crate::model::submission::Submission;
use crate::pipeline::{self, Campaign, Job};
use crate::rules;
use crate::show;
use crate::workspace::Workspace;
use serde::ser::{Serialize, Serializer};
use serde_json::{Value, json};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What is checked, and how it is told.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Files and folders.
    pub paths: &'a [PathBuf],
    pub format: Format,
}

/// A workspace and what its files gave.
struct Checked {
    workspace: Workspace,
    campaigns: Vec<Campaign>,
}

/// Prints the findings of files and workspaces and writes nothing.
///
/// # Errors
/// When a path cannot be read, or a workspace's own files are wrong.
pub fn run(context: &Context, request: &Request) -> Result<Exit, Failure> {
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) =
        request.paths.iter().partition(|path| path.is_dir());
    let begun = Instant::now();
    let mut checked = Vec::new();
    for folder in folders {
        checked.push(check_folder(context, folder)?);
    }
    for group in by_workspace(&files) {
        checked.push(check_files(context, group[0], &group)?);
    }

    print(|out| write(out, context, &checked, request.format))?;
    if request.format == Format::Text && !context.quiet {
        say_next(context, &checked, begun.elapsed());
    }
    let mut campaigns = checked.iter().flat_map(|one| &one.campaigns);
    Ok(Exit::attention(campaigns.any(Campaign::needs_attention)))
}

/// The time taken and what comes next, on standard error: results stay the same from run to run.
fn say_next(context: &Context, checked: &[Checked], took: Duration) {
    let lang = context.lang;
    let tenths = took.as_millis() / 100;
    let (seconds, tenth) = (tenths / 10, tenths % 10);
    let findings = checked.iter().flat_map(|one| &one.campaigns);
    let first = findings.flat_map(|one| &one.dataset.findings).next();
    let next = match first {
        Some(finding) => format!("tonghop explain {}; tonghop consolidate", finding.code),
        None => "tonghop consolidate".to_string(),
    };
    let [took, then] = lang.pick(["Xong trong", "giây. Lệnh tiếp"], ["Done in", "s. Next"]);
    let point = lang.pick(',', '.');
    // Standard error may be closed; nothing else depends on it.
    let _ = writeln!(
        io::stderr(),
        "{took} {seconds}{point}{tenth} {then}: {next}"
    );
}

/// A folder of years, or of departments, is a campaign with all its rules; one below a year is some of
/// the campaign's files.
fn check_folder(context: &Context, folder: &Path) -> Result<Checked, Failure> {
    if discover::is_below_year(folder) {
        let found = discover::discover(folder).map_err(Failure::closed)?;
        let paths: Vec<PathBuf> = found.submissions.into_iter().map(|s| s.absolute).collect();
        return check_files(context, folder, &paths);
    }
    let workspace = Workspace::around(folder, context.config.as_deref())?;
    let job = Job {
        inputs: folder,
        workspace: &workspace,
        history: &History::default(),
        outputs: None,
        settings: &context.settings(None),
    };
    let campaigns = pipeline::consolidate(&job)?;
    Ok(Checked {
        workspace,
        campaigns,
    })
}

/// Checks files alone, in the workspace that `place` lies in.
fn check_files(
    context: &Context,
    place: &Path,
    files: &[impl AsRef<Path>],
) -> Result<Checked, Failure> {
    let workspace = Workspace::around(place, context.config.as_deref())?;
    let submission = |path: &Path| discover::single(path).map_err(Failure::io(path));
    let submissions: Result<Vec<Submission>, Failure> =
        files.iter().map(|path| submission(path.as_ref())).collect();
    let settings = context.settings(None);
    let campaigns = pipeline::check_files(submissions?, &workspace, &settings)?;
    Ok(Checked {
        workspace,
        campaigns,
    })
}

/// Files of one folder share a workspace.
fn by_workspace<'a>(files: &[&'a PathBuf]) -> Vec<Vec<&'a PathBuf>> {
    let mut groups: Vec<Vec<&PathBuf>> = Vec::new();
    for &file in files {
        let mut known = groups.iter_mut();
        match known.find(|group| group[0].parent() == file.parent()) {
            Some(group) => group.push(file),
            None => groups.push(vec![file]),
        }
    }
    groups
}

fn write(
    out: &mut dyn Write,
    context: &Context,
    checked: &[Checked],
    format: Format,
) -> io::Result<()> {
    match format {
        Format::Text => {
            let mut campaigns = checked.iter().flat_map(|one| &one.campaigns);
            campaigns.try_for_each(|campaign| write_text(out, context, campaign))
        }
        Format::Json => write_json(out, &Findings { checked, context }),
        Format::Csv => {
            let campaigns = checked.iter().flat_map(|one| {
                let workspace = &one.workspace;
                one.campaigns.iter().map(move |own| (workspace, own))
            });
            for (number, (workspace, campaign)) in campaigns.enumerate() {
                let csv = rows::findings_csv(&campaign.edition(workspace, context.lang));
                write_part(out, number, &csv?)?;
            }
            Ok(())
        }
    }
}

fn write_text(out: &mut dyn Write, context: &Context, campaign: &Campaign) -> io::Result<()> {
    let dataset = &campaign.dataset;
    match (context.quiet, campaign.needs_attention()) {
        (true, true) => show::attention(out, dataset, &context.style()),
        (true, false) => Ok(()),
        (false, _) => {
            show::findings(out, &dataset.files, &dataset.findings, &context.style())?;
            show::by_rule(out, &dataset.findings, &context.style())
        }
    }
}

/// All findings as JSON, made one by one: a file may have millions.
struct Findings<'a> {
    checked: &'a [Checked],
    context: &'a Context,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let campaigns = self.checked.iter().flat_map(|one| &one.campaigns);
        serializer.collect_seq(campaigns.flat_map(|one| as_json(&one.dataset, self.context)))
    }
}

fn as_json<'a>(dataset: &'a Dataset, context: &'a Context) -> impl Iterator<Item = Value> + 'a {
    let finding = move |finding: &'a Finding| {
        let file = finding
            .file
            .and_then(|file| dataset.files.get(file as usize));
        let department = finding
            .department
            .and_then(|number| dataset.departments.get(number as usize));
        let sheet = file.map(|file| file.sheet_name(finding.place.sheet as usize));
        let place = |number: u32| (number > 0).then_some(number);
        json!({
            "code": finding.code,
            "severity": finding.severity,
            "department": department.map(|department| &department.slug),
            "file": dataset.path(finding),
            "sheet": sheet.filter(|name| !name.is_empty()),
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
