//! Where things are: the checkout, the tools that outlive it, what is built.

use crate::trouble::{Naming, Outcome, Trouble};
use std::env;
use std::path::{Path, PathBuf};

/// The folders that the tools work in.
#[derive(Clone, Debug)]
pub struct Places {
    /// The checkout.
    pub root: PathBuf,
    /// Trunk and the others, kept outside the checkout so that a fresh clone finds them.
    pub tools: PathBuf,
    /// What is built: `target/sightlines`, or under `CARGO_TARGET_DIR` where that is set.
    pub built: PathBuf,
}

impl Places {
    /// Finds them from the environment.
    ///
    /// # Errors
    /// Where there is no home folder to keep the tools in.
    pub fn find() -> Outcome<Self> {
        // Cargo names the package's folder to what it runs; what it named when compiling may have moved since.
        let package = named("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = package.parent().unwrap_or(Path::new(".")).to_path_buf();
        let target = named("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        let tools = match (named("SIGHTLINES_TOOLS"), named("XDG_CACHE_HOME"), named("HOME")) {
            (Some(tools), _, _) => tools,
            (_, Some(cache), _) => cache.join("sightlines/tools"),
            (_, _, Some(home)) => home.join(".cache/sightlines/tools"),
            _ => {
                return Err(Trouble::new("there is no folder to keep the tools in: HOME is not set")
                    .mend("SIGHTLINES_TOOLS=/a/folder cargo xtask …"));
            }
        };
        let tools = std::path::absolute(&tools).naming("find", &tools)?;
        Ok(Places { root, tools, built: target.join("sightlines") })
    }

    /// The repository's first corpus.
    pub fn first_corpus(&self) -> PathBuf {
        self.root.join("corpus/kurils")
    }

    /// The invented corpus that tests use.
    pub fn invented_corpus(&self) -> PathBuf {
        self.root.join("xtask/tests/fixtures/harbour")
    }
}

/// A folder as its reader knows it: from where they stand, if it lies below.
pub fn shown(path: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    let path = path.strip_prefix(&here).unwrap_or(path);
    if path.as_os_str().is_empty() { ".".into() } else { path.display().to_string() }
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
