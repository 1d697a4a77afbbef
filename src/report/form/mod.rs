//! The blank form that departments fill in: every table that is owed on one sheet, so that it can be
//! saved as CSV too, with a guide and the names of countries behind it.

mod columns;
mod guide;
mod sheet;
mod style;
mod table;

use crate::model::finding::Lang;
use crate::model::office::Office;
use crate::model::section::{Direction, Kind};
use crate::model::submission::{Department, Due};
use crate::model::value::CountryCode;
use crate::report::saved;
use crate::report::sheet::Sheet;
use crate::report::speak::Speak;
use crate::vocabulary::Vocabulary;
use crate::words::labels;
pub use columns::{quarters, results, sources};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use style::Styles;

/// Where most delegations of a province go to and come from.
const USUAL: [&str; 15] = [
    "LA", "TH", "CN", "KR", "JP", "KH", "SG", "MY", "US", "AU", "FR", "DE", "GB", "RU", "IN",
];

/// What a blank form is made from.
#[derive(Debug, Clone, Copy)]
pub struct Blank<'a> {
    pub office: &'a Office,
    /// Whose form it is; its name stays open where nobody is named.
    pub department: Option<&'a Department>,
    /// The plan year.
    pub year: i32,
    pub results_year: i32,
    pub vocabulary: &'a Vocabulary,
    pub lang: Lang,
}

impl Speak for Blank<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl Blank<'_> {
    /// The tables that are owed, plans first.
    fn tables(&self) -> Vec<Due> {
        let owed = |due: &Due| self.department.is_none_or(|d| d.owes.contains(due));
        let tables = Kind::ALL
            .into_iter()
            .flat_map(|kind| Direction::ALL.map(|direction| (direction, kind)));
        tables.filter(owed).collect()
    }

    fn year_of(&self, kind: Kind) -> i32 {
        match kind {
            Kind::Plan => self.year,
            Kind::Realised => self.results_year,
        }
    }

    /// "Kế hoạch năm 2027 và kết quả năm 2026", or the one of them that is owed.
    fn years(&self) -> String {
        let tables = self.tables();
        let owes = |kind| tables.iter().any(|(_, of)| *of == kind);
        let of = |kind| labels::kind_of_year(kind, self.year_of(kind), self.lang);
        match (owes(Kind::Plan), owes(Kind::Realised)) {
            (true, false) => of(Kind::Plan),
            (false, true) => of(Kind::Realised),
            _ => {
                let years = [self.year.to_string(), self.results_year.to_string()];
                self.fill(labels::TITLE_PLAN, &[&years[0], &years[1]])
            }
        }
    }

    /// The names of all countries: the usual ones first, the others in alphabetical order.
    fn countries(&self) -> Vec<&str> {
        let countries = &self.vocabulary.countries;
        let home = |code: &str| code == "VN" || USUAL.contains(&code);
        let mut names: Vec<&str> = countries
            .codes()
            .filter(|code| !home(code.as_str()))
            .map(|code| countries.name(code, self.lang))
            .collect();
        names.sort_by_cached_key(|name| (crate::vocabulary::fold::fold(name), name.to_string()));
        let usual = USUAL.iter().filter_map(|code| CountryCode::new(code));
        let usual = usual.map(|code| countries.name(code, self.lang));
        usual.chain(names).collect()
    }
}

/// The name that a form is written under unless another is given.
pub fn file_name(blank: &Blank) -> String {
    let stem = blank.lang.pick("bieu-mau", "form");
    let of = blank
        .department
        .map_or_else(String::new, |d| format!("-{}", d.slug));
    format!("{stem}-{}{of}.xlsx", blank.year)
}

/// The form as bytes; the same office, department and year give the same bytes.
///
/// # Errors
/// When a sheet cannot hold what it is given: a fault of the program, not of the data.
pub fn write(blank: &Blank) -> Result<Vec<u8>, XlsxError> {
    let styles = Styles::default();
    let names = [
        labels::BLANK_SHEET,
        labels::BLANK_GUIDE,
        labels::BLANK_COUNTRIES,
    ];
    let mut sheets = names.map(|name| Sheet::named(blank.say(name)));
    let [form, guide, countries] = &mut sheets;
    let listed = guide::write_countries(blank, &styles, countries);
    sheet::write(blank, &styles, form, &listed)?;
    guide::write(blank, &styles, guide);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(blank)?);
    for sheet in sheets {
        workbook.push_worksheet(sheet.finish()?);
    }
    saved::save(&mut workbook)
}

/// Title and author; the creation date is the first day of the plan year, so that no clock shows.
fn properties(blank: &Blank) -> Result<DocProperties, XlsxError> {
    let year = u16::try_from(blank.year.clamp(1900, 9999)).unwrap_or(1900);
    let created = ExcelDateTime::from_ymd(year, 1, 1)?;
    Ok(DocProperties::new()
        .set_title(blank.say(labels::BLANK_TITLE))
        .set_author(&blank.office.name)
        .set_company(&blank.office.parent)
        .set_creation_datetime(&created))
}
