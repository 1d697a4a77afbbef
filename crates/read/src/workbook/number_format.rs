//! How a number is written by its format: with the unit that people read beside it, or as a date.

use super::value;

/// A number format, as far as it changes what a person reads.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NumberFormat {
    kind: Kind,
    /// Words before and after the number: "Đoàn 5", "5 ngày".
    before: String,
    after: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Number,
    /// A number whose last thousands are not shown, this many times.
    Scaled(u8),
    Percent,
    Moment(Moment),
    /// Words instead of the number.
    Words,
}

/// Which parts of a moment are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Moment {
    year: bool,
    month: bool,
    day: bool,
    clock: bool,
    /// Hours beyond a day: "[h]:mm".
    elapsed: bool,
}

/// Days before this one are numbers in a cell that is formatted as a date: nobody reports a day of 1909.
pub const FIRST_DAY: f64 = 3654.0;
/// Days of the year 2200 and later are numbers too.
const LAST_DAY: f64 = 109_574.0;
/// Days that the calendar of old Macintosh files begins later.
const DAYS_TO_1904: f64 = 1462.0;

impl NumberFormat {
    /// The format of a code such as `#,##0" triệu đồng"` or `dd/mm/yyyy`.
    pub fn of_code(code: &str) -> NumberFormat {
        let mut format = NumberFormat::default();
        let mut scan = Scan::default();
        let mut signs = code.chars().peekable();
        while let Some(c) = signs.next() {
            match c {
                ';' => break,
                '"' => {
                    let words: String = signs.by_ref().take_while(|&c| c != '"').collect();
                    scan.words(&words);
                }
                '\\' => scan.words(signs.next().unwrap_or(' ').encode_utf8(&mut [0; 4])),
                '_' | '*' => {
                    signs.next();
                }
                '[' => {
                    let inner: String = signs.by_ref().take_while(|&c| c != ']').collect();
                    scan.bracket(&inner);
                }
                'G' | 'g' if is_general(c, &mut signs) => scan.digits = true,
                'A' | 'a' if is_half_day(&mut signs) => scan.moment.clock = true,
                c => scan.sign(c),
            }
        }
        format.before = worded(&scan.before);
        format.after = worded(&scan.after);
        format.kind = scan.kind(!format.before.is_empty());
        format
    }

    /// The format of a number that every program knows.
    pub fn built_in(id: u32) -> NumberFormat {
        let code = match id {
            9 | 10 => "0%",
            14 | 27..=31 | 36 | 50..=54 | 57 | 58 => "dd/mm/yyyy",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18..=21 | 32..=35 | 45 | 47 | 55 | 56 => "h:mm:ss",
            22 => "dd/mm/yyyy h:mm",
            46 => "[h]:mm:ss",
            _ => return NumberFormat::default(),
        };
        NumberFormat::of_code(code)
    }

    /// The number as a person reads it, with all its digits.
    pub fn show(&self, number: f64, from_1904: bool) -> String {
        let shown = match self.kind {
            Kind::Words => return format!("{}{}", self.before, self.after).trim().to_string(),
            Kind::Number => value::number(number),
            Kind::Scaled(times) => value::number(number / 1000f64.powi(times.into())),
            Kind::Percent => format!("{}%", value::number(number * 100.0)),
            Kind::Moment(moment) => {
                let days = number + if from_1904 { DAYS_TO_1904 } else { 0.0 };
                return moment.show(days).unwrap_or_else(|| value::number(number));
            }
        };
        format!("{}{shown}{}", self.before, self.after)
    }
}

impl Moment {
    fn is_any(self) -> bool {
        self.year || self.month || self.day || self.clock || self.elapsed
    }

    /// `None` for numbers that are no moment of our time.
    fn show(self, days: f64) -> Option<String> {
        let seconds = (days * 86_400.0).round();
        if self.elapsed {
            return Some(value::clock(seconds.max(0.0) as u64));
        }
        let is_dated = self.year || self.month || self.day;
        let clock = || value::clock((seconds as u64) % 86_400);
        if (0.0..1.0).contains(&days) && days > 0.0 || (!is_dated && days >= 0.0) {
            return Some(clock());
        }
        if !(FIRST_DAY..LAST_DAY).contains(&days) {
            return None;
        }
        let (year, month, day) = value::civil((seconds / 86_400.0).floor() as i64);
        let date = match (self.day, self.month) {
            (false, true) => format!("{month:02}/{year:04}"),
            (false, false) => format!("{year:04}"),
            _ => format!("{day:02}/{month:02}/{year:04}"),
        };
        Some(match seconds as u64 % 86_400 {
            0 => date,
            _ => format!("{date} {}", clock()),
        })
    }
}

/// What the first section of a code holds.
#[derive(Debug, Default)]
struct Scan {
    digits: bool,
    before: String,
    after: String,
    commas: u8,
    percent: bool,
    moment: Moment,
}

impl Scan {
    fn words(&mut self, words: &str) {
        if self.digits {
            self.after.push_str(words);
        } else {
            self.before.push_str(words);
        }
    }

    /// Currencies stand in brackets: "[$€-2]"; so do colours, conditions and hours beyond a day.
    fn bracket(&mut self, inner: &str) {
        if let Some(currency) = inner.strip_prefix('$') {
            let sign = currency.split('-').next().unwrap_or("");
            self.words(sign);
        } else if matches!(inner, "h" | "hh" | "m" | "mm" | "s" | "ss" | "H" | "HH") {
            self.moment.elapsed = true;
        }
    }

