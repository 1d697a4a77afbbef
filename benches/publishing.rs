//! How fast ten thousand rows become sums, a workbook and a page, on one core, and how soon Chromium has it open.
//!
//! Goals: the workbook in 2 s, the page under 5 MB and open in 2 s.

use crate::made::{self, letters::Letters};
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use tonghop::archive::history::History;
use tonghop::model::finding::Lang;
use tonghop::pipeline::{self, Job, Settings};
use tonghop::progress::When;
use tonghop::report::{page, workbook};
use tonghop::summarise;
use tonghop::workspace::Workspace;

const ROWS: usize = 10_000;

pub fn publishing(criterion: &mut Criterion) {
    let folder = std::env::temp_dir().join(format!("tonghop-publishing-{}", std::process::id()));
    let submissions = folder.join("inputs/2021/so-y-te");
    std::fs::create_dir_all(&submissions).expect("a folder");
    let submission = made::submission(ROWS, Letters::Utf8);
    std::fs::write(submissions.join("bieu tong hop.csv"), submission).expect("a submission");
    let inputs = folder.join("inputs");
    let workspace = Workspace::load(&inputs, None).expect("a workspace");
    let settings = Settings {
        lang: Lang::Vi,
        as_of: "2020-12-01".parse().expect("a day"),
        year: None,
        progress: When::Never,
        published: true,
    };
    let job = Job {
        inputs: &inputs,
        workspace: &workspace,
        history: &History::default(),
        outputs: None,
        settings: &settings,
    };
    let campaigns = pipeline::consolidate(&job);
    let campaign = &campaigns.expect("a campaign")[0];
    assert!(
        campaign.dataset.rows.accepted == ROWS as u64,
        "all rows are accepted"
    );
    let edition = campaign.edition(&workspace, Lang::Vi);
    let mut group = criterion.benchmark_group("summarise");
    group.sample_size(10);
    group.throughput(Throughput::Elements(ROWS as u64));
    group.bench_function("ten thousand rows", |bench| {
        bench.iter(|| black_box(summarise::summarise(&campaign.dataset).expect("a summary")));
    });
    group.finish();
    let mut group = criterion.benchmark_group("publish ten thousand rows");
    group.sample_size(10);
    group.bench_function("workbook", |bench| {
        bench.iter(|| black_box(workbook::write(&edition).expect("a workbook")));
    });
    group.bench_function("page", |bench| {
        bench.iter(|| black_box(page::render(&edition)))
    });
    group.finish();
    let bytes = page::render(&edition);
    println!("page of {ROWS} rows: {:.1} MB", bytes.len() as f64 / 1e6);
    open(&folder, &bytes);
    std::fs::remove_dir_all(&folder).expect("the folder is removed");
}

/// The time from the first byte until the page is loaded and laid out, three times.
fn open(folder: &Path, page: &str) {
    let probe = "<script>addEventListener('load',function(){document.body.offsetHeight;\
        document.title='opened in '+Math.round(performance.now())+' ms'})</script></body>";
    let file = folder.join("report.html");
    std::fs::write(&file, page.replace("</body>", probe)).expect("a page");
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let address = format!("file://{}", file.display());
    let args = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        &profile,
        "--dump-dom",
    ];
    for _ in 0..3 {
        match Command::new("chromium").args(args).arg(&address).output() {
            Ok(output) => {
                let dom = String::from_utf8_lossy(&output.stdout).into_owned();
                let title = dom.split("<title>").nth(1).unwrap_or_default();
                println!(
                    "Chromium: {}",
                    title.split("</title>").next().unwrap_or_default()
                );
            }
            Err(_) => return println!("Chromium is not installed: opening is not measured"),
        }
    }
}
