//! Text that is let go and read again: the same bytes of every output, and never those of another file.

use super::workdir::Workdir;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tonghop::archive::history::History;
use tonghop::edition::Edition;
use tonghop::model::dataset::Dataset;
use tonghop::model::finding::Lang;
use tonghop::model::section::InheritReason;
use tonghop::outputs;
use tonghop::outputs::OUTPUTS;
use tonghop::pipeline::{self, Consolidated, Settings};
use tonghop::progress::When;
use tonghop::report::feedback;
use tonghop::show::{self, Style};
use tonghop::workspace::Workspace;

const HEAD: &str = "TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú";

const ALIKE: &str =
    "2,Đoàn công tác thường niên,Giám đốc Sở,Thái Lan,Sở B,Hội đàm,08,05,Quý III/2021,NSNN,\n";

/// The sample year, an answer to it that came back, an earlier plan, a row that a delimiter cut in two
/// and two that are alike, in two files.
fn inputs() -> Workdir {
    let work = Workdir::with_sample_year();
    let answer = work.path("outputs/2021/feedback/hoi-lhpn-tinh.xlsx");
    let back = work.path("inputs/2021/hoi-lhpn-tinh/tra lai.xlsx");
    fs::copy(answer, back).expect("an answer");
    let table = |name: &str, year: u32, rows: &str| {
        let head = format!("DỰ KIẾN ĐOÀN RA NĂM {year}\nI. ĐOÀN RA\n{HEAD}\n");
        work.write(&format!("inputs/{year}/{name}"), head + rows);
    };
    let cut = "1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B,Hội đàm, ký biên bản,08,05,Quý III/2021,NSNN,x\n";
    table(
        "so-cong-thuong/Bo sung 1.csv",
        2021,
        &format!("{cut}{ALIKE}"),
    );
    table("so-cong-thuong/Bo sung 2.csv", 2021, ALIKE);
    table("so-y-te/Ke hoach.csv", 2020, &ALIKE.replace("2021", "2020"));
    work
}

fn read(work: &Workdir, room: usize) -> (Workspace, Vec<Consolidated>) {
    let inputs = work.path("inputs");
    let workspace = Workspace::load(&inputs, None).expect("a workspace");
    let settings = Settings {
        lang: Lang::Vi,
        as_of: "2020-12-01".parse().expect("a day"),
        year: None,
        progress: When::Never,
        published: true,
        room,
    };
    let campaigns =
        pipeline::consolidate(&inputs, &workspace, &History::default(), &settings, |_| {
            None
        });
    (workspace, campaigns.expect("campaigns"))
}

type Outputs = BTreeMap<String, Vec<u8>>;

/// Every output of every campaign, with the findings as a terminal shows them.
fn rendered(workspace: &Workspace, campaigns: &mut [Consolidated]) -> Result<Outputs, String> {
    pipeline::compare_with_plans(campaigns, |_| None).map_err(|failure| failure.to_string())?;
    let mut outputs = Outputs::new();
    for campaign in campaigns.iter() {
        let edition = Edition {
            dataset: &campaign.dataset,
            summary: &campaign.summary,
            vocabulary: &workspace.vocabulary,
            office: &workspace.config.office,
            lang: Lang::Vi,
            previous: None,
            changes: None,
            planned: campaign.planned.as_ref().map_err(|reason| *reason),
            annex_rows: 100_000,
            stamp: &campaign.stamp,
        };
        let answers: Vec<_> = feedback::all(&edition).collect();
        let mut own = Vec::new();
        for (name, answer) in answers {
            own.push((name, answer.map_err(|error| error.to_string())?));
        }
        for output in OUTPUTS {
            own.push((output.name.to_string(), (output.write)(&edition)?));
        }
        let mut shown = Vec::new();
        let style = Style {
            color: false,
            width: 80,
            lang: Lang::Vi,
        };
        let (files, findings) = (&campaign.dataset.files, &campaign.dataset.findings);
        show::findings(&mut shown, files, findings, &style).map_err(|error| error.to_string())?;
        own.push(("findings".to_string(), shown));
        let year = campaign.dataset.year;
        outputs.extend(
            own.into_iter()
                .map(|(name, bytes)| (format!("{year}/{name}"), bytes)),
        );
        campaign
            .dataset
            .unchanged()
            .map_err(outputs::Error::from)
            .map_err(|error| error.to_string())?;
    }
    Ok(outputs)
}

