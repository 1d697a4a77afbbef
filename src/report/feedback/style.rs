//! How a cell of a submission looks in its copy: by the class of its line, and by its worst finding.

use crate::model::finding::Severity;
use crate::model::section::LineClass;
use crate::report::sheet::style::{GROUP_FILL, HEADER_FILL, font};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// What a line of a submission looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Letters outside any table.
    Plain,
    /// Titles and section titles.
    Strong,
    Header,
    NumberRow,
    Data,
    Group,
    /// A cell over which the text of a group row may run.
    GroupOver,
    Total,
    /// A cell that the department may fill with an explanation.
    ToFill,
}

const LOOKS: [Look; 9] = [
    Look::Plain,
    Look::Strong,
    Look::Header,
    Look::NumberRow,
    Look::Data,
    Look::Group,
    Look::GroupOver,
    Look::Total,
    Look::ToFill,
];

impl From<LineClass> for Look {
    fn from(class: LineClass) -> Look {
        match class {
            LineClass::Title | LineClass::Section => Look::Strong,
            LineClass::Header => Look::Header,
            LineClass::NumberRow => Look::NumberRow,
            LineClass::Data | LineClass::Joined | LineClass::Filler => Look::Data,
            LineClass::Group | LineClass::Nil => Look::Group,
            LineClass::Subtotal => Look::Total,
            LineClass::Footer | LineClass::Prose | LineClass::Blank | LineClass::Unread => {
                Look::Plain
            }
        }
    }
}

impl Look {
    /// Part of a table: framed from its first to its last column.
    pub fn is_framed(self) -> bool {
        !matches!(self, Look::Plain | Look::Strong)
    }

    /// Texts are broken into lines instead of running over the cells to their right.
    pub fn wraps(self) -> bool {
        matches!(self, Look::Header | Look::Data | Look::Total | Look::ToFill)
    }
}

/// What asks to be filled.
const FILL_IN: Color = Color::RGB(0xFFF9E5);

/// How the content of a cell is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Letters, at the left.
    Text,
    /// Letters or a number that read best in the middle.
    Centred,
    /// A column of numbers: what is typed into it is one.
    Figure,
}

/// Formats of the copies, made once: by look, worst finding and content.
#[derive(Debug)]
pub struct Looks([[[Format; 3]; 4]; LOOKS.len()]);

impl Default for Looks {
    fn default() -> Self {
        let weights = [
            None,
            Some(Severity::Error),
            Some(Severity::Warning),
            Some(Severity::Info),
        ];
        let kept = |look: Look, format: Format| {
            let centred = format.clone().set_align(FormatAlign::Center);
            let figure = centred.clone().set_num_format("General");
            // Letters beside a frame are hard to read.
            let text = match look {
                Look::Data | Look::Total | Look::ToFill => format.set_indent(1),
                _ => format,
            };
            [text, centred, figure]
        };
        Looks(LOOKS.map(|look| weights.map(|worst| kept(look, marked(base(look), worst)))))
    }
}

impl Looks {
    /// The format of a cell, by the worst finding about it.
    pub fn format(&self, look: Look, worst: Option<Severity>, content: Content) -> &Format {
        let worst = worst.map_or(0, |severity| 1 + severity as usize);
        &self.0[look as usize][worst][content as usize]
    }
}

impl Content {
    /// Counts and the like read best in the middle of their column.
    pub fn of(look: Look, text: &str) -> Content {
        let text = text.trim();
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let others = |c: char| c.is_ascii_digit() || " .,/-%".contains(c);
        let is_count = digits > 0 && text.len() <= 10 && text.chars().all(others);
        match look.wraps() && is_count {
            true => Content::Centred,
            false => Content::Text,
        }
    }
}

/// Text format outside columns of numbers: what a person types into a cell stays what was typed, "3/2021"
/// too.
fn base(look: Look) -> Format {
    let format = font(11.0)
        .set_num_format("@")
        .set_align(FormatAlign::VerticalCenter);
    let format = match look.is_framed() {
        true => format.set_border(FormatBorder::Thin),
        false => format,
    };
    let format = match look.wraps() {
        true => format.set_text_wrap(),
        false => format,
    };
    match look {
        Look::Plain | Look::Data => format,
        Look::Strong => format.set_bold(),
        Look::Header => format
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_background_color(HEADER_FILL),
        Look::NumberRow => format.set_italic().set_align(FormatAlign::Center),
        Look::Group => format.set_bold().set_background_color(GROUP_FILL),
        Look::GroupOver => format
            .set_background_color(GROUP_FILL)
            .set_border_left(FormatBorder::None)
            .set_border_right(FormatBorder::None),
        Look::Total => format.set_bold().set_background_color(GROUP_FILL),
        Look::ToFill => format.set_background_color(FILL_IN),
    }
}

/// Background and letters of a severity.
pub fn colours(severity: Severity) -> [Color; 2] {
    let [fill, letters] = match severity {
        Severity::Error => [0xFFC7CE, 0x9C0006],
        Severity::Warning => [0xFFEB9C, 0x5C4400],
        Severity::Info => [0xDDEBF7, 0x1F3864],
    };
    [Color::RGB(fill), Color::RGB(letters)]
}

/// Colour and frame by severity: the frame tells them apart in black and white.
fn marked(format: Format, worst: Option<Severity>) -> Format {
    let Some(worst) = worst else {
        return format;
    };
    let (frame, line) = match worst {
        Severity::Error => (0xC00000, FormatBorder::Medium),
        Severity::Warning => (0xBF8F00, FormatBorder::MediumDashed),
        Severity::Info => (0x5B9BD5, FormatBorder::Dotted),
    };
    let [fill, letters] = colours(worst);
    format
        .set_background_color(fill)
        .set_font_color(letters)
        .set_border(line)
        .set_border_color(Color::RGB(frame))
}
