//! How fast bytes become sections: decoding, splitting and segmenting, on one core.
//!
//! Goals: 150 MB/s for plain UTF-8, 30 MB/s for every other encoding.

mod interpreting;
mod made;
mod publishing;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use made::letters::{self, Letters};
use std::hint::black_box;
use tonghop::segment::{self, Hints};
use tonghop_read::{Document, Format, Reader};

const SIZE: usize = 20 << 20;

const HINTS: Hints<'static> = Hints {
    file_name: "bieu tong hop.csv",
    plan_year: Some(2021),
    results_year: None,
};

fn document(bytes: Vec<u8>) -> Document {
    Reader::new()
        .read(&bytes, Format::Text)
        .expect("a readable file")
}

fn stages(criterion: &mut Criterion) {
    let bytes = made::of_size(SIZE, Letters::Utf8);
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("decode and split", |bench| {
        bench.iter_with_setup(|| bytes.clone(), |bytes| black_box(document(bytes)));
    });
    let read = document(bytes.clone());
    group.bench_function("segment", |bench| {
        bench.iter(|| black_box(segment::segment(&read, &HINTS)));
    });
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("decode, split and segment");
    group.sample_size(10);
    for letters in letters::ALL {
        let bytes = made::of_size(SIZE, letters);
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(format!("{letters:?}"), |bench| {
            bench.iter_with_setup(
                || bytes.clone(),
                |bytes| {
                    let document = document(bytes);
                    let segmentation = segment::segment(&document, &HINTS);
                    black_box((document, segmentation))
                },
            );
        });
    }
    group.finish();
}

criterion_group!(
    benches,
    stages,
    reading,
    interpreting::interpreting,
    publishing::publishing
);
criterion_main!(benches);
