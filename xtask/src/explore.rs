//! From a corpus folder to a page to look at: the program, the corpus in it, in both forms.

use crate::args::Source;
use crate::course;
use crate::fingerprint::sha256;
use crate::folder;
use crate::hosting;
use crate::metadata;
use crate::pack;
use crate::places::{Places, shown};
use crate::program::Program;
use crate::references;
use crate::serve::{self, Serving};
use crate::trouble::{Naming, Outcome, Trouble};
use sightlines_engine::model::{Corpus, Edition};
use std::path::{Path, PathBuf};

/// The checksums of all that is written, beside it.
const SUMS: &str = "SHA256SUMS";

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
    let corpus = &references::prepared(corpus);
    let contents = pack::Contents::of(corpus);
    let index = pack::hosted(program, &contents, picture.is_some())?;
    let single = pack::one_file(program, &contents, &[])?;
    let package = course::package(program, &contents)?;
    std::fs::create_dir_all(out).naming("make the folder", out)?;
    remove_older(program, out)?;
    let manifest = hosting::manifest(corpus);
    let worker = hosting::worker(program, &index, &manifest);
    let embedding = course::embedding(corpus);
    let mut files: Vec<(&str, &[u8])> =
        program.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    files.extend(picture.as_deref().map(|picture| (hosting::PREVIEW, picture)));
    let (datacite, dublin_core) = (metadata::datacite(corpus), metadata::dublin_core(corpus));
    files.extend([
        (metadata::DATACITE, datacite.as_bytes()),
        (metadata::DUBLIN_CORE, dublin_core.as_bytes()),
        ("manifest.webmanifest", manifest.as_bytes()),
        ("worker.js", worker.as_bytes()),
        ("embed.html", embedding.as_bytes()),
    ]);
    // The pages come last: what they name is then there.
    let artefacts: [(&str, &[u8]); 3] = [
        ("sightlines-scorm12.zip", &package),
        ("index.html", index.as_bytes()),
        ("sightlines.html", single.as_bytes()),
    ];
    files.extend(artefacts);
    for (name, bytes) in &files {
        put(&out.join(name), bytes)?;
    }
    put(&out.join(SUMS), sums(&files).as_bytes())?;
    for (name, bytes) in artefacts {
        let size = bytes.len() as f64 / 1000.0;
        println!("  {} ({size:.0} KB, SHA-256 {})", shown(&out.join(name)), sha256(bytes));
    }
    println!("  {}: the same of every file, and of the program", shown(&out.join(SUMS)));
    Ok(())
}

/// Makes the pages again and compares them with those in `out`: the same program and corpus give the same bytes.
///
/// # Errors
/// Where they cannot be made, or a file differs, which is named.
pub fn again(program: &Program, corpus: &Corpus, dir: &Path, out: &Path) -> Outcome<()> {
    let other = out.with_extension("again");
    write(program, corpus, dir, &other)?;
    let read = |out: &Path| std::fs::read_to_string(out.join(SUMS)).naming("read", &out.join(SUMS));
    let (first, second) = (read(out)?, read(&other)?);
    if first == second {
        return Ok(());
    }
    let differs: Vec<&str> = second.lines().filter(|line| !first.lines().any(|known| known == *line)).collect();
    Err(Trouble::new(format!("made twice, these differ:\n  {}", differs.join("\n  ")))
        .mend("what a page is made of may hold no time, no place and no order of chance"))
}

/// The checksums of files, as `sha256sum --check` reads them, by name.
fn sums(files: &[(&str, &[u8])]) -> String {
    let mut files = files.to_vec();
    files.sort_unstable();
    files.iter().map(|(name, bytes)| format!("{}  {name}\n", sha256(bytes))).collect()
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
    fn checksums_stand_by_name_as_others_check_them() {
        let files: [(&str, &[u8]); 2] = [("fonts/b", b"b"), ("a", b"")];
        let lines = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a",
            "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  fonts/b",
        ];
        assert_eq!(sums(&files).lines().collect::<Vec<_>>(), lines);
    }

    #[test]
    fn pages_made_twice_are_the_same_and_a_change_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let (out, corpus) = (dir.path().join("page"), Corpus { id: "x".into(), ..Corpus::default() });
        let program = crate::pack::tests::program("start();", "a{}");
        write(&program, &corpus, dir.path(), &out).unwrap();
        again(&program, &corpus, dir.path(), &out).unwrap();
        let other = Corpus { title: "Another".into(), ..corpus };
        let says = again(&program, &other, dir.path(), &out).unwrap_err().to_string();
        assert!(says.contains("  sightlines.html") && !says.contains("app_bg.wasm"), "{says}");
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let says = faulty(Path::new("corpus/x"), &["a.csv:3: no; yes", "b.csv:4: no; yes"]).to_string();
        assert_eq!(says, "2 faults in corpus/x\n  a.csv:3: no; yes\n  b.csv:4: no; yes");
    }
}
