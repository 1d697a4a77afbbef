use super::files::{STAGING, aside, list};
use super::history::{self, Entry, History};
use super::journal::Journal;
use super::*;
use rayon::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn files(text: &str) -> [(&'static str, Vec<u8>); 2] {
    [
        ("a.csv", text.as_bytes().to_vec()),
        ("feedback/b.xlsx", b"b".to_vec()),
    ]
}

fn entry(text: &str) -> Entry {
    Entry {
        when: format!("time of {text}"),
        as_of: "2020-11-11".into(),
        year: 2021,
        run_id: text.into(),
        input_digest: String::new(),
        exit: 0,
        totals: Value::Null,
        first_seen: Vec::new(),
        outputs: manifest(&files(text)),
        submissions: None,
        heard: None,
        sources: None,
    }
}

fn run(outputs: &Outputs, text: &str) -> Run {
    let draft = outputs.draft(2021, || false).unwrap();
    for (name, bytes) in files(text) {
        draft.write(name, &bytes).unwrap();
    }
    let entry = entry(text);
    assert_eq!(draft.manifest(), entry.outputs);
    Run { entry, draft }
}

/// A run that was killed when all of it was written, and its journal where `journal` says so.
fn killed(outputs: &Outputs, text: &str, journal: bool) {
    let run = run(outputs, text);
    run.draft.settle().unwrap();
    run.draft.hand_over();
    if journal {
        Journal::write(outputs.root(), &[&run.entry]).unwrap();
    }
}

/// Opens OUTPUTS. A program that another test starts holds a copy of a lock for the instant before it
/// becomes itself: what is still held is asked for again.
fn open(root: &Path, holder: &str) -> Outputs {
    let tries = (0..200).find_map(|_| {
        let opened = Outputs::open(root, holder).ok();
        if opened.is_none() {
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        opened
    });
    tries.expect("the lock is free")
}

fn publish(root: &Path, text: &str) {
    let outputs = open(root, "test");
    let history = History::read(root).unwrap();
    let run = run(&outputs, text);
    outputs.publish(&[run], &history).unwrap();
}

fn read(root: &Path, name: &str) -> String {
    fs::read_to_string(root.join(name)).unwrap()
}

const WHOLE: [&str; 4] = [
    ".lock",
    "2021/a.csv",
    "2021/feedback/b.xlsx",
    "history.jsonl",
];

#[test]
fn a_second_run_replaces_the_first_and_keeps_what_people_edited() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    publish(root, "one");
    assert_eq!(list(root).unwrap(), WHOLE);
    fs::write(root.join("2021/a.csv"), "edited").unwrap();
    publish(root, "two");
    assert_eq!(read(root, "edited/2021/a.csv"), "edited");
    assert_eq!(read(root, "2021/a.csv"), "two");
    fs::write(root.join("2021/a.csv"), "edited again").unwrap();
    publish(root, "three");
    assert_eq!(read(root, "edited/2021/a (2).csv"), "edited again");
    assert_eq!(fs::read_dir(root.join("edited/2021")).unwrap().count(), 2);
}

#[test]
fn a_spreadsheet_program_that_has_a_file_open_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    publish(dir.path(), "one");
    for name in ["2021/~$summary.xlsx", "2021/.~lock.summary.xlsx#"] {
        fs::write(dir.path().join(name), "user").unwrap();
    }
    let outputs = open(dir.path(), "test");
    assert!(outputs.is_intact(2021, &entry("one").outputs));
    drop(outputs);
    publish(dir.path(), "two");
    assert!(!dir.path().join("edited").exists());
}

#[test]
fn what_stands_is_whole_as_published_with_one_file_less_or_another_it_is_not() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    publish(root, "one");
    let outputs = open(root, "test");
    let manifest = entry("one").outputs;
    let whole = || outputs.standing(2021).unwrap().holds(&manifest);
    assert!(whole() && Standing::published(&manifest).holds(&manifest));
    assert!(!outputs.standing(2020).unwrap().holds(&manifest));
    let table = root.join("2021/a.csv");
    fs::rename(&table, root.join("kept")).unwrap();
    assert!(!whole());
    // The same content behind a link is not what was published.
    std::os::unix::fs::symlink(root.join("kept"), &table).unwrap();
    assert!(!whole());
    fs::remove_file(&table).unwrap();
    fs::rename(root.join("kept"), &table).unwrap();
    assert!(whole());
}

