//! The examples in the rules' pages are their tests.

use super::workdir::Workdir;
use tonghop::rules::{ALL, examples};

fn codes(text: &str) -> Vec<String> {
    let work = Workdir::with_submission(text);
    let run = work.run(&[
        "check",
        "inputs",
        "--format",
        "json",
        "--as-of",
        "2020-11-01",
    ]);
    let findings = run.json();
    let findings = findings.as_array().expect("a list").iter();
    findings
        .map(|finding| finding["code"].as_str().expect("a code").to_string())
        .collect()
}

#[test]
fn every_rule_fires_on_its_wrong_example_and_is_silent_on_its_right_one() {
    let mut failures = Vec::new();
    for rule in ALL {
        for example in examples(rule) {
            let found = codes(&example.text);
            if found.iter().any(|code| code == rule.code) != example.wrong {
                let side = if example.wrong { "wrong" } else { "right" };
                failures.push(format!(
                    "{} {}: {side} example gives {found:?}",
                    rule.code, rule.name
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn rules_and_explain_know_every_code() {
    let work = Workdir::new();
    let list = work.run(&["rules"]).exits(0).stdout();
    assert_eq!(list.lines().count(), ALL.len());
    for rule in ALL {
        assert!(list.contains(rule.code));
        for lang in ["vi", "en"] {
            work.run(&["explain", rule.code, "--lang", lang])
                .exits(0)
                .says(&[rule.code, rule.name]);
        }
    }
    work.run(&["explain", "o302"]).exits(0);
    work.run(&["explain", "X999"])
        .exits(2)
        .says(&["X999", "tonghop rules"]);
}
