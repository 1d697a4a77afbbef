//! Which day and time it is here: by TZ where it names a time zone, else by the machine's own.

use crate::system;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Where a machine keeps time zones, and its own.
const ZONES: &str = "/usr/share/zoneinfo";
const LOCAL: &str = "/etc/localtime";

/// Largest description of a time zone, in bytes; the largest that there is has some 4,000.
const LARGEST: u64 = 1 << 20;

/// Today. TZ may hold anything: what is no time zone counts as if it were not set.
pub fn today() -> Date {
    Timestamp::now().to_zoned(here()).date()
}

/// A time of RFC 3339 as clocks here showed it, `2020-11-12 08:15`; any other text as it is.
pub fn local_time(when: &str) -> String {
    match when.parse::<Timestamp>() {
        Ok(time) => time.to_zoned(here()).strftime("%Y-%m-%d %H:%M").to_string(),
        Err(_) => when.to_string(),
    }
}

fn here() -> TimeZone {
    let asked = std::env::var("TZ").ok().and_then(|zone| named(&zone));
    let zone = asked.or_else(|| described(Path::new(LOCAL)));
    zone.unwrap_or(TimeZone::UTC)
}

fn named(zone: &str) -> Option<TimeZone> {
    let zone = zone.strip_prefix(':').unwrap_or(zone);
    if zone.is_empty() {
        return Some(TimeZone::UTC);
    }
    // An absolute path takes the place of the folder.
    let path: PathBuf = Path::new(ZONES).join(zone);
    described(&path).or_else(|| TimeZone::posix(zone).ok())
}

/// A pipe may never begin and a device never ends: only a small regular file is read.
fn described(path: &Path) -> Option<TimeZone> {
    let file = system::open_without_waiting(path).ok()?;
    let metadata = file.metadata().ok()?;
    if !metadata.is_file() || metadata.len() > LARGEST {
        return None;
    }
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes).ok()?;
    TimeZone::tzif("local", &bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_time_zone_is_none() {
        for zone in [
            "/dev/zero",
            "/",
            "..",
            "/etc/passwd",
            "No/Where",
            "\u{1}",
            "/proc/self/mem",
        ] {
            assert!(named(zone).is_none(), "{zone}");
        }
        for zone in ["", "UTC0", "ICT-7", ":<+07>-7"] {
            assert!(named(zone).is_some(), "{zone}");
        }
    }
}
