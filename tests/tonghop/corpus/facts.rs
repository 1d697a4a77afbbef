//! The known rows that every made file is made of, each with what it means.

use tonghop::model::value::{FundingClass, Quarter};

/// A delegation as a department writes it, and as it is to be read.
#[derive(Debug)]
pub struct Fact {
    pub name: &'static str,
    pub head: &'static str,
    pub country: &'static str,
    pub codes: &'static [&'static str],
    pub partner: &'static str,
    pub content: &'static str,
    pub people: &'static str,
    /// Lower bound, upper bound.
    pub people_read: (Option<u32>, u32),
    /// Delegations.
    pub count: u32,
    pub days: &'static str,
    pub half_days: u32,
    /// `{Y}` stands for the year of the section.
    pub period: &'static str,
    pub quarter: Quarter,
    /// First and last day of the year, as many days apart as `days` says; empty where not exact.
    pub dates: (&'static str, &'static str),
    pub funding: &'static str,
    pub funding_read: FundingClass,
    pub notes: &'static str,
}

use FundingClass as F;
use Quarter::*;

macro_rules! facts {
    ($(($name:literal, $head:literal, $country:literal $codes:tt, $partner:literal, $content:literal,
        $people:literal ($low:expr, $high:literal) x $count:literal, $days:literal ($half:literal),
        $period:literal ($quarter:expr) $dates:expr, $funding:literal ($class:expr), $notes:literal)),* $(,)?) => {
        &[$(Fact {
            name: $name, head: $head, country: $country, codes: &$codes, partner: $partner,
            content: $content, people: $people, people_read: ($low, $high), count: $count,
            days: $days, half_days: $half, period: $period, quarter: $quarter, dates: $dates,
            funding: $funding, funding_read: $class, notes: $notes,
        }),*]
    };
}

