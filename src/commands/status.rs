//! `tonghop status`: who has submitted what.

use super::{Context, Exit, complain, form, print, write_json, write_part};
use crate::archive::frozen;
use crate::archive::history::History;
use crate::cli::Format;
use crate::export::tables;
use crate::failure::Failure;
use crate::model::dataset::{Dataset, LedgerLine, LedgerState};
use crate::pipeline::{self, Campaign, Job, WithFrozenYears};
use crate::show;
use crate::vocabulary::register::Register;
use crate::workspace::Workspace;
use serde_json::{Value, json};
use std::io::{self, Write};
use std::path::Path;

/// What is asked for, and how it is told.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    pub inputs: &'a Path,
    /// Where there is one, it says which years are frozen and when each file was first seen.
    pub outputs: &'a Path,
    /// Slug, name or alias of the only department asked about.
    pub department: Option<&'a str>,
    /// Only tables that have not come or cannot be read.
    pub missing: bool,
    /// The only plan year asked about.
    pub year: Option<i32>,
    pub format: Format,
}

/// Prints the ledger of every campaign under INPUTS and writes nothing.
///
/// # Errors
/// When INPUTS cannot be read, its own files are wrong, or no year can be told.
pub fn run(context: &Context, request: &Request) -> Result<Exit, Failure> {
    let workspace = Workspace::load(request.inputs, context.config.as_deref())?;
    let history = History::read(request.outputs).unwrap_or_else(|error| {
        complain(&error.into(), context.lang);
        History::default()
    });
    let job = Job {
        inputs: request.inputs,
        workspace: &workspace,
        history: &history,
        outputs: Some(request.outputs),
        settings: &context.settings(request.year),
    };
    let WithFrozenYears {
        mut campaigns,
        problems,
    } = pipeline::hold_frozen(&job, pipeline::consolidate(&job)?);
    if campaigns.is_empty() {
        return Err(Failure::Many(problems));
    }

    let mut is_late = false;
    for campaign in &mut campaigns {
        is_late |= narrow(&mut campaign.dataset, request, &workspace.register)?;
    }
    let ledgers = Ledgers {
        by_department: request.missing || request.department.is_some(),
        frozen: frozen::years(request.outputs),
        history: &history,
        campaigns: &campaigns,
    };
    print(|out| match request.format {
        Format::Text => ledgers.write_text(out, context),
        Format::Json => write_json(out, &ledgers.to_json()),
        Format::Csv => ledgers.write_csv(out, context, &workspace),
    })?;
    for problem in &problems {
        complain(problem, context.lang);
    }
    Ok(Exit::attention(!problems.is_empty() || is_late))
}

/// Something is missing after its deadline.
fn is_late(dataset: &Dataset) -> bool {
    dataset.after_deadline == Some(true) && !dataset.missing().is_empty()
}

/// Leaves of a ledger what was asked for, and says whether anything of it is missing after its deadline.
fn narrow(dataset: &mut Dataset, request: &Request, register: &Register) -> Result<bool, Failure> {
    let mut is_late = is_late(dataset);
    if let Some(name) = request.department {
        let bodies = &dataset.departments;
        let slug = match bodies.iter().find(|body| body.slug == name) {
            Some(body) => body.slug.clone(),
            None => {
                let known = form::find(register, name, dataset.year)?;
                register.departments[known].slug.clone()
            }
        };
        let number = bodies.iter().position(|body| body.slug == slug);
        let number = number.map(|number| number as u32);
        dataset.ledger.retain(|line| line.department == number);
        let mut missing = dataset.missing().into_iter();
        is_late &= missing.any(|(department, _)| Some(department) == number);
    }
    if request.missing {
        let lacking = [LedgerState::Missing, LedgerState::Unreadable].map(LedgerState::code);
        let is_lacking =
            |line: &LedgerLine| line.direction.is_some() && lacking.contains(&line.state);
        dataset.ledger.retain(is_lacking);
    }
    Ok(is_late)
}

/// The ledgers of all campaigns.
struct Ledgers<'a> {
    /// Department by department, instead of all in one table.
    by_department: bool,
    /// Years whose figures are frozen.
    frozen: Vec<i32>,
    history: &'a History,
    campaigns: &'a [Campaign],
}

impl Ledgers<'_> {
    /// The day on which a year was frozen, if it is.
    fn frozen_on(&self, year: i32) -> Option<&str> {
        let event = self.history.frozen(year);
        let is_frozen = self.frozen.contains(&year);
        is_frozen.then(|| event.map_or("?", |event| event.as_of.as_str()))
    }

    fn write_text(&self, out: &mut dyn Write, context: &Context) -> io::Result<()> {
        for campaign in self.campaigns {
            let dataset = &campaign.dataset;
            if self.by_department {
                show::by_department(out, dataset, context.quiet, &context.style())?;
                continue;
            }
            if context.quiet && !is_late(dataset) {
                continue;
            }
            match context.quiet {
                true => show::attention(out, dataset, &context.style())?,
                false => {
                    let frozen_on = self.frozen_on(dataset.year);
                    show::ledger(out, dataset, frozen_on, &context.style())?;
                }
            }
        }
        Ok(())
    }

    fn write_csv(
        &self,
        out: &mut dyn Write,
        context: &Context,
        workspace: &Workspace,
    ) -> io::Result<()> {
        for (number, campaign) in self.campaigns.iter().enumerate() {
            let edition = campaign.edition(workspace, context.lang);
            let csv = tables::submissions_csv(&edition).map_err(io::Error::other)?;
            write_part(out, number, &csv)?;
        }
        Ok(())
    }

    fn to_json(&self) -> Value {
        let year = |campaign: &Campaign| {
            let dataset = &campaign.dataset;
            let lines = dataset.ledger.iter().map(|line| line_json(dataset, line));
            json!({
                "year": dataset.year,
                "sealed": self.frozen_on(dataset.year),
                "ledger": lines.collect::<Vec<Value>>(),
            })
        };
        self.campaigns.iter().map(year).collect()
    }
}

fn line_json(dataset: &Dataset, line: &LedgerLine) -> Value {
    let department = line
        .department
        .map(|number| &dataset.departments[number as usize]);
    json!({
        "department": department.map(|department| &department.slug),
        "name": department.map(|department| &department.name),
        "phone": department.map(|department| &department.contact.phone),
        "email": department.map(|department| &department.contact.email),
        "contact": department.map(|department| &department.contact.person),
        "direction": line.direction, "kind": line.kind,
        "state": line.state, "late": line.late, "files": line.files,
        "first_seen": line.first_seen,
        "rows": line.rows, "accepted": line.accepted, "rejected": line.rejected,
        "errors": line.errors, "warnings": line.warnings,
        "superseded_by": line.superseded_by, "note": line.note,
    })
}
