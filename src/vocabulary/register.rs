//! stub
use crate::model::submission::Department;

#[derive(Debug, Clone, Default)]
pub struct Register {
    pub departments: Vec<Department>,
}

#[derive(Debug)]
pub struct RegisterError;

impl std::fmt::Display for RegisterError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("")
    }
}

impl Register {
    pub fn from_rows(_rows: &[Vec<String>]) -> Result<Register, Vec<RegisterError>> {
        Ok(Register::default())
    }
    pub fn find(&self, _name: &str, _year: i32) -> Option<usize> {
        None
    }
    pub fn slug_for(name: &str) -> String {
        crate::vocabulary::fold::fold(name).replace(' ', "-")
    }
}
