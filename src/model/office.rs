//! The office that consolidates: what stands in the heading of everything that is signed.

/// `[office]` of `tonghop.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// "Quảng Trị": the province, without "tỉnh".
    pub province: String,
    /// "Sở Ngoại vụ".
    pub name: String,
    /// "UBND tỉnh Quảng Trị": the body above.
    pub parent: String,
    /// Where documents are signed: "Quảng Trị", "Đông Hà".
    pub place: String,
    /// "Giám đốc": who signs.
    pub signatory: String,
    /// "SNgV": the office's own sign in the numbers of its documents.
    pub number: String,
    /// Whom departments may ask; empty where the configuration does not say.
    pub phone: String,
    pub email: String,
}

impl Default for Office {
    fn default() -> Self {
        Office {
            province: String::new(),
            name: "Sở Ngoại vụ".into(),
            parent: "Ủy ban nhân dân tỉnh".into(),
            place: String::new(),
            signatory: "Giám đốc".into(),
            number: "SNgV".into(),
            phone: String::new(),
            email: String::new(),
        }
    }
}
