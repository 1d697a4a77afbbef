//! The parts of an Office Open XML file: found by their names or by what another part says of them.

use crate::archive::Archive;
use crate::document::Unreadable;
use crate::xml::{Part, Piece};
use rustc_hash::FxHashMap;
use zip::result::ZipError;

/// A packed file as parts that refer to one another.
pub struct Package<'b> {
    archive: Archive<'b>,
    /// Indexes in the archive by part names: small letters, "/" between folders.
    parts: FxHashMap<String, usize>,
}

/// What one part says of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    pub id: String,
    /// The last word of its type: the rest differs between the two dialects.
    pub kind: String,
    /// Name of the part.
    pub part: String,
}

impl<'b> Package<'b> {
    pub fn new(archive: Archive<'b>) -> Package<'b> {
        let names = archive.file_names().enumerate();
        let parts = names.filter_map(|(index, name)| Some((key(&name.ok()?), index)));
        let parts = parts.collect();
        Package { archive, parts }
    }

    /// A part; `None` where there is none of this name.
    ///
    /// # Errors
    /// A part that cannot be unpacked.
    pub fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, Unreadable> {
        let Some(&index) = self.parts.get(&key(name)) else {
            return Ok(None);
        };
        let part = self.archive.by_index(index).map_err(unreadable)?;
        let size = part.size();
        Part::new(part, size).map(Some)
    }

    /// What a part says of others; nothing where it says nothing. What lies outside of the file is left
    /// out: nothing is fetched.
    ///
    /// # Errors
    /// A list that cannot be read.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Unreadable> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let separator = if folder.is_empty() { "" } else { "/" };
        let list = format!("{folder}{separator}_rels/{name}.rels");
        let Some(mut part) = self.part(&list)? else {
            return Ok(Vec::new());
        };
        let mut xml = part.xml();
        let mut relations = Vec::new();
        while let Some(piece) = xml.next()? {
            let Piece::Open(tag) = piece else { continue };
            let of = |name| tag.attribute(name).unwrap_or_default();
            if tag.name() == "Relationship" && of("TargetMode") != "External" {
                let kind = of("Type").rsplit('/').next().unwrap_or("").to_string();
                relations.push(Relation {
                    id: of("Id").into_owned(),
                    kind,
                    part: resolve(folder, &of("Target")),
                });
            }
        }
        Ok(relations)
    }

    /// The part that the file is about: its workbook, its document.
    ///
    /// # Errors
    /// A list of parts that cannot be read.
    pub fn main_part(&mut self, usual: &str) -> Result<String, Unreadable> {
        let relations = self.relations("")?;
        let stated = relations
            .into_iter()
            .find(|relation| relation.kind == "officeDocument")
            .map(|relation| relation.part);
        Ok(stated
            .filter(|part| self.parts.contains_key(&key(part)))
            .unwrap_or_else(|| usual.to_string()))
    }
}

/// Whether an archive has a part of this name.
pub fn holds(archive: &Archive<'_>, name: &str) -> bool {
    let wanted = key(name);
    archive
        .file_names()
        .flatten()
        .any(|name| key(&name) == wanted)
}

fn key(name: &str) -> String {
    let plain = name.trim_start_matches('/').replace('\\', "/");
    plain.to_ascii_lowercase()
}

/// A target as a name from the root of the package.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_string();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn unreadable(error: ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unreadable::Password,
        other => Unreadable::Workbook(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_from_the_folder_of_their_part() {
        let cases = [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            (
                "xl",
                "/xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet1.xml",
            ),
            ("word", "../customXml/item1.xml", "customXml/item1.xml"),
            ("", "word/document.xml", "word/document.xml"),
            ("", "../../etc/passwd", "etc/passwd"),
        ];
        for (folder, target, part) in cases {
            assert_eq!(resolve(folder, target), part, "{folder} {target}");
        }
    }
}
