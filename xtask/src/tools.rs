//! What a build needs of others: the wasm32 target, Trunk, wasm-bindgen of the pinned version, wasm-opt. What is missing
//! is got once, into a folder outside the checkout.

use crate::outside::Outside;
use crate::places::Places;
use crate::trouble::{Naming, Outcome, Trouble};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What the program is compiled to.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// 0.22 asks for a newer compiler than many have.
const TRUNK: &str = "0.21.14";
/// Compiles in two minutes of processor time.
const DENY: &str = "0.20.2";
/// npm's `binaryen`; Debian's is too old to know what the compiler writes.
const BINARYEN: &str = "132";

/// The tools, all there.
#[derive(Debug)]
pub struct Tools {
    /// `PATH` with the tools first.
    path: OsString,
    /// Their versions: part of the program's fingerprint.
    pub versions: String,
}

impl Tools {
    /// Gets what is missing.
    ///
    /// # Errors
    /// What could not be had, with the line to run by hand.
    pub fn get(places: &Places) -> Outcome<Self> {
        let bindgen = pinned_bindgen(&places.root)?;
        let path = path(places)?;
        let has = |tool: &str, version: &str| has(&path, tool, version);
        std::fs::create_dir_all(&places.tools).naming("make the folder", &places.tools)?;
        target()?;
        if !has("trunk", TRUNK) {
            // Trunk is only to call other tools here: it fetches nothing and watches no new releases.
            install(places, "trunk", TRUNK, &["--locked", "--no-default-features"])?;
        }
        if !has("wasm-bindgen", &bindgen) {
            // Without --locked: its lock names a crate version that cannot be had everywhere.
            install(places, "wasm-bindgen-cli", &bindgen, &[])?;
        }
        if !has("wasm-opt", BINARYEN) {
            binaryen(places)?;
        }
        for (tool, version) in [("trunk", TRUNK), ("wasm-bindgen", &bindgen), ("wasm-opt", BINARYEN)] {
            if !has(tool, version) {
                let says = format!("{tool} {version} was installed into {} and does not run", places.tools.display());
                return Err(Trouble::new(says).mend(format!("{tool} --version, to see why")));
            }
        }
        let rustc = Outside::new("rustc", "rustc").args(["--version"]).answer().unwrap_or_default();
        let versions = format!("{rustc}; trunk {TRUNK}; wasm-bindgen {bindgen}; binaryen {BINARYEN}");
        Ok(Tools { path, versions })
    }

    /// A step that finds the tools.
    pub fn step(&self, label: &str, program: &str) -> Outside {
        Outside::new(label, program).env("PATH", &self.path)
    }
}

/// Gets cargo-deny, which holds the crates of others to `deny.toml`; gives what makes a step of it.
///
/// # Errors
/// Where it cannot be had, with the line to run by hand.
pub fn deny(places: &Places) -> Outcome<impl Fn(&str) -> Outside> {
    let path = path(places)?;
    std::fs::create_dir_all(&places.tools).naming("make the folder", &places.tools)?;
    if !has(&path, "cargo-deny", DENY) {
        install(places, "cargo-deny", DENY, &["--locked"])?;
    }
    let root = places.root.clone();
    Ok(move |label: &str| Outside::new(label, "cargo").args(["deny", "--workspace"]).env("PATH", &path).dir(&root))
}

/// Makes sure that the compiler can compile for the browser.
///
/// # Errors
/// Where neither the target nor rustup is there, or rustup cannot fetch it.
pub fn target() -> Outcome<()> {
    let libs = Outside::new("rustc", "rustc").args(["--print", "target-libdir", "--target", TARGET]).answer();
    if libs.is_some_and(|dir| Path::new(&dir).is_dir()) {
        return Ok(());
    }
    Outside::new("Rust's target for browsers", "rustup")
        .args(["target", "add", TARGET])
        .by_hand(format!(
            "rustup target add {TARGET} (or your distribution's package of Rust's standard library for it)"
        ))
        .run()
}

/// Makes sure that rustfmt and clippy are there.
///
/// # Errors
/// Where they are missing and rustup cannot fetch them.
pub fn lints() -> Outcome<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if Outside::new(component, "cargo").args([command, "--version"]).answer().is_none() {
            Outside::new(component, "rustup").args(["component", "add", component]).run()?;
        }
    }
    Ok(())
}

