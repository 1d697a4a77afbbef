//! Which kind of file a name promises: the content decides, the name where two kinds begin alike.

/// Kind of file, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `.csv .tsv .txt`
    Text,
    /// `.xlsx .xlsm`
    Xlsx,
    Xls,
    Ods,
    /// `.docx .docm`
    Docx,
}

impl Format {
    /// The format of a file's name; `None` for names of files that are not read.
    ///
    /// ```
    /// use tonghop_read::Format;
    ///
    /// assert_eq!(Format::of_name("Đoàn ra.XLSX"), Some(Format::Xlsx));
    /// assert_eq!(Format::of_name("scan.pdf"), None);
    /// ```
    pub fn of_name(name: &str) -> Option<Format> {
        let (_, extension) = name.rsplit_once('.')?;
        Some(match extension.to_ascii_lowercase().as_str() {
            "csv" | "tsv" | "txt" => Format::Text,
            "xlsx" | "xlsm" => Format::Xlsx,
            "xls" => Format::Xls,
            "ods" => Format::Ods,
            "docx" | "docm" => Format::Docx,
            _ => return None,
        })
    }
}
