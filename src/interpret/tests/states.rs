//! Results and notes as departments write them, one line each.

use super::*;

#[test]
fn notes_say_what_became_of_a_delegation() {
    use crate::model::value::Status::*;
    let cases = [
        ("Đã thực hiện", Some(Done)),
        ("đã hoàn thành", Some(Done)),
        ("hoan thanh", Some(Done)),
        ("Thực hiện", Some(Done)),
        ("Đã tiếp đón chu đáo", Some(Done)),
        ("Hoãn", Some(Postponed)),
        ("hoan", Some(Postponed)),
        ("Tạm hoãn do dịch Covid-19", Some(Postponed)),
        ("Lùi sang năm 2022", Some(Postponed)),
        ("Chuyển sang năm 2022", Some(Postponed)),
        ("Hoãn sang 2022", Some(Postponed)),
        ("Chưa thực hiện", Some(Postponed)),
        ("Hủy", Some(Cancelled)),
        ("Huỷ do dịch bệnh", Some(Cancelled)),
        ("Không thực hiện được do Covid", Some(Cancelled)),
        ("Không tổ chức", Some(Cancelled)),
        ("Họp trực tuyến", Some(Online)),
        ("Chuyển sang hình thức trực tuyến", Some(Online)),
        ("Online", Some(Online)),
        ("qua Zoom", Some(Online)),
        ("Trực tiếp và trực tuyến", None),
        ("Nếu hết dịch", None),
        ("Có thể hoãn nếu dịch phức tạp", None),
        ("Hoãn từ năm 2020", None),
        ("Chuyển từ năm 2020 sang", None),
        ("Theo thư mời", None),
        ("Luân phiên hằng năm", None),
        ("Hoàn thiện hồ sơ", None),
        ("", None),
        ("ADB", None),
        ("Đào tạo trực tuyến về cơ sở dữ liệu", None),
    ];
    for (text, expected) in cases {
        assert_eq!(status(text), expected, "{text:?}");
    }
}
