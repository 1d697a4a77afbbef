//! What people open: the workbook, the page, the feedback to departments, the blank form.

pub mod feedback;
pub mod form;
pub mod listing;
pub mod notice;
pub mod page;
#[cfg(test)]
mod programs;
#[cfg(test)]
pub mod sample;
mod saved;
mod sheet;
mod speak;
pub mod table;
pub mod word;
pub mod workbook;
