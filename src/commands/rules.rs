//! `tonghop rules` and `tonghop explain`: what is checked, and why.

use super::{Context, Exit, print};
use crate::failure::Failure;
use crate::rules;

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
        let known: Vec<&str> = rules::ALL.iter().map(|rule| rule.code).collect();
        let nearest = known
            .iter()
            .min_by_key(|known| strsim::osa_distance(known, &code.to_uppercase()));
        let nearest = nearest.copied().unwrap_or_default();
        return Err(Failure(format!(
            "there is no rule {code}; the nearest is {nearest}, `tonghop rules` lists all"
        )));
    };
    print(|out| out.write_all(rules::page(rule, context.lang).as_bytes()))?;
    Ok(Exit::Done)
}
