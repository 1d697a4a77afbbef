//! The tests that need the whole program: one binary, so that it links once.

mod answers;
mod cells;
mod changes;
mod commands;
mod corpus;
mod decisions;
mod dependencies;
mod english;
mod forms;
mod freeze;
mod hands;
mod init;
mod layers;
mod letters_lost;
mod packaging;
mod pages;
mod planned;
mod province;
mod provinces;
mod repeatable;
mod report_130;
mod sample_year;
mod unattended;
mod vocabulary;
mod within;
mod workdir;