#[test]
fn files_are_for_the_group_and_not_for_the_world() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("out");
    publish(&root, "x");
    for entry in walkdir::WalkDir::new(&root) {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o007, 0, "{}", entry.path().display());
    }
}

#[test]
fn the_lock_is_exclusive_and_names_its_holder() {
    let dir = tempfile::tempdir().unwrap();
    let held = open(dir.path(), "process 7 since noon");
    let error = Outputs::open(dir.path(), "late").unwrap_err().to_string();
    assert!(error.contains("process 7 since noon"), "{error}");
    drop(held);
    open(dir.path(), "free again");
}

#[test]
fn leftovers_of_a_run_that_was_killed_before_publishing_are_cleared() {
    let dir = tempfile::tempdir().unwrap();
    publish(dir.path(), "one");
    let outputs = open(dir.path(), "killed");
    killed(&outputs, "two", false);
    drop(outputs);
    open(dir.path(), "next");
    assert_eq!(list(dir.path()).unwrap(), WHOLE);
    assert_eq!(read(dir.path(), "2021/a.csv"), "one");
}

/// Where a run is killed once its journal stands, with how far it had come.
type Kill = (&'static str, fn(&Outputs));

const KILLS: [Kill; 5] = [
    ("before the exchange", |_| {}),
    ("after the exchange", |outputs| {
        outputs.appear(2021).unwrap()
    }),
    ("in a slow exchange, the old one aside", |outputs| {
        let aside = aside(&outputs.staging(2021));
        fs::rename(outputs.year(2021), aside).unwrap();
    }),
    ("in a slow exchange, the new one in place", |outputs| {
        let stage = outputs.staging(2021);
        fs::rename(outputs.year(2021), aside(&stage)).unwrap();
        fs::rename(stage, outputs.year(2021)).unwrap();
    }),
    ("after the history", |outputs| {
        outputs.appear(2021).unwrap();
        history::append(outputs.root(), &[&entry("two")]).unwrap();
    }),
];

#[test]
fn a_run_that_was_killed_while_publishing_is_ended_by_the_next() {
    for (when, kill) in KILLS {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        publish(root, "one");
        fs::write(root.join("2021/feedback/b.xlsx"), "edited").unwrap();
        let outputs = open(root, "killed");
        killed(&outputs, "two", true);
        kill(&outputs);
        drop(outputs);
        let outputs = open(root, "next");
        assert!(
            outputs.is_intact(2021, &entry("two").outputs),
            "killed {when}"
        );
        let history = History::read(root).unwrap();
        let runs: Vec<_> = history.of_year(2021).map(|e| e.run_id.as_str()).collect();
        assert_eq!(runs, ["one", "two"], "killed {when}");
        assert_eq!(read(root, "edited/2021/feedback/b.xlsx"), "edited");
        let left = fs::read_dir(root).unwrap().flatten();
        let left: Vec<_> = left
            .map(|entry| entry.file_name())
            .filter(|name| {
                name.to_string_lossy()
                    .starts_with(STAGING.trim_end_matches("staging-"))
            })
            .collect();
        assert!(left.is_empty(), "killed {when}: {left:?}");
    }
}

#[test]
fn a_history_that_cannot_be_written_takes_every_campaign_back() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    publish(root, "one");
    let outputs = open(root, "test");
    let history = History::read(root).unwrap();
    fs::remove_file(root.join("history.jsonl")).unwrap();
    fs::create_dir(root.join("history.jsonl")).unwrap();
    let runs = [run(&outputs, "two")];
    outputs.publish(&runs, &history).unwrap_err();
    assert_eq!(read(root, "2021/a.csv"), "one");
    fs::remove_dir(root.join("history.jsonl")).unwrap();
    assert_eq!(list(root).unwrap(), WHOLE[..3]);
}

