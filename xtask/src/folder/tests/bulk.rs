//! Articles in bulk: what is read, and what is refused with its line.

use super::*;

const CORPUS: &str = r#"id = "many"
title = "Many"
horizon = "Articles in bulk"
language = "en"
licence = "CC0-1.0"

[[author]]
id = "lee"
name = "Dana Lee"

[[outlet]]
id = "post"
name = "The Post"
"#;

/// A folder of nothing but the settings and these lines.
fn of_lines(lines: &[&str]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("corpus.toml"), CORPUS).unwrap();
    fs::write(dir.path().join("articles.jsonl"), lines.join("\n")).unwrap();
    dir
}

#[test]
fn a_corpus_may_be_articles_in_bulk_and_nothing_else() {
    let dir = of_lines(&[
        r#"{"id": "b", "title": "Second", "authors": ["lee"], "outlet": "post", "date": "2031-04", "paragraphs": ["One.", " ", "Three “here”."]}"#,
        "",
        r#"{"id": "a", "title": "First", "outlet": "post", "date": "2030", "language": "ru", "url": "https://example.org/a", "paragraphs": []}"#,
    ]);
    let corpus = crate::folder::load(dir.path(), None).unwrap().corpus;
    let [first, second] = corpus.articles.as_slice() else { panic!("two articles") };
    assert_eq!((first.id.as_str(), first.language.as_str(), first.paragraphs.len()), ("a", "ru", 0));
    assert_eq!((second.id.as_str(), second.language.as_str()), ("b", "en"));
    let numbered: Vec<_> = second.paragraphs.iter().map(|p| (p.n, p.text().unwrap_or_default())).collect();
    assert_eq!(numbered, [(1, "One.".into()), (3, "Three “here”.".into())]);
    assert!(corpus.positions.is_empty() && corpus.codebook.issues.is_empty());
}

#[test]
fn a_line_that_is_no_article_is_named_with_the_remedy() {
    let good = r#"{"id": "a", "title": "T", "outlet": "post", "date": "2030", "paragraphs": ["x"]}"#;
    for (line, says) in [
        ("[1]", "no article"),
        (r#"{"id": "b", "outlet": "post", "date": "2030", "paragraphs": []}"#, "missing field `title`"),
        (
            r#"{"id": "b", "title": "T", "outlet": "post", "date": "2030", "paragraphs": [], "body": "x"}"#,
            "unknown field `body`",
        ),
        (r#"{"id": "a", "title": "T", "outlet": "post", "date": "2030", "paragraphs": []}"#, "stands twice"),
        (
            r#"{"id": "B b", "title": "T", "outlet": "post", "date": "2030", "paragraphs": []}"#,
            "the id `B b` has characters other than",
        ),
        (r#"{"id": "b", "title": " ", "outlet": "post", "date": "2030", "paragraphs": []}"#, "`title` is empty"),
        (r#"{"id": "b", "title": "T", "outlet": "pots", "date": "2030", "paragraphs": []}"#, "pots"),
        (
            r#"{"id": "b", "title": "T", "authors": ["leee"], "outlet": "post", "date": "2030", "paragraphs": []}"#,
            "leee",
        ),
        (r#"{"id": "b", "title": "T", "outlet": "post", "date": "soon", "paragraphs": []}"#, "is no date"),
        (r#"{"id": "b", "title": "T", "outlet": "post", "date": "", "paragraphs": []}"#, "`date` is empty"),
        (
            r#"{"id": "b", "title": "T", "outlet": "post", "date": "2030", "paragraphs": ["a\u0000b"]}"#,
            "control character",
        ),
    ] {
        let dir = of_lines(&[good, line]);
        let faults = crate::folder::load(dir.path(), None).unwrap_err();
        assert!(faults.iter().all(|fault| (fault.file.as_str(), fault.line) == ("articles.jsonl", 2)), "{faults:?}");
        assert!(faults.iter().any(|fault| fault.what.contains(says)), "{line}: {faults:?}");
    }
}
