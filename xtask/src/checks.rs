//! `cargo xtask test`: every check by name, each run even if one before it failed, and what came of them at the end.

use crate::browsers::Browsers;
use crate::explore::{self, described, faulty};
use crate::folder;
use crate::fuzz;
use crate::house;
use crate::laws;
use crate::outside::Outside;
use crate::places::{Places, shown};
use crate::program::Program;
use crate::tools::{self, TARGET};
use crate::trouble::{Outcome, Trouble};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long each fuzz target runs among the checks: long enough to see that it finds its way, no search.
const FUZZ_SECONDS: u64 = 5;

/// What came of the checks so far.
#[derive(Default)]
struct Report {
    rows: Vec<(String, Came, Duration)>,
}

/// What came of a check.
enum Came {
    Passed,
    Failed,
    Skipped(&'static str),
}

impl Report {
    /// Runs a check; what it gives, if it passes, later ones may need.
    fn check<T>(&mut self, name: &str, check: impl FnOnce() -> Outcome<T>) -> Option<T> {
        println!("\n── {name}");
        let started = Instant::now();
        let (came, given) = match check() {
            Ok(given) => (Came::Passed, Some(given)),
            Err(trouble) => {
                eprintln!("error: {trouble}");
                (Came::Failed, None)
            }
        };
        self.rows.push((name.into(), came, started.elapsed()));
        given
    }

    fn skip(&mut self, name: &str, why: &'static str) {
        self.rows.push((name.into(), Came::Skipped(why), Duration::ZERO));
    }

