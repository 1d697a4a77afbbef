//! The styles of a document, with the sizes that Nghị định 30/2020/NĐ-CP sets for each element (Annex I).

use crate::model::finding::Lang;
use std::fmt::Write;

/// A paragraph style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Normal,
    Header,
    Heading1,
    Heading2,
    /// What a table shows, above it.
    Caption,
    /// "BÁO CÁO".
    Title,
    /// What the document is about, below its kind.
    Subtitle,
    /// What a letter is about, below its number.
    About,
    /// "Kính gửi".
    Addressee,
    BodyText,
    ListItem,
    /// The body above, the body that issues, and the two lines of the state.
    Parent,
    Issuer,
    Nation,
    Motto,
    /// An empty line whose upper border is the line under bodies and motto.
    Rule,
    DocumentNumber,
    PlaceDate,
    AnnexNumber,
    AnnexTitle,
    AnnexReference,
    TableHeader,
    TableText,
    TableCentred,
    TableNumber,
    TableGroup,
    TableTotal,
    TableTotalNumber,
    Note,
    RecipientsTitle,
    Recipient,
    Signatory,
    SignHere,
}

/// What a style looks like. Sizes are in half points, spaces and indents in twentieths of a point.
struct Look {
    style: Style,
    id: &'static str,
    name: &'static str,
    size: u32,
    bold: bool,
    italic: bool,
    paragraph: &'static str,
}

const CENTRED: &str = "<w:jc w:val=\"center\"/>";
const TABLE: &str = "<w:spacing w:before=\"20\" w:after=\"20\"/>";
const TABLE_CENTRED: &str = "<w:spacing w:before=\"20\" w:after=\"20\"/><w:jc w:val=\"center\"/>";
const TABLE_RIGHT: &str = "<w:spacing w:before=\"20\" w:after=\"20\"/><w:jc w:val=\"right\"/>";
const BODY: &str = "<w:spacing w:before=\"60\" w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>";

const fn look(
    style: Style,
    [id, name]: [&'static str; 2],
    size: u32,
    weight: Weight,
    paragraph: &'static str,
) -> Look {
    Look {
        style,
        id,
        name,
        size,
        bold: matches!(weight, Weight::Bold | Weight::BoldItalic),
        italic: matches!(weight, Weight::Italic | Weight::BoldItalic),
        paragraph,
    }
}

#[derive(Clone, Copy)]
enum Weight {
    Upright,
    Bold,
    Italic,
    BoldItalic,
}

use Weight::{Bold, BoldItalic, Italic, Upright};

const LOOKS: [Look; 33] = [
    look(Style::Normal, ["Normal", "Normal"], 28, Upright, ""),
    look(Style::Header, ["Header", "header"], 26, Upright, CENTRED),
    look(
        Style::Heading1,
        ["Heading1", "heading 1"],
        28,
        Bold,
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/><w:ind w:firstLine=\"720\"/><w:outlineLvl w:val=\"0\"/>",
    ),
    look(
        Style::Heading2,
        ["Heading2", "heading 2"],
        28,
        Bold,
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"80\"/><w:ind w:firstLine=\"720\"/><w:outlineLvl w:val=\"1\"/>",
    ),
    look(
        Style::Caption,
        ["Caption", "caption"],
        26,
        Italic,
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/><w:jc w:val=\"center\"/>",
    ),
    look(
        Style::Title,
        ["Title", "Title"],
        28,
        Bold,
        "<w:spacing w:before=\"360\" w:after=\"60\"/><w:jc w:val=\"center\"/>",
    ),
    look(
        Style::Subtitle,
        ["Subtitle", "Subtitle"],
        28,
        Bold,
        "<w:jc w:val=\"center\"/>",
    ),
    look(Style::About, ["About", "About"], 24, Upright, CENTRED),
    look(
        Style::Addressee,
        ["Addressee", "Addressee"],
        28,
        Upright,
        "<w:spacing w:before=\"240\" w:after=\"240\"/><w:jc w:val=\"center\"/>",
    ),
    look(
        Style::BodyText,
        ["BodyText", "Body Text"],
        28,
        Upright,
        BODY,
    ),
    look(
        Style::ListItem,
        ["ListItem", "List Item"],
        28,
        Upright,
        "<w:spacing w:after=\"60\" w:line=\"264\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>",
    ),
    look(
        Style::Parent,
        ["Parent", "Parent Body"],
        24,
        Upright,
        CENTRED,
    ),
    look(Style::Issuer, ["Issuer", "Issuing Body"], 24, Bold, CENTRED),
    look(Style::Nation, ["Nation", "Nation"], 24, Bold, CENTRED),
    look(Style::Motto, ["Motto", "Motto"], 28, Bold, CENTRED),
    look(
        Style::Rule,
        ["Rule", "Rule"],
        8,
        Upright,
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"60\"/>",
    ),
    look(
        Style::DocumentNumber,
        ["DocumentNumber", "Document Number"],
        26,
        Upright,
        "<w:spacing w:before=\"60\"/><w:jc w:val=\"center\"/>",
    ),
    look(
        Style::PlaceDate,
        ["PlaceDate", "Place and Date"],
        28,
        Italic,
        "<w:spacing w:before=\"60\"/><w:jc w:val=\"center\"/>",
    ),
    look(
        Style::AnnexNumber,
        ["AnnexNumber", "Annex Number"],
        28,
        Bold,
        "<w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
    ),
    look(
        Style::AnnexTitle,
        ["AnnexTitle", "Annex Title"],
        28,
        Bold,
        CENTRED,
    ),
    look(
        Style::AnnexReference,
        ["AnnexReference", "Annex Reference"],
        28,
        Italic,
        "<w:spacing w:after=\"200\"/><w:jc w:val=\"center\"/>",
    ),
    look(
        Style::TableHeader,
        ["TableHeader", "Table Header"],
        22,
        Bold,
        "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/><w:jc w:val=\"center\"/>",
    ),
    look(
        Style::TableText,
        ["TableText", "Table Text"],
        22,
        Upright,
        TABLE,
    ),
    look(
        Style::TableCentred,
        ["TableCentred", "Table Centred"],
        22,
        Upright,
        TABLE_CENTRED,
    ),
    look(
        Style::TableNumber,
        ["TableNumber", "Table Number"],
        22,
        Upright,
        TABLE_RIGHT,
    ),
    look(
        Style::TableGroup,
        ["TableGroup", "Table Group"],
        22,
        Bold,
        "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/>",
    ),
    look(
        Style::TableTotal,
        ["TableTotal", "Table Total"],
        22,
        Bold,
        TABLE,
    ),
    look(
        Style::TableTotalNumber,
        ["TableTotalNumber", "Table Total Number"],
        22,
        Bold,
        TABLE_RIGHT,
    ),
    look(
        Style::Note,
        ["Note", "Note"],
        24,
        Italic,
        "<w:spacing w:before=\"60\" w:after=\"120\"/><w:jc w:val=\"both\"/>",
    ),
    look(
        Style::RecipientsTitle,
        ["RecipientsTitle", "Recipients Title"],
        24,
        BoldItalic,
        "",
    ),
    look(
        Style::Recipient,
        ["Recipient", "Recipient"],
        22,
        Upright,
        "",
    ),
    look(
        Style::Signatory,
        ["Signatory", "Signatory"],
        28,
        Bold,
        CENTRED,
    ),
    look(
        Style::SignHere,
        ["SignHere", "Signature"],
        28,
        Upright,
        "<w:spacing w:before=\"1200\"/><w:jc w:val=\"center\"/>",
    ),
];

impl Style {
    fn look(self) -> &'static Look {
        &LOOKS[self as usize]
    }

    /// The id that paragraphs name.
    pub fn id(self) -> &'static str {
        self.look().id
    }

    /// Size of its letters, in half points.
    pub fn size(self) -> u32 {
        self.look().size
    }
}

