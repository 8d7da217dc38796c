//! The captures that the first corpus is built from, where they are supplied. They are their publishers' and not in the
//! repository: the folder is named by `SIGHTLINES_TEXTS`, or is the one beside the project. Nothing of their sentences
//! stands here, only numbers, single words and signs.

use sightlines_engine::anchor::{Found, anchors, likeness, place};
use sightlines_engine::clean::{Block, Cleaned, Hints, clean};
use sightlines_engine::collate::{Collated, Witness, collate};
use sightlines_engine::model::ArticleId;
use sightlines_engine::text::sentences;
use std::path::PathBuf;

/// What the record of an article knows, and what must come out.
struct Record {
    id: &'static str,
    title: &'static str,
    authors: &'static [&'static str],
    standfirst: bool,
    /// The beginnings of the captures' file names.
    captures: &'static [&'static str],
    headings: usize,
    /// Sentences of each paragraph, from paragraph 0 where there is one.
    sentences: &'static [usize],
}

const RECORDS: &[Record] = &[
    Record {
        id: "moscow-times-2019",
        title: "Why Russia and Japan Can't Solve the Kuril Islands Dispute",
        authors: &[],
        standfirst: true,
        captures: &["000_", "001_"],
        headings: 0,
        sentences: &[1, 2, 2, 1, 3, 2, 4, 1, 3, 3, 4, 2, 2, 1],
    },
    Record {
        id: "streltsov-2016",
        title: "Talks on Russo–Japanese territorial disputes still going nowhere",
        authors: &["Dmitry Streltsov"],
        standfirst: false,
        captures: &["002_"],
        headings: 0,
        sentences: &[2, 1, 2, 2, 3, 4, 4, 4, 3, 2, 3, 4],
    },
    Record {
        id: "luxmoore-2019",
        title: "The Kuriles Question: Not So Fast On Russia-Japan World War II Peace Treaty",
        authors: &["Matthew Luxmoore"],
        standfirst: false,
        captures: &["003_"],
        headings: 3,
        sentences: &[1, 1, 3, 3, 1, 1, 1, 2, 2, 1, 2, 2, 3, 3, 1, 3, 2, 2, 5, 2, 2, 2, 3, 3, 1, 3, 3, 2, 2, 1, 2],
    },
    Record {
        id: "cheang-2019",
        title: "Russia & the Kuriles: Achilles' Heel or Bargaining Chip?",
        authors: &["Chris Cheang"],
        standfirst: true,
        captures: &["004_"],
        headings: 6,
        sentences: &[3, 2, 3, 1, 3, 2, 2, 3, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 2, 3, 2, 1, 3, 2],
    },
];

/// Words that stand on pages and in none of the articles.
const PAGE_WORDS: &[&str] = &[
    "related article",
    "reading time",
    "in brief",
    "commentary",
    "synopsis",
    "comments are closed",
    "copyright",
    "http",
    "watch:",
    "please wait",
    "media source",
    "16x9",
    "click here",
    "rights reserved",
    "printed from",
    "breaking news",
    "accessibility",
    "0:00",
];

/// The captures of an article as (name, text), or none where the folder is missing.
fn captures(record: &Record) -> Option<Vec<(String, String)>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds");
    let folder = std::env::var_os("SIGHTLINES_TEXTS").map_or_else(beside, PathBuf::from);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: the captures are not here; SIGHTLINES_TEXTS names their folder");
        return None;
    };
    let mut names: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    names.sort();
    let find = |beginning: &&str| {
        let named = |path: &PathBuf| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(beginning));
        let path = names.iter().find(|path| named(path))?;
        let text = std::fs::read_to_string(path).expect("a capture in UTF-8");
        Some((path.file_name()?.to_string_lossy().into_owned(), text))
    };
    let found: Vec<(String, String)> = record.captures.iter().filter_map(find).collect();
    if found.len() < record.captures.len() {
        println!("skipped: {} has captures that are not here", record.id);
        return None;
    }
    Some(found)
}

fn cleaned(record: &Record, text: &str) -> Cleaned {
    let hints =
        Hints { title: record.title, authors: record.authors, standfirst: Some(record.standfirst), ..Hints::default() };
    clean(text, &hints).expect("a text")
}

/// The article and its witnesses, or none where the captures are missing.
fn article(record: &Record) -> Option<(Collated, Vec<(String, Cleaned)>)> {
    let witnesses: Vec<(String, Cleaned)> =
        captures(record)?.into_iter().map(|(name, text)| (name, cleaned(record, &text))).collect();
    let borrowed: Vec<Witness> = witnesses.iter().map(|(name, cleaned)| Witness { name, cleaned }).collect();
    Some((collate(&borrowed), witnesses))
}

fn sentence_counts(paragraphs: &[Block]) -> Vec<usize> {
    paragraphs.iter().map(|block| sentences(&block.text).len()).collect()
}

