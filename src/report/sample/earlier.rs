//! What came before the sample campaign: a published plan for its results, and a run of its own year.

use crate::model::comparison::{Cause, Changes, Why};
use crate::model::section::{Direction, Kind};
use crate::model::summary::Summary;

/// What the campaign before planned for the results: one done, one perhaps, one open, one cancelled, one
/// of a department that the register has no more.
pub const PLAN: &str = "\
kind,direction,year,department,name,head,partner,content,countries,country_text,count,people,days,quarter,period_text,funding_text,status,file,line
plan,outbound,2020,so-nong-nghiep,Đoàn tham quan chăn nuôi bò,Giám đốc,,Học tập,TH,Thái Lan,1,6,5,Q1,Quý I,NSNN,,2020/so-nong-nghiep/kh.csv,7
plan,outbound,2020,so-y-te,Đoàn tập huấn,,,Phòng chống dịch bệnh,LA;TH,\"Lào, Thái Lan\",2,8,,Q3,Quý III,,,2020/so-y-te/kh.csv,5
plan,outbound,2020,so-y-te,'=HYPERLINK(\"http://example.test\"),,,Hội nghị,JP,Nhật Bản,1,2,3.5,Q4,Quý IV,,,2020/so-y-te/kh.csv,6
plan,outbound,2020,so-cu,Đoàn khảo sát <b>khu</b> công nghiệp,,,,KR,Hàn Quốc,1,4,,Q2,Quý II,,cancelled,2020/so-cu/kh.csv,4
plan,inbound,2020,ubnd-tp-dong-ha,Đoàn thành phố Kaysone Phomvihane thăm làm việc,,,,LA,Lào,1,15,,Q1,Quý I,,,2020/dh/kh.csv,9
plan,inbound,2019,ubnd-tp-dong-ha,Đoàn của một năm khác,,,,LA,Lào,1,15,,Q1,Quý I,,,2020/dh/kh.csv,10
";

/// One more delegation than the last run had, by a submission with a hostile name.
pub fn changes(summary: &Summary) -> Changes {
    let part = (Kind::Plan, Direction::Outbound);
    let totals = summary
        .grand(part.0, part.1)
        .map(|grand| grand.totals)
        .unwrap_or_default();
    let now = [
        totals.delegations as i64,
        totals.people as i64,
        totals.person_half_days as i64,
        totals.amount_vnd,
    ];
    let cause = |path: &str, why: Why, moved| Cause {
        path: path.into(),
        why,
        moved,
        because: Vec::new(),
    };
    Changes {
        heard: None,
        since: "2020-11-16".into(),
        figures: vec![(
            part,
            [now[0] - 1, now[1] - 7, now[2] - 12, now[3] - 60_000_000],
            now,
        )],
        causes: Some(vec![
            cause(
                "2021/so-y-te/<b>moi</b>.csv",
                Why::New,
                vec![(part, [1, 7, 12, 60_000_000])],
            ),
            cause(
                "2021/so-nong-nghiep/danh-sach.csv",
                Why::Replaced,
                Vec::new(),
            ),
        ]),
    }
}
