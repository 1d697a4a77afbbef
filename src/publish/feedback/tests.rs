//! The answers to departments, read back as a spreadsheet program would read them.
