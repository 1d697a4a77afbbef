//! Two campaigns: the results of a year against the plan that the earlier one published for it.

use super::workdir::Workdir;
use calamine::{Data, Reader, Xlsx, open_workbook};

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";
const PLAN: &str = "\
1;Đoàn Sở Y tế thăm Salavan;Giám đốc;Lào;Sở Y tế Salavan;Hội đàm thường niên;08;05;Quý III/2021;NSNN;
2;Đoàn học tập quản lý bệnh viện;Phó Giám đốc;Thái Lan;Bệnh viện Mukdahan;Học tập;06;04;Quý II/2021;NSNN;
3;Đoàn dự hội nghị y tế biên giới;Trưởng phòng;Lào;;Hội nghị;03;02;Quý IV/2021;NSNN;
4;Đoàn tập huấn dịch tễ;Trưởng phòng;Thái Lan;;Tập huấn;02;10;Quý I/2021;Tự túc;
";
const RESULTS: &str = "\
1;Đoàn Sở Y tế thăm Salavan;Giám đốc;Lào;Sở Y tế Salavan;Hội đàm thường niên;07;05;Quý III/2021;NSNN;
2;Đoàn cán bộ sang Mukdahan;Phó Giám đốc;Thái Lan;Bệnh viện Mukdahan;Học tập quản lý bệnh viện;06;04;Quý II/2021;NSNN;
3;Đoàn dự hội nghị y tế biên giới;Trưởng phòng;Lào;;Hội nghị;03;02;Quý IV/2021;NSNN;Hoãn do dịch
4;Đoàn viện trợ thiết bị;Giám đốc;Campuchia;;Trao thiết bị;04;03;Quý IV/2021;NSNN;
";

fn table(title: &str, rows: &str) -> String {
    format!("{title}\nI. ĐOÀN RA\n{HEAD}\n{rows}")
}

/// A campaign of 2021 with a plan, and one of 2022 with its results and another plan.
fn two_campaigns() -> Workdir {
    let work = Workdir::new();
    work.write("inputs/departments.csv", "slug,name\nso-y-te,Sở Y tế\n");
    work.write(
        "inputs/2021/so-y-te/ke hoach.csv",
        table("KẾ HOẠCH ĐOÀN RA NĂM 2021", PLAN),
    );
    work.write(
        "inputs/2022/so-y-te/ket qua.csv",
        table("KẾT QUẢ ĐOÀN RA NĂM 2021", RESULTS),
    );
    let later = PLAN.replace("2021", "2022");
    work.write(
        "inputs/2022/so-y-te/ke hoach.csv",
        table("KẾ HOẠCH ĐOÀN RA NĂM 2022", &later),
    );
    work
}

/// The line of the overview's table of planned and realised delegations.
fn figures(work: &Workdir) -> Option<Vec<f64>> {
    let path = work.path("outputs/2022/summary.xlsx");
    let mut workbook: Xlsx<_> = open_workbook(path).expect("a workbook");
    let range = workbook.worksheet_range("Tổng quan").expect("the overview");
    let mut rows = range.rows().skip_while(|row| row[8] != "Ngoài kế hoạch");
    let number = |cell: &Data| cell.to_string().parse().ok();
    rows.nth(1)?[2..10].iter().map(number).collect()
}

#[test]
fn results_are_compared_row_by_row_with_the_plan_for_their_year() {
    let work = two_campaigns();
    work.run(&["consolidate", "--as-of", "2021-12-01"]).exits(0);
    // Planned, done, of them to be checked, open, postponed, online, outside, all realised.
    let wanted = [4.0, 2.0, 1.0, 1.0, 1.0, 0.0, 1.0, 3.0];
    assert_eq!(figures(&work).expect("a line of figures"), wanted);
    let page = work.read("outputs/2022/report.html");
    for said in [
        "cần đối chiếu với kế hoạch",
        "Ngoài kế hoạch",
        "Chưa thực hiện",
        "2021/so-y-te/ke hoach.csv",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn a_plan_published_before_serves_as_well_as_one_of_the_same_run() {
    let together = two_campaigns();
    together
        .run(&["consolidate", "--as-of", "2021-12-01"])
        .exits(0);
    let apart = two_campaigns();
    apart
        .run(&["consolidate", "--year", "2021", "--as-of", "2021-12-01"])
        .exits(0);
    apart
        .run(&["consolidate", "--year", "2022", "--as-of", "2021-12-01"])
        .exits(0);
    for name in ["summary.xlsx", "report.html", "run.json"] {
        let bytes = |work: &Workdir| std::fs::read(work.path("outputs/2022").join(name)).unwrap();
        assert!(bytes(&together) == bytes(&apart), "{name} differs");
    }
    let again = apart
        .run(&["consolidate", "--as-of", "2021-12-01"])
        .exits(0);
    assert!(again.stdout().contains("Không có gì mới"), "{again}");
}

#[test]
fn without_an_earlier_campaign_it_says_why_and_never_takes_the_plan_for_the_next_year() {
    let work = two_campaigns();
    work.run(&["consolidate", "--year", "2022", "--as-of", "2021-12-01"])
        .exits(0);
    assert_eq!(figures(&work), None);
    let page = work.read("outputs/2022/report.html");
    assert!(page.contains("chưa có đợt nào công bố kế hoạch năm 2021"));
}

#[test]
fn an_earlier_year_brought_from_elsewhere_is_noticed() {
    let together = two_campaigns();
    together
        .run(&["consolidate", "--as-of", "2021-12-01"])
        .exits(0);
    let plan = together.read("outputs/2021/delegations.csv");
    let work = two_campaigns();
    let later = ["consolidate", "--year", "2022", "--as-of", "2021-12-01"];
    work.run(&later).exits(0);
    work.write("outputs/2021/delegations.csv", "no table");
    work.run(&later).exits(0);
    assert!(
        work.read("outputs/2022/report.html")
            .contains("không đọc được 2021/delegations.csv")
    );
    work.write("outputs/2021/delegations.csv", plan);
    work.run(&later).exits(0);
    assert_eq!(figures(&work).expect("a line of figures")[0], 4.0);
}
