//! Whole exports: written into a folder, read again as the engines read them, and held against what they publish.

mod documents;
mod opensearch;
mod quickwit;
mod rings;

use super::fields::{ARTICLES, Index, PARAGRAPHS, POSITIONS};
use crate::folder;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use sightlines_engine::model::Corpus;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The indexes, in the order in which they are written.
const INDEXES: [&Index; 3] = [&ARTICLES, &PARAGRAPHS, &POSITIONS];

/// An export in a folder that goes away with it.
struct Exported(TempDir);

impl Exported {
    fn of(corpus: &Corpus) -> Exported {
        let exported = Exported(TempDir::new().unwrap());
        super::write(corpus, exported.0.path()).unwrap();
        exported
    }

    fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.0.path().join(file)).unwrap()
    }

    /// The parts of an index, in their order.
    fn parts(&self, engine: &str, name: &str) -> Vec<String> {
        (1..)
            .map(|nth| self.0.path().join(format!("{engine}/{name}-{nth:03}.ndjson")))
            .map_while(|path| std::fs::read_to_string(path).ok())
            .collect()
    }

    /// The lines of all parts of an index, each of which is an object.
    fn lines(&self, engine: &str, name: &str) -> Vec<Map<String, Value>> {
        let parts = self.parts(engine, name);
        for part in &parts {
            assert!(part.ends_with('\n') && !part.contains("\n\n"), "every line is ended, and none is empty");
            let ends = ['\r', '\u{85}', '\u{2028}', '\u{2029}'];
            assert!(!part.contains(ends), "a line ends where every program sees its end");
        }
        parts.iter().flat_map(|part| part.lines().map(|line| serde_json::from_str(line).unwrap())).collect()
    }

    /// The documents of an index as Quickwit is given them.
    fn documents(&self, corpus: &Corpus, index: &Index) -> Vec<Map<String, Value>> {
        self.lines("quickwit", &super::index_name(corpus, index).unwrap())
    }
}

fn fixture(folder: &str, texts: Option<&str>) -> Corpus {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let dir = root.join(folder);
    let texts: Option<PathBuf> = texts.map(|texts| dir.join(texts));
    folder::load(&dir, texts.as_deref()).unwrap().corpus
}

/// The invented corpus with its texts and without, and the first corpus.
fn corpora() -> [Corpus; 3] {
    let harbour = "xtask/tests/fixtures/harbour";
    [fixture(harbour, Some("captures")), fixture(harbour, None), fixture("corpus/kurils", None)]
}

/// Texts with what parts lines, fields, names, rules and markup.
fn hostile() -> impl Strategy<Value = String> {
    let signs = "[a-zé中Ж\\\\\"',:;#=>{}\n\r\t\0\u{85}\u{2028}\u{2029}\u{feff}% 😀-]{0,12}";
    prop_oneof![signs, any::<String>(), Just("=>".into()), Just("%".into()), Just("a, b => c".into())]
}

