//! A corpus folder, one of whose files is what somebody wrote.

use crate::{invented, text};
use sightlines_engine::messages::Language;
use sightlines_engine::model::Corpus;
use sightlines_engine::positions::{By, contrasts, table};
use sightlines_engine::script;
use sightlines_engine::search::{Ask, Library};
use sightlines_engine::timeline::timeline;
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use xtask::folder::{FILES, load};

pub const LAW: &str = "a folder is a corpus, or every fault of it names file, line and remedy; a corpus is in the page what it was \
                       in the folder; its words are no markup; it is indexed and laid out";

/// Files that may be replaced besides those in the folder itself.
const OTHERS: [&str; 3] = ["articles/lee-2031.md", "articles.jsonl", "coding/first.csv"];

fn files() -> impl Iterator<Item = &'static str> {
    FILES.into_iter().chain(OTHERS)
}

thread_local! {
    static FOLDER: RefCell<Option<TempDir>> = const { RefCell::new(None) };
}

/// The first line names the file, the rest is what stands in it.
pub fn check(data: &[u8]) {
    let text = text(data);
    let (name, content) = text.split_once('\n').unwrap_or((text, ""));
    let Some(file) = files().find(|file| *file == name) else { return };
    let own = fs::read(invented::folder().join(file)).ok();
    FOLDER.with_borrow_mut(|folder| {
        let dir = folder.get_or_insert_with(copied).path();
        fs::write(dir.join(file), content).expect("a temporary folder can be written");
        judge(dir);
        match own {
            Some(own) => fs::write(dir.join(file), own),
            None => fs::remove_file(dir.join(file)),
        }
        .expect("a temporary folder can be written");
    });
}

/// The invented folder's own files, as inputs.
pub fn own_files() -> Vec<(String, Vec<u8>)> {
    let input = |file: &str| {
        let content = fs::read_to_string(invented::folder().join(file)).ok()?;
        Some((format!("own-{}", file.replace('/', "-")), format!("{file}\n{content}").into_bytes()))
    };
    files().filter_map(input).collect()
}

fn judge(dir: &Path) {
    let corpus = match load(dir, None) {
        Ok(loaded) => loaded.corpus,
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                assert!(fault.line > 0 && !fault.file.is_empty(), "{fault:?}");
                assert!(!fault.what.is_empty() && !fault.remedy.is_empty(), "{fault:?}");
            }
            return;
        }
    };
    let island = xtask::island::island(&corpus);
    assert!(!island.contains('<'), "nothing in a corpus ends the block it stands in");
    assert_eq!(serde_json::from_str::<Corpus>(&island).expect("a corpus is read"), corpus);
    let page = xtask::plain::html(&corpus);
    assert!(!page.contains("<script") && !page.contains("javascript:"), "{page}");
    let library = Library::new(corpus);
    let corpus = library.corpus();
    script::corpus(corpus);
    let selection = library.select(&Ask::default());
    assert_eq!(selection.hits.len(), corpus.articles.len());
    assert_eq!(selection.positions.len(), corpus.positions.len());
    for by in By::ALL {
        let table = table(corpus, &selection.positions, by, Language::English.messages());
        let laid = table.cells.values().map(Vec::len).sum::<usize>() + table.aside.len();
        assert_eq!(laid, corpus.positions.len(), "every position has its place");
        contrasts(corpus, &selection.positions, by, None, Language::English.messages());
    }
    timeline(corpus, &selection, &Default::default());
}

/// A copy of the invented folder.
fn copied() -> TempDir {
    let dir = TempDir::new().expect("there is room for a temporary folder");
    copy(&invented::folder(), dir.path());
    fs::create_dir_all(dir.path().join("coding")).expect("a temporary folder can be written");
    dir
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary folder can be written");
    for entry in fs::read_dir(from).expect("the invented corpus is here").flatten() {
        let (path, copied): (PathBuf, PathBuf) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(&path, &copied).expect("a temporary folder can be written");
        }
    }
}
