//! Who may use whom: read from the `use` lines and paths of the sources.

use super::workdir::project;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Modules in the order in which they may use one another; those of one line may not.
const LAYERS: [&[&str]; 12] = [
    &["model", "program", "system"],
    &["vocabulary", "words"],
    &["rules"],
    &[
        "edition",
        "config",
        "progress",
        "interrupt",
        "settled",
        "today",
    ],
    &[
        "discover",
        "read",
        "segment",
        "interpret",
        "merge",
        "summarise",
        "compare",
        "report",
        "archive",
        "show",
    ],
    // Its tables have the definitions of those in report/.
    &["export"],
    &["outputs"],
    &["failure"],
    &["workspace"],
    &["pipeline", "cli"],
    &["commands"],
    &["main", "lib"],
];

/// Folders whose files may still import one another in a circle: their new design comes with the next issue.
const CIRCLES_LEFT: [&str; 2] = ["segment", "interpret"];

fn rank(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// A source file as the layers see it.
struct Source {
    /// The module under `src` that it belongs to.
    module: String,
    path: String,
    /// Its own module path: `archive::lock`.
    name: Vec<String>,
    /// Its lines without comments, tests and what only tests need.
    code: String,
    /// The whole text.
    text: String,
}

/// Every source file that is not test code.
fn sources() -> Vec<Source> {
    let root = project().join("src");
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.expect("a source");
        let path = entry.path().strip_prefix(&root).expect("below src");
        if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(entry.path()).expect("text");
            files.push(source(&path.display().to_string(), text));
        }
    }
    let tests: Vec<Vec<String>> = files.iter().flat_map(test_modules).collect();
    files.retain(|file| !tests.iter().any(|tests| file.name.starts_with(tests)));
    files
}

fn source(path: &str, text: String) -> Source {
    let mut name: Vec<String> = path
        .trim_end_matches(".rs")
        .split('/')
        .map(String::from)
        .collect();
    name.pop_if(|last| last == "mod");
    let before_tests = text.split("#[cfg(test)]\nmod tests {").next();
    let lines = before_tests.unwrap_or_default().lines();
    let code: Vec<&str> = lines
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    Source {
        module: name[0].clone(),
        path: path.to_string(),
        code: code.join("\n"),
        name,
        text,
    }
}

/// Modules that a file declares for its tests alone.
fn test_modules(file: &Source) -> Vec<Vec<String>> {
    let declared = file.text.split("#[cfg(test)]\n").skip(1);
    let named = declared.filter_map(|rest| {
        let line = rest.lines().next()?.strip_suffix(';')?;
        let name = line.trim_start_matches("pub ").strip_prefix("mod ")?;
        let mut module = file.name.clone();
        module.push(name.to_string());
        Some(module)
    });
    named.collect()
}

/// The words of a path that begins at a byte of a text.
fn words_of(path: &str) -> Vec<String> {
    let end = path.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let path = path[..end.unwrap_or(path.len())].trim_end_matches(':');
    path.split("::").map(String::from).collect()
}

/// Crate modules that a source names in code.
fn used(code: &str) -> BTreeSet<String> {
    let paths = code.split("crate::").skip(1);
    let names = paths.map(|rest| words_of(rest)[0].clone());
    names.filter(|name| rank(name).is_some()).collect()
}

