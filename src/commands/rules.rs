//! `tonghop rules` and `tonghop explain`: what is checked, how strictly, and why.

use super::{Context, Exit, print};
use crate::config::Config;
use crate::failure::Failure;
use crate::model::finding::Severity;
use crate::rules::{self, Rule};
use crate::words::{faults, labels};
use crate::workspace;

/// Lists every rule: code, severity, name and title.
///
/// # Errors
/// When the configuration cannot be read or standard output cannot be written.
pub fn list(context: &Context) -> Result<Exit, Failure> {
    let config = config(context)?;
    let lang = context.lang;
    let severity = |severity: Option<Severity>| match severity {
        Some(severity) => labels::severity(severity).in_lang(lang),
        None => lang.pick("Tắt", "Off"),
    };
    print(|out| {
        rules::ALL.iter().try_for_each(|rule| {
            writeln!(
                out,
                "{}  {:<8}  {:<27}  {}",
                rule.code,
                severity(config.severity(rule)),
                rule.name,
                rule.title.in_lang(lang)
            )
        })
    })?;
    Ok(Exit::Done)
}

/// Shows the page of one rule.
///
/// # Errors
/// When there is no such rule or the configuration cannot be read.
pub fn explain(context: &Context, code: &str) -> Result<Exit, Failure> {
    let rule = rules::find(code).ok_or_else(|| unknown(code))?;
    let severity = config(context)?.severity(rule);
    let page = rules::page(rule, severity, context.lang);
    print(|out| out.write_all(page.as_bytes()))?;
    Ok(Exit::Done)
}

/// The configuration that was named; the rules' own severities where none was.
fn config(context: &Context) -> Result<Config, Failure> {
    let named = context.config.as_deref();
    named.map_or_else(|| Ok(Config::default()), workspace::configuration)
}

fn unknown(code: &str) -> Failure {
    let typed = code.to_uppercase();
    let is_near = |rule: &&&Rule| {
        strsim::osa_distance(rule.code, &typed) == 1 || rule.name.eq_ignore_ascii_case(&typed)
    };
    let (fact, values) = match rules::ALL.iter().find(is_near) {
        Some(rule) => (faults::NO_RULE_BUT, vec![rule.code.to_string()]),
        None => (faults::NO_RULE, Vec::new()),
    };
    Failure::Unfit {
        place: code.to_string(),
        fact,
        values,
    }
}
