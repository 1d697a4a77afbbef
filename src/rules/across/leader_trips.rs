//! A leader who went abroad more often in a year than is usual.

use crate::model::dataset::Dataset;
use crate::model::delegation::RowState;
use crate::model::finding::{Place, Scope};
use crate::model::section::{Direction, Field, Kind};
use crate::rules::Report;
use crate::vocabulary::persons;
use std::collections::BTreeMap;

rule! {
    /// # Tiếng Việt
    /// Một trưởng đoàn được nêu tên đi nước ngoài nhiều hơn số chuyến đã đặt (`trips` trong `[limits]`, mặc
    /// định 2) trong năm. Chỉ tính đoàn ra đã thực hiện; dòng chỉ ghi chức vụ thì không tính.
    ///
    /// # English
    /// A leader who is named went abroad more often in the year than the limit (`trips` in `[limits]`, 2
    /// unless set). Only realised outbound delegations count, and only rows that name a person.
    "L527" "leader-trips" Warning
    title:
        "Trưởng đoàn đi nhiều chuyến"
        / "Many journeys of one leader",
    message:
        "{0} dẫn {1} đoàn ra trong năm, nhiều hơn {2}."
        / "{0} led {1} outbound delegations in the year, more than {2}.",
    hint:
        "Kiểm tra có ghi trùng hoặc ghi nhầm trưởng đoàn không; nếu đúng, ghi rõ lý do."
        / "Check for a row that stands twice or another leader’s name; if it is right, say why.",
    values: ["Nguyễn Văn An", "4", "2"],
    check: Across(check),
}

/// Where a row is: its file and its index there.
type Rows = Vec<(u32, u32)>;

fn check(dataset: &Dataset, report: &mut Report) {
    let mut of: BTreeMap<(u32, String), Rows> = BTreeMap::new();
    for (at, file) in (0..).zip(&dataset.files) {
        let file = file.open();
        let rows = (0..).zip(&file.delegations);
        let went = rows.filter(|(_, row)| {
            row.state == RowState::Accepted
                && row.kind == Kind::Realised
                && row.direction == Some(Direction::Outbound)
        });
        for (index, row) in went {
            if let Some(name) = persons::named(file.text(file.texts(row).head)) {
                let own = of.entry((file.department, name)).or_default();
                own.push((at, index));
            }
        }
    }
    for ((department, name), rows) in of {
        let row =
            |(file, index): (u32, u32)| &dataset.files[file as usize].delegations[index as usize];
        let trips: u32 = rows.iter().map(|at| row(*at).count).sum();
        let (true, Some(&last)) = (trips > dataset.trips && rows.len() > 1, rows.last()) else {
            continue;
        };
        let section = dataset.files[last.0 as usize].section(row(last));
        let column = section.column(Field::Head);
        let place = Place {
            sheet: section.sheet as u32,
            line: row(last).line,
            column: column.map_or(0, |column| column.index as u32 + 1),
        };
        let values = [name, trips.to_string(), dataset.trips.to_string()];
        report.across(
            Some(last.0),
            Some(department),
            (Scope::Row(last.1), place),
            values,
        );
    }
}
