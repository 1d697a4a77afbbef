//! Text files that no program means to write: enormous lines, rows, cells, and noise.

use super::{Case, Inputs, Scale};
use std::io::{self, Write};

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";
pub const ROW: &str = "Đoàn Sở Y tế;Giám đốc;Lào;Sở Y tế Salavan;Hội đàm;08;05;Quý III/2021;NSNN;";

/// A plan of so many rows.
pub fn plan(rows: usize) -> String {
    let mut text = format!("DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n");
    for number in 1..=rows {
        text.push_str(&format!("{number};{ROW}\n"));
    }
    text
}

/// `bytes` bytes of `piece` again and again.
fn repeated(inputs: &Inputs, path: &str, piece: &[u8], bytes: usize) -> io::Result<()> {
    let mut file = io::BufWriter::with_capacity(1 << 20, inputs.create(path)?);
    let block = piece.repeat((1 << 16) / piece.len() + 1);
    let mut left = bytes;
    while left > 0 {
        let part = left.min(block.len());
        file.write_all(&block[..part])?;
        left -= part;
    }
    file.flush()
}

pub fn cases(scale: Scale) -> Vec<Case> {
    let mega = move |small: usize, large: usize| scale.of(small, large) << 20;
    vec![
        Case::new("one line without a delimiter", move |to| {
            repeated(to, "2021/so-a/a.csv", b"x", mega(8, 400))
        }),
        Case::new("one line of two-letter cells", move |to| {
            repeated(to, "2021/so-a/a.csv", b"ab,", mega(4, 400))
        }),
        Case::new("one line of empty cells", move |to| {
            repeated(to, "2021/so-a/a.csv", b",", mega(4, 400))
        }),
        Case::new("one line of Vietnamese words", move |to| {
            repeated(to, "2021/so-a/a.csv", "Đoàn ra;".as_bytes(), mega(4, 400))
        }),
        Case::new("nothing but line ends", move |to| {
            repeated(to, "2021/so-a/a.csv", b"\n", mega(4, 400))
        }),
        Case::new("nothing but quotes", move |to| {
            repeated(to, "2021/so-a/a.csv", b"\"", mega(4, 400))
        }),
        Case::new("quotes that open and never close", move |to| {
            repeated(to, "2021/so-a/a.csv", b"a;\"b;c\n", mega(4, 400))
        }),
        Case::new("TCVN3 on one line", move |to| {
            repeated(to, "2021/so-a/a.csv", b"\xA7o\xB5n ra;", mega(4, 400))
        }),
        Case::new("UTF-16 on one line", move |to| {
            repeated(to, "2021/so-a/a.csv", b"\xFF\xFEa\0,\0b\0", mega(4, 400))
        }),
        Case::new("letters lost on one line", move |to| {
            repeated(to, "2021/so-a/a.csv", b"?o?n ra n??c ngo?i;", mega(4, 200))
        }),
        Case::new("a head of 100,000 columns", move |to| {
            let columns = scale.of(10_000, 100_000);
            let head: Vec<String> = (0..columns).map(|n| format!("Cột {n}")).collect();
            let row: Vec<String> = (0..columns).map(|n| format!("{n}")).collect();
            let rows = format!("{}\n", row.join(";")).repeat(scale.of(5, 20));
            to.write("2021/so-a/a.csv", format!("{}\n{rows}", head.join(";")))
        }),
        Case::new("a plan of 100,000 columns", move |to| {
            let columns = ";Nước đi;Số người".repeat(scale.of(5_000, 50_000));
            let cells = ";Lào;5".repeat(scale.of(5_000, 50_000));
            let row = format!("1;{ROW}{cells}\n").repeat(scale.of(5, 20));
            to.write(
                "2021/so-a/a.csv",
                format!("ĐOÀN RA NĂM 2021\n{HEAD}{columns}\n{row}"),
            )
        }),
        Case::new("2 million rows", move |to| {
            to.write("2021/so-a/a.csv", plan(scale.of(20_000, 2_000_000)))
        }),
        Case::new("2 million rows of noise", move |to| {
            let row = "a,b,c\n".repeat(scale.of(100_000, 2_000_000));
            to.write("2021/so-a/a.csv", row)
        }),
        Case::new("a cell of 4 MiB", move |to| {
            let cell = "Hội đàm ".repeat(1 << 18);
            to.write("2021/so-a/a.csv", plan(1).replace("Hội đàm", &cell))
        }),
        Case::new("a cell of 1 MiB in every column", move |to| {
            let cell = "Lào, Thái Lan, ".repeat((1 << 20) / 18);
            let row = format!("1;{}\n", vec![cell; 10].join(";"));
            to.write("2021/so-a/a.csv", format!("{}{row}", plan(1)))
        }),
        Case::new("a quoted cell of a million lines", move |to| {
            let cell = "\"a\n".to_string() + &"b;\n".repeat(scale.of(100_000, 1_000_000)) + "\"";
            to.write("2021/so-a/a.csv", plan(1).replace("Hội đàm", &cell))
        }),
        Case::new("random bytes", move |to| {
            let mut state = 0x9E37_79B9_7F4A_7C15u64;
            let byte = || {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                (state >> 32) as u8
            };
            let bytes: Vec<u8> = std::iter::repeat_with(byte).take(mega(2, 100)).collect();
            to.write("2021/so-a/a.csv", bytes)
        }),
        Case::new("a sparse file beyond 512 MiB", |to| {
            to.create("2021/so-a/a.csv")?.set_len(600 << 20)
        })
        .saying("T103"),
        Case::new("a sparse file of NUL bytes", move |to| {
            to.create("2021/so-a/a.csv")?.set_len(mega(16, 500) as u64)
        }),
        Case::new("a file of headings", move |to| {
            let rows = "I. ĐOÀN RA\nII. ĐOÀN VÀO\n".repeat(scale.of(10_000, 500_000));
            to.write("2021/so-a/a.csv", rows)
        }),
        Case::new("a file of table heads", move |to| {
            let rows = format!("{HEAD}\n").repeat(scale.of(5_000, 100_000));
            to.write("2021/so-a/a.csv", rows)
        }),
        Case::new("a total under every row", move |to| {
            let rows =
                format!("1;{ROW}\n;Tổng cộng;;;;;8;5;;;\n").repeat(scale.of(20_000, 300_000));
            to.write("2021/so-a/a.csv", format!("I. ĐOÀN RA\n{HEAD}\n{rows}"))
        }),
        Case::new("a denial of one word without end", move |to| {
            let row = format!(
                "{}: không có\n",
                "đoàn vào ".repeat(scale.of(40_000, 70_000))
            );
            to.write("2021/so-a/a.csv", row.repeat(scale.of(2, 100)))
        }),
        Case::new("countries without end", move |to| {
            let cell = "Lào, Thái Lan, Nhật Bản, ".repeat(scale.of(2_000, 20_000));
            let row = format!("1;Đoàn;X;{cell};;;08;05;Quý I;NSNN;\n").repeat(scale.of(4, 20));
            to.write("2021/so-a/a.csv", format!("{}{row}", plan(1)))
        }),
        Case::new("the same row 100,000 times", move |to| {
            let row = format!("1;{ROW}\n").repeat(scale.of(10_000, 200_000));
            to.write("2021/so-a/a.csv", format!("{}{row}", plan(1)))
        }),
        Case::new("every cell wrong", move |to| {
            let row = "x;Đoàn;;Wakanđa;;;rất đông;lâu;Quý 9/2025;tiền túi;\n"
                .repeat(scale.of(10_000, 200_000));
            to.write("2021/so-a/a.csv", format!("{}{row}", plan(1)))
        }),
        Case::new("every cell wrong in its own way", move |to| {
            let row = |n: usize| {
                format!("{n};Đoàn {n};;Wakanđa {n};;;đông {n};lâu {n};lúc {n};túi {n};\n")
            };
            let rows: String = (0..scale.of(5_000, 100_000)).map(row).collect();
            to.write("2021/so-a/a.csv", format!("{}{rows}", plan(1)))
        }),
    ]
}
