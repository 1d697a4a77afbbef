//! How a compiled-in list is read: tab-separated lines under a head, `|` between spellings.

/// The rows below the head, as cells; a row always has `N` cells.
pub fn rows<const N: usize>(tsv: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    tsv.lines()
        .skip(1)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let mut cells = [""; N];
            for (cell, text) in cells.iter_mut().zip(line.split('\t')) {
                *cell = text;
            }
            cells
        })
}

/// The spellings in a cell.
pub fn spellings(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|')
        .map(str::trim)
        .filter(|text| !text.is_empty())
}
