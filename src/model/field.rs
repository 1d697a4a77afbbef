//! What the columns of a table hold.

use super::value::{FundingClass, FundingLevel};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// TT, STT: the running number.
    Number,
    Name,
    Head,
    Country,
    Partner,
    Content,
    People,
    /// One kind of people of several that have columns of their own ("Nam | Nữ").
    PeoplePart,
    /// "Số đoàn": how many delegations the row stands for.
    Delegations,
    Days,
    Period,
    /// First day, under a split head ("Từ ngày").
    PeriodFrom,
    /// Last day ("Đến ngày").
    PeriodTo,
    /// Source of money, perhaps with an amount in the same cell.
    Funding,
    /// A column that is ticked, or holds an amount, for one source ("NSNN | Tự túc | Tài trợ").
    FundingPart(FundingClass, FundingLevel),
    Amount,
    /// A second column of amounts, in another currency.
    SecondAmount,
    Notes,
    /// "Loại đoàn: Ra / Vào" as a column.
    Direction,
    /// "Kế hoạch / Thực hiện" as a column.
    Kind,
    /// Number of the decision that allows the journey.
    DecisionNo,
    /// The department, in a file that holds several.
    Department,
    /// Result or state of a realised delegation ("Đã thực hiện", "Hoãn").
    Status,
    /// "Giải trình": what the department says about our findings in a returned answer.
    Explanation,
}

impl Field {
    /// The name in `inspect` and in messages for machines.
    pub fn code(self) -> &'static str {
        match self {
            Field::Number => "number",
            Field::Name => "name",
            Field::Head => "head",
            Field::Country => "countries",
            Field::Partner => "partner",
            Field::Content => "content",
            Field::People => "people",
            Field::PeoplePart => "people_part",
            Field::Delegations => "delegations",
            Field::Days => "days",
            Field::Period => "period",
            Field::PeriodFrom => "period_from",
            Field::PeriodTo => "period_to",
            Field::Funding => "funding",
            Field::FundingPart(..) => "funding_part",
            Field::Amount => "amount",
            Field::SecondAmount => "second_amount",
            Field::Notes => "notes",
            Field::Direction => "direction",
            Field::Kind => "kind",
            Field::DecisionNo => "decision_no",
            Field::Department => "department",
            Field::Status => "status",
            Field::Explanation => "explanation",
        }
    }
}
