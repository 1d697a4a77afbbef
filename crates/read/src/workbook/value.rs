//! How a typed cell of a workbook is written as text: as an office would type it.

use calamine::{Data, ExcelDateTime};

/// Text of a cell: whole numbers without decimals, dates as dd/mm/yyyy, text as it stands.
pub fn text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => self::number(*number),
        Data::String(text) => text.clone(),
        Data::Bool(value) => boolean(*value).to_string(),
        Data::DateTime(moment) => date_time(moment),
        Data::DateTimeIso(moment) => iso_date(moment),
        Data::DurationIso(duration) => iso_duration(duration),
        Data::Error(error) => error.to_string(),
    }
}

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

fn date_time(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    if moment.is_duration() {
        return clock((days * 86_400.0).round().max(0.0) as u64);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if (0.0..1.0).contains(&days) {
        return time(hour, minute, second);
    }
    let date = format!("{day:02}/{month:02}/{year:04}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {}", time(hour, minute, second))
    }
}

fn time(hour: u8, minute: u8, second: u8) -> String {
    if second == 0 {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    }
}

fn clock(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{rest:02}")
    }
}

/// "2021-09-15T10:30:00" as 15/09/2021 10:30; what is no such date stays as it is.
pub fn iso_date(moment: &str) -> String {
    let (date, rest) = moment.split_once('T').unwrap_or((moment, ""));
    let mut parts = date.splitn(3, '-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return moment.to_string();
    };
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
    use calamine::ExcelDateTimeType;

    #[test]
    fn values_are_written_as_an_office_types_them() {
        let date = |value| {
            Data::DateTime(ExcelDateTime::new(
                value,
                ExcelDateTimeType::DateTime,
                false,
            ))
        };
        let cases = [
            (Data::Float(8.0), "8"),
            (Data::Float(0.0), "0"),
            (Data::Float(-3.0), "-3"),
            (Data::Float(75.5), "75.5"),
            (Data::Float(0.1 + 0.2), "0.3"),
            (Data::Float(1e15), "1000000000000000"),
            (Data::String("08".into()), "08"),
            (Data::Bool(true), "TRUE"),
            (date(44454.0), "15/09/2021"),
            (date(44454.4375), "15/09/2021 10:30"),
            (date(0.4375), "10:30"),
            (Data::DateTimeIso("2021-09-15".into()), "15/09/2021"),
            (
                Data::DateTimeIso("2021-09-15T10:30:00".into()),
                "15/09/2021 10:30",
            ),
            (
                Data::DateTimeIso("2021-09-15T00:00:00".into()),
                "15/09/2021",
            ),
            (Data::DurationIso("PT10H30M00S".into()), "10:30"),
            (Data::DurationIso("soon".into()), "soon"),
        ];
        for (value, written) in cases {
            assert_eq!(text(&value), written, "{value:?}");
        }
    }
}
