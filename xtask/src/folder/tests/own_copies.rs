//! A reader's own copies over the committed corpus: the captures that it was made from, where they are at hand, damaged in
//! ways that they are not.

use super::super::load;
use sightlines_engine::model::Corpus;
use sightlines_engine::supply::supply;
use std::path::{Path, PathBuf};

fn kurils() -> Corpus {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/kurils"), None).unwrap().corpus
}

/// The captures with their names, or none where they were not supplied.
fn captures() -> Vec<(String, String)> {
    let folder = std::env::var_os("SIGHTLINES_TEXTS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds"), PathBuf::from);
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: the captures are not at hand");
        return Vec::new();
    };
    let named = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Some((name, std::fs::read_to_string(path).ok()?))
    };
    let mut captures: Vec<_> = files.flatten().filter_map(|file| named(file.path())).collect();
    captures.sort();
    captures
}

/// Damage that other captures show; each with the share of sentences, in per cent, that must still be found.
type Damage = (&'static str, fn(&str) -> String, usize);

const DAMAGES: &[Damage] = &[
    ("as it is", |raw| raw.to_string(), 99),
    ("upper case", str::to_uppercase, 99),
    (
        "other boilerplate",
        |raw| format!("Home | World | Sport\nLog in\n\n{raw}\n\nRead next: ten facts\n© A mirror"),
        99,
    ),
    ("wrapped at sixty columns", |raw| wrapped(raw, 60), 97),
    ("all in one line", |raw| raw.split_whitespace().collect::<Vec<_>>().join(" "), 75),
    ("every eighth word mistyped", |raw| mistyped(raw, 8), 80),
    (
        "straight quotes and plain dashes",
        |raw| raw.replace(['“', '”'], "\"").replace(['‘', '’'], "'").replace(['—', '–'], "-"),
        99,
    ),
];

fn wrapped(raw: &str, width: usize) -> String {
    let mut lines = String::new();
    for paragraph in raw.split("\n\n") {
        let mut column = 0;
        for word in paragraph.split_whitespace() {
            lines.push_str(if column == 0 {
                ""
            } else if column + word.len() > width {
                "\n"
            } else {
                " "
            });
            column = if column + word.len() > width { word.len() } else { column + word.len() + 1 };
            lines.push_str(word);
        }
        lines.push_str("\n\n");
    }
    lines
}

/// Two letters swapped in every nth longer word.
fn mistyped(raw: &str, nth: usize) -> String {
    let mut count = 0;
    let words = raw.split_inclusive(char::is_whitespace).map(|word| {
        let mut letters: Vec<char> = word.chars().collect();
        count += usize::from(letters.len() > 5);
        if letters.len() > 5 && count % nth == 0 {
            letters.swap(1, 2);
        }
        letters.into_iter().collect::<String>()
    });
    words.collect()
}

#[test]
fn every_capture_fills_its_article_however_it_is_damaged() {
    let corpus = kurils();
    for (name, raw) in captures() {
        let whose = corpus.articles.iter().find(|article| article.witnesses.contains(&name)).expect("a witness");
        for (damage, done, least) in DAMAGES {
            let supplied = supply(&corpus, &done(&raw)).unwrap_or_else(|why| panic!("{name}, {damage}: {why:?}"));
            let found: Vec<&str> = supplied.reports.iter().map(|report| report.article.as_str()).collect();
            assert_eq!(found, [whose.id.as_str()], "{name}, {damage}");
            let report = &supplied.reports[0];
            let (all, lost) = (report.exact + report.close.len() + report.lost.len(), report.lost.len());
            println!(
                "{name}, {damage}: {} exactly, {} closely, {lost} not, of {all}",
                report.exact,
                report.close.len()
            );
            assert!((all - lost) * 100 >= least * all, "{name}, {damage}: {lost} of {all} lost");
        }
    }
}

#[test]
fn all_captures_in_one_file_fill_all_articles() {
    let (corpus, captures) = (kurils(), captures());
    if captures.is_empty() {
        return;
    }
    let one_file: String = captures.iter().map(|(_, raw)| format!("{raw}\n\n")).collect();
    let supplied = supply(&corpus, &one_file).unwrap();
    assert_eq!(supplied.reports.len(), corpus.articles.len());
    for report in supplied.reports {
        let all = report.exact + report.close.len() + report.lost.len();
        assert!(report.lost.len() * 50 <= all, "{}: {:?}", report.article, report.lost);
    }
}

#[test]
fn half_an_article_fills_its_half() {
    let corpus = kurils();
    for (name, raw) in captures() {
        let middle = raw.char_indices().nth(raw.chars().count() / 2).map_or(0, |(at, _)| at);
        for half in [&raw[..middle], &raw[middle..]] {
            let supplied = supply(&corpus, half).unwrap_or_else(|why| panic!("{name}: {why:?}"));
            assert_eq!(supplied.reports.len(), 1, "{name}");
            let report = &supplied.reports[0];
            let found = report.exact + report.close.len();
            assert!(found >= 8 && report.lost.len() >= 5, "{name}: {found} found, {} lost", report.lost.len());
        }
    }
}
