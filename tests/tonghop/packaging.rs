//! What reaches a machine: the version, `make install`, the manual page, the completions.

use super::workdir::{Workdir, project};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_tonghop");

/// What a program that may be missing on this machine printed; without it the rest is left out.
fn output(command: &mut Command) -> Option<Output> {
    let name = command.get_program().to_os_string();
    match command.output() {
        Ok(output) => Some(output),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            eprintln!("no {}: left out", name.display());
            None
        }
        Err(error) => panic!("{}: {error}", name.display()),
    }
}

fn make(target: &str, root: &Path) -> Option<String> {
    let mut make = Command::new("make");
    make.current_dir(project()).args([target, "BUILD="]);
    make.arg(format!("BIN={PROGRAM}"));
    make.arg(format!("ASSETS={}", root.join("assets").display()));
    make.arg(format!("DESTDIR={}", root.join("root").display()));
    make.arg("PREFIX=/opt/tonghop");
    let output = output(&mut make)?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "make {target}: {said}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn files(root: &Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(root).sort_by_file_name();
    let entries = entries.into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            entry
                .path()
                .strip_prefix(root)
                .expect("below")
                .display()
                .to_string()
        })
        .collect()
}

#[test]
fn the_version_comes_first_then_the_build_and_the_schema() {
    let work = Workdir::with_submission("");
    let said = work.run(&["--version"]).exits(0).stdout();
    assert_eq!(work.run(&["-V"]).exits(0).stdout(), said);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], format!("tonghop {}", env!("CARGO_PKG_VERSION")));
    let build = lines[1].strip_prefix("build: ").expect(lines[1]);
    let (commit, rest) = build.split_once(" (").expect(build);
    let commit = commit.strip_suffix("-modified").unwrap_or(commit);
    let is_commit = commit.len() >= 12 && commit.bytes().all(|b| b.is_ascii_hexdigit());
    assert!(is_commit || commit == "unknown" || option_env!("TONGHOP_COMMIT").is_some());
    assert!(
        rest.ends_with(')') && rest.contains(std::env::consts::ARCH),
        "{rest}"
    );
    work.consolidate();
    assert_eq!(lines[2], format!("schema: {}", work.run_json()["schema"]));
    assert_eq!(lines.len(), 3);
}

#[test]
fn make_uninstall_removes_all_that_make_install_put_there() {
    let work = Workdir::new();
    let root = work.path("root");
    if make("install", &work.path("")).is_none() {
        return;
    }
    let expected = [
        "opt/tonghop/bin/tonghop",
        "opt/tonghop/share/bash-completion/completions/tonghop",
        "opt/tonghop/share/fish/vendor_completions.d/tonghop.fish",
        "opt/tonghop/share/man/man1/tonghop.1",
        "opt/tonghop/share/zsh/site-functions/_tonghop",
    ];
    assert_eq!(files(&root), expected);
    for name in expected {
        assert!(
            fs::metadata(root.join(name)).expect(name).len() > 500,
            "{name}"
        );
    }
    let installed = Command::new(root.join(expected[0])).arg("rules").output();
    assert!(installed.expect("the installed program").status.success());
    make("uninstall", &work.path(""));
    assert_eq!(files(&root), [""; 0]);
}

#[test]
fn make_help_lists_every_target_that_people_call() {
    let work = Workdir::new();
    let Some(help) = make("help", &work.path("")) else {
        return;
    };
    let makefile = fs::read_to_string(project().join("Makefile")).expect("Makefile");
    let phony = makefile.lines().find_map(|l| l.strip_prefix(".PHONY: "));
    for target in phony.expect(".PHONY").split(' ').filter(|t| *t != "assets") {
        let listed = help
            .lines()
            .any(|line| line.split(' ').next() == Some(target));
        assert!(listed, "{target} is not listed:\n{help}");
    }
}

#[test]
fn the_manual_page_fits_eighty_columns_without_a_warning() {
    let work = Workdir::new();
    work.write("tonghop.1", work.run(&["man"]).exits(0).stdout());
    let mut man = Command::new("man");
    man.args(["--warnings", "-E", "UTF-8", "-P", "cat", "-l"]);
    man.arg(work.path("tonghop.1"));
    man.env("MANWIDTH", "80").env("LC_ALL", "C.UTF-8");
    let Some(shown) = output(&mut man).filter(|shown| shown.status.success()) else {
        return;
    };
    assert_eq!(String::from_utf8_lossy(&shown.stderr), "");
    let page = String::from_utf8_lossy(&shown.stdout).into_owned();
    for line in page.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let words = [
        "NAME",
        "SYNOPSIS",
        "EXIT STATUS",
        "FILES",
        "tonghop explain",
    ];
    for word in words {
        assert!(page.contains(word), "{word}:\n{page}");
    }
    let is_bare = page.lines().any(|line| line.ends_with(" ."));
    assert!(!is_bare, "an entry without a text:\n{page}");
}

#[test]
fn bash_completes_commands_options_and_values() {
    let work = Workdir::new();
    work.write(
        "tonghop.bash",
        work.run(&["completions", "bash"]).exits(0).stdout(),
    );
    let cases = [
        ("tonghop conso", "consolidate"),
        ("tonghop freeze --reo", "--reopen"),
        ("tonghop check --format j", "json"),
        ("tonghop --lang ", "en vi"),
        ("tonghop completions z", "zsh"),
    ];
    for (typed, expected) in cases {
        let script = format!(
            "source ./tonghop.bash; IFS=' ' read -ra words <<< '{typed}'; [[ '{typed}' == *' ' ]] && words+=('')
             COMP_WORDS=(\"${{words[@]}}\"); COMP_CWORD=$((${{#words[@]}} - 1))
             _tonghop tonghop \"${{words[-1]}}\" \"${{words[-2]}}\"; printf '%s\\n' \"${{COMPREPLY[@]}}\" | sort | xargs"
        );
        let mut bash = Command::new("bash");
        bash.args(["--norc", "-c", &script])
            .current_dir(work.path(""));
        let Some(output) = output(&mut bash) else {
            return;
        };
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        let replies = String::from_utf8_lossy(&output.stdout).trim().to_string();
        assert_eq!(replies, expected, "{typed}");
    }
}

#[test]
fn zsh_and_fish_accept_their_completions() {
    let work = Workdir::new();
    for shell in ["zsh", "fish"] {
        work.write(shell, work.run(&["completions", shell]).exits(0).stdout());
        let mut command = Command::new(shell);
        command.arg("-n").arg(work.path(shell));
        if let Some(output) = output(&mut command) {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(
                output.status.success() && said.is_empty(),
                "{shell}: {said}"
            );
        }
    }
    let source = format!(
        "source {}; complete -C 'tonghop conso'",
        work.path("fish").display()
    );
    let mut fish = Command::new("fish");
    fish.args(["-N", "-c", &source]).env("HOME", work.path(""));
    if let Some(output) = output(&mut fish) {
        let replies = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(replies.starts_with("consolidate\t"), "{replies}");
    }
}
