//! Bars drawn as inline SVG by plotters: outbound solid, inbound striped, every bar with its number as text.

use maud::{Markup, PreEscaped, html};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

const WIDTH: u32 = 840;
const LABELS: u32 = 260;
/// Room for the number behind the longest bar.
const NUMBERS: u32 = 90;
const BAR: u32 = 13;
const GAP: u32 = 12;
const LABEL_LETTERS: usize = 38;
/// Outbound and inbound. The style sheet finds the bars by these and gives them the colours of light,
/// dark and print, and inbound ones their stripes.
const COLOURS: [RGBColor; 2] = [RGBColor(0x1F, 0x38, 0x64), RGBColor(0xC5, 0x5A, 0x11)];

/// One label with its two values and their texts, outbound first.
#[derive(Debug, Clone)]
pub struct Bar {
    pub label: String,
    pub values: [f64; 2],
    pub shown: [String; 2],
}

/// The stripes of inbound bars, once per page.
pub fn patterns() -> Markup {
    PreEscaped(
        "<svg width=\"0\" height=\"0\" class=\"patterns\" aria-hidden=\"true\" focusable=\"false\"><defs>\
         <pattern id=\"stripes\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <rect width=\"6\" height=\"6\" class=\"stripe-ground\"/><rect width=\"3\" height=\"6\" class=\"stripe\"/>\
         </pattern></defs></svg>"
            .into(),
    )
}

/// Horizontal bars in pairs; `names` are the names of the two directions for the legend.
pub fn bars(title: &str, description: &str, names: [&str; 2], bars: &[Bar]) -> Markup {
    let height = bars.len() as u32 * (2 * BAR + GAP) + GAP;
    // A chart that cannot be drawn is left out: the table beside it has every figure.
    let drawn = draw(bars, height).unwrap_or_default();
    html! {
        figure.chart {
            figcaption {
                span { (title) }
                span.legend {
                    @for (class, name) in ["out", "in"].iter().zip(names) {
                        svg.key width="14" height="12" aria-hidden="true" {
                            rect.bar.(class) width="14" height="12" {}
                        }
                        " " (name) " "
                    }
                }
            }
            svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-label=(description) {
                (PreEscaped(inner(&drawn)))
            }
        }
    }
}

/// What stands between the tags of an SVG: the page gives it tags that scale and speak.
fn inner(svg: &str) -> &str {
    let body = svg.split_once('>').map_or("", |(_, body)| body);
    body.trim_end().trim_end_matches("</svg>")
}

fn draw(bars: &[Bar], height: u32) -> Result<String, Box<dyn std::error::Error>> {
    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area();
        let most = bars
            .iter()
            .flat_map(|bar| bar.values)
            .fold(0.0, f64::max)
            .max(1.0);
        let mut chart = ChartBuilder::on(&root)
            .margin_right(NUMBERS)
            .y_label_area_size(LABELS)
            .build_cartesian_2d(0.0..most, f64::from(height)..0.0)?;
        let zero = chart.backend_coord(&(0.0, 0.0)).0;
        let axis = [(zero, 4), (zero, height as i32 - 4)];
        root.draw(&PathElement::new(axis.to_vec(), BLACK))?;
        for (nth, bar) in bars.iter().enumerate() {
            let top = nth as u32 * (2 * BAR + GAP) + GAP;
            let label = text(HPos::Right);
            root.draw_text(
                &shortened(&bar.label),
                &label,
                (zero - 8, (top + BAR) as i32 - 1),
            )?;
            for (side, colour) in COLOURS.into_iter().enumerate() {
                let value = bar.values[side];
                if value > 0.0 {
                    let y = f64::from(top + side as u32 * BAR);
                    let corners = [(0.0, y), (value, y + f64::from(BAR - 2))];
                    chart.draw_series([Rectangle::new(corners, colour.filled())])?;
                    let (end, middle) = chart.backend_coord(&(value, y + f64::from(BAR) / 2.0));
                    root.draw_text(&bar.shown[side], &text(HPos::Left), (end + 5, middle - 1))?;
                }
            }
        }
        root.present()?;
    }
    Ok(svg)
}

/// Text beside a point, in the middle of its height.
fn text(side: HPos) -> TextStyle<'static> {
    ("sans-serif", 16)
        .into_font()
        .color(&BLACK)
        .pos(Pos::new(side, VPos::Center))
}

fn shortened(label: &str) -> String {
    if label.chars().count() <= LABEL_LETTERS {
        return label.to_string();
    }
    let kept: String = label.chars().take(LABEL_LETTERS - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_value_and_its_label_stays_text() {
        let bar = |label: &str, values: [f64; 2]| Bar {
            label: label.into(),
            values,
            shown: values.map(|value| value.to_string()),
        };
        let all = [
            bar("<script>alert(1)</script> & Lào", [10.0, 5.0]),
            bar("Úc", [0.0, 2.5]),
        ];
        let page = bars("Số đoàn", "Biểu đồ", ["Đoàn ra", "Đoàn vào"], &all).into_string();
        assert!(
            page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Lào"),
            "{page}"
        );
        assert!(!page.contains("<script"), "{page}");
        let widths = page
            .split("<rect x=")
            .skip(1)
            .filter_map(|bar| bar.split("width=\"").nth(1));
        let widths: Vec<u32> = widths
            .filter_map(|width| width.split('"').next()?.parse().ok())
            .collect();
        assert_eq!(widths.len(), 3, "no bar for zero: {page}");
        assert!(widths[0].abs_diff(2 * widths[1]) <= 2 && widths[1].abs_diff(2 * widths[2]) <= 2);
        assert_eq!(page.matches("<svg").count(), page.matches("</svg>").count());
    }
}
