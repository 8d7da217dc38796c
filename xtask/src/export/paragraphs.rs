//! A paragraph as a document: its text, or where that is not here its terms; the digest beside it, apart.

use super::document::Document;
use super::rings::Rings;
use serde_json::json;
use sightlines_engine::model::{Article, Corpus, Heading, Locator, Paragraph, Position};
use std::collections::{BTreeSet, HashMap};

/// The positions by the paragraph in which their evidence stands.
type Evidenced<'a> = HashMap<(&'a str, u32), Vec<&'a Position>>;

/// `lee-2031:7`. Ids of articles have no colon, so no two paragraphs share one.
pub fn id(article: &str, p: u32) -> String {
    format!("{article}:{p}")
}

/// One document each, in the corpus's order.
pub fn documents<'a>(corpus: &'a Corpus, rings: &'a Rings) -> impl Iterator<Item = Document> + 'a {
    let mut evidenced = Evidenced::new();
    for position in &corpus.positions {
        let paragraphs: BTreeSet<u32> = position.evidence.iter().map(|place| place.p).collect();
        for p in paragraphs {
            evidenced.entry((position.article.as_str(), p)).or_default().push(position);
        }
    }
    corpus.articles.iter().flat_map(move |article| {
        let of = |paragraph: &Paragraph| {
            let positions = evidenced.get(&(article.id.as_str(), paragraph.n)).map_or(&[][..], Vec::as_slice);
            document(corpus, rings, article, paragraph, positions)
        };
        article.paragraphs.iter().map(of).collect::<Vec<_>>()
    })
}

fn document(
    corpus: &Corpus,
    rings: &Rings,
    article: &Article,
    paragraph: &Paragraph,
    positions: &[&Position],
) -> Document {
    let ids: Vec<&str> = positions.iter().map(|position| position.id.as_str()).collect();
    let actors: BTreeSet<&str> = positions.iter().map(|position| position.actor.as_str()).collect();
    let issues: BTreeSet<&str> = positions.iter().map(|position| position.issue.as_str()).collect();
    let heading = |own: bool| {
        let before = |heading: &&Heading| heading.before == paragraph.n && heading.source == own;
        article.headings.iter().find(before).map(|heading| heading.label.as_str())
    };
    let text = paragraph.text();
    let words: Vec<&str> = match text.as_deref() {
        Some(text) => vec![text],
        None => paragraph.terms.iter().map(|(term, _)| term.as_str()).collect(),
    };
    let sentences = Some(paragraph.sentence_count()).filter(|count| *count > 0);
    Document::new(id(article.id.as_str(), paragraph.n))
        .with_article(corpus, article)
        .with("article", article.id.as_str())
        .with("p", paragraph.n)
        .with("text", text.as_deref())
        .with("terms", json!(terms(paragraph)))
        .with("digest", paragraph.digest.as_deref())
        .with("heading", heading(true))
        .with("digest_heading", heading(false))
        .with("sentences", sentences)
        .with("other_names", json!(rings.other_names(&words)))
        .with("positions", json!(ids))
        .with("actors", json!(actors))
        .with("issues", json!(issues))
        .with("notice", article.notice.as_str())
        .with_link(corpus, article, Some(Locator { p: paragraph.n, s: None }))
}

/// The words as often as they stand there, sorted, so that nothing is told of their order; none where the text is here.
fn terms(paragraph: &Paragraph) -> Vec<&str> {
    if paragraph.text.is_some() {
        return Vec::new();
    }
    let mut terms: Vec<&(String, u32)> = paragraph.terms.iter().collect();
    terms.sort();
    terms.into_iter().flat_map(|(term, count)| std::iter::repeat_n(term.as_str(), *count as usize)).collect()
}
