//! Which sources are ticked under a split head ("NSNN | Tự túc | Tài trợ | Khác"), and what they pay.

use super::Interpreter;
use super::cells::Cells;
use crate::model::delegation::Texts;
use crate::model::document::trim;
use crate::model::section::Field;
use crate::model::value::{Funding, FundingClass, FundingForm, FundingPart, Money, MoneyForm};
use crate::vocabulary::fold::fold;
use smallvec::SmallVec;

impl Interpreter<'_> {
    /// Sources ticked under a split head, or with their amounts there.
    pub(super) fn ticked(&mut self, cells: &Cells<'_>, texts: &Texts) -> Option<(Funding, Money)> {
        let mut parts: SmallVec<[FundingPart; 2]> = SmallVec::new();
        let mut money = Money::default();
        for (field, column, unit) in &cells.columns.parts {
            let Field::FundingPart(class, level) = *field else {
                continue;
            };
            let inherited = cells
                .data
                .inherited
                .iter()
                .find(|text| text.field == *field);
            let span = inherited.map_or_else(|| cells.at(*column), |text| text.text);
            let text = cells.text(span);
            let amount = if unit.is_some() || text.len() > 2 {
                self.read_money(text, *unit)
            } else {
                Money::default()
            };
            let Some(amount_vnd) = tick(text, amount) else {
                continue;
            };
            if let Some(vnd) = amount_vnd {
                money.vnd = Some(money.vnd.unwrap_or(0).saturating_add(vnd));
            }
            if let Some(cents) = amount.usd_cents {
                money.usd_cents = Some(money.usd_cents.unwrap_or(0).saturating_add(cents));
            }
            let known = money.vnd.is_some() || money.usd_cents.is_some();
            if amount.form == MoneyForm::NoUnit && !known
                || amount_vnd.or(amount.usd_cents).is_some()
            {
                money.form = amount.form;
            }
            let class = self.ticked_class(class, text, cells.text(texts.notes));
            let known = parts
                .iter()
                .any(|part| (part.class, part.level) == (class, level));
            if !known {
                parts.push(FundingPart {
                    class,
                    level,
                    amount_vnd,
                    percent: None,
                });
            }
        }
        let first = parts.first()?.class;
        let one = parts.iter().all(|part| part.class == first);
        let class = if one { first } else { FundingClass::Mixed };
        let funding = Funding {
            class,
            parts,
            form: FundingForm::Ticks,
            unknown: SmallVec::new(),
        };
        Some((funding, money))
    }

    /// Under "Khác" the cell itself or the note says who it is ("Doanh nghiệp cùng chi").
    fn ticked_class(&mut self, class: FundingClass, text: &str, note: &str) -> FundingClass {
        if class != FundingClass::Donations {
            return class;
        }
        for words in [text, note] {
            let (said, _) = self.read_funding(words, None);
            if !matches!(
                said.class,
                FundingClass::Unknown | FundingClass::Mixed | FundingClass::None
            ) {
                return said.class;
            }
        }
        class
    }
}

/// A cell under a source of a split head: `None` where it is blank, else the tick with its amount.
fn tick(text: &str, amount: Money) -> Option<Option<i64>> {
    let text = trim(text);
    if text.is_empty() {
        return None;
    }
    if amount.vnd.is_some() {
        return Some(amount.vnd)
            .filter(|vnd| *vnd != Some(0))
            .map(Some)
            .unwrap_or(None);
    }
    let tick = matches!(
        text,
        "✓" | "✔" | "☑" | "☒" | "√" | "●" | "•" | "+" | "*" | "v" | "V" | "þ" | "ü" | "×"
    );
    let folded = fold(text);
    let word = matches!(folded.as_str(), "x" | "xx" | "co" | "c" | "yes" | "y" | "1");
    // Any number or text but a denial marks the source.
    let denied = matches!(
        folded.as_str(),
        "" | "0" | "khong" | "no" | "ko" | "k" | "n" | "false" | "sai"
    );
    (tick || word || !denied && amount.form != MoneyForm::Undetermined).then_some(None)
}