/// The part `word/styles.xml`.
pub fn part(lang: Lang) -> String {
    let mut xml = format!(
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>\
         <w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"{}\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        lang.pick("vi-VN", "en-GB")
    );

    for look in &LOOKS {
        push_paragraph_style(&mut xml, look);
    }

    xml.push_str(TABLE_STYLES);
    xml.push_str("</w:styles>");
    xml
}

fn push_paragraph_style(xml: &mut String, look: &Look) {
    let is_normal = look.style == Style::Normal;
    let default = if is_normal { " w:default=\"1\"" } else { "" };
    let based = if is_normal {
        ""
    } else {
        "<w:basedOn w:val=\"Normal\"/>"
    };

    let _ = write!(
        xml,
        "<w:style w:type=\"paragraph\"{default} w:styleId=\"{}\"><w:name w:val=\"{}\"/>{based}<w:qFormat/>",
        look.id, look.name
    );

    if !look.paragraph.is_empty() {
        let _ = write!(xml, "<w:pPr>{}</w:pPr>", look.paragraph);
    }

    let bold = if look.bold { "<w:b/><w:bCs/>" } else { "" };
    let italic = if look.italic { "<w:i/><w:iCs/>" } else { "" };
    let _ = write!(
        xml,
        "<w:rPr>{bold}{italic}<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/></w:rPr></w:style>",
        look.size
    );
}

/// `Grid` has lines, `Letterhead` has none; neither says anything of its letters.
const TABLE_STYLES: &str = concat!(
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>",
    "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"70\" w:type=\"dxa\"/>",
    "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
    "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>",
    "<w:tblPr><w:tblBorders>",
    "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
    "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
    "</w:tblBorders></w:tblPr></w:style>",
    "<w:style w:type=\"table\" w:styleId=\"Letterhead\"><w:name w:val=\"Letterhead\"/><w:basedOn w:val=\"TableNormal\"/></w:style>",
    "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>",
);

#[cfg(test)]
mod tests {
    use super::LOOKS;

    #[test]
    fn every_style_finds_its_own_look() {
        for (position, look) in LOOKS.iter().enumerate() {
            assert_eq!(look.style as usize, position, "{}", look.name);
        }
    }

    #[test]
    fn sizes_are_those_of_the_decree() {
        // 13 to 14 points for text, 11 for recipients, 11 to 13 for tables.
        for look in LOOKS.iter().filter(|look| look.id != "Rule") {
            assert!((22..=28).contains(&look.size), "{}", look.name);
        }
    }
}
