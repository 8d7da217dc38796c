//! What the program was built from, as one number: as long as it stays, nothing is compiled.

use crate::trouble::{Naming, Outcome};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// SHA-256 as it is printed.
pub fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// A fingerprint of files and folders below `root`, and of `tools`, the versions of what builds them. A name that is not
/// there counts as such. Neither times nor places count: only names and bytes.
///
/// # Errors
/// Where a file cannot be read.
pub fn fingerprint(root: &Path, sources: &[&str], tools: &str) -> Outcome<String> {
    let mut files = Vec::new();
    for source in sources {
        collect(&root.join(source), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        // Lengths stand before the parts, so that two parts cannot be taken for others that join to the same.
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    };
    add(tools.as_bytes());
    for file in &files {
        let name = file.strip_prefix(root).unwrap_or(file);
        add(name.to_string_lossy().as_bytes());
        add(&std::fs::read(file).naming("read", file)?);
    }
    let digest = hash.finalize();
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Outcome<()> {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in std::fs::read_dir(path).naming("list", path)? {
            collect(&entry.naming("list", path)?.path(), files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_changes_with_a_source_a_name_or_a_tool_and_with_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = dir.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let now = |tools: &str| fingerprint(dir.path(), &["src", "Cargo.toml", "absent"], tools).unwrap();
        write("src/a.rs", "one");
        write("src/ui/b.rs", "two");
        write("Cargo.toml", "three");
        let first = now("trunk 1");
        assert_eq!(first, now("trunk 1"));
        write("corpus/c.toml", "another corpus compiles nothing");
        write("src/a.rs", "one");
        assert_eq!(first, now("trunk 1"));

        assert_ne!(first, now("trunk 2"), "a tool");
        write("src/a.rs", "one!");
        let changed = now("trunk 1");
        assert_ne!(first, changed, "a source");
        std::fs::rename(dir.path().join("src/ui/b.rs"), dir.path().join("src/ui/c.rs")).unwrap();
        assert_ne!(changed, now("trunk 1"), "a name");
        write("src/ui/b.rs", "");
        let added = now("trunk 1");
        std::fs::remove_file(dir.path().join("src/ui/b.rs")).unwrap();
        assert_ne!(added, now("trunk 1"), "an empty file");
    }
}
