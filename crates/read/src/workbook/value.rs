//! How a typed cell of a workbook is written as text: as an office would type it.

/// TRUE and FALSE, as spreadsheets show them.
pub fn boolean(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}

/// A number to the 15 digits that a spreadsheet keeps: 8, 75.5, not 75.50000000000001.
pub fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        // Adding zero turns -0 into 0.
        return format!("{:.0}", value + 0.0);
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    rounded.to_string()
}

/// A time of day, or hours beyond a day.
pub fn clock(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{rest:02}")
    }
}

/// Days from the day 0 of spreadsheets (30 December 1899) to that of Unix.
const UNIX_DAY: i64 = 25_569;

/// Year, month and day of a day that is counted as spreadsheets do.
pub fn civil(day: i64) -> (i64, i64, i64) {
    // Years begin in March here, so that the leap day is the last of its year.
    let from_march = day - UNIX_DAY + 719_468;
    let era = from_march.div_euclid(146_097);
    let of_era = from_march.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// The day of a date, counted as spreadsheets do.
pub fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;
    let of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let of_era = year.rem_euclid(400) * 365 + year.rem_euclid(400) / 4 - year.rem_euclid(400) / 100
        + of_year;
    year.div_euclid(400) * 146_097 + of_era - 719_468 + UNIX_DAY
}

/// Days before this year are numbers in a cell that is formatted as a date.
const FIRST_YEAR: i64 = 1910;

/// "2021-09-15T10:30:00" as 15/09/2021 10:30; what is no such date stays as it is.
pub fn iso_date(moment: &str) -> String {
    let (date, rest) = moment.split_once('T').unwrap_or((moment, ""));
    let mut parts = date.splitn(3, '-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return moment.to_string();
    };
    if let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse())
        && year < FIRST_YEAR
        && (1..=12).contains(&month)
    {
        return day_number(year, month, day).to_string();
    }
    let clock: Vec<&str> = rest.trim_end_matches('Z').split(':').collect();
    let midnight = clock
        .iter()
        .all(|part| part.trim_matches(['0', '.']).is_empty());
    let seconds = clock
        .get(2)
        .is_some_and(|s| !s.trim_matches(['0', '.']).is_empty());
    let time = clock[..clock.len().min(if seconds { 3 } else { 2 })].join(":");
    if midnight {
        format!("{day}/{month}/{year}")
    } else {
        format!("{day}/{month}/{year} {time}")
    }
}

/// "PT10H30M00S" as 10:30; what is no such time stays as it is.
pub fn iso_duration(duration: &str) -> String {
    let (mut seconds, mut number) = (0.0, String::new());
    for c in duration.trim_start_matches("PT").chars() {
        let unit = match c {
            'H' => 3600.0,
            'M' => 60.0,
            'S' => 1.0,
            _ => {
                number.push(c);
                continue;
            }
        };
        match std::mem::take(&mut number).parse::<f64>() {
            Ok(value) => seconds += value * unit,
            Err(_) => return duration.to_string(),
        }
    }
    if duration.starts_with("PT") && number.is_empty() {
        clock(seconds.round().max(0.0) as u64)
    } else {
        duration.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_an_office_types_them() {
        let numbers = [
            (8.0, "8"),
            (0.0, "0"),
            (-0.0, "0"),
            (-3.0, "-3"),
            (75.5, "75.5"),
            (0.1 + 0.2, "0.3"),
            (1e15, "1000000000000000"),
        ];
        for (value, written) in numbers {
            assert_eq!(number(value), written);
        }
        let moments = [
            ("2021-09-15", "15/09/2021"),
            ("2021-09-15T10:30:00", "15/09/2021 10:30"),
            ("2021-09-15T00:00:00", "15/09/2021"),
            // Forty people in a column that is formatted as dates.
            ("1900-02-08", "40"),
            ("soon", "soon"),
        ];
        for (value, written) in moments {
            assert_eq!(iso_date(value), written);
        }
        assert_eq!(iso_duration("PT10H30M00S"), "10:30");
        assert_eq!(iso_duration("soon"), "soon");
    }

    #[test]
    fn days_are_counted_there_and_back() {
        for day in (0..110_000).step_by(17) {
            let (year, month, date) = civil(day);
            assert_eq!(day_number(year, month, date), day);
        }
        assert_eq!(civil(44454), (2021, 9, 15));
        assert_eq!(civil(43890), (2020, 2, 29));
    }
}
