//! `tonghop status`: who has submitted what.

use super::{Context, Exit, edition, print, write_json, write_part};
use crate::cli::Format;
use crate::failure::Failure;
use crate::pipeline;
use crate::publish;
use crate::publish::history::History;
use crate::show;
use crate::workspace::Workspace;
use serde_json::{Value, json};
use std::io;
use std::path::Path;

/// Prints the ledger of every campaign under INPUTS and writes nothing.
///
/// # Errors
/// When INPUTS cannot be read, or its own files are wrong.
pub fn run(context: &Context, inputs: &Path, format: Format) -> Result<Exit, Failure> {
    let workspace = Workspace::load(inputs, context.config.as_deref())?;
    let settings = context.settings(None);
    let campaigns =
        pipeline::consolidate(inputs, &workspace, &History::default(), &settings, |_| None)?;
    print(|out| match format {
        Format::Text => campaigns
            .iter()
            .try_for_each(|c| show::ledger(out, &c.dataset, &context.style())),
        Format::Json => {
            let years = campaigns.iter().map(|campaign| {
                let lines = campaign.dataset.ledger.iter().map(|line| {
                    let department = line
                        .department
                        .map(|at| &campaign.dataset.departments[at as usize]);
                    json!({
                        "department": department.map(|department| &department.slug),
                        "name": department.map(|department| &department.name),
                        "direction": line.direction, "kind": line.kind,
                        "state": line.state, "late": line.late, "files": line.files,
                        "rows": line.rows, "accepted": line.accepted, "rejected": line.rejected,
                        "errors": line.errors, "warnings": line.warnings,
                        "superseded_by": line.superseded_by, "note": line.note,
                    })
                });
                json!({"year": campaign.dataset.year, "ledger": lines.collect::<Vec<Value>>()})
            });
            write_json(out, &Value::Array(years.collect()))
        }
        Format::Csv => campaigns
            .iter()
            .enumerate()
            .try_for_each(|(number, campaign)| {
                let edition = edition(context, &workspace, campaign);
                let csv = publish::submissions_csv(&edition).map_err(io::Error::other)?;
                write_part(out, number, &csv)
            }),
    })?;
    let late = |c: &pipeline::Consolidated| {
        c.dataset.after_deadline == Some(true) && !c.dataset.missing().is_empty()
    };
    Ok(Exit::attention(campaigns.iter().any(late)))
}
