//! English outputs: where nothing that was sent is Vietnamese, nothing that is published is.

use super::workdir::Workdir;
use std::io::Read;

const CONFIG: &str = "[office]\nprovince = \"P\"\nname = \"Office\"\nparent = \"Province\"\nplace = \"P\"\nsignatory = \"Director\"\n[years.2027]\ndeadline = 2026-11-10\n";

const HEAD: &str = "No.;Delegation;Head of delegation;Country;Partner;Activities;People;Days;Period;Budget source;Notes";

/// Letters that only Vietnamese has among the languages of the outputs. The answer column of feedback
/// has one name in every language, for a returned answer is known by it.
fn vietnamese(text: &str) -> Vec<String> {
    let letters = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";
    let shown = |part: &str| {
        part.split_once("</script>")
            .map_or(part, |(_, after)| after)
            .to_string()
    };
    let text: String = text.split("<script").map(shown).collect();
    let text = text.replace("Giải trình", "").replace("“Không có”", "");
    let words = text.split(|c: char| c.is_whitespace() || "<>\"".contains(c));
    let marked = |word: &&str| word.to_lowercase().chars().any(|c| letters.contains(c));
    words.filter(marked).map(String::from).collect()
}

/// A file as text; of a workbook all its parts.
fn text(path: &std::path::Path) -> String {
    let bytes = std::fs::read(path).expect("an output");
    let is_archive = path
        .extension()
        .is_some_and(|ending| ending == "xlsx" || ending == "docx");
    if !is_archive {
        return String::from_utf8(bytes).expect("UTF-8");
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("content");
        all += &String::from_utf8_lossy(&content);
    }
    all
}

#[test]
fn english_outputs_have_no_vietnamese_word() {
    let work = Workdir::new();
    work.write("inputs/tonghop.toml", CONFIG);
    work.write(
        "inputs/departments.csv",
        "slug,name\ndep-a,Department A\ndep-b,Department B\n",
    );
    let good = "1;Visit one;Director;Laos;Partner A;Talks;8;5;Q3;State budget;";
    let bad = "2;Visit two;;Atlantis;Partner B;Talks;999;x;some day;Moon dust;postponed";
    let sheet = format!(
        "I. OUTBOUND - PLAN FOR 2027\n{HEAD}\n{good}\n{bad}\nII. INBOUND - RESULTS OF 2026\n{HEAD}\n"
    );
    work.write("inputs/2027/dep-a/list.csv", sheet);
    work.write("inputs/2027/dep-b/empty.csv", "");
    let run = work.run(&["consolidate", "--as-of", "2026-12-01", "--lang", "en"]);
    let said = run.exits(1).stdout();
    assert_eq!(vietnamese(&said), Vec::<String>::new(), "{said}");
    for path in walkdir::WalkDir::new(work.path("outputs/2027")) {
        let path = path.expect("an output").into_path();
        if path.is_file() {
            let found = vietnamese(&text(&path));
            assert_eq!(found, Vec::<String>::new(), "{}", path.display());
        }
    }
    for args in [&["status"][..], &["form", "-o", "f.xlsx"], &["init", "w"]] {
        let args = [args, &["--lang", "en", "--as-of", "2026-12-01"]].concat();
        let run = work.run(&args);
        assert_eq!(vietnamese(&run.stdout()), Vec::<String>::new(), "{run}");
    }
    assert!(vietnamese("Kế hoạch") == ["Kế", "hoạch"]);
}
