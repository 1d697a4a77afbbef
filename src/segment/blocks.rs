//! Blocks of columns that repeat the same fields under headings of a kind, year or direction: results and
//! plan side by side. Each block is read as if the others were not there.

use super::Hints;
use super::grid::Grid;
use super::header::{self, Found, Header};
use super::heads::{self, Heading};
use super::lines::is_filler;
use super::names::Names;
use super::page::Page;
use super::passes;
use crate::model::document::{Document, Span};
use crate::model::section::{Kind, LineClass, Segmentation};
use crate::vocabulary::fold::fold;

/// Rows among which the header is looked for.
const ROWS: usize = 40;

/// One block: what stands over it, and its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Block {
    title: String,
    columns: Vec<usize>,
    /// What its columns are called below the title.
    fields: Vec<String>,
}

/// The blocks of a sheet, and where its rows begin.
pub struct Blocks {
    blocks: Vec<Block>,
    /// The columns of all blocks, also of those that are not read.
    columns: Vec<usize>,
    /// A row of titles below the header's own: its row and that of the fields above.
    below: Option<Below>,
    first_row: usize,
    /// What was approved stands beside what was done: a row without the latter is still one.
    in_results: bool,
}

/// Titles of blocks that stand below the fields which they split: "Số người" over "Kế hoạch | Thực hiện".
#[derive(Debug, Clone, Copy)]
struct Below {
    fields: usize,
    titles: usize,
}

/// The blocks of a sheet, where its header has two or more.
pub fn find(grid: Grid<'_>) -> Option<Blocks> {
    let header = (0..grid.rows().min(ROWS)).find_map(|row| {
        let look = grid.look(row);
        let below = || row + 1 < grid.rows() && is_row_of_titles(&grid.look(row + 1).cells);
        let spread = look.cells.len() > 2 && (may_be_blocks(&look.cells) || below());
        match spread.then(|| header::find(grid, row, &look, false))? {
            Some(Found::Delegations(header)) => Some(header),
            _ => None,
        }
    })?;
    let (outer, inner) = (
        of_header(&header, Level::Outer),
        of_header(&header, Level::Inner),
    );
    let below = Below {
        fields: header.first_row,
        titles: header.first_row + header.height,
    };
    // "Số người" over "Kế hoạch | Thực hiện", both rows of one header: the field goes with each title.
    let within = Below {
        fields: header.first_row,
        titles: header.first_row + header.height - 1,
    };
    let split = inner.map(|blocks| (blocks, (header.height > 1).then_some(within)));
    let known = outer.map(|blocks| (blocks, None)).or(split);
    let (mut blocks, below) = known.or_else(|| Some((of_row(grid, below)?, Some(below))))?;
    let columns = blocks
        .iter()
        .flat_map(|block| block.columns.iter().copied())
        .collect();
    let in_results = split_in_results(grid, &header, &blocks);
    if in_results {
        blocks.retain(|block| says(&block.title).kind() == Some(Kind::Realised));
    }
    Some(Blocks {
        blocks,
        columns,
        below,
        first_row: header.first_row + header.height,
        in_results,
    })
}

/// Two cells of a header's row name a kind, year or direction: asked of every row, so without folding
/// those that hold neither digit nor such words.
fn may_be_blocks(cells: &[(usize, &str)]) -> bool {
    let short = |text: &str| text.len() <= 80;
    let named = cells
        .iter()
        .filter(|(_, text)| short(text) && is_title(text));
    named.take(2).count() == 2 || cells.iter().filter(|(_, text)| text.contains('(')).count() > 2
}

/// Where the words of a block stand in a heading of several rows: "Thực hiện 2020 | Số người", or "Số
/// người | Thực hiện".
#[derive(Clone, Copy, PartialEq)]
enum Level {
    Outer,
    Inner,
}

fn of_header(header: &Header, level: Level) -> Option<Vec<Block>> {
    let mut blocks: Vec<Block> = Vec::new();
    for column in &header.columns {
        let cut = match level {
            Level::Outer => column.heading.split_once(" | "),
            Level::Inner => column
                .heading
                .rsplit_once(" | ")
                .map(|(field, title)| (title, field)),
        };
        let Some((title, field)) = cut.filter(|(title, _)| is_title(title)) else {
            continue;
        };
        let known = blocks
            .iter()
            .position(|block| fold(&block.title) == fold(title));
        let at = known.unwrap_or_else(|| {
            blocks.push(Block {
                title: title.to_owned(),
                columns: Vec::new(),
                fields: Vec::new(),
            });
            blocks.len() - 1
        });
        blocks[at].columns.push(column.index);
        blocks[at].fields.push(fold(field));
    }
    let shared = blocks.windows(2).all(|pair| {
        pair[0]
            .fields
            .iter()
            .any(|field| pair[1].fields.contains(field))
    });
    (blocks.len() >= 2 && shared && apart(&blocks)).then_some(blocks)
}

/// Nothing but titles of blocks.
fn is_row_of_titles(cells: &[(usize, &str)]) -> bool {
    cells.len() >= 2 && cells.iter().all(|(_, text)| is_title(text))
}

/// The column of the field that a title stands below: its own, or the next one to the left.
fn field_above(grid: Grid<'_>, row: usize, column: usize) -> Option<usize> {
    (0..=column)
        .rev()
        .find(|column| !grid.text(row, *column).is_empty())
}

