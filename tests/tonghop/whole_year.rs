//! The office's whole year: who has not sent, whom to call, and what the next year takes over.

use super::workdir::Workdir;

const REGISTER: &str = "slug,name,owes,phone,email,contact,Zalo nhóm\n\
    so-y-te,Sở Y tế,outbound:plan,0233 111,yte@x.vn,Chị Hà,N1\n\
    so-tu-phap,Sở Tư pháp,outbound:plan;inbound:plan,0233 222,tp@x.vn,Anh Bình,N2\n\
    ban-dan-toc,Ban Dân tộc,outbound:plan,,,,\n";

const PLAN: &str = "DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n\
    TT;Tên đoàn;Trưởng đoàn;Nước đi;Số người;Số ngày;Thời gian thực hiện;Kinh phí\n\
    1;Đoàn Sở Y tế;Giám đốc;Lào;08;05;Quý III/2021;NSNN\n";

/// Three departments, of which one has sent its table and another a picture of it.
fn campaign() -> Workdir {
    let work = Workdir::with_submission(PLAN);
    work.write("inputs/departments.csv", REGISTER);
    work.write(
        "inputs/tonghop.toml",
        "[years.2021]\ndeadline = 2020-11-10\n",
    );
    work.write("inputs/2021/ban-dan-toc/Bao cao.pdf", "x");
    work
}

#[test]
fn status_names_who_has_not_sent_and_whom_to_call() {
    let work = campaign();
    let after = ["--as-of", "2020-12-01"];
    let said = work.run(&[&["status", "--missing"][..], &after].concat());
    assert_eq!(
        said.exits(1).stdout(),
        "Tình hình nộp báo cáo 2021: 2 đơn vị; hạn nộp 10/11/2020\n\n\
         Sở Tư pháp (so-tu-phap)\n\
         \u{20} đầu mối: Anh Bình; điện thoại: 0233 222; email: tp@x.vn\n\
         \u{20} Đoàn ra, kế hoạch   CHƯA NỘP\n\
         \u{20} Đoàn vào, kế hoạch  CHƯA NỘP\n\n\
         Ban Dân tộc (ban-dan-toc)\n\
         \u{20} Đoàn ra, kế hoạch  chưa đọc    2021/ban-dan-toc/Bao cao.pdf\n"
    );
}

