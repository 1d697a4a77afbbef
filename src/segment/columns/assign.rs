//! Which column gets which field, so that all of them together are most likely: the Hungarian method.

/// What each column is worth under each field, and alone.
pub struct Table {
    /// `worth[column][field]`
    pub worth: Vec<Vec<f32>>,
    /// Worth of a column under no field that others could want too.
    pub alone: Vec<f32>,
}

/// Stands for a choice that must not be made.
pub const NEVER: f32 = -1.0e4;

/// The best choice of fields, and its worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// For each column its field; `None`: alone.
    pub fields: Vec<Option<usize>>,
    pub worth: f32,
}

impl Table {
    /// Each column its best field, where no two want the same one; else by exchange along the
    /// cheapest paths.
    pub fn solve(&self) -> Choice {
        self.greedy().unwrap_or_else(|| self.exchange())
    }

    fn greedy(&self) -> Option<Choice> {
        let mut taken = [false; 64];
        let mut choice = Choice {
            fields: Vec::with_capacity(self.worth.len()),
            worth: 0.0,
        };
        for (worth, alone) in self.worth.iter().zip(&self.alone) {
            let best =
                worth
                    .iter()
                    .copied()
                    .enumerate()
                    .fold((None, *alone), |best, (at, worth)| {
                        if worth > best.1 {
                            (Some(at), worth)
                        } else {
                            best
                        }
                    });
            if let Some(field) = best.0 {
                if *taken.get(field)? {
                    return None;
                }
                taken[field] = true;
            }
            choice.fields.push(best.0);
            choice.worth += best.1;
        }
        Some(choice)
    }

    /// Shortest augmenting paths with potentials; the last places are the columns' own "alone".
    fn exchange(&self) -> Choice {
        let columns = self.worth.len();
        let fields = self.worth.first().map_or(0, Vec::len);
        let places = fields + columns;
        let cost = |column: usize, place: usize| match place.checked_sub(fields) {
            None => -self.worth[column][place],
            Some(own) if own == column => -self.alone[column],
            Some(_) => -NEVER,
        };
        let mut by_column = vec![0.0_f32; columns + 1];
        let mut by_place = vec![0.0_f32; places + 1];
        // Columns and places from 1; 0 stands for none.
        let mut owner = vec![0_usize; places + 1];
        let mut way = vec![0_usize; places + 1];
        for column in 1..=columns {
            owner[0] = column;
            let mut at = 0;
            let mut least = vec![f32::INFINITY; places + 1];
            let mut seen = vec![false; places + 1];
            loop {
                seen[at] = true;
                let from = owner[at];
                let (mut step, mut next) = (f32::INFINITY, 0);
                for place in (1..=places).filter(|place| !seen[*place]) {
                    let reduced = cost(from - 1, place - 1) - by_column[from] - by_place[place];
                    if reduced < least[place] {
                        least[place] = reduced;
                        way[place] = at;
                    }
                    if least[place] < step {
                        step = least[place];
                        next = place;
                    }
                }
                for place in 0..=places {
                    if seen[place] {
                        by_column[owner[place]] += step;
                        by_place[place] -= step;
                    } else {
                        least[place] -= step;
                    }
                }
                at = next;
                if owner[at] == 0 {
                    break;
                }
            }
            while at != 0 {
                owner[at] = owner[way[at]];
                at = way[at];
            }
        }
        self.choice(&owner, fields)
    }

    fn choice(&self, owner: &[usize], fields: usize) -> Choice {
        let mut choice = Choice {
            fields: vec![None; self.worth.len()],
            worth: 0.0,
        };
        for (place, column) in owner.iter().enumerate().skip(1).filter(|(_, c)| **c > 0) {
            let column = column - 1;
            if place <= fields {
                choice.fields[column] = Some(place - 1);
                choice.worth += self.worth[column][place - 1];
            } else {
                choice.worth += self.alone[column];
            }
        }
        choice
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_decides_not_the_first_that_comes() {
        let table = Table {
            worth: vec![vec![5.0, 4.0], vec![4.5, 1.0], vec![-2.0, 0.5]],
            alone: vec![0.0, 0.0, 0.0],
        };
        let choice = table.solve();
        assert_eq!(choice.fields, [Some(1), Some(0), None]);
        assert!((choice.worth - 8.5).abs() < 1e-4);
    }

    #[test]
    fn the_exchange_finds_what_trying_all_finds() {
        let mut seed = 7_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as f32 / 6553.6 - 5.0
        };
        for _ in 0..50 {
            let worth: Vec<Vec<f32>> = (0..4).map(|_| (0..3).map(|_| next()).collect()).collect();
            let table = Table {
                worth,
                alone: vec![0.0; 4],
            };
            let best = all(&table, 0, &mut [false; 3]);
            assert!((table.exchange().worth - best).abs() < 1e-3);
        }
    }

    fn all(table: &Table, column: usize, taken: &mut [bool; 3]) -> f32 {
        if column == table.worth.len() {
            return 0.0;
        }
        let mut best = table.alone[column] + all(table, column + 1, taken);
        for field in 0..3 {
            if !taken[field] {
                taken[field] = true;
                best = best.max(table.worth[column][field] + all(table, column + 1, taken));
                taken[field] = false;
            }
        }
        best
    }
}
