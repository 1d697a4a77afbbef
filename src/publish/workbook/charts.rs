//! Native charts of the overview: outbound and inbound told apart by fill as well as by colour.

use super::book::Book;
use super::tables::{Block, Table};
use crate::model::section::{Direction, Kind};
use crate::publish::labels;
use crate::rules::Words;
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

/// Rows of the sheet that the charts of one kind cover: together they fill a page.
pub const ROWS: u32 = UPPER_ROWS + 20;
const UPPER_ROWS: u32 = 16;
/// Bars that can still be told apart.
const MOST_BARS: u32 = 10;
const INK: Color = Color::RGB(0x1F3864);
const LIGHT: Color = Color::RGB(0xC55A11);

/// A written sheet whose lines a chart shows.
#[derive(Debug)]
pub struct Plotted<'a> {
    pub table: Table,
    pub sheet: &'a str,
    pub blocks: &'a [Block],
}

impl Plotted<'_> {
    fn lines(&self, kind: Kind) -> Option<(u32, u32)> {
        let block = self.blocks.iter().find(|block| block.kind == kind)?;
        block.lines
    }
}

/// The charts of one kind: quarters and sources side by side, countries below.
pub fn insert(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    (kind, year): (Kind, i32),
    [quarters, sources, countries]: &[Plotted; 3],
) -> Result<(), XlsxError> {
    let of = labels::kind_of_year(kind, year, book.lang());
    let title = |what: Words, by: Words| format!("{} - {} - {of}", book.say(what), book.say(by));
    if let Some(lines) = quarters.lines(kind) {
        let title = title(labels::DELEGATIONS, labels::PAGE_QUARTERS);
        let column = |direction| quarters.table.delegations(direction);
        let mut chart = chart(
            book,
            (ChartType::Column, &title),
            quarters.sheet,
            lines,
            &column,
        );
        chart.set_width(520).set_height(305);
        sheet.insert_chart_with_offset(row, 0, &chart, 4, 4)?;
    }
    if let Some(lines) = sources.lines(kind) {
        let title = title(labels::SHARE, labels::PAGE_FUNDING);
        let column = |direction| sources.table.share(direction);
        let mut chart = chart(
            book,
            (ChartType::Bar, &title),
            sources.sheet,
            lines,
            &column,
        );
        chart.set_width(520).set_height(305);
        sheet.insert_chart_with_offset(row, 4, &chart, 40, 4)?;
    }
    if let Some((first, last)) = countries.lines(kind) {
        let title = title(labels::PEOPLE, labels::PAGE_COUNTRIES);
        let column = |direction| countries.table.people(direction);
        let lines = (first, last.min(first + MOST_BARS - 1));
        let mut chart = chart(
            book,
            (ChartType::Bar, &title),
            countries.sheet,
            lines,
            &column,
        );
        chart.set_width(1050).set_height(385);
        sheet.insert_chart_with_offset(row + UPPER_ROWS, 0, &chart, 4, 4)?;
    }
    Ok(())
}

fn chart(
    book: &Book,
    (form, title): (ChartType, &str),
    sheet: &str,
    (first, last): (u32, u32),
    column: &dyn Fn(Direction) -> u16,
) -> Chart {
    let mut font = ChartFont::new();
    font.set_name("Times New Roman").set_size(10);
    let mut bold = font.clone();
    bold.set_size(12).set_bold();
    let mut chart = Chart::new(form);
    for direction in Direction::ALL {
        let values = column(direction);
        let mut label = ChartDataLabel::new();
        label.show_value().set_font(&font);
        chart
            .add_series()
            .set_name(book.say(labels::direction(direction)))
            .set_categories((sheet, first, 1, last, 1))
            .set_values((sheet, first, values, last, values))
            .set_format(&mut fill(direction))
            .set_data_label(&label)
            .set_gap(60);
    }
    chart.title().set_name(title).set_font(&bold);
    chart.set_alt_text(title);
    // The library names the axes of bars by where they stand, not by what they show.
    let bars = form == ChartType::Bar;
    if bars {
        chart
            .y_axis()
            .set_reverse()
            .set_font(&font)
            .set_label_interval(1);
    } else {
        chart.x_axis().set_font(&font);
    }
    let values = if bars { chart.x_axis() } else { chart.y_axis() };
    values
        .set_hidden(true)
        .set_major_gridlines(false)
        .set_min(0);
    chart
        .legend()
        .set_position(ChartLegendPosition::Bottom)
        .set_font(&font);
    chart
}

/// Solid and dark, or striped and light: readable on a black and white print.
fn fill(direction: Direction) -> ChartFormat {
    let mut format = ChartFormat::new();
    match direction {
        Direction::Outbound => {
            format.set_solid_fill(ChartSolidFill::new().set_color(INK));
        }
        Direction::Inbound => {
            let mut stripes = ChartPatternFill::new();
            stripes
                .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
                .set_foreground_color(LIGHT)
                .set_background_color(Color::White);
            format.set_pattern_fill(&stripes);
            format.set_border(ChartLine::new().set_color(LIGHT).set_width(0.75));
        }
    }
    format
}
