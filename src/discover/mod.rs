//! Which files under INPUTS are submissions, of which year and folder, and which are passed over.

use crate::model::submission::{Format, IgnoreReason, Ignored, Submission};
use crate::system;
use crate::vocabulary::version;
use std::ffi::OsStr;
use std::fmt::Write;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// Files and folders at the top of INPUTS that belong to the workspace, not to a department.
const WORKSPACE: [&str; 5] = [
    "tonghop.toml",
    "departments.csv",
    "decisions.csv",
    "vocabulary",
    "README.md",
];

/// What lies under INPUTS, sorted by path.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Discovery {
    pub submissions: Vec<Submission>,
    pub ignored: Vec<Ignored>,
    /// Year folders, ascending, whether or not they hold a submission.
    pub years: Vec<i32>,
}

/// A folder without which the figures would look whole cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the folder {} cannot be opened: {source}", system::told(path).display())]
pub struct Closed {
    pub path: PathBuf,
    pub source: std::io::Error,
}

/// Walks INPUTS. Links are followed as long as they stay inside; loops end; nothing is opened.
///
/// # Errors
/// When INPUTS itself or the folder of a year cannot be read: figures without them would look whole.
pub fn discover(root: &Path) -> Result<Discovery, Closed> {
    let closed = |source| Closed {
        path: root.to_path_buf(),
        source,
    };
    let real_root: Arc<Path> = root.canonicalize().map_err(closed)?.into();
    std::fs::read_dir(&real_root).map_err(closed)?;
    let root = system::listed(root, &real_root);
    let mut found = Discovery::default();
    let root_year = real_root
        .file_name()
        .and_then(|name| year_of(&name.to_string_lossy()));
    let mut walk = WalkDir::new(root)
        .min_depth(1)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter();
    while let Some(step) = walk.next() {
        match step {
            Ok(entry) => {
                let location = Location::new(root, entry.path(), root_year);
                if is_workspace(&entry) {
                    skip(&mut walk, &entry);
                } else if leaves(&entry, &real_root) {
                    skip(&mut walk, &entry);
                    found
                        .ignored
                        .push(location.ignored(IgnoreReason::LinkOutside));
                } else if entry.file_type().is_dir() {
                    if is_hidden(&location.name) {
                        skip(&mut walk, &entry);
                        found.ignored.push(location.ignored(IgnoreReason::Hidden));
                    } else if entry.depth() == 1 {
                        found.years.extend(year_of(&location.name));
                    }
                } else {
                    let listed = entry
                        .metadata()
                        .ok()
                        .map(|metadata| (metadata, real_root.clone()));
                    sort_file(&mut found, &location, entry.path(), listed);
                }
            }
            Err(error) => {
                let Some(path) = error.path() else { continue };
                let location = Location::new(root, path, root_year);
                let reason = reason_of(&error, path);
                let closed_year = error.depth() <= 1 && year_of(&location.name).is_some();
                if reason == IgnoreReason::NotReadable && closed_year {
                    return Err(Closed {
                        path: path.to_path_buf(),
                        source: error.into(),
                    });
                }
                found.ignored.push(location.of_folder(path).ignored(reason));
            }
        }
    }
    if found.years.is_empty() {
        found.years.extend(root_year);
    }
    found.submissions.sort_by(|a, b| a.path.cmp(&b.path));
    found.ignored.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn reason_of(error: &walkdir::Error, path: &Path) -> IgnoreReason {
    let link = path
        .symlink_metadata()
        .is_ok_and(|m| m.file_type().is_symlink());
    if error.loop_ancestor().is_some() {
        IgnoreReason::LinkLoop
    } else if link {
        IgnoreReason::LinkOutside
    } else {
        IgnoreReason::NotReadable
    }
}

/// Whether a folder lies below one that is named as a year: a department's, or one of its own.
pub fn is_below_year(folder: &Path) -> bool {
    let real = folder.canonicalize().unwrap_or_else(|_| folder.into());
    let mut above = real.ancestors().skip(1).filter_map(Path::file_name);
    above.any(|name| year_of(&name.to_string_lossy()).is_some())
}

/// A single file given on the command line: its year is the nearest folder above it that is named as one,
/// its department's folder the one below that.
///
/// # Errors
/// When the file cannot be looked at, or is no regular file: a device never ends.
pub fn single(path: &Path) -> std::io::Result<Submission> {
    let metadata = path.metadata()?;
    if !metadata.is_file() {
        let reason = "no regular file, but a folder, a device, a socket or a pipe";
        return Err(std::io::Error::new(
            std::io::ErrorKind::InvalidInput,
            reason,
        ));
    }
    let name = path.file_name().map_or_else(String::new, shown);
    let names: Vec<&OsStr> = path.parent().into_iter().flat_map(Path::iter).collect();
    let years = names.iter().map(|name| year_of(&name.to_string_lossy()));
    let mut dated = years
        .enumerate()
        .filter_map(|(index, year)| Some((index, year?)));
    let dated = dated.next_back();
    let department = dated
        .and_then(|(index, _)| names.get(index + 1))
        .or(names.last());
    Ok(Submission {
        path: shown(system::told(path).as_os_str()),
        absolute: path.to_path_buf(),
        year: dated.map(|(_, year)| year),
        folder: department.map_or_else(String::new, |name| shown(name)),
        bytes: metadata.len(),
        format: Format::of_name(&name).unwrap_or(Format::Text),
        version: version::read(&name),
        root: None,
    })
}

/// A submission that is not found under INPUTS but kept elsewhere, at `absolute`.
pub fn listed(
    path: &str,
    folder: &str,
    year: Option<i32>,
    bytes: u64,
    absolute: PathBuf,
) -> Submission {
    let name = path.rsplit('/').next().unwrap_or(path);
    Submission {
        path: path.to_string(),
        absolute,
        year,
        folder: folder.to_string(),
        bytes,
        format: Format::of_name(name).unwrap_or(Format::Text),
        version: version::read(name),
        root: None,
    }
}

fn skip(walk: &mut walkdir::IntoIter, entry: &DirEntry) {
    if entry.file_type().is_dir() {
        walk.skip_current_dir();
    }
}

fn is_workspace(entry: &DirEntry) -> bool {
    entry.depth() == 1 && WORKSPACE.iter().any(|name| entry.file_name() == *name)
}

/// A link whose target lies outside INPUTS.
fn leaves(entry: &DirEntry, real_root: &Path) -> bool {
    entry.path_is_symlink()
        && !entry
            .path()
            .canonicalize()
            .is_ok_and(|target| target.starts_with(real_root))
}

/// Where an entry lies: its path as shown, its year and its department's folder.
struct Location {
    path: String,
    name: String,
    year: Option<i32>,
    folder: String,
}

impl Location {
    fn new(root: &Path, path: &Path, root_year: Option<i32>) -> Location {
        let parts: Vec<String> = path
            .strip_prefix(root)
            .unwrap_or(path)
            .components()
            .map(|part| shown(part.as_os_str()))
            .collect();
        let year = if parts.len() > 1 {
            parts.first().and_then(|first| year_of(first))
        } else {
            None
        };
        let department = usize::from(year.is_some());
        let folder = if parts.len() > department + 1 {
            parts[department].clone()
        } else {
            String::new()
        };
        Location {
            path: parts.join("/"),
            name: parts.last().cloned().unwrap_or_default(),
            year: year.or(root_year),
            folder,
        }
    }

    /// The place of a folder that could not be opened: a department's own is in the department's folder too.
    fn of_folder(mut self, path: &Path) -> Location {
        let parts: Vec<&str> = self.path.split('/').collect();
        let department = usize::from(parts.first().is_some_and(|part| year_of(part).is_some()));
        if self.folder.is_empty() && parts.len() == department + 1 && path.is_dir() {
            self.folder.clone_from(&self.name);
        }
        self
    }

    fn ignored(&self, reason: IgnoreReason) -> Ignored {
        Ignored {
            path: self.path.clone(),
            year: self.year,
            folder: self.folder.clone(),
            reason,
            department: None,
        }
    }
}

fn sort_file(
    found: &mut Discovery,
    location: &Location,
    path: &Path,
    listed: Option<(Metadata, Arc<Path>)>,
) {
    let metadata = listed.as_ref().map(|(metadata, _)| metadata);
    let reason = match (metadata, Format::of_name(&location.name)) {
        (None, _) => Some(IgnoreReason::NotReadable),
        (Some(metadata), _) if !metadata.is_file() => Some(IgnoreReason::Special),
        _ if is_system(&location.name) => Some(IgnoreReason::SystemFile),
        _ if location.name.starts_with("~$") || location.name.starts_with(".~lock.") => {
            Some(IgnoreReason::LockFile)
        }
        _ if is_hidden(&location.name) => Some(IgnoreReason::Hidden),
        (_, None) if is_document(&location.name) => Some(IgnoreReason::Document),
        (_, None) => Some(IgnoreReason::OtherType),
        _ => None,
    };
    match (reason, Format::of_name(&location.name), listed) {
        (None, Some(format), Some((metadata, root))) => found.submissions.push(Submission {
            path: location.path.clone(),
            absolute: PathBuf::from(path),
            year: location.year,
            folder: location.folder.clone(),
            bytes: metadata.len(),
            format,
            version: version::read(&location.name),
            root: Some(root),
        }),
        (reason, ..) => found
            .ignored
            .push(location.ignored(reason.unwrap_or(IgnoreReason::OtherType))),
    }
}

/// A name as people read it. Bytes that are no UTF-8 stand as `\xFF`, so that names which differ in
/// nothing else stay apart.
fn shown(name: &OsStr) -> String {
    let mut shown = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        shown.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\x{byte:02X}");
        }
    }
    shown
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

fn is_system(name: &str) -> bool {
    ["thumbs.db", ".ds_store", "desktop.ini", "ehthumbs.db"]
        .iter()
        .any(|system| name.eq_ignore_ascii_case(system))
}

/// Endings of documents that people send as reports and that are not read.
const DOCUMENTS: [&str; 30] = [
    "pdf", "doc", "dot", "rtf", "odt", "wps", "pages", "numbers", "html", "htm", "mht", "ppt",
    "pptx", "jpg", "jpeg", "jfif", "png", "gif", "bmp", "tif", "tiff", "heic", "webp", "zip",
    "rar", "7z", "gz", "tar", "xlsb", "eml",
];

/// A document that may be the report itself, in a kind of file that is not read.
fn is_document(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| DOCUMENTS.iter().any(|of| ending.eq_ignore_ascii_case(of)))
}

/// A folder name that is a year: four digits, 1900 to 2999.
fn year_of(name: &str) -> Option<i32> {
    let year: i32 = (name.len() == 4).then(|| name.parse().ok())??;
    (1900..3000).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests;
