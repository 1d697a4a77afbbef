//! Names and kinds of entries that would fool a careless program.

use super::tables::plan;
use super::{Case, Inputs};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};

/// Names of departments and files that mean something to a shell, a terminal, a browser, a
/// spreadsheet or another operating system.
const NAMES: [&str; 27] = [
    "-rf",
    "--help",
    "CON",
    "nul",
    "com1.x",
    "..x",
    "...",
    "%2e%2e%2f",
    "a\nb",
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
    "\u{9b}31m",
    "\u{202e}vsc.exe",
    "\u{200f}\u{feff}",
    "=HYPERLINK(\"http:x\")",
    "@SUM(1+1)*cmd|' -C calc'!A0",
    "<script>alert(1)<!script>",
    "\"><img src=x onerror=alert(1)>",
    "'; DROP TABLE",
    "$(reboot)`reboot`",
    "*?[a]{b}",
    "\\..\\..\\etc",
    " ",
    "\t",
    "e\u{301}",
    "\u{e9}",
    "日本語",
    "outputs",
];

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("names that mean something elsewhere", named).accepting(50),
        Case::new("names that differ in invalid bytes only", |to| {
            for byte in 0x80..0xA0u8 {
                let folder = [b"so-".as_slice(), &[byte]].concat();
                let folder = to.path("2021").join(OsStr::from_bytes(&folder));
                fs::create_dir_all(&folder)?;
                let file = [b"a".as_slice(), &[byte], b".csv"].concat();
                let row = format!("Đoàn {byte}");
                fs::write(
                    folder.join(OsStr::from_bytes(&file)),
                    plan(1).replace("Đoàn Sở Y tế", &row),
                )?;
            }
            Ok(())
        })
        .accepting(32),
        Case::new("names of 255 bytes", |to| {
            let name = "x".repeat(251);
            to.write(&format!("2021/{name}abcd/{name}.csv"), plan(1))?;
            to.write(
                &format!("2021/{name}abce/{name}.csv"),
                plan(2).replace("Sở", "Ban"),
            )
        })
        .accepting(3),
        Case::new("links out, round and to devices", links).accepting(1),
        Case::new("FIFOs, sockets and devices", special).accepting(1),
        Case::new("files and folders without permission", |to| {
            to.write("2021/so-a/a.csv", plan(1))?;
            for path in ["2021/so-a/b.csv", "2021/so-b/c.csv"] {
                to.write(path, plan(1))?;
            }
            fs::set_permissions(to.path("2021/so-a/b.csv"), fs::Permissions::from_mode(0o0))?;
            fs::set_permissions(to.path("2021/so-b"), fs::Permissions::from_mode(0o0))
        })
        .by_ordinary_user()
        .accepting(1)
        .saying("so-a/b.csv")
        .saying("2021/so-b"),
        Case::new("a workspace of devices", |to| {
            to.write("2021/so-a/a.csv", plan(1))?;
            symlink("/dev/zero", to.path("departments.csv"))?;
            symlink("/dev/zero", to.path("tonghop.toml"))
        })
        .saying("tonghop.toml"),
    ]
}

fn named(to: &Inputs) -> io::Result<()> {
    for (at, name) in NAMES.iter().enumerate() {
        let row = |n: usize| plan(1).replace("Đoàn Sở Y tế", &format!("Đoàn {at} {n}"));
        to.write(&format!("2021/{name}/a.csv"), row(1))?;
        to.write(&format!("2021/so-{at}/{name}.csv"), row(2))?;
    }
    Ok(())
}

fn links(to: &Inputs) -> io::Result<()> {
    to.write("2021/so-a/a.csv", plan(1))?;
    let link = |target: &str, path: &str| symlink(target, to.path(path));
    link("/dev/zero", "2021/so-a/zero.csv")?;
    link("/etc/passwd", "2021/so-a/passwd.txt")?;
    link("/etc", "2021/etc")?;
    link("/proc/self/root", "2021/root")?;
    link("..", "2021/so-a/up")?;
    link("../..", "2021/so-a/out")?;
    link("self.csv", "2021/so-a/self.csv")?;
    link("nowhere.csv", "2021/so-a/broken.csv")?;
    link(
        "../../../../../../../../../etc/hostname",
        "2021/so-a/dots.csv",
    )?;
    link("two.csv", "2021/so-a/one.csv")?;
    link("one.csv", "2021/so-a/two.csv")
}

fn special(to: &Inputs) -> io::Result<()> {
    use rustix::fs::{CWD, Mode};
    to.write("2021/so-a/a.csv", plan(1))?;
    std::os::unix::net::UnixListener::bind(to.path("2021/so-a/s.csv"))?;
    let made = |path: &str| rustix::fs::mkfifoat(CWD, to.path(path), Mode::from_raw_mode(0o644));
    made("2021/so-a/fifo.csv")?;
    made("2021/fifo.xlsx")?;
    symlink("fifo.csv", to.path("2021/so-a/behind.csv"))
}
