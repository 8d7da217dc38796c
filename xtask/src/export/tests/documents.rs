//! What is in the documents: everything once, the source's words and the editors' apart.

use super::*;
use sightlines_engine::text::sentences;
use std::collections::BTreeSet;

/// Every article, paragraph and position stands there once, in the corpus's order, with its own words.
pub fn check(corpus: &Corpus, exported: &Exported) {
    let texts = |documents: &[Map<String, Value>], field: &str| -> Vec<Option<String>> {
        documents.iter().map(|document| document.get(field).map(|value| value.as_str().unwrap().to_string())).collect()
    };
    let said = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(String::from);
    let [articles, paragraphs, positions] = INDEXES.map(|index| exported.documents(corpus, index));
    let ids: Vec<_> = corpus.articles.iter().map(|article| said(Some(article.id.as_str()))).collect();
    assert_eq!(texts(&articles, "id"), ids);
    let all = || corpus.articles.iter().flat_map(|article| article.paragraphs.iter().map(move |p| (article, p)));
    let ids: Vec<_> = all().map(|(article, p)| Some(format!("{}:{}", article.id, p.n))).collect();
    assert_eq!(texts(&paragraphs, "id"), ids);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    assert_eq!(texts(&paragraphs, "text"), all().map(|(_, p)| said(p.text().as_deref())).collect::<Vec<_>>());
    assert_eq!(texts(&paragraphs, "digest"), all().map(|(_, p)| said(p.digest.as_deref())).collect::<Vec<_>>());
    for (document, (article, paragraph)) in paragraphs.iter().zip(all()) {
        assert!(!(document.contains_key("text") && document.contains_key("terms")), "{document:?}");
        let terms = document.get("terms").and_then(Value::as_array).map_or(0, Vec::len);
        let counted: u32 = paragraph.terms.iter().map(|(_, count)| count).sum();
        assert_eq!(terms, if paragraph.text.is_some() { 0 } else { counted as usize });
        assert_eq!(document.contains_key("authors"), !article.authors.value.is_empty(), "nobody is invented");
    }
    let ids: Vec<_> = corpus.positions.iter().map(|position| said(Some(position.id.as_str()))).collect();
    assert_eq!(texts(&positions, "id"), ids);
    let known: BTreeSet<_> = paragraphs.iter().map(|document| document["id"].as_str().unwrap()).collect();
    for (document, position) in positions.iter().zip(&corpus.positions) {
        assert_eq!(document.get("summary").and_then(Value::as_str), said(Some(&position.summary)).as_deref());
        assert_eq!(
            document.get("as_of").and_then(Value::as_str),
            position.as_of.as_ref().map(|d| d.to_string()).as_deref()
        );
        assert_eq!(document.contains_key("answer"), position.answer.is_some());
        for passage in document["passages"].as_array().unwrap().iter().filter_map(Value::as_str) {
            let p = passage.rsplit_once(':').unwrap().1.parse().unwrap();
            let is_there = corpus.article(&position.article).is_some_and(|article| article.paragraph(p).is_some());
            assert_eq!(known.contains(passage), is_there, "{passage}");
        }
    }
}

#[test]
fn without_texts_no_sentence_of_an_article_is_anywhere() {
    let [full, digest, _] = corpora();
    let exported = Exported::of(&digest);
    let mut all = exported.text("rings.jsonl");
    for index in INDEXES {
        let name = super::super::index_name(&digest, index).unwrap();
        all += &exported.parts("opensearch", &name).concat();
        all += &exported.parts("quickwit", &name).concat();
    }
    let mut sought = 0;
    for text in full.articles.iter().flat_map(|article| &article.paragraphs).filter_map(|p| p.text()) {
        for sentence in sentences(&text).into_iter().map(|span| text[span].trim()).filter(|s| s.contains(' ')) {
            sought += 1;
            let json = json!(sentence).to_string();
            assert!(!all.contains(json.trim_matches('"')), "{sentence}");
        }
    }
    assert!(sought > 20);
}

#[test]
fn digests_stand_in_fields_of_their_own_that_nothing_searches() {
    for corpus in corpora() {
        let exported = Exported::of(&corpus);
        let digests: BTreeSet<&str> =
            corpus.articles.iter().flat_map(|a| &a.paragraphs).filter_map(|p| p.digest.as_deref()).collect();
        assert!(!digests.is_empty());
        for (index, document) in INDEXES
            .iter()
            .flat_map(|index| exported.documents(&corpus, index).into_iter().map(move |document| (*index, document)))
        {
            for (name, value) in &document {
                let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                let is_digest = values.iter().any(|value| value.as_str().is_some_and(|text| digests.contains(text)));
                assert_eq!(is_digest, name == "digest", "{name}: {value}");
            }
            let shown = |name: &str| index.field(name).is_none_or(|f| f.kind == super::super::fields::Kind::Shown);
            assert!(shown("digest") && shown("digest_heading"));
            assert!(!index.searched.iter().any(|name| name.starts_with("digest")));
        }
    }
}

#[test]
fn terms_are_told_as_often_as_they_stand_there_and_in_no_order() {
    let [_, corpus, _] = corpora();
    let documents = Exported::of(&corpus).documents(&corpus, &PARAGRAPHS);
    let terms: Vec<&str> = documents[0]["terms"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(terms.is_sorted() && terms.iter().filter(|term| **term == "debt").count() == 2, "{terms:?}");
}

#[test]
fn a_date_keeps_its_precision() {
    let [.., kurils] = corpora();
    let exported = Exported::of(&kurils);
    let dates: Vec<[String; 4]> = exported
        .documents(&kurils, &ARTICLES)
        .iter()
        .map(|d| {
            ["date", "date_precision", "date_first", "date_last"].map(|name| d[name].as_str().unwrap().to_string())
        })
        .collect();
    assert!(dates.contains(&["2016-05", "to the month", "2016-05-01", "2016-05-31"].map(String::from)), "{dates:?}");
    assert!(
        dates.contains(&["2019-05/2019-06", "somewhere in this span", "2019-05-01", "2019-06-30"].map(String::from)),
        "{dates:?}"
    );
}

#[test]
fn a_paragraph_knows_the_positions_that_stand_in_it_and_leads_to_the_explorer() {
    let [harbour, ..] = corpora();
    let exported = Exported::of(&harbour);
    let paragraphs = exported.documents(&harbour, &PARAGRAPHS);
    for position in exported.documents(&harbour, &POSITIONS) {
        for passage in position["passages"].as_array().unwrap() {
            let paragraph = paragraphs.iter().find(|paragraph| paragraph["id"] == *passage).unwrap();
            assert!(paragraph["positions"].as_array().unwrap().contains(&position["id"]));
            assert!(paragraph["actors"].as_array().unwrap().contains(&position["actor"]));
            assert!(paragraph["issues"].as_array().unwrap().contains(&position["issue"]));
        }
        assert!(position["link"].as_str().unwrap().starts_with("https://example.org/harbour/#view=read&article="));
    }
}
