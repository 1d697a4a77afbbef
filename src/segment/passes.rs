//! A sheet read more than once: what is noted twice is kept once, and each row has its strongest class.

use crate::model::section::{LineClass, Segmentation};

/// Runs another pass over a sheet; what it notes again is dropped.
pub fn again(
    out: &mut Segmentation,
    pass: impl FnOnce(&mut Segmentation) -> Vec<LineClass>,
) -> Vec<LineClass> {
    let notes = std::mem::take(&mut out.notes);
    let denials = std::mem::take(&mut out.nil_statements);
    let classes = pass(out);
    let new = std::mem::replace(&mut out.notes, notes);
    for note in new {
        if !out.notes.contains(&note) {
            out.notes.push(note);
        }
    }
    let new = std::mem::replace(&mut out.nil_statements, denials);
    for said in new {
        if !out.nil_statements.contains(&said) {
            out.nil_statements.push(said);
        }
    }
    classes
}

/// For each row the class that says more.
pub fn stronger_of(mut classes: Vec<LineClass>, others: Vec<LineClass>) -> Vec<LineClass> {
    for (class, other) in classes.iter_mut().zip(others) {
        *class = stronger(*class, other);
    }
    classes
}

/// Which of two classes says more about a row: a delegation before anything else.
fn stronger(one: LineClass, other: LineClass) -> LineClass {
    const ORDER: [LineClass; 14] = [
        LineClass::Data,
        LineClass::Joined,
        LineClass::Unread,
        LineClass::Subtotal,
        LineClass::Header,
        LineClass::NumberRow,
        LineClass::Section,
        LineClass::Group,
        LineClass::Nil,
        LineClass::Filler,
        LineClass::Title,
        LineClass::Footer,
        LineClass::Prose,
        LineClass::Blank,
    ];
    let found = ORDER
        .into_iter()
        .find(|class| *class == one || *class == other);
    found.unwrap_or(one)
}
