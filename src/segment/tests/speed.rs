use super::*;
#[test]
#[ignore]
fn speed() {
    let head = "TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác,Nội dung hoạt động,Số người,Số ngày,Thời gian,Kinh phí,Ghi chú";
    let row = |n: usize| {
        format!(
            "{n},Đoàn công tác Sở Khoa học và Công nghệ,Giám đốc Sở,CHDCND Lào,Sở KH&CN tỉnh Savannakhet,Trao đổi kinh nghiệm về quản lý khoa học,08,05,Quý III/2021,NSNN,"
        )
    };
    let un = |n: usize| {
        format!(
            "Đoàn công tác Sở Khoa học và Công nghệ {n},Giám đốc Sở,CHDCND Lào,Sở KH&CN tỉnh Savannakhet,Trao đổi kinh nghiệm về quản lý khoa học,08,05,Quý III/2021,NSNN,"
        )
    };
    let th = |n: usize| {
        format!(
            "{n},Tham quan Sở Khoa học và Công nghệ,Giám đốc Sở,CHDCND Lào,Sở KH&CN tỉnh Savannakhet,Trao đổi kinh nghiệm về quản lý khoa học,08,05,Quý III/2021,NSNN,"
        )
    };
    let thu = |n: usize| {
        format!(
            "Tham quan Sở Khoa học và Công nghệ {n},Giám đốc Sở,CHDCND Lào,Sở KH&CN tỉnh Savannakhet,Trao đổi kinh nghiệm về quản lý khoa học,08,05,Quý III/2021,NSNN,"
        )
    };
    let nt = |n: usize| {
        format!(
            "{n},-nt-,-nt-,-nt-,Sở KH&CN tỉnh Savannakhet,Trao đổi kinh nghiệm về quản lý khoa học,08,05,Quý III/2021,NSNN,"
        )
    };
    let junk = |n: usize| format!("abc {n},def,ghi jkl,mno,{n},pqr");
    let prose = |n: usize| {
        format!(
            "Sở Khoa học và Công nghệ nhận được Công văn số {n} của Sở Ngoại vụ về việc báo cáo kết quả"
        )
    };
    for (name, f, h) in [
        ("numbered", &row as &dyn Fn(usize) -> String, head),
        ("unnumbered", &un, &head[3..]),
        ("th", &th, head),
        ("thu", &thu, &head[3..]),
        ("nt", &nt, head),
        ("junk", &junk, "a,b"),
        ("prose", &prose, "x"),
    ] {
        let mut text = format!("I. ĐOÀN RA\n{h}\n");
        for n in 1..100_000 {
            text.push_str(&f(n));
            text.push('\n');
        }
        let document = document(&text, ',');
        let start = std::time::Instant::now();
        let found = segment(&document, &HINTS);
        let t = start.elapsed().as_secs_f64();
        println!(
            "{name}: {:.0} MB/s {:.0} ns/row, rows {:?}",
            text.len() as f64 / 1e6 / t,
            t * 1e4,
            found.sections.first().map(|s| s.rows.len())
        );
    }
}
