//! Folders with too many entries, or too deep.

use super::tables::plan;
use super::{Case, Inputs, Scale};
use std::fs;
use std::io;
use std::os::fd::OwnedFd;

pub fn cases(scale: Scale) -> Vec<Case> {
    vec![
        Case::new("many empty files in one folder", move |to| {
            to.write("2021/so-a/a.csv", plan(1))?;
            for number in 0..scale.of(2_000, 100_000) {
                to.create(&format!("2021/so-a/{number}.csv"))?;
            }
            Ok(())
        })
        .accepting(1),
        Case::new("many files of another type", move |to| {
            to.write("2021/so-a/a.csv", plan(1))?;
            for number in 0..scale.of(2_000, 100_000) {
                to.create(&format!("2021/so-a/{number}.jpg"))?;
            }
            Ok(())
        })
        .accepting(1),
        Case::new("many small submissions", move |to| {
            let files = scale.of(1_000, 100_000);
            for number in 0..files {
                let text = plan(1).replace("Đoàn Sở Y tế", &format!("Đoàn {number}"));
                to.write(&format!("2021/so-a/{number}.csv"), text)?;
            }
            Ok(())
        }),
        Case::new("many departments", move |to| {
            for number in 0..scale.of(500, 10_000) {
                let text = plan(1).replace("Đoàn Sở Y tế", &format!("Đoàn {number}"));
                to.write(&format!("2021/so-{number}/a.csv"), text)?;
            }
            Ok(())
        }),
        Case::new("many versions of one file", move |to| {
            // A version's number has three digits at most.
            for number in 1..=scale.of(500, 999) {
                let text = plan(1).replace("08", &number.to_string());
                to.write(&format!("2021/so-a/bao cao lan {number}.csv"), text)?;
            }
            Ok(())
        })
        .accepting(1),
        Case::new("many copies of one file", move |to| {
            for number in 1..=scale.of(500, 5_000) {
                to.write(&format!("2021/so-a/{number}.csv"), plan(1))?;
            }
            Ok(())
        })
        .accepting(1),
        Case::new("a register of many names", move |to| {
            to.write("2021/so-a/a.csv", plan(1))?;
            let aliases: Vec<String> = (0..scale.of(30_000, 100_000))
                .map(|n| format!("Sở khác {n}"))
                .collect();
            let register = format!(
                "slug,name,short_name,aliases,owes,from,to\nso-a,Sở A,,{},,,\n",
                aliases.join(";")
            );
            to.write("departments.csv", register)
        })
        .accepting(1),
        Case::new("a vocabulary of many words", move |to| {
            to.write("2021/so-a/a.csv", plan(1))?;
            let words: String = (0..scale.of(30_000, 300_000))
                .map(|n| format!("LA,Xứ sở {n}\n"))
                .collect();
            to.write("vocabulary/countries.csv", format!("code,alias\n{words}"))
        })
        .accepting(1),
        Case::new("many decisions", move |to| {
            to.write("2021/so-a/a.csv", plan(1))?;
            let lines: String = (0..scale.of(50_000, 500_000))
                .map(|n| format!("{n:016x},accept,,,\n"))
                .collect();
            to.write(
                "decisions.csv",
                format!("fingerprint,decision,reason,by,date\n{lines}"),
            )
        })
        .accepting(1),
        Case::new("folders 2,000 deep", |to| {
            to.write("2021/so-a/a.csv", plan(1))?;
            deep(to, 2_000)
        })
        .accepting(1)
        .saying("so-a"),
        Case::new("every year of a century", |to| {
            for year in 1950..2050 {
                fs::create_dir_all(to.path(&year.to_string()))?;
            }
            to.write("2021/so-a/a.csv", plan(1))
        })
        .accepting(1),
    ]
}

/// Folders within folders, with names so long that the path passes what the system opens. Each is made
/// relative to the one above.
fn deep(to: &Inputs, depth: usize) -> io::Result<()> {
    use rustix::fs::{Mode, OFlags, mkdirat, openat};
    let mut above: OwnedFd = fs::File::open(to.path("2021/so-a"))?.into();
    for _ in 0..depth {
        mkdirat(&above, "deeper", Mode::from_raw_mode(0o755))?;
        above = openat(&above, "deeper", OFlags::DIRECTORY, Mode::empty())?;
    }
    let file = openat(
        &above,
        "b.csv",
        OFlags::CREATE | OFlags::WRONLY,
        Mode::from_raw_mode(0o644),
    )?;
    rustix::io::write(&file, plan(1).as_bytes())?;
    Ok(())
}
