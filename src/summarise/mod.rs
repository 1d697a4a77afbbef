//! The figures by country, quarter, funding and department, grouped with polars.

mod frame;

use crate::model::dataset::Dataset;
use crate::model::section::{Direction, Kind};
use crate::model::summary::{CubeCell, Grand, Line, Summary, Totals, VARIOUS};
use crate::model::value::{CountryCode, FundingClass, Quarter};
use frame::{Frame, Group, Key, Rejected, Sums};

/// The data frame could not be built or grouped: a fault of the program, never of the data.
#[derive(Debug, thiserror::Error)]
#[error("summarising failed: {0}")]
pub struct SummaryError(String);

/// Groups the accepted rows of a campaign on the counting bases of spec section 4.
///
/// # Errors
/// When polars refuses the frame.
pub fn summarise(dataset: &Dataset) -> Result<Summary, SummaryError> {
    let mut sums = Sums::of(dataset);
    let rejected = std::mem::take(&mut sums.rejected);
    let whole = Frame::distinct(&sums)?;
    let countries = Frame::by_country(&sums)?;
    let years = Years {
        plan: dataset.year,
        realised: dataset.results_year,
    };
    let department = |key: u32| dataset.departments[key as usize].slug.clone();
    let by_country = lines(&countries.group(&[Key::Country])?, years, country_code);
    let by_quarter = lines(&whole.group(&[Key::Quarter])?, years, |key| {
        quarter(key).code().into()
    });
    let by_funding = lines(&whole.group(&[Key::Funding])?, years, |key| {
        funding(key).code().into()
    });
    let by_department = lines(
        &Frame::by_department(sums, dataset)?.group(&[Key::Department])?,
        years,
        department,
    );
    let cube = countries.group(&[Key::Country, Key::Quarter, Key::Funding])?;
    let mut cube: Vec<CubeCell> = cube
        .iter()
        .map(|group| CubeCell {
            kind: group.kind,
            year: years.of(group.kind),
            direction: group.direction,
            country: country_code(group.keys[0]),
            quarter: quarter(group.keys[1]),
            funding: funding(group.keys[2]),
            totals: group.totals,
        })
        .collect();
    cube.sort_by(|a, b| {
        let key = |cell: &CubeCell| (cell.kind, cell.direction, cell.quarter, cell.funding);
        (a.kind, a.direction, &a.country)
            .cmp(&(b.kind, b.direction, &b.country))
            .then(key(a).cmp(&key(b)))
    });
    let mut summary = Summary {
        by_country,
        by_quarter,
        by_funding,
        by_department,
        cube,
        grand: Vec::new(),
    };
    summary.grand = grand(&summary, &whole.group(&[])?, &rejected, years);
    Ok(summary)
}

#[derive(Clone, Copy)]
struct Years {
    plan: i32,
    realised: i32,
}

impl Years {
    fn of(self, kind: Kind) -> i32 {
        match kind {
            Kind::Plan => self.plan,
            Kind::Realised => self.realised,
        }
    }
}

fn quarter(key: u32) -> Quarter {
    Quarter::ALL
        .get(key as usize)
        .copied()
        .unwrap_or(Quarter::Unscheduled)
}

fn funding(key: u32) -> FundingClass {
    FundingClass::ALL
        .get(key as usize)
        .copied()
        .unwrap_or(FundingClass::Unknown)
}

/// Two letters as one number, so that a frame needs no text; 0 is `various`.
fn country_key(code: CountryCode) -> u32 {
    u32::from(code.0[0]) << 8 | u32::from(code.0[1])
}

fn country_code(key: u32) -> String {
    if key == 0 {
        return VARIOUS.to_string();
    }
    let [.., first, second] = key.to_be_bytes();
    CountryCode([first, second]).to_string()
}

fn lines(groups: &[Group], years: Years, name: impl Fn(u32) -> String) -> Vec<Line> {
    let mut lines: Vec<Line> = groups
        .iter()
        .map(|group| Line {
            kind: group.kind,
            year: years.of(group.kind),
            direction: group.direction,
            key: name(group.keys[0]),
            totals: group.totals,
        })
        .collect();
    lines.sort_by(|a, b| (a.kind, a.direction, &a.key).cmp(&(b.kind, b.direction, &b.key)));
    lines
}

fn grand(summary: &Summary, groups: &[Group], rejected: &Rejected, years: Years) -> Vec<Grand> {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        for direction in Direction::ALL {
            let own = |line: &&Line| line.kind == kind && line.direction == direction;
            let group = groups
                .iter()
                .find(|g| g.kind == kind && g.direction == direction);
            let totals = group.map_or_else(Totals::default, |group| group.totals);
            all.push(Grand {
                kind,
                year: years.of(kind),
                direction,
                totals,
                countries_excess: sum(summary.by_country.iter().filter(own)).less(totals),
                departments_excess: sum(summary.by_department.iter().filter(own)).less(totals),
                rejected: rejected.get(&(kind, direction)).copied().unwrap_or(0),
            });
        }
    }
    all
}

fn sum<'a>(lines: impl Iterator<Item = &'a Line>) -> Totals {
    lines.fold(Totals::default(), |mut sum, line| {
        sum += line.totals;
        sum
    })
}

/// The rows accepted are the rows behind the totals, and every table equals the distinct rows behind it;
/// the country table after its bridge.
pub fn balances(summary: &Summary, accepted: u64) -> bool {
    let counted: u64 = summary.grand.iter().map(|grand| grand.totals.rows).sum();
    counted == accepted && tables_balance(summary)
}

fn tables_balance(summary: &Summary) -> bool {
    summary.grand.iter().all(|grand| {
        let own = |line: &&Line| line.kind == grand.kind && line.direction == grand.direction;
        let cube = summary
            .cube
            .iter()
            .filter(|c| c.kind == grand.kind && c.direction == grand.direction);
        let cube = cube.fold(Totals::default(), |mut sum, cell| {
            sum += cell.totals;
            sum
        });
        let countries = sum(summary.by_country.iter().filter(own));
        sum(summary.by_quarter.iter().filter(own)) == grand.totals
            && sum(summary.by_funding.iter().filter(own)) == grand.totals
            && sum(summary.by_department.iter().filter(own)).less(grand.departments_excess)
                == grand.totals
            && countries.less(grand.countries_excess) == grand.totals
            && cube == countries
    })
}
