//! The invented corpus of the tests, read once.

use sightlines_engine::model::Corpus;
use sightlines_engine::search::Library;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Its folder.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../xtask/tests/fixtures/harbour")
}

fn read(texts: Option<PathBuf>) -> Library {
    let loaded = xtask::folder::load(&folder(), texts.as_deref()).unwrap_or_else(|faults| panic!("{faults:?}"));
    Library::new(loaded.corpus)
}

/// The full edition.
pub fn full() -> &'static Library {
    static FULL: OnceLock<Library> = OnceLock::new();
    FULL.get_or_init(|| read(Some(folder().join("captures"))))
}

/// The digest edition.
pub fn digest() -> &'static Library {
    static DIGEST: OnceLock<Library> = OnceLock::new();
    DIGEST.get_or_init(|| read(None))
}

/// The corpus with all its texts.
pub fn corpus() -> &'static Corpus {
    full().corpus()
}