#[test]
fn status_of_one_department_needs_its_slug_or_its_name() {
    let work = campaign();
    let after = ["--as-of", "2020-12-01"];
    for name in ["so-y-te", "Sở Y tế"] {
        let said = work.run(&[&["status", "--department", name][..], &after].concat());
        let said = said.exits(0).stdout();
        assert!(said.contains("2021/so-y-te/bao cao.csv"), "{said}");
        assert!(!said.contains("Tư pháp"), "{said}");
    }
    let unknown = work.run(&["status", "--department", "so-y-tee"]).exits(2);
    assert!(unknown.stderr().contains("so-y-te"), "{unknown}");
    let json = work.run(&["status", "--missing", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout()).expect("JSON");
    assert_eq!(json[0]["ledger"][0]["phone"], "");
    assert_eq!(json[0]["ledger"][1]["phone"], "0233 222");
}

#[test]
fn a_quiet_status_lists_what_was_asked_for_alone() {
    let work = campaign();
    let quiet = |more: &[&str]| work.run(&[&["status", "-q"][..], more].concat()).stdout();
    let after = ["--as-of", "2020-12-01"];
    assert!(quiet(&[&["--missing"][..], &after].concat()).contains("so-tu-phap"));
    let none = ["--missing", "--department", "so-y-te"];
    assert_eq!(quiet(&[&none[..], &after].concat()), "");
}

#[test]
fn the_mailing_list_says_who_must_hear_what_and_whether_it_is_new() {
    let work = campaign();
    work.consolidate().exits(1);
    let heard = |of: &Workdir| -> Vec<String> {
        let lines = of.table("mailing.csv").into_iter();
        lines
            .map(|line| {
                format!(
                    "{} {} {}",
                    line["department"], line["reason"], line["since_last_run"]
                )
            })
            .collect()
    };
    let first = [
        "ban-dan-toc unreadable new",
        "so-tu-phap missing new",
        "so-y-te receipt new",
    ];
    assert_eq!(heard(&work), first);
    let line = &work.table("mailing.csv")[1];
    assert_eq!(
        (line["email"].as_str(), line["contact"].as_str()),
        ("tp@x.vn", "Anh Bình")
    );
    assert!(line["body"].contains("kế hoạch đoàn vào"), "{line:#?}");
    for file in line["attachments"].split(';') {
        assert!(work.path("outputs/2021").join(file).is_file(), "{file}");
    }

    work.write(
        "inputs/2021/so-tu-phap/ke hoach.csv",
        PLAN.replace("Y tế", "Tư pháp"),
    );
    work.consolidate().exits(1);
    let second = [
        "ban-dan-toc unreadable same",
        "so-tu-phap missing changed",
        "so-y-te receipt same",
    ];
    assert_eq!(heard(&work), second);
}

#[test]
fn who_sent_nothing_gets_the_blank_form_and_sends_it_back_as_a_submission() {
    let work = campaign();
    work.consolidate().exits(1);
    let form = work.path("outputs/2021/feedback/so-tu-phap.xlsx");
    let bytes = std::fs::read(form).expect("the blank form");
    work.write("inputs/2021/so-tu-phap/bieu mau.xlsx", bytes);
    work.consolidate().exits(1);
    let states = work.table("submissions.csv").into_iter();
    let own = states.filter(|line| line["department"] == "so-tu-phap");
    let states: Vec<String> = own.map(|line| line["state"].clone()).collect();
    assert_eq!(states, ["nil_unconfirmed", "nil_unconfirmed"]);
}

#[test]
fn the_history_says_which_decision_submission_or_setting_moved_a_figure() {
    let work = campaign();
    work.run(&["history"]).exits(2);
    work.consolidate().exits(1);
    let id = work.table("delegations.csv")[0]["id"].clone();
    let decision = format!("fingerprint,decision,reason,by\n{id},set people=12,gọi điện,Lan\n");
    work.write("inputs/decisions.csv", decision);
    work.consolidate().exits(1);
    work.write(
        "inputs/2021/so-tu-phap/ke hoach.csv",
        PLAN.replace("Y tế", "Tư pháp"),
    );
    work.consolidate().exits(1);

    let told = work.run(&["history"]).exits(0).stdout();
    for said in [
        "Năm 2021, công bố ",
        "Đoàn ra, kế hoạch: 8 → 12 lượt người; 40 → 60 ngày công tác",
        &format!("cùng nội dung, tính khác trước: quyết định set people=12 {id} (Lan)")
            .replace("cùng nội dung", "Nội dung cũ"),
        "- 2021/so-tu-phap/ke hoach.csv: Báo cáo mới",
        "Đoàn ra, kế hoạch: +1 đoàn, +8 lượt người, +40 ngày công tác",
    ] {
        assert!(told.contains(said), "{said:?} in\n{told}");
    }
    let all = work.run(&["history", "--format", "json"]).exits(0).json();
    let first = all[0]["run_id"].as_str().expect("an id").to_string();
    let between = work
        .run(&["history", "--from", &first[..8]])
        .exits(0)
        .stdout();
    assert!(
        between.contains("1 → 2 đoàn; 8 → 20 lượt người"),
        "{between}"
    );
    work.run(&["history", "--from", "nobody"]).exits(2);
}

/// A workspace made by `init`, in the folder `w`.
fn fresh(more: &[&str]) -> Workdir {
    let work = Workdir::new();
    let args = ["init", "w", "--year", "2027", "--as-of", "2026-10-20"];
    work.run(&[&args[..], more].concat()).exits(0);
    work
}

#[test]
fn the_next_year_is_added_beside_what_is_there() {
    let work = fresh(&[]);
    let register = "slug,name,owes\nso-y-te,Sở Y tế,outbound:plan\nban-moi,Ban Mới,\n";
    work.write("w/inputs/departments.csv", register);
    let settings = "[years.2027]\ndeadline = 2026-11-10\n";
    work.write("w/inputs/tonghop.toml", settings);
    work.write(
        "w/inputs/vocabulary/countries.csv",
        "code,alias\nLA,Xứ Triệu Voi\n",
    );
    let next = ["init", "w", "--year", "2028", "--as-of", "2027-10-20"];
    let said = work.run(&next).exits(0);
    said.says(&["Đã thêm năm 2028", "2 biểu mẫu mới", "Giữ nguyên"]);

    assert!(work.path("w/inputs/2028/ban-moi").is_dir());
    assert!(work.path("w/forms/bieu-mau-2028-so-y-te.xlsx").is_file());
    let kept = work.read("w/inputs/tonghop.toml");
    assert!(
        kept.starts_with(settings) && kept.contains("[years.2028]\ndeadline = 2027-11-10"),
        "{kept}"
    );
    assert_eq!(work.read("w/inputs/departments.csv"), register);
    assert!(
        work.read("w/inputs/vocabulary/countries.csv")
            .contains("Voi")
    );

    let before = work.listing("w");
    work.run(&next).exits(0);
    assert_eq!(work.listing("w"), before, "a second time changes nothing");
    let other = [&next[..], &["--province", "Huế"]].concat();
    work.run(&other).exits(2);
}

#[test]
fn a_province_gets_its_own_names_and_tables_that_say_how() {
    let work = fresh(&["--province", "Nghệ An", "--register", "both"]);
    let register = work.read("w/inputs/departments.csv");
    for name in ["Quảng Trị", "Gio Linh", "Lê Duẩn", "Cồn Cỏ"] {
        assert!(!register.contains(name), "{name}");
    }
    assert!(register.contains("bao-nghe-an,Báo Nghệ An"), "{register}");
    assert!(work.read("w/inputs/decisions.csv").contains("exclude"));
    let args = [
        "consolidate",
        "w/inputs",
        "-o",
        "w/outputs",
        "--as-of",
        "2026-10-20",
    ];
    work.run(&args).exits(0);
}

#[test]
fn all_forms_are_written_and_none_is_replaced_unasked() {
    let work = campaign();
    let all = ["form", "--all", "--year", "2021"];
    work.run(&all)
        .exits(0)
        .says(&["Đã ghi 3 biểu mẫu", "forms"]);
    work.write("forms/bieu-mau-2021-so-y-te.xlsx", "mine");
    work.run(&all).exits(0).says(&["Đã ghi 0 biểu mẫu"]);
    assert_eq!(work.read("forms/bieu-mau-2021-so-y-te.xlsx"), "mine");
}

#[test]
fn figures_of_a_body_that_is_no_more_stand_under_its_heir() {
    let work = Workdir::new();
    let register = "slug,name,owes,from,to,succeeds\nso-cu,Sở Cũ,outbound:plan,,2020,\n\
        so-y-te,Sở Y tế,outbound:plan,2021,,so-cu\n";
    work.write("inputs/departments.csv", register);
    let many: Vec<String> = (1..30)
        .map(|n| format!("{n};Đoàn {n};Giám đốc;Lào;08;05;Quý III/2020;NSNN"))
        .collect();
    let head: Vec<&str> = PLAN.lines().take(3).collect();
    let earlier = format!("{}\n{}\n", head.join("\n"), many.join("\n"));
    work.write("inputs/2020/so-cu/kh.csv", earlier.replace("2021", "2020"));
    work.write("inputs/2021/so-y-te/kh.csv", PLAN);
    work.consolidate().exits(0);
    let far = work.table("findings.csv").into_iter();
    let far = far.filter(|finding| finding["code"] == "L512").count();
    assert_eq!(far, 1, "compared with the body that it took over");
}

#[test]
fn a_named_leader_with_more_than_two_journeys_is_asked_about() {
    let row = |number: u32, leader: &str| {
        format!("{number};Đoàn {number};{leader};Lào;04;05;Quý I/2020;NSNN")
    };
    let rows: Vec<String> = (1..=3)
        .map(|number| row(number, "Ông Nguyễn Văn An, Giám đốc"))
        .chain((4..=7).map(|number| row(number, "Giám đốc")))
        .collect();
    let head: Vec<&str> = PLAN.lines().skip(1).take(2).collect();
    let text = format!(
        "KẾT QUẢ ĐOÀN RA NĂM 2020\n{}\n{}\n",
        head.join("\n"),
        rows.join("\n")
    );
    let work = Workdir::with_submission(&text);
    let asked = || {
        let findings = work.table("findings.csv").into_iter();
        let own = findings.filter(|finding| finding["code"] == "L527");
        own.map(|finding| finding["message"].clone())
            .collect::<Vec<String>>()
    };
    work.consolidate().exits(0);
    assert_eq!(
        asked(),
        ["Nguyễn Văn An dẫn 3 đoàn ra trong năm, nhiều hơn 2."]
    );
    work.write("inputs/tonghop.toml", "[limits]\ntrips = 3\n");
    work.consolidate().exits(0);
    assert_eq!(asked(), Vec::<String>::new());
}
