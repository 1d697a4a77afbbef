//! Native charts of the overview: outbound and inbound told apart by fill as well as by colour.

use super::book::Book;
use super::tables::{Block, Table};
use crate::model::section::{Direction, Kind};
use crate::report::sheet::Sheet;
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::kind_name;
use crate::words::{Words, labels};
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, Color,
};
use std::ops::RangeInclusive;

/// Rows of the sheet that the charts of one kind cover: together they fill a page.
const ROWS: u32 = 29;
/// Points of such a row: said, for spreadsheet programs do not agree on a row that says nothing.
const ROW_HEIGHT: f64 = 15.0;
/// Pixels of such a row.
const ROW_PIXELS: u32 = 20;
/// Rows of the chart at the top left; the one below it has the rest.
const UPPER_ROWS: u32 = 13;
/// Pixels of a chart's width: half of the page.
const WIDTH: u32 = 436;
/// Where the right half begins: a column of the overview and pixels within it.
const RIGHT_COLUMN: u16 = 4;
const RIGHT_OFFSET: u32 = 29;
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
pub struct Plotted {
    pub table: Table,
    pub blocks: Vec<Block>,
}

impl Plotted {
    fn lines(&self, kind: Kind) -> Option<RangeInclusive<u32>> {
        let block = self.blocks.iter().find(|block| block.kind == kind)?;
        block.lines.clone()
    }
}

/// A chart of one sheet: its values, their name and their look.
struct Bars<'p> {
    form: ChartType,
    title: String,
    numbers: &'static str,
    plotted: &'p Plotted,
    lines: RangeInclusive<u32>,
    column: fn(&Table, Direction) -> u16,
    /// Rows of the sheet that it covers.
    rows: u32,
}

/// The charts of one kind: quarters above sources on the left, countries on the right.
pub fn insert(
    book: &Book,
    sheet: &mut Sheet,
    kind: Kind,
    [quarters, sources, countries]: &[Plotted; 3],
) {
    let top = sheet.row;
    for _ in 0..ROWS {
        sheet.height(ROW_HEIGHT);
        sheet.next();
    }
    let year = kind_name(&book.edition, kind);
    let title = |what: Words, by: Words| {
        format!("{} {}\n{year}", book.say(what), book.say(by).to_lowercase())
    };
    if let Some(lines) = quarters.lines(kind) {
        let bars = Bars {
            form: ChartType::Column,
            title: title(labels::DELEGATIONS, labels::PAGE_QUARTERS),
            numbers: COUNTS,
            plotted: quarters,
            lines,
            column: |table, direction| table.column(direction, Measure::Delegations),
            rows: UPPER_ROWS,
        };
        let chart = chart(book, &bars);
        sheet.attempt(|sheet| sheet.insert_chart(top, 0, &chart));
    }
    if let Some(lines) = sources.lines(kind) {
        let bars = Bars {
            form: ChartType::Bar,
            title: title(labels::SHARE, labels::PAGE_FUNDING),
            numbers: SHARES,
            plotted: sources,
            lines,
            column: Table::share,
            rows: ROWS - UPPER_ROWS,
        };
        let chart = chart(book, &bars);
        sheet.attempt(|sheet| sheet.insert_chart(top + UPPER_ROWS, 0, &chart));
    }
    if let Some(lines) = countries.lines(kind) {
        let (first, last) = lines.into_inner();
        let bars = Bars {
            form: ChartType::Bar,
            title: title(labels::PEOPLE, labels::PAGE_COUNTRIES),
            numbers: COUNTS,
            plotted: countries,
            lines: first..=last.min(first + MOST_BARS - 1),
            column: |table, direction| table.column(direction, Measure::People),
            rows: ROWS,
        };
        let chart = chart(book, &bars);
        sheet.attempt(|sheet| {
            sheet.insert_chart_with_offset(top, RIGHT_COLUMN, &chart, RIGHT_OFFSET, 0)
        });
    }
}

fn chart(book: &Book, bars: &Bars) -> Chart {
    let sheet = book.say(bars.plotted.table.sheet);
    let (first, last) = bars.lines.clone().into_inner();
    let mut font = ChartFont::new();
    font.set_name("Times New Roman").set_size(9);
    let mut bold = font.clone();
    bold.set_size(11).set_bold();
    let mut chart = Chart::new(bars.form);
    for direction in Direction::ALL {
        let values = (bars.column)(&bars.plotted.table, direction);
        let mut label = ChartDataLabel::new();
        label
            .show_value()
            .set_font(&font)
            .set_num_format(bars.numbers);
        chart
            .add_series()
            .set_name(book.say(labels::direction(direction)))
            .set_categories((sheet, first, 1, last, 1))
            .set_values((sheet, first, values, last, values))
            .set_format(&mut fill(direction))
            .set_data_label(&label)
            .set_gap(40);
    }
    chart.title().set_name(&bars.title).set_font(&bold);
    chart.set_alt_text(bars.title.replace('\n', " - "));
    // The library names the axes of bars by where they stand, not by what they show.
    let is_bar = bars.form == ChartType::Bar;
    if is_bar {
        chart
            .y_axis()
            .set_reverse()
            .set_font(&font)
            .set_label_interval(1);
    } else {
        chart.x_axis().set_font(&font);
    }
    let values = if is_bar {
        chart.x_axis()
    } else {
        chart.y_axis()
    };
    values
        .set_hidden(true)
        .set_major_gridlines(false)
        .set_min(0);
    chart
        .set_width(WIDTH)
        .set_height(bars.rows * ROW_PIXELS - GAP)
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
