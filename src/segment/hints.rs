//! What is known about a file before its content is read.

/// What is known about a file beside its content.
#[derive(Debug, Clone, Copy)]
pub struct Hints<'a> {
    /// Name of the file, with or without its folders.
    pub file_name: &'a str,
    /// The campaign's plan year: the year folder, or `--year`.
    pub plan_year: Option<i32>,
    /// The year of results where it is configured; else the year before the plan year.
    pub results_year: Option<i32>,
}
