//! People, days and money of a row, in the little room that millions of rows leave them.

use super::{Days, Money, MoneyForm, NumberForm, People};
use std::array::from_fn;

/// What a row says in figures: numbers, and a bit for each that says whether it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    money: [i64; 2],
    people: [u32; 3],
    days: [u32; 3],
    known: u8,
    people_form: NumberForm,
    days_form: NumberForm,
    money_form: MoneyForm,
}

/// First bits of people, days and money.
const PEOPLE: usize = 0;
const DAYS: usize = 3;
const MONEY: usize = 6;

/// Beyond a million billion đồng, or US cents, stands a slip of the hand: not even the whole country
/// spends it, and a few thousand such figures would not fit into a sum.
const MOST_MONEY: i64 = 1_000_000_000_000_000;

impl Figures {
    /// An amount below nothing or beyond all bounds is none, whoever read it.
    pub fn of(people: People, days: Days, money: Money) -> Figures {
        let money = bounded(money);
        let mut known = 0;
        let people_numbers = [people.value, people.low, people.delegations];
        let days_numbers = [days.halves, days.low_halves, days.from_dates];
        Figures {
            people: pack(people_numbers, PEOPLE, &mut known),
            days: pack(days_numbers, DAYS, &mut known),
            money: pack([money.vnd, money.usd_cents], MONEY, &mut known),
            known,
            people_form: people.form,
            days_form: days.form,
            money_form: money.form,
        }
    }

    pub fn people(&self) -> People {
        let [value, low, delegations] = self.unpack(self.people, PEOPLE);
        People {
            value,
            low,
            delegations,
            form: self.people_form,
        }
    }

    pub fn days(&self) -> Days {
        let [halves, low_halves, from_dates] = self.unpack(self.days, DAYS);
        Days {
            halves,
            low_halves,
            form: self.days_form,
            from_dates,
        }
    }

    pub fn money(&self) -> Money {
        let [vnd, usd_cents] = self.unpack(self.money, MONEY);
        Money {
            vnd,
            usd_cents,
            form: self.money_form,
        }
    }

    fn unpack<T: Copy, const N: usize>(&self, numbers: [T; N], first: usize) -> [Option<T>; N] {
        from_fn(|at| (self.known >> (first + at) & 1 == 1).then_some(numbers[at]))
    }
}

fn bounded(money: Money) -> Money {
    let amounts = [money.vnd, money.usd_cents].into_iter().flatten();
    if amounts
        .into_iter()
        .all(|amount| (0..=MOST_MONEY).contains(&amount))
    {
        return money;
    }
    Money {
        form: MoneyForm::Unreadable,
        ..Money::default()
    }
}

fn pack<T: Copy + Default, const N: usize>(
    numbers: [Option<T>; N],
    first: usize,
    known: &mut u8,
) -> [T; N] {
    for (at, number) in numbers.iter().enumerate() {
        *known |= u8::from(number.is_some()) << (first + at);
    }
    numbers.map(Option::unwrap_or_default)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_comes_back_known_or_unknown_as_it_was() {
        let numbers = [None, Some(0), Some(7), Some(u32::MAX)];
        let amounts = [None, Some(0), Some(1), Some(MOST_MONEY)];
        for (at, number) in numbers.into_iter().enumerate() {
            let other = numbers[(at + 1) % 4];
            let people = People {
                value: number,
                low: other,
                delegations: number,
                form: NumberForm::Range,
            };
            let days = Days {
                halves: other,
                low_halves: number,
                form: NumberForm::FromDates,
                from_dates: other,
            };
            let money = Money {
                vnd: amounts[at],
                usd_cents: amounts[(at + 1) % 4],
                form: MoneyForm::NoUnit,
            };
            let figures = Figures::of(people, days, money);
            let back = (figures.people(), figures.days(), figures.money());
            assert_eq!(back, (people, days, money));
        }
        assert_eq!(size_of::<Figures>(), 48);
    }

    #[test]
    fn an_amount_below_nothing_or_beyond_all_bounds_is_none() {
        for amount in [-1, i64::MIN, MOST_MONEY + 1, i64::MAX] {
            let [vnd, usd] = [Some(amount), Some(5)];
            for (vnd, usd_cents) in [(vnd, usd), (usd, vnd), (vnd, None)] {
                let form = MoneyForm::Exact;
                let money = Money {
                    vnd,
                    usd_cents,
                    form,
                };
                let figures = Figures::of(People::default(), Days::default(), money);
                let none = Money {
                    form: MoneyForm::Unreadable,
                    ..Money::default()
                };
                assert_eq!(figures.money(), none, "{amount}");
            }
        }
    }
}
