//! What the browser tests need: Node, Debian's browsers, and the drivers from npm.

use crate::fingerprint::sha256;
use crate::outside::Outside;
use crate::places::Places;
use crate::trouble::{Naming, Outcome, Trouble};
use std::path::PathBuf;

/// The oldest Node with the test runner that the tests are written for.
const NODE: u32 = 20;

/// The browsers that the tests run in.
#[derive(Debug)]
pub struct Browsers {
    chromium: PathBuf,
    firefox: PathBuf,
}

impl Browsers {
    /// Gets what is missing.
    ///
    /// # Errors
    /// What could not be had, with the line to run by hand.
    pub fn get(places: &Places) -> Outcome<Self> {
        node()?;
        drivers(places)?;
        let chromium = || found("SIGHTLINES_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"]);
        let firefox = || found("SIGHTLINES_FIREFOX", &["firefox-esr", "firefox"]);
        let mut missing = Vec::new();
        if chromium().is_none() {
            missing.push("chromium");
        }
        if firefox().is_none() {
            missing.push("firefox-esr");
        }
        if !missing.is_empty() {
            packages(&missing)?;
        }
        // WebKit's driver and a screen for it: where they cannot be had, its tests say that they were skipped.
        let webkit =
            [("SIGHTLINES_WEBKIT", "WebKitWebDriver", "webkit2gtk-driver"), ("SIGHTLINES_XVFB", "Xvfb", "xvfb")];
        let lacks = webkit.iter().filter(|(variable, program, _)| found(variable, &[program]).is_none());
        let lacks: Vec<&str> = lacks.map(|(.., package)| *package).collect();
        if !lacks.is_empty()
            && let Err(trouble) = packages(&lacks)
        {
            println!("  note: WebKit is not tested here: {trouble}");
        }
        let there = |found: Option<PathBuf>, name: &str, variable: &str| {
            found.ok_or_else(|| {
                Trouble::new(format!("{name} is not here")).mend(format!("install it, or name it in {variable}"))
            })
        };
        Ok(Browsers {
            chromium: there(chromium(), "Chromium", "SIGHTLINES_CHROMIUM")?,
            firefox: there(firefox(), "Firefox", "SIGHTLINES_FIREFOX")?,
        })
    }

    /// The browser tests on built pages, each an edition's name and its folder; tests find it as `SIGHTLINES_<NAME>`.
    ///
    /// # Errors
    /// Where one fails.
    pub fn test(&self, places: &Places, pages: &[(&str, PathBuf)]) -> Outcome<()> {
        let dir = places.root.join("tests");
        let mut files = Vec::new();
        let browser = dir.join("browser");
        for entry in std::fs::read_dir(&browser).naming("list", &browser)? {
            let path = entry.naming("list", &browser)?.path();
            if path.to_string_lossy().ends_with(".test.mjs") {
                files.push(path);
            }
        }
        files.sort();
        let step = Outside::new("the page in browsers", "node")
            .args(["--test", "--test-concurrency=2", "--test-reporter=spec"])
            .args(&files)
            .env("SIGHTLINES_CHROMIUM", &self.chromium)
            .env("SIGHTLINES_FIREFOX", &self.firefox)
            .dir(&dir)
            .by_hand("cargo xtask test, whose report names each failing test's file");
        // A page of an earlier run is not what these tests are asked about.
        let none =
            ["DIGEST", "FULL", "INVENTED"].iter().fold(step, |step, name| step.without(&format!("SIGHTLINES_{name}")));
        let named = |step: Outside, (name, out): &(&str, PathBuf)| {
            step.env(&format!("SIGHTLINES_{}", name.to_uppercase()), out)
        };
        pages.iter().fold(none, named).aloud()
    }
}

/// A browser: as named in a variable, or by its names in `PATH`.
fn found(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(variable).filter(|named| !named.is_empty()) {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| std::env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file()))
}

fn node() -> Outcome<()> {
    let said = Outside::new("Node", "node").args(["--version"]).answer().unwrap_or_default();
    let major = said.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE => Ok(()),
        Some(_) => Err(Trouble::new(format!("Node is {said}; the browser tests want {NODE} or newer"))
            .mend("install a newer Node and npm")),
        None => Err(Trouble::new("Node is not installed here").mend("install Node and npm")),
    }
}

/// The drivers of the lock file, into tests/node_modules; done again only where the lock changed.
fn drivers(places: &Places) -> Outcome<()> {
    let dir = places.root.join("tests");
    let (lock, mark) = (dir.join("package-lock.json"), dir.join("node_modules/.lock.sha256"));
    let now = sha256(&std::fs::read(&lock).naming("read", &lock)?);
    if std::fs::read_to_string(&mark).is_ok_and(|then| then == now) {
        return Ok(());
    }
    Outside::new("the browsers' drivers, from npm", "npm")
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        .dir(&dir)
        .by_hand("cd tests && npm ci")
        .run()?;
    std::fs::write(&mark, now).naming("write", &mark)
}

fn packages(names: &[&str]) -> Outcome<()> {
    let root = Outside::new("id", "id").args(["-u"]).answer().is_some_and(|id| id == "0");
    let by_hand = format!("sudo apt-get install {}", names.join(" "));
    let apt = |label: String, words: &[&str]| {
        let step = if root {
            Outside::new(label, "apt-get")
        } else {
            // Never asks for a password: a test run must not wait for one.
            Outside::new(label, "sudo").args(["-n", "apt-get"])
        };
        step.args(words).env("DEBIAN_FRONTEND", "noninteractive").by_hand(&by_hand).run()
    };
    apt("the list of Debian's packages".into(), &["update"])?;
    let words: Vec<&str> =
        ["install", "--yes", "--no-install-recommends"].into_iter().chain(names.iter().copied()).collect();
    apt(format!("{}, from Debian", names.join(" and ")), &words)
}
