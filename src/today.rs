//! Which day and time it is here: by TZ where it names a time zone, else by the machine's own.

use crate::system;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

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
    let zone = asked.or_else(system::local_zone);
    zone.unwrap_or(TimeZone::UTC)
}

fn named(zone: &str) -> Option<TimeZone> {
    let zone = zone.strip_prefix(':').unwrap_or(zone);
    if zone.is_empty() {
        return Some(TimeZone::UTC);
    }
    system::zone(zone).or_else(|| TimeZone::posix(zone).ok())
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
