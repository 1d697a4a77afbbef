//! Who pays, and how a source was written.

use serde::Serialize;
use smallvec::SmallVec;

/// Who pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingClass {
    /// NSNN of any level or levels.
    StateBudget,
    /// The department's own or regular funds.
    OwnFunds,
    /// The members pay.
    SelfFunded,
    /// The host or partner pays.
    Partner,
    /// ODA, NGO, projects.
    Aid,
    Enterprise,
    /// Xã hội hóa and other lawful sources.
    Donations,
    /// No cost.
    None,
    /// More than one of these.
    Mixed,
    Unknown,
}

impl FundingClass {
    pub const ALL: [FundingClass; 10] = [
        FundingClass::StateBudget,
        FundingClass::OwnFunds,
        FundingClass::SelfFunded,
        FundingClass::Partner,
        FundingClass::Aid,
        FundingClass::Enterprise,
        FundingClass::Donations,
        FundingClass::None,
        FundingClass::Mixed,
        FundingClass::Unknown,
    ];

    /// The code in every machine output.
    pub fn code(self) -> &'static str {
        match self {
            FundingClass::StateBudget => "state_budget",
            FundingClass::OwnFunds => "own_funds",
            FundingClass::SelfFunded => "self_funded",
            FundingClass::Partner => "partner",
            FundingClass::Aid => "aid",
            FundingClass::Enterprise => "enterprise",
            FundingClass::Donations => "donations",
            FundingClass::None => "none",
            FundingClass::Mixed => "mixed",
            FundingClass::Unknown => "unknown",
        }
    }

    /// The class of a code.
    pub fn from_code(code: &str) -> Option<FundingClass> {
        FundingClass::ALL
            .into_iter()
            .find(|class| class.code() == code)
    }
}

/// Level of the state budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingLevel {
    #[default]
    Unsaid,
    Central,
    Provincial,
    District,
    Commune,
}

impl FundingLevel {
    pub const ALL: [FundingLevel; 5] = [
        FundingLevel::Unsaid,
        FundingLevel::Central,
        FundingLevel::Provincial,
        FundingLevel::District,
        FundingLevel::Commune,
    ];

    /// The code in every machine output; empty where the level was not said.
    pub fn code(self) -> &'static str {
        match self {
            FundingLevel::Unsaid => "",
            FundingLevel::Central => "central",
            FundingLevel::Provincial => "provincial",
            FundingLevel::District => "district",
            FundingLevel::Commune => "commune",
        }
    }

    /// The level of a code.
    pub fn from_code(code: &str) -> Option<FundingLevel> {
        FundingLevel::ALL
            .into_iter()
            .find(|level| level.code() == code)
    }
}

/// One source in a cell, with what it pays where that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FundingPart {
    pub class: FundingClass,
    pub level: FundingLevel,
    /// Whole đồng.
    pub amount_vnd: Option<i64>,
    /// "60%".
    pub percent: Option<u8>,
}

/// How a source was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingForm {
    #[default]
    Missing,
    Words,
    /// Ticks in split columns.
    Ticks,
    /// "NSNN?", "60% NSNN, 30% tự túc": a figure or a word is no part of the reading, or speaks against it.
    Doubtful,
    /// "chưa xác định", "theo dự toán".
    Undetermined,
    /// An amount without a source.
    AmountOnly,
    /// Words that are no known source.
    Unreadable,
}

/// Budget source of a delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funding {
    pub class: FundingClass,
    /// The sources, in the order written, each once.
    pub parts: SmallVec<[FundingPart; 2]>,
    pub form: FundingForm,
    /// Words that were not understood.
    pub unknown: SmallVec<[String; 1]>,
}

impl Default for Funding {
    fn default() -> Self {
        Funding {
            class: FundingClass::Unknown,
            parts: SmallVec::new(),
            form: FundingForm::Missing,
            unknown: SmallVec::new(),
        }
    }
}

impl Funding {
    /// The column `funding_parts`: levels of the state budget, and the classes of a mixed source.
    pub fn part_codes(&self) -> Vec<&'static str> {
        let mut codes = Vec::new();
        for part in &self.parts {
            let class = (self.class == FundingClass::Mixed).then(|| part.class.code());
            let level = (part.level != FundingLevel::Unsaid).then(|| part.level.code());
            for code in class.into_iter().chain(level) {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        codes
    }
}
