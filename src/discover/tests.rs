use super::*;
use std::fs;

fn workspace(files: &[&str]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in files {
        let path = dir.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    dir
}

#[test]
fn submissions_know_their_year_and_their_department() {
    let dir = workspace(&[
        "tonghop.toml",
        "departments.csv",
        "vocabulary/countries.csv",
        "2021/so-y-te/a.csv",
        "2021/so-y-te/deep/er/b.XLSX",
        "2021/loose.txt",
        "so-noi-vu/c.ods",
        "d.tsv",
    ]);
    let found = discover(dir.path()).unwrap();
    let seen: Vec<_> = found
        .submissions
        .iter()
        .map(|s| (s.path.as_str(), s.year, s.folder.as_str()))
        .collect();
    assert_eq!(
        seen,
        [
            ("2021/loose.txt", Some(2021), ""),
            ("2021/so-y-te/a.csv", Some(2021), "so-y-te"),
            ("2021/so-y-te/deep/er/b.XLSX", Some(2021), "so-y-te"),
            ("d.tsv", None, ""),
            ("so-noi-vu/c.ods", None, "so-noi-vu"),
        ]
    );
    assert_eq!(found.years, [2021]);
    assert!(found.ignored.is_empty());
}

#[test]
fn what_is_no_submission_is_listed_with_its_reason() {
    let dir = workspace(&[
        "2021/a/.hidden.csv",
        "2021/a/~$b.xlsx",
        "2021/a/Thumbs.db",
        "2021/a/.DS_Store",
        "2021/a/scan.pdf",
        "2021/a/no_ending",
        "2021/.git/x.csv",
    ]);
    let reasons: Vec<_> = discover(dir.path())
        .unwrap()
        .ignored
        .into_iter()
        .map(|i| (i.path, i.reason))
        .collect();
    let expected = [
        ("2021/.git", IgnoreReason::Hidden),
        ("2021/a/.DS_Store", IgnoreReason::SystemFile),
        ("2021/a/.hidden.csv", IgnoreReason::Hidden),
        ("2021/a/Thumbs.db", IgnoreReason::SystemFile),
        ("2021/a/no_ending", IgnoreReason::OtherType),
        ("2021/a/scan.pdf", IgnoreReason::Document),
        ("2021/a/~$b.xlsx", IgnoreReason::LockFile),
    ];
    let expected: Vec<_> = expected
        .map(|(path, reason)| (path.to_string(), reason))
        .into();
    assert_eq!(reasons, expected);
}

#[cfg(unix)]
#[test]
fn links_stay_inside_and_loops_end() {
    use std::os::unix::fs::symlink;
    let outside = workspace(&["secret.csv"]);
    let dir = workspace(&["2021/a/x.csv"]);
    symlink(outside.path(), dir.path().join("2021/out")).unwrap();
    symlink(
        outside.path().join("secret.csv"),
        dir.path().join("2021/a/out.csv"),
    )
    .unwrap();
    symlink(dir.path().join("2021"), dir.path().join("2021/a/loop")).unwrap();
    symlink(
        dir.path().join("2021/a/x.csv"),
        dir.path().join("2021/a/y.csv"),
    )
    .unwrap();
    let found = discover(dir.path()).unwrap();
    let submissions: Vec<_> = found.submissions.iter().map(|s| s.path.as_str()).collect();
    assert_eq!(submissions, ["2021/a/x.csv", "2021/a/y.csv"]);
    let reasons: Vec<_> = found
        .ignored
        .iter()
        .map(|i| (i.path.as_str(), i.reason))
        .collect();
    assert_eq!(
        reasons,
        [
            ("2021/a/loop", IgnoreReason::LinkLoop),
            ("2021/a/out.csv", IgnoreReason::LinkOutside),
            ("2021/out", IgnoreReason::LinkOutside),
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_fifo_is_never_opened() {
    let dir = workspace(&["2021/a/x.csv"]);
    let fifo = dir.path().join("2021/a/pipe.csv");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&fifo)
            .status()
            .unwrap()
            .success()
    );
    let found = discover(dir.path()).unwrap();
    assert_eq!(found.ignored[0].reason, IgnoreReason::Special);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_differ_in_invalid_bytes_stay_apart() {
    use std::os::unix::ffi::OsStrExt;
    let dir = workspace(&["2021/so-y-te/Sở.csv"]);
    for name in [b"a\xFF.csv".as_slice(), b"a\xFE.csv", b"\xC4.pdf"] {
        let path = dir
            .path()
            .join("2021/so-y-te")
            .join(OsStr::from_bytes(name));
        fs::write(&path, name).unwrap();
        let single = single(&path).unwrap();
        assert_eq!(fs::read(single.absolute).unwrap(), name);
    }
    let found = discover(dir.path()).unwrap();
    let paths: Vec<_> = found.submissions.iter().map(|s| s.path.as_str()).collect();
    let expected = [
        "2021/so-y-te/Sở.csv",
        r"2021/so-y-te/a\xFE.csv",
        r"2021/so-y-te/a\xFF.csv",
    ];
    assert_eq!(paths, expected);
    for (submission, bytes) in found.submissions[1..]
        .iter()
        .zip([b"a\xFE.csv", b"a\xFF.csv"])
    {
        assert_eq!(fs::read(&submission.absolute).unwrap(), bytes);
    }
    assert_eq!(found.ignored[0].path, r"2021/so-y-te/\xC4.pdf");
}