/// Blocks whose titles stand in the row below the header.
fn of_row(grid: Grid<'_>, below: Below) -> Option<Vec<Block>> {
    if below.titles >= grid.rows() || !is_row_of_titles(&grid.look(below.titles).cells) {
        return None;
    }
    let mut blocks: Vec<Block> = Vec::new();
    for &(column, title) in &grid.look(below.titles).cells {
        let field = fold(grid.text(below.fields, field_above(grid, below.fields, column)?));
        let known = blocks
            .iter()
            .position(|block| fold(&block.title) == fold(title));
        let at = known.unwrap_or_else(|| {
            blocks.push(Block {
                title: title.to_owned(),
                columns: Vec::new(),
                fields: Vec::new(),
            });
            blocks.len() - 1
        });
        blocks[at].columns.push(column);
        blocks[at].fields.push(field);
    }
    let alike = blocks.iter().all(|block| block.fields == blocks[0].fields);
    (blocks.len() >= 2 && alike && apart(&blocks)).then_some(blocks)
}

/// The titles say different things.
fn apart(blocks: &[Block]) -> bool {
    let said: Vec<_> = blocks
        .iter()
        .map(|block| said(&says(&block.title)))
        .collect();
    (1..said.len()).all(|at| !said[..at].contains(&said[at]))
}

type Said = (
    Option<Kind>,
    Option<crate::model::section::Direction>,
    Option<i32>,
);

fn said(heading: &Heading) -> Said {
    let year = heading
        .open_year()
        .or_else(|| heading.year_for(heading.kind()?));
    (heading.kind(), heading.direction(), year)
}

/// A heading that says a kind, a direction or a year, and little else.
fn is_title(text: &str) -> bool {
    let short = text.len() <= 80 && text.split_whitespace().count() <= 8;
    short && said(&says(text)) != (None, None, None)
}

/// The title of a block; "KH", "TH" and "Thực hiện" say a kind where they stand over columns.
fn says(title: &str) -> Heading {
    Heading::of_block(title, 0)
}

/// Fields split into "Kế hoạch | Thực hiện" or "Được duyệt | Thực tế" of one year, in a table whose titles speak of results alone.
fn split_in_results(grid: Grid<'_>, header: &Header, blocks: &[Block]) -> bool {
    let undated = |block: &Block| matches!(said(&says(&block.title)), (Some(_), _, None));
    let titles = (0..header.first_row).map(|row| grid.look(row).joined());
    let mut headings: Vec<Heading> = titles
        .filter(|text| !text.is_empty())
        .map(|text| Heading::read(&text, 0, None))
        .collect();
    headings.retain(|heading| heading.kind().is_some());
    let results = headings
        .last()
        .is_some_and(|heading| heading.kind() == Some(Kind::Realised));
    let sheet = heads::kind_of_name(&grid.document.sheets[grid.sheet].name);
    blocks.iter().all(undated) && (results || headings.is_empty() && sheet == Some(Kind::Realised))
}

/// Reads each block with the columns that all share.
pub fn walk(
    found: &Blocks,
    grid: Grid<'_>,
    hints: &Hints<'_>,
    out: &mut Segmentation,
    names: &mut Names,
) -> Vec<LineClass> {
    let mut classes: Option<Vec<LineClass>> = None;
    for (at, block) in found.blocks.iter().enumerate() {
        let document = without_others(grid, found, at);
        let view = Grid::whole(&document, grid.sheet, grid.office);
        let heading = Heading::of_block(&block.title, 0);
        let own = passes::again(out, |out| {
            Page::new(view, hints, out, names).in_block(heading).walk()
        });
        classes = Some(match classes {
            Some(known) => passes::stronger_of(known, own),
            None => own,
        });
    }
    classes.unwrap_or_default()
}

/// The document with the cells of the other blocks blank, and with the rows blank that say nothing in
/// this block and something in another.
fn without_others(grid: Grid<'_>, found: &Blocks, at: usize) -> Document {
    let (own, all) = (&found.blocks[at].columns, &found.columns);
    let mut document = grid.document.clone();
    for row in 0..grid.rows() {
        let filled = |columns: &[usize]| {
            let text = |column: &usize| grid.text(row, *column);
            columns
                .iter()
                .any(|column| !text(column).is_empty() && !is_filler(text(column)))
        };
        let below = row >= found.first_row && !found.in_results;
        let elsewhere = below && !filled(own) && filled(all);
        let cells = grid.spans(row).iter().enumerate().map(|(column, span)| {
            let other = all.contains(&column) && !own.contains(&column);
            if elsewhere || other && row + 4 >= found.first_row {
                Span::EMPTY
            } else {
                *span
            }
        });
        let mut cells: Vec<Span> = cells.collect();
        if let Some(below) = found.below {
            if row == below.titles {
                cells.fill(Span::EMPTY);
            }
            if row == below.fields {
                put_fields(grid, row, own, &mut cells);
            }
        }
        document.put_cells(grid.sheet, row, &cells);
    }
    document
}

/// Each column of the block gets the field that its title stands below.
fn put_fields(grid: Grid<'_>, row: usize, columns: &[usize], cells: &mut Vec<Span>) {
    let last = columns.iter().max().map_or(0, |last| last + 1);
    cells.resize(cells.len().max(last), Span::EMPTY);
    for column in columns {
        if let Some(field) = field_above(grid, row, *column) {
            cells[*column] = grid.cell(row, field);
        }
    }
}
