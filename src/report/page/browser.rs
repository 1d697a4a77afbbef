//! The page in Chromium, where it is installed: its script, its colours, its silence, its print.

use super::render;
use crate::model::finding::Lang;
use crate::report::programs;
use crate::report::sample::{Sample, sample};
use crate::words::shown::whole;
use std::io::Read;
use std::net::TcpListener;
use std::path::Path;

const DARK: &str = "--blink-settings=preferredColorScheme=0";

/// Opens the sample page with a probe: a script that runs once the page has loaded.
fn open(folder: &Path, probe: &str, more: &[&str]) -> String {
    let script = format!("<script>addEventListener('load',function(){{{probe}}})</script></body>");
    let page = render(&sample(Sample::default()).edition(Lang::Vi));
    open_page(folder, &page.replace("</body>", &script), more)
}

fn open_page(folder: &Path, page: &str, more: &[&str]) -> String {
    let file = folder.join("report.html");
    std::fs::write(&file, page).expect("a page");
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let address = format!("file://{}", file.display());
    let mut args = vec![
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        &profile,
    ];
    args.extend(more);
    args.push(&address);
    programs::run("chromium", &args, folder)
}

/// What the probe wrote into the title.
fn title(dom: &str) -> &str {
    let title = dom.split("<title>").nth(1).unwrap_or_default();
    title.split("</title>").next().unwrap_or_default()
}

#[test]
fn a_figure_shows_its_rows_and_a_heading_sorts_them() {
    if !programs::is_installed("chromium") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let probe = "\
        document.querySelector('a[data-f=\"plan outbound LA\"]').click();\
        var table=document.getElementById('rows-table');\
        var people=table.tHead.rows[0].cells[7].querySelector('button');\
        people.click();people.click();\
        document.querySelector('a[data-f=\"open outbound\"]').click();\
        var shown=function(id,cell){var rows=document.getElementById(id).tBodies[0].rows;\
        return [].filter.call(rows,function(row){return !row.hidden})\
        .map(function(row){return row.cells[cell].textContent}).join(' ')};\
        document.title=shown('rows-table',7)+'; '+shown('planned-list-table',0)";
    let dom = open(folder.path(), probe, &["--dump-dom"]);
    assert_eq!(title(&dom), "12 12 8 5; Chưa thực hiện");
}

/// What a figure says, and where it leads.
#[derive(Debug)]
struct Landing {
    figure: String,
    /// The heading of the list stands below the menu, on the screen.
    is_seen: bool,
    /// The line that names the filter has the focus.
    is_focused: bool,
    /// Rows that are left.
    rows: usize,
    filter: String,
}

/// Clicks every fifth figure of the tables by country and by department.
fn landings(wish: Sample) -> Vec<Landing> {
    let probe = "\
        var number=function(row){return row.hidden?0:1};var told=[];\
        var links=document.querySelectorAll('#countries tbody td a[data-f],#departments tbody td a[data-f]');\
        for(var at=0;at<links.length;at+=5){\
        scrollTo(0,0);links[at].click();\
        var top=document.querySelector('#rows h2').getBoundingClientRect().top;\
        var menu=document.querySelector('.contents').getBoundingClientRect().bottom;\
        var line=document.querySelector('#rows .filter');\
        var rows=[].filter.call(document.getElementById('rows-table').tBodies[0].rows,number).length;\
        told.push([links[at].innerText.split('\\n')[0],top>=menu&&top<innerHeight/2,\
        document.activeElement===line,rows,line.textContent].join('|'))}\
        document.title=told.join('~')";
    let script = format!("<script>addEventListener('load',function(){{{probe}}})</script></body>");
    let page = render(&sample(wish).edition(Lang::Vi)).replace("</body>", &script);
    let folder = tempfile::tempdir().expect("a folder");
    let dom = open_page(
        folder.path(),
        &page,
        &["--dump-dom", "--window-size=1300,900"],
    );
    let landing = |told: &str| {
        let told: Vec<&str> = told.split('|').collect();
        Landing {
            figure: told[0].replace('*', ""),
            is_seen: told[1] == "true",
            is_focused: told[2] == "true",
            rows: told[3].parse().expect("a count"),
            filter: told[4].to_string(),
        }
    };
    title(&dom).split('~').map(landing).collect()
}

/// The small year has all rows on the page; of the large one 1,200 of 11,200 are left out.
#[test]
fn a_figure_lands_on_its_rows_which_add_up_to_it() {
    if !programs::is_installed("chromium") {
        return;
    }
    let small = landings(Sample::default());
    let large = landings(Sample {
        repeat: 700,
        realised: true,
    });
    assert!(small.len() > 10 && large.len() > 10, "{small:?}");
    let cut = |landing: &&Landing| landing.filter.contains(" trong ");
    assert_eq!(small.iter().filter(cut).count(), 0);
    assert!(
        large.iter().any(|landing| cut(&landing)) && !large.iter().all(|landing| cut(&landing))
    );
    for landing in small.iter().chain(&large) {
        assert!(landing.is_seen && landing.is_focused, "{landing:?}");
        assert!(
            landing.filter.starts_with("Đang xem Kế hoạch năm 2021 ·")
                || landing.filter.starts_with("Đang xem Kết quả"),
            "{landing:?}"
        );
        let rows = whole(landing.rows as i64, Lang::Vi);
        if cut(&landing) {
            assert!(
                landing.filter.contains(&format!("hiện {rows} trong ")),
                "{landing:?}"
            );
            continue;
        }
        assert!(
            landing.filter.contains(&format!(": {rows} dòng, ")),
            "{landing:?}"
        );
        // What is not stated has no sum.
        let has_sum = [": ", ", "].iter().any(|before| {
            landing
                .filter
                .contains(&format!("{before}{} ", landing.figure))
        });
        assert!(has_sum || landing.figure == "…", "{landing:?}");
    }
}

