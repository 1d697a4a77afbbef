//! The register of a province before and after the reorganisation of 2025, to begin one's own with.

use super::Register;
use crate::vocabulary::fold::fold;

/// Bodies with their years: some end with the campaign of 2025, some begin with that of 2026. Sources:
/// the resolutions of February and July 2025 on Quảng Trị; party and mass organisations by judgement.
const BODIES: &str = include_str!("../data/departments.csv");

/// Which bodies a register holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Era {
    /// Those of campaigns up to 2025, districts among them.
    Before2025,
    /// Those of campaigns from 2026 on.
    Since2025,
    /// All, each with its years: one register for old and new campaigns.
    Both,
}

impl Era {
    /// The bodies that exist in a campaign year.
    pub fn of(year: i32) -> Era {
        if year <= 2025 {
            Era::Before2025
        } else {
            Era::Since2025
        }
    }
}

/// The province whose bodies the list has by name.
const OWN: &str = "Quảng Trị";

/// Beginnings of the slugs of bodies that only that province has.
const LOCAL: [&str; 5] = [
    "huyen-",
    "tp-",
    "tx-",
    "dac-khu-",
    "chi-cuc-hai-quan-khu-vuc-",
];

/// A line for another province: its own name, and none of the other's districts.
fn elsewhere(line: &str, province: &str) -> Option<String> {
    if LOCAL.iter().any(|local| line.starts_with(local)) {
        return None;
    }
    let name = province.replace([',', '"'], " ");
    let line = line
        .replace(
            "bao-quang-tri",
            &format!("bao-{}", Register::slug_for(&name)),
        )
        .replace("Báo QT", &format!("Báo {name}"))
        .replace("truong-chinh-tri-le-duan", "truong-chinh-tri")
        .replace(
            "Trường Chính trị Lê Duẩn,TCT Lê Duẩn",
            "Trường Chính trị tỉnh,TCT",
        );
    Some(line.replace(OWN, &name))
}

/// The text of a `departments.csv`, its head first; of the list's own province where none is named.
pub fn csv(era: Era, province: Option<&str>) -> String {
    let province = province.map(str::trim).filter(|name| !name.is_empty());
    let other = province.filter(|name| fold(name) != fold(OWN));
    let mut text = String::with_capacity(BODIES.len());
    for (at, line) in BODIES.lines().enumerate() {
        // The years are the last two cells, and no other cell of them holds a comma.
        let mut cells = line.rsplitn(3, ',');
        let (to, from) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
        let kept = match era {
            Era::Before2025 => from.is_empty(),
            Era::Since2025 => to.is_empty(),
            Era::Both => true,
        };
        let line = match other {
            Some(province) => elsewhere(line, province),
            None => Some(line.to_string()),
        };
        if let Some(line) = line.filter(|_| at == 0 || kept) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

/// The same as a register.
pub fn register(era: Era, province: Option<&str>) -> Register {
    let text = csv(era, province);
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().filter_map(Result::ok);
    let rows: Vec<Vec<String>> = records
        .map(|record| record.iter().map(String::from).collect())
        .collect();
    Register::from_rows(&rows).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_era_is_a_register_without_faults_and_both_hold_all_bodies() {
        let count = |era| register(era, None).departments.len();
        let all = BODIES.lines().count() - 1;
        assert_eq!(count(Era::Both), all);
        let ended = BODIES
            .lines()
            .filter(|line| line.ends_with(",2025"))
            .count();
        assert_eq!(count(Era::Since2025), all - ended);
        assert!(count(Era::Before2025) < all);
    }

    #[test]
    fn districts_end_and_merged_departments_begin() {
        let (before, since) = (csv(Era::Before2025, None), csv(Era::Since2025, None));
        assert!(before.contains("UBND huyện Gio Linh") && !since.contains("huyện Gio Linh"));
        assert!(since.contains("Sở Nông nghiệp và Môi trường"));
        assert!(!before.contains("Sở Nông nghiệp và Môi trường"));
        assert_eq!(
            (Era::of(2025), Era::of(2026)),
            (Era::Before2025, Era::Since2025)
        );
    }
}
