//! The text of a document: paragraphs, tables and sections as the XML of `word/document.xml`.

use super::styles::Style;
use crate::words::shown;
use std::borrow::Cow;
use std::fmt::Write;

/// A4, in twentieths of a point.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;

/// How a section lies on its pages; its page numbers begin at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    Portrait,
    /// Annexes with wide tables.
    Landscape,
}

impl Paper {
    /// Margins by the decree: top and bottom 20 mm, left 30 mm (landscape 20 mm), right 15 mm.
    const TOP: u32 = 1_134;
    const RIGHT: u32 = 851;

    fn left(self) -> u32 {
        match self {
            Paper::Portrait => 1_701,
            Paper::Landscape => 1_134,
        }
    }

    /// Width of the text.
    pub fn width(self) -> u32 {
        let across = match self {
            Paper::Portrait => SHORT,
            Paper::Landscape => LONG,
        };
        across - self.left() - Paper::RIGHT
    }

    fn properties(self) -> String {
        let size = match self {
            Paper::Portrait => format!("w:w=\"{SHORT}\" w:h=\"{LONG}\""),
            Paper::Landscape => {
                format!("w:w=\"{LONG}\" w:h=\"{SHORT}\" w:orient=\"landscape\"")
            }
        };

        // `titlePg` without a header of its own: the first page of a section bears no number.
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz {size}/>\
             <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{top}\" w:left=\"{left}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
             <w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>",
            top = Paper::TOP,
            right = Paper::RIGHT,
            left = self.left(),
        )
    }
}

/// Text of one style in a paragraph of another.
#[derive(Debug, Clone, Copy)]
pub struct Run<'t> {
    pub text: &'t str,
    pub strong: bool,
}

/// A paragraph of a table cell.
#[derive(Debug, Clone)]
pub struct Line<'t> {
    pub style: Style,
    pub text: Cow<'t, str>,
}

impl<'t> Line<'t> {
    pub fn new(style: Style, text: impl Into<Cow<'t, str>>) -> Line<'t> {
        Line {
            style,
            text: text.into(),
        }
    }
}

/// A cell over one or more columns.
#[derive(Debug, Clone)]
pub struct Cell<'t> {
    pub columns: usize,
    pub lines: Vec<Line<'t>>,
}

impl<'t> Cell<'t> {
    /// A cell of one column and one paragraph.
    pub fn new(style: Style, text: impl Into<Cow<'t, str>>) -> Cell<'t> {
        Cell::across(1, style, text)
    }

    /// A cell of one paragraph over several columns.
    pub fn across(columns: usize, style: Style, text: impl Into<Cow<'t, str>>) -> Cell<'t> {
        Cell {
            columns,
            lines: vec![Line::new(style, text)],
        }
    }
}

/// How a table is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    Grid,
    /// Letterheads and signatures stand in a table that nobody sees.
    None,
}

/// A table while its rows are written.
pub struct TableWriter<'b> {
    xml: &'b mut String,
    lines: Lines,
    widths: &'b [u32],
}

impl TableWriter<'_> {
    /// A row that every page repeats.
    pub fn header(&mut self, cells: &[Cell<'_>]) {
        self.push_row("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", cells);
    }

    /// A row that no page breaks.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        self.push_row("<w:trPr><w:cantSplit/></w:trPr>", cells);
    }

    fn push_row(&mut self, properties: &str, cells: &[Cell<'_>]) {
        self.xml.push_str("<w:tr>");
        self.xml.push_str(properties);

        let mut column = 0;
        for cell in cells {
            let last = (column + cell.columns).min(self.widths.len());
            let width: u32 = self.widths[column..last].iter().sum();
            column = last;

            let _ = write!(
                self.xml,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"
            );
            if cell.columns > 1 {
                let _ = write!(self.xml, "<w:gridSpan w:val=\"{}\"/>", cell.columns);
            }
            if self.lines == Lines::Grid {
                self.xml.push_str("<w:vAlign w:val=\"center\"/>");
            }
            self.xml.push_str("</w:tcPr>");

            for line in &cell.lines {
                push_paragraph(self.xml, line.style, &line.text, "");
            }
            self.xml.push_str("</w:tc>");
        }

        self.xml.push_str("</w:tr>");
    }
}