#[test]
fn a_run_that_is_stopped_while_it_writes_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    publish(root, "one");
    let outputs = open(root, "test");
    let history = History::read(root).unwrap();
    let draft = outputs.draft(2021, || true).unwrap();
    let stopped = draft.write("a.csv", b"two").unwrap_err().to_string();
    assert!(stopped.contains("nothing was changed"), "{stopped}");
    let entry = entry("two");
    outputs
        .publish(&[Run { entry, draft }], &history)
        .unwrap_err();
    assert_eq!(list(root).unwrap(), WHOLE);
    assert_eq!(read(root, "2021/a.csv"), "one");
}

#[test]
fn a_journal_that_nobody_can_read_stops_no_run_and_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    publish(root, "one");
    let outputs = open(root, "killed");
    killed(&outputs, "two", false);
    outputs.appear(2021).unwrap();
    drop(outputs);
    fs::write(root.join(".tonghop-publishing.json"), "[{").unwrap();
    publish(root, "three");
    assert_eq!(read(root, "2021/a.csv"), "three");
    assert_eq!(read(root, "edited/2021 (whole)/a.csv"), "one");
    assert!(!root.join(".tonghop-publishing.json").exists());
}

#[test]
fn a_link_where_a_year_belongs_is_kept_and_what_it_leads_to_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let (root, elsewhere) = (dir.path().join("out"), dir.path().join("elsewhere"));
    fs::create_dir_all(&root).unwrap();
    fs::create_dir_all(&elsewhere).unwrap();
    fs::write(elsewhere.join("theirs"), "theirs").unwrap();
    std::os::unix::fs::symlink(&elsewhere, root.join("2021")).unwrap();
    publish(&root, "one");
    assert_eq!(read(&root, "2021/a.csv"), "one");
    assert_eq!(read(&elsewhere, "theirs"), "theirs");
    let kept = fs::read_link(root.join("edited/2021 (whole)")).unwrap();
    assert_eq!(kept, elsewhere);
}

#[test]
fn a_replaced_folder_that_cannot_be_gone_through_is_kept_whole_by_the_next_run() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    publish(root, "one");
    fs::write(root.join("2021/a.csv"), "edited").unwrap();
    fs::create_dir(root.join("edited")).unwrap();
    fs::write(root.join("edited/2021"), "a file where a folder belongs").unwrap();
    publish(root, "two");
    assert_eq!(read(root, "2021/a.csv"), "two");
    drop(open(root, "next"));
    assert_eq!(read(root, "edited/2021 (whole)/a.csv"), "edited");
    assert_eq!(read(root, "edited/2021"), "a file where a folder belongs");
    let left = fs::read_dir(root).unwrap().flatten();
    let mut names = left.map(|entry| entry.file_name().to_string_lossy().into_owned());
    assert!(!names.any(|name| name.starts_with(STAGING)));
}

#[test]
fn nothing_is_left_of_a_draft_that_is_not_published() {
    let root = tempfile::tempdir().unwrap();
    let outputs = open(root.path(), "test");
    drop(run(&outputs, "one"));
    assert_eq!(list(root.path()).unwrap(), [".lock"]);
}

#[test]
fn many_files_written_from_many_threads_are_all_there() {
    let root = tempfile::tempdir().unwrap();
    let outputs = open(root.path(), "test");
    let history = History::read(root.path()).unwrap();
    let draft = outputs.draft(2021, || false).unwrap();
    (0..400).into_par_iter().for_each(|number: usize| {
        let name = format!("{}/{number}", number % 3);
        draft.write(&name, name.as_bytes()).unwrap();
    });
    let (mut entry, outputs_of_run) = (entry("many"), draft.manifest());
    assert_eq!(outputs_of_run.len(), 400);
    entry.outputs = outputs_of_run.clone();
    outputs.publish(&[Run { entry, draft }], &history).unwrap();
    assert!(outputs.is_intact(2021, &outputs_of_run));
}
