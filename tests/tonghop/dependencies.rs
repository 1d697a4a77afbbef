//! Which crates come in: each one is listed with its version, licence and reason, and is used. Which licences may be
//! handed on `make deny` says.

use super::workdir::project;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use toml::Table;

/// Packages of the workspace: where each lies, its heading in `docs/dependencies.md`, its sources.
const PACKAGES: [(&str, &str, &[&str]); 5] = [
    (".", "The program", &["src", "tests"]),
    (
        "crates/read",
        "The reader (`crates/read`)",
        &["crates/read/src"],
    ),
    // Its corpora are written in the letters of the tests' corpora.
    (
        "benches",
        "`make bench`",
        &["benches", "tests/tonghop/corpus"],
    ),
    ("faults", "`make faults`", &["faults"]),
    ("fuzz", "`make fuzz`", &["fuzz"]),
];

fn text(path: &str) -> String {
    fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn toml(path: &str) -> Table {
    text(path)
        .parse()
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Crates from elsewhere that a package names, and whether only its tests do.
fn direct(manifest: &Table) -> BTreeMap<String, bool> {
    let sections = [
        ("dependencies", false),
        ("build-dependencies", false),
        ("dev-dependencies", true),
    ];
    let mut direct = BTreeMap::new();
    let systems = manifest.get("target").and_then(|value| value.as_table());
    let systems = systems.into_iter().flat_map(Table::values);
    let parts = systems.filter_map(|system| system.as_table());
    for part in parts.chain([manifest]) {
        for (section, is_for_tests) in sections {
            let section = part.get(section).and_then(|value| value.as_table());
            for name in section.into_iter().flat_map(Table::keys) {
                direct.insert(name.clone(), is_for_tests);
            }
        }
    }
    direct.retain(|name, _| !name.starts_with("tonghop"));
    direct
}

/// Licence of each crate of this system, by name and version: as the crates state it, from cargo alone.
fn licences() -> BTreeMap<(String, String), String> {
    let mut cargo = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
    cargo
        .current_dir(project())
        .args(["tree", "--offline", "--locked"]);
    cargo.args([
        "--edges",
        "normal,build,dev",
        "--prefix",
        "none",
        "--format",
        "{p}|{l}",
    ]);
    let output = cargo.output().expect("cargo");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    let tree = String::from_utf8(output.stdout).expect("text");
    let mut licences = BTreeMap::new();
    for line in tree.lines() {
        let (package, licence) = line.split_once('|').expect(line);
        let mut words = package.split(' ');
        let name = words.next().expect(line).to_string();
        let version = words
            .next()
            .expect(line)
            .trim_start_matches('v')
            .to_string();
        let licence = licence.trim_end_matches(" (*)").replace('/', " OR ");
        licences.insert((name, version), licence);
    }
    assert!(licences.len() > 100, "{licences:?}");
    licences
}

#[test]
fn every_direct_dependency_is_listed_with_version_licence_and_reason() {
    let lock = toml("Cargo.lock");
    let locked = lock["package"].as_array().expect("packages");
    let version = |name: &str| {
        let found = locked.iter().find(|p| p["name"].as_str() == Some(name));
        found.and_then(|p| p["version"].as_str()).expect(name)
    };
    let licences = licences();
    let document = text("docs/dependencies.md");
    for (folder, heading, _) in PACKAGES {
        let part = document
            .split(&format!("## {heading}\n"))
            .nth(1)
            .expect(heading);
        let part = part.split("\n## ").next().unwrap_or_default();
        let rows: Vec<&str> = part
            .lines()
            .filter(|line| line.starts_with("| "))
            .skip(2)
            .collect();
        let direct = direct(&toml(&format!("{folder}/Cargo.toml")));
        assert_eq!(rows.len(), direct.len(), "{heading}: {rows:#?}");
        for (name, is_for_tests) in direct {
            let version = version(&name);
            // Crates of the other packages are there only once those were built.
            let licence = licences.get(&(name.clone(), version.to_string()));
            let mark = if is_for_tests && folder == "." {
                " (tests)"
            } else {
                ""
            };
            let mut start = format!("| {name}{mark} | {version} | ");
            start += &licence.map_or_else(String::new, |licence| format!("{licence} | "));
            let row = rows.iter().find(|row| row.starts_with(&start));
            let row = row.unwrap_or_else(|| panic!("{heading}: no row {start}\n{rows:#?}"));
            let reason = row.split(" | ").nth(3).unwrap_or_default();
            assert!(reason.len() > 10, "{row}");
        }
    }
}

#[test]
fn every_direct_dependency_is_named_by_a_source() {
    for (folder, _, sources) in PACKAGES {
        let mut code = String::new();
        for source in sources {
            let entries = walkdir::WalkDir::new(project().join(source));
            let entries = entries.into_iter().filter_map(Result::ok);
            let is_rust = |path: &std::path::Path| path.extension().is_some_and(|e| e == "rs");
            for entry in entries.filter(|entry| is_rust(entry.path())) {
                code += &fs::read_to_string(entry.path()).expect("a source");
            }
        }
        for name in direct(&toml(&format!("{folder}/Cargo.toml"))).keys() {
            let path = format!("{}::", name.replace('-', "_"));
            assert!(code.contains(&path), "{folder}: {name} is not used");
        }
    }
}

#[test]
fn every_package_of_the_workspace_restricts_unsafe_code() {
    for (folder, heading, _) in PACKAGES {
        let manifest = toml(&format!("{folder}/Cargo.toml"));
        // The fuzzer counts memory in an allocator, in one file that is excepted by name.
        let expected = if folder == "fuzz" { "deny" } else { "forbid" };
        let lints = match manifest["lints"].get("workspace") {
            Some(_) => &toml("Cargo.toml")["workspace"]["lints"],
            None => &manifest["lints"],
        };
        let lint = lints["rust"]["unsafe_code"].as_str();
        assert_eq!(lint, Some(expected), "{heading}");
    }
}
