//! Lines in files of a size that a server takes at once.

use crate::trouble::{Naming, Outcome};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

/// A part ends before it would grow beyond so many bytes. OpenSearch takes 100 MB at once (`http.max_content_length`), some hosts
/// of it 10 MiB; Quickwit takes 10 MiB (`ingest_api.content_length_limit`).
const PART: u64 = 8_000_000;

/// The parts of one index for one engine: `name-001.ndjson` and so on; none where nothing is written.
pub struct Parts {
    dir: PathBuf,
    name: String,
    limit: u64,
    /// The part that is open, and how many bytes it has.
    open: Option<(PathBuf, BufWriter<File>, u64)>,
    parts: usize,
    bytes: u64,
}

impl Parts {
    /// Parts in the folder `dir`, from which those of an earlier export are taken away.
    ///
    /// # Errors
    /// Where the folder cannot be listed or a file in it not be removed.
    pub fn new(dir: PathBuf, name: &str) -> Outcome<Parts> {
        Parts::below(PART, dir, name)
    }

    /// The same with another limit.
    fn below(limit: u64, dir: PathBuf, name: &str) -> Outcome<Parts> {
        for entry in std::fs::read_dir(&dir).naming("list", &dir)?.flatten() {
            if is_part(&entry.file_name().to_string_lossy(), name) {
                std::fs::remove_file(entry.path()).naming("remove", &entry.path())?;
            }
        }
        Ok(Parts { dir, name: name.to_string(), limit, open: None, parts: 0, bytes: 0 })
    }

    /// Adds lines that stay together. Lines longer than a part stand in one of their own.
    ///
    /// # Errors
    /// Where the part cannot be written.
    pub fn push(&mut self, lines: &str) -> Outcome<()> {
        let length = lines.len() as u64;
        if self.open.as_ref().is_some_and(|(.., size)| size + length > self.limit) {
            self.end()?;
        }
        let (path, file, size) = match &mut self.open {
            Some(open) => open,
            none => {
                self.parts += 1;
                let path = self.dir.join(format!("{}-{:03}.ndjson", self.name, self.parts));
                let file = BufWriter::new(File::create(&path).naming("write", &path)?);
                none.insert((path, file, 0))
            }
        };
        file.write_all(lines.as_bytes()).naming("write", path)?;
        *size += length;
        self.bytes += length;
        Ok(())
    }

    /// Ends the last part; how many there are, and how many bytes they have together.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn close(mut self) -> Outcome<(usize, u64)> {
        self.end()?;
        Ok((self.parts, self.bytes))
    }

    fn end(&mut self) -> Outcome<()> {
        match self.open.take() {
            Some((path, mut file, _)) => file.flush().naming("write", &path),
            None => Ok(()),
        }
    }
}

/// Whether a file is called as a part of that index.
fn is_part(file: &str, name: &str) -> bool {
    let number = file.strip_prefix(name).and_then(|rest| rest.strip_prefix('-')?.strip_suffix(".ndjson"));
    number.is_some_and(|number| number.len() >= 3 && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn lines_stay_together_and_parts_below_their_size() {
        let dir = tempfile::tempdir().unwrap();
        let mut parts = Parts::below(10, dir.path().into(), "a").unwrap();
        for lines in ["1\n2\n", "3\n4\n", "5\n6\n", "longer than a part\n", "7\n"] {
            parts.push(lines).unwrap();
        }
        assert_eq!(parts.close().unwrap(), (4, 33));
        let read: Vec<String> =
            names(dir.path()).iter().map(|name| std::fs::read_to_string(dir.path().join(name)).unwrap()).collect();
        assert_eq!(read, ["1\n2\n3\n4\n", "5\n6\n", "longer than a part\n", "7\n"]);
    }

    #[test]
    fn an_earlier_export_leaves_no_part_behind_and_nothing_else_is_touched() {
        let dir = tempfile::tempdir().unwrap();
        let kept = ["a-1.ndjson", "a-b-001.ndjson", "a-x01.ndjson", "a.json", "notes.ndjson"];
        for name in kept.into_iter().chain(["a-001.ndjson", "a-1000.ndjson"]) {
            std::fs::write(dir.path().join(name), "").unwrap();
        }
        assert_eq!(Parts::new(dir.path().into(), "a").unwrap().close().unwrap(), (0, 0));
        assert_eq!(names(dir.path()), kept);
    }
}
