//! How much each kind of cell speaks for or against each field.

use crate::model::section::{CellKind, Field};
use crate::vocabulary::headers::Topic;

/// The log odds that a column of such cells has for a topic.
pub fn weight(topic: Topic, kind: CellKind) -> f32 {
    match topic {
        Topic::Known => match kind {
            CellKind::Code | CellKind::TimeStamp => 2.0,
            _ => 0.0,
        },
        Topic::Host => text(kind),
        Topic::PeoplePart => people_part(kind),
        Topic::Field(field) => of_field(field, kind),
    }
}

fn of_field(field: Field, kind: CellKind) -> f32 {
    use CellKind::*;
    match field {
        Field::Number => match kind {
            RunningNumber => 5.0,
            SmallNumber | Roman | Year => 0.5,
            ShortText => -0.5,
            _ => -5.0,
        },
        Field::People => people(kind),
        Field::Days => days(kind),
        Field::Delegations => match kind {
            DelegationCount => 5.0,
            SmallNumber => 1.0,
            Pair => -1.0,
            _ => -5.0,
        },
        Field::Country => match kind {
            Country => 6.0,
            Place => 4.5,
            ShortText => -1.0,
            Organisation | LongText | DelegationName => -2.5,
            Person | Source | Status => -4.0,
            _ => -6.0,
        },
        Field::Period => period(kind),
        Field::PeriodFrom | Field::PeriodTo => match kind {
            Date => 5.0,
            Pair => 2.5,
            Period => 0.0,
            DateSpan => -2.0,
            TimeStamp => -4.0,
            ShortText => -3.0,
            _ => -6.0,
        },
        Field::Funding | Field::FundingPart(..) => match kind {
            Source => 6.0,
            Money => 0.5,
            ShortText => -0.5,
            Organisation => -0.5,
            Tick | LongText | Person | DelegationName => -2.5,
            LargeNumber | Fraction => -2.5,
            Country => -3.0,
            _ => -5.0,
        },
        Field::Amount | Field::SecondAmount => match kind {
            Money => 5.0,
            LargeNumber => 3.0,
            Fraction => 1.5,
            SmallNumber => -0.5,
            Source => -2.5,
            ShortText => -3.0,
            _ => -6.0,
        },
        Field::Direction => only(kind, Direction),
        Field::Kind => only(kind, Kind),
        Field::Status => match kind {
            Status => 5.0,
            Kind | ShortText | LongText => -0.3,
            _ => -5.0,
        },
        Field::DecisionNo => match kind {
            DocumentNumber => 6.0,
            ShortText | LongText | Organisation => -0.5,
            Date => -1.0,
            SmallNumber | LargeNumber | Pair => -2.0,
            _ => -5.0,
        },
        Field::Name => match kind {
            DelegationName => 4.0,
            Organisation | LongText | ShortText => 0.5,
            Country | Place => -2.5,
            Person => -0.5,
            _ => -6.0,
        },
        Field::Head => match kind {
            Person => 4.0,
            ShortText => 0.5,
            LongText => -0.5,
            PeopleCount => -2.0,
            Organisation => -1.0,
            DelegationName => -3.0,
            _ => -6.0,
        },
        Field::Partner => match kind {
            Organisation => 3.0,
            Place => 2.0,
            ShortText => 0.5,
            Person => 0.0,
            LongText | DelegationName => -0.5,
            Country => -2.0,
            _ => -6.0,
        },
        Field::Notes => match kind {
            LongText | ShortText | Status | Period => 0.2,
            _ => -0.8,
        },
        _ => text(kind),
    }
}

fn people(kind: CellKind) -> f32 {
    use CellKind::*;
    match kind {
        PeopleCount => 6.0,
        SmallNumber => 2.5,
        Pair => 1.5,
        DelegationCount => 0.5,
        RunningNumber => -3.0,
        LargeNumber => -2.5,
        Fraction | Tick | Year => -4.0,
        ShortText => -3.5,
        _ => -6.0,
    }
}

fn days(kind: CellKind) -> f32 {
    use CellKind::*;
    match kind {
        DayCount => 6.0,
        Fraction => 3.0,
        SmallNumber => 2.2,
        DateSpan => 0.5,
        Pair => -2.0,
        RunningNumber | Period | ShortText => -3.0,
        Date | Year | Tick => -4.0,
        _ => -6.0,
    }
}

fn period(kind: CellKind) -> f32 {
    use CellKind::*;
    match kind {
        Period | DateSpan => 6.0,
        Date | Roman => 3.0,
        Pair => 1.5,
        SmallNumber | RunningNumber => -0.5,
        Year => -1.0,
        DayCount => -2.5,
        ShortText => -0.8,
        LongText => -2.0,
        TimeStamp => -7.0,
        _ => -6.0,
    }
}

fn people_part(kind: CellKind) -> f32 {
    match kind {
        CellKind::SmallNumber => 2.0,
        CellKind::PeopleCount => 4.0,
        _ => -6.0,
    }
}

fn only(kind: CellKind, wanted: CellKind) -> f32 {
    if kind == wanted { 5.0 } else { -5.0 }
}

/// Fields of free words.
fn text(kind: CellKind) -> f32 {
    use CellKind::*;
    match kind {
        ShortText | LongText | Organisation | DelegationName => 0.5,
        Place | Person | Source | Status | PeopleCount | Direction | Kind => -0.3,
        Country => -3.0,
        _ => -5.0,
    }
}

/// How much a source's own column may hold ticks and amounts.
pub fn tick_weight(kind: CellKind) -> f32 {
    use CellKind::*;
    match kind {
        Tick => 4.0,
        Money | LargeNumber | Fraction => 2.0,
        SmallNumber => 0.5,
        Source => -4.0,
        ShortText | Direction | Status => -3.0,
        _ => -6.0,
    }
}