/// Every text against the ground that it stands on, as WCAG counts it.
#[test]
fn every_text_stands_out_in_light_and_dark() {
    if !programs::is_installed("chromium") {
        return;
    }
    let probe = "\
        var parse=function(c){var n=c.match(/[\\d.]+/g).map(Number);return n.length<4||n[3]>0?n:null};\
        var light=function(c){var l=c.slice(0,3).map(function(v){v/=255;\
        return v<=.03928?v/12.92:Math.pow((v+.055)/1.055,2.4)});\
        return .2126*l[0]+.7152*l[1]+.0722*l[2]};\
        var ground=function(e){for(;e;e=e.parentElement){\
        var c=parse(getComputedStyle(e).backgroundColor);if(c)return c}return [255,255,255]};\
        var least=[99,''],count=0;\
        document.querySelectorAll('details').forEach(function(d){d.open=true});\
        document.querySelectorAll('body *').forEach(function(e){\
        var own=[].some.call(e.childNodes,function(n){return n.nodeType===3&&n.data.trim()});\
        if(!own||/SCRIPT|title/.test(e.tagName))return;\
        var s=getComputedStyle(e);var c=parse(e.tagName==='text'?s.fill:s.color);\
        var a=light(c),b=light(ground(e));\
        var ratio=(Math.max(a,b)+.05)/(Math.min(a,b)+.05);count+=1;\
        if(ratio<least[0])least=[ratio,e.tagName+' '+e.className+' '+e.textContent.slice(0,20)]});\
        document.title=count+'|'+least[0].toFixed(2)+'|'+least[1]";
    for colours in ["--blink-settings=preferredColorScheme=1", DARK] {
        let folder = tempfile::tempdir().expect("a folder");
        let dom = open(folder.path(), probe, &["--dump-dom", colours]);
        let said: Vec<&str> = title(&dom).split('|').collect();
        println!(
            "{colours}: {} texts, least contrast {} ({})",
            said[0], said[1], said[2]
        );
        assert!(said[0].parse::<u32>().expect("a count") > 500, "{said:?}");
        assert!(
            said[1].parse::<f64>().expect("a ratio") >= 4.5,
            "{colours}: {said:?}"
        );
    }
}

/// All that Chromium would fetch goes to a proxy that only listens: nothing of the page arrives there,
/// not even what a script in it asks for. Without its policy the same page is heard: the test can fail.
#[test]
fn no_request_leaves_the_page() {
    if !programs::is_installed("chromium") {
        return;
    }
    let page = render(&sample(Sample::default()).edition(Lang::Vi));
    assert!(!asked(&page), "the page asks for something");
    assert!(
        asked(&page.replace("Content-Security-Policy", "none")),
        "the proxy hears nothing"
    );
}

/// Whether anything is asked for by a script that asks as soon as it stands in the page.
fn asked(page: &str) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let proxy = TcpListener::bind("127.0.0.1:0").expect("a port");
    proxy
        .set_nonblocking(true)
        .expect("a listener that does not wait");
    let proxied = format!(
        "--proxy-server=http://{}",
        proxy.local_addr().expect("an address")
    );
    let asking = "<img src=\"http://example.test/a\"></main>";
    open_page(
        folder.path(),
        &page.replace("</main>", asking),
        &["--dump-dom", "--timeout=3000", &proxied],
    );
    let mut heard = String::new();
    while let Ok((mut stream, _)) = proxy.accept() {
        let mut bytes = [0; 512];
        let read = stream.read(&mut bytes).unwrap_or(0);
        heard.push_str(&String::from_utf8_lossy(&bytes[..read]));
    }
    heard.contains("example.test")
}

#[test]
fn it_fits_a_narrow_window_and_prints_on_few_sheets() {
    if !programs::is_installed("chromium") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let probe = "document.title=document.documentElement.scrollWidth-innerWidth";
    let dom = open(
        folder.path(),
        probe,
        &["--dump-dom", "--window-size=500,900"],
    );
    let wider: i32 = title(&dom).parse().expect("pixels");
    assert!(wider <= 0, "{wider} pixels wider than its window");
    let print = folder.path().join("page.pdf");
    let to = format!("--print-to-pdf={}", print.display());
    open(folder.path(), "", &[&to]);
    let pdf = std::fs::read(&print).expect("a print");
    let sheets = pdf.windows(12).filter(|at| *at == b"/Type /Page\n").count();
    assert!((3..=14).contains(&sheets), "{sheets} sheets");
}

#[test]
fn a_screenshot_shows_a_page_in_both_colours() {
    if !programs::is_installed("chromium") {
        return;
    }
    let picture = |colours: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("page.png");
        let to = format!("--screenshot={}", path.display());
        open(
            folder.path(),
            "",
            &[&to, colours, "--window-size=1000,1400", "--hide-scrollbars"],
        );
        std::fs::read(path).expect("a picture")
    };
    let (light, dark) = (
        picture("--blink-settings=preferredColorScheme=1"),
        picture(DARK),
    );
    for image in [&light, &dark] {
        let side = |at: usize| u32::from_be_bytes(image[at..at + 4].try_into().expect("four"));
        assert_eq!((side(16), side(20)), (1000, 1400));
        // An empty page of this size is far smaller.
        assert!(image.len() > 40_000, "{} bytes", image.len());
    }
    assert!(light != dark, "dark is as light");
}
