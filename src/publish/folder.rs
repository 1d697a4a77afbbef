//! How a run appears under OUTPUTS: beside first, then in one exchange, so that a reader sees one whole run.

use super::PublishError;
use rustix::fs::{CWD, RenameFlags};
use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Names of folders that a run makes beside the published ones and removes again.
const STAGING: &str = ".tonghop-staging-";
/// Under OUTPUTS: what people edited in published folders.
const EDITED: &str = "edited";

/// Digests of published files by name.
pub type Manifest = BTreeMap<String, String>;

/// OUTPUTS, held by this process alone.
#[derive(Debug)]
pub struct Outputs {
    root: PathBuf,
    _lock: File,
}

impl Outputs {
    /// Creates OUTPUTS where it is missing, takes its lock, and clears what a killed run left.
    /// The lock falls with the process that holds it, however that ends.
    ///
    /// # Errors
    /// When the folder cannot be made or written to, or another run holds the lock.
    pub fn open(root: &Path, holder: &str) -> Result<Outputs, PublishError> {
        let fail = |error: io::Error| problem(root, &error.to_string());
        create_folder(root).map_err(fail)?;
        let path = root.join(".lock");
        let mut lock = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o640)
            .open(&path)
            .map_err(|error| problem(&path, &error.to_string()))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => {
                let mut other = String::new();
                lock.take(512).read_to_string(&mut other).map_err(fail)?;
                let reason = format!(
                    "another run holds the lock: {}; wait for it to end",
                    other.trim()
                );
                return Err(problem(&path, &reason));
            }
            Err(fs::TryLockError::Error(error)) => return Err(fail(error)),
        }
        lock.set_len(0).and_then(|()| lock.rewind()).map_err(fail)?;
        lock.write_all(holder.as_bytes()).map_err(fail)?;
        for entry in fs::read_dir(root).map_err(fail)?.flatten() {
            if entry.file_name().to_string_lossy().starts_with(STAGING) {
                fs::remove_dir_all(entry.path()).map_err(fail)?;
            }
        }
        Ok(Outputs {
            root: root.to_path_buf(),
            _lock: lock,
        })
    }

    /// Where a campaign is published.
    pub fn year(&self, year: i32) -> PathBuf {
        self.root.join(year.to_string())
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Publishes the files of a campaign at once. Files of the folder before that are not what
    /// `before` says was published are kept under `edited/<year>/`; their names are given back.
    ///
    /// # Errors
    /// When anything cannot be written; the folder published before then stands untouched.
    pub fn publish(
        &self,
        year: i32,
        files: &[(impl AsRef<str>, Vec<u8>)],
        before: &Manifest,
    ) -> Result<Vec<String>, PublishError> {
        let stage = self.root.join(format!("{STAGING}{year}"));
        let target = self.year(year);
        let staged = self.stage(&stage, files);
        staged.map_err(|(path, error)| problem(&path, &error.to_string()))?;
        let fail = |error: io::Error| problem(&target, &error.to_string());
        if !target.exists() {
            fs::rename(&stage, &target).map_err(fail)?;
            sync_folder(&self.root).map_err(fail)?;
            return Ok(Vec::new());
        }
        exchange(&stage, &target).map_err(fail)?;
        sync_folder(&self.root).map_err(fail)?;
        let kept = self.keep_edited(year, &stage, before).map_err(fail)?;
        fs::remove_dir_all(&stage).map_err(fail)?;
        Ok(kept)
    }

    fn stage(
        &self,
        stage: &Path,
        files: &[(impl AsRef<str>, Vec<u8>)],
    ) -> Result<(), (PathBuf, io::Error)> {
        let at = |path: &Path| {
            let path = path.to_path_buf();
            move |error| (path, error)
        };
        create_folder(stage).map_err(at(stage))?;
        for (name, bytes) in files {
            let path = stage.join(name.as_ref());
            if let Some(parent) = path.parent() {
                create_folder(parent).map_err(at(parent))?;
            }
            write_new(&path, bytes).map_err(at(&path))?;
        }
        sync_folder(stage).map_err(at(stage))
    }

    fn keep_edited(&self, year: i32, old: &Path, before: &Manifest) -> io::Result<Vec<String>> {
        let mut kept = Vec::new();
        for name in list(old)? {
            let path = old.join(&name);
            let digest = digest(&fs::read(&path)?);
            if before.get(&name) != Some(&digest) {
                let folder = self.root.join(EDITED).join(year.to_string());
                let to = free_name(&folder.join(&name));
                create_folder(to.parent().unwrap_or(&folder))?;
                fs::rename(&path, to)?;
                kept.push(name);
            }
        }
        Ok(kept)
    }

    /// Whether the published folder of a year holds exactly what the manifest says.
    pub fn is_intact(&self, year: i32, manifest: &Manifest) -> bool {
        let folder = self.year(year);
        let Ok(names) = list(&folder) else {
            return false;
        };
        names.len() == manifest.len()
            && names.iter().all(|name| {
                let bytes = fs::read(folder.join(name));
                bytes.is_ok_and(|bytes| manifest.get(name) == Some(&digest(&bytes)))
            })
    }
}

