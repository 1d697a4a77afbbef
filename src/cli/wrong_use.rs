//! What is said of arguments that cannot be used, in Vietnamese: the parser itself speaks English.

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

/// What is wrong and what to try; `None` where only the parser's own words say it.
pub fn vietnamese(error: &Error) -> Option<String> {
    // What was typed may hold what steers a terminal.
    let steers = |c: char| c.is_control();
    let named = |kind| Some(error.get(kind)?.to_string().replace(steers, ""));
    let argument = || named(ContextKind::InvalidArg);
    let wrong = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("không có lệnh “{}”", named(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::UnknownArgument => format!("không có tùy chọn hay tham số “{}”", argument()?),
        ErrorKind::InvalidValue if named(ContextKind::InvalidValue)?.is_empty() => {
            format!("“{}” cần một giá trị", argument()?)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = named(ContextKind::InvalidValue)?;
            format!("“{value}” không dùng được cho “{}”", argument()?)
        }
        ErrorKind::MissingRequiredArgument => format!("thiếu {}", argument()?),
        ErrorKind::ArgumentConflict => {
            let other = named(ContextKind::PriorArg)?;
            format!("“{}” không dùng cùng với “{other}”", argument()?)
        }
        _ => return None,
    };
    let near = named(ContextKind::SuggestedSubcommand).or_else(|| named(ContextKind::SuggestedArg));
    let near = near.map_or_else(String::new, |near| format!("; có phải “{near}”?"));
    let allowed = named(ContextKind::ValidValue).filter(|values| !values.is_empty());
    let allowed = allowed.map_or_else(String::new, |values| format!("; chọn: {values}"));
    Some(format!(
        "tonghop: {wrong}{near}{allowed}\nXem cách dùng: tonghop --help"
    ))
}
