//! The samples' rows field by field, and the lists of the field as one-line tables.

use super::*;
use crate::model::document::Document;
use crate::model::section::{
    Column, DataRow, Direction, Field, InheritReason, Inherited, Kind, Match, Section,
};
use crate::model::value::{
    CountryCode, FundingClass, FundingForm, FundingLevel, MoneyForm, NumberForm, Quarter,
};

mod assembled;
mod budget_words;
mod cells;
mod places;
mod properties;
mod rows;
mod samples;
mod sources;
mod states;
mod tables;