/// Digests of files about to be published.
pub fn manifest(files: &[(impl AsRef<str>, Vec<u8>)]) -> Manifest {
    files
        .iter()
        .map(|(name, bytes)| (name.as_ref().to_string(), digest(bytes)))
        .collect()
}

fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..32].to_string()
}

/// Exchanges two folders in one step; where the file system cannot, the old one steps aside first
/// and for that instant the name is free.
fn exchange(stage: &Path, target: &Path) -> io::Result<()> {
    match rustix::fs::renameat_with(CWD, stage, CWD, target, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            let aside = stage.with_extension("old");
            fs::rename(target, &aside)?;
            if let Err(error) = fs::rename(stage, target) {
                fs::rename(&aside, target)?;
                return Err(error);
            }
            fs::rename(aside, stage)
        }
        Err(error) => Err(error.into()),
    }
}

fn create_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o750).create(path)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o640)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Files of a folder and its subfolders, as relative names, sorted.
fn list(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in walkdir::WalkDir::new(folder)
        .min_depth(1)
        .sort_by_file_name()
    {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            let name = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            names.push(name.to_string_lossy().into_owned());
        }
    }
    Ok(names)
}

/// The path itself, or with the first number behind its stem that is free.
fn free_name(path: &Path) -> PathBuf {
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let ending = path
        .extension()
        .map_or(String::new(), |e| format!(".{}", e.to_string_lossy()));
    let numbered = |n: u32| path.with_file_name(format!("{stem} ({n}){ending}"));
    let mut free = path.to_path_buf();
    let mut n = 2;
    while free.exists() {
        free = numbered(n);
        n += 1;
    }
    free
}

fn problem(path: &Path, reason: &str) -> PublishError {
    PublishError {
        file: path.display().to_string(),
        reason: reason.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> Vec<(&'static str, Vec<u8>)> {
        vec![
            ("a.csv", text.as_bytes().to_vec()),
            ("feedback/b.xlsx", b"b".to_vec()),
        ]
    }

    #[test]
    fn a_second_run_replaces_the_first_and_keeps_what_people_edited() {
        let dir = tempfile::tempdir().unwrap();
        let outputs = Outputs::open(dir.path(), "test").unwrap();
        let first = files("one");
        assert!(
            outputs
                .publish(2021, &first, &Manifest::new())
                .unwrap()
                .is_empty()
        );
        let before = manifest(&first);
        assert!(outputs.is_intact(2021, &before));
        fs::write(outputs.year(2021).join("a.csv"), "edited").unwrap();
        assert!(!outputs.is_intact(2021, &before));
        let kept = outputs.publish(2021, &files("two"), &before).unwrap();
        assert_eq!(kept, ["a.csv"]);
        assert_eq!(
            fs::read_to_string(dir.path().join("edited/2021/a.csv")).unwrap(),
            "edited"
        );
        assert_eq!(
            fs::read_to_string(dir.path().join("2021/a.csv")).unwrap(),
            "two"
        );
        let left: Vec<_> = list(dir.path()).unwrap();
        assert_eq!(
            left,
            [
                ".lock",
                "2021/a.csv",
                "2021/feedback/b.xlsx",
                "edited/2021/a.csv"
            ]
        );
    }

    #[test]
    fn files_are_for_the_group_and_not_for_the_world() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let outputs = Outputs::open(&dir.path().join("out"), "test").unwrap();
        outputs
            .publish(2021, &files("x"), &Manifest::new())
            .unwrap();
        let mode = |path: &str| {
            fs::metadata(dir.path().join(path))
                .unwrap()
                .permissions()
                .mode()
                & 0o777
        };
        assert_eq!(mode("out/2021/a.csv") & 0o007, 0);
        assert_eq!(mode("out/2021") & 0o007, 0);
    }

    #[test]
    fn the_lock_is_exclusive_and_names_its_holder() {
        let dir = tempfile::tempdir().unwrap();
        let held = Outputs::open(dir.path(), "process 7 since noon").unwrap();
        let error = Outputs::open(dir.path(), "late").unwrap_err().to_string();
        assert!(error.contains("process 7 since noon"), "{error}");
        drop(held);
        Outputs::open(dir.path(), "free again").unwrap();
    }

    #[test]
    fn leftovers_of_a_killed_run_are_cleared() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join(format!("{STAGING}2021"))).unwrap();
        Outputs::open(dir.path(), "next").unwrap();
        assert_eq!(list(dir.path()).unwrap(), [".lock"]);
    }
}
