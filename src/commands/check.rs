//! `tonghop check`: read and validate only.

use super::{Context, Exit, print, write_json};
use crate::cli::Format;
use crate::discover;
use crate::model::dataset::Dataset;
use crate::model::summary::Summary;
use crate::pipeline::{self, Failure};
use crate::publish::history::History;
use crate::publish::{self, Edition, Stamp};
use crate::rules;
use crate::show;
use crate::workspace::Workspace;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Prints the findings of files and workspaces and writes nothing.
///
/// # Errors
/// When a path cannot be read, or a workspace's own files are wrong.
pub fn run(context: &Context, paths: &[PathBuf], format: Format) -> Result<Exit, Failure> {
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) =
        paths.iter().partition(|path| path.is_dir());
    let mut checked: Vec<(Dataset, usize)> = Vec::new();
    let mut workspaces = Vec::new();
    for folder in folders {
        let workspace = Workspace::load(folder, context.config.as_deref())?;
        let settings = context.settings(None);
        let history = History::default();
        let campaigns = pipeline::consolidate(folder, &workspace, &history, &settings)?;
        checked.extend(
            campaigns
                .into_iter()
                .map(|campaign| (campaign.dataset, workspaces.len())),
        );
        workspaces.push(workspace);
    }
    for group in by_workspace(&files) {
        let workspace = Workspace::around(group[0], context.config.as_deref())?;
        let submission =
            |path: &&PathBuf| discover::single(path).map_err(|e| Failure::file(path, e));
        let submissions = group
            .iter()
            .map(submission)
            .collect::<Result<Vec<_>, _>>()?;
        let datasets = pipeline::check_files(submissions, &workspace, &context.settings(None))?;
        checked.extend(
            datasets
                .into_iter()
                .map(|dataset| (dataset, workspaces.len())),
        );
        workspaces.push(workspace);
    }
    print(|out| match format {
        Format::Text => checked.iter().try_for_each(|(dataset, _)| {
            show::findings(out, &dataset.files, &dataset.findings, &context.style())
        }),
        Format::Json => {
            let all = checked
                .iter()
                .flat_map(|(dataset, _)| as_json(dataset, context));
            write_json(out, &Value::Array(all.collect()))
        }
        Format::Csv => {
            for (number, (dataset, workspace)) in checked.iter().enumerate() {
                let csv = as_csv(dataset, &workspaces[*workspace], context);
                let body = if number == 0 {
                    0
                } else {
                    csv.find('\n').map_or(csv.len(), |at| at + 1)
                };
                out.write_all(&csv.as_bytes()[body..])?;
            }
            Ok(())
        }
    })?;
    Ok(Exit::attention(
        checked
            .iter()
            .any(|(dataset, _)| pipeline::needs_attention(dataset)),
    ))
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

fn as_json(dataset: &Dataset, context: &Context) -> Vec<Value> {
    let finding = |finding: &crate::model::finding::Finding| {
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
            "cell": finding.cell,
            "message": rules::message(finding, context.lang),
            "hint": rules::hint(finding, context.lang),
            "suggestion": finding.suggestion,
            "fingerprint": format!("{:016x}", finding.fingerprint),
        })
    };
    dataset.findings.iter().map(finding).collect()
}

fn as_csv(dataset: &Dataset, workspace: &Workspace, context: &Context) -> String {
    let (summary, stamp) = (Summary::default(), Stamp::default());
    let edition = Edition {
        dataset,
        summary: &summary,
        vocabulary: &workspace.vocabulary,
        office: &workspace.config.office,
        lang: context.lang,
        previous: None,
        annex_rows: 0,
        stamp: &stamp,
    };
    publish::findings_csv(&edition).unwrap_or_default()
}
