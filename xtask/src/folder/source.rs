//! A file of the folder as text, with its lines: UTF-8 with or without a byte-order mark, with any line ends.

use super::fault::{Faults, Place};
use std::io::ErrorKind;
use std::path::Path;

/// A file of the folder, read.
#[derive(Debug)]
pub(super) struct Source {
    /// Its name relative to the folder, with `/` between its parts.
    pub(super) name: String,
    /// Its text, without a byte-order mark.
    pub(super) text: String,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl Source {
    /// Reads a file; one that is not there is no fault, one that is not UTF-8 is.
    pub(super) fn read(dir: &Path, name: &str, faults: &mut Faults) -> Option<Source> {
        let bytes = match std::fs::read(dir.join(name)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            Err(error) => {
                let remedy = "make it a file that can be read, or take it away";
                faults.add(Place::new(name, 1), format!("the file cannot be read ({error})"), remedy);
                return None;
            }
        };
        match std::str::from_utf8(&bytes) {
            Ok(text) => Some(Source::new(name, text)),
            Err(error) => {
                let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
                let line = Source::new(name, &before).line(before.len());
                let what = "a character here is not in UTF-8";
                faults.add(Place::new(name, line), what, "save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”)");
                None
            }
        }
    }

    pub(super) fn new(name: &str, text: &str) -> Source {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let bytes = text.as_bytes();
        let ends = (0..bytes.len())
            .filter(|&at| bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1)).collect();
        Source { name: name.to_string(), text: text.to_string(), starts }
    }

    /// The line, from 1, in which a byte stands.
    pub(super) fn line(&self, byte: usize) -> u32 {
        u32::try_from(self.starts.partition_point(|start| *start <= byte)).unwrap_or(u32::MAX)
    }

    pub(super) fn place(&self, byte: usize) -> Place<'_> {
        Place::new(&self.name, self.line(byte))
    }

    /// The lines with their numbers, without their ends.
    pub(super) fn lines(&self) -> impl Iterator<Item = (u32, &str)> {
        let ends = self.starts.iter().skip(1).copied().chain([self.text.len()]);
        (1..)
            .zip(self.starts.iter().zip(ends).map(|(start, end)| self.text[*start..end].trim_end_matches(['\r', '\n'])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_whatever_ends_them() {
        for text in ["a\nb\n\nc", "a\r\nb\r\n\r\nc", "a\rb\r\rc", "\u{feff}a\nb\r\n\rc"] {
            let source = Source::new("x", text);
            let at = source.text.find('c').unwrap();
            assert_eq!(source.line(at), 4, "{text:?}");
            let lines: Vec<(u32, &str)> = source.lines().collect();
            assert_eq!(lines, [(1, "a"), (2, "b"), (3, ""), (4, "c")], "{text:?}");
        }
    }
}
