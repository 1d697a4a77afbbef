//! Rules about a table, its section title and header: B2xx.

pub mod column_against_heading;
pub mod column_by_cells;
pub mod column_doubled;
pub mod column_missing;
pub mod column_narrow;
pub mod column_unknown;
pub mod country_joined;
pub mod direction_contradicted;
pub mod direction_unclear;
pub mod header_inherited;
pub mod header_missing;
pub mod kind_assumed;
pub mod kind_by_year;
pub mod lines_left;
pub mod nil_unconfirmed;
pub mod numbering_broken;
pub mod parts_beside_whole;
pub mod people_parts_added;
pub mod persons_joined;
pub mod records_cut;
pub mod row_ragged;
pub mod section_year_wrong;
pub mod table_missing;
pub mod total_disagrees;
mod totals;