/// A corpus of hostile texts with and without the source's words. Ids differ and are otherwise as bad.
fn any_corpus() -> impl Strategy<Value = Corpus> {
    let paragraph = (any::<bool>(), hostile(), hostile(), prop::collection::vec((hostile(), 0..3u32), 0..4));
    let date = prop::sample::select(vec!["2019", "0001-02", "1644-01-31", "2019-01-20/2019-02", "9999"]);
    let article =
        (hostile(), hostile(), any::<bool>(), date.clone(), prop::collection::vec(paragraph, 0..4), hostile());
    let position = (hostile(), any::<prop::sample::Index>(), hostile(), prop::option::of(date), 0..5u32);
    let articles = prop::collection::vec(article, 1..4);
    let rings = prop::collection::vec(prop::collection::vec(hostile(), 0..4), 0..3);
    let parts = (articles, prop::collection::vec(position, 0..4), rings, hostile(), hostile());
    parts.prop_map(|(articles, positions, rings, word, title)| {
        let based = |value: Value| json!({"value": value, "basis": "looked_up"});
        let ids: Vec<String> = articles.iter().enumerate().map(|(nth, (id, ..))| format!("{nth}{id}")).collect();
        let articles = articles.iter().zip(&ids).map(|((_, title, signed, date, paragraphs, notice), id)| {
            let authors = if *signed { json!(["lee", title]) } else { json!([]) };
            let paragraphs = (0..).zip(paragraphs).map(|(n, (full, text, digest, terms))| match full {
                true => json!({"n": n, "text": text, "digest": digest}),
                false => json!({"n": n, "digest": digest, "terms": terms, "sentences": n}),
            });
            json!({"id": id, "title": based(json!(title)), "authors": based(authors), "outlet": based(json!(notice)),
                "date": based(json!(date)), "genre": based(json!(title)), "language": "en", "notice": notice, "rights": title,
                "witnesses": [title], "headings": [{"before": 1, "label": title, "source": signed}],
                "paragraphs": paragraphs.collect::<Vec<_>>()})
        });
        let articles: Vec<Value> = articles.collect();
        let positions = positions.iter().enumerate().map(|(nth, (id, article, summary, as_of, p))| {
            json!({"id": format!("{nth}{id}"), "article": ids[article.index(ids.len())], "actor": "a", "issue": "i", "answer": null,
                "stance": "s", "summary": summary, "voice": "v", "as_of": as_of, "evidence": [{"p": p, "s": 1}, {"p": p}],
                "confidence": "low", "note": summary})
        });
        let positions: Vec<Value> = positions.collect();
        let rings: Vec<Value> = rings.iter().map(|names| json!({"names": names})).collect();
        serde_json::from_value(json!({"id": title, "title": title, "description": "", "horizon": title, "language": "ja",
            "licence": "", "public_url": "", "version": "", "hash": "", "authors": [], "outlets": [], "rings": rings,
            "related": [], "search": {"case_words": [word, "US"], "same": [["%", word]]}, "articles": articles, "codebook": {},
            "positions": positions}))
        .unwrap()
    })
}

/// Exports a corpus and holds all that was written against the rules of both engines.
fn check(corpus: &Corpus) {
    let exported = Exported::of(corpus);
    opensearch::check(corpus, &exported);
    quickwit::check(corpus, &exported);
    documents::check(corpus, &exported);
    rings::check(corpus, &exported);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_stands_in_a_corpus_both_engines_take_it(corpus in any_corpus()) {
        check(&corpus);
    }
}

#[test]
fn both_engines_take_the_corpora_that_are_here() {
    corpora().iter().for_each(check);
}

#[test]
fn the_same_corpus_gives_the_same_files_again_into_the_same_folder() {
    let [mut corpus, ..] = corpora();
    let exported = Exported::of(&corpus);
    let name = super::index_name(&corpus, &PARAGRAPHS).unwrap();
    let first = exported.parts("opensearch", &name);
    super::write(&corpus, exported.0.path()).unwrap();
    assert_eq!(exported.parts("opensearch", &name), first);
    corpus.articles.clear();
    super::write(&corpus, exported.0.path()).unwrap();
    assert_eq!(exported.parts("opensearch", &name), Vec::<String>::new());
}

#[test]
fn an_id_that_an_engine_refuses_is_named_with_the_remedy() {
    let [mut corpus, ..] = corpora();
    corpus.positions[0].id = "x".repeat(513).as_str().into();
    let dir = TempDir::new().unwrap();
    let trouble = super::write(&corpus, dir.path()).unwrap_err().to_string();
    assert!(trouble.contains("513 bytes") && trouble.contains("shorter id"), "{trouble}");
    corpus.id = "x".repeat(250);
    let trouble = super::write(&corpus, dir.path()).unwrap_err().to_string();
    assert!(trouble.contains("corpus.toml"), "{trouble}");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let [corpus, ..] = corpora();
    let dir = TempDir::new().unwrap();
    std::fs::write(dir.path().join("opensearch"), "a file").unwrap();
    let trouble = super::write(&corpus, dir.path()).unwrap_err().to_string();
    assert!(trouble.contains("opensearch"), "{trouble}");
}
