//! How fast cells become typed values: ten million typical cells on one core. Goal: 2 s.

use crate::made::letters::Letters;
use crate::made::{self, COLUMNS};
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use tonghop::interpret::Interpreter;
use tonghop::segment::{self, Hints};
use tonghop::vocabulary::Vocabulary;
use tonghop_read::{Format, Reader};

const CELLS: usize = 10_000_000;

pub fn interpreting(criterion: &mut Criterion) {
    let bytes = made::submission(CELLS / COLUMNS, Letters::Utf8);
    let hints = Hints {
        file_name: "bieu tong hop.csv",
        plan_year: Some(2021),
        results_year: None,
    };
    let document = Reader::new()
        .read(&bytes, Format::Text)
        .expect("a readable file");
    let segmentation = segment::segment(&document, &hints);
    let rows: usize = segmentation
        .sections
        .iter()
        .map(|section| section.rows.len())
        .sum();
    assert!(rows == CELLS / COLUMNS / 2 * 2, "all rows are read");
    let vocabulary = Vocabulary::built_in();
    let mut group = criterion.benchmark_group("interpret");
    group.sample_size(10);
    group.throughput(Throughput::Elements((rows * COLUMNS) as u64));
    group.bench_function("ten million cells", |bench| {
        bench.iter(|| {
            let mut interpreter = Interpreter::new(&vocabulary);
            black_box(interpreter.delegations(&document, &segmentation))
        });
    });
    group.finish();
}
