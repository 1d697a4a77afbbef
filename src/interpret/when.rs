//! When a row's delegation goes: its columns of time, and a note that says it more closely.

use super::cells::Cells;
use super::time::Hint;
use super::{Interpreter, facts};
use crate::model::delegation::Texts;
use crate::model::document::trim;
use crate::model::section::Field;
use crate::model::value::{Period, PeriodForm, Quarter};
use crate::vocabulary::fold::fold;
use jiff::civil::Date;
use std::sync::Arc;

impl Interpreter<'_> {
    pub(super) fn period_of(&mut self, cells: &Cells<'_>, texts: &Texts) -> Arc<Period> {
        let inherited = cells.data.inherited.iter();
        let ticked = inherited.filter(|text| text.field == Field::Period);
        let ticked: Vec<&str> = ticked.map(|text| cells.text(text.text)).collect();
        if ticked.len() > 1 {
            return self.read_cell(cells, &ticked.join(", "));
        }
        let from = cells.text(texts.period);
        let to = cells.text(texts.period_to);
        let period = match (from.is_empty(), to.is_empty()) {
            (_, true) => self.read_cell(cells, from),
            (true, false) => self.read_cell(cells, to),
            (false, false) => self.joined(cells, from, to),
        };
        self.narrowed(period, cells.text(texts.notes), cells.section.year)
    }

    fn read_cell(&mut self, cells: &Cells<'_>, text: &str) -> Arc<Period> {
        // First and last day are written alike.
        let own = cells.columns.facts(Field::PeriodFrom);
        let facts = if own.month_first {
            own
        } else {
            cells.columns.facts(Field::Period)
        };
        let text = facts::day_first(text, facts);
        let text = cells.in_year(text);
        self.read_period(&text, cells.section.year, cells.columns.hint)
            .period
    }

    /// First and last day from two columns: the span between what they say.
    fn joined(&mut self, cells: &Cells<'_>, from: &str, to: &str) -> Arc<Period> {
        let first = self.read_cell(cells, from);
        let last = self.read_cell(cells, to);
        let (Some(first_day), Some(last_day)) = (first.first, last.first) else {
            return self.read_cell(cells, &format!("{from} - {to}"));
        };
        let plain = |day: Date| format!("{}/{}/{}", day.day(), day.month(), day.year());
        let both = format!("{} - {}", plain(first_day), plain(last_day));
        let (year, hint) = (cells.section.year, cells.columns.hint);
        let journey = self.read_period(&both, year, hint).period;
        if first.form == journey.form || journey.form == PeriodForm::Unreadable {
            return journey;
        }
        Arc::new(Period {
            form: first.form,
            ..(*journey).clone()
        })
    }

    /// A note that says nothing but time, within the period or where the period says none, decides; one
    /// that says another quarter is kept beside it.
    fn narrowed(&mut self, period: Arc<Period>, note: &str, year: i32) -> Arc<Period> {
        if note.is_empty() || note.len() > 300 {
            return period;
        }
        let open = matches!(period.class(), Quarter::Multi | Quarter::Unscheduled);
        let open = open && period.first.is_none();
        for clause in note.split([';', '\n']).map(trim) {
            let said = self.said_by_note(clause, year).filter(|_| open);
            let within = |said: &Arc<Period>| {
                period.quarters == 0
                    || (said.quarters & !period.quarters == 0 && said.quarters != period.quarters)
            };
            if let Some(said) = said.filter(within) {
                return Arc::new(Period {
                    from_note: true,
                    times: period.times,
                    ..(*said).clone()
                });
            }
            let moved = self.said_by_note(without_lead(clause), year);
            let apart =
                |said: &Arc<Period>| period.quarters != 0 && said.quarters & period.quarters == 0;
            if let Some(said) = moved.filter(apart) {
                return Arc::new(Period {
                    against: Some(said.class()),
                    ..(*period).clone()
                });
            }
        }
        period
    }

    /// The period of a note that names one and says nothing else.
    fn said_by_note(&mut self, clause: &str, year: i32) -> Option<Arc<Period>> {
        let reading = self.read_period(clause, year, Hint::None);
        let said = &reading.period;
        let named = matches!(
            said.form,
            PeriodForm::Quarter
                | PeriodForm::Month
                | PeriodForm::Date
                | PeriodForm::ExcelDamage
                | PeriodForm::ExcelSerial
                | PeriodForm::Span
        );
        (reading.foreign_words == 0 && named && said.quarters != 0).then(|| said.clone())
    }
}

/// "Dời sang quý IV", "Thực tế đi tháng 9": the words before the time that a note gives.
fn without_lead(clause: &str) -> &str {
    const LEADS: [&str; 15] = [
        "doi", "chuyen", "lui", "sang", "den", "lai", "thuc", "te", "hien", "da", "di", "vao",
        "trong", "thoi", "gian",
    ];
    let mut rest = clause;
    while let Some((word, after)) = rest.split_once([' ', ':'])
        && LEADS.contains(&fold(word).as_str())
    {
        rest = trim(after);
    }
    rest
}
