//! The driver: libFuzzer, with the target that `SIGHTLINES_FUZZ` names. `cargo xtask fuzz` builds and calls it.
//!
//! Where `SIGHTLINES_FUZZ_SEEDS` names a folder, the target's seeds are put there before libFuzzer reads it.

#![no_main]
// The macro writes functions with names of C.
#![allow(unsafe_code)]

use libfuzzer_sys::fuzz_target;
use sightlines_fuzz::{TARGETS, Target};
use std::path::Path;
use std::process::exit;
use std::sync::OnceLock;

static TARGET: OnceLock<&'static Target> = OnceLock::new();

fuzz_target!(init: begin(), |data: &[u8]| {
    (TARGET.get_or_init(chosen).check)(data);
});

fn begin() {
    let target = TARGET.get_or_init(chosen);
    println!("{}: {}", target.name, target.law);
    if let Some(dir) = std::env::var_os("SIGHTLINES_FUZZ_SEEDS") {
        for (name, seed) in target.seeds() {
            if let Err(error) = std::fs::write(Path::new(&dir).join(&name), seed) {
                eprintln!("error: the seed {name} cannot be written into {}: {error}", Path::new(&dir).display());
                exit(2);
            }
        }
    }
}

fn chosen() -> &'static Target {
    let name = std::env::var("SIGHTLINES_FUZZ").unwrap_or_default();
    TARGETS.iter().find(|target| target.name == name).unwrap_or_else(|| {
        eprintln!("error: SIGHTLINES_FUZZ is {name:?}, which is no target; what helps: cargo xtask fuzz");
        exit(2);
    })
}
