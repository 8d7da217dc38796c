//! From a corpus folder to a page to look at: the program, the corpus in it, in both forms.

use crate::args::Source;
use crate::course;
use crate::fingerprint::sha256;
use crate::folder;
use crate::hosting;
use crate::pack;
use crate::places::{Places, shown};
use crate::program::Program;
use crate::serve::{self, Serving};
use crate::trouble::{Naming, Outcome, Trouble};
use sightlines_engine::model::{Corpus, Edition};
use std::path::{Path, PathBuf};

impl Source {
    /// The corpus folder.
    pub fn folder(&self, places: &Places) -> PathBuf {
        self.corpus.clone().unwrap_or_else(|| places.first_corpus())
    }

    /// The texts' folder: as given, or the corpus's own.
    pub fn texts(&self, places: &Places) -> Option<PathBuf> {
        let own = self.folder(places).join("texts");
        self.texts.clone().or_else(|| own.is_dir().then_some(own))
    }
}

/// Builds the page into `out` and, unless `once`, serves it until interrupted.
///
/// # Errors
/// What could not be had, built or read; every fault of the corpus folder.
pub fn run(places: &Places, source: &Source, out: Option<PathBuf>, once: bool) -> Outcome<()> {
    let out = out.unwrap_or_else(|| places.root.join("dist"));
    // First what takes a second: a fault in the corpus is not to be told after minutes of compiling.
    let corpus = load(places, source)?;
    println!("The program");
    let program = Program::build(places)?;
    println!("The page");
    write(&program, &corpus, &source.folder(places), &out)?;
    if once {
        return Ok(());
    }
    let serving = Serving::of(&out)?;
    let address = serving.address();
    let opened = if serve::open(&address) { "opened in a browser" } else { "open it in a browser" };
    println!("  {address} ({opened}; Ctrl+C ends it)");
    serving.answer();
    Ok(())
}

/// Reads the corpus, saying what it is and what its editors should look at.
///
/// # Errors
/// Every fault of the folder.
pub fn load(places: &Places, source: &Source) -> Outcome<Corpus> {
    let (dir, texts) = (source.folder(places), source.texts(places));
    println!("The corpus {}", shown(&dir));
    if let Some(texts) = &texts {
        println!("  with the texts in {}", shown(texts));
    }
    let loaded = folder::load(&dir, texts.as_deref()).map_err(|faults| faulty(&dir, &faults))?;
    for warning in &loaded.warnings {
        println!("  note: {warning}");
    }
    println!("  {}", described(&loaded.corpus));
    Ok(loaded.corpus)
}

/// All faults of a folder, as one trouble.
pub fn faulty<F: std::fmt::Display>(dir: &Path, faults: &[F]) -> Trouble {
    let count = if faults.len() == 1 { "1 fault".to_string() } else { format!("{} faults", faults.len()) };
    let lines: String = faults.iter().map(|fault| format!("\n  {fault}")).collect();
    Trouble::new(format!("{} in {}{lines}", count, shown(dir)))
}

/// The corpus in a line.
pub fn described(corpus: &Corpus) -> String {
    let articles = match corpus.articles.len() {
        1 => "1 article".to_string(),
        n => format!("{n} articles"),
    };
    let edition = match corpus.edition() {
        Edition::Digest => "digest edition: no texts".to_string(),
        Edition::Full => "full edition: with all texts".to_string(),
        Edition::Mixed => {
            let full = corpus.articles.iter().filter(|article| article.is_full()).count();
            format!("mixed edition: with the texts of {full}")
        }
    };
    format!("{articles}, {} positions, {edition}, hash {}", corpus.positions.len(), corpus.hash)
}

/// Writes the page for a host, the one file, the course package and the code of a frame. `dir` is the corpus folder, which may
/// hold a picture for shared links.
///
/// # Errors
/// Where a page cannot be made or the folder not be written.
pub fn write(program: &Program, corpus: &Corpus, dir: &Path, out: &Path) -> Outcome<()> {
    let picture = std::fs::read(dir.join(hosting::PREVIEW)).ok();
    let index = pack::hosted(program, corpus, picture.is_some())?;
    let single = pack::one_file(program, corpus, &[])?;
    let package = course::package(program, corpus)?;
    std::fs::create_dir_all(out).naming("make the folder", out)?;
    remove_older(program, out)?;
    // The pages come last: what they name is then there.
    for (name, bytes) in &program.files {
        put(&out.join(name), bytes)?;
    }
    if let Some(picture) = picture {
        put(&out.join(hosting::PREVIEW), &picture)?;
    }
    let manifest = hosting::manifest(corpus);
    put(&out.join("manifest.webmanifest"), manifest.as_bytes())?;
    put(&out.join("worker.js"), hosting::worker(program, &index, &manifest).as_bytes())?;
    put(&out.join("embed.html"), course::embedding(corpus).as_bytes())?;
    let artefacts: [(&str, &[u8]); 3] = [
        ("sightlines-scorm12.zip", &package),
        ("index.html", index.as_bytes()),
        ("sightlines.html", single.as_bytes()),
    ];
    for (name, bytes) in artefacts {
        put(&out.join(name), bytes)?;
        let size = bytes.len() as f64 / 1000.0;
        println!("  {} ({size:.0} KB, SHA-256 {})", shown(&out.join(name)), sha256(bytes));
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> Outcome<()> {
    if let Some(dir) = path.parent() {
        std::fs::create_dir_all(dir).naming("make the folder", dir)?;
    }
    std::fs::write(path, bytes).naming("write", path)
}

/// Removes what an earlier program left: files called as one of ours but for the hash. Nothing else there is ours to remove.
fn remove_older(program: &Program, out: &Path) -> Outcome<()> {
    for entry in std::fs::read_dir(out).naming("list", out)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let older =
            unhashed(&name).is_some_and(|ours| program.files.keys().any(|new| unhashed(new).as_ref() == Some(&ours)));
        if older && !program.files.contains_key(&name) {
            std::fs::remove_file(entry.path()).naming("remove", &entry.path())?;
        }
    }
    Ok(())
}

/// `boot-0123456789abcdef.js` without its hash; none for a name that has none.
fn unhashed(name: &str) -> Option<String> {
    let (stem, rest) = name.rsplit_once('-')?;
    let digits = rest.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(rest.len());
    (digits >= 8).then(|| format!("{stem}{}", &rest[digits..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn an_earlier_program_is_cleared_away_and_nothing_else_is() {
        let dir = tempfile::tempdir().unwrap();
        let kept = ["boot-ffffffffffffffff.js", "CNAME", "my-notes.js", "other-0123456789abcdef.js", "boot-0123.js"];
        for name in kept.into_iter().chain(["boot-0123456789abcdef.js", "app-0123456789abcdef_bg.wasm"]) {
            std::fs::write(dir.path().join(name), "").unwrap();
        }
        let files =
            ["boot-ffffffffffffffff.js", "app-ffffffffffffffff_bg.wasm"].map(|name| (name.to_string(), Vec::new()));
        let program = Program { page: String::new(), files: BTreeMap::from(files), packed: Vec::new() };
        remove_older(&program, dir.path()).unwrap();
        let mut left: Vec<_> = std::fs::read_dir(dir.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        let mut kept = kept.map(String::from);
        kept.sort();
        assert_eq!(left, kept);
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let says = faulty(Path::new("corpus/x"), &["a.csv:3: no; yes", "b.csv:4: no; yes"]).to_string();
        assert_eq!(says, "2 faults in corpus/x\n  a.csv:3: no; yes\n  b.csv:4: no; yes");
    }
}