/// Delegations sent abroad.
pub const OUTBOUND: &[Fact] = facts![
    ("Đoàn công tác Sở Y tế", "Giám đốc Sở", "CHDCND Lào" ["LA"], "Sở Y tế tỉnh Savannakhet và Sở Y tế tỉnh Salavan",
     "Trao đổi về kiểm dịch y tế biên giới; ký biên bản hợp tác", "08" (None, 8) x 1, "05" (10),
     "Quý III/{Y}" (Q3) ("06/07", "10/07"), "NSNN" (F::StateBudget), ""),
    ("Đoàn cán bộ Bệnh viện Đa khoa tỉnh", "Phó Giám đốc Bệnh viện", "Nhật Bản" ["JP"], "Bệnh viện tỉnh bạn",
     "Học tập kỹ thuật can thiệp tim mạch", "03 người" (None, 3) x 1, "01 tuần" (14),
     "Tháng 9/{Y}" (Q3) ("01/09", "07/09"), "Phía bạn đài thọ toàn bộ" (F::Partner), "Theo thư mời"),
    ("Đoàn Trung tâm Kiểm soát bệnh tật", "Lãnh đạo Trung tâm", "Thái Lan, Lào" ["TH", "LA"], "Sở Y tế tỉnh Mukdahan",
     "Hội nghị giao ban phòng chống sốt rét ba tỉnh", "06" (None, 6) x 1, "4" (8),
     "Quý II-III/{Y}" (Multi) ("", ""), "Viện trợ" (F::Aid), "Luân phiên hằng năm"),
    ("Đoàn tham quan, học tập chăn nuôi bò", "Giám đốc Sở", "Úc" ["AU"], "Hiệp hội chăn nuôi bang Queensland",
     "Học tập mô hình chăn nuôi bò thịt", "5-7" (Some(5), 7) x 1, "08" (16),
     "Tháng 8" (Q3) ("03/08", "10/08"), "Doanh nghiệp tài trợ" (F::Enterprise), "Nếu hết dịch"),
    ("Đoàn xúc tiến vốn ODA", "Giám đốc Sở", "Hàn Quốc" ["KR"], "Quỹ EDCF",
     "Làm việc với Quỹ EDCF về dự án mới", "5" (None, 5) x 1, "7 ngày" (14),
     "08/03/{Y} - 14/03/{Y}" (Q1) ("08/03", "14/03"), "Ngân sách tỉnh" (F::StateBudget), "ADB"),
    ("Đoàn Liên minh Hợp tác xã", "Chủ tịch Liên minh", "Trung Quốc" ["CN"], "Tỉnh Quảng Tây",
     "Khảo sát thị trường nông sản tại Quảng Tây", "11" (None, 11) x 1, "7" (14),
     "10-16/10/{Y}" (Q4) ("10/10", "16/10"), "Tự túc" (F::SelfFunded), ""),
    ("Đoàn Thanh tra tỉnh", "Chánh Thanh tra", "Xin-ga-po" ["SG"], "Cục Điều tra tham nhũng",
     "Nghiên cứu kinh nghiệm kiểm soát tài sản", "10 người" (None, 10) x 1, "05 ngày" (10),
     "Quý 4" (Q4) ("05/10", "09/10"), "Kinh phí đơn vị" (F::OwnFunds), "Chưa có thư mời"),
    ("Đoàn giáo viên trường Chuyên", "Hiệu trưởng", "Vương quốc Anh" ["GB"], "Đại học Oxford",
     "Bồi dưỡng phương pháp giảng dạy tiếng Anh", "12" (None, 12) x 1, "3,5 ngày" (7),
     "6 tháng cuối năm {Y}" (Multi) ("", ""), "NSNN và tự túc" (F::Mixed), ""),
    ("Đoàn lãnh đạo tỉnh thăm, làm việc", "Chủ tịch UBND tỉnh", "Cam-pu-chia" ["KH"], "Tỉnh Siêm Riệp",
     "Ký kết bản ghi nhớ hợp tác", "15" (None, 15) x 1, "4" (8),
     "Quý I năm {Y}" (Q1) ("15/02", "18/02"), "Ngân sách nhà nước" (F::StateBudget), ""),
    ("Đoàn doanh nghiệp dự hội chợ", "Giám đốc Trung tâm Xúc tiến", "Mi-an-ma" ["MM"], "Phòng Thương mại Yangon",
     "Tham dự hội chợ \"Hàng Việt\" và kết nối", "02 đoàn/16 người" (None, 16) x 2, "6" (12),
     "Tháng 5 và tháng 11/{Y}" (Multi) ("", ""), "Xã hội hóa" (F::Donations), "Hai đợt"),
    ("Đoàn nghiên cứu biến đổi khí hậu", "Phó Giám đốc Sở", "Cộng hòa Liên bang Đức" ["DE"], "Tổ chức GIZ",
     "Tập huấn về thích ứng\nvới biến đổi khí hậu", "04" (None, 4) x 1, "10" (20),
     "Tháng 6/{Y}" (Q2) ("07/06", "16/06"), "Dự án KOPIA" (F::Aid), ""),
    ("Đoàn nghệ thuật truyền thống", "Trưởng đoàn Nghệ thuật", "Hoa Kỳ" ["US"], "Hội người Việt Nam tại bang Texas",
     "Biểu diễn phục vụ kiều bào", "20" (None, 20) x 1, "12" (24),
     "Chưa xác định" (Unscheduled) ("", ""), "Phía mời đài thọ" (F::Partner), "Đang trao đổi"),
];

