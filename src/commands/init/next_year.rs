//! `tonghop init` of a workspace that exists: the next year beside what is there, which stays as it is.

use super::{Request, tables};
use crate::archive::frozen;
use crate::archive::history::History;
use crate::commands::form::{self, Written};
use crate::commands::{Context, Exit, done, print, shown};
use crate::failure::Failure;
use crate::vocabulary::register::template::{self, Era};
use crate::words::faults;
use crate::workspace::Workspace;
use jiff::civil::Date;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

/// Whether a folder holds a workspace.
pub fn is_workspace(folder: &Path) -> bool {
    let inputs = folder.join("inputs");
    inputs.join("tonghop.toml").is_file() || inputs.join("departments.csv").is_file()
}

/// Adds a year: its folders, its line in the configuration, its forms. Nothing that is there is changed.
///
/// # Errors
/// When the workspace's own files are wrong, a province or a register is asked for although it has its
/// own, or something cannot be written.
pub fn run(context: &Context, request: &Request) -> Result<Exit, Failure> {
    let folder = request.folder.as_path();
    if request.province.is_some() || request.era.is_some() {
        return Err(Failure::unfit(folder, faults::HAS_REGISTER, &[]));
    }
    let inputs = folder.join("inputs");
    let mut workspace = Workspace::load(&inputs, context.config.as_deref())?;
    let year = request.year.unwrap_or(i32::from(context.as_of.year()) + 1);
    if workspace.register.departments.is_empty() {
        workspace.register = template::register(Era::of(year), None);
    }
    let departments = workspace.register.departments.iter();
    let due = departments.filter(|department| department.is_due(year));
    for department in due {
        let own = inputs.join(year.to_string()).join(&department.slug);
        fs::create_dir_all(&own).map_err(Failure::io(&own))?;
    }
    for (name, bytes) in tables(context) {
        let path = folder.join(name);
        if !path.exists() {
            let above = path.parent().unwrap_or(folder);
            fs::create_dir_all(above).map_err(Failure::io(above))?;
            fs::write(&path, bytes).map_err(Failure::io(&path))?;
        }
    }
    add_year(context, &inputs.join("tonghop.toml"), &workspace, year)?;
    let forms = folder.join("forms");
    let written = form::write_all(context, &workspace, year, &forms, false)?;
    if context.quiet {
        return Ok(Exit::Done);
    }
    let told = say(context, folder, &workspace, year, written);
    Ok(done(context, Exit::Done, told))
}

/// Appends the year to the configuration, where it is not there: the deadline of the newest year before,
/// as many years later.
fn add_year(
    context: &Context,
    path: &Path,
    workspace: &Workspace,
    year: i32,
) -> Result<(), Failure> {
    let years = &workspace.config.years;
    if years.contains_key(&year) {
        return Ok(());
    }
    let before = years.range(..year).next_back();
    let deadline = before.and_then(|(of, set)| later(set.deadline?, year - of));
    let line = match deadline {
        Some(day) => format!("deadline = {day}"),
        None => format!("# deadline = {}-11-15", year - 1),
    };
    let comment = context.lang.pick("hạn nộp", "last day in time");
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .map_err(Failure::io(path))?;
    let text = format!("\n[years.{year}]\n{line}  # {comment}\n");
    file.write_all(text.as_bytes()).map_err(Failure::io(path))
}

fn later(day: Date, years: i32) -> Option<Date> {
    let year = i16::try_from(i32::from(day.year()) + years).ok()?;
    // 29 February has no day in most years; the one before does.
    let same = Date::new(year, day.month(), day.day());
    same.or_else(|_| Date::new(year, day.month(), day.day() - 1))
        .ok()
}

/// What is new, what stays, and what of the years before is still open.
fn say(
    context: &Context,
    folder: &Path,
    workspace: &Workspace,
    year: i32,
    written: Written,
) -> Result<(), Failure> {
    let outputs = folder.join("outputs");
    let frozen = frozen::years(&outputs);
    let published = History::read(&outputs).unwrap_or_default().years();
    let open: Vec<i32> = published
        .into_iter()
        .filter(|of| *of < year && !frozen.contains(of))
        .collect();
    let (place, new, kept) = (shown(folder), written.new, written.kept);
    let decisions = workspace.decisions.len();
    let list = |years: &[i32]| {
        let years: Vec<String> = years.iter().map(i32::to_string).collect();
        years.join(", ")
    };
    print(|out| {
        let vi = context.lang.pick(true, false);
        match vi {
            true => writeln!(
                out,
                "Đã thêm năm {year} vào {place}: {new} biểu mẫu mới trong forms/, {kept} có sẵn.\n\
                 Giữ nguyên cấu hình, danh sách đơn vị, danh mục từ và {decisions} quyết định."
            )?,
            false => writeln!(
                out,
                "Added {year} to {place}: {new} new forms in forms/, {kept} were there.\n\
                 Settings, register, vocabulary and {decisions} decisions stay as they are."
            )?,
        }
        if !frozen.is_empty() {
            let words = context
                .lang
                .pick("Đã chốt, dùng để so sánh", "Frozen, and compared with");
            writeln!(out, "{words}: {}", list(&frozen))?;
        }
        for year in &open {
            let words = context.lang.pick("chưa chốt số liệu", "not frozen yet");
            writeln!(out, "{year}: {words}: tonghop freeze {year}")?;
        }
        match vi {
            true => writeln!(
                out,
                "Xem lại hạn nộp trong inputs/tonghop.toml, rồi gửi forms/ cho các đơn vị."
            ),
            false => writeln!(
                out,
                "Check the deadline in inputs/tonghop.toml, then send forms/ to the departments."
            ),
        }
    })
}
