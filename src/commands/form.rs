//! `tonghop form`: the blank form that a department fills in.

use super::{Context, Exit, done, print, shown};
use crate::failure::Failure;
use crate::model::submission::Department;
use crate::report::form;
use crate::report::form::Blank;
use crate::vocabulary::register::Register;
use crate::vocabulary::register::template::{self, Era};
use crate::words::faults;
use crate::workspace::Workspace;
use std::fmt::Display;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What was asked for.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Folder of the workspace; nothing of it is needed.
    pub inputs: PathBuf,
    /// Slug or name of the department whose form it is.
    pub department: Option<String>,
    /// The forms of all departments.
    pub all: bool,
    /// The plan year.
    pub year: Option<i32>,
    /// A file, or a folder for a file of the usual name.
    pub output: Option<PathBuf>,
    /// A file that exists is replaced.
    pub force: bool,
}

/// Writes a blank form and says where.
///
/// # Errors
/// When the workspace's own files are wrong, the department is not in the register, the file exists
/// already or cannot be written.
pub fn run(context: &Context, request: &Request) -> Result<Exit, Failure> {
    let mut workspace = workspace(context, &request.inputs)?;
    let year = request
        .year
        .unwrap_or_else(|| plan_year(context, &workspace));
    if workspace.register.departments.is_empty() {
        workspace.register = template::register(Era::of(year), None);
    }
    if request.all {
        let folder = request.output.clone().unwrap_or_else(|| "forms".into());
        let written = write_all(context, &workspace, year, &folder, request.force)?;
        return Ok(say_all(context, &folder, written));
    }
    let department = match &request.department {
        Some(name) => Some(find(&workspace.register, name, year)?),
        None => None,
    };
    let department = department.map(|number| &workspace.register.departments[number]);
    let blank = blank(context, &workspace, year, department);
    let path = match &request.output {
        Some(folder) if folder.is_dir() => folder.join(form::file_name(&blank)),
        Some(file) => file.clone(),
        None => PathBuf::from(form::file_name(&blank)),
    };
    let bytes = form::write(&blank).map_err(|error| unwritten(&path, &error))?;
    save(&path, &bytes, request.force)?;
    if !context.quiet {
        let written = context.lang.pick("Đã ghi", "Written");
        print(|out| writeln!(out, "{written}: {}", shown(&path)))?;
    }
    Ok(Exit::Done)
}

fn blank<'a>(
    context: &Context,
    workspace: &'a Workspace,
    year: i32,
    department: Option<&'a Department>,
) -> Blank<'a> {
    let config = &workspace.config;
    Blank {
        office: &config.office,
        department,
        year,
        results_year: config.year(year).results.unwrap_or(year - 1),
        vocabulary: &workspace.vocabulary,
        lang: context.lang,
    }
}

/// How many forms were written, and how many stood there and were left.
#[derive(Debug, Clone, Copy, Default)]
pub struct Written {
    pub new: usize,
    pub kept: usize,
}

/// Writes the forms of all departments that must report; one that is there already is left as it is,
/// unless it may be replaced.
///
/// # Errors
/// When the folder cannot be made or a form cannot be written.
pub fn write_all(
    context: &Context,
    workspace: &Workspace,
    year: i32,
    folder: &Path,
    force: bool,
) -> Result<Written, Failure> {
    fs::create_dir_all(folder).map_err(Failure::io(folder))?;
    let mut written = Written::default();
    let departments = workspace.register.departments.iter();
    for department in departments.filter(|department| department.is_due(year)) {
        let blank = blank(context, workspace, year, Some(department));
        let path = folder.join(form::file_name(&blank));
        if path.exists() && !force {
            written.kept += 1;
            continue;
        }
        let bytes = form::write(&blank).map_err(|error| unwritten(&path, &error))?;
        save(&path, &bytes, force)?;
        written.new += 1;
    }
    Ok(written)
}

fn say_all(context: &Context, folder: &Path, written: Written) -> Exit {
    if context.quiet {
        return Exit::Done;
    }
    let (new, kept, folder) = (written.new, written.kept, shown(folder));
    let told = print(|out| match context.lang.pick(true, false) {
        true => writeln!(
            out,
            "Đã ghi {new} biểu mẫu vào {folder}; giữ nguyên {kept} biểu mẫu có sẵn"
        ),
        false => writeln!(
            out,
            "Wrote {new} forms into {folder}; left {kept} that were there"
        ),
    });
    done(context, Exit::Done, told)
}

/// A form that its writer refuses: a fault of the program.
pub fn unwritten(path: &Path, error: &dyn Display) -> Failure {
    Failure::Option {
        name: path.display().to_string(),
        fault: error.to_string(),
    }
}

/// The workspace in the folder, else the one that the current folder lies in, else the defaults.
fn workspace(context: &Context, inputs: &Path) -> Result<Workspace, Failure> {
    let config = context.config.as_deref();
    if inputs.is_dir() {
        return Workspace::load(inputs, config);
    }
    Workspace::around(Path::new("./."), config)
}

/// The newest year of the configuration that has not gone by; else the year to come, for plans are
/// asked for before it begins.
fn plan_year(context: &Context, workspace: &Workspace) -> i32 {
    let today = i32::from(context.as_of.year());
    let newest = workspace.config.years.keys().next_back().copied();
    newest.filter(|year| *year >= today).unwrap_or(today + 1)
}

/// The department that a slug, a name or an alias means.
pub fn find(register: &Register, name: &str, year: i32) -> Result<usize, Failure> {
    if let Some(number) = register.find(name, year) {
        return Ok(number);
    }
    let typed = Register::slug_for(name);
    let slugs = register.departments.iter().map(|d| d.slug.as_str());
    let nearest = slugs.min_by_key(|slug| strsim::osa_distance(slug, &typed));
    let (fact, values) = match nearest {
        Some(slug) => (faults::NO_DEPARTMENT_BUT, vec![slug.to_string()]),
        None => (faults::NO_DEPARTMENT, Vec::new()),
    };
    Err(Failure::Unfit {
        place: format!("--department {name}"),
        fact,
        values,
    })
}

/// Writes a file that does not exist yet, unless it may be replaced.
fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    if force {
        return fs::write(path, bytes).map_err(Failure::io(path));
    }
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::unfit(path, faults::EXISTS, &[]),
        _ => Failure::io(path)(error),
    })
}
