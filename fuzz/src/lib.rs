//! Fuzz targets: everything that comes from outside, each held against a law.
//!
//! In: bytes, made up by libFuzzer (`cargo xtask fuzz`) or read from `seeds/`. Out: nothing; a target panics where its law is
//! broken, and whoever drives it keeps the bytes. The engine's laws (`engine/tests/laws`) say the same of random cases; here
//! cases are guided by what they reach in the code. What parses an answer is, where it can be, a parser that others wrote.

mod address;
mod block;
mod capture;
mod corpus;
mod exports;
mod invented;
mod laws;
mod messages;
mod query;
mod references;

use std::path::Path;

/// A way into the program, with what must hold whatever comes.
#[derive(Debug)]
pub struct Target {
    /// Its name on the command line, and its folder of seeds.
    pub name: &'static str,
    /// Its law.
    pub law: &'static str,
    /// Holds an input against the law; panics where it is broken.
    pub check: fn(&[u8]),
}

/// All targets, in the order of [`xtask::fuzz::TARGETS`].
pub static TARGETS: [Target; 8] = [
    Target { name: "address", law: address::LAW, check: address::check },
    Target { name: "query", law: query::LAW, check: query::check },
    Target { name: "capture", law: capture::LAW, check: capture::check },
    Target { name: "corpus", law: corpus::LAW, check: corpus::check },
    Target { name: "exports", law: exports::LAW, check: exports::check },
    Target { name: "references", law: references::LAW, check: references::check },
    Target { name: "messages", law: messages::LAW, check: messages::check },
    Target { name: "block", law: block::LAW, check: block::check },
];

impl Target {
    /// What to begin from, by name: the files in `seeds/`, and of a corpus the invented folder's own.
    ///
    /// # Panics
    /// Where a seed cannot be read.
    pub fn seeds(&self) -> Vec<(String, Vec<u8>)> {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(self.name);
        let files = std::fs::read_dir(&dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
        let mut seeds: Vec<(String, Vec<u8>)> = files
            .flatten()
            .map(|file| {
                let seed = std::fs::read(file.path()).unwrap_or_else(|error| panic!("{:?}: {error}", file.path()));
                (file.file_name().to_string_lossy().into_owned(), seed)
            })
            .collect();
        if self.name == "corpus" {
            seeds.extend(corpus::own_files());
        }
        seeds.sort();
        seeds
    }
}

/// The beginning of bytes that is text; targets of text take no more of them.
fn text(data: &[u8]) -> &str {
    match std::str::from_utf8(data) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&data[..error.valid_up_to()]).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_keeps_its_law_on_its_seeds() {
        for target in &TARGETS {
            let seeds = target.seeds();
            assert!(seeds.len() > 2, "{} has seeds", target.name);
            for (name, seed) in seeds {
                println!("{}: {name}", target.name);
                (target.check)(&seed);
            }
        }
    }

    #[test]
    fn the_command_line_knows_every_target() {
        assert_eq!(TARGETS.each_ref().map(|target| target.name), xtask::fuzz::TARGETS);
    }

    #[test]
    fn seeds_are_small() {
        for target in &TARGETS {
            for (name, seed) in target.seeds() {
                assert!(seed.len() < 10_000, "{}: {name}", target.name);
            }
        }
    }
}
