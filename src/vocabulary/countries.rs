//! Names of countries.

use crate::model::finding::Lang;
use crate::model::value::CountryCode;

#[derive(Debug, Default)]
pub struct CountryNames;

impl CountryNames {
    pub fn name(&self, code: CountryCode, lang: Lang) -> &str {
        match (code.as_str(), lang) {
            ("LA", Lang::Vi) => "Lào",
            ("LA", Lang::En) => "Laos",
            ("TH", Lang::Vi) => "Thái Lan",
            ("TW", Lang::Vi) => "Đài Loan (Trung Quốc)",
            ("KR", Lang::Vi) => "Hàn Quốc",
            ("JP", Lang::Vi) => "Nhật Bản",
            _ => "?",
        }
    }
}