    fn sign(&mut self, c: char) {
        match c {
            '0' | '#' | '?' | '@' => {
                self.digits = true;
                self.commas = 0;
            }
            ',' if self.digits => self.commas += 1,
            '%' => self.percent = true,
            'y' | 'Y' | 'e' | 'b' | 'B' => self.moment.year = true,
            'd' | 'D' => self.moment.day = true,
            'h' | 'H' | 's' | 'S' => self.moment.clock = true,
            'm' | 'M' => self.moment.month = true,
            'E' | '.' | '/' | ':' | '-' | '+' | ',' => {}
            c => self.words(c.encode_utf8(&mut [0; 4])),
        }
    }

    fn kind(&self, worded: bool) -> Kind {
        let mut moment = self.moment;
        // "mm:ss" and "h:mm" hold minutes.
        moment.month &= !(moment.clock || moment.elapsed) || moment.year || moment.day;
        match () {
            () if moment.is_any() && !self.digits => Kind::Moment(moment),
            () if self.percent => Kind::Percent,
            () if self.digits && self.commas > 0 => Kind::Scaled(self.commas.min(3)),
            () if !self.digits && worded => Kind::Words,
            () => Kind::Number,
        }
    }
}

fn is_general(first: char, signs: &mut std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    let mut ahead = signs.clone();
    let rest: String = ahead.by_ref().take(6).collect();
    let is = first.eq_ignore_ascii_case(&'G') && rest.eq_ignore_ascii_case("eneral");
    if is {
        *signs = ahead;
    }
    is
}

/// "AM/PM" and "A/P".
fn is_half_day(signs: &mut std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    for rest in ["M/PM", "/P"] {
        let mut ahead = signs.clone();
        let next: String = ahead.by_ref().take(rest.len()).collect();
        if next.eq_ignore_ascii_case(rest) {
            *signs = ahead;
            return true;
        }
    }
    false
}

/// Words that say something: letters or a sign of a currency. Dashes, brackets and blanks are dress.
fn worded(words: &str) -> String {
    let says = |c: char| {
        c.is_alphabetic() || matches!(c, '$' | '£' | '¥' | '฿' | '\u{20A0}'..='\u{20CF}' | '៛')
    };
    if words.contains(says) {
        words.to_string()
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_with_what_its_format_says_of_it() {
        let cases = [
            ("General", 8.0, "8"),
            ("0", 8.0, "8"),
            ("@", 8.0, "8"),
            ("#,##0", 1_500_000.0, "1500000"),
            ("#,##0.00", 75.5, "75.5"),
            (
                "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)",
                12.0,
                "12",
            ),
            ("0\" ngày\"", 5.0, "5 ngày"),
            ("#,##0\" triệu đồng\"", 120.0, "120 triệu đồng"),
            ("General\" người\"", 12.0, "12 người"),
            ("0\\ \\n\\g\\à\\y", 5.0, "5 ngày"),
            ("\"Đoàn \"0", 3.0, "Đoàn 3"),
            ("[$€-2] #,##0", 500.0, "€ 500"),
            ("#,##0 [$₭-454]", 5000.0, "5000 ₭"),
            ("#,##0\\ \"đ\"", 150_000.0, "150000 đ"),
            ("#,##0 _₫", 150_000.0, "150000"),
            ("#,##0,", 1_500_000.0, "1500"),
            ("0.0,,\" tr\"", 1_500_000.0, "1.5 tr"),
            ("0%", 0.5, "50%"),
            ("[Red]0;[Blue]-0", -3.0, "-3"),
            ("0.00E+00", 8.0, "8"),
            ("\"x\";;", 1.0, "x"),
            (";;;", 8.0, "8"),
            ("# ?/?", 0.5, "0.5"),
        ];
        for (code, number, shown) in cases {
            assert_eq!(
                NumberFormat::of_code(code).show(number, false),
                shown,
                "{code}"
            );
        }
    }

    #[test]
    fn a_moment_is_shown_by_the_parts_that_its_format_has() {
        let cases = [
            ("dd/mm/yyyy", 44454.0, "15/09/2021"),
            ("m/d/yy", 44454.0, "15/09/2021"),
            ("[$-42A]dd mmmm yyyy", 44454.0, "15/09/2021"),
            ("d-mmm", 44454.0, "15/09/2021"),
            ("mm/yyyy", 44454.0, "09/2021"),
            ("\"tháng \"m/yyyy", 44454.0, "09/2021"),
            ("yyyy", 44454.0, "2021"),
            ("dd/mm/yyyy hh:mm", 44454.4375, "15/09/2021 10:30"),
            ("h:mm AM/PM", 0.4375, "10:30"),
            ("h:mm", 3.4375, "10:30"),
            ("[h]:mm", 1.5, "36:00"),
            ("mm:ss", 0.4375, "10:30"),
            // People in a column that is formatted as dates.
            ("dd/mm/yyyy", 8.0, "8"),
            ("dd/mm/yyyy", 0.0, "0"),
            ("dd/mm/yyyy", 120.0, "120"),
            ("dd/mm/yyyy", 150_000_000.0, "150000000"),
            ("dd/mm/yyyy", -5.0, "-5"),
        ];
        for (code, number, shown) in cases {
            assert_eq!(
                NumberFormat::of_code(code).show(number, false),
                shown,
                "{code} {number}"
            );
        }
        let short = NumberFormat::built_in(14);
        assert_eq!(NumberFormat::built_in(4), NumberFormat::default());
        assert_eq!(short.show(44454.0 - 1462.0, true), "15/09/2021");
    }
}