#[test]
fn every_capture_gives_its_paragraphs_sentences_and_headings() {
    for record in RECORDS {
        let Some((article, witnesses)) = article(record) else { return };
        let first = u32::from(!record.standfirst);
        let all = witnesses.iter().map(|(_, c)| (&c.paragraphs, &c.headings));
        for (paragraphs, headings) in all.chain([(&article.paragraphs, &article.headings)]) {
            let numbers: Vec<u32> = paragraphs.iter().map(|block| block.n).collect();
            let expected: Vec<u32> = (first..).take(record.sentences.len()).collect();
            assert_eq!(numbers, expected, "{}: paragraphs", record.id);
            assert_eq!(sentence_counts(paragraphs), record.sentences, "{}: sentences", record.id);
            assert_eq!(headings.len(), record.headings, "{}: headings", record.id);
        }
    }
}

#[test]
fn no_paragraph_holds_words_of_the_page() {
    for record in RECORDS {
        let Some((article, _)) = article(record) else { return };
        for block in &article.paragraphs {
            let text = block.text.to_lowercase();
            for word in PAGE_WORDS {
                assert!(!text.contains(word), "{} ¶{}: {word}", record.id, block.n);
            }
            assert!(
                !text.contains("  ") && !text.contains('\n') && !text.contains('\u{a0}'),
                "{} ¶{}",
                record.id,
                block.n
            );
        }
    }
}

#[test]
fn the_two_witnesses_differ_in_three_places_of_one_paragraph() {
    let Some((article, witnesses)) = article(&RECORDS[0]) else { return };
    let mut found: Vec<(u32, &str, Vec<&str>)> = article
        .variants
        .iter()
        .map(|v| (v.p, v.kind.as_str(), v.readings.iter().map(|r| r.reading.as_str()).collect()))
        .collect();
    found.sort();
    assert_eq!(
        found,
        [
            (9, "look-alike letter", vec!["a U+0061", "а U+0430"]),
            (9, "quotation marks", vec!["\"'…'", "\"…\""]),
            (9, "spelling", vec!["powetr", "power"]),
        ]
    );
    let names: Vec<&str> = witnesses.iter().map(|(name, _)| name.as_str()).collect();
    assert!(article.variants.iter().all(|v| v.readings.iter().map(|r| r.witness.as_str()).eq(names.iter().copied())));
    let text = &article.paragraphs.iter().find(|block| block.n == 9).expect("paragraph 9").text;
    assert!(!text.contains("powetr") && !text.contains('а') && !text.contains("\"'"), "the better readings are kept");
}

#[test]
fn hyphens_and_the_page_break_are_mended_where_they_stand() {
    let Some((article, _)) = article(&RECORDS[3]) else { return };
    let places = |kind: &str| -> Vec<(Option<u32>, u32)> {
        article.repairs.iter().filter(|r| r.kind == kind).map(|r| (r.p, r.count)).collect()
    };
    assert_eq!(places("page break joined"), [(Some(4), 1)]);
    assert_eq!(places("hyphen at line end kept"), [(Some(8), 1), (Some(15), 1)]);
    assert_eq!(places("hyphen at line end joined"), []);
    assert!(article.paragraphs[8].text.contains("much-needed") && article.paragraphs[15].text.contains("longer-term"));
}

#[test]
fn each_article_is_found_in_its_captures_and_in_no_other() {
    for record in RECORDS {
        let Some((article, witnesses)) = article(record) else { return };
        let id = ArticleId::from(record.id);
        let anchors = anchors(&id, &article.paragraphs);
        assert_eq!(anchors.len(), record.sentences.iter().sum::<usize>());
        let same = place(&id, &anchors, &article.paragraphs);
        for (anchor, placed) in anchors.iter().zip(&same) {
            assert_eq!(placed.at, Some((anchor.p, anchor.s)), "{} ¶{}.{}", record.id, anchor.p, anchor.s);
            assert_eq!(
                placed.found == Found::Exact,
                anchor.exact.is_some(),
                "{} ¶{}.{}",
                record.id,
                anchor.p,
                anchor.s
            );
        }
        for (_, witness) in &witnesses {
            assert!(likeness(&id, &anchors, &witness.paragraphs) > 0.99, "{}", record.id);
        }
        for other in RECORDS.iter().filter(|other| other.id != record.id) {
            let Some(captures) = captures(other) else { return };
            let copy = clean(&captures[0].1, &Hints::default()).expect("a text");
            let likeness = likeness(&id, &anchors, &copy.paragraphs);
            assert!(likeness < 0.1, "{} in {}: {likeness}", record.id, other.id);
        }
    }
}

#[test]
fn a_reader_who_knows_no_record_gets_the_same_sentences() {
    for record in RECORDS {
        let Some((article, _)) = article(record) else { return };
        let id = ArticleId::from(record.id);
        let anchors = anchors(&id, &article.paragraphs);
        for (name, text) in captures(record).unwrap_or_default() {
            let copy = clean(&text, &Hints::default()).expect("a text");
            let placed = place(&id, &anchors, &copy.paragraphs);
            let lost = placed.iter().filter(|p| p.found == Found::Lost).count();
            assert_eq!(lost, 0, "{name}");
            let extra = copy.paragraphs.len().abs_diff(article.paragraphs.len());
            assert_eq!(extra, 0, "{name}: paragraphs");
        }
    }
}
