//! `tonghop.toml`: what the office sets, checked to the last key.

use crate::model::finding::Severity;
use crate::model::office::Office;
use crate::rules::{self, Limits};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The configuration of a workspace; every part has a default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    pub office: Office,
    pub years: BTreeMap<i32, YearConfig>,
    pub limits: Limits,
    /// Severities that differ from the rules' own; `None` switches a rule off.
    pub rules: BTreeMap<&'static str, Option<Severity>>,
}

/// `[years.2021]`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct YearConfig {
    /// Last day on which a submission is in time.
    pub deadline: Option<Date>,
    /// Year of the results that are sent with the plan; the year before unless said.
    pub results: Option<i32>,
}

impl Config {
    /// Reads `tonghop.toml`.
    ///
    /// # Errors
    /// Where the text is not TOML, or holds an unknown key, code or value: with line and column.
    pub fn parse(text: &str) -> Result<Config, String> {
        let raw: Raw =
            toml::from_str(text).map_err(|error| error.to_string().trim_end().to_string())?;
        let mut config = Config {
            office: raw.office.resolve(),
            ..Config::default()
        };
        let limits = &mut config.limits;
        limits.people = raw.limits.people.unwrap_or(limits.people);
        limits.days = raw.limits.days.unwrap_or(limits.days);
        limits.countries = raw.limits.countries.unwrap_or(limits.countries);
        limits.trips = raw.limits.trips.unwrap_or(limits.trips);
        for (year, raw) in raw.years {
            let number: i32 = year
                .parse()
                .ok()
                .filter(|number| (1900..3000).contains(number))
                .ok_or_else(|| {
                    format!("[years.{year}]: “{year}” is no year; write [years.2021]")
                })?;
            let deadline = raw.deadline.map(|day| day.read(&year)).transpose()?;
            config.years.insert(
                number,
                YearConfig {
                    deadline,
                    results: raw.results,
                },
            );
        }
        for (code, severity) in raw.rules {
            let rule = rules::find(&code).ok_or_else(|| {
                format!("[rules]: there is no rule {code}; `tonghop rules` lists the codes")
            })?;
            let severity = severity.read(&code)?;
            // Below an error such rows would stand accepted and be in no figure.
            if rule.rejects() && severity != Some(Severity::Error) {
                return Err(format!(
                    "[rules] {code}: the rule rejects what cannot be counted and stays an error; remove the line"
                ));
            }
            config.rules.insert(rule.code, severity);
        }
        Ok(config)
    }

    /// The settings of a campaign.
    pub fn year(&self, year: i32) -> YearConfig {
        self.years.get(&year).copied().unwrap_or_default()
    }

    /// Severity of a rule; `None` when it is switched off.
    pub fn severity(&self, rule: &rules::Rule) -> Option<Severity> {
        self.rules
            .get(rule.code)
            .copied()
            .unwrap_or(Some(rule.severity))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(default)]
    office: RawOffice,
    #[serde(default)]
    years: BTreeMap<String, RawYear>,
    #[serde(default)]
    limits: RawLimits,
    #[serde(default)]
    rules: BTreeMap<String, RawSeverity>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawOffice {
    province: Option<String>,
    name: Option<String>,
    parent: Option<String>,
    place: Option<String>,
    signatory: Option<String>,
    number: Option<String>,
    phone: Option<String>,
    email: Option<String>,
}

impl RawOffice {
    /// The body above and the place follow from the province where they are not said.
    fn resolve(self) -> Office {
        let default = Office::default();
        let province = self.province.unwrap_or(default.province);
        let parent = if province.is_empty() {
            default.parent
        } else {
            format!("UBND tỉnh {province}")
        };
        Office {
            name: self.name.unwrap_or(default.name),
            parent: self.parent.unwrap_or(parent),
            place: self.place.unwrap_or_else(|| province.clone()),
            signatory: self.signatory.unwrap_or(default.signatory),
            number: self.number.unwrap_or(default.number),
            phone: self.phone.unwrap_or(default.phone),
            email: self.email.unwrap_or(default.email),
            province,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawYear {
    deadline: Option<RawDay>,
    results: Option<i32>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawLimits {
    people: Option<u32>,
    days: Option<u32>,
    countries: Option<u32>,
    trips: Option<u32>,
}

/// A day as TOML writes it, bare or in quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum RawDay {
    Bare(toml::value::Datetime),
    Quoted(String),
}

impl RawDay {
    fn read(self, year: &str) -> Result<Date, String> {
        let text = match self {
            RawDay::Bare(day) => day.to_string(),
            RawDay::Quoted(text) => text,
        };
        text.parse().map_err(|_| {
            format!("[years.{year}] deadline: “{text}” is no day; write deadline = 2020-11-10")
        })
    }
}

#[derive(Deserialize)]
#[serde(transparent)]
struct RawSeverity(String);

impl RawSeverity {
    fn read(self, code: &str) -> Result<Option<Severity>, String> {
        if self.0 == "off" {
            return Ok(None);
        }
        let found = Severity::ALL
            .into_iter()
            .find(|severity| severity.code() == self.0);
        found.map(Some).ok_or_else(|| {
            format!(
                "[rules] {code}: “{}” is no severity; write error, warning, info or off",
                self.0
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_configuration_is_read() {
        let config = Config::parse(
            "[office]\nprovince = \"Quảng Trị\"\nsignatory = \"Phó Giám đốc\"\n\
             [years.2021]\ndeadline = 2020-11-10\nresults = 2020\n\
             [limits]\npeople = 40\n[rules]\nO312 = \"error\"\n",
        )
        .unwrap();
        assert_eq!(config.office.parent, "UBND tỉnh Quảng Trị");
        assert_eq!(config.office.place, "Quảng Trị");
        assert_eq!(config.office.signatory, "Phó Giám đốc");
        assert_eq!(
            config.year(2021).deadline,
            Some(jiff::civil::date(2020, 11, 10))
        );
        assert_eq!(config.year(2022), YearConfig::default());
        assert_eq!(
            (config.limits.people, config.limits.days),
            (40, Limits::default().days)
        );
        let rule = rules::find("O312").unwrap();
        assert_eq!(config.severity(rule), Some(Severity::Error));
    }

    #[test]
    fn what_is_not_known_is_an_error_that_names_it() {
        let cases = [
            ("[offices]\n", "offices"),
            ("[office]\nprovinces = \"x\"\n", "provinces"),
            ("[years.20x1]\n", "20x1"),
            ("[years.2021]\ndeadline = \"soon\"\n", "soon"),
            ("[rules]\nO999 = \"error\"\n", "O999"),
            ("[rules]\nO302 = \"fatal\"\n", "fatal"),
            ("[rules]\nO302 = \"warning\"\n", "O302"),
            ("[rules]\nB206 = \"off\"\n", "B206"),
            ("[rules]\nb211 = \"info\"\n", "b211"),
            ("[limits]\npeople = -1\n", "-1"),
            ("[", "TOML"),
        ];
        for (text, named) in cases {
            let error = Config::parse(text).unwrap_err();
            assert!(error.contains(named), "{text:?}: {error}");
        }
    }
}
