//! Whole folders: the invented corpus `harbour`, copied, broken in one place, and read.

mod attack;
mod bulk;
mod codebook_and_settings;
mod generated_files;
mod map_and_readings;
mod own_copies;
mod positions_and_tables;
mod records;
mod relevance;
mod sound_folders;
mod texts;

use super::{Fault, Loaded, load};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The invented corpus, which the browser's tests use as well.
fn harbour() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/harbour")
}

/// A copy of the invented corpus that a test may break.
struct Copy(TempDir);

impl Copy {
    fn new() -> Copy {
        let copy = Copy(TempDir::new().unwrap());
        copy_folder(&harbour(), copy.dir());
        copy
    }

    fn dir(&self) -> &Path {
        self.0.path()
    }

    fn captures(&self) -> PathBuf {
        self.dir().join("captures")
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.dir().join(file)).unwrap()
    }

    fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        fs::write(self.dir().join(file), text).unwrap();
    }

    fn remove(&self, file: &str) {
        fs::remove_file(self.dir().join(file)).unwrap();
    }

    /// Puts `to` in the place of the first `from`.
    fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from:?}");
        self.write(file, text.replacen(from, to, 1));
    }

    /// The line, from 1, in which `needle` begins.
    fn line_of(&self, file: &str, needle: &str) -> u32 {
        let text = self.read(file);
        let at = text.find(needle).unwrap_or_else(|| panic!("{file} has no {needle:?}"));
        u32::try_from(text[..at].matches('\n').count()).unwrap() + 1
    }

    fn load(&self) -> Result<Loaded, Vec<Fault>> {
        load(self.dir(), None)
    }

    fn load_with_texts(&self) -> Result<Loaded, Vec<Fault>> {
        load(self.dir(), Some(&self.captures()))
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// One thing broken, and the one fault that it must give.
struct Broken {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    /// Words whose line, in the broken file, is the fault's.
    at: &'static str,
    /// What the fault and its remedy must say, in this order.
    says: &'static [&'static str],
}

const fn broken(
    file: &'static str,
    from: &'static str,
    to: &'static str,
    at: &'static str,
    says: &'static [&'static str],
) -> Broken {
    Broken { file, from, to, at, says }
}

/// Breaks a fresh copy in each of the ways, and checks that this fault is told and no other.
fn each_gives_its_fault_alone(cases: &[Broken]) {
    each_gives(cases, |faults, case| assert_eq!(faults.len(), 1, "{case} gave\n{}", faults.join("\n")));
}

/// The same where the breach has consequences elsewhere, such as an id that others name.
fn each_gives_its_fault_among_others(cases: &[Broken]) {
    each_gives(cases, |faults, case| assert!(faults.len() > 1, "{case} gave only {faults:?}"));
}

fn each_gives(cases: &[Broken], check_all: impl Fn(&[String], &str)) {
    for Broken { file, from, to, at, says } in cases {
        let copy = Copy::new();
        copy.edit(file, from, to);
        let case = format!("{file}: {from:?} → {to:?}");
        let Err(faults) = copy.load() else { panic!("{case} gave no fault") };
        assert_told(&faults, file, copy.line_of(file, at), says, &case);
        check_all(&in_words(&faults), &case);
    }
}

fn in_words(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(ToString::to_string).collect()
}

/// Checks that a fault of that file and line says all these words in their order, and offers a remedy.
fn assert_told(faults: &[Fault], file: &str, line: u32, says: &[&str], case: &str) {
    let told = faults.iter().filter(|fault| fault.file == file && fault.line == line).any(|fault| {
        let mut rest = fault.to_string();
        !fault.remedy.is_empty()
            && says.iter().all(|words| match rest.split_once(words) {
                Some((_, after)) => {
                    rest = after.to_string();
                    true
                }
                None => false,
            })
    });
    assert!(told, "{case}: {file}:{line} does not say {says:?}, but\n{}", in_words(faults).join("\n"));
}
