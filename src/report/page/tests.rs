//! The page: what it says, what it escapes, what it never holds.

use super::behind::Rows;
use super::{Page, headline, render};
use crate::model::finding::{Finding, Lang, Scope, Severity};
use crate::model::section::{Direction, Kind};
use crate::report::sample::Owned;
use crate::report::sample::{Sample, sample};
use crate::report::table::part::Part;

#[test]
fn what_departments_wrote_is_escaped_and_stays_text() {
    let page = render(&sample(Sample::default()).edition(Lang::Vi));
    assert!(page.contains("&lt;script&gt;alert('đoàn')&lt;/script&gt;"));
    assert!(!page.contains("<script>alert"));
    assert!(page.contains("=HYPERLINK(&quot;http://example.test&quot;;&quot;bấm&quot;)"));
    assert!(page.contains("&lt;b&gt;Lào&lt;/b&gt;"));
    assert!(page.contains("Đoàn giao lưu thanh niên ⟨U+202E⟩ngược"));
    assert!(!page.contains('\u{202E}'));
}

#[test]
fn nothing_is_fetched() {
    let page = render(&sample(Sample::default()).edition(Lang::Vi));
    assert!(page.contains("default-src 'none'"));
    for outside in [
        "src=", "<link", "@import", "<img", "<iframe", "url(http", "fetch(",
    ] {
        assert!(!page.contains(outside), "{outside}");
    }
    // Within the page, or to a file beside it.
    let mut links = page.split("href=\"").skip(1);
    assert!(
        links.all(|link| !link.starts_with('/')
            && !link.split('"').next().unwrap_or_default().contains(':'))
    );
}

#[test]
fn every_link_leads_to_an_id_that_stands_once() {
    let page = render(&sample(Sample::default()).edition(Lang::Vi));
    for link in page.split("href=\"#").skip(1) {
        let id = link.split('"').next().unwrap_or_default();
        assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn figures_stand_in_the_format_of_their_language() {
    let owned = sample(Sample {
        repeat: 30,
        realised: true,
    });
    let vietnamese = render(&owned.edition(Lang::Vi));
    assert!(vietnamese.contains("<html lang=\"vi\">"));
    assert!(vietnamese.contains(">1.410<"), "people of outbound plans");
    assert!(
        vietnamese.contains(">38.850.000.000<"),
        "amount of inbound plans"
    );
    let english = render(&owned.edition(Lang::En));
    assert!(english.contains("<html lang=\"en\">"));
    assert!(english.contains(">1,410<"));
}

/// The tokens of every row of a list of the page.
fn tokens<'a>(page: &'a str, list: &str) -> Vec<Vec<&'a str>> {
    let list = page
        .split(&format!("id=\"{list}-table\""))
        .nth(1)
        .unwrap_or_default();
    let list = list.split("</table>").next().unwrap_or_default();
    let rows = list
        .split("data-t=\"")
        .skip(1)
        .filter_map(|row| row.split('"').next());
    rows.map(|tokens| tokens.split(' ').collect()).collect()
}

#[test]
fn a_figure_asks_for_tokens_that_its_rows_carry() {
    let page = render(&sample(Sample::default()).edition(Lang::Vi));
    // Sixteen accepted rows; five planned ones and two results that no plan had.
    for (list, count) in [("rows", 16), ("planned-list", 7)] {
        let rows = tokens(&page, list);
        assert_eq!(rows.len(), count, "{list}");
        let link = format!("href=\"#{list}\" data-f=\"");
        let asked = page.split(&link).skip(1);
        let asked: Vec<&str> = asked.filter_map(|link| link.split('"').next()).collect();
        assert!(asked.len() > 20, "{list}: {} links", asked.len());
        for wanted in asked {
            let fits = |row: &&Vec<&str>| wanted.split(' ').all(|token| row.contains(&token));
            assert!(
                rows.iter().any(|row| fits(&row)),
                "{list}: no row for {wanted}"
            );
        }
    }
}

#[test]
fn what_was_not_held_is_listed_apart() {
    let page = render(&sample(Sample::default()).edition(Lang::Vi));
    assert!(page.contains("Hoãn, hủy hoặc trực tuyến, không tính vào số liệu (1)"));
}

#[test]
fn the_same_edition_gives_the_same_page() {
    let owned = sample(Sample::default());
    let edition = owned.edition(Lang::Vi);
    assert_eq!(render(&edition), render(&edition));
}

