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

#[test]
fn the_page_of_a_rule_shows_the_message_that_its_wrong_example_gets() {
    use tonghop::model::finding::Lang;
    let mut failures = Vec::new();
    for rule in ALL {
        let Some(wrong) = examples(rule).into_iter().find(|example| example.wrong) else {
            continue;
        };
        let work = Workdir::with_submission(&wrong.text);
        let page = tonghop::rules::page(rule, Some(rule.severity), Lang::Vi);
        let check = [
            "check",
            "inputs",
            "--format",
            "json",
            "--as-of",
            "2020-11-01",
        ];
        let findings = work.run(&check).json();
        let mut all = findings.as_array().expect("a list").iter();
        let own = all.find(|finding| finding["code"] == rule.code);
        let message = own.map(|finding| finding["message"].as_str().expect("a message"));
        // Every page shows the line of a first row.
        let line = own.map_or(0, |finding| finding["line"].as_u64().unwrap_or(0));
        let message = message.map(|text| text.replace(&format!("dòng {line}"), "dòng 4"));
        if !message
            .as_ref()
            .is_some_and(|message| page.contains(message))
        {
            failures.push(format!("{}: {message:?}", rule.code));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn rules_and_explain_show_the_severity_of_the_configuration() {
    let work = Workdir::new();
    work.write("office.toml", "[rules]\nO342 = \"info\"\nT106 = \"off\"\n");
    let config = ["--config", "office.toml", "--lang", "en"];
    let run = |args: &[&str]| work.run(&[args, &config[..]].concat());
    let list = run(&["rules"]).exits(0).stdout();
    let line = |code: &str| {
        list.lines()
            .find(|line| line.starts_with(code))
            .expect("a line")
    };
    assert!(line("O342").starts_with("O342  Note "), "{list}");
    assert!(line("T106").starts_with("T106  Off "), "{list}");
    run(&["explain", "O342"])
        .exits(0)
        .says(&["Severity: Note (info)"]);
    run(&["explain", "T106"])
        .exits(0)
        .says(&["Severity: Switched off"]);
    work.run(&["explain", "O342", "--lang", "en"])
        .says(&["Severity: Warning (warning)"]);
    work.write("bad.toml", "[rules]\nX1 = \"off\"\n");
    work.run(&["rules", "--config", "bad.toml"])
        .exits(2)
        .says(&["X1"]);
}

/// All rule pages as one document, Vietnamese before English.
fn document() -> String {
    use tonghop::model::finding::Lang;
    let mut text =
        String::from("# Rules\n\nMade by `make docs`; a test holds it to the sources.\n");
    for rule in ALL {
        text.push_str(&format!("\n## {} {}\n", rule.code, rule.name));
        for lang in [Lang::Vi, Lang::En] {
            let page = tonghop::rules::page(rule, Some(rule.severity), lang);
            let body = page.split_once('\n').map_or("", |(_, body)| body);
            text.push_str(&format!("\n```text\n{}\n```\n", body.trim_end()));
        }
    }
    text
}

#[test]
fn the_published_list_of_rules_is_that_of_the_sources() {
    let path = super::workdir::project().join("docs/rules.md");
    if std::env::var_os("TONGHOP_BLESS").is_some() {
        std::fs::write(&path, document()).expect("docs/rules.md");
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        published == document(),
        "docs/rules.md is not current: run `make docs`"
    );
}
