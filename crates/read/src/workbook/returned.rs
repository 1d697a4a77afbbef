//! Whether a workbook is an answer of this program that comes back, and to what.

use crate::archive::Archive;
use crate::document::{Document, Returned};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::io::Read;

/// Parts of an archive that hold properties: Office Open XML, and OpenDocument.
const PARTS: [&str; 2] = ["docProps/custom.xml", "meta.xml"];
/// Properties of a workbook take no more than this; what claims more is none of ours.
const PART_BYTES: u64 = 1 << 20;
/// Hexadecimal digits of a digest.
const DIGEST: usize = 64;

/// Reads the properties that an answer carries; `None` for any other workbook.
pub fn of_archive(archive: &mut Archive<'_>) -> Option<Returned> {
    PARTS.iter().find_map(|part| {
        let mut text = String::new();
        let entry = archive.by_name(part).ok()?;
        entry.take(PART_BYTES).read_to_string(&mut text).ok()?;
        of_properties(&text)
    })
}

/// Marks the guide of an answer, wherever somebody moved it; who took it away sent data alone. Where a
/// program dropped the properties (old formats, spreadsheets on the web) the words at the end of the
/// guide say the same.
pub fn mark(document: &mut Document, properties: Option<Returned>) {
    let marked = (0..document.sheets.len()).find(|sheet| says_mark(document, *sheet).is_some());
    let worded = || of_words(says_mark(document, marked?)?);
    let Some(returned) = properties.or_else(worded) else {
        return;
    };
    let guide = marked.or_else(|| unmarked_guide(document, &returned));
    if let Some(sheet) = guide.and_then(|at| document.sheets.get_mut(at)) {
        sheet.guide = true;
    }
    document.returned = Some(Box::new(returned));
}

/// The guide whose last words somebody deleted: the first sheet that is no copy of a submitted one, as
/// long as there are more sheets than copies.
fn unmarked_guide(document: &Document, returned: &Returned) -> Option<usize> {
    let mut sheets = document.sheets.iter();
    let is_copy = |name: &str| returned.origin(name).is_some();
    if document.sheets.len() <= returned.origins.len() {
        return None;
    }
    sheets.position(|sheet| !is_copy(&sheet.name))
}

/// The words of a sheet that tell an answer, if it has them.
fn says_mark(document: &Document, sheet: usize) -> Option<&str> {
    let cells = document.sheets[sheet].cells.iter().rev();
    let mut texts = cells.map(|cell| document.get(*cell));
    texts.find(|text| text.contains(Returned::ANSWERS) || text.contains(Returned::RECEIPT))
}

fn of_properties(text: &str) -> Option<Returned> {
    if !text.contains("tonghop-") {
        return None;
    }
    let mut returned = Returned::default();
    let mut ours = false;
    let (mut name, mut value) = (String::new(), String::new());
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                if let Some(of) = property(&tag) {
                    (name, value) = (of, String::new());
                }
            }
            Ok(Event::Text(text)) => value.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => {
                let entity = format!("&{};", &*reference);
                value.push_str(&quick_xml::escape::unescape(&entity).unwrap_or_default());
            }
            Ok(Event::End(tag)) if is_property(tag.name().as_ref()) => {
                ours |= take(&mut returned, &name, &value);
                name.clear();
            }
            Ok(Event::Eof) | Err(_) => return ours.then_some(returned),
            Ok(_) => {}
        }
    }
}

fn is_property(tag: &str) -> bool {
    matches!(tag, "property" | "meta:user-defined")
}

fn property(tag: &BytesStart<'_>) -> Option<String> {
    is_property(tag.name().as_ref()).then_some(())?;
    let mut attributes = tag.attributes().flatten();
    let name = attributes.find(|a| matches!(a.key.as_ref(), "name" | "meta:name"))?;
    Some(name.value.to_string())
}

