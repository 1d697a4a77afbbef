//! A small office whose next run always has something to publish, and what holds of its outputs
//! after a run that failed: the old run whole or the new one whole, and the next run works.

use crate::program::{AS_OF, Program, Run};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";

/// What lies in a published folder, by name.
pub type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// What stands after a run that was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    Old,
    New,
}

/// A folder of submissions of eight departments, and an outputs folder.
pub struct Office {
    folder: PathBuf,
    pub outputs: PathBuf,
    state: u32,
}

impl Office {
    /// # Errors
    /// When its files cannot be written.
    pub fn new(folder: &Path, outputs: &Path) -> io::Result<Office> {
        let office = Office {
            folder: folder.to_path_buf(),
            outputs: outputs.to_path_buf(),
            state: 0,
        };
        for number in 0..8 {
            let submissions = folder.join(format!("inputs/2021/so-{number}"));
            fs::create_dir_all(&submissions)?;
            fs::write(submissions.join("ke hoach.csv"), plan(3 + number))?;
        }
        Ok(office)
    }

    /// A department sends other figures: the next run has something new.
    ///
    /// # Errors
    /// When its file cannot be written.
    pub fn change(&mut self) -> io::Result<()> {
        self.state = 1 - self.state;
        let file = self.folder.join("inputs/2021/so-0/ke hoach.csv");
        fs::write(file, plan(3 + self.state))
    }

    pub fn command(&self, program: &Program) -> Command {
        let outputs = self.outputs.to_string_lossy();
        let arguments = ["consolidate", "-o", &outputs, "--as-of", AS_OF];
        program.command(&self.folder, &[&arguments[..], &["--lang", "en"]].concat())
    }

    /// # Errors
    /// When the program cannot be started or watched.
    pub fn run(&self, program: &Program) -> io::Result<Run> {
        program.watch(self.command(program))
    }

    /// What is published now; nothing where nothing is.
    pub fn published(&self) -> Tree {
        tree(&self.outputs.join("2021"))
    }

    /// Names of what a stopped run may leave and a run that ended may not.
    pub fn leftovers(&self) -> Vec<String> {
        let entries = walkdir::WalkDir::new(&self.outputs).into_iter().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let is_left = |name: &String| {
            let staged = [".tonghop-staging-", ".tonghop-publishing"];
            name.ends_with(".new") || staged.iter().any(|begin| name.starts_with(begin))
        };
        names.filter(is_left).collect()
    }

    /// Holds a stopped run to the promise: lets the next one run on the same submissions, and says
    /// what stood before it, or what is wrong.
    ///
    /// # Errors
    /// When the next run cannot be started or watched.
    pub fn recovers(
        &self,
        program: &Program,
        before: &Tree,
    ) -> io::Result<(Stands, Vec<String>, String)> {
        let stood = self.published();
        let next = self.run(program)?;
        let after = self.published();
        let mut wrong = next.misdeeds();
        if !matches!(next.code(), Some(0 | 1)) {
            wrong.push(format!("the next run ends with {:?}", next.code()));
        }
        if after == *before {
            wrong.push("the next run published nothing".into());
        }
        // The same submissions once more are nothing new: what stands after is what stood.
        if stood != *before && stood != after {
            let (old, new) = (differing(&stood, before), differing(&stood, &after));
            wrong.push(format!(
                "neither run whole: unlike the old {old}, unlike the new {new}"
            ));
        }
        let left = self.leftovers();
        if !left.is_empty() {
            wrong.push(format!("left behind: {}", left.join(" ")));
        }
        if self.outputs.join("edited").exists() {
            wrong.push("what nobody edited was kept as edited".into());
        }
        let stands = if stood == *before {
            Stands::Old
        } else {
            Stands::New
        };
        Ok((stands, wrong, next.said()))
    }
}

fn plan(rows: u32) -> String {
    let mut text = format!("DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n");
    for row in 1..=rows {
        text.push_str(&format!(
            "{row};Đoàn số {row};Giám đốc;Lào;Sở Y tế;Hội đàm {row};{row};05;Quý III/2021;NSNN;\n"
        ));
    }
    text
}

fn tree(folder: &Path) -> Tree {
    let entries = walkdir::WalkDir::new(folder).into_iter().flatten();
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    let named = files.map(|file| {
        let bytes = fs::read(file.path()).unwrap_or_else(|error| error.to_string().into());
        (file.into_path(), bytes)
    });
    named.collect()
}

/// How many files are in one tree only, or differ.
fn differing(one: &Tree, other: &Tree) -> usize {
    let lacking = other.keys().filter(|name| !one.contains_key(*name)).count();
    let unlike = |(name, bytes): &(&PathBuf, &Vec<u8>)| other.get(*name) != Some(*bytes);
    lacking + one.iter().filter(unlike).count()
}
