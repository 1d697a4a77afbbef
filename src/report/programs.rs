//! Programs that tests ask to look at an output: LibreOffice and Chromium, where they are installed.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Nothing that a test asks takes longer; a program that hangs fails the test instead of stopping it.
const PATIENCE: Duration = Duration::from_secs(180);

/// Whether a program is there; a test without it says so and passes.
pub fn is_installed(program: &str) -> bool {
    let there = Command::new(program).arg("--version").output().is_ok();
    if !there {
        eprintln!("{program} is not installed: left out");
    }
    there
}

/// Runs a program to its end and gives what it printed.
pub fn run(program: &str, args: &[&str], folder: &Path) -> String {
    let out = folder.join("printed");
    let mut child = Command::new(program)
        .args(args)
        .stdout(Stdio::from(File::create(&out).expect("a file")))
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("the program is waited for") {
            break status;
        }
        if begun.elapsed() > PATIENCE {
            child.kill().expect("the program is ended");
            panic!("{program} takes longer than {PATIENCE:?}");
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    assert!(status.success(), "{program} {args:?}: {status}");
    let printed = std::fs::read(&out).expect("what it printed");
    String::from_utf8_lossy(&printed).into_owned()
}
