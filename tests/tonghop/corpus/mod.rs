//! A corpus of made files: known rows in every combination of encoding, dialect and section form.

mod compare;
mod dialect;
mod facts;
mod form;
mod forms;
mod letters;
mod untouched;
mod words;
mod workbooks;

use compare::differences;
use form::{Choice, Page};
use letters::Letters;
use std::collections::BTreeMap;
use tonghop::interpret::Interpreter;
use tonghop::model::submission::Format;
use tonghop::vocabulary::Vocabulary;

/// One file of the corpus by its three coordinates.
#[derive(Clone, Copy)]
struct Made {
    letters: usize,
    dialect: usize,
    form: usize,
}

impl Made {
    fn all() -> impl Iterator<Item = Made> {
        (0..letters::ALL.len()).flat_map(|letters| {
            (0..dialect::ALL.len()).flat_map(move |dialect| {
                (0..forms::ALL.len()).map(move |form| Made {
                    letters,
                    dialect,
                    form,
                })
            })
        })
    }

    fn letters(self) -> Letters {
        letters::ALL[self.letters]
    }

    fn page(self) -> Page {
        // Rows and small variants turn with all three coordinates, so that they too meet.
        let number = 7 * self.letters + 3 * self.dialect + self.form;
        forms::ALL[self.form].1(&Choice::new(number))
    }

    fn bytes(self, page: &Page) -> Vec<u8> {
        let letters = self.letters();
        let cells = |row: &Vec<String>| {
            row.iter()
                .enumerate()
                .map(|(column, cell)| letters.cell(cell, column))
                .collect()
        };
        let rows: Vec<Vec<String>> = page.rows.iter().map(cells).collect();
        letters.bytes(&dialect::ALL[self.dialect].write(&rows))
    }

    /// Coordinates for a message, and for `CORPUS_FILE`.
    fn name(self) -> String {
        format!(
            "{}.{}.{} ({:?}, {}, {})",
            self.letters,
            self.dialect,
            self.form,
            self.letters(),
            dialect::ALL[self.dialect].name,
            forms::ALL[self.form].0
        )
    }
}

/// Capitals are lost in writing: names compare without case.
fn loses_case(letters: Letters) -> bool {
    matches!(
        letters,
        Letters::Tcvn3
            | Letters::Tcvn3SmallForCapitals
            | Letters::Tcvn3Text
            | Letters::Tcvn3TextColumns
    )
}

fn wrong_files(made: &[Made]) -> Vec<(Made, Vec<String>)> {
    let vocabulary = Vocabulary::built_in();
    let mut interpreter = Interpreter::new(&vocabulary);
    let mut wrong = Vec::new();
    for &file in made {
        let page = file.page();
        let bytes = file.bytes(&page);
        let ignore_case = loses_case(file.letters());
        let differs = differences(bytes, Format::Text, &page, ignore_case, &mut interpreter);
        if !differs.is_empty() {
            wrong.push((file, differs));
        }
    }
    wrong
}

#[test]
fn every_combination_of_encoding_dialect_and_form_is_read_right() {
    let made: Vec<Made> = Made::all().collect();
    let (one, other) = made.split_at(made.len() / 2);
    let wrong = std::thread::scope(|scope| {
        let half = scope.spawn(|| wrong_files(other));
        let mut wrong = wrong_files(one);
        wrong.extend(half.join().expect("the other half"));
        wrong
    });
    let right = made.len() - wrong.len();
    println!(
        "{right} of {} made files read right ({:.2} %): {} encodings x {} dialects x {} forms",
        made.len(),
        100.0 * right as f64 / made.len() as f64,
        letters::ALL.len(),
        dialect::ALL.len(),
        forms::ALL.len()
    );
    let mut report = String::new();
    let mut tally: BTreeMap<String, usize> = BTreeMap::new();
    for (file, differs) in &wrong {
        for key in [
            format!("encoding {:?}", file.letters()),
            format!("dialect {}", dialect::ALL[file.dialect].name),
            format!("form {}", forms::ALL[file.form].0),
        ] {
            *tally.entry(key).or_default() += 1;
        }
        if report.lines().count() < 120 {
            report.push_str(&format!("{}: {}\n", file.name(), differs.join("; ")));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} files read wrong: {tally:#?}\n{report}\
         Write one to disk with CORPUS_FILE=1.2.3 cargo test --release corpus::one_file_on_disk -- --ignored",
        wrong.len()
    );
}

/// Writes the file that `CORPUS_FILE` names to the folder for temporary files, for `tonghop inspect`.
#[test]
#[ignore = "a tool for whoever mends the reader"]
fn one_file_on_disk() {
    let named = std::env::var("CORPUS_FILE").expect("CORPUS_FILE=encoding.dialect.form");
    let numbers: Vec<usize> = named
        .split('.')
        .map(|n| n.parse().expect("a number"))
        .collect();
    let made = Made {
        letters: numbers[0],
        dialect: numbers[1],
        form: numbers[2],
    };
    let page = made.page();
    let path = std::env::temp_dir().join(format!("{named} {}", page.file_name));
    std::fs::write(&path, made.bytes(&page)).expect("a written file");
    println!("{}: {}", made.name(), path.display());
}
