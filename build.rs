//! What the program is to know of its own build: the commit, the target, and a digest of its sources.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What decides what the program does; all else, documents and tests among it, may change without
/// making it another program.
const SOURCES: [&str; 5] = ["src", "crates/read", "build.rs", "Cargo.toml", "Cargo.lock"];

fn main() -> io::Result<()> {
    for path in SOURCES {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-env-changed=TONGHOP_COMMIT");
    println!("cargo::rustc-env=TONGHOP_SOURCES={}", sources()?);
    println!("cargo::rustc-env=TONGHOP_COMMIT={}", commit());
    for name in ["TARGET", "PROFILE"] {
        let value = env::var(name).unwrap_or_else(|_| "unknown".into());
        println!("cargo::rustc-env=TONGHOP_{name}={value}");
    }
    Ok(())
}

/// FNV-1a of 128 bits over the names and bytes of all sources, sorted: it tells builds apart and keeps
/// nobody out, so that no crate need be compiled for it.
fn sources() -> io::Result<String> {
    let mut files = Vec::new();
    for path in SOURCES {
        collect(Path::new(path), &mut files)?;
    }
    files.sort();
    let mut digest: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for file in files {
        let bytes = fs::read(&file)?;
        // The same digest on every system.
        let name = file.to_string_lossy().replace('\\', "/");
        let length = (bytes.len() as u64).to_le_bytes();
        for byte in name.bytes().chain([0]).chain(length).chain(bytes) {
            digest = (digest ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
        }
    }
    Ok(format!("{digest:032x}"))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.exists() {
        files.push(path.to_path_buf());
    }
    Ok(())
}

/// The commit that is built, with `-modified` where the sources differ from it: `TONGHOP_COMMIT` for
/// who builds from a tarball and knows it, else what git says of this very folder, else `unknown`.
fn commit() -> String {
    if let Some(given) = env::var("TONGHOP_COMMIT").ok().filter(|c| !c.is_empty()) {
        return given;
    }
    // Unpacked inside somebody else's repository, git would name a commit of theirs.
    if !Path::new(".git").exists() {
        return "unknown".into();
    }
    // A commit, a checkout and a rebase each append to the log of HEAD. A path that does not exist
    // would have this script run at every build.
    for name in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", name]);
        if let Some(path) = path.filter(|path| Path::new(path).exists()) {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    let Some(commit) = git(&["rev-parse", "--short=12", "HEAD"]) else {
        return "unknown".into();
    };
    let status = [&["status", "--porcelain", "--"], &SOURCES[..]].concat();
    match git(&status) {
        Some(changes) if changes.is_empty() => commit,
        _ => format!("{commit}-modified"),
    }
}

fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_string())
}
