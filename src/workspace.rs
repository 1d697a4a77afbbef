//! What steers a run: configuration, register, vocabulary, read once and digested.

use crate::config::Config;
use crate::failure::Failure;
use crate::model::decision::Decision;
use crate::model::document::Document;
use crate::model::submission::Format;
use crate::read::{self, ReadLimits};
use crate::settled::{self, FileError};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::decisions;
use crate::vocabulary::register::Register;
use crate::words::faults;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Everything beside the submissions.
#[derive(Debug)]
pub struct Workspace {
    pub config: Config,
    pub register: Register,
    pub vocabulary: Vocabulary,
    pub decisions: Vec<Decision>,
    /// Digest of the files that these came from.
    pub digest: blake3::Hash,
    /// Digests of each of them but for the decisions, by name.
    pub files: BTreeMap<String, String>,
}

impl Workspace {
    /// Reads the workspace of an INPUTS folder; whatever is missing has a default.
    ///
    /// # Errors
    /// When a file of it cannot be read or holds what is not known: a run on half a register or a
    /// misspelt rule would publish wrong figures.
    pub fn load(inputs: &Path, config: Option<&Path>) -> Result<Workspace, Failure> {
        let mut digests = Digests::default();
        let config_path = config.map_or_else(|| inputs.join("tonghop.toml"), Path::to_path_buf);
        // A file that somebody names may lie anywhere.
        let steered = config.map_or_else(|| stays_within(inputs, &config_path), |_| Ok(()));
        steered?;
        let text = match read_bounded(&config_path) {
            Ok(bytes) => bytes,
            Err(FileError::Gone) if config.is_none() => Vec::new(),
            Err(error) => return Err(Failure::refused(&config_path)(error)),
        };
        digests.feed("config", &text);
        let config = parsed(&config_path, text)?;
        let register_path = inputs.join("departments.csv");
        stays_within(inputs, &register_path)?;
        let register = || match rows(&register_path, &mut digests)? {
            Some(rows) => {
                Register::from_rows(&rows).map_err(|errors| many(&register_path, &errors))
            }
            None => Ok(Register::default()),
        };
        // The start of a run: nothing else is to be done meanwhile.
        let (register, mut vocabulary) = rayon::join(register, Vocabulary::built_in);
        let register = register?.in_province(&config.office.province);
        for path in vocabulary_files(inputs)? {
            let name = path
                .file_name()
                .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
            if let Some(rows) = rows(&path, &mut digests)? {
                vocabulary
                    .extend(&name, &rows)
                    .map_err(|errors| many(&path, &errors))?;
            }
        }
        let decisions_path = inputs.join("decisions.csv");
        stays_within(inputs, &decisions_path)?;
        let decisions = match rows(&decisions_path, &mut digests)? {
            Some(rows) => decisions::read(&rows, &vocabulary)
                .map_err(|errors| many(&decisions_path, &errors))?,
            None => Vec::new(),
        };
        let digest = digests.all.finalize();
        let mut files = digests.files;
        files.remove("decisions.csv");
        Ok(Workspace {
            config,
            register,
            vocabulary,
            decisions,
            digest,
            files,
        })
    }

    /// The workspace that a file or folder belongs to: the folder itself or the nearest above that
    /// holds a register or a configuration; a folder's own, or the defaults, where there is none.
    ///
    /// # Errors
    /// As for [`Workspace::load`].
    pub fn around(path: &Path, config: Option<&Path>) -> Result<Workspace, Failure> {
        let absolute = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let is_folder = absolute.is_dir();
        let marked = |folder: &&Path| {
            folder.join("tonghop.toml").is_file() || folder.join("departments.csv").is_file()
        };
        let mut above = absolute.ancestors().skip(usize::from(!is_folder));
        let own = if is_folder { path } else { Path::new("") };
        Workspace::load(above.find(marked).unwrap_or(own), config)
    }
}

/// The configuration in a file.
///
/// # Errors
/// When the file cannot be read or holds what is not known.
pub fn configuration(path: &Path) -> Result<Config, Failure> {
    let bytes = read_bounded(path).map_err(Failure::refused(path))?;
    parsed(path, bytes)
}

fn parsed(path: &Path, bytes: Vec<u8>) -> Result<Config, Failure> {
    let text = String::from_utf8(bytes).map_err(|_| Failure::unfit(path, faults::NOT_UTF8, &[]))?;
    Config::parse(text.trim_start_matches('\u{FEFF}')).map_err(|fault| many(path, &[fault]))
}

/// Files by name with their bytes.
pub type Copies = Vec<(PathBuf, Vec<u8>)>;

