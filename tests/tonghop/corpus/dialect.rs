//! How the cells of a made file are told apart: a writer for every dialect that the reader knows.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quoting {
    /// No cell: line breaks in cells become blanks.
    Never,
    /// Cells that need it.
    Needed,
    /// Every cell.
    Always,
}

#[derive(Debug, Clone, Copy)]
pub struct Dialect {
    pub name: &'static str,
    /// A delimiter, perhaps with a blank after it.
    pub delimiter: &'static str,
    pub quote: char,
    pub quoting: Quoting,
    /// A backslash before a quote instead of doubling it.
    pub backslash: bool,
    pub newline: &'static str,
    pub last_newline: bool,
    /// Every line has as many cells as the widest, as a spreadsheet writes them.
    pub padded: bool,
}

const PLAIN: Dialect = Dialect {
    name: "comma",
    delimiter: ",",
    quote: '"',
    quoting: Quoting::Needed,
    backslash: false,
    newline: "\n",
    last_newline: true,
    padded: true,
};

pub const ALL: [Dialect; 16] = [
    PLAIN,
    Dialect {
        name: "comma CRLF ragged",
        newline: "\r\n",
        padded: false,
        ..PLAIN
    },
    Dialect {
        name: "comma CR open end",
        newline: "\r",
        last_newline: false,
        ..PLAIN
    },
    Dialect {
        name: "comma all quoted",
        quoting: Quoting::Always,
        newline: "\r\n",
        ..PLAIN
    },
    Dialect {
        name: "comma all quoted backslash",
        quoting: Quoting::Always,
        backslash: true,
        padded: false,
        ..PLAIN
    },
    Dialect {
        name: "comma and blank",
        delimiter: ", ",
        ..PLAIN
    },
    Dialect {
        name: "comma and blank all quoted CRLF",
        delimiter: ", ",
        quoting: Quoting::Always,
        newline: "\r\n",
        last_newline: false,
        padded: false,
        ..PLAIN
    },
    Dialect {
        name: "semicolon CRLF",
        delimiter: ";",
        newline: "\r\n",
        ..PLAIN
    },
    Dialect {
        name: "semicolon open end ragged",
        delimiter: ";",
        last_newline: false,
        padded: false,
        ..PLAIN
    },
    Dialect {
        name: "semicolon all quoted CR",
        delimiter: ";",
        quoting: Quoting::Always,
        newline: "\r",
        ..PLAIN
    },
    Dialect {
        name: "semicolon single quotes",
        delimiter: ";",
        quote: '\'',
        quoting: Quoting::Always,
        ..PLAIN
    },
    Dialect {
        name: "tab CRLF",
        delimiter: "\t",
        newline: "\r\n",
        ..PLAIN
    },
    Dialect {
        name: "tab never quoted open end",
        delimiter: "\t",
        quoting: Quoting::Never,
        last_newline: false,
        padded: false,
        ..PLAIN
    },
    Dialect {
        name: "tab backslash CR",
        delimiter: "\t",
        backslash: true,
        newline: "\r",
        ..PLAIN
    },
    Dialect {
        name: "bar never quoted",
        delimiter: "|",
        quoting: Quoting::Never,
        ..PLAIN
    },
    Dialect {
        name: "bar all quoted CRLF ragged",
        delimiter: "|",
        quoting: Quoting::Always,
        newline: "\r\n",
        padded: false,
        ..PLAIN
    },
];

impl Dialect {
    pub fn write(&self, rows: &[Vec<String>]) -> String {
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
        let lines: Vec<String> = rows.iter().map(|row| self.line(row, widest)).collect();
        let mut text = lines.join(self.newline);
        if self.last_newline {
            text.push_str(self.newline);
        }
        text
    }

    fn line(&self, row: &[String], widest: usize) -> String {
        let used = row
            .iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |last| last + 1);
        let width = if self.padded { widest } else { used };
        let cell = |at: usize| self.cell(row.get(at).map_or("", String::as_str));
        (0..width)
            .map(cell)
            .collect::<Vec<_>>()
            .join(self.delimiter)
    }

    fn cell(&self, text: &str) -> String {
        let needs = text.contains(['\n', self.quote])
            || text.contains(self.delimiter.trim_end_matches(' '));
        match self.quoting {
            Quoting::Never => text.replace('\n', " "),
            Quoting::Needed if !needs => text.to_string(),
            _ => {
                let quote = self.quote.to_string();
                let escaped = if self.backslash {
                    format!("\\{quote}")
                } else {
                    quote.repeat(2)
                };
                let inner = text
                    .replace(self.quote, &escaped)
                    .replace('\n', self.inner_newline());
                format!("{quote}{inner}{quote}")
            }
        }
    }

    /// Spreadsheets break lines in cells with LF, whatever ends the rows.
    fn inner_newline(&self) -> &'static str {
        if self.newline == "\r" { "\r" } else { "\n" }
    }
}
