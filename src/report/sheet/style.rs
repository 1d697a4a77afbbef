//! Fonts, borders and number formats of all sheets: Nghị định 30/2020/NĐ-CP where it says so.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};
use std::sync::LazyLock;

pub const FONT: &str = "Times New Roman";
/// Zero as a dash, so that empty cells of a table stay quiet; `_)` keeps figures off the border.
const INTEGER: &str = "#,##0_);-#,##0_);\"–\"_)";
const HALVES: &str = "#,##0.0_);-#,##0.0_);\"–\"_)";
const SIGNED: &str = "+#,##0_);-#,##0_);0_)";
const SIGNED_HALVES: &str = "+#,##0.0_);-#,##0.0_);0_)";
const PERCENT: &str = "0.0%_);-0.0%_);\"–\"_)";
pub const HEADER_FILL: Color = Color::RGB(0xE7ECF3);
pub const GROUP_FILL: Color = Color::RGB(0xF4F6F9);
const QUIET: Color = Color::RGB(0x595959);
const REPEATED: Color = Color::RGB(0x6B6B6B);

/// What kind of line of a table a cell stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Plain,
    /// Subtotals and group rows.
    Group,
    Total,
}

/// How a number is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    Count,
    /// Whole or with one decimal, as the value is.
    Days,
    Percent,
    /// With its sign; one decimal where the value has it.
    Change,
}

/// Formats of all workbooks of a run, made once.
pub static STYLES: LazyLock<Styles> = LazyLock::new(Styles::default);

/// The style set of what people open.
#[derive(Debug)]
pub struct Styles {
    /// Capitals, upright: the body above the office.
    pub parent: Format,
    /// Capitals, bold: the office, and the name of the state.
    pub office: Format,
    pub motto: Format,
    pub title: Format,
    pub subtitle: Format,
    pub enclosed: Format,
    /// Title of a part of a sheet.
    pub section_title: Format,
    pub note: Format,
    pub header: Format,
    pub number_row: Format,
    pub date: Format,
    pub signatory: Format,
    /// A text that repeats the one above: there for filters, quiet for readers.
    pub repeated: Format,
    text: [Format; 3],
    centred: [Format; 3],
    numbers: [[Format; 5]; 3],
    run_over: [Format; 3],
    run_end: [Format; 3],
}

impl Default for Styles {
    fn default() -> Self {
        let weights = [Weight::Plain, Weight::Group, Weight::Total];
        let centre = |size: f64| font(size).set_align(FormatAlign::Center);
        Styles {
            parent: centre(13.0)
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter),
            office: centre(13.0)
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter),
            motto: centre(14.0)
                .set_bold()
                .set_underline(FormatUnderline::Single),
            title: centre(14.0)
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter),
            subtitle: centre(14.0).set_bold(),
            enclosed: centre(13.0).set_italic(),
            section_title: font(13.0).set_bold(),
            note: font(11.0)
                .set_italic()
                .set_font_color(QUIET)
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            header: bordered(font(11.0).set_bold())
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap()
                .set_background_color(HEADER_FILL),
            number_row: bordered(font(10.0).set_italic()).set_align(FormatAlign::Center),
            date: centre(14.0).set_italic(),
            signatory: centre(14.0).set_bold(),
            text: weights.map(|weight| cell(weight).set_text_wrap().set_indent(1)),
            repeated: cell(Weight::Plain)
                .set_text_wrap()
                .set_indent(1)
                .set_font_color(REPEATED),
            centred: weights
                .map(|weight| cell(weight).set_align(FormatAlign::Center).set_text_wrap()),
            numbers: weights.map(|weight| {
                [INTEGER, HALVES, PERCENT, SIGNED, SIGNED_HALVES].map(|code| {
                    cell(weight)
                        .set_align(FormatAlign::Right)
                        .set_num_format(code)
                })
            }),
            run_over: weights.map(|weight| {
                cell(weight)
                    .set_border_left(FormatBorder::None)
                    .set_border_right(FormatBorder::None)
            }),
            run_end: weights.map(|weight| cell(weight).set_border_left(FormatBorder::None)),
        }
    }
}

impl Styles {
    pub fn text(&self, weight: Weight) -> &Format {
        &self.text[weight as usize]
    }

    pub fn centred(&self, weight: Weight) -> &Format {
        &self.centred[weight as usize]
    }

    /// A cell over which the text to its left may run.
    pub fn run_over(&self, weight: Weight) -> &Format {
        &self.run_over[weight as usize]
    }

    /// The last cell over which a text may run.
    pub fn run_end(&self, weight: Weight) -> &Format {
        &self.run_end[weight as usize]
    }

    /// The format of a number; halves show a decimal only where there is one.
    pub fn number(&self, number: Number, value: f64, weight: Weight) -> &Format {
        let halves = usize::from(value.fract() != 0.0);
        let index = match number {
            Number::Count => 0,
            Number::Days => halves,
            Number::Percent => 2,
            Number::Change => 3 + halves,
        };
        &self.numbers[weight as usize][index]
    }
}

/// The font of the workbook.
pub fn font(size: f64) -> Format {
    Format::new().set_font_name(FONT).set_font_size(size)
}

fn bordered(format: Format) -> Format {
    format.set_border(FormatBorder::Thin)
}

fn cell(weight: Weight) -> Format {
    let format = bordered(font(11.0)).set_align(FormatAlign::VerticalCenter);
    match weight {
        Weight::Plain => format,
        Weight::Group => format.set_bold().set_background_color(GROUP_FILL),
        Weight::Total => format.set_bold().set_background_color(HEADER_FILL),
    }
}
