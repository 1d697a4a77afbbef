//! The figures of a kind and direction in sentences: how many, where to, when, paid by whom, against plan and last year.

use crate::edition::Edition;
use crate::model::comparison::Figures;
use crate::model::delegation::RowState;
use crate::model::section::{Direction, Kind};
use crate::model::summary::{Grand, Totals};
use crate::report::listing::{self, By, KeyRow};
use crate::words::{Words, labels, shown};

/// Countries that a sentence names; the others are counted.
const NAMED: usize = 5;

/// One kind and direction of a campaign, to be told.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    pub edition: &'a Edition<'a>,
    pub kind: Kind,
    pub direction: Direction,
}

impl Part<'_> {
    /// All that is to be said of the part, most important first.
    pub fn sentences(&self) -> Vec<String> {
        let Some(grand) = self.edition.summary.grand(self.kind, self.direction) else {
            return Vec::new();
        };

        let counted = [
            self.against_last_year(&grand.totals),
            self.by_country(grand),
            self.by_key(By::Quarter, labels::WORD_BY_QUARTER),
            self.by_key(By::Funding, labels::WORD_BY_FUNDING),
            self.money(&grand.totals),
        ];
        let always = [
            self.against_plan(),
            self.postponed(),
            self.without(&grand.totals),
            self.rejected(grand),
        ];

        let has_rows = grand.totals.rows > 0;
        let counted = counted.into_iter().flatten().filter(|_| has_rows);
        let mut sentences = vec![self.how_many(&grand.totals)];
        sentences.extend(counted);
        sentences.extend(always.into_iter().flatten());
        sentences
    }

    fn fill(&self, words: Words, values: &[&str]) -> String {
        labels::fill(words, self.edition.lang, values)
    }

    fn count(&self, number: u64) -> String {
        shown::count(number, self.edition.lang)
    }

    fn by_direction(&self, words: [Words; 2]) -> Words {
        words[self.direction as usize]
    }

    fn year(&self) -> String {
        let dataset = self.edition.dataset;
        let year = match self.kind {
            Kind::Plan => dataset.year,
            Kind::Realised => dataset.results_year,
        };
        year.to_string()
    }

    /// "Năm 2020, toàn tỉnh có 31 đoàn ra với 237 lượt người, …", or that there was none.
    fn how_many(&self, totals: &Totals) -> String {
        let year = self.year();
        if totals.rows == 0 {
            let nobody_owes = !self
                .edition
                .dataset
                .missing()
                .iter()
                .any(|(_, due)| *due == (self.direction, self.kind));
            let none = match (self.kind, nobody_owes) {
                (Kind::Plan, true) => [labels::WORD_NO_PLAN_OUT, labels::WORD_NO_PLAN_IN],
                (Kind::Realised, true) => [labels::WORD_NONE_OUT, labels::WORD_NONE_IN],
                // Somebody has not said yet: "there was none" would be a guess.
                (_, false) => [labels::WORD_NOT_YET_OUT, labels::WORD_NOT_YET_IN],
            };
            return self.fill(self.by_direction(none), &[&year]);
        }

        let words = match self.kind {
            Kind::Plan => [labels::WORD_PLANNED_OUT, labels::WORD_PLANNED_IN],
            Kind::Realised => [labels::WORD_HELD_OUT, labels::WORD_HELD_IN],
        };
        let days = shown::halves(totals.person_half_days, self.edition.lang);
        self.fill(
            self.by_direction(words),
            &[
                &year,
                &self.count(totals.delegations),
                &self.count(totals.people),
                &days,
            ],
        )
    }

    /// Against the figures that the campaign a year earlier published.
    fn against_last_year(&self, totals: &Totals) -> Option<String> {
        let before = self
            .edition
            .previous?
            .grand(self.kind, self.direction)?
            .totals;
        let difference = |now: u64, before: u64| {
            let moved = now as i64 - before as i64;
            let words = match moved {
                0 => return labels::WORD_SAME.in_lang(self.edition.lang).to_string(),
                1.. => labels::WORD_MORE,
                _ => labels::WORD_LESS,
            };
            self.fill(words, &[&self.count(moved.unsigned_abs())])
        };
        Some(self.fill(
            labels::WORD_AGAINST_LAST_YEAR,
            &[
                &difference(totals.delegations, before.delegations),
                &difference(totals.people, before.people),
            ],
        ))
    }

    /// The results against the published plan of their year, delegation by delegation.
    fn against_plan(&self) -> Option<String> {
        let comparison = self.edition.planned.ok()?;
        if self.kind != Kind::Realised {
            return None;
        }
        let Figures {
            planned,
            done,
            doubtful,
            open,
            stopped,
            online,
            outside,
        } = comparison.total(self.direction);
        if planned == 0 && outside == 0 {
            return None;
        }

        let counts = [planned, done, stopped, online, open, outside].map(|n| self.count(n));
        let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
        let year = comparison.year.to_string();
        let mut sentence = self.fill(
            labels::WORD_AGAINST_PLAN,
            &[&[year.as_str()], counts.as_slice()].concat(),
        );
        if doubtful > 0 {
            sentence.push(' ');
            sentence.push_str(&self.fill(labels::WORD_DOUBTFUL_PAIRS, &[&self.count(doubtful)]));
        }
        Some(sentence)
    }

    /// "Nơi đến nhiều nhất là Lào (12 đoàn, 80 lượt người), …; còn lại 4 nước, vùng lãnh thổ khác."
    fn by_country(&self, grand: &Grand) -> Option<String> {
        let mut rows = self.rows(By::Country);
        rows.sort_by_key(|(_, totals)| std::cmp::Reverse((totals.delegations, totals.people)));
        let named: Vec<String> = rows
            .iter()
            .take(NAMED)
            .map(|(row, totals)| {
                self.fill(
                    labels::WORD_COUNTRY,
                    &[
                        &row.label,
                        &self.count(totals.delegations),
                        &self.count(totals.people),
                    ],
                )
            })
            .collect();
        if named.is_empty() {
            return None;
        }

        let words = self.by_direction([labels::WORD_WHERE_TO, labels::WORD_WHERE_FROM]);
        let mut sentence = self.fill(words, &[&named.join("; ")]);
        let others = rows.len() - named.len();
        if others > 0 {
            sentence.push_str(&self.fill(labels::WORD_OTHER_COUNTRIES, &[&others.to_string()]));
        }
        sentence.push('.');
        if grand.countries_excess.delegations > 0 {
            sentence.push(' ');
            sentence.push_str(labels::WORD_EACH_COUNTRY.in_lang(self.edition.lang));
        }
        Some(sentence)
    }

    /// "Theo quý: Quý I 5 đoàn; Quý II 3 đoàn."
    fn by_key(&self, by: By, words: Words) -> Option<String> {
        let parts: Vec<String> = self
            .rows(by)
            .iter()
            .map(|(row, totals)| {
                self.fill(
                    labels::WORD_SHARE,
                    &[&row.label, &self.count(totals.delegations)],
                )
            })
            .collect();
        (!parts.is_empty()).then(|| self.fill(words, &[&parts.join("; ")]))
    }

    /// Lines of a table that the direction has a part in.
    fn rows(&self, by: By) -> Vec<(KeyRow, Totals)> {
        let all = listing::table(self.edition, by, self.kind).into_iter();
        let own = all.map(|row| {
            let totals = row.totals[self.direction as usize];
            (row, totals)
        });
        own.filter(|(_, totals)| totals.delegations > 0).collect()
    }

    /// Money never stands without how many rows state it.
    fn money(&self, totals: &Totals) -> Option<String> {
        let stated = totals.rows.saturating_sub(totals.rows_without_amount);
        if stated == 0 {
            return Some(labels::WORD_NO_MONEY.in_lang(self.edition.lang).to_string());
        }
        let amount = shown::whole(totals.amount_vnd, self.edition.lang);
        Some(self.fill(
            labels::WORD_MONEY,
            &[&amount, &self.count(stated), &self.count(totals.rows)],
        ))
    }

    fn postponed(&self) -> Option<String> {
        let rows = self.edition.dataset.rows();
        let own = rows.filter(|(_, row)| {
            row.state == RowState::NotHeld
                && row.kind == self.kind
                && row.direction == Some(self.direction)
        });
        let count: u64 = own.map(|(_, row)| u64::from(row.count)).sum();
        (count > 0).then(|| self.fill(labels::WORD_POSTPONED, &[&self.count(count)]))
    }

    /// "Số liệu trên còn thiếu: 1 dòng chưa ghi số người." What is not missing is not mentioned.
    fn without(&self, totals: &Totals) -> Option<String> {
        let parts = [
            (labels::WORD_WITHOUT_PEOPLE, totals.rows_without_people),
            (labels::WORD_WITHOUT_DAYS, totals.rows_without_days),
        ];
        let said: Vec<String> = parts
            .into_iter()
            .filter(|(_, rows)| *rows > 0)
            .map(|(words, rows)| self.fill(words, &[&self.count(rows)]))
            .collect();
        (!said.is_empty()).then(|| self.fill(labels::WORD_WITHOUT, &[&said.join(", ")]))
    }

    fn rejected(&self, grand: &Grand) -> Option<String> {
        let rows = grand.rejected;
        (rows > 0).then(|| self.fill(labels::WORD_REJECTED, &[&self.count(rows)]))
    }
}