/// A document while it is written.
#[derive(Debug, Default)]
pub struct Body {
    xml: String,
    /// Properties of the last section, which stand at the end of the document.
    last: String,
}

impl Body {
    /// A paragraph of one style.
    pub fn paragraph(&mut self, style: Style, text: &str) {
        push_paragraph(&mut self.xml, style, text, "");
    }

    /// A paragraph in which some words are strong.
    pub fn runs(&mut self, style: Style, runs: &[Run<'_>]) {
        push_opening(&mut self.xml, style, "");
        for run in runs {
            push_run(&mut self.xml, run.text, run.strong);
        }
        self.xml.push_str("</w:p>");
    }

    /// A line of a length, in the middle of a width that has room for it.
    pub fn rule(&mut self, length: u32, width: u32) {
        push_rule(&mut self.xml, length, width);
    }

    /// A table with columns of these widths, in twentieths of a point.
    pub fn table(&mut self, lines: Lines, widths: &[u32], write: impl FnOnce(&mut TableWriter)) {
        let style = match lines {
            Lines::Grid => "Grid",
            Lines::None => "Letterhead",
        };
        let all: u32 = widths.iter().sum();

        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>"
        );
        for width in widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.xml.push_str("</w:tblGrid>");

        write(&mut TableWriter {
            xml: &mut self.xml,
            lines,
            widths,
        });
        self.xml.push_str("</w:tbl>");
    }

    /// Ends a section that others follow.
    pub fn end_section(&mut self, paper: Paper) {
        let _ = write!(
            self.xml,
            "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{}</w:pPr></w:p>",
            Style::Recipient.id(),
            paper.properties()
        );
    }

    /// Ends the document's last section.
    pub fn end(&mut self, paper: Paper) {
        // Word asks for a paragraph after a table at the end.
        if self.xml.ends_with("</w:tbl>") {
            self.paragraph(Style::Recipient, "");
        }
        self.last = paper.properties();
    }

    /// The part `word/document.xml`.
    pub fn finish(self) -> String {
        format!(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{}{}</w:body></w:document>",
            self.xml, self.last
        )
    }
}

/// Text as XML: what does not show is made visible, so that nothing of a submission acts on the reader's program.
pub fn escaped(text: &str) -> String {
    quick_xml::escape::escape(shown::visible(text)).into_owned()
}

fn push_opening(xml: &mut String, style: Style, properties: &str) {
    let _ = write!(
        xml,
        "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{properties}</w:pPr>",
        style.id()
    );
}

fn push_paragraph(xml: &mut String, style: Style, text: &str, properties: &str) {
    push_opening(xml, style, properties);
    push_run(xml, text, false);
    xml.push_str("</w:p>");
}

fn push_run(xml: &mut String, text: &str, strong: bool) {
    if text.is_empty() {
        return;
    }

    xml.push_str("<w:r>");
    if strong {
        xml.push_str("<w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>");
    }
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            xml.push_str("<w:br/>");
        }
        let _ = write!(
            xml,
            "<w:t xml:space=\"preserve\">{}</w:t>",
            escaped(line.trim_end_matches('\r'))
        );
    }
    xml.push_str("</w:r>");
}

fn push_rule(xml: &mut String, length: u32, width: u32) {
    let indent = width.saturating_sub(length) / 2;
    let properties = format!("<w:ind w:left=\"{indent}\" w:right=\"{indent}\"/>");
    push_opening(xml, Style::Rule, &properties);
    xml.push_str("</w:p>");
}

impl TableWriter<'_> {
    /// A row of a letterhead: in each cell paragraphs, then a line under them of the given length.
    pub fn ruled(&mut self, cells: &[(Vec<Line<'_>>, u32)]) {
        self.xml.push_str("<w:tr>");
        for ((lines, length), width) in cells.iter().zip(self.widths) {
            let _ = write!(
                self.xml,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
            );
            for line in lines {
                push_paragraph(self.xml, line.style, &line.text, "");
            }
            push_rule(self.xml, *length, width - 140);
            self.xml.push_str("</w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }
}
