//! `cargo xtask fuzz`: inputs that are made up, guided by what they reach in the code, and held against a law.
//!
//! The targets and their laws stand in the package `fuzz`. They are driven by libFuzzer, which needs the code compiled with
//! counters: the stable compiler makes them by LLVM's own pass, so neither a nightly one nor a sanitizer is asked for.

use crate::outside::Outside;
use crate::places::{Places, shown};
use crate::trouble::{Naming, Outcome, Trouble};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The targets, in the order in which they run.
pub const TARGETS: [&str; 8] = ["address", "query", "capture", "corpus", "exports", "references", "messages", "block"];

/// What makes the compiler count which parts of the code an input reaches, and show libFuzzer what is compared.
const FLAGS: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
];

/// An input that takes longer is a fault too: what a reader types must not stop the page. In seconds; a busy machine is slow.
const TOO_SLOW: u32 = 25;

/// Runs one target, or all of them, for so many seconds each. With a seed the inputs are made up as in any other run with it,
/// from the seeds in the repository alone; without, each run goes on from what those before it reached.
///
/// # Errors
/// Where the targets do not compile; at the first input that breaks a law, with its file and how to repeat it.
pub fn run(places: &Places, target: Option<&'static str>, seconds: u64, seed: Option<&str>) -> Outcome<()> {
    let driver = build(places)?;
    for target in target.map_or(TARGETS.to_vec(), |one| vec![one]) {
        let home = home(places, target);
        let kept = if seed.is_some() { "of-a-seed" } else { "kept" };
        let [kept, seeds, found] = [kept, "seeds", "found"].map(|name| home.join(name));
        if seed.is_some() && kept.exists() {
            std::fs::remove_dir_all(&kept).naming("empty", &kept)?;
        }
        for dir in [&kept, &seeds, &found] {
            std::fs::create_dir_all(dir).naming("make the folder", dir)?;
        }
        let began = SystemTime::now();
        let said = Outside::new(format!("{target}, for {seconds} s"), &driver)
            .env("SIGHTLINES_FUZZ", target)
            .env("SIGHTLINES_FUZZ_SEEDS", &seeds)
            .args([format!("-max_total_time={seconds}"), format!("-timeout={TOO_SLOW}")])
            .args(["-max_len=8500", "-rss_limit_mb=3000", "-print_final_stats=1"])
            .args(seed.map(|seed| format!("-seed={seed}")))
            .args([format!("-artifact_prefix={}/", found.display())])
            .args([&kept, &seeds])
            .told()
            .map_err(|trouble| broken(target, &found, began, &trouble))?;
        println!("    {}", told(&said));
    }
    Ok(())
}

/// Tries one input again.
///
/// # Errors
/// Where the targets do not compile, the file cannot be read, or the input breaks the law.
pub fn repeat(places: &Places, target: &str, input: &Path) -> Outcome<()> {
    // A file that is not there would be taken for a folder to begin from.
    std::fs::read(input).naming("read", input)?;
    let input = std::path::absolute(input).naming("find", input)?;
    let driver = build(places)?;
    Outside::new(target, &driver).env("SIGHTLINES_FUZZ", target).args([input.as_os_str()]).aloud()?;
    println!("  {target}: {} breaks no law", shown(&input));
    Ok(())
}

/// Compiles the targets with counters; gives the driver.
fn build(places: &Places) -> Outcome<PathBuf> {
    let about = Outside::new("rustc", "rustc").args(["-vV"]).answer().unwrap_or_default();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).ok_or_else(|| {
        Trouble::new("rustc does not say which machine it compiles for").mend("rustc -vV, to see why")
    })?;
    let into = places.built.join("fuzz/build");
    // A target is named, though it is this machine: the flags are then kept from build scripts, which libFuzzer is not part of.
    Outside::new("the fuzz targets, with counters", "cargo")
        .args(["build", "--profile", "fuzz", "-p", "sightlines-fuzz", "--features", "driver", "--target", host])
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"))
        .env("CARGO_TARGET_DIR", &into)
        .without("RUSTFLAGS")
        .without("CARGO_BUILD_TARGET")
        .dir(&places.root)
        .by_hand("a C++ compiler (Debian: build-essential), then cargo xtask fuzz")
        .run()?;
    Ok(into.join(host).join("fuzz/sightlines-fuzz"))
}

fn home(places: &Places, target: &str) -> PathBuf {
    places.built.join("fuzz").join(target)
}

/// What libFuzzer told at its end, in a line: `Done 123 runs in 5 second(s)`.
fn told(said: &[String]) -> String {
    let done = said.iter().rev().find(|line| line.starts_with("Done "));
    done.map_or("it did not say how many inputs it tried".to_string(), |line| line.replace("runs", "inputs"))
}

/// The trouble of a target that ended early, with the inputs that were written since it `began`.
fn broken(target: &str, found: &Path, began: SystemTime, trouble: &Trouble) -> Trouble {
    let mut files: Vec<PathBuf> = std::fs::read_dir(found)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|file| file.metadata().and_then(|about| about.modified()).is_ok_and(|written| written >= began))
        .map(|file| file.path())
        .collect();
    files.sort();
    match files.first() {
        None => Trouble::new(format!("{trouble}")),
        Some(file) => Trouble::new(format!("{trouble}\nthe input that broke the law: {}", shown(file)))
            .mend(format!("cargo xtask fuzz {target} --input {}", shown(file))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_law_names_its_input_and_how_to_repeat_it() {
        let dir = tempfile::tempdir().unwrap();
        let began = SystemTime::now() - std::time::Duration::from_secs(5);
        let says = |trouble: Trouble| trouble.to_string();
        let trouble = Trouble::new("it ended");
        assert_eq!(says(broken("query", dir.path(), began, &trouble)), "it ended");
        std::fs::write(dir.path().join("crash-1"), "x").unwrap();
        let says = says(broken("query", dir.path(), began, &trouble));
        assert!(says.contains("the input that broke the law: ") && says.contains("fuzz query --input "), "{says}");
    }

    #[test]
    fn how_many_inputs_were_tried_is_read_from_what_libfuzzer_says() {
        let lines = ["#2 INITED", "Done 12 runs in 5 second(s)", "stat::x: 1"].map(String::from);
        assert_eq!(told(&lines), "Done 12 inputs in 5 second(s)");
        assert!(told(&lines[..1]).contains("did not say"));
    }
}
