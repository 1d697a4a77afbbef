//! Who may use whom: read from the `use` lines and paths of the sources.

use super::workdir::project;
use std::collections::BTreeSet;
use std::fs;

/// Modules in the order in which they may use one another; those of one line may not.
const LAYERS: [&[&str]; 10] = [
    &["model", "program"],
    &["vocabulary"],
    &["rules"],
    &[
        "discover",
        "read",
        "segment",
        "interpret",
        "merge",
        "summarise",
        "publish",
        "show",
    ],
    &["config", "progress", "failure", "interrupt", "settled"],
    &["workspace"],
    &["pipeline"],
    &["cli"],
    &["commands"],
    &["main", "lib"],
];

fn rank(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// Every source file with the module that it belongs to.
fn sources() -> Vec<(String, String, String)> {
    let root = project().join("src");
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.expect("a source");
        if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "rs")
        {
            let path = entry.path().strip_prefix(&root).expect("below src");
            let first = path
                .components()
                .next()
                .expect("a name")
                .as_os_str()
                .to_string_lossy();
            let module = first.trim_end_matches(".rs").to_string();
            let text = fs::read_to_string(entry.path()).expect("text");
            files.push((module, path.display().to_string(), text));
        }
    }
    files
}

/// Crate modules that a source names in code, comments aside.
fn used(text: &str) -> BTreeSet<String> {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let mut used = BTreeSet::new();
    for line in code {
        for part in line.split("crate::").skip(1) {
            let name: String = part
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if rank(&name).is_some() {
                used.insert(name);
            }
        }
    }
    used
}

#[test]
fn modules_use_only_what_stands_below_them() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        let own = rank(&module).unwrap_or_else(|| panic!("{path}: a module without a layer"));
        for used in used(&text) {
            let below = rank(&used).is_some_and(|rank| rank < own);
            if used != module && !below {
                wrong.push(format!("{path} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn crates_stay_where_they_belong() {
    let homes: [(&str, &[&str]); 8] = [
        ("polars", &["summarise"]),
        ("clap", &["cli", "main"]),
        ("clap_complete", &["cli"]),
        ("roff", &["cli"]),
        ("indicatif", &["progress"]),
        ("csv", &["read", "vocabulary", "publish"]),
        ("walkdir", &["discover", "publish"]),
        ("signal_hook", &["interrupt"]),
    ];
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        for (name, allowed) in homes {
            let at_use = format!("use {name}::");
            let path_use = [
                format!(" {name}::"),
                format!("({name}::"),
                format!("<{name}::"),
            ];
            let code: Vec<&str> = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            let uses = code.iter().any(|line| {
                line.trim_start().starts_with(&at_use)
                    || path_use.iter().any(|p| line.contains(p.as_str()))
            });
            if uses && !allowed.contains(&module.as_str()) {
                wrong.push(format!("{path} uses the crate {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_source_opens_with_what_it_decides_and_stays_short() {
    for (_, path, text) in sources() {
        assert!(
            text.starts_with("//! ") || path.ends_with("tests.rs"),
            "{path}: no head line"
        );
        let lines = text.lines().count();
        assert!(lines <= 400, "{path}: {lines} lines; split it");
    }
}