/// The files of a workspace by their names below INPUTS, configuration under its usual name; `None` where
/// they are no longer what `workspace` was read from.
///
/// # Errors
/// When a file of it cannot be read.
pub fn copy(
    inputs: &Path,
    config: Option<&Path>,
    workspace: &Workspace,
) -> Result<Option<Copies>, Failure> {
    let name = |path: &Path| path.file_name().map(PathBuf::from).unwrap_or_default();
    let settings = config.map_or_else(|| inputs.join("tonghop.toml"), Path::to_path_buf);
    let mut files = vec![(settings, PathBuf::from("tonghop.toml"))];
    for table in ["departments.csv", "decisions.csv"] {
        files.push((inputs.join(table), table.into()));
    }
    for path in vocabulary_files(inputs)? {
        let name = Path::new("vocabulary").join(name(&path));
        files.push((path, name));
    }
    let mut copies = Vec::new();
    for (path, name) in files {
        match read_bounded(&path) {
            Ok(bytes) => copies.push((name, bytes)),
            Err(FileError::Gone) => {}
            Err(error) => return Err(Failure::refused(&path)(error)),
        }
    }
    // Only now: what changed while it was copied is seen too.
    let is_same = Workspace::load(inputs, config)?.digest == workspace.digest;
    Ok(is_same.then_some(copies))
}

/// Digests of the files of a workspace: of all of them, and of each by its name.
#[derive(Default)]
struct Digests {
    all: blake3::Hasher,
    files: BTreeMap<String, String>,
}

impl Digests {
    fn feed(&mut self, name: &str, bytes: &[u8]) {
        self.all.update(name.as_bytes());
        self.all.update(&(bytes.len() as u64).to_le_bytes());
        self.all.update(bytes);
        let digest = blake3::hash(bytes).to_hex()[..16].to_string();
        self.files.insert(name.to_string(), digest);
    }
}

/// Largest file of a workspace, in bytes; its files are small tables: a register of a country is a
/// hundredth of it.
const WORKSPACE_BYTES: u64 = 64 << 20;

/// The bytes of a file of a workspace, all of one moment: half a register would send findings to half
/// the province.
fn read_bounded(path: &Path) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    settled::read_settled(path, None, WORKSPACE_BYTES, &mut bytes).map(|_| bytes)
}

/// Rows of a table of the workspace, read as leniently as a submission: clerks edit it in Excel too.
fn rows(path: &Path, digests: &mut Digests) -> Result<Option<Vec<Vec<String>>>, Failure> {
    let bytes = match read_bounded(path) {
        Ok(bytes) => bytes,
        Err(FileError::Gone) => return Ok(None),
        Err(error) => return Err(Failure::refused(path)(error)),
    };
    // The name alone: the same workspace gives the same digest wherever it lies.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    digests.feed(&name, &bytes);
    let document = read::read(&bytes, Format::Text, &ReadLimits::default()).map_err(|source| {
        Failure::Unreadable {
            path: path.to_path_buf(),
            source,
        }
    })?;
    Ok(Some(table(&document)))
}

fn table(document: &Document) -> Vec<Vec<String>> {
    let rows = document.sheets.first().map_or(0, |sheet| sheet.rows.len());
    let cells = |row| {
        document
            .row(0, row)
            .iter()
            .map(|&cell| document.trimmed(cell).to_string())
    };
    // A comment keeps its line: faults are told by number.
    let is_comment = |row: &Vec<String>| row.first().is_some_and(|cell| cell.starts_with('#'));
    let blank = |row: Vec<String>| if is_comment(&row) { Vec::new() } else { row };
    (0..rows).map(|row| blank(cells(row).collect())).collect()
}

/// The office's own words; without a folder there are none. One that is closed is no missing one: rows
/// would go back for words that it holds.
fn vocabulary_files(inputs: &Path) -> Result<Vec<PathBuf>, Failure> {
    let folder = inputs.join("vocabulary");
    stays_within(inputs, &folder)?;
    let entries = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.and_then(Iterator::collect::<io::Result<Vec<_>>>),
    };
    let entries = entries.map_err(Failure::io(&folder))?;
    let mut paths: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
    paths.retain(|path| {
        path.extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
    });
    paths.sort();
    paths
        .iter()
        .try_for_each(|path| stays_within(inputs, path))?;
    Ok(paths)
}

/// Refuses a link that leads nowhere, or out of INPUTS: without the register behind it every department
/// would be unknown, and what lies elsewhere is nobody's workspace.
fn stays_within(inputs: &Path, path: &Path) -> Result<(), Failure> {
    if !path.is_symlink() {
        return Ok(());
    }
    let target = path.canonicalize();
    let target = target.map_err(|_| Failure::unfit(path, faults::LINK_NOWHERE, &[]))?;
    let root = if inputs.as_os_str().is_empty() {
        Path::new(".")
    } else {
        inputs
    };
    let root = root.canonicalize().map_err(Failure::io(inputs))?;
    // Devices and pipes are refused where they would be read, by what they are.
    let is_special = target
        .metadata()
        .is_ok_and(|target| !target.is_file() && !target.is_dir());
    match is_special || target.starts_with(root) {
        true => Ok(()),
        false => Err(Failure::unfit(path, faults::LINK_OUT, &[])),
    }
}

fn many<E: std::fmt::Display>(path: &Path, errors: &[E]) -> Failure {
    Failure::Workspace {
        path: path.to_path_buf(),
        faults: errors.iter().map(ToString::to_string).collect(),
    }
}