#[test]
fn long_tables_are_cut_and_say_so() {
    let owned = sample(Sample {
        repeat: 700,
        realised: true,
    });
    let page = render(&owned.edition(Lang::Vi));
    assert!(page.contains("Chỉ hiện 10.000 trong 11.200 dòng"));
    assert_eq!(tokens(&page, "rows").len(), 10_000);
    assert!(page.len() < 5_000_000, "{} bytes", page.len());
}

#[test]
fn an_empty_campaign_still_makes_a_page() {
    let mut owned = sample(Sample::default());
    owned.dataset.files.clear();
    owned.dataset.findings.clear();
    owned.dataset.ledger.clear();
    owned.dataset.rows = Default::default();
    owned.summary = Default::default();
    let page = render(&owned.edition(Lang::Vi));
    assert!(page.contains("Không có nội dung nào cần xem lại."));
}

#[test]
fn headings_skip_no_level_and_every_table_head_says_what_it_heads() {
    let page = render(&sample(Sample::default()).edition(Lang::Vi));
    let mut last = 0;
    for heading in page.split("<h").skip(1) {
        let Some(level) = heading.chars().next().and_then(|c| c.to_digit(10)) else {
            continue;
        };
        assert!(level <= last + 1, "h{level} after h{last}: {heading:.60}");
        last = level;
    }
    for head in page
        .split("<th")
        .skip(1)
        .filter(|head| head.starts_with([' ', '>']))
    {
        let tag = head.split('>').next().unwrap_or_default();
        assert!(tag.contains("scope="), "<th{tag}>");
    }
}

/// The sample with a doubt about the first row: eight people to Laos.
pub fn doubted() -> Owned {
    let mut owned = sample(Sample::default());
    owned.dataset.findings.push(Finding {
        code: "D403",
        severity: Severity::Warning,
        file: Some(0),
        scope: Scope::Row(0),
        ..Finding::default()
    });
    owned
}

#[test]
fn what_is_in_doubt_is_starred_and_left_out_by_the_switch() {
    let page = render(&doubted().edition(Lang::Vi));
    assert!(page.contains("Không tính 1 dòng chưa xác minh (1 đoàn, 8 lượt người)"));
    assert!(page.contains("* Gồm 1 dòng chưa xác minh: 1 đoàn, 8 lượt người"));
    assert_eq!(page.matches("<tr class=\"unsure\"").count(), 1);
    assert!(page.contains("Số người lớn bất thường"));
    let without = render(&sample(Sample::default()).edition(Lang::Vi));
    assert!(!without.contains("class=\"sure\"") && !without.contains("id=\"sure\""));
}

#[test]
fn money_says_who_states_it_and_what_is_not_stated_is_no_zero() {
    let page = render(&sample(Sample::default()).edition(Lang::Vi));
    let card = page.split("<article").nth(1).unwrap_or_default();
    assert!(
        card.contains(">120.000.000<small>2/6 đoàn ghi</small>"),
        "{card:.1500}"
    );
    // Several tables have a row for a country: one of them is of money.
    let mut rows = page.split("<th scope=\"row\">Hàn Quốc</th>").skip(1);
    let unstated = rows.any(|row| {
        let row = row.split("</tr>").next().unwrap_or_default();
        row.contains(">…</a>")
    });
    assert!(unstated);
}

#[test]
fn nothing_is_said_to_be_none_while_a_department_is_silent() {
    let mut owned = sample(Sample::default());
    owned.summary = Default::default();
    let part = Part::from((Kind::Realised, Direction::Inbound));
    let absent = |owned: &Owned| {
        let edition = owned.edition(Lang::Vi);
        let rows = Rows::of(edition.dataset);
        headline::absent(
            Page {
                edition: &edition,
                rows: &rows,
            },
            part,
        )
    };
    assert_eq!(absent(&owned), "chưa có số liệu, 1 đơn vị chưa báo cáo");
    owned.dataset.ledger.retain(|line| line.state != "missing");
    assert_eq!(absent(&owned), "không có");
}

#[test]
fn charts_keep_empty_quarters_and_say_what_they_leave_out() {
    let page = render(&sample(Sample::default()).edition(Lang::Vi));
    let realised = page
        .split("id=\"quarters\"")
        .nth(1)
        .and_then(|part| part.split("class=\"bars\"").nth(2))
        .unwrap_or_default();
    for quarter in ["Quý I<", "Quý II<", "Quý III<", "Quý IV<"] {
        assert!(realised.contains(quarter), "{quarter}");
    }
}
