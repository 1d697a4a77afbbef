//! What a double click on the program asks for, or a folder that is dropped on it: its workspace is consolidated.

use crate::model::finding::Lang;
use crate::system;
use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// The folder that the mouse chose, where the program may have been started with it: the one dropped, else
/// the one that it was started in, else the program's own. `None` where something was typed.
pub fn chosen(typed: &[OsString]) -> Option<PathBuf> {
    let is_watched = io::stdin().is_terminal() && io::stdout().is_terminal();
    if !system::HAS_MOUSE || !is_watched {
        return None;
    }
    match typed {
        [_] => {
            let here = env::current_dir().unwrap_or_default();
            let own = env::current_exe().ok()?.parent()?.to_path_buf();
            let is_workspace = |folder: &&PathBuf| arguments(folder).is_some();
            let found = [&here, &own].into_iter().find(is_workspace).cloned();
            found.or(Some(here))
        }
        [_, dropped] => Some(PathBuf::from(dropped)).filter(|folder| folder.is_dir()),
        _ => None,
    }
}

/// What is typed to consolidate a workspace, or its inputs alone; `None` for any other folder.
pub fn arguments(folder: &Path) -> Option<Vec<OsString>> {
    let marks = ["tonghop.toml", "departments.csv"];
    let is_inputs = marks.iter().any(|mark| folder.join(mark).is_file());
    let inputs = match is_inputs {
        true => folder.to_path_buf(),
        false => folder.join("inputs"),
    };
    let outputs = inputs.parent()?.join("outputs");
    let typed = [
        "tonghop".into(),
        "consolidate".into(),
        inputs.clone().into(),
    ];
    let goes_to = ["--outputs".into(), outputs.into()];
    inputs
        .is_dir()
        .then(|| typed.into_iter().chain(goes_to).collect())
}

/// Keeps the window open until a person has read what it says.
pub fn wait(lang: Lang) {
    eprintln!(
        "\n{}",
        lang.pick(
            "Nhấn Enter để đóng cửa sổ này.",
            "Press Enter to close this window."
        )
    );
    // Without anybody to press it the window closes.
    let _ = io::stdin().read_line(&mut String::new());
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_workspace_or_its_inputs_are_consolidated_beside_and_no_other_folder_is() {
        let dir = tempfile::tempdir().expect("a folder");
        let workspace = dir.path();
        assert_eq!(arguments(workspace), None);
        let inputs = workspace.join("inputs");
        fs::create_dir(&inputs).expect("a folder");
        let outputs = workspace.join("outputs");
        let expected = [
            Path::new("tonghop"),
            Path::new("consolidate"),
            &inputs,
            Path::new("--outputs"),
            &outputs,
        ];
        let typed = arguments(workspace).expect("a workspace");
        assert_eq!(typed, expected);
        assert_eq!(arguments(&inputs), None);
        fs::write(inputs.join("departments.csv"), "").expect("a file");
        assert_eq!(arguments(&inputs).expect("inputs"), expected);
    }
}
