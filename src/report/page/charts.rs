//! Charts as plain elements that the style sheet stretches: whole at every width, in every colour and in print.

use maud::{Markup, html};

/// Per cent of a track that the longest bar takes; the rest is for its number.
const LONGEST: f64 = 84.0;

/// A value of one direction, and its text.
#[derive(Debug, Clone, Default)]
pub struct Value {
    pub number: f64,
    /// What of it is in doubt.
    pub doubtful: f64,
    pub shown: String,
}

/// One label with its two values, outbound first.
#[derive(Debug, Clone)]
pub struct Bar {
    pub label: String,
    pub values: [Value; 2],
}

/// What stands around the marks of a chart.
#[derive(Debug, Clone)]
pub struct Frame<'f> {
    /// The finding.
    pub title: &'f str,
    /// What is plotted, and in what order.
    pub plotted: &'f str,
    /// The classes of the marks and their names.
    pub legend: &'f [(&'static str, &'f str)],
    /// What has no mark of its own.
    pub note: Option<&'f str>,
}

/// Outbound and inbound, as classes of marks.
pub const SIDES: [&str; 2] = ["out", "in"];

/// Horizontal bars in pairs, their doubtful parts hatched.
pub fn bars(frame: &Frame, bars: &[Bar]) -> Markup {
    let most = most(
        bars.iter()
            .flat_map(|bar| bar.values.each_ref())
            .map(|value| value.number),
    );
    let marks = html! {
        @for bar in bars {
            div {
                span { (bar.label) }
                p {
                    @for (value, side) in bar.values.iter().zip(SIDES) {
                        (self::bar(value, side, most))
                    }
                }
            }
        }
    };
    figure(frame, "bars", marks)
}

fn bar(value: &Value, side: &str, most: f64) -> Markup {
    let long = |number: f64| format!("width:{:.1}%", number * LONGEST / most);
    html! {
        b {
            @if value.number > 0.0 {
                i.(side) style=(long(value.number - value.doubtful)) {}
                @if value.doubtful > 0.0 { i.hatched.(side) style=(long(value.doubtful)) {} }
                (value.shown)
            }
        }
    }
}

/// What was planned and what was done: two marks on one line for each label.
pub fn dumbbells(frame: &Frame, lines: &[(String, [u64; 2])]) -> Markup {
    let most = most(
        lines
            .iter()
            .flat_map(|(_, ends)| *ends)
            .map(|end| end as f64),
    );
    let at = |end: u64| end as f64 * LONGEST / most;
    let marks = html! {
        @for (label, [planned, done]) in lines {
            div {
                span { (label) }
                p { b.dumbbell {
                    i.span style={ "left:" (format!("{:.1}%;width:{:.1}%", at(*planned.min(done)), at(planned.abs_diff(*done)))) } {}
                    i.plan style={ "left:" (format!("{:.1}%", at(*planned))) } {}
                    i.done style={ "left:" (format!("{:.1}%", at(*done))) } {}
                    span style={ "left:" (format!("{:.1}%", at(*planned.max(done)))) } { (done) "/" (planned) }
                } }
            }
        }
    };
    figure(frame, "bars", marks)
}

fn most(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, f64::max).max(1.0)
}

fn figure(frame: &Frame, class: &str, marks: Markup) -> Markup {
    html! {
        figure.chart {
            figcaption {
                strong { (frame.title) }
                span { (frame.plotted) }
                span.legend {
                    @for (class, name) in frame.legend { " " span.key { i.(*class) {} (name) } }
                }
            }
            div.(class) role="img" aria-label={ (frame.title) " " (frame.plotted) } { (marks) }
            @if let Some(note) = frame.note { p.note { (note) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_value_and_its_label_stays_text() {
        let value = |number: f64, doubtful: f64| Value {
            number,
            doubtful,
            shown: number.to_string(),
        };
        let bar = |label: &str, values: [Value; 2]| Bar {
            label: label.into(),
            values,
        };
        let all = [
            bar(
                "<script>alert(1)</script> & Lào",
                [value(10.0, 4.0), value(5.0, 0.0)],
            ),
            bar("Úc", [value(0.0, 0.0), value(2.5, 0.0)]),
        ];
        let frame = Frame {
            title: "Lào nhiều nhất",
            plotted: "Số đoàn",
            legend: &[("out", "Đoàn ra")],
            note: None,
        };
        let page = bars(&frame, &all).into_string();
        assert!(
            page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Lào"),
            "{page}"
        );
        let widths: Vec<&str> = page
            .split("width:")
            .skip(1)
            .filter_map(|bar| bar.split('%').next())
            .collect();
        assert_eq!(
            widths,
            ["50.4", "33.6", "42.0", "21.0"],
            "no bar for zero: {page}"
        );
    }

    #[test]
    fn a_dumbbell_spans_from_the_lower_to_the_higher() {
        let frame = Frame {
            title: "",
            plotted: "",
            legend: &[],
            note: None,
        };
        let page = dumbbells(&frame, &[("Lào".into(), [10, 5])]).into_string();
        assert!(page.contains("left:42.0%;width:42.0%"), "{page}");
        assert!(page.contains("5/10"), "{page}");
    }
}
