//! The lock of a file system that knows none: a file that only one run can make, with its maker in it.

use super::error::Error;
use super::files::STAGING;
use crate::system;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How often a claim is tried for: a dead one is taken away, and another run may be quicker then.
const TRIES: usize = 3;

/// Who made a claim, precisely enough to know whether that process still runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Holder {
    /// For people: process and time.
    holder: String,
    host: String,
    process: u32,
    /// When the process began, in ticks since the machine did: numbers of processes come again.
    began: String,
    /// Within what the number of the process counts.
    namespace: String,
    /// Random for each start of a machine.
    boot: String,
    /// Of an installation, for all its starts.
    machine: String,
}

impl Holder {
    /// This process.
    fn here(holder: &str) -> Holder {
        let process = std::process::id();
        let machine = system::machine();
        Holder {
            holder: holder.to_string(),
            host: machine.host,
            process,
            began: system::process_start(process).unwrap_or_default(),
            namespace: machine.namespace,
            boot: machine.boot,
            machine: machine.id,
        }
    }

    /// Whether this holder surely no longer runs, seen from `here`. A process of another machine may.
    fn is_dead(&self, here: &Holder, began: impl Fn(u32) -> Option<String>) -> bool {
        let same = |one: &str, other: &str| !one.is_empty() && one == other;
        if same(&self.boot, &here.boot) {
            let is_seen = same(&self.namespace, &here.namespace) && !self.began.is_empty();
            return is_seen && began(self.process).as_ref() != Some(&self.began);
        }
        // The same machine, started again since.
        let is_known = !self.boot.is_empty() && !here.boot.is_empty();
        is_known && same(&self.machine, &here.machine) && same(&self.host, &here.host)
    }
}

/// A claim on OUTPUTS, taken away when it is dropped. That of a killed process the next run takes over.
#[derive(Debug)]
pub struct Claim {
    path: PathBuf,
    text: String,
}

impl Claim {
    fn path(root: &Path) -> PathBuf {
        root.join(".tonghop-lock")
    }

    /// Claims a folder.
    ///
    /// # Errors
    /// When another run does, or the claim cannot be written.
    pub fn take(root: &Path, holder: &str) -> Result<Claim, Error> {
        let path = Claim::path(root);
        let here = Holder::here(holder);
        let text = serde_json::to_string(&here).map_err(|error| Error::io(&path)(error.into()))?;
        for _ in 0..TRIES {
            match make(&path, &text) {
                Ok(()) => return Ok(Claim { path, text }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    take_over(&path, &here)?;
                }
                Err(error) => return Err(Error::io(&path)(error)),
            }
        }
        Err(Error::Contended { path })
    }

    /// Refuses a folder that a living run claims: one that cannot lock where this one can.
    ///
    /// # Errors
    /// When there is such a claim.
    pub fn refuse_another(root: &Path, holder: &str) -> Result<(), Error> {
        let path = Claim::path(root);
        match fs::read_to_string(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(Error::io(&path)(error)),
            Ok(text) => dead(&path, &text, &Holder::here(holder)),
        }
    }

    /// Whether the claim stands: nobody took it for that of a dead run.
    pub fn stands(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|text| text == self.text)
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if self.stands() {
            // What cannot be removed the next run finds to be that of a dead process.
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn make(path: &Path, text: &str) -> io::Result<()> {
    let mut file = system::create_file(path)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

/// Takes a dead claim away. Of two runs that find it dead one moves it aside; the other may move what
/// the first one made since, and puts it back.
fn take_over(path: &Path, here: &Holder) -> Result<(), Error> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        text => text.map_err(Error::io(path))?,
    };
    dead(path, &text, here)?;
    // Under a name that the next run clears away.
    let aside = path.with_file_name(format!("{STAGING}lock-{}", here.process));
    match system::rename(path, &aside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        moved => moved.map_err(Error::io(path))?,
    }
    let moved = fs::read_to_string(&aside).map_err(Error::io(&aside))?;
    fs::remove_file(&aside).map_err(Error::io(&aside))?;
    match moved == text {
        true => Ok(()),
        false => make(path, &moved).map_err(Error::io(path)),
    }
}

/// Refuses a claim that is not surely dead.
fn dead(path: &Path, text: &str, here: &Holder) -> Result<(), Error> {
    let holder: Option<Holder> = serde_json::from_str(text).ok();
    let who = match holder {
        Some(holder) if holder.is_dead(here, system::process_start) => return Ok(()),
        holder => holder.map(|holder| format!("{} on {}", holder.holder, holder.host)),
    };
    Err(Error::Claimed {
        path: path.to_path_buf(),
        holder: who,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holder() -> Holder {
        Holder {
            holder: "process 7 since noon".into(),
            host: "may-chu".into(),
            process: 7,
            began: "100".into(),
            namespace: "pid:[1]".into(),
            boot: "first".into(),
            machine: "m".into(),
        }
    }

    fn with(change: impl Fn(&mut Holder)) -> Holder {
        let mut other = holder();
        change(&mut other);
        other
    }

    #[test]
    fn a_process_is_dead_only_where_that_is_sure() {
        let here = holder();
        let began = |process: u32| (process == 7).then(|| "100".to_string());
        let gone = with(|holder| holder.process = 8);
        let again = with(|holder| holder.began = "99".into());
        let restarted = with(|holder| holder.boot = "zeroth".into());
        for dead in [gone, again, restarted] {
            assert!(dead.is_dead(&here, began), "{dead:?}");
        }
        let runs = holder();
        let in_a_container = with(|holder| {
            holder.process = 8;
            holder.namespace = "pid:[2]".into();
        });
        let elsewhere = with(|holder| {
            holder.boot = "other".into();
            holder.machine = "n".into();
        });
        let unknown = with(|holder| holder.boot = String::new());
        for alive in [runs, in_a_container, elsewhere, unknown] {
            assert!(!alive.is_dead(&here, began), "{alive:?}");
        }
    }

    #[test]
    fn a_claim_refuses_a_second_one_names_its_holder_and_goes_when_it_is_dropped() {
        let dir = tempfile::tempdir().unwrap();
        let claim = Claim::take(dir.path(), "process 1 since noon").unwrap();
        assert!(claim.stands());
        let second = Claim::take(dir.path(), "x").unwrap_err().to_string();
        assert!(
            second.contains("another run holds the lock: process 1 since noon on"),
            "{second}"
        );
        assert!(Claim::refuse_another(dir.path(), "x").is_err());
        drop(claim);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
        assert!(Claim::refuse_another(dir.path(), "x").is_ok());
    }

    #[test]
    fn the_claim_of_a_dead_process_is_taken_over_and_one_that_nobody_can_read_is_not() {
        let dir = tempfile::tempdir().unwrap();
        let mut child = std::process::Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        let dead = Holder {
            process: child.id(),
            began: "1".into(),
            ..Holder::here("process of yesterday")
        };
        let path = Claim::path(dir.path());
        fs::write(&path, serde_json::to_string(&dead).unwrap()).unwrap();
        Claim::refuse_another(dir.path(), "x").unwrap();
        let claim = Claim::take(dir.path(), "x").unwrap();
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        fs::write(&path, "{torn").unwrap();
        assert!(!claim.stands());
        drop(claim);
        let torn = Claim::take(dir.path(), "x").unwrap_err().to_string();
        assert!(torn.contains("remove this file"), "{torn}");
    }
}
