//! What catalogues read is what the corpus says, in forms that others parse.

use super::*;
use crate::folder;
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;

fn harbour() -> Corpus {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/harbour");
    folder::load(&dir, None).unwrap().corpus
}

/// The elements of a record, each with its text.
fn elements(xml: &str) -> Vec<(String, String)> {
    let document = roxmltree::Document::parse(xml).unwrap();
    let elements = document.root_element().children().filter(roxmltree::Node::is_element);
    elements
        .map(|node| {
            assert_eq!(node.tag_name().namespace(), Some("http://purl.org/dc/elements/1.1/"));
            (node.tag_name().name().to_string(), node.text().unwrap_or_default().to_string())
        })
        .collect()
}

#[test]
fn datacite_has_what_a_deposit_must_have_and_every_article_as_a_source() {
    let corpus = harbour();
    let read: Value = serde_json::from_str(&datacite(&corpus)).unwrap();
    for key in ["creators", "titles", "publisher", "publicationYear", "types", "schemaVersion"] {
        assert!(!read[key].is_null(), "{key} is asked for");
    }
    assert_eq!(read["publicationYear"], "2031");
    assert_eq!(read["creators"][0]["name"], "The Harbour Reading Group");
    assert_eq!(read["rightsList"][0]["rightsUri"], "https://creativecommons.org/licenses/by/4.0/");
    let sources = read["relatedItems"].as_array().unwrap();
    assert_eq!(sources.len(), corpus.articles.len());
    for (source, article) in sources.iter().zip(&corpus.articles) {
        assert_eq!(source["titles"][0]["title"], article.title.value);
        assert_eq!(source["creators"].is_null(), article.authors.value.is_empty(), "nobody is made up");
    }
}

#[test]
fn rights_and_a_contact_stand_for_each_record() {
    let corpus = harbour();
    let told = elements(&dublin_core(&corpus));
    let rights: Vec<&str> = told.iter().filter(|(name, _)| name == "rights").map(|(_, text)| text.as_str()).collect();
    assert_eq!(rights.len(), 1 + corpus.articles.len());
    // The record's own contact comes before the corpus's.
    assert!(
        rights.contains(&"“Let the pilots run it”: Invented for the tests. Contact: the Evening Post's desk"),
        "{rights:?}"
    );
    assert!(rights[1..].iter().all(|text| text.contains("Contact: ")), "{rights:?}");
}

#[test]
fn what_a_corpus_does_not_say_is_left_out() {
    let read: Value = serde_json::from_str(&datacite(&Corpus::default())).unwrap();
    for key in ["publicationYear", "dates", "url", "relatedItems", "descriptions"] {
        assert!(read[key].is_null(), "{key}");
    }
    assert!(!dublin_core(&Corpus::default()).contains("<dc:date>"));
}

proptest! {
    #[test]
    fn whatever_a_corpus_says_both_are_read_back(words in any::<String>(), more in "[<>&\"'\\]a-z ]{0,20}") {
        let (description, contact) = (format!("d{more}"), format!("{more}{words}"));
        let corpus = Corpus { title: words.clone(), description: description.clone(), contact, ..Corpus::default() };
        let read: Value = serde_json::from_str(&datacite(&corpus)).unwrap();
        prop_assert_eq!(read["titles"][0]["title"].as_str(), Some(words.as_str()));
        let told = elements(&dublin_core(&corpus));
        let shown = told.iter().find(|(name, _)| name == "description").map(|(_, text)| text.as_str());
        prop_assert_eq!(shown, Some(description.trim()));
    }
}