/// Delegations received.
pub const INBOUND: &[Fact] = facts![
    ("Đoàn Sở Y tế tỉnh Salavan", "Lãnh đạo Sở", "CHDCND Lào" ["LA"], "Sở Y tế",
     "Tham quan mô hình trạm y tế xã", "10" (None, 10) x 1, "03" (6),
     "Quý IV/{Y}" (Q4) ("04/10", "06/10"), "Ngân sách tỉnh" (F::StateBudget), ""),
    ("Đoàn bác sĩ tình nguyện", "Trưởng đoàn tình nguyện", "Hoa Kỳ" ["US"], "Bệnh viện tỉnh",
     "Phẫu thuật nụ cười cho trẻ em", "02 đoàn/16 người" (None, 16) x 2, "5 ngày 4 đêm" (10),
     "Tháng 3 và tháng 10/{Y}" (Multi) ("", ""), "Tự túc" (F::SelfFunded), "PCPNN"),
    ("Chuyên gia dự án trồng rừng ven biển", "Trưởng nhóm", "Đức" ["DE"], "Chi cục Kiểm lâm",
     "Giám sát dự án trồng rừng ven biển", "04" (None, 4) x 1, "07" (14),
     "Quý II/{Y}" (Q2) ("05/04", "11/04"), "Dự án" (F::Aid), ""),
    ("Đoàn Văn phòng JICA", "Phó Trưởng đại diện", "Nhật Bản" ["JP"], "Sở Kế hoạch và Đầu tư",
     "Khảo sát dự án thủy lợi", "3" (None, 3) x 1, "3" (6),
     "20/9/{Y} - 22/9/{Y}" (Q3) ("20/09", "22/09"), "Phía bạn" (F::Partner), ""),
    ("Đoàn cán bộ tỉnh Savannakhet", "Phó Tỉnh trưởng", "Lào" ["LA"], "UBND tỉnh",
     "Chúc Tết cổ truyền của Việt Nam", "15 người" (None, 15) x 1, "02" (4),
     "Tháng 2/{Y}" (Q1) ("08/02", "09/02"), "NSNN" (F::StateBudget), "Theo thông lệ"),
    ("Đoàn nhà đầu tư năng lượng gió", "Tổng Giám đốc", "Đan Mạch" ["DK"], "Ban Quản lý Khu kinh tế",
     "Tìm hiểu môi trường đầu tư", "6" (None, 6) x 1, "2" (4),
     "Quý I" (Q1) ("11/01", "12/01"), "Doanh nghiệp" (F::Enterprise), ""),
    ("Đoàn sinh viên trao đổi", "Giảng viên", "Thái Lan" ["TH"], "Trường Cao đẳng Sư phạm",
     "Giao lưu văn hóa và ngôn ngữ", "25" (None, 25) x 1, "1 tuần" (14),
     "Tháng 7" (Q3) ("05/07", "11/07"), "Đối tác chi trả" (F::Partner), ""),
    ("Đoàn chuyên gia rà phá bom mìn", "Giám đốc chương trình", "Na Uy" ["NO"], "Trung tâm Hành động bom mìn",
     "Đánh giá kết quả, tập huấn", "8" (None, 8) x 1, "9" (18),
     "Tháng 11/{Y}" (Q4) ("01/11", "09/11"), "Viện trợ PCPNN" (F::Aid), "Đã có công văn"),
    ("Đoàn kiều bào về thăm quê", "Chủ tịch Hội", "Ô-xtrây-li-a" ["AU"], "Ủy ban Mặt trận Tổ quốc",
     "Gặp mặt đầu xuân", "30" (None, 30) x 1, "1,5 ngày" (3),
     "Quý 1/{Y}" (Q1) ("", ""), "Cá nhân tự túc" (F::SelfFunded), ""),
    ("Đoàn công tác tỉnh Champasak", "Giám đốc Sở Ngoại vụ", "CHDCND Lào" ["LA"], "Sở Ngoại vụ",
     "Họp đoàn chuyên viên biên giới; trao đổi nghiệp vụ", "12" (None, 12) x 1, "04 ngày" (8),
     "Quý III và IV/{Y}" (Multi) ("", ""), "Kinh phí của đơn vị" (F::OwnFunds), ""),
];
