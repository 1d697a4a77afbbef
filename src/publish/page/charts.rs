//! Bars drawn as inline SVG: outbound solid, inbound striped, every bar with its number as text.

use maud::{Markup, PreEscaped, html};

const WIDTH: u32 = 840;
const LABELS: u32 = 260;
/// Room for the number behind the longest bar.
const NUMBERS: u32 = 90;
const BAR: u32 = 13;
const GAP: u32 = 12;
const LABEL_LETTERS: usize = 38;

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
    let step = 2 * BAR + GAP;
    let height = bars.len() as u32 * step + GAP;
    let most = bars.iter().flat_map(|bar| bar.values).fold(0.0, f64::max);
    let room = f64::from(WIDTH - LABELS - NUMBERS);
    let length = |value: f64| if most > 0.0 { value * room / most } else { 0.0 };
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
                line.axis x1=(LABELS) x2=(LABELS) y1="4" y2=(height - 4) {}
                @for (at, bar) in bars.iter().enumerate() {
                    @let top = at as u32 * step + GAP;
                    text.label x=(LABELS - 8) y=(top + BAR + 4) text-anchor="end" {
                        (shortened(&bar.label))
                    }
                    @for (side, class) in ["out", "in"].iter().enumerate() {
                        @let y = top + side as u32 * BAR;
                        @let long = length(bar.values[side]);
                        @if bar.values[side] > 0.0 {
                            rect.bar.(class) x=(LABELS) y=(y) width=(format!("{long:.1}")) height=(BAR - 2) {
                                title { (bar.label) ", " (names[side]) ": " (bar.shown[side]) }
                            }
                            text.number x=(format!("{:.1}", f64::from(LABELS) + long + 5.0)) y=(y + BAR - 3) {
                                (bar.shown[side])
                            }
                        }
                    }
                }
            }
        }
    }
}

fn shortened(label: &str) -> String {
    if label.chars().count() <= LABEL_LETTERS {
        return label.to_string();
    }
    let kept: String = label.chars().take(LABEL_LETTERS - 1).collect();
    format!("{}…", kept.trim_end())
}