    /// Prints the table.
    ///
    /// # Errors
    /// Where a check failed.
    fn close(self) -> Outcome<()> {
        println!();
        let (mut passed, mut failed, mut skipped) = (0, Vec::new(), 0);
        for (name, came, took) in self.rows {
            let took = took.as_secs_f64();
            match came {
                Came::Passed => {
                    passed += 1;
                    println!("passed   {took:7.1} s  {name}");
                }
                Came::Failed => {
                    println!("FAILED   {took:7.1} s  {name}");
                    failed.push(name);
                }
                Came::Skipped(why) => {
                    skipped += 1;
                    println!("skipped             {name}: {why}");
                }
            }
        }
        println!("\n{passed} passed, {} failed, {skipped} skipped", failed.len());
        if failed.is_empty() { Ok(()) } else { Err(Trouble::new(format!("failed: {}", failed.join(", ")))) }
    }
}

/// Runs them all; `quick` leaves out the build and the browsers, `texts` adds the full edition.
///
/// # Errors
/// Where one fails, after all have run.
pub fn run(places: &Places, texts: Option<&Path>, quick: bool) -> Outcome<()> {
    let texts = texts.map(|dir| {
        dir.canonicalize().map_err(|error| Trouble::new(format!("the texts' folder {}: {error}", dir.display())))
    });
    let texts = texts.transpose()?;
    let mut report = Report::default();
    report.check("what the checks need", || tools::lints().and_then(|()| tools::target()));
    report.check("the rules of the house", || house::check(&places.root));
    report.check("the laws and their tests", || laws::check(&places.root));
    report.check("formatting", || cargo(places, "formatting", &["fmt", "--all", "--check"]).aloud());
    let native = [
        "clippy",
        "-p",
        "sightlines-words",
        "-p",
        "sightlines-engine",
        "-p",
        "xtask",
        "-p",
        "sightlines-fuzz",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    report.check("lints of the engine and the tools", || cargo(places, "clippy", &native).aloud());
    let page = ["clippy", "-p", "sightlines", "--target", TARGET, "--", "-D", "warnings"];
    report.check("lints of the page", || cargo(places, "clippy", &page).aloud());
    match report.check("what tells the licences", || tools::deny(places)) {
        Some(deny) => others(&mut report, deny),
        None => report.skip("licences, bans and sources of the crates", "cargo-deny is missing"),
    }
    for (name, package) in [
        ("the words' tests", "sightlines-words"),
        ("the engine's tests", "sightlines-engine"),
        ("the tools' tests", "xtask"),
        ("the fuzz targets over their seeds", "sightlines-fuzz"),
    ] {
        report.check(name, || {
            let step = cargo(places, name, &["test", "-p", package]);
            match &texts {
                Some(dir) => step.env("SIGHTLINES_TEXTS", dir).aloud(),
                None => step.without("SIGHTLINES_TEXTS").aloud(),
            }
        });
    }
    if quick {
        report.skip("a few seconds of fuzzing", "--quick");
    } else {
        // As chance draws the cases of properties, so it does here: a run with a seed can be repeated.
        let seed = std::env::var("PROPTEST_RNG_SEED").ok();
        report.check("a few seconds of fuzzing", || fuzz::run(places, None, FUZZ_SECONDS, seed.as_deref()));
    }
    // The invented corpus shows that no feature knows the first one.
    let (kurils, invented) = (places.first_corpus(), places.invented_corpus());
    let editions = [("digest", &kurils, None), ("full", &kurils, texts.as_deref()), ("invented", &invented, None)];
    let mut corpora = Vec::new();
    for (edition, dir, texts) in editions {
        let name = format!("the corpus, {edition} edition");
        if edition == "full" && texts.is_none() {
            report.skip(&name, "no --texts");
            continue;
        }
        let corpus = report.check(&name, || {
            let loaded = folder::load(dir, texts).map_err(|faults| faulty(dir, &faults))?;
            loaded.warnings.iter().for_each(|warning| println!("  note: {warning}"));
            println!("  {}: {}", shown(dir), described(&loaded.corpus));
            Ok(loaded.corpus)
        });
        corpora.push((edition, dir, corpus));
    }
    if quick {
        report.skip("the page in browsers", "--quick");
        return report.close();
    }
    let program = report.check("the program", || Program::build(places));
    let mut pages: Vec<(&str, PathBuf)> = Vec::new();
    for (edition, dir, corpus) in &corpora {
        let (Some(program), Some(corpus)) = (&program, corpus) else {
            report.skip(&format!("the page, {edition} edition"), "it lacks its program or its corpus");
            continue;
        };
        let out = places.built.join(edition);
        if report
            .check(&format!("the page, {edition} edition"), || explore::write(program, corpus, dir, &out))
            .is_some()
        {
            report.check(&format!("the page, {edition} edition, made twice"), || {
                explore::again(program, corpus, dir, &out)
            });
            pages.push((edition, out));
        }
    }
    if pages.is_empty() {
        report.skip("the page in browsers", "there is no page");
        return report.close();
    }
    match report.check("what the browser tests need", || Browsers::get(places)) {
        Some(browsers) => {
            // Among the tools' tests too, but before the other processor may have been there.
            let name = "references as another processor has them";
            report.check(name, || cargo(places, name, &["test", "-p", "xtask", "references::"]).aloud());
            report.check("the page in browsers", || browsers.test(places, &pages));
        }
        None => report.skip("the page in browsers", "what they need is missing"),
    }
    report.close()
}

/// Holds the crates of others to `deny.toml`, and where RustSec's database can be had, to what is known of them.
fn others(report: &mut Report, deny: impl Fn(&str) -> Outside) {
    let name = "licences, bans and sources of the crates";
    report.check(name, || deny(name).args(["check", "licenses", "bans", "sources"]).aloud());
    let name = "advisories on the crates";
    // Git would ask for a password where a network leads elsewhere.
    if deny(name).args(["fetch", "db"]).env("GIT_TERMINAL_PROMPT", "0").answer().is_some() {
        report.check(name, || deny(name).args(["check", "advisories"]).aloud());
    } else {
        report.skip(name, "RustSec's database cannot be had here");
    }
}

fn cargo(places: &Places, label: &str, words: &[&str]) -> Outside {
    Outside::new(label, "cargo").args(words).dir(&places.root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_runs_and_one_failure_fails_the_whole() {
        let mut report = Report::default();
        assert_eq!(report.check("one", || Ok(1)), Some(1));
        assert_eq!(report.check::<()>("two", || Err(Trouble::new("broken"))), None);
        assert_eq!(report.check("three", || Ok(3)), Some(3));
        assert_eq!(report.close().unwrap_err().to_string(), "failed: two");
        let mut report = Report::default();
        report.check("one", || Ok(()));
        report.skip("two", "not wanted");
        assert!(report.close().is_ok());
    }
}
