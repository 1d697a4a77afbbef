//! `tonghop rules` and `tonghop explain`: what is checked, and why.

use super::{Context, Exit, print};
use crate::failure::Failure;
use crate::rules;
use crate::words::faults;

/// Lists every rule: code, severity, name and title.
///
/// # Errors
/// When standard output cannot be written.
pub fn list(context: &Context) -> Result<Exit, Failure> {
    print(|out| {
        rules::ALL.iter().try_for_each(|rule| {
            let title = rule.title.in_lang(context.lang);
            writeln!(
                out,
                "{}  {:<7}  {:<27}  {title}",
                rule.code,
                rule.severity.code(),
                rule.name
            )
        })
    })?;
    Ok(Exit::Done)
}

/// Shows the page of one rule.
///
/// # Errors
/// When there is no such rule.
pub fn explain(context: &Context, code: &str) -> Result<Exit, Failure> {
    let Some(rule) = rules::find(code) else {
        let near = rules::ALL.iter().find(|rule| {
            let (code, typed) = (rule.code, code.to_uppercase());
            strsim::osa_distance(code, &typed) == 1 || rule.name.eq_ignore_ascii_case(&typed)
        });
        let (fact, values) = match near {
            Some(rule) => (faults::NO_RULE_BUT, vec![rule.code.to_string()]),
            None => (faults::NO_RULE, Vec::new()),
        };
        return Err(Failure::Unfit {
            place: code.to_string(),
            fact,
            values,
        });
    };
    print(|out| out.write_all(rules::page(rule, context.lang).as_bytes()))?;
    Ok(Exit::Done)
}
