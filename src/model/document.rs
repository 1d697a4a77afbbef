//! A file as it was read, as the reader gives it.

pub use tonghop_read::{
    CellFault, Dialect, Document, Encoding, Merge, ReadNote, Repair, Returned, Row, Sheet, Span,
    Unreadable, trim,
};
