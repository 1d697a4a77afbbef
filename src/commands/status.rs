//! `tonghop status`: who has submitted what.

use super::seals::{self, Years};
use super::{Context, Exit, complain, edition, print, write_json, write_part};
use crate::archive::frozen;
use crate::archive::history::History;
use crate::cli::Format;
use crate::compare::previous_year;
use crate::export::tables;
use crate::failure::Failure;
use crate::model::dataset::Dataset;
use crate::pipeline;
use crate::show;
use crate::workspace::Workspace;
use serde_json::{Value, json};
use std::io;
use std::path::Path;

/// Prints the ledger of every campaign under INPUTS and writes nothing. OUTPUTS, where there is one, says
/// which years are sealed and when each file was first seen.
///
/// # Errors
/// When INPUTS cannot be read, its own files are wrong, or no year can be told.
pub fn run(
    context: &Context,
    inputs: &Path,
    outputs: &Path,
    format: Format,
) -> Result<Exit, Failure> {
    let workspace = Workspace::load(inputs, context.config.as_deref())?;
    let history = match History::read(outputs) {
        Ok(history) => history,
        Err(error) => {
            complain(&error.into());
            History::default()
        }
    };
    let earlier = |year: i32| previous_year::read(&outputs.join(year.to_string()));
    let settings = context.settings(None);
    let campaigns = pipeline::consolidate(inputs, &workspace, &history, &settings, earlier)?;
    let years = Years {
        workspace: &workspace,
        history: &history,
        outputs,
        settings: &settings,
    };
    let (campaigns, problems) = seals::hold(context, &years, campaigns);
    if campaigns.is_empty() {
        return Err(Failure::many(&problems));
    }
    let sealed = frozen::years(outputs);
    // The day on which a year was sealed, if it is.
    let sealed = |dataset: &Dataset| {
        let event = history.frozen(dataset.year);
        let is_sealed = sealed.contains(&dataset.year);
        is_sealed.then(|| event.map_or("?", |event| event.as_of.as_str()))
    };
    print(|out| match format {
        Format::Text => campaigns
            .iter()
            .try_for_each(|c| show::ledger(out, &c.dataset, sealed(&c.dataset), &context.style())),
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
                        "first_seen": line.first_seen,
                        "rows": line.rows, "accepted": line.accepted, "rejected": line.rejected,
                        "errors": line.errors, "warnings": line.warnings,
                        "superseded_by": line.superseded_by, "note": line.note,
                    })
                });
                json!({
                    "year": campaign.dataset.year,
                    "sealed": sealed(&campaign.dataset),
                    "ledger": lines.collect::<Vec<Value>>(),
                })
            });
            write_json(out, &Value::Array(years.collect()))
        }
        Format::Csv => campaigns
            .iter()
            .enumerate()
            .try_for_each(|(number, campaign)| {
                let edition = edition(context, &workspace, campaign);
                let csv = tables::submissions_csv(&edition).map_err(io::Error::other)?;
                write_part(out, number, &csv)
            }),
    })?;
    let late = |c: &pipeline::Consolidated| {
        c.dataset.after_deadline == Some(true) && !c.dataset.missing().is_empty()
    };
    problems.iter().for_each(complain);
    Ok(Exit::attention(
        !problems.is_empty() || campaigns.iter().any(late),
    ))
}
