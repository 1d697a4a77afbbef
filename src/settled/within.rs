//! Whether an opened file is one of INPUTS: a link may have taken its place, or its folder's, since the listing.

use crate::system;
use std::fs::File;
use std::path::Path;

/// Asked of the file that is open, not of its name, which may lead elsewhere by now. A file that somebody
/// saved anew is another one at the same place.
pub fn lies_within(file: &File, path: &Path, root: &Path) -> bool {
    system::place(file, path).is_some_and(|place| place.starts_with(root))
}

#[cfg(test)]
mod tests {
    use crate::settled::{FileError, read_settled};
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    /// What is read of a listed file after something happened to the folder of its department.
    fn read_after(happens: impl Fn(&Path, &Path)) -> Result<String, FileError> {
        let dir = tempfile::tempdir().expect("a folder");
        let (folder, outside) = (dir.path().join("inputs/2021/a"), dir.path().join("outside"));
        for (folder, text) in [(&folder, "inside"), (&outside, "secret")] {
            fs::create_dir_all(folder).expect("a folder");
            fs::write(folder.join("a.csv"), text).expect("a file");
        }
        let root = dir.path().join("inputs").canonicalize().expect("a folder");
        let path = root.join("2021/a/a.csv");
        happens(&folder, &outside);
        let mut bytes = Vec::new();
        read_settled(&path, Some(&root), 100, &mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    #[test]
    fn what_a_link_put_in_the_place_of_a_file_or_its_folder_leads_to_is_never_read() {
        let file = read_after(|folder, outside| {
            fs::remove_file(folder.join("a.csv")).expect("removed");
            symlink(outside.join("a.csv"), folder.join("a.csv")).expect("a link");
        });
        assert!(matches!(file, Err(FileError::Changing)), "{file:?}");
        let folder = read_after(|folder, outside| {
            fs::rename(folder, folder.with_extension("old")).expect("moved");
            symlink(outside, folder).expect("a link");
        });
        assert!(matches!(folder, Err(FileError::Changing)), "{folder:?}");
    }

    #[test]
    fn a_file_that_is_saved_anew_or_linked_within_the_inputs_is_read() {
        let saved = read_after(|folder, _| {
            fs::write(folder.join("new"), "saved").expect("written");
            fs::rename(folder.join("new"), folder.join("a.csv")).expect("moved");
        });
        assert_eq!(saved.expect("read"), "saved");
        let linked = read_after(|folder, _| {
            fs::rename(folder.join("a.csv"), folder.join("b.csv")).expect("moved");
            symlink("b.csv", folder.join("a.csv")).expect("a link");
        });
        assert_eq!(linked.expect("read"), "inside");
    }
}
