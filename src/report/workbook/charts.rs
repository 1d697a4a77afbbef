//! Native charts of the overview: outbound and inbound told apart by fill as well as by colour.

use super::book::Book;
use super::tables::{Block, Table};
use crate::model::section::{Direction, Kind};
use crate::words::Words;
use crate::words::labels;
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

/// Rows of the sheet that the charts of one kind cover: together they fill a page.
pub const ROWS: u32 = 37;
/// Points of such a row: said, for spreadsheet programs do not agree on a row that says nothing.
const ROW_HEIGHT: u32 = 15;
/// Pixels of such a row.
const ROW_PIXELS: u32 = 20;
/// Rows of the chart at the top left; the one below it has the rest.
const UPPER_ROWS: u32 = 16;
/// Pixels of a chart's width: half of the page.
const WIDTH: u32 = 513;
/// Where the right half begins: a column of the overview and pixels within it.
const RIGHT: (u16, u32) = (4, 34);
/// Pixels between two charts.
const GAP: u32 = 6;
/// Bars that can still be told apart.
const MOST_BARS: u32 = 15;
/// Zero is no bar and needs no number.
const COUNTS: &str = "#,##0;-#,##0;";
const SHARES: &str = "0.0%;-0.0%;";
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

/// The charts of one kind: quarters above sources on the left, countries on the right.
pub fn insert(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    (kind, year): (Kind, i32),
    [quarters, sources, countries]: &[Plotted; 3],
) -> Result<(), XlsxError> {
    for row in row..row + ROWS {
        sheet.set_row_height(row, ROW_HEIGHT)?;
    }
    let of = labels::kind_of_year(kind, year, book.lang());
    let title = |what: Words, by: Words| {
        format!("{} {}\n{of}", book.say(what), book.say(by).to_lowercase())
    };
    let height = |rows: u32| rows * ROW_PIXELS - GAP;
    if let Some(lines) = quarters.lines(kind) {
        let title = title(labels::DELEGATIONS, labels::PAGE_QUARTERS);
        let column = |direction| quarters.table.delegations(direction);
        let form = (ChartType::Column, title.as_str(), COUNTS);
        let mut chart = chart(book, form, quarters.sheet, lines, &column);
        chart.set_width(WIDTH).set_height(height(UPPER_ROWS));
        sheet.insert_chart(row, 0, &chart)?;
    }
    if let Some(lines) = sources.lines(kind) {
        let title = title(labels::SHARE, labels::PAGE_FUNDING);
        let column = |direction| sources.table.share(direction);
        let form = (ChartType::Bar, title.as_str(), SHARES);
        let mut chart = chart(book, form, sources.sheet, lines, &column);
        chart.set_width(WIDTH).set_height(height(ROWS - UPPER_ROWS));
        sheet.insert_chart(row + UPPER_ROWS, 0, &chart)?;
    }
    if let Some((first, last)) = countries.lines(kind) {
        let title = title(labels::PEOPLE, labels::PAGE_COUNTRIES);
        let column = |direction| countries.table.people(direction);
        let lines = (first, last.min(first + MOST_BARS - 1));
        let form = (ChartType::Bar, title.as_str(), COUNTS);
        let mut chart = chart(book, form, countries.sheet, lines, &column);
        chart.set_width(WIDTH).set_height(height(ROWS));
        sheet.insert_chart_with_offset(row, RIGHT.0, &chart, RIGHT.1, 0)?;
    }
    Ok(())
}

fn chart(
    book: &Book,
    (form, title, numbers): (ChartType, &str, &str),
    sheet: &str,
    (first, last): (u32, u32),
    column: &dyn Fn(Direction) -> u16,
) -> Chart {
    let mut font = ChartFont::new();
    font.set_name("Times New Roman").set_size(9);
    let mut bold = font.clone();
    bold.set_size(11).set_bold();
    let mut chart = Chart::new(form);
    for direction in Direction::ALL {
        let values = column(direction);
        let mut label = ChartDataLabel::new();
        label.show_value().set_font(&font).set_num_format(numbers);
        chart
            .add_series()
            .set_name(book.say(labels::direction(direction)))
            .set_categories((sheet, first, 1, last, 1))
            .set_values((sheet, first, values, last, values))
            .set_format(&mut fill(direction))
            .set_data_label(&label)
            .set_gap(40);
    }
    chart.title().set_name(title).set_font(&bold);
    chart.set_alt_text(title.replace('\n', " - "));
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