/// The forms of submissions that a dataset must have for the comparison to say something.
fn forms(dataset: &Dataset) -> Vec<(&'static str, bool)> {
    let files = || dataset.files.iter();
    let rows = || dataset.rows().map(|(_, row)| row);
    let told = |code: &str| dataset.findings.iter().any(|finding| finding.code == code);
    let inherited = |wanted| {
        let reasons = |row: &tonghop::model::delegation::Delegation| {
            row.inherited.iter().any(|(_, reason)| *reason == wanted)
        };
        rows().any(reasons)
    };
    let ends =
        |end: &str| files().any(|file| file.submission.path.ends_with(end) && file.about.is_some());
    vec![
        ("text", ends(".csv")),
        ("xlsx", ends(".xlsx")),
        ("ods", ends(".ods")),
        ("xls", ends(".xls")),
        ("secret", files().any(|file| file.secret)),
        ("returned", files().any(|file| file.returned().is_some())),
        (
            "superseded",
            files().any(|file| !file.superseded.is_empty()),
        ),
        ("answered", files().any(|file| file.answered_by.is_some())),
        (
            "realigned",
            files().any(|file| !file.segmentation.realigned.is_empty()),
        ),
        ("ditto", inherited(InheritReason::Ditto)),
        ("group", inherited(InheritReason::Group)),
        ("merged", inherited(InheritReason::Merged)),
        ("repeated", told("L503")),
        ("joint", told("L507")),
        ("rejected", dataset.rows.rejected > 0),
        ("not held", dataset.rows.not_held > 0),
    ]
}

#[test]
fn no_output_tells_whether_the_text_of_a_file_was_at_hand_or_read_again() {
    let work = inputs();
    let (workspace, mut held) = read(&work, usize::MAX);
    let dataset = &held.last().expect("a campaign").dataset;
    let lacking: Vec<_> = forms(dataset).into_iter().filter(|(_, has)| !has).collect();
    assert_eq!(lacking, [], "forms that the inputs lack");
    let total: usize = held
        .iter()
        .flat_map(|one| &one.dataset.files)
        .map(|f| f.held())
        .sum();
    let expected = rendered(&workspace, &mut held).expect("outputs");
    assert!(held.last().is_some_and(|campaign| campaign.planned.is_ok()));
    for room in [0, total / 2] {
        let (workspace, mut campaigns) = read(&work, room);
        let files = || {
            campaigns
                .iter()
                .flat_map(|campaign| &campaign.dataset.files)
        };
        assert!(files().map(|file| file.held()).sum::<usize>() <= room);
        let made = rendered(&workspace, &mut campaigns).expect("outputs");
        let names = |outputs: &Outputs| outputs.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&made), names(&expected));
        for (name, bytes) in &expected {
            assert!(made[name] == *bytes, "{name} with room for {room} bytes");
        }
    }
}

#[test]
fn a_file_that_is_no_longer_what_was_read_ends_the_run_and_is_named() {
    let plan = format!("DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n{ALIKE}");
    type Change = fn(&Path, &str);
    let cases: [(&str, Change, bool); 4] = [
        (
            "as it was",
            |path, text| fs::write(path, text).unwrap(),
            false,
        ),
        (
            "written to",
            |path, text| fs::write(path, text.replace("Hội", "Hôi")).unwrap(),
            true,
        ),
        ("emptied", |path, _| fs::write(path, "").unwrap(), true),
        ("removed", |path, _| fs::remove_file(path).unwrap(), true),
    ];
    for (case, change, is_told) in cases {
        let work = Workdir::with_submission(&plan);
        let (workspace, mut campaigns) = read(&work, 0);
        change(&work.path("inputs/2021/so-y-te/bao cao.csv"), &plan);
        let error = rendered(&workspace, &mut campaigns).err();
        let told = "2021/so-y-te/bao cao.csv: the file changed while the run read it; run again";
        assert_eq!(error.as_deref(), is_told.then_some(told), "{case}");
    }
}
