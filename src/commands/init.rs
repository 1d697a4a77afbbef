//! `tonghop init`: a workspace that a newcomer can fill.

mod next_year;

use super::form::unwritten;
use super::{Context, Exit, print, shown};
use crate::config::Config;
use crate::failure::Failure;
use crate::model::submission::Department;
use crate::report::form;
use crate::report::form::Blank;
use crate::rules::Limits;
use crate::vocabulary::Vocabulary;
use crate::vocabulary::register::template::{self, Era};
use crate::words::faults;
use std::fs;
use std::path::{Path, PathBuf};

/// What a workspace begins with, and where.
#[derive(Debug, Clone)]
pub struct Request {
    /// A folder that does not exist yet or is empty.
    pub folder: PathBuf,
    /// The plan year; the coming year unless said.
    pub year: Option<i32>,
    /// The province, for the configuration and the headings of the forms.
    pub province: Option<String>,
    /// The bodies of the register; those of the plan year unless said.
    pub era: Option<Era>,
}

/// Makes a workspace in a folder that does not exist yet or is empty, and says what comes next.
///
/// # Errors
/// When the folder holds anything already, or cannot be written.
pub fn run(context: &Context, request: &Request) -> Result<Exit, Failure> {
    let folder = request.folder.as_path();
    if next_year::is_workspace(folder) {
        return next_year::run(context, request);
    }
    refuse_filled(folder)?;
    let year = request.year.unwrap_or(i32::from(context.as_of.year()) + 1);
    let era = request.era.unwrap_or(Era::of(year));
    let register = template::register(era, request.province.as_deref());
    let due: Vec<&Department> = register
        .departments
        .iter()
        .filter(|department| department.is_due(year))
        .collect();
    // All is made before anything is written: a fault leaves the folder as it was.
    let files = files(context, request, year, era, &due)?;
    let inputs = folder.join("inputs").join(year.to_string());
    for department in &due {
        let own = inputs.join(&department.slug);
        fs::create_dir_all(&own).map_err(Failure::io(&own))?;
    }
    let forms = folder.join("forms");
    fs::create_dir_all(&forms).map_err(Failure::io(&forms))?;
    let own = folder.join("inputs/vocabulary");
    fs::create_dir_all(&own).map_err(Failure::io(&own))?;
    for (name, bytes) in &files {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(Failure::io(&path))?;
    }
    if !context.quiet {
        say(context, folder, year, due.len())?;
    }
    Ok(Exit::Done)
}

/// A folder with anything in it is somebody's: hidden files count.
fn refuse_filled(folder: &Path) -> Result<(), Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::io(folder)(error)),
    };
    if entries.count() > 0 {
        return Err(Failure::unfit(folder, faults::NOT_EMPTY, &[]));
    }
    Ok(())
}

/// Every file of the workspace by its path.
fn files(
    context: &Context,
    request: &Request,
    year: i32,
    era: Era,
    due: &[&Department],
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let lang = context.lang;
    let config = lang.pick(
        include_str!("init/tonghop.vi.toml"),
        include_str!("init/tonghop.en.toml"),
    );
    let guide = lang.pick(
        ("HUONG-DAN.md", include_str!("init/HUONG-DAN.md")),
        ("GUIDE.md", include_str!("init/GUIDE.md")),
    );
    let config = with_province(fill(config, year), request.province.as_deref());
    let settings = Config::parse(&config).map_err(|fault| Failure::Option {
        name: "--province".to_string(),
        fault,
    })?;
    let mut files = vec![
        ("inputs/tonghop.toml".to_string(), config.into_bytes()),
        (
            "inputs/departments.csv".to_string(),
            template::csv(era, request.province.as_deref()).into_bytes(),
        ),
        (guide.0.to_string(), fill(guide.1, year).into_bytes()),
    ];
    files.extend(tables(context));
    let vocabulary = Vocabulary::built_in();
    for department in due {
        let blank = Blank {
            office: &settings.office,
            department: Some(department),
            year,
            results_year: year - 1,
            vocabulary: &vocabulary,
            lang,
        };
        let name = format!("forms/{}", form::file_name(&blank));
        let bytes = form::write(&blank).map_err(|error| unwritten(Path::new(&name), &error))?;
        files.push((name, bytes));
    }
    Ok(files)
}