/// `false` for a property of somebody else's.
fn take(returned: &mut Returned, name: &str, value: &str) -> bool {
    let is = |wanted: &str| {
        let number = name
            .strip_prefix(wanted)
            .map(|rest| rest.trim_start_matches('-'));
        number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
    };
    let value = value.trim();
    if is(Returned::ANSWERS) && is_digest(value) {
        returned.answers.push(value.to_lowercase());
        true
    } else if is(Returned::ORIGIN) {
        let origin = value.split_once('/');
        let origin = origin.map(|(sheet, file)| (sheet.to_string(), file.to_string()));
        returned.origins.extend(origin);
        true
    } else {
        is(Returned::RECEIPT)
    }
}

fn is_digest(word: &str) -> bool {
    word.len() == DIGEST && word.bytes().all(|digit| digit.is_ascii_hexdigit())
}

fn of_words(text: &str) -> Option<Returned> {
    let mut returned = Returned::default();
    let mut replaces = false;
    for word in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        if word == Returned::ANSWERS || word == Returned::RECEIPT {
            replaces = word == Returned::ANSWERS;
        } else if replaces && is_digest(word) {
            returned.answers.push(word.to_lowercase());
        }
    }
    Some(returned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    #[test]
    fn properties_of_both_formats_say_what_is_answered() {
        let cases = [
            format!(
                r#"<Properties><property fmtid="{{x}}" pid="2" name="tonghop-submission"><vt:lpwstr>{A}</vt:lpwstr></property>
                   <property pid="3" name="tonghop-file"><vt:lpwstr>Sheet1/Đoàn ra &amp; vào.xlsx</vt:lpwstr></property></Properties>"#
            ),
            format!(
                r#"<office:meta><meta:user-defined meta:name="tonghop-submission">{A}</meta:user-defined>
                   <meta:user-defined meta:name="tonghop-file">Sheet1/Đoàn ra &amp; vào.xlsx</meta:user-defined></office:meta>"#
            ),
        ];
        for text in cases {
            let returned = of_properties(&text).expect(&text);
            assert_eq!(returned.answers, [A], "{text}");
            let origin = ("Sheet1".to_string(), "Đoàn ra & vào.xlsx".to_string());
            assert_eq!(returned.origins, [origin], "{text}");
        }
    }

    #[test]
    fn a_receipt_is_ours_but_replaces_nothing_and_other_properties_are_nobodys() {
        let of = |name: &str, value: &str| {
            of_properties(&format!(
                r#"<Properties><property name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property></Properties>"#
            ))
        };
        assert_eq!(of("tonghop-receipt", A), Some(Returned::default()));
        assert_eq!(of("tonghop-submission-2", A).expect("ours").answers, [A]);
        for (name, value) in [
            ("tonghop-submission", "abc"),
            ("tonghop-other", A),
            ("Author", "tonghop-x"),
        ] {
            assert_eq!(of(name, value), None, "{name}");
        }
    }

    #[test]
    fn words_on_the_first_sheet_do_where_the_properties_are_lost() {
        let rows = [
            vec!["Không phát sinh".to_string()],
            vec![format!(
                "Mã: tonghop-submission {A}; tonghop-receipt {}",
                A.replace('0', "f")
            )],
        ];
        let mut document = Document::from_rows(&rows);
        mark(&mut document, None);
        assert!(document.sheets[0].guide);
        assert_eq!(document.returned.expect("an answer").answers, [A]);
        let mut named = Document::from_rows(&rows[..1]);
        named.sheets[0].name = "Đoàn ra".into();
        let origins = vec![("Đoàn ra".to_string(), "a.xlsx".to_string())];
        let properties = Returned {
            origins,
            ..Returned::default()
        };
        mark(&mut named, Some(properties));
        assert!(
            !named.sheets[0].guide && named.returned.is_some(),
            "no cover"
        );
        let mut other = Document::from_rows(&rows[..1]);
        mark(&mut other, None);
        assert!(!other.sheets[0].guide && other.returned.is_none());
    }
}
