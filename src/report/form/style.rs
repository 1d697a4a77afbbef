//! Fonts, borders and colours of the blank form.

use crate::report::sheet::style::{GROUP_FILL, HEADER_FILL, font};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

const GREY: Color = Color::RGB(0x808080);
const MISSING_FILL: Color = Color::RGB(0xFFF2CC);
const LINK: Color = Color::RGB(0x1F4E79);

/// Formats of one form, made once.
#[derive(Debug)]
pub struct Styles {
    pub parent: Format,
    pub office: Format,
    pub motto: Format,
    pub title: Format,
    pub subtitle: Format,
    pub enclosed: Format,
    /// Instructions above the tables.
    pub how: Format,
    /// Title of a table: "I. ĐOÀN RA".
    pub section_title: Format,
    pub header: Format,
    pub number_row: Format,
    pub text: Format,
    pub centred: Format,
    /// Text that a spreadsheet leaves alone: "9/2027" stays what it is.
    pub verbatim: Format,
    pub figure: Format,
    pub example_text: Format,
    pub example_centred: Format,
    pub date: Format,
    pub signer: Format,
    pub sign: Format,
    /// What a cell of an example turns to when it is typed over.
    pub typed_over: Format,
    /// What a cell that its line still lacks turns to.
    pub missing: Format,
    pub guide_title: Format,
    pub guide_term: Format,
    pub guide_text: Format,
}

impl Default for Styles {
    fn default() -> Self {
        let centre = |size: f64| font(size).set_align(FormatAlign::Center);
        let middle = |format: Format| format.set_align(FormatAlign::VerticalCenter);
        let cell = || middle(font(11.0).set_border(FormatBorder::Thin)).set_text_wrap();
        let example = || cell().set_font_color(GREY).set_italic();
        Styles {
            parent: middle(centre(12.0)).set_text_wrap(),
            office: middle(centre(12.0).set_bold()).set_text_wrap(),
            motto: centre(13.0)
                .set_bold()
                .set_underline(FormatUnderline::Single),
            title: middle(centre(14.0).set_bold()),
            subtitle: centre(13.0).set_bold(),
            enclosed: centre(12.0).set_italic(),
            how: middle(font(11.0).set_font_color(LINK))
                .set_background_color(GROUP_FILL)
                .set_text_wrap()
                .set_indent(1),
            section_title: middle(font(13.0).set_bold()),
            header: middle(centre(11.0).set_bold())
                .set_border(FormatBorder::Thin)
                .set_background_color(HEADER_FILL)
                .set_text_wrap(),
            number_row: centre(10.0).set_italic().set_border(FormatBorder::Thin),
            text: cell(),
            centred: cell().set_align(FormatAlign::Center),
            verbatim: cell().set_align(FormatAlign::Center).set_num_format("@"),
            figure: cell().set_align(FormatAlign::Center),
            example_text: example(),
            example_centred: example().set_align(FormatAlign::Center),
            date: centre(12.0).set_italic(),
            signer: centre(12.0).set_bold(),
            sign: centre(11.0).set_italic(),
            typed_over: Format::new().set_font_color(Color::Black),
            missing: Format::new().set_background_color(MISSING_FILL),
            guide_title: font(12.0).set_bold(),
            guide_term: font(11.0)
                .set_bold()
                .set_align(FormatAlign::Top)
                .set_border(FormatBorder::Thin)
                .set_text_wrap(),
            guide_text: font(11.0)
                .set_align(FormatAlign::Top)
                .set_border(FormatBorder::Thin)
                .set_text_wrap(),
        }
    }
}