#[test]
fn modules_use_only_what_stands_below_them() {
    let mut wrong = Vec::new();
    for file in sources() {
        let own =
            rank(&file.module).unwrap_or_else(|| panic!("{}: a module without a layer", file.path));
        for used in used(&file.code) {
            let below = rank(&used).is_some_and(|rank| rank < own);
            if used != file.module && !below {
                wrong.push(format!("{} uses {used}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The paths of `use` declarations, groups in braces taken apart.
fn imports(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for declared in code.split("use ").skip(1) {
        let Some((tree, _)) = declared.split_once(';') else {
            continue;
        };
        let tree: String = tree.chars().filter(|c| !c.is_whitespace()).collect();
        if ["crate::", "super::"]
            .iter()
            .any(|root| tree.starts_with(root))
        {
            branches(&tree, "", &mut paths);
        }
    }
    paths
}

fn branches(tree: &str, above: &str, paths: &mut Vec<Vec<String>>) {
    let Some((stem, rest)) = tree.split_once('{') else {
        paths.push(words_of(&format!("{above}{tree}")));
        return;
    };
    let stem = format!("{above}{stem}");
    let (mut depth, mut branch) = (0, String::new());
    for letter in rest.chars() {
        match letter {
            ',' | '}' if depth == 0 => branches(&std::mem::take(&mut branch), &stem, paths),
            _ => branch.push(letter),
        }
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
    }
}

/// The file that an import leads to: the longest beginning of its path that names one.
fn target(file: &Source, path: &[String], names: &BTreeSet<Vec<String>>) -> Option<Vec<String>> {
    let supers = path.iter().take_while(|word| *word == "super").count();
    let above = match supers {
        0 => Vec::new(),
        up => file.name[..file.name.len() - up].to_vec(),
    };
    let full = [above, path[supers.max(1)..].to_vec()].concat();
    let mut beginnings = (1..=full.len()).rev().map(|end| full[..end].to_vec());
    beginnings.find(|beginning| names.contains(beginning))
}

/// What each file imports, itself and the files of the folders above it aside: a folder's first file
/// declares and gathers what stands in it.
fn graph(files: &[Source]) -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let names: BTreeSet<Vec<String>> = files.iter().map(|file| file.name.clone()).collect();
    let imported = |file: &Source| {
        let paths = imports(&file.code).into_iter();
        let targets = paths.filter_map(|path| target(file, &path, &names));
        let others = targets.filter(|target| !file.name.starts_with(target));
        others.collect::<BTreeSet<_>>()
    };
    files
        .iter()
        .map(|file| (file.name.clone(), imported(file)))
        .collect()
}

#[test]
fn files_import_one_another_in_no_circle() {
    let mut files = sources();
    files.retain(|file| !CIRCLES_LEFT.contains(&file.module.as_str()));
    let mut graph = graph(&files);
    // Whatever imports nothing that is left, or is imported by nothing that is left, is in no circle.
    loop {
        let before = graph.len();
        let known: BTreeSet<Vec<String>> = graph.keys().cloned().collect();
        graph.retain(|_, imported| !imported.is_disjoint(&known));
        let imported: BTreeSet<Vec<String>> = graph.values().flatten().cloned().collect();
        graph.retain(|name, _| imported.contains(name));
        if graph.len() == before {
            break;
        }
    }
    let circles: Vec<String> = graph.keys().map(|name| name.join("::")).collect();
    assert!(
        circles.is_empty(),
        "files in circles, or between two: {circles:#?}"
    );
}

/// Crates, and the modules that may use them.
const HOMES: [(&str, &[&str]); 14] = [
    ("polars", &["summarise"]),
    ("clap", &["cli", "main"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("indicatif", &["progress"]),
    ("csv", &["read", "vocabulary", "compare", "export"]),
    ("walkdir", &["discover", "archive", "system"]),
    ("signal_hook", &["system"]),
    ("ctrlc", &["system"]),
    ("anstyle_query", &["system"]),
    ("same_file", &["system"]),
    ("terminal_size", &["system"]),
    ("rust_xlsxwriter", &["report"]),
    ("maud", &["report"]),
];

fn uses_crate(code: &str, name: &str) -> bool {
    let declared = format!("use {name}::");
    let paths = [
        format!(" {name}::"),
        format!("({name}::"),
        format!("<{name}::"),
    ];
    code.lines().any(|line| {
        let in_path = paths.iter().any(|path| line.contains(path.as_str()));
        line.trim_start().starts_with(&declared) || in_path
    })
}

#[test]
fn crates_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (name, homes) in HOMES {
            if uses_crate(&file.code, name) && !homes.contains(&file.module.as_str()) {
                wrong.push(format!("{} uses the crate {name}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What only one operating system has.
const PLATFORM: [&str; 4] = ["std::os::", "rustix", "/proc/", "libc::"];

#[test]
fn what_only_one_system_has_stands_in_one_folder() {
    let mut files = sources();
    files.retain(|file| file.module != "system");
    let wrong = files.iter().filter(|file| {
        let mut words = PLATFORM.iter();
        words.any(|word| file.code.contains(word))
    });
    let wrong: Vec<&String> = wrong.map(|file| &file.path).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_source_opens_with_what_it_decides_and_stays_short() {
    for file in sources() {
        let path = &file.path;
        assert!(file.text.starts_with("//! "), "{path}: no opening line");
        let lines = file.text.lines().count();
        assert!(lines <= 400, "{path}: {lines} lines; split it");
    }
}