/// The version of wasm-bindgen that the app is pinned to: the tool that makes the glue must be of the same.
fn pinned_bindgen(root: &Path) -> Outcome<String> {
    let file = root.join("Cargo.toml");
    let text = std::fs::read_to_string(&file).naming("read", &file)?;
    let unpinned = || {
        Trouble::new(format!("{}: wasm-bindgen is not pinned", file.display())).mend(
            "wasm-bindgen = \"=0.2.N\" under [dependencies]: the tool that makes the glue must be of the same version",
        )
    };
    let manifest: toml::Table = text.parse().map_err(|error| Trouble::new(format!("{}: {error}", file.display())))?;
    let wanted = manifest.get("dependencies").and_then(|d| d.get("wasm-bindgen"));
    let wanted = wanted.and_then(|w| w.as_str().or_else(|| w.get("version")?.as_str()));
    Ok(wanted.and_then(|w| w.strip_prefix('=')).ok_or_else(unpinned)?.trim().to_string())
}

fn has(path: &OsString, tool: &str, version: &str) -> bool {
    let said = Outside::new(tool, tool).args(["--version"]).env("PATH", path).answer().unwrap_or_default();
    said.split_whitespace().any(|word| word == version)
}

fn path(places: &Places) -> Outcome<OsString> {
    let own = [places.tools.join("bin"), places.tools.join("npm/node_modules/.bin")];
    let others = std::env::var_os("PATH").unwrap_or_default();
    let all: Vec<PathBuf> = own.into_iter().chain(std::env::split_paths(&others)).collect();
    std::env::join_paths(all).map_err(|error| {
        Trouble::new(format!("the tools' folder cannot stand in PATH: {error}")).mend("SIGHTLINES_TOOLS")
    })
}

fn install(places: &Places, package: &str, version: &str, options: &[&str]) -> Outcome<()> {
    let build = places.tools.join("build");
    let tools = places.tools.display();
    Outside::new(format!("{package} {version}, compiled once"), "cargo")
        .args(["install", package, "--version", version, "--root"])
        .args([places.tools.as_os_str()])
        .args(options)
        // An install that was interrupted goes on where it stood.
        .env("CARGO_TARGET_DIR", &build)
        // They run for seconds a day: minutes of optimising would never be won back.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .without("RUSTFLAGS")
        .without("CARGO_ENCODED_RUSTFLAGS")
        .without("CARGO_BUILD_TARGET")
        // Not in the checkout, whose Cargo settings are not theirs.
        .dir(&places.tools)
        .by_hand(format!("cargo install {package} --version {version} {} --root {tools}", options.join(" ")))
        .run()?;
    // Hundreds of megabytes that are of no more use; the next install fails no worse for finding them.
    let _ = std::fs::remove_dir_all(&build);
    Ok(())
}

fn binaryen(places: &Places) -> Outcome<()> {
    let dir = places.tools.join("npm");
    std::fs::create_dir_all(&dir).naming("make the folder", &dir)?;
    let package = format!("binaryen@{BINARYEN}.0.0");
    Outside::new(format!("wasm-opt {BINARYEN}, from npm"), "npm")
        .args(["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
        .args([dir.as_os_str()])
        .args([&package])
        .dir(&dir)
        .by_hand(format!("install Node and npm, then: npm install --prefix {} {package}", dir.display()))
        .run()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pinned_wasm_bindgen_is_read_from_the_manifest() {
        let dir = tempfile::tempdir().unwrap();
        let read = |dependency: &str| {
            std::fs::write(dir.path().join("Cargo.toml"), format!("[dependencies]\n{dependency}\n")).unwrap();
            pinned_bindgen(dir.path()).map_err(|trouble| trouble.to_string())
        };
        assert_eq!(read("wasm-bindgen = \"=0.2.7\""), Ok("0.2.7".into()));
        assert_eq!(read("wasm-bindgen = { version = \"=0.2.8\", features = [] }"), Ok("0.2.8".into()));
        for unpinned in ["wasm-bindgen = \"0.2\"", "serde = \"1\"", "wasm-bindgen = { path = \"x\" }"] {
            assert!(read(unpinned).unwrap_err().contains("=0.2.N"), "{unpinned}");
        }
    }
}