/// The tables that the office fills as the year goes on: a header and a line that says how.
fn tables(context: &Context) -> Vec<(String, Vec<u8>)> {
    let own = [
        (
            "decisions.csv",
            "fingerprint,decision,reason,by,date",
            "Mã lấy ở findings.csv (fingerprint) hoặc delegations.csv (id); decision: accept; same; different; exclude; set people=12",
            "The code is a fingerprint of findings.csv or an id of delegations.csv; decision: accept; same; different; exclude; set people=12",
        ),
        (
            "vocabulary/countries.csv",
            "code,alias",
            "Tên nước chương trình chưa biết; mã hai chữ như LA; chép được từ proposals.csv",
            "Names of countries that are not known; a code such as LA; lines of proposals.csv fit",
        ),
        (
            "vocabulary/places.csv",
            "code,place",
            "Địa danh nước ngoài và mã nước",
            "Places abroad with the code of their country",
        ),
        (
            "vocabulary/funding.csv",
            "class,level,words",
            "Cách ghi nguồn kinh phí; class như state_budget; level như provincial hoặc để trống",
            "Words for a source; a class such as state_budget; a level such as provincial or none",
        ),
        (
            "vocabulary/headings.csv",
            "heading,field,direction,unit",
            "Tiêu đề cột chương trình chưa biết; field như people",
            "Headings that are not known; a field such as people",
        ),
    ];
    let written = own.map(|(name, header, vi, en)| {
        let comment = context.lang.pick(vi, en);
        let text = format!("{header}\n\"# {comment}\"\n");
        (format!("inputs/{name}"), text.into_bytes())
    });
    written.into()
}

/// The configuration with the line of the province set; everything else follows from it.
fn with_province(config: String, province: Option<&str>) -> String {
    let Some(province) = province else {
        return config;
    };
    let quoted = province.replace(['\\', '"'], "");
    let set = |line: &str| {
        if line.starts_with("# province") {
            format!("province = \"{quoted}\"\n")
        } else {
            format!("{line}\n")
        }
    };
    config.lines().map(set).collect()
}

/// A template with its years and bounds.
fn fill(template: &str, year: i32) -> String {
    let limits = Limits::default();
    let values = [
        ("{year}", year.to_string()),
        ("{results}", (year - 1).to_string()),
        ("{people}", limits.people.to_string()),
        ("{days}", limits.days.to_string()),
        ("{countries}", limits.countries.to_string()),
        ("{trips}", limits.trips.to_string()),
    ];
    let mut text = template.to_string();
    for (place, value) in values {
        text = text.replace(place, &value);
    }
    text
}

fn say(context: &Context, folder: &Path, year: i32, departments: usize) -> Result<(), Failure> {
    let place = shown(folder);
    print(|out| match context.lang.pick(true, false) {
        true => writeln!(
            out,
            "Đã tạo {place}: kỳ {year}, {departments} đơn vị.\n\
             1. Sửa inputs/tonghop.toml và inputs/departments.csv cho đúng với tỉnh.\n\
             2. Gửi forms/*.xlsx cho các đơn vị; để tệp nhận được vào inputs/{year}/<đơn vị>/.\n\
             3. Chạy trong thư mục đó: tonghop consolidate\n\
             Đọc thêm: HUONG-DAN.md"
        ),
        false => writeln!(
            out,
            "Made {place}: campaign of {year}, {departments} departments.\n\
             1. Edit inputs/tonghop.toml and inputs/departments.csv until they fit the province.\n\
             2. Send forms/*.xlsx to the departments; put what comes back into inputs/{year}/<department>/.\n\
             3. Run in that folder: tonghop consolidate\n\
             More: GUIDE.md"
        ),
    })
}
