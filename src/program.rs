//! Which program this is: its version, its build, and the schema of what it publishes.

/// As in `Cargo.toml`.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

macro_rules! schema {
    () => {
        1
    };
}

/// Of `run.json` and the published tables: it grows when a script that reads them would have to change.
pub const SCHEMA: u32 = schema!();

/// Digest of sources and pinned dependencies. Two builds with the same one do the same; a corrected
/// build of one version has another. Target and profile are not in it: they move no published byte.
pub const SOURCES: &str = env!("TONGHOP_SOURCES");

/// What `--version` prints after the name. No time stands in it: the same commit builds the same bytes.
pub const LONG_VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    "\nbuild: ",
    env!("TONGHOP_COMMIT"),
    " (",
    env!("TONGHOP_TARGET"),
    ", ",
    env!("TONGHOP_PROFILE"),
    ")\nschema: ",
    schema!()
);
