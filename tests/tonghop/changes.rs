//! What changed since the last published run, and that a run with nothing new changes nothing.

use super::workdir::Workdir;

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";
const ROW: &str = "1;Đoàn Sở Y tế;Giám đốc;Lào;Sở Y tế Salavan;Hội đàm;08;05;Quý III/2021;NSNN;";

fn plan(rows: &[&str]) -> String {
    format!(
        "KẾ HOẠCH ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n{}\n",
        rows.join("\n")
    )
}

/// The part of the page about changes, as text.
fn said(work: &Workdir) -> String {
    let page = work.read("outputs/2021/report.html");
    let part = page
        .split("<section id=\"changes\">")
        .nth(1)
        .expect("the part is there");
    let part = part.split("</section>").next().unwrap_or_default();
    let texts = part
        .split('<')
        .map(|piece| piece.split('>').nth(1).unwrap_or(piece));
    texts.collect::<Vec<_>>().concat()
}

#[test]
fn the_page_says_which_figure_moved_because_of_which_submission() {
    let work = Workdir::with_submission(&plan(&[ROW]));
    work.run(&["consolidate", "--as-of", "2020-11-09"]).exits(0);
    assert!(
        said(&work).contains("lần công bố đầu tiên"),
        "{}",
        said(&work)
    );
    let other = ROW.replace("Y tế", "Tư pháp").replace("08", "12");
    work.write("inputs/2021/so-tu-phap/bao cao.csv", plan(&[&other]));
    work.run(&["consolidate", "--as-of", "2020-11-10"]).exits(0);
    let text = said(&work);
    for wanted in [
        "ngày 09/11/2020",
        "1 → 2 (+1)",
        "8 → 20 (+12)",
        "2021/so-tu-phap/bao cao.csv",
        "Báo cáo mới",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(!text.contains("2021/so-y-te"), "{text}");
}

#[test]
fn a_run_with_nothing_new_keeps_what_the_last_one_said() {
    let work = Workdir::with_submission(&plan(&[ROW]));
    work.run(&["consolidate", "--as-of", "2020-11-09"]).exits(0);
    work.write(
        "inputs/2021/so-y-te/bao cao.csv",
        plan(&[ROW, &ROW.replace("1;", "2;").replace("Lào", "Nhật Bản")]),
    );
    work.run(&["consolidate", "--as-of", "2020-11-10"]).exits(0);
    let before = work.listing("outputs");
    let text = said(&work);
    assert!(text.contains("Nội dung đã sửa"), "{text}");
    work.run(&["consolidate", "--as-of", "2020-11-11"]).exits(0);
    assert!(work.listing("outputs") == before, "something was written");
    // Deleted and made anew, the page is the same: compared with the last run that was another one.
    let page = work.read("outputs/2021/report.html");
    std::fs::remove_file(work.path("outputs/2021/report.html")).unwrap();
    work.run(&["consolidate", "--as-of", "2020-11-12"]).exits(0);
    assert!(
        work.read("outputs/2021/report.html") == page,
        "the page differs"
    );
}
